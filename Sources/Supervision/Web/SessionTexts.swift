import AlisDomain

/// Texts of a doctor's supervision: her account, her supervisors, the sessions.
enum SessionTexts {
    static func title(_ name: String) -> Text { Text("Veiledning for \(name)", nn: "Rettleiing for \(name)") }
    static let log = Text("Før en økt", nn: "Før ei økt")
    static let logTitle = Text("Før en veiledningsøkt", nn: "Før ei rettleiingsøkt")
    static let sessions = Text("Økter", nn: "Økter")
    static let noSessions = Text("Ingen økter er ført.", nn: "Ingen økter er førte.")
    static let minutes = Text("Minutter", nn: "Minutt")
    static let preparation = Text("Forberedelse, minutter", nn: "Førebuing, minutt")
    static let preparationHint = Text(
        "Holdes utenfor timene, og brukes ved refusjon.", nn: "Blir halde utanfor timane, og blir brukt ved refusjon.")
    static let how = Text("Hvordan", nn: "Korleis")
    static let kind = Text("Hva slags", nn: "Kva slags")
    static let individual = Text("Individuell", nn: "Individuell")
    static let group = Text("I gruppe", nn: "I gruppe")
    static let note = Text("Notat", nn: "Notat")
    static let noteHint = Text(
        "Bare legen og veilederen kan lese det, med den tilgangen de har når det skrives. Ikke skriv om pasienter.",
        nn: "Berre legen og rettleiaren kan lese det, med den tilgangen dei har når det blir skrive. Ikkje skriv om pasientar.")
    static let addNote = Text("Legg til notat", nn: "Legg til notat")
    static let correctOrWithdraw = Text("Rett eller trekk tilbake", nn: "Rett eller trekk tilbake")
    static let correctTitle = Text("Rett økta", nn: "Rett økta")
    static let withdrawTitle = Text("Trekk økta tilbake", nn: "Trekk økta tilbake")
    static let withdrawLede = Text(
        "Når økta ikke ble holdt, eller er ført to ganger. Den teller ikke lenger, men dere to kan fortsatt se den.",
        nn: "Når økta ikkje blei halden, eller er ført to gonger. Ho tel ikkje lenger, men de to kan framleis sjå henne.")
    static let why = Text("Hvorfor", nn: "Kvifor")
    static let whyHint = Text(
        "For eksempel «feil dag». Skriv ikke hva dere snakket om.", nn: "Til dømes «feil dag». Skriv ikkje kva de snakka om.")
    static let alsoDelete = Text("Slett også notatene mine til økta for godt", nn: "Slett òg notata mine til økta for godt")
    static let historyTitle = Text("Hva som er endret", nn: "Kva som er endra")
    static let withdrawnTitle = Text("Økter som er trukket tilbake", nn: "Økter som er trekte tilbake")
    static let noneWithdrawn = Text("Ingen økter er trukket tilbake.", nn: "Ingen økter er trekte tilbake.")
    static let beforeYou = Text(
        "Det som ble gjort med økta før du fikk tilgang, vises ikke.",
        nn: "Det som blei gjort med økta før du fekk tilgang, blir ikkje vist.")
    static let logged = Text("Ført", nn: "Ført")
    static let corrected = Text("Rettet", nn: "Retta")
    static let withdrawn = Text("Trukket tilbake", nn: "Trekt tilbake")
    static func writtenByOther(_ name: String) -> Text {
        Text(
            "\(name) har ført økta. Be \(name) rette den, eller skriv et notat.",
            nn: "\(name) har ført økta. Be \(name) rette henne, eller skriv eit notat.")
    }
    static let ownNotes = Text("Rett notatene dine", nn: "Rett notata dine")
    static let saveNote = Text("Lagre notatet", nn: "Lagre notatet")
    static func countedFrom(_ day: CalendarDay) -> Text {
        Text(
            "Timene legen skulle hatt, er talt fra \(day.norwegian).", nn: "Timane legen skulle hatt, er talde frå \(day.norwegian).")
    }
    static func unknownBefore(_ day: CalendarDay) -> Text {
        Text(
            "Det veilederen kan ha gitt før \(day.norwegian), er ukjent: øktene ble ikke ført her da.",
            nn: "Det rettleiaren kan ha gitt før \(day.norwegian), er ukjent: øktene blei ikkje førte her då.")
    }
    static func withdrawnMeanwhile(_ change: Change?) -> Text {
        let who = change?.byName ?? "Alis"
        let time = change.map { Format.time($0.recordedAt) } ?? ""
        return Text(
            "\(who) trakk økten tilbake \(time). Ble den holdt, fører du den på nytt her; det du skrev, står i skjemaet.",
            nn: "\(who) trekte økta tilbake \(time). Blei ho halden, fører du henne på nytt her; det du skreiv, står i skjemaet.")
    }
    static let earlierNote = Text("Tidligere ordlyd", nn: "Tidlegare ordlyd")
    static func older(_ count: Int) -> Text { Text("\(count) eldre økter", nn: "\(count) eldre økter") }
    static let who = Text("Lege", nn: "Lege")
    static let badPreparation = Text("Skriv minutter, fra 0 til 600.", nn: "Skriv minutt, frå 0 til 600.")
    static let noCounterpart = Text(
        "Det er ingen å føre økter med ennå. Kommunen registrerer hvem som veileder hvem.",
        nn: "Det er ingen å føre økter med enno. Kommunen registrerer kven som rettleier kven.")

