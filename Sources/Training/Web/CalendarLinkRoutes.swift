import AlisDomain

/// A doctor's plan in her own calendar program, which does not sign in.
///
/// | method | address | who |
/// |---|---|---|
/// | GET, POST | /alis/:id/plan/kalender | the doctor herself |
/// | GET | /kalender/:token | whoever holds the secret address, `/kalender/….ics` |
struct CalendarLinkRoutes: Sendable {
    let plans: PlanDesk
    let guesses: SignInLimit
    let publicAddress: String

    var routes: [Route] {
        [
            .restricted(.get, Addresses.calendarLink, to: [.alis], show),
            .restricted(.post, Addresses.calendarLink, to: [.alis], change).actingOnAccess(),
            .open(.get, Addresses.calendarFeed, feed),
        ]
    }

    private func open(_ visit: Visit, _ viewer: Viewer) async throws -> PlanDesk.Opened {
        let opened = try await plans.open(visit, viewer)
        guard opened.record.isOwn else { throw PageRefusal.notFound }
        return opened
    }

    private func show(_ visit: Visit, _ viewer: Viewer) async throws -> Reply {
        try await page(visit, viewer, try await open(visit, viewer), secret: nil, problems: [], status: 200)
    }

    private func change(_ visit: Visit, _ viewer: Viewer) async throws -> Reply {
        let opened = try await open(visit, viewer)
        let (trainee, account, now) = (opened.record.record.id, viewer.account, visit.now)
        // The grant names her as she was registered; a merged duplicate keeps her own.
        let own = viewer.grants.compactMap { grant -> RecordID? in
            guard grant.role == .alis, case .trainee(let id) = grant.organisation else { return nil }
            return id == trainee || opened.record.record.duplicates.contains(id) ? id : nil
        }.first
        guard let own else { throw PageRefusal.notFound }
        switch visit.form["hva"] {
        case "ny":
            let (secret, language) = (visit.linkSecret(plans.desk.surroundings), visit.language)
            try await plans.desk.database.write { connection in
                // Sent twice: the address is the one that was made.
                if try CalendarLinks.find(secret, on: connection) != nil { return }
                try CalendarLinks.make(for: own, account: account, language: language, secret: secret, at: now, on: connection)
            }
            return try await page(visit, viewer, opened, secret: secret, problems: [], status: 200)
        case "stopp":
            try await plans.desk.database.write { _ = try CalendarLinks.stop(own, account: account, at: now, on: $0) }
            return .seeOther("\(Addresses.calendarLink(opened.id))?stoppet=1")
        default:
            return try await page(
                visit, viewer, opened, secret: nil, problems: [FieldProblem("hva", FieldTexts.choose(CalendarLinkTexts.title))], status: 422
            )
        }
    }

    private func page(
        _ visit: Visit, _ viewer: Viewer, _ opened: PlanDesk.Opened, secret: String?, problems: [FieldProblem], status: Int
    ) async throws -> Reply {
        let frame = visit.frame
        let ids = [opened.record.record.id] + opened.record.record.duplicates
        let madeAt = try await plans.desk.database.read { connection in
            try ids.compactMap { try CalendarLinks.madeAt($0, account: viewer.account, on: connection) }.first
        }
        func button(_ what: String, _ text: Text, isQuiet: Bool) -> Html {
            """
            <form method="post" action="\(Addresses.calendarLink(opened.id))">\(Form.marks(frame))<input type="hidden" name="hva" value="\(what)">\
            <button class="btn\(isQuiet ? " quiet" : "")">\(frame[text])</button></form>
            """
        }
        let shown: Html =
            secret.map { secret in
                let address = "\(publicAddress)\(Addresses.calendarFeed(secret)).ics"
                let program = address.split(separator: ":", maxSplits: 1).last.map { "webcal:\($0)" } ?? address
                return """
                    <div class="next"><p><label for="adresse">\(frame[CalendarLinkTexts.address])</label></p>\
                    <input id="adresse" class="copy-link" readonly value="\(address)">\
                    <p class="acts"><button type="button" class="btn quiet" data-copy="adresse" data-done="\(frame[CalendarLinkTexts.copied])" hidden>\
                    \(frame[CalendarLinkTexts.copy])</button><a class="btn quiet" href="\(program)">\(frame[CalendarLinkTexts.openProgram])</a></p>\
                    <p>\(frame[CalendarLinkTexts.shownOnce])</p></div>
                    """
            } ?? .empty
        let state: Html
        if let madeAt {
            let since: Html = secret == nil ? "<p>\(frame[CalendarLinkTexts.active(Format.time(madeAt))])</p>" : .empty
            state = """
                \(since)<div class="acts">\(button("ny", CalendarLinkTexts.renew, isQuiet: true))\
                \(button("stopp", CalendarLinkTexts.stop, isQuiet: true))</div><p class="note">\(frame[CalendarLinkTexts.renewHint])</p>
                """
        } else {
            state = "<div class=\"acts\">\(button("ny", CalendarLinkTexts.make, isQuiet: false))</div>"
        }
        let stopped = visit.notice(CalendarLinkTexts.stopped, after: "stoppet")
        return visit.page(
            frame[CalendarLinkTexts.title], status: status,
            """
            <div class="narrow"><p class="crumb">\(opened.crumb(frame)) › <a href="\(opened.path)">\(frame[PlanTexts.title])</a></p>
            \(stopped)<h1>\(frame[CalendarLinkTexts.title])</h1><p class="lede">\(frame[CalendarLinkTexts.lede])</p>
            \(Form.errorSummary(problems, frame))\(shown)\(state)
            <p class="note">\(frame[CalendarLinkTexts.secret])</p>
            <p><a href="\(Addresses.plan.file("ics")(opened.id))">\(frame[CalendarLinkTexts.download])</a></p></div>
            """)
    }

