/// Knows national identity numbers (*fødselsnummer, D-nummer, H-nummer*) by their form, so that they are never taken in.
///
/// The check digits are not looked at: the series of 2032 relaxes them, and a number typed wrong is as unwelcome. However it is spelled,
/// it is a birth date and five digits: with any signs and spaces between them, in any digits that Unicode has, with a year of four digits.
package enum ImportIdentityNumber {
    package static func isOne(_ cell: CellValue) -> Bool {
        switch cell {
        case .text(let text), .error(let text): isIn(text) || isBare(text)
        case .number(let number):
            // The shortest has lost a leading zero; a comma among the digits makes another number of it.
            number.value >= 10_000
                && (number.whole.map { isNumber(padded(String($0))) } ?? (isIn(number.shownText) || isIn("0" + number.shownText)))
        default: false
        }
    }

    /// Whether one stands anywhere in the text.
    package static func isIn(_ text: String) -> Bool {
        guard mayHold(text) else { return false }
        let runs = DigitRun.all(in: text)
        for start in runs.indices {
            var (sizes, digits): ([Int], [Int]) = ([], [])
            for run in runs[start...] {
                if !sizes.isEmpty, !run.isJoined || runs[start].isAfterPlus { break }
                sizes.append(run.digits.count)
                digits += run.digits
                if digits.count > 13 { break }
                if isSpelling(sizes, digits) { return true }
            }
        }
        guard zip(runs, runs.dropFirst()).contains(where: { isSpelling([$0.digits.count, $1.digits.count], $0.digits + $1.digits) }) else {
            return false
        }
        // Parted by words, where the text says what it is.
        return ImportText.words(text).contains(where: ImportSynonyms.identityNumbers.contains)
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
    private static func padded(_ digits: String) -> [Int] {
        (digits.utf8.count == 10 && !digits.hasPrefix("47") ? "0\(digits)" : digits).utf8.map { Int($0) - 48 }
    }

    private static func isNumber(_ digits: [Int]) -> Bool { digits.count == 11 && isSpelling([11], digits) }

    /// Whether digits in groups of these sizes are a birth date and five more. A date of four groups or with a year to come is another
    /// thing, and so are the groups of telephone numbers.
    private static func isSpelling(_ sizes: [Int], _ digits: [Int]) -> Bool {
        func value(_ range: Range<Int>) -> Int { digits[range].reduce(0) { $0 * 10 + $1 } }
        switch sizes {
        case [11], [9, 2], [6, 5], [6, 3, 2], [2, 2, 2, 5], [2, 2, 2, 3, 2], [4, 2, 5], [2, 4, 5], [3, 3, 5], [3, 3, 3, 2],
            Array(repeating: 1, count: 11):
            return isDate(day: value(0..<2), month: value(2..<4))
        case [8, 5], [2, 2, 4, 5]:
            return isDate(day: value(0..<2), month: value(2..<4)) && births.contains(value(4..<8))
        case [4, 2, 2, 5]:
            return isDate(day: value(6..<8), month: value(4..<6)) && births.contains(value(0..<4))
        case [1, 1, 2, 5], [1, 2, 2, 5], [2, 1, 2, 5], [1, 1, 4, 5], [1, 2, 4, 5], [2, 1, 4, 5]:
            let (day, month) = (value(0..<sizes[0]), value(sizes[0]..<sizes[0] + sizes[1]))
            let year = value(sizes[0] + sizes[1]..<digits.count - 5)
            return isDate(day: day, month: month) && (sizes[2] == 2 || births.contains(year))
        default: return false
        }
    }

    /// Years in which somebody who works may be born; a date after them is when something begins.
    private static let births = 1900...2010

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

/// Digits that stand together in a text.
private struct DigitRun {
    private(set) var digits: [Int] = []
    /// Nothing but white space and a few signs stands between it and the run before.
    let isJoined: Bool
    /// It begins a telephone number with a country's code.
    let isAfterPlus: Bool

    private static let mostSigns = 3

    static func all(in text: String) -> [DigitRun] {
        var runs: [DigitRun] = []
        var (isInRun, signs, isBroken, last): (Bool, Int, Bool, Unicode.Scalar) = (false, 0, true, " ")
        for scalar in text.unicodeScalars {
            let properties = scalar.properties
            if let digit = digit(scalar) {
                if !isInRun { runs.append(DigitRun(isJoined: !isBroken && signs <= mostSigns, isAfterPlus: last == "+")) }
                runs[runs.count - 1].digits.append(digit)
                (isInRun, signs, isBroken) = (true, 0, false)
            } else if properties.generalCategory != .format {
                // What cannot be seen parts nothing.
                isInRun = false
                if properties.isAlphabetic || scalar == "%" { isBroken = true }
                if !properties.isWhitespace { signs += 1 }
            }
            last = scalar
        }
        return runs
    }

    private static func digit(_ scalar: Unicode.Scalar) -> Int? {
        if scalar.isASCII { return (48...57).contains(scalar.value) ? Int(scalar.value) - 48 : nil }
        switch scalar.properties.numericType {
        case .decimal, .digit: return scalar.properties.numericValue.map { Int($0) }
        default: return nil
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
            for row in sheet.rows {
                for cell in row.cells where ImportIdentityNumber.isOne(cell.value) {
                    let place = "\(CellReference.letters(ofColumn: cell.column))\(row.number)"
                    add(sheets.count > 1 ? "\(name)!\(place)" : place)
                }
            }
        }
        for place in identityNotes { add(place) }
        return (places, count)
    }
}
