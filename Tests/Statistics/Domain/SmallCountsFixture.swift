import AlisDomain

/// The same tables from the same seed.
struct SmallCountsRandom {
    private var state: UInt64

    init(_ seed: Int) { state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 &+ 0x1234_5678_9ABC_DEF1 }

    mutating func below(_ limit: Int) -> Int {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return Int(state % UInt64(limit))
    }

    /// One sum over three rows, and two columns with their sum.
    mutating func flat() -> SmallCounts.Table { table(parents: [nil, 0, 0, 0]) { $0.below(9) } }

    /// A sum over two sums: two rows and one.
    mutating func nested() -> SmallCounts.Table { table(parents: [nil, 0, 1, 1, 0, 4]) { $0.below(8) } }

    /// Fifteen counties under six offices under four regions, and some without a place.
    mutating func country() -> SmallCounts.Table {
        var parents: [Int?] = [nil, 0, 0, 0, 0, 1, 2, 3, 4, 4, 4, 0]
        for county in 0..<15 { parents.append(5 + county % 6) }
        return table(parents: parents) { $0.below(3) == 0 ? $0.below(7) : $0.below(160) }
    }

    private mutating func table(parents: [Int?], _ draw: (inout SmallCountsRandom) -> Int) -> SmallCounts.Table {
        var values = [[Int]](repeating: [0, 0, 0], count: parents.count)
        for row in parents.indices where !parents.contains(row) {
            let (new, old) = (draw(&self), draw(&self))
            var current: Int? = row
            while let at = current {
                for (column, count) in [new + old, new, old].enumerated() { values[at][column] += count }
                current = parents[at]
            }
        }
        return SmallCounts.Table(parents: parents, values: values)
    }
}

/// The sums of a table, each as the numbers that stand in it.
enum SumEquations {
    static func all(_ table: SmallCounts.Table) -> [[(row: Int, column: Int)]] {
        var sums: [[(row: Int, column: Int)]] = table.values.indices.map { row in (0..<table.columns).map { (row, $0) } }
        for row in table.values.indices {
            let children = table.parents.indices.filter { table.parents[$0] == row }
            if children.isEmpty { continue }
            for column in 0..<table.columns { sums.append([(row, column)] + children.map { ($0, column) }) }
        }
        return sums
    }
}

/// Every value each number can have in any table that fits what is shown, found by trying them all (to five above the true ones).
struct ReachableValues {
    private(set) var values: [Int: Set<Int>] = [:]
    private let table: SmallCounts.Table
    private let counts: SmallCounts
    private let leaves: [Int]

    init(_ table: SmallCounts.Table, _ counts: SmallCounts) {
        self.table = table
        self.counts = counts
        leaves = table.parents.indices.filter { !table.parents.contains($0) }
        var trial = [[Int]](repeating: [0, 0, 0], count: table.values.count)
        search(0, &trial)
    }

    private mutating func search(_ place: Int, _ trial: inout [[Int]]) {
        guard place < leaves.count else {
            guard table.values.indices.allSatisfy({ fits($0, trial[$0]) }) else { return }
            for row in trial.indices {
                for column in 0..<3 { values[row * 3 + column, default: []].insert(trial[row][column]) }
            }
            return
        }
        let leaf = leaves[place]
        for new in candidates(leaf, 1) {
            for old in candidates(leaf, 2) {
                let own = [new + old, new, old]
                if !fits(leaf, own) || exceeds(leaf, own, trial) { continue }
                add(own, to: leaf, sign: 1, &trial)
                search(place + 1, &trial)
                add(own, to: leaf, sign: -1, &trial)
            }
        }
    }

    private func candidates(_ row: Int, _ column: Int) -> ClosedRange<Int> {
        let value = table.values[row][column]
        return counts.isHidden(row: row, column: column) ? (value > 0 ? 1 : 0)...(value + 5) : value...value
    }

    private func fits(_ row: Int, _ own: [Int]) -> Bool {
        (0..<3).allSatisfy {
            counts.isHidden(row: row, column: $0) ? own[$0] >= table.least[row][$0] : own[$0] == table.values[row][$0]
        }
    }

    /// Whether a sum that is shown is passed already.
    private func exceeds(_ leaf: Int, _ own: [Int], _ trial: [[Int]]) -> Bool {
        var current = table.parents[leaf]
        while let at = current {
            for column in 0..<3 where !counts.isHidden(row: at, column: column) {
                if trial[at][column] + own[column] > table.values[at][column] { return true }
            }
            current = table.parents[at]
        }
        return false
    }

    private func add(_ own: [Int], to leaf: Int, sign: Int, _ trial: inout [[Int]]) {
        var current: Int? = leaf
        while let at = current {
            for column in 0..<3 { trial[at][column] += sign * own[column] }
            current = table.parents[at]
        }
    }
}
