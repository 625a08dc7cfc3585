import Alis
import AlisDomain
import Foundation

/// What an import did or would do, for the terminal and for scripts.
struct ImportReport {
    private struct Line: Encodable {
        let sheet: String
        let row: Int
        let column: String?
        let name: String
        let severity: String
        let text: String
    }

    private struct Answer: Encodable {
        let dryRun: Bool
        let change: Int?
        let added: Int
        let changed: Int
        let unchanged: Int
        let questions: Int
        let blocked: Int
        let problems: [Line]
    }

    private let counts: ImportPlan.Counts
    private let change: ChangeNumber?
    private let isDryRun: Bool
    private let lines: [Line]

    /// Rows that were not taken in.
    var waiting: Int { counts.questions + counts.blocked }

    init(_ plan: ImportPlan, change: ChangeNumber?, isDryRun: Bool, texts: ImportTexts) {
        counts = plan.counts
        self.change = change
        self.isDryRun = isDryRun
        lines = plan.rows.flatMap { row in
            row.problems.filter { $0.severity != .notice }.map { problem in
                Line(
                    sheet: row.sheetName, row: row.place.row, column: problem.heading ?? problem.field?.title.nb, name: row.name,
                    severity: problem.severity == .stops ? "stops" : "question", text: texts.text(problem).nb)
            }
        }
    }

    func json() throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        let answer = Answer(
            dryRun: isDryRun, change: change, added: counts.added, changed: counts.changed, unchanged: counts.unchanged,
            questions: counts.questions, blocked: counts.blocked, problems: lines)
        return String(decoding: try encoder.encode(answer), as: UTF8.self)
    }

    /// Counts, then the rows that wait; at most 200 of them. In Norwegian, as all that is said of the rows is.
    func table() -> String {
        var text = isDryRun ? "Prøvelesing: ingenting er endret.\n" : change.map { "Lest inn: endring \($0).\n" } ?? "Ingenting å endre.\n"
        let figures = [
            ("nye", counts.added), ("endret", counts.changed), ("uendret", counts.unchanged), ("spørsmål", counts.questions),
            ("må rettes", counts.blocked),
        ]
        for (name, count) in figures { text += "  \(Self.padded(name, 16))\(count)\n" }
        guard !lines.isEmpty else { return text }
        let shown = lines.prefix(200)
        let sheetWidth = min(24, max(3, shown.map(\.sheet.count).max() ?? 0))
        let columnWidth = min(24, shown.map { $0.column?.count ?? 0 }.max() ?? 0)
        text += "\n\(Self.padded("Ark", sheetWidth))  \(Self.padded("Rad", 6))  \(Self.padded("Kolonne", max(7, columnWidth)))  Hva\n"
        for line in shown {
            text += "\(Self.padded(line.sheet, sheetWidth))  \(Self.padded("\(line.row)", 6))  "
            text += "\(Self.padded(line.column ?? "", max(7, columnWidth)))  \(line.text)\n"
        }
        if lines.count > shown.count { text += "… og \(lines.count - shown.count) til; --json viser alle.\n" }
        return text
    }

    private static func padded(_ text: String, _ width: Int) -> String {
        text.count >= width ? String(text.prefix(width)) : text + String(repeating: " ", count: width - text.count)
    }
}
