import AlisDomain

/// The file that goes back to its sender, with two columns added: what became of each row, and why.
package struct ImportResultFile: Sendable {
    /// How much of what was sent is in it.
    package enum Likeness: Sendable {
        /// The file itself: everything but the two columns is as it was.
        case asSent
        /// A new file with the values alone, without looks, formulas and macros.
        case valuesOnly
    }

    package let bytes: [UInt8]
    package let likeness: Likeness

    /// What a workbook can go back as, as far as that is seen without making it.
    package static func likeness(of workbook: Workbook) -> Likeness {
        workbook.warnings.contains(.macrosIgnored) ? .valuesOnly : .asSent
    }

    /// As the kind of file that was sent.
    package static func make(
        of workbook: Workbook, original: [UInt8], mapping: ImportMapping, heading: SheetNotes.Line,
        said: (RowReference) -> SheetNotes.Line?, madeAt: Instant
    ) throws -> ImportResultFile {
        let notes = notes(workbook, mapping, heading, said)
        if case .csv(let separator, _) = workbook.format, let note = notes[0],
            let bytes = AnnotatedCSV.bytes(of: original, notes: note, separator: separator)
        {
            return ImportResultFile(bytes: bytes, likeness: .asSent)
        }
        let isWhole = mapping.sheets.filter(\.isRead).allSatisfy { notes[$0.sheet] != nil }
        // A file that can be read and not be added to, as with a damaged list of contents, goes back as its values.
        if workbook.format == .xlsx, isWhole, let bytes = (try? AnnotatedWorkbook.bytes(of: original, notes: notes)) ?? nil {
            return ImportResultFile(bytes: bytes, likeness: .asSent)
        }
        return ImportResultFile(bytes: try values(of: workbook, notes: notes, madeAt: madeAt), likeness: .valuesOnly)
    }

    /// A workbook with the values alone: no formula goes back.
    package static func values(
        of workbook: Workbook, mapping: ImportMapping, heading: SheetNotes.Line, said: (RowReference) -> SheetNotes.Line?, madeAt: Instant
    ) throws(SpreadsheetWriteFailure) -> [UInt8] {
        try values(of: workbook, notes: notes(workbook, mapping, heading, said), madeAt: madeAt)
    }

    private static func notes(
        _ workbook: Workbook, _ mapping: ImportMapping, _ heading: SheetNotes.Line, _ said: (RowReference) -> SheetNotes.Line?
    ) -> [Int: SheetNotes] {
        var notes: [Int: SheetNotes] = [:]
        for understood in mapping.sheets where understood.isRead && workbook.sheets.indices.contains(understood.sheet) {
            let place = understood.sheet
            notes[place] = SheetNotes(workbook.sheets[place], headingRow: understood.headerRow, heading: heading) {
                said(RowReference(sheet: place, row: $0))
            }
        }
        return notes
    }

    private static func values(of workbook: Workbook, notes: [Int: SheetNotes], madeAt: Instant) throws(SpreadsheetWriteFailure) -> [UInt8]
    {
        let cells = workbook.sheets.reduce(0) { $0 + $1.rows.reduce(0) { $0 + $1.cells.count } }
        var writer = try SpreadsheetWriter(keepsRowsInMemory: cells <= 100_000, madeAt: madeAt)
        for (place, sheet) in workbook.sheets.enumerated() {
            let note = notes[place]
            let width = note?.column ?? min(sheet.columnCount, CellReference.columnCount)
            writer.beginCopy(
                named: sheet.name,
                widths: note.map { [$0.column: SheetNotes.widths.result, $0.column + 1: SheetNotes.widths.explanation] } ?? [:],
                headingRow: note?.headingRow)
            for row in sheet.rows {
                var values = [ExportValue](repeating: .empty, count: width)
                // What is merged stands in its first cell alone.
                for cell in row.cells where cell.column < width && cell.origin != .merged {
                    values[cell.column] = ExportValue(cell.value)
                }
                if let line = note?.lines[row.number] { values += [.text(line.result), .text(line.explanation)] }
                writer.append(values, atRow: row.number)
            }
        }
        return try writer.finish()
    }
}
