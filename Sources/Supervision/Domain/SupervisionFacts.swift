/// How many hours a month a supervisor can give (*kapasitet*). One timeline for each supervisor, kept under her identity.
package struct SupervisorCapacity: Hashable, Sendable {
    package var supervisor: RecordID
    package var hours: MonthlyHours

    package init(supervisor: RecordID, hours: MonthlyHours) {
        self.supervisor = supervisor
        self.hours = hours
    }
}

/// A supervisor follows a doctor in training for a period (*veilederforhold*).
package struct SupervisionAssignment: Hashable, Sendable {
    package var training: RecordID
    package var supervisor: RecordID
    /// How much of the doctor's supervision is hers: two supervisors may share a doctor.
    package var share: PositionPercent

    package init(training: RecordID, supervisor: RecordID, share: PositionPercent = .full) {
        self.training = training
        self.supervisor = supervisor
        self.share = share
    }
}

/// A time supervision was given (*veiledningsøkt*). What was said is no part of it: notes lie apart (SupervisionNote).
package struct SupervisionSession: Hashable, Sendable {
    package var training: RecordID
    package var supervisor: RecordID
    package var day: CalendarDay
    package var minutes: Int
    package var isDigital: Bool
    /// In a group rather than alone; counts towards the group's hours only.
    package var isGroup: Bool
    /// The supervisor's preparation, kept apart: it is refunded and is no supervision (domain.md §12.2).
    package var preparationMinutes: Int

    package static let longestMinutes = 12 * 60

    package init(
        training: RecordID, supervisor: RecordID, day: CalendarDay, minutes: Int, isDigital: Bool = false, isGroup: Bool = false,
        preparationMinutes: Int = 0
    ) {
        self.training = training
        self.supervisor = supervisor
        self.day = day
        self.minutes = minutes
        self.isDigital = isDigital
        self.isGroup = isGroup
        self.preparationMinutes = preparationMinutes
    }
}

/// Somebody asks a supervisor to take a doctor (*forespørsel om veiledning*). Its period runs from the day it was made; each answer is a
/// new stretch.
package struct SupervisionRequest: Hashable, Sendable {
    package var training: RecordID
    package var supervisor: RecordID
    package var share: PositionPercent
    /// The first day supervision is wished for.
    package var wantedFrom: CalendarDay
    /// The last day the request can be answered.
    package var answerBy: CalendarDay
    /// To the supervisor; never anything about patients.
    package var message: String
    package var askedBy: String
    package var state: State
    /// What the supervisor answered, in her own words.
    package var answer: String

    package init(
        training: RecordID, supervisor: RecordID, share: PositionPercent, wantedFrom: CalendarDay, answerBy: CalendarDay,
        message: String = "",
        askedBy: String, state: State = .pending, answer: String = ""
    ) {
        self.training = training
        self.supervisor = supervisor
        self.share = share
        self.wantedFrom = wantedFrom
        self.answerBy = answerBy
        self.message = message
        self.askedBy = askedBy
        self.state = state
        self.answer = answer
    }

    /// What has been recorded; that a request has expired is worked out, never recorded.
    package enum State: String, CaseIterable, Sendable {
        case pending, accepted
        /// Accepted by a one-time link, which proves no more than that somebody held it: it opens nobody's contact details.
        case acceptedByLink
        case declined, withdrawn
    }

    /// How a request stands on a day (*svar*).
    package enum Standing: String, CaseIterable, Sendable {
        case pending, accepted, declined, withdrawn, expired
    }

    package func standing(on day: CalendarDay) -> Standing {
        switch state {
        case .pending: day > answerBy ? .expired : .pending
        case .accepted, .acceptedByLink: .accepted
        case .declined: .declined
        case .withdrawn: .withdrawn
        }
    }
}
