import AlisDomain
import Testing

@Suite struct ImportAbsenceTests {
    private static let header = "Navn|HPR-nr|Kommune|Ordning|Oppstart|Tilknytning|Stilling %|Fravær|Fravær fra|Fravær til|Fraværsprosent"
    private static let ida = "Ida Nilsen|9876543|Bodø|ny|01.09.2021|fastlønn|80|"

    private func plan(_ line: String, _ register: RegisterSnapshot = RegisterSnapshot(), seed: UInt64? = nil) -> ImportPlan {
        ImportFixture.plan(ImportFixture.workbook(ImportFixture.sheet(Self.header + "\n" + line)), register: register, seed: seed)
    }
    private func kinds(_ plan: ImportPlan) -> [RowProblem.Kind] { plan.rows.first?.problems.map(\.kind) ?? [] }
    private func stretches(_ register: RegisterSnapshot) -> [[KnownRecord<Absence>.Stretch]] { register.absences.values.map(\.stretches) }

    @Test func `a kind with its days is added, and the same row again changes nothing`() throws {
        let line = Self.ida + "foreldrepermisjon|01.02.2026|30.09.2026|50 %"
        let register = ImportFixture.after(plan(line))
        let stretch = try #require(stretches(register).first?.first)
        #expect(stretch.value.kind == .parentalLeave && stretch.value.share.hundredths == 5000)
        #expect(stretch.period == Period(from: ImportFixture.day("2026-02-01"), to: ImportFixture.day("2026-10-01")))
        #expect(plan(line, register, seed: 4).counts.unchanged == 1)
    }

    @Test(arguments: [
        "Foreldrepermisjon 1.2.2026–30.9.2026", "foreldreperm. (01.02.2026 - 30.09.2026)", "Foreldrepermisjon fra 1.2.2026 til 30.09.2026",
    ])
    func `the days may stand in the same cell`(text: String) throws {
        let made = plan(Self.ida + text + "|||")
        let stretch = try #require(stretches(ImportFixture.after(made)).first?.first, "\(kinds(made))")
        #expect(stretch.period == Period(from: ImportFixture.day("2026-02-01"), to: ImportFixture.day("2026-10-01")))
        #expect(kinds(made).contains(.assumedPercent(.absencePercent, .full)))
    }

    @Test func `a later last day lengthens the absence that is registered, and empty cells leave it`() throws {
        let register = ImportFixture.after(plan(Self.ida + "foreldrepermisjon|01.02.2026|30.09.2026|"))
        let longer = plan(Self.ida + "foreldrepermisjon|01.02.2026|31.12.2026|", register, seed: 5)
        guard case .change(let changes) = longer.rows.first?.outcome else {
            Issue.record("\(kinds(longer))")
            return
        }
        #expect(changes.map(\.field) == [.absenceTo])
        let after = ImportFixture.after(longer, register)
        #expect(stretches(after).map { $0.map(\.period.lastDay) } == [[ImportFixture.day("2026-12-31")]])
        #expect(plan(Self.ida + "|||", after, seed: 6).counts.unchanged == 1)
        let shorter = ImportFixture.after(plan(Self.ida + "foreldrepermisjon|15.02.2026|31.03.2026|", after, seed: 7), after)
        #expect(stretches(shorter).map { $0.map(\.period.from) } == [[ImportFixture.day("2026-02-15")]])
    }

    @Test func `what is not understood is asked about and repeated nowhere`() throws {
        let made = plan(Self.ida + "borte pga. ryggen|01.02.2026||")
        let problem = try #require(made.rows.first?.problems.first { $0.field == .absence })
        #expect(problem.kind == .unknownAbsence && problem.found.isEmpty && made.counts.questions == 1)
        #expect(problem.choices.contains(.value("sykefravær")) && problem.choices.contains(.value("ingen")))
        #expect(kinds(plan(Self.ida + "|01.02.2026||")).contains(.notSaid(.absence)))
        #expect(plan(Self.ida + "ingen|||").counts.added == 1)
        #expect(kinds(plan(Self.ida + "permisjon|||")).contains(.notSaid(.absenceFrom)))
    }

    @Test func `absence is within the training, and at most the whole position at once`() {
        #expect(kinds(plan(Self.ida + "permisjon|01.02.2010||")).contains(.absenceOutsideTraining(ImportFixture.day("2021-09-01"))))
        let register = ImportFixture.after(plan(Self.ida + "foreldrepermisjon|01.02.2026|30.09.2026|100"))
        #expect(kinds(plan(Self.ida + "sykefravær|01.03.2026|31.03.2026|100", register)).contains(.absenceTooMuch))
        #expect(kinds(plan(Self.ida + "permisjon|01.03.2026|01.02.2026|")).contains(.endBeforeStart(.absenceFrom, .absenceTo)))
    }

    @Test func `a heading about sickness is still never read`() {
        for heading in ["Sykmelding", "Årsak til fravær", "Diagnose", "Sykemeldt fra"] {
            #expect(ImportHeading.meaning(of: heading) == .health, "\(heading)")
        }
        for heading in ["Fravær", "Fråvær", "Permisjon", "Type fravær"] {
            #expect(ImportHeading.meaning(of: heading) == .field(.absence, .certain), "\(heading)")
        }
    }
}
