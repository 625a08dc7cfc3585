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

    fileprivate static func escape(_ text: String, into bytes: inout [UInt8]) {
        var text = text
        text.withUTF8 { buffer in
            bytes.reserveCapacity(bytes.count + buffer.count)
            var start = 0
            for index in buffer.indices {
                let entity: StaticString
                switch buffer[index] {
                case 38: entity = "&amp;"
                case 60: entity = "&lt;"
                case 62: entity = "&gt;"
                case 34: entity = "&quot;"
                case 39: entity = "&#39;"
                default: continue
                }
                bytes.append(contentsOf: buffer[start..<index])
                entity.withUTF8Buffer { bytes.append(contentsOf: $0) }
                start = index + 1
            }
            bytes.append(contentsOf: buffer[start...])
        }
    }

    package struct StringInterpolation: StringInterpolationProtocol {
        fileprivate var bytes: [UInt8] = []

        package init(literalCapacity: Int, interpolationCount: Int) {
            bytes.reserveCapacity(literalCapacity + interpolationCount * 16)
        }

        package mutating func appendLiteral(_ literal: String) { bytes.append(contentsOf: literal.utf8) }
        package mutating func appendInterpolation(_ text: String) { Html.escape(text, into: &bytes) }
        package mutating func appendInterpolation(_ text: String?) { if let text { Html.escape(text, into: &bytes) } }
        package mutating func appendInterpolation(_ number: Int) { bytes.append(contentsOf: String(number).utf8) }
        package mutating func appendInterpolation(_ html: Html) { bytes.append(contentsOf: html.bytes) }
        package mutating func appendInterpolation(_ html: Html?) { if let html { bytes.append(contentsOf: html.bytes) } }
        package mutating func appendInterpolation(_ parts: [Html]) { for part in parts { bytes.append(contentsOf: part.bytes) } }

        /// An attribute without a value, when it is to be there: `<input \(flag: "checked", isChecked)>`.
        package mutating func appendInterpolation(flag name: StaticString, _ isOn: Bool) {
            if isOn { name.withUTF8Buffer { bytes.append(contentsOf: $0) } }
        }
    }
}
