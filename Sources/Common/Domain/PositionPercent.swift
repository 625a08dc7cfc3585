/// How much of a full-time position is held (*stillingsprosent*): exact, in hundredths of a percent, above 0 and at most 100 %.
package struct PositionPercent: Hashable, Comparable, Sendable {
    /// Hundredths of a percent: 8000 is 80 %.
    package let hundredths: Int

    package static let full = PositionPercent(unchecked: 10_000)

    private init(unchecked hundredths: Int) { self.hundredths = hundredths }

    /// Nil outside 0.01–100 %.
    package init?(hundredths: Int) {
        guard (1...10_000).contains(hundredths) else { return nil }
        self.hundredths = hundredths
    }

    /// Nil outside 1–100 %.
    package init?(percent: Int) {
        guard (1...100).contains(percent) else { return nil }
        hundredths = percent * 100
    }

    /// `80`, `37.5`, at most two decimals, with the given decimal mark.
    package func text(decimalMark: String = ",") -> String {
        let (whole, rest) = (hundredths / 100, hundredths % 100)
        if rest == 0 { return "\(whole)" }
        return rest % 10 == 0 ? "\(whole)\(decimalMark)\(rest / 10)" : "\(whole)\(decimalMark)\(rest < 10 ? "0" : "")\(rest)"
    }

    /// Reads what people type: `80`, `80 %`, `37,5`, `37.5 %`. Nil when it is no percent above 0 and at most 100.
    package init?(typed text: some StringProtocol) {
        let digits = String(text).filter { !$0.isWhitespace && $0 != "%" }
        guard !digits.isEmpty, digits.utf8.count <= 6 else { return nil }
        let parts = digits.split(omittingEmptySubsequences: false) { $0 == "," || $0 == "." }
        guard parts.count <= 2, parts.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } }),
            let whole = Int(parts[0]), whole <= 100
        else { return nil }
        var fraction = 0
        if parts.count == 2 {
            guard (1...2).contains(parts[1].count), let value = Int(parts[1]) else { return nil }
            fraction = parts[1].count == 1 ? value * 10 : value
        }
        self.init(hundredths: whole * 100 + fraction)
    }

    package static func < (left: PositionPercent, right: PositionPercent) -> Bool { left.hundredths < right.hundredths }
}
