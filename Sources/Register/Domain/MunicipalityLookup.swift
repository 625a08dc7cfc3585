extension MunicipalityDirectory {
    /// What a text that names a municipality leads to.
    package enum Lookup: Hashable, Sendable {
        /// This one.
        case one(MunicipalityID)
        /// The text names a municipality that has been merged away by the day asked for; this is the one it is part of.
        case successor(MunicipalityID, of: MunicipalityID)
        /// Several it may be, in order of key: two share the name, the number and the name disagree, or it was split.
        case ambiguous([MunicipalityID])
        /// None; at most three that are spelled nearly so, best first.
        case unknown(suggestions: [MunicipalityID])

        /// The municipality when there is exactly one.
        package var municipality: MunicipalityID? {
            switch self {
            case .one(let found), .successor(let found, of: _): found
            case .ambiguous, .unknown: nil
            }
        }

        /// The municipalities to choose between when there is not exactly one.
        package var candidates: [MunicipalityID] {
            switch self {
            case .one(let found), .successor(let found, of: _): [found]
            case .ambiguous(let all), .unknown(suggestions: let all): all
            }
        }
    }

    /// The municipality that people mean by `text`, as the division was on `day` (nil: as it last was).
    ///
    /// Reads any number and any name it has ever had, Sámi, Kven and composite names and their parts, with or without
    /// `kommune`, the county or the number beside it; case, accents, hyphens and the spellings `aa`, `ae`, `oe` do not matter.
    /// A name in use on the day goes before the same name in use at another time.
    package func find(_ text: String, on day: CalendarDay? = nil) -> Lookup {
        let day = day ?? .latest
        if let entries = names.asWritten[text] { return resolve(entries, on: day) }
        // Nobody writes a municipality's name as long as this: not worth looking at.
        guard text.utf8.count <= 200 else { return .unknown(suggestions: []) }
        let query = MunicipalityQuery(text)
        guard query.words.count <= 10 else { return .unknown(suggestions: []) }

        switch (query.numbers.count, query.words.isEmpty) {
        case (0, true): return .unknown(suggestions: [])
        case (0, false): return find(words: query.words[...], on: day)
        case (1, true):
            guard let entries = names.byNumber[query.numbers[0]] else { return .unknown(suggestions: []) }
            return resolve(entries, on: day)
        case (1, false): return find(number: query.numbers[0], with: query.words[...], on: day)
        default: return .unknown(suggestions: [])
        }
    }

    /// A number with a name beside it: they must agree.
    private func find(number: String, with words: ArraySlice<String>, on day: CalendarDay) -> Lookup {
        let named = find(words: words, on: day)
        guard let entries = names.byNumber[number] else { return .unknown(suggestions: named.candidates) }
        let numbered = resolve(entries, on: day)
        // `1243 Os` is the Os that had the number, whoever has the name today.
        let bearers = Set(entries.map(\.municipality))
        if numbered.municipality != nil, self.entries(of: words)?.contains(where: { bearers.contains($0.municipality) }) == true {
            return numbered
        }
        if case .unknown = named { return .unknown(suggestions: numbered.candidates) }
        let common = numbered.candidates.filter(named.candidates.contains)
        if common.count == 1 {
            if numbered.municipality != nil { return numbered }
            return named.municipality != nil ? named : .one(common[0])
        }
        return .ambiguous(common.isEmpty ? Set(numbered.candidates + named.candidates).sorted() : common)
    }

    private func find(words: ArraySlice<String>, on day: CalendarDay) -> Lookup {
        if let entries = entries(of: words) { return resolve(entries, on: day) }
        if words.count > 1 {
            if let found = findQualified(words, on: day) { return found }
            if let found = findComposite(words, on: day) { return found }
        }
        return .unknown(suggestions: suggestions(for: words, on: day))
    }

    /// The entries of a name, by the strictest form that knows it.
    func entries(of words: ArraySlice<String>) -> [MunicipalityNameEntry]? {
        let compact = MunicipalityNameIndex.compact(words.joined())
        return names.compact[compact] ?? names.loose[MunicipalityNameIndex.loosen(compact)]
    }

    /// `Herøy (Nordland)`, `Våler i Østfold`: a name with its county.
    private func findQualified(_ words: ArraySlice<String>, on day: CalendarDay) -> Lookup? {
        for cut in words.indices.dropFirst() {
            var tail = words[cut...]
            if tail.first == "i", tail.count > 1 { tail = tail.dropFirst() }
            guard let counties = names.counties[MunicipalityNameIndex.compact(tail.joined())], let entries = entries(of: words[..<cut])
            else { continue }
            let there = entries.filter { !(names.countiesOf[$0.municipality] ?? []).isDisjoint(with: counties) }
            if there.isEmpty { return .unknown(suggestions: Array(resolve(entries, on: day).candidates.prefix(3))) }
            return resolve(there, on: day)
        }
        return nil
    }

    /// `Tana - Deatnu`: names of one and the same municipality in any order.
    private func findComposite(_ words: ArraySlice<String>, on day: CalendarDay) -> Lookup? {
        for cut in words.indices.dropFirst() {
            guard let entries = entries(of: words[..<cut]) else { continue }
            let head = resolve(entries, on: day)
            let tail = find(tail: words[cut...], on: day)
            guard let tail else { continue }
            let common = head.candidates.filter(tail.candidates.contains)
            if common.count == 1 { return head.municipality != nil ? head : .one(common[0]) }
        }
        return nil
    }

    private func find(tail words: ArraySlice<String>, on day: CalendarDay) -> Lookup? {
        if let entries = entries(of: words) { return resolve(entries, on: day) }
        return words.count > 1 ? findComposite(words, on: day) : nil
    }

    /// What entries come to on a day: those that hold on it, else what has become of the others.
    private func resolve(_ entries: [MunicipalityNameEntry], on day: CalendarDay) -> Lookup {
        if let only = entries.first(where: { $0.period.contains(day) })?.municipality {
            if entries.allSatisfy({ $0.municipality == only || !$0.period.contains(day) }) { return .one(only) }
            return .ambiguous(Set(entries.filter { $0.period.contains(day) }.map(\.municipality)).sorted())
        }
        var outcome: Set<MunicipalityID> = []
        for entry in entries { outcome.formUnion(destinations(of: entry, among: entries, on: day)) }
        guard outcome.count == 1, let found = outcome.first else {
            return outcome.isEmpty ? .unknown(suggestions: []) : .ambiguous(outcome.sorted())
        }
        if entries.contains(where: { $0.municipality == found }) { return .one(found) }
        return .successor(found, of: entries[0].municipality)
    }

    /// Where an entry that does not hold on the day leads. A number given up because its municipality was split leads to all
    /// parts, even the one that kept the name: `1507` may be today's Ålesund or Haram.
    private func destinations(
        of entry: MunicipalityNameEntry, among all: [MunicipalityNameEntry], on day: CalendarDay
    ) -> [MunicipalityID] {
        guard let end = entry.period.to, end <= day else { return successors(of: entry.municipality, on: day) }
        // Only the last stretch with this number or name tells how it was given up.
        if all.contains(where: { $0.municipality == entry.municipality && $0.period.from >= end }) { return [] }
        let parts = (outgoing[entry.municipality] ?? []).filter { $0.kind == .split && $0.from == end }
        if parts.isEmpty { return successors(of: entry.municipality, on: day) }
        return parts.flatMap { successors(of: $0.new, on: day) }
    }
}
