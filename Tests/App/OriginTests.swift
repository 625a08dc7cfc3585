import Logging
import NIOCore
import Testing

@testable import Alis

@Suite struct OriginTests {
    private func place(_ peer: String, _ forwarded: String?, proxies: [String] = ["127.0.0.1", "2001:db8::1"]) throws -> String {
        var logger = Logger(label: "test")
        logger.logLevel = .critical
        return Origins(proxies: proxies, logger: logger)
            .place(peer: try SocketAddress(ipAddress: peer, port: 1), forwarded: forwarded)
    }

    @Test func `what a request says of where it came from is believed from a named proxy only`() throws {
        #expect(try place("127.0.0.1", "198.51.100.7") == "198.51.100.7")
        #expect(try place("127.0.0.1", "203.0.113.9, 198.51.100.7") == "198.51.100.7", "the last is what our proxy saw")
        #expect(try place("::ffff:127.0.0.1", "198.51.100.7") == "198.51.100.7", "as a socket for both kinds shows it")
        #expect(try place("198.51.100.7", "203.0.113.9") == "198.51.100.7")
        #expect(try place("127.0.0.1", "203.0.113.9", proxies: []) == "127.0.0.1")
        #expect(try place("127.0.0.1", nil) == "127.0.0.1")
        #expect(try place("127.0.0.1", "noe annet") == "127.0.0.1")
        #expect(try place("2001:db8::1", "203.0.113.9, 198.51.100.7, 127.0.0.1") == "198.51.100.7", "one proxy behind the other")
    }

    @Test func `a network of IPv6 is one place`() throws {
        #expect(try place("2001:db8:1:2::5", nil) == place("2001:db8:1:2:ffff::6", nil))
        #expect(try place("2001:db8:1:2::5", nil) != place("2001:db8:1:3::5", nil))
    }
}
