import AlisDomain

/// Texts of the follow-up pages.
enum FollowUpTexts {
    static let title = Text("Oppfølging", nn: "Oppfølging")
    static let lede = Text(
        "Hvor lenge det er siden hver kommune bekreftet at opplysningene om ALIS stemmer. De som har ventet lengst, står først.",
        nn: "Kor lenge det er sidan kvar kommune stadfesta at opplysningane om ALIS stemmer. Dei som har venta lengst, står først.")
    static let notConfirmedFor = Text("Ikke bekreftet på", nn: "Ikkje stadfesta på")
    static func months(_ count: Int) -> Text {
        count == 1 ? Text("1 måned", nn: "1 månad") : Text("\(count) måneder", nn: "\(count) månader")
    }
    static let allMunicipalities = Text("Vis alle kommuner", nn: "Vis alle kommunar")
    static let office = Text("Kontor", nn: "Kontor")
    static let municipality = Text("Kommune", nn: "Kommune")
    static let number = Text("Kommunenummer", nn: "Kommunenummer")
    static let active = Text("ALIS", nn: "ALIS")
    static let lastConfirmed = Text("Sist bekreftet", nn: "Sist stadfesta")
    static let by = Text("Av", nn: "Av")
    static let age = Text("Alder", nn: "Alder")
    static let changedSinceHead = Text("ALIS registrert eller endret siden", nn: "ALIS registrert eller endra sidan")
    static let ageInDays = Text("Dager siden", nn: "Dagar sidan")
    static let never = Text("aldri", nn: "aldri")
    static func count(_ shown: Int, of total: Int, months: Int) -> Text {
        months == 0
            ? total == 1 ? Text("1 kommune", nn: "1 kommune") : Text("\(total) kommuner", nn: "\(total) kommunar")
            : Text(
                "\(shown) av \(total) kommuner er ikke bekreftet på \(FollowUpTexts.months(months).nb)",
                nn: "\(shown) av \(total) kommunar er ikkje stadfesta på \(FollowUpTexts.months(months).nn)")
    }
    /// `3 dager`, `2 måneder`, `over 2 år`: in calendar months, as what is confirmed in the last half-year is told from what is not.
    static func age(of confirmed: CalendarDay?, on today: CalendarDay) -> Text {
        guard let confirmed else { return never }
        let (days, months) = (max(0, today.days(since: confirmed)), today.months(since: confirmed))
        if days == 0 { return Text("i dag", nn: "i dag") }
        if days == 1 { return Text("1 dag", nn: "1 dag") }
        if months < 2 { return Text("\(days) dager", nn: "\(days) dagar") }
        return months < 24 ? self.months(months) : Text("over \(months / 12) år", nn: "over \(months / 12) år")
    }
    static let allFresh = Text(
        "Alle kommunene i utvalget har bekreftet i denne tiden. Det er ingen å purre på.",
        nn: "Alle kommunane i utvalet har stadfesta i denne tida. Det er ingen å purre på.")
    static let noMunicipalities = Text(
        "Kontoret ditt dekker ingen kommuner i dag. Dekningen står under Grunndata.",
        nn: "Kontoret ditt dekkjer ingen kommunar i dag. Dekninga står under Grunndata.")
    static let makeReminders = Text("Lag påminnelser", nn: "Lag påminningar")
    static let oldScheme = Text("Gammel ordning", nn: "Gammal ordning")
    /// How long is left, in a few words: `3 dager til siste frist`.
    static func untilDeadline(_ days: Int) -> Text {
        switch days {
        case ..<0: Text("siste frist er passert", nn: "siste frist er passert")
        case 0: Text("siste frist er i dag", nn: "siste frist er i dag")
        case 1: Text("1 dag til siste frist", nn: "1 dag til siste frist")
        default: Text("\(Format.number(days)) dager til siste frist", nn: "\(Format.number(days)) dagar til siste frist")
        }
    }
    static let oldSchemeWhy = Text(
        "Hvem som fortsatt er i gammel ordning, og hva som må til.", nn: "Kven som framleis er i gammal ordning, og kva som må til.")
    static let duplicates = Text("Mulige dubletter", nn: "Moglege dublettar")
    static let duplicatesWhy = Text("Leger som kan være ført to ganger.", nn: "Legar som kan vere førte to gonger.")
    static let more = Text("Mer å følge opp", nn: "Meir å følgje opp")

