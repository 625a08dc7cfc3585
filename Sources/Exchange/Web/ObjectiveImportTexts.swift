import AlisDomain

/// Texts of reading in reports and catalogues of learning objectives.
enum ObjectiveImportTexts {
    static let reportTitle = Text("Les inn rapport fra Kompetanseportalen", nn: "Les inn rapport frå Kompetanseportalen")
    static let reportLede = Text(
        "Status for læringsmål, for én lege eller for flere med HPR-nummer. Ingenting lagres før du har sett hva som blir annerledes.",
        nn:
            "Status for læringsmål, for éin lege eller for fleire med HPR-nummer. Ingenting blir lagra før du har sett kva som blir annleis."
    )
    static func reportFor(_ name: String) -> Text {
        Text("Rapporten gjelder \(name).", nn: "Rapporten gjeld \(name).")
    }
    static let assumption = Text(
        "Vi har ikke sett portalens egen rapport, og kjenner den igjen på vanlige ord: kode, status, dato og HPR-nummer. Blir en kolonne ikke kjent igjen, velger du den selv i neste trinn.",
        nn:
            "Vi har ikkje sett rapporten til portalen, og kjenner han igjen på vanlege ord: kode, status, dato og HPR-nummer. Blir ein kolonne ikkje kjend igjen, vel du han sjølv i neste steg."
    )
    static let privacy = Text(
        "Bare kode, status, dag og HPR-nummer brukes. Det som ligner et fødselsnummer, tas bort når filen leses.",
        nn: "Berre kode, status, dag og HPR-nummer blir brukte. Det som liknar eit fødselsnummer, blir teke bort når fila blir lesen.")
    static let reportDay = Text("Rapportens dato", nn: "Datoen på rapporten")
    static let reportDayHint = Text(
        "La stå tomt, så leter vi i filen og i filnavnet.", nn: "Lat stå tomt, så leitar vi i fila og i filnamnet.")
    static let reportDayAsked = Text(
        "Dagen rapporten ble tatt ut, for eksempel 12.10.2026.", nn: "Dagen rapporten blei teken ut, til dømes 12.10.2026.")
    static let dayAhead = Text(
        "Rapporten kan ikke være fra en dag som ikke er kommet.", nn: "Rapporten kan ikkje vere frå ein dag som ikkje er komen.")
    static let dayAssumed = Text(
        "Vi fant ingen dato i filen og bruker dagen i dag. Rett den før du tar inn rapporten: en eldre rapport skal ikke overstyre det som er nyere.",
        nn:
            "Vi fann ingen dato i fila og bruker dagen i dag. Rett han før du tek inn rapporten: ein eldre rapport skal ikkje overstyre det som er nyare."
    )
    static let file = Text("Fil", nn: "Fil")
    static let fileHint = Text("Excel (.xlsx) eller CSV, høyst 8 MB.", nn: "Excel (.xlsx) eller CSV, høgst 8 MB.")
    static let noFile = Text("Velg en fil.", nn: "Vel ei fil.")
    static let read = Text("Les filen", nn: "Les fila")
    static let columns = Text("Slik er kolonnene forstått", nn: "Slik er kolonnane forståtte")
    static func columnsMissing(_ names: String) -> Text {
        Text(
            "Vi fant ikke alle kolonnene. Det mangler: \(names). Velg hvor det står, og trykk «Les på nytt».",
            nn: "Vi fann ikkje alle kolonnane. Det manglar: \(names). Vel kvar det står, og trykk «Les på nytt».")
    }
    static let headerRow = Text("Overskriftene står i rad", nn: "Overskriftene står i rad")
    static let headerRowHint = Text(
        "Radnummeret i regnearket. Tomt når filen ikke har overskrifter.",
        nn: "Radnummeret i reknearket. Tomt når fila ikkje har overskrifter.")
    static func noSuchRow(_ text: String, last: Int) -> Text {
        Text(
            "«\(text)» er ikke en rad med innhold i filen. Skriv et tall fra 1 til \(last), eller la feltet stå tomt.",
            nn: "«\(text)» er ikkje ei rad med innhald i fila. Skriv eit tal frå 1 til \(last), eller lat feltet stå tomt.")
    }
    static func chosenTwice(_ column: Text, _ other: String) -> Text {
        Text(
            "«\(column.nb)» er alt valgt for kolonne \(other). Velg bare én.",
            nn: "«\(column.nn)» er alt vald for kolonne \(other). Vel berre éin.")
    }
    static func refused(_ name: String, _ why: Text) -> Text { Text("«\(name)»: \(why.nb)", nn: "«\(name)»: \(why.nn)") }
    static let column = Text("Kolonne", nn: "Kolonne")
    static let examples = Text("Eksempler", nn: "Døme")
    static let meaning = Text("Betyr", nn: "Tyder")
    static let notRead = Text("Leses ikke", nn: "Blir ikkje lesen")
    static let readAgain = Text("Les på nytt", nn: "Les på nytt")
    static func leftOut(_ count: Int) -> Text {
        Text("\(count) felt som ligner fødselsnummer, er tatt bort.", nn: "\(count) felt som liknar fødselsnummer, er tekne bort.")
    }
    static let nothing = Text("Filen har ingen rader vi kan lese.", nn: "Fila har ingen rader vi kan lese.")
    static let nothingNew = Text("Filen sier ikke noe nytt.", nn: "Fila seier ikkje noko nytt.")
    static func take(_ count: Int) -> Text {
        count == 1 ? Text("Ta inn 1 rad", nn: "Ta inn 1 rad") : Text("Ta inn \(count) rader", nn: "Ta inn \(count) rader")
    }
    static func takeAndChosen(_ count: Int) -> Text {
        count == 1
            ? Text("Ta inn 1 rad og dem du krysser av", nn: "Ta inn 1 rad og dei du kryssar av")
            : Text("Ta inn \(count) rader og dem du krysser av", nn: "Ta inn \(count) rader og dei du kryssar av")
    }
    static let takeChosen = Text("Ta inn dem du krysser av", nn: "Ta inn dei du kryssar av")
    static func takenIn(_ count: Int) -> Text {
        count == 1
            ? Text("1 rad er tatt inn.", nn: "1 rad er teken inn.")
            : Text("\(count) rader er tatt inn.", nn: "\(count) rader er tekne inn.")
    }
    static let stale = Text(
        "Noe er endret siden du så listen. Ingenting ble tatt inn. Se over på nytt.",
        nn: "Noko er endra sidan du såg lista. Ingenting blei teke inn. Sjå over på nytt.")
    static let drop = Text("Forkast filen", nn: "Forkast fila")
    static let layAside = Text("Legg bort filen", nn: "Legg bort fila")
    static let takenStays = Text("Det som er tatt inn, blir stående.", nn: "Det som er teke inn, blir ståande.")
    static let laidAside = Text(
        "Filen er lagt bort. Det som ble tatt inn, blir stående.", nn: "Fila er lagd bort. Det som blei teke inn, blir ståande.")
    static let dryRunLede = Text(
        "Dette er en prøve. Ingenting er lagret før du tar inn radene.", nn: "Dette er ei prøve. Ingenting er lagra før du tek inn radene.")
    static let takenLede = Text("Rader fra filen er tatt inn.", nn: "Rader frå fila er tekne inn.")
    static let seeCatalogue = Text("Se katalogen", nn: "Sjå katalogen")
    static let seeDoctors = Text("Se læringsmålene:", nn: "Sjå læringsmåla:")
    static let row = Text("Rad", nn: "Rad")
    static let doctor = Text("Lege", nn: "Lege")
    static let objective = Text("Læringsmål", nn: "Læringsmål")
    static let before = Text("Før", nn: "Før")
    static let after = Text("Etter", nn: "Etter")
    static let why = Text("Hvorfor", nn: "Kvifor")
    static func added(_ count: Int) -> Text { count == 1 ? Text("ny", nn: "ny") : Text("nye", nn: "nye") }
    static let addedMeaning = Text("Det var ikke ført noe om målet fra før.", nn: "Det var ikkje ført noko om målet frå før.")
    static let changed = Text("endres", nn: "blir endra")
    static let changedMeaning = Text("Rapporten sier noe annet, og er nyere.", nn: "Rapporten seier noko anna, og er nyare.")
    static let confirmed = Text("bekreftes", nn: "blir stadfesta")
    static let confirmedMeaning = Text(
        "Samme status som før; kilden blir denne rapporten.", nn: "Same status som før; kjelda blir denne rapporten.")
    static let same = Text("uendret", nn: "uendra")
    static let sameMeaning = Text("Står slik allerede. Ingenting gjøres.", nn: "Står slik allereie. Ingenting blir gjort.")
    static let lower = Text("er lavere enn det vi har", nn: "er lågare enn det vi har")
    static let lowerMeaning = Text(
        "Rapporten sier mindre enn det som er ført. Kryss av dem som skal tas inn likevel.",
        nn: "Rapporten seier mindre enn det som er ført. Kryss av dei som skal takast inn likevel.")
    static let older = Text("er eldre enn det vi har", nn: "er eldre enn det vi har")
    static let olderMeaning = Text(
        "Det som er ført, er nyere enn rapporten. Det får stå.", nn: "Det som er ført, er nyare enn rapporten. Det får stå.")
    static let waiting = Text("venter", nn: "ventar")
    static let waitingMeaning = Text(
        "Disse kan ikke tas inn slik de er. Rett dem i filen og les den inn på nytt. Resten kan tas inn nå.",
        nn: "Desse kan ikkje takast inn slik dei er. Rett dei i fila og les ho inn på nytt. Resten kan takast inn no.")
    static let waitingAlone = Text(
        "Disse kan ikke tas inn slik de er. Rett dem i filen og les den inn på nytt; det som er tatt inn før, står.",
        nn: "Desse kan ikkje takast inn slik dei er. Rett dei i fila og les ho inn på nytt; det som er teke inn før, står.")
    static func more(_ count: Int) -> Text { Text("og \(count) til", nn: "og \(count) til") }
    static let assumedDay = Text("dagen mangler, rapportens dato brukes", nn: "dagen manglar, datoen på rapporten blir brukt")

