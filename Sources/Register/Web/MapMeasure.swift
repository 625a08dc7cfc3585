import AlisDomain

/// What the map's colours show (*kartmål*): each has its limits, so that colours mean the same from day to day.
enum MapMeasure: String, CaseIterable {
    case perTenThousand = "per-10000"
    case active = "antall"
    case oldScheme = "gammel"
    case wishing = "onsker"
    case freshness = "ferskhet"

    var name: Text {
        switch self {
        case .perTenThousand: Text("ALIS per 10 000 innbyggere", nn: "ALIS per 10 000 innbyggjarar")
        case .active: Text("Antall ALIS", nn: "Talet på ALIS")
        case .oldScheme: Text("ALIS i gammel ordning", nn: "ALIS i gammal ordning")
        case .wishing: Text("Ønsker sykehustjeneste neste 12 måneder", nn: "Ønskjer sjukehusteneste neste 12 månader")
        case .freshness: Text("Når kommunen sist bekreftet", nn: "Når kommunen sist stadfesta")
        }
    }

    /// What each shade, 0 to 5, means.
    var legend: [Text] {
        switch self {
        case .perTenThousand:
            [
                Text("ingen", nn: "ingen"), Text(same: "0–2,5"), Text(same: "2,5–4"), Text(same: "4–5,5"), Text(same: "5,5–8"),
                Text("over 8", nn: "over 8"),
            ]
        case .active, .oldScheme, .wishing:
            [
                Text("ingen", nn: "ingen"), Text(same: "1"), Text(same: "2–3"), Text(same: "4–9"), Text(same: "10–29"),
                Text("30 eller flere", nn: "30 eller fleire"),
            ]
        case .freshness:
            [
                Text("aldri", nn: "aldri"), Text("over 2 år", nn: "over 2 år"), Text("1–2 år", nn: "1–2 år"),
                Text("6–12 mnd.", nn: "6–12 mnd."), Text("3–6 mnd.", nn: "3–6 mnd."), Text("siste 3 mnd.", nn: "siste 3 mnd."),
            ]
        }
    }

    func shade(_ row: OverviewTable.Row, on day: CalendarDay) -> Int {
        switch self {
        case .perTenThousand:
            guard let population = row.wholePopulation, row.counts[.active] > 0 else { return 0 }
            let tenths = row.counts[.active] * 100_000 / population
            return tenths < 25 ? 1 : tenths < 40 ? 2 : tenths < 55 ? 3 : tenths < 80 ? 4 : 5
        case .active: return Self.step(row.counts[.active])
        case .oldScheme: return Self.step(row.counts[.oldScheme])
        case .wishing: return Self.step(row.counts[.wishing])
        case .freshness:
            guard let last = row.lastConfirmed else { return 0 }
            let limits = [(3, 5), (6, 4), (12, 3), (24, 2)]
            return limits.first { last >= day.adding(months: -$0.0) }?.1 ?? 1
        }
    }

    func value(_ row: OverviewTable.Row, _ language: LanguageForm) -> String {
        switch self {
        case .perTenThousand: row.wholePopulation.map { Format.oneDecimal(row.counts[.active], per: $0, times: 10_000) } ?? "–"
        case .active: Format.number(row.counts[.active])
        case .oldScheme: Format.number(row.counts[.oldScheme])
        case .wishing: Format.number(row.counts[.wishing])
        case .freshness: row.lastConfirmed?.norwegian ?? legend[0][language]
        }
    }

    private static func step(_ count: Int) -> Int {
        switch count {
        case ...0: 0
        case 1: 1
        case 2...3: 2
        case 4...9: 3
        case 10...29: 4
        default: 5
        }
    }
}
