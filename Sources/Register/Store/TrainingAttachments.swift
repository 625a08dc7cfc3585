import AlisDomain

/// What other areas keep on a training: plans, objectives, supervision. The register knows no more of it than that it is there, and
/// lets nobody remove a training from under it. The tables are those with a column `training`.
package struct TrainingAttachments: Sendable {
    let tables: [String]

    /// How many things are kept on the training now.
    func count(on training: RecordID, _ connection: Connection) throws -> Int {
        try tables.reduce(0) { sum, table in
            sum
                + (try connection.count(
                    "SELECT COUNT(DISTINCT id) FROM \(name: table) WHERE training = \(training) AND supersededIn IS NULL"))
        }
    }
}

extension TraineeRecord {
    /// The training that what belongs to another of hers is moved to when that is removed: one in the same specialty that runs on the
    /// day, else one in the same, else any. Nil when she has no other.
    func trainingBesides(_ id: RecordID, on day: CalendarDay) -> RecordID? {
        let others = trainings.filter { $0.id != id && !$0.timeline.stretches.isEmpty }
        let specialty = trainings.first { $0.id == id }?.first?.value.specialty
        let same = others.filter { $0.first?.value.specialty == specialty }
        let running = same.first { thing in thing.timeline.value(on: day).map { !$0.standing.isEnded } ?? false }
        return (running ?? same.first ?? others.first)?.id
    }

    /// Takes a training out of the register, and moves her work, absence and wishes in it to another of hers.
    func remove(training: RecordID, movingTo other: RecordID, _ writer: FactWriter) throws {
        func move<Value: StoredFact>(_ things: [Thing<Value>], _ path: WritableKeyPath<Value, RecordID>) throws {
            for thing in things where thing.timeline.stretches.contains(where: { $0.value[keyPath: path] == training }) {
                let moved = thing.timeline.stretches.map { stretch -> (Period, Value) in
                    var value = stretch.value
                    if value[keyPath: path] == training { value[keyPath: path] = other }
                    return (stretch.period, value)
                }
                try writer.replace(Value.self, id: thing.id.text, with: moved)
            }
        }
        try move(engagements, \.training)
        try move(absences, \.training)
        try move(wishes, \.training)
        try writer.replace(Training.self, id: training.text, with: [])
    }
}
