import AlisDomain

/// Texts of reports from Kompetanseportalen.
enum ReportTexts {
    static let title = Text("Les inn rapport fra Kompetanseportalen", nn: "Les inn rapport frå Kompetanseportalen")
    static let lede = Text(
        "Status for læringsmål, for én lege eller for flere med HPR-nummer. Ingenting lagres før du har sett hva som blir annerledes.",
        nn:
            "Status for læringsmål, for éin lege eller for fleire med HPR-nummer. Ingenting blir lagra før du har sett kva som blir annleis."
    )
    static func about(_ name: String) -> Text {
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
    static let day = Text("Rapportens dato", nn: "Datoen på rapporten")
    static let dayHint = Text(
        "La stå tomt, så leter vi i filen og i filnavnet.", nn: "Lat stå tomt, så leitar vi i fila og i filnamnet.")
    static let dayAsked = Text(
        "Dagen rapporten ble tatt ut, for eksempel 12.10.2026.", nn: "Dagen rapporten blei teken ut, til dømes 12.10.2026.")
    static let dayAhead = Text(
        "Rapporten kan ikke være fra en dag som ikke er kommet.", nn: "Rapporten kan ikkje vere frå ein dag som ikkje er komen.")
    static let dayAssumed = Text(
        "Vi fant ingen dato i filen og bruker dagen i dag. Rett den før du tar inn rapporten: en eldre rapport skal ikke overstyre det som er nyere.",
        nn:
            "Vi fann ingen dato i fila og bruker dagen i dag. Rett han før du tek inn rapporten: ein eldre rapport skal ikkje overstyre det som er nyare."
    )
    static func takeAndChosen(_ count: Int) -> Text {
        count == 1
            ? Text("Ta inn 1 rad og dem du krysser av", nn: "Ta inn 1 rad og dei du kryssar av")
            : Text("Ta inn \(count) rader og dem du krysser av", nn: "Ta inn \(count) rader og dei du kryssar av")
    }
    static let takeChosen = Text("Ta inn dem du krysser av", nn: "Ta inn dei du kryssar av")
    static let seeDoctors = Text("Se læringsmålene:", nn: "Sjå læringsmåla:")
    static let doctor = Text("Lege", nn: "Lege")
    static let objective = Text("Læringsmål", nn: "Læringsmål")
    static let addedMeaning = Text("Det var ikke ført noe om målet fra før.", nn: "Det var ikkje ført noko om målet frå før.")
    static let changedMeaning = Text("Rapporten sier noe annet, og er nyere.", nn: "Rapporten seier noko anna, og er nyare.")
    static let confirmed = Text("bekreftes", nn: "blir stadfesta")
    static let confirmedMeaning = Text(
        "Samme status som før; kilden blir denne rapporten.", nn: "Same status som før; kjelda blir denne rapporten.")
    static let lower = Text("er lavere enn det vi har", nn: "er lågare enn det vi har")
    static let lowerMeaning = Text(
        "Rapporten sier mindre enn det som er ført. Kryss av dem som skal tas inn likevel.",
        nn: "Rapporten seier mindre enn det som er ført. Kryss av dei som skal takast inn likevel.")
    static let older = Text("er eldre enn det vi har", nn: "er eldre enn det vi har")
    static let olderMeaning = Text(
        "Det som er ført, er nyere enn rapporten. Det får stå.", nn: "Det som er ført, er nyare enn rapporten. Det får stå.")
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
}
