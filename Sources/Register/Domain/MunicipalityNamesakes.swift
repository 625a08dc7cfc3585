extension MunicipalityDirectory {
    /// One of the municipalities that a name has stood for.
    package struct Namesake: Hashable, Sendable {
        /// The one that had the name.
        package let bearer: MunicipalityID
        /// What it is, or is part of, on the day asked for.
        package let now: MunicipalityID
    }

    /// The municipalities that a name alone, without number or county, stands for or has stood for, in order of key: `Os` was two until
    /// 2020, of which one is now part of Bjørnafjorden, so that an old list's `Os` need not be today's. Empty when the text is no name
    /// that is known, or has a number in it.
    ///
    /// - Parameters:
    ///   - day: the day whose division the answer is in.
    ///   - time: only those that had the name on this day; before the first year that is known, those that had it then.
    package func namesakes(_ text: String, on day: CalendarDay, borneOn time: CalendarDay? = nil) -> [Namesake] {
        guard text.utf8.count <= 200 else { return [] }
        let query = MunicipalityQuery(text)
        guard query.numbers.isEmpty, (1...10).contains(query.words.count), let entries = entries(of: query.words[...]) else { return [] }
        let first = entries.map(\.period.from).min() ?? .earliest
        let time = time.map { max($0, first) }
        var found: Set<Namesake> = []
        for entry in entries where time.map(entry.period.contains) ?? true {
            for now in successors(of: entry.municipality, on: day) { found.insert(Namesake(bearer: entry.municipality, now: now)) }
        }
        return found.sorted { ($0.now, $0.bearer) < ($1.now, $1.bearer) }
    }

    /// Whether a name alone leaves it open which of today's municipalities is meant: it is, or once was, the name of several.
    package func isSharedName(_ text: String, on day: CalendarDay) -> Bool { Set(namesakes(text, on: day).map(\.now)).count > 1 }
}
