import AlisDomain

/// What the country's doctors have under way in some objectives (*påbegynt i mål som byttes ut*): figures, and nobody's name.
package struct ObjectivesUnderWay: Equatable, Sendable {
    /// Doctors whose training goes on; a merged duplicate is one with whom it was merged.
    package let doctors: Int
    /// Objectives of theirs that are begun or recommended.
    package let objectives: Int
    /// Those of them that are recommended here and wait for the leader.
    package let waiting: Int

    package init(in codes: Set<Objective.Code>, on day: CalendarDay, _ connection: Connection) throws {
        guard !codes.isEmpty else {
            (doctors, objectives, waiting) = (0, 0, 0)
            return
        }
        let records = try FactStore.versions(
            TrainingObjective.self,
            where: """
                objective IN (\(list: codes.map(\.text).sorted())) AND status IN ('inProgress', 'recommended')
                    AND validFrom <= \(day) AND validTo > \(day) AND supersededIn IS NULL
                """, on: connection
        ).map(\.value)
        var merged: [RecordID: RecordID] = [:]
        try connection.forEach("SELECT duplicate, kept FROM traineeMerge WHERE supersededIn IS NULL") { row in
            merged[try row.recordID(0)] = try row.recordID(1)
        }
        var people: [RecordID: RecordID] = [:]
        let trainings = Set(records.map(\.training)).sorted()
        for start in stride(from: 0, to: trainings.count, by: 500) {
            let chunk = trainings[start..<min(start + 500, trainings.count)]
            for (text, timeline) in try FactStore.timelines(Training.self, where: "id IN (\(list: chunk))", on: connection) {
                guard let id = RecordID(text), let last = timeline.stretches.last?.value else { continue }
                if case .ended = last.standing { continue }
                var person = last.trainee
                for _ in 0..<8 { if let next = merged[person] { person = next } else { break } }
                people[id] = person
            }
        }
        // An objective that stands in both registrations of one doctor is one.
        struct One: Hashable {
            let person: RecordID
            let code: Objective.Code
        }
        var waits: [One: Bool] = [:]
        for one in records {
            guard let person = people[one.training] else { continue }
            let isWaiting = one.record.status.rank == 2 && one.record.origin == .approvedHere
            waits[One(person: person, code: one.record.objective), default: false] =
                waits[One(person: person, code: one.record.objective)] ?? false || isWaiting
        }
        doctors = Set(waits.keys.map(\.person)).count
        objectives = waits.count
        waiting = waits.values.filter { $0 }.count
    }
}
