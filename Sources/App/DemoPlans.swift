import AlisCast
import AlisDomain

/// Training plans for the synthetic doctors: most have one, some are old, some are missing, and some municipalities have not registered,
/// so that every list has somebody in it. The same register gives the same plans.
struct DemoPlans {
    let book: RuleBook
    let today: CalendarDay
    let connection: Connection
    let writer: FactWriter
    private var trusts: [MunicipalityID: TrustCode] = [:]
    private var rows: [String: [[SQLValue]]] = [:]
    private var postponed: [RecordID] = []
    /// Municipalities that have only applied, one for each office.
    private var unregistered: Set<MunicipalityID> = []

    /// Fills the plans in one change.
    static func fill(_ reference: ReferenceData, book: RuleBook, today: CalendarDay, at now: Instant, on connection: Connection) throws {
        let change = try ChangeLog.record(.demo, by: DemoRegister.recorder, reason: "Planer", at: now, on: connection)
        var plans = DemoPlans(
            book: book, today: today, connection: connection, writer: FactWriter(connection: connection, change: change))
        let directory = reference.directory()
        for stretch in directory.municipalities(on: today) { plans.trusts[stretch.municipality] = stretch.facts.trust }
        plans.unregistered = try Self.withoutRegistration(reference, book: book, today: today, on: connection)
        try plans.registrations(directory)
        try DemoGeneralPlans.fill(directory, today: today, plans.writer)
        // The drafts are worked out from what the register then holds.
        try plans.flush()
        try plans.doctors()
        try plans.flush()
        try plans.later(at: now)
    }

    /// Some plans have changed since they were looked through: the hospital period comes later, or the position is smaller.
    private func later(at now: Instant) throws {
        let change = try ChangeLog.record(
            .planned, by: DemoRegister.recorder, reason: "Planen ble endret", at: now, on: connection)
        let writer = FactWriter(connection: connection, change: change)
        for file in try PlanLoader(supervision: nil).loadAll(of: postponed, asOf: today, on: connection) {
            var ids = PlanIdentities(RecordID(high: file.training.high, low: file.training.low ^ 13))
            guard let rules = book.set(for: file.trainingCase) else { continue }
            let hospital = file.trainingCase.services.filter {
                rules.category($0.category)?.arena == .institution && $0.period.from > today
            }
            .map(\.period.from).min()
            // Who has been to hospital goes down in her position instead.
            let half = HalfYear(containing: today).next.next
            let change =
                hospital.map { PlanChange.moveHospital(to: $0.adding(months: 6)) }
                ?? PositionPercent(percent: 60).map { .changePercent(from: half.start, $0) }
            guard let change, let whatIf = try? WhatIf(change, in: file.trainingCase, book: book, using: &ids) else { continue }
            _ = try PlanWriter.apply(whatIf.edits, to: file, writer)
        }
    }

    private mutating func flush() throws {
        for (table, rows) in rows.sorted(by: { $0.key < $1.key }) {
            let columns = ["id", "validFrom", "validTo", "recordedIn", "supersededIn"] + (Self.columns[table] ?? [])
            try connection.insert(into: table, columns: columns, rows: rows)
        }
        rows = [:]
    }

    private static let columns: [String: [String]] = [
        Service.table: Service.columns, EnterpriseRegistration.table: EnterpriseRegistration.columns,
        ActivityRecord.table: ActivityRecord.columns, PlanReview.table: PlanReview.columns, Authorisation.table: Authorisation.columns,
    ]

    private init(book: RuleBook, today: CalendarDay, connection: Connection, writer: FactWriter) {
        self.book = book
        self.today = today
        self.connection = connection
        self.writer = writer
    }

    private mutating func add<Fact: StoredFact>(_ fact: Fact, _ id: RecordID, from: CalendarDay, to: CalendarDay? = nil) {
        guard let period = Period(from: from, to: to) else { return }
        rows[Fact.table, default: []].append(FactWriter.row(id: id.text, fact, in: period, change: writer.change))
    }

