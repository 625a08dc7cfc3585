/// Puts two columns into a CSV file and leaves the rest byte for byte: separator, encoding, quotation marks and line breaks are the
/// sender's own.
package enum AnnotatedCSV {
    /// Nil when the file cannot be added to safely: a quotation mark is never closed, so nobody can tell where its rows end.
    package static func bytes(of original: [UInt8], notes: SheetNotes, separator: Character) -> [UInt8]? {
        guard let separatorByte = separator.asciiValue else { return nil }
        let decoded = TextEncoding.decode(original)
        // Bytes that are letters in UTF-8 and Windows-1252 are never separators or quotation marks; UTF-16 is written anew.
        let isWide = decoded.encoding == .utf16
        let hasMark = !isWide && original.starts(with: [0xEF, 0xBB, 0xBF])
        let source = isWide ? decoded.utf8 : hasMark ? Array(original.dropFirst(3)) : original
        let text = CSVSeparator.declared(in: source)?.rest ?? source[...]

        var result = Array(source[..<text.startIndex])
        result.reserveCapacity(source.count + notes.lines.count * 40)
        var scanner = CSVScanner(text, separator: separatorByte)
        var field: [UInt8] = []
        var number = 1
        while !scanner.isAtEnd {
            let start = scanner.position
            // Where the row's own fields end when the two columns are written again.
            var fields = 0
            var columnStart: Int?
            var end = CSVScanner.FieldEnd.separator
            while end == .separator {
                if fields == notes.column { columnStart = scanner.position }
                end = scanner.next(into: &field, limit: 0)
                fields += 1
            }
            if scanner.isQuoteOpen { return nil }
            let contentEnd = scanner.position - lineBreak(before: scanner.position, in: text, end)
            if let line = notes.lines[number] {
                // Before the separator that begins the column.
                let kept = columnStart.map { $0 - 1 } ?? contentEnd
                result += text[start..<max(start, kept)]
                for _ in 0..<max(0, notes.column - fields) { result.append(separatorByte) }
                for value in [line.result, line.explanation] {
                    result.append(separatorByte)
                    result += quoted(value, separatorByte, decoded.encoding)
                }
            } else {
                result += text[start..<contentEnd]
            }
            result += text[contentEnd..<scanner.position]
            number += 1
        }
        if isWide { return wide(result, bigEndian: original.starts(with: [0xFE, 0xFF])) }
        return hasMark ? [0xEF, 0xBB, 0xBF] + result : result
    }

    /// How many bytes the line break takes that ended a row.
    private static func lineBreak(before position: Int, in text: ArraySlice<UInt8>, _ end: CSVScanner.FieldEnd) -> Int {
        guard end == .row else { return 0 }
        let isPair = text[position - 1] == 0x0A && position - 2 >= text.startIndex && text[position - 2] == 0x0D
        return isPair ? 2 : 1
    }

    /// A value between quotation marks where it needs them, in the file's own encoding.
    private static func quoted(_ value: String, _ separator: UInt8, _ encoding: TextEncoding) -> [UInt8] {
        let text = FormulaGuard.neutralised(value)
        let bytes = encoding == .windows1252 ? TextEncoding.windows1252(text) : Array(text.utf8)
        guard bytes.contains(where: { $0 == separator || $0 == 0x22 || $0 == 0x0A || $0 == 0x0D }) else { return bytes }
        return [0x22] + bytes.flatMap { $0 == 0x22 ? [0x22, 0x22] : [$0] } + [0x22]
    }

    private static func wide(_ utf8: [UInt8], bigEndian: Bool) -> [UInt8] {
        ([0xFEFF] + String(decoding: utf8, as: UTF8.self).utf16).flatMap { unit -> [UInt8] in
            let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xFF))
            return bigEndian ? [high, low] : [low, high]
        }
    }
}
