import AlisDomain

/// One request, read and identified, as a handler gets it.
package struct Visit: Sendable {
    package enum Method: String, Sendable { case get = "GET", post = "POST" }

    package let method: Method
    package let path: String
    /// The parts of the address that the route names, such as `id`.
    package let parameters: [String: String]
    package let query: FormData
    package let form: FormData
    package let files: [UploadedFile]
    package let now: Instant
    /// Nil when nobody is signed in.
    package let session: Session?
    package var frame: Frame
    /// Where the request came from, for the limit on sign-in.
    package let origin: String
    /// What the browser already has, from `If-None-Match`.
    package let knownTag: String?
    /// The database's state as the request came; nil when it was not asked, as for what may change it.
    package var generation: Generation?
    /// Whether the form was sent before; asked before its handler is reached.
    package var sending = FormSending.first

    package init(
        method: Method, path: String, parameters: [String: String], query: FormData, form: FormData, files: [UploadedFile], now: Instant,
        session: Session?, frame: Frame, origin: String, knownTag: String?
    ) {
        self.method = method
        self.path = path
        self.parameters = parameters
        self.query = query
        self.form = form
        self.files = files
        self.now = now
        self.session = session
        self.frame = frame
        self.origin = origin
        self.knownTag = knownTag
    }

    package var language: LanguageForm { frame.language }
    package var today: CalendarDay { frame.today }

    /// A part of the address; empty when the route does not name it.
    package func parameter(_ name: String) -> String { parameters[name] ?? "" }

    /// An identity in the address; what is none cannot be found.
    package func recordID(_ name: String) throws -> RecordID {
        guard let id = RecordID(parameter(name)) else { throw PageRefusal.notFound }
        return id
    }

    /// The whole page as an answer.
    package func page(_ title: String, status: Int = 200, description: String? = nil, _ body: Html) -> Reply {
        .html(Layout.document(Page(title: title, body: body, description: description), in: frame), status: status)
    }
}

/// An address, the method it takes, who may use it, and what it does. Every address the server answers is one of these; the
/// access test walks them all.
package struct Route: Sendable {
    package enum Audience: Sendable, Equatable {
        /// Anyone, signed in or not.
        case everyone
        /// Those who hold at least one of these roles.
        case roles(Set<Role>)
    }

    package let method: Visit.Method
    /// The address, with `:name` for the parts that vary.
    package let path: String
    package let audience: Audience
    package let handle: @Sendable (Visit) async throws -> Reply

    /// An address for everyone.
    package static func open(
        _ method: Visit.Method, _ path: String, _ handle: @escaping @Sendable (Visit) async throws -> Reply
    ) -> Route {
        Route(method: method, path: path, audience: .everyone, handle: handle)
    }

    /// An address for the signed-in with certain roles: the handler cannot be reached without a viewer.
    package static func restricted(
        _ method: Visit.Method, _ path: String, to roles: Set<Role>,
        _ handle: @escaping @Sendable (Visit, Viewer) async throws -> Reply
    ) -> Route {
        Route(method: method, path: path, audience: .roles(roles)) { visit in
            guard let viewer = visit.session?.viewer else { throw PageRefusal.forbidden }
            return try await handle(visit, viewer)
        }
    }
}

extension Set where Element == Role {
    package static var everybody: Set<Role> { Set(Role.allCases) }
    /// Those who work with the register of several doctors.
    package static var staff: Set<Role> { [.adviser, .coordinator, .municipality, .trust, .directorate, .administrator] }
    /// Those who may change the register.
    package static var writers: Set<Role> { [.adviser, .coordinator, .municipality, .administrator] }
    package static var offices: Set<Role> { [.adviser, .coordinator, .administrator] }
}
