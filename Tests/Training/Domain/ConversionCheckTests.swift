import AlisDomain
import Testing

/// Whether a doctor can go over to the new scheme: met, not met, or not known.
@Suite struct ConversionCheckTests {
    private let book: RuleBook
    private let texts: [String: String]

    init() throws {
        book = try RuleFiles.book.get()
        texts = try RuleFiles.texts.get()
    }

    private func verdicts(_ text: String, isAssumed: Bool = false, on iso: String = "2026-12-01") throws -> [String: String] {
        let training = try #require(try CaseStory.read("\n# x\nasof 2026-11-22\n" + text, rules: "gp").first?.facts)
        let day = try #require(CalendarDay(iso: iso))
        let check = ConversionCheck(training, rules: book.conversion, categories: book.categories, on: day, isAssumed: isAssumed)
        return Dictionary(uniqueKeysWithValues: check.items.map { ($0.rule.code.text, $0.verdict.rawValue) })
    }

    private func expect(_ text: String, _ begun: String, _ months: String, _ fraction: String) throws {
        let found = try verdicts("usual old\n" + text)
        #expect([found["begunInTime"], found["leastMonths"], found["leastFraction"]] == [begun, months, fraction], "\(text)")
    }

    @Test func `three months in half a position, begun before 1 March 2019`() throws {
        try expect("openPractice 2019-01-01..2019-04-01 50 bodo", "met", "met", "met")
        try expect("openPractice 2019-01-01..2019-03-31 50 bodo", "met", "notMet", "met")
        try expect("openPractice 2019-02-28..2019-06-01 50 bodo", "met", "met", "met")
        try expect("openPractice 2019-02-28..2020-02-28 49 bodo", "met", "notMet", "notMet")
        // Two that follow on each other are one; with a gap they are not.
        try expect("openPractice 2019-01-01..2019-03-01 80 bodo\notherGeneralPractice 2019-03-01..2019-04-01 60 bodo", "met", "met", "met")
        try expect("openPractice 2019-01-01..2019-03-01 80 bodo\nopenPractice 2019-03-02..2019-04-01 60 bodo", "met", "notMet", "met")
        try expect("openPractice 2019-03-01..2021-03-01 100 bodo", "notKnown", "notKnown", "notKnown")
        try expect("institutionHospital 2018-01-01..2021-03-01 100 NLSH", "notKnown", "notKnown", "notKnown")
    }

    @Test func `what the register does not hold is never met`() throws {
        let service = "usual old\nopenPractice 2015-01-01..2027-01-01 100 bodo"
        let found = try verdicts(service)
        #expect(found["agreement"] == "notKnown" && found["objectivesAssessed"] == "notKnown")
        #expect(found["enterpriseRegistered"] == "notMet", "nobody has registered the municipality")
        #expect(try verdicts(service + "\nregistered bodo 2019-03-01..")["enterpriseRegistered"] == "met")
        #expect(try verdicts(service + "\nregistered bodo 2026-12-02..")["enterpriseRegistered"] == "notMet")
        let assumed = try verdicts(service, isAssumed: true)
        #expect(assumed["begunInTime"] == "notKnown" && assumed["leastMonths"] == "notKnown" && assumed["leastFraction"] == "notKnown")
        #expect(try verdicts(service, on: "2019-02-28").isEmpty, "the rules are from 1 March 2019")
    }

    @Test func `each row of the rules matters, and a mistake in one is named`() throws {
        for (old, new) in [("2019-03-01,2019-03-01", "2015-01-01,2019-03-01"), (",3,2019", ",4,2019"), (",50,2019", ",51,2019")] {
            var files = texts
            files["rules/conversion.csv"] = texts["rules/conversion.csv"]?.replacing(old, with: new)
            let (changed, problems) = RuleParser.parse(files)
            #expect(problems.isEmpty && changed.conversion != book.conversion, "\(old)")
        }
        for bad in ["x,begunBefore,soon", "x,leastMonths,0", "x,leastFraction,101", "x,statement,1", "x,guess,"] {
            var files = texts
            files["rules/conversion.csv", default: ""] += "\(bad),2019-03-01,,found,s,n,n,r,r\n"
            #expect(RuleParser.parse(files).problems.count == 1, "\(bad)")
        }
        var files = texts
        files["rules/paragraphs.csv", default: ""] += "gp-new,nowhere,§ 1,s\n"
        #expect(RuleParser.parse(files).problems.count == 1)
    }

    @Test func `paragraphs stand with the requirements they are behind`() throws {
        let set = try #require(book.set("gp-new"))
        #expect(set.paragraphs["supervisionGiven"]?.hasSuffix("§ 25") == true)
        #expect(set.isStartKnown && book.set("gp-old")?.isStartKnown == false)
    }
}
