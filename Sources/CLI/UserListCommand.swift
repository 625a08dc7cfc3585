import Alis
import AlisDomain
import ArgumentParser

struct UserListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "List the people who have access.")

    @OptionGroup var common: CommonOptions
    @Argument(help: "Part of a name or an e-mail address.") var search: String?
    @Flag(name: .long, help: "Also those whose access has been ended.") var all = false
    @Flag(name: .long, help: "Print JSON.") var json = false

    func run() async throws {
        let desk = try await UserDesk(common, isReading: true)
        let words = Folding.fold(search ?? "").split(separator: " ")
        let accounts = try await desk.database.read { try AccountStore.all(on: $0) }.filter { account in
            let text = Folding.fold("\(account.name) \(account.email?.text ?? "")")
            return (all || account.endedAt == nil) && words.allSatisfy { text.contains($0) }
        }
        var entries: [UserDesk.Entry] = []
        for account in accounts { entries.append(try await desk.entry(account)) }
        if json {
            print(try TerminalOutput.json(entries))
            return
        }
        let rows = entries.map { entry in
            [
                entry.name, entry.email ?? "-",
                entry.endedAt.map { "ended \($0.prefix(10))" } ?? entry.grants.map(\.title).joined(separator: "; "), entry.id,
            ]
        }
        print(rows.isEmpty ? "Nobody has access." : TerminalOutput.table(["Name", "E-mail", "Roles", "Id"], rows))
    }
}
