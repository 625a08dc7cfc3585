/// The identity of a thing in the register: 128 random bits, written as 26 lower-case letters and digits, so that an address
/// cannot be guessed.
package struct RecordID: Hashable, Sendable, Comparable, CustomStringConvertible {
    package let high: UInt64
    package let low: UInt64

    /// Crockford's alphabet: no i, l, o or u, so that it can be read aloud.
    private static let alphabet: StaticString = "0123456789abcdefghjkmnpqrstvwxyz"
    /// How many letters an identity is written with.
    package static let length = 26
    /// The value of each byte in the alphabet; 255 for those outside it.
    private static let values: [UInt8] = {
        var values = [UInt8](repeating: 255, count: 256)
        for index in 0..<alphabet.utf8CodeUnitCount { values[Int(alphabet.utf8Start[index])] = UInt8(index) }
        return values
    }()

    /// Made from 128 bits that the caller drew.
    package init(high: UInt64, low: UInt64) {
        self.high = high
        self.low = low
    }

    /// Reads an identity from an address or the store; nil when it is not of the right form.
    package init?(_ text: some StringProtocol) { self.init(letters: text.utf8) }

    /// The same for the kind of text the store gives: read so often that it has its own way in.
    package init?(_ text: String) { self.init(letters: text.utf8) }

    private init?(letters: some Sequence<UInt8>) {
        var (high, low): (UInt64, UInt64) = (0, 0)
        var count = 0
        for byte in letters {
            let value = Self.values[Int(byte)]
            // 26 × 5 bits are 130: the first letter carries three bits only.
            guard value < 32, count > 0 || value < 8, count < 26 else { return nil }
            high = (high << 5) | (low >> 59)
            low = (low << 5) | UInt64(value)
            count += 1
        }
        guard count == 26 else { return nil }
        self.high = high
        self.low = low
    }

    package var text: String {
        String(unsafeUninitializedCapacity: Self.length) { buffer in
            if let start = buffer.baseAddress { write(to: start) }
            return Self.length
        }
    }

    /// Puts the letters where there is room for `length` of them, for those who write many.
    package func write(to place: UnsafeMutablePointer<UInt8>) {
        let letters = Self.alphabet.utf8Start
        var (upper, lower) = (high, low)
        for index in stride(from: Self.length - 1, through: 0, by: -1) {
            place[index] = letters[Int(lower & 31)]
            lower = (lower >> 5) | (upper << 59)
            upper >>= 5
        }
    }

    package var description: String { text }

    package static func < (left: RecordID, right: RecordID) -> Bool { (left.high, left.low) < (right.high, right.low) }
}

extension RandomNumberGenerator {
    /// A new identity from this source of randomness.
    package mutating func nextRecordID() -> RecordID { RecordID(high: next(), low: next()) }
}
