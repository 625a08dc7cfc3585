import AlisDomain

extension ExportFront {
    /// Of what answers an overview's question.
    ///
    /// - Parameters:
    ///   - path: the page the file is taken from.
    ///   - more: what it is narrowed to beyond the question.
    ///   - measures: whose definitions are told.
    init(
        _ title: Text, path: String, _ visit: Visit, _ address: QuestionAddress, _ view: RegisterView, more: [Narrowing] = [],
        coverage: OverviewTable.Row, measures: [Measure] = Measure.allCases
    ) {
        let frame = visit.frame
        let known = address.knownAt.map { Format.time($0) } ?? "\(frame[CommonTexts.now]), \(Format.time(visit.now))"
        let selection = address.selection(view, frame) + more
        let day =
            address.question.asOf > visit.today
            ? "\(address.question.asOf.norwegian). \(frame[OverviewTexts.dayToCome])" : address.question.asOf.norwegian
        var lines: [(term: String, meaning: String)] = [
            (frame[ExportTexts.question], frame[title]), (frame[OverviewTexts.asOf], day),
            (frame[OverviewTexts.knownAt], known),
        ]
        lines += selection.map { (frame[$0.label], $0.name) }
        if selection.isEmpty { lines.append((frame[CommonTexts.filters], frame[OverviewTexts.wholeCountry])) }
        lines.append(
            (frame[OverviewTexts.confirmed], frame[OverviewTexts.coverage(coverage.confirmed, of: coverage.municipalities)]))
        lines.append((frame[ExportTexts.takenOut], Format.time(visit.now)))
        lines.append((frame[ExportTexts.address], address.link(path, setting: [("vis", nil)] + more.map { ($0.field, $0.value) })))
        lines += measures.map { (frame[OverviewTexts.name($0)], frame[OverviewTexts.definition($0)]) }
        self.init(name: frame[ExportTexts.front], title: frame[title], lines: lines)
    }

    /// What stands above the headings: what is asked, and how fresh it is.
    static func notes(_ visit: Visit, _ address: QuestionAddress, _ view: RegisterView, _ title: Text) -> [String] {
        let nation = view.table(address.question).nation
        let texts = [
            title,
            OverviewTexts.lede(
                municipalities: nation.municipalities, day: address.question.asOf, knownAt: address.knownAt ?? visit.now),
            OverviewTexts.coverage(nation.confirmed, of: nation.municipalities),
        ]
        return (texts + (address.question.asOf > visit.today ? [OverviewTexts.dayToCome] : [])).map { visit.frame[$0] }
    }

    /// A file's name with the day, the time it was known, and what it is narrowed to: `alis-oversikt-2026-11-22-kontor-NORD`.
    static func fileName(_ what: String, _ address: QuestionAddress, more: [(String, String?)] = []) -> String {
        var parts = (what == "alis" ? ["alis"] : ["alis", what]) + [address.question.asOf.iso]
        if let knownAt = address.knownAt {
            let (day, hour, minute) = knownAt.norwegianClock
            parts.append("kjent-\(day.iso)-\(hour < 10 ? "0" : "")\(hour)\(minute < 10 ? "0" : "")\(minute)")
        }
        for (name, value) in FormData(urlEncoded: address.query(setting: [("per", nil), ("kjent", nil), ("vis", nil)])).pairs {
            parts.append("\(name)-\(value)")
        }
        parts += more.compactMap { name, value in value.map { "\(name)-\($0)" } }
        return String(parts.joined(separator: "-").filter { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }.prefix(120))
    }
}

/// Texts of what is taken out.
enum ExportTexts {
    static let front = Text("Om uttrekket", nn: "Om uttrekket")
    static let question = Text("Spørsmål", nn: "Spørsmål")
    static let takenOut = Text("Tatt ut", nn: "Teke ut")
    static let address = Text("Adresse", nn: "Adresse")
    static let level = Text("Nivå", nn: "Nivå")
    static let confirmedCount = Text("Kommuner bekreftet siste halvår", nn: "Kommunar stadfesta siste halvår")
    static let confirmedBy = Text("Bekreftet av", nn: "Stadfesta av")
    static let wishes = Text("Ønsker", nn: "Ønske")
    static let wishesNote = Text(
        "Leger med et stående ønske om sykehustjeneste, etter første ønske og tidligste halvår.",
        nn: "Legar med eit ståande ønske om sjukehusteneste, etter første ønske og tidlegaste halvår.")
    static let trendNote = Text(
        "Det som telles gjennom året (startet, ferdige, konvertert), står ikke her: 1. januar har året så vidt begynt. Spør per 31. desember.",
        nn:
            "Det som blir talt gjennom året (starta, ferdige, konvertert), står ikkje her: 1. januar har året så vidt teke til. Spør per 31. desember."
    )
    static let trend = Text("Utvikling", nn: "Utvikling")
    static let notConfirmedSince = Text("Ikke bekreftet siden", nn: "Ikkje stadfesta sidan")
    static let figures = Text("Tall", nn: "Tal")
    static let measure = Text("Mål", nn: "Mål")
    static let count = Text("Antall", nn: "Tal på")

    static func name(_ level: OverviewTable.Level) -> Text {
        switch level {
        case .nation: Text("land", nn: "land")
        case .region: Text("region", nn: "region")
        case .office: Text("kontor", nn: "kontor")
        case .county: Text("fylke", nn: "fylke")
        case .municipality: Text("kommune", nn: "kommune")
        case .unplaced: Text("uten arbeidssted", nn: "utan arbeidsstad")
        }
    }
}

extension ExportValue {
    /// A position's percent, given in hundredths; nothing for none.
    static func position(_ hundredths: Int) -> ExportValue { hundredths > 0 ? .percent(Double(hundredths) / 10_000) : .empty }
}
