/// A municipality asks for a doctor who is registered elsewhere (*forespørsel om overføring*). Nobody gains sight of a doctor by an act of
/// her own alone: those who may change the doctor's record answer, and a yes lets the asking municipality see and change it too.
package struct TransferRequest: Hashable, Sendable {
    /// How far it has come.
    package enum State: String, CaseIterable, Sendable {
        case asked
        /// It is her: the asking municipality sees and may change her record from now on.
        case granted
        /// It is another doctor than the one described, who may be registered as new.
        case another
        case declined
        case withdrawn
        /// Granted, and taken back.
        case revoked
    }

    /// The doctor it is about; nil when the register knew nobody like the one described, which is not told to the asker.
    package var trainee: RecordID?
    /// For whom it is asked.
    package var municipality: MunicipalityID
    /// The asker's own record that may be the same doctor.
    package var own: RecordID?
    /// The doctor as the asker describes her.
    package var described: Described
    package var message: String
    /// The work that was filled in when she was to be registered, as the form's fields; empty when none was. It waits for a yes.
    package var work: String
    package var state: State
    package var askedBy: String
    /// The account that asked: she is not the one who answers.
    package var account: String

    package init(
        trainee: RecordID?, municipality: MunicipalityID, own: RecordID? = nil, described: Described, message: String = "",
        work: String = "", state: State = .asked, askedBy: String, account: String
    ) {
        self.trainee = trainee
        self.municipality = municipality
        self.own = own
        self.described = described
        self.message = message
        self.work = work
        self.state = state
        self.askedBy = askedBy
        self.account = account
    }

    /// Who is meant, in the asker's own words (*beskrivelse*).
    package struct Described: Hashable, Sendable {
        package var name: String
        package var hpr: HPRNumber?
        package var birthYear: Int?

        package init(name: String, hpr: HPRNumber? = nil, birthYear: Int? = nil) {
            self.name = name
            self.hpr = hpr
            self.birthYear = birthYear
        }

        package init(_ trainee: Trainee) {
            self.init(name: trainee.fullName, hpr: trainee.hpr, birthYear: trainee.birthYear)
        }

        /// Whether two descriptions say the same, however the name is written.
        package func isSame(as other: Described) -> Bool {
            Folding.fold(name) == Folding.fold(other.name) && hpr == other.hpr && birthYear == other.birthYear
        }
    }

    /// The most that one account may have waiting: enough for a list that is read in, too few to try numbers with.
    package static let mostWaiting = 20
    /// How long one that was withdrawn still counts among them.
    package static let daysWithdrawn = 30
}

extension RegisterIndex {
    /// What a municipality's description has been answered with, newest first.
    package func transfers(of municipality: MunicipalityID, about described: TransferRequest.Described) -> [Version<TransferRequest>] {
        transfers.filter {
            $0.supersededIn == nil && $0.value.municipality == municipality && $0.value.described.isSame(as: described)
        }.sorted { $0.recordedIn > $1.recordedIn }
    }
}
