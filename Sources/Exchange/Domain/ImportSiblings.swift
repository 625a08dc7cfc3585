/// Rows of one file about the same person: two places of work, or the same one twice.
struct ImportSiblings {
    private var groups: [RecordID: [Int]] = [:]
    private let people: [RecordID?]

    init(rows: [ImportRow], people: [RecordID?]) {
        self.people = people
        for (index, person) in people.enumerated() {
            if let person { groups[person, default: []].append(index) }
        }
        groups = groups.filter { $0.value.count > 1 }
    }

    /// The folded workplaces that the same person's other rows name in the same municipality.
    func workplaces(besides index: Int, in rows: [ImportRow]) -> Set<String> {
        guard let person = people[index], let group = groups[person] else { return [] }
        var result: Set<String> = []
        for other in group where other != index && rows[other].municipality == rows[index].municipality {
            if let workplace = rows[other].workplace { result.insert(ImportText.key(workplace)) }
        }
        return result
    }

    /// The same person twice at the same place and time is a mistake in the sheet: both rows wait, since nobody can tell which is right.
    func reportDoubles(in rows: inout [ImportRow]) {
        for group in groups.values.sorted(by: { ($0.first ?? 0) < ($1.first ?? 0) }) {
            var doubles: [Int: [RowReference]] = [:]
            // A list with one name in every row is no list: a few comparisons are enough to say so.
            for (position, one) in group.prefix(50).enumerated() {
                for other in group.prefix(50).dropFirst(position + 1) where isSame(rows[one], rows[other]) {
                    doubles[one, default: []].append(rows[other].place)
                    doubles[other, default: []].append(rows[one].place)
                }
            }
            for other in group.dropFirst(50) { doubles[other] = [rows[group[0]].place] }
            for (index, places) in doubles {
                rows[index].problems.append(
                    RowProblem(rows[index], .sameEngagement(rows: Array(places.prefix(5))), nil, choices: [.leaveOut]))
            }
        }
    }

    /// Rows of one person may differ in where and how she works, and in nothing else: what they say of herself must agree.
    func reportDisagreements(in rows: inout [ImportRow]) {
        for group in groups.values {
            var found: [Int: [ImportField: [RowReference]]] = [:]
            for (position, one) in group.prefix(50).enumerated() {
                for other in group.prefix(50).dropFirst(position + 1) {
                    for field in Self.disagreements(rows[one], rows[other]) {
                        found[one, default: [:]][field, default: []].append(rows[other].place)
                        found[other, default: [:]][field, default: []].append(rows[one].place)
                    }
                }
            }
            for (index, fields) in found {
                for (field, places) in fields.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
                    rows[index].problems.append(
                        RowProblem(rows[index], .rowsDisagree(field, rows: Array(places.prefix(5))), field, choices: [.leaveOut]))
                }
            }
        }
    }

    private static func disagreements(_ one: ImportRow, _ other: ImportRow) -> [ImportField] {
        var fields: [ImportField] = []
        func compare<Value: Equatable>(_ field: ImportField, _ left: Value?, _ right: Value?) {
            if let left, let right, left != right { fields.append(field) }
        }
        compare(
            .fullName, one.name.map { ImportText.nameKey("\($0.given) \($0.family)") },
            other.name.map { ImportText.nameKey("\($0.given) \($0.family)") })
        compare(.hpr, one.hpr, other.hpr)
        compare(.birthYear, one.birthYear, other.birthYear)
        compare(.email, one.email?.text.lowercased(), other.email?.text.lowercased())
        compare(.phone, one.phone, other.phone)
        compare(.validFrom, one.validFrom, other.validFrom)
        // Two specialties are two trainings.
        guard (one.specialty ?? .generalPractice) == (other.specialty ?? .generalPractice) else { return fields }
        compare(.scheme, one.scheme, other.scheme)
        compare(.trainingStart, one.trainingStart, other.trainingStart)
        compare(.converted, one.conversion, other.conversion)
        compare(.expectedEnd, one.expectedEnd, other.expectedEnd)
        compare(.status, one.standing, other.standing)
        compare(.endDay, one.endDay, other.endDay)
        compare(.endReason, one.endReason, other.endReason)
        // Two kinds of absence are two absences.
        if one.absence == other.absence {
            compare(.absenceFrom, one.absenceFrom, other.absenceFrom)
            compare(.absenceTo, one.absenceTo, other.absenceTo)
            compare(.absencePercent, one.absencePercent, other.absencePercent)
        }
        compare(.wishFrom, one.earliest, other.earliest)
        compare(.wishTo, one.latest, other.latest)
        for (index, field) in [ImportField.firstWish, .secondWish, .thirdWish].enumerated() {
            compare(field, one.wishes[index], other.wishes[index])
        }
        compare(.wishMonths, one.months, other.months)
        compare(.wishPercent, one.wishPercent, other.wishPercent)
        if one.saysWish, other.saysWish { compare(.note, one.note, other.note) }
        return fields
    }

    /// What one row says of the training's end holds for the person's other rows too, so that they are not taken to say it goes on.
    func share(in rows: inout [ImportRow]) {
        for group in groups.values {
            for index in group {
                for other in group where other != index && rows[other].worst != .stops {
                    guard (rows[index].specialty ?? .generalPractice) == (rows[other].specialty ?? .generalPractice) else { continue }
                    rows[index].endDay = rows[index].endDay ?? rows[other].endDay
                    rows[index].endReason = rows[index].endReason ?? rows[other].endReason
                    rows[index].standing = rows[index].standing ?? rows[other].standing
                    rows[index].conversion = rows[index].conversion ?? rows[other].conversion
                    rows[index].validFrom = rows[index].validFrom ?? rows[other].validFrom
                }
                if group.count > 50 { break }
            }
        }
    }

    private func isSame(_ one: ImportRow, _ other: ImportRow) -> Bool {
        guard one.municipality == other.municipality || one.municipality == nil || other.municipality == nil else { return false }
        if let left = one.workplace, let right = other.workplace, ImportText.key(left) != ImportText.key(right) { return false }
        // The same place at different times is history.
        if let end = one.engagedTo, let start = other.engagedFrom, end < start { return false }
        if let end = other.engagedTo, let start = one.engagedFrom, end < start { return false }
        return true
    }
}
