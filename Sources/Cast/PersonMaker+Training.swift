import AlisDomain

extension PersonMaker {
    /// Writes the person, the training and all that belongs to it, as it came to be known.
    mutating func write(_ person: Trainee, _ course: Course, _ posts: Posts, flaw: Flaw, into sink: inout some SyntheticSink) {
        let ids = (trainee: random.nextRecordID(), training: random.nextRecordID())
        let isAhead = course.start >= today
        let week = isAhead ? max(0, desk.week(of: today) - random.between(1, 10)) : reportingWeek(course.start)
        let act: ChangeAct = course.start < desk.start ? .imported : .registered
        guard let first = desk.number(week: week, municipality: posts.municipality(on: course.start), act: act) else { return }
        writeTrainee(person, ids.trainee, course, posts, week: week, first: first, into: &sink)
        let endWeek = writeTraining(ids, course, posts, flaw: flaw, week: week, first: first, into: &sink)
        for post in posts.all {
            let isLastLeftOpen = flaw == .leftOpen && post.endsWithCourse
            writeEngagement(
                post, ids.training, week: week, first: first, startsWithCourse: post.from == course.start,
                endWeek: post.endsWithCourse ? endWeek : nil, isLeftOpen: isLastLeftOpen, into: &sink)
        }
        writeAbsences(ids.training, course, posts, first: first, into: &sink)
        writeWish(ids.training, course, posts, first: first, into: &sink)
    }

    private mutating func writeTrainee(
        _ person: Trainee, _ id: RecordID, _ course: Course, _ posts: Posts, week: Int, first: ChangeNumber,
        into sink: inout some SyntheticSink
    ) {
        // Who somebody is has no beginning: the facts hold for all days.
        var points = Breakpoints(from: .earliest, person)
        var ledger = FactLedger<Trainee>(id: id)
        if random.chance(30) {
            var wrong = person
            if random.chance(400) { wrong.hpr = nil } else { wrong.familyName = SyntheticNames.misspelt(wrong.familyName, &random) }
            ledger.state([(.always, wrong)], in: first)
            let municipality = posts.municipality(on: course.start)
            if let number = desk.number(week: week + random.between(3, 60), municipality: municipality, act: .corrected, after: first) {
                ledger.state(points.stretches, in: number)
            } else {
                points = Breakpoints(from: .earliest, wrong)
            }
        } else {
            ledger.state(points.stretches, in: first)
        }
        let married = course.start.adding(days: random.between(200, 1800))
        if random.chance(35), married < min(course.end, today), var renamed = points.lastValue {
            renamed.familyName = names.familyName(&random)
            let number = desk.number(
                week: reportingWeek(married), municipality: posts.municipality(on: married), act: .registered, after: ledger.last)
            if let number, points.add(married, renamed) { ledger.state(points.stretches, in: number) }
        }
        for version in ledger.versions {
            desk.open(version, into: &sink)
            sink.trainee(version)
        }
    }

    /// Something that happens in a training: when it was reported, and what it does to the timeline.
    private struct Event {
        var week: Int
        let act: ChangeAct
        let day: CalendarDay
        let apply: (inout Breakpoints<Training>) -> Bool
    }

