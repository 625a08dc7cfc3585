// What is recorded about learning objectives: each a fact in versions, valid from day to day.

/// How one doctor stands in one objective, as recorded in her training (*status for læringsmål*). Valid from the day it was reached, or,
/// when it is not reached, from the day it was reported. Never evidence and never patient data: that stays in Kompetanseportalen.
package struct TrainingObjective: Hashable, Sendable {
    package var training: RecordID
    package var record: ObjectiveRecord
    /// Practical matters in a few words; may be empty.
    package var note: String

    package init(training: RecordID, record: ObjectiveRecord, note: String = "") {
        self.training = training
        self.record = record
        self.note = note
    }
}

/// Where and when a doctor is to reach an objective (*planlagt læringsarena*): "which objectives at which arena" of her plan.
package struct ObjectiveArena: Hashable, Sendable {
    package var training: RecordID
    package var objective: Objective.Code
    /// The service period it is to be reached in; nil when the arena is only named, or not said.
    package var service: RecordID?
    /// A surgery, nursing home, ward or course, as people call it; may be empty.
    package var arena: String
    /// The last day by which it is to be approved; nil when nobody has said.
    package var due: CalendarDay?
    /// The day stands for its whole half-year.
    package var isHalfYear: Bool

    package init(
        training: RecordID, objective: Objective.Code, service: RecordID? = nil, arena: String = "", due: CalendarDay? = nil,
        isHalfYear: Bool = false
    ) {
        self.training = training
        self.objective = objective
        self.service = service
        self.arena = arena
        self.due = due
        self.isHalfYear = isHalfYear
    }
}

/// One step on the way to approval (*steg i godkjenningen*): never changed, only followed by others.
package struct ObjectiveStep: Hashable, Sendable {
    package var training: RecordID
    package var objective: Objective.Code
    package var kind: Kind
    /// In what role the person recommends; nil for other steps.
    package var role: ObjectiveApproval.Role?
    /// Who: a supervisor's identity, the doctor's own, or one made of the name of somebody without an account.
    package var person: RecordID
    package var personName: String
    /// The account that did it; empty when it was done by a one-time link.
    package var account: String
    /// What was said: the reason of a return, or a comment.
    package var words: String
    package var day: CalendarDay
    /// The invitation this step makes or answers.
    package var request: RecordID?

    package init(
        training: RecordID, objective: Objective.Code, kind: Kind, role: ObjectiveApproval.Role? = nil, person: RecordID,
        personName: String, account: String = "", words: String = "", day: CalendarDay, request: RecordID? = nil
    ) {
        self.training = training
        self.objective = objective
        self.kind = kind
        self.role = role
        self.person = person
        self.personName = personName
        self.account = account
        self.words = words
        self.day = day
        self.request = request
    }

    /// What was done (*slag steg*).
    package enum Kind: String, CaseIterable, Sendable {
        /// The doctor asks for the objective to be assessed.
        case asked
        /// A clinical supervisor is asked for a recommendation by a one-time link; she is named as the person.
        case invited
        case recommended
        /// The clinical supervisor who was asked does not recommend it now.
        case declined
        case approved
        case returned
        /// Begun again, or taken back: what was recommended before does not count any more.
        case withdrawn
    }
}

/// One version of an objective as an imported catalogue has it (*rad i læringsmålkatalogen*); the fact's period is when it is asked for.
package struct CatalogueEntry: Hashable, Sendable {
    package var code: Objective.Code
    package var version: String
    package var set: ObjectiveSet
    package var title: Text
    package var replaces: [Objective.Code]
    package var source: String
    /// Somebody's own example and not the regulation's text.
    package var isSample: Bool

    package init(
        code: Objective.Code, version: String, set: ObjectiveSet, title: Text, replaces: [Objective.Code] = [], source: String,
        isSample: Bool
    ) {
        self.code = code
        self.version = version
        self.set = set
        self.title = title
        self.replaces = replaces
        self.source = source
        self.isSample = isSample
    }

    /// The entry as the objective it is in a period.
    package func objective(in period: Period) -> Objective {
        Objective(
            code: code, version: version, set: set, title: title, period: period, replaces: replaces, source: source, isSample: isSample)
    }
}

extension ObjectiveRecord {
    /// The first day the status can hold: when it was reached, or when it was said.
    package var holdsFrom: CalendarDay {
        switch status {
        case .recommended(let day), .approved(let day): day
        case .notStarted, .inProgress: reportedOn
        }
    }
}

extension Timeline where Value == TrainingObjective {
    /// The whole timeline when a new status has been recorded: what was less far before it stays; what it contradicts gives way. A status
    /// that was known before keeps its first day.
    package func recording(_ value: TrainingObjective) -> [(Period, TrainingObjective)] {
        let status = value.record.status
        let first = stretches.filter { $0.value.record.status == status }.map(\.period.from).min()
        let from = min(value.record.holdsFrom, first ?? .latest)
        let kept = stretches.compactMap { stretch -> (Period, TrainingObjective)? in
            guard stretch.value.record.status.rank < status.rank,
                let period = Period(from: stretch.period.from, to: min(stretch.period.end, from))
            else { return nil }
            return (period, stretch.value)
        }
        return kept + [(Period(startingOn: from), value)]
    }
}
