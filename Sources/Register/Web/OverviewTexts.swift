import AlisDomain

/// Texts of the overview. Definitions are part of it: every figure says what it counts.
enum OverviewTexts {
    static let title = Text("Oversikt", nn: "Oversikt")
    static func heading(_ count: Int) -> Text {
        count == 1
            ? Text("1 allmennlege i spesialisering", nn: "1 allmennlege i spesialisering")
            : Text("\(Format.number(count)) allmennleger i spesialisering", nn: "\(Format.number(count)) allmennlegar i spesialisering")
    }
    static func lede(municipalities: Int, day: CalendarDay, knownAt: Instant?) -> Text {
        let known =
            knownAt.map { Text("slik registeret var kjent \(Format.time($0))", nn: "slik registeret var kjent \(Format.time($0))") }
            ?? Text("slik registeret er kjent nå", nn: "slik registeret er kjent no")
        let number = Format.number(municipalities)
        let places =
            municipalities == 1 ? Text("1 kommune", nn: "1 kommune") : Text("\(number) kommuner", nn: "\(number) kommunar")
        return Text(
            "i \(places.nb) per \(day.norwegian), \(known.nb).", nn: "i \(places.nn) per \(day.norwegian), \(known.nn).")
    }
    static let remove = Text("fjern", nn: "fjern")
    static let confirmedHalfYear = Text("Bekreftet siste halvår", nn: "Stadfesta siste halvår")
    static let seeUnconfirmed = Text("se dem som ikke har bekreftet", nn: "sjå dei som ikkje har stadfesta")
    static let wishedFrom = Text("Ønsket tidligst", nn: "Ønskt tidlegast")
    /// No municipality is both this and that.
    static func nothingFits(_ selection: [Narrowing]) -> Text {
        let names = selection.map(\.name).joined(separator: " + ")
        return Text(
            "Ingen kommuner passer til utvalget: \(names). Fjern noe av det over.",
            nn: "Ingen kommunar passar til utvalet: \(names). Fjern noko av det over.")
    }
    static let whatCounts = Text("Hva teller med?", nn: "Kva tel med?")
    static let importSpreadsheet = Text("Les inn regneark", nn: "Les inn rekneark")
    static let asOf = Text("Per dato", nn: "Per dato")
    static let knownAt = Text("Slik vi visste det", nn: "Slik vi visste det")
    static let scheme = Text("Ordning", nn: "Ordning")
    static let office = Text("Kontor", nn: "Kontor")
    static let form = Text("Arbeidsform", nn: "Arbeidsform")
    static let centrality = Text("Sentralitet", nn: "Sentralitet")
    static let both = Text("Begge", nn: "Begge")
    static let keyFigures = Text("Nøkkeltall", nn: "Nøkkeltal")
    static let confirmedShare = Text("av kommunene bekreftet siste halvår", nn: "av kommunane stadfesta siste halvår")
    static let map = Text("Kart", nn: "Kart")
    static let mapShows = Text("Kartet viser", nn: "Kartet viser")
    static let oneHexagon = Text(
        "Én sekskant er én kommune. Velg en for å se den.", nn: "Éin sekskant er éin kommune. Vel ein for å sjå han.")
    static let asTable = Text("Se tallene som tabell", nn: "Sjå tala som tabell")
    static let byOffice = Text("Etter kontor", nn: "Etter kontor")
    static let byPlace = Text("Etter region, kontor, fylke og kommune", nn: "Etter region, kontor, fylke og kommune")
    static let showMunicipalities = Text("Vis alle kommunene", nn: "Vis alle kommunane")
    static let hideMunicipalities = Text("Vis bare fylkene", nn: "Vis berre fylka")
    static let place = Text("Sted", nn: "Stad")
    static let municipalities = Text("Kommuner", nn: "Kommunar")
    static let active = Text("ALIS", nn: "ALIS")
    static let new = Text("Ny ordning", nn: "Ny ordning")
    static let old = Text("Gammel", nn: "Gammal")
    static let wantsHospital = Text("Ønsker sykehus", nn: "Ønskjer sjukehus")
    static let paused = Text("Pause", nn: "Pause")
    static let confirmed = Text("Bekreftet", nn: "Stadfesta")
    static let wholeCountry = Text("Hele landet", nn: "Heile landet")
    static let selection = Text("Hele utvalget", nn: "Heile utvalet")
    static let noOffice = Text("Uten ALIS-kontor", nn: "Utan ALIS-kontor")
    static let noRegion = Text("Uten helseregion", nn: "Utan helseregion")
    static let noMunicipality = Text("Uten registrert arbeidssted", nn: "Utan registrert arbeidsstad")
    static func confirmedOf(_ count: Int, _ total: Int) -> Text { Text("\(count) av \(total)", nn: "\(count) av \(total)") }
    static let wishes = Text("Ønsket sykehustjeneste, etter tidligste halvår", nn: "Ønskt sjukehusteneste, etter tidlegaste halvår")
    static let wishesByTrust = Text("Etter første ønske", nn: "Etter første ønske")
    static let trust = Text("Helseforetak", nn: "Helseføretak")
    static let noWishes = Text("Ingen har ønsket sykehustjeneste i utvalget.", nn: "Ingen har ønskt sjukehusteneste i utvalet.")
    static let oneDayOnly = Text(
        "Registeret begynner denne dagen. Linjen kommer når det er gått et år.",
        nn: "Registeret byrjar denne dagen. Linja kjem når det er gått eit år.")
    static let officeNotAtWork = Text(
        "Kontoret du har valgt, fulgte ikke opp noen kommuner før dette. Årene før er ikke med.",
        nn: "Kontoret du har valt, følgde ikkje opp nokon kommunar før dette. Åra før er ikkje med.")
    static let trend = Text("Utvikling, per 1. januar", nn: "Utvikling, per 1. januar")
    static let year = Text("Per dato", nn: "Per dato")
    static let oldSchemeLink = Text("Se hvem det gjelder", nn: "Sjå kven det gjeld")
    static func oldSchemeDays(_ days: Int) -> Text {
        let left = FollowUpTexts.untilDeadline(days)
        return Text("gammel ordning, \(left.nb)", nn: "gammal ordning, \(left.nn)")
    }
    static let dayToCome = Text(
        "Datoen er ikke kommet ennå. Tallene viser det som i dag er registrert som gjeldende da. De er ikke en prognose.",
        nn: "Datoen er ikkje komen enno. Tala viser det som i dag er registrert som gjeldande då. Dei er ikkje ein prognose.")
    static let definition = Text("Definisjon", nn: "Definisjon")
    static func noSuchDay(_ text: String) -> Text {
        Text(
            "«\(text)» er ikke en dato. Skriv dag.måned.år, for eksempel 1.3.2026.",
            nn: "«\(text)» er ikkje ein dato. Skriv dag.månad.år, til dømes 1.3.2026.")
    }
    static func noSuchChoice(_ text: String) -> Text {
        Text(
            "«\(text)» er ikke noe vi kan velge ut etter. Det er ikke tatt hensyn til det; velg på nytt.",
            nn: "«\(text)» er ikkje noko vi kan velje ut etter. Det er ikkje teke omsyn til det; vel på nytt.")
    }
    static func noSuchTime(_ text: String) -> Text {
        Text(
            "«\(text)» er ikke et tidspunkt. Skriv for eksempel 1.4.2026.",
            nn: "«\(text)» er ikkje eit tidspunkt. Skriv til dømes 1.4.2026.")
    }
    static func coverage(_ count: Int, of total: Int) -> Text {
        total == 1
            ? Text(
                "\(count) av 1 kommune har bekreftet tallene sine det siste halve året.",
                nn: "\(count) av 1 kommune har stadfesta tala sine det siste halve året.")
            : Text(
                "\(count) av \(total) kommuner har bekreftet tallene sine det siste halve året.",
                nn: "\(count) av \(total) kommunar har stadfesta tala sine det siste halve året.")
    }

