/// The columns of a catalogue of learning objectives (*katalogkolonner*), as the template has them and as our own files do.
package enum CatalogueColumn: String, TableColumn {
    case code = "kode"
    case set = "sett"
    case version = "utgave"
    case from = "fra"
    case through = "til"
    /// The first day it is no longer asked for, as our own files have it.
    case end = "slutt"
    case replaces = "erstatter"
    case nb = "bokmal"
    case nn = "nynorsk"
    case source = "kilde"
    case sample = "eksempel"

    package var headings: [String] {
        switch self {
        case .code: ["kode", "code", "laeringsmalkode", "id", "laeringsmalid", "malkode"]
        case .set: ["sett", "set", "laeringsmalsett", "plan", "gruppe"]
        case .version: ["utgave", "versjon", "version", "utgave"]
        case .from: ["gjelderfra", "gyldigfra", "from", "fra", "forstedag", "gjeldfra"]
        case .through: ["gjeldertil", "gjeldertilogmed", "gyldigtil", "sistedag", "til", "tilogmed", "gjeldtil", "gjeldtilogmed"]
        case .end: ["to"]
        case .replaces: ["erstatter", "erstattar", "replaces"]
        case .nb: ["tittel", "tittelbokmal", "bokmal", "nb", "laeringsmal", "tekst", "kortitekst", "korttekst", "title"]
        case .nn: ["tittelnynorsk", "nynorsk", "nn"]
        case .source: ["kilde", "kjelde", "source"]
        case .sample: ["eksempel", "sample", "dome"]
        }
    }

    package var title: Text {
        switch self {
        case .code: Text("Kode", nn: "Kode")
        case .set: Text("Sett", nn: "Sett")
        case .version: Text("Utgave", nn: "Utgåve")
        case .from: Text("Gjelder fra", nn: "Gjeld frå")
        case .through: Text("Gjelder til og med", nn: "Gjeld til og med")
        case .end: Text("Første dag det ikke gjelder", nn: "Første dag det ikkje gjeld")
        case .replaces: Text("Erstatter", nn: "Erstattar")
        case .nb: Text("Tittel bokmål", nn: "Tittel bokmål")
        case .nn: Text("Tittel nynorsk", nn: "Tittel nynorsk")
        case .source: Text("Kilde", nn: "Kjelde")
        case .sample: Text("Eksempel", nn: "Eksempel")
        }
    }

    package var isNeeded: Bool { self == .code || self == .nb || self == .from }
}

/// One row of a catalogue file as it was read (*rad i katalogen*).
package struct CatalogueRow: Hashable, Sendable {
    package let line: Int
    package let code: Objective.Code?
    package let entry: CatalogueEntry?
    package let period: Period?
    package let problem: Problem?

    /// Why a row waits.
    package enum Problem: Hashable, Sendable {
        case noCode
        case badCode(String)
        case noSet(String)
        case noTitle
        case noFrom
        case unreadableDay(String)
        case endBeforeStart
        case badReplaces(String)
        /// Two rows of one code hold on the same day.
        case overlap(line: Int)
        /// Another row of the same code waits, and a code is taken in whole.
        case sibling(line: Int)
    }
}

