import AlisDomain

extension PersonMaker {
    private static let notes: [Text] = [
        Text("Helst samme tid som barnehagestart", nn: "Helst same tid som barnehagestart"),
        Text("Kan dele perioden i to", nn: "Kan dele perioden i to"),
        Text("Trenger hybel ved sykehuset", nn: "Treng hybel ved sjukehuset"),
        Text("Kan pendle, men ikke ligge borte", nn: "Kan pendle, men ikkje liggje borte"),
        Text("Vikar er på plass fra august", nn: "Vikar er på plass frå august"),
        Text("Ønsker helst indremedisin eller akuttmottak", nn: "Ønskjer helst indremedisin eller akuttmottak"),
    ]
    private static let departments = ["Medisinsk avdeling", "Akuttmottak", "Barneavdelingen", "Kvinneklinikken", "Psykiatrisk poliklinikk"]

    /// Nearly everybody in the new scheme needs hospital service once; the wish stands until it is met or withdrawn.
    mutating func writeWish(
        _ training: RecordID, _ course: Course, _ posts: Posts, first: ChangeNumber, into sink: inout some SyntheticSink
    ) {
        guard random.chance(course.endsNew ? 930 : 420) else { return }
        let made = course.start.adding(days: random.between(120, 1250))
        guard made < today, made >= desk.start, made.adding(days: 90) < course.end else { return }
        let municipality = posts.municipality(on: made)
        guard let wish = drawWish(training, made: made, municipality: municipality),
            let number = desk.number(
                week: desk.week(of: made) + random.between(0, 3), municipality: municipality, act: .wished, after: first)
        else { return }
        var points = Breakpoints(from: made, wish)
        var ledger = FactLedger<HospitalWish>(id: random.nextRecordID())
        ledger.state(points.stretches, in: number)

        let withdrawn = made.adding(days: random.between(30, 220))
        if random.chance(60), withdrawn < today {
            if let number = desk.number(
                week: reportingWeek(withdrawn), municipality: municipality, act: .wishWithdrawn, after: ledger.last)
            {
                points.end = withdrawn
                ledger.state(points.stretches, in: number)
            }
            return emit(ledger, into: &sink)
        }
        let rethought = made.adding(days: random.between(25, 140))
        if random.chance(130), rethought < today, let revised = drawWish(training, made: rethought, municipality: municipality),
            let number = desk.number(
                week: desk.week(of: rethought) + random.between(0, 2), municipality: municipality, act: .wishChanged, after: ledger.last),
            points.add(rethought, revised)
        {
            ledger.state(points.stretches, in: number)
        }
        let last = points.lastValue ?? wish
        // A few wait in vain: their half-year passes, and the wish still stands.
        let met = min(random.chance(500) ? last.earliest.start : last.latest.start, course.end)
        if random.chance(965), met < today, met > points.lastDay,
            let number = desk.number(week: reportingWeek(met), municipality: municipality, act: .wishChanged, after: ledger.last)
        {
            points.end = met
            ledger.state(points.stretches, in: number)
        }
        emit(ledger, into: &sink)
    }

    private mutating func drawWish(_ training: RecordID, made: CalendarDay, municipality: Int) -> HospitalWish? {
        let nearby = neighbours.trusts(near: municipality)
        guard !nearby.isEmpty else { return nil }
        var choices: [HospitalWish.Choice] = []
        for rank in 0..<(random.pick(weighted: [(1, 450), (2, 350), (3, 200)]) ?? 1) where rank < nearby.count {
            let far = random.chance(850) ? rank : random.below(min(nearby.count, 6))
            let trust = nearby[far]
            guard !choices.contains(where: { $0.trust == trust }) else { continue }
            let department = random.chance(300) ? random.pick(Self.departments) ?? "" : ""
            choices.append(.init(trust: trust, department: department))
        }
        let earliest = HalfYear(containing: made.adding(days: random.between(120, 480)))
        var latest = earliest
        for _ in 0..<(random.pick(weighted: [(0, 350), (1, 400), (2, 250)]) ?? 0) { latest = latest.next }
        let percent = PositionPercent(percent: random.pick(weighted: [(100, 820), (80, 90), (50, 90)]) ?? 100) ?? .full
        let form: LanguageForm = places.municipalities[municipality].language == .nynorsk ? .nynorsk : .bokmal
        let note = random.chance(330) ? random.pick(Self.notes)?[form] ?? "" : ""
        return HospitalWish(
            training: training, choices: choices, earliest: earliest, latest: latest,
            months: random.pick(weighted: [(6, 760), (12, 130), (4, 50), (3, 60)]) ?? 6, percent: percent, note: note)
    }

    private mutating func emit(_ ledger: FactLedger<HospitalWish>, into sink: inout some SyntheticSink) {
        for version in ledger.versions {
            desk.open(version, into: &sink)
            sink.wish(version)
        }
    }
}
