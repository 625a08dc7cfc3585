import AlisDomain

/// Texts about people's data.
enum PrivacyTexts {
    static let title = Text("Personvern", nn: "Personvern")
    static let lede = Text(
        "Hva Alis lagrer om leger og brukere, hvorfor, hvem som ser det, og hva du kan kreve.",
        nn: "Kva Alis lagrar om legar og brukarar, kvifor, kven som ser det, og kva du kan krevje.")
    static let stored = Text("Dette lagres", nn: "Dette blir lagra")
    static let storedList = [
        Text(
            "Om leger i utdanning: navn, HPR-nummer, fødselsår, e-post og telefon når de er oppgitt.",
            nn: "Om legar i utdanning: namn, HPR-nummer, fødselsår, e-post og telefon når dei er oppgitte."),
        Text(
            "Utdanningsløpet: ordning, når det begynte, pauser, når og hvordan det endte.",
            nn: "Utdanningsløpet: ordning, når det tok til, pausar, når og korleis det enda."),
        Text(
            "Arbeidsforhold: kommune, arbeidssted, form og stillingsprosent.",
            nn: "Arbeidsforhold: kommune, arbeidsstad, form og stillingsprosent."),
        Text("Fravær: slag og lengde, aldri årsaken.", nn: "Fråvær: slag og lengd, aldri årsaka."),
        Text("Ønsker om sykehustjeneste.", nn: "Ønske om sjukehusteneste."),
        Text(
            "Læringsmål: hvor langt legen er kommet, dagen, hvor opplysningen kommer fra, og hvem som har anbefalt og avgjort.",
            nn: "Læringsmål: kor langt legen er komen, dagen, kvar opplysninga kjem frå, og kven som har tilrådd og avgjort."),
        Text(
            "Utdanningsplanen: perioder, kurs, grupper og vakter, og hvem som har gått gjennom og godkjent den.",
            nn: "Utdanningsplanen: periodar, kurs, grupper og vakter, og kven som har gått gjennom og godkjent han."),
        Text(
            "Veiledning: hvem som veileder, øktenes dag og lengde, og notater om øktene.",
            nn: "Rettleiing: kven som rettleier, dagen og lengda til øktene, og notat om øktene."),
        Text(
            "Om veiledere: navn, kommune, e-post, telefon, HPR-nummer, spesialitet eller unntak, hvor mye tid de har, og hva de selv har oppgitt om språk og interesser.",
            nn:
                "Om rettleiarar: namn, kommune, e-post, telefon, HPR-nummer, spesialitet eller unntak, kor mykje tid dei har, og kva dei sjølve har oppgitt om språk og interesser."
        ),
        Text(
            "Om brukere: navn, e-post, hvilken rolle de har hvor, når de var innlogget, og hva de har skrevet eller bekreftet.",
            nn: "Om brukarar: namn, e-post, kva rolle dei har kvar, når dei var innlogga, og kva dei har skrive eller stadfesta."),
    ]
    static let notStored = Text("Dette lagres ikke", nn: "Dette blir ikkje lagra")
    static let notStoredList = [
        Text(
            "Ikke fødselsnummer. Innlesing av regneark tar ikke imot det.",
            nn: "Ikkje fødselsnummer. Innlesing av rekneark tek ikkje imot det."),
        Text("Ikke diagnoser eller hvorfor noen er borte.", nn: "Ikkje diagnosar eller kvifor nokon er borte."),
        Text("Ikke opplysninger om pasienter.", nn: "Ikkje opplysningar om pasientar."),
        Text(
            "Ikke dokumentasjon på læringsmål. Den hører hjemme i Kompetanseportalen.",
            nn: "Ikkje dokumentasjon på læringsmål. Han høyrer heime i Kompetanseportalen."),
    ]
    static let why = Text("Hvorfor", nn: "Kvifor")
    static let whyText = Text(
        "Kommunene skal legge til rette for utdanningen, ALIS-kontorene skal hjelpe dem, og sykehusene må vite hvem som kommer. Da trenger de en felles oversikt over hvem som er i utdanning, og når de trenger sykehustjeneste.",
        nn:
            "Kommunane skal leggje til rette for utdanninga, ALIS-kontora skal hjelpe dei, og sjukehusa må vite kven som kjem. Då treng dei ei felles oversikt over kven som er i utdanning, og når dei treng sjukehusteneste."
    )
    static let who = Text("Hvem ser hva", nn: "Kven ser kva")
    static let whoList = [
        Text("Legen ser alt om seg selv.", nn: "Legen ser alt om seg sjølv."),
        Text("Kommunen ser legene som arbeider eller har arbeidet der.", nn: "Kommunen ser legane som arbeider eller har arbeidd der."),
        Text("ALIS-kontoret ser legene i kommunene det følger opp.", nn: "ALIS-kontoret ser legane i kommunane det følgjer opp."),
        Text("Helseforetaket ser legene som ønsker tjeneste der.", nn: "Helseføretaket ser legane som ønskjer teneste der."),
        Text(
            "Veilederen ser veiledningen, planen og læringsmålene til sine egne leger, men ikke hvorfor noen er borte.",
            nn: "Rettleiaren ser rettleiinga, planen og læringsmåla til sine eigne legar, men ikkje kvifor nokon er borte."),
        Text(
            "Notater fra veiledningen leses av legen og veilederen alene. Ingen andre roller åpner dem.",
            nn: "Notat frå rettleiinga blir lesne av legen og rettleiaren åleine. Ingen andre roller opnar dei."),
        Text("Helsedirektoratet ser utdanningsløpene uten navn.", nn: "Helsedirektoratet ser utdanningsløpa utan namn."),
        Text(
            "Administratorer ser alt annet, og det de endrer, står med navn.",
            nn: "Administratorar ser alt anna, og det dei endrar, står med namn."),
        Text(
            "Alle kan se de offentlige tallene. Der er antall fra 1 til 4 skjult.",
            nn: "Alle kan sjå dei offentlege tala. Der er tal frå 1 til 4 skjulte."),
    ]
    static let howLong = Text("Hvor lenge", nn: "Kor lenge")
    static let howLongParts = [
        Text(
            "Alis skriver aldri over. En rettelse legges til, og det gamle blir stående i historien med hvem som skrev det, og når. Slik kan tall fra i fjor lages igjen, og feil spores.",
            nn:
                "Alis skriv aldri over. Ei retting blir lagd til, og det gamle blir ståande i historia med kven som skreiv det, og når. Slik kan tal frå i fjor lagast igjen, og feil sporast."
        ),
        Text(
            "Alis sletter ikke av seg selv. Hvor lenge opplysninger skal stå, og når de skal slettes eller gjøres navnløse, bestemmer den som driver løsningen.",
            nn:
                "Alis slettar ikkje av seg sjølv. Kor lenge opplysningar skal stå, og når dei skal slettast eller gjerast namnlause, avgjer den som driv løysinga."
        ),
    ]
    static let rights = Text("Dine rettigheter", nn: "Rettane dine")
    static let rightsParts = [
        Text(
            "Du kan be om å se alt som er lagret om deg, få feil rettet, be om sletting eller protestere. Spør kommunen din eller ALIS-kontoret først; de kan rette det meste med en gang.",
            nn:
                "Du kan be om å sjå alt som er lagra om deg, få feil retta, be om sletting eller protestere. Spør kommunen din eller ALIS-kontoret først; dei kan rette det meste med ein gong."
        ),
        Text(
            "Er du ikke enig i svaret, kan du klage til Datatilsynet.", nn: "Er du ikkje samd i svaret, kan du klage til Datatilsynet."),
    ]
    static let cookies = Text("Informasjonskapsler", nn: "Informasjonskapslar")
    static let cookiesText = Text(
        "Alis bruker to: en som husker at du er logget inn, og en som husker målformen din. Ingen måler bruken, og ingenting hentes fra andre nettsteder.",
        nn:
            "Alis bruker to: ein som hugsar at du er logga inn, og ein som hugsar målforma di. Ingen måler bruken, og ingenting blir henta frå andre nettstader."
    )
    static let `operator` = Text("Hvem som har ansvaret", nn: "Kven som har ansvaret")
    static let operatorText = Text(
        "Alis er et program som noen driver. Den som driver det, er den som bestemmer dette og skal si det til dem det gjelder:",
        nn: "Alis er eit program som nokon driv. Den som driv det, er den som avgjer dette og skal seie det til dei det gjeld:")
    static let operatorList = [
        Text(
            "hvem som er behandlingsansvarlig, og hvordan du når personvernombudet",
            nn: "kven som er behandlingsansvarleg, og korleis du når personvernombodet"),
        Text("hvilket lovgrunnlag opplysningene behandles etter", nn: "kva lovgrunnlag opplysningane blir behandla etter"),
        Text(
            "hvor lenge de oppbevares, og hvor serveren og sikkerhetskopiene står",
            nn: "kor lenge dei blir oppbevarte, og kvar tenaren og tryggingskopiane står"),
        Text("hvem som får tilgang, og hvordan det følges opp", nn: "kven som får tilgang, og korleis det blir følgt opp"),
    ]
}
