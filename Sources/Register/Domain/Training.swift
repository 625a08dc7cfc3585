/// One doctor's course in one specialty (*utdanningsløp*).
///
/// Its timeline says, stretch by stretch, under which scheme it runs and how it stands: a conversion is a change of scheme,
/// a pause a stretch that stands still, the end an open stretch with its reason. So all of them can be planned and corrected alike.
package struct Training: Hashable, Sendable {
    package var trainee: RecordID
    package var specialty: Specialty
    package var scheme: Scheme
    package var standing: Standing
    /// When the doctor is expected to be done, as the municipality has said; nil when nobody has.
    package var expectedEnd: CalendarDay?

    package init(
        trainee: RecordID, specialty: Specialty = .generalPractice, scheme: Scheme, standing: Standing = .active,
        expectedEnd: CalendarDay? = nil
    ) {
        self.trainee = trainee
        self.specialty = specialty
        self.scheme = scheme
        self.standing = standing
        self.expectedEnd = expectedEnd
    }

    /// A medical specialty (*spesialitet*); community medicine has the same offices since 2022 (domain.md §1.10).
    package enum Specialty: String, CaseIterable, Sendable {
        case generalPractice
        case communityMedicine
    }

    /// The old scheme, begun before 1 March 2019, or the new (*gammel, ny ordning*; domain.md §1.2, §1.7).
    package enum Scheme: String, CaseIterable, Sendable {
        case new
        case old
    }

    /// How the training stands in a stretch of time.
    package enum Standing: Hashable, Sendable {
        case active
        case paused
        case ended(EndReason)

        /// The code the store keeps.
        package var code: String {
            switch self {
            case .active: "active"
            case .paused: "paused"
            case .ended(let reason): reason.rawValue
            }
        }

        package init?(code: String) {
            switch code {
            case "active": self = .active
            case "paused": self = .paused
            default:
                guard let reason = EndReason(rawValue: code) else { return nil }
                self = .ended(reason)
            }
        }

        package var isEnded: Bool {
            if case .ended = self { true } else { false }
        }
    }

    /// Why a training ended (*avslutningsgrunn*).
    package enum EndReason: String, CaseIterable, Sendable {
        case specialist
        case withdrew
        case movedAbroad
        case otherReason
    }
}
