import AlisDomain
import Testing

/// How much supervision a doctor is to have, and how an account of it stands.
@Suite struct SupervisionRuleTests {
    private typealias Make = SupervisionFixture

    @Test func `the files are without problems, and every figure has a source`() throws {
        let (rates, problems) = try Make.rates.get()
        #expect(problems.isEmpty, "\(problems.map(\.text.nb))")
        for code in SupervisionRates.Code.allCases {
            #expect(rates.rate(code, on: Make.day("2026-11-18"))?.source.isEmpty == false, "\(code)")
        }
        #expect(rates.monthlyMinutes(on: Make.day("2026-11-18")) == 210)
        #expect(rates.monthlyMinutes(on: Make.day("2019-02-28")) == 0, "the new scheme began on 1 March 2019")
        let (distances, wrong) = try Make.distances.get()
        #expect(wrong.isEmpty && distances.places.count == 357)
    }

    @Test func `a broken file of figures is told by line`() {
        let header = "code,value,unit,from,to,source\n"
        func kinds(_ text: String) -> [ReferenceProblem.Kind] { SupervisionRates.parse(text).problems.map(\.kind) }
        #expect(kinds(header + "individualHours,four,h,2019-03-01,,x") == [.badValue(column: "value", value: "four")])
        #expect(kinds(header + "unknown,4,h,2019-03-01,,x") == [.badValue(column: "code", value: "unknown")])
        #expect(kinds(header + "individualHours,4,h,2019-03-01,,") == [.badValue(column: "source", value: "")])
        #expect(kinds("code,value\n").contains(.missingColumn("source")))
        let twice = kinds(header + "individualHours,4,h,2019-03-01,,x\nindividualHours,5,h,2020-01-01,,x")
        #expect(twice == [.overlap(id: "individualHours", day: Make.day("2020-01-01"))])
    }

    /// | position | period | hours |
    @Test(arguments: [
        (100, "2025-01-01", "2026-01-01", 42 * 60), (100, "2026-01-01", "2026-02-01", 210), (100, "2024-02-01", "2024-03-01", 210),
        (80, "2025-01-01", "2026-01-01", 42 * 48), (50, "2025-07-01", "2026-01-01", 630), (100, "2026-02-01", "2026-02-15", 105),
        (100, "2026-11-16", "2026-12-16", 207), (37, "2025-01-01", "2026-01-01", 932),
    ])
    func `four hours in ten and a half months, by position and by days of the month`(
        position: Int, from: String, to: String, minutes: Int
    ) throws {
        let rates = try Make.rates.get().rates
        #expect(rates.expected(in: Make.period(from, to), position: Make.percent(position)).minutes == minutes)
    }

    @Test func `the parts of a stretch add up to the whole, however it is cut`() throws {
        let rates = try Make.rates.get().rates
        var dice = DomainDice(seed: 42)
        for _ in 0..<300 {
            let start = Make.day("2019-03-01").adding(days: dice.below(2500))
            let middle = start.adding(days: 1 + dice.below(500))
            let end = middle.adding(days: 1 + dice.below(500))
            let position = PositionPercent(hundredths: 1 + dice.below(10_000)) ?? .full
            let share = PositionPercent(hundredths: 1 + dice.below(9_999)) ?? .full
            let rest = PositionPercent(hundredths: 10_000 - share.hundredths) ?? .full
            guard let whole = Period(from: start, to: end), let first = Period(from: start, to: middle),
                let second = Period(from: middle, to: end)
            else { continue }
            let sum = rates.expected(in: first, position: position) + rates.expected(in: second, position: position)
            #expect(sum == rates.expected(in: whole, position: position))
            // Two supervisors who share a doctor have together what one would have alone.
            let shared =
                rates.expected(in: whole, position: position, share: share) + rates.expected(in: whole, position: position, share: rest)
            #expect(shared == rates.expected(in: whole, position: position))
        }
    }

