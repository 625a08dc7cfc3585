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
    let guesses: SignInLimit
    let isDemo: Bool
    let isSecure: Bool
    let organisations: any OrganisationDirectory

    package var routes: [Route] {
        let routes: [Route] = [
            .open(.get, Addresses.signIn, show),
            .open(.post, Addresses.signIn, signInAsSynthetic),
            .open(.get, Addresses.signInLink, showLink),
            .open(.post, Addresses.signInLink, useLink),
            .open(.post, Addresses.signOut, signOut),
            .open(.post, Addresses.language, chooseLanguage),
        ]
        return routes.map { $0.actingOnAccess() }
    }

    private func show(_ visit: Visit) async throws -> Reply {
        let onward = Self.safeOnward(visit.query["videre"])
        let people = isDemo ? try await demoPeople() : []
        return visit.page(
            visit.frame[AccessTexts.signInTitle],
            SignInPages.signIn(people: people, isDemo: isDemo, onward: onward, hasExpired: visit.query.contains("videre"), visit.frame))
    }

    private func demoPeople() async throws -> [SignInPages.Person] {
        let accounts = try await database.read { try AccountStore.demoAccounts(on: $0) }
        let title = try await organisations.titles()
        return accounts.map { SignInPages.Person(account: $0.id, name: $0.name, role: $1.role, title: title($1)) }
    }

    private func signInAsSynthetic(_ visit: Visit) async throws -> Reply {
        guard isDemo else { throw PageRefusal.notFound }
        let (account, former, now, surroundings) = (visit.form["konto"], visit.session?.tokenHash, visit.now, self.surroundings)
        let token = try await database.write { connection -> String in
            guard let found = try AccountStore.find(id: account, on: connection), found.isDemo, found.endedAt == nil else {
                throw PageRefusal.notFound
            }
            return try SessionStore.begin(account: found.id, insteadOf: former, at: now, surroundings: surroundings, on: connection)
        }
        return signedIn(token, onward: visit.form["videre"])
    }

    /// What the link in the address leads to. One that never was counts as a guess; one that was used, or that a newer one has taken the
    /// place of, is an honest mistake and does not.
    private func standing(_ visit: Visit) async throws -> AccountStore.LinkStanding {
        let (token, now) = (visit.parameter("token"), visit.now)
        let standing = try await database.read { try AccountStore.standing(link: token, at: now, on: $0) }
        if case .unknown = standing { try guesses.fail(visit.origin, at: now) }
        return standing
    }

    /// Whoever made a link gives it on: signed in, she does not come in as somebody else with it.
    private func linkPage(_ visit: Visit, _ standing: AccountStore.LinkStanding) -> Reply {
        if case .good(let account, let maker) = standing, let viewer = visit.session?.viewer, viewer.account == maker {
            return AnswerLinkPage.own(visit, viewer, for: account.name)
        }
        var status = 410
        if case .good = standing { status = 200 }
        return visit.page(
            visit.frame[AccessTexts.signInTitle], status: status,
            SignInPages.link(standing, token: visit.parameter("token"), visit.frame))
    }

    private func showLink(_ visit: Visit) async throws -> Reply { linkPage(visit, try await standing(visit)) }

    private func useLink(_ visit: Visit) async throws -> Reply {
        let (link, now, surroundings) = (visit.parameter("token"), visit.now, self.surroundings)
        let (standing, page, former) = (try await standing(visit), visit.form["_once"], visit.session?.tokenHash)
        switch standing {
        case .unknown, .replaced: return linkPage(visit, standing)
        case .good(_, let maker) where maker == visit.session?.viewer.account: return linkPage(visit, standing)
        case .good, .spent: break
        }
        let token = try await database.write { connection -> String? in
            guard let account = try AccountStore.use(link: link, from: page, at: now, on: connection) else { return nil }
            return try SessionStore.begin(account: account.id, insteadOf: former, at: now, surroundings: surroundings, on: connection)
        }
        guard let token else { return linkPage(visit, .spent) }
        return signedIn(token, onward: "/")
    }

    private func signedIn(_ token: String, onward: String) -> Reply {
        var reply = Reply.seeOther(Self.safeOnward(onward) ?? "/")
        // Kept longer than the session: what is sent when it has run out is known as hers.
        reply.setCookie("alis", token, seconds: SessionStore.rememberedSeconds, isSecure: isSecure)
        return reply
    }

    private func signOut(_ visit: Visit) async throws -> Reply {
        if let session = visit.session {
            guard Secret.areEqual(visit.form.raw("_mark") ?? "", session.formMark) else { throw PageRefusal.untrustedForm }
            let now = visit.now
            try await database.write { try SessionStore.end(tokenHash: session.tokenHash, at: now, on: $0) }
        }
        var reply = Reply.seeOther("/")
        reply.setCookie("alis", "", seconds: 0, isSecure: isSecure)
        // Pages the browser kept to ask about again go with the session.
        reply.headers.append(("clear-site-data", "\"cache\""))
        return reply
    }

    private func chooseLanguage(_ visit: Visit) async throws -> Reply {
        guard let language = LanguageForm(rawValue: visit.form["maal"]) else { throw PageRefusal.notFound }
        var reply = Reply.seeOther(Self.safeOnward(visit.form["tilbake"]) ?? "/")
        reply.setCookie("maal", language.rawValue, seconds: 365 * 86_400, isSecure: isSecure)
        return reply
    }

    /// Only addresses of our own: one slash first, no host, no line breaks.
    static func safeOnward(_ path: String) -> String? {
        guard path.hasPrefix("/"), !path.hasPrefix("//"), !path.hasPrefix("/\\"), path.utf8.count < 2000,
            !path.unicodeScalars.contains(where: { $0.value < 32 })
        else { return nil }
        return path
    }
}
