extension MunicipalityDirectory {
    /// At most three municipalities whose name is spelled nearly so, as they are on the day: those that are nearest, and none that is
    /// farther off than they are, so that one that is plainly meant stands alone.
    func suggestions(for words: ArraySlice<String>, on day: CalendarDay) -> [MunicipalityID] {
        let wanted = Spelling(MunicipalityNameIndex.compact(words.joined()))
        guard wanted.bytes.count >= 2, wanted.bytes.count <= 60 else { return [] }
        let limit = wanted.bytes.count <= 4 ? 1 : 2
        var found: [(distance: Int, isPast: Bool, municipality: MunicipalityID)] = []
        for spelling in names.spellings {
            guard let distance = wanted.distance(to: spelling, atMost: limit), let entries = names.compact[spelling.name] else { continue }
            for entry in entries {
                let isPast = !entry.period.contains(day)
                found += successors(of: entry.municipality, on: day).map { (distance, isPast, $0) }
            }
        }
        // `Bodø sentrum`: the beginning is a name that is known.
        if words.count > 1, let entries = names.compact[MunicipalityNameIndex.compact(words[words.startIndex])] {
            for entry in entries {
                let isPast = !entry.period.contains(day)
                found += successors(of: entry.municipality, on: day).map { (limit + 1, isPast, $0) }
            }
        }
        found.sort { ($0.distance, $0.isPast ? 1 : 0, $0.municipality) < ($1.distance, $1.isPast ? 1 : 0, $1.municipality) }
        var result: [MunicipalityID] = []
        let nearest = found.first?.distance
        for candidate in found where candidate.distance == nearest && result.count < 3 && !result.contains(candidate.municipality) {
            result.append(candidate.municipality)
        }
        return result
    }
}
