import AlisCast
import AlisDomain

/// Writes what the generator makes, some thousand rows at a time. What goes wrong is kept until `finish`, since the generator cannot fail.
struct DemoSink: SyntheticSink {
    let connection: Connection
    let progress: (Int) -> Void
    private var failure: (any Error)?
    private var persons = 0
    private var waiting = 0

    private var changes: [[SQLValue]] = []
    private var trainees: [[SQLValue]] = []
    private var words: [[SQLValue]] = []
    private var trainings: [[SQLValue]] = []
    private var engagements: [[SQLValue]] = []
    private var absences: [[SQLValue]] = []
    private var wishes: [[SQLValue]] = []
    private var confirmations: [[SQLValue]] = []
    /// Of all persons so far: a person's versions come in the order they were recorded, some long after the first.
    private var seenWords: Set<String> = []

    init(connection: Connection, progress: @escaping (Int) -> Void) {
        self.connection = connection
        self.progress = progress
    }

    mutating func change(_ change: Change) {
        add(
            [
                .integer(Int64(change.number)), change.recordedAt.sqlValue, .text(change.act.code), .text(change.account),
                .text(change.byName), .text(change.organisation), .text(change.reason),
            ], to: \.changes)
    }

    mutating func trainee(_ version: Version<Trainee>) {
        add(row(version), to: \.trainees)
        persons += 1
        for word in TraineeWords.words(of: version.value) where seenWords.insert(word + version.id).inserted {
            words.append([.text(word), .text(version.id)])
        }
    }

    mutating func training(_ version: Version<Training>) { add(row(version), to: \.trainings) }
    mutating func engagement(_ version: Version<Engagement>) { add(row(version), to: \.engagements) }
    mutating func absence(_ version: Version<Absence>) { add(row(version), to: \.absences) }
    mutating func wish(_ version: Version<HospitalWish>) { add(row(version), to: \.wishes) }
    mutating func confirmation(_ version: Version<Confirmation>) { add(row(version), to: \.confirmations) }

    /// Writes the rest, and throws what went wrong on the way.
    mutating func finish() throws {
        flush()
        if let failure { throw failure }
    }

    private func row<Fact: StoredFact>(_ version: Version<Fact>) -> [SQLValue] {
        FactWriter.row(
            id: version.id, version.value, in: version.period, change: version.recordedIn, supersededIn: version.supersededIn)
    }

    private mutating func add(_ row: [SQLValue], to rows: WritableKeyPath<DemoSink, [[SQLValue]]>) {
        guard failure == nil else { return }
        self[keyPath: rows].append(row)
        waiting += 1
        if waiting >= 20_000 { flush() }
    }

    private mutating func flush() {
        guard failure == nil else { return }
        do {
            try connection.insert(
                into: "change", columns: ["number", "recordedAt", "act", "account", "byName", "organisation", "reason"], rows: changes)
            try connection.insert(into: Trainee.table, columns: FactWriter.columns(Trainee.self), rows: trainees)
            try connection.insert(into: "traineeWord", columns: ["word", "trainee"], rows: words)
            try connection.insert(into: Training.table, columns: FactWriter.columns(Training.self), rows: trainings)
            try connection.insert(into: Engagement.table, columns: FactWriter.columns(Engagement.self), rows: engagements)
            try connection.insert(into: Absence.table, columns: FactWriter.columns(Absence.self), rows: absences)
            try connection.insert(into: HospitalWish.table, columns: FactWriter.columns(HospitalWish.self), rows: wishes)
            try connection.insert(into: Confirmation.table, columns: FactWriter.columns(Confirmation.self), rows: confirmations)
        } catch {
            failure = error
        }
        changes = []
        trainees = []
        words = []
        trainings = []
        engagements = []
        absences = []
        wishes = []
        confirmations = []
        waiting = 0
        progress(persons)
    }
}