    /// The milestones of one doctor's plan, as they are now. A wrong or stopped address is not found, and cannot be tried without end.
    private func feed(_ visit: Visit) async throws -> Reply {
        let name = visit.parameter("token")
        let secret = name.hasSuffix(".ics") ? String(name.dropLast(4)) : ""
        guard let target = try await plans.desk.database.read({ try CalendarLinks.find(secret, on: $0) }) else {
            try guesses.fail("kalender \(visit.origin)", at: visit.now)
            throw PageRefusal.notFound
        }
        let opened = try await plans.openGranted(target.trainee, on: visit.today)
        var frame = visit.frame
        frame.language = target.language
        let text = PlanCalendar(opened: opened, frame: frame, madeAt: visit.now).text()
        return Reply(
            headers: [
                ("content-type", "text/calendar; charset=utf-8"), ("cache-control", "private, no-cache"), ("x-robots-tag", "noindex"),
            ], body: Array(text.utf8))
    }
}

/// Texts about following the plan in a calendar program.
enum CalendarLinkTexts {
    static let title = Text("Abonner i kalenderen", nn: "Abonner i kalenderen")
    static let lede = Text(
        "Få milepælene i planen din i kalenderen på telefonen eller datamaskinen. Når planen endrer seg, endrer kalenderen seg.",
        nn: "Få milepælane i planen din i kalenderen på telefonen eller datamaskina. Når planen endrar seg, endrar kalenderen seg.")
    static let make = Text("Lag en adresse", nn: "Lag ei adresse")
    static let address = Text("Adressen til kalenderen din", nn: "Adressa til kalenderen din")
    static let copy = Text("Kopier adressen", nn: "Kopier adressa")
    static let copied = Text("Kopiert", nn: "Kopiert")
    static let openProgram = Text("Åpne i kalenderprogrammet", nn: "Opne i kalenderprogrammet")
    static let shownOnce = Text(
        "Adressen vises bare nå. Kopier den inn der kalenderen spør etter en adresse å abonnere på.",
        nn: "Adressa blir vist berre no. Kopier henne inn der kalenderen spør etter ei adresse å abonnere på.")
    static func active(_ time: String) -> Text {
        Text("Du har en adresse, laget \(time).", nn: "Du har ei adresse, laga \(time).")
    }
    static let renew = Text("Lag en ny adresse", nn: "Lag ei ny adresse")
    static let stop = Text("Stopp abonnementet", nn: "Stopp abonnementet")
    static let renewHint = Text(
        "Når du lager en ny adresse eller stopper, slutter den gamle å virke med en gang.",
        nn: "Når du lagar ei ny adresse eller stoppar, sluttar den gamle å verke med ein gong.")
    static let stopped = Text("Adressen virker ikke lenger.", nn: "Adressa verkar ikkje lenger.")
    static let secret = Text(
        "Alle som har adressen, kan se datoene i planen din, uten å logge inn. Behandle den som et passord. Ingen andre er nevnt i kalenderen.",
        nn:
            "Alle som har adressa, kan sjå datoane i planen din, utan å logge inn. Handsam henne som eit passord. Ingen andre er nemnde i kalenderen."
    )
    static let download = Text("Last heller ned datoene én gang (.ics)", nn: "Last heller ned datoane éin gong (.ics)")
}
