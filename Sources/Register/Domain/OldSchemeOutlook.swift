/// Who is still in the old scheme on a day, and what is known of their way out of it before its last day (*gammel ordning*).
package struct OldSchemeOutlook: Sendable {
    package struct Person: Sendable {
        package let ordinal: RegisterIndex.Ordinal
        package let municipality: MunicipalityID?
        package let isPaused: Bool
        /// The day she changes to the new scheme, when that is registered.
        package let conversion: CalendarDay?
        package let expectedEnd: CalendarDay?
        package let prospect: Prospect
    }

    /// How it looks, seen from the last day to apply; those to be followed up first stand first.
    package enum Prospect: String, CaseIterable, Sendable {
        /// The expected end has passed and she is still in training, with no change of scheme agreed: what is registered is wrong, or
        /// she is late. That it lies before the last day to apply says nothing good.
        case overdue
        /// Expected to be done after the last day, with no change of scheme agreed.
        case after
        /// Nobody has said when she will be done.
        case unknown
        /// Expected to be done on the last day or before.
        case before
        /// A change to the new scheme is agreed.
        case converting
    }

    package let day: CalendarDay
    package let deadline: CalendarDay?
    package let people: [Person]

    package init(_ index: RegisterIndex, members: [OverviewAnswer.Member], on day: CalendarDay, deadline: CalendarDay?) {
        self.day = day
        self.deadline = deadline
        let conversions = index.conversionDays(after: day)
        people = members.filter { $0.scheme == .old && !$0.standing.isEnded }.map { member in
            let conversion = conversions[member.person]
            let prospect: Prospect =
                switch (conversion, member.expectedEnd, deadline) {
                case (.some, _, _): .converting
                case (nil, let end?, _) where end < day: .overdue
                case (nil, nil, _), (nil, _, nil): .unknown
                case (nil, let end?, let last?): end <= last ? .before : .after
                }
            return Person(
                ordinal: member.person, municipality: member.municipality, isPaused: member.standing == .paused, conversion: conversion,
                expectedEnd: member.expectedEnd, prospect: prospect)
        }
    }

    /// Days left to apply, the last day itself being 0; negative when it has passed.
    package var daysLeft: Int? { deadline.map { $0.days(since: day) } }
    /// Whether the last day to apply is behind.
    package var hasPassed: Bool { daysLeft.map { $0 < 0 } ?? false }
    /// The groups there can be: nobody is to be done before a day that has passed.
    package var prospects: [Prospect] { Prospect.allCases.filter { $0 != .before || !hasPassed } }
    package func count(_ prospect: Prospect) -> Int { people.count { $0.prospect == prospect } }
    /// Those who are active and those who are on pause, as the overview counts them.
    package var standings: (active: Int, paused: Int) {
        let paused = people.count(where: \.isPaused)
        return (people.count - paused, paused)
    }
    /// Those in one municipality; nil is those without a place of work.
    package var byMunicipality: [MunicipalityID?: [Person]] { Dictionary(grouping: people, by: \.municipality) }
}

extension RegisterIndex {
    /// When each person in the old scheme changes to the new one after a day, as known now.
    func conversionDays(after day: CalendarDay) -> [Ordinal: CalendarDay] {
        let canonical = canonicalPersons(knownAfter: Self.knownLimit(.max))
        var first: [Ordinal: Int32] = [:]
        trainings.forEach { row in
            guard row.superseded == Self.never, row.scheme == .new, !row.standing.isEnded, row.span.from > day.number,
                row.specialty == .generalPractice
            else { return }
            let person = canonical?[Int(row.person)] ?? row.person
            first[person] = min(first[person] ?? Self.never, row.span.from)
        }
        return first.compactMapValues { CalendarDay(number: Int($0)) }
    }
}
