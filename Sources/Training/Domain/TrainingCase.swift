/// All that the rules look at in one doctor's training (*utdanningsløp*), as known on a day: the calculation's whole input.
package struct TrainingCase: Hashable, Sendable {
    package var training: RecordID
    package var specialty: Training.Specialty
    /// Scheme and standing, stretch by stretch; a conversion is a change of scheme, a pause a stretch that stands still.
    package var course: [CourseStretch]
    /// The day of authorisation; nil when nobody has said.
    package var authorisedOn: CalendarDay?
    package var services: [ServicePeriod]
    package var absences: [AbsencePeriod]
    /// When places were registered (or approved) as training enterprises.
    package var registrations: [EnterpriseStretch]
    package var supervision: [SupervisionStretch]
    package var activities: [ActivityEntry]
    package var objectives: [ObjectiveTally]
    /// What was served before this day has been served; the rest is plan.
    package var asOf: CalendarDay

    package init(
        training: RecordID, specialty: Training.Specialty = .generalPractice, course: [CourseStretch], authorisedOn: CalendarDay? = nil,
        services: [ServicePeriod] = [], absences: [AbsencePeriod] = [], registrations: [EnterpriseStretch] = [],
        supervision: [SupervisionStretch] = [], activities: [ActivityEntry] = [], objectives: [ObjectiveTally] = [], asOf: CalendarDay
    ) {
        self.training = training
        self.specialty = specialty
        self.course = course
        self.authorisedOn = authorisedOn
        self.services = services
        self.absences = absences
        self.registrations = registrations
        self.supervision = supervision
        self.activities = activities
        self.objectives = objectives
        self.asOf = asOf
    }

    /// The day she went from the old scheme to the new, when the course says so (*konverteringsdato*).
    package var convertedOn: CalendarDay? {
        guard course.contains(where: { $0.scheme == .old }) else { return nil }
        return course.filter { $0.scheme == .new && !$0.standing.isEnded }.map(\.period.from).min()
    }

    /// The course in order of time.
    var courseInOrder: [CourseStretch] { course.count > 1 ? course.sorted { $0.period.from < $1.period.from } : course }

    package func service(_ id: RecordID) -> ServicePeriod? { services.first { $0.id == id } }

    /// The first day no period reaches that was planned; the as-of day when the plan is behind it.
    package var planEnd: CalendarDay { max(asOf, services.map { $0.period.to ?? asOf }.max() ?? asOf) }
}

/// How a training ran in a stretch of time (*forløp*): its scheme, and whether it went on.
package struct CourseStretch: Hashable, Sendable {
    package var period: Period
    package var scheme: Training.Scheme
    package var standing: Training.Standing

    package init(period: Period, scheme: Training.Scheme, standing: Training.Standing = .active) {
        self.period = period
        self.scheme = scheme
        self.standing = standing
    }
}

/// A stretch away from work (*fravær*): its kind and how much, never why.
package struct AbsencePeriod: Hashable, Sendable, Identifiable {
    package let id: RecordID
    package var period: Period
    package var kind: Absence.Kind
    /// How much of the position she is away from.
    package var share: PositionPercent

    package init(id: RecordID, period: Period, kind: Absence.Kind, share: PositionPercent) {
        self.id = id
        self.period = period
        self.kind = kind
        self.share = share
    }
}

/// A stretch in which a place was a registered or approved training enterprise (*registrert utdanningsvirksomhet*).
package struct EnterpriseStretch: Hashable, Sendable {
    package var place: ServicePlace
    package var period: Period

    package init(place: ServicePlace, period: Period) {
        self.place = place
        self.period = period
    }
}

/// A stretch with an assigned supervisor (*tildelt veileder*).
package struct SupervisionStretch: Hashable, Sendable {
    package var period: Period
    /// Who; nil when only the fact is known.
    package var supervisor: RecordID?
    /// What is known of the sessions in it.
    package var log: Log
    /// The supervisor is no specialist in it, and has no exemption (any more).
    package var isLapsed: Bool

    package init(period: Period, supervisor: RecordID? = nil, log: Log = .logged, isLapsed: Bool = false) {
        self.period = period
        self.supervisor = supervisor
        self.log = log
        self.isLapsed = isLapsed
    }

    /// What is known of the sessions of a stretch (*øktføring*).
    package enum Log: String, CaseIterable, Sendable {
        /// Sessions have been logged in it.
        case logged
        /// Alis knew of the assignment, and nobody has logged a session.
        case silent
        /// Before Alis knew of the assignment or its first session: what was given then is not known.
        case before
    }
}

/// Something done or planned beside service (*aktivitet*): a course, a supervision session, a group, duty shifts, a confirmation.
package struct ActivityEntry: Hashable, Sendable {
    package var activity: ActivityCode
    /// One day, or the whole stretch it lasted: then its minutes are taken to be spread evenly over the days.
    package var period: Period
    /// 0 when nothing is said of its length.
    package var minutes: Int
    package var count: Int
    /// What it was about, for courses that must differ; empty when nothing is said.
    package var topic: String { didSet { foldedTopic = Folding.fold(topic) } }
    package var isDone: Bool
    package var origin: Origin
    /// The topic made equal for comparing with others, made once since plans are worked out again and again.
    private(set) var foldedTopic: String

    /// Where it was written down (*opphav*).
    package enum Origin: Int, CaseIterable, Sendable {
        /// A session, logged by one of the two on its day.
        case session
        /// Attendance at a gathering, or what a group she has a place in has left.
        case attendance
        /// In the plan itself.
        case plan
    }

    package init(
        activity: ActivityCode, period: Period, minutes: Int = 0, count: Int = 1, topic: String = "", isDone: Bool, origin: Origin = .plan
    ) {
        self.activity = activity
        self.period = period
        self.minutes = minutes
        self.count = count
        self.topic = topic
        self.isDone = isDone
        self.origin = origin
        foldedTopic = topic.isEmpty ? "" : Folding.fold(topic)
    }
}

/// How one doctor stands in one set of objectives (*status læringsmål*).
package struct ObjectiveTally: Hashable, Sendable {
    package var set: ObjectiveSet
    /// How many are asked of her; 0 when no catalogue is loaded, and then nothing is concluded.
    package var asked: Int
    package var approved: Int
    /// When the last of them was approved.
    package var lastApprovedOn: CalendarDay?
    /// When the plan says that all will be approved.
    package var plannedBy: CalendarDay?
    /// How many are recommended here and wait for the leader.
    package var waiting: Int
    /// What is asked is counted by our own sample, and not by the regulation's list.
    package var isSample: Bool
    /// How many of `approved` somebody has entered by hand or read in of her own: neither a report nor the leader has confirmed them.
    package var entered: Int

    package init(
        set: ObjectiveSet, asked: Int, approved: Int, lastApprovedOn: CalendarDay? = nil, plannedBy: CalendarDay? = nil, waiting: Int = 0,
        isSample: Bool = false, entered: Int = 0
    ) {
        self.set = set
        self.asked = asked
        self.approved = approved
        self.lastApprovedOn = lastApprovedOn
        self.plannedBy = plannedBy
        self.waiting = waiting
        self.isSample = isSample
        self.entered = entered
    }
}