    static let expected = Text("Skulle hatt", nn: "Skulle hatt")
    static let given = Text("Har fått", nn: "Har fått")
    static let prepared = Text("Forberedelse", nn: "Førebuing")
    static let groupHours = Text("I gruppe", nn: "I gruppe")
    static func expectedWhy(_ from: CalendarDay?, rule: Text, source: String) -> Text {
        let day = from?.norwegian ?? "–"
        return Text(
            "Til nå, siden \(day), enten noen var tildelt eller ikke: \(rule.nb); mindre ved deltid og fravær. Kilde: \(source)",
            nn:
                "Til no, sidan \(day), anten nokon var tildelt eller ikkje: \(rule.nn); mindre ved deltid og fråvær. Kjelde: \(source)")
    }
    static let givenWhy = Text(
        "Individuelle økter ført av legen eller veilederen. Gruppe og forberedelse er holdt utenfor.",
        nn: "Individuelle økter førte av legen eller rettleiaren. Gruppe og førebuing er haldne utanfor.")
    static let preparedWhy = Text("Veilederens forberedelse som er ført.", nn: "Førebuinga til rettleiaren som er ført.")
    static let unknown = Text("Ukjent", nn: "Ukjent")
    static let missing = Text("Mangler", nn: "Manglar")
    static let missingWhy = Text(
        "Skulle hatt, mindre det hun har fått, og uten det som er ukjent.",
        nn: "Skulle hatt, mindre det ho har fått, og utan det som er ukjent.")
    static func groupWhy(_ group: SupervisionAccount.Group) -> Text {
        let (planned, missing) = (HoursText.hours(group.planned), HoursText.hours(group.missing))
        return Text(
            "Planlagt \(planned) t, mangler \(missing) t. \(SupervisionFigureTexts.groupRule.nb)",
            nn: "Planlagt \(planned) t, manglar \(missing) t. \(SupervisionFigureTexts.groupRule.nn)")
    }
    static let samePlan = Text("Timene er de samme som i utdanningsplanen.", nn: "Timane er dei same som i utdanningsplanen.")

