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
