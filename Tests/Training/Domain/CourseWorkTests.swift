import AlisDomain
import Testing

/// The lists that drive work, what to do next, and the line of time.
@Suite struct CourseWorkTests {
    private let book: RuleBook

    init() throws { book = try RuleFiles.book.get() }

    private func day(_ iso: String) throws -> CalendarDay { try #require(CalendarDay(iso: iso)) }

    private func evaluated(_ text: String) throws -> (TrainingCase, Evaluation) {
        let training = try #require(try CaseStory.read("\n# x\n" + text, rules: "gp").first?.facts)
        return (training, try #require(book.evaluate(training)))
    }

    private func work(_ text: String, revised: String? = "2022-06-01", deadline: String = "2026-12-31") throws -> Set<CourseWork> {
        let (training, evaluation) = try evaluated(text)
        let plan = try revised.map { PlanRecord(revisedOn: try day($0)) }
        return Set(
            CourseWork.all(
                training, evaluation, plan: plan, deadline: try day(deadline), untilConversion: book.evaluateUntilConversion(training)))
    }

    private let calm = """
        asof 2022-07-01
        usual
        openPractice 2020-01-01..2025-01-01 100 bodo
        done individualSupervision 2020-01-01..2022-07-01 105h
        """

    @Test func `a training in order stands in no list`() throws { #expect(try work(calm) == []) }

    @Test func `plans that are missing or a year old`() throws {
        #expect(try work(calm, revised: nil) == [.noPlan])
        #expect(try work(calm, revised: "2021-07-01") == [])
        #expect(try work(calm, revised: "2021-06-30") == [.stalePlan])
    }

    @Test func `no supervisor, hours behind, registration missing, and what does not count`() throws {
        #expect(try work(calm.replacing("usual", with: "usual\nnothing supervised\nsupervised 2020-01-01..2022-12-01")) == [.noSupervisor])
        #expect(try work(calm.replacing("usual", with: "usual\nnothing supervised\nsupervised 2020-01-01..2023-01-01")) == [])
        #expect(try work(calm.replacing("105h", with: "97h")) == [.supervisionBehind])
        #expect(try work(calm.replacing("105h", with: "98h")) == [])
        #expect(
            try work(calm.replacing("usual", with: "usual\nnothing registered\nregistered bodo 2019-03-01..2024-01-01"))
                == [.registrationMissing, .periodNotCounting])
        #expect(try work(calm.replacing("usual", with: "usual\nauthorised 2020-01-02")) == [.periodNotCounting])
    }

    @Test func `done soon, and not in time for the old scheme's last day`() throws {
        let near = """
            asof 2024-07-01
            usual
            openPractice 2020-01-01..2022-07-01 100 bodo
            institutionHospital 2022-07-01..2023-01-01 100 NLSH
            openPractice 2023-01-01..2025-01-01 100 bodo
            done individualSupervision 2020-01-01..2022-07-01 500h
            """
        // The service is enough within half a year; the group, the courses and the objectives are not planned.
        #expect(try work(near, revised: "2024-01-01") == [.restMissing])
        let whole = near + "\ndone groupSupervision 2020-01-01..2022-01-01 120h"
        #expect(try work(whole, revised: "2024-01-01") == [.doneSoon])
        #expect(try work(whole.replacing("asof 2024-07-01", with: "asof 2024-06-30"), revised: "2024-01-01") == [])
        #expect(try work(near.replacing("asof 2024-07-01", with: "asof 2024-06-30"), revised: "2024-01-01") == [])
        let old = "asof 2026-01-01\nusual old\nopenPractice 2020-01-01..2025-01-01 100 bodo"
        #expect(try work(old, revised: "2025-12-01") == [.oldSchemeTooLate])
        // Until she has converted she is in the old scheme.
        for (day, isInList) in [("2030-01-01", true), ("2026-01-02", true), ("2026-01-01", false)] {
            let converting = old.replacing("usual old", with: "usual old\nnothing course\nold 2010-01-01..\(day)\nnew \(day)..")
            #expect(try work(converting).contains(.oldSchemeTooLate) == isInList, "\(day)")
        }
        #expect(
            try work(
                old.replacing("usual old", with: "usual old\nnothing course\nold 2010-01-01..\nold 2025-01-01.. withdrew"), revised: nil)
                == [])
    }

    @Test func `in the old scheme one is done soon while there is time to apply, and too late after that`() throws {
        func lists(asOf: String, hospital: String) throws -> Set<CourseWork> {
            let story = GoldenOldScheme.everything.replacing("asof 2020-01-01", with: "asof \(asOf)")
                .replacing("institutionHospital 2017-01-01..2018-01-01", with: "institutionHospital \(hospital)")
            return try work(story, revised: "2026-11-01").intersection([.doneSoon, .oldSchemeTooLate])
        }
        #expect(try lists(asOf: "2026-11-18", hospital: "2025-12-31..2026-12-31") == [.doneSoon])
        #expect(try lists(asOf: "2026-11-18", hospital: "2026-01-02..2027-01-02") == [.oldSchemeTooLate])
        #expect(try lists(asOf: "2027-01-01", hospital: "2026-01-02..2027-01-02") == [.oldSchemeTooLate])
        #expect(try lists(asOf: "2027-01-31", hospital: "2026-02-15..2027-02-15") == [.oldSchemeTooLate])
    }

    @Test func `who has all the old scheme asks for applies by its last day, and converts if she did not`() throws {
        for (asOf, act) in [
            ("2026-12-30", NextAction.Act.applyForApproval), ("2026-12-31", .applyForApproval), ("2027-01-01", .convertUnlessApplied),
        ] {
            let (training, evaluation) = try evaluated(GoldenOldScheme.everything.replacing("asof 2020-01-01", with: "asof \(asOf)"))
            let last = try day("2026-12-31")
            #expect(
                NextAction.list(training, evaluation, plan: nil, deadline: last)
                    == [NextAction(act, rule: "oldSchemeLastApplication", due: last)], "\(asOf)")
        }
    }

