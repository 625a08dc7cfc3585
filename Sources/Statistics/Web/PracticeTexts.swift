import AlisCast
import AlisDomain

/// Texts about the practice data.
enum PracticeTexts {
    static let title = Text("Øvingsdata", nn: "Øvingsdata")
    static let lede = Text(
        "Alle personer i dette registeret er oppdiktet. Kommuner, kontorer og sykehus er virkelige, og antallene er laget for å ligne på dem som er kjent.",
        nn:
            "Alle personar i dette registeret er oppdikta. Kommunar, kontor og sjukehus er verkelege, og tala er laga for å likne på dei som er kjende."
    )
    static let madeUp = [
        Text(
            "Navnene er satt sammen av vanlige norske for- og etternavn. Ligner et på noen du kjenner, er det tilfeldig.",
            nn: "Namna er sette saman av vanlege norske for- og etternamn. Liknar eit på nokon du kjenner, er det tilfeldig."),
        Text(
            "HPR-numrene begynner på 99 og har ni sifre. Slike numre er ikke delt ut, så ingen av dem hører til en virkelig lege.",
            nn: "HPR-nummera byrjar på 99 og har ni siffer. Slike nummer er ikkje delte ut, så ingen av dei høyrer til ein verkeleg lege."),
        Text(
            "Noen opplysninger er gale eller doble med vilje, slik de er i virkeligheten, så det går an å øve på å rette dem.",
            nn: "Nokre opplysningar er galne eller doble med vilje, slik dei er i røynda, så det går an å øve på å rette dei."),
        Text(
            "Ingenting her kan brukes som fakta om en kommune eller en lege.",
            nn: "Ingenting her kan brukast som fakta om ein kommune eller ein lege."),
    ]
    static let closeness = Text("Hvor nær virkeligheten er øvingsdataene?", nn: "Kor nær røynda er øvingsdataa?")
    static func within(_ count: Int, of all: Int) -> Text {
        Text(
            "\(count) av \(all) tall ligger innenfor det vi godtar.",
            nn: "\(count) av \(all) tal ligg innanfor det vi godtek.")
    }
    static let howCompared = Text(
        "Til venstre står et tall som er offentliggjort, og hva vi har talt i øvingsdataene for å sammenligne. De to er sjelden helt det samme, så et avvik er ikke alltid en feil. For andeler er avviket i prosentpoeng.",
        nn:
            "Til venstre står eit tal som er offentleggjort, og kva vi har talt i øvingsdataa for å samanlikne. Dei to er sjeldan heilt det same, så eit avvik er ikkje alltid ein feil. For delar er avviket i prosentpoeng."
    )
    static let columns = [
        Text("Offentlig tall", nn: "Offentleg tal"), Text("Talt i øvingsdataene", nn: "Talt i øvingsdataa"),
        Text("Offentlig", nn: "Offentleg"),
        Text("Øving", nn: "Øving"), Text("Avvik", nn: "Avvik"), Text("Godtatt?", nn: "Godteke?"),
    ]
    static let source = Text("kilde", nn: "kjelde")
    static let isWithin = Text("innenfor", nn: "innanfor")
    static let isOutside = Text("utenfor", nn: "utanfor")
    static let notCompared = Text("Offentlige tall vi ikke kan sammenligne med", nn: "Offentlege tal vi ikkje kan samanlikne med")
    static let again = Text("Lag dem på nytt", nn: "Lag dei på nytt")
    static let sameSeed = Text(
        "Samme frø, dato og antall gir de samme personene, hver gang og på hver maskin:",
        nn: "Same frø, dato og tal gir dei same personane, kvar gong og på kvar maskin:")
    static func made(_ time: Instant, until day: CalendarDay) -> Text {
        Text(
            "Laget \(Format.time(time)), med hendelser til \(day.norwegian).",
            nn: "Laga \(Format.time(time)), med hendingar til \(day.norwegian).")
    }
    static let notPractice = Text(
        "Dette registeret er ikke øvingsdata. Opplysningene her kommer fra dem som bruker det.",
        nn: "Dette registeret er ikkje øvingsdata. Opplysningane her kjem frå dei som bruker det.")
    static let notCounted = Text(
        "Alle personer her er oppdiktet. Disse øvingsdataene ble laget før sammenligningen fantes; lag dem på nytt med «alis demo» for å se den.",
        nn:
            "Alle personar her er oppdikta. Desse øvingsdataa blei laga før samanlikninga fanst; lag dei på nytt med «alis demo» for å sjå henne."
    )

    static func number(_ value: Double, _ unit: AlisCast.PublicFigure.Unit) -> String {
        switch unit {
        case .count: Format.number(Int(clampedRounding: value))
        case .percent: decimal(value) + "\u{00A0}%"
        }
    }

    static func deviation(_ comparison: Calibration.Comparison) -> Text {
        let value = comparison.deviation
        let sign = value >= 0.05 ? "+" : value <= -0.05 ? "−" : ""
        let number = sign + decimal(abs(value))
        let limit = decimal(comparison.figure.tolerance)
        return switch comparison.figure.unit {
        case .count: Text("\(number)\u{00A0}% (godtar ±\(limit))", nn: "\(number)\u{00A0}% (godtek ±\(limit))")
        case .percent: Text("\(number) p.p. (godtar ±\(limit))", nn: "\(number) p.p. (godtek ±\(limit))")
        }
    }

    /// One decimal, unless it is 0.
    private static func decimal(_ value: Double) -> String {
        let tenths = Int(clampedRounding: value * 10)
        return tenths.isMultiple(of: 10) ? Format.number(tenths / 10) : Format.oneDecimal(tenths, per: 10)
    }
}

extension Int {
    /// The nearest whole number; 0 for what is no number or too large for one.
    fileprivate init(clampedRounding value: Double) { self = Int(exactly: value.rounded()) ?? 0 }
}
