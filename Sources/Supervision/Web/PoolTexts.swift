import AlisDomain

/// Texts of the pool, of asking a supervisor, and of the page she answers on.
enum PoolTexts {
    static let title = Text("Finn veileder", nn: "Finn rettleiar")
    static let find = Text("Finn veileder i poolen", nn: "Finn rettleiar i poolen")
    static let lede = Text(
        "Forslag på tvers av kommunegrenser. Først de som har tid til hele legen; så de som har veiledet henne før, kan møtes fysisk, deler språk, hører til samme helseforetak, er nærmest og har mest tid.",
        nn:
            "Forslag på tvers av kommunegrenser. Først dei som har tid til heile legen; så dei som har rettleidd henne før, kan møtast fysisk, deler språk, høyrer til same helseføretak, er nærast og har mest tid."
    )
    static let chooseDoctor = Text("Velg lege", nn: "Vel lege")
    static let without = Text("Uten veileder nå", nn: "Utan rettleiar no")
    static let others = Text("Andre", nn: "Andre")
    static let noDoctors = Text("Ingen leger i ny ordning er dine å følge opp.", nn: "Ingen legar i ny ordning er dine å følgje opp.")
    static let language = Text("Ønsket språk", nn: "Ønskt språk")
    static let any = Text("alle språk", nn: "alle språk")
    static func need(_ name: String, _ place: String, _ minutes: Int) -> Text {
        Text(
            "\(name), \(place), trenger \(HoursText.hours(minutes)) timer i måneden.",
            nn: "\(name), \(place), treng \(HoursText.hours(minutes)) timar i månaden.")
    }
    static let covered = Text(
        "Legen har veileder for alt i dag. Forslagene er til en som skal ta over: avslutt først forholdet som er.",
        nn: "Legen har rettleiar for alt i dag. Forslaga er til ein som skal ta over: avslutt først forholdet som er.")
    static let nobody = Text(
        "Ingen i poolen har ledig tid innen rekkevidde. Spør ALIS-kontoret om veiledere i andre regioner, be en veileder om mer kapasitet, eller søk unntak.",
        nn:
            "Ingen i poolen har ledig tid innan rekkjevidd. Spør ALIS-kontoret om rettleiarar i andre regionar, be ein rettleiar om meir kapasitet, eller søk unntak."
    )
    static let distanceNote = Text(
        "Avstand er luftlinje mellom kommunesentrene (GeoNames). Fjord og ferje gjør veien lengre.",
        nn: "Avstand er luftlinje mellom kommunesentera (GeoNames). Fjord og ferje gjer vegen lengre.")
    static let aheadNote = Text(
        "Ledig tid gjelder nå, resten av halvåret og de to neste halvårene. Den som ikke har tid for hele legen i alle, kommer etter dem som har.",
        nn:
            "Ledig tid gjeld no, resten av halvåret og dei to neste halvåra. Den som ikkje har tid for heile legen i alle, kjem etter dei som har."
    )
    static let ask = Text("Be om veiledning", nn: "Be om rettleiing")
    static let trustArea = Text("Foretaksområde", nn: "Føretaksområde")
    static func more(_ count: Int) -> Text { Text("Vis \(count) til i poolen", nn: "Vis \(count) til i poolen") }

