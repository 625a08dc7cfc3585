// The overview: one pass over the trainings, one over the engagements, absences and wishes, then a count by municipality.

extension RegisterIndex {
    /// What is found out about one person while the rows are gone through.
    private struct Finding {
        var bits: UInt16 = 0
        var scheme: Training.Scheme = .new
        var standing: Training.Standing = .active
        var isInTraining = false
        var expectedEnd: Int32 = RegisterIndex.never
        /// Chunked index of the main engagement; negative when there is none.
        var engagement: Int32 = -1
        var percent: Int16 = 0
        var since: Int32 = 0
        /// The day whose engagement places the person: the day asked about, or the last one of a training that has ended.
        var placeDay: Int32
    }

    /// Answers a question. Takes time in proportion to the versions in the register, without allocating for each.
    package func answer(_ question: OverviewQuestion, places: some PlaceLookup) -> OverviewAnswer {
        let known = Self.knownLimit(question.knownAfter)
        let day = question.asOf.number
        let year = question.asOf.year
        let yearStart = CalendarDay(year: year, month: 1, day: 1)?.number ?? day
        let yearEnd = CalendarDay(year: year + 1, month: 1, day: 1)?.number ?? Self.never
        let canonical = canonicalPersons(knownAfter: known)
        var findings = [Finding](repeating: Finding(placeDay: day), count: personIDs.count)

        findings.withUnsafeMutableBufferPointer { found in
            scanTrainings(
                question, known: known, day: day, year: yearStart..<yearEnd, canonical: canonical, into: found)
            scanEngagements(known: known, canonical: canonical, into: found)
            scanAbsences(known: known, day: day, canonical: canonical, into: found)
            scanWishes(known: known, day: question.asOf, canonical: canonical, into: found)
        }
        return count(findings, question: question, places: places)
    }

    /// Whom each merged person is shown as; the identity for all others, given as nil when nobody is merged.
    func canonicalPersons(knownAfter known: Int32) -> [Ordinal]? {
        let active = merges.filter { $0.recorded <= known && $0.superseded > known }
        if active.isEmpty { return nil }
        var result = (0..<Int32(clamping: personIDs.count)).map { Ordinal($0) }
        for merge in active { result[Int(merge.duplicate)] = merge.kept }
        // A kept record may itself have been merged into another: follow, with a bound against circles.
        for merge in active {
            var target = merge.kept
            for _ in 0..<8 where result[Int(target)] != target { target = result[Int(target)] }
            result[Int(merge.duplicate)] = target
        }
        return result
    }

    private func scanTrainings(
        _ question: OverviewQuestion, known: Int32, day: Int32, year: Range<Int32>, canonical: [Ordinal]?,
        into found: UnsafeMutableBufferPointer<Finding>
    ) {
        // The first day of each training decides whether it began this year; stretches come in any order.
        var begins = [Int32](repeating: Self.never, count: trainingIDs.count)
        var wasOld = [Bool](repeating: false, count: trainingIDs.count)
        trainings.forEach { row in
            guard row.span.recorded <= known, row.superseded > known, row.specialty == question.specialty else { return }
            let training = Int(row.training)
            if !row.standing.isEnded, row.span.from < begins[training] { begins[training] = row.span.from }
            if row.scheme == .old, row.span.from < day, !row.standing.isEnded { wasOld[training] = true }
        }
        trainings.forEach { row in
            guard row.span.recorded <= known, row.superseded > known, row.specialty == question.specialty else { return }
            let person = Int(canonical?[Int(row.person)] ?? row.person)
            let isOwn = person == Int(row.person)
            if row.span.from <= day, day < row.span.to {
                if !row.standing.isEnded {
                    // A merged duplicate's training only speaks where the kept record has none.
                    if isOwn || !found[person].isInTraining {
                        found[person].scheme = row.scheme
                        found[person].standing = row.standing
                        found[person].expectedEnd = row.expectedEnd
                    }
                    found[person].placeDay = day
                    found[person].isInTraining = true
                    let began = begins[Int(row.training)]
                    if year.contains(began), began <= day { found[person].bits |= Measure.started.bit }
                } else if case .ended(.specialist) = row.standing, year.contains(row.span.from) {
                    found[person].bits |= Measure.finished.bit
                    if !found[person].isInTraining {
                        found[person].placeDay = row.span.from &- 1
                        found[person].scheme = row.scheme
                        found[person].standing = row.standing
                    }
                }
            }
            if row.scheme == .new, !row.standing.isEnded {
                if row.span.from > day {
                    found[person].bits |= Measure.converting.bit
                } else if year.contains(row.span.from), wasOld[Int(row.training)], begins[Int(row.training)] < row.span.from {
                    found[person].bits |= Measure.converted.bit
                }
            }
        }
        for person in found.indices {
            guard found[person].isInTraining else {
                found[person].bits &= Measure.finished.bit
                continue
            }
            var bits = found[person].bits & (Measure.started.bit | Measure.converted.bit | Measure.converting.bit)
            if found[person].scheme == .new { bits &= ~Measure.converting.bit }
            if found[person].standing == .paused {
                bits |= Measure.paused.bit
            } else {
                bits |= Measure.active.bit | (found[person].scheme == .new ? Measure.newScheme.bit : Measure.oldScheme.bit)
                let end = found[person].expectedEnd
                if year.contains(end), end >= day { bits |= Measure.expected.bit }
            }
            found[person].bits = bits
        }
    }