    /// A small municipality for each office that has only applied, so that every office has somebody in the list of those it concerns.
    private static func withoutRegistration(
        _ reference: ReferenceData, book: RuleBook, today: CalendarDay, on connection: Connection
    ) throws -> Set<MunicipalityID> {
        // Where doctors in the new scheme work: only they are asked about registration.
        var doctors: [MunicipalityID: Int] = [:]
        for file in try PlanLoader(supervision: nil).loadAll(asOf: today, on: connection)
        where file.trainingCase.isUnderWay && book.set(for: file.trainingCase)?.scheme == .new {
            let current = file.trainingCase.services.last { $0.period.contains(today) && $0.period.end > today.adding(months: 2) }
            if let place = current?.place.municipality { doctors[place, default: 0] += 1 }
        }
        return Set(
            reference.offices(on: today).compactMap { office in
                reference.municipalities(of: office.code, on: today).filter { (1...3).contains(doctors[$0] ?? 0) }
                    .min { (doctors[$0] ?? 0, $0) > (doctors[$1] ?? 0, $1) }
            })
    }

    /// All are registered from the scheme's first day, but a few came late, and a few have only applied.
    private mutating func registrations(_ directory: MunicipalityDirectory) throws {
        let first = CalendarDay(iso: "2019-03-01") ?? today
        let late = CalendarDay(iso: "2023-02-15") ?? today
        let places = Set(directory.identities)
        for id in places.sorted() {
            var dice = PlanIdentities(RecordID(high: Self.hash(id.key), low: 11))
            let roll = dice.next() % 100
            let isCast = ["fauske", "bergen", "voss"].contains(id.key)
            let isMissing = (roll < 3 || unregistered.contains(id)) && !isCast
            let status: EnterpriseRegistration.Status = isMissing ? .applied : roll < 12 ? .temporary : .registered
            add(
                EnterpriseRegistration(municipality: id, specialty: .generalPractice, status: status), dice.nextRecordID(),
                from: (3..<7).contains(roll) && !isCast ? late : first)
        }
    }

    /// FNV-1a: the same on every run, unlike the language's own hash.
    private static func hash(_ text: String) -> UInt64 {
        text.utf8.reduce(14_695_981_039_346_656_037) { ($0 ^ UInt64($1)) &* 1_099_511_628_211 }
    }

    private mutating func doctors() throws {
        let loader = PlanLoader(supervision: nil)
        // What is known so far: no plans yet, so the service is read off the engagements.
        for file in try loader.loadAll(asOf: today, on: connection) where file.trainingCase.isUnderWay {
            try doctor(file)
        }
    }

    private mutating func doctor(_ file: PlanFile) throws {
        var dice = PlanIdentities(RecordID(high: file.training.high, low: file.training.low ^ 7))
        guard let start = file.trainingCase.course.map(\.period.from).min(), let rules = book.set(for: file.trainingCase) else { return }
        add(Authorisation(trainee: file.trainee), dice.nextRecordID(), from: start.adding(months: -20))
        activities(file, start, rules, &dice)
        let roll = dice.next() % 100
        if roll < 6 { return }
        try plan(file, start, rules, &dice)
        if roll % 9 == 0 || file.trainee == Cast.ida?.id { postponed.append(file.trainee) }
        let age = min(max(1, today.days(since: start) / 30), 120)
        let author = "Kommunen (øvingsdata)"
        func review(_ kind: PlanReview.Kind, _ day: CalendarDay) {
            if day < today {
                add(
                    PlanReview(training: file.training, kind: kind, personName: author, account: "alis"), dice.nextRecordID(), from: day)
            }
        }
        review(.drafted, start.adding(months: 2))
        let latest = roll < 18 ? today.adding(months: -14 - Int(roll % 5)) : today.adding(months: -Int(1 + roll % 10))
        if age > 6, latest > start.adding(months: 2) { review(.revised, latest) }
        if roll % 3 != 0, age > 6, latest > start.adding(months: 2) { review(.approved, latest.adding(days: 9)) }
        if age <= 2 || latest <= start.adding(months: 2), roll >= 18 { review(.revised, today.adding(days: -20)) }
    }

