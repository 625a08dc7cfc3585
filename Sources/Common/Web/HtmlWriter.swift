/// A piece's bytes, behind their number. Once the piece is finished they never change, so they may be read from anywhere.
final class HtmlBytes: ManagedBuffer<Int, UInt8> {
    fileprivate static func make(capacity: Int) -> HtmlBytes {
        unsafeDowncast(create(minimumCapacity: capacity) { _ in 0 }, to: HtmlBytes.self)
    }

    var count: Int { header }

    @inline(__always)
    func withBytes<Value>(_ body: (UnsafeBufferPointer<UInt8>) -> Value) -> Value {
        withUnsafeMutablePointers { count, start in body(UnsafeBufferPointer(start: start, count: count.pointee)) }
    }
}

/// Puts the bytes of a piece of HTML one after another in memory of its own.
///
/// A page is some thousand small appends, and appending to an array costs more than the copying itself. Two copies of a writer would write into the same memory: there is one, inside one interpolation.
struct HtmlWriter {
    private var memory: HtmlBytes
    /// Where the next byte goes, and where the memory ends.
    private var next: UnsafeMutablePointer<UInt8>
    private var end: UnsafeMutablePointer<UInt8>

    init(capacity: Int) {
        memory = .make(capacity: capacity)
        next = memory.withUnsafeMutablePointerToElements { $0 }
        end = next + capacity
    }

    /// What was written; the last thing asked of a writer.
    func finished() -> HtmlBytes {
        memory.withUnsafeMutablePointers { count, start in count.pointee = next - start }
        return memory
    }

    mutating func makeRoom(_ more: Int) {
        if more > end - next { grow(by: more) }
    }

    @inline(never)
    private mutating func grow(by more: Int) {
        let old = memory
        let start = old.withUnsafeMutablePointerToElements { $0 }
        let count = next - start
        // After what is long, such as a page's body, comes a little more, for which nothing long should be moved again.
        let capacity = max((end - start) * 2, count + more + (more > 4096 ? more / 8 : 0))
        memory = .make(capacity: capacity)
        next = memory.withUnsafeMutablePointerToElements { $0 }
        end = next + capacity
        withExtendedLifetime(old) { next.update(from: start, count: count) }
        next += count
    }

    @inline(__always)
    private mutating func copy(_ source: UnsafePointer<UInt8>, _ count: Int) {
        makeRoom(count)
        if count > 16 {
            next.update(from: source, count: count)
        } else {
            copyShort(source, count)
        }
        next += count
    }

    /// At most 16 bytes, as most pieces are: the first half and the last, which may overlap: nothing
    /// is called for so few.
    @inline(__always)
    private func copyShort(_ source: UnsafePointer<UInt8>, _ count: Int) {
        let (from, to) = (UnsafeRawPointer(source), UnsafeMutableRawPointer(next))
        if count >= 8 {
            let last = from.loadUnaligned(fromByteOffset: count - 8, as: UInt64.self)
            to.storeBytes(of: from.loadUnaligned(as: UInt64.self), as: UInt64.self)
            to.storeBytes(of: last, toByteOffset: count - 8, as: UInt64.self)
        } else if count >= 4 {
            let last = from.loadUnaligned(fromByteOffset: count - 4, as: UInt32.self)
            to.storeBytes(of: from.loadUnaligned(as: UInt32.self), as: UInt32.self)
            to.storeBytes(of: last, toByteOffset: count - 4, as: UInt32.self)
        } else {
            for index in 0..<count { next[index] = source[index] }
        }
    }

    @inline(__always)
    mutating func copy(_ bytes: UnsafeBufferPointer<UInt8>) {
        if let source = bytes.baseAddress { copy(source, bytes.count) }
    }

    @inline(__always)
    mutating func copy(_ piece: HtmlBytes) { piece.withBytes { copy($0) } }

    /// What stands in the program itself.
    @inline(__always)
    mutating func copy(_ literal: StaticString) { copy(literal.utf8Start, literal.utf8CodeUnitCount) }

