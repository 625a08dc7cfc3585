import AlisDomain

/// Tells learning objectives who supervises whom, by the same rules as the pages of supervision.
package struct AssignedSupervisors: SupervisorDirectory {
    let cache: SupervisionCache

    package func standing(of viewer: Viewer, toward person: RecordID, on day: CalendarDay) async throws -> SupervisingViewer? {
        guard viewer.has(.supervisor) else { return nil }
        let view = try await cache.current(on: day)
        let scope = SupervisionScope(viewer, view)
        guard let ordinal = view.register.index.ordinal(of: person), scope.supervises(ordinal) else { return nil }
        let mine = view.book.assignments(ofPerson: ordinal).filter { scope.ownSupervisors.contains($0.value.supervisor) }
        guard let assignment = mine.first(where: { $0.period.contains(day) }) ?? mine.last else { return nil }
        let id = assignment.value.supervisor
        return SupervisingViewer(
            supervisor: id, name: view.book.supervisors[id]?.name ?? viewer.name, isAssigned: assignment.period.contains(day))
    }

    package func names(of person: RecordID, on day: CalendarDay) async throws -> [String] {
        let view = try await cache.current(on: day)
        guard let ordinal = view.register.index.ordinal(of: person) else { return [] }
        return view.book.assignments(ofPerson: ordinal).filter { $0.period.contains(day) }
            .compactMap { view.book.supervisors[$0.value.supervisor]?.name }.sorted()
    }
}
