import AlisDomain

/// Texts of the public figures.
enum FiguresTexts {
    static let title = Text("Offentlige tall", nn: "Offentlege tal")
    static let heading = Text("Allmennleger i spesialisering i tall", nn: "Allmennlegar i spesialisering i tal")
    static let description = Text(
        "Antall leger i spesialisering i allmennmedisin i Norge, etter region, kontor og fylke, for et valgt halvår.",
        nn: "Talet på legar i spesialisering i allmennmedisin i Noreg, etter region, kontor og fylke, for eit valt halvår.")
    static func lede(_ figures: PublishedFigures) -> Text {
        let day = figures.day.norwegian
        guard figures.knownAt != nil else {
            return Text("Hele landet per \(day), slik registeret er kjent nå.", nn: "Heile landet per \(day), slik registeret er kjent no.")
        }
        let known = figures.plan.madeOn.norwegian
        return Text(
            "Hele landet per \(day), slik registeret var kjent \(known).",
            nn: "Heile landet per \(day), slik registeret var kjent \(known).")
    }
    static let halfYearly = Text(
        "Antallet gis per 1. januar og 1. juli, og hvor mange som begynte og ble ferdige for hele kalenderår. Tallene lages én måned etter at halvåret begynte og står til neste gang. Tall for kortere tid kunne røpe enkeltpersoner.",
        nn:
            "Talet blir gitt per 1. januar og 1. juli, og kor mange som tok til og blei ferdige for heile kalenderår. Tala blir laga éin månad etter at halvåret tok til og står til neste gong. Tal for kortare tid kunne røpe einskildpersonar."
    )
    static func moved(from asked: CalendarDay, to day: CalendarDay) -> Text {
        Text(
            "Det finnes ikke offentlige tall per \(asked.norwegian). Her er de nærmeste, per \(day.norwegian).",
            nn: "Det finst ikkje offentlege tal per \(asked.norwegian). Her er dei næraste, per \(day.norwegian).")
    }
    static let national = Text("Hele landet", nn: "Heile landet")
    static let byPlace = Text("Etter region, kontor og fylke", nn: "Etter region, kontor og fylke")
    static func caption(_ day: CalendarDay) -> Text {
        Text("ALIS etter region, kontor og fylke per \(day.norwegian)", nn: "ALIS etter region, kontor og fylke per \(day.norwegian)")
    }
    static let hidden = Text("skjult", nn: "skjult")
    static let perTenThousand = Text("per 10 000 innbyggere", nn: "per 10 000 innbyggjarar")
    static let rateColumn = Text("Per 10 000 innbyggere", nn: "Per 10 000 innbyggjarar")
    static let rateDefinition = Text(
        "Aktive ALIS delt på folketallet fra Statistisk sentralbyrå nærmeste 1. januar vi har det for, ganger 10 000. Der folketallet mangler, som for kommuner som er slått sammen for lenge siden, står en strek.",
        nn:
            "Aktive ALIS delt på folketalet frå Statistisk sentralbyrå næraste 1. januar vi har det for, gonger 10 000. Der folketalet manglar, som for kommunar som er slått saman for lenge sidan, står ein strek."
    )
    static let confirmedDefinition = Text(
        "Hvor mange av kommunene som har bekreftet tallene sine det siste halve året før datoen. Er det få, kan tallene være gamle.",
        nn: "Kor mange av kommunane som har stadfesta tala sine det siste halve året før datoen. Er det få, kan tala vere gamle.")
    static let smallTitle = Text("Hvorfor noen tall er skjult", nn: "Kvifor nokre tal er skjulte")
    static let smallRule = Text(
        "Antall fra 1 til 4 er skjult, så ingen enkeltperson kan kjennes igjen. Da må noen flere tall også skjules, ellers kunne de små regnes ut ved å trekke fra. Vi skjuler så mange at hvert antall fra 1 til 4 fortsatt kan være minst fem ulike tall for den som ser resten av tabellen. 0 vises. Summene er de riktige, ikke avrundet.",
        nn:
            "Tal frå 1 til 4 er skjulte, så ingen einskildperson kan kjennast att. Då må nokre fleire tal også skjulast, elles kunne dei små reknast ut ved å trekkje frå. Vi skjuler så mange at kvart tal frå 1 til 4 framleis kan vere minst fem ulike tal for den som ser resten av tabellen. 0 blir vist. Summane er dei rette, ikkje avrunda."
    )
    static let nothingHidden = Text("I denne tabellen er ingenting skjult.", nn: "I denne tabellen er ingenting skjult.")
    static let definitions = Text("Hva kolonnene teller", nn: "Kva kolonnane tel")
    static let more = Text("Mer om tallene og hvor de kommer fra", nn: "Meir om tala og kvar dei kjem frå")
    static let sheet = Text("ALIS", nn: "ALIS")
    static let day = Text("Per dato", nn: "Per dato")
    static let level = Text("Nivå", nn: "Nivå")
    static let population = Text("Innbyggere", nn: "Innbyggjarar")
    static let code = Text("Kode", nn: "Kode")

