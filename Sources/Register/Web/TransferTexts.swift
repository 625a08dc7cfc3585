import AlisDomain

/// Texts about doctors who are registered elsewhere.
enum TransferTexts {
    static let title = Text("Overføringer", nn: "Overføringar")
    static let one = Text("Overføring", nn: "Overføring")
    static func heading(_ waiting: Int) -> Text {
        switch waiting {
        case 0: title
        case 1: Text("1 overføring venter på svar fra deg", nn: "1 overføring ventar på svar frå deg")
        default: Text("\(waiting) overføringer venter på svar fra deg", nn: "\(waiting) overføringar ventar på svar frå deg")
        }
    }
    static let lede = Text(
        "Når en lege kan være registrert i en annen kommune, svarer kommunen der, eller ALIS-kontoret deres.",
        nn: "Når ein lege kan vere registrert i ein annan kommune, svarer kommunen der, eller ALIS-kontoret deira.")
    static let none = Text("Ingen overføringer.", nn: "Ingen overføringar.")
    static let waitsForYou = Text("Venter på svar fra deg", nn: "Ventar på svar frå deg")
    static let youWaitFor = Text("Du venter på svar", nn: "Du ventar på svar")
    static let settled = Text("Avsluttet", nn: "Avslutta")
    static let asks = Text("Skal til", nn: "Skal til")
    static let since = Text("Sendt", nn: "Sendt")
    static let standing = Text("Svar", nn: "Svar")
    static let askedBy = Text("Bedt om av", nn: "Bede om av")
    static func asksFor(_ municipality: String) -> Text { Text("\(municipality) ber om", nn: "\(municipality) ber om") }
    static let inTheRegister = Text("I registeret", nn: "I registeret")
    static let message = Text("Melding", nn: "Melding")
    static func fromFile(_ name: String) -> Text { Text("Fra regnearket «\(name)»", nn: "Frå reknearket «\(name)»") }
    static let messageHint = Text(
        "Valgfritt. For eksempel når legen begynner hos dere. Ikke skriv helseopplysninger.",
        nn: "Valfritt. Til dømes når legen tek til hos dykk. Ikkje skriv helseopplysningar.")

    // MARK: Asking

    static let askTitle = Text("Be om overføring av en lege", nn: "Be om overføring av ein lege")
    static let askLede = Text(
        "For en lege som kommer fra en annen kommune, og som du ikke finner. Kommunen eller ALIS-kontoret som har ansvar for legen, svarer.",
        nn:
            "For ein lege som kjem frå ein annan kommune, og som du ikkje finn. Kommunen eller ALIS-kontoret som har ansvar for legen, svarer."
    )
    static let forWhom = Text("Kommunen legen skal til", nn: "Kommunen legen skal til")
    static let comesFromElsewhere = Text("Kommer legen fra en annen kommune?", nn: "Kjem legen frå ein annan kommune?")
    static let ask = Text("Be om overføring", nn: "Be om overføring")
    static let sent = Text(
        "Du har bedt om overføring. Svaret kommer her, og det står på startsiden når det er kommet.",
        nn: "Du har bede om overføring. Svaret kjem her, og det står på startsida når det er kome.")
    static let tooMany = Text(
        "Du har så mange overføringer som venter på svar, eller som er trukket tilbake den siste tiden, at du må vente med flere til noen er besvart.",
        nn:
            "Du har så mange overføringar som ventar på svar, eller som er trekte tilbake den siste tida, at du må vente med fleire til nokre har fått svar."
    )
    static let needsLeaveTitle = Text("Må avklares før det kan lagres", nn: "Må avklarast før det kan lagrast")
    /// Says neither yes nor no to whether somebody is registered.
    static let needsLeave = Text(
        "Legen kan alt være registrert i en annen kommune. Se over navn og HPR-nummer. Stemmer de, ber du om overføring. Det du har skrevet, følger med, og svaret kommer på startsiden din.",
        nn:
            "Legen kan alt vere registrert i ein annan kommune. Sjå over namn og HPR-nummer. Stemmer dei, ber du om overføring. Det du har skrive, følgjer med, og svaret kjem på startsida di."
    )
    static let hprNeedsLeave = Text(
        "Nummeret må avklares før det kan lagres. Se over om det er riktig, eller be om overføring.",
        nn: "Nummeret må avklarast før det kan lagrast. Sjå over om det er rett, eller be om overføring.")
    static let movedTitle = Text("Skal legen tilbake til dere?", nn: "Skal legen tilbake til dykk?")
    static let moved = Text(
        "Legen arbeider i en annen kommune nå. Be om overføring, så svarer de som har ansvar for registreringen.",
        nn: "Legen arbeider i ein annan kommune no. Be om overføring, så svarer dei som har ansvar for registreringa.")

