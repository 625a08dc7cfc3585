import AlisDomain
import Testing

@Suite struct MunicipalityDirectoryTests {
    typealias Lookup = MunicipalityDirectory.Lookup
    private let directory: MunicipalityDirectory

    init() throws { directory = try ReferenceFolder.directory.get() }

    private func id(_ key: String) throws -> MunicipalityID { try #require(MunicipalityID(key)) }
    private func day(_ text: String) throws -> CalendarDay { try #require(CalendarDay(iso: text)) }
    private var now: CalendarDay { get throws { try day("2026-11-22") } }

    @Test(arguments: [
        ("1804", "bodo"), ("Bodø", "bodo"), ("BODØ", "bodo"), ("bodo", "bodo"), ("Bodoe", "bodo"), ("Bodø kommune", "bodo"),
        ("kommune: Bodø", "bodo"), ("Bodø (Nordland)", "bodo"), ("Bodø, Nordland", "bodo"), ("1804 Bodø", "bodo"), ("Bodø 1804", "bodo"),
        ("Bodø (1804)", "bodo"), ("K-1804", "bodo"), ("1804.0", "bodo"), ("1804-bodo", "bodo"), ("  Bodø\u{00A0}", "bodo"),
        ("knr. 1804", "bodo"), ("301", "oslo"), ("0301", "oslo"), ("301.0", "oslo"), ("Oslove", "oslo"), ("Oslo kommune", "oslo"),
        ("Deatnu", "tana"), ("Tana", "tana"), ("Deatnu - Tana", "tana"), ("Tana - Deatnu", "tana"), ("Deatnu/Tana", "tana"),
        ("Deatnu gielda, Tana kommune", "tana"), ("karasjohka", "karasjok"), ("Kárášjohka", "karasjok"), ("Guovdageaidnu", "kautokeino"),
        ("Porsáŋgu", "porsanger"), ("Porsanki", "porsanger"), ("porsangu", "porsanger"), ("Raarvihke", "royrvik"),
        ("Aarborte", "hattfjelldal"), ("Snåase", "snasa"), ("Hábmer", "hamaroy"), ("Gáivuotna - Kåfjord - Kaivuono", "kafjord"),
        ("Kaivuono - Kåfjord - Gáivuotna", "kafjord"), ("Sør-Varanger", "sor-varanger"), ("sør varanger", "sor-varanger"),
        ("Sørvaranger", "sor-varanger"), ("Aalesund", "alesund"), ("Ålesund", "alesund"), ("Vaeroey", "varoy"), ("Værøy", "varoy"),
        ("Tromsö kommune", "tromso"), ("Lærdal", "laerdal"), ("Midt Telemark", "midt-telemark"), ("Nord Aurdal", "nord-aurdal"),
    ])
    func `finds a municipality by what people write`(text: String, key: String) throws {
        #expect(directory.find(text, on: try now) == .one(try id(key)))
    }

    @Test func `one municipality through three numbers`() throws {
        let tromso = try id("tromso")
        for number in ["1902", "5401", "5501"] { #expect(directory.find(number, on: try now) == .one(tromso)) }
        let numbers = try ["2019-12-31", "2020-01-01", "2023-12-31", "2024-01-01"].map {
            directory.facts(of: tromso, on: try day($0))?.number.digits
        }
        #expect(numbers == ["1902", "5401", "5401", "5501"])
        let old = try #require(MunicipalityNumber("1902"))
        #expect(directory.municipality(numbered: old, on: try day("2019-12-31")) == tromso)
        #expect(directory.municipality(numbered: old, on: try day("2020-01-01")) == nil)
    }

    @Test func `a name that two share is asked about, unless the county is there`() throws {
        let (north, west) = (try id("heroy-n"), try id("heroy-mr"))
        #expect(directory.find("Herøy", on: try now) == .ambiguous([west, north]))
        #expect(directory.find("Herøy (Nordland)", on: try now) == .one(north))
        #expect(directory.find("Herøy i Møre og Romsdal", on: try now) == .one(west))
        #expect(directory.find("Herøy Nordland", on: try now) == .one(north))
        #expect(directory.find("1818 Herøy", on: try now) == .one(north))
        #expect(directory.find("Våler", on: try now) == .ambiguous([try id("valer-i"), try id("valer-o")]))
        #expect(directory.find("Våler (Hedmark)", on: try now) == .one(try id("valer-i")))
        #expect(directory.find("Våler i Østfold", on: try now) == .one(try id("valer-o")))
    }

    @Test func `a number and a name that disagree are asked about`() throws {
        #expect(directory.find("1804 Tromsø", on: try now) == .ambiguous([try id("bodo"), try id("tromso")]))
        #expect(directory.find("9999 Bodø", on: try now) == .unknown(suggestions: [try id("bodo")]))
        #expect(directory.find("1804 Bodøya-sentrum", on: try now) == .unknown(suggestions: [try id("bodo")]))
        #expect(directory.find("Bodø (Troms)", on: try now) == .unknown(suggestions: [try id("bodo")]))
    }

    @Test func `a municipality merged away leads to the one it is part of, from that day`() throws {
        let (klabu, trondheim) = (try id("klabu"), try id("trondheim"))
        #expect(directory.find("Klæbu", on: try day("2019-12-31")) == .one(klabu))
        #expect(directory.find("Klæbu", on: try day("2020-01-01")) == .successor(trondheim, of: klabu))
        #expect(directory.find("5030", on: try now) == .successor(trondheim, of: klabu))
        #expect(directory.find("1662", on: try now) == .successor(trondheim, of: klabu))
        #expect(directory.find("Klæbu") == .successor(trondheim, of: klabu))
        #expect(directory.currentSuccessor(of: klabu, on: try now) == trondheim)
        #expect(directory.currentSuccessor(of: klabu, on: try day("2019-06-01")) == klabu)
        // Twice: Hof became part of Holmestrand in 2018; Holmestrand received more in 2020.
        #expect(directory.find("Hof", on: try now) == .successor(try id("holmestrand"), of: try id("hof")))
    }

    @Test func `a municipality that was split leads to all its parts`() throws {
        #expect(directory.find("Tysfjord", on: try now) == .ambiguous([try id("hamaroy"), try id("narvik")]))
        #expect(directory.find("Snillfjord", on: try now) == .ambiguous([try id("heim"), try id("hitra"), try id("orkland")]))
        #expect(directory.currentSuccessor(of: try id("snillfjord"), on: try now) == nil)
        #expect(directory.successors(of: try id("snillfjord"), on: try day("2019-12-31")) == [try id("snillfjord")])
    }

    @Test func `Haram was part of Ålesund for four years`() throws {
        let (alesund, haram) = (try id("alesund"), try id("haram"))
        #expect(directory.find("Haram", on: try day("2019-12-31")) == .one(haram))
        #expect(directory.find("Haram", on: try day("2022-06-01")) == .successor(alesund, of: haram))
        #expect(directory.find("Haram", on: try now) == .one(haram))
        #expect(directory.find("1534", on: try now) == .one(haram))
        #expect(directory.find("1580", on: try now) == .one(haram))
        #expect(directory.facts(of: haram, on: try day("2022-06-01")) == nil)
        #expect(directory.nearestFacts(of: haram, on: try day("2022-06-01"))?.number.digits == "1534")
        #expect(directory.find("1507", on: try day("2022-06-01")) == .one(alesund))
        #expect(directory.find("1507", on: try now) == .ambiguous([alesund, haram]))
        #expect(directory.find("Ålesund", on: try now) == .one(alesund))
        #expect(directory.find("Skodje", on: try now) == .successor(alesund, of: try id("skodje")))
    }

    @Test(arguments: [("Romsa", "tromso"), ("Tromssa", "tromso"), ("Bådåddjo", "bodo"), ("badaddjo", "bodo")])
    func `names in use that are not official lead there too`(text: String, key: String) throws {
        #expect(directory.find(text, on: try now) == .one(try id(key)))
    }

    @Test func `a name in use goes before the same name given up`() throws {
        #expect(directory.find("Bø", on: try now) == .one(try id("bo")))
        #expect(directory.find("Bø", on: try day("2019-06-01")) == .ambiguous([try id("bo"), try id("bo-telemark")]))
        #expect(directory.find("Bø i Telemark", on: try now) == .successor(try id("midt-telemark"), of: try id("bo-telemark")))
        #expect(directory.find("Nes", on: try day("2019-06-01")) == .ambiguous([try id("nes"), try id("nesbyen")]))
        #expect(directory.find("Nes", on: try now) == .one(try id("nes")))
        #expect(directory.find("Nes (Buskerud)", on: try now) == .one(try id("nesbyen")))
    }

    @Test(arguments: [
        ("Tromsa", "tromso"), ("Trosmø", "tromso"), ("Lillehamer", "lillehammer"), ("Kristiansnad", "kristiansand"),
        ("Bodø sentrum", "bodo"), ("Hammerfset", "hammerfest"),
    ])
    func `offers what is spelled nearly so`(text: String, key: String) throws {
        guard case .unknown(let suggestions) = directory.find(text, on: try now) else {
            Issue.record("\(text) was taken for one")
            return
        }
        #expect(suggestions.first == (try id(key)))
        #expect(suggestions.count <= 3)
    }

    @Test(arguments: [
        ("Fausk", "fauske"), ("Narvk", "narvik"), ("Bodøø", "bodo"), ("Hammerfst", "hammerfest"), ("Tromsa", "tromso"),
    ])
    func `what is plainly meant stands alone`(text: String, key: String) throws {
        #expect(directory.find(text, on: try now) == .unknown(suggestions: [try id(key)]))
    }

    @Test(arguments: [
        "", " ", "kommune", "123456", "9999", "Atlantis", "-", "((((", "1804 1902", "qx", String(repeating: "ø ", count: 5000),
    ])
    func `what is no municipality is none`(text: String) throws {
        let found = directory.find(text, on: try now)
        #expect(found.municipality == nil)
        if case .ambiguous = found { Issue.record("\(text) is \(found)") }
    }

    @Test func `an address has the number of the day and the key`() throws {
        let bodo = try id("bodo")
        #expect(directory.slug(of: bodo, on: try now) == "1804-bodo")
        #expect(directory.slug(of: try id("tromso"), on: try day("2021-01-01")) == "5401-tromso")
        #expect(directory.municipality(slug: "1804-bodo") == bodo)
        #expect(directory.municipality(slug: "bodo") == bodo)
        #expect(directory.municipality(slug: "9999-bodo") == bodo)
        #expect(directory.municipality(slug: "1804-") == nil)
        #expect(directory.municipality(slug: "1804-ingen") == nil)
        for stretch in directory.municipalities(on: try now) {
            let slug = directory.slug(of: stretch.municipality, on: try now)
            #expect(directory.municipality(slug: slug) == stretch.municipality)
        }
    }

    @Test func `every number and name of every day leads back to its municipality`() throws {
        for stretch in directory.identities.flatMap(directory.stretches) {
            let day = stretch.period.from
            #expect(directory.find(stretch.facts.number.digits, on: day) == .one(stretch.municipality))
            #expect(directory.find("K-\(stretch.facts.number.digits)", on: day) == .one(stretch.municipality))
            #expect(directory.find(stretch.facts.name, on: day) == .one(stretch.municipality), "\(stretch.facts.name) \(day.iso)")
            for name in stretch.facts.otherNames {
                #expect(directory.find(name.name.uppercased(), on: day) == .one(stretch.municipality), "\(name.name)")
            }
        }
    }

    @Test func `every municipality that ever was is somewhere today`() throws {
        let today = Set(directory.municipalities(on: try now).map(\.municipality))
        for identity in directory.identities {
            let successors = directory.successors(of: identity, on: try now)
            #expect(!successors.isEmpty && today.isSuperset(of: successors), "\(identity)")
        }
    }

    @Test func `a place is found however a list writes it, row after row`() throws {
        let texts = ["1804", "Bodø", "bodø kommune", "1804 Bodø", "Herøy (Nordland)", "K-1902", "Aalesund", "Sør Varanger"]
        let day = try now
        for row in 0..<20_000 { #expect(directory.find(texts[row % texts.count], on: day).municipality != nil) }
    }
}
