import AlisDomain

extension PersonMaker {
    /// How often each kind comes in a training (of a thousand), how many days it lasts, and how far away from the position.
    private static let kinds: [(kind: Absence.Kind, permille: Int, days: ClosedRange<Int>, shares: [Int])] = [
        (.parentalLeave, 360, 120...330, [100, 100, 100, 80, 60]),
        (.parentalLeave, 90, 90...300, [100, 100, 80]),
        (.sickLeave, 180, 16...210, [100, 100, 50, 60]),
        (.otherLeave, 70, 30...180, [100, 50, 20]),
        (.militaryService, 10, 90...190, [100]),
    ]

    mutating func writeAbsences(
        _ training: RecordID, _ course: Course, _ posts: Posts, first: ChangeNumber, into sink: inout some SyntheticSink
    ) {
        var taken: [Period] = []
        for kind in Self.kinds where random.chance(kind.permille) {
            let span = max(60, course.end.days(since: course.start) - 60)
            let from = course.start.adding(days: 30 + random.below(span))
            let days = random.between(kind.days.lowerBound, kind.days.upperBound)
            let to = from.adding(days: days)
            // Parental leave is known ahead; nobody plans to be ill. Away once at a time.
            let lead = kind.kind == .parentalLeave ? random.between(0, 16) : 0
            guard from < today.adding(days: lead * 7), to < course.end, let period = Period(from: from, to: to),
                !taken.contains(where: { $0.overlaps(period) })
            else { continue }
            taken.append(period)
            let value = Absence(
                training: training, kind: kind.kind, share: PositionPercent(percent: random.pick(kind.shares) ?? 100) ?? .full)
            writeAbsence(value, period, lead: lead, municipality: posts.municipality(on: from), first: first, into: &sink)
        }
    }

    private mutating func writeAbsence(
        _ value: Absence, _ period: Period, lead: Int, municipality: Int, first: ChangeNumber, into sink: inout some SyntheticSink
    ) {
        var ledger = FactLedger<Absence>(id: random.nextRecordID())
        let week = lead > 0 ? max(0, desk.week(of: period.from) - lead) : reportingWeek(period.from)
        guard let number = desk.number(week: week, municipality: municipality, act: .absenceRecorded, after: first) else { return }
        // One in four lasted longer than was thought; sick leave has no end before it has ended.
        let days = period.end.days(since: period.from)
        let thought: Period? =
            value.kind == .sickLeave
            ? Period(startingOn: period.from)
            : random.chance(250) ? Period(from: period.from, to: period.from.adding(days: max(7, days * 3 / 4))) : nil
        ledger.state([(thought ?? period, value)], in: number)
        if thought != nil, period.end < today {
            let later = desk.number(
                week: reportingWeek(period.end), municipality: municipality, act: .absenceRecorded, after: ledger.last)
            if let later { ledger.state([(period, value)], in: later) }
        }
        for version in ledger.versions {
            desk.open(version, into: &sink)
            sink.absence(version)
        }
    }
}
