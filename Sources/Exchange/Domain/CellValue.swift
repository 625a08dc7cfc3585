/// What one cell of a spreadsheet holds, as the person who wrote it would say it.
///
/// A date is a day even though the file stores a number; nothing else is interpreted here.
/// Every value of a CSV file is `.text` (or `.empty`), since CSV has no types.
package enum CellValue: Hashable, Sendable {
    case empty
    case text(String)
    case number(SheetNumber)
    /// A cell shown as a date; a time of day in the same cell is dropped.
    case day(CalendarDay)
    /// A cell shown as a time of day or a duration, in whole seconds.
    case time(seconds: Int)
    case boolean(Bool)
    /// What the spreadsheet program shows when a formula failed, for example `#REF!`.
    case error(String)

    /// The value as one line of text, close to what the spreadsheet program shows in Norway:
    /// `9123456`, `0301`, `0,8`, `80 %`, `1.9.2019`, `07:30`.
    package var shownText: String {
        switch self {
        case .empty: ""
        case .text(let text), .error(let text): text
        case .number(let number): number.shownText
        case .day(let day): day.norwegian
        case .time(let seconds): Self.clock(seconds)
        case .boolean(let value): value ? "SANN" : "USANN"
        }
    }

    /// Bytes (UTF-8) of the text in it.
    package var textBytes: Int {
        switch self {
        case .text(let text), .error(let text): text.utf8.count
        default: 0
        }
    }

    /// True for an empty cell and for text of nothing but white space (non-breaking spaces and invisible marks included).
    package var isBlank: Bool {
        switch self {
        case .empty: true
        case .text(let text): text.unicodeScalars.allSatisfy { $0.properties.isWhitespace || $0 == "\u{200B}" || $0 == "\u{FEFF}" }
        default: false
        }
    }

    private static func clock(_ seconds: Int) -> String {
        func padded(_ part: Int) -> String { part < 10 ? "0\(part)" : "\(part)" }
        let minutes = "\(padded(seconds / 3600)):\(padded(seconds / 60 % 60))"
        return seconds % 60 == 0 ? minutes : "\(minutes):\(padded(seconds % 60))"
    }
}

extension ExportValue {
    /// What was read from a file, to be written back unchanged.
    package init(_ value: CellValue) {
        switch value {
        case .empty: self = .empty
        case .text(let text): self = .text(text)
        case .day(let day): self = .day(day)
        case .number(let number):
            switch number.form {
            case .percent: self = .percent(number.value)
            case .zeroPadded: self = .text(number.shownText)
            case .general: self = number.whole.map(ExportValue.integer) ?? .decimal(number.value)
            }
        case .time, .boolean, .error: self = .text(value.shownText)
        }
    }
}
