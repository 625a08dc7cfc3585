import AlisDomain

/// Tells a plan's pages what a change does to those who supervise. Who may know what is decided by `SupervisionScope`: free time is for
/// those who work with supervision, names for whoever sees the supervisor, as her doctor does.
package struct SupervisionEffects: AffectedSource {
    let cache: SupervisionCache

    package func supervisors(
        of trainee: RecordID, in halves: [HalfYear], for viewer: Viewer, on today: CalendarDay
    ) async throws -> [SupervisorTime] {
        let view = try await cache.current(on: today)
        let scope = SupervisionScope(viewer, view)
        guard let person = view.register.index.ordinal(of: trainee), scope.sees(person) else { return [] }
        let assignments = view.book.assignments(ofPerson: person).filter { $0.period.end > today }
        return Dictionary(grouping: assignments, by: \.value.supervisor).sorted { $0.key < $1.key }.compactMap { id, mine in
            guard let supervisor = view.book.supervisors[id], scope.sees(supervisor: id) else { return nil }
            let free = halves.map { ($0, view.book.load(of: id, in: $0, from: today).free.minutes) }
            return SupervisorTime(
                name: supervisor.name, assignments: mine.map { .init(period: $0.period, share: $0.value.share) },
                free: scope.isWriter ? Dictionary(free) { first, _ in first } : nil)
        }
    }

    package func supply(in municipality: MunicipalityID, for viewer: Viewer, on today: CalendarDay) async throws -> SupervisorSupply? {
        let view = try await cache.current(on: today)
        guard SupervisionScope(viewer, view).isWriter else { return nil }
        func current(_ id: MunicipalityID) -> MunicipalityID { view.register.directory.currentSuccessor(of: id, on: today) ?? id }
        let shortage = SupervisionShortage(view.book, on: today, halves: 1, home: { view.homes[$0] }, place: current)
        let figures = shortage.byMunicipality[current(municipality)]
        return SupervisorSupply(
            supervisors: figures?.supervisors ?? 0, capacity: figures?.capacity ?? 0, needed: figures?.needed ?? 0)
    }
}
