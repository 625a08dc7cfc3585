/// The running number of a change to the register. Changes are numbered in the order they were recorded, without two at once,
/// so "as we knew it at a time" is "up to this number" (docs/decisions/0002).
package typealias ChangeNumber = Int

/// One version of a fact (*versjon*): what was true from day to day (`period`), and from which change to which the register
/// held it to be so (`recordedIn` up to, but not including, `supersededIn`).
package struct Version<Value: Sendable>: Sendable {
    package let id: String
    package let value: Value
    package let period: Period
    package let recordedIn: ChangeNumber
    package let supersededIn: ChangeNumber?

    package init(id: String, value: Value, period: Period, recordedIn: ChangeNumber, supersededIn: ChangeNumber? = nil) {
        self.id = id
        self.value = value
        self.period = period
        self.recordedIn = recordedIn
        self.supersededIn = supersededIn
    }

    /// Whether the register held this version to be true after change `number`.
    package func isKnown(after number: ChangeNumber) -> Bool {
        recordedIn <= number && (supersededIn.map { $0 > number } ?? true)
    }
}

extension Version: Equatable where Value: Equatable {}

/// What one thing was, stretch by stretch: the versions of one identity that hold after one change, none overlapping.
package struct Timeline<Value: Sendable & Equatable>: Sendable {
    package let stretches: [Version<Value>]

    /// Keeps those of `versions` that hold after change `number`, in order of time.
    package init(_ versions: [Version<Value>], knownAfter number: ChangeNumber = .max) {
        stretches = versions.filter { $0.isKnown(after: number) }.sorted { $0.period.from < $1.period.from }
    }

    package func value(on day: CalendarDay) -> Value? { stretches.first { $0.period.contains(day) }?.value }

    /// What must be superseded and what inserted for `value` (or nothing, when nil) to hold in `period`, all else left as it was.
    ///
    /// Stretches that already say the same are left alone, so that saying the same twice changes nothing.
    package func revising(_ period: Period, to value: Value?) -> Revision<Value> {
        var superseded: [Version<Value>] = []
        var inserted: [(Period, Value)] = []
        var missing = [period]
        for stretch in stretches where stretch.period.overlaps(period) {
            if let value, stretch.value == value {
                missing = missing.flatMap { $0.subtracting(stretch.period) }
                continue
            }
            superseded.append(stretch)
            inserted += stretch.period.subtracting(period).map { ($0, stretch.value) }
        }
        if let value { inserted += missing.map { ($0, value) } }
        return Revision(superseded: superseded, inserted: inserted.sorted { $0.0.from < $1.0.from })
    }

    /// What must be superseded and inserted for the whole timeline to be exactly `stretches`, which may not overlap.
    package func replacing(with wanted: [(Period, Value)]) -> Revision<Value> {
        var kept = [Bool](repeating: false, count: wanted.count)
        var superseded: [Version<Value>] = []
        for stretch in stretches {
            if let index = wanted.indices.first(where: { !kept[$0] && wanted[$0].0 == stretch.period && wanted[$0].1 == stretch.value }) {
                kept[index] = true
            } else {
                superseded.append(stretch)
            }
        }
        return Revision(superseded: superseded, inserted: wanted.indices.filter { !kept[$0] }.map { wanted[$0] })
    }
}

/// The rows a revision closes and the rows it adds. Nothing is overwritten: a closed row keeps all it said.
package struct Revision<Value: Sendable>: Sendable {
    package let superseded: [Version<Value>]
    package let inserted: [(Period, Value)]

    package init(superseded: [Version<Value>], inserted: [(Period, Value)]) {
        self.superseded = superseded
        self.inserted = inserted
    }

    package var isEmpty: Bool { superseded.isEmpty && inserted.isEmpty }
}
