import AlisDomain

/// What waits in supervision.
struct SupervisionWaiting: WaitingSource, OtherListSource {
    let supervision: SupervisionCache
    let database: Database

    /// Those that have something in them, and for a supervisor the requests she has not answered; nothing for those who cannot act.
    package func waiting(for viewer: Viewer, on today: CalendarDay) async throws -> [Waiting] {
        guard !viewer.roles.isDisjoint(with: SupervisionDesk.readers) else { return [] }
        let scope = SupervisionScope(viewer, try await supervision.current(on: today))
        let view = scope.view
        var waiting = scope.isWriter ? Self.lists(scope) : []
        for own in scope.ownSupervisors.sorted() {
            let link = Addresses.supervisor(own)
            let asked = view.requests.filter { $0.value.supervisor == own && $0.value.standing(on: today) == .pending }.count
            waiting.append(Waiting(count: asked, what: Self.requests(asked), link: link, isUrgent: true))
            let doctors = Set(view.book.assignments(of: own).filter { $0.period.contains(today) }.map(\.person)).count
            waiting.append(Waiting(count: doctors, what: Self.doctorsOfYours(doctors), link: link, isUrgent: false))
        }
        return waiting.filter { $0.count > 0 } + (viewer.has(.supervisor) ? try await objectives(scope, on: today) : [])
    }

    package func lists(for viewer: Viewer, on today: CalendarDay) async throws -> [Waiting] {
        Self.lists(SupervisionScope(viewer, try await supervision.current(on: today)))
    }

    private static func lists(_ scope: SupervisionScope) -> [Waiting] {
        SupervisionWork.allCases.map { list in
            let count = list.rows(scope).count
            return Waiting(count: count, what: list.waiting(count), link: list.address(), isUrgent: count > 0 && list != .hoursBehind)
        }
    }

    /// The objectives that wait for this supervisor's recommendation, one line for each doctor.
    private func objectives(_ scope: SupervisionScope, on today: CalendarDay) async throws -> [Waiting] {
        let view = scope.view
        var doctors: [RecordID: RegisterIndex.Ordinal] = [:]
        for supervisor in scope.ownSupervisors {
            for assignment in view.book.assignments(of: supervisor) where assignment.period.contains(today) {
                doctors[assignment.value.training] = assignment.person
            }
        }
        let trainings = doctors.keys.sorted()
        let counts = try await database.read { try ObjectiveStore.waitingForSupervisor(trainings: trainings, on: $0) }
        return trainings.compactMap { training in
            guard let count = counts[training], let person = doctors[training] else { return nil }
            return Waiting(
                count: count, what: Self.objectives(view.name(person)),
                link: "\(Addresses.objectives(view.personID(person)))?vis=under-vurdering", isUrgent: false)
        }
    }

    private static func requests(_ count: Int) -> Text {
        count == 1
            ? Text("forespørsel om veiledning venter på svar fra deg", nn: "førespurnad om rettleiing ventar på svar frå deg")
            : Text("forespørsler om veiledning venter på svar fra deg", nn: "førespurnader om rettleiing ventar på svar frå deg")
    }
    private static func doctorsOfYours(_ count: Int) -> Text {
        count == 1
            ? Text("lege veileder du nå: kapasitet og økter", nn: "lege rettleier du no: kapasitet og økter")
            : Text("leger veileder du nå: kapasitet og økter", nn: "legar rettleier du no: kapasitet og økter")
    }
    private static func objectives(_ name: String) -> Text {
        Text("læringsmål venter på anbefaling fra deg: \(name)", nn: "læringsmål ventar på tilråding frå deg: \(name)")
    }
}
