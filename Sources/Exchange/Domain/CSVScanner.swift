/// Walks through a CSV text field by field.
///
/// As lenient as spreadsheet programs are: a quotation mark counts only at the beginning of a field,
/// and what follows a closing one belongs to the field as it stands.
struct CSVScanner {
    /// What ended a field.
    enum FieldEnd: Hashable { case separator, row, file }

    private let bytes: ArraySlice<UInt8>
    private let separator: UInt8
    /// Where the next field begins, among the bytes given.
    private(set) var position: Int
    /// True when the last field's quotation mark was never closed.
    private(set) var isQuoteOpen = false
    /// Nothing follows; a line break at the very end does not begin a row.
    var isAtEnd: Bool { position >= bytes.endIndex }

    init(_ bytes: ArraySlice<UInt8>, separator: UInt8) {
        self.bytes = bytes
        self.separator = separator
        position = bytes.startIndex
    }

    /// Reads one field into `field` (emptied first). At most `limit` bytes are kept, and one more to show that there were more.
    mutating func next(into field: inout [UInt8], limit: Int) -> FieldEnd {
        field.removeAll(keepingCapacity: true)
        if position < bytes.endIndex, bytes[position] == 0x22 {
            position += 1
            readQuoted(into: &field, limit: limit)
        }
        while position < bytes.endIndex {
            let byte = bytes[position]
            position += 1
            if byte == separator { return .separator }
            if byte == 0x0A { return .row }
            if byte == 0x0D {
                if position < bytes.endIndex, bytes[position] == 0x0A { position += 1 }
                return .row
            }
            if field.count <= limit { field.append(byte) }
        }
        return .file
    }

    private mutating func readQuoted(into field: inout [UInt8], limit: Int) {
        while position < bytes.endIndex {
            let byte = bytes[position]
            position += 1
            if byte == 0x22 {
                guard position < bytes.endIndex, bytes[position] == 0x22 else { return }
                position += 1
            }
            if field.count <= limit { field.append(byte) }
        }
        isQuoteOpen = true
    }
}
