/// Finds which character stands between the fields of a CSV text.
enum CSVSeparator {
    /// In the order they are preferred: Norwegian spreadsheets use the semicolon, since the comma is in the numbers.
    private static let candidates: [UInt8] = [0x3B, 0x09, 0x2C]
    private static let sampleBytes = 65_536
    private static let sampleRows = 100

    /// The separator named by a first line `sep=;`, and the text after that line; nil when there is no such line.
    static func declared(in bytes: [UInt8]) -> (separator: UInt8, rest: ArraySlice<UInt8>)? {
        guard let end = bytes.prefix(16).firstIndex(where: { $0 == 0x0A || $0 == 0x0D }) else { return nil }
        let line = bytes[..<end].filter { $0 != 0x22 }
        guard line.count == 5, line.prefix(4).map({ $0 | 0x20 }).elementsEqual("sep=".utf8.map { $0 | 0x20 }) else { return nil }
        let separator = line[4]
        guard separator < 0x80 else { return nil }
        var rest = bytes[(end + 1)...]
        if bytes[end] == 0x0D, rest.first == 0x0A { rest = rest.dropFirst() }
        return (separator, rest)
    }

    /// The separator that gives the most rows the same number of columns; the semicolon when none does.
    static func detect(in bytes: ArraySlice<UInt8>) -> UInt8 {
        let rows = widths(of: bytes.prefix(sampleBytes))
        var best: (separator: UInt8, rows: Int, columns: Int) = (0x3B, 0, 1)
        for (place, candidate) in candidates.enumerated() {
            var rowsByWidth: [Int: Int] = [:]
            for row in rows where row[place] > 1 { rowsByWidth[row[place], default: 0] += 1 }
            guard let (columns, count) = rowsByWidth.max(by: { ($0.value, $0.key) < ($1.value, $1.key) }) else { continue }
            // A separator inside every row's text (a decimal comma) gives as many equal rows, but fewer columns.
            if count > best.rows || (count == best.rows && columns > best.columns) { best = (candidate, count, columns) }
        }
        return best.separator
    }

    /// For each row, how many columns each candidate would give. What stands in quotation marks is left out,
    /// whichever candidate they stand beside.
    private static func widths(of sample: ArraySlice<UInt8>) -> [[Int]] {
        var rows: [[Int]] = []
        var widths = candidates.map { _ in 1 }
        var (isAtStart, isQuoted) = (true, false)
        for byte in sample {
            if isQuoted {
                // A doubled quotation mark closes and opens again.
                if byte == 0x22 { (isQuoted, isAtStart) = (false, true) }
            } else if byte == 0x22, isAtStart {
                isQuoted = true
            } else if byte == 0x0A || byte == 0x0D {
                rows.append(widths)
                if rows.count == sampleRows { return rows }
                widths = candidates.map { _ in 1 }
                isAtStart = true
            } else if let place = candidates.firstIndex(of: byte) {
                widths[place] += 1
                isAtStart = true
            } else {
                isAtStart = false
            }
        }
        rows.append(widths)
        return rows
    }
}
