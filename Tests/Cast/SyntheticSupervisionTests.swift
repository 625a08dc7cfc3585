import AlisCast
import AlisDomain
import Testing

@Suite struct SyntheticSupervisionTests {
    private func made(seed: UInt64) throws -> SyntheticSupervision {
        let places = SyntheticPlaces(
            municipalities: try ["fauske", "bodo", "rost", "alta"].enumerated().map { index, key in
                SyntheticPlaces.Municipality(
                    id: try #require(MunicipalityID(key)), number: try #require(MunicipalityNumber("18\(10 + index)")), name: key,
                    population: 9000,
                    centrality: 4, countyNumber: key == "alta" ? "56" : "18", office: OfficeCode("NORD"))
            }, trusts: [], offices: [SyntheticPlaces.Office(code: try #require(OfficeCode("NORD")), name: "Nord")])
        let doctors = (0..<120).map { number in
            SyntheticSupervision.Doctor(
                person: RecordID(high: 1, low: UInt64(number)), training: RecordID(high: 2, low: UInt64(number)), name: "Lege \(number)",
                municipality: places.municipalities[number % 4].id, position: PositionPercent(percent: 50 + number % 51) ?? .full,
                begins: CalendarDay(year: 2024, month: 1 + number % 12, day: 1) ?? .earliest)
        }
        let rates = try SupervisionFixture.rates.get().rates
        let today = try #require(CalendarDay(iso: "2026-11-18"))
        return SyntheticSupervision(seed: seed, today: today, places: places, rates: rates, doctors: doctors)
    }

    @Test func `the same seed makes the same people, and another seed others`() throws {
        let (first, second, other) = (try made(seed: 1), try made(seed: 1), try made(seed: 2))
        #expect(first.supervisors.map(\.supervisor) == second.supervisors.map(\.supervisor))
        #expect(first.sessions.map(\.value) == second.sessions.map(\.value) && first.signUps.map(\.value) == second.signUps.map(\.value))
        #expect(first.supervisors.map(\.supervisor.name) != other.supervisors.map(\.supervisor.name))
    }

    @Test func `everyone is marked as made up, nothing is logged ahead, and the flaws are there`() throws {
        let made = try made(seed: 1)
        let today = CalendarDay(iso: "2026-11-18") ?? .latest
        #expect(made.supervisors.allSatisfy { $0.supervisor.isSynthetic && ($0.supervisor.email?.text.hasSuffix(".example") ?? true) })
        #expect(made.sessions.allSatisfy { $0.value.day < today && (1...720).contains($0.value.minutes) })
        #expect(Set(made.supervisors.map(\.id)).count == made.supervisors.count && (40...60).contains(made.supervisors.count))
        let covered = Set(made.assignments.filter { $0.period.isOpen }.map(\.value.training)).count
        #expect(covered > 90 && covered < 120, "most have a supervisor, some have none")
        #expect(made.supervisors.contains { $0.id == SyntheticSupervision.knut && $0.supervisor.account == "demo.knut" })
        let waiting = made.requests.filter { $0.value.supervisor == SyntheticSupervision.knut && $0.value.standing(on: today) == .pending }
        #expect(!waiting.isEmpty && made.gatherings.count == 3 && !made.signUps.isEmpty)
    }

    @Test func `each supervisor of the synthetic Norway has an HPR number of her own, and no doctor has it too`() throws {
        var collector = SupervisedCollector(today: SyntheticFixtures.today)
        SyntheticFixtures.norway.generate(into: &collector)
        let made = SyntheticSupervision(
            seed: 2026, today: SyntheticFixtures.today, places: SyntheticFixtures.places, rates: try SupervisionFixture.rates.get().rates,
            doctors: collector.doctors)
        let numbers = made.supervisors.compactMap(\.supervisor.hpr)
        #expect(numbers.count == made.supervisors.count && numbers.count > 400)
        #expect(Set(numbers).count == numbers.count)
        let current = SyntheticFixtures.register.trainees.filter { $0.supersededIn == nil }
        let doctors = Dictionary(grouping: current.filter { $0.value.hpr != nil }, by: { $0.value.hpr })
        #expect(doctors.count > 2000 && numbers.allSatisfy { doctors[$0] == nil })
        // Those of the doctors who share one were entered twice on purpose: the same person each time.
        let shared = doctors.values.filter { Set($0.map(\.id)).count > 1 }
        #expect(!shared.isEmpty && shared.count < 30)
        #expect(shared.allSatisfy { Set($0.map(\.id)).count == 2 && Set($0.map(\.value.birthYear)).count == 1 })
    }
}
