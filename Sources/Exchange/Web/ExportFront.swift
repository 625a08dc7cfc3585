import AlisDomain

/// What a file is an answer to: the question, the day, as known when, narrowed to what, and what each figure counts. The first sheet of a
/// workbook, and comment rows above the heading of a CSV file, so that a file on its own can be read, and asked for again.
package struct ExportFront: Sendable {
    package let name: String
    package let title: String
    package let lines: [(term: String, meaning: String)]

    /// - Parameters:
    ///   - path: the page the file is taken from.
    ///   - more: what it is narrowed to beyond the question.
    ///   - measures: whose definitions are told.
    init(
        _ title: Text, path: String, _ visit: Visit, _ address: QuestionAddress, _ view: RegisterView, more: [Narrowing] = [],
        coverage: OverviewTable.Row, measures: [Measure] = Measure.allCases
    ) {
        let frame = visit.frame
        name = frame[ExportTexts.front]
        self.title = frame[title]
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
        if selection.isEmpty { lines.append((frame[OverviewTexts.filters], frame[OverviewTexts.wholeCountry])) }
        lines.append(
            (frame[OverviewTexts.confirmed], frame[OverviewTexts.coverage(coverage.confirmed, of: coverage.municipalities)]))
        lines.append((frame[ExportTexts.takenOut], Format.time(visit.now)))
        lines.append((frame[ExportTexts.address], address.link(path, setting: [("vis", nil)] + more.map { ($0.field, $0.value) })))
        lines += measures.map { (frame[OverviewTexts.name($0)], frame[OverviewTexts.definition($0)]) }
        self.lines = lines
    }

    /// As comment rows: programs that read CSV can be told to pass them over, and a spreadsheet shows them above the table.
    var comments: [String] { lines.map { "# \($0.term): \($0.meaning)" } }

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

extension ExportFormat {
    /// Tables with what they answer: a workbook of all of them behind a front sheet, or the first as CSV.
    func reply(_ tables: [ExportTable], front: ExportFront, hasComments: Bool = true, name: String, at now: Instant) throws -> Reply {
        switch self {
        case .csv:
            let bytes = tables.first.map { CSVWriter.bytes(of: $0, comments: hasComments ? front.comments : []) } ?? []
            return .file(bytes, name: "\(name).csv", type: MediaType.csv)
        case .xlsx:
            let cells = tables.reduce(0) { $0 + $1.rows.count * $1.columns.count }
            var writer = try SpreadsheetWriter(keepsRowsInMemory: cells <= 100_000, madeAt: now)
            writer.addExplanation(name: front.name, title: front.title, lines: front.lines)
            for table in tables { writer.begin(table) }
            let bytes = try writer.finish()
            return .file(bytes, name: "\(name).xlsx", type: MediaType.xlsx)
        }
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
