import AlisDomain

/// Texts of the catalogue of learning objectives as a file.
enum CatalogueTexts {
    static let title = Text("Les inn læringsmålkatalog", nn: "Les inn læringsmålkatalog")
    static let lede = Text(
        "Katalogen gjelder hele landet, og leses inn av Helsedirektoratet eller en administrator. Et sett som leses inn, tar plassen til eksempelet; det legene har, blir stående.",
        nn:
            "Katalogen gjeld heile landet, og blir lesen inn av Helsedirektoratet eller ein administrator. Eit sett som blir lese inn, tek plassen til eksempelet; det legane har, blir ståande."
    )
    static let hint = Text(
        "Skriv av forskriften eller bruk Helsedirektoratets liste. Rader for dager filen ikke nevner, blir stående.",
        nn: "Skriv av forskrifta eller bruk lista til Helsedirektoratet. Rader for dagar fila ikkje nemner, blir ståande.")
    static let templateTitle = Text("Mal for læringsmålkatalog", nn: "Mal for læringsmålkatalog")
    static let sheet = Text("Læringsmål", nn: "Læringsmål")
    static let see = Text("Se katalogen", nn: "Sjå katalogen")
    static let addedMeaning = Text("Koden er ikke lest inn før.", nn: "Koden er ikkje lesen inn før.")
    static let changedMeaning = Text(
        "Filen sier noe annet enn det som er lest inn før.", nn: "Fila seier noko anna enn det som er lese inn før.")
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
