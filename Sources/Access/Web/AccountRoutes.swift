import AlisDomain

/// Giving, changing and taking away access. Only administrators.
///
/// | method | address | what |
/// |---|---|---|
/// | GET | /tilgang | everyone with access, with search |
/// | GET, POST | /tilgang/ny | a new person |
/// | GET, POST | /tilgang/:id | one person; name and e-mail address |
/// | GET, POST | /tilgang/:id/rolle | one more role |
/// | GET, POST | /tilgang/:id/rolle/:rolle/avslutt | asks, and ends a role |
/// | GET, POST | /tilgang/:id/avslutt | ends all access |
/// | POST | /tilgang/:id/lenke | makes a one-time sign-in link and shows it once |
package struct AccountRoutes {
    let database: Database
    let surroundings: Surroundings
    let desk: any OrganisationDirectory
    let publicAddress: String

    package var routes: [Route] {
        let routes: [Route] = [
            .restricted(.get, Addresses.accounts, to: [.administrator], list),
            .restricted(.get, Addresses.newAccount, to: [.administrator], showNew),
            .restricted(.post, Addresses.newAccount, to: [.administrator], add),
            .restricted(.get, Addresses.account, to: [.administrator], show),
            .restricted(.post, Addresses.account, to: [.administrator], change),
            .restricted(.get, Addresses.accountRole, to: [.administrator], showRole),
            .restricted(.post, Addresses.accountRole, to: [.administrator], addRole),
            .restricted(.get, Addresses.endRole, to: [.administrator], showEndRole),
            .restricted(.post, Addresses.endRole, to: [.administrator], endRole),
            .restricted(.get, Addresses.endAccount, to: [.administrator], showEnd),
            .restricted(.post, Addresses.endAccount, to: [.administrator], end),
            .restricted(.post, Addresses.accountLink, to: [.administrator], makeLink),
        ]
        return routes.map { $0.actingOnAccess() }
    }

    // MARK: Seeing

    private func list(_ visit: Visit, _ viewer: Viewer) async throws -> Reply {
        let (accounts, grants) = try await database.read { (try AccountStore.all(on: $0), try AccountStore.grantRecords(on: $0)) }
        let words = Folding.fold(visit.query["q"]).split(separator: " ").prefix(5)
        let shown = accounts.filter { account in
            let text = Folding.fold("\(account.name) \(account.email?.text ?? "")")
            return (account.endedAt == nil || visit.query["avsluttede"] == "ja") && words.allSatisfy { text.contains($0) }
        }
        let title = try await desk.titles()
        let people = shown.map { Self.person($0, grants[$0.id] ?? [], title) }
        return visit.page(
            visit.frame[AccountTexts.title],
            AccountPages.list(people, active: accounts.count { $0.endedAt == nil }, query: visit.query, visit.frame))
    }

    private static func person(_ account: Account, _ records: [GrantRecord], _ title: GrantTitle) -> AccountPages.Person {
        AccountPages.Person(account: account, grants: records.map { ($0, title($0.grant)) })
    }

    private func show(_ visit: Visit, _ viewer: Viewer) async throws -> Reply { try await page(visit, status: 200) }

    private func page(_ visit: Visit, status: Int, problems: [FieldProblem] = [], typed: FormData? = nil) async throws -> Reply {
        let account = try await find(visit)
        let now = visit.now
        let (records, all, tries) = try await database.read {
            (
                try AccountStore.grantRecords(of: account.id, on: $0), try AccountStore.all(on: $0),
                try StrangerTries.count(of: account.id, at: now, on: $0)
            )
        }
        let names = Dictionary(all.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
        let notice: Text? =
            switch visit.query["gjort"] {
            case "ny": AccountTexts.personAdded
            case "lagret": AccountTexts.saved
            case "rolle": AccountTexts.roleGiven
            case "avsluttet-rolle": AccountTexts.roleEnded
            case "avsluttet": AccountTexts.accountEnded
            default: nil
            }
        return visit.page(
            account.name, status: status,
            AccountPages.person(
                Self.person(account, records, try await desk.titles()), names: names, tries: tries, notice: notice, problems: problems,
                typed: typed,
                visit.frame))
    }

    private func find(_ visit: Visit) async throws -> Account {
        let id = visit.parameter("id")
        guard let account = try await database.read({ try AccountStore.find(id: id, on: $0) }) else { throw PageRefusal.notFound }
        return account
    }

    // MARK: Giving

    /// The form's mark is the new record's identity, so that the same form sent twice makes one.
    private func identity(_ visit: Visit) throws -> String {
        guard let id = RecordID(visit.form["_once"]) else { throw PageRefusal.badRequest(ErrorTexts.brokenForm) }
        return id.text
    }

    /// The role that a form with this identity gave, and to whom; nil when it was not sent before.
    private func given(_ grantID: String, to id: String) async throws -> (account: Account, grant: Grant)? {
        try await database.read { connection in
            guard let account = try AccountStore.find(id: id, on: connection),
                let record = try AccountStore.grantRecords(of: id, on: connection).first(where: { $0.id == grantID })
            else { return nil }
            return (account, record.grant)
        }
    }

    private func showNew(_ visit: Visit, _ viewer: Viewer) async throws -> Reply {
        try await form(Role(addressCode: visit.query["rolle"]).map { GrantForm(empty: $0, isNewPerson: true) }, nil, visit, status: 200)
    }

    private func showRole(_ visit: Visit, _ viewer: Viewer) async throws -> Reply {
        let account = try await find(visit)
        return try await form(
            Role(addressCode: visit.query["rolle"]).map { GrantForm(empty: $0, isNewPerson: false) }, account, visit, status: 200)
    }

    /// The page with a form; without one, the choice of role.
    private func form(_ form: GrantForm?, _ account: Account?, _ visit: Visit, status: Int) async throws -> Reply {
        let action = account.map { Addresses.accountRole($0.id) } ?? Addresses.newAccount()
        let cancel = account.map { Addresses.account($0.id) } ?? Addresses.accounts()
        let title = account.map { "\(visit.frame[AccountTexts.addGrant]): \($0.name)" } ?? visit.frame[AccountTexts.add]
        let body = try await form?.html(action: action, cancel: cancel, desk: desk, visit.frame)
        return visit.page(
            title, status: status,
            "\(AccountPages.crumb(visit.frame))<div class=\"narrow\"><h1>\(title)</h1>\(body ?? GrantForm.roles(action: action, visit.frame))</div>"
        )
    }

    private func role(_ visit: Visit) throws -> Role {
        guard let role = Role(addressCode: visit.form["rolle"]) else { throw PageRefusal.badRequest(ErrorTexts.brokenForm) }
        return role
    }

    private func add(_ visit: Visit, _ viewer: Viewer) async throws -> Reply {
        var form = try await GrantForm(visit.form, role: try role(visit), isNewPerson: true, desk: desk)
        let (id, now) = (try identity(visit), visit.now)
        if let (known, grant) = try await given(id, to: id) {
            guard known.name == form.name, known.email == form.email, grant == form.grant else { throw SentBefore(change: nil) }
            return .seeOther("\(Addresses.account(id))?gjort=ny")
        }
        guard form.isComplete, let grant = form.grant else { return try await self.form(form, nil, visit, status: 422) }
        let account = Account(id: id, name: form.name, email: form.email)
        do {
            try await database.write { connection in
                // The same form twice at once.
                guard try AccountStore.find(id: id, on: connection) == nil else { return }
                try AccountDesk.add(account, grant: grant, grantID: id, by: viewer.account, at: now, on: connection)
            }
            return .seeOther("\(Addresses.account(id))?gjort=ny")
        } catch let refusal as AccountRefusal {
            form.refuse(refusal)
            return try await self.form(form, nil, visit, status: 422)
        }
    }

    private func addRole(_ visit: Visit, _ viewer: Viewer) async throws -> Reply {
        let account = try await find(visit)
        var form = try await GrantForm(visit.form, role: try role(visit), isNewPerson: false, desk: desk)
        let (grantID, now) = (try identity(visit), visit.now)
        if let (_, grant) = try await given(grantID, to: account.id) {
            guard grant == form.grant else { throw SentBefore(change: nil) }
            return .seeOther("\(Addresses.account(account.id))?gjort=rolle")
        }
        guard form.isComplete, let grant = form.grant else { return try await self.form(form, account, visit, status: 422) }
        do {
            try await database.write { connection in
                let known = try AccountStore.grantRecords(of: account.id, on: connection).contains { $0.id == grantID }
                if known { return }
                try AccountDesk.grant(grant, to: account.id, grantID: grantID, by: viewer.account, at: now, on: connection)
            }
            return .seeOther("\(Addresses.account(account.id))?gjort=rolle")
        } catch let refusal as AccountRefusal {
            form.refuse(refusal)
            return try await self.form(form, account, visit, status: 422)
        }
    }

    // MARK: Changing and taking away

    private func change(_ visit: Visit, _ viewer: Viewer) async throws -> Reply {
        let account = try await find(visit)
        let (name, email) = (visit.form["navn"], EmailAddress(visit.form["epost"]))
        var problems: [FieldProblem] = []
        if name.isEmpty { problems.append(FieldProblem("navn", AccountTexts.missingName)) }
        if email == nil { problems.append(FieldProblem("epost", AccountTexts.badEmail)) }
        guard problems.isEmpty else { return try await page(visit, status: 422, problems: problems, typed: visit.form) }
        do {
            let based = visit.form["_based"]
            let other = try await database.write { connection -> Account? in
                try connection.serialiseWriters()
                // The same form twice is as was asked.
                if let now = try AccountStore.find(id: account.id, on: connection), now.mark != based {
                    return now.name == name && now.email == email ? nil : now
                }
                try AccountDesk.change(account.id, name: name, email: email, on: connection)
                return nil
            }
            if let other {
                let problem = FieldProblem("navn", AccountTexts.changedMeanwhile(other))
                return try await page(visit, status: 409, problems: [problem], typed: visit.form.without(["_based"]))
            }
            return .seeOther("\(Addresses.account(account.id))?gjort=lagret")
        } catch let refusal as AccountRefusal {
            let problem = FieldProblem(refusal == .emailTaken ? "epost" : "navn", AccountTexts.refusal(refusal))
            return try await page(visit, status: 422, problems: [problem], typed: visit.form)
        }
    }

    private func showEndRole(_ visit: Visit, _ viewer: Viewer) async throws -> Reply {
        let (account, grantID) = (try await find(visit), visit.parameter("rolle"))
        let records = try await database.read { try AccountStore.grantRecords(of: account.id, on: $0) }
        guard let record = records.first(where: { $0.id == grantID && $0.endedAt == nil }) else { throw PageRefusal.notFound }
        let title = try await desk.titles()(record.grant)
        return visit.page(visit.frame[AccountTexts.endGrant], AccountPages.endingRole(record.id, title, of: account, visit.frame))
    }

    private func endRole(_ visit: Visit, _ viewer: Viewer) async throws -> Reply {
        let (account, grantID, now) = (try await find(visit), visit.parameter("rolle"), visit.now)
        do {
            try await database.write { try AccountDesk.endGrant(grantID, of: account.id, by: viewer.account, at: now, on: $0) }
        } catch AccountRefusal.noSuchGrant {
            // The same button twice: done already.
        } catch let refusal as AccountRefusal {
            return try await page(visit, status: 422, problems: [FieldProblem("roller", AccountTexts.refusal(refusal))])
        }
        return .seeOther("\(Addresses.account(account.id))?gjort=avsluttet-rolle")
    }

    private func showEnd(_ visit: Visit, _ viewer: Viewer) async throws -> Reply {
        let account = try await find(visit)
        return visit.page(visit.frame[AccountTexts.endAccount], AccountPages.ending(account, visit.frame))
    }

    private func end(_ visit: Visit, _ viewer: Viewer) async throws -> Reply {
        let (account, now) = (try await find(visit), visit.now)
        do {
            try await database.write { try AccountDesk.end(account.id, by: viewer.account, at: now, on: $0) }
        } catch AccountRefusal.noSuchAccount {
            // Ended already.
        } catch let refusal as AccountRefusal {
            return try await page(visit, status: 422, problems: [FieldProblem("roller", AccountTexts.refusal(refusal))])
        }
        return .seeOther("\(Addresses.account(account.id))?gjort=avsluttet")
    }

    /// Shows the link in the answer itself and not after a redirection: it is a secret, kept only as its hash, and may stand
    /// in no address.
    private func makeLink(_ visit: Visit, _ viewer: Viewer) async throws -> Reply {
        let (account, now, surroundings) = (try await find(visit), visit.now, self.surroundings)
        let secret = visit.linkSecret(surroundings)
        do {
            let token = try await database.write {
                try AccountDesk.makeLink(
                    for: account.id, by: viewer.account, days: AccountDesk.linkDays, at: now, surroundings: surroundings, token: secret,
                    on: $0)
            }
            return visit.page(
                visit.frame[AccountTexts.linkMade],
                AccountPages.link(
                    "\(publicAddress)\(Addresses.signInLink(token))", for: account,
                    until: now.adding(seconds: Int64(AccountDesk.linkDays) * 86_400), visit.frame))
        } catch let refusal as AccountRefusal {
            return try await page(visit, status: 422, problems: [FieldProblem("roller", AccountTexts.refusal(refusal))])
        }
    }
}
