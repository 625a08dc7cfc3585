import AlisDomain

/// The number formats of cells; they alone tell a date or a percentage from another number.
final class StylesPart: XMLPartHandler {
    private(set) var refusal: SpreadsheetRefusal?
    private let limits: SpreadsheetLimits
    private var custom: [Int: NumberFormat] = [:]
    private var identifiers: [Int] = []
    private var isInCellFormats = false

    init(limits: SpreadsheetLimits) { self.limits = limits }

    /// The format of each cell style, by the style's place.
    var formats: [NumberFormat] { identifiers.map { custom[$0] ?? NumberFormat.builtIn($0) ?? .general } }

    func start(_ name: XMLName, _ attributes: XMLAttributes) {
        switch name {
        case "numFmt":
            guard let identifier = attributes.integer("numFmtId"), let code = attributes.string("formatCode") else { return }
            custom[identifier] = NumberFormat(code: code)
            if custom.count > limits.definitions { refusal = .damaged(part: "styles") }
        case "cellXfs": isInCellFormats = true
        case "xf" where isInCellFormats:
            identifiers.append(attributes.integer("numFmtId") ?? 0)
            if identifiers.count > limits.definitions { refusal = .damaged(part: "styles") }
        default: break
        }
    }

    func end(_ name: XMLName) {
        if name == "cellXfs" { isInCellFormats = false }
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
}
