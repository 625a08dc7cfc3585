import AlisDomain

/// Texts of the pages where an administrator gives and takes access.
enum AccountTexts {
    static let title = Text("Tilgang", nn: "Tilgang")
    static func lede(_ count: Int) -> Text {
        count == 1
            ? Text("1 person har tilgang.", nn: "1 person har tilgang.")
            : Text("\(count) personer har tilgang.", nn: "\(count) personar har tilgang.")
    }
    static let add = Text("Gi en ny person tilgang", nn: "Gi ein ny person tilgang")
    static let searchLabel = Text("Navn eller e-post", nn: "Namn eller e-post")
    static let includeEnded = Text("Vis også avsluttede", nn: "Vis også avslutta")
    static let role = Text("Rolle", nn: "Rolle")
    static let roles = Text("Roller", nn: "Roller")
    static let name = Text("Navn", nn: "Namn")
    static let email = Text("E-post", nn: "E-post")
    static let noRole = Text("ingen rolle", nn: "inga rolle")
    static let none = Text("Ingen passer til søket.", nn: "Ingen passar til søket.")
    static func ended(_ day: CalendarDay) -> Text { Text("avsluttet \(day.norwegian)", nn: "avslutta \(day.norwegian)") }
    static let chooseRole = Text("Hvilken rolle skal personen ha?", nn: "Kva rolle skal personen ha?")
    static func explanation(_ role: Role) -> Text {
        switch role {
        case .adviser: Text("Følger opp kommunene til ett ALIS-kontor.", nn: "Følgjer opp kommunane til eitt ALIS-kontor.")
        case .coordinator:
            Text("Rådgiver ved kontoret som koordinerer de andre.", nn: "Rådgivar ved kontoret som koordinerer dei andre.")
        case .municipality: Text("Retter og bekrefter ALIS i én kommune.", nn: "Rettar og stadfestar ALIS i éin kommune.")
        case .alis: Text("Ser sitt eget utdanningsløp.", nn: "Ser sitt eige utdanningsløp.")
        case .supervisor: Text("Veileder leger i én kommune.", nn: "Rettleier legar i éin kommune.")
        case .trust: Text("Ser hvem som ønsker seg til ett helseforetak.", nn: "Ser kven som ønskjer seg til eitt helseføretak.")
        case .directorate: Text("Ser hele landet, uten navn.", nn: "Ser heile landet, utan namn.")
        case .editor: Text("Skriver på de åpne sidene.", nn: "Skriv på dei opne sidene.")
        case .administrator:
            Text(
                "Ser og endrer alt unntatt notater fra veiledning, og gir andre tilgang.",
                nn: "Ser og endrar alt utanom notat frå rettleiing, og gir andre tilgang.")
        }
    }
    static let changeRole = Text("Velg en annen rolle", nn: "Vel ei anna rolle")
    static let office = Text("ALIS-kontor", nn: "ALIS-kontor")
    static let municipality = Text("Kommune", nn: "Kommune")
    static let municipalityHint = Text("Navn eller kommunenummer, gjerne samisk navn.", nn: "Namn eller kommunenummer, gjerne samisk namn.")
    static let trust = Text("Helseforetak", nn: "Helseføretak")
    static let hpr = Text("HPR-nummeret til legen", nn: "HPR-nummeret til legen")
    static let hprHint = Text("Legen må være ført i registeret fra før.", nn: "Legen må vere ført i registeret frå før.")
    static let emailHint = Text("Én person har én e-postadresse i Alis.", nn: "Éin person har éi e-postadresse i Alis.")
    static let choose = Text("Velg …", nn: "Vel …")
    static let giveAccess = Text("Gi tilgang", nn: "Gi tilgang")
    static let missingName = Text("Skriv navnet.", nn: "Skriv namnet.")
    static let badEmail = Text(
        "Skriv en e-postadresse, for eksempel kari@kommune.no.", nn: "Skriv ei e-postadresse, til dømes kari@kommune.no.")
    static let missingOffice = Text("Velg et ALIS-kontor.", nn: "Vel eit ALIS-kontor.")
    static let missingTrust = Text("Velg et helseforetak.", nn: "Vel eit helseføretak.")
    static func unknownMunicipality(_ text: String, suggestions: [String]) -> Text {
        if text.isEmpty { return Text("Skriv en kommune.", nn: "Skriv ein kommune.") }
        let list = suggestions.joined(separator: ", ")
        return suggestions.isEmpty
            ? Text("Vi kjenner ingen kommune som heter «\(text)».", nn: "Vi kjenner ingen kommune som heiter «\(text)».")
            : Text(
                "Vi kjenner ingen kommune som heter «\(text)». Mente du \(list)?",
                nn: "Vi kjenner ingen kommune som heiter «\(text)». Meinte du \(list)?")
    }
    static func ambiguousMunicipality(_ text: String, _ names: [String]) -> Text {
        let list = names.joined(separator: ", ")
        return Text("«\(text)» kan være flere: \(list). Skriv hvilken.", nn: "«\(text)» kan vere fleire: \(list). Skriv kva for ein.")
    }
    static func changedMeanwhile(_ account: Account) -> Text {
        let now = "\(account.name), \(account.email?.text ?? "–")"
        return Text(
            "Noen endret dette mens du fylte ut skjemaet. Lagret er nå: \(now). Lagrer du nå, gjelder det du har skrevet.",
            nn: "Nokon endra dette medan du fylte ut skjemaet. Lagra er no: \(now). Lagrar du no, gjeld det du har skrive.")
    }
    static let unknownDoctor = Text(
        "Ingen lege i registeret har dette HPR-nummeret. Det har 7 til 9 sifre.",
        nn: "Ingen lege i registeret har dette HPR-nummeret. Det har 7 til 9 siffer.")
    static let ambiguousDoctor = Text(
        "To leger i registeret har dette HPR-nummeret. Slå dem sammen først.",
        nn: "To legar i registeret har dette HPR-nummeret. Slå dei saman først.")
    static func refusal(_ refusal: AccountRefusal) -> Text {
        switch refusal {
        case .noSuchAccount: Text("Personen har ikke tilgang lenger.", nn: "Personen har ikkje tilgang lenger.")
        case .emailTaken:
            Text(
                "En annen med tilgang har denne e-postadressen. Søk fram personen og gi rollen der.",
                nn: "Ein annan med tilgang har denne e-postadressa. Søk fram personen og gi rolla der.")
        case .alreadyGranted: Text("Personen har denne rollen fra før.", nn: "Personen har denne rolla frå før.")
        case .doctorHasAccount:
            Text(
                "Legen har alt en konto. Skal hun eller han ha en annen, avslutter du rollen på den gamle først.",
                nn: "Legen har alt ein konto. Skal ho eller han ha ein annan, avsluttar du rolla på den gamle først.")
        case .unfit: Text("Rollen hører ikke til et slikt sted.", nn: "Rolla høyrer ikkje til ein slik stad.")
        case .ownRole:
            Text(
                "Du kan ikke gi deg selv en rolle. En annen administrator gjør det.",
                nn: "Du kan ikkje gje deg sjølv ei rolle. Ein annan administrator gjer det.")
        case .noSuchGrant: Text("Rollen er alt avsluttet.", nn: "Rolla er alt avslutta.")
        case .ownAdministration:
            Text(
                "Du kan ikke ta fra deg selv den siste administratorrollen. Be en annen administrator gjøre det.",
                nn: "Du kan ikkje ta frå deg sjølv den siste administratorrolla. Be ein annan administrator gjere det.")
        }
    }
    static let current = Text("Roller nå", nn: "Roller no")
    static let noCurrent = Text("Personen har ingen rolle nå, og kommer ikke inn.", nn: "Personen har inga rolle no, og kjem ikkje inn.")
    static let endGrant = Text("Avslutt rollen", nn: "Avslutt rolla")
    static func endGrantQuestion(_ name: String) -> Text {
        Text("Vil du avslutte rollen til \(name)?", nn: "Vil du avslutte rolla til \(name)?")
    }
    static let endGrantWhat = Text(
        "Personen logges ut med en gang. Det hun eller han har ført i rollen, blir stående. Trengs rollen igjen, gir du den på nytt.",
        nn: "Personen blir logga ut med ein gong. Det ho eller han har ført i rolla, blir ståande. Trengst rolla igjen, gir du ho på nytt.")
    static let addGrant = Text("Gi en rolle til", nn: "Gi ei rolle til")
    static let personTitle = Text("Navn og e-post", nn: "Namn og e-post")
    static let linkTitle = Text("Innloggingslenke", nn: "Innloggingslenkje")
    static let linkWhy = Text(
        "Lenken virker én gang, i sju dager. Den som har den, kommer inn som personen: gi den bare til henne eller ham.",
        nn: "Lenkja verkar éin gong, i sju dagar. Den som har ho, kjem inn som personen: gi ho berre til henne eller han.")
    static let makeLink = Text("Lag en lenke", nn: "Lag ei lenkje")
    static let linkMade = Text("Lenken er laget", nn: "Lenkja er laga")
    static func linkOnce(_ name: String, until: Instant) -> Text {
        Text(
            "Kopier lenken nå og gi den til \(name). Den vises bare denne ene gangen, virker én gang og går ut \(Format.time(until)).",
            nn:
                "Kopier lenkja no og gi ho til \(name). Ho blir vist berre denne eine gongen, verkar éin gong og går ut \(Format.time(until))."
        )
    }
    static let linkReplaces = Text(
        "Lenker som er laget tidligere og ikke er brukt, virker ikke lenger.",
        nn: "Lenkjer som er laga tidlegare og ikkje er brukte, verkar ikkje lenger.")
    static let notSent = Text("Alis sender den ikke.", nn: "Alis sender ho ikkje.")
    static let link = Text("Lenke", nn: "Lenkje")
    static let back = Text("Tilbake til personen", nn: "Tilbake til personen")
    static let history = Text("Historikk", nn: "Historikk")
    static let given = Text("Gitt", nn: "Gitt")
    static let endedHead = Text("Avsluttet", nn: "Avslutta")
    static func by(_ time: String, _ name: String) -> Text { Text("\(time) av \(name)", nn: "\(time) av \(name)") }
    static let endAccount = Text("Ta bort all tilgang", nn: "Ta bort all tilgang")
    static func endQuestion(_ name: String) -> Text {
        Text("Vil du ta bort all tilgang for \(name)?", nn: "Vil du ta bort all tilgang for \(name)?")
    }
    static let endWhat = Text(
        "Alle rollene avsluttes, og personen logges ut med en gang. Det hun eller han har ført, blir stående med navn. Trenger personen tilgang igjen, legger du henne eller ham inn på nytt.",
        nn:
            "Alle rollene blir avslutta, og personen blir logga ut med ein gong. Det ho eller han har ført, blir ståande med namn. Treng personen tilgang igjen, legg du ho eller han inn på nytt."
    )
    /// How many rows the account has tried that met a doctor it does not see.
    static func strangerTries(_ count: Int, days: Int, most: Int) -> Text {
        Text(
            "Har prøvd \(count) navn eller numre, i lister og skjemaer, som kan gjelde noen registrert andre steder, de siste \(days) dagene. Ved \(most) stanses innlesing og registrering.",
            nn:
                "Har prøvd \(count) namn eller nummer, i lister og skjema, som kan gjelde nokon registrert andre stader, dei siste \(days) dagane. Ved \(most) blir innlesing og registrering stansa."
        )
    }
    /// To whoever has tried too many.
    static let stopped = Text(
        "Det du har ført inn, treffer mange som kan være registrert andre steder. Derfor lagres det ikke for deg nå. Be en administrator om hjelp, eller prøv igjen om noen uker.",
        nn:
            "Det du har ført inn, treffer mange som kan vere registrerte andre stader. Difor blir det ikkje lagra for deg no. Be ein administrator om hjelp, eller prøv igjen om nokre veker."
    )
    static let saved = Text("Lagret.", nn: "Lagra.")
    static let roleGiven = Text("Rollen er gitt.", nn: "Rolla er gitt.")
    static let roleEnded = Text("Rollen er avsluttet, og personen er logget ut.", nn: "Rolla er avslutta, og personen er logga ut.")
    static let accountEnded = Text("All tilgang er tatt bort.", nn: "All tilgang er teken bort.")
    static let personAdded = Text(
        "Personen har fått tilgang. Lag en innloggingslenke, så hun eller han kommer inn.",
        nn: "Personen har fått tilgang. Lag ei innloggingslenkje, så ho eller han kjem inn.")
}
