import AlisDomain

/// Texts of the pages where reminders are written, and the texts they begin with.
enum ReminderTexts {
    static let title = Text("Påminnelser til kommunene", nn: "Påminningar til kommunane")
    static let lede = Text(
        "Alis sender ingenting. Du velger kommuner og tekst, ser hvem det gjelder, og kopierer eller laster ned tekstene.",
        nn: "Alis sender ingenting. Du vel kommunar og tekst, ser kven det gjeld, og kopierer eller lastar ned tekstane.")
    static let chooseTitle = Text("1. Velg kommuner", nn: "1. Vel kommunar")
    static let writeTitle = Text("2. Tilpass teksten", nn: "2. Tilpass teksten")
    static let bokmal = Text("Tekst på bokmål", nn: "Tekst på bokmål")
    static let nynorsk = Text("Tekst på nynorsk", nn: "Tekst på nynorsk")
    static let languageHint = Text(
        "Kommuner med vedtak om nynorsk får nynorskteksten. De andre får bokmål.",
        nn: "Kommunar med vedtak om nynorsk får nynorskteksten. Dei andre får bokmål.")
    static let placesHint = Text(
        "Fylles ut for hver kommune: {{kommune}}, {{bekreftet}} (når den sist bekreftet), {{antall}} (ALIS) og {{lenke}}.",
        nn: "Blir fylt ut for kvar kommune: {{kommune}}, {{bekreftet}} (når ho sist stadfesta), {{antall}} (ALIS) og {{lenke}}.")
    static let subject = Text("Emne", nn: "Emne")
    static let preview = Text("Vis mottakere og tekster", nn: "Vis mottakarar og tekstar")
    static let previewTitle = Text("Påminnelser, klare til å kopiere", nn: "Påminningar, klare til å kopiere")
    static func count(_ municipalities: Int, recipients: Int, without: Int) -> Text {
        Text(
            "\(municipalities) \(municipalities == 1 ? "kommune" : "kommuner"), \(recipients) \(recipients == 1 ? "mottaker" : "mottakere"). "
                + (without == 0 ? "Alle kommunene har en registrert kontakt." : "\(without) uten registrert kontakt."),
            nn:
                "\(municipalities) \(municipalities == 1 ? "kommune" : "kommunar"), \(recipients) \(recipients == 1 ? "mottakar" : "mottakarar"). "
                + (without == 0 ? "Alle kommunane har ein registrert kontakt." : "\(without) utan registrert kontakt."))
    }
    static let nothingSent = Text(
        "Ingenting er sendt, og Alis sender ikke noe. Kopier tekstene herfra, eller last dem ned til e-postprogrammet ditt.",
        nn: "Ingenting er sendt, og Alis sender ikkje noko. Kopier tekstane herifrå, eller last dei ned til e-postprogrammet ditt.")
    static let downloadText = Text("Last ned som én tekstfil", nn: "Last ned som éi tekstfil")
    static let downloadMerge = Text("Last ned for fletting (CSV)", nn: "Last ned for fletting (CSV)")
    static let recipients = Text("Mottakere", nn: "Mottakarar")
    static let noContact = Text("ingen registrert kontakt", nn: "ingen registrert kontakt")
    static let letter = Text("Tekst", nn: "Tekst")
    static func letter(to name: String) -> Text { Text("Teksten til \(name)", nn: "Teksten til \(name)") }
    static let back = Text("Endre utvalg eller tekst", nn: "Endre utval eller tekst")
    static let email = Text("E-post", nn: "E-post")
    static let noneChosen = Text("Velg minst én kommune.", nn: "Vel minst éin kommune.")
    static func problem(_ refusal: ReminderTemplate.Refusal) -> Text {
        switch refusal {
        case .empty: Text("Skriv en tekst.", nn: "Skriv ein tekst.")
        case .unknownPlace(let name):
            Text(
                "«{{\(name)}}» kan ikke fylles ut. Bruk {{kommune}}, {{bekreftet}}, {{antall}} eller {{lenke}}.",
                nn: "«{{\(name)}}» kan ikkje fyllast ut. Bruk {{kommune}}, {{bekreftet}}, {{antall}} eller {{lenke}}.")
        case .unclosed: Text("«{{» mangler «}}» etter seg.", nn: "«{{» manglar «}}» etter seg.")
        }
    }

    /// The letter's own words, in the municipality's form of Norwegian and not the reader's.
    static let usualSubject = Text("Er opplysningene om ALIS i {{kommune}} riktige?", nn: "Er opplysningane om ALIS i {{kommune}} rette?")
    static let usualLetter = Text(
        """
        Hei!

        I Alis, den nasjonale oversikten over leger i spesialisering i allmennmedisin, står {{kommune}} kommune med {{antall}} ALIS. \
        Opplysningene ble sist bekreftet: {{bekreftet}}.

        Kan dere se over lista og bekrefte at den stemmer? Det tar noen minutter. Feil kan rettes på samme side:
        {{lenke}}

        Spør oss gjerne om noe er uklart.

        Vennlig hilsen
        ALIS-kontoret
        """,
        nn: """
            Hei!

            I Alis, den nasjonale oversikta over legar i spesialisering i allmennmedisin, står {{kommune}} kommune med {{antall}} ALIS. \
            Opplysningane blei sist stadfesta: {{bekreftet}}.

            Kan de sjå over lista og stadfeste at ho stemmer? Det tek nokre minutt. Feil kan rettast på same side:
            {{lenke}}

            Spør oss gjerne om noko er uklart.

            Venleg helsing
            ALIS-kontoret
            """)
}
