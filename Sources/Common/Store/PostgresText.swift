/// Values in PostgreSQL's text forms.
enum PostgresText {
    /// The statement with each value's place and type (`$1::int8`), and the values that go there. Types are always said, so that
    /// a value means the same wherever it stands; an empty value is written out, for it has no type.
    static func statement(_ sql: SQL) -> (text: String, values: [SQLValue]) {
        guard !sql.values.isEmpty else { return (sql.pieces[0], []) }
        var text = sql.pieces[0]
        var values: [SQLValue] = []
        values.reserveCapacity(sql.values.count)
        for (index, value) in sql.values.enumerated() {
            if let type = typeName(value) {
                values.append(value)
                text += "$"
                text += String(values.count)
                text += type
            } else {
                text += "NULL"
            }
            text += sql.pieces[index + 1]
        }
        return (text, values)
    }

    private static func typeName(_ value: SQLValue) -> String? {
        switch value {
        case .null: nil
        case .integer: "::int8"
        case .real: "::float8"
        case .text: "::text"
        case .blob: "::bytea"
        }
    }

    /// Lends the values as C strings, which live in one buffer.
    static func withParameters<Value>(_ values: [SQLValue], _ body: ([UnsafePointer<CChar>?]) throws -> Value) throws -> Value {
        var buffer: [UInt8] = []
        var starts: [Int] = []
        for value in values {
            starts.append(buffer.count)
            switch value {
            case .null: break
            case .integer(let number): buffer.append(contentsOf: String(number).utf8)
            case .real(let number): buffer.append(contentsOf: String(number).utf8)
            case .text(var text):
                try text.refuseNul()
                buffer.append(contentsOf: text.utf8)
            case .blob(let bytes): appendHex(bytes, to: &buffer)
            }
            buffer.append(0)
        }
        return try buffer.withUnsafeBytes { bytes in
            try body(starts.map { bytes.baseAddress?.advanced(by: $0).assumingMemoryBound(to: CChar.self) })
        }
    }

    /// Appends a value as `COPY` reads it.
    static func appendForCopy(_ value: SQLValue, to buffer: inout [UInt8]) throws {
        switch value {
        case .null: buffer.append(contentsOf: "\\N".utf8)
        case .integer(let number): buffer.append(contentsOf: String(number).utf8)
        case .real(let number): buffer.append(contentsOf: String(number).utf8)
        case .text(var text):
            try text.refuseNul()
            text.withUTF8 { bytes in
                for byte in bytes {
                    switch byte {
                    case UInt8(ascii: "\\"), UInt8(ascii: "\t"), UInt8(ascii: "\n"), UInt8(ascii: "\r"):
                        buffer.append(UInt8(ascii: "\\"))
                        buffer.append(escapes[Int(byte)])
                    default: buffer.append(byte)
                    }
                }
            }
        case .blob(let bytes):
            buffer.append(UInt8(ascii: "\\"))
            appendHex(bytes, to: &buffer)
        }
    }

    /// Reads `\x00ff`.
    static func bytes(fromHex text: UnsafeBufferPointer<UInt8>) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.count / 2)
        var index = 2
        while index + 1 < text.count {
            bytes.append(digit(text[index]) << 4 | digit(text[index + 1]))
            index += 2
        }
        return bytes
    }

    private static func appendHex(_ bytes: [UInt8], to buffer: inout [UInt8]) {
        buffer.append(contentsOf: "\\x".utf8)
        for byte in bytes {
            buffer.append(digits[Int(byte >> 4)])
            buffer.append(digits[Int(byte & 15)])
        }
    }

    private static func digit(_ byte: UInt8) -> UInt8 { byte < 58 ? byte &- 48 : (byte | 32) &- 87 }

    private static let digits = Array("0123456789abcdef".utf8)

    /// What follows the backslash for each byte that `COPY` must not see bare.
    private static let escapes: [UInt8] = {
        var table = [UInt8](0...127)
        table[Int(UInt8(ascii: "\t"))] = UInt8(ascii: "t")
        table[Int(UInt8(ascii: "\n"))] = UInt8(ascii: "n")
        table[Int(UInt8(ascii: "\r"))] = UInt8(ascii: "r")
        return table
    }()
}
