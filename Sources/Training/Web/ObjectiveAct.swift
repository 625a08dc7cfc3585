import AlisDomain

/// What can be done with the objectives that were ticked in the list, one or several at once.
enum ObjectiveAct: String, CaseIterable, Sendable {
    case status
    case arena = "arena"
    case ask = "vurdering"
    case invite = "supervisor"
    case recommend = "anbefaling"
    case decide = "avgjorelse"
    case confirm = "bekreft"
    case withdraw = "trekk"

    /// Who may do what: the doctor and her municipality keep the status and ask, a supervisor recommends, the leader decides.
    func isAllowed(_ opened: ObjectiveDesk.Opened) -> Bool {
        switch self {
        case .status, .arena, .ask, .withdraw: opened.mayEdit
        case .invite: opened.mayInvite
        case .recommend: opened.mayRecommend
        case .decide: opened.mayDecide
        case .confirm: opened.mayDecide
        }
    }

    static func offered(_ opened: ObjectiveDesk.Opened) -> [ObjectiveAct] {
        allCases.filter { $0.isAllowed(opened) && ($0 != .confirm || opened.records.contains(where: \.awaitsConfirmation)) }
    }

    var change: ChangeAct {
        switch self {
        case .status: .objectiveRecorded
        case .arena: .objectivePlanned
        case .ask, .invite, .withdraw: .objectiveAsked
        case .recommend: .objectiveRecommended
        case .decide, .confirm: .objectiveDecided
        }
    }

    var title: Text {
        switch self {
        case .status: Text("Før status", nn: "Før status")
        case .arena: Text("Planlegg hvor og når", nn: "Planlegg kvar og når")
        case .ask: Text("Be om vurdering", nn: "Be om vurdering")
        case .invite: Text("Spør en supervisør", nn: "Spør ein supervisør")
        case .recommend: Text("Anbefal som veileder", nn: "Tilrå som rettleiar")
        case .decide: Text("Godkjenn eller send tilbake", nn: "Godkjenn eller send tilbake")
        case .confirm: Text("Bekreft det som er ført", nn: "Stadfest det som er ført")
        case .withdraw: Text("Trekk fra vurdering", nn: "Trekk frå vurdering")
        }
    }

    var lede: Text {
        switch self {
        case .status:
            Text(
                "Skriv det som står i Kompetanseportalen. Alt som stod før, blir i historikken.",
                nn: "Skriv det som står i Kompetanseportalen. Alt som stod før, blir verande i historikken.")
        case .arena:
            Text(
                "Si hvor målet skal nås og når det skal være godkjent. La alt stå tomt for å ta bort planen.",
                nn: "Sei kvar målet skal nåast og når det skal vere godkjent. Lat alt stå tomt for å ta bort planen.")
        case .ask:
            Text(
                "Veileder og minst én supervisør anbefaler. Så avgjør kommunens leder.",
                nn: "Rettleiar og minst éin supervisør tilrår. Så avgjer leiaren i kommunen.")
        case .invite:
            Text(
                "Supervisøren trenger ingen konto. Du får en lenke som du sender; den virker én gang.",
                nn: "Supervisøren treng ingen konto. Du får ei lenkje som du sender; ho verkar éin gong.")
        case .recommend:
            Text(
                "Du anbefaler overfor kommunens leder at målene godkjennes.",
                nn: "Du tilrår overfor leiaren i kommunen at måla blir godkjende.")
        case .decide:
            Text(
                "Du avgjør som kommunens leder. Det som sendes tilbake, må anbefales på nytt.",
                nn: "Du avgjer som leiar i kommunen. Det som blir sendt tilbake, må tilrådast på nytt.")
        case .confirm:
            Text(
                "Du bekrefter som kommunens leder at målene er godkjent i Kompetanseportalen, slik legen eller andre har ført dem.",
                nn: "Du stadfestar som leiar i kommunen at måla er godkjende i Kompetanseportalen, slik legen eller andre har ført dei.")
        case .withdraw:
            Text(
                "Anbefalinger som er gitt, gjelder ikke lenger. Stegene blir i historikken.",
                nn: "Tilrådingar som er gitt, gjeld ikkje lenger. Stega blir verande i historikken.")
        }
    }

