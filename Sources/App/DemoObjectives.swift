import AlisCast
import AlisDomain

/// Learning objectives for some of the synthetic doctors, by the sample catalogue: approved before and after the common objectives were
/// replaced, from a report, entered by hand, approved here, waiting for the leader, returned. The same register gives the same objectives.
struct DemoObjectives {
    let shelf: ObjectiveShelf
    let today: CalendarDay
    let writer: FactWriter
    private let supervisors: [RecordID: Supervisor]
    private let supervised: [RecordID: SupervisionGiven]
    private var rows: [String: [[SQLValue]]] = [:]

    /// How many of a hundred doctors have objectives recorded.
    private static let share = 35
    /// The day the old common objectives were asked for last (domain.md §2.3).
    private static let lastOld = CalendarDay(year: 2026, month: 2, day: 28) ?? .earliest

    /// Fills the objectives in one change.
    static func fill(_ shelf: ObjectiveShelf, book: RuleBook, today: CalendarDay, at now: Instant, on connection: Connection) throws {
        let change = try ChangeLog.record(.demo, by: DemoRegister.recorder, reason: "Læringsmål", at: now, on: connection)
        let supervisors = try FactStore.versions(Supervisor.self, where: "supersededIn IS NULL", on: connection)
        var demo = DemoObjectives(
            shelf: shelf, today: today, writer: FactWriter(connection: connection, change: change),
            supervisors: Dictionary(
                supervisors.compactMap { version in RecordID(version.id).map { ($0, version.value) } },
                uniquingKeysWith: { first, _ in first }),
            supervised: try AssignedSupervision().supervision(of: nil, asOf: today, knownAfter: nil, on: connection))
        for file in try PlanLoader(supervision: nil).loadAll(asOf: today, on: connection) where file.trainingCase.isUnderWay {
            guard let rules = book.set(for: file.trainingCase) else { continue }
            let sets = rules.requirements.compactMap { requirement -> ObjectiveSet? in
                if case .objectives(let set) = requirement.kind { set } else { nil }
            }
            if !sets.isEmpty { demo.doctor(file, Set(sets)) }
        }
        let columns = [
            TrainingObjective.table: FactWriter.columns(TrainingObjective.self),
            ObjectiveArena.table: FactWriter.columns(ObjectiveArena.self),
            ObjectiveStep.table: FactWriter.columns(ObjectiveStep.self),
        ]
        for (table, rows) in demo.rows.sorted(by: { $0.key < $1.key }) {
            try connection.insert(into: table, columns: columns[table] ?? [], rows: rows)
        }
    }

    private init(
        shelf: ObjectiveShelf, today: CalendarDay, writer: FactWriter, supervisors: [RecordID: Supervisor],
        supervised: [RecordID: SupervisionGiven]
    ) {
        self.shelf = shelf
        self.today = today
        self.writer = writer
        self.supervisors = supervisors
        self.supervised = supervised
    }

    private mutating func add<Fact: StoredFact>(_ fact: Fact, _ id: RecordID, from: CalendarDay) {
        rows[Fact.table, default: []].append(
            FactWriter.row(id: id.text, fact, in: Period(startingOn: from), change: writer.change))
    }

    private var reportDay: CalendarDay { today.adding(days: -41) }

    private mutating func doctor(_ file: PlanFile, _ sets: Set<ObjectiveSet>) {
        var dice = PlanIdentities(RecordID(high: file.training.high, low: file.training.low ^ 0x0B1E))
        let isCast = Cast.trainees.contains { $0.trainingID == file.training }
        guard let start = file.trainingCase.course.map(\.period.from).min() else { return }
        let months = max(1, today.days(since: start) / 30)
        // Most of those who have come far have everything approved: some are soon done.
        let hasAll = !isCast && months >= 52 && file.training.low % 4 != 0
        guard isCast || hasAll || dice.next() % 100 < UInt64(Self.share) else { return }
        var open: [Objective.Code] = []
        var far: [Objective.Code] = []
        for objective in shelf.sample.objectives where sets.contains(objective.set) {
            guard objective.period.from <= today else { continue }
            let last = min(objective.period.lastDay ?? reportDay, reportDay)
            let first = max(start.adding(months: 4), objective.period.from)
            let isOld = !objective.period.contains(today)
            // The further she has come, the more is approved; what is new has had less time.
            let chance = isOld ? min(85, months * 3) : min(75, months * (objective.period.from > start ? 1 : 2))
            let roll = Int(dice.next() % 100)
            if first < last, hasAll || roll < chance {
                let day = first.adding(days: Int(dice.next() % UInt64(max(1, last.days(since: first)))))
                record(file, objective.code, .approved(on: day), .portal, isOld ? min(Self.lastOld, reportDay) : reportDay, &dice)
            } else if !isOld {
                open.append(objective.code)
                if roll < chance + 30 {
                    far.append(objective.code)
                } else {
                    record(file, objective.code, .notStarted, .portal, reportDay, &dice)
                }
            }
        }
        chains(file, &far, start, &dice)
        for code in far {
            let isByHand = dice.next() % 3 == 0
            let day = isByHand ? today.adding(days: -Int(5 + dice.next() % 20)) : reportDay
            record(file, code, .inProgress, isByHand ? .entered : .portal, max(day, start), &dice)
        }
        if isCast || dice.next() % 100 < 80 { arenas(file, open, &dice) }
    }

