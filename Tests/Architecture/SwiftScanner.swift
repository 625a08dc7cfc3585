/// Reads just enough of Swift to tell code from comments and string literals.
enum SwiftScanner {
    /// A string literal: what is written between its interpolations, and the interpolated expressions.
    struct Literal: Sendable {
        var pieces: [String] = [""]
        var expressions: [String] = []
        /// All of the text, a space for each interpolation.
        var text: String { pieces.joined(separator: " ") }
    }

    /// The program without comments and literals; what stands in an interpolation is kept.
    static func code(of program: String) -> String {
        let bytes = Array(program.utf8)
        var result: [UInt8] = []
        var index = 0
        while index < bytes.count {
            if skipComment(bytes, &index) { continue }
            if bytes[index] == quote {
                let literal = readLiteral(bytes, &index)
                for expression in literal.expressions { result += Array(" \(code(of: expression)) ".utf8) }
            } else {
                result.append(bytes[index])
                index += 1
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// Every literal of the program, those that stand in an interpolation too.
    static func literals(of program: String) -> [Literal] {
        let bytes = Array(program.utf8)
        var (found, index): ([Literal], Int) = ([], 0)
        while index < bytes.count {
            if skipComment(bytes, &index) { continue }
            if bytes[index] == quote {
                let literal = readLiteral(bytes, &index)
                found += [literal] + literal.expressions.flatMap { literals(of: $0) }
            } else {
                index += 1
            }
        }
        return found
    }

    static let quote = UInt8(ascii: "\"")

    /// Moves past a comment, when one begins here.
    static func skipComment(_ bytes: [UInt8], _ index: inout Int) -> Bool {
        guard bytes[index] == UInt8(ascii: "/"), index + 1 < bytes.count else { return false }
        if bytes[index + 1] == UInt8(ascii: "/") {
            while index < bytes.count, bytes[index] != 10 { index += 1 }
            return true
        }
        guard bytes[index + 1] == UInt8(ascii: "*") else { return false }
        index += 2
        while index + 1 < bytes.count, !(bytes[index] == UInt8(ascii: "*") && bytes[index + 1] == UInt8(ascii: "/")) { index += 1 }
        index += 2
        return true
    }

    /// Reads the literal that begins at `index`, which is moved past it.
    static func readLiteral(_ bytes: [UInt8], _ index: inout Int) -> Literal {
        var literal = Literal()
        let isLong = index + 2 < bytes.count && bytes[index + 1] == quote && bytes[index + 2] == quote
        index += isLong ? 3 : 1
        var piece: [UInt8] = []
        while index < bytes.count {
            if bytes[index] == UInt8(ascii: "\\"), index + 1 < bytes.count {
                if bytes[index + 1] == UInt8(ascii: "(") {
                    literal.pieces[literal.pieces.count - 1] = String(decoding: piece, as: UTF8.self)
                    literal.pieces.append("")
                    piece = []
                    index += 2
                    literal.expressions.append(readExpression(bytes, &index))
                } else {
                    if bytes[index + 1] != 10 { piece += bytes[(index + 1)...(index + 1)] }
                    index += 2
                }
            } else if bytes[index] == quote,
                !isLong || (index + 2 < bytes.count && bytes[index + 1] == quote && bytes[index + 2] == quote)
            {
                index += isLong ? 3 : 1
                break
            } else {
                piece.append(bytes[index])
                index += 1
            }
        }
        literal.pieces[literal.pieces.count - 1] = String(decoding: piece, as: UTF8.self)
        return literal
    }

    /// Reads to the parenthesis that ends an interpolation, and moves past it.
    private static func readExpression(_ bytes: [UInt8], _ index: inout Int) -> String {
        let start = index
        var depth = 1
        while index < bytes.count {
            if bytes[index] == quote {
                _ = readLiteral(bytes, &index)
                continue
            }
            if bytes[index] == UInt8(ascii: "(") { depth += 1 }
            if bytes[index] == UInt8(ascii: ")") { depth -= 1 }
            index += 1
            if depth == 0 { break }
        }
        return String(decoding: bytes[start..<max(start, index - 1)], as: UTF8.self)
    }
}
