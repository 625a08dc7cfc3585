import AlisDomain

/// Texts about training plans.
enum PlanTexts {
    static let title = Text("Utdanningsplan", nn: "Utdanningsplan")
    static let undecidedTrust = Text("Sykehus ikke bestemt", nn: "Sjukehus ikkje bestemt")
    static let undecidedPlace = Text("Sted ikke bestemt", nn: "Stad ikkje bestemt")
    static let otherPlace = Text("Annet sted", nn: "Annan stad")
    static let assumed = Text(
        "Ingen har laget en plan ennå. Tallene under er regnet ut av arbeidsforholdene, som om alt var åpen uselektert praksis.",
        nn: "Ingen har laga ein plan enno. Tala under er rekna ut av arbeidsforholda, som om alt var open uselektert praksis.")
    static let assumedThroughout = Text(
        "Ingen plan ble laget i Alis. Tallene under er regnet ut av arbeidsforholdene, som om alt var åpen uselektert praksis.",
        nn: "Ingen plan blei laga i Alis. Tala under er rekna ut av arbeidsforholda, som om alt var open uselektert praksis.")
    /// That a training has ended, why, and from when.
    static func ended(_ end: (reason: Training.EndReason?, from: CalendarDay)) -> Text {
        let day = end.from.norwegian
        if end.reason == .specialist { return Text("Ferdig spesialist fra \(day)", nn: "Ferdig spesialist frå \(day)") }
        guard let why = end.reason.map({ TraineeTexts.name(.ended($0)) }) else {
            return Text("Utdanningsløpet er slutt fra \(day)", nn: "Utdanningsløpet er slutt frå \(day)")
        }
        return Text(
            "Utdanningsløpet er slutt fra \(day): \(why.nb.lowercased())", nn: "Utdanningsløpet er slutt frå \(day): \(why.nn.lowercased())"
        )
    }
    static let history = Text(
        "Under står det Alis har ført av utdanningsløpet, som historikk. Det som ikke er ført her, kan være dokumentert andre steder.",
        nn:
            "Under står det Alis har ført av utdanningsløpet, som historikk. Det som ikkje er ført her, kan vere dokumentert andre stader.")
    static let courseLabel = Text("Utdanningsløpet", nn: "Utdanningsløpet")
    static let notRecorded = Text("ikke ført som oppfylt", nn: "ikkje ført som oppfylt")
    static let makeDraft = Text("Lag utkast", nn: "Lag utkast")
    static let draftTitle = Text("Lag utkast til plan", nn: "Lag utkast til plan")
    static let addService = Text("Legg til periode", nn: "Legg til periode")
    static let changeService = Text("Endre periode", nn: "Endre periode")
    static let addActivity = Text("Før kurs, gruppe eller vakter", nn: "Før kurs, gruppe eller vakter")
    static let changeActivity = Text("Endre aktivitet", nn: "Endre aktivitet")
    static let whatIf = Text("Hva om …", nn: "Kva om …")
    static let print = Text("Utskrift", nn: "Utskrift")
    static let calendar = Text("Kalender (.ics)", nn: "Kalender (.ics)")
    static let done = Text("Beregnet ferdig", nn: "Rekna ferdig")
    static let doneDefinition = Text(
        "Første dag da alle bindende krav er oppfylt, slik planen står nå. Krav uten bekreftet kilde og krav som mangler opplysninger, er ikke med.",
        nn:
            "Første dag då alle bindande krav er oppfylte, slik planen står no. Krav utan stadfesta kjelde og krav som manglar opplysningar, er ikkje med."
    )
    static let unjudgedHead = Text("Ikke vurdert", nn: "Ikkje vurdert")
    /// What the computed end leaves out, for standing right after the day: nil when all that binds has been judged.
    static func unjudged(_ evaluation: Evaluation) -> Text? {
        let open = evaluation.unjudged
        if open.isEmpty { return nil }
        if evaluation.isWithoutObjectives {
            return Text("uten læringsmål, som ikke er vurdert", nn: "utan læringsmål, som ikkje er vurderte")
        }
        let names = open.map { requirement in
            if case .objectives(let set) = requirement.kind { ObjectiveTexts.name(set) } else { requirement.name }
        }
        let (nb, nn) = (
            names.map { $0.nb.lowercased() }.joined(separator: " og "), names.map { $0.nn.lowercased() }.joined(separator: " og ")
        )
        return Text("uten \(nb), som ikke er vurdert", nn: "utan \(nn), som ikkje er vurderte")
    }
    /// «Beregnet ferdig», and what it leaves out.
    static func doneWithout(_ evaluation: Evaluation, _ frame: Frame) -> String {
        frame[done] + (unjudged(evaluation).map { ", \(frame[$0])" } ?? "")
    }
    static let notReached = Text("Planen når ikke fram", nn: "Planen når ikkje fram")
    /// Whoever has no plan has none that falls short: what was read off is where she works.
    static func notReached(isAssumed: Bool) -> Text {
        isAssumed ? Text("Arbeidsforholdet når ikke fram", nn: "Arbeidsforholdet når ikkje fram") : notReached
    }
    static let serviceSoFar = Text("måneder tellende tjeneste til nå", nn: "månader teljande teneste til no")
    static let serviceDefinition = Text(
        "Dager delt på dagene i måneden, ganger stillingsprosent, uten fravær. Det som er gjort før i dag, er talt.",
        nn: "Dagar delte på dagane i månaden, gonger stillingsprosent, utan fråvær. Det som er gjort før i dag, er talt.")
    /// When she is done by the plan, or that it does not come to an end.
    static func done(_ evaluation: Evaluation, isAssumed: Bool, _ frame: Frame) -> ExportValue {
        evaluation.completion.map { .day($0) } ?? .text(frame[notReached(isAssumed: isAssumed)])
    }
    static let serviceDone = Text("Tjenestetiden er nådd", nn: "Tenestetida er nådd")
    static let serviceDoneDefinition = Text(
        "Første dag da kravene til tjenestetid er oppfylt, slik planen står.",
        nn: "Første dag då krava til tenestetid er oppfylte, slik planen står.")
    static let seeSupervision = Text("Se timene under veiledning", nn: "Sjå timane under rettleiing")
    static let bounds = Text("Det som avgjør:", nn: "Det som avgjer:")
    static let next = Text("Det neste å gjøre", nn: "Det neste å gjere")
    static let nothingNext = Text("Ingenting venter nå.", nn: "Ingenting ventar no.")
    static let requirements = Text("Kravene", nn: "Krava")
    static let requirement = Text("Krav", nn: "Krav")
    static let required = Text("Krever", nn: "Krev")
    static let counted = Text("Har", nn: "Har")
    static let planned = Text("Planlagt", nn: "Planlagt")
    static let missing = Text("Mangler", nn: "Manglar")
    static let verdict = Text("Status", nn: "Status")
    static let metOn = Text("Nås", nn: "Blir nådd")
    static let ruleSource = Text("Kilde", nn: "Kjelde")
    static let recommendedTitle = Text("Anbefalte kurs og aktiviteter", nn: "Tilrådde kurs og aktivitetar")
    static func alsoRecommended(_ count: Int) -> Text {
        Text("\(count) anbefalte kurs og aktiviteter", nn: "\(count) tilrådde kurs og aktivitetar")
    }
    static func activityCount(_ count: Int) -> Text { Text("\(count) er ført", nn: "\(count) er førte") }
    static let recommended = Text("anbefalt", nn: "tilrådd")
    static let services = Text("Tjenesteperioder", nn: "Tenesteperiodar")
    static let category = Text("Slag tjeneste", nn: "Slag teneste")
    static let place = Text("Sted", nn: "Stad")
    static let arena = Text("Læringsarena", nn: "Læringsarena")
    static let arenaHint = Text("Legekontor, avdeling eller lignende. Valgfritt.", nn: "Legekontor, avdeling eller liknande. Valfritt.")
    static let countedMonths = Text("Teller", nn: "Tel")
    static let why = Text("Merknad", nn: "Merknad")
    static let noServices = Text("Ingen perioder er lagt inn.", nn: "Ingen periodar er lagde inn.")
    static let activities = Text("Kurs, gruppeveiledning og vakter", nn: "Kurs, grupperettleiing og vakter")
    static let activity = Text("Aktivitet", nn: "Aktivitet")
    static let amount = Text("Omfang", nn: "Omfang")
    static let topic = Text("Emne", nn: "Emne")
    static let isDone = Text("Gjennomført", nn: "Gjennomført")
    static let isPlanned = Text("Planlagt", nn: "Planlagt")
    static let noActivities = Text("Ingen er ført.", nn: "Ingen er førte.")
    static let hours = Text("Timer", nn: "Timar")
    static let number = Text("Antall", nn: "Tal")
    static let hoursHint = Text("For eksempel 15. La stå tomt når det ikke gjelder.", nn: "Til dømes 15. Lat stå tomt når det ikkje gjeld.")
    static let reviews = Text("Gjennomgang og godkjenning", nn: "Gjennomgang og godkjenning")
    static let noReviews = Text("Planen er ikke gått gjennom ennå.", nn: "Planen er ikkje gått gjennom enno.")
    static let reviewKind = Text("Hva gjør du?", nn: "Kva gjer du?")
    static let reviewAsEditor = Text(
        "Skriv en kommentar, eller si at planen er gått gjennom", nn: "Skriv ein kommentar, eller sei at planen er gått gjennom")
    static let reviewAsMunicipality = Text(
        "Gå gjennom, godkjenn, send tilbake eller kommenter", nn: "Gå gjennom, godkjenn, send tilbake eller kommenter")
    static func earliest(_ day: CalendarDay) -> Text { Text("tidligst \(day.norwegian)", nn: "tidlegast \(day.norwegian)") }
    static let reviewNote = Text("Kommentar", nn: "Kommentar")
    static let reviewNoteHint = Text("Skriv aldri noe om helse eller pasienter.", nn: "Skriv aldri noko om helse eller pasientar.")
    static let reviewNeedsNote = Text("Skriv hvorfor planen sendes tilbake.", nn: "Skriv kvifor planen blir send tilbake.")
    static let commentNeedsNote = Text("Skriv kommentaren.", nn: "Skriv kommentaren.")
    static let onlyMunicipality = Text(
        "Bare kommunen kan godkjenne planen eller sende den tilbake.", nn: "Berre kommunen kan godkjenne planen eller sende han tilbake.")
    static let readings = Text("Slik er reglene lest", nn: "Slik er reglane lesne")
    static let proofs = Text("Dette skal legges ved søknaden", nn: "Dette skal leggjast ved søknaden")
    static let absencesInRegister = Text("Fravær rettes på legens side.", nn: "Fråvær blir retta på sida til legen.")
    static let absencesByOthers = Text(
        "Fravær føres av kommunen eller ALIS-kontoret. Si fra til dem hvis noe er feil.",
        nn: "Fråvær blir ført av kommunen eller ALIS-kontoret. Sei frå til dei om noko er feil.")
    static let seeRecord = Text("Se hva som er registrert", nn: "Sjå kva som er registrert")
    static let noProofs = Text(
        "Ingen liste over vedlegg er funnet for denne ordningen. Spør Helsedirektoratet.",
        nn: "Inga liste over vedlegg er funnen for denne ordninga. Spør Helsedirektoratet.")
    static let unverifiedRule = Text("ikke slått opp", nn: "ikkje slått opp")
    static let saved = Text("Planen er lagret.", nn: "Planen er lagra.")
    static let applied = Text("Endringen er lagt inn i planen.", nn: "Endringa er lagd inn i planen.")
    static let months = Text("md.", nn: "md.")
    static func rules(_ name: String) -> Text { Text("Regnet etter: \(name).", nn: "Rekna etter: \(name).") }

