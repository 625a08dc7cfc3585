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
    /// they are counted in. Where nobody has ever confirmed, the municipality says so, and no doctor stands out. How to reach her is not
    /// among what is confirmed, so a new telephone number changes nothing.
    package func unconfirmed(
        _ members: [OverviewAnswer.Member], on day: CalendarDay, knownAfter change: ChangeNumber
    ) -> [Ordinal: UnconfirmedRow] {
        let known = Self.knownLimit(change)
        let limits = newestConfirmations(on: day, knownAfter: change).mapValues { confirmations[$0].recorded }
        var confirmedIn = [Int32](repeating: Self.never, count: personIDs.count)
        for member in members {
            if let place = member.municipality, let limit = limits[place] { confirmedIn[Int(member.person)] = limit }
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
        people.forEach { row in first[Int(row.person)] = min(first[Int(row.person)], row.span.recorded) }
        var result: [Ordinal: UnconfirmedRow] = [:]
        for member in members where newest[Int(member.person)] > 0 {
            let person = Int(member.person)
            result[member.person] = UnconfirmedRow(change: ChangeNumber(newest[person]), isNew: first[person] > confirmedIn[person])
        }
        return result
    }
}
