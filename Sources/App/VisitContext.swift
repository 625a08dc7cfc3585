import Foundation
import Hummingbird
import Logging
import NIOCore
import Synchronization

/// What the server knows of a request besides what it says: who is at the other end of the connection.
package struct VisitContext: RequestContext {
    package var coreContext: CoreRequestContextStorage
    /// The other end's address; nil where there is none, as in tests without a socket.
    let peer: SocketAddress?

    package init(source: ApplicationRequestContextSource) {
        coreContext = .init(source: source)
        peer = source.channel.remoteAddress
    }
}

/// Where requests come from, for limits by place. What a request says of itself in `X-Forwarded-For` is believed only from the proxies
/// that whoever runs the server has named: anybody else could write anything there.
final class Origins: Sendable {
    private let proxies: Set<[UInt8]>
    private let logger: Logger
    private let hasWarned = Mutex(false)

    init(proxies: [String], logger: Logger) {
        self.proxies = Set(proxies.compactMap(Self.address))
        self.logger = logger
    }

    /// The place as a text to count by; a whole network of IPv6 (/64) is one, for whoever has one address there has them all.
    func place(peer: SocketAddress?, forwarded: String?) -> String {
        guard let peer = peer?.ipAddress, var address = Self.address(peer) else { return "-" }
        if let forwarded {
            if !proxies.contains(address) { warn(peer) }
            // Each proxy appends who asked it, so the last one is the nearest.
            var names = forwarded.split(separator: ",")
            while proxies.contains(address), let name = names.popLast() {
                guard let next = Self.address(name.filter { !$0.isWhitespace }) else { break }
                address = next
            }
        }
        return address.prefix(address.count == 4 ? 4 : 8).map { String($0) }.joined(separator: ".")
    }

    private func warn(_ peer: String) {
        let isFirst = hasWarned.withLock { hasWarned in
            defer { hasWarned = true }
            return !hasWarned
        }
        guard isFirst else { return }
        logger.warning("X-Forwarded-For from \(peer) is not believed; if that is your proxy, start with --proxy \(peer)")
    }

    /// An IP address as bytes; an IPv4 address that a socket for both kinds shows as IPv6 is one of IPv4. Nil when the text is none.
    static func address(_ text: String) -> [UInt8]? {
        var bytes = [UInt8](repeating: 0, count: 16)
        if inet_pton(AF_INET, text, &bytes) == 1 { return Array(bytes.prefix(4)) }
        guard inet_pton(AF_INET6, text, &bytes) == 1 else { return nil }
        let isMapped = bytes.prefix(10).allSatisfy { $0 == 0 } && bytes[10] == 0xFF && bytes[11] == 0xFF
        return isMapped ? Array(bytes.suffix(4)) : bytes
    }
}

extension Settings {
    /// Whether a text is an IP address, as `proxies` takes them.
    package static func isIPAddress(_ text: String) -> Bool { Origins.address(text) != nil }
}