    static func name(_ verdict: RequirementOutcome.Verdict) -> Text {
        switch verdict {
        case .met: Text("oppfylt", nn: "oppfylt")
        case .metByPlan: Text("nås med planen", nn: "blir nådd med planen")
        case .lacking: Text("mangler", nn: "manglar")
        case .unverified: Text("ikke vurdert", nn: "ikkje vurdert")
        }
    }

    static func name(_ kind: PlanReview.Kind) -> Text {
        switch kind {
        case .drafted: Text("Utkast laget", nn: "Utkast laga")
        case .revised: Text("Gått gjennom og oppdatert", nn: "Gått gjennom og oppdatert")
        case .approved: Text("Godkjent av kommunen", nn: "Godkjend av kommunen")
        case .returned: Text("Sendt tilbake", nn: "Send tilbake")
        case .comment: Text("Kommentar", nn: "Kommentar")
        }
    }

    static func name(_ status: ServicePeriod.Status) -> Text {
        switch status {
        case .served: Text("gjennomført", nn: "gjennomført")
        case .underWay: Text("pågår", nn: "går føre seg")
        case .planned: Text("planlagt", nn: "planlagd")
        }
    }

    /// Why service does not count, and what to do.
    static func why(_ hindrance: Hindrance) -> Text {
        switch hindrance {
        case .notAccepted: Text("ordningen har ikke plass til denne tjenesten", nn: "ordninga har ikkje plass til denne tenesta")
        case .beforeAuthorisation: Text("før autorisasjonen", nn: "før autorisasjonen")
        case .outsideTraining: Text("utenfor utdanningsløpet", nn: "utanfor utdanningsløpet")
        case .trainingEnded: Text("utdanningsløpet er avsluttet", nn: "utdanningsløpet er avslutta")
        case .paused: Text("utdanningsløpet står på pause", nn: "utdanningsløpet står på pause")
        case .belowMinimumFraction: Text("for liten stilling", nn: "for lita stilling")
        case .enterpriseNotRegistered:
            Text("kommunen er ikke registrert utdanningsvirksomhet", nn: "kommunen er ikkje registrert utdanningsverksemd")
        case .noSupervision: Text("ingen veileder er tildelt", nn: "ingen rettleiar er tildelt")
        case .above100Percent: Text("over 100 % til sammen", nn: "over 100 % til saman")
        case .absent: Text("fravær", nn: "fråvær")
        }
    }

    static func overCap(_ months: String) -> Text {
        Text("\(months) md. er over det som kan telle", nn: "\(months) md. er over det som kan telje")
    }
    static let assumesSupervisor = Text("teller bare hvis en veileder blir tildelt", nn: "tel berre om ein rettleiar blir tildelt")
}
