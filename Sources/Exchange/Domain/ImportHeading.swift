/// What a heading means, judged by its text alone.
package enum ImportHeading {
    package enum Meaning: Hashable, Sendable {
        case field(ImportField, ColumnMapping.Sureness)
        case identityNumbers
        case health
        /// A column that Alis itself has put into the file.
        case ours
        case unknown
    }

    /// - Parameter isForgiving: also look for misspelled and longer headings, which takes its time.
    package static func meaning(of heading: String, isForgiving: Bool = true) -> Meaning {
        // Nobody writes a heading as long as this; a long text in the first rows is an explanation.
        guard heading.utf8.count <= 200 else { return .unknown }
        let text = ImportText.clean(heading)
        guard !text.isEmpty, text.utf8.count <= 120 else { return .unknown }
        let key = ImportText.key(text)
        guard key.utf8.contains(where: { !(48...57).contains($0) }) else { return .unknown }
        if ImportSynonyms.ours.contains(key) { return .ours }
        let bare = ImportText.key(withoutBrackets(text))
        if ImportSynonyms.identityNumbers.contains(key) || ImportSynonyms.identityNumbers.contains(bare) { return .identityNumbers }
        if ImportSynonyms.healthWords.contains(where: key.contains) { return .health }

        if text.utf8.contains(0x25), let field = ImportSynonyms.fields[key + "prosent"] { return .field(field, .certain) }
        if let field = ImportSynonyms.fields[key] { return .field(field, .certain) }
        if bare != key, !bare.isEmpty, let field = ImportSynonyms.fields[bare] { return .field(field, .certain) }
        guard isForgiving else { return .unknown }
        if isNear(ImportSynonyms.identityNumbers, key) { return .identityNumbers }
        if let field = misspelled(key) { return .field(field, .likely) }
        if let field = part(of: text) { return .field(field, .guessed) }
        return .unknown
    }

    /// `Oppstart` of `Oppstart (dd.mm.åååå)`.
    private static func withoutBrackets(_ text: String) -> String {
        guard let open = text.firstIndex(where: { $0 == "(" || $0 == "[" }), let close = text.lastIndex(where: { $0 == ")" || $0 == "]" }),
            open < close
        else { return text }
        return String(text[..<open]) + " " + String(text[text.index(after: close)...])
    }

    private static func isNear(_ words: Set<String>, _ key: String) -> Bool {
        let bytes = Array(key.utf8)
        guard (8...30).contains(bytes.count) else { return false }
        // `fødselsår` is two letters from `fødselsnr`; a known heading is never suspected.
        return words.contains { $0.utf8.count >= 8 && SpellingDistance.between(bytes, Array($0.utf8), atMost: 1) != nil }
    }

    /// The one field with a heading spelled nearly so.
    private static func misspelled(_ key: String) -> ImportField? {
        let bytes = Array(key.utf8)
        guard (5...40).contains(bytes.count) else { return nil }
        let limit = bytes.count >= 10 ? 2 : 1
        var best: (field: ImportField, distance: Int)?
        var isTied = false
        let near = (bytes.count - limit...bytes.count + limit).lazy.flatMap { spellings[$0] ?? [] }
        for (heading, field) in near where heading.count >= 5 {
            guard let distance = SpellingDistance.between(bytes, heading, atMost: limit) else { continue }
            // A digit replaced is another column: `ønske 4` is not `ønske 3`.
            if heading.last.map({ (48...57).contains($0) }) != bytes.last.map({ (48...57).contains($0) }) { continue }
            if let last = heading.last, (48...57).contains(last), last != bytes.last { continue }
            if let found = best {
                if distance > found.distance { continue }
                if distance == found.distance {
                    if field != found.field { isTied = true }
                    continue
                }
            }
            best = (field, distance)
            isTied = false
        }
        return isTied ? nil : best?.field
    }

    /// All headings by their length.
    private static let spellings: [Int: [(heading: [UInt8], field: ImportField)]] = Dictionary(
        grouping: ImportSynonyms.fields.sorted { $0.key < $1.key }.map { (Array($0.key.utf8), $0.value) }, by: { $0.0.count })

    /// The one field whose heading stands as whole words in a longer heading: `Dato for oppstart i kommunen`.
    private static func part(of text: String) -> ImportField? {
        let words = ImportText.words(text)
        guard (2...12).contains(words.count) else { return nil }
        var found: Set<ImportField> = []
        var longest = 0
        for start in words.indices {
            for end in start..<min(words.count, start + 4) {
                let key = words[start...end].joined()
                guard key.utf8.count >= 4, let field = ImportSynonyms.fields[key] else { continue }
                if end - start + 1 > longest {
                    longest = end - start + 1
                    found = [field]
                } else if end - start + 1 == longest {
                    found.insert(field)
                }
            }
        }
        return found.count == 1 ? found.first : nil
    }
}
