import AlisDomain

/// A file that was read, with what has been said about it and who imports it: all that a plan needs but the register.
package struct ImportWork: Sendable {
    package let workbook: Workbook
    package let mapping: ImportMapping
    package let settings: ImportSettings
    private let scope: Scope?
    private let today: CalendarDay
    private let index: RegisterIndex

    /// - Parameters:
    ///   - day: the day the file speaks of.
    ///   - scope: what the importer may see and change today; nil: everything.
    package init(
        workbook: Workbook, choices: ImportMappingChoices = ImportMappingChoices(), answers: ImportAnswers = ImportAnswers(),
        day: CalendarDay, scope: Scope?, today: CalendarDay, view: RegisterView, isSynthetic: Bool
    ) {
        self.workbook = workbook
        self.scope = scope
        self.today = today
        index = view.index
        let writable = scope.flatMap { $0.writesEverything ? nil : $0.writableMunicipalities }
        let only = writable.flatMap { $0.count == 1 ? $0.first : nil }
        mapping = ImportRecognition(municipalities: view.directory, on: day, only: only).mapping(of: workbook, choices: choices)
        settings = ImportSettings(
            day: day, writable: writable, municipalities: view.directory, trusts: view.reference.trusts(on: day),
            newSchemeFrom: view.reference.newSchemeFrom, answers: answers, isSynthetic: isSynthetic)
    }

    /// What the import would do to the register as this transaction sees it.
    package func plan(on connection: Connection, newID: () -> RecordID) throws -> ImportPlan {
        let snapshot = try ImportSnapshotStore.load(on: connection)
        var index = index
        // Who may be seen is judged by the same state as what is written.
        if scope?.writesEverything == false { try RegisterIndexStore.update(&index, on: connection) }
        let reach = ImportReach(scope, index, directory: settings.municipalities, on: today)
        let plan = ImportPlanner.plan(workbook, mapping: mapping, register: snapshot, settings: settings, reach: reach, newID: newID)
        guard let writable = settings.writable else { return plan }
        // A row about another's municipality tells the importer nothing of who works there, nor anybody of whom she does not see by name.
        return ImportPlan(
            rows: plan.rows, notInFile: plan.notInFile.filter { writable.contains($0.municipality) && reach.sees($0.trainee) })
    }
}