    /// What is said when it is done, for so many objectives.
    func done(_ count: Int) -> Text {
        switch self {
        case .status: Text("Status er lagret for \(count) læringsmål.", nn: "Status er lagra for \(count) læringsmål.")
        case .arena: Text("Planen er lagret for \(count) læringsmål.", nn: "Planen er lagra for \(count) læringsmål.")
        case .ask: Text("Det er bedt om vurdering av \(count) læringsmål.", nn: "Det er bede om vurdering av \(count) læringsmål.")
        case .invite: Text("Supervisøren er spurt om \(count) læringsmål.", nn: "Supervisøren er spurd om \(count) læringsmål.")
        case .recommend: Text("Du har anbefalt \(count) læringsmål.", nn: "Du har tilrådd \(count) læringsmål.")
        case .decide: Text("Avgjørelsen er lagret for \(count) læringsmål.", nn: "Avgjerda er lagra for \(count) læringsmål.")
        case .confirm: Text("Du har bekreftet \(count) læringsmål.", nn: "Du har stadfesta \(count) læringsmål.")
        case .withdraw: Text("\(count) læringsmål er trukket fra vurdering.", nn: "\(count) læringsmål er trekt frå vurdering.")
        }
    }

    var button: Text {
        switch self {
        case .status, .arena: CommonTexts.save
        case .ask: Text("Be om vurdering", nn: "Be om vurdering")
        case .invite: Text("Lag lenke", nn: "Lag lenkje")
        case .recommend: Text("Anbefal", nn: "Tilrå")
        case .decide: Text("Lagre avgjørelsen", nn: "Lagre avgjerda")
        case .confirm: Text("Bekreft", nn: "Stadfest")
        case .withdraw: Text("Trekk", nn: "Trekk")
        }
    }
}

/// Texts of the forms for learning objectives.
enum ObjectiveActTexts {
    static func chosen(_ count: Int) -> Text {
        count == 1 ? Text("Læringsmålet", nn: "Læringsmålet") : Text("\(count) læringsmål", nn: "\(count) læringsmål")
    }
    static let statusForAll = Text("Status for alle", nn: "Status for alle")
    static let dayForAll = Text("Dag for alle", nn: "Dag for alle")
    static let dayHint = Text(
        "Dagen det ble anbefalt eller godkjent, for eksempel 3.5.2026.", nn: "Dagen det blei tilrådd eller godkjent, til dømes 3.5.2026.")
    static let different = Text("Ulik status eller dag for hvert mål", nn: "Ulik status eller dag for kvart mål")
    static let asAbove = Text("som over", nn: "som over")
    static let remove = Text("Ta bort (feilført)", nn: "Ta bort (feilført)")
    static let note = Text("Merknad", nn: "Merknad")
    static let noteHint = Text(
        "Valgfritt. Skriv aldri noe om helse eller pasienter.", nn: "Valfritt. Skriv aldri noko om helse eller pasientar.")
    static let needsDay = Text("Skriv dagen det ble anbefalt eller godkjent.", nn: "Skriv dagen det blei tilrådd eller godkjent.")
    static let notYet = Text(
        "Dagen er ikke kommet. Skriv en dag til og med i dag.", nn: "Dagen er ikkje komen. Skriv ein dag til og med i dag.")
    static func before(_ day: CalendarDay) -> Text {
        Text(
            "Målet gjelder fra \(day.norwegian). Skriv en dag fra da av.", nn: "Målet gjeld frå \(day.norwegian). Skriv ein dag frå då av.")
    }
    static func asChild(_ year: Int) -> Text {
        Text(
            "Dagen kan ikke stemme: legen er født i \(year). Skriv dagen det ble godkjent.",
            nn: "Dagen kan ikkje stemme: legen er fødd i \(year). Skriv dagen det blei godkjent.")
    }
    static let withLeader = Text(
        "Målet er under vurdering her. Bare kommunens leder godkjenner det. Trekk det først, hvis det er godkjent i Kompetanseportalen.",
        nn:
            "Målet er under vurdering her. Berre leiaren i kommunen godkjenner det. Trekk det først, dersom det er godkjent i Kompetanseportalen."
    )
    static let service = Text("I hvilken tjenesteperiode", nn: "I kva tenesteperiode")
    static let noService = Text("Ikke knyttet til en periode", nn: "Ikkje knytt til ein periode")
    static let arenaHint = Text(
        "For eksempel sykehjemmet, legevakten eller et kurs.", nn: "Til dømes sjukeheimen, legevakta eller eit kurs.")
    static let half = Text("Godkjent innen utgangen av", nn: "Godkjent innan utgangen av")
    static let exactDay = Text("Eller en bestemt dag", nn: "Eller ein bestemt dag")
    static let name = Text("Supervisørens navn", nn: "Namnet på supervisøren")
    static let workplace = Text("Arbeidssted", nn: "Arbeidsstad")
    static let comment = Text("Kommentar", nn: "Kommentar")
    static let decision = Text("Avgjørelse", nn: "Avgjerd")
    static let approve = Text("Godkjenn", nn: "Godkjenn")
    static let sendBack = Text("Send tilbake", nn: "Send tilbake")
    static let approvedOn = Text("Godkjent dag", nn: "Godkjend dag")
    static let approvedOnHint = Text(
        "Gjelder bare når du godkjenner. For eksempel 1.9.2026", nn: "Gjeld berre når du godkjenner. Til dømes 1.9.2026")
    static let reason = Text("Hva mangler", nn: "Kva manglar")
    static let reasonHint = Text(
        "Må fylles ut når du sender tilbake. Skriv aldri noe om pasienter.",
        nn: "Må fyllast ut når du sender tilbake. Skriv aldri noko om pasientar.")
    static let alreadyAsked = Text("Det er alt bedt om vurdering.", nn: "Det er alt bede om vurdering.")
    static let nothingToConfirm = Text(
        "Det er ikke noe å bekrefte: målet er ikke ført som godkjent, eller er bekreftet.",
        nn: "Det er ikkje noko å stadfeste: målet er ikkje ført som godkjent, eller er stadfesta.")
    static let nothingOpen = Text("Ingenting er til vurdering.", nn: "Ingenting er til vurdering.")
    static func isSupervisor(_ name: String) -> Text {
        Text(
            "\(name) er veileder for legen. Supervisøren må være en annen.",
            nn: "\(name) er rettleiar for legen. Supervisøren må vere ein annan.")
    }
    static let linkTitle = Text("Send lenken til supervisøren", nn: "Send lenkja til supervisøren")
    static let linkMade = Text("Lenken er laget.", nn: "Lenkja er laga.")
    static func link(_ name: String, _ day: CalendarDay) -> Text {
        Text(
            "Kopier den nå, og send den til \(name). Den vises bare denne ene gangen, virker én gang, og varer til og med \(day.norwegian). Svaret gis uten konto, og navnet ditt står ved svaret.",
            nn:
                "Kopier ho no, og send ho til \(name). Ho blir vist berre denne eine gongen, verkar éin gong, og varer til og med \(day.norwegian). Svaret blir gitt utan konto, og namnet ditt står ved svaret."
        )
    }
    static let linkLabel = Text("Lenke", nn: "Lenkje")