/// What a catalogue file would change (*prøveinnlesing av katalog*), code by code.
package struct CataloguePlan: Sendable {
    /// What becomes of a code.
    package enum Outcome: Hashable, Sendable {
        case added, changed, unchanged
    }

    package struct Change: Sendable {
        package let code: String
        package let outcome: Outcome
        package let before: [Version<CatalogueEntry>]
        package let rows: [CatalogueRow]
        /// The code's whole timeline afterwards.
        package let stretches: [(Period, CatalogueEntry)]
    }

    package let changes: [Change]
    package let waiting: [CatalogueRow]
    /// Codes that rows say they came instead of, and that nobody knows: taken in, and said.
    package let unknownReplaced: [String]

    /// - Parameter known: what has been imported before, by code.
    package init(
        _ reading: ColumnReading<CatalogueColumn>, fileName: String, known: [String: Timeline<CatalogueEntry>],
        codes: Set<Objective.Code>
    ) {
        var rows = reading.lines.map { Self.row(reading, $0, fileName: fileName) }
        // Two rows of a code may not hold at once.
        var byCode = Dictionary(grouping: rows.indices.filter { rows[$0].code != nil }) { rows[$0].code?.text ?? "" }
        for places in byCode.values {
            let sorted = places.compactMap { place in rows[place].period.map { (place, $0) } }.sorted { $0.1.from < $1.1.from }
            for (left, right) in zip(sorted, sorted.dropFirst()) where left.1.overlaps(right.1) {
                let row = rows[right.0]
                rows[right.0] = CatalogueRow(
                    line: row.line, code: row.code, entry: nil, period: nil, problem: row.problem ?? .overlap(line: rows[left.0].line))
            }
        }
        for (code, places) in byCode {
            guard let bad = places.first(where: { rows[$0].problem != nil }) else { continue }
            for place in places where rows[place].problem == nil {
                let row = rows[place]
                rows[place] = CatalogueRow(
                    line: row.line, code: row.code, entry: nil, period: nil, problem: .sibling(line: rows[bad].line))
            }
            byCode[code] = nil
        }
        changes = byCode.sorted { $0.key < $1.key }.map { code, places in
            Self.change(code, places.map { rows[$0] }, known[code] ?? Timeline([]))
        }
        waiting = rows.filter { $0.problem != nil }
        let all = codes.union(rows.compactMap(\.code))
        unknownReplaced = Set(changes.flatMap(\.rows).flatMap { $0.entry?.replaces ?? [] }).subtracting(all).map(\.text).sorted()
    }

    private static func change(_ code: String, _ rows: [CatalogueRow], _ timeline: Timeline<CatalogueEntry>) -> Change {
        let new = rows.compactMap { row in row.entry.flatMap { entry in row.period.map { ($0, entry) } } }
        // What was known of days the file says nothing about stays.
        var kept: [(Period, CatalogueEntry)] = timeline.stretches.map { ($0.period, $0.value) }
        for (period, _) in new { kept = kept.flatMap { old in old.0.subtracting(period).map { ($0, old.1) } } }
        let stretches = (kept + new).sorted { $0.0.from < $1.0.from }
        let isSame = timeline.replacing(with: stretches).isEmpty
        return Change(
            code: code, outcome: isSame ? .unchanged : timeline.stretches.isEmpty ? .added : .changed, before: timeline.stretches,
            rows: rows, stretches: stretches)
    }

    private static func row(_ reading: ColumnReading<CatalogueColumn>, _ line: TextTable.Line, fileName: String) -> CatalogueRow {
        func waits(_ problem: CatalogueRow.Problem, _ code: Objective.Code? = nil) -> CatalogueRow {
            CatalogueRow(line: line.number, code: code, entry: nil, period: nil, problem: problem)
        }
        let text = reading.cell(.code, line)
        if text.isEmpty { return waits(.noCode) }
        guard let code = Objective.Code(text.uppercased()) else { return waits(.badCode(text)) }
        let typed = reading.cell(.set, line)
        let prefix = String(code.text.prefix { $0 != "-" })
        guard let set = ObjectiveSet(rawValue: typed.isEmpty ? prefix : typed.uppercased()) else {
            return waits(.noSet(typed.isEmpty ? code.text : typed), code)
        }
        let title = reading.cell(.nb, line)
        if title.isEmpty { return waits(.noTitle, code) }
        let nynorsk = reading.cell(.nn, line)
        let fromText = reading.cell(.from, line)
        if fromText.isEmpty { return waits(.noFrom, code) }
        guard let from = ObjectiveReportReader.day(fromText) else { return waits(.unreadableDay(fromText), code) }
        var end: CalendarDay?
        for (column, added) in [(CatalogueColumn.through, 1), (.end, 0)] {
            let text = reading.cell(column, line)
            if text.isEmpty { continue }
            guard let day = ObjectiveReportReader.day(text) else { return waits(.unreadableDay(text), code) }
            end = day.adding(days: added)
        }
        guard let period = Period(from: from, to: end) else { return waits(.endBeforeStart, code) }
        var replaces: [Objective.Code] = []
        for part in reading.cell(.replaces, line).split(whereSeparator: { $0 == ";" || $0 == "," || $0 == " " }) {
            guard let old = Objective.Code(part.uppercased()) else { return waits(.badReplaces(String(part)), code) }
            replaces.append(old)
        }
        let (version, source) = (reading.cell(.version, line), reading.cell(.source, line))
        let entry = CatalogueEntry(
            code: code, version: version.isEmpty ? String(from.year) : version, set: set,
            title: Text(title, nn: nynorsk.isEmpty ? title : nynorsk), replaces: replaces, source: source.isEmpty ? fileName : source,
            isSample: ["ja", "yes", "x"].contains(ImportText.key(reading.cell(.sample, line))))
        return CatalogueRow(line: line.number, code: code, entry: entry, period: period, problem: nil)
    }

    /// The last of the days something in the file is asked for from; nil when it has none.
    package var lastStart: CalendarDay? { good.flatMap(\.rows).compactMap { $0.period?.from }.max() }

    /// All that has been imported when the good codes are taken in.
    package func objectives(known: [String: Timeline<CatalogueEntry>]) -> [Objective] {
        let new = Dictionary(good.map { ($0.code, $0.stretches) }, uniquingKeysWith: { first, _ in first })
        let kept = known.filter { new[$0.key] == nil }.values.flatMap(\.stretches).map { $0.value.objective(in: $0.period) }
        return kept + new.values.flatMap { $0 }.map { $0.1.objective(in: $0.0) }
    }

    package var good: [Change] { changes.filter { $0.outcome != .unchanged } }

    /// A mark of what the plan would do, so that what is taken in is what was shown.
    package var mark: String { planMark(good.map { "\($0.code) \($0.outcome) \($0.stretches)" }) }
}
