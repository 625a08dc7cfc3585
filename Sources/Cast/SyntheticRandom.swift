/// The generator's own source of randomness (SplitMix64): the same seed gives the same numbers on every machine and Swift version.
///
/// All draws are made with integers, since floating point and the standard library's `random(in:)` promise no such thing.
package struct SyntheticRandom: RandomNumberGenerator, Sendable {
    private var state: UInt64

    package init(seed: UInt64) { state = seed }

    /// An independent stream for one part of the work, so that no part's draws depend on another's.
    package init(seed: UInt64, stream: UInt64...) {
        var mixer = SyntheticRandom(seed: seed)
        for part in stream { mixer = SyntheticRandom(seed: mixer.next() ^ (part &* 0xD6E8_FEB8_6659_FD93)) }
        state = mixer.next()
    }

    package mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// A number from 0 up to, not including, `limit`; 0 when there is none.
    mutating func below(_ limit: Int) -> Int {
        guard limit > 1 else { return 0 }
        return Int(next().multipliedFullWidth(by: UInt64(limit)).high)
    }

    /// A number in the range, both ends included; the lower end when the range is turned round.
    mutating func between(_ low: Int, _ high: Int) -> Int { low + below(max(0, high - low) + 1) }

    /// True `permille` times out of a thousand.
    mutating func chance(_ permille: Int) -> Bool { below(1000) < permille }

    mutating func pick<Element>(_ elements: [Element]) -> Element? { elements.isEmpty ? nil : elements[below(elements.count)] }

    /// One of the values, each as often as its weight says; nil when all weights are 0.
    mutating func pick<Element>(weighted choices: [(Element, Int)]) -> Element? {
        var rest = below(choices.reduce(0) { $0 + $1.1 })
        for (element, weight) in choices where weight > 0 {
            if rest < weight { return element }
            rest -= weight
        }
        return nil
    }
}
