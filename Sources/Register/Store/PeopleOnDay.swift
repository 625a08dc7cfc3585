import AlisDomain

/// Who each person is on one day, and their order by name. A class for the same reason as `RegisterView`.
package final class PeopleOnDay: Sendable {
    private let index: RegisterIndex
    private let rows: [Int32]
    /// Each person's place in the order of names.
    package let rank: [Int32]

    init(_ index: RegisterIndex, day: CalendarDay, change: ChangeNumber) {
        self.index = index
        let rows = index.personRows(on: day, knownAfter: change)
        let names = rows.map { $0 < 0 ? "" : index.people[$0].sortName }
        let order = names.indices.sorted { (names[$0], $0) < (names[$1], $1) }
        var rank = [Int32](repeating: 0, count: rows.count)
        for (place, person) in order.enumerated() { rank[person] = Int32(clamping: place) }
        self.rows = rows
        self.rank = rank
    }

    /// Nil for a person the register did not know then.
    package func names(_ person: RegisterIndex.Ordinal) -> (given: String, family: String)? {
        let row = rows[Int(person)]
        return row < 0 ? nil : index.names(inRow: row)
    }

    /// Nil for a person the register did not know then.
    package subscript(person: RegisterIndex.Ordinal) -> Trainee? {
        let row = rows[Int(person)]
        return row < 0 ? nil : index.people[row].value
    }
}
