/// Reads half-years: `vår 27`, `H2 2027`, `høst 2027`, `2027-1`, `1. halvår 2027`, a month or a day in it. A year alone is asked about.
package enum ImportHalfYearReading {
    package static func read(_ cell: CellValue) -> ImportReading<HalfYear> {
        switch cell {
        case .empty: return .nothing
        case .day(let day): return checked(HalfYear(containing: day))
        case .number(let number):
            guard let year = number.whole, ImportDateReading.years.contains(year) else { return .refused(.unreadableHalfYear) }
            return incomplete(year)
        case .text(let text): return read(text: ImportText.clean(text))
        case .error: return .refused(.formulaFailed)
        case .time, .boolean: return .refused(.unreadableHalfYear)
        }
    }

    private static func read(text: String) -> ImportReading<HalfYear> {
        if ImportText.isPlaceholder(text) { return .nothing }
        guard text.utf8.count <= 40 else { return .refused(.unreadableHalfYear) }
        if let half = HalfYear(code: text) { return checked(half) }
        let pieces = split(text)
        var numbers = pieces.filter { $0.utf8.first.map { (48...57).contains($0) } ?? false }
        let words = pieces.filter { !numbers.contains($0) && !fillers.contains($0) }

        if words.isEmpty, numbers.count == 1, let year = ImportDateReading.year(numbers[0]), numbers[0].utf8.count == 4 {
            return ImportDateReading.years.contains(year) ? incomplete(year) : .refused(.unreadableHalfYear)
        }
        if words.isEmpty, let asked = halfOrMonth(numbers) { return asked }
        if words.count == 1, let word = words.first {
            if numbers.count == 1, let isAutumn = season(word), let year = ImportDateReading.year(numbers[0]) {
                return checked(HalfYear(year: year, isAutumn: isAutumn))
            }
            if halves.contains(word), numbers.count == 2 {
                // The half is the one-digit number, wherever it stands.
                numbers.sort { $0.utf8.count < $1.utf8.count }
                if let half = ImportText.digits(numbers[0], atMost: 1), half == 1 || half == 2,
                    let year = ImportDateReading.year(numbers[1])
                {
                    return checked(HalfYear(year: year, isAutumn: half == 2))
                }
                return .refused(.unreadableHalfYear)
            }
        }
        if let day = ImportDateReading().read(.text(text)).value { return checked(HalfYear(containing: day)) }
        return .refused(.unreadableHalfYear)
    }

    /// `2/2027`: the second half-year, or February. `1/2027` is the spring either way.
    private static func halfOrMonth(_ numbers: [String]) -> ImportReading<HalfYear>? {
        guard numbers.count == 2, let half = numbers.first(where: { $0 == "1" || $0 == "2" }),
            let text = numbers.first(where: { $0.utf8.count == 4 }), let year = ImportDateReading.year(text),
            ImportDateReading.years.contains(year)
        else { return nil }
        if half == "1" { return .value(HalfYear(year: year, isAutumn: false)) }
        return .refused(.dayIncomplete, [.value("høst \(year)"), .value("vår \(year)")])
    }

    private static func checked(_ half: HalfYear) -> ImportReading<HalfYear> {
        ImportDateReading.years.contains(half.year) ? .value(half) : .refused(.unreadableHalfYear)
    }

    private static func incomplete(_ year: Int) -> ImportReading<HalfYear> {
        .refused(.dayIncomplete, [.value("vår \(year)"), .value("høst \(year)")])
    }

    /// True for autumn, false for spring, nil for any other word.
    static func season(_ word: String) -> Bool? {
        switch word {
        case "var", "varen", "varhalvar", "varhalvaret", "v", "varsemester": false
        case "host", "hosten", "haust", "hausten", "hosthalvar", "hosthalvaret", "hausthalvar", "hausthalvaret", "h", "hostsemester": true
        default: nil
        }
    }

    private static let halves: Set<String> = ["h", "halvar", "halvaret", "halv", "hy"]
    private static let fillers: Set<String> = ["fra", "fraogmed", "fom", "tidligst", "ca", "fra og med", "fra", "og", "med", "til", "tom"]

    /// Runs of digits and runs of letters, folded: `H2-2027` is `h`, `2`, `2027`.
    private static func split(_ text: String) -> [String] {
        var result: [String] = []
        var current: [UInt8] = []
        var isNumber = false
        for word in ImportText.words(text) {
            for byte in word.utf8 {
                let isDigit = (48...57).contains(byte)
                if !current.isEmpty, isDigit != isNumber {
                    result.append(String(decoding: current, as: UTF8.self))
                    current = []
                }
                isNumber = isDigit
                current.append(byte)
            }
            if !current.isEmpty { result.append(String(decoding: current, as: UTF8.self)) }
            current = []
        }
        return result
    }
}