    static func sentence(_ problem: ObjectiveReportRow.Problem) -> Text {
        switch problem {
        case .noCode: Text("Koden for læringsmålet mangler. Skriv den i filen.", nn: "Koden for læringsmålet manglar. Skriv han i fila.")
        case .withLeader: ObjectiveActTexts.withLeader
        case .unknownCode(let text):
            Text(
                "«\(text)» er ikke et mål i katalogen. Rett koden etter læringsmålkatalogen.",
                nn: "«\(text)» er ikkje eit mål i katalogen. Rett koden etter læringsmålkatalogen.")
        case .noStatus:
            Text(
                "Status mangler. Skriv ikke begynt, i gang, anbefalt eller godkjent.",
                nn: "Status manglar. Skriv ikkje byrja, i gang, tilrådd eller godkjent.")
        case .unknownStatus(let text):
            Text(
                "«\(text)» er ikke en status vi kjenner. Skriv ikke begynt, i gang, anbefalt eller godkjent.",
                nn: "«\(text)» er ikkje ein status vi kjenner. Skriv ikkje byrja, i gang, tilrådd eller godkjent.")
        case .unreadableDay(let text):
            Text("«\(text)» er ikke en dato. Skriv for eksempel 3.5.2026.", nn: "«\(text)» er ikkje ein dato. Skriv til dømes 3.5.2026.")
        case .dayAhead(let day):
            Text(
                "\(day.norwegian) er etter rapportens dato. Rett datoen på raden eller på rapporten.",
                nn: "\(day.norwegian) er etter datoen på rapporten. Rett datoen på rada eller på rapporten.")
        case .noDoctor:
            Text(
                "HPR-nummer mangler. Gjelder filen én lege, åpner du innlesingen fra legens side.",
                nn: "HPR-nummer manglar. Gjeld fila éin lege, opnar du innlesinga frå sida til legen.")
        case .noHPR(let text):
            Text("«\(text)» er ikke et HPR-nummer. Det har 7–9 siffer.", nn: "«\(text)» er ikkje eit HPR-nummer. Det har 7–9 siffer.")
        case .unknownDoctor(let number):
            Text(
                "Ingen av legene du fører status for, har HPR-nummer \(number). Er nummeret riktig, fører en annen kommune status for legen.",
                nn:
                    "Ingen av legane du fører status for, har HPR-nummer \(number). Er nummeret rett, fører ein annan kommune status for legen."
            )
        case .twice(let line):
            Text(
                "Målet står også i rad \(line), med en annen status. Ta bort den ene raden.",
                nn: "Målet står òg i rad \(line), med ein annan status. Ta bort den eine rada.")
        }
    }

