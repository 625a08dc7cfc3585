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
    static let columnsMissing = Text(
        "Vi fant ikke alle kolonnene. Velg dem her, og trykk «Les på nytt».",
        nn: "Vi fann ikkje alle kolonnane. Vel dei her, og trykk «Les på nytt».")
    static let headerRow = Text("Overskriftene står i rad", nn: "Overskriftene står i rad")
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
    static let row = Text("Rad", nn: "Rad")
    static let doctor = Text("Lege", nn: "Lege")
    static let objective = Text("Læringsmål", nn: "Læringsmål")
    static let before = Text("Før", nn: "Før")
    static let after = Text("Etter", nn: "Etter")
    static let why = Text("Hvorfor", nn: "Kvifor")
    static let added = Text("nye", nn: "nye")
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
        "Radene kan ikke tas inn slik de er. Resten kan tas inn nå.",
        nn: "Radene kan ikkje takast inn slik dei er. Resten kan takast inn no.")
    static func more(_ count: Int) -> Text { Text("og \(count) til", nn: "og \(count) til") }
    static let assumedDay = Text("dagen mangler, rapportens dato brukes", nn: "dagen manglar, datoen på rapporten blir brukt")

    static func sentence(_ problem: ObjectiveReportRow.Problem) -> Text {
        switch problem {
        case .noCode: Text("Koden for læringsmålet mangler.", nn: "Koden for læringsmålet manglar.")
        case .unknownCode(let text):
            Text("«\(text)» er ikke et mål i katalogen.", nn: "«\(text)» er ikkje eit mål i katalogen.")
        case .noStatus: Text("Status mangler.", nn: "Status manglar.")
        case .unknownStatus(let text):
            Text(
                "«\(text)» er ikke en status vi kjenner. Skriv ikke begynt, i gang, anbefalt eller godkjent.",
                nn: "«\(text)» er ikkje ein status vi kjenner. Skriv ikkje byrja, i gang, tilrådd eller godkjent.")
        case .unreadableDay(let text): Text("«\(text)» er ikke en dato.", nn: "«\(text)» er ikkje ein dato.")
        case .dayAhead(let day):
            Text(
                "\(day.norwegian) er etter rapportens dato. Rett datoen på raden eller på rapporten.",
                nn: "\(day.norwegian) er etter datoen på rapporten. Rett datoen på rada eller på rapporten.")
        case .noDoctor:
            Text(
                "HPR-nummer mangler. Gjelder filen én lege, åpner du innlesingen fra legens side.",
                nn: "HPR-nummer manglar. Gjeld fila éin lege, opnar du innlesinga frå sida til legen.")
        case .noHPR(let text): Text("«\(text)» er ikke et HPR-nummer.", nn: "«\(text)» er ikkje eit HPR-nummer.")
        case .unknownDoctor(let number):
            Text(
                "Ingen av legene du fører status for, har HPR-nummer \(number).",
                nn: "Ingen av legane du fører status for, har HPR-nummer \(number).")
        case .twice(let line):
            Text("Målet står også i rad \(line), med en annen status.", nn: "Målet står òg i rad \(line), med ein annan status.")
        }
    }

    // MARK: The catalogue

    static let catalogueTitle = Text("Les inn læringsmålkatalog", nn: "Les inn læringsmålkatalog")
    static let catalogueLede = Text(
        "Katalogen gjelder hele landet. Et sett som leses inn, tar plassen til eksempelet; det legene har, blir stående.",
        nn: "Katalogen gjeld heile landet. Eit sett som blir lese inn, tek plassen til eksempelet; det legane har, blir ståande.")
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
        case .noCode: Text("Koden mangler.", nn: "Koden manglar.")
        case .badCode(let text):
            Text(
                "«\(text)» kan ikke være en kode: bare bokstaver a–z, tall og bindestrek.",
                nn: "«\(text)» kan ikkje vere ein kode: berre bokstavane a–z, tal og bindestrek.")
        case .noSet(let text): Text("«\(text)» er ikke i settet ALM, FKM eller SAM.", nn: "«\(text)» er ikkje i settet ALM, FKM eller SAM.")
        case .noTitle: Text("Tittelen mangler.", nn: "Tittelen manglar.")
        case .noFrom: Text("Første dag mangler.", nn: "Første dag manglar.")
        case .unreadableDay(let text): Text("«\(text)» er ikke en dato.", nn: "«\(text)» er ikkje ein dato.")
        case .endBeforeStart: Text("Siste dag er før første dag.", nn: "Siste dag er før første dag.")
        case .badReplaces(let text): Text("«\(text)» kan ikke være en kode.", nn: "«\(text)» kan ikkje vere ein kode.")
        case .overlap(let line): Text("Gjelder samtidig med rad \(line).", nn: "Gjeld samtidig med rad \(line).")
        case .sibling(let line):
            Text("Samme kode har en feil i rad \(line).", nn: "Same kode har ein feil i rad \(line).")
        }
    }
}
