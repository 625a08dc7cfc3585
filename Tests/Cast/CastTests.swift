import AlisCast
import AlisDomain
import Testing

@Suite struct CastTests {
    @Test func `everybody has a key of their own and a known role`() {
        let roles: Set = [
            "adviser", "coordinator", "municipality", "alis", "supervisor", "trust", "directorate", "editor", "administrator",
        ]
        #expect(Set(Cast.members.map(\.key)).count == Cast.members.count)
        #expect(Set(Cast.members.map(\.role)) == roles)
        #expect(Cast.members.allSatisfy { $0.email != nil })
        #expect(Cast.members.filter { $0.role == "adviser" }.count == 6)
    }

    @Test func `Ida Nilsen works 80 percent for Fauske in the new scheme`() throws {
        let ida = try #require(Cast.ida)
        let start = CalendarDay(year: 2023, month: 3, day: 1)
        #expect(ida.trainee.fullName == "Ida Nilsen")
        #expect(ida.start == start)
        #expect(ida.training.first?.value.scheme == .new)
        #expect(ida.municipality == MunicipalityID("fauske"))
        #expect(ida.engagement.first?.value.form == .salaried)
        #expect(ida.engagement.first?.value.percent == PositionPercent(percent: 80))
    }

    @Test func `the demo register holds the cast's doctors under their own identities`() {
        let register = SyntheticFixtures.register
        #expect(Cast.trainees.count == 4)
        for member in Cast.trainees {
            #expect(register.trainees.contains { $0.id == member.id.text && $0.value == member.trainee })
            let told = register.trainings.filter { $0.id == member.trainingID.text && $0.supersededIn == nil }
            #expect(told.map(\.period).sorted { $0.from < $1.from } == member.training.map(\.period), "\(member.key)")
            #expect(register.engagements.contains { $0.id == member.engagementID.text && $0.value == member.engagement.last?.value })
            #expect(register.wishes.contains { $0.id == member.wishID.text } == !member.wish.isEmpty)
            #expect(register.absences.contains { $0.id == member.absenceID.text } == !member.absence.isEmpty)
        }
    }

    @Test func `the cast's identities never change`() throws {
        #expect(try #require(Cast.ida).id.text == "6zgnwfdwm0enynkjqka3jdsgx7")
    }

    @Test func `the cast's municipal people report for their municipality`() throws {
        let hilde = try #require(Cast.member("hilde"))
        let fauske = try #require(MunicipalityID("fauske"))
        #expect(SyntheticFixtures.register.confirmations.contains { $0.value.municipality == fauske && $0.value.personName == hilde.name })
    }
}
