import AlisDomain

/// Signing in and out, and choosing language form.
///
/// | method | address | who |
/// |---|---|---|
/// | GET | /logg-inn | everyone |
/// | POST | /logg-inn | everyone; demo only: signs in as a synthetic person |
/// | GET, POST | /logg-inn/lenke/:token | everyone; a one-time link |
/// | POST | /logg-ut | everyone |
/// | POST | /sprak | everyone |
package struct SignInRoutes {
    let database: Database
    let surroundings: Surroundings
    let isDemo: Bool
    let isSecure: Bool
    /// What a grant is called on screen.
    let title: @Sendable (Grant) async -> Text

    package init(
        database: Database, surroundings: Surroundings, isDemo: Bool, isSecure: Bool, title: @escaping @Sendable (Grant) async -> Text
    ) {
        self.database = database
        self.surroundings = surroundings
        self.isDemo = isDemo
        self.isSecure = isSecure
        self.title = title
    }

    package var routes: [Route] {
        [
            .open(.get, "/logg-inn", show),
            .open(.post, "/logg-inn", signInAsSynthetic),
            .open(.get, "/logg-inn/lenke/:token", showLink),
            .open(.post, "/logg-inn/lenke/:token", useLink),
            .open(.post, "/logg-ut", signOut),
            .open(.post, "/sprak", chooseLanguage),
        ]
    }

    private func show(_ visit: Visit) async throws -> Reply {
        let onward = Self.safeOnward(visit.query["videre"])
        let accounts = isDemo ? try await database.read { try Self.demoAccounts(on: $0) } : []
        var people: [SignInPages.Person] = []
        for (account, grants) in accounts {
            guard let grant = grants.first else { continue }
            people.append(SignInPages.Person(account: account.id, name: account.name, role: grant.role, title: await title(grant)))
        }
        return visit.page(
            visit.frame[AccessTexts.signInTitle],
            SignInPages.signIn(people: people, isDemo: isDemo, onward: onward, hasExpired: visit.query.contains("videre"), visit.frame))
    }

    private static func demoAccounts(on connection: Connection) throws -> [(Account, [Grant])] {
        try AccountStore.all(on: connection).filter { $0.isDemo && $0.endedAt == nil }
            .map { ($0, try AccountStore.grants(of: $0.id, on: connection)) }
    }

    private func signInAsSynthetic(_ visit: Visit) async throws -> Reply {
        guard isDemo else { throw PageRefusal.notFound }
        let (account, now, surroundings) = (visit.form["konto"], visit.now, self.surroundings)
        try await limit(visit)
        let token = try await database.write { connection -> String in
            guard let found = try AccountStore.find(id: account, on: connection), found.isDemo, found.endedAt == nil else {
                throw PageRefusal.notFound
            }
            return try SessionStore.begin(account: found.id, at: now, surroundings: surroundings, on: connection)
        }
        return signedIn(token, onward: visit.form["videre"])
    }

    private func limit(_ visit: Visit) async throws {
        let (origin, now) = (visit.origin, visit.now)
        // The demo is signed into with one click, by many from one place.
        if isDemo { return }
        guard try await database.write({ try SignInLimit.allow(origin: origin, at: now, on: $0) }) else {
            throw PageRefusal.tooManyAttempts(minutes: SignInLimit.minutes)
        }
    }

    private func showLink(_ visit: Visit) async throws -> Reply {
        let (token, now) = (visit.parameter("token"), visit.now)
        try await limit(visit)
        let account = try await database.read { try AccountStore.account(link: token, at: now, on: $0) }
        return visit.page(
            visit.frame[AccessTexts.signInTitle], status: account == nil ? 410 : 200,
            SignInPages.link(account: account, token: token, visit.frame))
    }

    private func useLink(_ visit: Visit) async throws -> Reply {
        let (link, now, surroundings) = (visit.parameter("token"), visit.now, self.surroundings)
        try await limit(visit)
        let token = try await database.write { connection -> String? in
            guard let account = try AccountStore.account(link: link, at: now, on: connection),
                try AccountStore.use(link: link, at: now, on: connection)
            else { return nil }
            return try SessionStore.begin(account: account.id, at: now, surroundings: surroundings, on: connection)
        }
        guard let token else {
            return visit.page(
                visit.frame[AccessTexts.signInTitle], status: 410, SignInPages.link(account: nil, token: link, visit.frame))
        }
        return signedIn(token, onward: "/")
    }

    private func signedIn(_ token: String, onward: String) -> Reply {
        var reply = Reply.seeOther(Self.safeOnward(onward) ?? "/")
        reply.headers.append(("set-cookie", cookie("alis", token, seconds: SessionStore.longestSeconds)))
        return reply
    }

    private func signOut(_ visit: Visit) async throws -> Reply {
        if let session = visit.session {
            guard Secret.areEqual(visit.form.raw("_mark") ?? "", session.formMark) else { throw PageRefusal.untrustedForm }
            let now = visit.now
            try await database.write { try SessionStore.end(tokenHash: session.tokenHash, at: now, on: $0) }
        }
        var reply = Reply.seeOther("/")
        reply.headers.append(("set-cookie", cookie("alis", "", seconds: 0)))
        // Pages the browser kept to ask about again go with the session.
        reply.headers.append(("clear-site-data", "\"cache\""))
        return reply
    }

    private func chooseLanguage(_ visit: Visit) async throws -> Reply {
        guard let language = LanguageForm(rawValue: visit.form["maal"]) else { throw PageRefusal.notFound }
        var reply = Reply.seeOther(Self.safeOnward(visit.form["tilbake"]) ?? "/")
        reply.headers.append(("set-cookie", cookie("maal", language.rawValue, seconds: 365 * 86_400)))
        return reply
    }

    private func cookie(_ name: String, _ value: String, seconds: Int64) -> String {
        "\(name)=\(value); Path=/; Max-Age=\(seconds); HttpOnly; SameSite=Lax" + (isSecure ? "; Secure" : "")
    }

    /// Only addresses of our own: one slash first, no host, no line breaks.
    static func safeOnward(_ path: String) -> String? {
        guard path.hasPrefix("/"), !path.hasPrefix("//"), !path.hasPrefix("/\\"), path.utf8.count < 2000,
            !path.unicodeScalars.contains(where: { $0.value < 32 })
        else { return nil }
        return path
    }
}