    // MARK: The old scheme

    static func daysLeft(_ days: Int, day: CalendarDay) -> Text {
        switch days {
        case ..<0: Text("Siste frist gikk ut \(day.norwegian).", nn: "Siste frist gjekk ut \(day.norwegian).")
        case 0: Text("Siste frist er i dag, \(day.norwegian).", nn: "Siste frist er i dag, \(day.norwegian).")
        case 1: Text("Én dag igjen til siste frist, \(day.norwegian).", nn: "Éin dag att til siste frist, \(day.norwegian).")
        default:
            Text(
                "\(Format.number(days)) dager igjen til siste frist, \(day.norwegian).",
                nn: "\(Format.number(days)) dagar att til siste frist, \(day.norwegian).")
        }
    }
    static func oldSchemeLede(hasPassed: Bool) -> Text {
        hasPassed
            ? Text(
                "Det var siste dag for å søke spesialistgodkjenning etter gammel ordning. De som ikke søkte, må over i ny ordning.",
                nn: "Det var siste dag for å søkje spesialistgodkjenning etter gammal ordning. Dei som ikkje søkte, må over i ny ordning.")
            : Text(
                "Dette er siste dag for å søke spesialistgodkjenning etter gammel ordning. De som ikke rekker det, må over i ny ordning.",
                nn:
                    "Dette er siste dag for å søkje spesialistgodkjenning etter gammal ordning. Dei som ikkje rekk det, må over i ny ordning."
            )
    }
    static let noDeadline = Text("Siste frist står ikke i grunndata.", nn: "Siste frist står ikkje i grunndata.")
    static let affected = Text("i gammel ordning", nn: "i gammal ordning")
    static let affectedDefinition = Text(
        "Leger med et utdanningsløp i gammel ordning som er i gang eller på pause i dag.",
        nn: "Legar med eit utdanningsløp i gammal ordning som er i gang eller på pause i dag.")
    static func name(_ prospect: OldSchemeOutlook.Prospect) -> Text {
        switch prospect {
        case .overdue: Text("Skulle vært ferdig", nn: "Skulle ha vore ferdig")
        case .converting: Text("Overgang avtalt", nn: "Overgang avtalt")
        case .before: Text("Ferdig før fristen", nn: "Ferdig før fristen")
        case .after: Text("Ferdig etter fristen", nn: "Ferdig etter fristen")
        case .unknown: Text("Sluttdato ukjent", nn: "Sluttdato ukjend")
        }
    }
    /// Where on the page a group stands.
    static func anchor(_ prospect: OldSchemeOutlook.Prospect) -> String {
        switch prospect {
        case .overdue: "over-tiden"
        case .after: "etter-fristen"
        case .unknown: "ukjent"
        case .before: "for-fristen"
        case .converting: "overgang"
        }
    }
    static func definition(_ prospect: OldSchemeOutlook.Prospect, hasPassed: Bool) -> Text {
        switch prospect {
        case .overdue where hasPassed:
            Text(
                "Forventet sluttdato er passert, men legen er fortsatt i utdanning. Finn ut om legen søkte i tide, og om godkjenningen er kommet. Hvis ikke, må legen over i ny ordning. Følg opp disse først.",
                nn:
                    "Forventa sluttdato er passert, men legen er framleis i utdanning. Finn ut om legen søkte i tide, og om godkjenninga er komen. Om ikkje, må legen over i ny ordning. Følg opp desse først."
            )
        case .overdue:
            Text(
                "Forventet sluttdato er passert, men legen er fortsatt i utdanning. Finn ut om legen er ferdig, eller sett en ny dato. Følg opp disse først.",
                nn:
                    "Forventa sluttdato er passert, men legen er framleis i utdanning. Finn ut om legen er ferdig, eller set ein ny dato. Følg opp desse først."
            )
        case .converting:
            Text("En senere overgang til ny ordning er registrert.", nn: "Ein seinare overgang til ny ordning er registrert.")
        case .before:
            Text(
                "Forventet sluttdato er fra i dag til og med fristen.", nn: "Forventa sluttdato er frå i dag til og med fristen.")
        case .after:
            Text(
                "Forventet sluttdato er etter fristen, og ingen overgang er registrert. De må over i ny ordning.",
                nn: "Forventa sluttdato er etter fristen, og ingen overgang er registrert. Dei må over i ny ordning.")
        case .unknown:
            Text(
                "Ingen har oppgitt når legen ventes ferdig, og ingen overgang er registrert.",
                nn: "Ingen har oppgitt når legen er venta ferdig, og ingen overgang er registrert.")
        }
    }
    static let byMunicipality = Text("Etter kommune", nn: "Etter kommune")
    static let doctors = Text("Leger", nn: "Legar")
    static let name = Text("Navn", nn: "Namn")
    static let expectedEnd = Text("Forventet ferdig", nn: "Forventa ferdig")
    static let conversion = Text("Overgang til ny ordning", nn: "Overgang til ny ordning")
    static let prospect = Text("Utsikt", nn: "Utsikt")
    static let byThePlan = Text("Etter planen", nn: "Etter planen")
    static let notByThePlan = Text("ikke innen fristen", nn: "ikkje innan fristen")
    static let planReachesNoEnd = Text("når ikke alle krav", nn: "når ikkje alle krav")
    static let tooLateByPlan = Text("ikke i mål innen fristen etter planen", nn: "ikkje i mål innan fristen etter planen")
    static let tooLateByPlanDefinition = Text(
        "Regnet ut av planen: hvilke krav som gjenstår, og når de er oppfylt. Er ingen plan laget, regnes arbeidet som praksis.",
        nn: "Rekna ut av planen: kva krav som står att, og når dei er oppfylte. Er ingen plan laga, blir arbeidet rekna som praksis.")
    /// How the registered dates and the plans differ, so that the two lists are not read as one.
    static func twoDates(reassuring: Int, hasPassed: Bool) -> Text {
        let lists = Text(
            "Gruppene her følger sluttdatoen kommunen har registrert. Arbeidslisten følger planen.",
            nn: "Gruppene her følgjer sluttdatoen kommunen har registrert. Arbeidslista følgjer planen.")
        // Nobody is to be done before what has passed.
        if hasPassed { return lists }
        let number = Format.number(reassuring)
        return reassuring == 0
            ? Text(
                "\(lists.nb) Ingen som står som ferdig før fristen, er for sen etter planen.",
                nn: "\(lists.nn) Ingen som står som ferdig før fristen, er for sein etter planen.")
            : Text(
                "\(lists.nb) \(number) som står som ferdig før fristen, rekker den ikke etter planen.",
                nn: "\(lists.nn) \(number) som står som ferdig før fristen, rekk han ikkje etter planen.")
    }
    static func standings(active: Int, paused: Int) -> Text {
        Text(
            "\(Format.number(active)) i gang, \(Format.number(paused)) på pause.",
            nn: "\(Format.number(active)) i gang, \(Format.number(paused)) på pause.")
    }
    static let paused = Text("på pause", nn: "på pause")
    static let standing = Text("Status", nn: "Status")
    static let inProgress = Text("i gang", nn: "i gang")
    static let withoutPlace = Text("Uten registrert arbeidssted", nn: "Utan registrert arbeidsstad")
    static let total = Text("I alt", nn: "I alt")
    static let nobody = Text("Ingen er i gammel ordning i dag.", nn: "Ingen er i gammal ordning i dag.")
    static let countsOnly = Text(
        "Du ser tall, ikke navn. Kommunen og ALIS-kontoret følger opp hver lege.",
        nn: "Du ser tal, ikkje namn. Kommunen og ALIS-kontoret følgjer opp kvar lege.")
}
