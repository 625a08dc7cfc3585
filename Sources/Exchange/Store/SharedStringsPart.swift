import AlisDomain

/// The texts that cells share; a cell refers to one by its place.
final class SharedStringsPart: XMLPartHandler {
    private(set) var texts: [String] = []
    private(set) var refusal: SpreadsheetRefusal?
    private let limits: SpreadsheetLimits
    private let budget: ReadingBudget
    private var buffer: CellTextBuffer
    private var isInText = false
    private var isInPhonetic = false

    init(limits: SpreadsheetLimits, budget: ReadingBudget) {
        self.limits = limits
        self.budget = budget
        buffer = CellTextBuffer(limits: limits)
    }

    func start(_ name: XMLName, _ attributes: XMLAttributes) {
        switch name {
        case "si": buffer.clear()
        case "t": isInText = !isInPhonetic
        // How Japanese text is pronounced: not part of the text.
        case "rPh": isInPhonetic = true
        default: break
        }
    }

    func end(_ name: XMLName) {
        switch name {
        case "t": isInText = false
        case "rPh": isInPhonetic = false
        case "si":
            guard texts.count < limits.cells else { return refusal = .tooManyCells(limit: limits.cells) }
            if let exceeded = budget.take(sharedTextBytes: buffer.bytes.count) { return refusal = exceeded }
            texts.append(buffer.text)
        default: break
        }
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>) {
        if isInText, !buffer.append(bytes) { refusal = .tooMuchText }
    }
}
