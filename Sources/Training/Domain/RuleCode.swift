/// The short name by which rule data refer to something (*kode*), such as `openPractice` or `gp-new`. What it names is part of its type.
package struct RuleCode<Subject>: Hashable, Sendable, CustomStringConvertible {
    package let text: String
    package var description: String { text }

    /// Nil unless 1–40 plain letters, digits and hyphens.
    package init?(_ text: some StringProtocol) {
        guard (1...40).contains(text.utf8.count),
            text.utf8.allSatisfy({ (97...122).contains($0) || (65...90).contains($0) || (48...57).contains($0) || $0 == 45 })
        else { return nil }
        self.text = String(text)
    }
}

/// The code of a kind of service (*tjenestekategori*).
package typealias CategoryCode = RuleCode<ServiceCategory>
/// The code of a kind of activity (*aktivitet*).
package typealias ActivityCode = RuleCode<TrainingActivity>
/// The code of a rule set (*regelsett*).
package typealias RuleSetCode = RuleCode<RuleSet>

/// A kind of service (*tjenestekategori*), such as open unselected practice. Which ones there are is data.
package struct ServiceCategory: Hashable, Sendable {
    package let code: CategoryCode
    package let name: Text
    /// Where it is done: decides whether the doctor's municipality or a trust answers for it, and what a draft calls it.
    package let arena: Arena

    package init(code: CategoryCode, name: Text, arena: Arena) {
        self.code = code
        self.name = name
        self.arena = arena
    }

    /// Practice, an institution, or elsewhere (*arena*).
    package enum Arena: String, CaseIterable, Sendable {
        case practice
        case institution
        case other
    }
}

/// A kind of activity beside service that a rule can ask for (*aktivitet*): a course, group supervision, a duty shift, a confirmation.
package struct TrainingActivity: Hashable, Sendable {
    package let code: ActivityCode
    package let name: Text
    package let measure: Measure

    package init(code: ActivityCode, name: Text, measure: Measure) {
        self.code = code
        self.name = name
        self.measure = measure
    }

    /// What is written down of it: that it was done, how many, or how many hours.
    package enum Measure: String, CaseIterable, Sendable {
        case done
        case count
        case hours
    }
}

/// How sure a rule is (*sikkerhet*), as the source notes mark it.
package enum RuleCertainty: String, CaseIterable, Sendable {
    /// A document of the scheme says so.
    case stated
    /// Read on the official page named as source.
    case found
    /// Worked out from what was read.
    case derived
    /// Not looked up: never shown as fact, and never decides anything.
    case unverified
}
