import AlisDomain

/// How the public figures' address says which day: `per`, always a published one. `spurt` is the day that was asked for before.
struct FiguresAddress: Sendable {
    /// The published day that the address names; nil when it names another, or none.
    let day: CalendarDay?
    /// The address that answers when this one does not name a published day.
    private let wanted: CalendarDay?
    /// What somebody asked for and was led away from.
    let askedFor: CalendarDay?
    var problems: [FieldProblem] = []
    private let plan: PublicationPlan

    init(_ query: FormData, today: CalendarDay) {
        let plan = PublicationPlan(today: today)
        let text = query["per"]
        let wanted = CalendarDay(typed: text)
        self.plan = plan
        self.wanted = wanted
        askedFor = CalendarDay(typed: query["spurt"])
        if !text.isEmpty, wanted == nil {
            problems.append(FieldProblem("per", OverviewTexts.noSuchDay(text)))
            day = plan.newest
        } else {
            day = wanted.flatMap { plan.day(for: $0) == $0 ? $0 : nil }
        }
    }

    /// Where the published figures are that come nearest to what was asked for.
    func nearest(_ path: String = Addresses.figures()) -> String {
        guard let wanted else { return Self.link(plan.newest, path: path) }
        return Self.link(plan.day(for: wanted), path: path) + (path == Addresses.figures() ? "&spurt=\(wanted.iso)" : "")
    }

    /// The address of a day's figures, or of a county's in them.
    static func link(_ day: CalendarDay, county: String? = nil, path: String = Addresses.figures()) -> String {
        "\(path)?per=\(day.iso)" + (county.map { "#fylke-\($0)" } ?? "")
    }
}
