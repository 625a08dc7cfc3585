/// When a doctor is to have individual supervision, and in how large a position (*tjeneste som skal veiledes*).
///
/// Supervision is asked for through the whole service of the new scheme, in proportion to the position (domain.md §1.2). So a stretch
/// counts while a training in general practice runs under the new scheme, the doctor has an engagement, and as far as she is not away.
package struct SupervisedService: Hashable, Sendable {
    package struct Piece: Hashable, Sendable {
        package let period: Period
        package let position: PositionPercent

        package init(period: Period, position: PositionPercent) {
            self.period = period
            self.position = position
        }
    }

    /// In order of time, none overlapping; the last may be open.
    package let pieces: [Piece]

    package static let none = SupervisedService(pieces: [])

    package init(pieces: [Piece]) { self.pieces = pieces }

    /// - Parameters:
    ///   - trainings: the stretches that run under the new scheme.
    ///   - engagements: each with its percent in hundredths; several at once add up, to a full position at most.
    ///   - absences: each with how much of the position she is away from.
    package init(trainings: [Period], engagements: [(period: Period, hundredths: Int)], absences: [(period: Period, hundredths: Int)]) {
        var days: Set<CalendarDay> = []
        for period in trainings + engagements.map(\.period) + absences.map(\.period) {
            days.insert(period.from)
            if let end = period.to { days.insert(end) }
        }
        let cuts = days.sorted()
        var pieces: [Piece] = []
        for index in cuts.indices {
            guard let period = Period(from: cuts[index], to: index + 1 < cuts.count ? cuts[index + 1] : nil),
                trainings.contains(where: { $0.contains(cuts[index]) })
            else { continue }
            let day = period.from
            let work = min(10_000, engagements.reduce(0) { $0 + ($1.period.contains(day) ? $1.hundredths : 0) })
            let away = min(10_000, absences.reduce(0) { $0 + ($1.period.contains(day) ? $1.hundredths : 0) })
            guard let position = PositionPercent(hundredths: work * (10_000 - away) / 10_000) else { continue }
            if let last = pieces.last, last.position == position, last.period.to == period.from {
                pieces[pieces.count - 1] = Piece(period: Period(from: last.period.from, to: period.to) ?? period, position: position)
            } else {
                pieces.append(Piece(period: period, position: position))
            }
        }
        self.pieces = pieces
    }

    package func position(on day: CalendarDay) -> PositionPercent? { pieces.first { $0.period.contains(day) }?.position }

    /// What the doctor is to have in a period, or a share of it.
    package func expected(in period: Period, share: PositionPercent = .full, rates: SupervisionRates) -> SupervisionTime {
        pieces.reduce(.zero) { sum, piece in
            guard let part = piece.period.intersection(period) else { return sum }
            return sum + rates.expected(in: part, position: piece.position, share: share)
        }
    }

    /// The first day of service under the new scheme; nil when there is none.
    package var begins: CalendarDay? { pieces.first?.period.from }
}

extension RegisterIndex {
    /// Every doctor's service that is to be supervised, by person; a merged duplicate's stands under the record kept.
    package func supervisedServices(until last: CalendarDay) -> [Ordinal: SupervisedService] {
        let canonical = canonicalPersons(knownAfter: Self.knownLimit(.max))
        func person(_ ordinal: Ordinal) -> Ordinal { canonical?[Int(ordinal)] ?? ordinal }
        func period(_ span: Span, endingBy latest: Int32 = Self.never) -> Period? {
            guard let from = CalendarDay(number: Int(span.from)) else { return nil }
            let end = min(span.to, latest)
            return Period(from: from, to: end >= CalendarDay.latest.number ? nil : CalendarDay(number: Int(end)))
        }
        var trainings: [Ordinal: [Period]] = [:]
        self.trainings.forEach { row in
            guard row.superseded == Self.never, row.specialty == .generalPractice, row.scheme == .new, row.standing == .active,
                // When she is expected to be done, there is nothing more to plan for; a day that has passed was wrong.
                let stretch = period(row.span, endingBy: row.expectedEnd > last.number ? row.expectedEnd : Self.never)
            else { return }
            trainings[person(row.person), default: []].append(stretch)
        }
        var work: [Ordinal: [(Period, Int)]] = [:]
        engagements.forEach { row in
            guard row.superseded == Self.never, trainings[person(row.person)] != nil, let stretch = period(row.span) else { return }
            work[person(row.person), default: []].append((stretch, Int(row.percent)))
        }
        var away: [Ordinal: [(Period, Int)]] = [:]
        absences.forEach { row in
            guard row.superseded == Self.never, trainings[person(row.person)] != nil, let stretch = period(row.span) else { return }
            away[person(row.person), default: []].append((stretch, Int(row.share)))
        }
        var services: [Ordinal: SupervisedService] = [:]
        for (person, stretches) in trainings {
            services[person] = SupervisedService(
                trainings: stretches, engagements: (work[person] ?? []).map { (period: $0.0, hundredths: $0.1) },
                absences: (away[person] ?? []).map { (period: $0.0, hundredths: $0.1) })
        }
        return services
    }

    /// Whose each training is.
    package func personsByTraining() -> [RecordID: Ordinal] {
        let canonical = canonicalPersons(knownAfter: Self.knownLimit(.max))
        var persons: [RecordID: Ordinal] = [:]
        for (id, ordinal) in trainingOrdinals where trainingPerson.indices.contains(Int(ordinal)) {
            let person = trainingPerson[Int(ordinal)]
            persons[id] = canonical?[Int(person)] ?? person
        }
        return persons
    }

    /// The training each person is in now, or was in last: the one new assignments are made to.
    package func currentTrainings(on day: CalendarDay) -> [Ordinal: RecordID] {
        let canonical = canonicalPersons(knownAfter: Self.knownLimit(.max))
        var best: [Ordinal: (rank: Int32, training: RecordID)] = [:]
        trainings.forEach { row in
            guard row.superseded == Self.never, row.specialty == .generalPractice else { return }
            let person = canonical?[Int(row.person)] ?? row.person
            let isNow = row.span.from <= day.number && day.number < row.span.to && !row.standing.isEnded
            let rank = isNow ? Self.never : row.span.from
            let id = trainingIDs[Int(row.training)]
            if let known = best[person], (known.rank, known.training) >= (rank, id) { return }
            best[person] = (rank, id)
        }
        return best.mapValues(\.training)
    }
}
