import AlisDomain
import HTTPTypes
import Hummingbird
import NIOCore
import NIOEmbedded

@testable import Alis

/// A browser without a screen: sends requests to the real responder, keeps cookies, and puts the session's mark into forms.
actor TestClient {
    /// What the server answered.
    struct Reply: Sendable {
        let status: Int
        let headers: HTTPFields
        let bytes: [UInt8]

        var text: String { String(decoding: bytes, as: UTF8.self) }
        /// What a reader sees of it: the cells of a workbook, else the text.
        var readableText: String {
            guard contentType.hasPrefix(MediaType.xlsx), let book = try? SpreadsheetReader.read(bytes, fileName: "x.xlsx") else {
                return text
            }
            return book.sheets.flatMap(\.rows).flatMap(\.cells).map(\.value.shownText).joined(separator: "\n")
        }
        /// What a page says: without tags and drawings, and with one space for all there is between words.
        var said: String {
            var result: [UInt8] = []
            var index = bytes.startIndex
            func skip(to end: String) {
                index = bytes[index...].firstRange(of: Array(end.utf8))?.upperBound ?? bytes.endIndex
            }
            while index < bytes.endIndex {
                let byte = bytes[index]
                if byte == UInt8(ascii: "<") {
                    let rest = bytes[index...]
                    let hidden = ["svg", "script", "style"].first { rest.starts(with: Array("<\($0)".utf8)) }
                    skip(to: hidden.map { "</\($0)>" } ?? ">")
                } else if byte == 0xC2, bytes[(index + 1)...].first == 0xA0 {
                    index += 2
                } else if byte == 0xE2, bytes[(index + 1)...].starts(with: [0x80, 0xAF]) {
                    index += 3
                } else {
                    index += 1
                    if byte > 32 {
                        result.append(byte)
                        continue
                    }
                }
                if result.last != 32 { result.append(32) }
            }
            return String(decoding: result, as: UTF8.self)
        }
        var location: String? { headers[.location] }
        var contentType: String { headers[.contentType] ?? "" }
    }

    /// A file in a form.
    struct File: Sendable {
        let field: String
        let name: String
        let type: String
        let bytes: [UInt8]
    }

    private let test: TestApplication
    private let peer: SocketAddress?
    private var cookies: [Cookie] = []

    private struct Cookie {
        let name: String
        let value: String
        let path: String
    }

    init(_ test: TestApplication, peer: SocketAddress? = nil) {
        self.test = test
        self.peer = peer
    }

    struct SignInFailed: Error { let status: Int }

    /// Signs in as a synthetic person, such as `demo.ravna`.
    func signIn(_ account: String) async throws {
        let reply = try await post("/logg-inn", [("konto", account)])
        guard reply.status == 303, session != nil else { throw SignInFailed(status: reply.status) }
    }

    /// The session's token, as the cookie holds it; set it to go on in another's session, or to nil as when it was lost.
    var session: String? { cookies.first { $0.name == Dispatcher.sessionCookie }?.value }
    func useSession(_ token: String?) { set(Dispatcher.sessionCookie, token) }

    func chooseLanguage(_ language: LanguageForm) { set(Dispatcher.languageCookie, language.rawValue) }

    private func set(_ name: String, _ value: String?, path: String = "/") {
        cookies.removeAll { $0.name == name && $0.path == path }
        if let value { cookies.append(Cookie(name: name, value: value, path: path)) }
    }

    /// The mark this session's forms carry; empty when nobody is signed in.
    func mark() async throws -> String {
        guard let token = session else { return "" }
        let now = test.clock.now
        return try await test.database.read { try SessionStore.find(token: token, at: now, on: $0)?.formMark ?? "" }
    }

    func get(_ address: String, headers: [String: String] = [:]) async throws -> Reply {
        try await send(.get, address, headers: headers)
    }

    /// Sends a form; the session's mark goes with it unless `_mark` is among the fields.
    func post(_ address: String, _ fields: [(String, String)] = [], headers: [String: String] = [:]) async throws -> Reply {
        var form = FormData(fields.map { (name: $0.0, value: $0.1) })
        if !form.contains("_mark") { form.append("_mark", try await mark()) }
        return try await send(
            .post, address, headers: ["content-type": "application/x-www-form-urlencoded"].merging(headers) { $1 },
            body: Array(form.urlEncoded.utf8))
    }

    /// Sends a form without any mark but what `fields` holds.
    func postUnmarked(_ address: String, _ fields: [(String, String)] = []) async throws -> Reply {
        let form = FormData(fields.map { (name: $0.0, value: $0.1) })
        return try await send(
            .post, address, headers: ["content-type": "application/x-www-form-urlencoded"], body: Array(form.urlEncoded.utf8))
    }

    /// Sends a form with files.
    func upload(_ address: String, _ fields: [(String, String)] = [], files: [File]) async throws -> Reply {
        let boundary = "----alis-test-boundary"
        var fields = fields
        if !fields.contains(where: { $0.0 == "_mark" }) { fields.append(("_mark", try await mark())) }
        var body: [UInt8] = []
        for (name, value) in fields {
            body += Array("--\(boundary)\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)\r\n".utf8)
        }
        for file in files {
            let disposition = "form-data; name=\"\(file.field)\"; filename=\"\(file.name)\""
            body += Array("--\(boundary)\r\nContent-Disposition: \(disposition)\r\nContent-Type: \(file.type)\r\n\r\n".utf8)
            body += file.bytes + [13, 10]
        }
        body += Array("--\(boundary)--\r\n".utf8)
        return try await send(.post, address, headers: ["content-type": "multipart/form-data; boundary=\(boundary)"], body: body)
    }

    struct NotKept: Error { let status: Int }

    /// Sends a form from a page of a session that has run out since, and gives where it is kept. Leaves the client signed in anew.
    func keptForm(_ address: String, _ fields: [(String, String)]) async throws -> String {
        let mark = try await mark()
        guard let token = session else { throw NotKept(status: 0) }
        let account = try await test.database.write { connection in
            try connection.execute("UPDATE session SET lastSeenAt = createdAt WHERE tokenHash = \(Secret.hash(token))")
            return try connection.first("SELECT account FROM session WHERE tokenHash = \(Secret.hash(token))") { $0.text(0) }
        }
        test.clock.advance(seconds: SessionStore.idleSeconds + 1)
        let reply = try await post(address, fields + [("_mark", mark)])
        guard reply.status == 303, let place = reply.location, place.hasPrefix("/fortsett/"), let account else {
            throw NotKept(status: reply.status)
        }
        try await signIn(account)
        return place
    }

    /// Goes where a redirection points, a few times at most.
    func follow(_ reply: Reply) async throws -> Reply {
        var reply = reply
        for _ in 0..<5 {
            guard (301...303).contains(reply.status), let location = reply.location else { break }
            reply = try await get(location)
        }
        return reply
    }

    /// Sends a body in pieces; without `length` it says not how long it is.
    func send(_ address: String, _ pieces: Pieces, type: String, length: Int? = nil) async throws -> Reply {
        let headers = ["content-type": type, "content-length": length.map { "\($0)" }].compactMapValues { $0 }
        return try await send(.post, address, headers: headers, body: RequestBody(asyncSequence: pieces))
    }

    private func send(_ method: HTTPRequest.Method, _ address: String, headers: [String: String], body: [UInt8] = []) async throws -> Reply
    {
        let length = method == .post ? ["content-length": "\(body.count)"] : [:]
        return try await send(method, address, headers: headers.merging(length) { $1 }, body: RequestBody(buffer: ByteBuffer(bytes: body)))
    }

    private func send(_ method: HTTPRequest.Method, _ address: String, headers: [String: String], body: RequestBody) async throws -> Reply {
        var fields = HTTPFields()
        for (name, value) in headers {
            if let name = HTTPField.Name(name) { fields[name] = value }
        }
        let place = address.prefix { $0 != "?" }
        let mine = cookies.filter { $0.path == "/" || place == $0.path || place.hasPrefix($0.path + "/") }
        if !mine.isEmpty {
            fields[.cookie] = mine.sorted { $0.name < $1.name }.map { "\($0.name)=\($0.value)" }.joined(separator: "; ")
        }
        let request = Request(
            head: HTTPRequest(method: method, scheme: "http", authority: "alis.test", path: address, headerFields: fields),
            body: body)
        let channel = EmbeddedChannel()
        channel.remoteAddress = peer
        let context = VisitContext(source: ApplicationRequestContextSource(channel: channel, logger: test.surroundings.logger))
        let response = try await test.application.responder.respond(to: request, context: context)
        let collector = BodyCollector()
        try await response.body.write(collector)
        // What is written beside the answer is there when the next request comes, as it is between a person's.
        await test.application.seen.settle()
        for cookie in response.headers[values: .setCookie] { keep(cookie) }
        return Reply(status: response.status.code, headers: response.headers, bytes: collector.bytes.value)
    }

    private func keep(_ cookie: String) {
        let parts = cookie.split(separator: ";").map { $0.drop { $0 == " " } }
        guard let pair = parts.first?.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false), pair.count == 2 else { return }
        let isGone = pair[1].isEmpty || parts.contains("Max-Age=0")
        let path = parts.first { $0.hasPrefix("Path=") }.map { String($0.dropFirst(5)) } ?? "/"
        set(String(pair[0]), isGone ? nil : String(pair[1]), path: path)
    }
}

/// Takes the body of an answer.
private struct BodyCollector: ResponseBodyWriter {
    final class Bytes: @unchecked Sendable { var value: [UInt8] = [] }
    let bytes = Bytes()

    mutating func write(_ buffer: ByteBuffer) async throws { bytes.value += buffer.readableBytesView }
    consuming func finish(_ trailing: HTTPFields?) async throws {}
}