    // MARK: The catalogue

    static let catalogueTitle = Text("Les inn læringsmålkatalog", nn: "Les inn læringsmålkatalog")
    static let catalogueLede = Text(
        "Katalogen gjelder hele landet, og leses inn av Helsedirektoratet eller en administrator. Et sett som leses inn, tar plassen til eksempelet; det legene har, blir stående.",
        nn:
            "Katalogen gjeld heile landet, og blir lesen inn av Helsedirektoratet eller ein administrator. Eit sett som blir lese inn, tek plassen til eksempelet; det legane har, blir ståande."
    )
    static let catalogueHint = Text(
        "Skriv av forskriften eller bruk Helsedirektoratets liste. Rader for dager filen ikke nevner, blir stående.",
        nn: "Skriv av forskrifta eller bruk lista til Helsedirektoratet. Rader for dagar fila ikkje nemner, blir ståande.")
    static let template = Text("Last ned mal", nn: "Last ned mal")
    static let templateTitle = Text("Mal for læringsmålkatalog", nn: "Mal for læringsmålkatalog")
    static let sheetName = Text("Læringsmål", nn: "Læringsmål")
    static let explanations = Text("Forklaring", nn: "Forklaring")
    static let catalogueAddedMeaning = Text("Koden er ikke lest inn før.", nn: "Koden er ikkje lesen inn før.")
    static let catalogueChangedMeaning = Text(
        "Filen sier noe annet enn det som er lest inn før.", nn: "Fila seier noko anna enn det som er lese inn før.")
    static let catalogueChanged = Text("endres", nn: "blir endra")
    static func unknownReplaced(_ codes: String) -> Text {
        Text(
            "Erstatter mål vi ikke kjenner: \(codes). Radene kan tas inn likevel.",
            nn: "Erstattar mål vi ikkje kjenner: \(codes). Radene kan takast inn likevel.")
    }

