import HTTPTypes
import Hummingbird

/// The cookies a browser sends, as they came: of all there may be, two are asked for in each request and only those are read out.
struct CookieHeader {
    private let bytes: [UInt8]

    init(_ request: Request) { self.init(request.headers[.cookie] ?? "") }

    init(_ header: String) { bytes = Array(header.utf8) }

    /// The value of the first cookie of this name: `name=value`, set apart by semicolons (RFC 6265 § 4.2.1).
    subscript(name: String) -> String? {
        let name = name.utf8
        var at = 0
        while at < bytes.count {
            if bytes[at] == UInt8(ascii: ";") || bytes[at] == UInt8(ascii: " ") {
                at += 1
                continue
            }
            let end = bytes[at...].firstIndex(of: UInt8(ascii: ";")) ?? bytes.count
            let pair = bytes[at..<end]
            if pair.count > name.count, pair[at + name.count] == UInt8(ascii: "="), pair.starts(with: name) {
                return String(decoding: pair.dropFirst(name.count + 1), as: UTF8.self)
            }
            at = end
        }
        return nil
    }
}
