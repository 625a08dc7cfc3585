import HTTPTypes
import NIOCore
import NIOEmbedded
import NIOHTTPTypes
import Testing

@testable import Alis

/// The limits of one connection, with a clock that the test turns.
@Suite struct ConnectionGuardTests {
    private let limits = ConnectionLimits()

    private func channel(_ connections: OpenConnections = OpenConnections(most: 10)) throws -> EmbeddedChannel {
        let channel = EmbeddedChannel(handler: ConnectionGuard(limits: limits, connections: connections))
        try channel.connect(to: SocketAddress(ipAddress: "127.0.0.1", port: 1)).wait()
        return channel
    }

    private func head(_ length: Int?) -> HTTPRequestPart {
        var head = HTTPRequest(method: .post, scheme: "http", authority: "alis.test", path: "/")
        if let length { head.headerFields[.contentLength] = "\(length)" } else { head.headerFields[.transferEncoding] = "chunked" }
        return .head(head)
    }

    private func answer(_ channel: EmbeddedChannel, status: HTTPResponse.Status = .ok) throws -> HTTPResponse? {
        for part in [HTTPResponsePart.head(HTTPResponse(status: status)), .body(ByteBuffer(string: "svar")), .end(nil)] {
            try channel.writeOutbound(part)
        }
        var answered: HTTPResponse?
        while let part = try channel.readOutbound(as: HTTPResponsePart.self) { if case .head(let head) = part { answered = head } }
        return answered
    }

    /// Turns the clock as the event loop does, second by second, and gives whether the connection is still open then.
    private func isOpen(_ channel: EmbeddedChannel, after time: TimeAmount) -> Bool {
        channel.embeddedEventLoop.advanceTime(by: time)
        return channel.isActive
    }

    @Test func `a connection without a request is closed after its time, one that is used is not`() throws {
        let silent = try channel()
        #expect(isOpen(silent, after: limits.idle - .seconds(1)))
        #expect(!isOpen(silent, after: .seconds(2)))
        let used = try channel()
        for _ in 0..<3 {
            #expect(isOpen(used, after: limits.idle - .seconds(2)))
            try used.writeInbound(head(0))
            try used.writeInbound(HTTPRequestPart.end(nil))
            #expect(try answer(used)?.headerFields[.connection] == nil)
        }
        #expect(!isOpen(used, after: limits.idle + .seconds(1)))
    }

    @Test func `the server's own time is not counted against whoever waits for it`() throws {
        let channel = try channel()
        try channel.writeInbound(head(0))
        try channel.writeInbound(HTTPRequestPart.end(nil))
        #expect(isOpen(channel, after: .hours(1)))
        #expect(try answer(channel) != nil)
    }

    @Test func `a request that stops on its way, or trickles, is given up; one that comes steadily is not`() throws {
        let half = try channel()
        try half.writeInbound(head(1000))
        #expect(isOpen(half, after: limits.silence - .seconds(1)))
        #expect(!isOpen(half, after: .seconds(2)))
        let trickle = try channel()
        try trickle.writeInbound(head(1_000_000))
        var seconds = 0
        while trickle.isActive, seconds < 1000 {
            try trickle.writeInbound(HTTPRequestPart.body(ByteBuffer(string: "a")))
            trickle.embeddedEventLoop.advanceTime(by: .seconds(5))
            seconds += 5
        }
        #expect(.seconds(Int64(seconds)) <= limits.receiving + .seconds(5))
        let steady = try channel()
        try steady.writeInbound(head(nil))
        for _ in 0..<60 {
            try steady.writeInbound(HTTPRequestPart.body(ByteBuffer(repeating: 97, count: limits.slowestRate * 5)))
            #expect(isOpen(steady, after: .seconds(5)))
        }
    }

    @Test func `what is answered before it has come closes the connection, unless little is left`() throws {
        for (length, closes) in [(limits.drained, false), (limits.drained + 1, true), (nil, true)] {
            let channel = try channel()
            try channel.writeInbound(head(length))
            #expect(try answer(channel)?.headerFields[.connection] == (closes ? "close" : nil))
            // What comes after it is thrown away, and not for long.
            try channel.writeInbound(HTTPRequestPart.body(ByteBuffer(string: "a")))
            while let part = try channel.readInbound(as: HTTPRequestPart.self) {
                if case .body = part { #expect(!closes) }
            }
            #expect(isOpen(channel, after: limits.lingering + .seconds(1)) == !closes)
        }
        let flood = try channel()
        try flood.writeInbound(head(nil))
        _ = try answer(flood)
        _ = try? flood.writeInbound(HTTPRequestPart.body(ByteBuffer(repeating: 97, count: limits.drained + 1)))
        #expect(!flood.isActive)
    }

    /// Takes nothing of what is written before it is told to.
    private final class FullBuffer: ChannelOutboundHandler {
        typealias OutboundIn = HTTPResponsePart
        private var waiting: [EventLoopPromise<Void>] = []

        func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
            if let promise { waiting.append(promise) }
        }

        func handlerRemoved(context: ChannelHandlerContext) { for promise in waiting { promise.fail(ChannelError.ioOnClosedChannel) } }
    }

