import HTTPTypes
import NIOCore
import NIOHTTPTypes

/// Sees to it that one connection keeps to the limits: it closes when the other end is silent, too slow, or sends on after its answer, and
/// when the server stops.
final class ConnectionGuard: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPRequestPart
    typealias InboundOut = HTTPRequestPart
    typealias OutboundIn = HTTPResponsePart
    typealias OutboundOut = HTTPResponsePart

    private let limits: ConnectionLimits
    private let connections: OpenConnections
    private var place: OpenConnections.Place?
    private var watch: Scheduled<Void>?

    /// Requests that have begun to come and are not answered.
    private var unanswered = 0
    /// Answers that have begun to be written and are not taken whole by the system yet.
    private var unsent = 0
    /// The request that is on its way: since when, how much of it has come, and how much it says there is.
    private var receiving: (since: NIODeadline, bytes: Int, declared: Int?)?
    /// When something last came, or was last taken.
    private var heard = NIODeadline.now()
    /// What the system had not taken when it was last looked at.
    private var buffered = Int.max
    private var closesAfterAnswer = false
    /// Set when what came could not be read as a request.
    private var isUnreadable = false
    /// Set while an answer goes out without its body.
    private var dropsBody = false
    /// Set once the connection only waits for the other end to see that it closes.
    private var lingering: (until: NIODeadline, bytes: Int)?
    private var stopsAt: NIODeadline?

    init(limits: ConnectionLimits, connections: OpenConnections) {
        self.limits = limits
        self.connections = connections
    }

    func handlerAdded(context: ChannelHandlerContext) {
        heard = context.eventLoop.now
        place = connections.open(context.channel, at: heard)
        // Of what nobody may send, little is read before it is known.
        try? context.channel.syncOptions?.setOption(.recvAllocator, value: FixedSizeRecvByteBufferAllocator(capacity: 16 * 1024))
        OldRequests.add(to: context.pipeline)
        lookLater(context)
    }

    func handlerRemoved(context: ChannelHandlerContext) {
        watch?.cancel()
        if let place { connections.close(place) }
    }

    // MARK: What comes

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        let part = unwrapInboundIn(data)
        if lingering != nil { return discard(part, context) }
        heard = context.eventLoop.now
        switch part {
        case .head(let head):
            unanswered += 1
            if Self.asksToClose(head) { closesAfterAnswer = true }
            let isInPieces = head.headerFields[.transferEncoding] != nil
            receiving = (heard, 0, isInPieces ? nil : head.headerFields[.contentLength].flatMap { Int($0) } ?? 0)
        case .body(let bytes): receiving?.bytes += bytes.readableBytes
        case .end: receiving = nil
        }
        note()
        context.fireChannelRead(data)
    }

    func channelReadComplete(context: ChannelHandlerContext) {
        if lingering == nil { context.fireChannelReadComplete() } else { context.read() }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        // What comes after something unreadable cannot be read either.
        (isUnreadable, closesAfterAnswer) = (true, true)
        context.fireErrorCaught(error)
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        if event is ChannelShouldQuiesceEvent { stopsAt = context.eventLoop.now + limits.stopping }
        context.fireUserInboundEventTriggered(event)
    }

    /// Options are the same in capital and small letters (RFC 9110 § 7.6.1), and there may be several.
    private static func asksToClose(_ head: HTTPRequest) -> Bool {
        (head.headerFields[.connection] ?? "").lowercased().split(separator: ",").contains { $0.filter { $0 != " " } == "close" }
    }

    // MARK: What goes

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        switch unwrapOutboundIn(data) {
        case .head(var head):
            if let receiving, unanswered == 1, receiving.declared.map({ $0 - receiving.bytes > limits.drained }) ?? true {
                closesAfterAnswer = true
            }
            // Whoever answered had no need of the body, and did not see that it is none.
            if isUnreadable, receiving != nil, unanswered == 1, head.status.kind != .clientError {
                head = HTTPResponse(status: .badRequest, headerFields: [.contentLength: "0"])
                dropsBody = true
            }
            // Whoever sends what is no proper request may mean something else by what follows.
            if head.status == .badRequest { closesAfterAnswer = true }
            // Not while there are others to answer: whoever reads it reads no further.
            if closesAfterAnswer, unanswered <= 1 { head.headerFields[.connection] = "close" }
            if head.status.kind != .informational { begin(context) }
            context.write(wrapOutboundOut(.head(head)), promise: promise)
        case .body: dropsBody ? promise?.succeed() : context.write(data, promise: promise)
        case .end:
            unanswered = max(0, unanswered - 1)
            dropsBody = false
            let taken = promise ?? context.eventLoop.makePromise()
            taken.futureResult.assumeIsolated().whenComplete { _ in self.taken(context) }
            context.write(data, promise: taken)
        }
    }

    /// From its first byte on, an answer waits for the other end to take it.
    private func begin(_ context: ChannelHandlerContext) {
        unsent += 1
        (buffered, heard) = (.max, context.eventLoop.now)
        note()
    }

    private func taken(_ context: ChannelHandlerContext) {
        unsent -= 1
        heard = context.eventLoop.now
        note()
        guard closesAfterAnswer, unanswered == 0, unsent == 0, lingering == nil else { return }
        // Closing at once would take the answer from whoever is still sending.
        lingering = (heard + limits.lingering, 0)
        context.close(mode: .output, promise: nil)
        context.read()
    }

    private func discard(_ part: HTTPRequestPart, _ context: ChannelHandlerContext) {
        guard case .body(let bytes) = part else { return }
        lingering?.bytes += bytes.readableBytes
        if let lingering, lingering.bytes > limits.drained { context.close(promise: nil) }
    }

    // MARK: Time

    private func note() { place?.note(isBusy: unsent == 0 && unanswered > 0 && receiving == nil, heard: heard) }

    private func lookLater(_ context: ChannelHandlerContext) {
        watch = context.eventLoop.assumeIsolated().scheduleTask(in: limits.look) { self.look(context) }
    }

    private func look(_ context: ChannelHandlerContext) {
        if isOver(context) { context.close(promise: nil) } else { lookLater(context) }
    }

    private func isOver(_ context: ChannelHandlerContext) -> Bool {
        let now = context.eventLoop.now
        if let stopsAt, now >= stopsAt { return true }
        if let lingering { return now >= lingering.until }
        if unsent > 0 {
            let left = (try? context.channel.syncOptions?.getOption(.bufferedWritableBytes)) ?? 0
            if left < buffered {
                (buffered, heard) = (left, now)
                note()
            }
            return now - heard >= limits.stalled
        }
        if let receiving {
            let fair = limits.receiving + .seconds(Int64(receiving.bytes / limits.slowestRate))
            return now - heard >= limits.silence || now - receiving.since >= fair
        }
        return unanswered == 0 && now - heard >= limits.idle
    }
}
