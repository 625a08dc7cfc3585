/// Knows national identity numbers (*fødselsnummer, D-nummer, H-nummer*) by their form, so that they are never taken in.
///
/// The check digits are not looked at: the series of 2032 relaxes them, and a number typed wrong is as unwelcome.
package enum ImportIdentityNumber {
    package static func isOne(_ cell: CellValue) -> Bool {
        switch cell {
        case .text(let text): isIn(text)
        case .number(let number):
            number.whole.map { $0 > 0 && isNumber(digits: padded($0)) } ?? false
        default: false
        }
    }

    /// Whether a number of eleven digits with a birth date in front stands anywhere in the text, a space, dot or hyphen inside allowed.
    package static func isIn(_ text: String) -> Bool {
        guard text.utf8.count >= 11 else { return false }
        var run: [UInt8] = []
        var gap = false
        for byte in text.utf8 {
            if (48...57).contains(byte) {
                run.append(byte)
                gap = false
            } else if run.count == 6 && !gap && (byte == 32 || byte == 0x2D || byte == 0x2E || byte == 0xC2) {
                gap = byte != 0xC2
            } else if run.count == 6 && byte == 0xA0 {
                gap = true
            } else {
                if run.count == 11, isNumber(digits: String(decoding: run, as: UTF8.self)) { return true }
                run.removeAll(keepingCapacity: true)
                gap = false
            }
        }
        return run.count == 11 && isNumber(digits: String(decoding: run, as: UTF8.self))
    }

    /// A lost leading zero leaves ten digits; but `47…` is a telephone number with Norway's code.
    private static func padded(_ number: Int) -> String {
        let digits = String(number)
        return digits.utf8.count == 10 && !digits.hasPrefix("47") ? "0\(digits)" : digits
    }

    private static func isNumber(digits: String) -> Bool {
        let values = digits.utf8.map { Int($0) - 48 }
        guard values.count == 11, values.allSatisfy({ (0...9).contains($0) }) else { return false }
        var day = values[0] * 10 + values[1]
        var month = values[2] * 10 + values[3]
        // D numbers add 40 to the day; help numbers and synthetic ones add 40, 65 or 80 to the month.
        if day > 40 { day -= 40 }
        for added in [80, 65, 40] where month > added && month <= added + 12 {
            month -= added
            break
        }
        return (1...31).contains(day) && (1...12).contains(month)
    }
}

extension Workbook {
    /// The cells that hold what looks like a national identity number, hidden sheets included: the first of them as `Ark1!C4`, and how many.
    package func identityNumbers(first limit: Int) -> (places: [String], count: Int) {
        var (places, count): ([String], Int) = ([], 0)
        for sheet in sheets {
            for row in sheet.rows {
                for cell in row.cells where ImportIdentityNumber.isOne(cell.value) {
                    count += 1
                    guard places.count < limit else { continue }
                    let place = "\(CellReference.letters(ofColumn: cell.column))\(row.number)"
                    places.append(sheets.count > 1 ? "\(sheet.name)!\(place)" : place)
                }
            }
        }
        return (places, count)
    }
}
