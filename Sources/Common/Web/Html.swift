import AlisDomain

/// A piece of HTML. Written as a string literal in which every interpolated text is escaped by its type:
/// `"<h1>\(name)</h1>"` is safe whatever `name` holds; only another `Html` goes in as it is.
package struct Html: ExpressibleByStringInterpolation, Sendable {
    package private(set) var bytes: [UInt8]

    package init(stringLiteral value: String) { bytes = Array(value.utf8) }
    package init(stringInterpolation interpolation: StringInterpolation) { bytes = interpolation.bytes }
    private init(bytes: [UInt8]) { self.bytes = bytes }

    package static let empty = Html(bytes: [])
    package var isEmpty: Bool { bytes.isEmpty }
    package var text: String { String(decoding: bytes, as: UTF8.self) }

    /// Text with the five characters that mean something in HTML escaped.
    package init(escaping text: String) {
        var bytes: [UInt8] = []
        Self.escape(text, into: &bytes)
        self.bytes = bytes
    }

    package static func += (left: inout Html, right: Html) { left.bytes.append(contentsOf: right.bytes) }

    package static func + (left: Html, right: Html) -> Html {
        var sum = left
        sum += right
        return sum
    }

    /// The pieces one after another.
    package static func join(_ parts: some Sequence<Html>, separator: Html = .empty) -> Html {
        var result = Html.empty
        var isFirst = true
        for part in parts {
            if !isFirst { result += separator }
            result += part
            isFirst = false
        }
        return result
    }

    /// One bit for each of the five; all lie below 64.
    private static let marked: UInt64 = 1 << 38 | 1 << 60 | 1 << 62 | 1 << 34 | 1 << 39

    /// Most texts hold none of the five: those are found out by one pass over the bytes and copied whole.
    fileprivate static func escape(_ text: String, into bytes: inout [UInt8]) {
        // Lent where it lies; only a text that lies in pieces is copied first.
        if text.utf8.withContiguousStorageIfAvailable({ escape($0, into: &bytes) }) != nil { return }
        var whole = text
        whole.withUTF8 { escape($0, into: &bytes) }
    }

    private static func escape(_ text: UnsafeBufferPointer<UInt8>, into bytes: inout [UInt8]) {
        var start = 0
        for index in 0..<text.count {
            let byte = text[index]
            if byte > 62 || (marked &>> UInt64(byte)) & 1 == 0 { continue }
            let entity: StaticString
            switch byte {
            case 38: entity = "&amp;"
            case 60: entity = "&lt;"
            case 62: entity = "&gt;"
            case 34: entity = "&quot;"
            default: entity = "&#39;"
            }
            bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<index]))
            entity.withUTF8Buffer { bytes.append(contentsOf: $0) }
            start = index + 1
        }
        bytes.append(contentsOf: start == 0 ? text : UnsafeBufferPointer(rebasing: text[start...]))
    }

    /// Bytes of a text that needs no escaping. Going by the pointer copies them at once; the view of UTF-8 is copied piece by piece.
    fileprivate static func copy(_ text: String, into bytes: inout [UInt8]) {
        if text.utf8.withContiguousStorageIfAvailable({ bytes.append(contentsOf: $0) }) == nil { bytes.append(contentsOf: text.utf8) }
    }

    package struct StringInterpolation: StringInterpolationProtocol {
        fileprivate var bytes: [UInt8] = []

        package init(literalCapacity: Int, interpolationCount: Int) {
            bytes.reserveCapacity(literalCapacity + interpolationCount * 16)
        }

        package mutating func appendLiteral(_ literal: String) { Html.copy(literal, into: &bytes) }
        package mutating func appendInterpolation(_ text: String) { Html.escape(text, into: &bytes) }
        package mutating func appendInterpolation(_ text: String?) { if let text { Html.escape(text, into: &bytes) } }
        package mutating func appendInterpolation(_ number: Int) { Html.copy(String(number), into: &bytes) }
        package mutating func appendInterpolation(_ identity: RecordID) { Html.copy(identity.text, into: &bytes) }
        package mutating func appendInterpolation(_ html: Html) { bytes.append(contentsOf: html.bytes) }
        package mutating func appendInterpolation(_ html: Html?) { if let html { bytes.append(contentsOf: html.bytes) } }
        package mutating func appendInterpolation(_ parts: [Html]) {
            // Room for all at once: tables are long.
            bytes.reserveCapacity(bytes.count + parts.reduce(0) { $0 + $1.bytes.count })
            for part in parts { bytes.append(contentsOf: part.bytes) }
        }

        /// An attribute without a value, when it is to be there: `<input \(flag: "checked", isChecked)>`.
        package mutating func appendInterpolation(flag name: StaticString, _ isOn: Bool) {
            if isOn { name.withUTF8Buffer { bytes.append(contentsOf: $0) } }
        }
    }
}

/// Pieces of a page that differ by a value of which there are few, such as a column's cells: each is written once for a page.
package struct RepeatedHtml<Value: Hashable> {
    private var written: [Value: Html] = [:]
    private let write: (Value) -> Html

    package init(_ write: @escaping (Value) -> Html) { self.write = write }

    package subscript(value: Value) -> Html {
        mutating get {
            if let known = written[value] { return known }
            let html = write(value)
            written[value] = html
            return html
        }
    }
}
