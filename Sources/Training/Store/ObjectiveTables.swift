import AlisDomain

// How each of the facts of learning objectives lies in its table.

extension ObjectiveStatus {
    /// The status without its day, as the store and the forms keep it.
    package var code: String {
        switch self {
        case .notStarted: "notStarted"
        case .inProgress: "inProgress"
        case .recommended: "recommended"
        case .approved: "approved"
        }
    }

    /// The day it was reached; nil for those that have none.
    package var day: CalendarDay? {
        switch self {
        case .recommended(let day), .approved(let day): day
        case .notStarted, .inProgress: nil
        }
    }

    /// Nil for an unknown code, and for a status that lacks its day.
    package init?(code: String, day: CalendarDay?) {
        switch (code, day) {
        case ("notStarted", _): self = .notStarted
        case ("inProgress", _): self = .inProgress
        case ("recommended", let day?): self = .recommended(on: day)
        case ("approved", let day?): self = .approved(on: day)
        default: return nil
        }
    }
}

extension TrainingObjective: StoredFact {
    package static let table = "objectiveRecord"
    package static let columns = ["training", "objective", "status", "day", "origin", "reportedOn", "note"]

    package var columnValues: [SQLValue] {
        [
            training.sqlValue, .text(record.objective.text), .text(record.status.code), record.status.day.sqlValue,
            .text(record.origin.rawValue), record.reportedOn.sqlValue, .text(note),
        ]
    }

    package init(row: borrowing Row, at start: Int) throws {
        self.init(
            training: try row.recordID(start),
            record: ObjectiveRecord(
                objective: try decode(Objective.Code(row.text(start + 1)), "objectiveRecord.objective"),
                status: try decode(
                    ObjectiveStatus(code: row.text(start + 2), day: row.optionalDay(start + 3)), "objectiveRecord.status"),
                origin: try decode(ObjectiveRecord.Origin(rawValue: row.text(start + 4)), "objectiveRecord.origin"),
                reportedOn: try row.day(start + 5)),
            note: row.text(start + 6))
    }
}

extension ObjectiveArena: StoredFact {
    package static let table = "objectiveArena"
    package static let columns = ["training", "objective", "service", "arena", "due", "isHalfYear"]

    package var columnValues: [SQLValue] {
        [training.sqlValue, .text(objective.text), service.sqlValue, .text(arena), due.sqlValue, isHalfYear.sqlValue]
    }

    package init(row: borrowing Row, at start: Int) throws {
        self.init(
            training: try row.recordID(start), objective: try decode(Objective.Code(row.text(start + 1)), "objectiveArena.objective"),
            service: try row.optionalRecordID(start + 2), arena: row.text(start + 3), due: try row.optionalDay(start + 4),
            isHalfYear: row.bool(start + 5))
    }
}

extension ObjectiveStep: StoredFact {
    package static let table = "objectiveStep"
    package static let columns = [
        "training", "objective", "kind", "role", "person", "personName", "account", "words", "day", "request",
    ]

    package var columnValues: [SQLValue] {
        [
            training.sqlValue, .text(objective.text), .text(kind.rawValue), (role?.rawValue).sqlValue, person.sqlValue, .text(personName),
            .text(account), .text(words), day.sqlValue, request.sqlValue,
        ]
    }

    package init(row: borrowing Row, at start: Int) throws {
        self.init(
            training: try row.recordID(start), objective: try decode(Objective.Code(row.text(start + 1)), "objectiveStep.objective"),
            kind: try decode(Kind(rawValue: row.text(start + 2)), "objectiveStep.kind"),
            role: row.optionalText(start + 3).flatMap { ObjectiveApproval.Role(rawValue: $0) }, person: try row.recordID(start + 4),
            personName: row.text(start + 5), account: row.text(start + 6), words: row.text(start + 7), day: try row.day(start + 8),
            request: try row.optionalRecordID(start + 9))
    }
}

extension CatalogueEntry: StoredFact {
    package static let table = "catalogueEntry"
    package static let columns = ["version", "objectiveSet", "nb", "nn", "replaces", "source", "isSample", "code"]

    package var columnValues: [SQLValue] {
        [
            .text(version), .text(set.rawValue), .text(title.nb), .text(title.nn), .text(replaces.map(\.text).joined(separator: " ")),
            .text(source), isSample.sqlValue, .text(code.text),
        ]
    }

    package init(row: borrowing Row, at start: Int) throws {
        self.init(
            code: try decode(Objective.Code(row.text(start + 7)), "catalogueEntry.code"), version: row.text(start),
            set: try decode(ObjectiveSet(rawValue: row.text(start + 1)), "catalogueEntry.objectiveSet"),
            title: Text(row.text(start + 2), nn: row.text(start + 3)),
            replaces: row.text(start + 4).split(separator: " ").compactMap { Objective.Code($0) }, source: row.text(start + 5),
            isSample: row.bool(start + 6))
    }
}
