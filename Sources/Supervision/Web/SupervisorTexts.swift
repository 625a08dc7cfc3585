import AlisDomain

/// Texts of the list of supervisors, their pages and forms.
enum SupervisorTexts {
    static func listTitle(_ count: Int) -> Text { Text("\(count) veiledere", nn: "\(count) rettleiarar") }
    static func listLede(_ rule: Text) -> Text {
        Text(
            "Veiledere som bor i kommunene dine eller veileder legene dine. Ledig er kapasiteten i dag minus det som er lovet bort: \(rule.nb), for hver lege.",
            nn:
                "Rettleiarar som bur i kommunane dine eller rettleier legane dine. Ledig er kapasiteten i dag minus det som er lova bort: \(rule.nn), for kvar lege."
        )
    }
    static let add = Text("Registrer veileder", nn: "Registrer rettleiar")
    static let find = Text("Finn veileder til en lege", nn: "Finn rettleiar til ein lege")
    static let none = Text(
        "Ingen veiledere passer. Fjern et filter, eller registrer den første.",
        nn: "Ingen rettleiarar passar. Fjern eit filter, eller registrer den første.")
    static let atLeastFree = Text("Ledig, timer i måneden minst", nn: "Ledig, timar i månaden minst")
    static let onlyDigital = Text("Digitalt", nn: "Digitalt")
    static func noHours(_ text: String) -> Text {
        text.isEmpty
            ? Text("Skriv hvor mange timer, fra 0 til 80.", nn: "Skriv kor mange timar, frå 0 til 80.")
            : Text(
                "«\(text)» er ikke timer fra 0 til 80. Skriv for eksempel 3,5.",
                nn: "«\(text)» er ikkje timar frå 0 til 80. Skriv til dømes 3,5.")
    }

    static let registerTitle = Text("Registrer veileder", nn: "Registrer rettleiar")
    static let editTitle = Text("Rett opplysningene om veilederen", nn: "Rett opplysningane om rettleiaren")
    static let name = Text("Navn", nn: "Namn")
    static let specialty = Text("Spesialitet", nn: "Spesialitet")
    static let specialist = Text("Spesialist i allmennmedisin", nn: "Spesialist i allmennmedisin")
    static let specialistHint = Text(
        "Individuell veileder må være spesialist i allmennmedisin, eller ha unntak fra Helsedirektoratet (§ 25 fjerde ledd).",
        nn: "Individuell rettleiar må vere spesialist i allmennmedisin, eller ha unntak frå Helsedirektoratet (§ 25 fjerde ledd).")
    static let source = Text("Hvor dette er sett", nn: "Kvar dette er sett")
    static let sourceHint = Text("For eksempel HPR.", nn: "Til dømes HPR.")
    static let seenOn = Text("Sett dagen", nn: "Sett dagen")
    static let sourceNeeded = Text(
        "Skriv hvor spesialiteten er sett, for eksempel HPR.", nn: "Skriv kvar spesialiteten er sett, til dømes HPR.")
    static let exemption = Text("Unntak, siste dag", nn: "Unntak, siste dag")
    static let exemptionHint = Text("Bare for den som ikke er spesialist.", nn: "Berre for den som ikkje er spesialist.")
    static let courses = Text("Veilederkurs", nn: "Rettleiarkurs")
    static let coursesHint = Text("Ett på hver linje, gjerne med år.", nn: "Eitt på kvar linje, gjerne med år.")
    static let interests = Text("Interesseområder", nn: "Interesseområde")
    static let inPerson = Text("Møtes fysisk", nn: "Møtest fysisk")
    static let digital = Text("Møtes digitalt", nn: "Møtest digitalt")
    static let travel = Text("Reiseavstand, km", nn: "Reiseavstand, km")
    static let travelHint = Text("I luftlinje mellom kommunesentrene.", nn: "I luftlinje mellom kommunesentera.")
    static let badTravel = Text("Skriv kilometer, fra 0 til 2000.", nn: "Skriv kilometer, frå 0 til 2000.")
    static let badMeeting = Text("Velg minst én måte å møtes på.", nn: "Vel minst éin måte å møtast på.")
    static let account = Text("Konto", nn: "Konto")
    static let accountHint = Text(
        "Kontoen veilederen logger inn med. Notater hører til kontoen som var satt da de ble skrevet. Din egen konto må en annen knytte.",
        nn:
            "Kontoen rettleiaren loggar inn med. Notat høyrer til kontoen som var sett då dei blei skrivne. Din eigen konto må ein annan knyte."
    )
    static let noAccount = Text("ingen", nn: "ingen")
    static let capacityNow = Text("Timer i måneden fra i dag", nn: "Timar i månaden frå i dag")
    static let capacityHint = Text(
        "Alt veilederen kan gi, for eksempel 3,5. Skriv 0 for en som ikke kan nå.",
        nn: "Alt rettleiaren kan gi, til dømes 3,5. Skriv 0 for ein som ikkje kan no.")
    /// - Parameter holder: who has it, when the reader may see her.
    static let sameAccount = Text("Den samme som nå", nn: "Den same som no")
    static func taken(_ number: String, by holder: String?) -> Text {
        guard let holder else {
            return Text(
                "HPR-nummeret \(number) er alt registrert på en veileder. Se etter i HPR om det er riktig; er det det, spør ALIS-kontoret.",
                nn:
                    "HPR-nummeret \(number) er alt registrert på ein rettleiar. Sjå etter i HPR om det er rett; er det det, spør ALIS-kontoret."
            )
        }
        return Text(
            "HPR-nummeret \(number) er alt registrert på \(holder). Er det samme person, bruk den registreringen; ellers retter du nummeret.",
            nn:
                "HPR-nummeret \(number) er alt registrert på \(holder). Er det same person, bruk den registreringa; elles rettar du nummeret."
        )
    }

