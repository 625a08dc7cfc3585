/// A table with sums as a network of flows: each number is an arc, each sum a node where what flows in also flows out.
///
/// The first column flows from the whole down to the smallest rows, parts there into the other columns, and flows in each of them
/// back up to the whole. That sums hold for the rows between follows from this, so every number stands in exactly two sums, and
/// what a hidden number may be is the most that can flow round through it over hidden arcs alone, in whole numbers.
struct SmallCountsNetwork: Sendable {
    struct Arc: Sendable {
        let tail: Int
        let head: Int
        let value: Int
        let least: Int
        let most: Int
        /// What the table loses when it is hidden: sums more than parts, and what hides little, a 0, rather not at all.
        let cost: Int
    }

    enum Direction { case up, down }

    let arcs: [Arc]
    /// The arcs that touch each node.
    private let touching: [[Int]]

    init(_ table: SmallCounts.Table) {
        let (rows, columns) = (table.values.count, table.columns)
        var isLeaf = [Bool](repeating: true, count: rows)
        for case let parent? in table.parents { isLeaf[parent] = false }
        let depths = Self.heights(table.parents)
        // Node 0 is the whole; then the sum of each row in each column; then where each smallest row's total parts.
        func above(_ row: Int, _ column: Int) -> Int { table.parents[row].map { 1 + $0 * columns + column } ?? 0 }
        func below(_ row: Int, _ column: Int) -> Int {
            guard isLeaf[row] else { return 1 + row * columns + column }
            return columns > 1 ? 1 + rows * columns + row : 0
        }
        var arcs: [Arc] = []
        for row in 0..<rows {
            for column in 0..<columns {
                let (up, down) = (above(row, column), below(row, column))
                let value = table.values[row][column]
                let weight = [1, 8, 30, 1000][min(3, depths[row])] * (column == 0 && columns > 1 ? 3 : 1)
                arcs.append(
                    Arc(
                        tail: column == 0 ? up : down, head: column == 0 ? down : up, value: value,
                        least: table.least[row][column], most: table.most[row][column], cost: (value == 0 ? 400 : 10 + value) * weight))
            }
        }
        var touching = [[Int]](repeating: [], count: 1 + rows * columns + rows)
        for (index, arc) in arcs.enumerated() {
            touching[arc.tail].append(index)
            if arc.head != arc.tail { touching[arc.head].append(index) }
        }
        self.arcs = arcs
        self.touching = touching
    }

    /// How far each row is above the lowest row under it.
    private static func heights(_ parents: [Int?]) -> [Int] {
        var heights = [Int](repeating: 0, count: parents.count)
        for row in parents.indices {
            var (current, height) = (row, 0)
            while let parent = parents[current], height < parents.count {
                height += 1
                heights[parent] = max(heights[parent], height)
                current = parent
            }
        }
        return heights
    }

    /// How much an arc's flow may move at most, over hidden arcs alone, no further than `limit`.
    func room(_ arc: Int, _ direction: Direction, hidden: [Bool], limit: Int = SmallCounts.noLimit) -> Int {
        let own = arcs[arc]
        let wanted = min(limit, direction == .up ? own.most - own.value : own.value - own.least)
        guard wanted > 0, own.tail != own.head else { return max(0, wanted) }
        let (from, to) = direction == .up ? (own.head, own.tail) : (own.tail, own.head)
        var moved = [Int](repeating: 0, count: arcs.count)
        var total = 0
        while total < wanted {
            let path = widening(from: from, to: to, without: arc, hidden: hidden, moved: moved)
            if path.isEmpty { break }
            let step = path.map { capacity($0.arc, forward: $0.forward, moved: moved[$0.arc]) }.min() ?? 0
            let amount = min(step, wanted - total)
            for part in path { moved[part.arc] += part.forward ? amount : -amount }
            total += amount
        }
        return total
    }

    private typealias Step = (arc: Int, forward: Bool)

    private func capacity(_ arc: Int, forward: Bool, moved: Int) -> Int {
        forward ? arcs[arc].most - arcs[arc].value - moved : arcs[arc].value + moved - arcs[arc].least
    }

    /// A shortest way over hidden arcs that still has room (breadth first).
    private func widening(from: Int, to: Int, without arc: Int, hidden: [Bool], moved: [Int]) -> [Step] {
        var reached = [Step?](repeating: nil, count: touching.count)
        var queue = [from]
        var next = 0
        while next < queue.count {
            let node = queue[next]
            next += 1
            for index in touching[node] where index != arc && hidden[index] {
                let forward = arcs[index].tail == node
                let other = forward ? arcs[index].head : arcs[index].tail
                guard other != from, reached[other] == nil, capacity(index, forward: forward, moved: moved[index]) > 0 else { continue }
                reached[other] = (index, forward)
                if other == to { return trace(reached, from: from, to: to) }
                queue.append(other)
            }
        }
        return []
    }

    private func trace(_ reached: [Step?], from: Int, to: Int) -> [Step] {
        var path: [Step] = []
        var node = to
        while node != from, let step = reached[node] {
            path.append(step)
            node = step.forward ? arcs[step.arc].tail : arcs[step.arc].head
        }
        return path
    }

    /// The arcs of the round, over hidden and shown ones, that lets an arc's flow grow by `amount` and hides the least more.
    func cheapestCycle(through arc: Int, amount: Int, hidden: [Bool]) -> [Int] {
        let own = arcs[arc]
        guard own.most - own.value >= amount, own.tail != own.head else { return [] }
        var best = [Int](repeating: .max, count: touching.count)
        var reached = [Step?](repeating: nil, count: touching.count)
        var isDone = [Bool](repeating: false, count: touching.count)
        best[own.head] = 0
        while let node = best.indices.filter({ !isDone[$0] && best[$0] < .max }).min(by: { best[$0] < best[$1] }) {
            if node == own.tail { return trace(reached, from: own.head, to: own.tail).map(\.arc) }
            isDone[node] = true
            for index in touching[node] where index != arc {
                let forward = arcs[index].tail == node
                let other = forward ? arcs[index].head : arcs[index].tail
                guard !isDone[other], capacity(index, forward: forward, moved: 0) >= amount else { continue }
                let cost = best[node] + (hidden[index] ? 0 : arcs[index].cost)
                if cost < best[other] {
                    best[other] = cost
                    reached[other] = (index, forward)
                }
            }
        }
        return []
    }
}
