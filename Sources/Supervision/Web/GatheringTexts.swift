import AlisDomain

/// Texts of gatherings: courses for supervisors, meetings, supervision groups.
enum GatheringTexts {
    static let title = Text("Samlinger", nn: "Samlingar")
    static let heading = Text("Samlinger, veilederkurs og grupper", nn: "Samlingar, rettleiarkurs og grupper")
    static let lede = Text(
        "Kurs for veiledere, samlinger og veiledningsgrupper (120 timer over to år). Er det fullt, står du på venteliste i den rekkefølgen dere meldte dere på.",
        nn:
            "Kurs for rettleiarar, samlingar og rettleiingsgrupper (120 timar over to år). Er det fullt, står du på venteliste i den rekkjefølgja de melde dykk på."
    )
    static let add = Text("Sett opp en samling", nn: "Set opp ei samling")
    static let edit = Text("Rett samlingen", nn: "Rett samlinga")
    static let none = Text("Ingen samlinger er satt opp.", nn: "Ingen samlingar er sette opp.")
    static let kind = Text("Hva slags", nn: "Kva slags")
    static let name = Text("Tittel", nn: "Tittel")
    static let place = Text("Hvor", nn: "Kvar")
    static let when = Text("Når", nn: "Når")
    static let places = Text("Plasser", nn: "Plassar")
    static let free = Text("Ledige plasser", nn: "Ledige plassar")
    static let waiting = Text("På venteliste", nn: "På venteliste")
    static let hours = Text("Timer i alt", nn: "Timar i alt")
    static let note = Text("Mer om samlingen", nn: "Meir om samlinga")
    static let first = Text("Første dag", nn: "Første dag")
    static let last = Text("Siste dag", nn: "Siste dag")
    static let badPlaces = Text("Skriv antall plasser, fra 1 til 500.", nn: "Skriv talet på plassar, frå 1 til 500.")
    static let badHours = Text("Skriv antall timer, fra 1 til 400.", nn: "Skriv talet på timar, frå 1 til 400.")
    static func placesTaken(_ count: Int) -> Text {
        Text(
            "\(count) har fått plass. Skriv minst \(count), så ingen mister plassen sin.",
            nn: "\(count) har fått plass. Skriv minst \(count), så ingen mistar plassen sin.")
    }
    static func badAttendance(_ text: String) -> Text {
        Text(
            "«\(text)» er ikke timer fra 0 til 400. Skriv for eksempel 12 eller 1,5.",
            nn: "«\(text)» er ikkje timar frå 0 til 400. Skriv til dømes 12 eller 1,5.")
    }
    /// Why nobody can have been at a gathering for so long; nil when she can.
    static func impossible(_ minutes: Int, _ gathering: Gathering, on day: CalendarDay) -> Text? {
        if gathering.first > day {
            return Text(
                "Samlingen begynner \(gathering.first.norwegian). Før frammøtet når den har vært.",
                nn: "Samlinga byrjar \(gathering.first.norwegian). Før frammøtet når ho har vore.")
        }
        guard minutes > gathering.hours * 60 else { return nil }
        return Text(
            "Samlingen er på \(gathering.hours) timer i alt. Skriv høyst det, eller rett timene i samlingen.",
            nn: "Samlinga er på \(gathering.hours) timar i alt. Skriv høgst det, eller rett timane i samlinga.")
    }
    static let people = Text("Sett på eller ta av listen", nn: "Set på eller ta av lista")
    static let putOn = Text("Sett på listen", nn: "Set på lista")
    static let takeOff = Text("Ta av listen", nn: "Ta av lista")
    static let putOnHint = Text(
        "For dem som ikke har konto, eller som ringte. Er det fullt, kommer de på ventelisten.",
        nn: "For dei som ikkje har konto, eller som ringde. Er det fullt, kjem dei på ventelista.")
    static func alreadyIn(_ name: String) -> Text { Text("\(name) står alt på listen.", nn: "\(name) står alt på lista.") }
    static func hasAttended(_ name: String, _ minutes: Int) -> Text {
        Text(
            "\(name) er ført med \(HoursText.hours(minutes)) timer til stede. Rett timene til 0 først.",
            nn: "\(name) er ført med \(HoursText.hours(minutes)) timar til stades. Rett timane til 0 først.")
    }
    static let participant = Text("Deltaker", nn: "Deltakar")
    static let isOver = Text("holdt", nn: "halden")
    static let signUp = Text("Meld meg på", nn: "Meld meg på")
    static let signUpWaiting = Text("Sett meg på venteliste", nn: "Set meg på venteliste")
    static let signOff = Text("Meld meg av", nn: "Meld meg av")
    static let youAreIn = Text("Du har plass.", nn: "Du har plass.")
    static func youWait(_ number: Int) -> Text {
        Text("Du er nummer \(number) på ventelisten.", nn: "Du er nummer \(number) på ventelista.")
    }
    static let attending = Text("Har plass", nn: "Har plass")
    static let attendance = Text("Timer til stede", nn: "Timar til stades")
    static let saveAttendance = Text("Lagre frammøtet", nn: "Lagre frammøtet")
    static let groupHint = Text(
        "Timer i en veiledningsgruppe regnes med i legens 120 timer, i utdanningsplanen også. Det planen selv fører i de samme dagene, telles ikke to ganger.",
        nn:
            "Timar i ei rettleiingsgruppe blir rekna med i dei 120 timane til legen, i utdanningsplanen òg. Det planen sjølv fører i dei same dagane, blir ikkje talt to gonger."
    )
    static let somebody = Text("en deltaker", nn: "ein deltakar")
    /// Why whoever takes part cannot sign off herself any more, and who can see to it.
    static func youHaveAttended(_ minutes: Int) -> Text {
        let hours = HoursText.hours(minutes)
        return Text(
            "Det er ført \(hours) timer på deg her, og de teller i planen din. Er det feil, eller skal du av listen, si fra til dem som holder samlingen.",
            nn:
                "Det er ført \(hours) timar på deg her, og dei tel i planen din. Er det feil, eller skal du av lista, sei frå til dei som held samlinga."
        )
    }
    static let over = Text("Samlingen er over.", nn: "Samlinga er over.")

    static func name(_ kind: Gathering.Kind) -> Text {
        switch kind {
        case .supervisorCourse: Text("Veilederkurs", nn: "Rettleiarkurs")
        case .meeting: Text("Samling", nn: "Samling")
        case .group: Text("Veiledningsgruppe", nn: "Rettleiingsgruppe")
        }
    }
}
