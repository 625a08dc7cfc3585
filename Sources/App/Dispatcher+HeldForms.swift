import AlisDomain
import Hummingbird

// What becomes of a form that cannot be carried out as it was sent: its sender was signed out, or the page it stood on was of an
// earlier session.

extension Dispatcher {
    /// Answers whoever is not signed in and asks for what is not for everyone. Of what she sends, something is read and kept only when
    /// her session is known to have run out and people write in such forms.
    func answerSignedOut(_ route: Route, _ visit: Visit, _ request: Request, token: String?) async throws -> Reply {
        guard visit.method == .post else {
            let back = visit.frame.query.isEmpty ? visit.path : "\(visit.path)?\(visit.frame.query)"
            return .seeOther("\(Addresses.signIn())?videre=\(FormData.encode(back))")
        }
        if case .asking = route.keeping, let token, Self.mayBeToken(token) {
            let now = visit.now
            if let account = try await database.read({ try SessionStore.formerAccount(token: token, at: now, on: $0) }),
                let reply = try await hold(visit, try await read(request, most: Self.largestForm), of: account, hasRunOut: true)
            {
                return reply
            }
        }
        let frame = visit.frame
        return visit.page(
            frame[AccessTexts.signedOutTitle], status: 403,
            """
            <div class="narrow"><h1>\(frame[AccessTexts.signedOutTitle])</h1><p class="lede">\(frame[AccessTexts.signedOut])</p>
            <p><a class="btn" href="\(Addresses.signIn())?videre=\(FormData.encode(page(of: visit.path)))" target="_blank" rel="noopener">\
            \(frame[AccessTexts.signInTitle])</a></p></div>
            """)
    }

    /// Answers a form without the session's mark: the page was another session's, or was put together elsewhere.
    func answerOldPage(_ route: Route, _ visit: Visit, _ body: RequestBody, _ session: Session) async throws -> Reply {
        if case .asking = route.keeping, let reply = try await hold(visit, body, of: session.viewer.account, hasRunOut: false) {
            return reply
        }
        let frame = visit.frame
        return visit.page(
            frame[AccessTexts.oldPageTitle], status: 403,
            """
            <div class="narrow"><h1>\(frame[AccessTexts.oldPageTitle])</h1><p class="lede">\(frame[AccessTexts.oldPage])</p>
            <p><a class="btn" href="\(page(of: visit.path))">\(frame[AccessTexts.openAgain])</a></p></div>
            """)
    }

    /// Keeps a form for its sender, in this browser. Nil when the page it stood on was shown to somebody else, or, in a session that has not
    /// run out, when it was not shown to her.
    private func hold(_ visit: Visit, _ body: RequestBody, of account: String, hasRunOut: Bool) async throws -> Reply? {
        guard (1...Self.largestForm).contains(body.bytes.count) else { return nil }
        let (surroundings, mark) = (surroundings, body.form["_mark"])
        let path = visit.frame.query.isEmpty ? visit.path : "\(visit.path)?\(visit.frame.query)"
        let form = HeldForm(account: account, path: path, contentType: body.contentType, body: body.bytes, heldAt: visit.now)
        let key = try await database.write { connection -> HeldForm.Key? in
            guard try SessionStore.account(ofMark: mark, on: connection) ?? (hasRunOut ? account : nil) == account else { return nil }
            return try form.hold(surroundings: surroundings, on: connection)
        }
        guard let key else { return nil }
        let address = HeldFormRoutes.path(key.token)
        var reply = Reply.seeOther(address + (hasRunOut ? "" : "?side=gammel"))
        reply.setCookie(HeldFormRoutes.cookie, key.secret, path: address, seconds: HeldForm.seconds, isSecure: settings.isSecure)
        return reply
    }

    /// The page that a form's address belongs to.
    private func page(of path: String) -> String { RouteMatch.pages(above: path, among: routes).first?.path ?? "/" }

    /// What a kept form is: what it does, and the pages it stands on as its sender sees them now. Nil when its route keeps none.
    func place(_ held: HeldForm, _ visit: Visit) async -> HeldFormPlace? {
        let (path, _) = Self.parts(held.path)
        guard let found = RouteMatch.find(.post, path: path, among: routes), case .asking(let act) = found.route.keeping else { return nil }
        var pages: [HeldFormPlace.Page] = []
        for (path, page) in RouteMatch.pages(above: path, among: routes) where isAllowed(page.route, visit) {
            var reading = visit
            reading.method = .get
            reading.path = path
            reading.parameters = page.parameters
            reading.query = FormData()
            reading.frame.path = path
            guard let title = try? await page.route.handle(reading).title else { continue }
            pages.insert(HeldFormPlace.Page(address: path, title: title), at: 0)
        }
        return HeldFormPlace(act: act, pages: pages)
    }

    /// Sends a kept form to the route it was for, which asks of its sender what it asks of everyone.
    func replay(_ held: HeldForm, _ visit: Visit) async throws -> Reply {
        let (path, query) = Self.parts(held.path)
        guard let found = RouteMatch.find(.post, path: path, among: routes), case .asking = found.route.keeping,
            let session = visit.session, isAllowed(found.route, visit)
        else { throw PageRefusal.notFound }
        let body = try Self.parse(contentType: held.contentType, bytes: held.body)
        var again = visit
        again.path = path
        again.parameters = found.parameters
        again.query = FormData(urlEncoded: query)
        again.form = body.form.setting("_mark", to: session.formMark)
        again.files = body.files
        again.frame.path = path
        again.frame.query = query
        do {
            return try await found.route.handle(again)
        } catch {
            return ErrorPages.reply(for: error, again, surroundings)
        }
    }

    private static func parts(_ address: String) -> (path: String, query: String) {
        let parts = address.split(separator: "?", maxSplits: 1)
        return (String(parts.first ?? ""), parts.count > 1 ? String(parts[1]) : "")
    }

    private func isAllowed(_ route: Route, _ visit: Visit) -> Bool {
        switch route.audience {
        case .everyone: true
        case .roles(let roles): !(visit.session?.viewer.roles.isDisjoint(with: roles) ?? true)
        }
    }
}