    /// Returns the week the end was reported, if it has been.
    private mutating func writeTraining(
        _ ids: (trainee: RecordID, training: RecordID), _ course: Course, _ posts: Posts, flaw: Flaw, week: Int, first: ChangeNumber,
        into sink: inout some SyntheticSink
    ) -> Int? {
        let expected = expectedEnd(course)
        let scheme: Training.Scheme = course.startsOld || flaw == .schemeImpossible ? .old : .new
        var events: [Event] = []
        var told = Training(trainee: ids.trainee, scheme: scheme, expectedEnd: random.chance(870) ? expected : nil)
        var start = course.start
        if random.chance(45) {
            // Wrong from the beginning: the wrong day, or a date nobody had asked for; put right later.
            let correctWeek = week + random.between(3, 55)
            let actual = course.start
            if random.chance(600), course.start > desk.start, course.start < today {
                start = course.start.adding(days: random.chance(500) ? random.between(5, 60) : -random.between(5, 60))
                if course.startsOld != (start < SyntheticParameters.newSchemeStart) { start = course.start }
                events.append(
                    Event(week: correctWeek, act: .corrected, day: actual) { points in
                        points.correct(start: actual) { _ in }
                        return true
                    })
            } else {
                told.expectedEnd = nil
                events.append(
                    Event(week: correctWeek, act: .corrected, day: actual) { points in
                        points.correct { $0.expectedEnd = $0.expectedEnd ?? expected }
                        return true
                    })
            }
        }
        events += courseEvents(course, from: week)
        var points = Breakpoints(from: start, told)
        var ledger = FactLedger<Training>(id: ids.training)
        ledger.state(points.stretches, in: first)
        var endWeek: Int?
        for (_, event) in events.enumerated().sorted(by: { ($0.element.week, $0.offset) < ($1.element.week, $1.offset) }) {
            let municipality = posts.municipality(on: min(event.day, today))
            guard let number = desk.number(week: event.week, municipality: municipality, act: event.act, after: ledger.last) else { break }
            if event.apply(&points) {
                ledger.state(points.stretches, in: number)
                if event.act == .ended { endWeek = event.week }
            }
        }
        for version in ledger.versions {
            desk.open(version, into: &sink)
            sink.training(version)
        }
        return endWeek
    }

    /// Conversion, pause and end, in the order they happen; none is reported before the one before it.
    private mutating func courseEvents(_ course: Course, from week: Int) -> [Event] {
        var events: [Event] = []
        func step(_ day: CalendarDay, _ change: @escaping (inout Training) -> Void) -> (inout Breakpoints<Training>) -> Bool {
            { points in
                guard var value = points.lastValue else { return false }
                change(&value)
                return points.add(day, value)
            }
        }
        if let day = course.conversion {
            // An agreed conversion is reported before it happens.
            let reported = day >= today ? max(week, desk.week(of: today) - random.between(1, 12)) : reportingWeek(day)
            events.append(Event(week: reported, act: .converted, day: day, apply: step(day) { $0.scheme = .new }))
        }
        if let pause = course.pause, let back = pause.to {
            let later = back.days(since: pause.from)
            events.append(
                Event(week: reportingWeek(pause.from), act: .paused, day: pause.from, apply: step(pause.from) { $0.standing = .paused }))
            events.append(
                Event(
                    week: reportingWeek(back), act: .resumed, day: back,
                    apply: step(back) {
                        $0.standing = .active
                        $0.expectedEnd = $0.expectedEnd?.adding(days: later)
                    }))
        }
        let outcome = course.outcome
        let end = Event(
            week: reportingWeek(course.end), act: .ended, day: course.end, apply: step(course.end) { $0.standing = .ended(outcome) })
        events.append(end)
        events.removeAll { $0.day >= today && $0.act != .converted }
        events.sort { $0.day < $1.day }
        var earliest = week
        for index in events.indices {
            events[index].week = max(events[index].week, earliest)
            earliest = events[index].week
        }
        return events
    }

    /// What the municipality thinks when it reports: near the truth for most, and not beyond the old scheme's last day.
    private mutating func expectedEnd(_ course: Course) -> CalendarDay {
        let pause = course.pause.flatMap { pause in pause.to.map { $0.days(since: pause.from) } } ?? 0
        let guess =
            course.outcome == .specialist
            ? course.end.adding(days: random.between(-60, 240) - pause) : course.start.adding(days: random.between(1830, 2300))
        var (year, month, _) = max(guess, course.start.adding(days: 200)).components
        if course.startsOld, course.conversion == nil, year > 2026, random.chance(650) { (year, month) = (2026, random.between(6, 12)) }
        return CalendarDay(year: year, month: month, day: 1) ?? guess
    }
}
