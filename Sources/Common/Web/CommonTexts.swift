import AlisDomain

/// Texts that every page shares.
package enum CommonTexts {
    package static let skipToContent = Text("Gå til innholdet", nn: "Gå til innhaldet")
    package static let syntheticNotice = Text("Øvingsdata. Alle personer er oppdiktet.", nn: "Øvingsdata. Alle personar er oppdikta.")
    package static let syntheticMore = Text("Hva er dette?", nn: "Kva er dette?")
    package static let mainMenu = Text("Hovedmeny", nn: "Hovudmeny")
    package static let search = Text("Søk", nn: "Søk")
    package static let searchPlaceholder = Text("Navn, HPR eller kommune", nn: "Namn, HPR eller kommune")
    package static let signIn = Text("Logg inn", nn: "Logg inn")
    package static let signOut = Text("Logg ut", nn: "Logg ut")
    package static let footerOwner = Text("Alis · felles for ALIS-kontorene", nn: "Alis · felles for ALIS-kontora")
    package static let publicFigures = Text("Offentlige tall", nn: "Offentlege tal")
    package static let aboutFigures = Text("Om tallene", nn: "Om tala")
    package static let accessibility = Text("Tilgjengelighet", nn: "Tilgjenge")
    package static let privacy = Text("Personvern", nn: "Personvern")
    package static let errorSummaryTitle = Text("Rett opp dette før du går videre", nn: "Rett opp dette før du går vidare")
    package static let save = Text("Lagre", nn: "Lagre")
    package static let cancel = Text("Avbryt", nn: "Avbryt")
    package static let change = Text("Endre", nn: "Endre")
    package static let show = Text("Vis", nn: "Vis")
    package static let all = Text("Alle", nn: "Alle")
    package static let yes = Text("Ja", nn: "Ja")
    package static let no = Text("Nei", nn: "Nei")
    package static let now = Text("nå", nn: "no")
    package static let unknown = Text("ukjent", nn: "ukjend")
    package static let optional = Text("valgfritt", nn: "valfritt")
    package static let downloadCSV = Text("Last ned CSV", nn: "Last ned CSV")
    package static let downloadXLSX = Text("Last ned Excel", nn: "Last ned Excel")
    package static let mapKeys = Text(
        "Med tastatur: piltastene flytter, Enter åpner.", nn: "Med tastatur: piltastane flyttar, Enter opnar.")
    package static let next = Text("Neste", nn: "Neste")
    package static let previous = Text("Forrige", nn: "Førre")

    package static let pages = Text("Sider", nn: "Sider")
    package static let filters = Text("Utvalg", nn: "Utval")
    package static let resetFilters = Text("Nullstill", nn: "Nullstill")
    package static let inPages = Text("Del i sider", nn: "Del i sider")

    package static func allToPrint(_ count: Int) -> Text {
        Text("Vis alle \(count) til utskrift", nn: "Vis alle \(count) til utskrift")
    }

    package static func rows(_ first: Int, _ last: Int, of total: Int) -> Text {
        Text("Viser \(first)–\(last) av \(total)", nn: "Viser \(first)–\(last) av \(total)")
    }

    /// That somebody else saved first; the change is nil when nobody knows who it was.
    package static func changedMeanwhile(_ change: Change?) -> Text {
        let (who, time) = (change?.byName ?? "Alis", change.map { " \(Format.time($0.recordedAt))" } ?? "")
        return Text(
            "\(who) endret dette\(time), mens du fylte ut skjemaet. Se hva som er lagret, før du lagrer. Lagrer du nå, gjelder det du har skrevet.",
            nn:
                "\(who) endra dette\(time), medan du fylte ut skjemaet. Sjå kva som er lagra, før du lagrar. Lagrar du no, gjeld det du har skrive."
        )
    }
}
