import AlisDomain
import Testing

@Suite struct ImportReadingTests {
    @Test(arguments: [
        ("01.09.2019", "2019-09-01"), ("1.9.2019", "2019-09-01"), ("1/9-19", "2019-09-01"), ("1.9.19", "2019-09-01"),
        ("01/09/2019", "2019-09-01"), ("03/04/2021", "2021-04-03"), ("1-9-19", "2019-09-01"), ("2019-09-01", "2019-09-01"),
        ("2019/09/01", "2019-09-01"), ("1. september 2019", "2019-09-01"), ("1.sept. 2019", "2019-09-01"), ("1 sep 19", "2019-09-01"),
        (" 01.09.2019\u{A0}", "2019-09-01"), ("2019-09-01T00:00:00", "2019-09-01"), ("01.09.2019 12:30", "2019-09-01"),
        ("20190901", "2019-09-01"), ("31.12.2019", "2019-12-31"), ("29.02.2020", "2020-02-29"), ("1.5.85", "1985-05-01"),
    ])
    func `a day is read as Norwegians write it`(text: String, iso: String) {
        #expect(ImportDateReading().read(.text(text)) == .value(ImportFixture.day(iso)))
    }

    @Test(arguments: [
        ("sept 2019", "2019-09-01", "2019-09-30"), ("september 2019", "2019-09-01", "2019-09-30"), ("Sep. 19", "2019-09-01", "2019-09-30"),
        ("09.2019", "2019-09-01", "2019-09-30"), ("9/2019", "2019-09-01", "2019-09-30"), ("2019-09", "2019-09-01", "2019-09-30"),
        ("feb 2020", "2020-02-01", "2020-02-29"), ("2020 mai", "2020-05-01", "2020-05-31"),
    ])
    func `a month alone is its first day, or its last in a column about an end, and says so`(text: String, first: String, last: String) {
        let (first, last) = (ImportFixture.day(first), ImportFixture.day(last))
        #expect(ImportDateReading().read(.text(text)) == .noted(first, .monthReadAsDay(first)))
        #expect(ImportDateReading(isEnd: true).read(.text(text)) == .noted(last, .monthReadAsDay(last)))
    }

    @Test(arguments: [
        ("31.02.2021", RowProblem.Kind.dayDoesNotExist), ("29.02.2021", .dayDoesNotExist), ("31.04.2021", .dayDoesNotExist),
        ("32.01.2021", .dayDoesNotExist), ("0.1.2021", .dayDoesNotExist), ("1.9.1019", .dayFarAway), ("1.9", .dayWithoutYear),
        ("1. sept", .dayWithoutYear), ("ca. i høst", .unreadableDay), ("i fjor", .unreadableDay), ("1.9.019", .unreadableDay),
        ("13:45", .unreadableDay), ("99999999999999999999", .unreadableDay),
    ])
    func `what is no day is named`(text: String, kind: RowProblem.Kind) {
        #expect(ImportDateReading().read(.text(text)) == .refused(kind, []))
    }

    @Test func `a year alone is asked about`() {
        #expect(ImportDateReading().read(.text("2019")) == .refused(.dayIncomplete, [.value("1.1.2019"), .value("1.7.2019")]))
        #expect(ImportDateReading().read(ImportFixture.number(2019)) == .refused(.dayIncomplete, [.value("1.1.2019"), .value("1.7.2019")]))
        #expect(ImportDateReading().read(.text("høst 2019")) == .refused(.dayIncomplete, [.value("1.7.2019")]))
    }

    @Test func `a serial number in a column of days is read and noted`() {
        let day = ImportFixture.day("2019-09-01")
        #expect(ImportDateReading().read(ImportFixture.number(43_709)) == .noted(day, .readAsSerial(day)))
        #expect(ImportDateReading().read(.text("43709")) == .noted(day, .readAsSerial(day)))
        #expect(ImportDateReading().read(.day(day)) == .value(day))
    }

