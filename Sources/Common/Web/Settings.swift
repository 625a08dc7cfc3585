import AlisDomain

/// How the server is to run: read once, from the command line and the environment.
package struct Settings: Sendable {
    /// A SQLite file's path, or `postgres://…`.
    package var database: String
    package var host: String
    package var port: Int
    /// The folder that holds `Public` and `Reference`.
    package var root: String
    /// Lets anyone sign in as a synthetic person, and says so on every page.
    package var isDemo: Bool
    /// Set behind a proxy that speaks HTTPS: cookies are then only sent encrypted, and browsers are told to insist.
    package var isSecure: Bool
    /// The IP addresses of the proxies in front: what they say of where a request came from is believed, and nobody else's word.
    package var proxies: [String] = []
    /// How long a request waits for others at the database.
    package var patience = Patience.request
    /// Where people find Alis, such as `https://alis.no`: for links that leave the page they stand on. Nil is where the server listens.
    package var address: String?

    package var referenceFolder: String { root + "/Reference" }

    /// Without a slash at the end.
    package var publicAddress: String {
        var text = address ?? "http://\(host):\(port)"
        while text.hasSuffix("/") { text.removeLast() }
        return text
    }

    package init(
        database: String, host: String = "127.0.0.1", port: Int = 8080, root: String, isDemo: Bool = false, isSecure: Bool = false
    ) {
        self.database = database
        self.host = host
        self.port = port
        self.root = root
        self.isDemo = isDemo
        self.isSecure = isSecure
    }
}
