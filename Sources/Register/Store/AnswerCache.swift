import AlisDomain
import Synchronization

/// Who each person is on one day, and their order by name.
package struct PeopleOnDay: Sendable {
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
        var members: [MembersKey: [OverviewAnswer.Member]] = [:]
        var people: [DayKey: PeopleOnDay] = [:]
        var visible: [ScopeKey: [Bool]] = [:]
    }

    private let contents = Mutex(Contents())

    func answer(_ question: OverviewQuestion, _ make: () -> OverviewAnswer) -> OverviewAnswer {
        if let known = contents.withLock({ $0.answers[question] }) { return known }
        let made = make()
        contents.withLock { contents in
            if contents.answers.count >= 12 { contents.answers.removeAll() }
            contents.answers[question] = made
        }
        return made
    }

    func members(_ question: OverviewQuestion, _ measure: Measure?, _ make: () -> [OverviewAnswer.Member]) -> [OverviewAnswer.Member] {
        let key = MembersKey(question: question, measure: measure)
        if let known = contents.withLock({ $0.members[key] }) { return known }
        let made = make()
        contents.withLock { contents in
            if contents.members.count >= 12 { contents.members.removeAll() }
            contents.members[key] = made
        }
        return made
    }

    func scope(_ viewer: Viewer, _ day: CalendarDay, _ make: () -> Scope) -> Scope {
        let key = GrantsKey(grants: viewer.grants, day: day)
        if let known = contents.withLock({ $0.scopes[key] }) { return known }
        let made = make()
        contents.withLock { contents in
            if contents.scopes.count >= 200 { contents.scopes.removeAll() }
            contents.scopes[key] = made
        }
        return made
    }

    /// Those of a figure that a viewer may see, by the scope she has on a day.
    func seen(
        _ question: OverviewQuestion, _ measure: Measure?, by viewer: Viewer, on day: CalendarDay, _ make: () -> [OverviewAnswer.Member]
    ) -> [OverviewAnswer.Member] {
        let key = SeenKey(
            members: MembersKey(question: question, measure: measure), viewer: GrantsKey(grants: viewer.grants, day: day))
        if let known = contents.withLock({ $0.seen[key] }) { return known }
        let made = make()
        contents.withLock { contents in
            if contents.seen.count >= 12 { contents.seen.removeAll() }
            contents.seen[key] = made
        }
        return made
    }

    func people(on day: CalendarDay, change: ChangeNumber, _ make: () -> PeopleOnDay) -> PeopleOnDay {
        let key = DayKey(day: day, change: change)
        if let known = contents.withLock({ $0.people[key] }) { return known }
        let made = make()
        contents.withLock { contents in
            if contents.people.count >= 4 { contents.people.removeAll() }
            contents.people[key] = made
        }
        return made
    }

    func visible(_ scope: Scope, _ day: CalendarDay, _ make: () -> [Bool]) -> [Bool] {
        let key = ScopeKey(scope: scope, day: day)
        if let known = contents.withLock({ $0.visible[key] }) { return known }
        let made = make()
        contents.withLock { contents in
            if contents.visible.count >= 40 { contents.visible.removeAll() }
            contents.visible[key] = made
        }
        return made
    }
}
