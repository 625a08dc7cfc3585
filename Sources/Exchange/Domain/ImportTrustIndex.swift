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
            if let code = names[key] {
                let rest = pieces[end...].drop { ["hf", "avd", "avdeling", "-", "–"].contains($0.lowercased()) }
                let department = rest.first.map { text[$0.startIndex...] } ?? ""
                let open = department.contains("(")
                let cleaned = ImportText.clean(String(department)).trimmingSuffix { $0 == ")" && !open }
                return .value(HospitalWish.Choice(trust: code, department: cleaned))
            }
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
}

extension String {
    fileprivate func trimmingSuffix(while isTrimmed: (Character) -> Bool) -> String {
        var text = self
        while let last = text.last, isTrimmed(last) { text.removeLast() }
        return text
    }
}