    static func name(_ form: Engagement.Form) -> Text {
        switch form {
        case .salaried: Text("Fastlønn", nn: "Fastløn")
        case .selfEmployed: Text("Næringsdrift", nn: "Næringsdrift")
        case .introduction: Text("Introduksjonsstilling", nn: "Introduksjonsstilling")
        case .locum: Text("Vikar", nn: "Vikar")
        }
    }

    static func name(_ scheme: Training.Scheme) -> Text {
        switch scheme {
        case .new: Text("Ny ordning", nn: "Ny ordning")
        case .old: Text("Gammel ordning", nn: "Gammal ordning")
        }
    }

    static func name(_ measure: Measure) -> Text {
        switch measure {
        case .active: Text("aktive ALIS", nn: "aktive ALIS")
        case .newScheme: Text("ny ordning", nn: "ny ordning")
        case .oldScheme: Text("gammel ordning", nn: "gammal ordning")
        case .converting: Text("skal konvertere", nn: "skal konvertere")
        case .converted: Text("konvertert i år", nn: "konvertert i år")
        case .paused: Text("i pause", nn: "i pause")
        case .onLeave: Text("i permisjon eller fravær", nn: "i permisjon eller fråvær")
        case .started: Text("startet i år", nn: "starta i år")
        case .finished: Text("ferdige spesialister i år", nn: "ferdige spesialistar i år")
        case .expected: Text("ventes ferdige resten av året", nn: "er venta ferdige resten av året")
        case .wishing: Text("ønsker sykehustjeneste neste 12 mnd.", nn: "ønskjer sjukehusteneste neste 12 mnd.")
        case .unplaced: Text("uten registrert arbeidssted", nn: "utan registrert arbeidsstad")
        }
    }

