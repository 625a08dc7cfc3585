import AlisDomain
import Testing

@Suite struct ReferenceDataTests {
    private let data: ReferenceData
    private let directory: MunicipalityDirectory

    init() throws {
        data = try ReferenceFolder.parsed.get().data
        directory = try ReferenceFolder.directory.get()
    }

    private func day(_ text: String) throws -> CalendarDay { try #require(CalendarDay(iso: text)) }

    @Test func `the project's own files have no problem`() throws {
        let problems = try ReferenceFolder.parsed.get().problems.map(\.text.nb)
        #expect(problems == [])
    }

    @Test(arguments: [
        ("2016-12-31", 428), ("2017-06-01", 426), ("2018-06-01", 422), ("2019-06-01", 422), ("2020-01-01", 356), ("2023-12-31", 356),
        ("2024-01-01", 357), ("2026-11-22", 357),
    ])
    func `Norway has as many municipalities as it had`(iso: String, count: Int) throws {
        #expect(directory.municipalities(on: try day(iso)).count == count)
        #expect(Set(directory.municipalities(on: try day(iso)).map(\.facts.number)).count == count)
    }

    @Test(arguments: [("2017-06-01", 19), ("2018-06-01", 18), ("2021-01-01", 11), ("2026-11-22", 15)])
    func `Norway has as many counties as it had`(iso: String, count: Int) throws {
        #expect(data.counties(on: try day(iso)).count == count)
    }

    @Test func `every municipality of every day has its county`() throws {
        for stretch in directory.identities.flatMap(directory.stretches) {
            #expect(directory.county(stretch.facts.countyNumber, on: stretch.period.from) != nil, "\(stretch.municipality)")
        }
    }

    @Test func `offices cover the country from 2020, Oslo's its own from the autumn of 2022`() throws {
        let oslo = try #require(MunicipalityID("oslo"))
        #expect(directory.facts(of: oslo, on: try day("2019-12-31"))?.office == nil)
        #expect(directory.facts(of: oslo, on: try day("2021-01-01"))?.office == OfficeCode("OST"))
        #expect(directory.facts(of: oslo, on: try day("2022-07-01"))?.office == OfficeCode("OSLO"))
        #expect(data.offices(on: try day("2021-01-01")).count == 5)
        #expect(data.offices(on: try day("2026-11-22")).map(\.code.code) == ["MIDT", "NORD", "OSLO", "OST", "SOR", "VEST"])
        for iso in ["2020-01-01", "2022-06-30", "2023-12-31", "2024-01-01", "2026-11-22"] {
            let offices = directory.municipalities(on: try day(iso)).filter { $0.facts.office == nil }
            #expect(offices.map(\.municipality.key) == [], "\(iso)")
        }
        let counts = try data.offices(on: try day("2026-11-22")).map { data.municipalities(of: $0.code, on: try day("2026-11-22")).count }
        #expect(counts == [65, 80, 1, 85, 60, 66])
    }

    @Test func `the coordinator is known to 2024 and not guessed after`() throws {
        #expect(data.coordinator(on: try day("2020-08-31")) == nil)
        #expect(data.coordinator(on: try day("2021-01-01")) == OfficeCode("NORD"))
        #expect(data.coordinator(on: try day("2023-01-01")) == OfficeCode("SOR"))
        #expect(data.coordinator(on: try day("2026-11-22")) == nil)
    }

    @Test func `inhabitants add up to Norway's`() throws {
        #expect(data.population(on: try day("2024-06-01")).values.reduce(0, +) == 5_550_203)
        #expect(data.population(on: try day("2026-11-22")).values.reduce(0, +) == 5_627_400)
        #expect(data.population(on: try day("2021-06-01")).values.reduce(0, +) == 5_550_203)
        #expect(data.population(on: try day("2040-01-01")).count == 357)
    }

    @Test func `a number of inhabitants is never given to a municipality of another extent`() throws {
        let before = data.population(on: try day("2018-06-01"))
        let asker = try #require(MunicipalityID("asker"))
        // Asker took in Hurum and Røyken in 2020; Fauske has been the same all along.
        let fauske = try #require(MunicipalityID("fauske"))
        #expect(before[asker] == nil && before[fauske] != nil)
        #expect(data.population(on: try day("2020-06-01"))[asker] != nil)
        // Ålesund in 2021 was what became Ålesund and Haram in 2024.
        let alesund = try #require(MunicipalityID("alesund"))
        #expect(data.population(on: try day("2021-06-01"))[alesund] == 58_509 + 9_357)
        #expect(data.population(on: try day("2024-06-01"))[alesund] == 58_509)
        #expect(before[alesund] == nil)
    }

    @Test func `each municipality has its own hexagon, each county its own square`() {
        #expect(data.tilesByMunicipality.count == 357)
        #expect(Set(data.tilesByMunicipality.values).count == 357)
        #expect(Set(data.countyTiles.map(\.value)).count == 15)
    }

    @Test func `the facts of today are there`() throws {
        let key = try #require(MunicipalityID("bodo"))
        let bodo = try #require(directory.facts(of: key, on: try day("2026-11-22")))
        #expect(bodo.number.digits == "1804")
        #expect(bodo.trust == TrustCode("NLSH"))
        #expect(bodo.office == OfficeCode("NORD"))
        #expect(bodo.centrality == 3)
        #expect(bodo.organisationNumber?.digits == "972418013")
        let today = directory.municipalities(on: try day("2026-11-22"))
        #expect(today.filter(\.facts.isSamiArea).count == 13)
        #expect(LanguageDecision.allCases.map { form in today.count { $0.facts.language == form } } == [119, 88, 150])
        #expect(today.allSatisfy { $0.facts.centrality != nil && $0.facts.trust != nil })
        // Not found, so not invented.
        #expect(today.filter { $0.facts.organisationNumber == nil }.map(\.municipality.key) == ["haram"])
    }

    @Test func `deadlines and figures are found by code`() throws {
        #expect(data.deadline("oldSchemeLastApplication")?.day == (try day("2026-12-31")))
        #expect(data.deadline("newSchemeStart")?.day == (try day("2019-03-01")))
        #expect(data.figure("plansInPortal.2023-10")?.number == 1773)
        #expect(data.figure("newSpecialistsPerYear.before2023")?.precision == "about")
    }

    @Test func `every row has a source`() {
        #expect(data.municipalities.allSatisfy { !$0.fact.source.isEmpty })
        #expect(data.figures.allSatisfy { $0.fact.source.hasPrefix("https://") })
        #expect(data.coverage.contains { $0.fact.certainty == .derived } && data.coverage.contains { $0.fact.certainty == .stated })
    }

    @Test func `problems are told by file and line`() throws {
        var files = try ReferenceFolder.files
        files["tiles.csv"] = nil
        files["regions.csv"] = "code,name\nHN,Helse Nord\n"
        files["deadlines.csv"] = [
            "code,day,nb,nn,certainty,source", "a,2026-02-31,x,y,,s", "b,2026-01-01,\"to", "linjer\",y,,s", "c,2026-01-01,x",
            "d,2026-01-01,x,y,sure,s",
        ].joined(separator: "\n")
        files["coordination_turns.csv"] = "office,from,to,certainty,source\nNORD,2022-01-01,2021-01-01,,s\nNORD,2022-01-01,,,\n"
        files["facts.csv"] = "key,\"open\n"
        let (_, problems) = ReferenceParser.parse(files)
        #expect(
            problems == [
                ReferenceProblem(file: "regions.csv", line: 1, kind: .missingColumn("short_name")),
                ReferenceProblem(file: "regions.csv", line: 1, kind: .missingColumn("source")),
                ReferenceProblem(file: "coordination_turns.csv", line: 2, kind: .badValue(column: "to", value: "2021-01-01")),
                ReferenceProblem(file: "coordination_turns.csv", line: 3, kind: .badValue(column: "source", value: "")),
                ReferenceProblem(file: "tiles.csv", kind: .missingFile),
                ReferenceProblem(file: "deadlines.csv", line: 2, kind: .badValue(column: "day", value: "2026-02-31")),
                ReferenceProblem(file: "deadlines.csv", line: 5, kind: .wrongCellCount(expected: 6, found: 3)),
                ReferenceProblem(file: "deadlines.csv", line: 6, kind: .badValue(column: "certainty", value: "sure")),
                ReferenceProblem(file: "facts.csv", kind: .unreadable),
            ])
        #expect(problems[5].text.nb == "deadlines.csv, linje 2: «2026-02-31» er ikke gyldig i kolonnen «day».")
    }

