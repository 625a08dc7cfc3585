import AlisDomain

/// Lists that drive work: which doctors' training calls for somebody, and why.
///
/// | method | address | who |
/// |---|---|---|
/// | GET | /arbeidslister, /arbeidslister/:liste, /arbeidslister/:liste/regneark.csv, .xlsx | writers, their own |
package struct CourseWorkRoutes: WaitingSource, PlannedEndSource {
    let register: RegisterCache
    let board: PlanBoardCache
    let approvals: PlanApprovalCache
    /// The lists that are kept among the supervisors.
    let others: any OtherListSource

    package var routes: [Route] {
        [.restricted(.get, Addresses.workLists, to: .writers, overview)]
            + Route.list(Addresses.workList, files: Addresses.workListFiles, to: .writers, list)
    }

    /// One doctor in a list, as the viewer may see her.
    package struct Line: Sendable {
        package let name: String
        package let municipality: String
        package let board: PlanBoard.Line
        /// What her plan waits for the municipality with; nil when it waits for nothing.
        package let approval: ApprovalWait?

        /// Whether she stands in a list.
        package func stands(in work: CourseWork) -> Bool {
            work == .planToApprove ? approval != nil : board.work.contains(work)
        }
    }

    /// Everyone in the viewer's scope whose training is under way.
    package func lines(_ viewer: Viewer, on day: CalendarDay) async throws -> [Line] {
        let view = try await register.current()
        let scope = view.scope(viewer, on: day)
        let visible = view.visible(scope, on: day)
        let persons = visible.indices.filter { visible[$0] }.map { view.index.personIDs[$0] }
        let board = try await board.current(
            of: persons, on: day, deadline: view.reference.deadline("oldSchemeLastApplication")?.day)
        let people = view.people(on: day, knownAfter: view.change)
        let approvals = try await approvals.waiting(board.lines.map(\.file))
        let members = view.members(OverviewQuestion(asOf: day), counting: nil)
        let main = Dictionary(members.compactMap { member in member.municipality.map { (member.person, $0) } }, uniquingKeysWith: { $1 })
        let names = view.placeNames(on: day)
        let found = board.lines.compactMap { line -> (rank: Int32, line: Line)? in
            guard let person = view.index.ordinal(of: line.file.trainee), visible[Int(person)], let trainee = people[person] else {
                return nil
            }
            // Only those whose record the viewer may change: lists are for those who can act.
            let served = line.file.trainingCase.services.last { $0.period.from <= day && $0.place.municipality != nil }?.place.municipality
            let places = [main[person], served].compactMap { $0 }
            let mine = places.contains { view.mayWrite($0, scope, on: day) }
            guard places.isEmpty ? scope.writesEverything : mine else { return nil }
            // Where she is registered to work, as every other list has it.
            let name = main[person].flatMap { names[$0]?.name } ?? ""
            return (
                Int32(clamping: people.rank[Int(person)]),
                Line(
                    name: trainee.fullName, municipality: name, board: line, approval: approvals[line.file.trainee])
            )
        }
        return found.sorted { ($0.rank, $0.line.board.file.trainee) < ($1.rank, $1.line.board.file.trainee) }.map(\.line)
    }

    /// The lists kept here; who lacks a supervisor, or hours, stands among the supervisors' lists.
    package static let kept = CourseWork.allCases.filter { $0 != .noSupervisor && $0 != .supervisionBehind }

    /// How many stand in each list, for the start page.
    package func counts(_ viewer: Viewer, on day: CalendarDay) async throws -> [(work: CourseWork, count: Int)] {
        let lines = try await lines(viewer, on: day)
        return Self.kept.map { work in (work, lines.filter { $0.stands(in: work) }.count) }
    }

    /// Only the municipality is told of plans that wait for it: nobody else may approve them.
    package func waiting(for viewer: Viewer, on today: CalendarDay) async throws -> [Waiting] {
        guard !viewer.roles.isDisjoint(with: Set<Role>.writers) else { return [] }
        return try await counts(viewer, on: today)
            .filter { $0.count > 0 && ($0.work != .planToApprove || viewer.has(.municipality)) }
            .map { Self.waiting($0, $1) }
    }

    private static func waiting(_ work: CourseWork, _ count: Int) -> Waiting {
        Waiting(
            count: count, what: CourseWorkTexts.name(work, count), link: Addresses.workList(CourseWorkTexts.code(work)),
            isUrgent: count > 0 && CourseWorkTexts.isUrgent(work))
    }

    /// When those in the old scheme are done by their plans, for the page that follows them up by what is registered of them.
    package func oldSchemeEnds(_ viewer: Viewer, on day: CalendarDay) async throws -> [RecordID: PlannedEnd] {
        guard !viewer.roles.isDisjoint(with: Set<Role>.writers) else { return [:] }
        let ends = try await lines(viewer, on: day).compactMap { line -> (RecordID, PlannedEnd)? in
            let evaluation = line.board.untilConversion ?? line.board.evaluation
            guard evaluation.rules.scheme == .old else { return nil }
            let end = PlannedEnd(completion: evaluation.completion, isTooLate: line.board.work.contains(.oldSchemeTooLate))
            return (line.board.file.trainee, end)
        }
        return Dictionary(ends, uniquingKeysWith: { first, _ in first })
    }

    private func overview(_ visit: Visit, _ viewer: Viewer) async throws -> Reply {
        let lists = try await counts(viewer, on: visit.today).map { Self.waiting($0, $1) } + others.lists(for: viewer, on: visit.today)
        let items = lists.map { $0.html(visit.frame) }
        return visit.page(
            visit.frame[CourseWorkTexts.title],
            """
            <div class="narrow"><h1>\(visit.frame[CourseWorkTexts.title])</h1><p class="lede">\(visit.frame[CourseWorkTexts.lede])</p>\
            <ul class="waiting">\(items)</ul>
            <p><a href="\(Addresses.plans())">\(visit.frame[PlanListTexts.title])</a></p></div>
            """)
    }

    private func list(_ visit: Visit, _ viewer: Viewer) async throws -> ListPage<Line> {
        guard let work = CourseWorkTexts.work(visit.parameter("liste")), Self.kept.contains(work) else { throw PageRefusal.notFound }
        let frame = visit.frame
        let all = try await lines(viewer, on: visit.today)
        let lines = all.filter { $0.stands(in: work) }
        var page = ListPage(
            frame[CourseWorkTexts.name(work)], Self.columns(work, frame), lines, empty: CourseWorkTexts.empty, query: visit.query,
            file: ListFile(
                "alis-\(CourseWorkTexts.code(work))-\(visit.today.iso)",
                notes: ["\(frame[CourseWorkTexts.name(work)]), \(visit.today.norwegian)", frame[CourseWorkTexts.what(work)]]),
            sheet: frame[CourseWorkTexts.title])
        page.crumb = "<p class=\"crumb\"><a href=\"\(Addresses.workLists())\">\(frame[CourseWorkTexts.title])</a></p>"
        page.heading = "\(Format.number(lines.count)) \(frame[CourseWorkTexts.name(work, lines.count)])"
        page.lede = "\(frame[CourseWorkTexts.what(work)])\(Self.otherView(work, viewer, frame))"
        page.below = Self.soon(all, work, frame)
        return page
    }

    /// Where the same doctors stand by what is registered of them, for those who may go there.
    private static func otherView(_ work: CourseWork, _ viewer: Viewer, _ frame: Frame) -> Html {
        guard work == .oldSchemeTooLate, !viewer.roles.isDisjoint(with: Set<Role>.offices) else { return .empty }
        return " <a href=\"\(Addresses.oldScheme())\">\(frame[CourseWorkTexts.byRegisteredEnd])</a>"
    }

    /// Whose plans are to be looked through next, so that nobody need come to stand in the list.
    private static func soon(_ all: [Line], _ work: CourseWork, _ frame: Frame) -> Html {
        guard work == .stalePlan else { return .empty }
        let lines = all.filter { $0.board.file.record?.isDueSoon(on: frame.today) ?? false }
        let title = frame[PlanSinceTexts.soonTitle]
        return lines.isEmpty ? .empty : "<h2>\(title)</h2>\(ListTable(title, columns(work, frame)).html(lines))"
    }

    private static func columns(_ work: CourseWork, _ frame: Frame) -> [ListColumn<Line>] {
        [
            ListColumn(frame[TraineeTexts.name], sort: "navn", by: { .person($0.name) }, value: { .text($0.name) }) { line in
                let doctor = line.board.file.trainee
                let path =
                    switch work {
                    case .objectivesWaiting: "\(Addresses.objectives(doctor))?vis=venter"
                    case .planToApprove: "\(Addresses.plan(doctor))#gjennomgang"
                    default: Addresses.plan(doctor)
                    }
                return "<a href=\"\(path)\">\(line.name)</a>"
            },
            ListColumn(frame[TraineeTexts.municipality], sort: "kommune", value: { .text($0.municipality) }),
            ListColumn(frame[CourseWorkTexts.why], value: { .text(CourseWorkTexts.reason(work, $0, frame)) }) { line in
                let reminder: Html =
                    work == .stalePlan || work == .noPlan
                    ? """
                    <br><a class="note" href="\(Addresses.planReminder(line.board.file.trainee))">\(frame[PlanSinceTexts.reminder])\
                    <span class="hidden-visually">: \(line.name)</span></a>
                    """ : .empty
                return "\(CourseWorkTexts.reason(work, line, frame))\(reminder)"
            },
            ListColumn(frame[PlanTexts.serviceDone], sort: "tjeneste", value: { ExportValue($0.board.evaluation.serviceDone) }),
            ListColumn(
                frame[PlanTexts.done], sort: "ferdig",
                value: { PlanTexts.done($0.board.evaluation, isAssumed: $0.board.file.isAssumed, frame) }
            ) { CourseWorkTexts.doneCell($0.board.evaluation, isAssumed: $0.board.file.isAssumed, frame) },
            ListColumn(
                frame[PlanTexts.unjudgedHead], in: .file, value: { .text(PlanTexts.unjudged($0.board.evaluation).map { frame[$0] } ?? "") }),
        ]
    }
}

/// Where the page of all work lists learns of those that stand above training plans: each with how many stand in it, the empty too.
package protocol OtherListSource: Sendable {
    func lists(for viewer: Viewer, on today: CalendarDay) async throws -> [Waiting]
}
