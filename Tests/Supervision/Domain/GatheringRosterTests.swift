import AlisDomain
import Testing

@Suite struct GatheringRosterTests {
    private func roster(_ places: Int, _ orders: [ChangeNumber]) -> GatheringRoster {
        GatheringRoster(
            places: places,
            entries: orders.map { order in
                let person = RecordID(high: 1, low: UInt64(order))
                return .init(
                    id: person,
                    signUp: GatheringSignUp(gathering: RecordID(high: 2, low: 1), participant: .trainee(person), name: "N\(order)"),
                    order: order)
            })
    }

    @Test func `first come, first served, and whoever withdraws leaves her place to the first who waits`() {
        let full = roster(2, [30, 10, 20, 40])
        #expect(full.attending.map(\.order) == [10, 20] && full.waiting.map(\.order) == [30, 40] && full.free == 0)
        #expect(full.waitingNumber(of: .trainee(RecordID(high: 1, low: 40))) == 2)
        #expect(full.waitingNumber(of: .trainee(RecordID(high: 1, low: 10))) == nil)
        let after = roster(2, [30, 10, 40])
        #expect(after.attending.map(\.order) == [10, 30] && after.waiting.map(\.order) == [40])
        #expect(roster(5, []).free == 5 && roster(-1, [1]).waiting.count == 1)
    }

    @Test func `a request expires by itself, and an answer stands`() {
        var request = SupervisionRequest(
            training: RecordID(high: 1, low: 1), supervisor: RecordID(high: 1, low: 2), share: .full, wantedFrom: .earliest,
            answerBy: CalendarDay(iso: "2026-12-02") ?? .earliest, askedBy: "Hilde Strand")
        #expect(request.standing(on: CalendarDay(iso: "2026-12-02") ?? .latest) == .pending)
        #expect(request.standing(on: CalendarDay(iso: "2026-12-03") ?? .latest) == .expired)
        request.state = .accepted
        #expect(request.standing(on: .latest) == .accepted)
    }
}
