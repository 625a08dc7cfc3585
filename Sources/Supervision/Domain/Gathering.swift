/// Something supervisors or doctors come together for (*samling, veilederkurs, veiledningsgruppe*), with so many places.
package struct Gathering: Hashable, Sendable {
    package var kind: Kind
    package var title: String
    package var place: String
    package var isDigital: Bool
    /// The first and last day; a group runs over two years.
    package var first: CalendarDay
    package var last: CalendarDay
    package var places: Int
    /// How many hours it comes to in all; 120 for a group (domain.md §1.2).
    package var hours: Int
    package var office: OfficeCode
    package var note: String

    package init(
        kind: Kind, title: String, place: String, isDigital: Bool = false, first: CalendarDay, last: CalendarDay, places: Int, hours: Int,
        office: OfficeCode, note: String = ""
    ) {
        self.kind = kind
        self.title = title
        self.place = place
        self.isDigital = isDigital
        self.first = first
        self.last = last
        self.places = places
        self.hours = hours
        self.office = office
        self.note = note
    }

    package enum Kind: String, CaseIterable, Sendable {
        /// A course for supervisors.
        case supervisorCourse
        /// A day or two for doctors in training or supervisors.
        case meeting
        /// A supervision group for doctors in training: 120 hours over two years.
        case group
    }
}

extension Gathering {
    /// What somebody was at of a group, and, when she has a place in it and it goes on, what the group comes to in all as a plan.
    ///
    /// - Parameters:
    ///   - minutes: what she has attended so far, in the days until `day`.
    ///   - day: what was attended is known until this day.
    package func entries(_ activity: ActivityCode, attended minutes: Int, hasPlace: Bool, asOf day: CalendarDay) -> [ActivityEntry] {
        var entries: [ActivityEntry] = []
        let end = last.adding(days: 1)
        if minutes > 0, let held = Period(from: first, to: max(min(end, day), first.adding(days: 1))) {
            entries.append(ActivityEntry(activity: activity, period: held, minutes: minutes, isDone: true, origin: .attendance))
        }
        if hasPlace, end > day, let whole = Period(from: first, to: end) {
            entries.append(ActivityEntry(activity: activity, period: whole, minutes: hours * 60, isDone: false, origin: .attendance))
        }
        return entries
    }
}

/// Somebody wants a place at a gathering (*påmelding*). Its period runs from the day it was made.
package struct GatheringSignUp: Hashable, Sendable {
    package var gathering: RecordID
    package var participant: Participant
    /// The name as shown on the list when she signed up.
    package var name: String
    /// Minutes she was there; nil until somebody has said.
    package var attendedMinutes: Int?

    package init(gathering: RecordID, participant: Participant, name: String, attendedMinutes: Int? = nil) {
        self.gathering = gathering
        self.participant = participant
        self.name = name
        self.attendedMinutes = attendedMinutes
    }

    package enum Participant: Hashable, Sendable {
        case trainee(RecordID)
        case supervisor(RecordID)

        /// The code the store keeps.
        package var code: String {
            switch self {
            case .trainee(let id): "trainee:\(id)"
            case .supervisor(let id): "supervisor:\(id)"
            }
        }

        package init?(code: String) {
            let parts = code.split(separator: ":", maxSplits: 1)
            guard parts.count == 2, let id = RecordID(parts[1]) else { return nil }
            switch parts[0] {
            case "trainee": self = .trainee(id)
            case "supervisor": self = .supervisor(id)
            default: return nil
            }
        }
    }
}

/// Who has a place at a gathering and who waits, in order (*deltakerliste og venteliste*): first come, first served. Whoever withdraws
/// leaves her place to the first who waits.
package struct GatheringRoster: Sendable {
    package struct Entry: Hashable, Sendable {
        package let id: RecordID
        package let signUp: GatheringSignUp
        /// The change it was recorded in first: the order of the list.
        package let order: ChangeNumber

        package init(id: RecordID, signUp: GatheringSignUp, order: ChangeNumber) {
            self.id = id
            self.signUp = signUp
            self.order = order
        }
    }

    package let attending: [Entry]
    package let waiting: [Entry]
    package let places: Int

    package init(places: Int, entries: [Entry]) {
        let ordered = entries.sorted { ($0.order, $0.id) < ($1.order, $1.id) }
        self.places = max(0, places)
        attending = Array(ordered.prefix(self.places))
        waiting = Array(ordered.dropFirst(self.places))
    }

    package var free: Int { places - attending.count }

    /// Her number on the waiting list, from 1; nil when she has a place or is not on the list.
    package func waitingNumber(of participant: GatheringSignUp.Participant) -> Int? {
        waiting.firstIndex { $0.signUp.participant == participant }.map { $0 + 1 }
    }

    package func entry(of participant: GatheringSignUp.Participant) -> Entry? {
        (attending + waiting).first { $0.signUp.participant == participant }
    }
}