    static func reason(_ reason: SupervisorPool.Reason, trust: (TrustCode) -> String) -> Text {
        switch reason {
        case .enoughTime(let free): Text("\(HoursText.hours(free)) t/md. ledig", nn: "\(HoursText.hours(free)) t/md. ledig")
        case .someTime(let free, let needed):
            Text(
                "bare \(HoursText.hours(free)) av \(HoursText.hours(needed)) t/md. ledig",
                nn: "berre \(HoursText.hours(free)) av \(HoursText.hours(needed)) t/md. ledig")
        case .enoughThrough(let half):
            Text(
                "nok tid til og med \(Format.halfYear(half, .bokmal))", nn: "nok tid til og med \(Format.halfYear(half, .nynorsk))")
        case .lessAhead(let half, let free):
            if free > 0 {
                Text(
                    "\(Format.halfYear(half, .bokmal)): bare \(HoursText.hours(free)) t/md. ledig",
                    nn: "\(Format.halfYear(half, .nynorsk)): berre \(HoursText.hours(free)) t/md. ledig")
            } else {
                Text(
                    "\(Format.halfYear(half, .bokmal)): ingen ledig tid",
                    nn: "\(Format.halfYear(half, .nynorsk)): inga ledig tid")
            }
        case .mayUntil(let day):
            Text(
                "kan bare veilede til og med \(day.norwegian): unntaket går ut",
                nn: "kan berre rettleie til og med \(day.norwegian): unntaket går ut")
        case .supervisedBefore: Text("har veiledet legen før", nn: "har rettleidd legen før")
        case .sameMunicipality: Text("samme kommune", nn: "same kommune")
        case .withinTravel(let kilometres): Text("\(kilometres) km, kan møtes fysisk", nn: "\(kilometres) km, kan møtast fysisk")
        case .digital(let kilometres):
            if let kilometres {
                Text("digitalt, \(kilometres) km unna", nn: "digitalt, \(kilometres) km unna")
            } else {
                Text("digitalt", nn: "digitalt")
            }
        case .language(let language):
            Text("snakker \(SupervisionTexts.name(language).nb)", nn: "snakkar \(SupervisionTexts.name(language).nn)")
        case .sameTrustArea(let code): Text("samme område: \(trust(code))", nn: "same område: \(trust(code))")
        case .exemptThrough(let day): Text("på unntak til \(day.norwegian)", nn: "på unntak til \(day.norwegian)")
        case .statusNotChecked: Text("spesialitet ikke undersøkt", nn: "spesialitet ikkje undersøkt")
        }
    }

    static let askTitle = Text("Be om veiledning", nn: "Be om rettleiing")
    static let message = Text("Til veilederen", nn: "Til rettleiaren")
    static let messageHint = Text("Ikke skriv om pasienter.", nn: "Ikkje skriv om pasientar.")
    static let wantedFrom = Text("Ønsket fra", nn: "Ønskt frå")
    static let wantedTooEarly = Text(
        "En forespørsel gjelder fra i dag eller senere. Ble det gitt veiledning før, registrer veilederen på legens side under Veiledning.",
        nn:
            "Ein førespurnad gjeld frå i dag eller seinare. Blei det gitt rettleiing før, registrer rettleiaren på sida til legen under Rettleiing."
    )
    static let send = Text("Lag forespørsel", nn: "Lag førespurnad")
    static let sentTitle = Text("Forespørselen er laget", nn: "Førespurnaden er laga")
    static func sent(_ name: String, _ day: CalendarDay) -> Text {
        Text(
            "Send denne lenken til \(name) på e-post eller SMS. Den virker én gang, til og med \(day.norwegian), og krever ingen konto.",
            nn: "Send denne lenkja til \(name) på e-post eller SMS. Ho verkar éin gong, til og med \(day.norwegian), og krev ingen konto.")
    }
    static let link = Text("Lenke til veilederen", nn: "Lenkje til rettleiaren")
    static let viaOffice = Text(
        "Kontaktopplysningene vises ikke her. Kommunen eller ALIS-kontoret til veilederen kan sende lenken videre.",
        nn: "Kontaktopplysningane blir ikkje viste her. Kommunen eller ALIS-kontoret til rettleiaren kan sende lenkja vidare.")
    static let toDoctor = Text("Til legens veiledning", nn: "Til rettleiinga for legen")
    static let alreadyAsked = Text(
        "Veilederen er alt spurt om denne legen, og har ikke svart.", nn: "Rettleiaren er alt spurd om denne legen, og har ikkje svart.")
    static let asked = Text("Spurt", nn: "Spurde")
    static func askedWhom(_ name: String, _ by: String, _ day: CalendarDay) -> Text {
        Text("\(name), spurt av \(by), svar innen \(day.norwegian)", nn: "\(name), spurd av \(by), svar innan \(day.norwegian)")
    }
    static let withdraw = Text("Trekk forespørselen", nn: "Trekk førespurnaden")

