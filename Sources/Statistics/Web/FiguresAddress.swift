import AlisDomain

/// How the public figures' address says which day: `per`.
struct FiguresAddress: Sendable {
    /// The day asked for; nil when the address does not say.
    var day: CalendarDay?
    var problems: [FieldProblem] = []
    private let publication: CalendarDay

    init(_ query: FormData, today: CalendarDay) {
        publication = OpenFigures.publicationDay(for: today, today: today)
        let text = query["per"]
        if text.isEmpty { return }
        day = QuestionAddress.day(text)
        if day == nil {
            problems.append(FieldProblem("per", OverviewTexts.noSuchDay(text)))
            day = publication
        }
    }

    /// The newest figures' address.
    var today: String { Self.link(publication) }
    func today(_ path: String) -> String { Self.link(publication, path: path) }

    /// The address of a day's figures, or of a county's in them.
    static func link(_ day: CalendarDay, county: String? = nil, path: String = "/tall") -> String {
        "\(path)?per=\(day.iso)" + (county.map { "#fylke-\($0)" } ?? "")
    }
}
