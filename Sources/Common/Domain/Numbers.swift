import Foundation

/// A number in the register of health personnel (*HPR-nummer*): 7 to 9 digits as issued.
///
/// Only the form is checked: the register publishes no check digit (domain.md §11.5).
package struct HPRNumber: Hashable, Sendable {
    package let digits: String

    /// Nil when the text, spaces aside, is not 7 to 9 digits without a leading zero.
    package init?(_ text: some StringProtocol) { self.init(String(text)) }

    /// The same for the kind of text the store gives.
    package init?(_ text: String) {
        var digits = text
        if !digits.utf8.allSatisfy({ (48...57).contains($0) }) { digits = digits.filter { !$0.isWhitespace && $0 != "\u{00A0}" } }
        guard (7...9).contains(digits.utf8.count), digits.utf8.allSatisfy({ (48...57).contains($0) }), digits.first != "0" else {
            return nil
        }
        self.digits = digits
    }
}

/// An organisation number (*organisasjonsnummer*): nine digits, the last a modulus-11 check digit with weights 3 2 7 6 5 4 3 2.
package struct OrganisationNumber: Hashable, Sendable {
    package let digits: String

    /// Nil when the text, spaces aside, is not nine digits with a right check digit.
    package init?(_ text: some StringProtocol) {
        let digits = String(text).filter { !$0.isWhitespace && $0 != "\u{00A0}" }
        let values = digits.utf8.map { Int($0) - 48 }
        guard values.count == 9, values.allSatisfy({ (0...9).contains($0) }) else { return nil }
        let sum = zip(values, [3, 2, 7, 6, 5, 4, 3, 2]).reduce(0) { $0 + $1.0 * $1.1 }
        let check = (11 - sum % 11) % 11
        guard check < 10, check == values[8] else { return nil }
        self.digits = String(digits)
    }
}

/// A municipality number (*kommunenummer*): four digits as text, the first two the county's. Numbers change with reforms,
/// so a number names a municipality only together with a day.
package struct MunicipalityNumber: Hashable, Sendable {
    package let digits: String

    /// Nil when the text is not four digits; three digits are read as a lost leading zero (`301` is Oslo, 0301).
    package init?(_ text: some StringProtocol) {
        let digits = String(text).filter { !$0.isWhitespace && $0 != "\u{00A0}" }
        guard (3...4).contains(digits.utf8.count), digits.utf8.allSatisfy({ (48...57).contains($0) }) else { return nil }
        self.digits = digits.utf8.count == 3 ? "0" + digits : String(digits)
    }

    /// The county's two digits.
    package var county: String { String(digits.prefix(2)) }
}

/// An e-mail address, checked only for its form: one `@`, a dot in the domain, no spaces.
package struct EmailAddress: Hashable, Sendable {
    /// As written, with the domain in lower case.
    package let text: String

    package init?(_ raw: some StringProtocol) { self.init(String(raw)) }

    /// The same for the kind of text the store gives.
    package init?(_ raw: String) {
        if Self.isPlain(raw) {
            text = raw
            return
        }
        let trimmed = raw.trimmingCharacters(in: .whitespacesAndNewlines)
        if trimmed.contains(where: { $0.isWhitespace || $0.isNewline }) { return nil }
        let parts = trimmed.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, trimmed.utf8.count <= 254, !parts[0].isEmpty, parts[1].contains("."), !parts[1].hasPrefix("."),
            !parts[1].hasSuffix(".")
        else { return nil }
        text = parts[0] + "@" + parts[1].lowercased()
    }

    /// Whether it stands as it is kept, as all do that come from the store: ASCII without blanks, the domain in lower case.
    private static func isPlain(_ text: String) -> Bool {
        var (length, marks, dots, last, isStart) = (0, 0, 0, UInt8(0), true)
        for byte in text.utf8 {
            guard (33...126).contains(byte) else { return false }
            if byte == UInt8(ascii: "@") {
                guard length > 0 else { return false }
                marks += 1
            } else if marks > 0 {
                if (65...90).contains(byte) { return false }
                if byte == UInt8(ascii: ".") {
                    if isStart { return false }
                    dots += 1
                }
                isStart = false
            }
            length += 1
            last = byte
        }
        return marks == 1 && dots > 0 && last != UInt8(ascii: ".") && length <= 254
    }
}
