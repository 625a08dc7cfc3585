import AlisDomain
import Testing

@Suite struct RuleBookTests {
    private let texts: [String: String]
    private let book: RuleBook

    init() throws {
        texts = try RuleFiles.texts.get()
        book = try RuleFiles.book.get()
    }

    private func day(_ iso: String) throws -> CalendarDay { try #require(CalendarDay(iso: iso)) }

    private func problems(_ file: String, adding line: String) -> [ReferenceProblem] {
        var files = texts
        files[file, default: ""] += line + "\n"
        return RuleParser.parse(files).problems
    }

    /// What only some sets must answer: the rest has nothing that hangs on it.
    private static func concerns(_ question: Interpretation.Question, _ set: RuleSet) -> Bool {
        switch question {
        case .unconfirmedPlace, .institutionMinimum: set.code.text == "gp-new"
        case .absenceInNewScheme: set.scheme == .new
        default: true
        }
    }

    @Test func `every row has a source, and what is not looked up is switched off`() {
        for set in book.sets {
            #expect(set.requirements.allSatisfy { !$0.source.isEmpty && ($0.certainty != .unverified || !$0.isEnabled) })
            #expect(set.conditions.allSatisfy { !$0.source.isEmpty && ($0.certainty != .unverified || !$0.isEnabled) })
            let answered = set.interpretations.map(\.question)
            let asked = Interpretation.Question.allCases.filter { Self.concerns($0, set) }
            #expect(Set(answered) == Set(asked) && answered.count == asked.count, "\(set.code.text)")
        }
        #expect(book.sets.flatMap(\.conditions).contains { $0.certainty == .unverified })
    }

    @Test func `a new category and a new requirement need no code`() throws {
        var files = texts
        files["rules/categories.csv", default: ""] += "prison,practice,Fengselshelsetjeneste,Fengselshelseteneste,x\n"
        files["rules/requirements.csv", default: ""] +=
            "gp-new,prisonService,serviceTime,prison,,2,,,,required,stated,yes,x,Fengsel,Fengsel,Mer,Meir\n"
        let (changed, problems) = RuleParser.parse(files)
        #expect(problems.isEmpty)
        var training = try #require(
            try CaseStory.read("\n# x\nasof 2026-01-01\nusual\nprison 2020-01-01..2020-02-16 100 bodo", rules: "gp-new").first?.facts)
        training.registrations.append(EnterpriseStretch(place: training.services[0].place, period: .always))
        let changedSet = try #require(changed.set("gp-new"))
        let outcome = try #require(Evaluation(training, under: changedSet).outcome("prisonService"))
        let expected = try #require(ExactNumber(44, over: 29).flatMap { ServiceAmount(months: $0) })
        #expect(outcome.counted == .months(expected))
    }