    /// What has been served, a hospital period for some of those who have come far, and a draft of what remains.
    private mutating func plan(
        _ file: PlanFile, _ start: CalendarDay, _ rules: RuleSet, _ dice: inout PlanIdentities
    ) throws {
        guard let kinds = PlanDraft.Kinds(rules) else { return }
        var known = file.trainingCase
        known.services.removeAll { $0.period.from > today }
        guard let (current, others) = PlanDraft.work(of: known, on: today), let municipality = current.place.municipality else { return }
        known.services = known.services.compactMap { service in
            Period(from: service.period.from, to: min(service.period.end, today)).map {
                ServicePeriod(
                    id: dice.nextRecordID(), category: service.category, period: $0, percent: service.percent, place: service.place)
            }
        }
        let hospital = start.adding(months: 24)
        // The old scheme asks for a year.
        let months = rules.scheme == .old ? 12 : 6
        var hasServed = false
        if hospital.adding(months: months) <= today, dice.next() % 100 < 45, let institution = kinds.institution,
            let period = Period(from: hospital, to: hospital.adding(months: months))
        {
            hasServed = true
            known.services = known.services.flatMap { service in
                service.period.subtracting(period).enumerated().map { index, rest in
                    ServicePeriod(
                        id: index == 0 ? service.id : dice.nextRecordID(), category: service.category, period: rest,
                        percent: service.percent, place: service.place)
                }
            }
            let place = trusts[municipality].map(ServicePlace.trust) ?? .undecidedTrust
            known.services.append(
                ServicePeriod(id: dice.nextRecordID(), category: institution, period: period, percent: .full, place: place))
        }
        let draft = PlanDraft(start: today, percent: current.percent, municipality: municipality, others: others)
        let ahead = PlanDraft.Kinds(practice: kinds.practice, institution: hasServed ? nil : kinds.institution)
        if current.period.contains(today), let edits = try? draft.edits(for: known, rules: rules, kinds: ahead, using: &dice) {
            known = known.applying(edits)
        } else if unregistered.contains(municipality), let period = Period(from: today, to: today.adding(months: 24)) {
            // No draft reaches the end where the municipality is not registered: the position goes on, and the list says why.
            known.services.append(
                ServicePeriod(
                    id: dice.nextRecordID(), category: current.category, period: period, percent: current.percent, place: current.place))
        }
        for service in known.services {
            add(
                Service(training: file.training, category: service.category, percent: service.percent, place: service.place), service.id,
                from: service.period.from, to: service.period.to)
        }
    }

    /// Group supervision from the second year, a course or two a year, duty shifts in the old scheme.
    private mutating func activities(_ file: PlanFile, _ start: CalendarDay, _ rules: RuleSet, _ dice: inout PlanIdentities) {
        func record(_ code: String, from: CalendarDay, to: CalendarDay? = nil, minutes: Int = 0, count: Int = 1, topic: String = "") {
            guard let activity = ActivityCode(code), rules.activity(activity) != nil else { return }
            let end = to ?? from.adding(days: 1)
            add(
                ActivityRecord(
                    training: file.training, activity: activity, minutes: minutes, count: count, topic: topic, isDone: end <= today),
                dice.nextRecordID(), from: from, to: end)
        }
        let group = start.adding(months: 12)
        if dice.next() % 100 < 75 {
            // 120 hours over two years: what is past is done, what is ahead is planned.
            for quarter in 0..<8 {
                record(
                    "groupSupervision", from: group.adding(months: quarter * 3), to: group.adding(months: quarter * 3 + 3), minutes: 900)
            }
        }
        for (index, course) in ["basicCourseA", "basicCourseB", "basicCourseC", "basicCourseD", "acuteMedicineCourse"].enumerated() {
            let day = start.adding(months: 5 + index * 7)
            if day < today.adding(months: 10), dice.next() % 100 < 80 { record(course, from: day, to: day.adding(days: 3), minutes: 1260) }
        }
        // How many topics the old scheme asks for is not known to us: those who have taken theirs have said so.
        if rules.scheme == .old, dice.next() % 100 < 70, start.adding(months: 40) < today {
            record("topicCoursesTaken", from: start.adding(months: 40))
        }
        for (index, topic) in (rules.scheme == .old ? [] : Self.topics).enumerated() {
            let day = start.adding(months: 8 + index * 8)
            if day < today, dice.next() % 100 < 80 { record("topicCourse", from: day, to: day.adding(days: 2), minutes: 900, topic: topic) }
        }
        if rules.scheme == .old { record("dutyShift", from: start, to: today, count: 20 + Int(dice.next() % 30)) }
    }

    private static let topics = ["Hud", "Hjerte og kar", "Rus", "Barn", "Eldre", "Psykisk helse", "Kvinnehelse"]
}