    @Test func `a day that makes sense only with the month first is asked about, and so are its neighbours`() {
        #expect(ImportDateReading().read(.text("04/13/2021")) == .refused(.dayOrMonthFirst, [.value("13.4.2021"), .accept]))
        let american = ImportDateReading(hasMonthFirst: true)
        #expect(american.read(.text("03/04/2021")) == .refused(.dayOrMonthFirst, [.value("3.4.2021"), .value("4.3.2021"), .accept]))
        #expect(american.read(.text("03.04.2021")) == .value(ImportFixture.day("2021-04-03")))
        #expect(american.read(.text("05/05/2021")) == .value(ImportFixture.day("2021-05-05")))
    }

    @Test(arguments: [
        ("80 %", 8000), ("80%", 8000), ("0,8", 8000), ("0.8", 8000), ("80", 8000), ("37,5", 3750), ("37.5 %", 3750), ("100", 10_000),
        ("80 prosent", 8000), ("80 pst", 8000), ("80% stilling", 8000), ("4/5", 8000), ("heltid", 10_000), ("Full stilling", 10_000),
        ("50\u{A0}%", 5000), ("0,29", 2900), ("1 %", 100), ("100,0", 10_000), ("2", 200),
    ])
    func `a fraction of a position is read`(text: String, hundredths: Int) {
        #expect(ImportPercentReading.read(.text(text)).value?.hundredths == hundredths)
    }

    @Test func `a cell shown as percent is a part of one, and a plain number below one too`() {
        #expect(ImportPercentReading.read(ImportFixture.number(0.8, .percent)).value?.hundredths == 8000)
        #expect(ImportPercentReading.read(ImportFixture.number(1, .percent)).value == .full)
        #expect(ImportPercentReading.read(ImportFixture.number(0.29)).value?.hundredths == 2900)
        #expect(ImportPercentReading.read(ImportFixture.number(80)).value?.hundredths == 8000)
    }

    @Test func `1 is asked about`() {
        #expect(ImportPercentReading.read(ImportFixture.number(1)) == .refused(.percentOrFraction, [.value("1 %"), .value("100 %")]))
        #expect(ImportPercentReading.read(.text("1,0")) == .refused(.percentOrFraction, [.value("1 %"), .value("100 %")]))
        #expect(ImportPercentReading.read(.text("1,5")) == .refused(.percentOrFraction, [.value("1,5 %")]))
    }

    @Test(arguments: [
        ("0", RowProblem.Kind.percentOutOfRange), ("120", .percentOutOfRange), ("120 %", .percentOutOfRange), ("mye", .unreadablePercent),
        ("80-100", .unreadablePercent), ("1/0", .unreadablePercent), ("80 % og 20 %", .unreadablePercent),
    ])
    func `what is no fraction is named`(text: String, kind: RowProblem.Kind) {
        #expect(ImportPercentReading.read(.text(text)) == .refused(kind, []))
    }

    @Test(arguments: [
        ("ny", Training.Scheme.new), ("Ny ordning", .new), ("NY", .new), ("ny ordning ", .new), ("nye", .new), ("gml.", .old),
        ("gammel", .old), ("Gml ordning", .old), ("gamal ordning", .old), ("Gammel\u{A0}ordning", .old),
    ])
    func `a scheme is read in all its spellings`(text: String, scheme: Training.Scheme) {
        #expect(ImportWordReading.scheme(.text(text)) == .value(scheme))
    }

    @Test func `a misspelled word is refused with what may be meant`() {
        guard case .refused(.unknownWord, let choices) = ImportWordReading.scheme(.text("gamel ordning")) else {
            Issue.record("a misspelling was taken for a scheme")
            return
        }
        #expect(choices.count == 1)
        #expect(ImportWordReading.scheme(.text("blå")) == .refused(.unknownWord, [.value("ny"), .value("gammel")]))
    }