    /// Lets `put` write at most `most` bytes that need no escaping, and say how many it wrote.
    @inline(__always)
    mutating func write(atMost most: Int, _ put: (UnsafeMutablePointer<UInt8>) -> Int) {
        makeRoom(most)
        next += put(next)
    }

    /// Text that needs no escaping. It is lent where it lies; only one that lies in pieces is copied first.
    @inline(__always)
    mutating func copy(_ text: String) {
        if text.utf8.withContiguousStorageIfAvailable({ copy($0) }) == nil { text.inOnePiece { copy($0) } }
    }

    /// Text with the five characters that mean something in HTML escaped.
    @inline(__always)
    mutating func escape(_ text: String) {
        if text.utf8.withContiguousStorageIfAvailable({ escape($0) }) == nil { text.inOnePiece { escape($0) } }
    }

    /// Most texts hold none of the five, and are copied whole.
    @inline(__always)
    private mutating func escape(_ text: UnsafeBufferPointer<UInt8>) {
        guard let source = text.baseAddress else { return }
        if HtmlMarks.isPlain(source, text.count) { copy(source, text.count) } else { escapeEach(text) }
    }

    @inline(never)
    private mutating func escapeEach(_ text: UnsafeBufferPointer<UInt8>) {
        var from = 0
        for index in text.indices where HtmlMarks.isMarked(text[index]) {
            let entity: StaticString
            switch text[index] {
            case 38: entity = "&amp;"
            case 60: entity = "&lt;"
            case 62: entity = "&gt;"
            case 34: entity = "&quot;"
            default: entity = "&#39;"
            }
            copy(UnsafeBufferPointer(rebasing: text[from..<index]))
            copy(entity)
            from = index + 1
        }
        copy(UnsafeBufferPointer(rebasing: text[from...]))
    }
}

/// Finds the five characters that mean something in HTML: `"`, `&`, `'`, `<` and `>`.
enum HtmlMarks {
    @inline(__always)
    static func isMarked(_ byte: UInt8) -> Bool { byte == 34 || byte == 38 || byte == 39 || byte == 60 || byte == 62 }

    /// Whether none of the five is among the bytes; a text with a `#` may be said not to be plain. Eight bytes are looked at
    /// together, the last eight perhaps twice.
    static func isPlain(_ source: UnsafePointer<UInt8>, _ count: Int) -> Bool {
        let bytes = UnsafeRawPointer(source)
        if count < 8 {
            if count >= 4 {
                let first = bytes.loadUnaligned(as: UInt32.self)
                let last = bytes.loadUnaligned(fromByteOffset: count - 4, as: UInt32.self)
                return !hasMarked(UInt64(first) << 32 | UInt64(last))
            }
            for index in 0..<count where isMarked(source[index]) { return false }
            return true
        }
        var at = 0
        while at + 8 <= count {
            if hasMarked(bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self)) { return false }
            at += 8
        }
        return !hasMarked(bytes.loadUnaligned(fromByteOffset: count - 8, as: UInt64.self))
    }

    /// Whether one of eight bytes is marked, or is a `#`. With the bits of 5 set, `"`, `#`, `&` and `'` are one and the same byte, and
    /// so are `<` and `>` with those of 2: two comparisons find all, and a text with a `#` is looked through once more for nothing.
    /// A byte that equals the mark becomes 0, and only a 0 below borrows from its highest bit.
    @inline(__always)
    private static func hasMarked(_ word: UInt64) -> Bool {
        let ones: UInt64 = 0x0101_0101_0101_0101
        func zeros(_ bits: UInt64, _ mark: UInt64) -> UInt64 {
            let rest = (word | (ones &* bits)) ^ (ones &* mark)
            return (rest &- ones) & ~rest
        }
        return (zeros(5, 39) | zeros(2, 62)) & (ones &* 128) != 0
    }
}

extension String {
    @inline(never)
    fileprivate func inOnePiece(_ body: (UnsafeBufferPointer<UInt8>) -> Void) {
        var whole = self
        whole.withUTF8 { body($0) }
    }
}
