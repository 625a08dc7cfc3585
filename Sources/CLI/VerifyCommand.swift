import Alis
import AlisDomain
import ArgumentParser

struct VerifyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify", abstract: "Check what must always be true of the register.",
        discussion: """
            Ends with 0 when all is well (warnings do not count) and with 1 when an invariant is broken. Reads only; may run beside a
            server.
            """)

    @OptionGroup var common: CommonOptions
    @Flag(name: .long, help: "Answer in JSON.") var json = false

    private struct Answer: Encodable {
        struct Invariant: Encodable {
            let name, says, severity: String
            let count: Int
            let examples: [String]
        }
        let isSound: Bool
        let invariants: [Invariant]
    }

    func run() async throws {
        let database = try await common.openExisting()
        let results = try await AlisApplication.verify(database)
        let isSound = RegisterVerifier.isSound(results)
        if json {
            try printJSON(
                Answer(
                    isSound: isSound,
                    invariants: results.map {
                        .init(name: $0.name, says: $0.says, severity: $0.severity.rawValue, count: $0.count, examples: $0.examples)
                    }))
        } else {
            for result in results {
                let mark = result.count == 0 ? "ok       " : result.severity == .warning ? "warning  " : "VIOLATED "
                print(mark + result.says + (result.count == 0 ? "" : " (\(result.count) not)"))
                for example in result.examples { print("           \(example)") }
                if result.count > result.examples.count { print("           … and \(result.count - result.examples.count) more") }
            }
            print(isSound ? "The register is sound." : "The register is NOT sound. See docs/operations/backup.md.")
        }
        if !isSound { throw ExitCodes.failed }
    }
}
