import AlisDomain
import Testing

@Suite struct WhatIfTests {
    private let book: RuleBook
    private let plan: TrainingCase

    init() throws {
        book = try RuleFiles.book.get()
        plan = try #require(
            try CaseStory.read(
                """

                # a plan under way
                asof 2022-01-01
                usual
                openPractice 2020-01-01..2023-01-01 100 bodo
                institutionHospital 2023-01-01..2023-07-01 100 NLSH
                openPractice 2023-07-01..2025-01-01 100 bodo
                """, rules: "gp-new"
            ).first?.facts)
    }

    private func day(_ iso: String) throws -> CalendarDay { try #require(CalendarDay(iso: iso)) }

    private func whatIf(_ change: PlanChange, in training: TrainingCase? = nil) throws -> WhatIf {
        var dice = DomainDice(seed: 3)
        return try WhatIf(change, in: training ?? plan, book: book, using: &dice)
    }

    private func periods(_ training: TrainingCase) -> [String] {
        training.services.sorted { $0.period.from < $1.period.from }.map {
            "\($0.category) \($0.period.from.iso)..\($0.period.to?.iso ?? "") \($0.percent.text())"
        }
    }

    @Test func `moving the hospital period fills the days it leaves and takes those it gets`() throws {
        let result = try whatIf(.moveHospital(to: try day("2023-09-01")))
        #expect(
            periods(result.after) == [
                "openPractice 2020-01-01..2023-09-01 100", "institutionHospital 2023-09-01..2024-03-01 100",
                "openPractice 2024-03-01..2025-01-01 100",
            ])
        #expect(result.comparison.before.serviceDone == result.comparison.after.serviceDone)
        #expect(result.edits.count == 4, "\(result.edits)")
    }

    @Test func `going to 60 per cent cuts the period on the day and prolongs the last`() throws {
        let result = try whatIf(.changePercent(from: try day("2022-07-01"), try #require(PositionPercent(percent: 60))))
        #expect(
            periods(result.after) == [
                "openPractice 2020-01-01..2022-07-01 100", "openPractice 2022-07-01..2023-01-01 60",
                "institutionHospital 2023-01-01..2023-07-01 100", "openPractice 2023-07-01..2026-05-01 60",
            ])
        #expect(result.comparison.serviceShift == 485)
    }

    @Test func `half a year of leave makes her done half a year later`() throws {
        let leave = try #require(Period(from: try day("2024-01-01"), to: try day("2024-07-01")))
        let result = try whatIf(.takeLeave(.parentalLeave, leave, share: .full))
        #expect(result.comparison.after.serviceDone?.iso == "2025-07-01")
        #expect(result.edits.count == 2)
    }

    @Test func `moving to a municipality that is not registered stops the time`() throws {
        let away = try #require(MunicipalityID("hemnes"))
        let result = try whatIf(.changeMunicipality(from: try day("2024-01-01"), away))
        #expect(result.comparison.after.serviceDone == nil)
        #expect(result.comparison.rows.first { $0.requirement.code.text == "totalService" }?.after?.missing == .months(.init(months: 12)))
    }

    @Test func `converting asks for supervision from the day, and keeps what was served`() throws {
        let old = try #require(
            try CaseStory.read(
                "\n# old\nasof 2022-01-01\nusual old\nregistered bodo 2019-03-01..\nopenPractice 2017-01-01..2023-01-01 100 bodo",
                rules: "gp-old"
            ).first?.facts)
        let result = try whatIf(.convertScheme(on: try day("2022-07-01")), in: old)
        #expect(result.comparison.before.rules.code.text == "gp-old" && result.comparison.after.rules.code.text == "gp-new")
        #expect(result.after.convertedOn?.iso == "2022-07-01")
        #expect(result.comparison.supervision.map(\.halfYear.code) == ["2022-2"])
        #expect(result.comparison.supervision.first?.after == 21 * 60)
        #expect(throws: PlanRefusal.notInOldScheme) { try whatIf(.convertScheme(on: try day("2022-07-01"))) }
    }

    @Test func `a conversion lies ahead while there is service, and nobody is done under the new scheme before it`() throws {
        var old = try #require(
            try CaseStory.read(
                """

                # in the old scheme, with all that the new one asks for
                asof 2022-01-01
                usual old
                registered bodo 2010-01-01..
                openPractice 2016-01-01..2020-07-01 100 bodo
                institutionHospital 2020-07-01..2021-01-01 100 NLSH
                openPractice 2021-01-01..2024-01-01 100 bodo
                done groupSupervision 2016-01-01..2018-01-01 120h
                objectives ALM 88/88
                objectives FKM 24/24
                """, rules: "gp-old"
            ).first?.facts)
        let last = try whatIf(.convertScheme(on: try day("2023-12-31")), in: old)
        #expect(last.comparison.after.completion?.iso == "2023-12-31")
        #expect(last.comparison.after.outcome("individualSupervision")?.metOn.map { $0.iso >= "2023-12-31" } == true)
        #expect(throws: PlanRefusal.inThePast) { try whatIf(.convertScheme(on: try day("2021-12-31")), in: old) }
        #expect(throws: PlanRefusal.afterService) { try whatIf(.convertScheme(on: try day("2024-01-01")), in: old) }
        old.services[2].period = Period(startingOn: try day("2021-01-01"))
        #expect(try whatIf(.convertScheme(on: try day("2032-01-01")), in: old).after.convertedOn?.iso == "2032-01-01")
        #expect(throws: PlanRefusal.outsideCalendar) { try whatIf(.convertScheme(on: try day("2032-01-02")), in: old) }
    }

    @Test func `what cannot be is refused by name`() throws {
        let first = plan.services[0].id
        #expect(throws: PlanRefusal.alreadyServed) { try whatIf(.moveService(first, days: 10)) }
        #expect(throws: PlanRefusal.unknownService) { try whatIf(.removeService(RecordID(high: 9, low: 9))) }
        #expect(throws: PlanRefusal.inThePast) { try whatIf(.moveHospital(to: try day("2021-01-01"))) }
        #expect(throws: PlanRefusal.nothingPlanned) { try whatIf(.changePercent(from: try day("2031-01-01"), .full)) }
        var none = plan
        none.services.remove(at: 1)
        #expect(throws: PlanRefusal.noHospitalPeriod) { try whatIf(.moveHospital(to: try day("2023-01-01")), in: none) }
    }

    @Test func `what is shown is what is got when the edits are applied`() throws {
        var maker = CaseMaker(seed: 21)
        var done = 0
        for round in 0..<600 {
            var training = maker.training(overlapping: false)
            training.asOf = maker.day(16_900, 1500)
            let change = randomChange(&maker, training, try #require(MunicipalityID("fauske")))
            guard let result = try? WhatIf(change, in: training, book: book, using: &maker.dice) else { continue }
            done += 1
            let applied = training.applying(result.edits)
            let rules = try #require(book.set(for: applied))
            #expect(Evaluation(applied, under: rules) == result.comparison.after, "\(round)")
            // What has been served stays as it was, and no service has lost its identity.
            #expect(Set(applied.services.map(\.id)).count == applied.services.count)
            if case .takeLeave = change { continue }
            if case .convertScheme = change { continue }
            let (old, new) = (result.comparison.before, result.comparison.after)
            for outcome in old.outcomes where old.requirement(outcome).kind.isService {
                #expect(new.outcome(old.requirement(outcome).code.text)?.counted == outcome.counted, "\(round) \(change)")
            }
        }
        #expect(done > 150)
    }

    private func randomChange(_ maker: inout CaseMaker, _ training: TrainingCase, _ fauske: MunicipalityID) -> PlanChange {
        let service = training.services[maker.dice.below(training.services.count)]
        let day = training.asOf.adding(days: maker.dice.below(900))
        switch maker.dice.below(9) {
        case 0: return .moveHospital(to: day)
        case 1: return .changePercent(from: day, PositionPercent(percent: 20 + maker.dice.below(80)) ?? .full)
        case 2: return .takeLeave(.sickLeave, maker.period(most: 400), share: .full)
        case 3: return .changeMunicipality(from: day, fauske)
        case 4: return .convertScheme(on: day)
        case 5: return .moveService(service.id, days: maker.dice.below(800) - 200)
        case 6: return .stretchService(service.id, Period(from: service.period.from, to: day.adding(days: 30)) ?? service.period)
        case 7: return .placeService(service.id, Period(from: day, to: day.adding(months: 6)) ?? service.period)
        default: return .removeService(service.id)
        }
    }
}
