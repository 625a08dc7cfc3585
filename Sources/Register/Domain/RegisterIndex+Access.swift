// Whom a scope lets its viewer see by name, and whose records it lets her change.

extension RegisterIndex {
    /// Everyone who works, or has worked, in one of the municipalities, or was let over to one, or wishes for one of the trusts, or is one
    /// of the persons: those a scope lets a viewer see by name. A merged duplicate is seen as the record kept.
    /// The Directorate sees all, and nobody by name: what else she works with does not make hers whom she sees without.
    package func visiblePersons(_ scope: Scope, directory: MunicipalityDirectory, on day: CalendarDay) -> [Bool] {
        if scope.seesEveryone || !scope.seesNames { return [Bool](repeating: scope.seesNames, count: personIDs.count) }
        let canonical = canonicalPersons(knownAfter: Self.knownLimit(.max))
        var visible = persons(of: scope.municipalities, directory, on: day)
        if !scope.trusts.isEmpty {
            wishes.forEach { row in
                if row.superseded == Self.never, row.span.to > day.number,
                    row.wish.choices.contains(where: { scope.trusts.contains($0.trust) })
                {
                    visible[Int(canonical?[Int(row.person)] ?? row.person)] = true
                }
            }
        }
        for id in scope.trainees {
            if let person = ordinal(of: id) {
                visible[Int(person)] = true
                visible[Int(canonical?[Int(person)] ?? person)] = true
            }
        }
        return visible
    }

    /// Everyone who works, or has worked, in one of the municipalities, or was let over to one.
    private func persons(of municipalities: Set<MunicipalityID>, _ directory: MunicipalityDirectory, on day: CalendarDay) -> [Bool] {
        var found = [Bool](repeating: false, count: personIDs.count)
        let canonical = canonicalPersons(knownAfter: Self.knownLimit(.max))
        let isMine = areIn(municipalities, directory, on: day)
        engagements.forEach { row in
            if row.superseded == Self.never, isMine[Int(row.municipality)] {
                found[Int(canonical?[Int(row.person)] ?? row.person)] = true
            }
        }
        for person in granted(to: municipalities, directory, on: day) { found[Int(canonical?[Int(person)] ?? person)] = true }
        return found
    }

    /// Everyone who works in one of the municipalities a scope may write in, now or from a day to come, or worked there last, or was let over
    /// to one: those whose records it lets a viewer change. A record that says of no work itself is changed with the one it was merged with;
    /// who is seen by another role, such as a trust's or her own, is not changed for that.
    ///
    /// - Parameter apart: judge each record by what it holds itself, as before any were merged.
    package func editablePersons(
        _ scope: Scope, directory: MunicipalityDirectory, on day: CalendarDay, apart: Bool = false
    ) -> [Bool] {
        if scope.writesEverything { return [Bool](repeating: true, count: personIDs.count) }
        var editable = [Bool](repeating: false, count: personIDs.count)
        // Whoever sees nobody by name changes nobody's record.
        if scope.writableMunicipalities.isEmpty || !scope.seesNames { return editable }
        let canonical = apart ? nil : canonicalPersons(knownAfter: Self.knownLimit(.max))
        let isMine = areIn(scope.writableMunicipalities, directory, on: day)
        // The last day anybody works anywhere, for those who no longer do; none for those who do, and for those who never did.
        var latest = [Int32](repeating: .min, count: personIDs.count)
        engagements.forEach { row in
            guard row.superseded == Self.never else { return }
            let person = Int(canonical?[Int(row.person)] ?? row.person)
            latest[person] = max(latest[person], row.span.to)
        }
        engagements.forEach { row in
            guard row.superseded == Self.never, isMine[Int(row.municipality)] else { return }
            let person = Int(canonical?[Int(row.person)] ?? row.person)
            if latest[person] > day.number ? row.span.to > day.number : row.span.to == latest[person] { editable[person] = true }
        }
        for person in granted(to: scope.writableMunicipalities, directory, on: day) {
            editable[Int(canonical?[Int(person)] ?? person)] = true
        }
        if latest.contains(.min) {
            let mine = persons(of: scope.writableMunicipalities, directory, on: day)
            for person in latest.indices where latest[person] == .min && mine[person] { editable[person] = true }
        }
        return editable
    }

    /// Whether somebody works, or has worked, in one of some municipalities or what has become part of it.
    package func hasWorked(
        _ person: Ordinal, in municipalities: Set<MunicipalityID>, directory: MunicipalityDirectory, on day: CalendarDay
    ) -> Bool {
        let canonical = canonicalPersons(knownAfter: Self.knownLimit(.max))
        let isThere = areIn(municipalities, directory, on: day)
        var found = false
        engagements.forEach { row in
            if row.superseded == Self.never, isThere[Int(row.municipality)],
                (canonical?[Int(row.person)] ?? row.person) == (canonical?[Int(person)] ?? person)
            {
                found = true
            }
        }
        return found
    }

    /// Those whom a description may be about, by HPR number, or by name where nothing tells them apart, in the order they were registered.
    package func met(by trainee: Trainee) -> [Ordinal] {
        var found = Set(trainee.hpr.map { holders(of: $0) } ?? [])
        for alike in alike(trainee) where !found.contains(alike.person) {
            if alike.reasons.contains(.sameName) || alike.reasons.contains(.sameNameAndEmail) { found.insert(alike.person) }
            if alike.reasons.contains(.sameNameAndBirthYear), !isTold(trainee, from: alike.person) { found.insert(alike.person) }
        }
        return found.sorted()
    }

    /// Two HPR numbers that are not nearly the same are two people.
    private func isTold(_ trainee: Trainee, from person: Ordinal) -> Bool {
        let rows = personRows(on: .latest, knownAfter: .max)
        guard rows[Int(person)] >= 0, let hpr = trainee.hpr, let other = people[rows[Int(person)]].value.hpr else { return false }
        return !hpr.isNearly(other)
    }

    /// Which of the municipalities that rows name are, or have become part of, one of these.
    func areIn(_ municipalities: Set<MunicipalityID>, _ directory: MunicipalityDirectory, on day: CalendarDay) -> [Bool] {
        municipalityIDs.map { id in
            municipalities.contains(id) || directory.successors(of: id, on: day).contains { municipalities.contains($0) }
        }
    }

    private func granted(
        to municipalities: Set<MunicipalityID>, _ directory: MunicipalityDirectory, on day: CalendarDay
    ) -> [Ordinal] {
        transfers.compactMap { version in
            let request = version.value
            guard version.supersededIn == nil, request.state == .granted, let person = request.trainee.flatMap({ ordinal(of: $0) }),
                municipalities.contains(request.municipality)
                    || directory.successors(of: request.municipality, on: day).contains(where: { municipalities.contains($0) })
            else { return nil }
            return person
        }
    }
}

extension HPRNumber {
    /// One digit wrong, left out or too many, or two neighbours swapped.
    package func isNearly(_ other: HPRNumber) -> Bool {
        SpellingDistance.between(Array(digits.utf8), Array(other.digits.utf8), atMost: 1) != nil
    }
}
