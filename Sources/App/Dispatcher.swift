import AlisDomain
import HTTPTypes
import Hummingbird
import Logging
import NIOCore

/// Takes each request through the same steps: read it, find out who asks, see that the route is for her, run the handler, and turn
/// what went wrong into a page. No handler does any of this itself.
struct Dispatcher: Sendable {
    let database: Database
    let surroundings: Surroundings
    let settings: Settings
    let assets: Assets
    let navigation: @Sendable (Viewer?) -> [NavigationItem]
    let organisations: any OrganisationDirectory
    let acts: Set<ChangeAct>
    /// All routes but those for going on with kept forms.
    let routes: [Route]
    let origins: Origins
    let pages = PageCache()
    /// Callers already looked up, so that a page made anew asks for them once.
    let callers = Answers<Generation, String, Caller>(atMost: 1000)
    let uploads = UploadRoom()
    let seen: SeenSessions

    static let sessionCookie = "alis"
    static let languageCookie = "maal"

    /// Answers a request to a route.
    func respond(_ route: Route, _ request: Request, _ context: VisitContext) async -> Response {
        await settings.patience.whileWaiting { await answer(route, request, context) }
    }

    private func answer(_ route: Route, _ request: Request, _ context: VisitContext) async -> Response {
        let now = surroundings.now()
        // Asked before anything is read: what is committed meanwhile makes the state another.
        let key = Self.namesOneHost(request) ? PageCache.key(request, on: now.dayInNorway) : nil
        let generation = key == nil ? nil : await database.generation()
        if let key, let generation, let page = pages.find(key, in: generation, at: now) { return response(page, request) }
        let cookies = CookieHeader(request)
        var visit = emptyVisit(request, context, cookies, now: now)
        do {
            try Self.checkSource(request)
            let token = cookies[Self.sessionCookie]
            visit = identify(
                visit, try await caller(token: token, now: visit.now, generation: generation),
                hasChosen: Self.hasChosenLanguage(request, cookies))
            visit.generation = generation
            if case .roles(let roles) = route.audience {
                guard let session = visit.session else {
                    return response(try await answerSignedOut(route, visit, request, token: token), visit)
                }
                // A page that is not for one's role is not told from one that is not there.
                if session.viewer.roles.isDisjoint(with: roles) { throw PageRefusal.notFound }
            }
            if visit.method == .post { return response(try await receive(route, &visit, request), visit) }
            let reply = try await route.handle(visit)
            if let key, let generation, reply.isReusable, let page = reusable(reply, visit) {
                pages.keep(page, under: key, in: generation)
                return response(page, request)
            }
            return response(reply, visit)
        } catch {
            return response(ErrorPages.reply(for: error, visit, surroundings), visit)
        }
    }

    /// Reads and carries out a form that its sender may send.
    private func receive(_ route: Route, _ visit: inout Visit, _ request: Request) async throws -> Reply {
        let most = Self.most(request, to: route, isSignedIn: visit.session != nil)
        let isLarge = Self.isLarge(request, most: most)
        let sender = visit.session?.viewer.account ?? visit.origin
        if isLarge { try uploads.enter(sender) }
        defer { if isLarge { uploads.leave(sender) } }
        let body = try await read(request, most: most)
        visit.form = body.form
        visit.files = body.files
        if route.audience != .everyone, let session = visit.session, !Secret.areEqual(body.form.raw("_mark") ?? "", session.formMark) {
            return try await answerOldPage(route, visit, body, session)
        }
        // All of the request has come only now.
        let whole = visit
        return try await settings.patience.whileWaiting { try await route.handle(whole) }
    }

    /// Answers what no route takes.
    func notFound(_ request: Request, _ context: VisitContext) async -> Response {
        await settings.patience.whileWaiting { await answerUnknown(request, context) }
    }

    private func answerUnknown(_ request: Request, _ context: VisitContext) async -> Response {
        if let file = assets.files[request.uri.path], request.method == .get || request.method == .head, Self.namesOneHost(request) {
            return assetResponse(file, request)
        }
        let cookies = CookieHeader(request)
        var visit = emptyVisit(request, context, cookies, now: surroundings.now())
        do {
            try Self.checkSource(request)
            let caller = try? await caller(token: cookies[Self.sessionCookie], now: visit.now, generation: nil)
            if let caller { visit = identify(visit, caller, hasChosen: Self.hasChosenLanguage(request, cookies)) }
            throw PageRefusal.notFound
        } catch {
            return response(ErrorPages.reply(for: error, visit, surroundings), visit)
        }
    }

    // MARK: The steps