    @Test(arguments: [1, 3])
    func `an answer that is not taken is given up, whether or not all of it is written, and its place is for whoever comes`(
        parts: Int
    ) throws {
        let connections = OpenConnections(most: 1)
        func unread() throws -> EmbeddedChannel {
            let channel = EmbeddedChannel(handlers: [FullBuffer(), ConnectionGuard(limits: limits, connections: connections)])
            try channel.connect(to: SocketAddress(ipAddress: "127.0.0.1", port: 1)).wait()
            try channel.writeInbound(head(0))
            try channel.writeInbound(HTTPRequestPart.end(nil))
            let answer: [HTTPResponsePart] = [.head(HTTPResponse(status: .ok)), .body(ByteBuffer(string: "svar")), .end(nil)]
            for part in answer.prefix(parts) { channel.write(part, promise: nil) }
            return channel
        }
        let first = try unread()
        #expect(isOpen(first, after: limits.stalled - .seconds(1)))
        #expect(!isOpen(first, after: .seconds(3)))
        first.embeddedEventLoop.run()
        let second = try unread()
        let third = try channel(connections)
        #expect(!second.isActive && third.isActive && connections.count == 1)
        second.embeddedEventLoop.run()
    }

    @Test(arguments: ["close", "Close", "Upgrade, close"])
    func `a connection that is asked to close closes after its answer`(option: String) throws {
        let channel = try channel()
        var head = HTTPRequest(method: .get, scheme: "http", authority: "alis.test", path: "/")
        head.headerFields[.connection] = option
        try channel.writeInbound(HTTPRequestPart.head(head))
        try channel.writeInbound(HTTPRequestPart.end(nil))
        #expect(try answer(channel)?.headerFields[.connection] == "close")
        #expect(!isOpen(channel, after: limits.lingering + .seconds(1)))
    }

    @Test func `what is answered as no proper request closes the connection`() throws {
        let channel = try channel()
        try channel.writeInbound(head(0))
        try channel.writeInbound(HTTPRequestPart.end(nil))
        #expect(try answer(channel, status: .badRequest)?.headerFields[.connection] == "close")
        #expect(!isOpen(channel, after: limits.lingering + .seconds(1)))
    }

    @Test func `a request that cannot be read is answered as such, whatever was answered`() throws {
        struct Unreadable: Error {}
        let channel = try channel()
        try channel.writeInbound(head(nil))
        channel.pipeline.fireErrorCaught(Unreadable())
        #expect(throws: Unreadable.self) { try channel.throwIfErrorCaught() }
        let answered = try #require(try answer(channel))
        #expect(answered.status == .badRequest && answered.headerFields[.connection] == "close")
        #expect(!isOpen(channel, after: limits.lingering + .seconds(1)))
    }

    @Test func `when the server stops, what is under way has its time and no more`() throws {
        let channel = try channel()
        try channel.writeInbound(head(0))
        try channel.writeInbound(HTTPRequestPart.end(nil))
        channel.pipeline.fireUserInboundEventTriggered(ChannelShouldQuiesceEvent())
        #expect(isOpen(channel, after: limits.stopping - .seconds(1)))
        #expect(!isOpen(channel, after: .seconds(2)))
    }

    @Test func `of too many connections the one that has been silent the longest goes, and none that is being answered`() throws {
        let connections = OpenConnections(most: 3)
        let loop = EmbeddedEventLoop()
        func open() throws -> EmbeddedChannel {
            loop.advanceTime(by: .seconds(1))
            let channel = EmbeddedChannel(handler: ConnectionGuard(limits: limits, connections: connections), loop: loop)
            try channel.connect(to: SocketAddress(ipAddress: "127.0.0.1", port: 1)).wait()
            return channel
        }
        let (answered, first, second) = (try open(), try open(), try open())
        try answered.writeInbound(head(0))
        try answered.writeInbound(HTTPRequestPart.end(nil))
        loop.advanceTime(by: .seconds(1))
        try first.writeInbound(head(1000))
        let third = try open()
        #expect([answered.isActive, first.isActive, second.isActive, third.isActive] == [true, true, false, true])
        #expect(connections.count == 3)
        let fourth = try open()
        #expect([answered.isActive, first.isActive, third.isActive, fourth.isActive] == [true, false, true, true])
    }
}
