import AlisDomain
import Foundation

// How each of the register's facts lies in its table.

extension Trainee: StoredFact {
    package static let table = "trainee"
    package static let columns = ["givenName", "familyName", "hpr", "birthYear", "email", "phone", "isSynthetic", "sortName"]

    package var columnValues: [SQLValue] {
        [
            .text(givenName), .text(familyName), (hpr?.digits).sqlValue, birthYear.sqlValue, (email?.text).sqlValue, phone.sqlValue,
            isSynthetic.sqlValue, .text(sortName),
        ]
    }

    package init(row: borrowing Row, at start: Int) throws {
        self.init(
            givenName: row.text(start), familyName: row.text(start + 1), hpr: row.optionalText(start + 2).flatMap { HPRNumber($0) },
            birthYear: row.optionalInt(start + 3), email: row.optionalText(start + 4).flatMap { EmailAddress($0) },
            phone: row.optionalText(start + 5), isSynthetic: row.bool(start + 6))
    }
}

extension Training: StoredFact {
    package static let table = "training"
    package static let columns = ["trainee", "specialty", "scheme", "standing", "expectedEnd"]

    package var columnValues: [SQLValue] {
        [trainee.sqlValue, .text(specialty.rawValue), .text(scheme.rawValue), .text(standing.code), expectedEnd.sqlValue]
    }

    package init(row: borrowing Row, at start: Int) throws {
        self.init(
            trainee: try row.recordID(start), specialty: try decode(Specialty(rawValue: row.text(start + 1)), "training.specialty"),
            scheme: try decode(Scheme(rawValue: row.text(start + 2)), "training.scheme"),
            standing: try decode(Standing(code: row.text(start + 3)), "training.standing"), expectedEnd: try row.optionalDay(start + 4))
    }
}

extension Engagement: StoredFact {
    package static let table = "engagement"
    package static let columns = ["training", "municipality", "workplace", "form", "percent"]

    package var columnValues: [SQLValue] {
        [training.sqlValue, .text(municipality.key), .text(workplace), .text(form.rawValue), percent.hundredths.sqlValue]
    }

    package init(row: borrowing Row, at start: Int) throws {
        self.init(
            training: try row.recordID(start), municipality: try decode(MunicipalityID(row.text(start + 1)), "engagement.municipality"),
            workplace: row.text(start + 2), form: try decode(Form(rawValue: row.text(start + 3)), "engagement.form"),
            percent: try decode(PositionPercent(hundredths: row.int(start + 4)), "engagement.percent"))
    }
}

extension Absence: StoredFact {
    package static let table = "absence"
    package static let columns = ["training", "kind", "share"]

    package var columnValues: [SQLValue] { [training.sqlValue, .text(kind.rawValue), share.hundredths.sqlValue] }

    package init(row: borrowing Row, at start: Int) throws {
        self.init(
            training: try row.recordID(start), kind: try decode(Kind(rawValue: row.text(start + 1)), "absence.kind"),
            share: try decode(PositionPercent(hundredths: row.int(start + 2)), "absence.share"))
    }
}

extension HospitalWish: StoredFact {
    package static let table = "wish"
    package static let columns = ["training", "choices", "earliest", "latest", "months", "percent", "note"]

    package var columnValues: [SQLValue] {
        [
            training.sqlValue, .text(Choice.encode(choices)), .text(earliest.code), .text(latest.code), months.sqlValue,
            percent.hundredths.sqlValue, .text(note),
        ]
    }

    package init(row: borrowing Row, at start: Int) throws {
        self.init(
            training: try row.recordID(start), choices: try Choice.decode(row.text(start + 1)),
            earliest: try decode(HalfYear(code: row.text(start + 2)), "wish.earliest"),
            latest: try decode(HalfYear(code: row.text(start + 3)), "wish.latest"), months: row.int(start + 4),
            percent: try decode(PositionPercent(hundredths: row.int(start + 5)), "wish.percent"), note: row.text(start + 6))
    }
}

extension HospitalWish.Choice {
    /// One line per choice, most wanted first: the trust's code, a tab, the department.
    static func encode(_ choices: [Self]) -> String {
        choices.map { choice in
            let department = choice.department.filter { $0 != "\t" && !$0.isNewline }
            return department.isEmpty ? choice.trust.code : "\(choice.trust.code)\t\(department)"
        }.joined(separator: "\n")
    }

    static func decode(_ text: String) throws -> [Self] {
        try text.split(separator: "\n").map { line in
            let parts = line.split(separator: "\t", maxSplits: 1)
            guard let first = parts.first, let trust = TrustCode(first) else { throw StoreFailure.damaged("wish.choices") }
            return Self(trust: trust, department: parts.count > 1 ? String(parts[1]) : "")
        }
    }
}

extension TraineeMerge: StoredFact {
    package static let table = "traineeMerge"
    package static let columns = ["duplicate", "kept"]
    package var columnValues: [SQLValue] { [duplicate.sqlValue, kept.sqlValue] }

    package init(row: borrowing Row, at start: Int) throws {
        self.init(duplicate: try row.recordID(start), kept: try row.recordID(start + 1))
    }
}
