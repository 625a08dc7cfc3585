/// Reads what tells who a person is: names, HPR number, birth year, e-mail, telephone.
package enum ImportPersonReading {
    /// A name in its two parts.
    package struct Name: Hashable, Sendable {
        package var given: String
        package var family: String

        package init(given: String, family: String) {
            self.given = given
            self.family = family
        }
    }

    /// `Etternavn, Fornavn` or `Fornavn Etternavn`: without a comma the last word is the family name, with `von`, `de` and the like.
    package static func fullName(_ cell: CellValue) -> ImportReading<Name> {
        switch name(cell) {
        case .nothing: return .nothing
        case .refused(let kind, let choices): return .refused(kind, choices)
        case .value(let text), .noted(let text, _):
            let parts = text.split(separator: ",", omittingEmptySubsequences: false).map { ImportText.clean(String($0)) }
            if parts.count == 2 {
                guard !parts[0].isEmpty, !parts[1].isEmpty else { return .refused(.nameIncomplete) }
                return .value(Name(given: parts[1], family: parts[0]))
            }
            guard parts.count == 1 else { return .refused(.notAName) }
            var words = text.split(separator: " ").map(String.init)
            while let first = words.first, titles.contains(ImportText.key(first)) { words.removeFirst() }
            guard words.count >= 2 else { return .refused(.nameIncomplete) }
            var start = words.count - 1
            while start > 1, particles.contains(words[start - 1].lowercased()) { start -= 1 }
            return .value(Name(given: words[..<start].joined(separator: " "), family: words[start...].joined(separator: " ")))
        }
    }

    /// One part of a name, or a whole one, as text.
    package static func name(_ cell: CellValue) -> ImportReading<String> {
        switch cell {
        case .empty: return .nothing
        case .error: return .refused(.formulaFailed)
        case .number, .day, .time, .boolean: return .refused(.notAName)
        case .text(let raw):
            let text = ImportText.clean(raw)
            if ImportText.isPlaceholder(text) { return .nothing }
            guard text.utf8.count <= 200 else { return .refused(.tooLong(limit: 200)) }
            guard Trainee.isName(text) else { return .refused(.notAName) }
            return .value(text)
        }
    }

    private static let titles: Set<String> = ["dr", "lege", "doktor", "overlege"]
    private static let particles: Set<String> = [
        "von", "van", "de", "der", "den", "af", "av", "la", "le", "da", "dos", "di", "el", "al", "bin", "ten",
    ]

    package static func hpr(_ cell: CellValue) -> ImportReading<HPRNumber> {
        guard let text = plainText(cell) else { return cell.isBlank ? .nothing : refusal(of: cell, .notAnHPRNumber) }
        if ImportText.isPlaceholder(text) { return .nothing }
        guard text.utf8.count <= 40 else { return .refused(.notAnHPRNumber) }
        var bare = text
        for prefix in ["HPR-nr.", "HPR-nr", "HPRnr", "HPR", "hpr"] where bare.hasPrefix(prefix) {
            bare.removeFirst(prefix.count)
            break
        }
        let allowed = bare.filter { $0 != "." && $0 != ":" && $0 != " " && $0 != "'" }
        return HPRNumber(allowed).map { .value($0) } ?? .refused(.notAnHPRNumber)
    }

    /// A year, two digits of one, or a birth date, of which only the year is read and kept.
    package static func birthYear(_ cell: CellValue, asOf day: CalendarDay) -> ImportReading<Int> {
        let latest = day.year - 18
        if case .day(let born) = cell { return year(born.year, latest: latest) }
        guard let text = plainText(cell) else { return cell.isBlank ? .nothing : refusal(of: cell, .notABirthYear) }
        if ImportText.isPlaceholder(text) { return .nothing }
        if let number = ImportText.digits(text, atMost: 4) {
            if text.utf8.count == 2 { return year((number + 2000) > latest ? number + 1900 : number + 2000, latest: latest) }
            return year(number, latest: latest)
        }
        guard text.utf8.count <= 40, let parts = ImportDateParts(text), parts.pieces.count == 3 else { return .refused(.notABirthYear) }
        for piece in [parts.pieces[0], parts.pieces[2]] {
            if case .number(let digits) = piece, digits.utf8.count == 4, let number = ImportText.digits(digits) {
                return year(number, latest: latest)
            }
        }
        return .refused(.notABirthYear)
    }

    private static func year(_ year: Int, latest: Int) -> ImportReading<Int> {
        (1920...max(1920, latest)).contains(year) ? .value(year) : .refused(.notABirthYear)
    }

    package static func email(_ cell: CellValue) -> ImportReading<EmailAddress> {
        guard case .text(let raw) = cell else { return cell.isBlank ? .nothing : refusal(of: cell, .notAnEmailAddress) }
        var text = ImportText.clean(raw)
        if ImportText.isPlaceholder(text) { return .nothing }
        if text.lowercased().hasPrefix("mailto:") { text.removeFirst(7) }
        if text.last == ";" || text.last == "," || text.last == "." { text.removeLast() }
        guard !text.contains("<"), !text.contains(";"), !text.contains(","), let address = EmailAddress(text) else {
            return .refused(.notAnEmailAddress)
        }
        return .value(address)
    }

    /// Digits with an optional leading `+`; eight digits are shown in Norway's groups by the pages, not here.
    package static func phone(_ cell: CellValue) -> ImportReading<String> {
        guard let text = plainText(cell) else { return cell.isBlank ? .nothing : refusal(of: cell, .notAPhoneNumber) }
        if ImportText.isPlaceholder(text) { return .nothing }
        guard text.utf8.count <= 40 else { return .refused(.notAPhoneNumber) }
        var digits = ""
        for character in text {
            switch character {
            case "0"..."9": digits.append(character)
            case "+" where digits.isEmpty: digits.append(character)
            case " ", ".", "-", "(", ")", "/": continue
            default: return .refused(.notAPhoneNumber)
            }
        }
        if digits.hasPrefix("00") { digits = "+" + digits.dropFirst(2) }
        if digits.hasPrefix("+47"), digits.utf8.count == 11 { digits = String(digits.dropFirst(3)) }
        let count = digits.filter { $0 != "+" }.utf8.count
        guard digits.hasPrefix("+") ? (6...15).contains(count) : count == 8 else { return .refused(.notAPhoneNumber) }
        return .value(digits)
    }

    /// Whole months of a wish: `6`, `6 mnd`, `12 måneder`, `1 år`.
    package static func months(_ cell: CellValue) -> ImportReading<Int> {
        guard let text = plainText(cell) else { return cell.isBlank ? .nothing : refusal(of: cell, .notMonths) }
        if ImportText.isPlaceholder(text) { return .nothing }
        let words = ImportText.words(text).flatMap { word -> [String] in
            let digits = word.prefix { $0.isASCII && $0.isNumber }
            return digits.isEmpty || digits.count == word.count ? [word] : [String(digits), String(word.dropFirst(digits.count))]
        }
        guard let first = words.first, let number = ImportText.digits(first, atMost: 3), words.count <= 2 else {
            return .refused(.notMonths)
        }
        let unit = words.count == 2 ? words[1] : "mnd"
        guard let factor = ["mnd": 1, "maneder": 1, "manader": 1, "maned": 1, "manad": 1, "m": 1, "ar": 12][unit],
            HospitalWish.possibleMonths.contains(number * factor)
        else { return .refused(.notMonths) }
        return .value(number * factor)
    }

    /// The text of a text cell, or the digits of a whole number; nil for every other cell.
    private static func plainText(_ cell: CellValue) -> String? {
        switch cell {
        case .text(let text): ImportText.clean(text)
        case .number(let number): number.whole.map { String($0) }
        default: nil
        }
    }

    private static func refusal<Value>(of cell: CellValue, _ kind: RowProblem.Kind) -> ImportReading<Value> {
        if case .error = cell { .refused(.formulaFailed) } else { .refused(kind) }
    }
}