    static func flowTitle(_ year: Int) -> Text {
        Text("Begynte og ble ferdige i \(year)", nn: "Tok til og blei ferdige i \(year)")
    }
    static func flowCaption(_ year: Int) -> Text {
        Text(
            "ALIS som begynte og ble ferdige i \(year), etter region, kontor og fylke slik de var ved årets slutt",
            nn: "ALIS som tok til og blei ferdige i \(year), etter region, kontor og fylke slik dei var ved slutten av året")
    }

    /// The heading of a measure's column; `year` is the one whose events are told.
    static func column(_ measure: Measure, year: Int) -> Text {
        switch measure {
        case .active: OverviewTexts.active
        case .newScheme: OverviewTexts.new
        case .oldScheme: OverviewTexts.old
        case .paused: OverviewTexts.paused
        case .wishing: OverviewTexts.wantsHospital
        case .started: Text("Begynte i \(year)", nn: "Tok til i \(year)")
        case .finished: Text("Ferdige i \(year)", nn: "Ferdige i \(year)")
        case .converting, .converted, .onLeave, .expected, .unplaced: OverviewTexts.name(measure)
        }
    }

    /// What stands under a measure's key figure.
    static func name(_ measure: Measure, year: Int) -> Text {
        switch measure {
        case .started: Text("begynte i \(year)", nn: "tok til i \(year)")
        case .finished: Text("ferdige spesialister i \(year)", nn: "ferdige spesialistar i \(year)")
        default: OverviewTexts.name(measure)
        }
    }

    static func definition(_ measure: Measure, year: Int) -> Text {
        switch measure {
        case .started:
            Text(
                "Utdanningsløp som begynte i \(year) og fortsatt var i gang ved årets slutt.",
                nn: "Utdanningsløp som tok til i \(year) og framleis var i gang ved slutten av året.")
        case .finished:
            Text(
                "Utdanningsløp som endte med spesialistgodkjenning i \(year).",
                nn: "Utdanningsløp som enda med spesialistgodkjenning i \(year).")
        default: OverviewTexts.definition(measure)
        }
    }

    static func count(_ count: Int?, _ frame: Frame) -> String { count.map(Format.number) ?? frame[hidden] }

    static func rate(_ row: OpenFigures.Row, _ frame: Frame) -> String {
        row[.active].map { Format.oneDecimal($0, per: row.population ?? 0, times: 10_000) } ?? frame[hidden]
    }

    static func name(_ row: OpenFigures.Row, _ frame: Frame) -> String { name(row)[frame.language] }

    static func name(_ row: OpenFigures.Row) -> Text {
        switch row.level {
        case .nation: OverviewTexts.wholeCountry
        case .unplaced: OverviewTexts.noMunicipality
        case .region: Text(same: "Helseregion \(row.name)")
        case .office where row.key.isEmpty, .county where row.key.isEmpty:
            Text("\(OverviewTexts.noOffice.nb) (\(row.name))", nn: "\(OverviewTexts.noOffice.nn) (\(row.name))")
        case .office, .county, .municipality: Text(same: row.name)
        }
    }

    static func name(_ level: OverviewTable.Level) -> Text {
        switch level {
        case .nation: Text("Land", nn: "Land")
        case .region: Text("Helseregion", nn: "Helseregion")
        case .office: Text("ALIS-kontor", nn: "ALIS-kontor")
        case .county: Text("Fylke", nn: "Fylke")
        case .municipality: Text("Kommune", nn: "Kommune")
        case .unplaced: Text("Uten sted", nn: "Utan stad")
        }
    }
}
