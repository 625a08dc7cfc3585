import AlisDomain

/// Texts of the pages that read files in.
enum ImportPageTexts {
    static func leaveTitle(_ count: Int) -> Text {
        count == 1
            ? Text("1 rad må avklares", nn: "1 rad må avklarast")
            : Text("\(count) rader må avklares", nn: "\(count) rader må avklarast")
    }
    /// To whoever has been told of too many: the same whatever the file holds.
    static let stopped = Text(
        "Du har prøvd lister som treffer mange leger som kan være registrert andre steder. Derfor er innlesing stanset for deg nå. Fila er tatt vare på. Be en administrator lese den inn, eller prøv igjen om noen uker.",
        nn:
            "Du har prøvd lister som treffer mange legar som kan vere registrerte andre stader. Difor er innlesing stansa for deg no. Fila er teken vare på. Be ein administrator lese ho inn, eller prøv igjen om nokre veker."
    )
    static let leaveText = Text(
        "Se over navn og HPR-nummer. Stemmer de, ber du om overføring. Svaret kommer på startsiden din. De andre radene kan tas inn nå.",
        nn:
            "Sjå over namn og HPR-nummer. Stemmer dei, ber du om overføring. Svaret kjem på startsida di. Dei andre radene kan takast inn no."
    )
    static func leaveAsk(_ count: Int) -> Text {
        count == 1
            ? Text("Be om overføring for raden", nn: "Be om overføring for rada")
            : Text("Be om overføring for \(count) rader", nn: "Be om overføring for \(count) rader")
    }
    static let savesAnswers = Text("Lagrer svarene dine om radene", nn: "Lagrar svara dine om radene")
    static let title = Text("Les inn fra regneark", nn: "Les inn frå rekneark")
    static let lede = Text(
        "Send listen over ALIS slik dere har den. Ingenting blir endret før du har sett hva som skjer og sagt ja.",
        nn: "Send lista over ALIS slik de har ho. Ingenting blir endra før du har sett kva som skjer og sagt ja.")
    static let stepList = Text("Ha en liste", nn: "Ha ei liste")
    static let stepListText = Text(
        "Egen liste i Excel eller CSV går bra: rekkefølgen og navnene på kolonnene betyr lite. Har dere ingen, kan dere bruke malen.",
        nn: "Eiga liste i Excel eller CSV går bra: rekkjefølgja og namna på kolonnane tyder lite. Har de inga, kan de bruke malen.")
    static let downloadTemplate = Text("Last ned malen", nn: "Last ned malen")
    static let templateTitle = Text(
        "Slik fyller du ut. * må fylles ut for en ny lege.", nn: "Slik fyller du ut. * må fyllast ut for ein ny lege.")
    static let stepSend = Text("Send den hit", nn: "Send ho hit")
    static let fileHint = Text(
        "Excel (.xlsx) eller CSV. Aldri fødselsnummer eller helseopplysninger.",
        nn: "Excel (.xlsx) eller CSV. Aldri fødselsnummer eller helseopplysningar.")
    static let day = Text("Listen gjelder per", nn: "Lista gjeld per")
    static let dayHint = Text(
        "Endringer gjelder fra denne dagen når raden ikke sier noe annet.",
        nn: "Endringar gjeld frå denne dagen når rada ikkje seier noko anna.")
    static let send = Text("Se hva som skjer", nn: "Sjå kva som skjer")
    static let stepAccept = Text("Se over og godta", nn: "Sjå over og godta")
    static let stepAcceptText = Text(
        "Du får se hver rad: hva som er nytt, hva som endres, og hva vi lurer på. Radene som er i orden kan tas inn mens andre venter.",
        nn:
            "Du får sjå kvar rad: kva som er nytt, kva som blir endra, og kva vi lurer på. "
            + "Radene som er i orden kan takast inn medan andre ventar."
    )
    static let earlier = Text("Tidligere innlesinger", nn: "Tidlegare innlesingar")
    static func kept(days: Int) -> Text { Text("Filene slettes etter \(days) dager.", nn: "Filene blir sletta etter \(days) dagar.") }
    static let sentAt = Text("Sendt", nn: "Sendt")
    static let state = Text("Status", nn: "Status")
    static let takenIn = Text("Rader tatt inn", nn: "Rader tekne inn")

