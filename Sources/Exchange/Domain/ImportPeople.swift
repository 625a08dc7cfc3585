/// Who is in the register, and who has been met in the file so far: found by HPR number, name or e-mail.
struct ImportPeople {
    /// What tells people apart.
    struct Traits {
        var nameKey: String
        var name: String
        var hpr: HPRNumber?
        var birthYear: Int?
        var email: String?
        /// Where she works or has worked.
        var municipalities: Set<MunicipalityID>
    }

    private(set) var traits: [RecordID: Traits] = [:]
    /// Where people in the register work or have worked, before anything in the file.
    private var homes: [RecordID: Set<MunicipalityID>] = [:]
    private var byHPR: [HPRNumber: [RecordID]] = [:]
    private var byName: [String: [RecordID]] = [:]
    private var byEmail: [String: [RecordID]] = [:]

    init(_ register: RegisterSnapshot, on day: CalendarDay) {
        for record in register.people {
            guard let trainee = record.nearest(to: day)?.value else { continue }
            var municipalities: Set<MunicipalityID> = []
            for training in register.trainings(of: record.id) {
                for engagement in register.engagements(of: training.id) {
                    for stretch in engagement.stretches { municipalities.insert(stretch.value.municipality) }
                }
            }
            homes[record.id] = municipalities
            learn(
                record.id,
                Traits(
                    nameKey: ImportText.nameKey(trainee.fullName), name: trainee.fullName, hpr: trainee.hpr, birthYear: trainee.birthYear,
                    email: trainee.email?.text.lowercased(), municipalities: municipalities))
        }
        // A duplicate's HPR number and e-mail lead to the record kept.
        for record in register.trainees.values where register.person(record.id) != record.id {
            guard let trainee = record.nearest(to: day)?.value else { continue }
            let kept = register.person(record.id)
            if let hpr = trainee.hpr { Self.add(kept, to: &byHPR[hpr, default: []]) }
            Self.add(kept, to: &byName[ImportText.nameKey(trainee.fullName), default: []])
        }
        // In an order that does not depend on chance.
        for key in byHPR.keys { byHPR[key]?.sort() }
        for key in byName.keys { byName[key]?.sort() }
        for key in byEmail.keys { byEmail[key]?.sort() }
    }

    /// Static, since a method of the value would hold a copy of it while its dictionaries grow.
    private static func add(_ id: RecordID, to list: inout [RecordID]) {
        if !list.contains(id) { list.append(id) }
    }

    private mutating func learn(_ id: RecordID, _ new: Traits) {
        traits[id] = new
        if let hpr = new.hpr { Self.add(id, to: &byHPR[hpr, default: []]) }
        if !new.nameKey.isEmpty { Self.add(id, to: &byName[new.nameKey, default: []]) }
        if let email = new.email { Self.add(id, to: &byEmail[email, default: []]) }
    }

    /// What a row adds to what is known of a person, so that later rows find her.
    mutating func learn(_ id: RecordID, from row: ImportRow) {
        var known = traits[id] ?? Traits(nameKey: "", name: "", municipalities: [])
        if let name = row.name {
            known.name = "\(name.given) \(name.family)"
            known.nameKey = ImportText.nameKey(known.name)
        }
        known.hpr = row.hpr ?? known.hpr
        known.birthYear = row.birthYear ?? known.birthYear
        known.email = row.email?.text.lowercased() ?? known.email
        if let municipality = row.municipality { known.municipalities.insert(municipality) }
        learn(id, known)
    }

    /// Whether somebody is in the register, and not only in the file.
    func isRegistered(_ id: RecordID) -> Bool { homes[id] != nil }

    /// Where somebody in the register works or has worked; nowhere for those whom only the file knows.
    func homes(of id: RecordID) -> Set<MunicipalityID> { homes[id] ?? [] }

    enum Finding {
        case one(RecordID)
        case nobody
        case ask(RowProblem.Kind, [RecordID])

        /// Those the row may be about.
        var candidates: [RecordID] {
            switch self {
            case .one(let id): [id]
            case .nobody: []
            case .ask(_, let ids): ids
            }
        }
    }

