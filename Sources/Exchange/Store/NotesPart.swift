import AlisDomain

/// Looks for national identity numbers in what is written beside a workbook's cells: notes, text boxes, pivot tables, names, and what the
/// file says of itself. None of it is read; but the file is kept, and goes back as it came.
final class NotesPart: XMLPartHandler {
    /// The cell a note is of, or the part it stands in.
    private(set) var places: [String] = []
    private(set) var refusal: SpreadsheetRefusal?
    /// The part that is read now.
    var part = ""
    private var buffer: CellTextBuffer
    private var cell: String?

    init(limits: SpreadsheetLimits) { buffer = CellTextBuffer(limits: limits) }

    func start(_ name: XMLName, _ attributes: XMLAttributes) {
        if name == "comment" || name == "threadedComment" { cell = attributes.string("ref") }
        if attributes.contains(where: ImportIdentityNumber.isWritten) { places.append(cell ?? part) }
    }

    func end(_ name: XMLName) {
        switch name {
        // The looks of a text part it, and are no end of it.
        case "t", "r", "rPr", "b", "i", "u", "sz", "color", "rFont", "family", "charset", "scheme", "latin", "ea", "cs", "text": return
        default: break
        }
        let isFormula = name == "f" || name == "formula" || name == "definedName" || name == "calculatedColumnFormula"
        if !buffer.bytes.isEmpty, (isFormula ? ImportIdentityNumber.isInFormula : ImportIdentityNumber.isWritten)(buffer.text) {
            places.append(cell ?? part)
        }
        buffer.clear()
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>) {
        if !buffer.append(bytes) { refusal = .tooMuchText }
    }
}
