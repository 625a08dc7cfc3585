import AlisDomain
import HTTPTypes
import Hummingbird
import NIOCore

// How an answer goes out: the headers every answer has, pages that may be given again, files.

extension Dispatcher {
    func response(_ reply: Reply, _ visit: Visit) -> Response {
        var headers = HTTPFields()
        for (name, value) in reply.headers {
            if let field = HTTPField.Name(name) { headers.append(HTTPField(name: field, value: value)) }
        }
        secure(&headers)
        if headers[.cacheControl] == nil { headers[.cacheControl] = "no-store" }
        let hasNoBody = reply.status == 304
        return Response(
            status: .init(code: reply.status), headers: headers,
            body: hasNoBody ? .init() : .init(byteBuffer: ByteBuffer(bytes: reply.body)))
    }

    /// An answer that may be kept: a whole page that sets no cookie.
    func reusable(_ reply: Reply, _ visit: Visit) -> PageCache.Page? {
        guard reply.status == 200, !reply.headers.contains(where: { $0.name == "set-cookie" }) else { return nil }
        var headers = response(reply, visit).headers
        let tag = PageCache.tag(reply.body)
        headers[.eTag] = tag
        // A browser may keep it but asks each time; nobody on the way may.
        if !reply.headers.contains(where: { $0.name == "cache-control" }) { headers[.cacheControl] = "private, no-cache" }
        headers[.vary] = "Cookie, Accept-Language"
        let soon = visit.now.adding(seconds: SessionStore.touchSeconds)
        let validUntil = visit.session.map { min($0.endsAt, $0.lastSeenAt.adding(seconds: SessionStore.touchSeconds)) } ?? soon
        return PageCache.Page(headers: headers, body: ByteBuffer(bytes: reply.body), tag: tag, validUntil: validUntil)
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
        var headers = HTTPFields()
        headers[.contentType] = file.type
        headers[.cacheControl] = request.uri.query == nil ? "public, max-age=300" : "public, max-age=31536000, immutable"
        secure(&headers)
        return Response(status: .ok, headers: headers, body: .init(byteBuffer: ByteBuffer(bytes: file.bytes)))
    }

    private func secure(_ headers: inout HTTPFields) {
        headers[.contentSecurityPolicy] =
            "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; "
            + "base-uri 'none'; frame-ancestors 'none'"
        headers[.xContentTypeOptions] = "nosniff"
        for (name, value) in Self.fixedHeaders { headers[name] = value }
        if settings.isSecure { headers[.strictTransportSecurity] = "max-age=31536000" }
    }

    private static let fixedHeaders: [(HTTPField.Name, String)] = [
        ("Referrer-Policy", "same-origin"), ("X-Frame-Options", "DENY"), ("Cross-Origin-Opener-Policy", "same-origin"),
        ("Cross-Origin-Resource-Policy", "same-origin"), ("Permissions-Policy", "camera=(), microphone=(), geolocation=()"),
    ].compactMap { name, value in HTTPField.Name(name).map { ($0, value) } }
}
