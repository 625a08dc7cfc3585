import AlisDomain

/// Texts of the forms that change a record.
enum EditTexts {
    static let changeEngagement = Text("Endre arbeid", nn: "Endre arbeid")
    static let changeAbsence = Text("Endre fravær", nn: "Endre fråvær")
    static let changeWish = Text("Endre ønske", nn: "Endre ønske")
    static let changeTraining = Text("Endre utdanningsløpet", nn: "Endre utdanningsløpet")
    static let whatKind = Text("Hva slags endring er det?", nn: "Kva slags endring er det?")
    static let correction = Text("Rettelse: slik har det vært hele perioden", nn: "Retting: slik har det vore heile perioden")
    static let changeFromDay = Text("Endring: slik er det fra en bestemt dag", nn: "Endring: slik er det frå ein bestemt dag")
    static let changedFrom = Text("Endret fra og med", nn: "Endra frå og med")
    static let changedFromHint = Text("Bare når du velger endring fra en bestemt dag.", nn: "Berre når du vel endring frå ein bestemt dag.")
    static let outsideStretch = Text("Dagen må ligge inne i perioden.", nn: "Dagen må liggje inne i perioden.")
    static let whatHappened = Text("Hva har skjedd?", nn: "Kva har skjedd?")
    static let converted = Text("Konverterer til ny ordning", nn: "Konverterer til ny ordning")
    static let paused = Text("Tar pause", nn: "Tek pause")
    static let ended = Text("Utdanningsløpet er slutt", nn: "Utdanningsløpet er slutt")
    static let reopened = Text(
        "Løpet er ikke slutt likevel, eller pausen er over", nn: "Løpet er ikkje slutt likevel, eller pausen er over")
    static let correctedStart = Text("Startdatoen eller ordningen er feil registrert", nn: "Startdatoen eller ordninga er feil registrert")
    static let expectedEndOnly = Text("Bare ventet sluttdato", nn: "Berre venta sluttdato")
    static let removeTrainingHint = Text(
        "Er samme løp ført to ganger, sletter du det ene. Arbeid, fravær og ønsker på det blir flyttet til det andre. Historikken tar vare på alt.",
        nn:
            "Er same løp ført to gonger, slettar du det eine. Arbeid, fråvær og ønske på det blir flytte til det andre. Historikken tek vare på alt."
    )
    static func trainingInUse(_ count: Int, otherIsFree: Bool) -> Text {
        let way =
            otherIsFree
            ? Text("Slett heller det andre løpet.", nn: "Slett heller det andre løpet.")
            : Text("Fjern dem fra planen først.", nn: "Fjern dei frå planen først.")
        return Text(
            "Løpet kan ikke slettes: \(count) opplysninger om plan, læringsmål eller veiledning er ført på det. \(way.nb)",
            nn: "Løpet kan ikkje slettast: \(count) opplysningar om plan, læringsmål eller rettleiing er førte på det. \(way.nn)")
    }
    static let day = Text("Fra hvilken dag?", nn: "Frå kva dag?")
    static let pauseThrough = Text("Pausen varer til og med", nn: "Pausen varer til og med")
    static let endReason = Text("Hvorfor sluttet det?", nn: "Kvifor tok det slutt?")
    static let onlyWhenEnded = Text("Bare når løpet er slutt.", nn: "Berre når løpet er slutt.")
    static let registerTitle = Text("Registrer ALIS", nn: "Registrer ALIS")
    static let registerLede = Text(
        "Én side. Det som mangler, kan fylles ut senere.", nn: "Éi side. Det som manglar, kan fyllast ut seinare.")
    static let schemeAtStart = Text("Ordning ved start", nn: "Ordning ved start")
    static let alikeTitle = Text("Er dette en lege dere alt har?", nn: "Er dette ein lege de alt har?")
    static let alikeLede = Text(
        "Ingenting er lagret ennå. Registeret har noen som ligner på den du registrerer.",
        nn: "Ingenting er lagra enno. Registeret har nokon som liknar på den du registrerer.")
    static let isTheSame = Text("Dette er samme lege. Gå til siden", nn: "Dette er same lege. Gå til sida")
    static let saveAsAnother = Text("Dette er en annen lege. Lagre", nn: "Dette er ein annan lege. Lagre")
    static func isAnother(_ names: String) -> Text {
        Text("Ny lege, ikke samme person som \(names)", nn: "Ny lege, ikkje same person som \(names)")
    }
    static let existing = Text("Personen finnes fra før", nn: "Personen finst frå før")
}
