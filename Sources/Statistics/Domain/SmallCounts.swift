/// Which numbers of a public table must be hidden, so that no count of 1–4 persons can be read or worked out (*små tall*).
///
/// The table has rows that add up in a tree (county → office → region → nation) and columns of which the first is the sum of the
/// others. First every count of 1–4 is hidden; then so many more that whoever knows the rule and all that is shown, and even takes
/// it that no hidden number is 0, still cannot place a count of 1–4 within fewer than `leastWidth + 1` whole numbers.
///
/// What one can work out from a table like this is exactly a question of flow in a network (see SmallCountsNetwork.swift), so the
/// guarantee is computed, not estimated. It holds for one table; which tables there may be of different times is `PublicationPlan`'s
/// matter.
package struct SmallCounts: Sendable {
    /// The counts that are hidden for their own sake.
    package static let small = 1...4
    /// The least distance between the smallest and the largest value a hidden count of 1–4 may have for all that is shown.
    package static let leastWidth = 4
    /// More than there are persons: where nothing else sets an upper limit.
    package static let noLimit = 1_000_000

    /// A table with its sums.
    package struct Table: Sendable {
        /// Each row's sum row; nil for the one that is the sum of all.
        package let parents: [Int?]
        /// Row by row; with several columns, the first is the sum of the others.
        package let values: [[Int]]
        /// What is otherwise known about each number: it is not smaller, and not larger.
        package let least: [[Int]]
        package let most: [[Int]]

        package init(parents: [Int?], values: [[Int]], least: [[Int]]? = nil, most: [[Int]]? = nil) {
            self.parents = parents
            self.values = values
            // Hidden numbers are seldom 0, and one may guess so.
            self.least = values.indices.map { row in
                values[row].indices.map { max(values[row][$0] > 0 ? 1 : 0, min(values[row][$0], least?[row][$0] ?? 0)) }
            }
            self.most = values.indices.map { row in values[row].indices.map { max(values[row][$0], most?[row][$0] ?? SmallCounts.noLimit) }
            }
        }

        package var columns: Int { values.first?.count ?? 0 }
    }

    private let network: SmallCountsNetwork
    private var hiddenArcs: [Bool]
    private let columns: Int

    /// Decides what to hide.
    package init(_ table: Table) {
        network = SmallCountsNetwork(table)
        columns = table.columns
        hiddenArcs = network.arcs.map { Self.small.contains($0.value) }
        let small = network.arcs.indices.filter { hiddenArcs[$0] }.sorted { network.arcs[$0].value < network.arcs[$1].value }
        for arc in small { protect(arc) }
    }

    /// Whether the number in a row and column is hidden.
    package func isHidden(row: Int, column: Int) -> Bool { hiddenArcs[row * columns + column] }

    /// All values a number may have for one who knows what is shown.
    package func range(row: Int, column: Int) -> ClosedRange<Int> {
        let arc = row * columns + column
        let value = network.arcs[arc].value
        guard hiddenArcs[arc] else { return value...value }
        return (value - network.room(arc, .down, hidden: hiddenArcs))...(value + network.room(arc, .up, hidden: hiddenArcs))
    }

    private func isProtected(_ arc: Int) -> Bool {
        let up = network.room(arc, .up, hidden: hiddenArcs, limit: Self.leastWidth)
        return up >= Self.leastWidth || up + network.room(arc, .down, hidden: hiddenArcs, limit: Self.leastWidth) >= Self.leastWidth
    }

    /// Hides more numbers until one is protected, at the least cost to the table. What is hidden for one only helps the others.
    private mutating func protect(_ arc: Int) {
        while !isProtected(arc) {
            let extra = cheapestAddition(for: arc)
            if extra.isEmpty { return }
            for index in extra { hiddenArcs[index] = true }
        }
    }

    private func cheapestAddition(for arc: Int) -> [Int] {
        for amount in stride(from: Self.leastWidth, through: 1, by: -1) {
            let extra = network.cheapestCycle(through: arc, amount: amount, hidden: hiddenArcs).filter { !hiddenArcs[$0] }
            if !extra.isEmpty { return extra }
        }
        // Nothing can move by one path alone: give up the cheapest number left.
        let shown = network.arcs.indices.filter { !hiddenArcs[$0] }
        return shown.min { network.arcs[$0].cost < network.arcs[$1].cost }.map { [$0] } ?? []
    }
}
