/// Two records that may be one doctor (*mulig dublett*), and why.
package struct DuplicatePair: Hashable, Sendable {
    package enum Reason: String, CaseIterable, Sendable {
        case sameHPR
        case sameNameAndBirthYear
        case sameNameAndEmail
        /// The same e-mail address under another name: asked about when somebody is registered, and no pair by itself, since an office's
        /// common address is sometimes given for several.
        case sameEmail
        /// The same name, and nothing known that tells them apart; asked about in the same place.
        case sameName
    }

    package let first: RecordID
    package let second: RecordID
    package let reasons: Set<Reason>
}

/// A doctor in the register who may be the one about to be registered (*ligner*), and why.
package struct AlikeTrainee: Hashable, Sendable {
    package let person: RegisterIndex.Ordinal
    package let reasons: Set<DuplicatePair.Reason>
}

extension RegisterIndex {
    /// Those known now who share an e-mail address with somebody who is not in the register yet, or a name with no other birth year or
    /// HPR number to tell them apart, in the order they were registered. That an HPR number is in use already is another question.
    package func alike(_ trainee: Trainee) -> [AlikeTrainee] {
        let name = trainee.sortName
        let email = trainee.email.map { Folding.fold($0.text) }
        // Nearly always there is nobody, and this is asked before each registration: only what may match is looked at closely.
        var candidates: Set<Ordinal> = []
        people.forEach { row in
            guard row.superseded == Self.never else { return }
            if row.sortName == name || email != nil && row.value.email.map({ Folding.fold($0.text) }) == email {
                candidates.insert(row.person)
            }
        }
        if candidates.isEmpty { return [] }
        let rows = personRows(on: .latest, knownAfter: .max)
        let canonical = canonicalPersons(knownAfter: Self.knownLimit(.max))
        return candidates.sorted().compactMap { ordinal -> AlikeTrainee? in
            let (person, row) = (Int(ordinal), rows[Int(ordinal)])
            guard row >= 0, canonical.map({ $0[person] == ordinal }) ?? true else { return nil }
            let other = people[row].value
            let isNamesake = people[row].sortName == name
            let sharesEmail = email != nil && other.email.map { Folding.fold($0.text) } == email
            guard isNamesake || sharesEmail else { return nil }
            var reasons: Set<DuplicatePair.Reason> = []
            if isNamesake, let year = trainee.birthYear, other.birthYear == year { reasons.insert(.sameNameAndBirthYear) }
            let isTold = trainee.birthYear != nil && other.birthYear != nil || trainee.hpr != nil && other.hpr != nil
            if isNamesake, !isTold { reasons.insert(.sameName) }
            if sharesEmail { reasons.insert(isNamesake ? .sameNameAndEmail : .sameEmail) }
            return reasons.isEmpty ? nil : AlikeTrainee(person: ordinal, reasons: reasons)
        }
    }

    /// Who has an HPR number now, in the order they were registered; merged records are the one kept.
    package func holders(of hpr: HPRNumber) -> [Ordinal] {
        let canonical = canonicalPersons(knownAfter: Self.knownLimit(.max))
        var holders: Set<Ordinal> = []
        people.forEach { row in
            if row.superseded == Self.never, row.value.hpr == hpr { holders.insert(canonical?[Int(row.person)] ?? row.person) }
        }
        return holders.sorted()
    }

    /// Records that share an HPR number, or a name and a birth year or an e-mail address. Merged records are one already, and
    /// those that somebody has said are two are left out.
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
        // Said of records that have been merged since, it holds for those they are shown as.
        func shown(_ id: RecordID) -> Ordinal? { ordinal(of: id).map { canonical?[Int($0)] ?? $0 } }
        for dismissal in dismissals where dismissal.isKnown(after: change) {
            guard let one = shown(dismissal.value.first), let other = shown(dismissal.value.second) else { continue }
            pairs[[min(one, other), max(one, other)]] = nil
        }
        return pairs.map { DuplicatePair(first: personIDs[Int($0.key[0])], second: personIDs[Int($0.key[1])], reasons: $0.value) }
            .sorted {
                ($0.reasons.contains(.sameHPR) ? 0 : 1, $0.first, $0.second) < ($1.reasons.contains(.sameHPR) ? 0 : 1, $1.first, $1.second)
            }
    }
}
