import AlisDomain
import CExpat

/// A handler that is told where in the part each element stands.
protocol XMLPlacedHandler: XMLPartHandler {
    /// Set before the reading begins; the parser's place is asked for in `start` and `end`.
    var parser: XML_Parser? { get set }
}

/// Finds where two columns go in a sheet's part: what is put in where, and what gives way to it. Everything else stays as it is.
final class WorksheetNoteEdit: XMLPlacedHandler {
    /// One replacement in the part's bytes.
    struct Edit {
        let range: Range<Int>
        let bytes: [UInt8]
    }

    var parser: XML_Parser?
    private(set) var refusal: SpreadsheetRefusal?
    private(set) var edits: [Edit] = []
    /// False when the part has something that cannot be added to: rows or cells out of order.
    private(set) var canBeKept = true

    private let notes: SheetNotes
    private let source: [UInt8]
    private var unwritten: Set<Int>
    private var isInSheetData = false
    private var rowNumber = 0
    private var rowTag = 0..<0
    private var line: SheetNotes.Line?
    private var column = -1
    private var cellStart = 0
    private var depthInCell = 0
    private var putAt: Int?
    private var headingStyle: String?
    private var columnTag = 0..<0
    private var columnSpan: ClosedRange<Int>?
    private var areWidthsWritten = false

    init(_ notes: SheetNotes, source: [UInt8]) {
        self.notes = notes
        self.source = source
        unwritten = Set(notes.lines.keys)
    }

    /// The part with the two columns in it; nil when it cannot be kept.
    func result() -> [UInt8]? {
        guard canBeKept, unwritten.isEmpty else { return nil }
        var result: [UInt8] = []
        result.reserveCapacity(source.count + edits.reduce(0) { $0 + $1.bytes.count })
        var place = 0
        for edit in edits.enumerated().sorted(by: { Self.isBefore($0, $1) }) {
            let edit = edit.element
            guard edit.range.lowerBound >= place, edit.range.upperBound <= source.count else { return nil }
            result += source[place..<edit.range.lowerBound]
            result += edit.bytes
            place = edit.range.upperBound
        }
        return result + source[place...]
    }

    /// In order of place; what is put in at a place goes before what gives way there.
    private static func isBefore(_ one: (offset: Int, element: Edit), _ other: (offset: Int, element: Edit)) -> Bool {
        (one.element.range.lowerBound, one.element.range.upperBound, one.offset)
            < (other.element.range.lowerBound, other.element.range.upperBound, other.offset)
    }

    /// Where the tag that is being told of stands. The end of `<c/>` has no tag of its own.
    private var tag: Range<Int> {
        guard let parser else { return 0..<0 }
        let start = Int(XML_GetCurrentByteIndex(parser))
        return max(0, start)..<max(0, start + Int(XML_GetCurrentByteCount(parser)))
    }

    func start(_ name: XMLName, _ attributes: XMLAttributes) {
        if depthInCell > 0 {
            depthInCell += 1
            return
        }
        switch name {
        case "dimension": widen(attributes)
        case "cols": columnSpan = nil
        case "col" where !isInSheetData: startColumn(attributes)
        case "sheetData":
            isInSheetData = true
            rowTag = tag
            if !areWidthsWritten { insert(element("cols", widths()), at: tag.lowerBound) }
            areWidthsWritten = true
        case "row" where isInSheetData: startRow(attributes)
        case "c" where isInSheetData: startCell(attributes)
        default: break
        }
    }

    func end(_ name: XMLName) {
        if depthInCell > 0 {
            depthInCell -= 1
            if depthInCell == 0 { endCell() }
            return
        }
        switch name {
        case "col": endColumn()
        case "cols" where !areWidthsWritten:
            insert(widths(), at: tag.lowerBound)
            areWidthsWritten = true
        case "row" where isInSheetData: endRow()
        case "sheetData": isInSheetData = false
        default: break
        }
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>) {}

    private func insert(_ text: String, at place: Int) { edits.append(Edit(range: place..<place, bytes: Array(text.utf8))) }

    private func replace(_ range: Range<Int>, with text: String) { edits.append(Edit(range: range, bytes: Array(text.utf8))) }

    /// The prefix that the part's elements have: empty, or `x:`.
    private var prefix: String {
        let name = source[rowTag].dropFirst().prefix { $0 != 0x20 && $0 != 0x2F && $0 != 0x3E && $0 != 0x0A && $0 != 0x0D && $0 != 0x09 }
        guard let colon = name.firstIndex(of: 0x3A) else { return "" }
        return String(decoding: name[...colon], as: UTF8.self)
    }

    // MARK: Widths

    private func widths() -> String {
        let first = notes.column + 1
        return element("col", nil, "min=\"\(first)\" max=\"\(first)\" width=\"\(SheetNotes.widths.result)\" customWidth=\"1\"")
            + element("col", nil, "min=\"\(first + 1)\" max=\"\(first + 1)\" width=\"\(SheetNotes.widths.explanation)\" customWidth=\"1\"")
    }

