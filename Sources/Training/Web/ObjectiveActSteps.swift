import AlisDomain

/// What the acts on the way to approval share: steps, refusals that name their objective, and the status that follows.
extension ObjectiveActReading {
    /// A sentence that names the objective it is about.
    static func named(_ code: Objective.Code, _ text: Text) -> Text { Text("\(code.text): \(text.nb)", nn: "\(code.text): \(text.nn)") }

    /// Whether it is known to be approved, wherever that was said: nobody need assess it again.
    func isApproved(_ code: Objective.Code) -> Bool { (opened.file.record(of: code, on: opened.today)?.record.status.rank ?? 0) == 3 }

    func refuse(_ reader: inout FieldReader, _ field: String, _ why: (ObjectiveChain) -> Text?) {
        for code in codes { if let text = why(opened.chain(code)) { add(FieldProblem(field, Self.named(code, text)), &reader) } }
    }

    static func step(
        _ kind: ObjectiveStep.Kind, _ code: Objective.Code, _ opened: ObjectiveDesk.Opened, by viewer: Viewer, words: String,
        newID: () -> RecordID, _ writer: FactWriter
    ) throws {
        try writer.add(
            id: newID().text,
            ObjectiveStep(
                training: opened.training, objective: code, kind: kind, person: opened.record.id, personName: viewer.name,
                account: viewer.account, words: words, day: opened.today), in: Period(startingOn: opened.today))
    }

    /// The leader vouches for what was entered as approved by somebody else.
    func confirm(_ reader: inout FieldReader) -> ObjectiveWriting? {
        let words = reader.optional("merknad", longest: 500)
        let today = opened.today
        for code in codes where opened.file.record(of: code, on: today)?.record.awaitsConfirmation != true {
            add(FieldProblem("merknad", Self.named(code, ObjectiveActTexts.nothingToConfirm)), &reader)
        }
        guard reader.problems.isEmpty else { return nil }
        let (codes, newID) = (codes, newID)
        return ObjectiveWriting(reason: words) { writer, opened in
            let values = codes.compactMap { code -> TrainingObjective? in
                guard var value = opened.file.record(of: code, on: today), value.record.awaitsConfirmation else { return nil }
                (value.record.origin, value.record.reportedOn) = (.confirmed, today)
                return value
            }
            return try ObjectiveStore.record(values, known: opened.file, newID: newID, writer) > 0
        }
    }

    /// A step for each objective, and the status that follows from it.
    func steps(
        _ reason: String, _ body: @escaping @Sendable (FactWriter, ObjectiveDesk.Opened, Objective.Code) throws -> ObjectiveStatus
    ) -> ObjectiveWriting {
        let (codes, newID) = (codes, newID)
        return ObjectiveWriting(reason: reason) { writer, opened in
            var values: [TrainingObjective] = []
            for code in codes {
                let status = try body(writer, opened, code)
                if let value = Self.following(status, code, opened) { values.append(value) }
            }
            _ = try ObjectiveStore.record(values, known: opened.file, newID: newID, writer)
            return true
        }
    }

    /// The status that the chain leads to, unless more is known already from elsewhere: what the portal says is not taken back here.
    static func following(_ status: ObjectiveStatus, _ code: Objective.Code, _ opened: ObjectiveDesk.Opened) -> TrainingObjective? {
        let known = opened.file.record(of: code, on: opened.today)?.record
        if let known, known.status == status || (known.status.rank >= status.rank && known.origin != .approvedHere) { return nil }
        return TrainingObjective(
            training: opened.training,
            record: ObjectiveRecord(objective: code, status: status, origin: .approvedHere, reportedOn: opened.today))
    }
}
