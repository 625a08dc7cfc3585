import Foundation

/// Where a number or a name leads: the municipality, and the days it had it.
struct MunicipalityNameEntry: Hashable, Sendable {
    let municipality: MunicipalityID
    let period: Period
}

/// The dictionaries behind `MunicipalityDirectory.find`: from numbers and names, as written and in forms that forgive more and more.
struct MunicipalityNameIndex: Sendable {
    private(set) var byNumber: [String: [MunicipalityNameEntry]] = [:]
    /// Numbers and names letter by letter, so that what is written right costs one look-up.
    private(set) var asWritten: [String: [MunicipalityNameEntry]] = [:]
    /// Folded, without spaces: `sorvaranger`.
    private(set) var compact: [String: [MunicipalityNameEntry]] = [:]
    /// Folded, and with `aa`, `ae` and `oe` as single letters: `alesund` for `Aalesund`.
    private(set) var loose: [String: [MunicipalityNameEntry]] = [:]
    /// All compact names in order, for "did you mean".
    let spellings: [Spelling]
    /// The county numbers a compact county name has stood for.
    private(set) var counties: [String: Set<String>] = [:]
    /// The counties each municipality has been in.
    private(set) var countiesOf: [MunicipalityID: Set<String>] = [:]

    init(stretches: [MunicipalityStretch], counties: [County]) {
        var compact: [String: [MunicipalityNameEntry]] = [:]
        for stretch in stretches {
            let facts = stretch.facts
            let entry = MunicipalityNameEntry(municipality: stretch.municipality, period: stretch.period)
            byNumber[facts.number.digits, default: []].append(entry)
            asWritten[facts.number.digits, default: []].append(entry)
            countiesOf[stretch.municipality, default: []].insert(facts.countyNumber)
            for name in Self.forms(of: facts) {
                // The three ways that most sheets write it, found without folding.
                for written in Set([name, name.lowercased(), "\(name) kommune"]) { asWritten[written, default: []].append(entry) }
                compact[Self.compact(Folding.fold(name)), default: []].append(entry)
            }
        }
        for (name, entries) in compact { loose[Self.loosen(name), default: []] += entries }
        spellings = compact.keys.sorted().map(Spelling.init)
        self.compact = compact
        for county in counties { self.counties[Self.compact(Folding.fold(county.name)), default: []].insert(county.number) }
    }

    /// Every form of every name: without the county in brackets, and the parts of a composite too.
    private static func forms(of facts: MunicipalityFacts) -> Set<String> {
        var forms: Set<String> = []
        for name in [facts.name] + facts.otherNames.map(\.name) {
            let bare = withoutBrackets(name)
            forms.formUnion([name, bare])
            for separator in [" - ", " – ", "/"] {
                forms.formUnion(bare.components(separatedBy: separator).map { $0.trimmingCharacters(in: .whitespaces) })
            }
        }
        forms.remove("")
        return forms
    }

    /// `Herøy` of `Herøy (Nordland)`.
    static func withoutBrackets(_ name: String) -> String {
        guard name.hasSuffix(")"), let open = name.range(of: " (", options: .backwards) else { return name }
        return String(name[..<open.lowerBound])
    }

    /// A folded text with nothing but its letters and digits.
    static func compact(_ folded: some StringProtocol) -> String {
        String(decoding: folded.utf8.filter { ($0 >= 97 && $0 <= 122) || ($0 >= 48 && $0 <= 57) || $0 >= 128 }, as: UTF8.self)
    }

    /// The other way of writing å, æ and ø made equal to the usual one.
    static func loosen(_ compact: String) -> String {
        var result: [UInt8] = []
        result.reserveCapacity(compact.utf8.count)
        for byte in compact.utf8 {
            // The second of `aa`, `ae`, `oe` is left out.
            if let last = result.last, (last == 97 && (byte == 97 || byte == 101)) || (last == 111 && byte == 101) { continue }
            result.append(byte)
        }
        return String(decoding: result, as: UTF8.self)
    }
}

/// A compact name made ready for comparing.
struct Spelling: Sendable {
    let name: String
    let bytes: [UInt8]
    /// Which bytes it has, by their lowest six bits: spellings whose sets differ much cannot be near.
    let letters: UInt64

    init(_ name: String) {
        self.name = name
        bytes = Array(name.utf8)
        letters = bytes.reduce(0) { $0 | 1 << UInt64($1 & 63) }
    }

    /// The distance to another, or nil when it is more than `limit`.
    func distance(to other: Spelling, atMost limit: Int) -> Int? {
        // One letter replaced takes one away and brings one in.
        guard (letters ^ other.letters).nonzeroBitCount <= 2 * limit else { return nil }
        return SpellingDistance.between(bytes, other.bytes, atMost: limit)
    }
}
