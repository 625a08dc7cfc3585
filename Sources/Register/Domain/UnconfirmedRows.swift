/// A doctor of whom something was recorded after her municipality's last confirmation (*ikke bekreftet siden*): nobody has said that
/// it is right, though the municipality as a whole has been confirmed.
package struct UnconfirmedRow: Hashable, Sendable {
    /// The newest change of what the municipality's list shows of her.
    package let change: ChangeNumber
    /// Whether she was not in the register at all when it was confirmed.
    package let isNew: Bool
}

extension RegisterIndex {
    /// Those of `members` whose training or work, as it holds on a day, was recorded after the newest confirmation of the municipality
    /// they are counted in, or whose name or HPR number has been another since. Whoever made the change: it was not there to be
    /// confirmed. Where nobody has ever confirmed, the municipality says so, and no doctor stands out. How to reach her is not among what
    /// is confirmed, so a new telephone number changes nothing.
    package func unconfirmed(
        _ members: [OverviewAnswer.Member], on day: CalendarDay, knownAfter change: ChangeNumber
    ) -> [Ordinal: UnconfirmedRow] {
        unconfirmed(members.compactMap { member in member.municipality.map { (member.person, $0) } }, on: day, knownAfter: change)
    }

    /// The same of persons and where each is counted, for one who is counted nowhere since her training has ended.
    package func unconfirmed(
        _ placed: [(person: Ordinal, municipality: MunicipalityID)], on day: CalendarDay, knownAfter change: ChangeNumber
    ) -> [Ordinal: UnconfirmedRow] {
        let known = Self.knownLimit(change)
        let limits = newestConfirmations(on: day, knownAfter: change).mapValues { confirmations[$0].recorded }
        var confirmedIn = [Int32](repeating: Self.never, count: personIDs.count)
        for (person, place) in placed {
            if let limit = limits[place] { confirmedIn[Int(person)] = limit }
        }
        let canonical = canonicalPersons(knownAfter: known)
        var newest = [Int32](repeating: 0, count: personIDs.count)
        func note(_ row: Ordinal, _ span: Span, _ superseded: Int32) {
            guard span.recorded <= known, superseded > known, span.from <= day.number, day.number < span.to else { return }
            let person = Int(canonical?[Int(row)] ?? row)
            if span.recorded > confirmedIn[person] { newest[person] = max(newest[person], span.recorded) }
        }
        trainings.forEach { note($0.person, $0.span, $0.superseded) }
        engagements.forEach { note($0.person, $0.span, $0.superseded) }
        var first = [Int32](repeating: Self.never, count: personIDs.count)
        var hasNewName: Set<Ordinal> = []
        people.forEach { row in
            first[Int(row.person)] = min(first[Int(row.person)], row.span.recorded)
            if row.span.recorded <= known, row.span.recorded > confirmedIn[Int(row.person)] { hasNewName.insert(row.person) }
        }
        for (person, change) in identityChanges(of: hasNewName, known: known, after: confirmedIn) {
            newest[Int(person)] = max(newest[Int(person)], change)
        }
        var result: [Ordinal: UnconfirmedRow] = [:]
        for (ordinal, _) in placed where newest[Int(ordinal)] > 0 {
            let person = Int(ordinal)
            result[ordinal] = UnconfirmedRow(change: ChangeNumber(newest[person]), isNew: first[person] > confirmedIn[person])
        }
        return result
    }

    /// The newest change that gave each of `persons` another name or HPR number than was known when she was confirmed; none for those
    /// who are called the same. Only the few of whom something was recorded since are looked at.
    private func identityChanges(of persons: Set<Ordinal>, known: Int32, after confirmedIn: [Int32]) -> [Ordinal: Int32] {
        if persons.isEmpty { return [:] }
        var rows: [Ordinal: [(recorded: Int32, name: String, hpr: HPRNumber?)]] = [:]
        people.forEach { row in
            guard row.span.recorded <= known, persons.contains(row.person) else { return }
            rows[row.person, default: []].append((row.span.recorded, row.value.fullName, row.value.hpr))
        }
        var result: [Ordinal: Int32] = [:]
        for (person, rows) in rows {
            let inOrder = rows.sorted { $0.recorded < $1.recorded }
            guard let last = inOrder.last, let before = inOrder.last(where: { $0.recorded <= confirmedIn[Int(person)] }),
                before.name != last.name || before.hpr != last.hpr
            else { continue }
            let changes = zip(inOrder, inOrder.dropFirst()).filter { $0.name != $1.name || $0.hpr != $1.hpr }
            result[person] = changes.last?.1.recorded
        }
        return result
    }

    /// Who stood in a municipality's list when it was confirmed, by what was known then, and by what was recorded later does not on the
    /// day: her training is over, or she works elsewhere. With the change that said so, in the order of the changes.
    ///
    /// - Parameter members: those who are counted on the day, each where.
    package func departed(
        _ members: [OverviewAnswer.Member], on day: CalendarDay, knownAfter change: ChangeNumber,
        specialty: Training.Specialty = .generalPractice
    ) -> [(person: Ordinal, municipality: MunicipalityID, change: ChangeNumber)] {
        let known = Self.knownLimit(change)
        var limits = [Int32](repeating: -1, count: municipalityIDs.count)
        for (place, row) in newestConfirmations(on: day, knownAfter: change) {
            if let ordinal = ordinal(of: place) { limits[Int(ordinal)] = confirmations[row].recorded }
        }
        var isCounted = [Bool](repeating: false, count: personIDs.count)
        for member in members { isCounted[Int(member.person)] = true }
        let canonical = canonicalPersons(knownAfter: known)
        func holds(_ span: Span, _ superseded: Int32, at limit: Int32) -> Bool {
            span.recorded <= limit && superseded > limit && span.from <= day.number && day.number < span.to
        }
        // Where each worked by what was known then, unless she still works there and is counted.
        var there: [Ordinal: (municipality: Int32, limit: Int32, change: Int32)] = [:]
        engagements.forEach { row in
            let limit = limits[Int(row.municipality)]
            guard limit >= 0, limit < known, holds(row.span, row.superseded, at: limit),
                !isCounted[Int(row.person)] || row.superseded <= known,
                canonical.map({ $0[Int(row.person)] == row.person }) ?? true
            else { return }
            there[row.person] = (row.municipality, limit, row.superseded <= known ? row.superseded : 0)
        }
        if there.isEmpty { return [] }
        engagements.forEach { row in
            let person = canonical?[Int(row.person)] ?? row.person
            guard isCounted[Int(person)], let place = there[person], place.municipality == row.municipality else { return }
            if holds(row.span, row.superseded, at: known) { there[person] = nil }
        }
        var left: [Ordinal: Int32] = [:]
        trainings.forEach { row in
            guard row.specialty == specialty, let place = there[row.person], !row.standing.isEnded,
                holds(row.span, row.superseded, at: place.limit)
            else { return }
            left[row.person] = max(left[row.person] ?? 0, place.change, row.superseded <= known ? row.superseded : 0)
        }
        return left.filter { $0.value > 0 }.compactMap { person, change in
            there[person].map { (person, municipalityIDs[Int($0.municipality)], ChangeNumber(change)) }
        }.sorted { ($0.change, $0.person) < ($1.change, $1.person) }
    }
}
