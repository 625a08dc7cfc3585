import AlisDomain

extension PublicFigure {
    private static let directorate = "https://www.helsedirektoratet.no/rapporter/"
    private static let autumn2023 =
        directorate
        + "allmennlegetjenesten--statusrapport-hosten-2023/leger-i-spesialisering/okning-i-antallet-nye-spesialister-i-allmennmedisin"
    private static let yearly2023 =
        directorate + "allmennlegetjenesten-arsrapport-2023-inklusive-status-per-mai-2024/utvikling-i-fastlegeordningen"
    private static let grants2021 =
        directorate
        + "handlingsplan-for-allmennlegetjenesten-arsrapport-2021/leger-i-spesialisering/kraftig-vekst-i-tilskudd-til-alis-avtaler"
    private static let growth2022 =
        directorate + "handlingsplan-for-allmennlegetjenesten-arsrapport-2021/utvikling-fastlegeordningen/"
        + "veksten-i-fastleger-har-avtatt-de-siste-arene-men-okte-i-1.kvartal-2022"
    private static let news2023 = "https://www.alis.no/nyheter/kraftig-okning-i-bevilgningen-til-alis-tilskudd-i-2023"

    /// All that are compared, in the order a page shows them.
    package static let all: [PublicFigure] = doctors + scheme + specialists + sizes + employment

    private static func day(_ year: Int, _ month: Int, _ day: Int) -> CalendarDay {
        CalendarDay(year: year, month: month, day: day) ?? .earliest
    }

    /// Total number of GPs less those who are specialists (table 8.1), by year.
    private static let doctors: [PublicFigure] = [
        ("2019-12-31", 2019, 12, 31, 1823.0), ("2020-12-31", 2020, 12, 31, 1810), ("2021-12-31", 2021, 12, 31, 1784),
        ("2022-12-31", 2022, 12, 31, 1840), ("2023-12-31", 2023, 12, 31, 1933), ("2024-05-01", 2024, 5, 1, 1984),
    ].map { (period: String, year: Int, month: Int, number: Int, value: Double) in
        PublicFigure(
            "nonspecialists-\(period)",
            Text(
                "Fastleger som ikke er spesialister i allmennmedisin (fastleger i alt minus spesialister)",
                nn: "Fastlegar som ikkje er spesialistar i allmennmedisin (fastlegar i alt minus spesialistar)"),
            period: period, value, source: yearly2023,
            counterpart: Text(
                "I utdanning denne dagen, med fastlønn eller næringsdrift", nn: "I utdanning denne dagen, med fastløn eller næringsdrift"),
            .practising(day(year, month, number)))
    }

    private static let scheme: [PublicFigure] = [
        PublicFigure(
            "plans-2023-10",
            Text(
                "Leger med læringsplan i allmennmedisin i Kompetanseportalen",
                nn: "Legar med læringsplan i allmennmedisin i Kompetanseportalen"),
            period: "2023-10", 1773, source: autumn2023,
            counterpart: Text("I ny ordning 1.10.2023, aktive eller i pause", nn: "I ny ordning 1.10.2023, aktive eller i pause"),
            .newScheme(day(2023, 10, 1))),
        PublicFigure(
            "grants-2022",
            Text("Fastleger med ALIS-avtale som utløste tilskudd", nn: "Fastlegar med ALIS-avtale som utløyste tilskot"), period: "2022",
            1338,
            source: news2023,
            counterpart: Text(
                "I ny ordning 1.7.2022, med fastlønn eller næringsdrift", nn: "I ny ordning 1.7.2022, med fastløn eller næringsdrift"),
            .newSchemePractising(day(2022, 7, 1))),
    ]

    private static let specialists: [PublicFigure] = [
        PublicFigure(
            "specialists-year",
            Text("Nye spesialister i allmennmedisin, om lag, per år", nn: "Nye spesialistar i allmennmedisin, om lag, per år"),
            period: "før 2023", 300, source: autumn2023,
            counterpart: Text(
                "Utdanninger avsluttet som spesialist, i snitt per år 2020–2022",
                nn: "Utdanningar avslutta som spesialist, i snitt per år 2020–2022"),
            .specialistsPerYear(2020...2022)),
        PublicFigure(
            "specialists-2023-10-01",
            Text("Nye spesialister i allmennmedisin hittil i året", nn: "Nye spesialistar i allmennmedisin hittil i året"),
            period: "2023-01-01–2023-10-01", 291, source: autumn2023,
            counterpart: Text("Utdanninger avsluttet som spesialist i tiden", nn: "Utdanningar avslutta som spesialist i tida"),
            .specialists(Period(from: day(2023, 1, 1), to: day(2023, 10, 2)) ?? .always)),
        PublicFigure(
            "specialists-new-2023",
            Text(
                "Andel av nye spesialister godkjent etter ny ordning («litt over 30 %»)",
                nn: "Del av nye spesialistar godkjende etter ny ordning («litt over 30 %»)"),
            period: "2023", 31, .percent, source: autumn2023,
            counterpart: Text(
                "Andel av dem som ble spesialist i tiden, som var i ny ordning",
                nn: "Del av dei som blei spesialist i tida, som var i ny ordning"),
            tolerance: 5, .specialistsNew(Period(from: day(2023, 1, 1), to: day(2023, 10, 2)) ?? .always)),
    ]

