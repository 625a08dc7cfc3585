@testable import AlisDomain

/// The overview by the definitions on screen, person by person, without a thought for speed: what `RegisterIndex.answer` is held
/// against. Made from versions, sharing no code with it.
struct NaiveOverview {
    var trainings: [Version<Training>] = []
    var engagements: [Version<Engagement>] = []
    var absences: [Version<Absence>] = []
    var wishes: [Version<HospitalWish>] = []

    /// How many have each measure.
    func counts(asOf day: CalendarDay, knownAfter known: ChangeNumber) -> [Measure: Int] {
        let persons = Set(trainings.map(\.value.trainee))
        var counts: [Measure: Int] = [:]
        for person in persons {
            for measure in measures(of: person, asOf: day, knownAfter: known) { counts[measure, default: 0] += 1 }
        }
        return counts
    }

    func measures(of person: RecordID, asOf day: CalendarDay, knownAfter known: ChangeNumber) -> Set<Measure> {
        let mine = trainings.filter { $0.isKnown(after: known) && $0.value.trainee == person }.sorted { $0.period.from < $1.period.from }
        guard let stretch = mine.first(where: { $0.period.contains(day) }) else { return [] }
        if case .ended(let reason) = stretch.value.standing {
            return reason == .specialist && stretch.period.from.year == day.year ? [.finished] : []
        }
        var found: Set<Measure> = []
        let running = mine.filter { !$0.value.standing.isEnded }
        if let start = running.first?.period.from, start.year == day.year, start <= day { found.insert(.started) }
        if stretch.value.scheme == .old, running.contains(where: { $0.value.scheme == .new && $0.period.from > day }) {
            found.insert(.converting)
        }
        let became = running.contains { turn in
            turn.value.scheme == .new && turn.period.from.year == day.year && turn.period.from <= day
                && (running.first?.period.from ?? day) < turn.period.from
                && running.contains { $0.value.scheme == .old && $0.period.from < day }
        }
        if became { found.insert(.converted) }
        guard stretch.value.standing == .active else { return found.union([.paused]) }
        found.formUnion([.active, stretch.value.scheme == .new ? .newScheme : .oldScheme])
        if let end = stretch.value.expectedEnd, end.year == day.year, end >= day { found.insert(.expected) }
        let training = stretch.id
        func holds<Value>(_ version: Version<Value>, _ owner: RecordID) -> Bool {
            version.isKnown(after: known) && version.period.contains(day) && owner.text == training
        }
        if absences.contains(where: { holds($0, $0.value.training) && $0.value.share == .full }) { found.insert(.onLeave) }
        if !engagements.contains(where: { holds($0, $0.value.training) }) { found.insert(.unplaced) }
        let horizon = day.adding(months: 12)
        if wishes.contains(where: {
            holds($0, $0.value.training) && $0.value.earliest.start < horizon && $0.value.latest.next.start > day
        }) {
            found.insert(.wishing)
        }
        return found
    }
}
