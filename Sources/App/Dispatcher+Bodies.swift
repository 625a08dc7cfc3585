import AlisDomain
import HTTPTypes
import Hummingbird
import NIOCore

// How the body of a request is read: only once it is known that the sender may send it, and no more of it than the route takes.

extension Dispatcher {
    /// What people fill in, at most.
    static let largestForm = 256 * 1024
    /// The same of somebody who is not signed in, at most: she signs in, or answers a question with a few words.
    static let largestOfStranger = 16 * 1024
    /// Room for an answer about each of 100,000 rows.
    static let largestLongForm = 1024 * 1024
    /// Room for a 20 MB spreadsheet in a form.
    static let largestFile = 24 * 1024 * 1024

    struct RequestBody: Sendable {
        var form = FormData()
        var files: [UploadedFile] = []
        var contentType = ""
        var bytes: [UInt8] = []
    }

    /// How much of a body is read.
    static func most(_ request: Request, to route: Route, isSignedIn: Bool) -> Int {
        guard isSignedIn else { return largestOfStranger }
        return switch route.takes {
        case .form: largestForm
        case .longForm: largestLongForm
        case .files: Multipart.isMultipart(request.headers[.contentType] ?? "") ? largestFile : largestForm
        }
    }

    /// Whether a body takes so much memory while it is read that it must have a place in `uploads`.
    static func isLarge(_ request: Request, most: Int) -> Bool {
        most > largestForm && length(request).map { $0 > largestForm } ?? true
    }

    /// The length that the request declares; nil when it comes in pieces.
    private static func length(_ request: Request) -> Int? { request.headers[.contentLength].flatMap { Int($0) } }

    func read(_ request: Request, most: Int) async throws -> RequestBody {
        let (length, tooLarge) = (Self.length(request), PageRefusal.tooLarge(isFile: most == Self.largestFile))
        if let length, length > most { throw tooLarge }
        var bytes: [UInt8] = []
        if let length { bytes.reserveCapacity(length) }
        do {
            for try await part in request.body {
                guard bytes.count + part.readableBytes <= most else { throw tooLarge }
                bytes += part.readableBytesView
            }
        } catch let refusal as PageRefusal {
            throw refusal
        } catch {
            // Cut off on the way, or in pieces that are none.
            throw PageRefusal.badRequest(ErrorTexts.brokenForm)
        }
        if let length, bytes.count != length { throw PageRefusal.badRequest(ErrorTexts.brokenForm) }
        return try Self.parse(contentType: request.headers[.contentType] ?? "", bytes: bytes)
    }

    static func parse(contentType: String, bytes: [UInt8]) throws -> RequestBody {
        guard Multipart.isMultipart(contentType) else {
            return RequestBody(form: FormData(urlEncoded: String(decoding: bytes, as: UTF8.self)), contentType: contentType, bytes: bytes)
        }
        guard let boundary = Multipart.boundary(contentType: contentType), let read = Multipart.read(bytes, boundary: boundary) else {
            throw PageRefusal.badRequest(ErrorTexts.brokenForm)
        }
        // What holds files is kept by nobody: they are let go of once they are read out.
        return RequestBody(
            form: read.fields, files: read.files, contentType: contentType, bytes: bytes.count > largestForm ? [] : bytes)
    }
}
