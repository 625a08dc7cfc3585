import Alis
import AlisDomain
import ArgumentParser

/// People's access from the command line; how the first administrator comes in.
struct UserCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "user", abstract: "Give, change and take away people's access.",
        discussion: """
            The first administrator of a new database:
              alis user add --name "Kari Nordmann" --email kari@example.no --role administrator
              alis user link kari@example.no --address https://alis.example
            Exit codes: 0 done, 3 a rule says no, 4 nobody or nothing of that name, 64 a command written wrongly.
            """,
        subcommands: [
            UserListCommand.self, UserAddCommand.self, UserGrantCommand.self, UserEndGrantCommand.self, UserEndCommand.self,
            UserLinkCommand.self,
        ], defaultSubcommand: UserListCommand.self)
}

/// What the commands about people share: the database, opened and up to date, and who is meant.
struct UserDesk: Sendable {
    /// Whom the history names as the one who did it.
    static let actor = "alis"

    let database: Database
    let surroundings: Surroundings
    let organisations: any OrganisationDirectory

    /// - Parameter isReading: nothing is to be changed, so that it can be done beside the server.
    init(_ common: CommonOptions, isReading: Bool = false) async throws {
        database = try await isReading ? common.openExisting() : common.open(for: .writing(as: "alis user"))
        surroundings = try await common.surroundings(for: database)
        if !isReading { _ = try await buildApplication(common.settings(), database: database, surroundings: surroundings) }
        organisations = OrganisationFinder(register: RegisterCache(database: database), database: database, surroundings: surroundings)
    }

    /// The account that an e-mail address or an identity names.
    func account(_ text: String) async throws -> Account {
        let found = try await database.read { connection in
            if let email = EmailAddress(text), let account = try AccountStore.find(email: email, on: connection) {
                return account as Account?
            }
            return try AccountStore.find(id: text, on: connection)
        }
        guard let found else {
            say("Nobody with access is known as “\(text)”. Give an e-mail address, or an id from `alis user list`.")
            throw ExitStatus.notFound
        }
        return found
    }

    /// Does something, and says in words why when a rule forbids it.
    func act<Value: Sendable>(_ body: @escaping @Sendable (Connection) throws -> Value) async throws -> Value {
        do {
            return try await database.write(body)
        } catch let refusal as AccountRefusal {
            say(Self.explanation(refusal))
            throw refusal == .noSuchAccount || refusal == .noSuchGrant ? ExitStatus.notFound : ExitStatus.refused
        }
    }

    private static func explanation(_ refusal: AccountRefusal) -> String {
        switch refusal {
        case .noSuchAccount: "This person's access has been ended already."
        case .emailTaken: "Somebody with access has this e-mail address already. Use `alis user grant` to give one more role."
        case .alreadyGranted: "The person has this role already."
        case .doctorHasAccount: "The doctor has an account already. End the role on that one first: `alis user end-grant`."
        case .unfit: "The role cannot be held there."
        case .ownRole: "Nobody gives a role to herself."
        case .noSuchGrant: "There is no such role to end. `alis user list --json` shows each role's id."
        case .ownAdministration: "Nobody takes the last administrator role from herself."
        }
    }

    /// A person as scripts read her.
    struct Entry: Encodable {
        struct Held: Encodable {
            let id: String
            let role: String
            let organisation: String
            let title: String
            let grantedAt: String
            let grantedBy: String
        }
        let id: String
        let name: String
        let email: String?
        let endedAt: String?
        let grants: [Held]
    }

    func entry(_ account: Account) async throws -> Entry {
        let records = try await database.read { try AccountStore.grantRecords(of: account.id, on: $0) }
        let title = try await organisations.titles()
        let held = records.filter { $0.endedAt == nil }.map { record in
            Entry.Held(
                id: record.id, role: record.grant.role.rawValue, organisation: record.grant.organisation.code,
                title: title(record.grant).nb, grantedAt: record.grantedAt.iso, grantedBy: record.grantedBy)
        }
        return Entry(id: account.id, name: account.name, email: account.email?.text, endedAt: account.endedAt?.iso, grants: held)
    }
}
