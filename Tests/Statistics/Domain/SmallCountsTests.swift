import AlisDomain
import Testing

@Suite struct SmallCountsTests {
    @Test func `a table without small counts is shown whole`() {
        let counts = SmallCounts(SmallCounts.Table(parents: [nil, 0, 0], values: [[32, 20, 12], [18, 12, 6], [14, 8, 6]]))
        for row in 0..<3 { for column in 0..<3 { #expect(!counts.isHidden(row: row, column: column)) } }
    }

    @Test func `a single small count takes another of its row and of its column with it`() {
        let counts = SmallCounts(
            SmallCounts.Table(parents: [nil, 0, 0, 0], values: [[62, 33, 29], [20, 17, 3], [22, 10, 12], [20, 6, 14]]))
        #expect(counts.isHidden(row: 1, column: 2))
        for row in 0..<4 {
            let hidden = (0..<3).count { counts.isHidden(row: row, column: $0) }
            #expect(hidden != 1)
        }
        for column in 0..<3 {
            let hidden = (0..<4).count { counts.isHidden(row: $0, column: column) }
            #expect(hidden != 1)
        }
        #expect(!counts.isHidden(row: 0, column: 0))
    }

    @Test func `zero is shown`() {
        let counts = SmallCounts(SmallCounts.Table(parents: [nil, 0, 0], values: [[12], [12], [0]]))
        #expect(!counts.isHidden(row: 2, column: 0))
    }

    /// By trying every table that fits what is shown, with nothing of the product's own reasoning.
    @Test(arguments: 0..<100)
    func `no small count can be worked out from what is shown`(seed: Int) {
        var random = SmallCountsRandom(seed)
        let table = seed.isMultiple(of: 2) ? random.flat() : random.nested()
        let counts = SmallCounts(table)
        let possible = ReachableValues(table, counts)
        for row in table.values.indices {
            for column in 0..<table.columns {
                let value = table.values[row][column]
                if SmallCounts.small.contains(value) { #expect(counts.isHidden(row: row, column: column)) }
                guard SmallCounts.small.contains(value) else { continue }
                let found = possible.values[row * table.columns + column] ?? []
                #expect(found.contains(value))
                #expect(found.count >= 5, "row \(row), column \(column): \(value) of \(found.sorted()) in \(table.values)")
            }
        }
    }

    /// Larger tables: what a patient reader would do, taking each sum with one unknown, finds no small count.
    @Test(arguments: 0..<60)
    func `subtraction reveals nothing in a table as large as the country`(seed: Int) {
        var random = SmallCountsRandom(seed)
        let table = random.country()
        let counts = SmallCounts(table)
        var known = table.values.indices.map { row in (0..<table.columns).map { !counts.isHidden(row: row, column: $0) } }
        var hasChanged = true
        while hasChanged {
            hasChanged = false
            for sum in SumEquations.all(table) {
                let unknown = sum.filter { !known[$0.row][$0.column] }
                if unknown.count == 1, let only = unknown.first {
                    known[only.row][only.column] = true
                    hasChanged = true
                }
            }
        }
        for row in table.values.indices {
            for column in 0..<table.columns where SmallCounts.small.contains(table.values[row][column]) {
                #expect(!known[row][column])
                let range = counts.range(row: row, column: column)
                #expect(range.upperBound - range.lowerBound >= SmallCounts.leastWidth)
            }
        }
    }

    @Test func `little more than needed is hidden`() {
        var (small, hidden, all) = (0, 0, 0)
        for seed in 0..<40 {
            var random = SmallCountsRandom(seed)
            let table = random.country()
            let counts = SmallCounts(table)
            for row in table.values.indices {
                for column in 0..<table.columns {
                    all += 1
                    if SmallCounts.small.contains(table.values[row][column]) { small += 1 }
                    if counts.isHidden(row: row, column: column) { hidden += 1 }
                }
            }
        }
        #expect(hidden <= small * 4 && hidden < all / 2, "\(small) small, \(hidden) hidden of \(all)")
    }
}
