/// One way of reading a rule that can be read in several (*tolkning*): named, dated and shown where it matters.
package struct Interpretation: Hashable, Sendable {
    package let question: Question
    /// One of the question's values.
    package let value: String
    /// The first day from which it is the reading of Alis.
    package let from: CalendarDay
    /// The question in words.
    package let name: Text
    /// The chosen answer, the other ones, and why.
    package let reason: Text
    package let source: String

    package init(question: Question, value: String, from: CalendarDay, name: Text, reason: Text, source: String) {
        self.question = question
        self.value = value
        self.from = from
        self.name = name
        self.reason = reason
        self.source = source
    }

    /// The answers that could have been chosen instead.
    package var alternatives: [String] { question.values.filter { $0 != value } }

    /// The questions the calculation must have answered.
    package enum Question: String, CaseIterable, Sendable {
        case monthLength, engagementAboveFull, fractionOf, fractionDuringAbsence, lateSupervisor, plannedSupervision, supervisionShortfall
        case trustApproval, serviceBeforeTraining, unknownAuthorisation, plannedConversion, openEnd
        case runningPlan, groupAccounts, groupSessionMonth, assignmentAlone, lapsedExemption, unloggedHours
        case unconfirmedPlace, institutionMinimum, absenceInNewScheme

        /// What the calculation can do; the first is what it does when the data say nothing.
        package var values: [String] {
            switch self {
            case .monthLength: ["daysOfMonth"]
            case .engagementAboveFull: ["firstCounts", "allCount"]
            case .fractionOf: ["sum", "each"]
            case .fractionDuringAbsence: ["position", "present"]
            case .lateSupervisor: ["fromAppointment", "wholePeriod"]
            case .plannedSupervision: ["assumed", "mustBeAssigned"]
            case .supervisionShortfall: ["warns", "blocks"]
            case .trustApproval: ["assumed", "mustBeRegistered"]
            case .serviceBeforeTraining: ["doesNotCount", "counts"]
            case .unknownAuthorisation: ["counts", "doesNotCount"]
            case .plannedConversion: ["followed", "whenReached"]
            case .openEnd: ["tenYears"]
            case .runningPlan: ["staysPlanned", "lapses"]
            case .groupAccounts: ["planAddsTheRest", "allAdded"]
            case .groupSessionMonth: ["calendarMonth", "itsDay"]
            case .assignmentAlone, .lapsedExemption: ["counts", "doesNotCount"]
            case .unloggedHours: ["unknown", "missing"]
            case .unconfirmedPlace: ["counts", "doesNotCount"]
            case .institutionMinimum: ["required", "recommended"]
            case .absenceInNewScheme: ["deducted", "counts"]
            }
        }
    }
}

/// The readings the calculation follows, one for each question (*tolkninger i bruk*).
package struct Readings: Hashable, Sendable {
    private var second: Set<Interpretation.Question> = []

    /// The first value of each question, unless one of `interpretations` says another.
    package init(_ interpretations: [Interpretation] = []) {
        for one in interpretations where one.value != one.question.values.first { second.insert(one.question) }
    }

    /// Whether the other answer than the usual is chosen.
    package func departs(on question: Interpretation.Question) -> Bool { second.contains(question) }
}
