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
        "Du var logget ut da du sendte skjemaet. Logg inn igjen, så kan du sende det som det var.",
        nn: "Du var logga ut då du sende skjemaet. Logg inn igjen, så kan du sende det som det var.")
    package static let heldReady = Text(
        "Du var logget ut da du sendte skjemaet. Her er det du skrev. Ingenting er lagret ennå.",
        nn: "Du var logga ut då du sende skjemaet. Her er det du skreiv. Ingenting er lagra enno.")
    package static let heldOldPage = Text(
        "Siden du sendte fra, var ikke fra denne innloggingen. Her er det du skrev. Ingenting er lagret ennå.",
        nn: "Sida du sende frå, var ikkje frå denne innlogginga. Her er det du skreiv. Ingenting er lagra enno.")
    package static let heldSend = Text("Send det nå", nn: "Send det no")
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
