import AlisDomain
import Foundation

/// What reading in reports and catalogues share: taking a file in as text, the upload form, and the form of the columns.
enum ObjectiveFileForms {
    /// Smaller than for whole registers: a report of every objective of every doctor in a municipality is a hundredth of it.
    static let limits: SpreadsheetLimits = {
        var limits = SpreadsheetLimits()
        (limits.fileBytes, limits.unpackedBytes, limits.rows, limits.columns, limits.cells) = (8_000_000, 40_000_000, 30_000, 200, 600_000)
        limits.textBytes = 16_000_000
        return limits
    }()

    /// The file sent, read to text; nil with a problem when there is none, or it cannot be read.
    static func read<Column: TableColumn>(
        _ visit: Visit, as _: Column.Type, _ problems: inout [FieldProblem]
    ) async throws -> (name: String, table: TextTable)? {
        guard let sent = visit.files.first(where: { $0.field == "fil" && !($0.fileName.isEmpty && $0.bytes.isEmpty) }) else {
            problems.append(FieldProblem("fil", ObjectiveImportTexts.noFile))
            return nil
        }
        let (name, bytes) = (ImportText.fileName(sent.fileName), sent.bytes)
        do {
            let table = try await HeavyWork.run { () throws -> TextTable? in
                ColumnReading<Column>.best(of: try SpreadsheetReader.read(bytes, fileName: name, limits: limits))
            }
            if let table { return (name, table) }
            problems.append(FieldProblem("fil", ObjectiveImportTexts.refused(name, SpreadsheetTexts.sentence(SpreadsheetRefusal.empty))))
        } catch let refusal as SpreadsheetRefusal {
            problems.append(FieldProblem("fil", ObjectiveImportTexts.refused(name, SpreadsheetTexts.sentence(refusal))))
        }
        return nil
    }

    static func encode(_ table: TextTable) throws -> String { String(decoding: try JSONEncoder().encode(table), as: UTF8.self) }

    /// The rows that were kept; an empty table when they cannot be read any more.
    static func decode(_ cells: String) -> TextTable {
        (try? JSONDecoder().decode(TextTable.self, from: Data(cells.utf8))) ?? TextTable(lines: [])
    }

    static func fileField(_ problems: [FieldProblem], _ frame: Frame) -> Html {
        let mine = problems.filter { $0.field == "fil" }
        let described: Html =
            mine.isEmpty ? "aria-describedby=\"fil-hint\"" : "aria-describedby=\"fil-hint fil-feil\" aria-invalid=\"true\""
        return """
            <div class="field\(mine.isEmpty ? "" : " wrong")"><label for="fil">\(frame[ObjectiveImportTexts.file])</label>\
            <p class="hint" id="fil-hint">\(frame[ObjectiveImportTexts.fileHint])</p>\
            \(mine.map { "<p class=\"error\" id=\"fil-feil\">\(frame[$0.text])</p>" as Html })\
            <input type="file" id="fil" name="fil" accept=".xlsx,.xlsm,.csv,.txt" aria-required="true" \(described)></div>
            """
    }

    /// How the columns were understood, and the form that changes it; open when something in it must be put right.
    ///
    /// - Parameter typed: what was said in it, when something is wrong.
    static func columns<Column: TableColumn>(
        _ reading: ColumnReading<Column>, action: String, more: Html, typed: FormData?, problems: [FieldProblem], isOpen: Bool = false,
        _ frame: Frame
    ) -> Html {
        let width = min(reading.table.width, 40)
        let rows = (0..<width).map { place -> Html in
            let shown = name(place, reading)
            let chosen = typed?.raw("kol.\(place)") ?? reading.columns.first { $0.value == place }?.key.rawValue ?? ""
            let options = Column.allCases.map { column -> Html in
                "<option value=\"\(column.rawValue)\" \(flag: "selected", column.rawValue == chosen)>\(frame[column.title])</option>"
            }
            let wrong = problems.filter { $0.field == "kol.\(place)" }
            let described: Html = wrong.isEmpty ? .empty : "aria-invalid=\"true\" aria-describedby=\"kol.\(place)-feil\""
            return """
                <tr><th scope="row">\(shown)</th><td data-label="\(frame[ObjectiveImportTexts.examples])">\(reading.examples(place).joined(separator: " · "))</td>\
                <td>\(wrong.map { "<p class=\"error\" id=\"kol.\(place)-feil\">\(frame[$0.text])</p>" as Html })\
                <select id="kol.\(place)" name="kol.\(place)" aria-label="\(frame[ObjectiveImportTexts.meaning]): \(shown)" \(described)>\
                <option value="" \(flag: "selected", chosen.isEmpty)>\(frame[ObjectiveImportTexts.notRead])</option>\(options)</select></td></tr>
                """
        }
        let missing = Column.allCases.filter { $0.isNeeded && reading.columns[$0] == nil }.map { frame[$0.title] }
        let isOpen = isOpen || !missing.isEmpty || !problems.isEmpty
        return """
            <details class="understood" \(flag: "open", isOpen)><summary><h2>\(frame[ObjectiveImportTexts.columns])</h2></summary>
            \(missing.isEmpty ? .empty : "<p class=\"next-plain\" role=\"alert\">\(frame[ObjectiveImportTexts.columnsMissing(missing.joined(separator: ", "))])</p>" as Html)
            <form method="post" action="\(action)" novalidate>\(Form.mark(frame))\(more)
            \(Form.text("rad", frame[ObjectiveImportTexts.headerRow], value: typed?.raw("rad") ?? reading.headerRow.map(String.init) ?? "", hint: frame[ObjectiveImportTexts.headerRowHint], problems: problems, width: 6, frame))
            <table class="texts cards"><thead><tr><th scope="col">\(frame[ObjectiveImportTexts.column])</th>\
            <th scope="col">\(frame[ObjectiveImportTexts.examples])</th><th scope="col">\(frame[ObjectiveImportTexts.meaning])</th></tr></thead>\
            <tbody>\(rows)</tbody></table><p class="acts"><button class="btn quiet">\(frame[ObjectiveImportTexts.readAgain])</button></p></form></details>
            """
    }

