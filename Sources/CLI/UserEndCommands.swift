import Alis
import AlisDomain
import ArgumentParser

struct UserEndCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "end", abstract: "End all of a person's access, and sign her out.")

    @OptionGroup var common: CommonOptions
    @Argument(help: "The person's e-mail address, or id.") var person: String
    @Flag(name: .long, help: "Print JSON.") var json = false

    func run() async throws {
        let desk = try await UserDesk(common)
        let account = try await desk.account(person)
        let now = desk.surroundings.now()
        try await desk.act { try AccountDesk.end(account.id, by: UserDesk.actor, at: now, on: $0) }
        if json { print(try TerminalOutput.json(try await desk.entry(try await desk.account(account.id)))) }
        say("\(account.name) has no access any more.")
    }
}

struct UserLinkCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "link", abstract: "Make a one-time sign-in link. Whoever has it comes in as the person.")

    @OptionGroup var common: CommonOptions
    @Argument(help: "The person's e-mail address, or id.") var person: String
    @Option(name: .long, help: "Days until it runs out, 1 to 30.") var days = AccountDesk.linkDays
    @Option(name: .long, help: "Where people find Alis.") var address = "http://127.0.0.1:8080"
    @Flag(name: .long, help: "Print JSON.") var json = false

    func validate() throws {
        guard (1...30).contains(days) else { throw ValidationError("--days must be 1 to 30.") }
        guard address.hasPrefix("http://") || address.hasPrefix("https://") else {
            throw ValidationError("--address must begin with http:// or https://.")
        }
    }

    struct Made: Encodable {
        let account: String
        let expiresAt: String
        let link: String
    }

    func run() async throws {
        let desk = try await UserDesk(common)
        let account = try await desk.account(person)
        let (now, surroundings, days) = (desk.surroundings.now(), desk.surroundings, self.days)
        let token = try await desk.act {
            try AccountDesk.makeLink(for: account.id, by: UserDesk.actor, days: days, at: now, surroundings: surroundings, on: $0)
        }
        var settings = common.settings()
        settings.address = address
        let link = "\(settings.publicAddress)\(Addresses.signInLink(token))"
        let expiry = now.adding(seconds: Int64(days) * 86_400)
        print(json ? try TerminalOutput.json(Made(account: account.id, expiresAt: expiry.iso, link: link)) : link)
        say("For \(account.name). Works once, until \(expiry.dayInNorway.iso). It cannot be shown again.")
    }
}
