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
    let viewerTitle: @Sendable (Viewer) async -> Text?
    /// The form of Norwegian that a viewer's own organisation has decided on; nil when it has not.
    let viewerLanguage: @Sendable (Viewer) async -> LanguageForm?
    let pages = PageCache()
    let callers = CallerCache()

    static let sessionCookie = "alis"
    static let languageCookie = "maal"
    /// Room for a 20 MB spreadsheet in a form.
    static let largestBody = 24 * 1024 * 1024

    /// Answers a request to a route.
    func respond(_ route: Route, _ request: Request, _ context: BasicRequestContext) async -> Response {
        let now = surroundings.now()
        // Asked before anything is read: what is committed meanwhile makes the state another.
        let key = PageCache.key(request, on: now.dayInNorway)
        let generation = key == nil ? nil : await database.generation()
        if let key, let generation, let page = pages.find(key, in: generation, at: now) { return response(page, request) }
        let cookies = CookieHeader(request)
        var visit = emptyVisit(request, context, cookies, now: now)
        do {
            let body = try await read(request)
            let token = cookies[Self.sessionCookie]
            visit = identify(
                visit, try await caller(token: token, now: visit.now, generation: generation), body: body,
                hasChosen: Self.hasChosenLanguage(request, cookies))
            visit.generation = generation
            try await authorise(route, visit, request: request, body: body, token: token)
            let reply = try await route.handle(visit)
            if let key, let generation, reply.isReusable, let page = reusable(reply, visit) {
                pages.keep(page, under: key, in: generation)
                return response(page, request)
            }
            return response(reply, visit)
        } catch let held as HeldAway {
            return response(held.reply, visit)
        } catch {
            return response(ErrorPages.reply(for: error, visit, surroundings), visit)
        }
    }

    /// Answers what no route takes.
    func notFound(_ request: Request, _ context: BasicRequestContext) async -> Response {
        if let file = assets.files[request.uri.path], request.method == .get || request.method == .head {
            return assetResponse(file, request)
        }
        let cookies = CookieHeader(request)
        var visit = emptyVisit(request, context, cookies, now: surroundings.now())
        if let caller = try? await caller(token: cookies[Self.sessionCookie], now: visit.now, generation: nil) {
            visit = identify(visit, caller, body: RequestBody(), hasChosen: Self.hasChosenLanguage(request, cookies))
        }
        return response(ErrorPages.reply(for: PageRefusal.notFound, visit, surroundings), visit)
    }

    /// Re-sends a held form's body to the route it was for.
    func replay(_ route: Route, _ visit: Visit, contentType: String, bytes: [UInt8], parameters: [String: String]) async throws -> Reply {
        let body = try Self.parse(contentType: contentType, bytes: bytes)
        let again = Visit(
            method: .post, path: visit.path, parameters: parameters, query: FormData(), form: body.form, files: body.files, now: visit.now,
            session: visit.session, frame: visit.frame, origin: visit.origin, knownTag: nil)
        if case .roles(let roles) = route.audience, visit.session?.viewer.roles.isDisjoint(with: roles) ?? true {
            throw PageRefusal.notFound
        }
        return try await route.handle(again)
    }

    // MARK: The steps

    struct RequestBody: Sendable {
        var form = FormData()
        var files: [UploadedFile] = []
        var contentType = ""
        var bytes: [UInt8] = []
    }

    /// Thrown when the session had run out and the form was put away.
    private struct HeldAway: Error {
        let reply: Reply
    }

    private func emptyVisit(_ request: Request, _ context: BasicRequestContext, _ cookies: CookieHeader, now: Instant) -> Visit {
        let cookie = cookies[Self.languageCookie]
        let language = cookie.flatMap { LanguageForm(rawValue: $0) } ?? Self.preferred(request.headers[.acceptLanguage]) ?? .bokmal
        var parameters: [String: String] = [:]
        for (name, value) in context.parameters { parameters[String(name)] = FormData(urlEncoded: "v=\(value)").raw("v") }
        let frame = Frame(
            language: language, path: request.uri.path, query: request.uri.query ?? "", navigation: navigation(nil),
            isDemo: settings.isDemo, assetVersion: assets.version, today: now.dayInNorway)
        return Visit(
            method: request.method == .post ? .post : .get, path: request.uri.path, parameters: parameters,
            query: FormData(urlEncoded: request.uri.query ?? ""), form: FormData(), files: [], now: now, session: nil, frame: frame,
            origin: Self.origin(request), knownTag: request.headers[.ifNoneMatch])
    }

    private func read(_ request: Request) async throws -> RequestBody {
        guard request.method == .post else { return RequestBody() }
        if let length = request.headers[.contentLength].flatMap({ Int($0) }), length > Self.largestBody { throw PageRefusal.tooLarge }
        let buffer: ByteBuffer
        do {
            buffer = try await request.body.collect(upTo: Self.largestBody)
        } catch is NIOTooManyBytesError {
            throw PageRefusal.tooLarge
        }
        return try Self.parse(contentType: request.headers[.contentType] ?? "", bytes: Array(buffer.readableBytesView))
    }

    static func parse(contentType: String, bytes: [UInt8]) throws -> RequestBody {
        if let boundary = Multipart.boundary(contentType: contentType) {
            guard let (fields, files) = Multipart.read(bytes, boundary: boundary) else {
                throw PageRefusal.badRequest(ErrorTexts.brokenForm)
            }
            return RequestBody(form: fields, files: files, contentType: contentType, bytes: bytes)
        }
        return RequestBody(form: FormData(urlEncoded: String(decoding: bytes, as: UTF8.self)), contentType: contentType, bytes: bytes)
    }

    /// Who asks; nil when nobody is signed in.
    private func caller(token: String?, now: Instant, generation: Generation?) async throws -> Caller? {
        guard let token, (40...120).contains(token.utf8.count) else { return nil }
        if let generation, let known = callers.find(token, in: generation, at: now) { return known }
        guard let session = try await database.read({ try SessionStore.find(token: token, at: now, on: $0) }) else { return nil }
        let viewer = session.viewer
        let caller = Caller(
            session: session, title: await viewerTitle(viewer), language: await viewerLanguage(viewer), navigation: navigation(viewer),
            canSearch: !viewer.roles.isDisjoint(with: Set<Role>.staff))
        if let generation { callers.keep(caller, of: token, in: generation) }
        if now.microseconds - session.lastSeenAt.microseconds > SessionStore.touchSeconds * 1_000_000 {
            // Not worth failing the request for: a session that cannot be touched lives a little shorter.
            try? await database.write { try SessionStore.touch(session, at: now, on: $0) }
        }
        return caller
    }

    /// Whether the reader has said which form of Norwegian she wants, here or in her browser; if not, it is her organisation's.
    private static func hasChosenLanguage(_ request: Request, _ cookies: CookieHeader) -> Bool {
        cookies[languageCookie].flatMap { LanguageForm(rawValue: $0) } != nil || preferred(request.headers[.acceptLanguage]) != nil
    }

    private func identify(_ visit: Visit, _ caller: Caller?, body: RequestBody, hasChosen: Bool) -> Visit {
        var frame = visit.frame
        if let caller {
            if !hasChosen, let language = caller.language { frame.language = language }
            frame.viewerName = caller.session.viewer.name
            frame.viewerTitle = caller.title
            frame.formMark = caller.session.formMark
            frame.navigation = caller.navigation
            frame.canSearch = caller.canSearch
        }
        return Visit(
            method: visit.method, path: visit.path, parameters: visit.parameters, query: visit.query,
            form: body.form, files: body.files, now: visit.now, session: caller?.session, frame: frame, origin: visit.origin,
            knownTag: visit.knownTag)
    }

    private func authorise(_ route: Route, _ visit: Visit, request: Request, body: RequestBody, token: String?) async throws {
        if visit.method == .post {
            // Whoever is signed in or not, a form comes from our own pages.
            if let site = Self.fetchSite.flatMap({ request.headers[$0] }), site != "same-origin", site != "none" {
                throw PageRefusal.untrustedForm
            }
            if let origin = request.headers[.origin], let host = request.head.authority,
                origin != "http://\(host)", origin != "https://\(host)"
            {
                throw PageRefusal.untrustedForm
            }
        }
        guard case .roles(let roles) = route.audience else { return }
        guard let session = visit.session else {
            if visit.method == .get {
                let back = visit.frame.query.isEmpty ? visit.path : "\(visit.path)?\(visit.frame.query)"
                throw HeldAway(reply: .seeOther("/logg-inn?videre=\(FormData.encode(back))"))
            }
            throw HeldAway(reply: try await hold(visit, body: body, token: token))
        }
        // A page that is not for one's role is not told from one that is not there.
        if session.viewer.roles.isDisjoint(with: roles) { throw PageRefusal.notFound }
        if visit.method == .post, !Secret.areEqual(body.form.raw("_mark") ?? "", session.formMark) {
            throw HeldAway(reply: try await hold(visit, body: body, token: token))
        }
    }

    private func hold(_ visit: Visit, body: RequestBody, token: String?) async throws -> Reply {
        let (now, surroundings, path) = (visit.now, self.surroundings, visit.path)
        let signedIn = visit.session?.viewer.account
        let held = try await database.write { connection -> String in
            let account = try signedIn ?? token.flatMap { try SessionStore.formerAccount(token: $0, on: connection) }
            return try HeldForm(account: account, path: path, contentType: body.contentType, body: body.bytes)
                .hold(at: now, surroundings: surroundings, on: connection)
        }
        // Whoever is signed in was not signed out: the page was another session's, or its mark was lost.
        return .seeOther("/fortsett/\(held)\(signedIn == nil ? "" : "?side=gammel")")
    }

    private static let fetchSite = HTTPField.Name("Sec-Fetch-Site")

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

    private static func origin(_ request: Request) -> String {
        if let name = HTTPField.Name("X-Forwarded-For"), let forwarded = request.headers[name] {
            return String(forwarded.split(separator: ",").last?.filter { !$0.isWhitespace } ?? "").prefix(60).description
        }
        return "direct"
    }
}
