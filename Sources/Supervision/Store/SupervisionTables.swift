import AlisDomain

// How each of the facts of supervision lies in its table.

extension Supervisor: StoredFact {
    package static let table = "supervisor"
    package static let columns = [
        "name", "hpr", "specialist", "specialistSource", "specialistSeenOn", "exemptThrough", "courses", "municipality", "interests",
        "languages", "meetsInPerson", "meetsDigitally", "travelKilometres", "email", "phone", "account", "isSynthetic",
    ]

    package var columnValues: [SQLValue] {
        [
            .text(name), (hpr?.digits).sqlValue, .text(specialist.rawValue), .text(specialistSource), specialistSeenOn.sqlValue,
            exemptThrough.sqlValue, .text(courses), .text(municipality.key), .text(interests),
            .text(languages.map(\.rawValue).joined(separator: " ")), meetsInPerson.sqlValue, meetsDigitally.sqlValue,
            travelKilometres.sqlValue,
            (email?.text).sqlValue, .text(phone), .text(account), isSynthetic.sqlValue,
        ]
    }

    package init(row: borrowing Row, at start: Int) throws {
        self.init(
            name: row.text(start), hpr: row.optionalText(start + 1).flatMap { HPRNumber($0) },
            specialist: try decode(SpecialistStatus(rawValue: row.text(start + 2)), "supervisor.specialist"),
            specialistSource: row.text(start + 3),
            specialistSeenOn: try row.optionalDay(start + 4), exemptThrough: try row.optionalDay(start + 5), courses: row.text(start + 6),
            municipality: try decode(MunicipalityID(row.text(start + 7)), "supervisor.municipality"), interests: row.text(start + 8),
            languages: row.text(start + 9).split(separator: " ").compactMap { SupervisorLanguage(rawValue: String($0)) },
            meetsInPerson: row.bool(start + 10), meetsDigitally: row.bool(start + 11), travelKilometres: row.int(start + 12),
            email: row.optionalText(start + 13).flatMap { EmailAddress($0) }, phone: row.text(start + 14), account: row.text(start + 15),
            isSynthetic: row.bool(start + 16))
    }
}

extension SupervisorCapacity: StoredFact {
    package static let table = "supervisorCapacity"
    package static let columns = ["supervisor", "hours"]
    package var columnValues: [SQLValue] { [supervisor.sqlValue, hours.hundredths.sqlValue] }

    package init(row: borrowing Row, at start: Int) throws {
        self.init(
            supervisor: try row.recordID(start),
            hours: try decode(MonthlyHours(hundredths: row.int(start + 1)), "supervisorCapacity.hours"))
    }
}

extension SupervisionAssignment: StoredFact {
    package static let table = "supervisionAssignment"
    package static let columns = ["training", "supervisor", "share"]
    package var columnValues: [SQLValue] { [training.sqlValue, supervisor.sqlValue, share.hundredths.sqlValue] }

    package init(row: borrowing Row, at start: Int) throws {
        self.init(
            training: try row.recordID(start), supervisor: try row.recordID(start + 1),
            share: try decode(PositionPercent(hundredths: row.int(start + 2)), "supervisionAssignment.share"))
    }
}

extension SupervisionSession: StoredFact {
    package static let table = "supervisionSession"
    package static let columns = ["training", "supervisor", "day", "minutes", "isDigital", "isGroup", "preparationMinutes"]

    package var columnValues: [SQLValue] {
        [
            training.sqlValue, supervisor.sqlValue, day.sqlValue, minutes.sqlValue, isDigital.sqlValue, isGroup.sqlValue,
            preparationMinutes.sqlValue,
        ]
    }

    package init(row: borrowing Row, at start: Int) throws {
        self.init(
            training: try row.recordID(start), supervisor: try row.recordID(start + 1), day: try row.day(start + 2),
            minutes: row.int(start + 3),
            isDigital: row.bool(start + 4), isGroup: row.bool(start + 5), preparationMinutes: row.int(start + 6))
    }
}

extension SupervisionRequest: StoredFact {
    package static let table = "supervisionRequest"
    package static let columns = [
        "training", "supervisor", "share", "wantedFrom", "answerBy", "message", "askedBy", "state", "answer",
    ]

    package var columnValues: [SQLValue] {
        [
            training.sqlValue, supervisor.sqlValue, share.hundredths.sqlValue, wantedFrom.sqlValue, answerBy.sqlValue, .text(message),
            .text(askedBy), .text(state.rawValue), .text(answer),
        ]
    }

    package init(row: borrowing Row, at start: Int) throws {
        self.init(
            training: try row.recordID(start), supervisor: try row.recordID(start + 1),
            share: try decode(PositionPercent(hundredths: row.int(start + 2)), "supervisionRequest.share"),
            wantedFrom: try row.day(start + 3),
            answerBy: try row.day(start + 4), message: row.text(start + 5), askedBy: row.text(start + 6),
            state: try decode(State(rawValue: row.text(start + 7)), "supervisionRequest.state"), answer: row.text(start + 8))
    }
}

extension Gathering: StoredFact {
    package static let table = "gathering"
    package static let columns = ["kind", "title", "place", "isDigital", "firstDay", "lastDay", "places", "hours", "office", "note"]

    package var columnValues: [SQLValue] {
        [
            .text(kind.rawValue), .text(title), .text(place), isDigital.sqlValue, first.sqlValue, last.sqlValue, places.sqlValue,
            hours.sqlValue,
            .text(office.code), .text(note),
        ]
    }

    package init(row: borrowing Row, at start: Int) throws {
        self.init(
            kind: try decode(Kind(rawValue: row.text(start)), "gathering.kind"), title: row.text(start + 1), place: row.text(start + 2),
            isDigital: row.bool(start + 3), first: try row.day(start + 4), last: try row.day(start + 5), places: row.int(start + 6),
            hours: row.int(start + 7), office: try decode(OfficeCode(row.text(start + 8)), "gathering.office"), note: row.text(start + 9))
    }
}

extension GatheringSignUp: StoredFact {
    package static let table = "gatheringSignUp"
    package static let columns = ["gathering", "participant", "name", "attendedMinutes"]
    package var columnValues: [SQLValue] { [gathering.sqlValue, .text(participant.code), .text(name), attendedMinutes.sqlValue] }

    package init(row: borrowing Row, at start: Int) throws {
        self.init(
            gathering: try row.recordID(start),
            participant: try decode(Participant(code: row.text(start + 1)), "gatheringSignUp.participant"),
            name: row.text(start + 2), attendedMinutes: row.optionalInt(start + 3))
    }
}
