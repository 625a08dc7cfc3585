import AlisDomain

/// Where municipalities report: one change is what one municipality said of one kind of thing in one week, by a named person.
///
/// A change's number follows from week, municipality and act, so every Norway in a hundred shares the same changes, and the whole
/// change can be made from its number. Numbers rise with time: within a week municipalities report one after another in an order
/// that turns from week to week, Monday to Friday in working hours.
struct ChangeDesk {
    /// Numbers below this are left for reference data and what the program records itself.
    static let firstNumber: ChangeNumber = 1000
    /// The acts a municipality reports; an act's place here is part of the number.
    static let acts: [ChangeAct] = [
        .imported, .registered, .engaged, .corrected, .converted, .paused, .resumed, .engagementChanged, .engagementEnded, .ended,
        .absenceRecorded, .wished, .wishChanged, .wishWithdrawn, .confirmed, .referenceUpdated,
    ]
    private static let slots: [ChangeAct: Int] = Dictionary(uniqueKeysWithValues: acts.enumerated().map { ($1, $0) })

    let start: CalendarDay
    private let now: Instant
    private let people: ReportingPeople
    private let count: Int
    private let stride: Int
    private let thisWeek: Int
    private var opened: [UInt64]

    /// `start` is a Monday; nothing is recorded from `today` on.
    init(start: CalendarDay, today: CalendarDay, people: ReportingPeople) {
        self.start = start
        self.people = people
        now = Instant(startOf: today)
        count = max(1, people.places.municipalities.count)
        stride = count * Self.acts.count
        thisWeek = max(0, today.days(since: start) / 7)
        opened = [UInt64](repeating: 0, count: ((thisWeek + 1) * stride + 63) / 64)
    }

    /// The week a day lies in; the first week for earlier days.
    func week(of day: CalendarDay) -> Int { max(0, day.days(since: start) / 7) }

    /// The number of the first report of `act` by a municipality in `week` or later that comes after change `previous`;
    /// nil when that has not happened yet.
    func number(week: Int, municipality: Int, act: ChangeAct, after previous: ChangeNumber = 0) -> ChangeNumber? {
        var week = week
        let slot = Self.slots[act] ?? 0
        while week <= thisWeek {
            let position = (municipality + week * 131) % count
            let number = Self.firstNumber + week * stride + position * Self.acts.count + slot
            if number > previous { return recordedAt(number) < now ? number : nil }
            week += 1
        }
        return nil
    }

    /// The day a change was recorded.
    func day(of number: ChangeNumber) -> CalendarDay { recordedAt(number).dayInNorway }

    private func recordedAt(_ number: ChangeNumber) -> Instant {
        let (week, place) = (number - Self.firstNumber).quotientAndRemainder(dividingBy: stride)
        let working = Int64(place) * 144_000_000_000 / Int64(stride)
        let (day, time) = working.quotientAndRemainder(dividingBy: 28_800_000_000)
        let midnight = Instant(startOf: start.adding(days: week * 7 + Int(day)))
        return Instant(microseconds: midnight.microseconds + 25_200_000_000 + time)
    }

    /// Whether a change was reported by a municipality.
    func isReport(_ number: ChangeNumber, by municipality: Int) -> Bool { place(of: number).municipality == municipality }

    private func place(of number: ChangeNumber) -> (municipality: Int, slot: Int) {
        let (week, place) = (number - Self.firstNumber).quotientAndRemainder(dividingBy: stride)
        let (position, slot) = place.quotientAndRemainder(dividingBy: Self.acts.count)
        return (((position - week * 131) % count + count) % count, slot)
    }

    private func change(_ number: ChangeNumber) -> Change {
        let (municipality, slot) = place(of: number)
        let act = Self.acts[slot]
        let instant = recordedAt(number)
        let reporter = people.reporter(municipality: municipality, act: act, on: instant.dayInNorway)
        return Change(
            number: number, recordedAt: instant, act: act, account: reporter.account, byName: reporter.name,
            organisation: reporter.organisation, reason: people.reason(municipality: municipality, act: act, number: number))
    }

    /// Hands a change to the sink the first time it is needed.
    mutating func open(_ number: ChangeNumber, into sink: inout some SyntheticSink) {
        let index = number - Self.firstNumber
        guard index >= 0, index / 64 < opened.count, opened[index / 64] & (1 << UInt64(index % 64)) == 0 else { return }
        opened[index / 64] |= 1 << UInt64(index % 64)
        sink.change(change(number))
    }

    mutating func open<Value>(_ version: Version<Value>, into sink: inout some SyntheticSink) {
        open(version.recordedIn, into: &sink)
        if let superseded = version.supersededIn { open(superseded, into: &sink) }
    }
}
