/// Names of sheets that every spreadsheet program accepts.
struct SheetNaming {
    private var taken: Set<String> = []

    /// The name with forbidden characters replaced, at most 31 long and different from all before (case does not count).
    mutating func name(for wish: String) -> String {
        let forbidden: Set<Character> = ["[", "]", ":", "*", "?", "/", "\\"]
        var base = String(wish.map { forbidden.contains($0) || $0.isNewline || $0.asciiValue.map { $0 < 0x20 } == true ? "-" : $0 })
        // Excel keeps the name "History" for itself, and refuses an apostrophe at either end.
        while base.hasPrefix("'") { base.removeFirst() }
        while base.hasSuffix("'") { base.removeLast() }
        if base.isEmpty || base.lowercased() == "history" { base = "Ark" }
        var candidate = Self.cut(base, to: 31)
        var number = 2
        while !taken.insert(candidate.lowercased()).inserted {
            let ending = " (\(number))"
            candidate = Self.cut(base, to: 31 - ending.utf16.count) + ending
            number += 1
        }
        return candidate
    }

    /// Excel counts in UTF-16.
    static func cut(_ text: String, to length: Int) -> String {
        guard text.utf16.count > length else { return text }
        var result = ""
        var count = 0
        for character in text {
            count += character.utf16.count
            if count > length { break }
            result.append(character)
        }
        return result
    }
}
