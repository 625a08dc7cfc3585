/// Those who wish for hospital service, counted by the earliest half-year and by the first choice of trust: persons, so that each figure
/// is as long as the list behind it. Who wishes for two half-years is counted in both.
package struct WishSummary: Sendable {
    package private(set) var byHalfYear: [(half: HalfYear, count: Int)] = []
    package private(set) var byTrust: [(trust: TrustCode, name: String, counts: [Int])] = []

    package init(_ wishes: [(person: RegisterIndex.Ordinal, wish: HospitalWish)], reference: ReferenceData) {
        var halves: [HalfYear: Set<RegisterIndex.Ordinal>] = [:]
        var trusts: [TrustCode: [HalfYear: Set<RegisterIndex.Ordinal>]] = [:]
        for (person, wish) in wishes {
            halves[wish.earliest, default: []].insert(person)
            if let first = wish.choices.first { trusts[first.trust, default: [:]][wish.earliest, default: []].insert(person) }
        }
        byHalfYear = halves.map { ($0.key, $0.value.count) }.sorted { $0.half < $1.half }
        let names = Dictionary(reference.trusts.map { ($0.value.code, $0.value.name) }, uniquingKeysWith: { first, _ in first })
        let order = byHalfYear.map(\.half)
        byTrust = trusts.map { trust, counts in (trust, names[trust] ?? trust.code, order.map { counts[$0]?.count ?? 0 }) }
            .sorted { $0.name < $1.name }
    }
}
