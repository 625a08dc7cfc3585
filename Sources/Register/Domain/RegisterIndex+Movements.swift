/// Who comes to a municipality and who leaves it, by what is registered now (*begynner senere, slutter*).
package struct Movements: Sendable {
    /// Those who do not work there on the day and begin later, each with the first day.
    package var coming: [(person: RegisterIndex.Ordinal, from: CalendarDay)] = []
    /// The last day of those who work there on the day and not always, without a pause in between.
    package var leaving: [RegisterIndex.Ordinal: CalendarDay] = [:]

    package init() {}
}

extension RegisterIndex {
    /// - Parameter directory: tells which of the municipalities that rows name have become part of this one.
    package func movements(in municipality: MunicipalityID, directory: MunicipalityDirectory, on day: CalendarDay) -> Movements {
        let isThere = areIn([municipality], directory, on: day)
        let canonical = canonicalPersons(knownAfter: Self.knownLimit(.max))
        var spans: [Ordinal: [Span]] = [:]
        engagements.forEach { row in
            guard row.superseded == Self.never, isThere[Int(row.municipality)] else { return }
            spans[canonical?[Int(row.person)] ?? row.person, default: []].append(row.span)
        }
        let today = day.number
        var movements = Movements()
        for (person, spans) in spans {
            let sorted = spans.sorted { $0.from < $1.from }
            if sorted.contains(where: { $0.from <= today && today < $0.to }) {
                var end = today
                for span in sorted where span.from <= end { end = max(end, span.to) }
                if end < CalendarDay.latest.number, let last = CalendarDay(number: Int(end) - 1) { movements.leaving[person] = last }
            } else if let from = sorted.first(where: { $0.from > today })?.from, let first = CalendarDay(number: Int(from)) {
                movements.coming.append((person, first))
            }
        }
        movements.coming.sort { ($0.from, $0.person) < ($1.from, $1.person) }
        return movements
    }
}
