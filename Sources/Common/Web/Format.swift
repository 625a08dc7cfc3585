import AlisDomain

/// Numbers and times as Norwegians write them.
package enum Format {
    /// `1 234`, with a narrow no-break space between thousands.
    package static func number(_ value: Int) -> String {
        let digits = String(value.magnitude)
        var result = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index) % 3 == 0 { result.append("\u{202F}") }
            result.append(digit)
        }
        return value < 0 ? "−" + result : result
    }

    /// A ratio with one decimal: `5,5`.
    package static func oneDecimal(_ numerator: Int, per denominator: Int, times factor: Int = 1) -> String {
        guard denominator > 0 else { return "–" }
        let tenths = (numerator * factor * 20 + denominator) / (2 * denominator)
        return "\(number(tenths / 10)),\(tenths % 10)"
    }

    /// Whole percent: `82 %`.
    package static func percent(_ part: Int, of whole: Int) -> String {
        guard whole > 0 else { return "–" }
        return "\((part * 200 + whole) / (2 * whole))\u{00A0}%"
    }

    package static func percent(_ value: PositionPercent) -> String {
        value.hundredths % 100 == 0 ? wholePercents[value.hundredths / 100] : value.text() + "\u{00A0}%"
    }

    /// Nearly every position is a whole percent, and lists have one in each row. A position is at most 100.
    private static let wholePercents = (0...100).map { "\($0)\u{00A0}%" }

    /// `22.11.2026 kl. 14.05`, on a clock in Norway.
    package static func time(_ instant: Instant) -> String {
        let (day, hour, minute) = instant.norwegianClock
        return "\(day.norwegian) kl. \(hour < 10 ? "0" : "")\(hour).\(minute < 10 ? "0" : "")\(minute)"
    }

    /// `1.9.2024–31.8.2025`, or `fra 1.9.2024` when open; the last day is the last one in it.
    package static func period(_ period: Period, _ language: LanguageForm) -> String {
        let isFromStart = period.from == .earliest
        switch (isFromStart, period.lastDay) {
        case (true, nil): return Text("hele tiden", nn: "heile tida")[language]
        case (true, let last?): return Text("til og med", nn: "til og med")[language] + " \(last.norwegian)"
        case (false, nil): return Text("fra", nn: "frå")[language] + " \(period.from.norwegian)"
        case (false, let last?): return last == period.from ? last.norwegian : "\(period.from.norwegian)–\(last.norwegian)"
        }
    }

    /// `vår 27`, `høst 27`.
    package static func halfYear(_ half: HalfYear, _ language: LanguageForm) -> String {
        let season = half.isAutumn ? Text("høst", nn: "haust") : Text("vår", nn: "vår")
        let year = half.year % 100
        return "\(season[language]) \(year < 10 ? "0" : "")\(year)"
    }
}
