/// Keeps text in a CSV file from being run as a formula by the program that opens it.
///
/// Spreadsheet programs take a field that begins with `=`, `+`, `-` or `@` (or a tab or line break before one) for a formula;
/// a doctor's "name" could then send the sheet's content away. Such a text gets an apostrophe in front.
/// `restored` takes exactly that apostrophe off again, so that what was taken out can be taken in unchanged.
package enum FormulaGuard {
    /// The text with an apostrophe in front when it could be taken for a formula.
    package static func neutralised(_ text: String) -> String { needsApostrophe(text) ? "'" + text : text }

    /// Undoes `neutralised`; other text is returned as it is.
    package static func restored(_ text: String) -> String {
        guard text.utf8.first == 0x27, needsApostrophe(text) else { return text }
        return String(text.unicodeScalars.dropFirst())
    }

    /// Any number of apostrophes before a dangerous character count too; otherwise `'=` and `=` would be written alike.
    private static func needsApostrophe(_ text: String) -> Bool {
        switch text.unicodeScalars.first(where: { $0 != "'" }) {
        case "=", "+", "-", "@", "\t", "\r", "\n": true
        // The wide forms count as their narrow ones in East Asian editions.
        case "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}": true
        default: false
        }
    }
}
