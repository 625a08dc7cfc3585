import AlisCast
import AlisDomain
import Testing

/// The lists that people work from have something in them, and not too much.
@Suite struct SyntheticListsTests {
    let register = SyntheticFixtures.register
    let today = SyntheticFixtures.today

    @Test func `some are still in the old scheme, a few with an agreed conversion`() {
        let old = register.active(on: today).filter { $0.value.scheme == .old }
        #expect((60...110).contains(old.count))
        let coming = register.trainings.filter { $0.supersededIn == nil && $0.period.from > today && $0.value.scheme == .new }
        #expect(coming.contains { next in old.contains { $0.id == next.id } })
    }

    @Test func `some pause, some have converted, some left for each reason`() {
        #expect(register.active(on: today).contains { $0.value.standing == .paused })
        let current = Dictionary(grouping: register.trainings.filter { $0.supersededIn == nil }, by: \.id)
        let converted = current.values.filter { own in
            own.contains { $0.value.scheme == .old } && own.contains { $0.value.scheme == .new && $0.period.from < today }
        }
        #expect(converted.count > 300)
        for reason in Training.EndReason.allCases {
            #expect(register.trainings.contains { $0.value.standing == .ended(reason) }, "\(reason)")
        }
    }

    @Test func `all forms of work and all kinds of absence occur`() {
        let forms = Set(register.engagements.map(\.value.form))
        let kinds = Set(register.absences.map(\.value.kind))
        #expect(forms.count == Engagement.Form.allCases.count)
        #expect(kinds.count == Absence.Kind.allCases.count)
        #expect(Set(register.engagements.map(\.value.percent)).count > 5)
    }

    @Test func `a few doctors are registered twice, by number and by name`() {
        let people = register.trainees.filter { $0.supersededIn == nil }
        let byNumber = Dictionary(grouping: people.filter { $0.value.hpr != nil }) { $0.value.hpr }
        let shared = byNumber.values.filter { Set($0.map(\.id)).count > 1 }
        #expect((3...30).contains(shared.count))
        #expect(shared.allSatisfy { pair in Set(pair.map(\.value.sortName)).count > 1 || pair.count > 2 })
        let byName = Dictionary(grouping: people.filter { $0.value.birthYear != nil }) { "\($0.value.sortName) \($0.value.birthYear ?? 0)" }
        let same = byName.values.filter { group in group.contains { $0.value.hpr == nil } && Set(group.map(\.id)).count > 1 }
        #expect((2...30).contains(same.count))
    }

    @Test func `some active trainings lack a number, an engagement or an expected end, and some work too much`() {
        let active = register.active(on: today)
        let numbered = Set(register.trainees.filter { $0.supersededIn == nil && $0.value.hpr != nil }.map(\.id))
        let working = Dictionary(
            grouping: register.engagements.filter { $0.supersededIn == nil && $0.period.contains(today) }, by: { $0.value.training.text })
        #expect(active.contains { !numbered.contains($0.value.trainee.text) })
        #expect(active.contains { working[$0.id] == nil })
        #expect(active.contains { $0.value.expectedEnd == nil })
        #expect(active.contains { $0.value.expectedEnd.map { $0 < today } ?? false })
        let sums = working.values.map { $0.reduce(0) { $0 + $1.value.percent.hundredths } }
        #expect(sums.contains { $0 > 10_000 })
        #expect(sums.filter { $0 > 10_000 }.count < 20)
        #expect(working.values.contains { $0.count == 2 })
    }

    @Test func `somebody is in the old scheme who began too late for it`() {
        let start = CalendarDay(year: 2019, month: 3, day: 1) ?? .earliest
        #expect(register.active(on: today).contains { $0.value.scheme == .old && $0.period.from >= start })
    }

    @Test func `about four of five municipalities have confirmed in half a year, and some never have`() {
        let all = SyntheticFixtures.places.municipalities.count
        let newest = Dictionary(register.confirmations.map { ($0.value.municipality, $0.value.day) }, uniquingKeysWith: max)
        let fresh = newest.values.filter { $0 > today.adding(days: -183) }.count
        #expect((77...87).contains(fresh * 100 / all))
        #expect(newest.count < all)
        #expect(register.confirmations.allSatisfy { !$0.value.personName.isEmpty && $0.value.day < today })
    }

    @Test func `wishes stand open, have been met, changed and withdrawn`() {
        let open = register.wishes.filter { $0.supersededIn == nil && $0.period.contains(today) }
        #expect((300...700).contains(open.count))
        #expect(open.allSatisfy { $0.value.earliest <= $0.value.latest })
        #expect(open.contains { $0.value.latest.next.start <= today })
        #expect(open.contains { $0.value.choices.count > 2 })
        #expect(register.changes.values.contains { $0.act == .wishWithdrawn })
        #expect(register.changes.values.contains { $0.act == .wishChanged })
    }

    @Test func `errors were corrected with a reason and much was reported late`() {
        let corrections = register.changes.values.filter { $0.act == .corrected }
        #expect(corrections.count > 100)
        #expect(corrections.allSatisfy { !$0.reason.isEmpty })
        #expect(register.trainees.contains { $0.supersededIn != nil })
        let late = register.engagements.filter { version in
            guard let change = register.changes[version.recordedIn], change.act == .engaged else { return false }
            return change.recordedAt.dayInNorway.days(since: version.period.from) > 60
        }
        #expect(late.count > 20)
    }

    @Test func `nynorsk municipalities write nynorsk`() {
        let reasons = Set(register.changes.values.map(\.reason))
        #expect(reasons.contains("Retta etter kontroll mot arbeidsavtalen") || reasons.contains("Feil dato i reknearket vi sende"))
    }
}
