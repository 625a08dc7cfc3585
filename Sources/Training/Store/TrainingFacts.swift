import AlisDomain

// How each of the facts of training plans lies in its table.

extension ServicePlace {
    /// `municipality:fauske`, `trust:NLSH`, `trust:` when undecided, `other`: as the store and the forms keep it.
    package var code: String {
        switch self {
        case .municipality(let id): "municipality:\(id.key)"
        case .trust(let code): "trust:\(code.code)"
        case .undecidedTrust: "trust:"
        case .other: "other"
        }
    }

    package init?(code: String) {
        if code == "other" {
            self = .other
        } else if code == "trust:" {
            self = .undecidedTrust
        } else if code.hasPrefix("trust:"), let trust = TrustCode(code.dropFirst(6)) {
            self = .trust(trust)
        } else if code.hasPrefix("municipality:"), let id = MunicipalityID(code.dropFirst(13)) {
            self = .municipality(id)
        } else {
            return nil
        }
    }
}

extension Service: StoredFact {
    package static let table = "service"
    package static let columns = ["training", "category", "percent", "place", "arena"]

    package var columnValues: [SQLValue] {
        [training.sqlValue, .text(category.text), percent.hundredths.sqlValue, .text(place.code), .text(arena)]
    }

    package init(row: borrowing Row, at start: Int) throws {
        self.init(
            training: try row.recordID(start), category: try decode(CategoryCode(row.text(start + 1)), "service.category"),
            percent: try decode(PositionPercent(hundredths: row.int(start + 2)), "service.percent"),
            place: try decode(ServicePlace(code: row.text(start + 3)), "service.place"), arena: row.text(start + 4))
    }
}

extension EnterpriseRegistration: StoredFact {
    package static let table = "enterpriseRegistration"
    package static let columns = ["municipality", "specialty", "status"]

    package var columnValues: [SQLValue] { [.text(municipality.key), .text(specialty.rawValue), .text(status.rawValue)] }

    package init(row: borrowing Row, at start: Int) throws {
        self.init(
            municipality: try decode(MunicipalityID(row.text(start)), "enterpriseRegistration.municipality"),
            specialty: try decode(Training.Specialty(rawValue: row.text(start + 1)), "enterpriseRegistration.specialty"),
            status: try decode(Status(rawValue: row.text(start + 2)), "enterpriseRegistration.status"))
    }
}

extension ActivityRecord: StoredFact {
    package static let table = "activityRecord"
    package static let columns = ["training", "activity", "minutes", "count", "topic", "isDone"]

    package var columnValues: [SQLValue] {
        [training.sqlValue, .text(activity.text), minutes.sqlValue, count.sqlValue, .text(topic), isDone.sqlValue]
    }

    package init(row: borrowing Row, at start: Int) throws {
        self.init(
            training: try row.recordID(start), activity: try decode(ActivityCode(row.text(start + 1)), "activityRecord.activity"),
            minutes: row.int(start + 2), count: row.int(start + 3), topic: row.text(start + 4), isDone: row.bool(start + 5))
    }
}

extension PlanReview: StoredFact {
    package static let table = "planReview"
    package static let columns = ["training", "kind", "personName", "account", "note"]

    package var columnValues: [SQLValue] {
        [training.sqlValue, .text(kind.rawValue), .text(personName), .text(account), .text(note)]
    }

    package init(row: borrowing Row, at start: Int) throws {
        self.init(
            training: try row.recordID(start), kind: try decode(Kind(rawValue: row.text(start + 1)), "planReview.kind"),
            personName: row.text(start + 2), account: row.text(start + 3), note: row.text(start + 4))
    }
}

extension Authorisation: StoredFact {
    package static let table = "authorisation"
    package static let columns = ["trainee"]

    package var columnValues: [SQLValue] { [trainee.sqlValue] }

    package init(row: borrowing Row, at start: Int) throws { self.init(trainee: try row.recordID(start)) }
}

extension GeneralPlanDraft: StoredFact {
    package static let table = "generalPlanDraft"
    package static let columns = GeneralPlan.columns

    package var columnValues: [SQLValue] { plan.columnValues }

    package init(row: borrowing Row, at start: Int) throws { self.init(try GeneralPlan(row: row, at: start)) }
}

extension GeneralPlan: StoredFact {
    package static let table = "generalPlan"
    package static let columns = ["municipality", "specialty", "texts"]
    /// Stands between the sections: typed text never holds it, for forms refuse what cannot be seen.
    private static let separator: Character = "\u{1F}"

    package var columnValues: [SQLValue] {
        [.text(municipality.key), .text(specialty.rawValue), .text(texts.joined(separator: String(Self.separator)))]
    }

    package init(row: borrowing Row, at start: Int) throws {
        self.init(
            municipality: try decode(MunicipalityID(row.text(start)), "generalPlan.municipality"),
            specialty: try decode(Training.Specialty(rawValue: row.text(start + 1)), "generalPlan.specialty"),
            texts: row.text(start + 2).split(separator: Self.separator, omittingEmptySubsequences: false).map(String.init))
    }
}
