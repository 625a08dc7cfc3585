import AlisCast
import AlisDomain
import Foundation
import HTTPTypes
import Testing

@testable import Alis

/// The product at the times when a calendar goes wrong: every page opens, what it says of days is right, and a form sent then is carried out
/// on the right day. What is right is worked out by another calendar than ours (`CalendarMoment`).
@Suite struct CalendarSweepTests {
    private static let lastDay = "2026-12-31"

    private func person(_ key: String) throws -> TestRegister.Person { try #require(TestRegister.person(key)) }

    private func marks(_ page: String) -> [(String, String)] { PlanDeskWork.marks(page, ["_once", "_based", "_stretch", "_vist"]) }

    // MARK: Every page

    private static let readers = ["jon", "ravna", "ingvild", "hilde", "ida", "torbjorn", "knut", "elin", "priya"]
    /// Those who open what stands under a name too, since what they see of it differs.
    private static let walkers: Set<String> = ["jon", "torbjorn"]

    @Test(arguments: CalendarMoment.chosen)
    func `every page opens, and none counts in the wrong number or asks for what is past`(moment: CalendarMoment) async throws {
        let test = try await TestApplication.make(at: moment.time)
        let addresses = AccessAddresses(slugs: ["fauske": "1841-fauske", "voss": "4621-voss"], tokens: [], strangersImport: "x")
        let owners: Set<String> = ["ida", "torbjorn"]
        var opened = 0
        for key in Self.readers {
            let client = try await test.client(as: key)
            for route in test.routes where route.method == .get {
                if route.path.contains(":"), !Self.walkers.contains(key) { continue }
                for address in addresses.fill(route) where address.owner.map({ owners.contains($0.key) }) ?? true {
                    let reply = try await client.get(address.path)
                    let what = "\(address.path) as \(key)"
                    #expect(reply.status < 500, "\(what)")
                    guard reply.status == 200, !reply.contentType.contains("openxml"), !reply.contentType.contains("pdf") else { continue }
                    opened += 1
                    try judge(reply.said, at: moment, what)
                }
            }
        }
        #expect(opened > 200)
    }

    private func judge(_ text: String, at moment: CalendarMoment, _ what: String) throws {
        for found in text.matches(of: /(?:^|[^\d,.–−])((?:0|1) (?:dager|dagar|måneder|månader) (?:til|att|igjen|siden|sidan))/) {
            Issue.record("\(what): «\(found.1)»")
        }
        if text.contains("31.2.2") || text.contains("30.2.2") || text.contains("31.4.2") {
            Issue.record("\(what): a day that is not there")
        }
        for found in text.matches(of: /(?:innen|innan) (\d+)\.(\d+)\.(\d{4})/) {
            let numbers = [found.3, found.2, found.1].compactMap { Int($0) }
            let day = String(format: "%04d-%02d-%02d", numbers[0], numbers[1], numbers[2])
            if try #require(moment.days(until: day)) < 0 { Issue.record("\(what): «\(found.0)», which has passed") }
        }
        guard try #require(moment.days(until: Self.lastDay)) < 0 else { return }
        for word in [
            "til siste frist", "må søke innen fristen", "må søkje innan fristen", "Dette er siste dag for å søke", "Ferdig før fristen",
        ]
        where text.contains(word) { Issue.record("\(what): «\(word)», and the last day has passed") }
    }

    // MARK: The old scheme's last day

    @Test(arguments: CalendarMoment.chosen)
    func `how long is left of the old scheme is right everywhere it is told`(moment: CalendarMoment) async throws {
        let test = try await TestApplication.make(at: moment.time)
        let left = try #require(moment.days(until: Self.lastDay))
        let passed = left < 0
        let front = try await test.client().get("/").said
        let (samira, torbjorn) = (try await test.client(as: "samira"), try await test.client(as: "torbjorn"))
        let noor = try person("noor")
        #expect(
            front.contains(
                passed
                    ? "Siste dag å søke om godkjenning etter den gamle ordningen var 31.12.2026"
                    : left == 0 ? "0 dager igjen: i dag er siste dag å søke" : "\(left) dager igjen til 31.12.2026"))
        let start = try await samira.get("/").said
        #expect(start.contains("1 ALIS står fortsatt i gammel ordning, og siste frist er passert") == passed)
        #expect(start.contains("1 ALIS i gammel ordning må søke innen fristen eller konvertere") == !passed)
        let short = passed ? "siste frist er passert" : left == 0 ? "siste frist er i dag" : "\(left) dager til siste frist"
        #expect(try await samira.get("/oversikt").said.contains("gammel ordning, \(short)"))
        #expect(try await samira.get("/alis/\(noor.id)").said.contains("Gammel ordning: \(short)"))
        let page = try await samira.get("/oppfolging/gammel-ordning").said
        let long =
            passed
            ? "Siste frist gikk ut 31.12.2026. Det var siste dag"
            : left == 0 ? "Siste frist er i dag, 31.12.2026. Dette er" : "\(left) dager igjen til siste frist, 31.12.2026. Dette er"
        #expect(page.contains(long) && page.contains("Ferdig før fristen") == !passed)
        let csv = try await samira.get("/oppfolging/gammel-ordning.csv").text
        #expect(csv.contains(noor.trainee.fullName) && !csv.contains("Ferdig før fristen"))
        let plan = try await torbjorn.get("/alis/\(try person("torbjorn").id)/plan").said
        #expect(plan.contains("se hva konvertering gir \(passed ? "fristen var" : "innen") 31.12.2026"))
        let calendar = try await torbjorn.get("/alis/\(try person("torbjorn").id)/plan.ics").text
        #expect(calendar.contains("DTSTART;VALUE=DATE:20261231") == !passed)
        #expect(try await samira.get("/arbeidslister/gammel-ordning-rekker-ikke").said.contains("1 ALIS er ikke i mål i gammel ordning"))
    }

