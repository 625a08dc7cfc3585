import AlisDomain
import Testing

/// What must hold for any training, tried on thousands of random ones.
@Suite struct EvaluationPropertyTests {
    private let book: RuleBook

    init() throws { book = try RuleFiles.book.get() }

    /// A set with a sixth of its months, so that random trainings reach its minima and maxima.
    private func short(_ code: String) throws -> RuleSet {
        let set = try #require(book.set(code))
        let requirements = set.requirements.map { one in
            guard case .serviceTime(let codes, let minimum, let maximum) = one.kind else { return one }
            return Requirement(
                code: one.code, name: one.name,
                kind: .serviceTime(
                    codes, minimum: minimum.map { ServiceAmount(units: $0.units / 6) },
                    maximum: maximum.map { ServiceAmount(units: $0.units / 6) }),
                isRequired: one.isRequired, certainty: one.certainty, isEnabled: one.isEnabled, source: one.source, remedy: one.remedy)
        }
        return RuleSet(
            code: set.code, specialty: set.specialty, scheme: set.scheme, period: set.period, name: set.name, source: set.source,
            requirements: requirements, conditions: set.conditions, interpretations: set.interpretations, categories: set.categories,
            activities: set.activities)
    }

    @Test func `the fast calculation agrees with counting day by day`() throws {
        var maker = CaseMaker(seed: 11)
        for round in 0..<80 {
            let training = maker.training(overlapping: round % 2 == 0)
            let rules = try short(["gp-new", "gp-old"][maker.dice.below(2)])
            let evaluation = Evaluation(training, under: rules)
            let slow = DailyCount(training, rules)
            for outcome in evaluation.outcomes {
                let requirement = evaluation.requirement(outcome)
                guard requirement.kind.isService else { continue }
                let code = requirement.code.text
                #expect(outcome.counted.size == slow.counted[code, default: 0], "\(round) \(code)")
                #expect(outcome.planned.size == slow.planned[code, default: 0], "\(round) \(code)")
                #expect(outcome.metOn == slow.metOn[code], "\(round) \(code)")
            }
            for hindrance in Hindrance.allCases {
                let units = evaluation.parts.filter { $0.outcome == .notCounted(hindrance) }.reduce(0) { $0 + $1.amount.units }
                #expect(units == slow.hindered[hindrance, default: 0], "\(round) \(hindrance)")
            }
        }
    }

    @Test func `the parts of each period add up to its days times its percent, exactly`() throws {
        var maker = CaseMaker(seed: 12)
        for _ in 0..<600 {
            let training = maker.training(overlapping: true)
            let evaluation = Evaluation(training, under: try #require(book.set("gp-new")))
            for (index, service) in training.services.enumerated() {
                let parts = evaluation.parts(ofService: index).reduce(0) { $0 + $1.amount.units }
                #expect(parts == MonthMeter.amount(service.period).units / 10_000 * service.percent.hundredths)
            }
        }
    }

    @Test func `a day more that counts never makes her done later`() throws {
        var maker = CaseMaker(seed: 13)
        var moved = 0
        let (new, old) = (try short("gp-new"), try short("gp-old"))
        for round in 0..<800 {
            var training = maker.training(overlapping: false)
            let rules = round % 2 == 0 ? new : old
            training.course = [CourseStretch(period: .always, scheme: rules.scheme)]
            training.supervision = [SupervisionStretch(period: .always)]
            training.registrations = Set(training.services.map(\.place)).map { EnterpriseStretch(place: $0, period: .always) }
            let before = Evaluation(training, under: rules).serviceDone
            // A day at the end of a period, when it is free.
            let index = maker.dice.below(training.services.count)
            let service = training.services[index]
            let day = service.period.end
            guard !training.services.contains(where: { $0.period.contains(day) }),
                let longer = Period(from: service.period.from, to: day.adding(days: 1))
            else { continue }
            training.services[index].period = longer
            let after = Evaluation(training, under: rules).serviceDone
            if let before {
                let later = try #require(after, "\(round)")
                #expect(later <= before, "\(round)")
            }
            if before != after { moved += 1 }
        }
        #expect(moved > 5)
    }

    @Test func `what is served and what is planned change places with the day, and the sum stays`() throws {
        var maker = CaseMaker(seed: 14)
        let rules = try #require(book.set("gp-old"))
        for _ in 0..<300 {
            var training = maker.training(overlapping: true)
            let first = Evaluation(training, under: rules)
            training.asOf = maker.day()
            let second = Evaluation(training, under: rules)
            for (left, right) in zip(first.outcomes, second.outcomes) where first.requirement(left).kind.isService {
                #expect(left.counted.size + left.planned.size == right.counted.size + right.planned.size)
                #expect(left.metOn == right.metOn)
            }
        }
    }

    @Test func `half-years of supervision add up to what is due`() throws {
        var maker = CaseMaker(seed: 15)
        for _ in 0..<300 {
            let evaluation = Evaluation(maker.training(overlapping: false), under: try #require(book.set("gp-new")))
            let account = try #require(evaluation.supervision)
            let halves = evaluation.supervisionByHalfYear
            let sum = halves.reduce(0) { $0 + $1.minutes }
            // Each half-year is rounded down to a whole minute.
            #expect((-2...halves.count).contains(account.expected + account.expectedAhead - sum))
        }
    }

    @Test func `absurd days and numbers are reported and end nothing`() throws {
        let rules = try #require(book.set("gp-new"))
        var maker = CaseMaker(seed: 16)
        for _ in 0..<300 {
            var training = maker.training(overlapping: true)
            for index in training.services.indices where maker.dice.below(2) == 0 {
                let from = CalendarDay.earliest.adding(days: maker.dice.below(2_990_000))
                training.services[index].period =
                    Period(from: from, to: maker.dice.below(3) == 0 ? nil : from.adding(days: 1 + maker.dice.below(900_000))) ?? .always
            }
            training.asOf = maker.dice.below(3) == 0 ? CalendarDay.earliest.adding(days: maker.dice.below(2_990_000)) : training.asOf
            if let code = ActivityCode("groupSupervision") {
                training.activities = [ActivityEntry(activity: code, period: .always, minutes: .max, count: .min, isDone: true)]
            }
            training.objectives = [ObjectiveTally(set: .common, asked: .max, approved: .min)]
            let evaluation = Evaluation(training, under: rules)
            #expect(evaluation.problems.contains { if case .impossibleNumber = $0 { true } else { false } })
            _ = CourseTimeline(training, evaluation)
            _ = NextAction.list(training, evaluation, plan: nil, deadline: nil)
            _ = evaluation.supervisionByHalfYear
        }
    }
}
