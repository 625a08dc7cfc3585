import AlisDomain

/// Texts about a municipality's page, confirmation and history.
enum MunicipalityTexts {
    static let listTitle = Text("Kommuner", nn: "Kommunar")
    static let period = Text("Periode", nn: "Periode")
    static let when = Text("Når", nn: "Når")
    static let standingSince = Text("Gjelder", nn: "Gjeld")
    static let born = Text("født", nn: "fødd")
    static func months(_ count: Int) -> Text {
        count == 1 ? Text("1 måned", nn: "1 månad") : Text("\(count) måneder", nn: "\(count) månader")
    }
    static let historyLede = Text(
        "Alt som er registrert og rettet, nyeste først. Ingenting blir overskrevet.",
        nn: "Alt som er registrert og retta, nyaste først. Ingenting blir skrive over.")
    static func confirmedBy(_ day: CalendarDay, _ who: Text) -> Text {
        Text("Bekreftet \(day.norwegian) av \(who.nb)", nn: "Stadfesta \(day.norwegian) av \(who.nn)")
    }
    static let neverConfirmed = Text("Aldri bekreftet", nn: "Aldri stadfesta")
    static func confirmedLongAgo(_ day: CalendarDay, _ months: Int) -> Text {
        Text(
            "Sist bekreftet \(day.norwegian), for \(Self.months(months).nb) siden",
            nn: "Sist stadfesta \(day.norwegian), for \(Self.months(months).nn) sidan")
    }
    /// Follows "confirmed on": how much of it that no longer covers.
    static func changedSince(_ count: Int) -> Text {
        Text("\(count) ALIS registrert eller endret etter det", nn: "\(count) ALIS registrert eller endra etter det")
    }
    static func leftSince(_ count: Int) -> Text {
        Text("\(count) avsluttet eller flyttet etter det", nn: "\(count) avslutta eller flytta etter det")
    }
    static func notConfirmedSince(_ day: CalendarDay, isNew: Bool) -> Text {
        isNew
            ? Text("Ikke bekreftet siden registrert \(day.norwegian)", nn: "Ikkje stadfesta sidan registrert \(day.norwegian)")
            : Text("Ikke bekreftet siden endret \(day.norwegian)", nn: "Ikkje stadfesta sidan endra \(day.norwegian)")
    }
    static let notConfirmed = Text("Ikke bekreftet ennå", nn: "Ikkje stadfesta enno")
    static let changedMeanwhile = Text(
        "Listen er endret etter at du åpnet siden. Se over den, og bekreft på nytt. Det gjelder:",
        nn: "Lista er endra etter at du opna sida. Sjå over henne, og stadfest på nytt. Det gjeld:")
    static let isThisRight = Text("Stemmer dette?", nn: "Stemmer dette?")
    static func isThisRightLede(_ count: Int) -> Text {
        count == 0
            ? Text(
                "Ingen ALIS er registrert her i dag. Bekreft at det er riktig, eller registrer dem som mangler.",
                nn: "Ingen ALIS er registrert her i dag. Stadfest at det er rett, eller registrer dei som manglar.")
            : Text(
                "Se over listen. Er alt riktig, bekrefter du med ett klikk. Er noe feil, retter du raden først.",
                nn: "Sjå over lista. Er alt rett, stadfestar du med eitt klikk. Er noko feil, rettar du rada først.")
    }
    static func confirm(_ name: String) -> Text { Text("Ja, dette stemmer", nn: "Ja, dette stemmer") }
    static func inName(_ name: String) -> Text { Text("Bekreftes i navnet \(name)", nn: "Blir stadfesta i namnet \(name)") }
    static let confirmedNow = Text("Takk. Kommunens ALIS er bekreftet i dag.", nn: "Takk. ALIS i kommunen er stadfesta i dag.")
    static let officeCannotConfirm = Text("Bare kommunen selv kan bekrefte.", nn: "Berre kommunen sjølv kan stadfeste.")
    static let beginsLater = Text("Begynner senere", nn: "Byrjar seinare")
    static func from(_ day: CalendarDay) -> Text { Text("fra \(day.norwegian)", nn: "frå \(day.norwegian)") }
    static func leaves(_ day: CalendarDay) -> Text {
        Text("Siste arbeidsdag her \(day.norwegian)", nn: "Siste arbeidsdag her \(day.norwegian)")
    }
    /// After the number of those who are there.
    static func comingToo(_ count: Int) -> Text { Text(". \(count) begynner senere.", nn: ". \(count) byrjar seinare.") }
    static let alisHere = Text("ALIS i kommunen", nn: "ALIS i kommunen")
    static let facts = Text("Om kommunen", nn: "Om kommunen")
    static let number = Text("Kommunenummer", nn: "Kommunenummer")
    static let numbersOverTime = Text("Nummer og navn gjennom tidene", nn: "Nummer og namn gjennom tidene")
    static let county = Text("Fylke", nn: "Fylke")
    static let office = Text("ALIS-kontor", nn: "ALIS-kontor")
    static let trust = Text("Helseforetak", nn: "Helseføretak")
    static let inhabitants = Text("Innbyggere", nn: "Innbyggjarar")
    static let centrality = Text("Sentralitet (1 mest, 6 minst)", nn: "Sentralitet (1 mest, 6 minst)")
    static let language = Text("Målform", nn: "Målform")
    static let otherNames = Text("Andre navn", nn: "Andre namn")
    static let confirmations = Text("Bekreftelser", nn: "Stadfestingar")
    static let noConfirmations = Text("Ingen har bekreftet ennå.", nn: "Ingen har stadfesta enno.")
    /// Is followed by the municipality it is part of.
    static let endedMunicipality = Text(
        "Kommunen finnes ikke lenger. Historikken er den samme, og legene står nå i",
        nn: "Kommunen finst ikkje lenger. Historikken er den same, og legane står no i")
    /// Is followed by the municipalities it was split between.
    static let splitMunicipality = Text(
        "Kommunen finnes ikke lenger. Den ble delt mellom", nn: "Kommunen finst ikkje lenger. Han blei delt mellom")
    static func seesSome(_ count: Int, of total: Int) -> Text {
        Text(
            "Du ser \(count) av \(total). Hvem de andre er, vet kommunen og ALIS-kontoret.",
            nn: "Du ser \(count) av \(total). Kven dei andre er, veit kommunen og ALIS-kontoret.")
    }
    static func listHeading(_ count: Int, isConfirmed: Bool?) -> Text {
        let number = Format.number(count)
        return switch (isConfirmed, count == 1) {
        case (nil, true): Text("1 kommune", nn: "1 kommune")
        case (nil, false): Text("\(number) kommuner", nn: "\(number) kommunar")
        case (true?, true): Text("1 kommune bekreftet siste halvår", nn: "1 kommune stadfesta siste halvår")
        case (true?, false): Text("\(number) kommuner bekreftet siste halvår", nn: "\(number) kommunar stadfesta siste halvår")
        case (false?, true): Text("1 kommune ikke bekreftet siste halvår", nn: "1 kommune ikkje stadfesta siste halvår")
        case (false?, false): Text("\(number) kommuner ikke bekreftet siste halvår", nn: "\(number) kommunar ikkje stadfesta siste halvår")
        }
    }
    static let noneFits = Text(
        "Ingen kommuner passer til utvalget. Endre filtrene, eller nullstill dem.",
        nn: "Ingen kommunar passar til utvalet. Endre filtra, eller nullstill dei.")
    static let searchLabel = Text("Navn eller nummer", nn: "Namn eller nummer")
    static let generalPlan = Text("Generell utdanningsplan", nn: "Generell utdanningsplan")
    static let enterprise = Text("Registrert utdanningsvirksomhet", nn: "Registrert utdanningsverksemd")
    static let correct = Text("Rett", nn: "Rett")
    static let nameAndNumber = Text("Navn og HPR-nummer", nn: "Namn og HPR-nummer")
    static let schemeAndEnd = Text("Ordning og sluttdato", nn: "Ordning og sluttdato")
    static let wholeRecord = Text("Alt om legen", nn: "Alt om legen")
    static let hidden = Text("Du har ikke tilgang til navnene i denne kommunen.", nn: "Du har ikkje tilgang til namna i denne kommunen.")
    static let asOfNote = Text("Du ser listen slik den var,", nn: "Du ser lista slik ho var,")
    static let asOfNoteToCome = Text(
        "Du ser det som i dag er registrert som gjeldende en dag som ikke er kommet, og ikke en prognose:",
        nn: "Du ser det som i dag er registrert som gjeldande ein dag som ikkje er komen, og ikkje ein prognose:")
    static let toToday = Text("Se i dag", nn: "Sjå i dag")
    static func decision(_ language: LanguageDecision) -> Text {
        switch language {
        case .bokmal: Text("bokmål", nn: "bokmål")
        case .nynorsk: Text("nynorsk", nn: "nynorsk")
        case .neutral: Text("nøytral", nn: "nøytral")
        }
    }
    static func decision(_ language: MunicipalityFacts.LocalName.Language) -> Text {
        switch language {
        case .northernSami: Text("nordsamisk", nn: "nordsamisk")
        case .luleSami: Text("lulesamisk", nn: "lulesamisk")
        case .southernSami: Text("sørsamisk", nn: "sørsamisk")
        case .kven: Text("kvensk", nn: "kvensk")
        case .official: Text("offisielt", nn: "offisielt")
        }
    }
}
