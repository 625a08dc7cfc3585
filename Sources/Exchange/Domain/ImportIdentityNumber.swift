/// Knows national identity numbers (*fødselsnummer, D-nummer, H-nummer*) by their form, so that they are never taken in.
///
/// The check digits are not looked at: the series of 2032 relaxes them, and a number typed wrong is as unwelcome. However it is spelled,
/// it is a birth date and five digits: with any signs and spaces between them, in any digits that Unicode has, with a year of four digits.
package enum ImportIdentityNumber {
    package static func isOne(_ cell: CellValue) -> Bool {
        switch cell {
        case .text(let text), .error(let text): isIn(text) || isBare(text)
        case .number(let number):
            // The shortest has lost a leading zero; a comma between date and number makes another number of it.
            number.value >= 10_000 && (number.whole.map { isNumber(padded(String($0))) } ?? isParted(number.plainText))
        default: false
        }
    }

    /// Whether one stands anywhere in the text.
    package static func isIn(_ text: String) -> Bool {
        guard mayHold(text) else { return false }
        let found = DigitRuns(text)
        for start in found.runs.indices {
            let first = found.runs[start]
            var (shape, count): (UInt64, Int) = (0, 0)
            for run in found.runs[start...] {
                if shape > 0, !run.isJoined || first.isAfterPlus { break }
                count += run.count
                if count > 13 { break }
                shape = shape << 4 | UInt64(run.count)
                if count >= fewest, isSpelling(shape, found.digits[first.place..<first.place + count]) { return true }
            }
        }
        let isParted = zip(found.runs, found.runs.dropFirst()).contains { date, rest in
            date.count == 6 && rest.count == 5 && isSpelling(0x65, found.digits[date.place..<date.place + 11])
        }
        // Parted by words, where the text says what it is.
        return isParted && ImportText.words(text).contains(where: ImportSynonyms.identityNumbers.contains)
    }

    /// Whether a number is a birth date, and the five digits after it its decimals.
    private static func isParted(_ decimal: String) -> Bool {
        let parts = decimal.split { $0 == "," || $0 == "." }
        guard parts.count == 2, parts[1].utf8.count == 5, (5...6).contains(parts[0].utf8.count) else { return false }
        let digits = (parts[0].utf8.count == 5 ? "0" : "") + parts[0] + parts[1]
        return isNumber(digits.utf8.map { $0 &- 48 })
    }

    /// Whether one stands in what a file holds beside its cells: a value as programs write it, or words.
    package static func isWritten(_ text: String) -> Bool {
        if let number = Double(text) { return SheetNumber(number, form: .general).map { isOne(.number($0)) } ?? false || isBare(text) }
        // A mark that programs give to things.
        return !text.hasPrefix("{") && isOne(.text(text))
    }

    /// Whether one stands in a formula: in the texts it holds, or with all its digits together.
    package static func isInFormula(_ formula: String) -> Bool {
        for (place, piece) in formula.split(separator: "\"", omittingEmptySubsequences: false).enumerated() {
            if place.isMultiple(of: 2) ? isWhole(in: piece) : isIn(String(piece)) { return true }
        }
        return false
    }

    private static func isWhole(in piece: Substring) -> Bool {
        piece.split { !$0.isNumber && $0 != "." }.contains { $0.utf8.count >= 10 && isWritten(String($0)) }
    }

    /// Nearly every text is known by its bytes to hold none. Digits of other scripts, and most signs, take three bytes or more.
    private static func mayHold(_ text: String) -> Bool {
        var count = 0
        for byte in text.utf8 {
            if (48...57).contains(byte) { count += 1 }
            if byte > 0xC3 || count >= fewest { return true }
        }
        return false
    }

    /// Digits of `1.1.90 12345`.
    private static let fewest = 9

    /// A cell with nothing but the digits, the leading zero lost, as programs that take it for a number leave it.
    private static func isBare(_ text: String) -> Bool {
        text.utf8.count == 10 && text.utf8.allSatisfy { (48...57).contains($0) } && isNumber(padded(text))
    }

    /// A lost leading zero leaves ten digits; but `47…` is a telephone number with Norway's code.
    private static func padded(_ digits: String) -> [UInt8] {
        (digits.utf8.count == 10 && !digits.hasPrefix("47") ? "0\(digits)" : digits).utf8.map { $0 &- 48 }
    }

    private static func isNumber(_ digits: [UInt8]) -> Bool { digits.count == 11 && isSpelling(0xB, digits[...]) }

    /// Whether digits in groups of these sizes are a birth date and five more. A date with a year to come is another thing, and so are
    /// the groups of telephone numbers.
    /// - Parameter shape: the sizes of the groups, each a hexadecimal digit: `0x65` is `010190 12345`.
    private static func isSpelling(_ shape: UInt64, _ digits: ArraySlice<UInt8>) -> Bool {
        func value(_ from: Int, _ count: Int) -> Int {
            digits.dropFirst(from).prefix(count).reduce(0) { $0 * 10 + Int($1) }
        }
        switch shape {
        case 0xB, 0x92, 0x65, 0x632, 0x22232, 0x425, 0x245, 0x335, 0x3332, 0x111_1111_1111:
            return isDate(day: value(0, 2), month: value(2, 2))
        case 0x2225: return isDate(day: value(0, 2), month: value(2, 2)) && !recent.contains(value(4, 2))
        case 0x85, 0x2245: return isDate(day: value(0, 2), month: value(2, 2)) && births.contains(value(4, 4))
        case 0x4225: return isDate(day: value(6, 2), month: value(4, 2)) && births.contains(value(0, 4))
        case 0x1125, 0x1225, 0x2125, 0x1145, 0x1245, 0x2145:
            let (first, second, third) = (Int(shape >> 12 & 15), Int(shape >> 8 & 15), Int(shape >> 4 & 15))
            return isDate(day: value(0, first), month: value(first, second))
                && (third == 2 ? !recent.contains(value(first + second, 2)) : births.contains(value(first + second, third)))
        default: return false
        }
    }

    /// Years in which somebody who works may be born; a date after them is when something begins.
    private static let births = 1900...2010
    /// Years of two digits in which nobody who works was born: a date and an amount.
    private static let recent = 11...29

    private static func isDate(day: Int, month: Int) -> Bool {
        var (day, month) = (day, month)
        // D numbers add 40 to the day; help numbers and synthetic ones add 40, 65 or 80 to the month.
        if day > 40 { day -= 40 }
        for added in [80, 65, 40] where month > added && month <= added + 12 {
            month -= added
            break
        }
        return (1...31).contains(day) && (1...12).contains(month)
    }
}

