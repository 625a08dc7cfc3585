import NIOCore
import NIOHTTP1
import NIOHTTPTypesHTTP1

/// Sees to it that a connection of HTTP/1.0 closes after its answer unless the other end asks to keep it (RFC 9112 § 9.3). What comes after it
/// knows of no versions, and is told in the words of newer requests.
final class OldRequests: ChannelInboundHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias InboundOut = HTTPServerRequestPart

    /// Adds it where requests still have their version; nowhere where they have none.
    static func add(to pipeline: ChannelPipeline) {
        guard let codec = try? pipeline.syncOperations.handler(type: HTTP1ToHTTPServerCodec.self) else { return }
        try? pipeline.syncOperations.addHandler(OldRequests(), position: .before(codec))
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        guard case .head(var head) = unwrapInboundIn(data), !head.isKeepAlive else { return context.fireChannelRead(data) }
        head.headers.replaceOrAdd(name: "connection", value: "close")
        context.fireChannelRead(wrapInboundOut(.head(head)))
    }
}
