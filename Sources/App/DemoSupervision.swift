import AlisCast
import AlisDomain

/// Writes the synthetic supervision: one change, all rows of a kind at once.
enum DemoSupervision {
    static func write(_ made: SyntheticSupervision, today: CalendarDay, at now: Instant, on connection: Connection) throws {
        let change = try ChangeLog.record(.demo, by: DemoRegister.recorder, reason: "Veiledning", at: now, on: connection)
        func insert<Fact: StoredFact>(_: Fact.Type, _ facts: [(id: String, value: Fact, period: Period)]) throws {
            try connection.insert(
                into: Fact.table, columns: FactWriter.columns(Fact.self),
                rows: facts.map { FactWriter.row(id: $0.id, $0.value, in: $0.period, change: change) })
        }
        try insert(Supervisor.self, made.supervisors.map { (id: $0.id.text, value: $0.supervisor, period: .always) })
        try insert(
            SupervisorCapacity.self,
            made.supervisors.map {
                (id: $0.id.text, value: SupervisorCapacity(supervisor: $0.id, hours: $0.hours), period: Period(startingOn: $0.since))
            })
        try insert(SupervisionAssignment.self, made.assignments.map { (id: $0.id.text, value: $0.value, period: $0.period) })
        try insert(
            SupervisionSession.self, made.sessions.map { (id: $0.id.text, value: $0.value, period: Period(startingOn: $0.value.day)) })
        try insert(SupervisionRequest.self, made.requests.map { (id: $0.id.text, value: $0.value, period: Period(startingOn: today)) })
        try insert(Gathering.self, made.gatherings.map { (id: $0.id.text, value: $0.value, period: .always) })
        try insert(GatheringSignUp.self, made.signUps.map { (id: $0.id.text, value: $0.value, period: Period(startingOn: today)) })
        try writeNotes(made, at: now, on: connection)
    }

    /// Two notes between Ida and Knut, so that both can see what only they can see.
    private static func writeNotes(_ made: SyntheticSupervision, at now: Instant, on connection: Connection) throws {
        guard let ida = Cast.ida, let fauske = MunicipalityID("fauske") else { return }
        let knut = Viewer(
            account: SyntheticSupervision.knutsAccount, name: "Knut Rønning",
            grants: [Grant(role: .supervisor, organisation: .municipality(fauske))])
        let own = made.sessions.filter { $0.value.training == ida.trainingID && $0.value.supervisor == SyntheticSupervision.knut }.suffix(2)
        for (session, text) in zip(
            own, ["Snakket om samhandling med sykehjemmet. Neste gang: vaktordning.", "Plan for sykehusåret. Ida undersøker ønskene sine."])
        {
            let id = RecordID(high: session.id.high ^ 0x4E07, low: session.id.low)
            _ = try SupervisionNotes.add(
                text, id: id, session: session.id, trainee: ida.id, supervisorAccount: knut.account, by: knut, at: now, on: connection)
        }
    }
}
