import AlisDomain
import Testing

/// Who is suggested, in which order, and why.
@Suite struct SupervisorPoolTests {
    private typealias Make = SupervisionFixture

    /// Each line: name, municipality, free hours, travel km, in person, digital, language, trust, specialist.
    private struct Line {
        let name: String, place: String, free: Int, travel: Int
        var inPerson = true, digital = false, sami = false
        var trust = "NLSH"
        var status = SpecialistStatus.generalPractice
    }

    private func names(
        _ lines: [Line], before: [Int] = [], now: [Int] = [], language: SupervisorLanguage? = nil, minutes: Int = 210
    ) throws -> [String] {
        try suggestions(lines, before: before, now: now, language: language, minutes: minutes).map { lines[Int($0.id.low) - 1].name }
    }

    private func suggestions(
        _ lines: [Line], before: [Int] = [], now: [Int] = [], language: SupervisorLanguage? = nil, minutes: Int = 210
    ) throws -> [SupervisorPool.Suggestion] {
        let candidates = lines.enumerated().map { index, line in
            SupervisorPool.Candidate(
                id: Make.id(UInt64(index + 1)),
                supervisor: Supervisor(
                    name: line.name, specialist: line.status, municipality: Make.place(line.place),
                    languages: line.sami ? [.northernSami] : [],
                    meetsInPerson: line.inPerson, meetsDigitally: line.digital, travelKilometres: line.travel),
                trust: TrustCode(line.trust), free: SupervisionTime(minutes: line.free))
        }
        return SupervisorPool.suggestions(
            for: .init(
                municipality: Make.place("fauske"), trust: TrustCode("NLSH"), monthly: SupervisionTime(minutes: minutes),
                language: language,
                before: Set(before.map { Make.id(UInt64($0)) }), now: Set(now.map { Make.id(UInt64($0)) }), day: Make.day("2026-11-18")),
            among: candidates, distances: try Make.distances.get().distances)
    }

    @Test func `the order is the one that is written down`() throws {
        let lines = [
            Line(name: "Bodø nok tid", place: "bodo", free: 300, travel: 60),
            Line(name: "Fauske nok tid", place: "fauske", free: 220, travel: 10),
            Line(name: "Fauske litt tid", place: "fauske", free: 100, travel: 10),
            Line(name: "Bergen digitalt", place: "bergen", free: 900, travel: 10, digital: true, trust: "HBE"),
            Line(name: "Alta digitalt samisk", place: "alta", free: 900, travel: 10, digital: true, sami: true, trust: "FSHF"),
            Line(name: "Bodø for kort reise", place: "bodo", free: 900, travel: 30),
            Line(name: "Full", place: "fauske", free: 0, travel: 10),
            Line(name: "Ikke spesialist", place: "fauske", free: 900, travel: 10, status: .none),
        ]
        #expect(try names(lines) == ["Fauske nok tid", "Bodø nok tid", "Alta digitalt samisk", "Bergen digitalt", "Fauske litt tid"])
        #expect(try names(lines, language: .northernSami).prefix(3) == ["Fauske nok tid", "Bodø nok tid", "Alta digitalt samisk"])
        #expect(try names(lines, before: [4]).first == "Bergen digitalt", "she who knows her comes first, if she has time")
        #expect(try names(lines, before: [3]).first == "Fauske nok tid", "time for all of her counts more")
        #expect(try !names(lines, now: [2]).contains("Fauske nok tid"))
    }

