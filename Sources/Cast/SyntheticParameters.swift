import AlisDomain

/// The numbers that make the synthetic Norway resemble the real one. Tuned until `Calibration` came close.
enum SyntheticParameters {
    /// The register's first Monday: a year before the first ALIS project, so that the old scheme's years are seen too.
    static let registerStart = CalendarDay(year: 2016, month: 8, day: 29) ?? .earliest
    /// The new scheme's first day (domain.md §1.2).
    static let newSchemeStart = CalendarDay(year: 2019, month: 3, day: 1) ?? .earliest
    /// The first year anybody still in training when the register began may have started.
    static let firstYear = 2006

    /// How many start in a year, in the whole country. In the first years only those still in training in 2016 are seen.
    static func starts(in year: Int) -> Int {
        switch year {
        case ..<2010: 320
        case ..<2015: 332
        case ..<2018: 337
        case 2018: 350
        case 2019: 374
        case 2020: 390
        case 2021: 388
        case 2022: 388
        case 2023: 402
        default: 436
        }
    }

    /// Of a thousand, the share of the year's starts in each month: after summer and after New Year.
    static let monthWeights: [(Int, Int)] = [
        (1, 130), (2, 100), (3, 90), (4, 60), (5, 50), (6, 50), (7, 30), (8, 150), (9, 160), (10, 80), (11, 60), (12, 40),
    ]

    /// How much a municipality draws, by inhabitants: 2021's grants and lists lie between 5,000 and 50,000 more than people do.
    static func weight(population: Int, centrality: Int) -> Int {
        let bySize =
            switch population {
            case 100_000...: 82
            case 50_000...: 99
            case 20_000...: 128
            case 10_000...: 137
            case 5_000...: 142
            case 2_000...: 92
            default: 70
            }
        return max(0, population) * (bySize + (centrality >= 6 ? 5 : 0))
    }

    /// Of a thousand main engagements, how many are salaried rather than self-employed: 2021's grants by size of municipality.
    static func salaried(population: Int, centrality: Int) -> Int {
        let bySize =
            switch population {
            case 100_000...: 95
            case 50_000...: 150
            case 20_000...: 370
            case 10_000...: 400
            case 5_000...: 460
            case 2_000...: 590
            default: 900
            }
        return min(1000, bySize + (centrality >= 6 ? 40 : 0))
    }

    /// Of a thousand in the old scheme who would end as specialists in a year, how many go over to the new before that.
    static func converts(endingIn year: Int) -> Int {
        switch year {
        case ..<2020: 0
        case 2020: 40
        case 2021: 110
        case 2022: 260
        case 2023: 310
        case 2024: 420
        case 2025: 520
        case 2026: 450
        default: 420
        }
    }

    /// Of a thousand who start, how many end without becoming specialists.
    static let endsOtherwise = 150
    static let otherReasons: [(Training.EndReason, Int)] = [(.withdrew, 800), (.movedAbroad, 80), (.otherReason, 120)]

    static let percents: [(Int, Int)] = [(100, 620), (80, 190), (60, 60), (50, 50), (90, 40), (75, 20), (70, 12), (40, 8)]
    /// Weeks between a day something happened and the week it was reported.
    static let delays: [(ClosedRange<Int>, Int)] = [(0...3, 720), (4...10, 200), (11...40, 80)]
}
