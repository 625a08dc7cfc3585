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
                rows[index].problems.append(RowProblem(rows[index], .sameEngagement(rows: Array(places.prefix(5))), nil))
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
