import Testing

@testable import AlisDomain

@Suite struct NumbersTests {
    @Test(arguments: [
        ("80", 8000), ("80 %", 8000), ("37,5", 3750), ("37.5%", 3750), ("0,01", 1), ("100", 10_000), ("99,99 %", 9999), ("1", 100),
    ])
    func `percents are read exactly`(text: String, hundredths: Int) throws {
        let percent = try #require(PositionPercent(typed: text))
        #expect(percent.hundredths == hundredths)
        #expect(PositionPercent(typed: percent.text()) == percent)
    }

    @Test(arguments: ["0", "0,00", "101", "100,01", "-5", "80,555", "8 0 %x", "", "%", "1e2", "٨٠", ",5,", "1,"])
    func `what is no percent is refused`(text: String) { #expect(PositionPercent(typed: text) == nil) }

    @Test func `every percent is written so that it is read back`() throws {
        for hundredths in 1...10_000 {
            let percent = try #require(PositionPercent(hundredths: hundredths))
            #expect(PositionPercent(typed: percent.text()) == percent)
        }
    }

    @Test func `HPR numbers have seven to nine digits and no leading zero`() {
        #expect(HPRNumber("990 000 101")?.digits == "990000101")
        #expect(HPRNumber("1234567")?.digits == "1234567")
        #expect(HPRNumber("12\u{00A0}345 67")?.digits == "1234567")
        for text in ["123456", "1234567890", "0123456", "12345a7", "", "١٢٣٤٥٦٧", "-1234567"] { #expect(HPRNumber(text) == nil) }
    }

    @Test func `an organisation number with one digit wrong, or two changed about, is refused`() {
        // Bodø and Fauske municipalities.
        for right in ["972418013", "972 418 021"] {
            guard let number = OrganisationNumber(right) else { continue }
            for index in number.digits.indices {
                for digit in "0123456789" where digit != number.digits[index] {
                    var wrong = number.digits
                    wrong.replaceSubrange(index...index, with: String(digit))
                    #expect(OrganisationNumber(wrong) == nil, "\(wrong)")
                }
            }
        }
        let all = (0..<1000).map { "97241\($0 + 1000)" }.filter { OrganisationNumber($0) != nil }
        #expect((80...100).contains(all.count), "one in eleven has the right check digit, none has the check digit ten")
    }

    @Test func `municipality numbers keep the zero that spreadsheets lose`() {
        #expect(MunicipalityNumber("301")?.digits == "0301")
        #expect(MunicipalityNumber("0301")?.county == "03")
        for text in ["30", "03011", "30a", ""] { #expect(MunicipalityNumber(text) == nil) }
    }

    @Test func `an identity is written in 26 letters and read back`() {
        var dice = DomainDice(seed: 4)
        for _ in 0..<2000 {
            let id = dice.nextRecordID()
            #expect(id.text.utf8.count == 26)
            #expect(RecordID(id.text) == id)
        }
        let greatest = RecordID(high: .max, low: .max)
        #expect(RecordID(greatest.text) == greatest)
        for text in [
            "", "8zzzzzzzzzzzzzzzzzzzzzzzzz", "0000000000000000000000000", "000000000000000000000000000", "0000000000000000000000000L",
        ] {
            #expect(RecordID(text) == nil, "\(text)")
        }
    }

    @Test(arguments: [
        ("Kárášjohka", "karasjohka"), ("KARASJOHKA", "karasjohka"), ("Sør-Varanger", "sor varanger"), ("  Øyer  ", "oyer"),
        ("Åse", "ase"), ("Ærlig", "aerlig"), ("Đorđe Ŋuorra", "dorde nuorra"), ("O'Brien", "o brien"), ("---", ""), ("e\u{301}", "e"),
    ])
    func `names are folded to plain letters`(text: String, folded: String) {
        #expect(Folding.fold(text) == folded)
        #expect(Folding.fold(Folding.fold(text)) == folded)
    }

    @Test(arguments: ["kari@example.no", "KARI@Example.NO", " kari@example.no\n", "kåre@example.no", "a@b.c"])
    func `an address for e-mail is kept with its domain in small letters`(text: String) throws {
        let address = try #require(EmailAddress(text))
        #expect(address.text.split(separator: "@").last.map { $0 == $0.lowercased() } == true)
        #expect(EmailAddress(address.text) == address)
    }

    @Test(arguments: ["", "@", "kari", "kari@", "@example.no", "kari@no", "kari@.no", "kari@no.", "a@b@c.no", "ka ri@example.no"])
    func `what is no address for e-mail is refused`(text: String) { #expect(EmailAddress(text) == nil) }

    /// Plain text takes a way of its own; a blank in front makes the same text take the other.
    @Test func `an address for e-mail is judged the same, whichever way it is read`() {
        var dice = DomainDice(seed: 31)
        let letters = Array("abA.@-9")
        for _ in 0..<5_000 {
            let text = String((0..<dice.below(9)).map { _ in letters[dice.below(letters.count)] })
            #expect(EmailAddress(text) == EmailAddress(" " + text), "\(text)")
        }
    }
}
