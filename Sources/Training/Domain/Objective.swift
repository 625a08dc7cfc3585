/// A set of learning objectives (*læringsmålsett*): ALM, FKM or SAM.
package enum ObjectiveSet: String, CaseIterable, Sendable {
    /// General practice (*allmennmedisinske læringsmål*).
    case generalPractice = "ALM"
    /// The common ones (*felles kompetansemål*).
    case common = "FKM"
    /// Community medicine (*samfunnsmedisinske læringsmål*).
    case communityMedicine = "SAM"
}

/// One learning objective in one version (*læringsmål*): what a specialist must understand, know or be able to do.
///
/// The official texts are the regulation's; a catalogue is imported, and a row of our own making is marked as sample.
package struct Objective: Hashable, Sendable {
    /// Such as `ALM-055`.
    package typealias Code = RuleCode<Objective>

    package let code: Code
    /// What the catalogue calls this version.
    package let version: String
    package let set: ObjectiveSet
    package let title: Text
    /// When it is asked of doctors.
    package let period: Period
    /// The objectives it came instead of (*erstatter*).
    package let replaces: [Code]
    package let source: String
    package let isSample: Bool

    package init(
        code: Code, version: String, set: ObjectiveSet, title: Text, period: Period, replaces: [Code] = [], source: String, isSample: Bool
    ) {
        self.code = code
        self.version = version
        self.set = set
        self.title = title
        self.period = period
        self.replaces = replaces
        self.source = source
        self.isSample = isSample
    }
}

/// How far a doctor has come with one objective (*status for et læringsmål*).
package enum ObjectiveStatus: Hashable, Sendable {
    case notStarted
    case inProgress
    /// The supervisor and a clinical supervisor recommend approval.
    case recommended(on: CalendarDay)
    case approved(on: CalendarDay)

    /// How far, for comparing two statuses of one objective.
    package var rank: Int {
        switch self {
        case .notStarted: 0
        case .inProgress: 1
        case .recommended: 2
        case .approved: 3
        }
    }
}

/// One doctor's status in one objective, with where it comes from (*læringsmålstatus*). Evidence stays in Kompetanseportalen.
package struct ObjectiveRecord: Hashable, Sendable {
    package var objective: Objective.Code
    package var status: ObjectiveStatus
    package var origin: Origin
    /// The day the status was reported or entered.
    package var reportedOn: CalendarDay

    /// Approved, as somebody says for whom nobody vouches: the leader may confirm it.
    package var awaitsConfirmation: Bool { status.rank == 3 && !origin.isConfirmed }

    package init(objective: Objective.Code, status: ObjectiveStatus, origin: Origin, reportedOn: CalendarDay) {
        self.objective = objective
        self.status = status
        self.origin = origin
        self.reportedOn = reportedOn
    }

    /// Where a status comes from (*opprinnelse*).
    package enum Origin: String, CaseIterable, Sendable {
        /// A report from Kompetanseportalen.
        case portal
        /// Entered by a person.
        case entered
        /// Approved here, by the chain of recommendation and approval.
        case approvedHere
        /// A report from Kompetanseportalen that the doctor herself has read in: nobody else has seen it.
        case ownReport
        /// Entered or read in by somebody, and found to be right by the municipality's leader.
        case confirmed

        /// Whether anybody but the one who said so vouches for it.
        package var isConfirmed: Bool {
            switch self {
            case .portal, .approvedHere, .confirmed: true
            case .entered, .ownReport: false
            }
        }
    }
}
