import AlisDomain

/// Texts about learning objectives: the catalogue, a doctor's objectives, and where they come from.
package enum ObjectiveTexts {
    package static let title = Text("Læringsmål", nn: "Læringsmål")
    static let lede = Text(
        "Hvor langt legen er kommet med hvert læringsmål. Dokumentasjon og formell godkjenning er i Kompetanseportalen.",
        nn: "Kor langt legen er komen med kvart læringsmål. Dokumentasjon og formell godkjenning er i Kompetanseportalen.")
    static let formal = Text(
        "Den formelle godkjenningen skjer i Kompetanseportalen.", nn: "Den formelle godkjenninga skjer i Kompetanseportalen.")
    package static let sample = Text("Eksempel, ikke forskriftens tekst", nn: "Eksempel, ikkje teksten i forskrifta")
    package static let sampleLong = Text(
        "Eksempel, ikke forskriftens tekst: den offisielle katalogen er ikke lest inn ennå. Antallene følger eksempelet.",
        nn: "Eksempel, ikkje teksten i forskrifta: den offisielle katalogen er ikkje lesen inn enno. Tala følgjer eksempelet.")
    static let objective = Text("Læringsmål", nn: "Læringsmål")
    package static let code = Text("Kode", nn: "Kode")
    package static let status = Text("Status", nn: "Status")
    package static let day = Text("Dag", nn: "Dag")
    package static let origin = Text("Kilde", nn: "Kjelde")
    static let chain = Text("Godkjenning", nn: "Godkjenning")
    static let arena = Text("Hvor og når", nn: "Kvar og når")
    static let arenaName = Text("Læringsarena", nn: "Læringsarena")
    static let set = Text("Sett", nn: "Sett")
    static let show = Text("Vis", nn: "Vis")
    static let all = Text("Alle", nn: "Alle")
    static let open = Text("Åpne", nn: "Opne")
    static let chooseFirst = Text("Kryss av for minst ett læringsmål først.", nn: "Kryss av for minst eitt læringsmål først.")
    static let choose = Text("Hva vil du gjøre med dem du har krysset av?", nn: "Kva vil du gjere med dei du har kryssa av?")
    static let none = Text("Ingen læringsmål passer til valget.", nn: "Ingen læringsmål passar til valet.")
    static let notAsked = Text(
        "Ordningen ber ikke om læringsmål for dette utdanningsløpet.", nn: "Ordninga ber ikkje om læringsmål for dette utdanningsløpet.")
    static let noneKnown = Text(
        "Ingenting er ført ennå. Les inn en rapport fra Kompetanseportalen, eller kryss av og før status. Planen regner ikke med læringsmål før noe er ført.",
        nn:
            "Ingenting er ført enno. Les inn ein rapport frå Kompetanseportalen, eller kryss av og før status. Planen reknar ikkje med læringsmål før noko er ført."
    )
    package static let importReport = Text("Les inn rapport", nn: "Les inn rapport")
    package static let importCatalogue = Text("Les inn katalog", nn: "Les inn katalog")
    static let toCatalogue = Text("Katalogen", nn: "Katalogen")
    static let seeAll = Text("Se og før læringsmål", nn: "Sjå og før læringsmål")
    static let see = Text("Se læringsmålene", nn: "Sjå læringsmåla")
    static let onPlanUnknown = Text(
        "Ingen status er ført, så planen regner ikke med læringsmål ennå.",
        nn: "Ingen status er ført, så planen reknar ikkje med læringsmål enno.")
    static func onPlan(_ set: String, _ approved: Int, _ asked: Int) -> Text {
        Text("\(set): \(approved) av \(asked) godkjent", nn: "\(set): \(approved) av \(asked) godkjende")
    }
    static func lastOn(_ day: CalendarDay) -> Text { Text("sist \(day.norwegian)", nn: "sist \(day.norwegian)") }
    static func enteredByHand(_ count: Int) -> Text {
        Text(
            "\(count) er ført for hånd eller lest inn av legen selv, og ikke bekreftet av kommunen",
            nn: "\(count) er ført for hand eller lese inn av legen sjølv, og ikkje stadfesta av kommunen")
    }
    static func waitingForLeader(_ count: Int) -> Text {
        Text("\(count) venter på kommunens leder", nn: "\(count) ventar på leiaren i kommunen")
    }
    static func pageTitle(_ name: String) -> Text { Text("Læringsmål: \(name)", nn: "Læringsmål: \(name)") }

    // MARK: Status

    package static func name(_ set: ObjectiveSet) -> Text {
        switch set {
        case .generalPractice: Text("Allmennmedisinske læringsmål", nn: "Allmennmedisinske læringsmål")
        case .common: Text("Felles kompetansemål", nn: "Felles kompetansemål")
        case .communityMedicine: Text("Samfunnsmedisinske læringsmål", nn: "Samfunnsmedisinske læringsmål")
        }
    }

    static func confirmed(_ status: ObjectiveStatus) -> Text {
        Text("\(full(status).nb) bekreftet", nn: "\(full(status).nn) stadfesta")
    }

    package static func name(_ status: ObjectiveStatus) -> Text { name(rank: status.rank) }

    package static func name(rank: Int) -> Text {
        switch rank {
        case 3: Text("Godkjent", nn: "Godkjent")
        case 2: Text("Anbefalt", nn: "Tilrådd")
        case 1: Text("I gang", nn: "I gang")
        default: Text("Ikke begynt", nn: "Ikkje byrja")
        }
    }

    /// The status with its day, as in a history.
    package static func full(_ status: ObjectiveStatus) -> Text {
        guard let day = status.day else { return name(status) }
        return Text("\(name(status).nb) \(day.norwegian)", nn: "\(name(status).nn) \(day.norwegian)")
    }

    static func origin(_ record: ObjectiveRecord) -> Text {
        let day = record.reportedOn.norwegian
        return switch record.origin {
        case .portal: Text("Kompetanseportalen, rapport \(day)", nn: "Kompetanseportalen, rapport \(day)")
        case .entered where record.status.rank == 3:
            Text("Ført for hånd \(day), ikke bekreftet", nn: "Ført for hand \(day), ikkje stadfesta")
        case .entered: Text("Ført for hånd \(day)", nn: "Ført for hand \(day)")
        case .approvedHere: Text("Vurdert i Alis \(day)", nn: "Vurdert i Alis \(day)")
        case .ownReport where record.status.rank == 3:
            Text(
                "Kompetanseportalen, lest inn av legen selv \(day). Ikke bekreftet av kommunen",
                nn: "Kompetanseportalen, lese inn av legen sjølv \(day). Ikkje stadfesta av kommunen")
        case .ownReport: Text("Kompetanseportalen, lest inn av legen selv \(day)", nn: "Kompetanseportalen, lese inn av legen sjølv \(day)")
        case .confirmed: Text("Bekreftet av kommunen \(day)", nn: "Stadfesta av kommunen \(day)")
        }
    }

    // MARK: What replaced what

    /// - Parameter underWay: how many of the replaced ones something is under way in.
    static func replaced(_ change: ObjectiveTransition, _ set: String, underWay: Int) -> Text {
        let (day, kept, new) = (change.day.norwegian, change.kept.count, change.replacements)
        let what =
            change.isWhole
            ? Text("\(set) ble byttet ut \(day).", nn: "\(set) blei bytte ut \(day).")
            : Text("\(set): noen av målene ble byttet ut \(day).", nn: "\(set): nokre av måla blei bytte ut \(day).")
        let left = ObjectiveReplacedTexts.underWay(underWay)
        let first = underWay == 0 ? what : Text("\(what.nb) \(left.nb)", nn: "\(what.nn) \(left.nn)")
        let rest =
            new == 1
            ? Text("det nye: lederen vurderer det for seg.", nn: "det nye: leiaren vurderer det for seg.")
            : Text("de \(new) nye: lederen vurderer hvert av dem.", nn: "dei \(new) nye: leiaren vurderer kvart av dei.")
        return switch kept {
        case 0:
            Text(
                "\(first.nb) Nye mål vurderes hvert for seg.",
                nn: "\(first.nn) Nye mål blir vurderte kvart for seg.")
        case 1:
            Text(
                "\(first.nb) 1 godkjent mål fra før gjelder fortsatt som godkjent, men godkjenner ikke \(rest.nb)",
                nn: "\(first.nn) 1 godkjent mål frå før gjeld framleis som godkjent, men godkjenner ikkje \(rest.nn)")
        default:
            Text(
                "\(first.nb) \(kept) godkjente mål fra før gjelder fortsatt som godkjent, men godkjenner ikke \(rest.nb)",
                nn: "\(first.nn) \(kept) godkjende mål frå før gjeld framleis som godkjende, men godkjenner ikkje \(rest.nn)")
        }
    }
    static let keptTitle = Text("Godkjent i målene som ble byttet ut", nn: "Godkjent i måla som blei bytte ut")
    static let keptOthers = Text(
        "Andre mål som er ført, og som ikke kreves i dag", nn: "Andre mål som er førte, og som ikkje blir kravde i dag")
    static let earlier = Text("Fra målene det erstattet", nn: "Frå måla det erstatta")
    static let oldApproved = Text("Det gamle er godkjent", nn: "Det gamle er godkjent")
    static let textFrom = Text("Teksten er fra", nn: "Teksten er frå")
    static let example = Text("eksempel", nn: "døme")
    static let allBefore = Text(
        "Alt det erstattet, er godkjent. Lederen vurderer om det er nok.",
        nn: "Alt det erstatta, er godkjent. Leiaren vurderer om det er nok.")
    static let replaces = Text("Erstatter", nn: "Erstattar")
    static let replacedBy = Text("Erstattet av", nn: "Erstatta av")
    static let validity = Text("Gjelder", nn: "Gjeld")
    static let version = Text("Utgave", nn: "Utgåve")

    // MARK: The catalogue

    static let catalogueTitle = Text("Læringsmålkatalogen", nn: "Læringsmålkatalogen")
    static let catalogueLede = Text(
        "Målene som kreves, når de gjelder, og hva de har erstattet. Forskriftens tekst er den som gjelder.",
        nn: "Måla som blir kravde, når dei gjeld, og kva dei har erstatta. Teksten i forskrifta er den som gjeld.")
    static func asked(_ count: Int, _ day: CalendarDay) -> Text {
        count == 1
            ? Text("1 kreves \(day.norwegian)", nn: "1 blir kravt \(day.norwegian)")
            : Text("\(count) kreves \(day.norwegian)", nn: "\(count) blir kravde \(day.norwegian)")
    }
    static let onDay = Text("Per dag", nn: "Per dag")
    static let keptBy = Text(
        "Helsedirektoratet eller en administrator av Alis leser inn katalogen.",
        nn: "Helsedirektoratet eller ein administrator av Alis les inn katalogen.")
    static let emptySet = Text("Ingen mål er kjent for dette settet.", nn: "Ingen mål er kjende for dette settet.")
    static let outside = Text("Mål som ikke gjelder denne dagen", nn: "Mål som ikkje gjeld denne dagen")
    static let noDay = Text("Det er ikke en dato. Skriv for eksempel 1.3.2026.", nn: "Det er ikkje ein dato. Skriv til dømes 1.3.2026.")

    // MARK: Approval

    /// The way to approval of one that was approved elsewhere, where nobody has asked for anything here.
    static func approvedElsewhere(_ record: ObjectiveRecord) -> Text {
        switch record.origin {
        case .portal: Text("godkjent i Kompetanseportalen", nn: "godkjent i Kompetanseportalen")
        case .entered, .approvedHere: Text("ført for hånd som godkjent", nn: "ført for hand som godkjent")
        case .ownReport: Text("lest inn av legen selv som godkjent", nn: "lese inn av legen sjølv som godkjent")
        case .confirmed: Text("godkjent, bekreftet av kommunen", nn: "godkjent, stadfesta av kommunen")
        }
    }
    static func standing(_ standing: ObjectiveChain.Standing) -> Text {
        switch standing {
        case .notAsked: Text("ikke bedt om vurdering", nn: "ikkje bede om vurdering")
        case .waits(true, true): Text("venter på veileder og supervisør", nn: "ventar på rettleiar og supervisør")
        case .waits(true, false): Text("venter på veileder", nn: "ventar på rettleiar")
        case .waits(false, true): Text("venter på supervisør", nn: "ventar på supervisør")
        case .waits(false, false), .waitsForLeader: Text("venter på kommunens leder", nn: "ventar på leiaren i kommunen")
        case .approved(let day): Text("godkjent i Alis \(day.norwegian)", nn: "godkjent i Alis \(day.norwegian)")
        case .returned(let day, let reason):
            Text("sendt tilbake \(day.norwegian): \(reason)", nn: "send tilbake \(day.norwegian): \(reason)")
        }
    }

    static func name(_ kind: ObjectiveStep.Kind, _ role: ObjectiveApproval.Role?) -> Text {
        switch kind {
        case .asked: Text("Ba om vurdering", nn: "Bad om vurdering")
        case .invited: Text("Supervisør spurt", nn: "Supervisør spurd")
        case .recommended:
            role == .supervisor
                ? Text("Anbefalt av veileder", nn: "Tilrådd av rettleiar") : Text("Anbefalt av supervisør", nn: "Tilrådd av supervisør")
        case .declined: Text("Ikke anbefalt nå av supervisør", nn: "Ikkje tilrådd no av supervisør")
        case .approved: Text("Godkjent av kommunens leder", nn: "Godkjent av leiaren i kommunen")
        case .returned: Text("Sendt tilbake av kommunens leder", nn: "Send tilbake av leiaren i kommunen")
        case .withdrawn: Text("Trukket eller begynt på nytt", nn: "Trekt eller byrja på nytt")
        }
    }

    static func sentence(_ refusal: ObjectiveApproval.Refusal) -> Text {
        switch refusal {
        case .alreadyApproved: Text("Målet er alt godkjent.", nn: "Målet er alt godkjent.")
        case .alreadyRecommended: Text("Denne personen har alt anbefalt målet.", nn: "Denne personen har alt tilrådd målet.")
        case .notARecommender:
            Text("Bare veileder og supervisør anbefaler; lederen avgjør.", nn: "Berre rettleiar og supervisør tilrår; leiaren avgjer.")
        case .notTheLeader: Text("Bare kommunens leder avgjør.", nn: "Berre leiaren i kommunen avgjer.")
        case .supervisorMissing: Text("Veilederen har ikke anbefalt ennå.", nn: "Rettleiaren har ikkje tilrådd enno.")
        case .clinicalSupervisorMissing: Text("Ingen supervisør har anbefalt ennå.", nn: "Ingen supervisør har tilrådd enno.")
        case .ownObjective:
            Text("Ingen kan anbefale eller godkjenne sine egne læringsmål.", nn: "Ingen kan tilrå eller godkjenne sine eigne læringsmål.")
        case .reasonMissing: Text("Skriv hva som mangler, før du sender tilbake.", nn: "Skriv kva som manglar, før du sender tilbake.")
        case .beforeRecommendation:
            Text("Dagen er før den siste anbefalingen. Rett dagen.", nn: "Dagen er før den siste tilrådinga. Rett dagen.")
        }
    }
}
