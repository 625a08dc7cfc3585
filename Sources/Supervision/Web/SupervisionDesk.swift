import AlisDomain

/// What all pages of supervision share: reading what the viewer may see, and the one way to write.
struct SupervisionDesk: Sendable {
    let records: RecordDesk
    let cache: SupervisionCache

    var database: Database { records.database }
    var surroundings: Surroundings { records.surroundings }

    /// Those who may look at supervision at all; what each sees is decided by her scope.
    static let readers: Set<Role> = Set<Role>.writers.union([.supervisor])
    static let parties: Set<Role> = Set<Role>.writers.union([.supervisor, .alis])

    func scope(_ visit: Visit, _ viewer: Viewer) async throws -> SupervisionScope {
        SupervisionScope(viewer, try await cache.current(on: visit.today))
    }

    /// The doctor in the address, if the viewer may see her.
    func person(_ visit: Visit, _ scope: SupervisionScope) throws -> RegisterIndex.Ordinal {
        guard let person = scope.view.register.index.ordinal(of: try visit.recordID("id")), scope.sees(person) else {
            throw PageRefusal.notFound
        }
        return person
    }

    /// Records one change. `lastChange` gives the newest change to what the form is about, when it matters that nobody was first.
    func write(
        _ visit: Visit, by recorder: Recorder, act: ChangeAct, reason: String? = nil,
        lastChange: (@Sendable (Connection) throws -> ChangeNumber)? = nil,
        _ body: @escaping @Sendable (FactWriter) throws -> Bool
    ) async throws -> WriteOutcome<Void> {
        let form = visit.act(act, by: recorder, reason: String((reason ?? visit.form["hvorfor"]).prefix(500)))
        return try await database.carryOut(form, newest: { try lastChange?($0) }, writing: body)
    }
}