    /// What is begun in the objectives that a catalogue replaces, and what becomes of it.
    static func underWay(_ found: ObjectivesUnderWay) -> Text {
        let (doctors, objectives, waiting) = (found.doctors, found.objectives, found.waiting)
        let who =
            doctors == 1
            ? Text("1 lege har noe under vei i det som byttes ut", nn: "1 lege har noko i gang i det som blir bytt ut")
            : Text("\(doctors) leger har noe under vei i det som byttes ut", nn: "\(doctors) legar har noko i gang i det som blir bytt ut")
        let what =
            waiting == 0
            ? Text("\(objectives) mål i alt.", nn: "\(objectives) mål i alt.")
            : Text(
                "\(objectives) mål i alt, og \(waiting) av dem venter på kommunens leder.",
                nn: "\(objectives) mål i alt, og \(waiting) av dei ventar på leiaren i kommunen.")
        return Text(
            "\(who.nb): \(what.nb) Alt blir stående i legens liste, og kan gjøres ferdig i det gamle målet.",
            nn: "\(who.nn): \(what.nn) Alt blir ståande i lista til legen, og kan gjerast ferdig i det gamle målet.")
    }

    static func explanation(_ column: CatalogueColumn) -> Text {
        switch column {
        case .code: Text("Bokstaver, tall og bindestrek, for eksempel ALM-055", nn: "Bokstavar, tal og bindestrek, til dømes ALM-055")
        case .set:
            Text("ALM, FKM eller SAM; kan sløyfes når koden begynner slik", nn: "ALM, FKM eller SAM; kan sløyfast når koden byrjar slik")
        case .version: Text("For eksempel 2026; valgfritt", nn: "Til dømes 2026; valfritt")
        case .from: Text("Første dag målet kreves", nn: "Første dag målet blir kravt")
        case .through: Text("Siste dag; tomt når målet fortsatt kreves", nn: "Siste dag; tomt når målet framleis blir kravt")
        case .end: Text("Brukes ikke i malen", nn: "Blir ikkje brukt i malen")
        case .replaces: Text("Kodene målet kom i stedet for, med komma mellom", nn: "Kodane målet kom i staden for, med komma mellom")
        case .nb: Text("Målets tittel slik kilden har den", nn: "Tittelen på målet slik kjelda har han")
        case .nn: Text("Tittel på nynorsk; tomt gir bokmålstittelen", nn: "Tittel på nynorsk; tomt gir bokmålstittelen")
        case .source: Text("Hvor teksten er hentet", nn: "Kvar teksten er henta")
        case .sample: Text("Ja når raden bare er et eksempel", nn: "Ja når rada berre er eit døme")
        }
    }

