import AlisCast
import AlisDomain

@testable import Alis

/// What the register of `TestApplication` holds of supervision: Knut in Fauske (with an account) supervises Ida, Berit in Bergen
/// supervises Torbjørn's municipality, Einar's exemption has run out, and nobody supervises Solveig. One gathering with one place.
enum TestSupervision {
    struct Person: Sendable {
        let key: String
        let id: RecordID
        let supervisor: Supervisor
        let hours: Int
    }

    static let knut = RecordID(high: 0x7E57_5000, low: 1)
    static let berit = RecordID(high: 0x7E57_5000, low: 2)
    static let einar = RecordID(high: 0x7E57_5000, low: 3)
    static let idaAndKnut = RecordID(high: 0x7E57_5001, low: 1)
    static let session = RecordID(high: 0x7E57_5002, low: 1)
    static let gathering = RecordID(high: 0x7E57_5003, low: 1)
    static let secretNote = "Hemmelig samtale om vakt"

    static let supervisors: [Person] = [
        make("knut", knut, "Knut Rønning", "fauske", hours: 700) {
            $0.account = "demo.knut"
            $0.email = EmailAddress("knut@alis.example")
        },
        make("berit", berit, "Berit Sund", "bergen", hours: 1000) {
            $0.meetsDigitally = true
            $0.languages = [.northernSami]
            $0.email = EmailAddress("berit.sund@alis.example")
            $0.phone = "000 98 765"
        },
        make("einar", einar, "Einar Moe", "bodo", hours: 350) {
            ($0.specialist, $0.exemptThrough) = (.none, TestApplication.today.adding(days: -10))
        },
    ].compactMap { $0 }

    private static func make(
        _ key: String, _ id: RecordID, _ name: String, _ place: String, hours: Int, _ more: (inout Supervisor) -> Void
    ) -> Person? {
        guard let municipality = MunicipalityID(place) else { return nil }
        var supervisor = Supervisor(
            name: name, specialist: .generalPractice, specialistSource: "HPR", municipality: municipality, travelKilometres: 60,
            isSynthetic: true)
        more(&supervisor)
        return Person(key: key, id: id, supervisor: supervisor, hours: hours)
    }

    static func fill(_ connection: Connection) throws {
        guard let ida = Cast.ida, let office = OfficeCode("NORD"), let fauske = MunicipalityID("fauske") else { return }
        let began = Instant(startOf: TestApplication.today.adding(days: -400))
        let change = try ChangeLog.record(.supervisorRegistered, by: TestRegister.recorder, at: began, on: connection)
        let writer = FactWriter(connection: connection, change: change)
        let since = TestApplication.today.adding(days: -400)
        for person in supervisors {
            try writer.add(id: person.id.text, person.supervisor, in: .always)
            guard let hours = MonthlyHours(hundredths: person.hours) else { continue }
            try writer.add(id: person.id.text, SupervisorCapacity(supervisor: person.id, hours: hours), in: Period(startingOn: since))
        }
        try writer.add(
            id: idaAndKnut.text, SupervisionAssignment(training: ida.trainingID, supervisor: knut), in: Period(startingOn: since))
        try writer.add(
            id: session.text,
            SupervisionSession(
                training: ida.trainingID, supervisor: knut, day: TestApplication.today.adding(days: -5), minutes: 90, preparationMinutes: 20
            ),
            in: Period(startingOn: TestApplication.today.adding(days: -5)))
        let viewer = Viewer(
            account: "demo.knut", name: "Knut Rønning", grants: [Grant(role: .supervisor, organisation: .municipality(fauske))])
        _ = try SupervisionNotes.add(
            secretNote, id: RecordID(high: 0x7E57_5004, low: 1), session: session, trainee: ida.id, supervisorAccount: "demo.knut",
            by: viewer,
            at: began, on: connection)
        try writer.add(
            id: gathering.text,
            Gathering(
                kind: .group, title: "Veiledningsgruppe Salten", place: "Bodø", first: TestApplication.today.adding(days: -100),
                last: TestApplication.today.adding(days: 500), places: 1, hours: 120, office: office), in: .always)
    }
}
