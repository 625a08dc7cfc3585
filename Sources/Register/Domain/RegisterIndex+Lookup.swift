// Looking up persons, wishes and confirmations in the index.

extension RegisterIndex {
    /// Which row of `people` says who each person is, on a day as known after a change; negative for those not known then.
    package func personRows(on day: CalendarDay, knownAfter change: ChangeNumber) -> [Int32] {
        let known = Self.knownLimit(change)
        var rows = [Int32](repeating: -1, count: personIDs.count)
        var index: Int32 = -1
        people.forEach { row in
            index &+= 1
            guard row.span.recorded <= known, row.superseded > known else { return }
            // A name from another time is better than none: the one that holds on the day goes first.
            if rows[Int(row.person)] < 0 || (row.span.from <= day.number && day.number < row.span.to) { rows[Int(row.person)] = index }
        }
        return rows
    }

    /// The names in a row of `people`. Asked here and not of the row, which another module would get as a copy of all its texts.
    package func names(inRow row: Int32) -> (given: String, family: String) { (people[row].value.givenName, people[row].value.familyName) }

    /// The newest confirmation of each municipality by a day, as known after a change.
    package func lastConfirmations(on day: CalendarDay, knownAfter change: ChangeNumber) -> [MunicipalityID: (
        day: CalendarDay, personName: String
    )] {
        var result: [MunicipalityID: (day: CalendarDay, personName: String)] = [:]
        for (id, row) in newestConfirmations(on: day, knownAfter: change) {
            let confirmation = confirmations[row]
            guard let day = CalendarDay(number: Int(confirmation.day)) else { continue }
            result[id] = (day, confirmation.personName)
        }
        return result
    }

    /// The row of each municipality's newest confirmation.
    func newestConfirmations(on day: CalendarDay, knownAfter change: ChangeNumber) -> [MunicipalityID: Int32] {
        let known = Self.knownLimit(change)
        var newest = [Int32](repeating: -1, count: municipalityIDs.count)
        var index: Int32 = -1
        confirmations.forEach { row in
            index &+= 1
            guard row.recorded <= known, row.superseded > known, row.day <= day.number else { return }
            let previous = newest[Int(row.municipality)]
            if previous < 0 || confirmations[previous].day <= row.day { newest[Int(row.municipality)] = index }
        }
        var result: [MunicipalityID: Int32] = [:]
        for (ordinal, row) in newest.enumerated() where row >= 0 { result[municipalityIDs[ordinal]] = row }
        return result
    }

    /// Standing wishes on a day of those `members` include, each with whose it is.
    package func standingWishes(
        on day: CalendarDay, knownAfter change: ChangeNumber, of members: [OverviewAnswer.Member]
    ) -> [(person: Ordinal, wish: HospitalWish)] {
        let known = Self.knownLimit(change)
        let canonical = canonicalPersons(knownAfter: known)
        var isMember = [Bool](repeating: false, count: personIDs.count)
        for member in members where member.has(.active) { isMember[Int(member.person)] = true }
        var result: [(person: Ordinal, wish: HospitalWish)] = []
        wishes.forEach { row in
            guard row.span.recorded <= known, row.superseded > known, row.span.from <= day.number, day.number < row.span.to,
                row.wish.latest.next.start > day
            else { return }
            let person = canonical?[Int(row.person)] ?? row.person
            if isMember[Int(person)] { result.append((person, row.wish)) }
        }
        return result
    }

    /// Whom each person is shown as now: the record that hers is merged into, or her own; nil when nobody is merged.
    package var keptPersons: [Ordinal]? { canonicalPersons(knownAfter: Self.knownLimit(.max)) }
}

extension RegisterIndex {
    /// The first day of the earliest training that the register has held; nil in an empty register.
    package var firstTrainingDay: CalendarDay? {
        var first = Self.never
        trainings.forEach { row in first = min(first, row.span.from) }
        return first == Self.never ? nil : CalendarDay(number: Int(first))
    }
}
