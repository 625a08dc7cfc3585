import AlisDomain

/// Amounts as people read them.
enum PlanAmounts {
    /// `23,5 md.`, `120 t`, `3`; a dash when the requirement sets no amount.
    static func text(_ quantity: RequirementOutcome.Quantity, _ frame: Frame) -> String {
        switch quantity {
        case .months(let amount): "\(amount.decimalText)\u{00A0}\(frame[PlanTexts.months])"
        case .minutes(let minutes): "\(HoursText.hours(minutes))\u{00A0}t"
        case .count(let count): Format.number(count)
        case .none: "–"
        }
    }

    /// Reads hours as people type them, in minutes: `15`, `1,5`; nil when it is no such number, or above 2,000.
    static func minutes(typed text: String) -> Int? {
        let plain = text.replacing(",", with: ".")
        let parts = plain.split(separator: ".", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), let whole = Int(parts[0]), (0...2000).contains(whole) else { return nil }
        guard parts.count == 2 else { return whole * 60 }
        guard (1...2).contains(parts[1].count), let fraction = Int(parts[1]), fraction >= 0 else { return nil }
        return whole * 60 + (parts[1].count == 1 ? fraction * 6 : (fraction * 60 + 50) / 100)
    }

    /// Minutes as hours for a field that `minutes(typed:)` reads: exact, with two decimals where it takes them: `15`, `1,5`, `1,25`.
    static func field(_ minutes: Int) -> String {
        let hundredths = (minutes * 100 + 30) / 60
        let (whole, rest) = (hundredths / 100, hundredths % 100)
        if rest == 0 { return "\(whole)" }
        return rest % 10 == 0 ? "\(whole),\(rest / 10)" : "\(whole),\(rest < 10 ? "0" : "")\(rest)"
    }
}
