/// What the register holds of one thing after the latest change: its stretches in order of time, none overlapping.
package struct KnownRecord<Value: Hashable & Sendable>: Hashable, Sendable {
    package let id: RecordID
    package private(set) var stretches: [Stretch]

    /// One value and the days it holds.
    package struct Stretch: Hashable, Sendable {
        package var period: Period
        package var value: Value

        package init(_ period: Period, _ value: Value) {
            self.period = period
            self.value = value
        }
    }

    /// Stretches that follow on each other with the same value become one: how they were recorded does not matter here.
    package init(id: RecordID, stretches: [Stretch] = []) {
        self.id = id
        self.stretches = stretches
        tidy()
    }

    package func value(on day: CalendarDay) -> Value? { stretches.first { $0.period.contains(day) }?.value }

    /// The stretch that holds on a day, else the first after it, else the last.
    package func nearest(to day: CalendarDay) -> Stretch? {
        stretches.first { $0.period.contains(day) } ?? stretches.first { $0.period.from > day } ?? stretches.last
    }

    /// As `Timeline.revising`: `value` (or nothing) holds in `period`, all else as it was.
    package mutating func set(_ period: Period, to value: Value?) {
        var result: [Stretch] = []
        for stretch in stretches { result += stretch.period.subtracting(period).map { Stretch($0, stretch.value) } }
        if let value { result.append(Stretch(period, value)) }
        stretches = result
        tidy()
    }

    private mutating func tidy() {
        guard stretches.count > 1 else { return }
        stretches.sort { $0.period.from < $1.period.from }
        var result: [Stretch] = []
        for stretch in stretches {
            if let last = result.last, last.value == stretch.value, last.period.to == stretch.period.from,
                let joined = Period(from: last.period.from, to: stretch.period.to)
            {
                result[result.count - 1].period = joined
            } else {
                result.append(stretch)
            }
        }
        stretches = result
    }
}

extension KnownRecord<Training> {
    /// The training from its first day to its end.
    var course: TrainingCourse { TrainingCourse(stretches.map { ($0.period, $0.value) }) }
}

/// What the register holds, as far as an import needs it: taken from the store in the transaction that will write.
package struct RegisterSnapshot: Sendable, Equatable {
    package private(set) var trainees: [RecordID: KnownRecord<Trainee>] = [:]
    package private(set) var trainings: [RecordID: KnownRecord<Training>] = [:]
    package private(set) var engagements: [RecordID: KnownRecord<Engagement>] = [:]
    package private(set) var absences: [RecordID: KnownRecord<Absence>] = [:]
    package private(set) var wishes: [RecordID: KnownRecord<HospitalWish>] = [:]
    /// In the order they came.
    private(set) var trainingsByTrainee: [RecordID: [RecordID]] = [:]
    private(set) var engagementsByTraining: [RecordID: [RecordID]] = [:]
    private(set) var absencesByTraining: [RecordID: [RecordID]] = [:]
    private(set) var wishesByTraining: [RecordID: [RecordID]] = [:]
    /// Records found to be another person's: what they hold belongs to the one kept.
    private var kept: [RecordID: RecordID] = [:]

    /// - Parameter merges: from a duplicate to the record kept.
    package init(
        trainees: [KnownRecord<Trainee>] = [], trainings: [KnownRecord<Training>] = [], engagements: [KnownRecord<Engagement>] = [],
        absences: [KnownRecord<Absence>] = [], wishes: [KnownRecord<HospitalWish>] = [], merges: [RecordID: RecordID] = [:]
    ) {
        kept = merges
        for trainee in trainees where !trainee.stretches.isEmpty { self.trainees[trainee.id] = trainee }
        for training in trainings { store(training) }
        for engagement in engagements { store(engagement) }
        for absence in absences { store(absence) }
        for wish in wishes { store(wish) }
    }

    package func trainings(of trainee: RecordID) -> [KnownRecord<Training>] {
        (trainingsByTrainee[trainee] ?? []).compactMap { trainings[$0] }
    }

    package func engagements(of training: RecordID) -> [KnownRecord<Engagement>] {
        (engagementsByTraining[training] ?? []).compactMap { engagements[$0] }
    }

    package func absences(of training: RecordID) -> [KnownRecord<Absence>] {
        (absencesByTraining[training] ?? []).compactMap { absences[$0] }
    }

    package func wishes(of training: RecordID) -> [KnownRecord<HospitalWish>] {
        (wishesByTraining[training] ?? []).compactMap { wishes[$0] }
    }

    /// The person a record belongs to, duplicates followed to the one kept.
    func person(_ id: RecordID) -> RecordID {
        var id = id
        // A merge of merges ends after a few steps; the bound is against rings, which should not be.
        for _ in 0..<10 {
            guard let next = kept[id] else { break }
            id = next
        }
        return id
    }

    /// The records that are somebody's own and nobody's duplicate.
    var people: some Sequence<KnownRecord<Trainee>> { trainees.values.lazy.filter { kept[$0.id] == nil } }

    /// Does what an operation says, as the store will.
    package mutating func apply(_ operation: ImportOperation) {
        switch operation.fact {
        case .trainee(let value): trainees[operation.id, default: KnownRecord(id: operation.id)].set(operation.period, to: value)
        case .training(let value):
            trainings[operation.id, default: KnownRecord(id: operation.id)].set(operation.period, to: value)
            if operation.isNew, let owner = value?.trainee { trainingsByTrainee[person(owner), default: []].appendNew(operation.id) }
        case .engagement(let value):
            engagements[operation.id, default: KnownRecord(id: operation.id)].set(operation.period, to: value)
            if operation.isNew, let owner = value?.training { engagementsByTraining[owner, default: []].appendNew(operation.id) }
        case .absence(let value):
            absences[operation.id, default: KnownRecord(id: operation.id)].set(operation.period, to: value)
            if operation.isNew, let owner = value?.training { absencesByTraining[owner, default: []].appendNew(operation.id) }
        case .wish(let value):
            wishes[operation.id, default: KnownRecord(id: operation.id)].set(operation.period, to: value)
            if operation.isNew, let owner = value?.training { wishesByTraining[owner, default: []].appendNew(operation.id) }
        }
    }

    private mutating func store(_ training: KnownRecord<Training>) {
        guard let owner = training.stretches.first?.value.trainee else { return }
        trainings[training.id] = training
        trainingsByTrainee[person(owner), default: []].append(training.id)
    }

    private mutating func store(_ engagement: KnownRecord<Engagement>) {
        guard let owner = engagement.stretches.first?.value.training else { return }
        engagements[engagement.id] = engagement
        engagementsByTraining[owner, default: []].append(engagement.id)
    }

    private mutating func store(_ absence: KnownRecord<Absence>) {
        guard let owner = absence.stretches.first?.value.training else { return }
        absences[absence.id] = absence
        absencesByTraining[owner, default: []].append(absence.id)
    }

    private mutating func store(_ wish: KnownRecord<HospitalWish>) {
        guard let owner = wish.stretches.first?.value.training else { return }
        wishes[wish.id] = wish
        wishesByTraining[owner, default: []].append(wish.id)
    }
}

extension [RecordID] {
    fileprivate mutating func appendNew(_ id: RecordID) {
        if !contains(id) { append(id) }
    }
}
