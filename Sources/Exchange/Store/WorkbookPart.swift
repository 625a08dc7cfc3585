import AlisDomain

/// The workbook's own part: its sheets in the order of their tabs, and where dates are counted from.
final class WorkbookPart: XMLPartHandler {
    struct Entry {
        let name: String
        let isHidden: Bool
        let relationship: String
    }

    private(set) var entries: [Entry] = []
    private(set) var epoch = ExcelSerial.Epoch.year1900
    /// False when the part is something else, such as a text document.
    private(set) var isWorkbook = false
    private(set) var refusal: SpreadsheetRefusal?
    private let limits: SpreadsheetLimits
    private var isFirst = true
    private var isInSheets = false

    init(limits: SpreadsheetLimits) { self.limits = limits }

    func start(_ name: XMLName, _ attributes: XMLAttributes) {
        if isFirst {
            isWorkbook = name == "workbook"
            isFirst = false
        }
        switch name {
        case "workbookPr": if attributes.flag("date1904") { epoch = .year1904 }
        case "sheets": isInSheets = true
        case "sheet" where isInSheets:
            guard entries.count < limits.sheets else { return refusal = .tooManySheets(limit: limits.sheets) }
            let state = attributes.string("state") ?? "visible"
            entries.append(
                Entry(name: attributes.string("name") ?? "", isHidden: state != "visible", relationship: attributes.string("id") ?? ""))
        default: break
        }
    }

    func end(_ name: XMLName) {
        if name == "sheets" { isInSheets = false }
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
}
