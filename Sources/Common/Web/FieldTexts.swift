import AlisDomain

/// What stands at the fields of forms, and what is said there when something is wrong.
enum FieldTexts {
    static let from = Text("Fra og med", nn: "Frå og med")
    static let through = Text("Til og med", nn: "Til og med")
    static let throughHint = Text("La feltet stå tomt om det ikke er bestemt.", nn: "Lat feltet stå tomt om det ikkje er bestemt.")
    static let dayHint = Text("For eksempel 1.9.2026", nn: "Til dømes 1.9.2026")
    static let remark = Text("Merknad til endringen", nn: "Merknad til endringa")
    static let reason = Text("Hvorfor endrer du?", nn: "Kvifor endrar du?")
    static let reasonHint = Text(
        "Vises i historikken. Skriv aldri noe om helse eller pasienter.",
        nn: "Blir vist i historikken. Skriv aldri noko om helse eller pasientar.")
    static let remove = Text("Slett (feilregistrert)", nn: "Slett (feilregistrert)")
    static let removeHint = Text(
        "Raden forsvinner fra registeret slik det er kjent nå, men historikken tar vare på den.",
        nn: "Rada forsvinn frå registeret slik det er kjent no, men historikken tek vare på ho.")
    static let percentHint = Text("For eksempel 80", nn: "Til dømes 80")
    static func missing(_ what: Text) -> Text { Text("Fyll ut: \(what.nb)", nn: "Fyll ut: \(what.nn)") }
    static func choose(_ what: Text) -> Text { Text("Velg: \(what.nb)", nn: "Vel: \(what.nn)") }
    static func tooLong(_ count: Int, _ limit: Int) -> Text {
        Text(
            "Teksten er for lang: \(Format.number(count)) tegn, høyst \(Format.number(limit)). Kort den ned.",
            nn: "Teksten er for lang: \(Format.number(count)) teikn, høgst \(Format.number(limit)). Kort han ned.")
    }
    static let strangeLetters = Text("Teksten har usynlige tegn. Skriv den på nytt.", nn: "Teksten har usynlege teikn. Skriv han på nytt.")
    static func noDay(_ text: String) -> Text {
        Text(
            "«\(text)» finnes ikke som dato. Skriv for eksempel 1.9.2026.", nn: "«\(text)» finst ikkje som dato. Skriv til dømes 1.9.2026.")
    }
    static func unlikelyDay(_ day: CalendarDay) -> Text {
        Text("Året \(day.year) kan ikke være riktig.", nn: "Året \(day.year) kan ikkje vere rett.")
    }
    static let endBeforeStart = Text("Siste dag er før første dag.", nn: "Siste dag er før første dag.")
    static func noPercent(_ text: String) -> Text {
        text.isEmpty
            ? Text("Skriv hvor mange prosent, fra 1 til 100.", nn: "Skriv kor mange prosent, frå 1 til 100.")
            : Text("«\(text)» er ikke en prosent fra 1 til 100.", nn: "«\(text)» er ikkje ein prosent frå 1 til 100.")
    }
    static func noHPR(_ text: String) -> Text {
        Text("«\(text)» er ikke et HPR-nummer. Det har 7–9 siffer.", nn: "«\(text)» er ikkje eit HPR-nummer. Det har 7–9 siffer.")
    }
    static func noEmail(_ text: String) -> Text { Text("«\(text)» er ikke en e-postadresse.", nn: "«\(text)» er ikkje ei e-postadresse.") }
    static func noBirthYear(_ text: String) -> Text {
        Text("«\(text)» er ikke et fødselsår. Skriv fire siffer.", nn: "«\(text)» er ikkje eit fødselsår. Skriv fire siffer.")
    }
    static let seeWhatIsSaved = Text("Se det som er lagret nå (åpnes i ny fane)", nn: "Sjå det som er lagra no (blir opna i ny fane)")
    /// The way to what somebody else has saved, beside a form that is kept open.
    static func saved(_ address: String, _ frame: Frame) -> Html {
        "<p><a href=\"\(address)\" target=\"_blank\" rel=\"noopener\">\(frame[seeWhatIsSaved])</a></p>"
    }
    static func removedMeanwhile(_ change: Change?) -> Text {
        let who = change?.byName ?? "Alis"
        let time = change.map { Format.time($0.recordedAt) } ?? ""
        return Text(
            "\(who) fjernet dette \(time), mens du fylte ut skjemaet. Det du skrev, står her. Lagre for å legge det inn på nytt, eller avbryt.",
            nn:
                "\(who) fjerna dette \(time), medan du fylte ut skjemaet. Det du skreiv, står her. Lagre for å leggje det inn på nytt, eller avbryt."
        )
    }
}
