import AlisDomain

/// Texts that every kind of file has.
enum FileTexts {
    static let file = Text("Fil", nn: "Fil")
    static let fileHint = Text("Excel (.xlsx) eller CSV, høyst 8 MB.", nn: "Excel (.xlsx) eller CSV, høgst 8 MB.")
    static let waitingTitle = Text("Filer som venter på deg", nn: "Filer som ventar på deg")
    static func waiting(_ count: Int, _ name: String) -> Text {
        count == 1
            ? Text("fil du har sendt inn, venter på deg: \(name)", nn: "fil du har sendt inn, ventar på deg: \(name)")
            : Text("filer du har sendt inn, venter på deg", nn: "filer du har sendt inn, ventar på deg")
    }
    static let read = Text("Les filen", nn: "Les fila")
    static let template = Text("Last ned mal", nn: "Last ned mal")
    static let explanations = Text("Forklaring", nn: "Forklaring")
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
    static let row = Text("Rad", nn: "Rad")
    static let before = Text("Før", nn: "Før")
    static let after = Text("Etter", nn: "Etter")
    static let why = Text("Hvorfor", nn: "Kvifor")
    static func added(_ count: Int) -> Text { count == 1 ? Text("ny", nn: "ny") : Text("nye", nn: "nye") }
    static let changed = Text("endres", nn: "blir endra")
    static let same = Text("uendret", nn: "uendra")
    static let sameMeaning = Text("Står slik allerede. Ingenting gjøres.", nn: "Står slik allereie. Ingenting blir gjort.")
    static let waiting = Text("venter", nn: "ventar")
    static let waitingMeaning = Text(
        "Disse kan ikke tas inn slik de er. Rett dem i filen og les den inn på nytt. Resten kan tas inn nå.",
        nn: "Desse kan ikkje takast inn slik dei er. Rett dei i fila og les ho inn på nytt. Resten kan takast inn no.")
    static let waitingAlone = Text(
        "Disse kan ikke tas inn slik de er. Rett dem i filen og les den inn på nytt; det som er tatt inn før, står.",
        nn: "Desse kan ikkje takast inn slik dei er. Rett dei i fila og les ho inn på nytt; det som er teke inn før, står.")
    static func more(_ count: Int) -> Text { Text("og \(count) til", nn: "og \(count) til") }
    static let noFile = Text("Velg en fil", nn: "Vel ei fil")
    static let dropped = Text("Filen er lagt bort. Ingenting ble endret.", nn: "Fila er lagd bort. Ingenting blei endra.")
    /// For whoever is asked whether the form of the columns is to be sent after all.
    static let setsColumns = Text("Lagrer hva kolonnene betyr", nn: "Lagrar kva kolonnane tyder")
}
