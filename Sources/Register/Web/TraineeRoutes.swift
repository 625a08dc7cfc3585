import AlisDomain

/// One doctor in training: the page, her history, and every way to correct it.
///
/// | method | address | who |
/// |---|---|---|
/// | GET | /alis/:id, /alis/:id/historikk | those in whose scope she is, and she herself |
/// | GET, POST | /alis/ny | writers |
/// | GET, POST | /alis/:id/person | writers in whose scope she works; she herself, contact details |
/// | GET, POST | /alis/:id/utdanning/:fact, /arbeid/ny, /arbeid/:fact, /fravaer/ny, /fravaer/:fact | writers in whose scope she works |
/// | GET, POST | /alis/:id/onske/ny, /onske/:fact | the same, and she herself |
package struct TraineeRoutes {
    let desk: RecordDesk

    /// When plans come to an end; nil where nothing knows.
    let ends: (any ComputedEndSource)?

    package var routes: [Route] {
        let readers: Set<Role> = [.adviser, .coordinator, .municipality, .trust, .administrator, .alis]
        var routes: [Route] = [
            .restricted(.get, Addresses.record, to: readers, show),
            .restricted(.get, Addresses.recordHistory, to: readers, history),
        ]
        routes += NewTraineeRoutes(desk: desk).routes
        routes += PersonForm.routes(desk, Addresses.person.pattern)
        routes += TrainingForm.routes(desk, Addresses.training.pattern)
        for path in [Addresses.newEngagement.pattern, Addresses.engagement.pattern] {
            routes += EngagementForm.routes(desk, path)
        }
        for path in [Addresses.newAbsence.pattern, Addresses.absence.pattern] {
            routes += AbsenceForm.routes(desk, path)
        }
        for path in [Addresses.newWish.pattern, Addresses.wish.pattern] {
            routes += WishForm.routes(desk, path)
        }
        return routes
    }

    private func show(_ visit: Visit, _ viewer: Viewer) async throws -> Reply {
        let opened = try await desk.open(visit, viewer)
        if opened.record.id.text != visit.parameter("id") { return .seeOther(Addresses.record(opened.record.id)) }
        let steps = try await desk.database.read { try opened.record.history(on: $0) }
        let end = try await ends?.ends(
            of: [opened.record.id], on: visit.today, deadline: opened.view.reference.deadline("oldSchemeLastApplication")?.day)
        let page = TraineePage(
            opened: opened, lastSteps: steps, computedEnd: end?[opened.record.id],
            unconfirmed: try await unconfirmed(opened, on: visit.today),
            confirmers: ConfirmerNames(viewer, opened.view, on: visit.today), frame: visit.frame
        ).html()
        let saved = visit.notice(TraineeTexts.saved) + visit.notice(DuplicateTexts.mergedHere, after: "slatt-sammen")
        // Seen for what she did here once, and somebody else's now.
        let isWriter = !viewer.roles.isDisjoint(with: Set<Role>.writers)
        let move: Html =
            opened.mayEdit || !isWriter
            ? .empty
            : TransferPages.notice(
                FormData([("lege", opened.record.id.text)]), title: TransferTexts.movedTitle, why: TransferTexts.moved,
                isAlert: false, visit.frame)
        return visit.page(opened.trainee.fullName, saved + page + move)
    }

    /// Whether her municipality has confirmed what is registered of her, and if not, since when.
    private func unconfirmed(_ opened: RecordDesk.Opened, on day: CalendarDay) async throws -> (day: CalendarDay, isNew: Bool)? {
        guard let person = opened.view.index.ordinal(of: opened.record.id) else { return nil }
        let mine = opened.view.members(OverviewQuestion(asOf: day), counting: nil).filter { $0.person == person }
        var placed = mine.compactMap { member in member.municipality.map { (person: member.person, municipality: $0) } }
        // Whose training is over is counted nowhere; what was said of her last is still to be confirmed where she works.
        if placed.isEmpty, let place = opened.record.mainEngagement(on: day)?.value.municipality {
            placed = [(person, opened.view.directory.currentSuccessor(of: place, on: day) ?? place)]
        }
        guard let row = opened.view.index.unconfirmed(placed, on: day, knownAfter: .max)[person] else { return nil }
        return try await desk.database.read { connection in
            try ChangeLog.changes([row.change], on: connection)[row.change].map { (day: $0.recordedAt.dayInNorway, isNew: row.isNew) }
        }
    }

    private func history(_ visit: Visit, _ viewer: Viewer) async throws -> Reply {
        let opened = try await desk.open(visit, viewer)
        let steps = try await desk.database.read { try opened.record.history(on: $0) }
        let (frame, name) = (visit.frame, opened.trainee.fullName)
        return visit.page(
            "\(frame[TraineeTexts.history]) – \(name)",
            """
            <p class="crumb"><a href="\(Addresses.record(opened.record.id))">\(name)</a></p><h1>\(frame[TraineeTexts.history])</h1>
            <p class="lede">\(frame[MunicipalityTexts.historyLede])</p>
            \(History.html(steps, opened.names(frame)))
            """)
    }
}
