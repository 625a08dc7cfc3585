import AlisDomain

/// How a cell's value is stored in the file (the attribute `t`).
enum CellKind {
    case number, sharedText, inlineText, formulaText, boolean, error, isoDate

    init(_ attribute: UnsafeBufferPointer<UInt8>?) {
        guard let attribute, let first = attribute.first else {
            self = .number
            return
        }
        switch (first, attribute.count) {
        case (UInt8(ascii: "s"), 1): self = .sharedText
        case (UInt8(ascii: "s"), _): self = .formulaText
        case (UInt8(ascii: "i"), _): self = .inlineText
        case (UInt8(ascii: "b"), _): self = .boolean
        case (UInt8(ascii: "e"), _): self = .error
        case (UInt8(ascii: "d"), _): self = .isoDate
        default: self = .number
        }
    }
}

/// Turns what a cell stores into the value its user sees, by the workbook's shared texts, number formats and epoch.
struct CellValueReader {
    let sharedTexts: [String]
    let formats: [NumberFormat]
    let epoch: ExcelSerial.Epoch

    /// Nil when the cell refers to a shared text that is not there.
    func value(of buffer: CellTextBuffer, kind: CellKind, style: Int) -> CellValue? {
        if buffer.bytes.isEmpty { return .empty }
        switch kind {
        case .number: return number(buffer, style: style)
        case .sharedText:
            guard let place = Self.wholeNumber(buffer.bytes), place < sharedTexts.count else { return nil }
            let text = sharedTexts[place]
            return text.isEmpty ? .empty : .text(text)
        case .inlineText, .formulaText: return .text(buffer.text)
        case .boolean: return .boolean(buffer.bytes == [0x31] || buffer.text == "true")
        case .error: return .error(buffer.text)
        case .isoDate:
            let text = buffer.text
            return CalendarDay(iso: text.prefix(10)).map(CellValue.day) ?? .text(text)
        }
    }

    private func number(_ buffer: CellTextBuffer, style: Int) -> CellValue {
        guard let number = Self.double(buffer.bytes) else { return .text(buffer.text) }
        let format = formats.indices.contains(style) ? formats[style] : .general
        return format.value(of: number, epoch: epoch)
    }

    /// Nil for anything but one to fifteen digits.
    private static func wholeNumber(_ bytes: [UInt8]) -> Int? {
        guard (1...15).contains(bytes.count) else { return nil }
        var value = 0
        for byte in bytes {
            guard (0x30...0x39).contains(byte) else { return nil }
            value = value * 10 + Int(byte - 0x30)
        }
        return value
    }

    private static func double(_ bytes: [UInt8]) -> Double? {
        if let whole = wholeNumber(bytes) { return Double(whole) }
        // The library also understands hexadecimal numbers, infinity and "nan", which no cell holds.
        let isDecimal = bytes.allSatisfy {
            (0x30...0x39).contains($0) || $0 == 0x2E || $0 == 0x2D || $0 == 0x2B || $0 | 0x20 == 0x65
        }
        guard isDecimal, bytes.count <= 64, let number = Double(String(decoding: bytes, as: UTF8.self)), number.isFinite else { return nil }
        return number
    }
}
