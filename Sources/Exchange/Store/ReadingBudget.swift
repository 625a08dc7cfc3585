import AlisDomain

/// What is left of a file's allowance of cells and text while its parts are read.
final class ReadingBudget {
    private let limits: SpreadsheetLimits
    private(set) var cellsLeft: Int
    private var textBytesLeft: Int
    private var sharedTextBytesLeft: Int

    init(limits: SpreadsheetLimits) {
        self.limits = limits
        cellsLeft = limits.cells
        textBytesLeft = limits.textBytes
        sharedTextBytesLeft = limits.textBytes
    }

    /// The refusal when there is no room for `count` more cells.
    func take(cells count: Int) -> SpreadsheetRefusal? {
        cellsLeft -= count
        return cellsLeft < 0 ? .tooManyCells(limit: limits.cells) : nil
    }

    /// The refusal when there is no room for `count` more bytes of text in cells.
    func take(textBytes count: Int) -> SpreadsheetRefusal? {
        textBytesLeft -= count
        return textBytesLeft < 0 ? .tooMuchText : nil
    }

    /// The refusal when there is no room for `count` more bytes of text that cells may share; in the cells it counts once more.
    func take(sharedTextBytes count: Int) -> SpreadsheetRefusal? {
        sharedTextBytesLeft -= count
        return sharedTextBytesLeft < 0 ? .tooMuchText : nil
    }
}
