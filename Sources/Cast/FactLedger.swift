import AlisDomain

/// The versions of one identity as they come to be known: each statement says what its whole timeline is from then on.
///
/// Versions that no longer hold are closed, never changed; what a statement repeats is left alone.
struct FactLedger<Value: Sendable & Equatable> {
    let id: String
    private(set) var versions: [Version<Value>] = []
    /// The number of the last statement; a later one must have a higher number.
    private(set) var last: ChangeNumber = 0

    init(id: RecordID) { self.id = id.text }

    /// From change `number` the timeline is exactly `wanted`, whose periods must not overlap. Ignored when not later than the last.
    mutating func state(_ wanted: [(Period, Value)], in number: ChangeNumber) {
        guard number > last else { return }
        last = number
        var missing = wanted
        for index in versions.indices where versions[index].supersededIn == nil {
            let version = versions[index]
            if let same = missing.firstIndex(where: { $0.0 == version.period && $0.1 == version.value }) {
                missing.remove(at: same)
            } else {
                versions[index] = Version(
                    id: version.id, value: version.value, period: version.period, recordedIn: version.recordedIn, supersededIn: number)
            }
        }
        versions += missing.map { Version(id: id, value: $0.1, period: $0.0, recordedIn: number) }
    }
}

/// A timeline told by the days on which something changes, in order.
struct Breakpoints<Value: Sendable & Equatable> {
    private(set) var points: [(day: CalendarDay, value: Value)]
    var end: CalendarDay?

    init(from day: CalendarDay, _ value: Value, to end: CalendarDay? = nil) {
        points = [(day, value)]
        self.end = end
    }

    var lastDay: CalendarDay { points.last?.day ?? .earliest }
    var lastValue: Value? { points.last?.value }

    /// Adds a change after the last; refused when it is not later, or not before the end.
    mutating func add(_ day: CalendarDay, _ value: Value) -> Bool {
        guard day > lastDay, end.map({ day < $0 }) ?? true else { return false }
        points.append((day, value))
        return true
    }

    /// From `day` on something is different, whatever else happens later; refused outside the timeline.
    mutating func insert(_ day: CalendarDay, _ change: (inout Value) -> Void) -> Bool {
        guard let before = points.lastIndex(where: { $0.day < day }), end.map({ day < $0 }) ?? true else { return false }
        for index in points.indices where index > before { change(&points[index].value) }
        if before + 1 < points.count, points[before + 1].day == day { return true }
        var value = points[before].value
        change(&value)
        points.insert((day, value), at: before + 1)
        return true
    }

    /// Every value made over, as when something was wrong from the beginning.
    mutating func correct(start: CalendarDay? = nil, _ change: (inout Value) -> Void) {
        for index in points.indices { change(&points[index].value) }
        guard let start, let first = points.first else { return }
        if points.count < 2 || start < points[1].day, end.map({ start < $0 }) ?? true { points[0] = (start, first.value) }
    }

    var stretches: [(Period, Value)] {
        points.indices.compactMap { index in
            let to = index + 1 < points.count ? points[index + 1].day : end
            return Period(from: points[index].day, to: to).map { ($0, points[index].value) }
        }
    }
}
