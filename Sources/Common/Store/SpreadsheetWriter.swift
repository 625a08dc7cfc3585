import AlisDomain
import CXlsxWriter
import Foundation

/// Writes an Excel workbook (`.xlsx`) through libxlsxwriter: headings that stay in view, filters, real dates and percentages,
/// drop-downs and explanations. Text is always text, so that nothing a user wrote can become a formula.
///
/// Sheets are written one after another: `begin`, then `append` for each further row, then the next `begin`, at last `finish`.
/// It writes through temporary files and is not for the server's event loop.
package struct SpreadsheetWriter: ~Copyable {
    private let workbook: UnsafeMutablePointer<lxw_workbook>
    private let folder: URL
    private let formats: SpreadsheetFormats
    private var naming = SheetNaming()
    private var lists = DropDownLists()
    private(set) var sheet: UnsafeMutablePointer<lxw_worksheet>?
    private var table = ExportTable(name: "", columns: [])
    private var headingRow: UInt32 = 0
    var nextRow: UInt32 = 0
    private var failure: SpreadsheetWriteFailure?
    private var isFinished = false

    /// How many rows below the data still offer the drop-downs, for those who fill in a template.
    private static let extraChoiceRows: UInt32 = 2_000
    private static let lastRow: UInt32 = 1_048_575

    /// - Parameters:
    ///   - keepsRowsInMemory: false writes each row away at once: for exports of more than about 100,000 cells.
    ///   - madeAt: the moment written in the file's properties.
    package init(keepsRowsInMemory: Bool = true, madeAt: Instant? = nil) throws(SpreadsheetWriteFailure) {
        let folder = FileManager.default.temporaryDirectory.appending(path: "alis-export-\(UUID().uuidString)")
        do {
            try FileManager.default.createDirectory(
                at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        } catch {
            throw .cannotWrite(code: Int(LXW_ERROR_CREATING_TMPFILE.rawValue))
        }
        var made: UnsafeMutablePointer<lxw_workbook>?
        folder.path.withCString { directory in
            var options = lxw_workbook_options(
                constant_memory: keepsRowsInMemory ? 0 : 1, tmpdir: UnsafeMutablePointer(mutating: directory), use_zip64: 0)
            made = workbook_new_opt(folder.appending(path: "export.xlsx").path, &options)
        }
        guard let made else {
            try? FileManager.default.removeItem(at: folder)
            throw .cannotWrite(code: Int(LXW_ERROR_MEMORY_MALLOC_FAILED.rawValue))
        }
        self.folder = folder
        workbook = made
        formats = SpreadsheetFormats(made)
        if let madeAt {
            var properties = lxw_doc_properties()
            properties.created = time_t(madeAt.microseconds / 1_000_000)
            workbook_set_properties(made, &properties)
        }
    }

    deinit {
        // Closing is also what frees the library's memory; a file nobody asked for is thrown away.
        if !isFinished { workbook_close(workbook) }
        try? FileManager.default.removeItem(at: folder)
    }

    /// A workbook of whole tables.
    package static func bytes(of tables: [ExportTable], madeAt: Instant? = nil) throws(SpreadsheetWriteFailure) -> [UInt8] {
        let cells = tables.reduce(0) { $0 + $1.rows.count * $1.columns.count }
        var writer = try SpreadsheetWriter(keepsRowsInMemory: cells <= 100_000, madeAt: madeAt)
        for table in tables { writer.begin(table) }
        return try writer.finish()
    }

    /// Ends the sheet before and begins one with the table's notes, heading and rows.
    package mutating func begin(_ table: ExportTable) {
        endSheet()
        self.table = table
        sheet = workbook_add_worksheet(workbook, naming.name(for: table.name))
        guard let sheet else { return note(LXW_ERROR_MEMORY_MALLOC_FAILED) }
        setColumns(of: sheet)
        nextRow = 0
        for (place, line) in table.notes.enumerated() {
            note(worksheet_write_string(sheet, nextRow, 0, WrittenText.prepared(line), place == 0 ? formats.title : nil))
            nextRow += 1
        }
        if !table.notes.isEmpty { nextRow += 1 }
        headingRow = nextRow
        for (place, column) in table.columns.enumerated() {
            let place = UInt16(clamping: place)
            note(worksheet_write_string(sheet, headingRow, place, WrittenText.prepared(column.title), formats.heading))
            // At once: a comment on a row that was written away is lost.
            if let explanation = column.explanation {
                note(worksheet_write_comment(sheet, headingRow, place, WrittenText.prepared(explanation)))
            }
        }
        nextRow += 1
        worksheet_freeze_panes(sheet, nextRow, 0)
        for row in table.rows { append(row) }
    }

    /// Writes one more row of the sheet that was begun.
    package mutating func append(_ row: [ExportValue]) {
        guard let sheet else { return }
        guard nextRow <= Self.lastRow else {
            failure = failure ?? .tooManyRows
            return
        }
        for (place, value) in row.enumerated() { note(write(value, sheet, nextRow, UInt16(clamping: place))) }
        nextRow += 1
    }

    /// Adds an explanatory sheet of two columns: what, and what it means.
    package mutating func addExplanation(name: String, title: String, lines: [(term: String, meaning: String)]) {
        endSheet()
        guard let sheet = workbook_add_worksheet(workbook, naming.name(for: name)) else { return note(LXW_ERROR_MEMORY_MALLOC_FAILED) }
        worksheet_set_column(sheet, 0, 0, 28, nil)
        worksheet_set_column(sheet, 1, 1, 90, nil)
        note(worksheet_write_string(sheet, 0, 0, WrittenText.prepared(title), formats.title))
        for (place, line) in lines.enumerated() {
            let row = UInt32(clamping: place + 2)
            note(worksheet_write_string(sheet, row, 0, WrittenText.prepared(line.term), formats.wrapped))
            note(worksheet_write_string(sheet, row, 1, WrittenText.prepared(line.meaning), formats.wrapped))
        }
    }

    /// Ends the workbook and gives the file's content.
    package consuming func finish() throws(SpreadsheetWriteFailure) -> [UInt8] {
        endSheet()
        lists.writeSheet(to: workbook)
        isFinished = true
        let code = workbook_close(workbook)
        if let failure { throw failure }
        guard code == LXW_NO_ERROR else { throw .cannotWrite(code: Int(code.rawValue)) }
        do {
            return [UInt8](try Data(contentsOf: folder.appending(path: "export.xlsx")))
        } catch {
            throw .cannotWrite(code: Int(LXW_ERROR_CREATING_XLSX_FILE.rawValue))
        }
    }

    private mutating func setColumns(of sheet: UnsafeMutablePointer<lxw_worksheet>) {
        for (place, column) in table.columns.enumerated() {
            let format =
                switch column.entry {
                case .general: SpreadsheetFormats.Format?.none
                case .text: formats.text
                case .day: formats.day
                case .percent: formats.wholePercent
                }
            let longest = table.rows.prefix(200).reduce(column.title.count + 4) { longest, row in
                if place < row.count, case .text(let text) = row[place] { max(longest, text.count + 1) } else { longest }
            }
            let width = column.width ?? Double(min(40, max(10, longest)))
            let place = UInt16(clamping: place)
            worksheet_set_column(sheet, place, place, width, format)
        }
    }

    private mutating func endSheet() {
        guard let sheet, !table.columns.isEmpty else { return self.sheet = nil }
        let lastColumn = UInt16(clamping: table.columns.count - 1)
        worksheet_autofilter(sheet, headingRow, 0, max(headingRow + 1, nextRow - 1), lastColumn)
        worksheet_repeat_rows(sheet, headingRow, headingRow)
        worksheet_set_landscape(sheet)
        worksheet_fit_to_pages(sheet, 1, 0)
        for (place, column) in table.columns.enumerated() {
            guard !column.choices.isEmpty else { continue }
            let last = min(Self.lastRow, nextRow + Self.extraChoiceRows)
            lists.offer(column.choices, to: sheet, rows: (headingRow + 1)...last, column: UInt16(clamping: place), naming: &naming)
        }
        self.sheet = nil
    }

    private func write(
        _ value: ExportValue, _ sheet: UnsafeMutablePointer<lxw_worksheet>, _ row: UInt32, _ column: UInt16
    ) -> lxw_error {
        switch value {
        case .empty: return LXW_NO_ERROR
        case .text(let text): return worksheet_write_string(sheet, row, column, WrittenText.prepared(text), nil)
        case .integer(let number):
            // A cell keeps fifteen digits, and shows eleven of them unless told otherwise.
            guard number.magnitude < 1_000_000_000_000_000 else {
                return worksheet_write_string(sheet, row, column, String(number), nil)
            }
            let isLong = number.magnitude >= 100_000_000_000
            return worksheet_write_number(sheet, row, column, Double(number), isLong ? formats.longInteger : nil)
        case .decimal(let number):
            return number.isFinite ? worksheet_write_number(sheet, row, column, number, nil) : LXW_NO_ERROR
        case .percent(let fraction):
            guard fraction.isFinite else { return LXW_NO_ERROR }
            let hundredths = (fraction * 10_000).rounded()
            let isWhole = hundredths.truncatingRemainder(dividingBy: 100) == 0
            return worksheet_write_number(sheet, row, column, fraction, isWhole ? formats.wholePercent : formats.percent)
        case .day(let day):
            let serial = ExcelSerial.serial(of: day)
            // The days before are counted wrongly by some programs and cannot be written by others.
            guard serial > 60 else { return worksheet_write_string(sheet, row, column, day.iso, nil) }
            return worksheet_write_number(sheet, row, column, Double(serial), formats.day)
        }
    }

    private mutating func note(_ code: lxw_error) {
        if code != LXW_NO_ERROR, failure == nil { failure = .cannotWrite(code: Int(code.rawValue)) }
    }
}