    static let contact = Text("Opplysninger", nn: "Opplysningar")
    static let load = Text("Kapasitet og belastning", nn: "Kapasitet og belastning")
    static let loadLegend = Text(
        "Rammen er timene som er satt av. Fylt er timene som er lovet bort; rødt når det er mer enn det som er satt av.",
        nn: "Ramma er timane som er sette av. Fylt er timane som er lova bort; raudt når det er meir enn det som er sett av.")
    static func loadNote(_ rule: Text) -> Text {
        Text(
            "Lovet bort er \(rule.nb), ganget med legens stilling og veilederens andel. Inneværende halvår er regnet fra i dag.",
            nn: "Lova bort er \(rule.nn), gonga med stillinga til legen og delen til rettleiaren. Inneverande halvår er rekna frå i dag.")
    }
    static let halfYear = Text("Halvår", nn: "Halvår")
    static let now = Text("Nå, til måneden", nn: "No, til månaden")
    static let changeCapacity = Text("Endre kapasitet", nn: "Endre kapasitet")
    static let capacityTitle = Text("Hvor mange timer i måneden?", nn: "Kor mange timar i månaden?")
    static let capacityPeriodHint = Text(
        "La siste dag stå tom når den varer til den endres.", nn: "La siste dag stå tom når ho varer til ho blir endra.")
    static let capacityTimeline = Text("Oppgitt kapasitet", nn: "Oppgitt kapasitet")
    static let noCapacity = Text(
        "Ingen kapasitet er oppgitt. Spør veilederen, og før den inn.", nn: "Ingen kapasitet er oppgitt. Spør rettleiaren, og før han inn.")
    static let doctorsTitle = Text("Leger", nn: "Legar")
    static let noDoctors = Text("Ingen leger nå.", nn: "Ingen legar no.")
    static func others(_ count: Int) -> Text {
        Text("Og \(count) til, som du ikke ser navnet på.", nn: "Og \(count) til, som du ikkje ser namnet på.")
    }
    static let sessions = Text("Økter", nn: "Økter")
    static let requests = Text("Forespørsler", nn: "Førespurnader")
    static let answer = Text("Svar", nn: "Svar")
    static let history = Text("Historikk", nn: "Historikk")
    static func overNow(_ needed: Int, _ capacity: Int) -> Text {
        Text(
            "Har lovet bort \(HoursText.hours(needed)) timer i måneden og har \(HoursText.hours(capacity)). Øk kapasiteten, del en lege med en annen veileder, eller avslutt et forhold.",
            nn:
                "Har lova bort \(HoursText.hours(needed)) timar i månaden og har \(HoursText.hours(capacity)). Auk kapasiteten, del ein lege med ein annan rettleiar, eller avslutt eit forhold."
        )
    }
    static func exemptionEnds(_ day: CalendarDay) -> Text {
        Text(
            "Unntaket varer til og med \(day.norwegian). Søk om nytt i god tid, eller finn en spesialist som tar over.",
            nn: "Unntaket varer til og med \(day.norwegian). Søk om nytt i god tid, eller finn ein spesialist som tek over.")
    }
    static let notChecked = Text(
        "Ingen har undersøkt om veilederen er spesialist. Slå opp i HPR, og før det inn.",
        nn: "Ingen har undersøkt om rettleiaren er spesialist. Slå opp i HPR, og før det inn.")
    static let ownMissing = Text(
        "Kontoen din er ikke knyttet til en veileder ennå. Be kommunen eller ALIS-kontoret velge kontoen din på siden om deg.",
        nn: "Kontoen din er ikkje knytt til ein rettleiar enno. Be kommunen eller ALIS-kontoret velje kontoen din på sida om deg.")
}