    private func startColumn(_ attributes: XMLAttributes) {
        columnTag = tag
        rowTag = tag
        guard let from = attributes.integer("min"), let through = attributes.integer("max"), from <= through else { return }
        columnSpan = from...through
    }

    /// A stretch of columns that ours are in is parted; before one that comes after ours, ours are put.
    private func endColumn() {
        guard let span = columnSpan else { return }
        let whole = columnTag.lowerBound..<max(columnTag.upperBound, tag.upperBound)
        columnSpan = nil
        let (first, last) = (notes.column + 1, notes.column + 2)
        guard span.upperBound >= first else { return }
        let own = areWidthsWritten ? "" : widths()
        areWidthsWritten = true
        if span.lowerBound > last {
            if !own.isEmpty { insert(own, at: whole.lowerBound) }
            return
        }
        let raw = String(decoding: source[whole], as: UTF8.self)
        var parts = ""
        if span.lowerBound < first { parts += Self.column(raw, span.lowerBound, first - 1) }
        parts += own
        if span.upperBound > last { parts += Self.column(raw, last + 1, span.upperBound) }
        replace(whole, with: parts)
    }

    private static func column(_ tag: String, _ from: Int, _ through: Int) -> String {
        tag.replacing(#/\bmin=("|')\d+("|')/#, with: "min=\"\(from)\"").replacing(#/\bmax=("|')\d+("|')/#, with: "max=\"\(through)\"")
    }

    /// The corner that says how far the sheet goes.
    private func widen(_ attributes: XMLAttributes) {
        guard let range = attributes.string("ref").flatMap({ CellRange($0) }) else { return }
        rowTag = tag
        let letters = CellReference.letters(ofColumn: range.columns.lowerBound)
        let last = CellReference.letters(ofColumn: max(range.columns.upperBound, notes.column + 1))
        let isClosed = source[tag].dropLast().last == 0x2F
        replace(
            tag,
            with: "<\(prefix)dimension ref=\"\(letters)\(range.rows.lowerBound):\(last)\(range.rows.upperBound)\"\(isClosed ? "/" : "")>")
    }

    // MARK: Rows

    private func startRow(_ attributes: XMLAttributes) {
        let number = attributes.integer("r") ?? rowNumber + 1
        if number <= rowNumber { canBeKept = false }
        rowNumber = number
        rowTag = tag
        line = notes.lines[number]
        (column, putAt, headingStyle) = (-1, nil, nil)
        if line != nil { unwritten.remove(number) }
    }

    private func startCell(_ attributes: XMLAttributes) {
        depthInCell = 1
        cellStart = tag.lowerBound
        let place = attributes.bytes("r").flatMap { CellReference.parse($0) }?.column ?? column + 1
        if place <= column { canBeKept = false }
        column = place
        if place >= notes.column, putAt == nil { putAt = cellStart }
        if rowNumber == notes.headingRow, place < notes.column, let style = attributes.string("s") { headingStyle = style }
    }

    /// What stood in our columns, most often nothing but a look, gives way.
    private func endCell() {
        guard line != nil, (notes.column...notes.column + 1).contains(column) else { return }
        replace(cellStart..<tag.upperBound, with: "")
    }

    private func endRow() {
        guard let line else { return }
        let cells = cell(line.result, notes.column) + cell(line.explanation, notes.column + 1)
        var start = String(decoding: source[rowTag], as: UTF8.self)
        let isEmptyTag = tag.isEmpty
        // How far the row goes is a help to programs, and would now be wrong.
        let shortened = start.replacing(#/\s+spans=("[^"]*"|'[^']*')/#, with: "")
        if isEmptyTag {
            start = String(shortened.dropLast(2)) + ">"
            replace(rowTag, with: "\(start)\(cells)</\(prefix)row>")
        } else {
            if shortened != start { replace(rowTag, with: shortened) }
            insert(cells, at: putAt ?? tag.lowerBound)
        }
        self.line = nil
    }

    private func cell(_ text: String, _ column: Int) -> String {
        if text.isEmpty { return "" }
        let style = headingStyle.map { " s=\"\($0)\"" } ?? ""
        let reference = "\(CellReference.letters(ofColumn: column))\(rowNumber)"
        let escaped = WrittenText.prepared(text).replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
        let content = element("is", element("t", escaped, "xml:space=\"preserve\""))
        return element("c", content, "r=\"\(reference)\"\(style) t=\"inlineStr\"")
    }

    private func element(_ name: String, _ content: String?, _ attributes: String = "") -> String {
        let tag = "\(prefix)\(name)\(attributes.isEmpty ? "" : " \(attributes)")"
        return content.map { "<\(tag)>\($0)</\(prefix)\(name)>" } ?? "<\(tag)/>"
    }
}
