import Alis
import AlisDomain
import ArgumentParser

struct UserAddCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "add", abstract: "Give a new person access, with a first role.")

    @OptionGroup var common: CommonOptions
    @Option(name: .long, help: "The person's name.") var name: String
    @Option(name: .long, help: "The e-mail address; one person has one.") var email: String
    @OptionGroup var options: GrantOptions
    @Flag(name: .long, help: "Print JSON.") var json = false

    func validate() throws {
        if EmailAddress(email) == nil { throw ValidationError("--email: “\(email)” is no e-mail address.") }
        if name.allSatisfy(\.isWhitespace) { throw ValidationError("--name is empty.") }
    }

    func run() async throws {
        let desk = try await UserDesk(common)
        let grant = try await options.grant(desk.organisations)
        let id = desk.surroundings.newID().text
        let (now, account) = (desk.surroundings.now(), Account(id: id, name: name, email: EmailAddress(email)))
        try await desk.act { try AccountDesk.add(account, grant: grant, grantID: id, by: UserDesk.actor, at: now, on: $0) }
        if json { print(try TerminalOutput.json(try await desk.entry(account))) }
        say("\(name) has access. Make a sign-in link with: alis user link \(email)")
    }
}

struct UserGrantCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "grant", abstract: "Give a person one more role.")

    @OptionGroup var common: CommonOptions
    @Argument(help: "The person's e-mail address, or id.") var person: String
    @OptionGroup var options: GrantOptions
    @Flag(name: .long, help: "Print JSON.") var json = false

    func run() async throws {
        let desk = try await UserDesk(common)
        let account = try await desk.account(person)
        let grant = try await options.grant(desk.organisations)
        let (id, now) = (desk.surroundings.newID().text, desk.surroundings.now())
        try await desk.act { try AccountDesk.grant(grant, to: account.id, grantID: id, by: UserDesk.actor, at: now, on: $0) }
        if json { print(try TerminalOutput.json(try await desk.entry(account))) }
        say("\(account.name): \(try await desk.organisations.titles()(grant).nb)")
    }
}

struct UserEndGrantCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "end-grant", abstract: "End one of a person's roles, and sign her out.")

    @OptionGroup var common: CommonOptions
    @Argument(help: "The person's e-mail address, or id.") var person: String
    @OptionGroup var options: GrantOptions
    @Flag(name: .long, help: "Print JSON.") var json = false

    func run() async throws {
        let desk = try await UserDesk(common)
        let account = try await desk.account(person)
        let grant = try await options.grant(desk.organisations)
        let now = desk.surroundings.now()
        try await desk.act { connection in
            let records = try AccountStore.grantRecords(of: account.id, on: connection)
            guard let record = records.first(where: { $0.endedAt == nil && $0.grant == grant }) else { throw AccountRefusal.noSuchGrant }
            try AccountDesk.endGrant(record.id, of: account.id, by: UserDesk.actor, at: now, on: connection)
        }
        if json { print(try TerminalOutput.json(try await desk.entry(account))) }
        say("\(account.name) is no longer \(try await desk.organisations.titles()(grant).nb).")
    }
}
