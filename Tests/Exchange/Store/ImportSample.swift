import AlisDomain

@testable import Alis

/// Lists as municipalities send them, and imports of them, for the tests of imports.
enum ImportSample {
    static let heading = "Etternavn;Fornavn;HPR-nr;Knr.;Ordning;Oppstart;Tilknytning;Stilling %"

    /// Two new doctors in Fauske, one row that must be corrected, and one that Solveig Breivik's own municipality sends of her.
    static let list = """
        \(heading)
        Prøve;Kari;980000001;1841;ny;01.03.2024;fastlønn;80 %
        Prøve;Per;980000002;1841;gml.;01.03.2018;næringsdrift;100
        Prøve;Anne;980000003;1841;ny;31.02.2021;fastlønn;100 %
        Breivik;Solveig;990000201;1841;ny;01.09.2024;fastlønn;60 %
        """

    static func many(_ count: Int) -> String {
        heading + "\n"
            + (0..<count).map { "Prøve\(letters($0));Ola;\(980_000_000 + $0);Fauske;ny;01.03.2024;fastlønn;100 %" }.joined(separator: "\n")
    }

    /// A number as letters: names have no digits.
    private static func letters(_ number: Int) -> String {
        String(number).map { String(UnicodeScalar(UInt8(97 + ($0.wholeNumberValue ?? 0)))) }.joined()
    }

    static func work(_ text: String, _ test: TestApplication, as viewer: Viewer? = nil) async throws -> ImportWork {
        let workbook = try SpreadsheetReader.read(Array(text.utf8), fileName: "liste.csv")
        let view = try await test.application.register.current()
        let today = TestApplication.today
        return ImportWork(
            workbook: workbook, day: today, scope: viewer.map { view.scope($0, on: today) }, today: today, view: view, isSynthetic: true)
    }

    /// Plans and applies in one transaction; gives the plan and the change.
    static func run(_ text: String, _ test: TestApplication) async throws -> (ImportPlan, ChangeNumber?) {
        let work = try await work(text, test)
        let (now, newID) = (test.clock.now, test.surroundings.newID)
        return try await test.database.write { connection in
            let plan = try work.plan(on: connection, newID: newID)
            guard !plan.operations.isEmpty else { return (plan, nil) }
            return (plan, try apply(plan, at: now, on: connection))
        }
    }

    static func apply(_ plan: ImportPlan, at now: Instant, on connection: Connection) throws -> ChangeNumber {
        let change = try ChangeLog.record(.imported, by: TestRegister.recorder, reason: "liste.csv", at: now, on: connection)
        try ImportApply.run(plan.operations, in: change, on: connection)
        return change
    }

    static func trainees(_ test: TestApplication) async throws -> Int {
        try await test.database.read { try $0.count("SELECT COUNT(DISTINCT id) FROM trainee") }
    }
}
