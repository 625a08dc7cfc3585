import AlisCast
import AlisDomain
import Testing

@Suite struct SyntheticNorwayTests {
    let register = SyntheticFixtures.register
    let today = SyntheticFixtures.today

    /// Five years of history, half the work: what holds for them holds for ten.
    private func shorter(seed: UInt64, scale: Int = 1) -> HashingSink {
        let day = CalendarDay(year: 2021, month: 6, day: 1) ?? .earliest
        return HashingSink(SyntheticNorway(seed: seed, scale: scale, today: day, places: SyntheticFixtures.places))
    }

    @Test func `the same seed makes the same Norway and another seed another`() {
        let first = shorter(seed: 2026).hash
        #expect(shorter(seed: 2026).hash == first)
        #expect(shorter(seed: 2027).hash != first)
    }

    @Test func `the random numbers are the published ones on every machine`() {
        // The first outputs of SplitMix64 from state 1234567, as its authors give them.
        var random = SyntheticRandom(seed: 1_234_567)
        #expect(random.next() == 6_457_827_717_110_365_317)
        #expect(random.next() == 3_203_168_211_198_807_973)
    }

    @Test func `three Norways are about three times as large and begin with the first`() {
        let one = shorter(seed: 2026)
        let three = shorter(seed: 2026, scale: 3)
        #expect((one.people.count * 28 / 10...one.people.count * 32 / 10).contains(three.people.count))
        #expect(three.people.isSuperset(of: one.people))
    }

    @Test func `about 2,300 are in training today and everybody is marked as made up`() {
        let active = register.active(on: today)
        #expect((2150...2450).contains(active.count))
        #expect(register.trainees.allSatisfy { $0.value.isSynthetic })
    }

    @Test func `numbers, addresses and telephones can belong to nobody`() {
        for version in register.trainees {
            if let hpr = version.value.hpr { #expect(hpr.digits.count == 9 && hpr.digits.hasPrefix("99")) }
            if let email = version.value.email { #expect(email.text.hasSuffix(".example")) }
            if let phone = version.value.phone { #expect(phone.hasPrefix("000")) }
        }
    }

    @Test func `every change comes once, before what it changed, and later numbers are later`() {
        #expect(register.repeated.isEmpty)
        #expect(register.early.isEmpty)
        let ordered = register.changes.values.sorted { $0.number < $1.number }
        #expect((ordered.first?.number ?? 0) >= 1000)
        #expect(zip(ordered, ordered.dropFirst()).allSatisfy { $0.recordedAt < $1.recordedAt })
        #expect(ordered.allSatisfy { $0.recordedAt < Instant(startOf: today) })
        #expect(ordered.allSatisfy { !$0.byName.isEmpty && !$0.organisation.isEmpty && !$0.account.isEmpty })
    }

    @Test func `no two stretches of one thing overlap at any time of knowing`() {
        expectSound(register.trainees)
        expectSound(register.trainings)
        expectSound(register.engagements)
        expectSound(register.absences)
        expectSound(register.wishes)
        expectSound(register.confirmations)
    }

    @Test func `engagements, absences and wishes belong to a training that was known before them`() {
        let known = Dictionary(register.trainings.map { ($0.id, $0.recordedIn) }, uniquingKeysWith: min)
        func isKnown(_ training: RecordID, _ number: ChangeNumber) -> Bool { (known[training.text] ?? .max) <= number }
        #expect(register.engagements.allSatisfy { isKnown($0.value.training, $0.recordedIn) })
        #expect(register.absences.allSatisfy { isKnown($0.value.training, $0.recordedIn) })
        #expect(register.wishes.allSatisfy { isKnown($0.value.training, $0.recordedIn) && !$0.value.choices.isEmpty })
        let people = Set(register.trainees.map(\.id))
        #expect(register.trainings.allSatisfy { people.contains($0.value.trainee.text) })
    }

    @Test func `nearly all work lies inside the training`() {
        let trainings = Dictionary(grouping: register.trainings.filter { $0.supersededIn == nil }, by: \.id)
        let current = register.engagements.filter { $0.supersededIn == nil }
        let outside = current.filter { engagement in
            let own = trainings[engagement.value.training.text] ?? []
            let start = own.map(\.period.from).min() ?? .latest
            let end = own.first { $0.value.standing.isEnded }?.period.from ?? .latest
            return engagement.period.from < start || engagement.period.end > end
        }
        #expect(outside.count * 100 < current.count * 2)
        #expect(!outside.isEmpty)
    }

    @Test func `nobody works in a municipality that was not there yet`() {
        let since = Dictionary(
            SyntheticFixtures.places.municipalities.map { ($0.id, $0.existsFrom ?? .earliest) }, uniquingKeysWith: { first, _ in first })
        let early = register.engagements.filter { $0.supersededIn == nil && $0.period.from < (since[$0.value.municipality] ?? .earliest) }
        #expect(early.isEmpty)
        #expect(register.engagements.contains { since[$0.value.municipality] == nil })
    }

    /// Checks each identity's versions against each other: known at once and true at once means a fault.
    private func expectSound<Value>(_ versions: [Version<Value>], _ location: SourceLocation = #_sourceLocation) {
        var faults = 0
        for (id, own) in Dictionary(grouping: versions, by: \.id) {
            if RecordID(id) == nil { faults += 1 }
            for (index, version) in own.enumerated() {
                if let superseded = version.supersededIn, superseded <= version.recordedIn { faults += 1 }
                for other in own.dropFirst(index + 1) where version.period.overlaps(other.period) {
                    let end = min(version.supersededIn ?? .max, other.supersededIn ?? .max)
                    if max(version.recordedIn, other.recordedIn) < end { faults += 1 }
                }
            }
        }
        #expect(faults == 0, sourceLocation: location)
        #expect(!versions.isEmpty, sourceLocation: location)
    }
}