    @Test(arguments: [
        ("fastlønn", Engagement.Form.salaried), ("Fastlønnet", .salaried), ("ansatt", .salaried), ("tilsett", .salaried),
        ("næringsdrift", .selfEmployed), ("Selvstendig næringsdrivende", .selfEmployed), ("sjølvstendig", .selfEmployed),
        ("Introduksjonsstilling", .introduction), ("intro", .introduction), ("vikar", .locum), ("Vikariat", .locum),
    ])
    func `a form of engagement is read`(text: String, form: Engagement.Form) {
        #expect(ImportWordReading.form(.text(text)) == .value(form))
    }

    @Test(arguments: [
        ("vår 27", "2027-1"), ("Våren 2027", "2027-1"), ("høst 2027", "2027-2"), ("haust 27", "2027-2"), ("H2 2027", "2027-2"),
        ("h1-27", "2027-1"), ("2027-2", "2027-2"), ("1. halvår 2027", "2027-1"), ("2. halvår 27", "2027-2"), ("V27", "2027-1"),
        ("H27", "2027-2"), ("2027 høst", "2027-2"), ("august 2027", "2027-2"), ("1.2.2027", "2027-1"), ("fra høst 27", "2027-2"),
        ("2027H2", "2027-2"), ("2027 2. halvår", "2027-2"),
    ])
    func `a half-year is read`(text: String, code: String) {
        #expect(ImportHalfYearReading.read(.text(text)).value?.code == code)
    }

    @Test func `a year alone is no half-year and is asked about`() {
        #expect(ImportHalfYearReading.read(.text("2027")) == .refused(.dayIncomplete, [.value("vår 2027"), .value("høst 2027")]))
        #expect(ImportHalfYearReading.read(.text("snart")) == .refused(.unreadableHalfYear, []))
    }

    @Test(arguments: [
        ("Nilsen, Ida", "Ida", "Nilsen"), ("Ida Nilsen", "Ida", "Nilsen"), ("  Nilsen ,  Ida Marie ", "Ida Marie", "Nilsen"),
        ("Anne-Kari Berg Hansen", "Anne-Kari Berg", "Hansen"), ("Jan van der Berg", "Jan", "van der Berg"),
        ("Dr. Ida Nilsen", "Ida", "Nilsen"),
        ("Máret\u{A0}Utsi", "Máret", "Utsi"),
    ])
    func `a name is split`(text: String, given: String, family: String) {
        #expect(ImportPersonReading.fullName(.text(text)) == .value(.init(given: given, family: family)))
    }

    @Test func `half a name, a number and an address are no names`() {
        #expect(ImportPersonReading.fullName(.text("Ida")) == .refused(.nameIncomplete, []))
        #expect(ImportPersonReading.fullName(.text("Nilsen, ")) == .refused(.nameIncomplete, []))
        #expect(ImportPersonReading.fullName(.text("Nilsen, Ida, lege")) == .refused(.notAName, []))
        #expect(ImportPersonReading.fullName(ImportFixture.number(12)) == .refused(.notAName, []))
    }

    @Test(arguments: ["9876543", "9 876 543", "987 65 43", "HPR 9876543", "HPR-nr. 9876543", "9\u{A0}876\u{A0}543"])
    func `an HPR number is read with spaces and its name before it`(text: String) {
        #expect(ImportPersonReading.hpr(.text(text)).value?.digits == "9876543")
    }

    @Test func `an HPR number is read from a number cell, and others are refused`() {
        #expect(ImportPersonReading.hpr(ImportFixture.number(9_876_543)).value?.digits == "9876543")
        #expect(ImportPersonReading.hpr(.text("123")) == .refused(.notAnHPRNumber, []))
        #expect(ImportPersonReading.hpr(ImportFixture.number(98765.5)) == .refused(.notAnHPRNumber, []))
        #expect(ImportPersonReading.hpr(.text("ukjent")) == .nothing)
    }

    @Test(arguments: [("1985", 1985), ("85", 1985), ("02", 2002), ("01.02.1985", 1985), ("1985-02-01", 1985)])
    func `a birth year is read, and of a birth date the year alone`(text: String, year: Int) {
        #expect(ImportPersonReading.birthYear(.text(text), asOf: ImportFixture.today) == .value(year))
    }