    /// What a measure counts, in full.
    static func definition(_ measure: Measure) -> Text {
        switch measure {
        case .active:
            Text(
                "Leger med et utdanningsløp i allmennmedisin som er i gang på datoen og ikke er satt på pause. En lege teller én gang, i kommunen med størst stillingsprosent.",
                nn:
                    "Legar med eit utdanningsløp i allmennmedisin som er i gang på datoen og ikkje er sett på pause. Ein lege tel éin gong, i kommunen med størst stillingsprosent."
            )
        case .newScheme:
            Text("Aktive ALIS som følger ordningen fra 1. mars 2019.", nn: "Aktive ALIS som følgjer ordninga frå 1. mars 2019.")
        case .oldScheme:
            Text(
                "Aktive ALIS som følger ordningen fra før 1. mars 2019.", nn: "Aktive ALIS som følgjer ordninga frå før 1. mars 2019.")
        case .converting:
            Text(
                "ALIS i gammel ordning på datoen, der en senere overgang til ny ordning alt er registrert.",
                nn: "ALIS i gammal ordning på datoen, der ein seinare overgang til ny ordning alt er registrert.")
        case .converted:
            Text(
                "ALIS som har gått fra gammel til ny ordning i kalenderåret, til og med datoen.",
                nn: "ALIS som har gått frå gammal til ny ordning i kalenderåret, til og med datoen.")
        case .paused:
            Text(
                "Utdanningsløp som er satt på pause på datoen. De teller ikke som aktive.",
                nn: "Utdanningsløp som er sett på pause på datoen. Dei tel ikkje som aktive.")
        case .onLeave:
            Text(
                "Aktive ALIS som er borte fra hele stillingen på datoen: foreldrepermisjon, sykefravær eller annet. Alis vet ikke hvorfor noen er syke.",
                nn:
                    "Aktive ALIS som er borte frå heile stillinga på datoen: foreldrepermisjon, sjukefråvær eller anna. Alis veit ikkje kvifor nokon er sjuk."
            )
        case .started:
            Text(
                "Utdanningsløp som begynte i kalenderåret, til og med datoen, og fortsatt er i gang.",
                nn: "Utdanningsløp som tok til i kalenderåret, til og med datoen, og framleis er i gang.")
        case .finished:
            Text(
                "Utdanningsløp som endte med spesialistgodkjenning i kalenderåret, til og med datoen.",
                nn: "Utdanningsløp som enda med spesialistgodkjenning i kalenderåret, til og med datoen.")
        case .expected:
            Text(
                "Aktive ALIS som kommunen venter blir ferdige fra datoen og ut kalenderåret.",
                nn: "Aktive ALIS som kommunen ventar blir ferdige frå datoen og ut kalenderåret.")
        case .wishing:
            Text(
                "Aktive ALIS med et stående ønske om sykehustjeneste som kan begynne innen tolv måneder fra datoen.",
                nn: "Aktive ALIS med eit ståande ønske om sjukehusteneste som kan ta til innan tolv månader frå datoen.")
        case .unplaced:
            Text(
                "Aktive ALIS uten noe registrert arbeidsforhold på datoen.",
                nn: "Aktive ALIS utan noko registrert arbeidsforhold på datoen.")
        }
    }
}
