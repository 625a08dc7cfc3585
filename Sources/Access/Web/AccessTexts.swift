import AlisDomain

/// Texts about signing in and about people's access.
package enum AccessTexts {
    package static let signInTitle = Text("Logg inn", nn: "Logg inn")
    package static let demoLede = Text(
        "Dette er en øving. Velg en oppdiktet person, så er du inne. Ingen av dem finnes.",
        nn: "Dette er ei øving. Vel ein oppdikta person, så er du inne. Ingen av dei finst.")
    package static let linkLede = Text(
        "Du logger inn med en lenke som ALIS-kontoret ditt eller en administrator har gitt deg. Lenken virker én gang.",
        nn: "Du loggar inn med ei lenkje som ALIS-kontoret ditt eller ein administrator har gitt deg. Lenkja verkar éin gong.")
    package static let mustSignIn = Text("Logg inn for å komme til siden.", nn: "Logg inn for å kome til sida.")
    package static let linkUsed = Text(
        "Lenken er brukt eller har gått ut. Be om en ny.", nn: "Lenkja er brukt eller har gått ut. Be om ei ny.")
    static let linkReplaced = Text(
        "Det er laget en nyere lenke. Bruk den du fikk sist.", nn: "Det er laga ei nyare lenkje. Bruk den du fekk sist.")
    package static func continueAs(_ name: String) -> Text { Text("Logg inn som \(name)", nn: "Logg inn som \(name)") }
    package static let heldTitle = Text("Det du skrev, er tatt vare på", nn: "Det du skreiv, er teke vare på")
    static let heldGoneTitle = Text("Skjemaet ligger ikke her lenger", nn: "Skjemaet ligg ikkje her lenger")
    static let heldGone = Text(
        "Enten er det alt sendt, og da er det lagret, eller så er fristen for å sende det ute. Se etter på siden det gjaldt før du fyller ut på nytt.",
        nn:
            "Anten er det alt sendt, og då er det lagra, eller så er fristen for å sende det ute. Sjå etter på sida det galdt før du fyller ut på nytt."
    )
    static let heldGoneHome = Text("Til startsiden", nn: "Til startsida")
    package static let heldSignIn = Text(
        "Du var logget ut da du sendte skjemaet. Logg inn igjen i denne nettleseren innen en time, og kom tilbake til denne siden, så kan du sende det som det var.",
        nn:
            "Du var logga ut då du sende skjemaet. Logg inn igjen i denne nettlesaren innan ein time, og kom tilbake til denne sida, så kan du sende det som det var."
    )
    package static let heldReady = Text(
        "Du var logget ut da du sendte skjemaet. Her er det du skrev. Ingenting er lagret ennå.",
        nn: "Du var logga ut då du sende skjemaet. Her er det du skreiv. Ingenting er lagra enno.")
    package static let heldOldPage = Text(
        "Siden du sendte fra, var ikke fra denne innloggingen. Her er det du skrev. Ingenting er lagret ennå.",
        nn: "Sida du sende frå, var ikkje frå denne innlogginga. Her er det du skreiv. Ingenting er lagra enno.")
    package static let heldSend = Text("Send det nå", nn: "Send det no")
    static let heldAct = Text("Hva skjemaet gjør", nn: "Kva skjemaet gjer")
    static let heldPage = Text("Side", nn: "Side")
    static let heldWriter = Text("Skrevet av", nn: "Skrive av")
    package static let signedOutTitle = Text("Du er ikke logget inn", nn: "Du er ikkje logga inn")
    package static let signedOut = Text(
        "Ingenting er lagret. Logg inn i en ny fane, gå tilbake hit med nettleserens tilbakeknapp, og send skjemaet på nytt.",
        nn: "Ingenting er lagra. Logg inn i ei ny fane, gå tilbake hit med tilbakeknappen i nettlesaren, og send skjemaet på nytt.")
    package static let oldPageTitle = Text("Siden er fra en tidligere innlogging", nn: "Sida er frå ei tidlegare innlogging")
    package static let oldPage = Text(
        "Ingenting er gjort. Åpne siden på nytt, og gjør det derfra.", nn: "Ingenting er gjort. Opne sida på nytt, og gjer det derifrå.")
    package static let openAgain = Text("Åpne siden", nn: "Opne sida")
    package static let heldFile = Text("Filen du valgte", nn: "Fila du valde")

    /// What a role is called.
    package static func role(_ role: Role) -> Text {
        switch role {
        case .adviser: Text("Rådgiver", nn: "Rådgivar")
        case .coordinator: Text("Koordinator", nn: "Koordinator")
        case .municipality: Text("Kommune", nn: "Kommune")
        case .alis: Text("ALIS", nn: "ALIS")
        case .supervisor: Text("Veileder", nn: "Rettleiar")
        case .trust: Text("Helseforetak", nn: "Helseføretak")
        case .directorate: Text("Helsedirektoratet", nn: "Helsedirektoratet")
        case .editor: Text("Redaktør", nn: "Redaktør")
        case .administrator: Text("Administrator", nn: "Administrator")
        }
    }
}
