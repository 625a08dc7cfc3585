import Testing

@testable import Alis

@Suite struct WaitingLineTests {
    @Test func `those who wait have their turn in order, and as many at once as there are places`() async throws {
        let line = WaitingLine(places: 2)
        try await line.enter(until: nil)
        try await line.enter(until: nil)
        let (turns, turn) = AsyncStream<Int>.makeStream()
        var order = turns.makeAsyncIterator()
        for number in 1...3 {
            Task {
                try await line.enter(until: nil)
                turn.yield(number)
            }
            // One stands in line before the next comes.
            while line.waitingCount < number { await Task.yield() }
        }
        for number in 1...3 {
            line.leave()
            #expect(await order.next() == number)
        }
        line.leave()
        line.leave()
        try await line.enter(until: .now)
    }

    @Test func `whoever has waited as long as she may is told that it is busy, and is not in the way of those behind her`() async throws {
        let line = WaitingLine(places: 1)
        try await line.enter(until: nil)
        await #expect(throws: StoreFailure.busy) { try await line.enter(until: .now) }
        #expect(line.waitingCount == 0)
        // While those ahead are held up themselves, no longer than she would wait for that.
        await #expect(throws: StoreFailure.busy) { try await line.enter(until: .now + .seconds(3600), orOnly: (.now, { true })) }
        await #expect(throws: StoreFailure.busy) { try await line.enter(until: .now, orOnly: (.now, { false })) }
        #expect(line.waitingCount == 0)
        line.leave()
        try await line.enter(until: .now)
        line.leave()
        try await line.enter(until: .now)
    }
}
