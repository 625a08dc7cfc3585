import AlisDomain

/// Small places, sheets and registers for the tests of imports.
enum ImportFixture {
    static func day(_ iso: String) -> CalendarDay { CalendarDay(iso: iso) ?? .earliest }
    static let today = day("2026-11-22")

    static func municipality(_ key: String) -> MunicipalityID { MunicipalityID(key) ?? fallback }
    private static let fallback: MunicipalityID = {
        guard let id = MunicipalityID("ukjent") else { preconditionFailure("a key of letters is a key") }
        return id
    }()

    static let bodo = municipality("bodo")
    static let fauske = municipality("fauske")
    static let tromso = municipality("tromso")

    static let directory: MunicipalityDirectory = {
        func stretch(
            _ key: String, _ number: String, _ name: String, from: String, to: String? = nil, _ other: [MunicipalityFacts.LocalName] = []
        )
            -> [MunicipalityStretch]
        {
            guard let number = MunicipalityNumber(number), let period = Period(from: day(from), to: to.map(day)) else { return [] }
            let facts = MunicipalityFacts(number: number, name: name, otherNames: other, countyNumber: number.county)
            return [MunicipalityStretch(municipality: municipality(key), period: period, facts: facts)]
        }
        let stretches = [
            stretch("bodo", "1804", "Bodø", from: "2017-01-01", [.init(language: .luleSami, name: "Bådåddjo")]),
            stretch("fauske", "1841", "Fauske", from: "2017-01-01"),
            stretch("tromso", "1902", "Tromsø", from: "2017-01-01", to: "2020-01-01"),
            stretch("tromso", "5401", "Tromsø", from: "2020-01-01", to: "2024-01-01"),
            stretch("tromso", "5501", "Tromsø", from: "2024-01-01", [.init(language: .northernSami, name: "Romsa")]),
            stretch("oslo", "0301", "Oslo", from: "2017-01-01"),
            stretch("heroy-nordland", "1818", "Herøy (Nordland)", from: "2017-01-01"),
            stretch("heroy-mr", "1515", "Herøy (Møre og Romsdal)", from: "2017-01-01"),
        ]
        return MunicipalityDirectory(stretches: stretches.flatMap { $0 })
    }()

    static let trusts: [Trust] = [("NLSH", "Nordlandssykehuset HF", "Nordland"), ("UNN", "Universitetssykehuset Nord-Norge HF", "UNN")]
        .compactMap { code, name, short in
            TrustCode(code).map { Trust(code: $0, name: name, shortName: short, region: "HN", isRegion: false) }
        }

    static func trust(_ code: String) -> TrustCode {
        guard let code = TrustCode(code) else { preconditionFailure("capital letters are a code") }
        return code
    }

    /// A sheet from lines of cells parted by `|`; lines start in row `firstRow`, a line of nothing is a blank row.
    static func sheet(_ lines: String, name: String = "Ark1", firstRow: Int = 1, isHidden: Bool = false) -> Sheet {
        let rows = lines.split(separator: "\n", omittingEmptySubsequences: false).enumerated().compactMap { offset, line -> SheetRow? in
            let cells = line.split(separator: "|", omittingEmptySubsequences: false).enumerated().compactMap { column, text -> SheetCell? in
                let text = text.trimmingPrefix { $0 == " " }
                return text.isEmpty ? nil : SheetCell(column: column, value: .text(String(text)))
            }
            return cells.isEmpty ? nil : SheetRow(number: firstRow + offset, cells: cells)
        }
        return Sheet(name: name, isHidden: isHidden, rows: rows)
    }

    static func workbook(_ sheets: Sheet...) -> Workbook { Workbook(format: .xlsx, sheets: sheets) }

    static func mapping(_ workbook: Workbook, _ choices: ImportMappingChoices = ImportMappingChoices(), only: MunicipalityID? = nil)
        -> ImportMapping
    {
        ImportRecognition(municipalities: directory, on: today, only: only).mapping(of: workbook, choices: choices)
    }

    static func plan(
        _ workbook: Workbook, register: RegisterSnapshot = RegisterSnapshot(), writable: Set<MunicipalityID>? = nil,
        answers: ImportAnswers = ImportAnswers(), on day: CalendarDay = today, seed: UInt64? = nil
    ) -> ImportPlan {
        // Other numbers for a register that has something, so that new identities are new.
        var random = SeededNumbers(seed: seed ?? UInt64(register.engagements.count + 1) &* 7919)
        let settings = ImportSettings(
            day: day, writable: writable, municipalities: directory, trusts: trusts, newSchemeFrom: self.day("2019-03-01"),
            answers: answers, isSynthetic: true)
        return ImportPlanner.plan(
            workbook, mapping: mapping(workbook), register: register, settings: settings, reach: reach(register, writable)
        ) { random.nextRecordID() }
    }

    /// Those who work where the importer may write are hers to see and change; the product works it out from the register's index.
    static func reach(_ register: RegisterSnapshot, _ writable: Set<MunicipalityID>?) -> ImportReach {
        guard let writable else { return ImportReach(seen: nil, editable: nil) }
        let mine = register.trainees.keys.filter { person in
            register.trainings(of: person).flatMap { register.engagements(of: $0.id) }.flatMap(\.stretches).contains {
                writable.contains($0.value.municipality)
            }
        }
        return ImportReach(seen: Set(mine), editable: Set(mine))
    }

    static func after(_ plan: ImportPlan, _ register: RegisterSnapshot = RegisterSnapshot()) -> RegisterSnapshot {
        var register = register
        for operation in plan.operations { register.apply(operation) }
        return register
    }

    static func number(_ value: Double, _ form: SheetNumber.Form = .general) -> CellValue {
        SheetNumber(value, form: form).map { .number($0) } ?? .empty
    }
}

/// SplitMix64: the same numbers from the same seed, everywhere.
struct SeededNumbers: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