    static func name(_ state: SentFile.State) -> Text {
        switch state {
        case .waiting: Text("venter på deg", nn: "ventar på deg")
        case .accepted: Text("tatt inn", nn: "teken inn")
        case .dropped: Text("lagt bort", nn: "lagd bort")
        }
    }

    static let dryRun = Text(
        "Dette er en prøvekjøring: ingenting er endret ennå.", nn: "Dette er ei prøvekøyring: ingenting er endra enno.")
    static let droppedLede = Text("Filen er lagt bort, og ingenting ble endret.", nn: "Fila er lagd bort, og ingenting blei endra.")
    static func sent(_ time: String, day: String) -> Text {
        Text("Sendt \(time), gjelder per \(day).", nn: "Sendt \(time), gjeld per \(day).")
    }
    static let stale = Text(
        "Registeret eller svarene er endret siden du så siden. Ingenting ble tatt inn; se over på nytt.",
        nn: "Registeret eller svara er endra sidan du såg sida. Ingenting blei teke inn; sjå over på nytt.")
    static let answered = Text(
        "Svarene er lagret, og prøvekjøringen er gjort på nytt.", nn: "Svara er lagra, og prøvekøyringa er gjord på nytt.")
    static let answeredBefore = Text(
        "Noen av radene har du tatt inn før. Svarene du ga om dem da, er brukt igjen.",
        nn: "Nokre av radene har du teke inn før. Svara du gav om dei då, er brukte igjen.")
    static let nothingRead = Text(
        "Vi fant ingen liste over leger i filen. Se under hva vi forstod, og si hvilken rad overskriftene står i.",
        nn: "Vi fann inga liste over legar i fila. Sjå under kva vi forstod, og sei kva rad overskriftene står i.")
    static func wasTakenIn(added: Int, changed: Int) -> Text {
        let new = newRows(added)
        let number = Format.number(changed)
        return Text("Tatt inn: \(new.nb) og \(number) endret.", nn: "Teke inn: \(new.nn) og \(number) endra.")
    }
    private static func newRows(_ count: Int) -> Text {
        count == 1 ? Text("1 ny", nn: "1 ny") : Text("\(Format.number(count)) nye", nn: "\(Format.number(count)) nye")
    }

    static let added = Text("nye", nn: "nye")
    static let addedMeaning = Text(
        "Rader som legger til en lege, en utdanning, en tilknytning eller et ønske.",
        nn: "Rader som legg til ein lege, ei utdanning, ei tilknyting eller eit ønske.")
    static let changed = Text("endres", nn: "blir endra")
    static let changedMeaning = Text("Rader som sier noe annet enn registeret.", nn: "Rader som seier noko anna enn registeret.")
    static let unchanged = Text("uendret", nn: "uendra")
    static let unchangedMeaning = Text("Rader som sier det samme som registeret.", nn: "Rader som seier det same som registeret.")
    static let questions = Text("vi lurer på", nn: "vi lurer på")
    static let questionsMeaning = Text(
        "Rader som kan bety flere ting. De venter på svar.", nn: "Rader som kan tyde fleire ting. Dei ventar på svar.")
    static let blocked = Text("må rettes", nn: "må rettast")
    static let blockedMeaning = Text(
        "Rader med feil, eller som du ikke kan endre. De venter.", nn: "Rader med feil, eller som du ikkje kan endre. Dei ventar.")

    static func ready(_ good: Int) -> Text {
        good == 1 ? Text("1 rad er klar", nn: "1 rad er klar") : Text("\(good) rader er klare", nn: "\(good) rader er klare")
    }
    static func readyText(added: Int, changed: Int, waiting: Int) -> Text {
        let rest =
            waiting == 0
            ? Text(same: "")
            : waiting == 1
                ? Text(" 1 rad venter og blir ikke rørt.", nn: " 1 rad ventar og blir ikkje rørt.")
                : Text(" \(waiting) rader venter og blir ikke rørt.", nn: " \(waiting) rader ventar og blir ikkje rørte.")
        let new = newRows(added)
        let number = Format.number(changed)
        return Text("\(new.nb), \(number) endres.\(rest.nb)", nn: "\(new.nn), \(number) blir endra.\(rest.nn)")
    }
    /// When there is nothing to take in: how many rows wait, and whether there are others.
    static func onlyWaiting(_ count: Int, of rows: Int) -> Text {
        let rest =
            count == rows ? Text(same: "") : Text(" Resten sier det samme som registeret.", nn: " Resten seier det same som registeret.")
        return count == 1
            ? Text("1 rad venter på svar eller retting.\(rest.nb)", nn: "1 rad ventar på svar eller retting.\(rest.nn)")
            : Text("\(count) rader venter på svar eller retting.\(rest.nb)", nn: "\(count) rader ventar på svar eller retting.\(rest.nn)")
    }
    static let nothingNew = Text(
        "Filen sier det samme som registeret. Det er ingenting å ta inn.",
        nn: "Fila seier det same som registeret. Det er ingenting å ta inn.")