    static func sentence(_ problem: CatalogueRow.Problem) -> Text {
        switch problem {
        case .noCode: Text("Koden mangler. Skriv den i filen.", nn: "Koden manglar. Skriv han i fila.")
        case .badCode(let text):
            Text(
                "«\(text)» kan ikke være en kode: bare bokstaver a–z, tall og bindestrek.",
                nn: "«\(text)» kan ikkje vere ein kode: berre bokstavane a–z, tal og bindestrek.")
        case .noSet(let text):
            Text(
                "«\(text)» er ikke i settet ALM, FKM eller SAM. Rett koden, eller skriv settet i en egen kolonne.",
                nn: "«\(text)» er ikkje i settet ALM, FKM eller SAM. Rett koden, eller skriv settet i ein eigen kolonne.")
        case .noTitle: Text("Tittelen på bokmål mangler.", nn: "Tittelen på bokmål manglar.")
        case .noFrom: Text("Første dag mangler. Skriv for eksempel 1.3.2026.", nn: "Første dag manglar. Skriv til dømes 1.3.2026.")
        case .unreadableDay(let text):
            Text("«\(text)» er ikke en dato. Skriv for eksempel 1.3.2026.", nn: "«\(text)» er ikkje ein dato. Skriv til dømes 1.3.2026.")
        case .endBeforeStart: Text("Siste dag er før første dag.", nn: "Siste dag er før første dag.")
        case .badReplaces(let text):
            Text(
                "«\(text)» under «Erstatter» kan ikke være en kode. Skriv koder med komma mellom.",
                nn: "«\(text)» under «Erstattar» kan ikkje vere ein kode. Skriv kodar med komma mellom.")
        case .overlap(let line):
            Text(
                "Gjelder samtidig med rad \(line). La den ene slutte før den andre begynner.",
                nn: "Gjeld samtidig med rad \(line). Lat den eine slutte før den andre tek til.")
        case .sibling(let line):
            Text(
                "Samme kode har en feil i rad \(line). En kode tas inn hel, når alle radene er rettet.",
                nn: "Same kode har ein feil i rad \(line). Ein kode blir teken inn heil, når alle radene er retta.")
        }
    }
}
