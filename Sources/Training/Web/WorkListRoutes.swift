import AlisDomain

/// Lists that drive work: which doctors' training calls for somebody, and why.
///
/// | method | address | who |
/// |---|---|---|
/// | GET | /arbeidslister, /arbeidslister/:liste | the municipality and its office; administrators |
package struct WorkListRoutes: Sendable {
    let register: RegisterCache
    let board: PlanBoardCache

    package init(register: RegisterCache, board: PlanBoardCache) {
        self.register = register
        self.board = board
    }

    package var routes: [Route] {
        [
            .restricted(.get, "/arbeidslister", to: .writers, overview),
            .restricted(.get, "/arbeidslister/:liste", to: .writers, show),
        ]
    }

    /// One doctor in a list, as the viewer may see her.
    package struct Line: Sendable {
        package let name: String
        package let municipality: String
        package let board: PlanBoard.Line
    }

    /// Everyone in the viewer's scope whose training is under way.
    package func lines(_ viewer: Viewer, on day: CalendarDay) async throws -> [Line] {
        let view = try await register.current()
        let board = try await board.current(on: day, deadline: view.reference.deadline("oldSchemeLastApplication")?.day)
        let scope = view.scope(viewer, on: day)
        let visible = view.visible(scope, on: day)
        let people = view.people(on: day, knownAfter: view.change)
        let found = board.lines.compactMap { line -> (rank: Int32, line: Line)? in
            guard let person = view.index.ordinal(of: line.file.trainee), visible[Int(person)], let trainee = people[person] else {
                return nil
            }
            let place = line.file.trainingCase.services.last { $0.period.from <= day && $0.place.municipality != nil }?.place.municipality
            // Only those whose record the viewer may change: lists are for those who can act.
            let mine = place.map { place in
                ([place] + view.directory.successors(of: place, on: day)).contains { scope.mayWrite($0) }
            }
            guard mine ?? scope.writesEverything else { return nil }
            let name = place.flatMap { view.directory.nearestFacts(of: $0, on: day)?.name } ?? ""
            return (Int32(clamping: people.rank[Int(person)]), Line(name: trainee.fullName, municipality: name, board: line))
        }
        return found.sorted { ($0.rank, $0.line.board.file.trainee) < ($1.rank, $1.line.board.file.trainee) }.map(\.line)
    }

    /// How many stand in each list, for the start page.
    package func counts(_ viewer: Viewer, on day: CalendarDay) async throws -> [(work: CourseWork, count: Int)] {
        let lines = try await lines(viewer, on: day)
        return CourseWork.allCases.map { work in (work, lines.filter { $0.board.work.contains(work) }.count) }
    }

    private func overview(_ visit: Visit, _ viewer: Viewer) async throws -> Reply {
        let counts = try await counts(viewer, on: visit.today)
        let items = counts.map { work, count -> Html in
            """
            <li\(flag: " class=\"urgent\"", count > 0 && WorkListTexts.isUrgent(work))><b>\(count)</b><p><a href="/arbeidslister/\(WorkListTexts.code(work))">\(visit.frame[WorkListTexts.name(work)])</a></p></li>
            """
        }
        return visit.page(
            visit.frame[WorkListTexts.title],
            """
            <div class="narrow"><h1>\(visit.frame[WorkListTexts.title])</h1><p class="lede">\(visit.frame[WorkListTexts.lede])</p>\
            <ul class="waiting">\(items)</ul></div>
            """)
    }

    /// The list in the address.
    func wanted(_ visit: Visit) throws -> CourseWork {
        guard let work = WorkListTexts.work(visit.parameter("liste")) else { throw PageRefusal.notFound }
        return work
    }

    private func show(_ visit: Visit, _ viewer: Viewer) async throws -> Reply {
        let work = try wanted(visit)
        let frame = visit.frame
        let lines = try await lines(viewer, on: visit.today).filter { $0.board.work.contains(work) }
        let heads = [TraineeTexts.name, TraineeTexts.municipality, WorkListTexts.why, PlanTexts.done].map { frame[$0] }
        let rows = lines.map { line -> Html in
            """
            <tr><th scope="row"><a href="/alis/\(line.board.file.trainee.text)/plan">\(line.name)</a></th><td data-label="\(heads[1])">\(line.municipality)</td>\
            <td data-label="\(heads[2])">\(WorkListTexts.reason(work, line.board, frame))</td>\
            <td data-label="\(heads[3])">\((line.board.evaluation.completion ?? line.board.evaluation.serviceDone).map(\.norwegian))</td></tr>
            """
        }
        let path = "/arbeidslister/\(visit.parameter("liste"))"
        let body: Html =
            rows.isEmpty
            ? "<p class=\"empty\">\(frame[WorkListTexts.empty])</p>"
            : """
            <div class="scroll" tabindex="0" role="region" aria-label="\(frame[WorkListTexts.name(work)])"><table class="texts cards"><thead><tr>\
            \(heads.map { "<th scope=\"col\">\($0)</th>" as Html })</tr></thead><tbody>\(rows)</tbody></table></div>
            <p class="acts"><a class="btn quiet" href="\(path)/regneark.csv">\(frame[CommonTexts.downloadCSV])</a>\
            <a class="btn quiet" href="\(path)/regneark.xlsx">\(frame[CommonTexts.downloadXLSX])</a></p>
            """
        return visit.page(
            frame[WorkListTexts.name(work)],
            """
            <p class="crumb"><a href="/arbeidslister">\(frame[WorkListTexts.title])</a></p><h1>\(Format.number(lines.count)) \(frame[WorkListTexts.name(work)])</h1>
            <p class="lede">\(frame[WorkListTexts.what(work)])</p>\(body)
            """)
    }
}
