/// One change to the register (*endring*): every version is recorded in one, with who, when and why.
package struct Change: Hashable, Sendable {
    package let number: ChangeNumber
    package let recordedAt: Instant
    package let act: ChangeAct
    /// The account that did it, or a program's name such as `alis`.
    package let account: String
    /// The person's name as shown in the history.
    package let byName: String
    /// The organisation the person acted for, as shown in the history.
    package let organisation: String
    /// Why, in the person's own words; may be empty where the act says it all.
    package let reason: String

    package init(
        number: ChangeNumber, recordedAt: Instant, act: ChangeAct, account: String, byName: String, organisation: String, reason: String
    ) {
        self.number = number
        self.recordedAt = recordedAt
        self.act = act
        self.account = account
        self.byName = byName
        self.organisation = organisation
        self.reason = reason
    }
}

/// What a change was, for the history a lay person reads.
package enum ChangeAct: String, CaseIterable, Sendable {
    case registered, corrected, converted, paused, resumed, ended, reopened
    case engaged, engagementChanged, engagementEnded
    case absenceRecorded, wished, wishChanged, wishWithdrawn
    case planned, planReviewed, activityRecorded, enterpriseRegistered, generalPlanWritten, generalPlanDrafted
    case objectiveRecorded, objectivesImported, objectivePlanned, objectiveAsked, objectiveRecommended, objectiveDecided
    case catalogueImported
    case supervisorRegistered, supervisorChanged, capacityChanged, supervisionAssigned, supervisionEnded, sessionLogged, sessionCorrected,
        sessionRemoved
    case supervisionRequested, requestAnswered, gatheringChanged, signedUp, signedOff, attendanceRecorded
    case confirmed, contactChanged, merged, unmerged, toldApart, toldApartUndone, transferAsked, transferAnswered
    case imported, referenceUpdated, coordinationSet, demo
}

/// Who records something: given by the signed-in viewer, or by the command line.
package struct Recorder: Hashable, Sendable {
    package let account: String
    package let name: String
    package let organisation: String

    package init(account: String, name: String, organisation: String) {
        self.account = account
        self.name = name
        self.organisation = organisation
    }
}
