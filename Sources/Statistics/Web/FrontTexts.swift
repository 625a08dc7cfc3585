import AlisDomain

/// Texts of the front page.
enum FrontTexts {
    static let title = Text("Allmennleger i spesialisering i Norge", nn: "Allmennlegar i spesialisering i Noreg")
    static let description = Text(
        "Hvor mange leger utdanner seg til spesialist i allmennmedisin, hvor de arbeider, og når de trenger sykehustjeneste.",
        nn: "Kor mange legar utdannar seg til spesialist i allmennmedisin, kvar dei arbeider, og når dei treng sjukehusteneste.")
    static func heading(_ count: Int) -> Text {
        Text(
            "\(Format.number(count)) leger utdanner seg til spesialist i allmennmedisin",
            nn: "\(Format.number(count)) legar utdannar seg til spesialist i allmennmedisin")
    }
    static let headingWithout = Text(
        "Leger som utdanner seg til spesialist i allmennmedisin", nn: "Legar som utdannar seg til spesialist i allmennmedisin")
    static let whatItIs = Text(
        "De kalles ALIS: allmennleger i spesialisering. Alis er den felles oversikten over dem. Kommunen holder den ved like, ALIS-kontoret hjelper til, sykehuset ser hvem som kommer, og legen ser hvor hun er og hva som gjenstår. Ingen trenger å skrive det samme to ganger.",
        nn:
            "Dei blir kalla ALIS: allmennlegar i spesialisering. Alis er den felles oversikta over dei. Kommunen held henne ved like, ALIS-kontoret hjelper til, sjukehuset ser kven som kjem, og legen ser kvar ho er og kva som står att. Ingen treng å skrive det same to gonger."
    )
    static let tryIt = Text("Prøv som en oppdiktet person", nn: "Prøv som ein oppdikta person")
    static let followNew = Text("av dem følger ordningen fra 1. mars 2019.", nn: "av dei følgjer ordninga frå 1. mars 2019.")
    static func daysLeft(_ days: Int, _ day: CalendarDay) -> Text {
        days == 0
            ? Text(
                "dager igjen: i dag er siste dag å søke om godkjenning etter den gamle ordningen.",
                nn: "dagar att: i dag er siste dag å søkje om godkjenning etter den gamle ordninga.")
            : Text(
                "\(days == 1 ? "dag" : "dager") igjen til \(day.norwegian), siste dag å søke om godkjenning etter den gamle ordningen.",
                nn: "\(days == 1 ? "dag" : "dagar") att til \(day.norwegian), siste dag å søkje om godkjenning etter den gamle ordninga.")
    }
    static func stillOld(_ count: Int) -> Text {
        count == 0
            ? Text("Ingen følger den lenger.", nn: "Ingen følgjer henne lenger.")
            : Text("\(Format.number(count)) leger følger den ennå.", nn: "\(Format.number(count)) legar følgjer henne enno.")
    }
    static func deadlinePassed(_ day: CalendarDay) -> Text {
        Text(
            "Siste dag å søke om godkjenning etter den gamle ordningen var \(day.norwegian).",
            nn: "Siste dag å søkje om godkjenning etter den gamle ordninga var \(day.norwegian).")
    }
    static let seeFigures = Text("Se tallene for region, kontor og fylke", nn: "Sjå tala for region, kontor og fylke")
    static func asOf(_ day: CalendarDay) -> Text {
        Text(
            "Antallet er per \(day.norwegian). Nye tall lages hvert halvår.",
            nn: "Talet er per \(day.norwegian). Nye tal blir laga kvart halvår.")
    }
    static let mapTitle = Text("ALIS per 10 000 innbyggere, etter fylke", nn: "ALIS per 10 000 innbyggjarar, etter fylke")
    static let mapNote = Text(
        "Én sekskant er én kommune, i fargen til fylket sitt. Tall for den enkelte kommune er ikke offentlige her.",
        nn: "Éin sekskant er éin kommune, i fargen til fylket sitt. Tal for den einskilde kommunen er ikkje offentlege her.")
}
