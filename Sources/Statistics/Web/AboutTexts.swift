import AlisDomain

/// Texts about what the figures mean.
enum AboutTexts {
    static let title = Text("Om tallene", nn: "Om tala")
    static let lede = Text(
        "Hva hvert tall i Alis teller, hvor det kommer fra, og hvordan det skal leses.",
        nn: "Kva kvart tal i Alis tel, kvar det kjem frå, og korleis det skal lesast.")
    static let measures = Text("Hva tallene teller", nn: "Kva tala tel")
    static let readings = Text("Slik har vi tolket reglene", nn: "Slik har vi tolka reglane")
    static let readingList = [
        Text(
            "En lege teller én gang, også når hun arbeider i flere kommuner. Hun regnes til kommunen der hun har størst stillingsprosent den dagen. Er to like store, gjelder den hun begynte først i.",
            nn:
                "Ein lege tel éin gong, også når ho arbeider i fleire kommunar. Ho blir rekna til kommunen der ho har størst stillingsprosent den dagen. Er to like store, gjeld den ho tok til i først."
        ),
        Text(
            "Leger i permisjon teller fortsatt som aktive. De som har satt utdanningen på pause, gjør det ikke.",
            nn: "Legar i permisjon tel framleis som aktive. Dei som har sett utdanninga på pause, gjer det ikkje."),
        Text(
            "«I år» er kalenderåret til og med datoen. Har du valgt 1.3.2025, er det fra 1.1.2025 til og med 1.3.2025. De offentlige tallene gjelder alltid hele kalenderår.",
            nn:
                "«I år» er kalenderåret til og med datoen. Har du valt 1.3.2025, er det frå 1.1.2025 til og med 1.3.2025. Dei offentlege tala gjeld alltid heile kalenderår."
        ),
        Text(
            "Ønsker om sykehustjeneste telles når de kan begynne innen tolv måneder fra datoen. Et ønske er ikke en tildelt plass.",
            nn:
                "Ønske om sjukehusteneste blir talde når dei kan ta til innan tolv månader frå datoen. Eit ønske er ikkje ein tildelt plass."
        ),
        Text(
            "Kommuner og fylker er de som fantes på datoen. En kommune som er slått sammen med en annen, har tatt med seg historien sin.",
            nn: "Kommunar og fylke er dei som fanst på datoen. Ein kommune som er slått saman med ein annan, har teke med seg historia si."),
        Text(
            "Fylker regnes til helseregionen som ALIS-kontoret deres hører til. For dager før kontoret fantes, gjelder fylkets egen helseregion.",
            nn:
                "Fylke blir rekna til helseregionen som ALIS-kontoret deira høyrer til. For dagar før kontoret fanst, gjeld fylket sin eigen helseregion."
        ),
        Text(
            "To registreringer av samme lege teller som to til noen har slått dem sammen.",
            nn: "To registreringar av same lege tel som to til nokon har slått dei saman."),
    ]
    static let time = Text("Per dato og slik vi visste det", nn: "Per dato og slik vi visste det")
    static let timeParts = [
        Text(
            "Alis husker to tider. «Per dato» er dagen tallet handler om. «Slik vi visste det» er hva registeret inneholdt på et tidspunkt.",
            nn:
                "Alis hugsar to tider. «Per dato» er dagen talet handlar om. «Slik vi visste det» er kva registeret inneheldt på eit tidspunkt."
        ),
        Text(
            "Melder en kommune i mai fra om at en lege begynte i mars, er legen med i tallet per 1. april når du spør i juni. Spør du hva registeret viste 15. april, er hun ikke med. Ingenting blir skrevet over, så svaret på det siste spørsmålet er det samme for alltid.",
            nn:
                "Melder ein kommune i mai frå om at ein lege tok til i mars, er legen med i talet per 1. april når du spør i juni. Spør du kva registeret viste 15. april, er ho ikkje med. Ingenting blir skrive over, så svaret på det siste spørsmålet er det same for alltid."
        ),
        Text(
            "De offentlige tallene viser det registeret visste én måned etter at det siste halvåret begynte. Et tall for en tidligere dag kan derfor endre seg ved neste halvår, når noen har rettet. Adressen sier alltid hvilken dato tallet gjelder.",
            nn:
                "Dei offentlege tala viser det registeret visste éin månad etter at det siste halvåret tok til. Eit tal for ein tidlegare dag kan difor endre seg ved neste halvår, når nokon har retta. Adressa seier alltid kva dato talet gjeld."
        ),
    ]
    static let coverage = Text("Hvor fullstendige tallene er", nn: "Kor fullstendige tala er")
    static let coverageMore = Text(
        "Det er kommunen som vet hvem som er i utdanning hos den. Har en kommune ikke bekreftet på lenge, teller vi det den sist meldte, og viser at det er gammelt.",
        nn:
            "Det er kommunen som veit kven som er i utdanning hos seg. Har ein kommune ikkje stadfesta på lenge, tel vi det han sist melde, og viser at det er gammalt."
    )
    static let smallMore = Text(
        "Regelen er regnet ut, ikke anslått: for hvert skjult antall fra 1 til 4 finner vi det minste og det største det kan være når summene skal stemme, og skjuler mer til det er minst fire imellom.",
        nn:
            "Regelen er rekna ut, ikkje anslått: for kvart skjult tal frå 1 til 4 finn vi det minste og det største det kan vere når summane skal stemme, og skjuler meir til det er minst fire imellom."
    )
    static let smallRest = Text(
        "Regelen er regnet ut for hver tabell for seg, men årene i to tabeller går aldri over i hverandre: trekker du ett års tall fra et annet års, får du ikke tallet på noen leger. Det som står igjen, er at antallet på to dager kan skille seg med 1–4. Da vet du hvor mye det samlede antallet gikk opp eller ned på et halvt år, ikke hvor mange som kom, ble ferdige, flyttet, tok pause eller ble rettet. Det samme gjelder når tall for en tidligere dag lages på nytt et halvt år senere.",
        nn:
            "Regelen er rekna ut for kvar tabell for seg, men åra i to tabellar går aldri over i kvarandre: trekkjer du tala for eitt år frå tala for eit anna, får du ikkje talet på nokon legar. Det som står att, er at talet på to dagar kan skilje seg med 1–4. Då veit du kor mykje det samla talet gjekk opp eller ned på eit halvt år, ikkje kor mange som kom, blei ferdige, flytta, tok pause eller blei retta. Det same gjeld når tal for ein tidlegare dag blir laga på nytt eit halvt år seinare."
    )
    static let sources = Text("Kilder", nn: "Kjelder")
    static let source = Text("Kilde", nn: "Kjelde")
    static let gives = Text("Gir oss", nn: "Gir oss")
    static let licence = Text("Vilkår", nn: "Vilkår")
    static let attribution = Text(
        "Inneholder data fra Kartverket, Statistisk sentralbyrå (SSB) og GeoNames, lagt om til vår egen form.",
        nn: "Inneheld data frå Kartverket, Statistisk sentralbyrå (SSB) og GeoNames, lagde om til vår eiga form.")
    static let sourceRows: [(name: String, link: String, what: Text, licence: String)] = [
        (
            "Kartverket", "https://www.kartverket.no",
            Text("Kommuner og fylker, også navn på samisk og kvensk", nn: "Kommunar og fylke, også namn på samisk og kvensk"), "CC BY 4.0"
        ),
        (
            "Statistisk sentralbyrå", "https://www.ssb.no",
            Text("Kommuneinndelingen år for år, folketall og sentralitet", nn: "Kommuneinndelinga år for år, folketal og sentralitet"),
            "CC BY 4.0"
        ),
        (
            "GeoNames", "https://www.geonames.org",
            Text(
                "Steder bak kartet av sekskanter; selve kartet er vårt eget",
                nn: "Stader bak kartet av sekskantar; sjølve kartet er vårt eige"), "CC BY 4.0"
        ),
        (
            "alis.no", "https://www.alis.no/om-alis-kontorene",
            Text("Hvilket kontor som følger opp hvilken kommune", nn: "Kva kontor som følgjer opp kva kommune"), "–"
        ),
    ]
    static let sourcesMore = Text(
        "Legene, utdanningen og arbeidsforholdene kommer fra kommunene og ALIS-kontorene selv. Hver opplysning viser hvem som skrev den, og når.",
        nn:
            "Legane, utdanninga og arbeidsforholda kjem frå kommunane og ALIS-kontora sjølve. Kvar opplysning viser kven som skreiv henne, og når."
    )
}
