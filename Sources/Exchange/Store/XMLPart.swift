import AlisDomain
import CExpat
import Foundation

/// What is done with the elements of one XML part. Prefixes of names are taken off before the handler sees them,
/// so that the transitional and the strict form of the file format are read alike.
protocol XMLPartHandler: AnyObject {
    /// Set by the handler to end the reading; looked at after each piece of 64 kB, and never taken back.
    var refusal: SpreadsheetRefusal? { get }
    func start(_ name: XMLName, _ attributes: XMLAttributes)
    func end(_ name: XMLName)
    /// A piece of text; one text may come in several pieces.
    func text(_ bytes: UnsafeBufferPointer<UInt8>)
}

/// An element's or attribute's name without its prefix, borrowed from the parser.
struct XMLName {
    private let start: UnsafePointer<CChar>

    init(_ full: UnsafePointer<CChar>) {
        var (cursor, start) = (full, full)
        while cursor.pointee != 0 {
            if cursor.pointee == 0x3A { start = cursor + 1 }
            cursor += 1
        }
        self.start = start
    }

    static func == (name: XMLName, text: StaticString) -> Bool {
        var cursor = UnsafeRawPointer(name.start).assumingMemoryBound(to: UInt8.self)
        var expected = text.utf8Start
        // Both end with a zero.
        while cursor.pointee == expected.pointee {
            if expected.pointee == 0 { return true }
            cursor += 1
            expected += 1
        }
        return false
    }

    static func ~= (text: StaticString, name: XMLName) -> Bool { name == text }
}

/// An element's attributes, borrowed from the parser; valid only during the call.
struct XMLAttributes {
    let pointer: UnsafeMutablePointer<UnsafePointer<CChar>?>?

    /// The bytes of an attribute's value, without the closing zero.
    func bytes(_ name: StaticString) -> UnsafeBufferPointer<UInt8>? {
        guard var pair = pointer else { return nil }
        while let key = pair[0], let value = pair[1] {
            if XMLName(key) == name {
                return UnsafeBufferPointer(start: UnsafeRawPointer(value).assumingMemoryBound(to: UInt8.self), count: strlen(value))
            }
            pair += 2
        }
        return nil
    }

    /// Whether some attribute's value is as asked for; those too short to be asked about are passed over.
    func contains(atLeast bytes: Int = 9, where isOne: (String) -> Bool) -> Bool {
        guard var pair = pointer else { return false }
        while pair[0] != nil, let value = pair[1] {
            if strlen(value) >= bytes, isOne(String(cString: value)) { return true }
            pair += 2
        }
        return false
    }

    func string(_ name: StaticString) -> String? { bytes(name).map { String(decoding: $0, as: UTF8.self) } }

    /// A whole number of at most nine digits.
    func integer(_ name: StaticString) -> Int? {
        guard let bytes = bytes(name), (1...9).contains(bytes.count) else { return nil }
        var value = 0
        for byte in bytes {
            guard (0x30...0x39).contains(byte) else { return nil }
            value = value * 10 + Int(byte - 0x30)
        }
        return value
    }

    /// XML Schema's `true` and `1`.
    func flag(_ name: StaticString) -> Bool {
        guard let bytes = bytes(name) else { return false }
        return bytes.elementsEqual("1".utf8) || bytes.elementsEqual("true".utf8)
    }
}
