import ArgumentParser

/// The program `alis`.
@main
struct AlisCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "alis", abstract: "The running overview of every doctor in GP training in Norway.",
        subcommands: [
            ServeCommand.self,
            DemoCommand.self,
            ImportCommand.self,
            ExportCommand.self,
            UserCommand.self,
            ReferenceCommand.self,
            OverviewCommand.self,
            PlansCommand.self,
            VerifyCommand.self,
            BackupCommand.self,
            RestoreCommand.self,
        ])
}