    /// HPR number first; then name with birth year, or e-mail; then name alone within the municipality. One candidate is found,
    /// several are asked about.
    ///
    /// - Parameter others: those who have been said not to be meant.
    func find(_ row: ImportRow, besides others: Set<RecordID> = []) -> Finding {
        let nameKey = row.name.map { ImportText.nameKey("\($0.given) \($0.family)") }
        if let hpr = row.hpr, let found = byHPR[hpr]?.filter({ !others.contains($0) }), let first = found.first {
            guard found.count == 1 else {
                // Registered twice: the one who has just the name the row has.
                let named = found.filter { traits[$0]?.nameKey == nameKey }
                return named.count == 1 ? .one(named[0]) : .ask(.severalPeople, found)
            }
            if let nameKey, let known = traits[first], Self.differMuch(nameKey, known.nameKey) {
                return .ask(.nameDiffers(registered: known.name), [first])
            }
            return .one(first)
        }
        var strong: [RecordID] = []
        var weak: [RecordID] = []
        for id in nameKey.flatMap({ byName[$0] }) ?? [] where !others.contains(id) {
            guard let known = traits[id] else { continue }
            if let said = row.birthYear, let other = known.birthYear, said != other { continue }
            if isAnother(known, row) { continue }
            let isStrong =
                (row.birthYear != nil && known.birthYear == row.birthYear)
                || (row.email != nil && known.email == row.email?.text.lowercased())
            if isStrong { strong.append(id) } else { weak.append(id) }
        }
        if let email = row.email?.text.lowercased() {
            for id in byEmail[email] ?? [] where !strong.contains(id) && !weak.contains(id) && !others.contains(id) {
                guard let known = traits[id] else { continue }
                if let nameKey, Self.differMuch(nameKey, known.nameKey) {
                    // A shared address, most often the surgery's.
                    continue
                }
                strong.append(id)
            }
        }
        if strong.count > 1 {
            let near = strong.filter { isNear($0, row) && traits[$0]?.nameKey == nameKey }
            return near.count == 1 ? checked(near[0], row) : .ask(.severalPeople, strong)
        }
        if let found = strong.first { return checked(found, row) }
        let mistyped = weak.filter { isPerhapsMistyped($0, row) }
        // With quite different HPR numbers, elsewhere, they are two people who share a name.
        weak.removeAll { traits[$0]?.hpr != nil && row.hpr != nil }
        if mistyped.count == 1, !weak.contains(where: { isNear($0, row) }) { return checked(mistyped[0], row) }
        if !mistyped.isEmpty { return .ask(.severalPeople, mistyped + weak.filter { isNear($0, row) }) }
        if row.municipality == nil, weak.isEmpty { return .nobody }
        let near = weak.filter { isNear($0, row) }
        if near.count == 1 { return .one(near[0]) }
        if near.count > 1 { return .ask(.severalPeople, near) }
        return weak.isEmpty ? .nobody : .ask(.perhaps, weak)
    }

    private func isNear(_ id: RecordID, _ row: ImportRow) -> Bool {
        row.municipality.map { traits[id]?.municipalities.contains($0) ?? false } ?? false
    }

    /// A namesake with another HPR number in the same municipality, or whose number is nearly the same: it is asked who is meant.
    /// Two rows of one file with quite different numbers are two people; the sender has told them apart herself.
    private func isPerhapsMistyped(_ id: RecordID, _ row: ImportRow) -> Bool {
        guard let said = row.hpr, let other = traits[id]?.hpr, said != other else { return false }
        return said.isNearly(other) || (homes[id] != nil && isNear(id, row))
    }

    /// Two HPR numbers are two people, even of one name and year, unless something says that one number was typed wrong:
    /// the same e-mail, the same municipality, or numbers that are nearly alike.
    private func isAnother(_ known: Traits, _ row: ImportRow) -> Bool {
        guard let said = row.hpr, let other = known.hpr, said != other else { return false }
        if let email = row.email?.text.lowercased(), email == known.email { return false }
        if let municipality = row.municipality, known.municipalities.contains(municipality) { return false }
        return !said.isNearly(other)
    }

    private func checked(_ id: RecordID, _ row: ImportRow) -> Finding {
        guard let said = row.hpr, let other = traits[id]?.hpr, said != other else { return .one(id) }
        return .ask(.hprDiffers(registered: other.digits), [id])
    }

    /// No word of one name is a word of the other, one letter wrong forgiven. A name changed by marriage keeps one.
    static func differMuch(_ left: String, _ right: String) -> Bool {
        if left == right || left.isEmpty || right.isEmpty { return false }
        let (one, other) = (left.split(separator: " "), right.split(separator: " "))
        for word in one.prefix(12) {
            for twin in other.prefix(12) {
                if word == twin { return false }
                if word.utf8.count >= 4, word.utf8.count <= 40, twin.utf8.count <= 40,
                    SpellingDistance.between(Array(word.utf8), Array(twin.utf8), atMost: 1) != nil
                {
                    return false
                }
            }
        }
        return true
    }
}