    static let noRows = Text(
        "Filen har overskrifter, men ingen rader om leger under dem. Det er ingenting å ta inn.",
        nn: "Fila har overskrifter, men ingen rader om legar under dei. Det er ingenting å ta inn.")

    /// Why a file is not kept, with the first places and how many there are.
    static func identityNumbers(_ places: [String], _ count: Int) -> Text {
        let list = places.joined(separator: ", ") + (count > places.count ? " …" : "")
        let (nb, nn) =
            count == 1
            ? ("1 celle med noe som ligner et fødselsnummer", "1 celle med noko som liknar eit fødselsnummer")
            : ("\(count) celler med noe som ligner fødselsnummer", "\(count) celler med noko som liknar fødselsnummer")
        return Text(
            "Filen har \(nb): \(list). Alis tar aldri vare på fødselsnummer, heller ikke i filer til gjennomsyn. Slett dem i regnearket, og send det på nytt. Ingenting er lagret.",
            nn:
                "Fila har \(nn): \(list). Alis tek aldri vare på fødselsnummer, heller ikkje i filer til gjennomsyn. Slett dei i reknearket, og send det på nytt. Ingenting er lagra."
        )
    }

    static let drop = Text("Legg filen bort", nn: "Legg fila bort")
    static let fileBack = Text("Last ned filen med resultat", nn: "Last ned fila med resultat")
    static let fileBackTitle = Text("Filen tilbake", nn: "Fila tilbake")
    static let fileBackText = Text(
        "Filen slik du sendte den, med utseende og formler, og med to kolonner til: hva det ble av hver rad, og hvorfor. "
            + "Rett radene som venter, og send filen igjen; det som er tatt inn, blir ikke tatt inn to ganger.",
        nn:
            "Fila slik du sende ho, med utsjånad og formlar, og med to kolonnar til: kva det blei av kvar rad, og kvifor. "
            + "Rett radene som ventar, og send fila igjen; det som er teke inn, blir ikkje teke inn to gonger."
    )
    static let textBackText = Text(
        "Filen slik du sendte den, med to kolonner til: hva det ble av hver rad, og hvorfor. "
            + "Rett radene som venter, og send filen igjen; det som er tatt inn, blir ikke tatt inn to ganger.",
        nn:
            "Fila slik du sende ho, med to kolonnar til: kva det blei av kvar rad, og kvifor. "
            + "Rett radene som ventar, og send fila igjen; det som er teke inn, blir ikkje teke inn to gonger."
    )
    static let valuesBackText = Text(
        "Filen har makroer og kan ikke sendes tilbake slik den er. Du får innholdet i en ny fil, uten utseende, formler og makroer, "
            + "og med to kolonner til: hva det ble av hver rad, og hvorfor. Rett radene som venter, i din egen fil og send den igjen.",
        nn:
            "Fila har makroar og kan ikkje sendast tilbake slik ho er. Du får innhaldet i ei ny fil, utan utsjånad, formlar og makroar, "
            + "og med to kolonnar til: kva det blei av kvar rad, og kvifor. Rett radene som ventar, i di eiga fil og send ho igjen."
    )

    /// What will become of a row, before anything has been accepted.
    static func expected(_ outcome: PlannedRow.Outcome, _ texts: ImportTexts) -> Text {
        switch outcome {
        case .add: Text("ok – legges til når du godtar", nn: "ok – blir lagd til når du godtek")
        case .change: Text("ok – endres når du godtar", nn: "ok – blir endra når du godtek")
        case .unchanged, .blocked, .question, .passedOver: texts.result(outcome)
        }
    }
}
