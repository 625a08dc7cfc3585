import AlisDomain

/// Amounts as people read them.
enum PlanAmounts {
    /// `23,5 md.`, `120 t`, `3`; a dash when the requirement sets no amount.
    static func text(_ quantity: RequirementOutcome.Quantity, _ frame: Frame) -> String {
        switch quantity {
        case .months(let amount): "\(amount.decimalText)\u{00A0}\(frame[PlanTexts.months])"
        case .minutes(let minutes): "\(hours(minutes))\u{00A0}t"
        case .count(let count): Format.number(count)
        case .none: "–"
        }
    }

    /// Hours with one decimal when they are not whole: `12`, `12,5`.
    static func hours(_ minutes: Int) -> String {
        minutes % 60 == 0 ? Format.number(minutes / 60) : Format.oneDecimal(minutes, per: 60)
    }

    /// Reads hours as people type them, in minutes: `15`, `1,5`; nil when it is no such number, or above 2,000.
    static func minutes(typed text: String) -> Int? {
        let plain = text.replacing(",", with: ".")
        let parts = plain.split(separator: ".", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), let whole = Int(parts[0]), (0...2000).contains(whole) else { return nil }
        guard parts.count == 2 else { return whole * 60 }
        guard (1...2).contains(parts[1].count), let fraction = Int(parts[1]), fraction >= 0 else { return nil }
        return whole * 60 + fraction * 60 / (parts[1].count == 1 ? 10 : 100)
    }
}