    private func emptyVisit(_ request: Request, _ context: VisitContext, _ cookies: CookieHeader, now: Instant) -> Visit {
        let cookie = cookies[Self.languageCookie]
        let language = cookie.flatMap { LanguageForm(rawValue: $0) } ?? Self.preferred(request.headers[.acceptLanguage]) ?? .bokmal
        var parameters: [String: String] = [:]
        for (name, value) in context.parameters { parameters[String(name)] = FormData.decodePart(value) }
        let frame = Frame(
            language: language, path: request.uri.path, query: request.uri.query ?? "", navigation: navigation(nil),
            isDemo: settings.isDemo, assetVersion: assets.version, today: now.dayInNorway,
            acts: acts, newMark: surroundings.newID)
        let forwarded = Self.forwardedFor.flatMap { request.headers[$0] }
        var visit = Visit(
            method: request.method == .post ? .post : .get, path: request.uri.path, parameters: parameters,
            query: FormData(urlEncoded: request.uri.query ?? ""), form: FormData(), files: [], now: now, session: nil, frame: frame,
            origin: origins.place(peer: context.peer, forwarded: forwarded), knownTag: request.headers[.ifNoneMatch])
        visit.heldSecret = cookies[HeldFormRoutes.cookie]
        return visit
    }

    /// Whether a text can be a session's token: what cannot is not looked up.
    static func mayBeToken(_ token: String) -> Bool { (40...120).contains(token.utf8.count) }

    /// Who asks; nil when nobody is signed in.
    private func caller(token: String?, now: Instant, generation: Generation?) async throws -> Caller? {
        guard let token, Self.mayBeToken(token) else { return nil }
        if let generation, let known = callers.find(token, in: generation), known.isFresh(at: now) { return known }
        guard let session = try await database.read({ try SessionStore.find(token: token, at: now, on: $0) }) else { return nil }
        let viewer = session.viewer
        let caller = Caller(
            session: session, title: try await title(of: viewer), language: try await organisations.language(of: viewer),
            navigation: navigation(viewer),
            canSearch: !viewer.roles.isDisjoint(with: Set<Role>.staff))
        if let generation { callers.keep(caller, for: token, in: generation) }
        if now.microseconds - session.lastSeenAt.microseconds > SessionStore.touchSeconds * 1_000_000 {
            seen.note(session, at: now)
        }
        return caller
    }

    private func title(of viewer: Viewer) async throws -> Text? {
        guard let grant = viewer.grants.first else { return nil }
        return try await organisations.titles()(grant)
    }

    /// Whether the reader has said which form of Norwegian she wants, here or in her browser; if not, it is her organisation's.
    private static func hasChosenLanguage(_ request: Request, _ cookies: CookieHeader) -> Bool {
        cookies[languageCookie].flatMap { LanguageForm(rawValue: $0) } != nil || preferred(request.headers[.acceptLanguage]) != nil
    }

    private func identify(_ visit: Visit, _ caller: Caller?, hasChosen: Bool) -> Visit {
        guard let caller else { return visit }
        var visit = visit
        visit.session = caller.session
        if !hasChosen, let language = caller.language { visit.frame.language = language }
        visit.frame.viewerName = caller.session.viewer.name
        visit.frame.viewerTitle = caller.title
        visit.frame.formMark = caller.session.formMark
        visit.frame.navigation = caller.navigation
        visit.frame.canSearch = caller.canSearch
        return visit
    }

    /// A request names one host (RFC 9112 § 3.2): which of two is meant could be read in two ways.
    private static func namesOneHost(_ request: Request) -> Bool {
        !(request.head.authority ?? "").isEmpty && host.flatMap { request.headers[$0] } == nil
    }

    /// Whoever is signed in or not, a request names one host, and a form comes from our own pages.
    private static func checkSource(_ request: Request) throws {
        guard namesOneHost(request) else { throw PageRefusal.badRequest(ErrorTexts.noHost) }
        guard request.method == .post else { return }
        if let site = fetchSite.flatMap({ request.headers[$0] }), site != "same-origin", site != "none" {
            throw PageRefusal.untrustedForm
        }
        if let origin = request.headers[.origin], let host = request.head.authority,
            origin != "http://\(host)", origin != "https://\(host)"
        {
            throw PageRefusal.untrustedForm
        }
    }

    private static let fetchSite = HTTPField.Name("Sec-Fetch-Site")
    private static let host = HTTPField.Name("Host")
    private static let forwardedFor = HTTPField.Name("X-Forwarded-For")

    /// What the browser prefers; nil when it says nothing of Norwegian.
    private static func preferred(_ accept: String?) -> LanguageForm? {
        guard let accept else { return nil }
        for part in accept.lowercased().split(separator: ",") {
            let tag = part.drop { $0 == " " }
            if tag.hasPrefix("nn") { return .nynorsk }
            if tag.hasPrefix("nb") || tag.hasPrefix("no") { return .bokmal }
        }
        return nil
    }
}
