// What is recorded of a training plan: each a fact in versions, valid from day to day.

/// Service of one kind at one place (*tjeneste*): what a doctor's plan consists of. Its period is when it is served.
package struct Service: Hashable, Sendable {
    package var training: RecordID
    package var category: CategoryCode
    package var percent: PositionPercent
    package var place: ServicePlace
    /// The surgery, ward or other learning arena (*læringsarena*), as people call it; may be empty.
    package var arena: String

    package init(training: RecordID, category: CategoryCode, percent: PositionPercent, place: ServicePlace, arena: String = "") {
        self.training = training
        self.category = category
        self.percent = percent
        self.place = place
        self.arena = arena
    }
}

/// How a municipality stands as training enterprise in a specialty (*registrert utdanningsvirksomhet*; spesialistforskriften § 19).
package struct EnterpriseRegistration: Hashable, Sendable {
    package var municipality: MunicipalityID
    package var specialty: Training.Specialty
    package var status: Status

    package init(municipality: MunicipalityID, specialty: Training.Specialty, status: Status) {
        self.municipality = municipality
        self.specialty = specialty
        self.status = status
    }

    /// The statuses of the Directorate's list, and that an application is under way. A registered enterprise counts as registered from the
    /// day it applied (§ 21 third paragraph), so the period of an approved one begins that day.
    package enum Status: String, CaseIterable, Sendable {
        case applied
        case temporary
        case registered
        case refused

        /// Whether service in it counts.
        package var counts: Bool { self == .temporary || self == .registered }
    }
}

/// A course, duty shifts, group supervision or a confirmation, done or planned (*aktivitet*). Its period is when it lasted.
package struct ActivityRecord: Hashable, Sendable {
    package var training: RecordID
    package var activity: ActivityCode
    /// 0 when nothing is said of its length.
    package var minutes: Int
    package var count: Int
    package var topic: String
    package var isDone: Bool

    package init(training: RecordID, activity: ActivityCode, minutes: Int = 0, count: Int = 1, topic: String = "", isDone: Bool) {
        self.training = training
        self.activity = activity
        self.minutes = minutes
        self.count = count
        self.topic = topic
        self.isDone = isDone
    }
}

/// Somebody has looked through a plan (*revisjon av planen*): drafted, revised, approved or returned it, or said something about it.
package struct PlanReview: Hashable, Sendable {
    package var training: RecordID
    package var kind: Kind
    package var personName: String
    package var account: String
    package var note: String

    package init(training: RecordID, kind: Kind, personName: String, account: String, note: String = "") {
        self.training = training
        self.kind = kind
        self.personName = personName
        self.account = account
        self.note = note
    }

    /// What came of it. The plan is to be revised at least once a year (alis.no, individuell utdanningsplan).
    package enum Kind: String, CaseIterable, Sendable {
        case drafted
        case revised
        case approved
        case returned
        case comment

        /// Whether the plan counts as looked through that day.
        package var isRevision: Bool { self != .returned && self != .comment }
    }
}

/// That a doctor is authorised (*autorisasjon*), from the first day of the period on.
package struct Authorisation: Hashable, Sendable {
    package var trainee: RecordID

    package init(trainee: RecordID) { self.trainee = trainee }
}