    /// A column as people know it: its letter in the spreadsheet and its heading.
    private static func name<Column: TableColumn>(_ place: Int, _ reading: ColumnReading<Column>) -> String {
        let (heading, letters) = (reading.heading(place), CellReference.letters(ofColumn: place))
        return heading.isEmpty ? letters : "\(letters): \(heading)"
    }

    /// What is wrong in the form of the columns: a row that is none, or two columns that are said to be the same.
    static func problems<Column: TableColumn>(_ form: FormData, shown: ColumnReading<Column>) -> [FieldProblem] {
        var problems: [FieldProblem] = []
        let typed = form["rad"]
        let row = ImportText.digits(typed, atMost: 6)
        if !typed.isEmpty, !shown.table.lines.contains(where: { $0.number == row }) {
            problems.append(FieldProblem("rad", ObjectiveImportTexts.noSuchRow(typed, last: shown.table.lines.last?.number ?? 1)))
        }
        var seen: [Column: Int] = [:]
        for place in 0..<min(shown.table.width, 40) {
            guard let column = Column(rawValue: form["kol.\(place)"]) else { continue }
            if let other = seen[column] {
                let letters = CellReference.letters(ofColumn: other)
                problems.append(FieldProblem("kol.\(place)", ObjectiveImportTexts.chosenTwice(column.title, letters)))
            } else {
                seen[column] = place
            }
        }
        return problems
    }

    /// Laying the file aside; what has been taken in from it stays.
    static func drop(_ file: ObjectiveFile, action: String, _ frame: Frame) -> Html {
        let text = file.taken > 0 ? ObjectiveImportTexts.layAside : ObjectiveImportTexts.drop
        let note: Html = file.taken > 0 ? "<p class=\"note\">\(frame[ObjectiveImportTexts.takenStays])</p>" : .empty
        return
            "<form method=\"post\" action=\"\(action)\">\(Form.mark(frame))<button class=\"btn quiet\">\(frame[text])</button>\(note)</form>"
    }

    /// What is said on the page one comes to when a file has been laid aside.
    static func dropped(_ query: FormData, _ frame: Frame) -> Html {
        guard query.contains("forkastet") else { return .empty }
        let wasTaken = (ImportText.digits(query["forkastet"], atMost: 6) ?? 0) > 0
        return "<p class=\"done\" role=\"status\">\(frame[wasTaken ? ObjectiveImportTexts.laidAside : ImportPageTexts.dropped])</p>"
    }

    /// The number of a row; on a phone, where the heading is not seen, with the word before it.
    static func row(_ line: Int, _ frame: Frame) -> Html {
        "<span class=\"card-word\">\(frame[ObjectiveImportTexts.row]) </span>\(line)"
    }

    /// What the form of the columns says.
    static func choices<Column: TableColumn>(_ form: FormData, shown: ColumnReading<Column>) -> ColumnChoices {
        let row = ImportText.digits(form["rad"], atMost: 6)
        // Other headings: what was shown of the columns below the old ones does not hold any more.
        if let row, let known = shown.headerRow, row != known { return ColumnChoices(headerRow: row) }
        var columns: [String: Int] = [:]
        for place in 0..<min(shown.table.width, 40) {
            if let column = Column(rawValue: form["kol.\(place)"]), columns[column.rawValue] == nil { columns[column.rawValue] = place }
        }
        return ColumnChoices(headerRow: row, columns: columns)
    }

    /// A table of rows, no longer than a page can show.
    static func table(_ name: String, _ heads: [Text], _ rows: [[Html]], _ frame: Frame) -> Html {
        let most = 200
        let rest: Html = rows.count > most ? "<p class=\"note\">\(frame[ObjectiveImportTexts.more(rows.count - most)])</p>" : .empty
        return ListTable(Text(same: name), heads, frame).html(rows.prefix(most)) + rest
    }
}
