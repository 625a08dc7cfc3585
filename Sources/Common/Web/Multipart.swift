import AlisDomain
import Foundation

/// A file sent with a form.
package struct UploadedFile: Sendable {
    package let field: String
    package let fileName: String
    package let bytes: [UInt8]
}

/// Reads `multipart/form-data` (RFC 7578), in time that grows with the body's length alone. Only what browsers send is understood; anything
/// else gives nil.
package enum Multipart {
    /// RFC 2046 § 5.1.1.
    static let longestBoundary = 70
    static let mostParts = 1000
    static let longestHeader = 8192

    package static func isMultipart(_ contentType: String) -> Bool { contentType.lowercased().hasPrefix("multipart/form-data") }

    /// The boundary named in a `Content-Type`; nil when there is none that may be.
    package static func boundary(contentType: String) -> String? {
        guard isMultipart(contentType), let value = attribute("boundary", in: contentType) else { return nil }
        let isPlain = value.utf8.allSatisfy { $0 > 31 && $0 < 127 }
        return isPlain && (1...longestBoundary).contains(value.utf8.count) && value.last != " " ? value : nil
    }

    /// The fields and files of a body; nil when the body does not keep to its boundary.
    package static func read(_ body: [UInt8], boundary: String) -> (fields: FormData, files: [UploadedFile])? {
        let delimiter = lineEnd + Array("--\(boundary)".utf8)
        var fields = FormData()
        var files: [UploadedFile] = []
        // The first one may begin the body, without the end of a line before it.
        guard var position = body.starts(with: delimiter.dropFirst(2)) ? -2 : find(delimiter, in: body, from: 0) else { return nil }
        for _ in 0..<mostParts {
            position += delimiter.count
            guard position + 2 <= body.count else { return nil }
            if body[position] == 45, body[position + 1] == 45 { return (fields, files) }
            guard let headerEnd = find(lineEnd + lineEnd, in: body, from: position), headerEnd - position <= longestHeader,
                let next = find(delimiter, in: body, from: headerEnd + 2)
            else { return nil }
            let header = String(decoding: body[position..<headerEnd], as: UTF8.self)
            let contentStart = headerEnd + 4
            let content = contentStart <= next ? body[contentStart..<next] : []
            if let disposition = disposition(header), let name = attribute("name", in: disposition) {
                if let fileName = attribute("filename", in: disposition) {
                    files.append(UploadedFile(field: name, fileName: fileName, bytes: Array(content)))
                } else {
                    fields.append(name, String(decoding: content.filter { $0 != 0 }, as: UTF8.self))
                }
            }
            position = next
        }
        return nil
    }

    private static let lineEnd: [UInt8] = [13, 10]

    private static func disposition(_ header: String) -> String? {
        header.split(whereSeparator: \.isNewline).first { $0.lowercased().hasPrefix("content-disposition:") }.map(String.init)
    }

    /// The value of `name=value` or `name="value"` behind a semicolon. What stands in quotation marks is one value, semicolons and all; in
    /// it a backslash stands before a quotation mark that is meant, and before nothing else: browsers send it as it is in a file's name.
    static func attribute(_ name: String, in text: String) -> String? {
        var rest = Substring(text)
        while let semicolon = rest.firstIndex(of: ";") {
            rest = rest[rest.index(after: semicolon)...].drop { $0 == " " || $0 == "\t" }
            let key = rest.prefix { $0 != "=" && $0 != ";" }
            rest = rest[key.endIndex...]
            guard rest.first == "=" else { continue }
            rest = rest.dropFirst()
            let isWanted = key.lowercased() == name
            guard rest.first == "\"" else {
                let value = rest.prefix { $0 != ";" }
                if isWanted { return value.trimmingCharacters(in: .whitespaces) }
                rest = rest[value.endIndex...]
                continue
            }
            rest = rest.dropFirst()
            var value = ""
            while let next = rest.popFirst(), next != "\"" {
                if next == "\\", rest.first == "\"" { value.append(rest.removeFirst()) } else { value.append(next) }
            }
            if isWanted { return value }
        }
        return nil
    }

    /// Where `needle` stands. It begins with the end of a line and holds that nowhere else but at its own beginning, so that no byte is
    /// looked at more than a few times.
    private static func find(_ needle: [UInt8], in body: [UInt8], from start: Int) -> Int? {
        body.withUnsafeBytes { body in
            guard let base = body.baseAddress else { return nil }
            var index = start
            while index + needle.count <= body.count {
                let length = body.count - needle.count - index + 1
                guard let found = memchr(base + index, Int32(needle[0]), length) else { return nil }
                index = base.distance(to: UnsafeRawPointer(found))
                if memcmp(base + index, needle, needle.count) == 0 { return index }
                index += 1
            }
            return nil
        }
    }
}