    @Test(arguments: [
        ("900 12 345", "90012345"), ("+47 900 12 345", "90012345"), ("0047 90012345", "90012345"), ("+46 70 123 45 67", "+46701234567"),
    ])
    func `a telephone number is read`(text: String, digits: String) {
        #expect(ImportPersonReading.phone(.text(text)) == .value(digits))
    }

    @Test(arguments: [("6", 6), ("6 mnd", 6), ("12 måneder", 12), ("6mnd.", 6), ("1 år", 12)])
    func `months are read`(text: String, months: Int) {
        #expect(ImportPersonReading.months(.text(text)) == .value(months))
    }

    @Test(arguments: [
        "01028512345", "010285 12345", "010285-12345", "41028512345", "01428512345", "01828512345", "fnr 01028512345 sier hun",
        "018290-12345", "01.82.90 12345", "01.82.90-12345", "01 82 90 123 45", "0182 90 12345", "018290.12345", "018290\u{A0}12345",
        "018290\u{202F}12345", "018290\u{2011}12345", "018290 – 12345", "018290   12345", "018290\n12345", "018290,12345", "018290/12345",
        "018290 (12345)", "0182901\u{200B}2345", "018\u{AD}290-12345", "０１８２９０１２３４５", "０１８２９０ １２３４５", "٠١٨٢٩٠١٢٣٤٥",
        "0 1 8 2 9 0 1 2 3 4 5", "018290123 45", "018 290 12345", "1.82.90 12345", "01.82.1990 12345", "01821990-12345", "1990-82-01-12345",
        "fnr 018290 12345", "fnr. 018290 og 12345", "født 018290, personnummer er 12345", "1 018290 12345", "018290 12345 90012345",
        "_018290_12345_", "fnr018290-12345x",
    ])
    func `a national identity number is known by its form`(text: String) {
        #expect(ImportIdentityNumber.isIn(text))
    }

    @Test(arguments: [
        "9876543", "90012345", "4790012345", "99999999999", "01.02.1985", "123456789012", "1804 Bodø 12345",
        "01.09.2024 100 %", "01.09.2024 – 31.08.2025", "1.9.2012-31.8.2013", "01.09.2024, 12345", "+46 70 123 45 67", "0047 900 12 345",
        "995 400 146", "2012-09-01 100", "2019-09-01 12345", "22 01 23 45, 90 01 23 45", "018290 er en dag, og 12345 et tall",
        "80 %, 60 %, 40 %",
    ])
    func `other numbers are no national identity numbers`(text: String) {
        #expect(!ImportIdentityNumber.isIn(text))
    }

    @Test func `a national identity number is known as a number, without its first zero, and in a formula that failed`() {
        #expect(ImportIdentityNumber.isOne(ImportFixture.number(1_829_012_345)) && ImportIdentityNumber.isOne(.text("1829012345")))
        #expect(ImportIdentityNumber.isOne(ImportFixture.number(18_290.12345)) && ImportIdentityNumber.isOne(.error("018290 12345")))
        #expect(!ImportIdentityNumber.isOne(.text("4790012345")) && !ImportIdentityNumber.isOne(ImportFixture.number(9_876_543)))
    }

    @Test(arguments: ["", " ", "-", "–", "?", "ukjent", "Ikke aktuelt", "\u{A0}", "\u{200B}"])
    func `a cell that says nothing says nothing`(text: String) {
        #expect(ImportDateReading().read(.text(text)) == .nothing)
        #expect(ImportPercentReading.read(.text(text)) == .nothing)
        #expect(ImportWordReading.scheme(.text(text)) == .nothing)
        #expect(ImportHalfYearReading.read(.text(text)) == .nothing)
        #expect(ImportPersonReading.fullName(.text(text)) == .nothing)
        #expect(ImportPersonReading.hpr(.text(text)) == .nothing)
    }
}
