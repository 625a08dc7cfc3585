/// Reads fractions of a position: `80 %`, `0,8`, `80`, `0.8`, `4/5`, `heltid`, and cells that Excel shows as percent.
///
/// Below 1 it is a part of one, from 2 a percent; from 1 up to 2 it may be either and is asked about, unless a percent sign says.
package enum ImportPercentReading {
    package static func read(_ cell: CellValue) -> ImportReading<PositionPercent> {
        switch cell {
        case .empty: return .nothing
        case .number(let number):
            return number.isPercent ? percent(number.value * 100) : bare(number.value)
        case .text(let text): return read(text: ImportText.clean(text))
        case .error: return .refused(.formulaFailed)
        case .day, .time, .boolean: return .refused(.unreadablePercent)
        }
    }

    private static func read(text: String) -> ImportReading<PositionPercent> {
        if ImportText.isPlaceholder(text) { return .nothing }
        guard text.utf8.count <= 40 else { return .refused(.unreadablePercent) }
        if let hundredths = words[ImportText.key(text)], !text.utf8.contains(where: { (48...57).contains($0) }) {
            return percent(hundredths)
        }

        let bytes = Array(text.utf8)
        let end = bytes.firstIndex { !((48...57).contains($0) || $0 == 0x2C || $0 == 0x2E || $0 == 0x2F || $0 == 0x20) } ?? bytes.count
        let number = String(decoding: bytes[..<end].filter { $0 != 0x20 }, as: UTF8.self)
        let rest = String(decoding: bytes[end...], as: UTF8.self)
        let hasSign = rest.utf8.contains(0x25) || percentWords.contains(ImportText.key(rest))
        guard rest.isEmpty || hasSign || ImportText.key(rest) == "stilling", hasSign ? isSignRest(rest) : true
        else { return .refused(.unreadablePercent) }

        if let slash = number.firstIndex(of: "/") {
            guard !hasSign, let part = ImportText.digits(number[..<slash], atMost: 2),
                let whole = ImportText.digits(number[number.index(after: slash)...], atMost: 2), whole > 0, part > 0
            else { return .refused(.unreadablePercent) }
            return percent(Double(part) / Double(whole) * 100)
        }
        guard let value = decimal(number) else { return .refused(.unreadablePercent) }
        return hasSign ? percent(value) : bare(value)
    }

    /// After the number: a percent sign with or without the word for a position.
    private static func isSignRest(_ rest: String) -> Bool {
        let key = ImportText.key(rest)
        return key.isEmpty || key == "stilling" || percentWords.contains(key)
    }

    private static func decimal(_ text: String) -> Double? {
        let parts = text.split(omittingEmptySubsequences: false) { $0 == "," || $0 == "." }
        guard parts.count <= 2, let whole = ImportText.digits(parts[0], atMost: 6) else { return nil }
        guard parts.count == 2 else { return Double(whole) }
        guard let fraction = ImportText.digits(parts[1], atMost: 9) else { return nil }
        var scale = 1.0
        for _ in parts[1].utf8 { scale *= 10 }
        return Double(whole) + Double(fraction) / scale
    }

    private static func bare(_ value: Double) -> ImportReading<PositionPercent> {
        guard value >= 1, value < 2 else { return percent(value < 1 ? value * 100 : value) }
        let low = PositionPercent(hundredths: Int((value * 100).rounded()))
        let choices = [low, value == 1 ? PositionPercent.full : nil].compactMap { $0 }.map { ImportChoice.value("\($0.text()) %") }
        return .refused(.percentOrFraction, choices)
    }

    private static func percent(_ value: Double) -> ImportReading<PositionPercent> {
        guard value.isFinite, value > 0, value <= 100.004 else { return .refused(.percentOutOfRange) }
        guard let percent = PositionPercent(hundredths: Int((value * 100).rounded())) else { return .refused(.percentOutOfRange) }
        return .value(percent)
    }

    private static let percentWords: Set<String> = [
        "prosent", "pst", "pct", "prosentstilling", "prosentsstilling", "pststilling", "prosentavfullstilling", "pros",
    ]
    private static let words: [String: Double] = [
        "full": 100, "fulltid": 100, "heltid": 100, "hel": 100, "heil": 100, "heiltid": 100, "fullstilling": 100, "helstilling": 100,
        "heilstilling": 100, "fulltidsstilling": 100, "halv": 50, "halvstilling": 50, "halvtid": 50,
    ]
}
