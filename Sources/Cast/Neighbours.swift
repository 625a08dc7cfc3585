import AlisDomain

/// Which municipalities and trusts lie near each other: the order doctors move and wish in.
struct Neighbours {
    private let nearby: [[Int]]
    private let trusts: [[TrustCode]]

    init(_ places: SyntheticPlaces) {
        let all = places.municipalities
        nearby = all.indices.map { here in
            let others = all.indices.filter { $0 != here }
            let ranked = others.map { (Self.distance(all[here], all[$0]), $0) }.sorted { $0 < $1 }
            return ranked.prefix(12).map(\.1)
        }
        // A trust lies where its most populous municipality does.
        var seats: [TrustCode: Int] = [:]
        for index in all.indices {
            guard let trust = all[index].trust else { continue }
            if seats[trust].map({ all[$0].population < all[index].population }) ?? true { seats[trust] = index }
        }
        let known = places.trusts.map(\.code).filter { seats[$0] != nil }.sorted()
        trusts = all.map { here in
            let ranked = known.map { code -> (Int, TrustCode) in
                if code == here.trust { return (-1, code) }
                return (seats[code].map { Self.distance(here, all[$0]) } ?? .max, code)
            }
            return ranked.sorted { $0 < $1 }.map(\.1)
        }
    }

    /// The municipalities nearest to one, nearest first.
    func municipalities(near index: Int) -> [Int] { nearby.indices.contains(index) ? nearby[index] : [] }

    /// All trusts, one's own first and then by distance.
    func trusts(near index: Int) -> [TrustCode] { trusts.indices.contains(index) ? trusts[index] : [] }

    /// Something that grows with the distance; without places on the map, same county before same office before the rest.
    private static func distance(_ left: SyntheticPlaces.Municipality, _ right: SyntheticPlaces.Municipality) -> Int {
        guard let from = left.location, let to = right.location else {
            return left.countyNumber == right.countyNumber ? 0 : left.office == right.office ? 1 : 2
        }
        let north = (from.latitude - to.latitude) / 1000
        // A degree of longitude is about 0.45 of one of latitude this far north.
        let east = (from.longitude - to.longitude) * 45 / 100_000
        return north * north + east * east
    }
}
