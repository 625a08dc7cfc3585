import AlisDomain

/// A piece of HTML. Written as a string literal in which every interpolated text is escaped by its type:
/// `"<h1>\(name)</h1>"` is safe whatever `name` holds; only another `Html` goes in as it is.
package struct Html: ExpressibleByStringInterpolation, @unchecked Sendable {
    // Unchecked, since a `ManagedBuffer` may not say of itself that it is never changed again.
    fileprivate let content: HtmlBytes

    package init(stringLiteral value: StaticString) {
        var writer = HtmlWriter(capacity: value.utf8CodeUnitCount)
        writer.copy(value)
        content = writer.finished()
    }
    package init(stringInterpolation interpolation: StringInterpolation) { content = interpolation.writer.finished() }
    private init(content: HtmlBytes) { self.content = content }

    package static let empty: Html = ""
    package var isEmpty: Bool { content.count == 0 }
    package var text: String { content.withBytes { String(decoding: $0, as: UTF8.self) } }
    package var bytes: [UInt8] { content.withBytes { Array($0) } }
    /// Lends the bytes where they lie.
    package func withBytes<Value>(_ body: (UnsafeBufferPointer<UInt8>) -> Value) -> Value { content.withBytes(body) }

    /// Text with the five characters that mean something in HTML escaped.
    package init(escaping text: String) {
        var writer = HtmlWriter(capacity: text.utf8.count)
        writer.escape(text)
        content = writer.finished()
    }

    package static func += (left: inout Html, right: Html) { left = left + right }
    package static func + (left: Html, right: Html) -> Html { join([left, right]) }

    /// The pieces one after another.
    package static func join(_ parts: some Sequence<Html>, separator: Html = .empty) -> Html {
        var writer = HtmlWriter(capacity: 256)
        var isFirst = true
        for part in parts {
            if !isFirst { writer.copy(separator.content) }
            writer.copy(part.content)
            isFirst = false
        }
        return Html(content: writer.finished())
    }

    /// What `write` writes of each element, one after another, as one piece: for what is repeated many times on a page. It takes more
    /// room when one element comes to more than `length` bytes.
    package static func each<Elements: Sequence>(
        _ elements: Elements, length: Int = 80, _ write: (Elements.Element, inout StringInterpolation) -> Void
    ) -> Html {
        var pieces = StringInterpolation(literalCapacity: elements.underestimatedCount * length, interpolationCount: 0)
        for element in elements { write(element, &pieces) }
        return Html(stringInterpolation: pieces)
    }

    package struct StringInterpolation: StringInterpolationProtocol {
        fileprivate var writer: HtmlWriter

        package init(literalCapacity: Int, interpolationCount: Int) {
            writer = HtmlWriter(capacity: literalCapacity + interpolationCount * 40)
        }

        package mutating func appendLiteral(_ literal: StaticString) { writer.copy(literal) }
        package mutating func appendInterpolation(_ text: String) { writer.escape(text) }
        package mutating func appendInterpolation(_ text: String?) { if let text { writer.escape(text) } }
        package mutating func appendInterpolation(_ number: Int) { writer.copy(String(number)) }
        package mutating func appendInterpolation(_ identity: RecordID) {
            writer.write(atMost: RecordID.length) { place in
                identity.write(to: place)
                return RecordID.length
            }
        }
        /// A day as Norwegians write it: `22.11.2026`.
        package mutating func appendInterpolation(_ day: CalendarDay) {
            writer.write(atMost: CalendarDay.norwegianLength, day.writeNorwegian)
        }
        package mutating func appendInterpolation(_ day: CalendarDay?) { if let day { appendInterpolation(day) } }
        package mutating func appendInterpolation(_ html: Html) { writer.copy(html.content) }
        package mutating func appendInterpolation(_ html: Html?) { if let html { writer.copy(html.content) } }
        package mutating func appendInterpolation(_ parts: [Html]) {
            // Room for all at once: tables are long.
            writer.makeRoom(parts.reduce(0) { $0 + $1.content.count })
            for part in parts { writer.copy(part.content) }
        }

        /// An attribute without a value, when it is to be there: `<input \(flag: "checked", isChecked)>`.
        package mutating func appendInterpolation(flag name: StaticString, _ isOn: Bool) {
            if isOn { writer.copy(name) }
        }
    }
}
