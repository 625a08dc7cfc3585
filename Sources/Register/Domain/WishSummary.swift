/// Wishes for hospital service, counted by the earliest half-year and by the first choice of trust.
package struct WishSummary: Sendable {
    package private(set) var byHalfYear: [(half: HalfYear, count: Int)] = []
    package private(set) var byTrust: [(trust: TrustCode, name: String, counts: [Int])] = []

    package init(_ wishes: [(person: RegisterIndex.Ordinal, wish: HospitalWish)], reference: ReferenceData) {
        var halves: [HalfYear: Int] = [:]
        var trusts: [TrustCode: [HalfYear: Int]] = [:]
        for (_, wish) in wishes {
            halves[wish.earliest, default: 0] += 1
            if let first = wish.choices.first { trusts[first.trust, default: [:]][wish.earliest, default: 0] += 1 }
        }
        byHalfYear = halves.map { ($0.key, $0.value) }.sorted { $0.half < $1.half }
        let names = Dictionary(reference.trusts.map { ($0.value.code, $0.value.name) }, uniquingKeysWith: { first, _ in first })
        let order = byHalfYear.map(\.half)
        byTrust = trusts.map { trust, counts in (trust, names[trust] ?? trust.code, order.map { counts[$0] ?? 0 }) }
            .sorted { $0.name < $1.name }
    }
}
