import AlisDomain
import HTTPTypes
import Hummingbird
import NIOCore

// How an answer goes out: the headers every answer has, pages that may be given again, files.

extension Dispatcher {
    func response(_ reply: Reply, _ visit: Visit) -> Response {
        var headers = headers(of: reply)
        if headers[.cacheControl] == nil { headers[.cacheControl] = "no-store" }
        let hasNoBody = reply.status == 304
        return Response(
            status: .init(code: reply.status), headers: headers,
            body: hasNoBody ? .init() : .init(byteBuffer: reply.withBody { ByteBuffer(bytes: $0) }))
    }

    private func headers(of reply: Reply) -> HTTPFields {
        var headers = settings.isSecure ? Self.securedOverTLS : Self.secured
        for (name, value) in reply.headers {
            if let field = HTTPField.Name(name) { headers.append(HTTPField(name: field, value: value)) }
        }
        return headers
    }

    /// An answer that may be kept: a whole page that sets no cookie.
    func reusable(_ reply: Reply, _ visit: Visit) -> PageCache.Page? {
        guard reply.status == 200, !reply.headers.contains(where: { $0.name == "set-cookie" }) else { return nil }
        var headers = headers(of: reply)
        let tag = reply.withBody(PageCache.tag)
        headers[.eTag] = tag
        // A browser may keep it but asks each time; nobody on the way may.
        if headers[.cacheControl] == nil { headers[.cacheControl] = "private, no-cache" }
        headers[.vary] = "Cookie, Accept-Language"
        let soon = visit.now.adding(seconds: SessionStore.touchSeconds)
        let validUntil = visit.session.map { min($0.endsAt, $0.lastSeenAt.adding(seconds: SessionStore.touchSeconds)) } ?? soon
        return PageCache.Page(headers: headers, body: reply.withBody { ByteBuffer(bytes: $0) }, tag: tag, validUntil: validUntil)
    }

    func response(_ page: PageCache.Page, _ request: Request) -> Response {
        if PageCache.names(request.headers[.ifNoneMatch], page.tag) {
            var headers = page.headers
            headers[.contentType] = nil
            return Response(status: .notModified, headers: headers)
        }
        return Response(status: .ok, headers: page.headers, body: .init(byteBuffer: page.body))
    }

    func assetResponse(_ file: Assets.File, _ request: Request) -> Response {
        var headers = settings.isSecure ? Self.securedOverTLS : Self.secured
        headers[.contentType] = file.type
        headers[.cacheControl] = request.uri.query == nil ? "public, max-age=300" : "public, max-age=31536000, immutable"
        return Response(status: .ok, headers: headers, body: .init(byteBuffer: ByteBuffer(bytes: file.bytes)))
    }

    /// What every answer carries, whatever it is.
    private static let secured: HTTPFields = {
        var headers = HTTPFields()
        headers[.contentSecurityPolicy] =
            "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; "
            + "base-uri 'none'; frame-ancestors 'none'"
        headers[.xContentTypeOptions] = "nosniff"
        let others = [
            ("Referrer-Policy", "same-origin"), ("X-Frame-Options", "DENY"), ("Cross-Origin-Opener-Policy", "same-origin"),
            ("Cross-Origin-Resource-Policy", "same-origin"), ("Permissions-Policy", "camera=(), microphone=(), geolocation=()"),
        ]
        for (name, value) in others { if let field = HTTPField.Name(name) { headers[field] = value } }
        return headers
    }()

    private static let securedOverTLS: HTTPFields = {
        var headers = secured
        headers[.strictTransportSecurity] = "max-age=31536000"
        return headers
    }()
}
