// Days as people write them in forms. The day comes before the month; two digits of a year are 1980–2079, as in spreadsheets that are
// read in (docs/decisions/0007).

extension CalendarDay {
    /// `22.11.2026`, `22.11.26`, `22/11-2026`, `22. nov. 2026`, `22112026` or `2026-11-22`; nil for anything else, and for days that are not.
    package init?(typed text: String) {
        if let day = CalendarDay(iso: text) {
            self = day
            return
        }
        guard text.utf8.count <= 40 else { return nil }
        var parts = Folding.fold(text).split { " .,/-–".contains($0) }.map(String.init)
        if parts.count == 1, parts[0].utf8.count == 8 {
            let digits = parts[0]
            parts = [String(digits.prefix(2)), String(digits.dropFirst(2).prefix(2)), String(digits.dropFirst(4))]
        }
        guard parts.count == 3, let day = Self.number(parts[0], of: 1...2),
            let month = Self.months[parts[1]] ?? Self.number(parts[1], of: 1...2),
            let typed = Self.number(parts[2], of: 2...4), parts[2].utf8.count != 3
        else { return nil }
        self.init(year: parts[2].utf8.count == 2 ? Self.fullYear(typed) : typed, month: month, day: day)
    }

    private static func number(_ text: String, of digits: ClosedRange<Int>) -> Int? {
        digits.contains(text.utf8.count) && text.utf8.allSatisfy { (48...57).contains($0) } ? Int(text) : nil
    }

    /// The year that two digits mean.
    package static func fullYear(_ twoDigits: Int) -> Int { twoDigits < 80 ? 2000 + twoDigits : 1900 + twoDigits }

    /// Names of months as Norwegians and their programs write them, folded.
    package static let months: [String: Int] = [
        "jan": 1, "januar": 1, "january": 1, "feb": 2, "febr": 2, "februar": 2, "february": 2, "mar": 3, "mars": 3, "march": 3, "apr": 4,
        "april": 4, "mai": 5, "may": 5, "jun": 6, "juni": 6, "june": 6, "jul": 7, "juli": 7, "july": 7, "aug": 8, "august": 8, "sep": 9,
        "sept": 9, "september": 9, "okt": 10, "oktober": 10, "oct": 10, "october": 10, "nov": 11, "november": 11, "des": 12, "desember": 12,
        "dec": 12, "december": 12,
    ]
}
