import AlisDomain

/// The list of gatherings: those to come first, near ones before others.
extension GatheringRoutes {
    typealias Listed = (id: RecordID, gathering: Gathering, roster: GatheringRoster?)

    func list(_ visit: Visit, _ viewer: Viewer) async throws -> ListPage<Listed> {
        let scope = try await desk.scope(visit, viewer)
        let all = try await desk.database.read { connection in
            let all = try GatheringStore.all(on: connection)
            let rosters = try GatheringStore.rosters(of: all, on: connection)
            return all.map { (id: $0.id, gathering: $0.gathering, roster: rosters[$0.id]) }
        }
        let near = Self.offices(near: scope)
        func nearFirst(_ some: [Listed]) -> [Listed] {
            some.filter { near.contains($0.gathering.office) } + some.filter { !near.contains($0.gathering.office) }
        }
        let coming = nearFirst(all.filter { $0.gathering.last >= visit.today })
        let past = nearFirst(all.filter { $0.gathering.last < visit.today }.reversed())
        let frame = visit.frame
        var page = ListPage(
            frame[GatheringTexts.title],
            columns(scope, mayOpen: !viewer.roles.isDisjoint(with: SupervisionDesk.parties), frame), coming + past,
            empty: GatheringTexts.none, query: visit.query, file: ListFile("samlinger-\(visit.today.iso)"))
        page.heading = frame[GatheringTexts.heading]
        page.lede = "\(frame[GatheringTexts.lede])"
        page.above = SupervisionTabs.html(Addresses.gatherings(), scope, frame)
        if !viewer.roles.isDisjoint(with: Set<Role>.offices) {
            page.acts = "<a class=\"btn\" href=\"\(Addresses.newGathering())\">\(frame[GatheringTexts.add])</a>"
        }
        return page
    }

    private func columns(_ scope: SupervisionScope, mayOpen: Bool, _ frame: Frame) -> [ListColumn<Listed>] {
        let names = Dictionary(scope.view.register.reference.offices.map { ($0.value.code, $0.value.name) }) { first, _ in first }
        return [
            ListColumn(frame[GatheringTexts.name], sort: "navn", value: { .text($0.gathering.title) }) { row in
                mayOpen ? "<a href=\"\(Addresses.gathering(row.id))\">\(row.gathering.title)</a>" : "\(row.gathering.title)"
            },
            ListColumn(frame[GatheringTexts.kind], sort: "slag", value: { .text(frame[GatheringTexts.name($0.gathering.kind)]) }),
            ListColumn(
                frame[GatheringTexts.when], sort: "tid", by: { .day($0.gathering.first) },
                value: { .text($0.gathering.days) }),
            ListColumn(frame[GatheringTexts.place], sort: "sted", value: { .text($0.gathering.place) }),
            ListColumn(
                frame[SupervisionTexts.office], sort: "kontor", value: { .text(names[$0.gathering.office] ?? $0.gathering.office.code) }),
            ListColumn(
                frame[GatheringTexts.free],
                value: { row in
                    row.gathering.last < frame.today
                        ? .text(frame[GatheringTexts.isOver]) : .integer(row.roster?.free ?? row.gathering.places)
                }),
            ListColumn(frame[GatheringTexts.waiting], value: { .integer($0.roster?.waiting.count ?? 0) }),
        ]
    }

    /// The offices that are the viewer's own, or whose area she works in: their gatherings come first.
    private static func offices(near scope: SupervisionScope) -> Set<OfficeCode> {
        let view = scope.view
        var places = scope.ownPersons.compactMap { view.homes[$0] }
        places += scope.ownSupervisors.compactMap { view.book.supervisors[$0]?.municipality }
        var offices: Set<OfficeCode> = []
        for grant in scope.viewer.grants {
            switch grant.organisation {
            case .office(let code): offices.insert(code)
            case .municipality(let id): places.append(id)
            case .nation, .trust, .trainee: break
            }
        }
        return offices.union(places.compactMap { view.register.directory.nearestFacts(of: $0, on: view.today)?.office })
    }
}
