import AlisDomain

/// Texts about columns, rows and questions.
extension ImportPageTexts {
    static let understood = Text("Slik forstod vi kolonnene", nn: "Slik forstod vi kolonnane")
    static func columnCount(read: Int, unread: Int) -> Text {
        Text("\(read) leses, \(unread) leses ikke", nn: "\(read) blir lesne, \(unread) blir ikkje lesne")
    }
    static let understoodHint = Text(
        "Er noe galt, kan du endre det her. Prøvekjøringen gjøres da på nytt.",
        nn: "Er noko gale, kan du endre det her. Prøvekøyringa blir då gjord på nytt.")
    static let saveColumns = Text("Bruk dette", nn: "Bruk dette")
    static let meaning = Text("Forstått som", nn: "Forstått som")
    static let readAs = Text("Les som", nn: "Les som")
    static let notRead = Text("– leses ikke –", nn: "– blir ikkje lesen –")
    static func sheet(_ name: String) -> Text { Text("Arket «\(name)»", nn: "Arket «\(name)»") }
    static let readSheet = Text("Les arket", nn: "Les arket")
    static let headerRowHint = Text("Tomt når arket ikke har overskrifter.", nn: "Tomt når arket ikkje har overskrifter.")
    static let sheetPlace = Text("Kommune for alle radene", nn: "Kommune for alle radene")
    static let sheetPlaceHint = Text("Når arket ikke har en kolonne for kommune.", nn: "Når arket ikkje har ein kolonne for kommune.")

    static func waitingTitle(_ count: Int) -> Text {
        count == 1 ? Text("1 ting å se på", nn: "1 ting å sjå på") : Text("\(count) ting å se på", nn: "\(count) ting å sjå på")
    }
    static let waitingText = Text(
        "Radene venter til du har svart her, eller til du har rettet dem i regnearket og sendt det på nytt.",
        nn: "Radene ventar til du har svart her, eller til du har retta dei i reknearket og sendt det på nytt.")
    static let saveAnswers = Text("Lagre svarene", nn: "Lagre svara")
    static func answerCount(_ count: Int) -> Text {
        count == 1
            ? Text("Du har gitt 1 svar.", nn: "Du har gitt 1 svar.") : Text("Du har gitt \(count) svar.", nn: "Du har gitt \(count) svar.")
    }
    static let forgetAll = Text("Glem svarene", nn: "Gløym svara")
    static let takeAlong = Text("Ta raden med likevel", nn: "Ta med rada likevel")
    static func yes(_ meant: String) -> Text { Text("Ja, «\(meant)»", nn: "Ja, «\(meant)»") }
    static let writeRight = Text("Skal være:", nn: "Skal vere:")
    static let writeOther = Text("Eller noe annet:", nn: "Eller noko anna:")
    static func alsoIn(_ rows: [Int]) -> Text {
        let list = rows.prefix(20).map(String.init).joined(separator: ", ") + (rows.count > 20 ? " …" : "")
        return Text("Svaret gjelder \(rows.count) rader: \(list)", nn: "Svaret gjeld \(rows.count) rader: \(list)")
    }

    static let what = Text("Hva", nn: "Kva")
    static func changesTitle(_ count: Int) -> Text { Text("Endres (\(count))", nn: "Blir endra (\(count))") }
    static func additionsTitle(_ count: Int) -> Text { Text("Nye (\(count))", nn: "Nye (\(count))") }
    static func noticesTitle(_ count: Int) -> Text { Text("Verdt å vite (\(count))", nn: "Verdt å vite (\(count))") }
    static func unchangedTitle(_ count: Int) -> Text { Text("Uendret (\(count))", nn: "Uendra (\(count))") }
    /// What is assumed of a column that says nothing, for many rows at once.
    static func assumed(_ field: ImportField, rows: Int) -> Text {
        field == .wishPercent
            ? Text(
                "På \(rows) rader står ikke ønsket stillingsprosent. Da bruker vi 100 %.",
                nn: "På \(rows) rader står ikkje ønskt stillingsprosent. Då bruker vi 100 %.")
            : Text(
                "På \(rows) rader står ikke «Ansatt fra». Da bruker vi dagen utdanningen begynner når den er ny, ellers dagen listen gjelder per.",
                nn:
                    "På \(rows) rader står ikkje «Tilsett frå». Då bruker vi dagen utdanninga tek til når ho er ny, elles dagen lista gjeld per."
            )
    }
    static func takenTitle(_ count: Int) -> Text { Text("Tatt inn (\(count))", nn: "Tekne inn (\(count))") }
    static let asInRegister = Text("som i registeret", nn: "som i registeret")
    static func notInFileTitle(_ count: Int) -> Text {
        Text("I registeret, men ikke i filen (\(count))", nn: "I registeret, men ikkje i fila (\(count))")
    }
    static let notInFileText = Text(
        "Ingenting skjer med dem. Er noen sluttet, registrer det på legens side eller skriv sluttdatoen i filen.",
        nn: "Ingenting skjer med dei. Har nokon slutta, registrer det på sida til legen eller skriv sluttdatoen i fila.")
}
