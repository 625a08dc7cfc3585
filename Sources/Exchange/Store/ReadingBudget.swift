import AlisDomain

/// What is left of a file's allowance of cells and text while its parts are read.
final class ReadingBudget {
    private let limits: SpreadsheetLimits
    private(set) var cellsLeft: Int
    private var textBytesLeft: Int

    init(limits: SpreadsheetLimits) {
        self.limits = limits
        cellsLeft = limits.cells
        textBytesLeft = limits.textBytes
    }

    /// The refusal when there is no room for `count` more cells.
    func take(cells count: Int) -> SpreadsheetRefusal? {
        cellsLeft -= count
        return cellsLeft < 0 ? .tooManyCells(limit: limits.cells) : nil
    }

    /// The refusal when there is no room for `count` more bytes of text.
    func take(textBytes count: Int) -> SpreadsheetRefusal? {
        textBytesLeft -= count
        return textBytesLeft < 0 ? .tooMuchText : nil
    }
}