    // MARK: Days, years and half-years

    @Test(arguments: CalendarMoment.chosen)
    func `today, this year and this half-year are Norway's`(moment: CalendarMoment) async throws {
        let test = try await TestApplication.make(at: moment.time)
        let (jon, ida) = (try await test.client(as: "jon"), try person("ida"))
        let overview = try await jon.get("/oversikt").said
        #expect(overview.contains("per \(moment.day()), slik registeret er kjent nå"))
        let file = try await jon.get("/oversikt.csv")
        #expect(file.text.contains("# Per dato: \(moment.day())") && file.text.contains("# Tatt ut: \(moment.day()) kl. \(moment.clock)"))
        #expect((file.headers[.contentDisposition] ?? "").contains("alis-oversikt-\(moment.iso)"))
        // The first half-year that can be wished for, planned and drafted is the one it is now.
        for (form, first) in [("onske/ny", "–"), ("plan/utkast", "Foreslå (etter to år)")] {
            let page = try await jon.get("/alis/\(ida.id)/\(form)").text
            let select = try #require(page.firstMatch(of: /<select[^>]*name="(?:tidligst|halvaar)"[\s\S]*?<\/select>/)).0
            let options = select.matches(of: /<option value="([^"]*)"[^>]*>([^<]*)/).map { ($0.1, $0.2) }
            #expect(options.first.map { $0.0 == "" && $0.1 == first } ?? false, "\(form): \(options.first?.1 ?? "")")
            #expect(options.dropFirst().first?.0 == Substring(moment.halfYear), "\(form): \(options.dropFirst().first?.0 ?? "")")
        }
        let figures = try await test.client().get("/tall")
        #expect(figures.status == 303 && figures.location?.contains("per=\(moment.published)") ?? false, "\(figures.location ?? "")")
        let table = try await test.client().get("/tall?per=\(moment.published)").said
        #expect(table.contains("Begynte og ble ferdige i \((Int(moment.published.prefix(4)) ?? 0) - 1)"))
        #expect(try await jon.get("/laeringsmal").said.contains("kreves \(moment.day())"))
        #expect(try await jon.get("/alis/\(ida.id)/plan/utskrift").said.contains("Skrevet ut \(moment.day())"))
    }

    // MARK: Forms

    /// On the second engine at some of the times: what a form does there is tested everywhere else.
    private static let sends = CalendarMoment.chosen.enumerated().flatMap { index, moment in
        TestEngine.all.filter { $0 == .sqlite || index % 5 == 3 || CalendarMoment.chosen.count == 1 }.map { ($0, moment) }
    }

    @Test(arguments: sends)
    func `what is confirmed, begun, wished for and logged now is so from today in Norway`(
        engine: TestEngine, moment: CalendarMoment
    ) async throws {
        let test = try await TestApplication.make(engine: engine, at: moment.time)
        let (hilde, ida) = (try await test.client(as: "hilde"), try await test.client(as: "ida"))
        let (place, record) = ("/kommuner/1841-fauske", "/alis/\(try person("ida").id)")
        #expect(try await hilde.post("\(place)/bekreftelse", [("_once", "a")]).status == 303)
        #expect(try await hilde.get(place).said.contains("Bekreftet \(moment.day()) av Hilde Strand"))

        let started = try await started(hilde)
        func register(_ name: String, from day: String) async throws -> String {
            let fields = [
                ("fornavn", "Ny"), ("etternavn", name), ("fodt", "1990"), ("startet", day), ("ventet", ""), ("ordning", "ny"),
                ("kommune", "Fauske"), ("form", "fastlonn"), ("prosent", "100"), ("fra", day), ("til", ""), ("_once", name),
            ]
            let sent = try await hilde.post("/alis/ny", fields)
            #expect(sent.status == 303, "\(name): \(sent.status)")
            return String(try #require(sent.location).prefix { $0 != "?" })
        }
        let path = try await register("Idag", from: moment.day())
        #expect(try await hilde.get(path).said.contains("Ny ordning, fra \(moment.day())"))
        _ = try await register("Imorgen", from: moment.day(laterBy: 1))
        #expect(try await self.started(hilde) == started + 1, "who begins tomorrow has not begun")

        let wish = [
            ("sted1", "UNN"), ("avdeling1", ""), ("tidligst", moment.halfYear), ("senest", moment.halfYear), ("maneder", "3"),
            ("prosent", "100"), ("merknad", ""),
        ]
        #expect(try await ida.post("\(record)/onske/ny", wish + marks(try await ida.get("\(record)/onske/ny").text)).status == 303)
        #expect(try await ida.get("\(record)/historikk").said.contains("\(moment.day()) kl. \(moment.clock)"))

        func log(_ day: String, _ once: String) async throws -> TestClient.Reply {
            let fields = [
                ("hvem", TestSupervision.knut.text), ("dag", day), ("minutter", "45"), ("hvordan", "digitalt"), ("slag", "individuell"),
                ("notat", ""), ("_once", once),
            ]
            return try await ida.post("\(record)/veiledning/okt", fields)
        }
        #expect(try await ida.get("\(record)/veiledning/okt").text.contains("value=\"\(moment.day())\""))
        #expect(try await log(moment.day(), "today").status == 303)
        let ahead = try await log(moment.day(laterBy: 1), "tomorrow")
        #expect(ahead.status == 422 && ahead.text.contains("ikke kommet"))
        #expect(try await ida.get("\(record)/veiledning").said.contains("\(moment.day()) 45 min"))
    }

    /// How many of Fauske have begun this year, by the overview.
    private func started(_ client: TestClient) async throws -> Int {
        let page = try await client.get("/oversikt?kommune=fauske").said
        return try #require(page.firstMatch(of: /(\d+) startet i år/).flatMap { Int($0.1) })
    }

    /// A month before, half a year before and a year before, to the day: the last month of some is shorter.
    @Test(arguments: CalendarMoment.chosen)
    func `the last half-year reaches back to the same day of the month, or to the month's last`(moment: CalendarMoment) async throws {
        let test = try await TestApplication.make(at: moment.time)
        let jon = try await test.client(as: "jon")
        let today = moment.time.dayInNorway
        #expect(today.norwegian == moment.day())
        let edge = today.adding(months: -6)
        #expect(edge.norwegian == moment.day(laterBy: -6, .month))
        // Fauske confirmed on the first day that counts, Voss the day before.
        for (key, day) in [("fauske", edge), ("voss", edge.adding(days: -1))] {
            let (id, place) = (test.surroundings.newID().text, try #require(MunicipalityID(key)))
            try await test.database.write { connection in
                let change = try ChangeLog.record(.confirmed, by: TestRegister.recorder, at: TestRegister.began, on: connection)
                let confirmation = Confirmation(municipality: place, personName: "Prøve", account: "demo.hilde", day: day)
                try FactWriter(connection: connection, change: change).add(id: id, confirmation, in: Period(startingOn: day))
            }
        }
        #expect(try await jon.get("/oversikt").said.contains("1 av 357 kommuner har bekreftet tallene sine det siste halve året"))
        let map = try await jon.get("/oversikt?vis=ferskhet").text
        for (name, shade) in [("Fauske", "h4"), ("Voss", "h3")] {
            #expect(map.firstMatch(of: try Regex("class=\"\(shade)\" d=\"[^\"]*\"><title>\(name): ")) != nil, "\(name)")
        }
        let stale = try await jon.get("/oppfolging?maneder=6").text
        #expect(!stale.contains(">Fauske<") && stale.contains(">Voss<"))
        #expect(try await jon.get("/kommuner/1841-fauske").said.contains("Sist bekreftet \(edge.norwegian), for 6 måneder siden"))
        let all = try await jon.get("/oppfolging?maneder=0").text
        let row = try #require(all.components(separatedBy: ">Fauske<").last?.components(separatedBy: "</tr>").first)
        #expect(row.contains("6 måneder"))
    }

    @Test(arguments: CalendarMoment.chosen)
    func `a plan drafted now begins now, and whole months are months wherever they begin`(moment: CalendarMoment) async throws {
        let test = try await TestApplication.make(at: moment.time)
        let (hilde, ida) = (try await test.client(as: "hilde"), try await test.client(as: "ida"))
        let half = try #require(HalfYear(code: moment.halfYear)?.next)
        let path = try await PlanDeskWork.draft(hilde, from: moment.day(), hospital: half.code)
        let page = try await ida.get(path).said
        let last = half.next.start.adding(days: -1).norwegian
        let before = half.start.adding(days: -1).norwegian
        #expect(
            page.contains(moment.day() == before ? "Fauske 80 %, \(before), " : "\(moment.day())–\(before)"), "practice to the hospital")
        #expect(page.contains("\(half.start.norwegian)–\(last)") && page.contains("Utkast laget \(moment.day())"))
        let calendar = try await ida.get("\(path).ics").text
        #expect(calendar.contains("DTSTAMP:\(moment.time.iso.prefix(19).filter { $0 != "-" && $0 != ":" })Z"))
        // Moved to a month from now, the six months end six months later: on the day before the same day, or before the month's last.
        let begins = moment.day(laterBy: 1, .month)
        let tried = try await ida.get("\(path)/hva-om?prov=1&hva=sykehus&fra=\(begins)")
        #expect(tried.status == 200)
        let numbers = begins.split(separator: ".").compactMap { Int($0) }
        let start = try #require(CalendarDay(year: numbers[2], month: numbers[1], day: numbers[0]))
        #expect(tried.said.contains("\(begins)–\(start.adding(months: 6).adding(days: -1).norwegian): Institusjonstjeneste"))
        #expect(try await ida.get("\(path)/hva-om?prov=1&hva=sykehus&fra=\(moment.day(laterBy: -1))").status == 422)
        // It is to be gone through again within a year; after that nothing is asked to be done by a day that has passed.
        test.clock.advance(seconds: 400 * 86_400)
        try await ida.signIn("demo.ida")
        let old = try await ida.get(path).said
        #expect(old.contains("Gå gjennom planen: det er over et år siden sist fristen var \(moment.day(laterBy: 12, .month))"))
    }

    // MARK: The night of the change

    @Test(arguments: TestEngine.all)
    func `the hour that comes twice is told apart by what was known, and a session lasts as long as on other nights`(engine: TestEngine)
        async throws
    {
        let first = try #require(Instant(iso: "2026-10-25T00:30:00Z"))
        let test = try await TestApplication.make(engine: engine, at: first)
        let ida = try await test.client(as: "ida")
        let record = "/alis/\(try person("ida").id)"
        func telephone(_ number: String) async throws {
            let form = try await ida.get("\(record)/person").text
            #expect(try await ida.post("\(record)/person", [("telefon", number)] + marks(form)).status == 303)
        }
        try await telephone("000 11 111")
        test.clock.advance(seconds: 3600)
        try await telephone("000 22 222")
        let history = try await ida.get("\(record)/historikk").said
        // Both say what the clock on the wall said, the second first.
        let entries = history.components(separatedBy: "25.10.2026 kl. 02.30").dropFirst()
        #expect(entries.count == 2 && entries.first?.contains("000 22 222") ?? false && entries.last?.contains("000 22 222") == false)
        // Four hours unseen from the second of them, whatever the clock on the wall says.
        test.clock.advance(seconds: SessionStore.idleSeconds - 60)
        #expect(try await ida.get(record).status == 200)
        test.clock.advance(seconds: SessionStore.idleSeconds + 60)
        #expect(try await ida.get(record).status == 303)
    }

    @Test(arguments: TestEngine.all)
    func `what was recorded in a day's last second was known on that day`(engine: TestEngine) async throws {
        for (last, day) in [
            ("2027-01-31T22:59:59Z", "2027-01-31"), ("2027-03-28T21:59:59Z", "2027-03-28"), ("2027-10-31T22:59:59Z", "2027-10-31"),
        ] {
            let test = try await TestApplication.make(engine: engine, at: try #require(Instant(iso: last)))
            let hilde = try await test.client(as: "hilde")
            let fields = [
                ("fornavn", "Sen"), ("etternavn", "Kveld"), ("fodt", "1990"), ("startet", "1.1.2027"), ("ordning", "ny"),
                ("kommune", "Fauske"), ("form", "fastlonn"), ("prosent", "100"), ("fra", "1.1.2027"),
            ]
            #expect(try await hilde.post("/alis/ny", fields).status == 303)
            test.clock.advance(seconds: 3600)
            func list(_ known: String) async throws -> Bool {
                try await hilde.get("/alis.csv?per=\(day)&kjent=\(known)").text.contains("Kveld")
            }
            #expect(try await list(day), "\(day)")
            let before = try #require(CalendarDay(iso: day)).adding(days: -1).iso
            #expect(try await !list(before), "\(before)")
        }
    }
}
