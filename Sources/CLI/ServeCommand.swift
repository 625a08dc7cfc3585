import Alis
import ArgumentParser
import Foundation
import Logging

struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "serve", abstract: "Start the server.")

    @OptionGroup var common: CommonOptions
    @Option(name: .long, help: "The address to listen on.") var host = "127.0.0.1"
    @Option(name: .long, help: "The port to listen on; 0 takes a free one.") var port = 8080
    @Flag(name: .long, help: "Let anyone sign in as a synthetic person. Only for databases made by `alis demo`.") var demo = false
    @Option(name: .long, help: "Where people find Alis, such as https://alis.example; for links in texts and sign-in links.")
    var address: String?
    @Option(
        name: .long,
        help: "The IP address of a proxy in front, whose X-Forwarded-For is believed; may be given several times. Without it nobody's is.")
    var proxy: [String] = []
    @Flag(name: .long, help: "Behind HTTPS: send cookies only encrypted.") var secure = false

    func validate() throws {
        for address in proxy where !Settings.isIPAddress(address) { throw ValidationError("--proxy: \(address) is no IP address.") }
    }

    func run() async throws {
        var settings = common.settings()
        settings.host = host
        settings.port = port
        settings.isDemo = demo
        settings.isSecure = secure
        settings.address = address
        settings.proxies = proxy
        let database = try common.open(for: .writing(as: "the server (alis serve)"))
        do {
            let (clock, surroundings) = (common.programClock(), try await common.surroundings(for: database))
            if clock.began != nil, !demo {
                throw ValidationError("A clock is set only for practice: serve with --demo, or without --clock.")
            }
            if let version = database.unpatchedSQLite {
                surroundings.logger.notice("SQLite \(version) can lose a write when two programs write: Alis lets one write at a time")
            }
            let application = try await buildApplication(settings, database: database, surroundings: surroundings)
            try await application.serve { say("Alis: http://\(host):\($0)/\(clock.note)") }
        } catch let failure as StoreFailure {
            throw common.told(failure)
        } catch {
            guard let sentence = Self.cannotListen(error, host: host, port: port) else { throw error }
            say(sentence)
            throw ExitCodes.refused
        }
    }

    /// What keeps the server from listening, in words; nil for anything else. The system's own error is a call's name and a number.
    static func cannotListen(_ error: any Error, host: String, port: Int) -> String? {
        let text = String(describing: error)
        guard text.hasPrefix("bind(") || text.hasPrefix("listen(") else { return nil }
        if text.contains("(errno: \(EADDRINUSE))") {
            return "Port \(port) on \(host) is in use by another program. Choose another with --port; --port 0 takes a free one."
        }
        if text.contains("(errno: \(EACCES))") {
            return "Port \(port) may not be opened by this user: ports below 1024 are the system's. Choose another with --port."
        }
        if text.contains("(errno: \(EADDRNOTAVAIL))") { return "\(host) is no address of this machine. Choose another with --host." }
        return "Alis cannot listen on \(host), port \(port): \(text)"
    }
}
