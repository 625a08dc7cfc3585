/// How far the service of a training has come in all (*tjenestetid i alt*): what is asked, what has been served, and what is left.
///
/// A rule set may ask for service in several rows. Those that lie within another, as two years in practice within five in all, are not
/// added to it; those that stand beside it, as the old scheme's year at a hospital, are.
package struct ServiceTotal: Hashable, Sendable {
    package var required: ServiceAmount
    /// Served before the as-of day, of each row no more than it asks for.
    package var counted: ServiceAmount
    /// Planned, of each row no more than is left of it.
    package var planned: ServiceAmount
    /// Not served yet, planned or not.
    package var remaining: ServiceAmount { required - counted }

    package init(required: ServiceAmount = .zero, counted: ServiceAmount = .zero, planned: ServiceAmount = .zero) {
        self.required = required
        self.counted = counted
        self.planned = planned
    }
}

extension Evaluation {
    /// The service of the training in all; nil when the rule set asks for none.
    package var serviceTotal: ServiceTotal? {
        var total: ServiceTotal?
        var taken: Set<CategoryCode> = []
        for outcome in outcomes {
            guard case .serviceTime(let codes, .some, _) = requirement(outcome).kind, requirement(outcome).isRequired,
                taken.isDisjoint(with: codes), case .months(let required) = outcome.required, case .months(let counted) = outcome.counted,
                case .months(let planned) = outcome.planned
            else { continue }
            taken.formUnion(codes)
            let served = min(counted, required)
            var sum = total ?? ServiceTotal()
            sum.required += required
            sum.counted += served
            sum.planned += min(planned, required - served)
            total = sum
        }
        return total
    }
}

/// The end a plan comes to beside the end that is registered (*beregnet og registrert slutt*).
package enum EndComparison: Hashable, Sendable {
    /// Within a month of each other: our own limit, since a registered end is often a month and no day.
    case agree
    /// Days the computed end lies after the registered one; below 0 is before.
    case differ(days: Int)
    /// An end is registered, and the plan does not reach one.
    case notReached
    /// No end is registered, so there is nothing to compare.
    case notRegistered

    package init(computed: CalendarDay?, registered: CalendarDay?) {
        guard let registered else {
            self = .notRegistered
            return
        }
        guard let computed else {
            self = .notReached
            return
        }
        let days = computed.days(since: registered)
        self = abs(days) <= 31 ? .agree : .differ(days: days)
    }

    /// Whether somebody should look at it.
    package var isMarked: Bool {
        switch self {
        case .agree, .notRegistered: false
        case .differ, .notReached: true
        }
    }
}
