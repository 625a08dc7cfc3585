import AlisDomain

/// Compares an evaluation with what a golden case expects, word by word.
struct CaseVerdict {
    let story: CaseStory
    let evaluation: Evaluation

    /// What did not come out as expected, in words; empty when all did.
    var failures: [String] { story.expected.compactMap { line in failure(line).map { "\(story.name): \(line) — \($0)" } } }

    private func failure(_ line: String) -> String? {
        let words = line.split(separator: " ").map(String.init)
        switch words[0] {
        case "completion": return same(evaluation.completion.map(\.iso) ?? "none", words[1])
        case "serviceDone": return same(evaluation.serviceDone.map(\.iso) ?? "none", words[1])
        case "bounds": return same(evaluation.boundingRequirements.map(\.code.text).joined(separator: ","), words[1])
        case "why": return same(amount { $0.outcome == .notCounted(Hindrance.allCases.first { "\($0)" == words[1] } ?? .absent) }, words[2])
        case "over":
            return same(
                amount {
                    if case .overCap(let index) = $0.outcome { evaluation.rules.requirements[index].code.text == words[1] } else { false }
                }, words[2])
        case "assumed": return same(amount { $0.assumesSupervision }, words[1])
        case "due": return same(hours(evaluation.supervision?.expected ?? -1), words[1])
        case "unknown": return same(hours(evaluation.supervision?.unknown ?? -1), words[1])
        case "knownFrom": return same(evaluation.supervision?.knownFrom?.iso ?? "none", words[1])
        case "countsFrom": return same(evaluation.supervision?.countsFrom?.iso ?? "none", words[1])
        case "alone": return same(amount { $0.marks.contains(.assignmentAlone) && $0.outcome == .counted }, words[1])
        case "lapsed": return same(amount { $0.marks.contains(.lapsedExemption) && $0.outcome == .counted }, words[1])
        case "unconfirmed": return same(amount { $0.marks.contains(.unconfirmedPlace) && $0.outcome == .counted }, words[1])
        case "behind": return same(hours(evaluation.supervision?.behind ?? -1), words[1])
        case "problem": return evaluation.problems.contains { "\($0)".hasPrefix(words[1]) } ? nil : "\(evaluation.problems)"
        case "problems": return same("\(evaluation.problems.count)", words[1])
        default: return requirement(words)
        }
    }

    /// `institution 5+30/31 planned 6 missing 1/31 met 2025-01-01 metByPlan earliest 2025-02-01`.
    private func requirement(_ words: [String]) -> String? {
        guard let outcome = evaluation.outcome(words[0]) else { return "no such requirement" }
        var index = 1
        while index < words.count {
            let value = index + 1 < words.count ? words[index + 1] : ""
            let found: String?
            switch words[index] {
            case "planned": (found, index) = (same(text(outcome.planned), value), index + 2)
            case "missing": (found, index) = (same(text(outcome.missing), value), index + 2)
            case "awaiting": (found, index) = (same(text(outcome.awaiting), value), index + 2)
            case "of": (found, index) = (same(text(outcome.required), value), index + 2)
            case "on": (found, index) = (same(outcome.metOn.map(\.iso) ?? "none", value), index + 2)
            case "earliest": (found, index) = (same(outcome.earliest.map(\.iso) ?? "none", value), index + 2)
            case "met", "metByPlan", "lacking", "unverified": (found, index) = (same(outcome.verdict.rawValue, words[index]), index + 1)
            default: (found, index) = (same(text(outcome.counted), words[index]), index + 1)
            }
            if let found { return found }
        }
        return nil
    }

    private func amount(_ include: (ServicePart) -> Bool) -> String {
        Self.months(evaluation.parts.filter(include).reduce(.zero) { $0 + $1.amount })
    }

    private func same(_ found: String, _ expected: String) -> String? { found == expected ? nil : "it is \(found)" }

    private func text(_ quantity: RequirementOutcome.Quantity) -> String {
        switch quantity {
        case .months(let amount): Self.months(amount)
        case .minutes(let minutes): hours(minutes)
        case .count(let count): "\(count)"
        case .none: "nothing"
        }
    }

    private func hours(_ minutes: Int) -> String { minutes % 60 == 0 ? "\(minutes / 60)h" : "\(minutes)min" }

    /// Months exactly: `6`, `1/31`, `5+1703/1798`.
    static func months(_ amount: ServiceAmount) -> String {
        let (whole, rest) = (amount.units / ServiceAmount.unitsPerMonth, amount.units % ServiceAmount.unitsPerMonth)
        guard rest != 0, let fraction = ExactNumber(rest, over: ServiceAmount.unitsPerMonth) else { return "\(whole)" }
        return (whole == 0 ? "" : "\(whole)+") + "\(fraction.numerator)/\(fraction.denominator)"
    }
}
