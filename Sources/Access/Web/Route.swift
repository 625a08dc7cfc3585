import AlisDomain

/// One request, read and identified, as a handler gets it.
package struct Visit: Sendable {
    package enum Method: String, Sendable { case get = "GET", post = "POST" }

    package var method: Method
    package var path: String
    /// The parts of the address that the route names, such as `id`.
    package var parameters: [String: String]
    package var query: FormData
    package var form: FormData
    package var files: [UploadedFile]
    package let now: Instant
    /// Nil when nobody is signed in.
    package var session: Session?
    package var frame: Frame
    /// Where the request came from, for the limit on sign-in.
    package let origin: String
    /// What the browser already has, from `If-None-Match`.
    package let knownTag: String?
    /// The database's state as the request came; nil when it was not asked, as for what may change it.
    package var generation: Generation?
    /// What proves that the browser is the one whose form was kept; nil when it sends no such proof.
    package var heldSecret: String?
    /// Whether the form was sent before; asked before its handler is reached.
    package var sending = FormSending.first

    package var language: LanguageForm { frame.language }
    package var today: CalendarDay { frame.today }

    /// A part of the address; empty when the route does not name it.
    package func parameter(_ name: String) -> String { parameters[name] ?? "" }

    /// An identity in the address; what is none cannot be found.
    package func recordID(_ name: String) throws -> RecordID {
        guard let id = RecordID(parameter(name)) else { throw PageRefusal.notFound }
        return id
    }

    /// What is said on the page that a form leads to when it is carried out; nothing when somebody comes another way.
    package func notice(_ text: Text, after word: String = "lagret") -> Html {
        query.contains(word) ? "<p class=\"done\" role=\"status\">\(frame[text])</p>" : .empty
    }

    /// The whole page as an answer.
    package func page(_ title: String, status: Int = 200, description: String? = nil, _ body: Html) -> Reply {
        var reply = Reply.html(Layout.document(Page(title: title, body: body, description: description), in: frame), status: status)
        reply.title = title
        return reply
    }
}

/// What becomes of a form that is sent after its sender's session has run out.
package enum Keeping: Sendable {
    /// Nothing is kept: whoever sent it signs in and sends it again. So it is unless the route says otherwise.
    case never
    /// Nothing is kept, whatever else is said of the route: it acts on who has access to what.
    case actOnAccess
    /// It is kept for its sender, who sees it and sends it again herself; the text says what it does.
    case asking(Text)
}

/// What a form may bring with it, which decides how much of it is read.
package enum Load: Sendable {
    /// What people fill in.
    case form
    /// What they fill in about each of many rows.
    case longForm
    /// Files.
    case files
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
    package private(set) var keeping = Keeping.never
    package private(set) var takes = Load.form
    /// Whether it is the page of a list, for the test that walks them all.
    package private(set) var isList = false
    package private(set) var handle: @Sendable (Visit) async throws -> Reply

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

    /// The same of a declared address.
    package static func open<each Part: AddressPart>(
        _ method: Visit.Method, _ address: Address<repeat each Part>, _ handle: @escaping @Sendable (Visit) async throws -> Reply
    ) -> Route { .open(method, address.pattern, handle) }

    /// The same of a declared address.
    package static func restricted<each Part: AddressPart>(
        _ method: Visit.Method, _ address: Address<repeat each Part>, to roles: Set<Role>,
        _ handle: @escaping @Sendable (Visit, Viewer) async throws -> Reply
    ) -> Route { .restricted(method, address.pattern, to: roles, handle) }

    /// The same for a form that people write in, so that what they wrote outlives their session.
    ///
    /// - Parameter act: what the form does, for whoever is asked whether it is to be sent after all.
    package func kept(as act: Text) -> Route {
        if case .actOnAccess = keeping { return self }
        var route = self
        route.keeping = .asking(act)
        return route
    }

    /// The same for what acts on access: giving and ending it, signing in and out, secret addresses.
    package func actingOnAccess() -> Route {
        var route = self
        route.keeping = .actOnAccess
        return route
    }

    /// The same, as the page of a list.
    func asList() -> Route {
        var route = self
        route.isList = true
        return route
    }

    /// The same address, with something done around its handler.
    package func handling(_ handle: @escaping @Sendable (Visit) async throws -> Reply) -> Route {
        var route = self
        route.handle = handle
        return route
    }

    /// The same for a form with more than people fill in.
    package func taking(_ load: Load) -> Route {
        var route = self
        route.takes = load
        return route
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
