import AlisDomain

/// What the error pages say.
package enum ErrorTexts {
    package static let toStart = Text("Til forsiden", nn: "Til framsida")
    package static let tryAgain = Text("Prøv igjen", nn: "Prøv igjen")
    package static let sentBeforeTitle = Text("Skjemaet er sendt før", nn: "Skjemaet er sendt før")
    package static func sentBefore(_ time: String?) -> Text {
        let when = time.map { " \($0)" } ?? ""
        return Text(
            "Dette skjemaet ble lagret\(when). Nå står det noe annet i det, og det er ikke lagret. Skal dette lagres også?",
            nn: "Dette skjemaet blei lagra\(when). No står det noko anna i det, og det er ikkje lagra. Skal dette lagrast òg?")
    }
    package static func sentForGood(_ time: String?) -> Text {
        let when = time.map { " \($0)" } ?? ""
        return Text(
            "Dette skjemaet ble sendt\(when), og kan bare sendes én gang. Det som står i det nå, er ikke lagret.",
            nn: "Dette skjemaet blei sendt\(when), og kan berre sendast éin gong. Det som står i det no, er ikkje lagra.")
    }
    package static let saveThisToo = Text("Lagre dette også", nn: "Lagre dette òg")
    package static let keptTyped = Text(
        "Det du skrev, er tatt vare på i knappen under.", nn: "Det du skreiv, er teke vare på i knappen under.")
    package static let brokenForm = Text(
        "Skjemaet kom ikke helt fram. Gå tilbake og send det på nytt.", nn: "Skjemaet kom ikkje heilt fram. Gå tilbake og send det på nytt."
    )
    package static let notFoundTitle = Text("Siden finnes ikke", nn: "Sida finst ikkje")
    package static let notFound = Text(
        "Adressen er feil, eller det den viste til, er fjernet eller ikke noe du har tilgang til.",
        nn: "Adressa er feil, eller det ho viste til, er fjerna eller ikkje noko du har tilgang til.")
    package static let forbiddenTitle = Text("Du har ikke tilgang", nn: "Du har ikkje tilgang")
    package static let forbidden = Text(
        "Rollen din gir ikke tilgang hit. Spør ALIS-kontoret ditt om det er feil.",
        nn: "Rolla di gir ikkje tilgang hit. Spør ALIS-kontoret ditt om det er feil.")
    package static let untrustedTitle = Text("Skjemaet kom fra et annet sted", nn: "Skjemaet kom frå ein annan stad")
    package static let untrusted = Text(
        "Av sikkerhetsgrunner tar vi bare imot skjemaer fra våre egne sider. Gå til forsiden og prøv derfra.",
        nn: "Av tryggleiksgrunnar tek vi berre imot skjema frå våre eigne sider. Gå til framsida og prøv derifrå.")
    package static let badRequestTitle = Text("Dette gikk ikke", nn: "Dette gjekk ikkje")
    package static let tooLargeTitle = Text("Filen er for stor", nn: "Fila er for stor")
    package static let tooLarge = Text(
        "Vi tar imot filer på inntil 20 MB. Del filen i flere, eller fjern bilder fra regnearket.",
        nn: "Vi tek imot filer på inntil 20 MB. Del fila i fleire, eller fjern bilete frå reknearket.")
    package static let formTooLargeTitle = Text("Skjemaet er for langt", nn: "Skjemaet er for langt")
    package static let formTooLarge = Text(
        "Det er mer enn vi tar imot i ett skjema, og ingenting er lagret. Gå tilbake, kort ned teksten, og send på nytt.",
        nn: "Det er meir enn vi tek imot i eitt skjema, og ingenting er lagra. Gå tilbake, kort ned teksten, og send på nytt.")
    package static let tooManyFilesTitle = Text("For mange filer samtidig", nn: "For mange filer samtidig")
    package static let tooManyFiles = Text(
        "Det blir sendt for mange filer akkurat nå, og din er ikke mottatt. Vent et minutt, og send den på nytt.",
        nn: "Det blir sendt for mange filer akkurat no, og di er ikkje motteken. Vent eit minutt, og send henne på nytt.")
    package static let noHost = Text(
        "Nettleseren sa ikke hvilken adresse den vil til. Prøv en annen nettleser.",
        nn: "Nettlesaren sa ikkje kva adresse han vil til. Prøv ein annan nettlesar.")
    package static let tooManyTitle = Text("For mange forsøk", nn: "For mange forsøk")
    package static func tooMany(minutes: Int) -> Text {
        Text("Vent \(minutes) minutter, og prøv igjen.", nn: "Vent \(minutes) minutt, og prøv igjen.")
    }
    package static let busyTitle = Text("Registeret er opptatt", nn: "Registeret er oppteke")
    package static let busy = Text(
        "Noen andre lagrer akkurat nå. Ingenting er endret. Prøv igjen om litt.",
        nn: "Nokon andre lagrar akkurat no. Ingenting er endra. Prøv igjen om litt.")
    package static let fullTitle = Text("Det er ikke plass til å lagre", nn: "Det er ikkje plass til å lagre")
    package static let full = Text(
        "Disken er full. Ingenting er endret. Si fra til den som drifter Alis, og prøv igjen etterpå.",
        nn: "Disken er full. Ingenting er endra. Sei frå til den som driftar Alis, og prøv igjen etterpå.")
    package static let readOnlyTitle = Text("Registeret kan bare leses nå", nn: "Registeret kan berre lesast no")
    package static let readOnly = Text(
        "Det pågår vedlikehold, så ingenting kan lagres. Ingenting er endret. Prøv igjen senere.",
        nn: "Det går føre seg vedlikehald, så ingenting kan lagrast. Ingenting er endra. Prøv igjen seinare.")
    package static let unreachableTitle = Text("Registeret svarer ikke", nn: "Registeret svarer ikkje")
    package static let unreachable = Text(
        "Vi får ikke kontakt med databasen. Ingenting er endret. Prøv igjen om et minutt.",
        nn: "Vi får ikkje kontakt med databasen. Ingenting er endra. Prøv igjen om eit minutt.")
    package static let unexpectedTitle = Text("Noe gikk galt hos oss", nn: "Noko gjekk gale hos oss")
    package static func unexpected(reference: String) -> Text {
        Text(
            "Ingenting er endret. Prøv igjen, og si fra med referansen \(reference) om det ikke hjelper.",
            nn: "Ingenting er endra. Prøv igjen, og sei frå med referansen \(reference) om det ikkje hjelper.")
    }
}