    @Test func `every mistake in a file is named by line`() {
        let line = "gp-new,x,serviceTime,openPractice,,2,,,,required,stated,yes,s,n,n,r,r"
        #expect(problems("rules/requirements.csv", adding: line) == [])
        let count = (texts["rules/requirements.csv"] ?? "").split(separator: "\n").count + 1
        for (bad, column, value) in [
            ("gp-new,x,serviceTime,openPractise,,2,,,,required,stated,yes,s,n,n,r,r", "categories", "openPractise"),
            ("gp-new,x,serviceTime,,,2,,,,required,stated,yes,s,n,n,r,r", "categories", ""),
            ("gp-new,x,serviceTime,openPractice,,,,,,required,stated,yes,s,n,n,r,r", "maximum", ""),
            ("gp-new,x,serviceTime,openPractice,,1e9,,,,required,stated,yes,s,n,n,r,r", "minimum", "1e9"),
            ("gp-new,x,serviceTime,openPractice,,99999,,,,required,stated,yes,s,n,n,r,r", "minimum", "99999"),
            ("gp-new,x,serviceTime,openPractice,,1/0,,,,required,stated,yes,s,n,n,r,r", "minimum", "1/0"),
            ("gp-new,x,activityCount,,basicCourseA,1.5,,,,required,stated,yes,s,n,n,r,r", "minimum", "1.5"),
            ("gp-new,x,guess,,basicCourseA,1,,,,required,stated,yes,s,n,n,r,r", "kind", "guess"),
            ("gp-new,x,confirmation,,basicCourseA,3,,,,required,stated,yes,s,n,n,r,r", "minimum", "3"),
            ("gp-new,x,objectives,,,,,,XYZ,required,stated,yes,s,n,n,r,r", "objectives", "XYZ"),
            ("gp-new,x,serviceTime,openPractice,,2,,,,perhaps,stated,yes,s,n,n,r,r", "binding", "perhaps"),
            ("gp-new,x,serviceTime,openPractice,,2,,,,required,stated,yes,,n,n,r,r", "source", ""),
        ] {
            #expect(
                problems("rules/requirements.csv", adding: bad)
                    == [ReferenceProblem(file: "rules/requirements.csv", line: count, kind: .badValue(column: column, value: value))],
                "\(bad)")
        }
        #expect(problems("rules/requirements.csv", adding: line.replacing("gp-new", with: "gp-newer")).count == 1)
        #expect(problems("rules/sets.csv", adding: "gp-2,generalPractice,new,2025-01-01,,n,n,s").count == 1)
        #expect(problems("rules/proofs.csv", adding: "\"").count == 1)
        #expect(RuleParser.parse([:]).problems.count == RuleParser.fileNames.count)
    }

    @Test func `damaged files end nothing`() {
        var dice = DomainDice(seed: 4)
        for _ in 0..<60 {
            var files = texts
            for name in RuleParser.fileNames {
                var bytes = Array((files[name] ?? "").utf8)
                for _ in 0..<3 where !bytes.isEmpty { bytes[dice.below(bytes.count)] = UInt8(dice.below(256)) }
                files[name] = String(decoding: bytes, as: UTF8.self) + dice.text(length: 30)
            }
            #expect(!RuleParser.parse(files).problems.isEmpty)
        }
    }

    @Test func `a training is judged by the scheme it will be finished in`() throws {
        func facts(_ course: String) throws -> TrainingCase {
            try #require(try CaseStory.read("\n# x\nasof 2022-01-01\nusual old\nnothing course\n\(course)", rules: "gp").first?.facts)
        }
        #expect(book.set(for: try facts("old 2015-01-01.."))?.code.text == "gp-old")
        #expect(book.set(for: try facts("old 2015-01-01..2023-01-01\nnew 2023-01-01.."))?.code.text == "gp-new")
        #expect(book.set(for: try facts("old 2015-01-01..2021-01-01\nold 2021-01-01.. withdrew"))?.code.text == "gp-old")
        var files = texts
        files["rules/interpretations.csv"]?.replace("plannedConversion,followed", with: "plannedConversion,whenReached")
        let other = RuleParser.parse(files).book
        #expect(other.set(for: try facts("old 2015-01-01..2023-01-01\nnew 2023-01-01.."))?.code.text == "gp-old")
        #expect(other.set(for: try facts("old 2015-01-01..2021-01-01\nnew 2021-01-01.."))?.code.text == "gp-new")
    }

    @Test func `the documents to enclose depend on whether she converted`() throws {
        let set = try #require(book.set("gp-new"))
        #expect(set.proofs(isConverted: false).count == 3 && set.proofs(isConverted: true).count == 4)
    }

    @Test func `amounts are exact and read as Norwegians write them`() throws {
        #expect(ExactNumber(written: "42/12").flatMap { ServiceAmount(months: $0) }?.decimalText == "3,5")
        #expect(ServiceAmount(units: ServiceAmount.unitsPerMonth * 24 - 1).decimalText == "23,9")
        #expect(ServiceAmount(units: ServiceAmount.unitsPerMonth * 7 / 2).monthsAndDays == (3, 15))
        #expect(ExactNumber(written: "10.50")?.norwegian == "10,5" && ExactNumber(written: "1/3")?.norwegian == "1/3")
        for text in ["", "-1", "1,5", "1.", ".5", "1/2/3", "٣", "1234567"] { #expect(ExactNumber(written: text) == nil, "\(text)") }
        #expect(ServiceAmount(months: 6).minutes(perMonth: 210) == 21 * 60)
        var dice = DomainDice(seed: 5)
        for _ in 0..<2000 {
            let day = CalendarDay(number: dice.below(40_000)) ?? .earliest
            #expect(MonthMeter.firstDay(at: MonthMeter.mark(day)) == day && MonthMeter.lastDay(at: MonthMeter.mark(day)) == day)
            #expect(MonthMeter.firstDay(at: MonthMeter.mark(day) + 1) == day.adding(days: 1))
            #expect(MonthMeter.lastDay(at: MonthMeter.mark(day) - 1) == day.adding(days: -1))
        }
    }
}
