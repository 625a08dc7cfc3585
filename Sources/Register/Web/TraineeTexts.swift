import AlisDomain

/// Texts about one doctor in training, and lists of them.
enum TraineeTexts {
    static let listTitle = Text("ALIS", nn: "ALIS")
    /// The heading of a list: how many, and of what. A measure's name alone ("new scheme") does not say that doctors are counted.
    static func listHeading(_ count: Int, _ measure: Measure) -> Text {
        let (number, what) = (Format.number(count), OverviewTexts.name(measure))
        return switch measure {
        case .active where count == 1: Text("1 aktiv ALIS", nn: "1 aktiv ALIS")
        case .finished where count == 1: Text("1 ferdig spesialist i år", nn: "1 ferdig spesialist i år")
        case .active, .finished: Text("\(number) \(what.nb)", nn: "\(number) \(what.nn)")
        case .newScheme: Text("\(number) ALIS i ny ordning", nn: "\(number) ALIS i ny ordning")
        case .oldScheme: Text("\(number) ALIS i gammel ordning", nn: "\(number) ALIS i gammal ordning")
        case .expected where count == 1:
            Text("1 ALIS ventes ferdig resten av året", nn: "1 ALIS er venta ferdig resten av året")
        default: Text("\(number) ALIS \(what.nb)", nn: "\(number) ALIS \(what.nn)")
        }
    }
    static func seesOnly(_ count: Int) -> Text {
        switch count {
        case 0: Text("Ingen av dem er i det du har tilgang til.", nn: "Ingen av dei er i det du har tilgang til.")
        case 1: Text("Du ser den ene du har tilgang til.", nn: "Du ser den eine du har tilgang til.")
        default: Text("Du ser de \(Format.number(count)) du har tilgang til.", nn: "Du ser dei \(Format.number(count)) du har tilgang til.")
        }
    }
    static let whichList = Text("Liste", nn: "Liste")
    static let addTrainee = Text("Registrer ALIS", nn: "Registrer ALIS")
    static let nobody = Text(
        "Ingen passer til utvalget. Endre filtrene, eller nullstill dem.",
        nn: "Ingen passar til utvalet. Endre filtra, eller nullstill dei.")
    static let name = Text("Navn", nn: "Namn")
    static let percent = Text("Stilling", nn: "Stilling")
    static let standing = Text("Status", nn: "Status")
    static let expectedEnd = Text("Ventes ferdig", nn: "Ventast ferdig")
    /// The end somebody has written in the register, where it stands beside the one a plan comes to.
    static let registeredEnd = Text("Registrert ferdig", nn: "Registrert ferdig")
    static let computedEnd = Text("Beregnet ferdig", nn: "Rekna ferdig")
    static let planNotReached = Text("planen når ikke fram", nn: "planen når ikkje fram")
    static let computedByWork = Text("regnet av arbeidsforholdet", nn: "rekna av arbeidsforholdet")
    static let workNotReached = Text("arbeidsforholdet når ikke fram", nn: "arbeidsforholdet når ikkje fram")
    static let partlyJudged = Text("uten krav som ikke er vurdert", nn: "utan krav som ikkje er vurderte")
    /// What a computed end says in a table: the day, or what does not reach it.
    static func endOrShort(_ end: ComputedEnd, _ language: LanguageForm) -> String {
        end.day?.norwegian ?? (end.isAssumed ? workNotReached : planNotReached)[language]
    }
    /// What is to be known of a computed end, in brackets after it; empty when there is nothing.
    static func endNotes(_ end: ComputedEnd, _ language: LanguageForm) -> String {
        let notes = [
            end.isAssumed && end.day != nil ? computedByWork : nil, end.isPartlyJudged && end.day != nil ? partlyJudged : nil,
        ].compactMap { $0?[language] }
        return notes.isEmpty ? "" : " (\(notes.joined(separator: ", ")))"
    }
    static let computedEndNote = Text(
        "«Beregnet ferdig» følger av planen, eller av arbeidsforholdet der det ikke er noen plan. Krav som ikke er vurdert, som læringsmål ingen har ført, er ikke med.",
        nn:
            "«Rekna ferdig» følgjer av planen, eller av arbeidsforholdet der det ikkje er nokon plan. Krav som ikkje er vurderte, som læringsmål ingen har ført, er ikkje med."
    )
    static let allPlans = Text("Planene til ALIS", nn: "Planane til ALIS")
    static func converts(_ day: CalendarDay) -> Text {
        Text("Går over til ny ordning \(day.norwegian)", nn: "Går over til ny ordning \(day.norwegian)")
    }
    static let givenName = Text("Fornavn", nn: "Førenamn")
    static let familyName = Text("Etternavn", nn: "Etternamn")
    static let hpr = Text("HPR-nummer", nn: "HPR-nummer")
    static let hprHint = Text(
        "7–9 siffer. La feltet stå tomt om du ikke har det.", nn: "7–9 siffer. Lat feltet stå tomt om du ikkje har det.")
    static let birthYear = Text("Fødselsår", nn: "Fødselsår")
    static let email = Text("E-post", nn: "E-post")
    static let phone = Text("Telefon", nn: "Telefon")
    static let scheme = Text("Ordning", nn: "Ordning")
    static let start = Text("Startet", nn: "Starta")
    static let startDay = Text("Startdato", nn: "Startdato")
    static let municipality = Text("Kommune", nn: "Kommune")
    static let workplace = Text("Arbeidssted", nn: "Arbeidsstad")
    static let form = Text("Arbeidsform", nn: "Arbeidsform")
    static let history = Text("Historikk", nn: "Historikk")
    static let seeHistory = Text("Se all historikk", nn: "Sjå all historikk")
    static let synthetic = Text("Oppdiktet person", nn: "Oppdikta person")
    static let fiveYears = Text("Fem år på én linje", nn: "Fem år på éi linje")
    static let today = Text("i dag", nn: "i dag")
    static let training = Text("Utdanningsløp", nn: "Utdanningsløp")
    static let engagements = Text("Arbeid", nn: "Arbeid")
    static let absences = Text("Fravær", nn: "Fråvær")
    static let wishes = Text("Ønsker om sykehustjeneste", nn: "Ønske om sjukehusteneste")
    static let supervision = Text("Veiledning", nn: "Rettleiing")
    static let contact = Text("Person og kontakt", nn: "Person og kontakt")
    static let noEngagements = Text("Ingen arbeidsforhold er registrert.", nn: "Ingen arbeidsforhold er registrerte.")
    static let noAbsences = Text("Ikke noe fravær er registrert.", nn: "Ikkje noko fråvær er registrert.")
    static let noWishes = Text("Ingen ønsker er registrert.", nn: "Ingen ønske er registrerte.")
    static let addEngagement = Text("Legg til arbeid", nn: "Legg til arbeid")
    static let addAbsence = Text("Legg til fravær", nn: "Legg til fråvær")
    static let addWish = Text("Legg til ønske", nn: "Legg til ønske")
    static let absenceKind = Text("Slags fravær", nn: "Slags fråvær")
    static let absenceKindHint = Text("Bare slag og lengde. Ikke skriv hvorfor.", nn: "Berre slag og lengd. Ikkje skriv kvifor.")
    static let share = Text("Hvor mye av stillingen", nn: "Kor mykje av stillinga")
    static let choice1 = Text("Første ønske", nn: "Første ønske")
    static let choice2 = Text("Andre ønske", nn: "Andre ønske")
    static let choice3 = Text("Tredje ønske", nn: "Tredje ønske")
    static let department = Text("Avdeling", nn: "Avdeling")
    static let earliest = Text("Tidligst", nn: "Tidlegast")
    static let latest = Text("Senest", nn: "Seinast")
    static let months = Text("Antall måneder", nn: "Talet på månader")
    static let note = Text("Merknad", nn: "Merknad")
    static let noteHint = Text(
        "Praktiske forhold. Skriv aldri noe om pasienter eller helse.", nn: "Praktiske forhold. Skriv aldri noko om pasientar eller helse.")
    static let unknownMunicipality = Text("Kommunen finnes ikke", nn: "Kommunen finst ikkje")
    static let owner = Text(
        "Opplysningene rettes av kommunen der legen arbeider.", nn: "Opplysningane blir retta av kommunen der legen arbeider.")
    static let plan = Text("Utdanningsplan og krav", nn: "Utdanningsplan og krav")
    static func begins(_ day: CalendarDay, in place: String) -> Text {
        Text("Begynner i \(place) \(day.norwegian).", nn: "Byrjar i \(place) \(day.norwegian).")
    }
    static func worksUntil(_ last: CalendarDay) -> Text { Text("Til \(last.norwegian).", nn: "Til \(last.norwegian).") }
    static let saved = Text("Endringen er lagret.", nn: "Endringa er lagra.")
    static func oldSchemeChip(_ days: Int) -> Text {
        let left = FollowUpTexts.untilDeadline(days)
        return Text("Gammel ordning: \(left.nb)", nn: "Gammal ordning: \(left.nn)")
    }
    static let withdrawWish = Text("Trekk ønsket", nn: "Trekk ønsket")

    static func name(_ standing: Training.Standing) -> Text {
        switch standing {
        case .active: Text("i gang", nn: "i gang")
        case .paused: Text("pause", nn: "pause")
        case .ended(.specialist): Text("ferdig spesialist", nn: "ferdig spesialist")
        case .ended(.withdrew): Text("sluttet i utdanningen", nn: "slutta i utdanninga")
        case .ended(.movedAbroad): Text("flyttet til utlandet", nn: "flytta til utlandet")
        case .ended(.otherReason): Text("avsluttet, annen grunn", nn: "avslutta, annan grunn")
        }
    }

    static func name(_ kind: Absence.Kind) -> Text {
        switch kind {
        case .parentalLeave: Text("Foreldrepermisjon", nn: "Foreldrepermisjon")
        case .sickLeave: Text("Sykefravær", nn: "Sjukefråvær")
        case .militaryService: Text("Militærtjeneste", nn: "Militærteneste")
        case .otherLeave: Text("Annen permisjon", nn: "Annan permisjon")
        }
    }
}
