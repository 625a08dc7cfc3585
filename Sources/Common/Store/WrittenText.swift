/// Makes text fit to be written in a cell.
enum WrittenText {
    /// Without characters that XML cannot hold, with what looks like the format's own escapes kept as it is,
    /// and at most 32,767 long, the most a cell can hold; a longer text ends with an ellipsis.
    static func prepared(_ text: String) -> String {
        var result = text
        if text.utf8.contains(where: { $0 < 0x20 || $0 == 0xEF || $0 == 0x5F }) {
            var scalars = String.UnicodeScalarView()
            for scalar in text.unicodeScalars where isAllowed(scalar) { scalars.append(scalar) }
            result = keepingEscapes(String(scalars).replacing("\r\n", with: "\n").replacing("\r", with: "\n"))
        }
        return result.utf16.count > 32_767 ? SheetNaming.cut(result, to: 32_766) + "…" : result
    }

    private static func isAllowed(_ scalar: UnicodeScalar) -> Bool {
        scalar.value >= 0x20 && scalar.value != 0xFFFE && scalar.value != 0xFFFF || scalar == "\t" || scalar == "\n" || scalar == "\r"
    }

    /// `_x0041_` would be read as `A`; its first underscore is written as an escape itself.
    private static func keepingEscapes(_ text: String) -> String {
        guard text.contains("_x") else { return text }
        return text.replacing(#/_(?=x[0-9A-Fa-f]{4}_)/#, with: "_x005F_")
    }
}
