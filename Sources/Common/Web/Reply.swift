import AlisDomain

/// What the server answers: a page, a redirection or a file.
package struct Reply: Sendable {
    package var status: Int
    package var headers: [(name: String, value: String)]
    private let content: Content
    /// Set on answers that may be kept and given again, to the same session, while nothing in the database has changed: those that
    /// depend on nothing but the request, the day and the database. A page with a form's one-time mark is none, nor one that shows
    /// the time.
    package var isReusable = false
    /// What a page is called, when it is one.
    package var title: String?

    package init(status: Int = 200, headers: [(name: String, value: String)] = [], body: [UInt8] = []) {
        self.status = status
        self.headers = headers
        content = .bytes(body)
    }

    private init(status: Int, headers: [(name: String, value: String)], page: Html) {
        self.status = status
        self.headers = headers
        content = .page(page)
    }

    /// A page is handed on as it was written: it is the longest thing most answers hold.
    private enum Content: Sendable {
        case bytes([UInt8])
        case page(Html)
    }

    package var body: [UInt8] {
        switch content {
        case .bytes(let bytes): bytes
        case .page(let page): page.bytes
        }
    }

    /// Lends the body where it lies.
    package func withBody<Value>(_ body: (UnsafeBufferPointer<UInt8>) -> Value) -> Value {
        switch content {
        case .bytes(let bytes): bytes.withUnsafeBufferPointer(body)
        case .page(let page): page.withBytes(body)
        }
    }

    /// A whole HTML document.
    package static func html(_ html: Html, status: Int = 200) -> Reply {
        Reply(status: status, headers: [("content-type", "text/html; charset=utf-8")], page: html)
    }

    /// After a form: the browser goes on to `path` with GET, so that reloading sends nothing twice.
    package static func seeOther(_ path: String) -> Reply { Reply(status: 303, headers: [("location", path)]) }

    /// For an address that has moved for good.
    package static func moved(_ path: String) -> Reply { Reply(status: 301, headers: [("location", path)]) }

    /// A file to keep, with a name of ASCII letters, digits, hyphens and dots.
    package static func file(_ bytes: [UInt8], name: String, type: String) -> Reply {
        let safe = name.filter { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-" || $0 == "." || $0 == "_") }
        return Reply(
            headers: [("content-type", type), ("content-disposition", "attachment; filename=\"\(safe)\"")], body: bytes)
    }

    package static func plain(_ text: String, status: Int = 200) -> Reply {
        Reply(status: status, headers: [("content-type", "text/plain; charset=utf-8")], body: Array(text.utf8))
    }

    /// The same answer, marked as one that may be given again.
    package func reusable(_ isSo: Bool = true) -> Reply {
        var reply = self
        reply.isReusable = isSo
        return reply
    }

    /// Gives the browser a value to send back with what it asks for under `path`. No script can read it. No seconds take it away.
    package mutating func setCookie(_ name: String, _ value: String, path: String = "/", seconds: Int64, isSecure: Bool) {
        let text = "\(name)=\(value); Path=\(path); Max-Age=\(seconds); HttpOnly; SameSite=Lax" + (isSecure ? "; Secure" : "")
        headers.append(("set-cookie", text))
    }

    package mutating func setHeader(_ name: String, _ value: String) {
        headers.removeAll { $0.name == name }
        headers.append((name, value))
    }
}

/// The media types of what can be taken out.
package enum MediaType {
    package static let pdf = "application/pdf"
    package static let csv = "text/csv; charset=utf-8"
    package static let xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
}

/// Why a page cannot be shown; each becomes a page with what to do.
package enum PageRefusal: Error, Sendable {
    /// No such thing, or not one this viewer may know of.
    case notFound
    /// The viewer's roles do not reach this page.
    case forbidden
    /// The form was not sent from our own page, or its mark has run out.
    case untrustedForm
    /// The request makes no sense; the text says what to do.
    case badRequest(Text)
    /// More than the route takes: a file, or else a form.
    case tooLarge(isFile: Bool)
    /// The sender has files under way already, or there is no room for more files at once.
    case tooManyFiles
    case tooManyAttempts(minutes: Int)
}
