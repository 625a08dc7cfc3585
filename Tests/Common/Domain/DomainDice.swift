/// Random numbers that are the same on every run, for tests of the domain.
struct DomainDice: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

    mutating func next() -> UInt64 {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return state &* 0x2545_F491_4F6C_DD1D
    }

    /// 0 up to, but not including, `limit`.
    mutating func below(_ limit: Int) -> Int { Int(next() >> 33) % limit }

    /// Text of up to `length` of the characters that cause trouble, and some that do not.
    mutating func text(length: Int) -> String {
        let alphabet = Array("ab9 0-./:,%&=+;\"'<>\\\n\r\t\u{00A0}\u{0000}æøåÆØÅđŋß́🇳🇴\u{202E}٣½")
        return String((0..<below(length + 1)).map { _ in alphabet[below(alphabet.count)] })
    }
}