    private func scanEngagements(known: Int32, canonical: [Ordinal]?, into found: UnsafeMutableBufferPointer<Finding>) {
        var index: Int32 = -1
        engagements.forEach { row in
            index &+= 1
            guard row.span.recorded <= known, row.superseded > known else { return }
            let person = Int(canonical?[Int(row.person)] ?? row.person)
            let day = found[person].placeDay
            guard row.span.from <= day, day < row.span.to else { return }
            // The main engagement is the largest; of equal ones, the one that began first.
            if row.percent > found[person].percent || (row.percent == found[person].percent && row.span.from < found[person].since) {
                found[person].engagement = index
                found[person].percent = row.percent
                found[person].since = row.span.from
            }
        }
    }

    private func scanAbsences(known: Int32, day: Int32, canonical: [Ordinal]?, into found: UnsafeMutableBufferPointer<Finding>) {
        absences.forEach { row in
            guard row.span.recorded <= known, row.superseded > known, row.span.from <= day, day < row.span.to, row.share == 10_000
            else { return }
            let person = Int(canonical?[Int(row.person)] ?? row.person)
            if found[person].bits & Measure.active.bit != 0 { found[person].bits |= Measure.onLeave.bit }
        }
    }

    private func scanWishes(known: Int32, day: CalendarDay, canonical: [Ordinal]?, into found: UnsafeMutableBufferPointer<Finding>) {
        let horizon = day.adding(months: 12)
        wishes.forEach { row in
            guard row.span.recorded <= known, row.superseded > known, row.span.from <= day.number, day.number < row.span.to,
                row.wish.earliest.start < horizon, row.wish.latest.next.start > day
            else { return }
            let person = Int(canonical?[Int(row.person)] ?? row.person)
            if found[person].bits & Measure.active.bit != 0 { found[person].bits |= Measure.wishing.bit }
        }
    }

    private func count(_ findings: [Finding], question: OverviewQuestion, places: some PlaceLookup) -> OverviewAnswer {
        // Where each stored municipality lies in the day's division, and whether the question asks about it: once, not per person.
        let placed = municipalityIDs.map { id -> (MunicipalityID, Bool) in
            let current = places.current(id)
            let facts = places.facts(current)
            let isAsked =
                (question.municipality.map { $0 == current } ?? true) && (question.office.map { $0 == facts?.office } ?? true)
                && (question.county.map { $0 == facts?.countyNumber } ?? true)
                && (question.centrality.map { $0 == facts?.centrality } ?? true)
            return (current, isAsked)
        }
        let asksForPlace = question.municipality != nil || question.office != nil || question.county != nil || question.centrality != nil
        var members: [OverviewAnswer.Member] = []
        var total = Counts()
        var byOrdinal = [Counts?](repeating: nil, count: municipalityIDs.count)
        var unplaced = Counts()
        for (person, finding) in findings.enumerated() where finding.bits != 0 {
            if let scheme = question.scheme, scheme != finding.scheme { continue }
            let row = finding.engagement >= 0 ? engagements[finding.engagement] : nil
            if let form = question.form, form != row?.form { continue }
            var bits = finding.bits
            if let row {
                guard placed[Int(row.municipality)].1 else { continue }
            } else {
                if asksForPlace { continue }
                if bits & Measure.active.bit != 0 { bits |= Measure.unplaced.bit }
            }
            members.append(
                OverviewAnswer.Member(
                    person: Ordinal(person), municipality: row.map { placed[Int($0.municipality)].0 }, bits: bits,
                    scheme: finding.scheme, standing: finding.standing, form: row?.form, percent: Int(row?.percent ?? 0),
                    workplace: row?.workplace ?? "",
                    expectedEnd: finding.expectedEnd == Self.never ? nil : CalendarDay(number: Int(finding.expectedEnd))))
            total.add(bits: bits)
            if let row { byOrdinal[Int(row.municipality), default: Counts()].add(bits: bits) } else { unplaced.add(bits: bits) }
        }
        var byMunicipality: [MunicipalityID?: Counts] = [:]
        for (ordinal, counts) in byOrdinal.enumerated() {
            if let counts { byMunicipality[placed[ordinal].0, default: Counts()] += counts }
        }
        if !unplaced.isZero { byMunicipality.updateValue(unplaced, forKey: nil) }
        return OverviewAnswer(question: question, members: members, total: total, byMunicipality: byMunicipality)
    }
}

extension Array {
    /// The optional at `index`, with a value put there first when it is nil.
    fileprivate subscript<Wrapped>(index: Int, default value: @autoclosure () -> Wrapped) -> Wrapped where Element == Wrapped? {
        get { self[index] ?? value() }
        set { self[index] = newValue }
    }
}