    @Test func `each suggestion says why`() throws {
        let found = try suggestions(
            [
                Line(name: "A", place: "bodo", free: 300, travel: 60), Line(name: "B", place: "fauske", free: 100, travel: 10),
                Line(name: "C", place: "bergen", free: 300, travel: 10, digital: true, sami: true, trust: "HBE", status: .unknown),
            ], before: [3], language: .northernSami)
        #expect(found.map(\.id.low) == [3, 1, 2])
        #expect(
            found[0].reasons == [
                .enoughTime(freeMinutes: 300), .supervisedBefore, .digital(kilometres: found[0].kilometres), .language(.northernSami),
                .statusNotChecked,
            ])
        #expect(
            found[1].reasons.contains(.withinTravel(kilometres: found[1].kilometres ?? 0)) && (40...50).contains(found[1].kilometres ?? 0))
        #expect(found[2].reasons.prefix(2) == [.someTime(freeMinutes: 100, neededMinutes: 210), .sameMunicipality])
    }

    @Test func `who is full or may not supervise in a half-year to come stands behind, and it is said`() throws {
        let day = Make.day("2026-11-18")
        let halves = SupervisionBook.halfYears(from: day, count: SupervisorPool.halvesAhead)
        func candidate(_ number: UInt64, _ name: String, now: Int, ahead: [Int], exempt: String? = nil) -> SupervisorPool.Candidate {
            var supervisor = Supervisor(
                name: name, specialist: exempt == nil ? .generalPractice : .none, municipality: Make.place("fauske"), travelKilometres: 50)
            supervisor.exemptThrough = exempt.map(Make.day)
            return SupervisorPool.Candidate(
                id: Make.id(number), supervisor: supervisor, trust: nil, free: SupervisionTime(minutes: now),
                ahead: zip(halves, ahead).map { .init(half: $0, free: SupervisionTime(minutes: $1)) })
        }
        let found = SupervisorPool.suggestions(
            for: .init(municipality: Make.place("fauske"), trust: nil, monthly: SupervisionTime(minutes: 210), day: day),
            among: [
                candidate(1, "Lovet bort", now: 420, ahead: [420, -30, 0]),
                candidate(2, "Mindre senere", now: 420, ahead: [420, 420, 100]),
                candidate(3, "Unntak", now: 420, ahead: [420, 7, 0], exempt: "2027-01-03"),
                candidate(4, "Hele veien", now: 220, ahead: [220, 220, 220]),
                candidate(5, "Langt unntak", now: 300, ahead: [300, 300, 300], exempt: "2029-01-01"),
            ], distances: try Make.distances.get().distances)
        #expect(found.map(\.id.low) == [5, 4, 2, 3, 1])
        #expect(found.map(\.isEnough) == [true, true, false, false, false])
        let reasons = Dictionary(uniqueKeysWithValues: found.map { ($0.id.low, $0.reasons) })
        #expect(reasons[1]?.contains(.lessAhead(halves[1], freeMinutes: -30)) == true)
        #expect(reasons[2]?.contains(.lessAhead(halves[2], freeMinutes: 100)) == true)
        #expect(
            reasons[3]?.contains(.mayUntil(Make.day("2027-01-03"))) == true
                && reasons[5]?.contains(.exemptThrough(Make.day("2029-01-01"))) == true)
        #expect(reasons[4] == [.enoughTime(freeMinutes: 220), .enoughThrough(halves[2]), .sameMunicipality])
    }

    @Test func `a load comes to the same in a month whatever the length of the half-year`() throws {
        let day = Make.day("2026-11-18")
        let book = try Make.book(capacities: [1: 700], assignments: [(1, "2026-01-01", nil, 100)])
        for half in SupervisionBook.halfYears(from: day, count: 3) {
            let load = book.monthlyLoad(of: Make.id(1), in: half, from: day)
            #expect(load.capacity.minutes == 420 && load.needed.minutes == 210)
        }
    }

    @Test func `the order depends on nothing but the question`() throws {
        var dice = DomainDice(seed: 3)
        let places = ["fauske", "bodo", "bergen", "alta", "oslo", "voss"]
        for _ in 0..<60 {
            let lines = (0..<12).map { index in
                Line(
                    name: "N\(dice.below(4))", place: places[dice.below(6)], free: dice.below(5) * 90, travel: dice.below(200),
                    inPerson: dice.below(2) == 0,
                    digital: dice.below(2) == 0, sami: dice.below(2) == 0)
            }
            let first = try suggestions(lines, language: .northernSami)
            #expect(try suggestions(lines, language: .northernSami) == first)
            let enough = first.map(\.isEnough)
            #expect(enough == enough.sorted { $0 && !$1 }, "those with time for all of her come first")
            #expect(Set(first.map(\.id)).count == first.count)
        }
    }

    @Test func `distances are those of the map`() throws {
        let distances = try Make.distances.get().distances
        for (from, to, low, high) in [
            ("fauske", "bodo", 38, 52), ("oslo", "bergen", 295, 315), ("oslo", "oslo", 0, 0), ("alta", "kautokeino", 90, 130),
        ] {
            let km = try #require(distances.kilometres(Make.place(from), Make.place(to)))
            #expect((low...high).contains(km), "\(from)–\(to): \(km)")
            #expect(distances.kilometres(Make.place(to), Make.place(from)) == km)
        }
        #expect(distances.kilometres(Make.place("oslo"), Make.place("ingensteds")) == nil)
    }
}
