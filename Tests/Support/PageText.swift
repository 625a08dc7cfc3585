import Foundation

/// Finds pieces of a page by the bytes around them: what a regular expression over a whole page does, at a fraction of its time.
enum PageText {
    /// Each piece that stands between `start` and the next `end`, without the two.
    static func pieces(of page: String, from start: String, to end: String) -> [String] {
        let (page, start, end) = (Data(page.utf8), Data(start.utf8), Data(end.utf8))
        var pieces: [String] = []
        var rest = page.startIndex..<page.endIndex
        while let opening = page.range(of: start, in: rest), let closing = page.range(of: end, in: opening.upperBound..<page.endIndex) {
            pieces.append(String(decoding: page[opening.upperBound..<closing.lowerBound], as: UTF8.self))
            rest = closing.upperBound..<page.endIndex
        }
        return pieces
    }
}

extension String {
    /// Whether the other stands in it, byte for byte. Nearly every test asks this of whole pages, and those that walk ask it a million
    /// times; the general searches, which know of letters written in several ways, take most of the suite's time.
    func contains(_ other: String) -> Bool {
        var (page, piece) = (self, other)
        return page.withUTF8 { page in
            piece.withUTF8 { piece in
                guard var from = page.baseAddress, let sought = piece.baseAddress else { return piece.isEmpty }
                let end = from + page.count - piece.count + 1
                while from < end, let hit = memchr(from, Int32(sought.pointee), end - from) {
                    if memcmp(hit, sought, piece.count) == 0 { return true }
                    from += hit - UnsafeMutableRawPointer(mutating: from) + 1
                }
                return false
            }
        }
    }
}
