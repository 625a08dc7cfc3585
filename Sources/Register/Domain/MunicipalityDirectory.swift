/// Every municipality Norway has had since 2017, each through its numbers and names (*kommuneregister*).
///
/// A value made once from reference data and then only read: what a municipality was on a day, what became of it, and which
/// one a text such as `Bodø kommune`, `1902` or `Deatnu` means (`find`, in MunicipalityLookup.swift).
package struct MunicipalityDirectory: Sendable {
    /// The stretches of each municipality in order of time.
    let stretchesByID: [MunicipalityID: [MunicipalityStretch]]
    /// What each municipality went into, in order of time; changes of number and name alone are not among them.
    let outgoing: [MunicipalityID: [MunicipalityChange]]
    /// All changes, in order of time.
    package let changes: [MunicipalityChange]
    package let counties: [County]
    let names: MunicipalityNameIndex

    package init(stretches: [MunicipalityStretch], changes: [MunicipalityChange] = [], counties: [County] = []) {
        let sorted = stretches.sorted { ($0.municipality, $0.period.from) < ($1.municipality, $1.period.from) }
        stretchesByID = Dictionary(grouping: sorted, by: \.municipality)
        self.changes = changes.sorted { ($0.from, $0.old, $0.new) < ($1.from, $1.old, $1.new) }
        outgoing = Dictionary(grouping: self.changes.filter { $0.kind == .merged || $0.kind == .split }, by: \.old)
        self.counties = counties
        names = MunicipalityNameIndex(stretches: sorted, counties: counties)
    }

    /// A directory that knows no municipality.
    package static let empty = MunicipalityDirectory(stretches: [])

    /// Every municipality there has ever been, in order of key.
    package var identities: [MunicipalityID] { stretchesByID.keys.sorted() }

    /// Whether the key is known at all, on whatever day.
    package func knows(_ municipality: MunicipalityID) -> Bool { stretchesByID[municipality] != nil }

    /// The stretches of one municipality, in order of time; empty when it is not known.
    package func stretches(of municipality: MunicipalityID) -> [MunicipalityStretch] { stretchesByID[municipality] ?? [] }

    /// What it has been called and numbered, in order of time, each with the whole time it held: a change of county, office or language
    /// form alone begins no new one.
    package func numbersAndNames(
        of municipality: MunicipalityID
    ) -> [(number: MunicipalityNumber, name: String, period: Period)] {
        var found: [(number: MunicipalityNumber, name: String, period: Period)] = []
        for stretch in stretches(of: municipality) {
            if let last = found.last, last.number == stretch.facts.number, last.name == stretch.facts.name,
                last.period.to == stretch.period.from, let whole = Period(from: last.period.from, to: stretch.period.to)
            {
                found[found.count - 1].period = whole
            } else {
                found.append((stretch.facts.number, stretch.facts.name, stretch.period))
            }
        }
        return found
    }

    /// What a municipality was on a day; nil when it did not exist then.
    package func facts(of municipality: MunicipalityID, on day: CalendarDay) -> MunicipalityFacts? {
        stretchesByID[municipality]?.first { $0.period.contains(day) }?.facts
    }

    /// What a municipality was on a day, or, when it did not exist then, what it last was before or first was after.
    /// For showing a name and a number where something must stand.
    package func nearestFacts(of municipality: MunicipalityID, on day: CalendarDay) -> MunicipalityFacts? {
        guard let stretches = stretchesByID[municipality] else { return nil }
        return (stretches.last { $0.period.from <= day } ?? stretches.first)?.facts
    }

    /// The municipalities that exist on a day, in order of number.
    package func municipalities(on day: CalendarDay) -> [MunicipalityStretch] {
        stretchesByID.values.compactMap { $0.first { $0.period.contains(day) } }
            .sorted { ($0.facts.number.digits, $0.municipality) < ($1.facts.number.digits, $1.municipality) }
    }

    /// The municipality that has a number on a day; nil when none has it then.
    package func municipality(numbered number: MunicipalityNumber, on day: CalendarDay) -> MunicipalityID? {
        names.byNumber[number.digits]?.first { $0.period.contains(day) }?.municipality
    }

    /// What a municipality is on a day: itself while it exists (and before it did), else what it went into, followed to the end.
    /// Several when it was split; empty when it is not known, or ended without a trace.
    package func successors(of municipality: MunicipalityID, on day: CalendarDay) -> [MunicipalityID] {
        var found: Set<MunicipalityID> = []
        var seen: Set<MunicipalityID> = []
        var waiting = [municipality]
        while let next = waiting.popLast() {
            guard seen.insert(next).inserted, let stretches = stretchesByID[next], let first = stretches.first else { continue }
            guard let last = stretches.last(where: { $0.period.from <= day }) else {
                if first.period.from > day { found.insert(next) }
                continue
            }
            if last.period.contains(day) {
                found.insert(next)
            } else if let end = last.period.to {
                waiting += (outgoing[next] ?? []).filter { $0.from == end && $0.new != next }.map(\.new)
            }
        }
        return found.sorted()
    }

    /// The one municipality that this one is, or is part of, on a day; nil when it was split between several or is not known.
    package func currentSuccessor(of municipality: MunicipalityID, on day: CalendarDay) -> MunicipalityID? {
        let all = successors(of: municipality, on: day)
        return all.count == 1 ? all[0] : nil
    }

    /// The changes a municipality has been part of, as the one that changed or the one that received, in order of time.
    package func changes(of municipality: MunicipalityID) -> [MunicipalityChange] {
        changes.filter { $0.old == municipality || $0.new == municipality }
    }

    /// `1804-bodo`, for addresses; the key alone when the municipality is not known.
    package func slug(of municipality: MunicipalityID, on day: CalendarDay) -> String {
        nearestFacts(of: municipality, on: day).map { "\($0.number.digits)-\(municipality.key)" } ?? municipality.key
    }

    /// Reads `1804-bodo` or `bodo`; the key decides, so an address with an older number still leads to the right page.
    package func municipality(slug: some StringProtocol) -> MunicipalityID? {
        var key = Substring(slug)
        if key.utf8.count > 5, key.utf8.prefix(4).allSatisfy({ (48...57).contains($0) }), key.dropFirst(4).first == "-" {
            key = key.dropFirst(5)
        }
        return MunicipalityID(key).flatMap { knows($0) ? $0 : nil }
    }

    /// The county with a number on a day.
    package func county(_ number: String, on day: CalendarDay) -> County? {
        counties.first { $0.number == number && $0.period.contains(day) }
    }
}