    static let supervisorsTitle = Text("Hvem som veileder", nn: "Kven som rettleier")
    static let noSupervisors = Text("Ingen veileder er registrert.", nn: "Ingen rettleiar er registrert.")
    static let assign = Text("Registrer veilederforhold", nn: "Registrer rettleiarforhold")
    static let editAssignment = Text("Rett eller avslutt", nn: "Rett eller avslutt")
    static let share = Text("Andel av veiledningen, prosent", nn: "Del av rettleiinga, prosent")
    static let shareHint = Text("100 når én veileder har hele legen.", nn: "100 når éin rettleiar har heile legen.")
    static let anyway = Text("Registrer selv om det blir over kapasiteten", nn: "Registrer sjølv om det blir over kapasiteten")
    static let removeAssignment = Text("Fjern forholdet, det var ført ved en feil", nn: "Fjern forholdet, det var ført ved ein feil")
    static let correct = Text("Noe ble ført feil: rett det", nn: "Noko blei ført feil: rett det")
    static let endAssignment = Text("Veiledningen slutter: skriv siste dag", nn: "Rettleiinga sluttar: skriv siste dag")
    static func endsAlready(_ day: CalendarDay) -> Text {
        Text(
            "Veiledningen slutter alt \(day.norwegian). Skal den vare lenger, velger du at noe ble ført feil.",
            nn: "Rettleiinga sluttar alt \(day.norwegian). Skal ho vare lenger, vel du at noko blei ført feil.")
    }
    static func endOthers(_ names: String) -> Text {
        Text("Avslutt veiledningen fra \(names) dagen før", nn: "Avslutt rettleiinga frå \(names) dagen før")
    }
    static func takesOver(_ percent: Int, _ names: String) -> Text {
        Text(
            "Legen har \(names) fra før, og får \(percent) prosent veileder til sammen. Skal den nye ta over, krysser du av for å avslutte det gamle. Skal de dele, retter du andelen.",
            nn:
                "Legen har \(names) frå før, og får \(percent) prosent rettleiar til saman. Skal den nye ta over, kryssar du av for å avslutte det gamle. Skal dei dele, rettar du delen."
        )
    }
    static let hasSessions = Text(
        "Veilederen har ført økter med legen. Skal en annen ta over, registrerer du henne eller ham som ny veileder fra den dagen: da kan dette avsluttes samtidig.",
        nn:
            "Rettleiaren har ført økter med legen. Skal ein annan ta over, registrerer du henne eller han som ny rettleiar frå den dagen: då kan dette avsluttast samstundes."
    )
    static func supervisesFrom(_ name: String, _ day: CalendarDay) -> Text {
        Text(
            "\(name) veileder legen fra \(day.norwegian). Velg den som var veileder denne dagen.",
            nn: "\(name) rettleier legen frå \(day.norwegian). Vel den som var rettleiar denne dagen.")
    }
    static let whatToDo = Text("Hva gjelder det?", nn: "Kva gjeld det?")
    static func freeChoice(_ name: String, _ place: String, _ free: Int) -> Text {
        Text("\(name), \(place) (\(HoursText.hours(free)) t ledig)", nn: "\(name), \(place) (\(HoursText.hours(free)) t ledig)")
    }
    static let choose = Text("velg veileder", nn: "vel rettleiar")

    static func verdict(_ verdict: SupervisionBalance.Verdict) -> Text {
        switch verdict {
        case .notNow: Text("ingen veiledning nå", nn: "inga rettleiing no")
        case .noSupervisor: Text("mangler veileder", nn: "manglar rettleiar")
        case .partly(let share): Text("\(share / 100) % dekket", nn: "\(share / 100) % dekt")
        case .behind(let minutes): Text("mangler \(HoursText.hours(minutes)) timer", nn: "manglar \(HoursText.hours(minutes)) timar")
        case .onTrack: Text("i rute", nn: "i rute")
        }
    }

    /// What the verdict asks somebody to do; nil when nothing.
    static func advice(_ verdict: SupervisionBalance.Verdict, from day: CalendarDay?) -> Text? {
        switch verdict {
        case .notNow, .onTrack: return nil
        case .noSupervisor:
            return Text(
                "Ingen veileder. Tjenesten teller bare når det gis individuell veiledning. Finn en veileder nå; i poolen er det også noen fra nabokommuner og digitalt.",
                nn:
                    "Ingen rettleiar. Tenesta tel berre når det blir gitt individuell rettleiing. Finn ein rettleiar no; i poolen er det òg nokon frå nabokommunar og digitalt."
            )
        case .partly(let share):
            return Text(
                "Bare \(share / 100) prosent av veiledningen er dekket. Øk andelen, eller finn en veileder til.",
                nn: "Berre \(share / 100) prosent av rettleiinga er dekt. Auk delen, eller finn ein rettleiar til.")
        // A year's hours and more are not caught up in half a year.
        case .behind(let minutes) where minutes > 42 * 60:
            let since = day?.norwegian ?? "–"
            return Text(
                "Mangler \(HoursText.hours(minutes)) timer siden \(since). Hadde legen veileder før som ikke står her? Registrer veilederforholdet og øktene. Ellers: avtal med kommunen hvordan timene tas igjen i resten av løpet.",
                nn:
                    "Manglar \(HoursText.hours(minutes)) timar sidan \(since). Hadde legen rettleiar før som ikkje står her? Registrer rettleiarforholdet og øktene. Elles: avtal med kommunen korleis timane blir tekne att i resten av løpet."
            )
        case .behind(let minutes):
            let since = day?.norwegian ?? "–"
            let extra = HoursText.hours((minutes + 5) / 6)
            return Text(
                "Mangler \(HoursText.hours(minutes)) timer siden \(since). Er øktene gitt, men ikke ført? Før dem. Ellers: avtal \(extra) ekstra timer i måneden det neste halvåret.",
                nn:
                    "Manglar \(HoursText.hours(minutes)) timar sidan \(since). Er øktene gitt, men ikkje førte? Før dei. Elles: avtal \(extra) ekstra timar i månaden det neste halvåret."
            )
        }
    }
}