    @Test func `hours are read and written without being rounded`() {
        for (typed, text) in [("4", "4"), ("3,5", "3,5"), ("10.25", "10,25"), (" 0 ", "0"), ("80", "80")] {
            #expect(MonthlyHours(typed: typed)?.text == text)
        }
        for wrong in ["", "-1", "81", "4,555", "fire", "4,", ",5", "1e3", "٣"] { #expect(MonthlyHours(typed: wrong) == nil, "\(wrong)") }
        for (minutes, text) in [(210, "3,5"), (0, "0"), (45, "0,8"), (100, "1,7"), (-90, "−1,5"), (2520, "42"), (10, "0,2")] {
            #expect(HoursText.hours(minutes) == text)
        }
        var dice = DomainDice(seed: 9)
        for _ in 0..<2000 { _ = MonthlyHours(typed: dice.text(length: 8)) }
    }

    @Test func `service that is to be supervised is work under the new scheme, less what she is away from`() {
        let service = SupervisedService(
            trainings: [Make.period("2024-01-01", "2026-01-01")],
            engagements: [
                (Make.period("2023-01-01", "2025-01-01"), 8000), (Make.period("2024-07-01", "2025-01-01"), 4000),
                (Make.period("2025-03-01"), 5000),
            ],
            absences: [(Make.period("2025-06-01", "2025-08-01"), 10_000), (Make.period("2025-08-01", "2025-09-01"), 5000)])
        let expected: [(String, Int?)] = [
            ("2023-06-01", nil), ("2024-01-01", 8000), ("2024-07-01", 10_000), ("2025-01-15", nil), ("2025-03-01", 5000),
            ("2025-06-15", nil),
            ("2025-08-15", 2500), ("2025-09-01", 5000), ("2026-01-01", nil),
        ]
        for (day, position) in expected { #expect(service.position(on: Make.day(day))?.hundredths == position, "\(day)") }
    }

    /// A doctor's account by a plan in open practice from the beginning of 2025, with supervisors and what was given.
    private func account(_ supervision: [SupervisionStretch], minutes: Int = 0, asOf: String = "2026-11-18") throws -> SupervisionAccount {
        let practice = try #require(CategoryCode("openPractice"))
        let place = ServicePlace.municipality(Make.place("fauske"))
        let service = ServicePeriod(
            id: Make.id(1), category: practice, period: Make.period("2025-01-01"), percent: .full, place: place)
        var log = SupervisionLog()
        if minutes > 0 { log.individual[Make.id(1)] = (minutes, Make.day("2025-11-18"), Make.day("2026-11-01")) }
        let training = TrainingCase(
            training: Make.id(50), course: [CourseStretch(period: Make.period("2025-01-01"), scheme: .new)], services: [service],
            registrations: [EnterpriseStretch(place: place, period: .always)], supervision: supervision, activities: log.entries,
            asOf: Make.day(asOf))
        return SupervisionAccount(try #require(try RuleFiles.book.get().evaluate(training)))
    }

    @Test func `an account runs from the first day of service, whether or not somebody supervised, and what is not known is left out`()
        throws
    {
        let today = Make.day("2026-11-18")
        let nobody = try account([])
        #expect(nobody.due?.expected == 4739 && nobody.due?.behind == 4739 && nobody.due?.begins == Make.day("2025-01-01"))
        let alone = SupervisionBalance(of: 1, account: nobody, in: try Make.book(), on: today)
        #expect(alone.verdict == .noSupervisor && alone.due?.expected == 4739)
        // Getting a supervisor today does not make up for what was not given.
        let late = try Make.book(assignments: [(1, "2026-11-18", nil, 100)])
        #expect(SupervisionBalance(of: 1, account: nobody, in: late, on: today).verdict == .behind(minutes: 4739))

        let book = try Make.book(
            assignments: [(1, "2025-01-01", nil, 100)], given: [("2025-12-01", 2101, false), ("2026-01-01", 999, true)])
        let known = try account(
            [
                SupervisionStretch(period: Make.period("2025-01-01", "2025-11-18"), log: .before),
                SupervisionStretch(period: Make.period("2025-11-18")),
            ], minutes: 2101)
        let half = SupervisionBalance(of: 1, account: known, in: book, on: today)
        #expect(half.due?.unknown == 2219 && half.due?.knownFrom == Make.day("2025-11-18"))
        #expect(half.verdict == .onTrack && half.due?.behind == 419 && half.preparation == 30, "7 hours short is not behind")
        #expect(SupervisionBalance(of: 1, account: nil, in: try Make.book(pieces: []), on: today).verdict == .notNow)
        let shared = try Make.book(assignments: [(1, "2026-11-01", nil, 40)])
        #expect(SupervisionBalance(of: 1, account: nil, in: shared, on: today).verdict == .partly(hundredths: 4000))
    }

    /// | recorded | first session with her | with another | exemption's first day without | what comes of 2021-01-01 and on |
    @Test(arguments: [
        ("2021-01-05", "2021-01-20", "", "", "2021-01-01 logged"),
        ("2026-01-01", "2025-12-01", "", "", "2021-01-01 before, 2025-12-01 logged"),
        ("2021-06-01", "2021-09-01", "", "", "2021-01-01 before, 2021-06-01 silent, 2021-09-01 logged"),
        ("2020-12-01", "", "", "", "2021-01-01 silent"), ("2026-01-01", "", "", "", "2021-01-01 before, 2026-01-01 silent"),
        ("2026-01-01", "", "2022-01-01", "", "2021-01-01 before, 2022-01-01 silent"),
        ("2021-01-01", "2021-01-10", "", "2023-01-01", "2021-01-01 logged, 2023-01-01 logged lapsed"),
        ("2020-12-01", "", "", "0001-01-01", "2021-01-01 silent lapsed"),
    ])
    func `an assignment is cut where what is known of it changes`(
        recorded: String, own: String, other: String, refused: String, expected: String
    ) {
        var log = SupervisionLog()
        if let day = CalendarDay(iso: own) { log.individual[Make.id(1)] = (60, day, day) }
        if let day = CalendarDay(iso: other) { log.individual[Make.id(2)] = (60, day, day) }
        let stretches = SupervisionLog.stretches(
            Make.period("2021-01-01"), supervisor: Make.id(1), knownFrom: Make.day(recorded), log: log,
            lapsedFrom: refused.isEmpty ? nil : CalendarDay(iso: refused) ?? .earliest)
        let text = stretches.map { "\($0.period.from.iso) \($0.log.rawValue)\($0.isLapsed ? " lapsed" : "")" }.joined(separator: ", ")
        #expect(text == expected)
        #expect(stretches.first?.period.from == Make.day("2021-01-01") && stretches.last?.period.isOpen == true)
    }

    @Test func `a group that goes on is given as far as she was there, and planned as a whole`() throws {
        let (activity, office) = (try #require(ActivityCode("groupSupervision")), try #require(OfficeCode("NORD")))
        let group = Gathering(
            kind: .group, title: "G", place: "Bodø", first: Make.day("2026-01-01"), last: Make.day("2027-12-31"), places: 9, hours: 120,
            office: office)
        func entries(_ minutes: Int, _ hasPlace: Bool, _ day: String) -> [String] {
            group.entries(activity, attended: minutes, hasPlace: hasPlace, asOf: Make.day(day)).map {
                "\($0.period.from.iso)..\($0.period.end.iso) \($0.minutes) \($0.isDone)"
            }
        }
        #expect(
            entries(600, true, "2026-07-01") == ["2026-01-01..2026-07-01 600 true", "2026-01-01..2028-01-01 7200 false"])
        #expect(entries(0, true, "2026-07-01") == ["2026-01-01..2028-01-01 7200 false"])
        #expect(entries(600, false, "2026-07-01") == ["2026-01-01..2026-07-01 600 true"], "she waits for a place")
        #expect(entries(7200, true, "2028-02-01") == ["2026-01-01..2028-01-01 7200 true"])
        #expect(entries(60, true, "2026-01-01").first == "2026-01-01..2026-01-02 60 true", "the group met for the first time today")
    }

    @Test func `load is what doctors need of her, against what she can give while she may`() throws {
        let today = Make.day("2026-11-18")
        let book = try Make.book(
            pieces: [("2024-01-01", nil, 80)], capacities: [1: 250], assignments: [(1, "2026-01-01", "2027-03-01", 100)])
        let load = book.load(of: Make.id(1), on: today)
        #expect(load.needed.minutes == 168 && load.capacity.minutes == 150 && load.isOver && load.free.minutes == -18)
        let spring = HalfYear(year: 2027, isAutumn: false)
        #expect(book.load(of: Make.id(1), in: spring, from: today).needed.minutes == 336, "two months of 168 minutes, then it ends")
        #expect(book.load(of: Make.id(1), in: spring, from: today).capacity.minutes == 900)
        #expect(book.isOverCapacity(Make.id(1), on: today) && !book.isOverCapacity(Make.id(1), on: Make.day("2027-07-01")))

        let exempt = Supervisor(name: "Å", specialist: .none, exemptThrough: Make.day("2026-12-31"), municipality: Make.place("fauske"))
        let limited = try Make.book(capacities: [1: 700], supervisors: [1: exempt])
        #expect(limited.load(of: Make.id(1), in: spring, from: today).capacity == .zero, "nothing once the exemption has run out")
        #expect(limited.load(of: Make.id(1), on: today).capacity.minutes == 420)
        #expect(exempt.standing(on: Make.day("2026-12-31")) == .exempt(through: Make.day("2026-12-31")))
        #expect(exempt.standing(on: Make.day("2027-01-01")) == .exemptionRunOut(Make.day("2026-12-31")))
    }

    @Test func `what is wrong with an assignment is told all at once`() throws {
        let service = SupervisedService(pieces: [.init(period: Make.period("2024-01-01", "2028-01-01"), position: .full)])
        let good = Supervisor(name: "A", specialist: .generalPractice, municipality: Make.place("fauske"))
        let wanted = SupervisionAssignment(training: Make.id(50), supervisor: Make.id(1), share: Make.percent(60))
        func check(_ supervisor: Supervisor, _ period: Period, _ others: [(UInt64, String, String?, Int)]) -> [SupervisionProblem] {
            AssignmentCheck.problems(
                wanted, in: period, supervisor: supervisor,
                others: others.map {
                    (
                        SupervisionAssignment(training: Make.id(50), supervisor: Make.id($0.0), share: Make.percent($0.3)),
                        Make.period($0.1, $0.2)
                    )
                }, service: service)
        }
        #expect(check(good, Make.period("2026-01-01"), []) == [])
        #expect(check(good, Make.period("2026-01-01"), [(2, "2025-01-01", nil, 40)]) == [])
        #expect(check(good, Make.period("2026-01-01"), [(2, "2026-06-01", nil, 50)]) == [.sharesAboveWhole(hundredths: 11_000)])
        #expect(check(good, Make.period("2026-01-01"), [(2, "2025-01-01", "2026-01-01", 100)]) == [], "the other ends the day she begins")
        #expect(check(good, Make.period("2026-01-01"), [(1, "2025-01-01", nil, 40)]) == [.alreadyAssigned])
        #expect(check(good, Make.period("2029-01-01"), []) == [.outsideService])
        let late = Supervisor(
            name: "B", specialist: .otherSpecialty, exemptThrough: Make.day("2025-12-31"), municipality: Make.place("fauske"))
        #expect(check(late, Make.period("2026-01-01"), []) == [.exemptionRunOut(Make.day("2025-12-31"))])
        #expect(
            check(Supervisor(name: "C", specialist: .none, municipality: Make.place("fauske")), Make.period("2026-01-01"), []) == [
                .notSpecialist
            ])
        for problem: SupervisionProblem in [
            .overCapacity(needed: 500, capacity: 420), .endBeforeStart, .badMinutes, .sessionAhead, .noAssignmentThatDay,
        ] {
            #expect(problem.text.nb.hasSuffix(".") && problem.text.nn.hasSuffix("."))
        }
    }
}