    private mutating func record(
        _ file: PlanFile, _ code: Objective.Code, _ status: ObjectiveStatus, _ origin: ObjectiveRecord.Origin, _ day: CalendarDay,
        _ dice: inout PlanIdentities
    ) {
        let record = ObjectiveRecord(objective: code, status: status, origin: origin, reportedOn: max(day, status.day ?? day))
        add(TrainingObjective(training: file.training, record: record), dice.nextRecordID(), from: record.holdsFrom)
    }

    /// The first of her open objectives go through the chain here: waiting, recommended, approved, returned.
    private mutating func chains(
        _ file: PlanFile, _ codes: inout [Objective.Code], _ start: CalendarDay, _ dice: inout PlanIdentities
    ) {
        let isCast = Cast.trainees.contains { $0.trainingID == file.training }
        guard today.days(since: start) > 120, isCast || dice.next() % 100 < 40,
            let supervisor = supervised[file.training]?.stretches.last(where: { $0.period.contains(today) })?.supervisor,
            let name = supervisors[supervisor]?.name
        else { return }
        let count = min(codes.count, isCast ? 3 : 1)
        for index in 0..<count {
            let code = codes.removeFirst()
            let kind = isCast ? index : Int(dice.next() % 4)
            chain(file, code, kind: kind, supervisor: supervisor, name, &dice)
        }
    }

    /// Kinds: 0 waits for the leader, 1 waits for the supervisor, 2 was returned, 3 was approved.
    private mutating func chain(
        _ file: PlanFile, _ code: Objective.Code, kind: Int, supervisor: RecordID, _ name: String, _ dice: inout PlanIdentities
    ) {
        let began = today.adding(days: -Int(20 + dice.next() % 15))
        func step(
            _ kind: ObjectiveStep.Kind, _ role: ObjectiveApproval.Role? = nil, _ person: RecordID, _ name: String, _ days: Int,
            words: String = "", request: RecordID? = nil
        ) -> ObjectiveStep {
            ObjectiveStep(
                training: file.training, objective: code, kind: kind, role: role, person: person, personName: name, account: "alis",
                words: words, day: began.adding(days: days), request: request)
        }
        let clinical = "Supervisør (øvingsdata)"
        let request = dice.nextRecordID()
        var steps = [step(.asked, nil, file.trainee, "Legen selv (øvingsdata)", 0)]
        if kind != 1 {
            steps.append(step(.recommended, .supervisor, supervisor, name, 3))
            steps.append(
                step(.recommended, .clinicalSupervisor, ObjectiveApproval.person(named: clinical), clinical, 6, request: request))
        }
        if kind == 2 {
            steps.append(
                step(
                    .returned, .leader, ObjectiveApproval.person(named: "leder"), "Kommunens leder (øvingsdata)", 9,
                    words: "Ta med minst en samtale om samhandling med sykehjemmet."))
        }
        if kind == 3 {
            steps.append(step(.approved, .leader, ObjectiveApproval.person(named: "leder"), "Kommunens leder (øvingsdata)", 9))
        }
        // The steps of one change are read in the order of their kinds, which is the order they are taken in here.
        for one in steps { add(one, dice.nextRecordID(), from: one.day) }
        let status: ObjectiveStatus =
            switch kind {
            case 0: .recommended(on: began.adding(days: 6))
            case 3: .approved(on: began.adding(days: 9))
            default: .inProgress
            }
        record(file, code, status, .approvedHere, steps.last?.day ?? began, &dice)
    }

    /// Where and when what is left is to be reached: half a year before the plan ends.
    private mutating func arenas(_ file: PlanFile, _ codes: [Objective.Code], _ dice: inout PlanIdentities) {
        let target = max(today.adding(months: 2), file.trainingCase.planEnd.adding(months: -6))
        let due = HalfYear(containing: target).period.lastDay
        let places = ["Legekontoret", "Sykehjemmet", "Legevakten", "Helsestasjonen", "Kurs"]
        let services = file.isAssumed ? [] : file.trainingCase.services.filter { $0.period.end > today }
        for (index, code) in codes.enumerated() {
            let service = index % 2 == 0 ? services.first?.id : nil
            let place = places[Int(dice.next() % UInt64(places.count))]
            add(
                ObjectiveArena(training: file.training, objective: code, service: service, arena: place, due: due, isHalfYear: true),
                dice.nextRecordID(), from: today)
        }
    }
}
