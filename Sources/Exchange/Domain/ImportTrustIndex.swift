/// Finds the hospital trust that people mean: its code, its full or short name, with or without `HF`, a department after it.
struct ImportTrustIndex: Sendable {
    private var names: [String: TrustCode] = [:]
    private var ambiguous: Set<String> = []
    /// What to call each in a choice.
    private var titles: [TrustCode: String] = [:]

    init(_ trusts: [Trust]) {
        for trust in trusts where !trust.isRegion {
            titles[trust.code] = trust.name
            let words = ImportText.words(trust.name).filter { $0 != "hf" }
            let forms = [trust.code.code, trust.name, trust.shortName].map(ImportText.key) + [words.joined()]
            for form in Set(forms) where !form.isEmpty { add(form, trust.code) }
        }
    }

    private mutating func add(_ name: String, _ code: TrustCode) {
        if let other = names[name], other != code { ambiguous.insert(name) } else { names[name] = code }
    }

    func read(_ cell: CellValue) -> ImportReading<HospitalWish.Choice> {
        switch cell {
        case .empty: return .nothing
        case .error: return .refused(.formulaFailed)
        case .number, .day, .time, .boolean: return .refused(.unknownTrust)
        case .text(let raw):
            let text = ImportText.clean(raw)
            if ImportText.isPlaceholder(text) { return .nothing }
            guard text.utf8.count <= 160 else { return .refused(.tooLong(limit: 160)) }
            return find(text)
        }
    }

    private func find(_ text: String) -> ImportReading<HospitalWish.Choice> {
        // The longest beginning that is a name; what follows is a department.
        let pieces = text.split { $0 == " " || $0 == "," || $0 == "/" || $0 == ":" || $0 == ";" || $0 == "(" || $0 == ")" }
        var end = pieces.count
        while end > 0 {
            let key = ImportText.key(pieces[..<end].joined(separator: " "))
            if ambiguous.contains(key) { return .refused(.ambiguousTrust) }
            if let code = names[key] { return choice(code, pieces, end, text) }
            end -= 1
        }
        let bytes = Array(ImportText.key(text).utf8)
        guard (4...60).contains(bytes.count) else { return .refused(.unknownTrust) }
        var near: Set<TrustCode> = []
        for (name, code) in names where SpellingDistance.between(bytes, Array(name.utf8), atMost: bytes.count >= 8 ? 2 : 1) != nil {
            near.insert(code)
        }
        if near.count == 1, let code = near.first { return .refused(.unknownTrust, [.value(titles[code] ?? code.code)]) }
        return .refused(.unknownTrust)
    }

    /// A trust with what stands after it: a department, when something parts the two and it says nothing else.
    private func choice(_ code: TrustCode, _ pieces: [Substring], _ end: Int, _ text: String) -> ImportReading<HospitalWish.Choice> {
        let rest = pieces[end...].drop { ["hf", "avd", "avd.", "avdeling", "-", "–"].contains($0.lowercased()) }
        guard let first = rest.first else { return .value(HospitalWish.Choice(trust: code)) }
        let after = text[first.startIndex...]
        let open = after.contains("(")
        let department = ImportText.clean(String(after)).trimmingSuffix { $0 == ")" && !open }
        // A sign alone may stand last among the pieces of the name.
        let name = pieces[..<end].last { piece in piece.contains { $0.isLetter || $0.isNumber } }
        let between = text[(name ?? pieces[end - 1]).endIndex..<first.startIndex]
        let isParted = between.contains { ",/:;(-–".contains($0) } || between.lowercased().contains("avd")
        let words = ImportText.words(department)
        let others = trusts(in: words).subtracting([code])
        if others.isEmpty, !Self.saysMore(words) {
            if isParted { return .value(HospitalWish.Choice(trust: code, department: department)) }
            return .refused(.trustAndMore, [.value("\(title(code)), \(department)"), .value(title(code))])
        }
        return .refused(.trustAndMore, ([code] + others.sorted { title($0) < title($1) }).map { .value(title($0)) })
    }

    private func title(_ code: TrustCode) -> String { titles[code] ?? code.code }

    /// The trusts that are named among some words.
    private func trusts(in words: [String]) -> Set<TrustCode> {
        var found: Set<TrustCode> = []
        for start in words.indices {
            for end in start..<min(words.count, start + 6) {
                if let code = names[words[start...end].joined()] { found.insert(code) }
            }
        }
        return found
    }

    /// Whether something that follows a trust is no department: a no, a choice, a half-year or a year.
    private static func saysMore(_ words: [String]) -> Bool {
        words.contains { word in
            if notDepartments.contains(word) || word.utf8.count > 1 && ImportHalfYearReading.season(word) != nil { return true }
            return ImportText.digits(word, atMost: 4).map { word.utf8.count == 4 && ImportDateReading.years.contains($0) } ?? false
        }
    }

    private static let notDepartments: Set<String> = [
        "nei", "ikke", "ikkje", "aldri", "takk", "ingen", "eller", "evt", "eventuelt", "helst", "halvar", "halvaret", "prioritet", "pri",
    ]
}

extension String {
    fileprivate func trimmingSuffix(while isTrimmed: (Character) -> Bool) -> String {
        var text = self
        while let last = text.last, isTrimmed(last) { text.removeLast() }
        return text
    }
}
