/// Two records that may be one doctor (*mulig dublett*), and why.
package struct DuplicatePair: Hashable, Sendable {
    package enum Reason: String, CaseIterable, Sendable {
        case sameHPR
        case sameNameAndBirthYear
        case sameNameAndEmail
    }

    package let first: RecordID
    package let second: RecordID
    package let reasons: Set<Reason>
}

extension RegisterIndex {
    /// Records that share an HPR number, or a name and a birth year or an e-mail address. Merged records are one already.
    package func possibleDuplicates(knownAfter change: ChangeNumber = .max) -> [DuplicatePair] {
        let rows = personRows(on: .latest, knownAfter: change)
        let canonical = canonicalPersons(knownAfter: Self.knownLimit(change))
        var groups: [String: [Ordinal]] = [:]
        for (person, row) in rows.enumerated() where row >= 0 && (canonical.map { $0[person] == Ordinal(person) } ?? true) {
            let value = people[row].value
            let name = people[row].sortName
            if let hpr = value.hpr { groups["1" + hpr.digits, default: []].append(Ordinal(person)) }
            if let year = value.birthYear { groups["2\(name)|\(year)", default: []].append(Ordinal(person)) }
            if let email = value.email { groups["3\(name)|\(Folding.fold(email.text))", default: []].append(Ordinal(person)) }
        }
        var pairs: [[Ordinal]: Set<DuplicatePair.Reason>] = [:]
        for (key, members) in groups where members.count > 1 {
            let reason: DuplicatePair.Reason =
                key.hasPrefix("1") ? .sameHPR : key.hasPrefix("2") ? .sameNameAndBirthYear : .sameNameAndEmail
            // A group larger than this is no duplicate but a mistake in the data: its first ones are shown.
            let some = members.prefix(6)
            for (place, left) in some.enumerated() {
                for right in some.dropFirst(place + 1) { pairs[[left, right], default: []].insert(reason) }
            }
        }
        return pairs.map { DuplicatePair(first: personIDs[Int($0.key[0])], second: personIDs[Int($0.key[1])], reasons: $0.value) }
            .sorted {
                ($0.reasons.contains(.sameHPR) ? 0 : 1, $0.first, $0.second) < ($1.reasons.contains(.sameHPR) ? 0 : 1, $1.first, $1.second)
            }
    }
}
