import Hummingbird

/// The web framework's own plain text: what Alis' pages are measured against.
@main
struct PlainText {
    static func main() async throws {
        let router = Router()
        router.get("/plain") { _, _ in "Hello, world!" }
        let port = CommandLine.arguments.dropFirst().first.flatMap { Int($0) } ?? 9016
        try await Application(router: router, configuration: .init(address: .hostname("127.0.0.1", port: port))).runService()
    }
}