    // MARK: Answering

    static func isItHers(_ municipality: String, _ name: String) -> Text {
        Text("Skal \(municipality) få tilgang til \(name)?", nn: "Skal \(municipality) få tilgang til \(name)?")
    }
    static func answerLede(_ municipality: String) -> Text {
        Text(
            "Sier du ja, får \(municipality) kommune se og rette registreringen av legen, med historikk og plan, og kan registrere arbeid hos seg. Arbeidet hos dere er det bare dere som kan endre. Tilgangen kan trekkes tilbake til arbeidet er registrert. Kommunen og ALIS-kontoret kan svare; det første svaret gjelder.",
            nn:
                "Seier du ja, får \(municipality) kommune sjå og rette registreringa av legen, med historikk og plan, og kan registrere arbeid hos seg. Arbeidet hos dykk er det berre de som kan endre. Tilgangen kan trekkjast tilbake til arbeidet er registrert. Kommunen og ALIS-kontoret kan svare; det første svaret gjeld."
        )
    }
    static let unknownLede = Text(
        "Registeret kjenner ingen lege som ligner. Svar at kommunen kan registrere legen som ny, eller svar nei med en grunn.",
        nn: "Registeret kjenner ingen lege som liknar. Svar at kommunen kan registrere legen som ny, eller svar nei med ein grunn.")
    static func yes(_ municipality: String) -> Text {
        Text("Ja, samme lege: gi \(municipality) tilgang", nn: "Ja, same lege: gi \(municipality) tilgang")
    }
    static func lastDay(_ places: String) -> Text { Text("Siste arbeidsdag i \(places)", nn: "Siste arbeidsdag i \(places)") }
    static let lastDayHint = Text(
        "Slutter legen hos dere? Skriv dagen, så er arbeidet avsluttet. La feltet stå tomt når legen arbeider hos dere også.",
        nn: "Sluttar legen hos dykk? Skriv dagen, så er arbeidet avslutta. Lat feltet stå tomt når legen arbeider hos dykk òg.")
    static func beforeWork(_ day: CalendarDay) -> Text {
        Text(
            "Arbeidet begynte \(day.norwegian). Skriv en siste dag som ikke er før det.",
            nn: "Arbeidet tok til \(day.norwegian). Skriv ein siste dag som ikkje er før det.")
    }
    static let no = Text("Er det ikke riktig?", nn: "Er det ikkje rett?")
    static let answer = Text("Svar", nn: "Svar")
    static let reason = Text("Grunn", nn: "Grunn")
    static let answerNo = Text("Svar nei", nn: "Svar nei")
    static func isAnother(_ isUnknown: Bool) -> Text {
        isUnknown
            ? Text("Legen kan registreres som ny", nn: "Legen kan registrerast som ny")
            : Text(
                "Det er en annen lege: kommunen kan registrere legen som ny",
                nn: "Det er ein annan lege: kommunen kan registrere legen som ny")
    }
    static let decline = Text("Nei, med grunn", nn: "Nei, med grunn")
    static let reasonHint = Text(
        "Må fylles ut når du svarer nei. Vises for den som spurte.", nn: "Må fyllast ut når du svarer nei. Blir vist for den som spurde.")
    static let reasonNeeded = Text("Skriv hvorfor du svarer nei.", nn: "Skriv kvifor du svarer nei.")
    static let sendAnswer = Text("Send svaret", nn: "Send svaret")
    static let withdraw = Text("Trekk tilbake", nn: "Trekk tilbake")
    static let revoke = Text("Trekk tilgangen tilbake", nn: "Trekk tilgangen tilbake")
    static func restsOnWork(_ municipality: String) -> Text {
        Text(
            "\(municipality) kommune har registrert arbeid for legen, og har tilgang for det. Er arbeidet feil, retter dere det på legens side.",
            nn:
                "\(municipality) kommune har registrert arbeid for legen, og har tilgang for det. Er arbeidet feil, rettar de det på sida til legen."
        )
    }
    static func workIsThere(_ municipality: String) -> Text {
        Text(
            "Arbeidet i \(municipality) er registrert. Du trenger ikke gjøre mer.",
            nn: "Arbeidet i \(municipality) er registrert. Du treng ikkje gjere meir.")
    }
    static func workEnds(_ day: CalendarDay) -> Text {
        Text("Siste arbeidsdag hos dere er \(day.norwegian).", nn: "Siste arbeidsdag hos dykk er \(day.norwegian).")
    }
    static let workChanged = Text(
        "Arbeidet hos dere har fått en siste dag mens du svarte. Svaret er ikke sendt. Se legens side, og svar på nytt.",
        nn: "Arbeidet hos dykk har fått ein siste dag medan du svarte. Svaret er ikkje sendt. Sjå sida til legen, og svar på nytt.")
    static let registerWork = Text("Svaret er ja: registrer arbeidet", nn: "Svaret er ja: registrer arbeidet")
    /// - Parameter typed: what the reader wrote, which has no field any more.
    static func settledBy(_ change: Change, typed: String) -> Text {
        let settled = Text(
            "\(change.byName) svarte \(Format.time(change.recordedAt)). Svaret ditt er ikke lagret.",
            nn: "\(change.byName) svarte \(Format.time(change.recordedAt)). Svaret ditt er ikkje lagra.")
        if typed.isEmpty { return settled }
        return Text("\(settled.nb) Du skrev: «\(typed)»", nn: "\(settled.nn) Du skreiv: «\(typed)»")
    }

