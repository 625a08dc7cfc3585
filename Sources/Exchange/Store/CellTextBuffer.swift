import AlisDomain

/// Gathers the text of one cell from the pieces the parser gives, never more than the limits allow.
struct CellTextBuffer {
    private(set) var bytes: [UInt8] = []
    private let limit: Int

    init(limits: SpreadsheetLimits) { limit = limits.cellTextBytes }

    mutating func clear() { bytes.removeAll(keepingCapacity: true) }

    /// False when the text became longer than a cell may hold.
    mutating func append(_ piece: UnsafeBufferPointer<UInt8>) -> Bool {
        guard bytes.count + piece.count <= limit else { return false }
        bytes.append(contentsOf: piece)
        return true
    }

    /// The text, with the format's escapes `_x000D_` read and line breaks written as one line feed.
    var text: String {
        let plain = String(decoding: bytes, as: UTF8.self)
        let hasEscape = bytes.contains(0x5F) && plain.contains("_x")
        guard hasEscape || bytes.contains(0x0D) else { return plain }
        return (hasEscape ? Self.unescaped(bytes) : plain).replacing("\r\n", with: "\n").replacing("\r", with: "\n")
    }

    private static func unescaped(_ bytes: [UInt8]) -> String {
        var result: [UInt8] = []
        var place = 0
        while place < bytes.count {
            if let scalar = escape(in: bytes, at: place) {
                result.append(contentsOf: String(scalar).utf8)
                place += 7
            } else {
                result.append(bytes[place])
                place += 1
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// The character of an escape `_xHHHH_` that begins at `place`; halves of surrogate pairs are left as they stand.
    private static func escape(in bytes: [UInt8], at place: Int) -> UnicodeScalar? {
        guard bytes[place] == 0x5F, place + 6 < bytes.count, bytes[place + 1] == 0x78, bytes[place + 6] == 0x5F else { return nil }
        var value: UInt32 = 0
        for byte in bytes[(place + 2)..<(place + 6)] {
            switch byte {
            case 0x30...0x39: value = value << 4 | UInt32(byte - 0x30)
            case 0x41...0x46: value = value << 4 | UInt32(byte - 0x37)
            case 0x61...0x66: value = value << 4 | UInt32(byte - 0x57)
            default: return nil
            }
        }
        return UnicodeScalar(value)
    }
}