    // MARK: The clinical supervisor's answer

    static func answerTitle(_ name: String) -> Text { Text("Vurder læringsmål for \(name)", nn: "Vurder læringsmål for \(name)") }
    static func answerLede(_ asker: String, _ count: Int) -> Text {
        count == 1
            ? Text(
                "\(asker) ber deg si om du som supervisør anbefaler at målet godkjennes. Kommunens leder avgjør.",
                nn: "\(asker) ber deg seie om du som supervisør tilrår at målet blir godkjent. Leiaren i kommunen avgjer.")
            : Text(
                "\(asker) ber deg si om du som supervisør anbefaler at målene godkjennes. Kommunens leder avgjør.",
                nn: "\(asker) ber deg seie om du som supervisør tilrår at måla blir godkjende. Leiaren i kommunen avgjer.")
    }
    static func answerTo(_ you: String, _ runsOut: Instant) -> Text {
        let day = AnswerLinks.lastDay(runsOut).norwegian
        return Text(
            "Lenken er til \(you). Er det ikke deg, skal du ikke svare. Du kan svare én gang, til og med \(day).",
            nn: "Lenkja er til \(you). Er det ikkje deg, skal du ikkje svare. Du kan svare éin gong, til og med \(day).")
    }
    static let answerSeenBy = Text(
        "Svaret og navnet ditt ses av legen, veilederen, kommunen og ALIS-kontoret.",
        nn: "Svaret og namnet ditt blir sett av legen, rettleiaren, kommunen og ALIS-kontoret.")
    static let chooseAnswer = Text("Velg om du anbefaler målet.", nn: "Vel om du tilrår målet.")
    static let saidYes = Text("anbefalt", nn: "tilrådd")
    static let saidNo = Text("ikke anbefalt nå", nn: "ikkje tilrådd no")
    static let yes = Text("Jeg anbefaler", nn: "Eg tilrår")
    static let no = Text("Jeg anbefaler ikke nå", nn: "Eg tilrår ikkje no")
    static let send = Text("Send svaret", nn: "Send svaret")
    static let thanks = Text("Takk for svaret", nn: "Takk for svaret")
    static let thanksText = Text(
        "Svaret er lagret. Du kan lukke siden; lenken kan ikke brukes igjen.",
        nn: "Svaret er lagra. Du kan lukke sida; lenkja kan ikkje brukast igjen.")
}
