import AlisDomain
import Testing

@Suite struct SupervisionShortageTests {
    private typealias Make = SupervisionFixture

    @Test func `needs and capacity are counted where people are, and the rows add up to the whole`() throws {
        let rates = try Make.rates.get().rates
        var dice = DomainDice(seed: 11)
        let places = ["fauske", "bodo", "bergen", "oslo"].map(Make.place)
        let today = Make.day("2026-11-18")
        var services: [RegisterIndex.Ordinal: SupervisedService] = [:]
        var assignments: [SupervisionBook.Assignment] = []
        for person in 0..<60 {
            let start = today.adding(days: -dice.below(900))
            let period =
                Period(from: start, to: dice.below(2) == 0 ? today.adding(days: 1 + dice.below(900)) : nil) ?? Period(startingOn: start)
            let position = Make.percent(20 + dice.below(81))
            services[RegisterIndex.Ordinal(person)] = SupervisedService(pieces: [.init(period: period, position: position)])
            if dice.below(3) > 0 {
                assignments.append(
                    .init(
                        id: Make.id(UInt64(1000 + person)),
                        value: SupervisionAssignment(training: Make.id(UInt64(person)), supervisor: Make.id(UInt64(dice.below(9)))),
                        period: period,
                        person: RegisterIndex.Ordinal(person)))
            }
        }
        var supervisors: [RecordID: Supervisor] = [:]
        var capacities: [RecordID: Timeline<SupervisorCapacity>] = [:]
        for number in 0..<9 {
            let id = Make.id(UInt64(number))
            supervisors[id] = Supervisor(name: "V\(number)", specialist: .generalPractice, municipality: places[number % 4])
            let value = SupervisorCapacity(supervisor: id, hours: Make.hours(dice.below(1500)))
            capacities[id] = Timeline([Version(id: id.text, value: value, period: Make.period("2020-01-01"), recordedIn: 1)])
        }
        let book = SupervisionBook(
            rates: rates, supervisors: supervisors, capacities: capacities, assignments: assignments, given: [], services: services)
        let shortage = SupervisionShortage(
            book, on: today, halves: 4, home: { $0 % 7 == 0 ? nil : places[Int($0) % 4] }, place: { $0 })
        var whole = shortage.sum(places)
        whole += shortage.unplaced
        #expect(whole.doctors == services.values.filter { $0.position(on: today) != nil }.count)
        #expect(whole.capacity == supervisors.keys.reduce(0) { $0 + book.load(of: $1, on: today).capacity.minutes })
        let wants = places.map { shortage.sum([$0]) }.reduce(shortage.unplaced.needed) { $0 + max(0, $1.needed - $1.capacity) }
        #expect(whole.short == wants, "one municipality's plenty is not taken off another's want")
        let needed = services.values.compactMap { $0.position(on: today) }.reduce(0) {
            $0 + SupervisionTime(aMonthOf: 210, position: $1).minutes
        }
        #expect(whole.needed == needed)
        for (index, half) in shortage.halves.enumerated() {
            let capacity = supervisors.keys.reduce(0) { $0 + book.load(of: $1, in: half, from: today).capacity.minutes }
            #expect(whole.capacityByHalf[index] == capacity, "\(half)")
        }
        #expect(
            whole.without
                == services.keys.filter { person in
                    services[person]?.position(on: today) != nil
                        && !book.assignments(ofPerson: person).contains { $0.period.contains(today) }
                }.count)
    }
}
