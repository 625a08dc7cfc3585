/// What a cell's number format says about the meaning of its number.
package enum NumberFormat: Hashable, Sendable {
    case general
    case percent
    case zeroPadded(digits: UInt8)
    case day
    case time

    /// The formats every spreadsheet program knows by number; nil when the number is defined in the file itself.
    package static func builtIn(_ identifier: Int) -> NumberFormat? {
        switch identifier {
        case 9, 10: .percent
        // 27–36 and 50–58 are dates in the East Asian editions and unused in the others.
        case 14...17, 22, 27...36, 50...58: .day
        case 18...21, 45...47: .time
        case 0...163: .general
        default: nil
        }
    }

    /// Reads a format's code, such as `dd.mm.yyyy`, `0.0 %`, `0000` or `[$-414]d. mmmm yyyy;@`.
    package init(code: String) {
        let letters = Self.significant(code)
        if letters.contains(UInt8(ascii: "%")) {
            self = .percent
            return
        }
        // Some programs write the name in the user's language.
        if letters.elementsEqual("general".utf8) || letters.elementsEqual("standard".utf8) {
            self = .general
            return
        }
        let hasDay = letters.contains { $0 == UInt8(ascii: "d") || $0 == UInt8(ascii: "y") }
        let hasClock = letters.contains { $0 == UInt8(ascii: "h") || $0 == UInt8(ascii: "s") }
        let hasMonthOrMinute = letters.contains(UInt8(ascii: "m"))
        if hasDay || (hasMonthOrMinute && !hasClock) {
            self = .day
        } else if hasClock {
            self = .time
        } else if letters.count >= 2, letters.count <= 20, letters.allSatisfy({ $0 == UInt8(ascii: "0") }) {
            self = .zeroPadded(digits: UInt8(letters.count))
        } else {
            self = .general
        }
    }

    /// The first section in lower case, without quoted text, escaped characters, fillers, colours and conditions.
    private static func significant(_ code: String) -> [UInt8] {
        var result: [UInt8] = []
        var bytes = code.utf8.makeIterator()
        while let byte = bytes.next() {
            switch byte {
            case UInt8(ascii: ";"): return result
            case UInt8(ascii: "\""):
                while let quoted = bytes.next(), quoted != UInt8(ascii: "\"") {}
            case UInt8(ascii: "\\"), UInt8(ascii: "_"), UInt8(ascii: "*"):
                _ = bytes.next()
            case UInt8(ascii: "["):
                var inside: [UInt8] = []
                while let next = bytes.next(), next != UInt8(ascii: "]") { inside.append(next | 0x20) }
                // [h], [mm] and [ss] are durations; everything else in brackets is colour, condition or language.
                if let first = inside.first, inside.allSatisfy({ $0 == first }),
                    first == UInt8(ascii: "h") || first == UInt8(ascii: "m") || first == UInt8(ascii: "s")
                {
                    result.append(UInt8(ascii: "h"))
                }
            case UInt8(ascii: "A")...UInt8(ascii: "Z"): result.append(byte | 0x20)
            default: result.append(byte)
            }
        }
        return result
    }

    /// The value of a number in a cell with this format; `.error` only for what is no number at all.
    ///
    /// A number that is no day or time (negative, or 29 February 1900) stays a number.
    package func value(of number: Double, epoch: ExcelSerial.Epoch) -> CellValue {
        switch self {
        case .day:
            if let day = ExcelSerial.day(number, epoch: epoch) { return .day(day) }
        case .time:
            if let seconds = ExcelSerial.seconds(number) { return .time(seconds: seconds) }
        case .percent: return SheetNumber(number, form: .percent).map(CellValue.number) ?? .error(String(number))
        case .zeroPadded(let digits):
            return SheetNumber(number, form: .zeroPadded(digits: digits)).map(CellValue.number) ?? .error(String(number))
        case .general: break
        }
        return SheetNumber(number).map(CellValue.number) ?? .error(String(number))
    }
}
