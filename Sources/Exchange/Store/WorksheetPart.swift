import AlisDomain

/// One sheet's cells, read row by row.
final class WorksheetPart: XMLPartHandler {
    private(set) var refusal: SpreadsheetRefusal?
    private(set) var mergedRanges: [CellRange] = []
    /// How many formulas have no result, and the first one's place.
    private(set) var formulasWithoutResult: (count: Int, row: Int, column: Int) = (0, 0, 0)

    /// A national identity number stands in a formula, a filter, a header: in what is not read.
    private(set) var hasUnreadNumber = false

    private let part: String
    private let values: CellValueReader
    private let limits: SpreadsheetLimits
    private let budget: ReadingBudget

    private var rows: [SheetRow] = []
    private var areRowsInOrder = true
    private var rowNumber = 0
    private var cells: [SheetCell] = []
    private var areCellsInOrder = true

    private var isInSheetData = false
    private var isInCell = false
    private var column = -1
    private var kind = CellKind.number
    private var style = 0
    private var hasFormula = false
    private var hasValue = false
    private var isInInlineText = false
    private var isInPhonetic = false
    private var isGathering = false
    private var buffer: CellTextBuffer
    /// What stands beside the cells' values, formulas too: looked at, and not kept.
    private var beside: CellTextBuffer
    private var isBeside = false

    init(part: String, values: CellValueReader, limits: SpreadsheetLimits, budget: ReadingBudget) {
        self.part = part
        self.values = values
        self.limits = limits
        self.budget = budget
        buffer = CellTextBuffer(limits: limits)
        beside = CellTextBuffer(limits: limits)
    }

    /// The rows in order, each number once, with merged ranges filled in.
    func finishedRows() throws(SpreadsheetRefusal) -> [SheetRow] {
        let ordered = areRowsInOrder ? rows : Self.inOrder(rows)
        let filled = try MergedRanges.apply(mergedRanges, to: ordered, cellsLeft: budget.cellsLeft, limits: limits)
        var (cells, text) = (0, 0)
        for row in filled where !mergedRanges.isEmpty {
            for cell in row.cells where cell.origin == .merged { (cells, text) = (cells + 1, text + cell.value.textBytes) }
        }
        if let refusal = budget.take(cells: cells) ?? budget.take(textBytes: text) { throw refusal }
        return filled
    }

    func start(_ name: XMLName, _ attributes: XMLAttributes) {
        if isInCell { return startInCell(name) }
        if !isInSheetData {
            if attributes.contains(where: ImportIdentityNumber.isWritten) { hasUnreadNumber = true }
            isBeside = true
        }
        switch name {
        case "c" where isInSheetData: startCell(attributes)
        case "row" where isInSheetData: startRow(attributes)
        case "sheetData": isInSheetData = true
        case "mergeCell":
            guard let range = attributes.string("ref").flatMap({ CellRange($0) }) else { return }
            mergedRanges.append(range)
            if mergedRanges.count > limits.mergedRanges { refusal = .tooManyCells(limit: limits.cells) }
        default: break
        }
    }

    func end(_ name: XMLName) {
        if isBeside, isInCell ? name == "f" : !isInSheetData {
            let isFormula = isInCell || name == "formula" || name == "formula1" || name == "formula2"
            if (isFormula ? ImportIdentityNumber.isInFormula : ImportIdentityNumber.isWritten)(beside.text) { hasUnreadNumber = true }
            beside.clear()
            isBeside = false
        }
        switch name {
        case "v", "t": isGathering = false
        case "c" where isInCell: endCell()
        case "row" where isInSheetData: endRow()
        case "is": isInInlineText = false
        case "rPh": isInPhonetic = false
        case "sheetData": isInSheetData = false
        default: break
        }
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>) {
        if isGathering {
            if !buffer.append(bytes) { refusal = .tooMuchText }
        } else if isBeside {
            _ = beside.append(bytes)
        }
    }

    private func startRow(_ attributes: XMLAttributes) {
        let number = attributes.bytes("r") == nil ? rowNumber + 1 : attributes.integer("r") ?? 0
        guard (1...CellReference.lastRow).contains(number) else { return refusal = .damaged(part: part) }
        rowNumber = number
        column = -1
    }

    private func startCell(_ attributes: XMLAttributes) {
        if let reference = attributes.bytes("r") {
            guard let place = CellReference.parse(reference) else { return refusal = .damaged(part: part) }
            if place.column <= column { areCellsInOrder = false }
            column = place.column
        } else {
            column += 1
        }
        isInCell = true
        kind = CellKind(attributes.bytes("t"))
        style = attributes.integer("s") ?? 0
        (hasFormula, hasValue, isInInlineText, isInPhonetic, isGathering) = (false, false, false, false, false)
        buffer.clear()
    }

    private func startInCell(_ name: XMLName) {
        switch name {
        case "v":
            buffer.clear()
            (hasValue, isGathering) = (true, true)
        case "f": (hasFormula, isBeside) = (true, true)
        case "is": isInInlineText = true
        case "t": isGathering = isInInlineText && !isInPhonetic
        case "rPh": isInPhonetic = true
        default: break
        }
    }

    private func endCell() {
        isInCell = false
        guard let value = values.value(of: buffer, kind: kind, style: style) else { return refusal = .damaged(part: part) }
        var origin = SheetCell.Origin.typed
        if hasFormula {
            // A formula may well result in no text; one that was never calculated has no value at all.
            let hasResult = hasValue && (!buffer.bytes.isEmpty || kind == .formulaText)
            origin = hasResult ? .formula : .formulaWithoutResult
        }
        if origin == .formulaWithoutResult {
            if formulasWithoutResult.count == 0 { formulasWithoutResult = (0, max(1, rowNumber), column) }
            formulasWithoutResult.count += 1
        } else if value == .empty {
            return
        }
        guard column < limits.columns else { return refusal = .tooManyColumns(limit: limits.columns) }
        // A text that many cells share is read, searched and shown in each of them.
        if let exceeded = budget.take(cells: 1) ?? budget.take(textBytes: value.textBytes) { return refusal = exceeded }
        cells.append(SheetCell(column: column, value: value, origin: origin))
    }

    private func endRow() {
        defer { areCellsInOrder = true }
        guard !cells.isEmpty, rowNumber > 0 else { return }
        guard rows.count < limits.rows else { return refusal = .tooManyRows(limit: limits.rows) }
        if let last = rows.last, last.number >= rowNumber { areRowsInOrder = false }
        rows.append(SheetRow(number: rowNumber, cells: areCellsInOrder ? cells : Self.inOrder(cells)))
        let count = cells.count
        // A new array, since the old one now belongs to the row.
        cells = []
        cells.reserveCapacity(count)
    }

    /// Ascending, the first of several in the same column.
    private static func inOrder(_ cells: [SheetCell]) -> [SheetCell] {
        var taken: Set<Int> = []
        return cells.filter { taken.insert($0.column).inserted }.sorted { $0.column < $1.column }
    }

    /// Ascending, rows with the same number made one.
    private static func inOrder(_ rows: [SheetRow]) -> [SheetRow] {
        var cellsByRow: [Int: [SheetCell]] = [:]
        for row in rows { cellsByRow[row.number, default: []] += row.cells }
        return cellsByRow.map { SheetRow(number: $0.key, cells: inOrder($0.value)) }.sorted { $0.number < $1.number }
    }
}