    @Test func `rows that do not fit together are told`() throws {
        var broken = data
        let bodo = try #require(broken.municipalities.first { $0.id == "bodo" })
        broken.municipalities.append(bodo)
        #expect(broken.problems().map(\.kind).contains(.overlap(id: "bodo", day: bodo.period.from)))

        broken = data
        broken.municipalities.append(ReferenceRow(id: "annen", period: bodo.period, fact: bodo.fact))
        let kinds = broken.problems().map(\.kind)
        #expect(kinds.contains { if case .sharedNumber("1804", _, _, _) = $0 { true } else { false } })
        #expect(kinds.contains(.lacks(municipality: "annen", what: "kontor")))

        broken = data
        broken.coverage.removeAll { $0.id == "bodo" }
        broken.tiles.removeAll { $0.id == "oslo" }
        broken.counties.removeAll { $0.id == "34" }
        let missing = broken.problems().map(\.kind)
        #expect(missing.contains(.lacks(municipality: "bodo", what: "kontor")))
        #expect(missing.contains(.lacks(municipality: "oslo", what: "flis")))
        #expect(missing.contains(.lacks(municipality: "hamar", what: "fylke")))

        broken = data
        broken.turns[0].fact.value.office = try #require(OfficeCode("INGEN"))
        #expect(broken.problems().map(\.kind) == [.unknownCode(column: "office", value: "INGEN")])
    }

    @Test func `any text at all is read without a crash`() throws {
        let real = try ReferenceFolder.files
        var generator = SystemRandomNumberGenerator()
        for _ in 0..<150 {
            var files = real.mapValues { String($0.prefix(600)) }
            let name = try #require(ReferenceParser.fileNames.randomElement(using: &generator))
            var bytes = Array((files[name] ?? "").utf8)
            for _ in 0..<8 {
                guard let index = bytes.indices.randomElement(using: &generator) else { break }
                bytes[index] = [0, 10, 13, 34, 44, 45, 57, 255].randomElement(using: &generator) ?? 44
            }
            files[name] = String(decoding: bytes, as: UTF8.self)
            let (_, problems) = ReferenceParser.parse(files)
            #expect(problems.allSatisfy { !$0.text.nb.isEmpty && !$0.text.nn.isEmpty })
        }
    }
}
