import AlisDomain

/// The accessibility statement, in plain words.
enum AccessibilityPage {
    static func html(_ frame: Frame) -> Html {
        TextPage(
            title: AccessibilityTexts.title, lede: AccessibilityTexts.lede,
            sections: [
                ("mal", AccessibilityTexts.goal, [.text(AccessibilityTexts.goalText)]),
                ("prover", AccessibilityTexts.tests, [.list(AccessibilityTexts.testList)]),
                ("mangler", AccessibilityTexts.gaps, [.list(AccessibilityTexts.gapList)]),
                ("si-fra", AccessibilityTexts.report, [.text(AccessibilityTexts.reportText), .text(AccessibilityTexts.authority)]),
            ]
        ).html(frame)
    }
}

/// Texts of the accessibility statement.
enum AccessibilityTexts {
    static let title = Text("Tilgjengelighet", nn: "Tilgjenge")
    static let lede = Text(
        "Alis skal kunne brukes av alle: med tastatur, med skjermleser, på telefon, med stor skrift og uten skript.",
        nn: "Alis skal kunne brukast av alle: med tastatur, med skjermlesar, på telefon, med stor skrift og utan skript.")
    static let goal = Text("Hva vi følger", nn: "Kva vi følgjer")
    static let goalText = Text(
        "Vi følger kravene i WCAG 2.1 på nivå A og AA, som loven krever av offentlige nettsteder. Alt finnes på bokmål og nynorsk; du bytter nederst på siden.",
        nn:
            "Vi følgjer krava i WCAG 2.1 på nivå A og AA, som lova krev av offentlege nettstader. Alt finst på bokmål og nynorsk; du byter nedst på sida."
    )
    static let tests = Text("Slik prøver vi", nn: "Slik prøver vi")
    static let testList = [
        Text(
            "Sidene lages slik at de virker uten skript, med tastatur alene, og på en skjerm som er 390 punkter bred.",
            nn: "Sidene blir laga slik at dei verkar utan skript, med tastatur åleine, og på ein skjerm som er 390 punkt brei."),
        Text(
            "Et prøveprogram (axe) leser sider i en nettleser og leter etter brudd på kravene. Slike programmer finner bare en del av feilene.",
            nn: "Eit prøveprogram (axe) les sider i ein nettlesar og leitar etter brot på krava. Slike program finn berre ein del av feila."
        ),
        Text(
            "Farger er valgt med god kontrast, og farge er aldri det eneste som bærer en opplysning.",
            nn: "Fargar er valde med god kontrast, og farge er aldri det einaste som ber ei opplysning."),
    ]
    static let gaps = Text("Det vi vet mangler", nn: "Det vi veit manglar")
    static let gapList = [
        Text(
            "Uten skript kan ikke sekskantene på kartet nås med tastatur. De samme tallene står i tabellen, og lenken dit står under kartet.",
            nn:
                "Utan skript kan ikkje sekskantane på kartet nåast med tastatur. Dei same tala står i tabellen, og lenkja dit står under kartet."
        ),
        Text(
            "Løsningen er ikke prøvd med brukere av skjermleser ennå.",
            nn: "Løysinga er ikkje prøvd med brukarar av skjermlesar enno."),
        Text(
            "Regneark du laster ned, har overskrifter i første rad, men er ikke prøvd med alle programmer.",
            nn: "Rekneark du lastar ned, har overskrifter i første rad, men er ikkje prøvde med alle program."),
    ]
    static let report = Text("Si fra", nn: "Sei frå")
    static let reportText = Text(
        "Finner du noe du ikke får brukt, si fra til ALIS-kontoret ditt eller til den som driver denne løsningen. Si hvilken side det var og hva du ville gjøre. Den som driver løsningen, skal oppgi en adresse for slike meldinger og levere sin egen tilgjengelighetserklæring.",
        nn:
            "Finn du noko du ikkje får brukt, sei frå til ALIS-kontoret ditt eller til den som driv denne løysinga. Sei kva side det var og kva du ville gjere. Den som driv løysinga, skal oppgi ei adresse for slike meldingar og levere si eiga tilgjengeerklæring."
    )
    static let authority = Text(
        "Digitaliseringsdirektoratet, ved Tilsynet for universell utforming av ikt, fører tilsyn med kravene.",
        nn: "Digitaliseringsdirektoratet, ved Tilsynet for universell utforming av ikt, fører tilsyn med krava.")
}
