import AlisDomain

/// Carries out what a plan says, within one recorded change. Some thousand rows are a handful of statements.
package struct ImportApply {
    private let writer: FactWriter
    private var trainees = WorkingFacts<Trainee>()
    private var trainings = WorkingFacts<Training>()
    private var engagements = WorkingFacts<Engagement>()
    private var absences = WorkingFacts<Absence>()
    private var wishes = WorkingFacts<HospitalWish>()

    private init(_ writer: FactWriter) { self.writer = writer }

    /// Does the operations, in order. The caller's transaction makes it all or nothing.
    package static func run(_ operations: [ImportOperation], in change: ChangeNumber, on connection: Connection) throws {
        var apply = ImportApply(FactWriter(connection: connection, change: change))
        try apply.read(operations)
        for operation in operations { apply.take(operation) }
        try apply.write()
    }

    /// Reads the timelines that will be revised.
    private mutating func read(_ operations: [ImportOperation]) throws {
        let known = operations.filter { !$0.isNew }
        try trainees.read(known.compactMap { if case .trainee = $0.fact { $0.id } else { nil } }, on: writer.connection)
        try trainings.read(known.compactMap { if case .training = $0.fact { $0.id } else { nil } }, on: writer.connection)
        try engagements.read(known.compactMap { if case .engagement = $0.fact { $0.id } else { nil } }, on: writer.connection)
        try absences.read(known.compactMap { if case .absence = $0.fact { $0.id } else { nil } }, on: writer.connection)
        try wishes.read(known.compactMap { if case .wish = $0.fact { $0.id } else { nil } }, on: writer.connection)
    }

    private mutating func take(_ operation: ImportOperation) {
        switch operation.fact {
        case .trainee(let value): trainees.revise(operation.id, operation.period, to: value, in: writer.change)
        case .training(let value): trainings.revise(operation.id, operation.period, to: value, in: writer.change)
        case .engagement(let value): engagements.revise(operation.id, operation.period, to: value, in: writer.change)
        case .absence(let value): absences.revise(operation.id, operation.period, to: value, in: writer.change)
        case .wish(let value): wishes.revise(operation.id, operation.period, to: value, in: writer.change)
        }
    }

    private func write() throws {
        try trainees.write(writer)
        try trainings.write(writer)
        try engagements.write(writer)
        try absences.write(writer)
        try wishes.write(writer)
        try writeWords()
    }

    /// The words people are found by: for new persons all at once, for others those that are missing.
    private func writeWords() throws {
        var rows: [[SQLValue]] = []
        for (id, versions) in trainees.added(in: writer.change) {
            if trainees.isKnown(id) {
                for version in versions { try TraineeWords.add(version.value, id: id, on: writer.connection) }
            } else {
                let words = Set(versions.flatMap { TraineeWords.words(of: $0.value) })
                rows += words.sorted().map { [.text($0), id.sqlValue] }
            }
        }
        try writer.connection.insert(into: "traineeWord", columns: ["word", "trainee"], rows: rows)
    }
}

/// The timelines of one kind of fact while an import revises them.
private struct WorkingFacts<Fact: StoredFact> {
    private var timelines: [RecordID: Timeline<Fact>] = [:]
    private var known: Set<RecordID> = []
    private var order: [RecordID] = []
    private var closed: [Version<Fact>] = []

    func isKnown(_ id: RecordID) -> Bool { known.contains(id) }

    mutating func read(_ ids: [RecordID], on connection: Connection) throws {
        let ids = Array(Set(ids)).sorted()
        for start in stride(from: 0, to: ids.count, by: 500) {
            let part = ids[start..<min(start + 500, ids.count)]
            for (id, timeline) in try FactStore.timelines(Fact.self, where: "id IN (\(list: part))", on: connection) {
                guard let id = RecordID(id) else { throw StoreFailure.damaged("\(Fact.table).id") }
                timelines[id] = timeline
                known.insert(id)
                order.append(id)
            }
        }
        order.sort()
    }

    mutating func revise(_ id: RecordID, _ period: Period, to value: Fact?, in change: ChangeNumber) {
        if timelines[id] == nil { order.append(id) }
        let timeline = timelines[id] ?? Timeline([])
        let revision = timeline.revising(period, to: value)
        if revision.isEmpty {
            timelines[id] = timeline
            return
        }
        // What this change itself added and takes back leaves no trace.
        closed += revision.superseded.filter { $0.recordedIn != change }
        let gone = Set(revision.superseded.map(\.period.from))
        let added = revision.inserted.map { Version(id: id.text, value: $0.1, period: $0.0, recordedIn: change) }
        timelines[id] = Timeline(timeline.stretches.filter { !gone.contains($0.period.from) } + added)
    }

    func added(in change: ChangeNumber) -> [(RecordID, [Version<Fact>])] {
        order.compactMap { id in
            let versions = timelines[id]?.stretches.filter { $0.recordedIn == change } ?? []
            return versions.isEmpty ? nil : (id, versions)
        }
    }

    func write(_ writer: FactWriter) throws {
        for version in closed {
            try writer.apply(Revision<Fact>(superseded: [version], inserted: []), id: version.id)
        }
        let rows = added(in: writer.change).flatMap(\.1).map { FactWriter.row(id: $0.id, $0.value, in: $0.period, change: writer.change) }
        try writer.connection.insert(into: Fact.table, columns: FactWriter.columns(Fact.self), rows: rows)
    }
}
