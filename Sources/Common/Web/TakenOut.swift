import AlisDomain

/// A file format that tables are taken out in.
package enum ExportFormat: String, CaseIterable, Sendable { case csv, xlsx }

/// What is taken out as a file: a workbook of all its tables behind a front sheet, or the first of them as CSV.
package struct TakenOut {
    package let tables: [ExportTable]
    /// The file's name, without its ending.
    package let name: String
    package let front: ExportFront?
    /// Whether the front stands above the heading of a CSV file.
    package let hasComments: Bool

    package init(_ tables: [ExportTable], name: String, front: ExportFront? = nil, hasComments: Bool = true) {
        (self.tables, self.name, self.front, self.hasComments) = (tables, name, front, hasComments)
    }

    /// The ways to a page's files.
    ///
    /// - Parameter query: with its question mark, or empty.
    package static func links(_ path: String, query: String = "", _ frame: Frame) -> Html {
        """
        <a class="btn quiet" href="\(path).xlsx\(query)">\(frame[CommonTexts.downloadXLSX])</a>\
        <a class="btn quiet" href="\(path).csv\(query)">\(frame[CommonTexts.downloadCSV])</a>
        """
    }

    /// As an answer.
    package func reply(as format: ExportFormat, at now: Instant) throws -> Reply {
        switch format {
        case .csv:
            let comments = hasComments ? front?.comments ?? [] : []
            let bytes = tables.first.map { CSVWriter.bytes(of: $0, comments: comments) } ?? []
            return .file(bytes, name: "\(name).csv", type: MediaType.csv)
        case .xlsx:
            let cells = tables.reduce(0) { $0 + $1.rows.count * $1.columns.count }
            var writer = try SpreadsheetWriter(keepsRowsInMemory: cells <= 100_000, madeAt: now)
            if let front { writer.addExplanation(name: front.name, title: front.title, lines: front.lines) }
            for table in tables { writer.begin(table) }
            return .file(try writer.finish(), name: "\(name).xlsx", type: MediaType.xlsx)
        }
    }
}

/// What a file is an answer to: the question, the day, as known when, narrowed to what, and what each figure counts. The first sheet of a
/// workbook, and comment rows above the heading of a CSV file, so that a file on its own can be read, and asked for again.
package struct ExportFront: Sendable {
    package let name: String
    package let title: String
    package let lines: [(term: String, meaning: String)]

    package init(name: String, title: String, lines: [(term: String, meaning: String)]) {
        (self.name, self.title, self.lines) = (name, title, lines)
    }

    /// As comment rows: programs that read CSV can be told to pass them over, and a spreadsheet shows them above the table.
    var comments: [String] { lines.map { "# \($0.term): \($0.meaning)" } }
}
