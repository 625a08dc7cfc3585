import AlisDomain

/// Each doctor's plan on one line: what counts, what remains, when she is done by the plan, and what needs attention.
package struct PlanList: Sendable {
    /// One doctor.
    package struct Row: Sendable {
        package let id: RecordID
        package let name: String
        /// Where she works; empty when she works nowhere.
        package let municipality: String
        package let slug: String?
        package let registeredEnd: CalendarDay?
        package let board: PlanBoard.Line
        package let end: EndComparison
        /// What calls for somebody, the most pressing first. How the hours of supervision stand is told in an account of their own.
        package let attention: [CourseWork]

        package var evaluation: Evaluation { board.evaluation }
    }

    /// Which rows are shown.
    package enum Selection: String, CaseIterable, Sendable {
        case all = "alle"
        case attention = "trenger-noe"
        case differing = "avvik"
        case notReached = "naar-ikke-fram"

        func includes(_ row: Row) -> Bool {
            switch self {
            case .all: true
            case .attention: !row.attention.isEmpty
            case .differing: row.end.isMarked
            case .notReached: row.evaluation.completion == nil
            }
        }
    }

    let address: QuestionAddress
    package let selection: Selection
    /// The most pressing first.
    package let rows: [Row]
    /// How many there are before a selection is made.
    package let count: Int
    package let offices: [Office]
    /// The municipality that is asked about, with its page; nil when none is.
    package let municipality: (name: String, slug: String)?

    /// Whoever the viewer may see, that the question's filters take in, and whose training is under way. `board` holds all of them, and
    /// `approvals` those whose plans wait for the municipality.
    init(
        _ address: QuestionAddress, _ view: RegisterView, _ board: PlanBoard, _ approvals: [RecordID: ApprovalWait], _ viewer: Viewer,
        on day: CalendarDay
    ) {
        self.address = address
        selection = Selection(rawValue: address.typed["utvalg"]) ?? .all
        let people = view.people(on: day, knownAfter: view.change)
        let places = view.placeNames(on: day)
        let all = Self.members(address.question, view, viewer, on: day).compactMap { member -> (rank: Int32, row: Row)? in
            let id = view.index.personIDs[Int(member.person)]
            guard let line = board[id], let trainee = people[member.person] else { return nil }
            let place = member.municipality.flatMap { places[$0] }
            let row = Row(
                id: id, name: trainee.fullName, municipality: place?.name ?? "", slug: place?.slug, registeredEnd: member.expectedEnd,
                board: line, end: EndComparison(computed: line.evaluation.completion, registered: member.expectedEnd),
                attention: CourseWork.byUrgency.filter { work in
                    work == .planToApprove ? approvals[id] != nil : work != .supervisionBehind && line.work.contains(work)
                })
            return (Int32(clamping: people.rank[Int(member.person)]), row)
        }
        count = all.count
        let selection = selection
        rows = all.filter { selection.includes($0.row) }.sorted { Self.isBefore($0, $1) }.map(\.row)
        offices = view.reference.offices(on: day)
        municipality = address.question.municipality.flatMap { id in
            view.directory.nearestFacts(of: id, on: day).map { ($0.name, view.directory.slug(of: id, on: day)) }
        }
    }

    /// Whom a question takes in that the viewer may see by name.
    static func members(
        _ question: OverviewQuestion, _ view: RegisterView, _ viewer: Viewer, on day: CalendarDay
    ) -> [OverviewAnswer.Member] {
        let scope = view.scope(viewer, on: day)
        if !scope.seesNames { return [] }
        return view.seen(question, counting: nil, by: viewer, on: day).filter { $0.has(.active) || $0.has(.paused) }
    }

    private static func isBefore(_ left: (rank: Int32, row: Row), _ right: (rank: Int32, row: Row)) -> Bool {
        let (first, second) = (urgency(left.row), urgency(right.row))
        if first != second { return first.lexicographicallyPrecedes(second) }
        return (left.row.evaluation.completion ?? .latest, left.rank, left.row.id)
            < (right.row.evaluation.completion ?? .latest, right.rank, right.row.id)
    }

    /// What is most pressing for her, then how much there is, then whether the ends differ.
    private static func urgency(_ row: Row) -> [Int] {
        let first = row.attention.first.flatMap { CourseWork.byUrgency.firstIndex(of: $0) } ?? CourseWork.byUrgency.count
        return [first, -row.attention.count, row.end.isMarked ? 0 : 1]
    }
}

extension PlanList.Row {
    /// What has not been served yet.
    package var remaining: ServiceAmount { evaluation.serviceTotal?.remaining ?? .zero }
}
