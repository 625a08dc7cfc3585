import AlisDomain
import Foundation

/// A kind of file with one table, of which the text of the cells is kept and no national identity number.
protocol TableKind: FileKind {
    associatedtype Column: TableColumn
}

extension TableKind {
    /// Smaller than for whole registers: a report of every objective of every doctor in a municipality is a hundredth of it.
    var limits: SpreadsheetLimits {
        var limits = SpreadsheetLimits()
        (limits.fileBytes, limits.unpackedBytes, limits.rows, limits.columns, limits.cells) = (8_000_000, 40_000_000, 30_000, 200, 600_000)
        limits.textBytes = 16_000_000
        return limits
    }

    func keep(_ workbook: Workbook, in file: inout SentFile) throws -> Text? {
        guard let table = ColumnReading<Column>.best(of: workbook) else { return SpreadsheetTexts.sentence(SpreadsheetRefusal.empty) }
        file.cells = String(decoding: try JSONEncoder().encode(table), as: UTF8.self)
        return nil
    }

    /// The rows that were kept, as their columns are understood; none when they cannot be read any more.
    func reading(_ file: SentFile) -> ColumnReading<Column> {
        let table = try? JSONDecoder().decode(TextTable.self, from: Data(file.cells.utf8))
        return ColumnReading(table ?? TextTable(lines: []), choices: ColumnChoices(text: file.choices))
    }

    /// Takes in the form of the columns; wrong in it are a row that is none, and two columns that are said to be the same.
    func setColumns(_ form: FormData, of file: inout SentFile, _ visit: Visit, _ viewer: Viewer) async throws -> [FieldProblem] {
        let shown = reading(file)
        var problems: [FieldProblem] = []
        let typed = form["rad"]
        let row = ImportText.digits(typed, atMost: 6)
        if !typed.isEmpty, !shown.table.lines.contains(where: { $0.number == row }) {
            problems.append(FieldProblem("rad", FileTexts.noSuchRow(typed, last: shown.table.lines.last?.number ?? 1)))
        }
        var columns: [String: Int] = [:]
        for place in 0..<min(shown.table.width, ColumnsForm<Column>.most) {
            guard let column = Column(rawValue: form["kol.\(place)"]) else { continue }
            if let other = columns[column.rawValue] {
                let letters = CellReference.letters(ofColumn: other)
                problems.append(FieldProblem("kol.\(place)", FileTexts.chosenTwice(column.title, letters)))
            } else {
                columns[column.rawValue] = place
            }
        }
        // Other headings: what was shown of the columns below the old ones does not hold any more.
        if let row, let known = shown.headerRow, row != known { columns = [:] }
        file.choices = ColumnChoices(headerRow: row, columns: columns).text
        return problems
    }
}

/// How the columns of a table were understood, and the form that changes it; open when something in it must be put right.
struct ColumnsForm<Column: TableColumn> {
    /// So many columns are shown.
    static var most: Int { 40 }

    let reading: ColumnReading<Column>
    let action: String
    /// Other fields of the form.
    var more = Html.empty
    var isOpen = false
    let shown: ShownForm
    let frame: Frame

    var html: Html {
        let missing = Column.allCases.filter { $0.isNeeded && reading.columns[$0] == nil }.map { frame[$0.title] }
        let isOpen = isOpen || !missing.isEmpty || !shown.problems.isEmpty
        return """
            <details class="understood" \(flag: "open", isOpen)><summary><h2>\(frame[FileTexts.columns])</h2></summary>
            \(missing.isEmpty ? .empty : "<p class=\"next-plain\" role=\"alert\">\(frame[FileTexts.columnsMissing(missing.joined(separator: ", "))])</p>" as Html)
            <form method="post" action="\(action)" novalidate>\(Form.mark(frame))\(more)
            \(Form.text("rad", frame[FileTexts.headerRow], value: shown.values.raw("rad") ?? reading.headerRow.map(String.init) ?? "", hint: frame[FileTexts.headerRowHint], problems: shown.problems, width: 6, frame))
            <table class="texts cards"><thead><tr><th scope="col">\(frame[FileTexts.column])</th>\
            <th scope="col">\(frame[FileTexts.examples])</th><th scope="col">\(frame[FileTexts.meaning])</th></tr></thead>\
            <tbody>\((0..<min(reading.table.width, Self.most)).map(row))</tbody></table>\
            <p class="acts"><button class="btn quiet">\(frame[FileTexts.readAgain])</button></p></form></details>
            """
    }

    private func row(_ place: Int) -> Html {
        // As people know it: its letter in the spreadsheet and its heading.
        let (heading, letters) = (reading.heading(place), CellReference.letters(ofColumn: place))
        let name = heading.isEmpty ? letters : "\(letters): \(heading)"
        let chosen = shown.values.raw("kol.\(place)") ?? reading.columns.first { $0.value == place }?.key.rawValue ?? ""
        let options = Column.allCases.map { column -> Html in
            "<option value=\"\(column.rawValue)\" \(flag: "selected", column.rawValue == chosen)>\(frame[column.title])</option>"
        }
        let wrong = shown.problems.filter { $0.field == "kol.\(place)" }
        let described: Html = wrong.isEmpty ? .empty : "aria-invalid=\"true\" aria-describedby=\"kol.\(place)-feil\""
        return """
            <tr><th scope="row">\(name)</th><td data-label="\(frame[FileTexts.examples])">\(reading.examples(place).joined(separator: " · "))</td>\
            <td>\(wrong.map { "<p class=\"error\" id=\"kol.\(place)-feil\">\(frame[$0.text])</p>" as Html })\
            <select id="kol.\(place)" name="kol.\(place)" aria-label="\(frame[FileTexts.meaning]): \(name)" \(described)>\
            <option value="" \(flag: "selected", chosen.isEmpty)>\(frame[FileTexts.notRead])</option>\(options)</select></td></tr>
            """
    }
}
