import AlisDomain

/// A file sent with a form.
package struct UploadedFile: Sendable {
    package let field: String
    package let fileName: String
    package let bytes: [UInt8]
}

/// Reads `multipart/form-data` (RFC 7578). Only what browsers send is understood; anything else gives nil.
package enum Multipart {
    /// The boundary named in a `Content-Type`; nil when it is no multipart form.
    package static func boundary(contentType: String) -> String? {
        guard contentType.lowercased().hasPrefix("multipart/form-data") else { return nil }
        for part in contentType.split(separator: ";").dropFirst() {
            let trimmed = part.drop { $0 == " " }
            guard trimmed.lowercased().hasPrefix("boundary=") else { continue }
            let value = trimmed.dropFirst(9).filter { $0 != "\"" }
            return (1...200).contains(value.utf8.count) ? value : nil
        }
        return nil
    }

    /// The fields and files of a body; nil when the body does not keep to its boundary. At most 1,000 parts.
    package static func read(_ body: [UInt8], boundary: String) -> (fields: FormData, files: [UploadedFile])? {
        let delimiter = Array("--\(boundary)".utf8)
        var fields = FormData()
        var files: [UploadedFile] = []
        guard var position = find(delimiter, in: body, from: 0) else { return nil }
        for _ in 0..<1000 {
            position += delimiter.count
            guard position + 2 <= body.count else { return nil }
            if body[position] == 45, body[position + 1] == 45 { return (fields, files) }
            guard let headerEnd = find([13, 10, 13, 10], in: body, from: position),
                let next = find([13, 10] + delimiter, in: body, from: headerEnd + 2)
            else { return nil }
            let header = String(decoding: body[position..<headerEnd], as: UTF8.self)
            let contentStart = headerEnd + 4
            let content = contentStart <= next ? body[contentStart..<next] : []
            if let name = attribute("name", in: header) {
                if let fileName = attribute("filename", in: header) {
                    files.append(UploadedFile(field: name, fileName: fileName, bytes: Array(content)))
                } else {
                    fields.append(name, String(decoding: content.filter { $0 != 0 }, as: UTF8.self))
                }
            }
            position = next + 2
        }
        return nil
    }

    private static func attribute(_ name: String, in header: String) -> String? {
        for line in header.split(whereSeparator: \.isNewline) where line.lowercased().hasPrefix("content-disposition:") {
            for part in line.split(separator: ";").dropFirst() {
                let trimmed = part.drop { $0 == " " }
                guard trimmed.lowercased().hasPrefix(name + "=") else { continue }
                return String(trimmed.dropFirst(name.count + 1).filter { $0 != "\"" })
            }
        }
        return nil
    }

    private static func find(_ needle: [UInt8], in body: [UInt8], from start: Int) -> Int? {
        guard !needle.isEmpty, start >= 0, body.count >= needle.count else { return nil }
        return body.withUnsafeBufferPointer { buffer in
            var index = start
            let last = buffer.count - needle.count
            while index <= last {
                if buffer[index] == needle[0] {
                    var offset = 1
                    while offset < needle.count, buffer[index + offset] == needle[offset] { offset += 1 }
                    if offset == needle.count { return index }
                }
                index += 1
            }
            return nil
        }
    }
}