/// The digits of a text, and how they stand together in it.
private struct DigitRuns {
    struct Run {
        /// Of its first digit among all digits.
        let place: Int
        var count = 0
        /// Nothing but white space and a few signs stands between it and the run before.
        let isJoined: Bool
        /// It begins a telephone number with a country's code.
        let isAfterPlus: Bool
    }

    private enum Kind {
        case digit(UInt8)
        case word, space, sign
        /// What cannot be seen parts nothing.
        case unseen
    }

    private(set) var digits: [UInt8] = []
    private(set) var runs: [Run] = []

    private static let mostSigns = 3

    init(_ text: String) {
        var (isInRun, signs, isBroken, isAfterPlus) = (false, 0, true, false)
        for scalar in text.unicodeScalars {
            switch Self.kind(of: scalar) {
            case .digit(let digit):
                if !isInRun {
                    runs.append(Run(place: digits.count, isJoined: !isBroken && signs <= Self.mostSigns, isAfterPlus: isAfterPlus))
                }
                digits.append(digit)
                runs[runs.count - 1].count += 1
                (isInRun, signs, isBroken) = (true, 0, false)
            case .word: (isInRun, isBroken) = (false, true)
            case .space: isInRun = false
            case .sign: (isInRun, signs) = (false, signs + 1)
            case .unseen: continue
            }
            isAfterPlus = scalar == "+"
        }
    }

    private static func kind(of scalar: Unicode.Scalar) -> Kind {
        if scalar.isASCII {
            switch UInt8(scalar.value) {
            case let byte where (48...57).contains(byte): return .digit(byte - 48)
            case 65...90, 97...122, UInt8(ascii: "%"): return .word
            case 9...13, 32: return .space
            default: return .sign
            }
        }
        let properties = scalar.properties
        switch properties.numericType {
        case .decimal, .digit: return properties.numericValue.map { .digit(UInt8($0)) } ?? .sign
        default: break
        }
        if properties.generalCategory == .format { return .unseen }
        return properties.isWhitespace ? .space : properties.isAlphabetic ? .word : .sign
    }
}

/// Finds identity numbers cell by cell, as a sheet is read: whole ones, and their last five digits, which stand alone in a column of their own
/// where the birth date stands beside them (*personnummer*).
struct IdentityColumns {
    /// What follows a heading, and whether it may as well be a postal number's.
    private var headed: [Int: Bool] = [:]

    mutating func isNumber(_ cell: SheetCell) -> Bool {
        if ImportIdentityNumber.isOne(cell.value) { return true }
        if let isDoubtful = headed[cell.column] { return Self.isEnd(cell.value, isDoubtful: isDoubtful) }
        if case .text(let text) = cell.value, text.utf8.count < 60 {
            let words = ImportText.words(text)
            let heading = ([words.joined()] + words).first(where: ImportSynonyms.identityNumbers.contains)
            if let heading { headed[cell.column] = ["pnr", "dnr", "fnr"].contains(heading) }
        }
        return false
    }

    /// Five digits alone; four, of which the leading zero is lost, where they can be nothing else.
    private static func isEnd(_ cell: CellValue, isDoubtful: Bool) -> Bool {
        switch cell {
        case .number(let number): number.whole.map { ((isDoubtful ? 10_000 : 100)...99_999).contains($0) } ?? false
        case .text(let text):
            text.utf8.count <= 12
                && ImportText.digits(ImportText.words(text).joined(), atMost: 5).map { ((isDoubtful ? 10_000 : 100)...99_999).contains($0) }
                    ?? false
        default: false
        }
    }
}

extension Workbook {
    /// Where what looks like a national identity number stands, in cells, notes and the names of sheets, hidden ones included: the first
    /// places as `Ark1!C4`, and how many.
    package func identityNumbers(first limit: Int) -> (places: [String], count: Int) {
        var (places, count): ([String], Int) = ([], 0)
        func add(_ place: @autoclosure () -> String) {
            count += 1
            if places.count < limit { places.append(place()) }
        }
        for (number, sheet) in sheets.enumerated() {
            // A name is not told when it holds one itself.
            let isSecret = ImportIdentityNumber.isIn(sheet.name)
            let name = isSecret ? "Ark\(number + 1)" : sheet.name
            if isSecret { add(name) }
            var columns = IdentityColumns()
            for row in sheet.rows {
                for cell in row.cells where columns.isNumber(cell) {
                    let place = "\(CellReference.letters(ofColumn: cell.column))\(row.number)"
                    add(sheets.count > 1 ? "\(name)!\(place)" : place)
                }
            }
        }
        for place in identityNotes { add(place) }
        if count == 0 {
            for part in identityParts { add(part) }
        }
        return (places, count)
    }
}