    /// Grants 2021 by size of municipality: 564 in all (table 6.1).
    private static let sizeGrants: [(band: SizeBand, limits: String, grants: Double)] = [
        (.from100000, "over 100 000", 116), (.from50000, "50 000–99 999", 79), (.from20000, "20 000–49 999", 182),
        (.from10000, "10 000–19 999", 85), (.from5000, "5 000–9 999", 76), (.from2000, "2 000–4 999", 22), (.under2000, "under 2 000", 4),
    ]

    private static let sizes: [PublicFigure] =
        sizeGrants.map { band, limits, grants in
            PublicFigure(
                "grants-2021-size-\(band.rawValue)",
                Text(
                    "Andel av ALIS-tilskuddene til kommuner med \(limits) innbyggere",
                    nn: "Del av ALIS-tilskota til kommunar med \(limits) innbyggjarar"),
                period: "2021", grants * 100 / 564, .percent, source: grants2021,
                counterpart: Text("Andel av dem i ny ordning 31.12.2021", nn: "Del av dei i ny ordning 31.12.2021"), tolerance: 5,
                .sizeShare(day(2021, 12, 31), band))
        } + [
            PublicFigure(
                "lists-small-2021",
                Text(
                    "Andel av fastlegelistene i kommuner under 10 000 innbyggere",
                    nn: "Del av fastlegelistene i kommunar under 10 000 innbyggjarar"),
                period: "2021", 21, .percent, source: grants2021,
                counterpart: Text("Andel av alle i utdanning 31.12.2021", nn: "Del av alle i utdanning 31.12.2021"), tolerance: 3,
                .sizesShare(day(2021, 12, 31), .under2000 ... .from5000)),
            PublicFigure(
                "doctors-large-2022",
                Text(
                    "Andel av fastlegene i kommuner over 50 000 innbyggere («over 40 %»)",
                    nn: "Del av fastlegane i kommunar over 50 000 innbyggjarar («over 40 %»)"),
                period: "2022-03-31", 40, .percent, source: growth2022,
                counterpart: Text("Andel av alle i utdanning 31.3.2022", nn: "Del av alle i utdanning 31.3.2022"), tolerance: 4,
                .sizesShare(day(2022, 3, 31), .from50000 ... .from100000)),
        ]

    /// Salaried grants 2021: 177 of 564; by size 11 of 116, 68 of 182 and so on.
    private static let salariedGrants: [(band: SizeBand?, limits: String, salaried: Double, all: Double)] = [
        (nil, "", 177, 564), (.from100000, "over 100 000", 11, 116), (.from50000, "50 000–99 999", 12, 79),
        (.from20000, "20 000–49 999", 68, 182), (.from10000, "10 000–19 999", 34, 85), (.from5000, "5 000–9 999", 35, 76),
    ]

    private static let employment: [PublicFigure] = salariedGrants.map { band, limits, salaried, all in
        let key = band.map { String($0.rawValue) } ?? "all"
        let (nb, nn) = band == nil ? ("", "") : (" i kommuner med \(limits) innbyggere", " i kommunar med \(limits) innbyggjarar")
        return PublicFigure(
            "salaried-2021-\(key)",
            Text("Andel av ALIS-tilskuddene til fastlønte\(nb)", nn: "Del av ALIS-tilskota til fastlønte\(nn)"), period: "2021",
            salaried * 100 / all, .percent, source: grants2021,
            counterpart: Text(
                "Andel fastlønte av dem i ny ordning med fastlønn eller næringsdrift 31.12.2021",
                nn: "Del fastlønte av dei i ny ordning med fastløn eller næringsdrift 31.12.2021"),
            // In one size of municipality there are about a hundred doctors, here as in the source: chance alone moves such a share.
            tolerance: band == nil ? 5 : 10, .newSchemeSalariedShare(day(2021, 12, 31), band))
    }

    /// Figures that nothing in the register answers to, with the reason; a page shows them too, so that none is left out quietly.
    package static let withoutCounterpart: [(definition: Text, period: String, value: Double, source: String, why: Text)] = [
        (
            Text("Av leger med læringsplan: påbegynt", nn: "Av legar med læringsplan: påbyrja"), "2023-10", 987, autumn2023,
            Text(
                "Om en plan er påbegynt i Kompetanseportalen, står ikke i registeret",
                nn: "Om ein plan er påbyrja i Kompetanseportalen, står ikkje i registeret")
        ),
        (
            Text("Tilskudd til ALIS-avtaler", nn: "Tilskot til ALIS-avtalar"), "2020", 71, grants2021,
            Text(
                "Ordningen var ny; få av dem som kunne få tilskudd, hadde søkt",
                nn: "Ordninga var ny; få av dei som kunne få tilskot, hadde søkt")
        ),
        (
            Text("Tilskudd til ALIS-avtaler", nn: "Tilskot til ALIS-avtalar"), "2021", 564, grants2021,
            Text("Samme; fordelingen etter kommunestørrelse er sammenlignet", nn: "Same; fordelinga etter kommunestorleik er samanlikna")
        ),
        (
            Text("Ikke-spesialister med ALIS-tilskudd", nn: "Ikkje-spesialistar med ALIS-tilskot"), "2023", 1072, autumn2023,
            Text("Tilskudd er ikke i registeret ennå", nn: "Tilskot er ikkje i registeret enno")
        ),
    ]
}
