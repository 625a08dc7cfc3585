import AlisDomain
import Testing

/// A municipality's name that another had before: asked about, unless the row itself says which.
@Suite struct ImportPlaceTests {
    private static let header = "Navn|HPR-nr|Kommune|Ordning|Oppstart|Tilknytning|Stilling %"
    private let directory: MunicipalityDirectory

    init() throws { directory = try ReferenceFolder.directory.get() }

    private func id(_ key: String) throws -> MunicipalityID { try #require(MunicipalityID(key)) }

    private func plan(
        _ lines: [String], header: String = Self.header, sheet: String = "Ark1", writable: Set<MunicipalityID>? = nil,
        register: RegisterSnapshot = RegisterSnapshot(), answers: ImportAnswers = ImportAnswers()
    ) -> ImportPlan {
        let book = ImportFixture.workbook(ImportFixture.sheet(([header] + lines).joined(separator: "\n"), name: sheet))
        let mapping = ImportRecognition(municipalities: directory, on: ImportFixture.today).mapping(of: book)
        let settings = ImportSettings(
            day: ImportFixture.today, writable: writable, municipalities: directory, trusts: ImportFixture.trusts,
            newSchemeFrom: nil, answers: answers)
        var random = SeededNumbers(seed: UInt64(register.trainees.count) + 7)
        return ImportPlanner.plan(
            book, mapping: mapping, register: register, settings: settings, reach: ImportFixture.reach(register, writable)
        ) { random.nextRecordID() }
    }

    private func line(_ place: String, _ start: String, hpr: String = "9876543") -> String {
        "Nilsen, Ida|\(hpr)|\(place)|gammel|\(start)|fastlønn|80"
    }

    @Test func `just these names are, or have been, the names of several of today's municipalities`() {
        let names = Set(directory.identities.flatMap { directory.stretches(of: $0) }.map { $0.facts.name.prefix { $0 != "(" } })
        let shared = names.map { String($0).trimmingCharacters([" "]) }.filter { directory.isSharedName($0, on: ImportFixture.today) }
        // Snillfjord and Tysfjord were parted.
        #expect(Set(shared) == ["Bø", "Herøy", "Nes", "Os", "Sande", "Snillfjord", "Tysfjord", "Våler"])
    }

    @Test(arguments: [
        ("Os", "3430 Os", "4624 Bjørnafjorden"), ("Sande", "3903 Holmestrand", "1514 Sande"),
        ("Bø kommune", "1867 Bø", "4020 Midt-Telemark"),
    ])
    func `a name that went over to another is asked about when the row's dates are from before`(name: String, one: String, other: String)
        throws
    {
        let problem = try #require(plan([line(name, "1.9.2016")]).rows.first?.problems.first)
        #expect(problem.kind == .ambiguousMunicipality)
        #expect(Set(problem.choices) == [.value(one), .value(other)])
        var answers = ImportAnswers()
        answers.answer(problem, with: .value(other))
        let row = try #require(plan([line(name, "1.9.2016")], answers: answers).rows.first)
        #expect(row.municipality == directory.find(other, on: ImportFixture.today).municipality && !row.operations.isEmpty)
    }

    @Test func `dates from after, the number and the county decide`() throws {
        #expect(plan([line("Os", "1.9.2021")]).rows.first?.municipality == (try id("os")))
        #expect(plan([line("Os (Hordaland)", "1.9.2016")]).rows.first?.municipality == (try id("bjornafjorden")))
        #expect(plan([line("1243 Os", "1.9.2016")]).rows.first?.municipality == (try id("bjornafjorden")))
        let numbered = Self.header + "|Knr"
        #expect(plan([line("Os", "1.9.2016") + "|0441"], header: numbered).rows.first?.municipality == (try id("os")))
        let kinds = plan([line("Os", "1.9.2016") + "|1804"], header: numbered).rows.first?.problems.map(\.kind)
        #expect(kinds?.contains(.municipalitiesDisagree) == true)
    }

    @Test func `an answer for all of a name leaves rows alone whose own dates decide`() throws {
        let lines = [
            line("Os", "1.9.2016"), line("Os", "1.9.2021", hpr: "9876544").replacing("Ida", with: "Ola"),
            line("Os", "1.9.2017", hpr: "9876545").replacing("Ida", with: "Eva"),
        ]
        var answers = ImportAnswers()
        answers.answerEverywhere(sheet: 0, field: .municipality, found: "Os", with: "4624 Bjørnafjorden")
        #expect(plan(lines, answers: answers).rows.map(\.municipality) == [try id("bjornafjorden"), try id("os"), try id("bjornafjorden")])
    }

    @Test func `only municipalities that the importer may change are offered`() throws {
        let (west, east, north) = (try id("bjornafjorden"), try id("os"), try id("heroy-n"))
        #expect(plan([line("Os", "1.9.2016")], writable: [west]).rows.first?.problems.first?.choices == [.value("4624 Bjørnafjorden")])
        #expect(plan([line("Os", "1.9.2016")], writable: [east]).rows.first?.municipality == east)
        #expect(
            plan([line("Herøy", "1.9.2016")], writable: [north]).rows.first?.problems.first?.choices == [.value("1818 Herøy (Nordland)")])
        #expect(plan([line("Herøy", "1.9.2016")], writable: [west]).rows.first?.problems.first?.choices == [])
        #expect(plan([line("Faukse", "1.9.2016")], writable: [west]).rows.first?.problems.first?.choices == [])
    }

    @Test func `where a doctor who is known works decides, and a sheet's name does not`() throws {
        let known = plan([line("4624 Bjørnafjorden", "1.9.2016")])
        let register = ImportFixture.after(known)
        let again = plan(["Nilsen, Ida|9876543|Os|||fastlønn|80"], register: register)
        #expect(again.rows.map(\.outcome) == [.unchanged])
        #expect(
            plan(["Nilsen, Ida|9876543|Os|||fastlønn|80"], writable: [try id("os")], register: register).rows.first?.municipality
                == (try id("os")))
        let named = plan(["Nilsen, Ida|9876543||gammel|1.9.2016|fastlønn|80"], sheet: "Os")
        #expect(named.rows.first?.problems.map(\.kind) == [.missing(.municipality)])
    }
}

extension String {
    fileprivate func trimmingCharacters(_ set: Set<Character>) -> String {
        var text = self[...]
        while let last = text.last, set.contains(last) { text.removeLast() }
        return String(text)
    }
}