    static func saved(_ state: TransferRequest.State, _ municipality: String) -> Text {
        switch state {
        case .granted: Text("\(municipality) kommune har fått tilgang.", nn: "\(municipality) kommune har fått tilgang.")
        case .another, .declined: Text("Svaret er sendt til \(municipality) kommune.", nn: "Svaret er sendt til \(municipality) kommune.")
        case .withdrawn: Text("Du ber ikke lenger om overføring.", nn: "Du ber ikkje lenger om overføring.")
        case .revoked: Text("Tilgangen er trukket tilbake.", nn: "Tilgangen er trekt tilbake.")
        case .asked: sent
        }
    }

    /// The page's heading for whoever need not answer.
    static func outcome(_ state: TransferRequest.State, _ doctor: String, _ municipality: String) -> Text {
        switch state {
        case .asked: Text("Venter på svar om \(doctor)", nn: "Ventar på svar om \(doctor)")
        case .granted: Text("\(municipality) har fått tilgang til \(doctor)", nn: "\(municipality) har fått tilgang til \(doctor)")
        case .another: Text("\(doctor) kan registreres som ny", nn: "\(doctor) kan registrerast som ny")
        case .declined: Text("Nei til å overføre \(doctor)", nn: "Nei til å overføre \(doctor)")
        case .withdrawn: Text("Overføringen av \(doctor) er trukket tilbake", nn: "Overføringa av \(doctor) er trekt tilbake")
        case .revoked: Text("Tilgangen til \(doctor) er trukket tilbake", nn: "Tilgangen til \(doctor) er trekt tilbake")
        }
    }

    static func name(_ state: TransferRequest.State) -> Text {
        switch state {
        case .asked: Text("Venter på svar", nn: "Ventar på svar")
        case .granted: Text("Ja", nn: "Ja")
        case .another: Text("Kan registreres som ny", nn: "Kan registrerast som ny")
        case .declined: Text("Nei", nn: "Nei")
        case .withdrawn: Text("Trukket tilbake", nn: "Trekt tilbake")
        case .revoked: Text("Tilgangen trukket tilbake", nn: "Tilgangen trekt tilbake")
        }
    }

    /// What whoever asked does next.
    static func next(_ state: TransferRequest.State) -> Text {
        switch state {
        case .asked:
            Text(
                "Kommunen eller ALIS-kontoret som har ansvar for legen, svarer. Svaret kommer her og på startsiden din.",
                nn: "Kommunen eller ALIS-kontoret som har ansvar for legen, svarer. Svaret kjem her og på startsida di.")
        case .granted:
            Text(
                "Det neste er å registrere arbeidet hos dere. Da står legen i lista deres fra dagen arbeidet begynner.",
                nn: "Det neste er å registrere arbeidet hos dykk. Då står legen i lista dykkar frå dagen arbeidet tek til.")
        case .another:
            Text(
                "Registrer legen på nytt med de samme opplysningene, eller les inn lista igjen. Nå blir legen lagret.",
                nn: "Registrer legen på nytt med dei same opplysningane, eller les inn lista igjen. No blir legen lagra.")
        case .declined:
            Text(
                "Sjekk navn og HPR-nummer. Ta kontakt med den som svarte, om du mener det er feil.",
                nn: "Sjekk namn og HPR-nummer. Ta kontakt med den som svarte, om du meiner det er feil.")
        case .withdrawn: Text("Ingenting er endret.", nn: "Ingenting er endra.")
        case .revoked: Text("Dere ser ikke lenger registreringen.", nn: "De ser ikkje lenger registreringa.")
        }
    }

    /// In the doctor's history.
    static func history(_ request: TransferRequest, _ municipality: String) -> Text {
        Text(
            "Overføring til \(municipality): \(name(request.state).nb.lowercased())",
            nn: "Overføring til \(municipality): \(name(request.state).nn.lowercased())")
    }
}