    static func answerTitle(_ name: String) -> Text { Text("Kan du veilede \(name)?", nn: "Kan du rettleie \(name)?") }
    static func answerLede(_ by: String, _ place: String, _ minutes: Int, _ from: CalendarDay) -> Text {
        Text(
            "\(by) spør om du kan være individuell veileder for en lege i \(place), \(HoursText.hours(minutes)) timer i måneden fra \(from.norwegian).",
            nn:
                "\(by) spør om du kan vere individuell rettleiar for ein lege i \(place), \(HoursText.hours(minutes)) timar i månaden frå \(from.norwegian)."
        )
    }
    static func answerTo(_ you: String, _ day: CalendarDay) -> Text {
        Text(
            "Spørsmålet er til \(you). Er det ikke deg, skal du ikke svare. Svar én gang, innen \(day.norwegian).",
            nn: "Spørsmålet er til \(you). Er det ikkje deg, skal du ikkje svare. Svar éin gong, innan \(day.norwegian).")
    }
    static let yourTime = Text("Din tid", nn: "Di tid")
    static func nowFree(_ capacity: Int, _ free: Int) -> Text {
        Text(
            "Registrert kapasitet er \(HoursText.hours(capacity)) timer i måneden, \(HoursText.hours(free)) ledig.",
            nn: "Registrert kapasitet er \(HoursText.hours(capacity)) timar i månaden, \(HoursText.hours(free)) ledig.")
    }
    static let yourAnswer = Text("Svaret ditt", nn: "Svaret ditt")
    static let accept = Text("Ja, det kan jeg", nn: "Ja, det kan eg")
    static let decline = Text("Nei, ikke nå", nn: "Nei, ikkje no")
    static let newCapacity = Text("Timer du kan gi i måneden i alt", nn: "Timar du kan gi i månaden i alt")
    static let newCapacityHint = Text("La stå om det stemmer.", nn: "La stå om det stemmer.")
    /// - Parameter mayWrite: whether she may say here what she can give.
    static func answerIsOver(_ needed: Int, _ capacity: Int, mayWrite: Bool) -> Text {
        let (needed, capacity) = (HoursText.hours(needed), HoursText.hours(capacity))
        return Text(
            "Med denne legen har du lovet \(needed) timer i måneden, og du har satt av \(capacity). \(mayWrite ? "Skriv et høyere tall, svar" : "Svar") nei, eller kryss av for at du tar det likevel.",
            nn:
                "Med denne legen har du lova \(needed) timar i månaden, og du har sett av \(capacity). \(mayWrite ? "Skriv eit høgare tal, svar" : "Svar") nei, eller kryss av for at du tek det likevel."
        )
    }
    static func linkFrom(_ name: String) -> Text { Text("lenke fra \(name)", nn: "lenkje frå \(name)") }
    /// Beside what is registered of her, in a form that is opened by a link.
    static let capacityElsewhere = Text(
        "Stemmer det ikke, endrer du det når du er logget inn, eller kommunen din gjør det.",
        nn: "Stemmer det ikkje, endrar du det når du er logga inn, eller kommunen din gjer det.")
    static let answerAnyway = Text("Jeg tar det likevel", nn: "Eg tek det likevel")
    static let comment = Text("Noe du vil si", nn: "Noko du vil seie")
    static let sendAnswer = Text("Send svaret", nn: "Send svaret")
    static let thanksYes = Text(
        "Takk! Du er registrert som veileder fra dagen som var ønsket. Kommunen tar kontakt.",
        nn: "Takk! Du er registrert som rettleiar frå dagen som var ønskt. Kommunen tek kontakt.")
    static let thanksNo = Text("Takk for svaret. Det er gitt videre.", nn: "Takk for svaret. Det er gitt vidare.")
    static let thanksTitle = Text("Svaret er mottatt", nn: "Svaret er motteke")
    static let answered = Text("Forespørselen er besvart, trukket eller gått ut.", nn: "Førespurnaden er svart på, trekt eller gått ut.")
}
