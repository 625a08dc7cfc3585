import AlisDomain

extension PersonMaker {
    /// Writes one engagement: reported with the training when it begins with it, changed and ended as the municipality says.
    mutating func writeEngagement(
        _ post: Posts.Post, _ training: RecordID, week: Int, first: ChangeNumber, startsWithCourse: Bool, endWeek: Int?,
        isLeftOpen: Bool, into sink: inout some SyntheticSink
    ) {
        guard let start = post.steps.first, startsWithCourse || post.from < today else { return }
        let place = places.municipalities[post.municipality]
        let salt = random.below(1000)
        func engagement(_ step: Posts.Step, on day: CalendarDay) -> Engagement {
            Engagement(
                training: training, municipality: municipality(place, on: day, salt: salt), workplace: step.workplace, form: step.form,
                percent: PositionPercent(percent: step.percent) ?? .full)
        }
        var points = Breakpoints(from: post.from, engagement(start, on: post.from), to: post.endIsAgreed ? post.to : nil)
        let begun = startsWithCourse ? week : max(week, reportingWeek(post.from))
        var ledger = FactLedger<Engagement>(id: random.nextRecordID())
        // A second municipality reports its part itself, never before the training is there.
        let number =
            startsWithCourse && desk.isReport(first, by: post.municipality)
            ? first : desk.number(week: begun, municipality: post.municipality, act: .engaged, after: first)
        guard let number else { return }
        let right = points
        let isWrong = random.chance(25)
        if isWrong, let mistaken = PositionPercent(percent: random.pick([50, 60, 80, 100]) ?? 100) {
            points.correct { $0.percent = mistaken }
        }
        ledger.state(points.stretches, in: number)

        var events: [(week: Int, act: ChangeAct, apply: (inout Breakpoints<Engagement>) -> Bool)] = []
        if isWrong, let percent = right.lastValue?.percent {
            events.append(
                (
                    begun + random.between(3, 40), .corrected,
                    { points in
                        points.correct { $0.percent = percent }
                        return true
                    }
                ))
        }
        for step in post.steps.dropFirst() where step.day < today {
            let value = engagement(step, on: step.day)
            events.append((max(begun, reportingWeek(step.day)), .engagementChanged, { $0.add(step.day, value) }))
        }
        if let exists = place.existsFrom, post.from < exists, exists < post.to, exists < today {
            let id = place.id
            events.append(
                (
                    max(begun, desk.week(of: exists) + random.between(0, 6)), .referenceUpdated,
                    { points in points.insert(exists) { $0.municipality = id } }
                ))
        }
        if !post.endIsAgreed, !isLeftOpen, post.to < today, endWeek != nil || !post.endsWithCourse {
            let end = post.to
            let reported = endWeek ?? reportingWeek(end)
            events.append(
                (
                    max(begun, reported), .engagementEnded,
                    { points in
                        guard end > points.lastDay else { return false }
                        points.end = end
                        return true
                    }
                ))
        }
        for (_, event) in events.enumerated().sorted(by: { ($0.element.week, $0.offset) < ($1.element.week, $1.offset) }) {
            let number = desk.number(week: event.week, municipality: post.municipality, act: event.act, after: ledger.last)
            guard let number else { break }
            if event.apply(&points) { ledger.state(points.stretches, in: number) }
        }
        for version in ledger.versions {
            desk.open(version, into: &sink)
            sink.engagement(version)
        }
    }

    /// The municipality's identity on a day: before it was made, one of those that went into it.
    private func municipality(_ place: SyntheticPlaces.Municipality, on day: CalendarDay, salt: Int) -> MunicipalityID {
        guard let exists = place.existsFrom, day < exists, !place.predecessors.isEmpty else { return place.id }
        return place.predecessors[salt % place.predecessors.count].id
    }
}
