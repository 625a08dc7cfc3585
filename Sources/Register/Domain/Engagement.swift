/// Where and how a doctor in training works (*ansettelse, næringsdrift, avtale om stilling*).
package struct Engagement: Hashable, Sendable {
    package var training: RecordID
    package var municipality: MunicipalityID
    /// The surgery or unit, as the municipality calls it; may be empty.
    package var workplace: String
    package var form: Form
    package var percent: PositionPercent

    package init(training: RecordID, municipality: MunicipalityID, workplace: String, form: Form, percent: PositionPercent) {
        self.training = training
        self.municipality = municipality
        self.workplace = workplace
        self.form = form
        self.percent = percent
    }

    /// Employed, self-employed with a contract, introduction post, or locum (*fastlønn, næringsdrift, introduksjonsstilling, vikar*).
    package enum Form: String, CaseIterable, Sendable {
        case salaried
        case selfEmployed
        case introduction
        case locum
    }
}

/// A stretch away from the position (*fravær*). Kind and length only: a diagnosis is never asked for and cannot be stored.
package struct Absence: Hashable, Sendable {
    package var training: RecordID
    package var kind: Kind
    /// How much of the position she is away from.
    package var share: PositionPercent

    package init(training: RecordID, kind: Kind, share: PositionPercent) {
        self.training = training
        self.kind = kind
        self.share = share
    }

    package enum Kind: String, CaseIterable, Sendable {
        case parentalLeave
        case sickLeave
        case militaryService
        case otherLeave
    }
}

/// A doctor's wish for hospital service (*ønske om sykehustjeneste*). Its period runs from the day it was made until it is
/// withdrawn or met.
package struct HospitalWish: Hashable, Sendable {
    package var training: RecordID
    /// Most wanted first; never empty.
    package var choices: [Choice]
    package var earliest: HalfYear
    package var latest: HalfYear
    /// Whole months wished for, within `possibleMonths`.
    package var months: Int
    package var percent: PositionPercent
    /// A practical remark; never anything about patients.
    package var note: String

    package init(
        training: RecordID, choices: [Choice], earliest: HalfYear, latest: HalfYear, months: Int, percent: PositionPercent, note: String
    ) {
        self.training = training
        self.choices = choices
        self.earliest = earliest
        self.latest = latest
        self.months = months
        self.percent = percent
        self.note = note
    }

    /// How long a stay can be wished for: our own limit.
    package static let possibleMonths = 1...24

    /// A trust, or one department in it.
    package struct Choice: Hashable, Sendable {
        package var trust: TrustCode
        /// Empty when any department will do.
        package var department: String

        package init(trust: TrustCode, department: String = "") {
            self.trust = trust
            self.department = department
        }
    }
}

/// Two records that look alike and are two doctors (*ikke samme person*): no possible duplicate until somebody takes it back. Who said
/// so, and when, stands in the change.
package struct DuplicateDismissal: Hashable, Sendable {
    /// The lower identity, so that a pair is said of once whichever way it is asked.
    package let first: RecordID
    package let second: RecordID

    package init(_ one: RecordID, _ other: RecordID) { (first, second) = one < other ? (one, other) : (other, one) }
}

/// Two records found to be one doctor: what the duplicate holds is shown under the one kept. Undone by superseding it,
/// with nothing lost, since neither record's own facts are touched.
package struct TraineeMerge: Hashable, Sendable {
    package var duplicate: RecordID
    package var kept: RecordID

    package init(duplicate: RecordID, kept: RecordID) {
        self.duplicate = duplicate
        self.kept = kept
    }

    /// What tells that two records are two doctors, whatever they are thought to be.
    package enum Refusal: Hashable, Sendable {
        case differentHPR
        case differentBirthYear
        /// No part of the name is the same.
        case differentNames
    }

    /// Why two records cannot be one doctor; nil when they can. One HPR number is one doctor's, whatever else is written of her.
    package static func refusal(_ one: Trainee, _ other: Trainee) -> Refusal? {
        if let first = one.hpr, let second = other.hpr { return first == second ? nil : .differentHPR }
        if let first = one.birthYear, let second = other.birthYear, first != second { return .differentBirthYear }
        func parts(_ trainee: Trainee) -> Set<Substring> { Set(Folding.fold(trainee.fullName).split(separator: " ")) }
        return parts(one).isDisjoint(with: parts(other)) ? .differentNames : nil
    }
}
