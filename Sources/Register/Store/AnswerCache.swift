import AlisDomain
import Synchronization

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

/// Answers already worked out for one state of the register; gone with it, so never stale. Bounded: when full, it begins anew.
final class AnswerCache: Sendable {
    private struct MembersKey: Hashable {
        let question: OverviewQuestion
        let measure: Measure?
    }

    private struct DayKey: Hashable {
        let day: CalendarDay
        let change: ChangeNumber
    }

    private struct ScopeKey: Hashable {
        let scope: Scope
        let day: CalendarDay
    }

    /// Who asks, by what she may be: two with the same roles in the same places see the same.
    private struct GrantsKey: Hashable {
        let grants: [Grant]
        let day: CalendarDay
    }

    private struct SeenKey: Hashable {
        let members: MembersKey
        let viewer: GrantsKey
    }

    private struct Contents {
        var scopes: [GrantsKey: Scope] = [:]
        var seen: [SeenKey: [OverviewAnswer.Member]] = [:]
        var answers: [OverviewQuestion: OverviewAnswer] = [:]
        var figures: [OverviewQuestion: OverviewFigures] = [:]
        var members: [MembersKey: [OverviewAnswer.Member]] = [:]
        var people: [DayKey: PeopleOnDay] = [:]
        var placeNames: [CalendarDay: [MunicipalityID: PlaceName]] = [:]
        var offices: [CalendarDay: [Office]] = [:]
        var duplicates: [ChangeNumber: [DuplicatePair]] = [:]
        var visible: [ScopeKey: [Bool]] = [:]
        var editable: [ScopeKey: [Bool]] = [:]
    }

    private let contents = Mutex(Contents())

    func answer(_ question: OverviewQuestion, _ make: () -> OverviewAnswer) -> OverviewAnswer {
        kept(question, in: \.answers, atMost: 12, make)
    }

    func figures(_ question: OverviewQuestion, _ make: () -> OverviewFigures) -> OverviewFigures {
        kept(question, in: \.figures, atMost: 6, make)
    }

    func members(_ question: OverviewQuestion, _ measure: Measure?, _ make: () -> [OverviewAnswer.Member]) -> [OverviewAnswer.Member] {
        kept(MembersKey(question: question, measure: measure), in: \.members, atMost: 12, make)
    }

    func scope(_ viewer: Viewer, _ day: CalendarDay, _ make: () -> Scope) -> Scope {
        kept(GrantsKey(grants: viewer.grants, day: day), in: \.scopes, atMost: 200, make)
    }

    /// Those of a figure that a viewer may see, by the scope she has on a day.
    func seen(
        _ question: OverviewQuestion, _ measure: Measure?, by viewer: Viewer, on day: CalendarDay, _ make: () -> [OverviewAnswer.Member]
    ) -> [OverviewAnswer.Member] {
        let members = MembersKey(question: question, measure: measure)
        return kept(SeenKey(members: members, viewer: GrantsKey(grants: viewer.grants, day: day)), in: \.seen, atMost: 12, make)
    }

    func people(on day: CalendarDay, change: ChangeNumber, _ make: () -> PeopleOnDay) -> PeopleOnDay {
        kept(DayKey(day: day, change: change), in: \.people, atMost: 4, make)
    }

    func placeNames(on day: CalendarDay, _ make: () -> [MunicipalityID: PlaceName]) -> [MunicipalityID: PlaceName] {
        kept(day, in: \.placeNames, atMost: 4, make)
    }

    func offices(on day: CalendarDay, _ make: () -> [Office]) -> [Office] {
        kept(day, in: \.offices, atMost: 12, make)
    }

    func visible(_ scope: Scope, _ day: CalendarDay, _ make: () -> [Bool]) -> [Bool] {
        kept(ScopeKey(scope: scope, day: day), in: \.visible, atMost: 40, make)
    }

    func duplicates(_ change: ChangeNumber, _ make: () -> [DuplicatePair]) -> [DuplicatePair] {
        kept(change, in: \.duplicates, atMost: 1, make)
    }

    func editable(_ scope: Scope, _ day: CalendarDay, _ make: () -> [Bool]) -> [Bool] {
        kept(ScopeKey(scope: scope, day: day), in: \.editable, atMost: 40, make)
    }

    /// What is kept under `key`, else what `make` makes, kept from now on. Made outside the lock: two may make the same at once.
    private func kept<Key: Hashable, Value: Sendable>(
        _ key: Key, in drawer: any WritableKeyPath<Contents, [Key: Value]> & Sendable, atMost most: Int, _ make: () -> Value
    ) -> Value {
        if let known = contents.withLock({ $0[keyPath: drawer][key] }) { return known }
        let made = make()
        contents.withLock { contents in
            if contents[keyPath: drawer].count >= most { contents[keyPath: drawer].removeAll() }
            contents[keyPath: drawer][key] = made
        }
        return made
    }
}