    @Test func `what to do next begins with what is being lost`() throws {
        let (training, evaluation) = try evaluated(
            """
            asof 2022-07-01
            usual
            nothing registered
            openPractice 2022-01-01..2025-01-01 100 bodo
            planned basicCourseA 2022-09-01
            objectives ALM 1/88 by 2025-01-01
            """)
        let actions = NextAction.list(training, evaluation, plan: nil, deadline: nil)
        #expect(actions.first?.act == .cure(.enterpriseNotRegistered, service: training.services[0].id))
        #expect(actions.first?.rule == "registeredEnterprise")
        #expect(actions.contains { $0.act == .makePlan } && actions.contains { $0.act == .planInstitution && $0.rule == "institution" })
        let course = try #require(actions.first { $0.rule == "basicCourseA" })
        #expect(course.due == (try day("2022-09-02")))
        #expect(actions.last.map { $0.rule == "skillsList" || $0.rule.hasPrefix("basicCourse") } == true)
    }

    @Test func `a doctor who has all of it applies`() throws {
        let (training, evaluation) = try evaluated(
            """
            asof 2026-01-01
            usual
            openPractice 2020-01-01..2024-07-01 100 bodo
            institutionHospital 2024-07-01..2025-01-01 100 NLSH
            done groupSupervision 2020-01-01..2022-01-01 120h
            objectives ALM 88/88
            objectives FKM 24/24
            """)
        #expect(NextAction.list(training, evaluation, plan: nil, deadline: nil).map(\.act) == [.applyForApproval])
    }

    @Test func `service that goes on until a maximum is reached is not shown as lost, and service long after it is`() throws {
        for (service, counting) in [
            ("openPractice 2025-09-01.. 100 bodo", "fully"), ("openPractice 2020-01-15..2024-07-16 55 bodo", "fully"),
            ("openPractice 2020-01-15..2025-01-01 100 bodo", "partly"),
        ] {
            let (training, evaluation) = try evaluated("asof 2026-09-01\nusual\n\(service)")
            let segments = CourseTimeline(training, evaluation).rows.flatMap { row -> [CourseTimeline.Segment] in
                if case .service(_, let segments) = row { segments } else { [] }
            }
            #expect(segments.map(\.counting.rawValue) == [counting], "\(service)")
        }
    }

    @Test func `the line of time shows what counts fully, partly and not`() throws {
        let (training, evaluation) = try evaluated(
            """
            asof 2022-07-01
            usual
            nothing supervised
            supervised 2020-04-01..
            openPractice 2020-01-01..2023-01-01 100 bodo
            institutionHospital 2023-01-01..2023-07-01 100 NLSH
            research 2023-07-01..2024-01-01 100 bodo
            leave parentalLeave 2021-01-01..2021-02-01 100
            """)
        let line = CourseTimeline(training, evaluation)
        #expect(line.period == Period(from: try day("2020-01-01"), to: try day("2025-01-01")))
        var found: [String] = []
        for row in line.rows {
            switch row {
            case .service(let code, let segments):
                found += segments.map { "\(code) \($0.status) \($0.counting) \($0.counted.decimalText) \($0.notCounted.decimalText)" }
            case .leave(let absences): found.append("leave \(absences.count)")
            }
        }
        #expect(
            found == [
                "openPractice underWay partly 32,0 4,0", "institutionHospital planned fully 6,0 0,0", "research planned notAtAll 0,0 6,0",
                "leave 1",
            ])
    }

    @Test func `an end before a start is a problem that names the period`() throws {
        let (from, to, id) = (try day("2020-02-01"), try day("2020-02-01"), RecordID(high: 0, low: 7))
        #expect(throws: CaseProblem.endsBeforeStart(id, from: from, to: to)) {
            _ = try ServicePeriod(
                id: id, category: try #require(CategoryCode("openPractice")), from: from, to: to, percent: .full, place: .other)
        }
    }
}
