import AlisDomain
import Testing

@Suite struct SpellingDistanceTests {
    @Test(arguments: [
        ("bodo", "bodo", 0), ("bodo", "bod", 1), ("bodo", "boddo", 1), ("bodo", "bado", 1), ("bodo", "bdoo", 1), ("oslo", "olso", 1),
        ("hamar", "hamaroy", 2), ("", "ab", 2), ("ab", "", 2), ("ca", "abc", 3), ("kitten", "sitting", 3),
    ])
    func `counts letters put in, left out, replaced and swapped`(left: String, right: String, distance: Int) {
        #expect(SpellingDistance.between(Array(left.utf8), Array(right.utf8), atMost: 3) == distance)
        #expect(SpellingDistance.between(Array(right.utf8), Array(left.utf8), atMost: 3) == distance)
        #expect(SpellingDistance.between(Array(left.utf8), Array(right.utf8), atMost: distance - 1) == nil)
    }
}
