/// A number from the rule data, exactly as written (*eksakt tall*): `24`, `3.5` or `42/12`, kept as a shortened fraction.
package struct ExactNumber: Hashable, Sendable {
    package let numerator: Int
    /// Above 0.
    package let denominator: Int

    /// Nil when the denominator is not above 0.
    package init?(_ numerator: Int, over denominator: Int = 1) {
        guard denominator > 0, numerator > Int.min else { return nil }
        var (left, right) = (abs(numerator), denominator)
        while right != 0 { (left, right) = (right, left % right) }
        self.numerator = numerator / left
        self.denominator = denominator / left
    }

    /// Reads a number that is not negative, with at most six digits before and four after the point, or two whole numbers with a stroke.
    package init?(written text: some StringProtocol) {
        func whole(_ digits: some StringProtocol, _ most: Int) -> Int? {
            guard (1...most).contains(digits.utf8.count), digits.utf8.allSatisfy({ (48...57).contains($0) }) else { return nil }
            return Int(digits)
        }
        let fraction = text.split(separator: "/", omittingEmptySubsequences: false)
        if fraction.count == 2 {
            guard let top = whole(fraction[0], 6), let bottom = whole(fraction[1], 6) else { return nil }
            self.init(top, over: bottom)
            return
        }
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), let units = whole(parts[0], 6) else { return nil }
        var (value, scale) = (units, 1)
        if parts.count == 2 {
            guard let decimals = whole(parts[1], 4) else { return nil }
            for _ in parts[1].utf8 { scale *= 10 }
            value = units * scale + decimals
        }
        self.init(value, over: scale)
    }

    /// The number times a whole one, when that is whole and in range.
    package func whole(times factor: Int) -> Int? {
        let (product, overflow) = numerator.multipliedReportingOverflow(by: factor)
        return !overflow && product % denominator == 0 ? product / denominator : nil
    }

    /// As Norwegians write it: `24`, `3,5`; a fraction without end as `1/3`.
    package var norwegian: String {
        guard denominator > 1 else { return "\(numerator)" }
        guard let tenThousandths = whole(times: 10_000) else { return "\(numerator)/\(denominator)" }
        let digits = String(String(10_000 + tenThousandths % 10_000).dropFirst())
        return "\(tenThousandths / 10_000),\(digits.replacing(/0+$/, with: ""))"
    }
}
