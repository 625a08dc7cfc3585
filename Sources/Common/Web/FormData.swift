import AlisDomain

/// What a form or an address's query sent: names with values, in order, a name possibly several times.
///
/// Reading never fails: nonsense becomes text, and what is missing becomes empty.
package struct FormData: Sendable, Equatable {
    package private(set) var pairs: [(name: String, value: String)]

    package init(_ pairs: [(name: String, value: String)] = []) { self.pairs = pairs }

    package static func == (left: FormData, right: FormData) -> Bool {
        left.pairs.elementsEqual(right.pairs) { $0.name == $1.name && $0.value == $1.value }
    }

    /// Reads `a=1&b=2`, percent-encoded, `+` as a space. At most 10,000 pairs are kept.
    package init(urlEncoded text: some StringProtocol) {
        pairs = text.split(separator: "&", maxSplits: 10_000, omittingEmptySubsequences: true).prefix(10_000).map { part in
            let sides = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            return (Self.decode(sides[0]), sides.count > 1 ? Self.decode(sides[1]) : "")
        }
    }

    /// The value as sent, trimmed of spaces at both ends; empty when missing.
    package subscript(name: String) -> String { raw(name).map(Self.trim) ?? "" }

    /// The value exactly as sent; nil when missing.
    package func raw(_ name: String) -> String? { pairs.first { $0.name == name }?.value }

    package func all(_ name: String) -> [String] { pairs.filter { $0.name == name }.map { Self.trim($0.value) } }
    package func contains(_ name: String) -> Bool { pairs.contains { $0.name == name } }
    package mutating func append(_ name: String, _ value: String) { pairs.append((name, value)) }

    /// The same without some names, such as a form's own marks.
    package func without(_ names: Set<String>) -> FormData { FormData(pairs.filter { !names.contains($0.name) }) }

    /// The same with one name set to one value.
    package func setting(_ name: String, to value: String) -> FormData {
        var copy = without([name])
        copy.append(name, value)
        return copy
    }

    /// The form's one-time mark with what was filled in; nil when the form carries none.
    package var once: OnceMark? { OnceMark(token: self["_once"], content: without(["_mark", "_once"]).urlEncoded) }

    /// `a=1&b=2` again.
    package var urlEncoded: String {
        var bytes: [UInt8] = []
        for (name, value) in pairs {
            if !bytes.isEmpty { bytes.append(UInt8(ascii: "&")) }
            Self.encode(name, into: &bytes)
            bytes.append(UInt8(ascii: "="))
            Self.encode(value, into: &bytes)
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func trim(_ text: String) -> String {
        func isPlain(_ byte: UInt8?) -> Bool { byte.map { $0 > 32 && $0 < 127 } ?? true }
        if isPlain(text.utf8.first), isPlain(text.utf8.last) { return text }
        var view = Substring(text)
        while let first = view.first, first.isWhitespace || first == "\u{00A0}" { view.removeFirst() }
        while let last = view.last, last.isWhitespace || last == "\u{00A0}" { view.removeLast() }
        return String(view)
    }

    /// A part of an address, percent-decoded. There a `+` is a plus; only in forms and queries is it a space.
    package static func decodePart(_ text: some StringProtocol) -> String { decode(text, plus: 43) }

    private static func decode(_ text: some StringProtocol, plus: UInt8 = 32) -> String {
        if text.utf8.allSatisfy({ $0 != 37 && $0 != 43 && $0 != 0 }) { return String(text) }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count)
        var iterator = Array(text.utf8)[...]
        func hex(_ byte: UInt8) -> UInt8? {
            switch byte {
            case 48...57: byte - 48
            case 65...70: byte - 55
            case 97...102: byte - 87
            default: nil
            }
        }
        while let byte = iterator.popFirst() {
            if byte == 43 {
                bytes.append(plus)
            } else if byte == 37, iterator.count >= 2, let high = hex(iterator[iterator.startIndex]),
                let low = hex(iterator[iterator.startIndex + 1])
            {
                iterator.removeFirst(2)
                bytes.append(high << 4 | low)
            } else {
                bytes.append(byte)
            }
        }
        // NUL is in no text that anybody types, and the store takes none.
        bytes.removeAll { $0 == 0 }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Percent-encodes everything but letters, digits and `-._~`.
    package static func encode(_ text: String) -> String {
        var bytes: [UInt8] = []
        encode(text, into: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func encode(_ text: String, into bytes: inout [UInt8]) {
        func digit(_ value: UInt8) -> UInt8 { value < 10 ? 48 + value : 55 + value }
        for byte in text.utf8 {
            switch byte {
            case 48...57, 65...90, 97...122, 45, 46, 95, 126: bytes.append(byte)
            default:
                bytes.append(UInt8(ascii: "%"))
                bytes.append(digit(byte >> 4))
                bytes.append(digit(byte & 15))
            }
        }
    }
}
