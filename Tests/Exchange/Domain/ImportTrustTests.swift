import AlisDomain
import Testing

/// A department is what follows a trust and a sign, and says nothing else.
@Suite struct ImportTrustTests {
    private func plan(_ cell: String) -> ImportPlan {
        let header = "Navn|HPR-nr|Kommune|Ordning|Oppstart|Tilknytning|Stilling %|Ønsker sykehus fra|Ønsket sykehus 1|Måneder"
        let line = "Ida Nilsen|9876543|Bodø|ny|1.9.2021|fastlønn|80|vår 27|\(cell)|6"
        return ImportFixture.plan(ImportFixture.workbook(ImportFixture.sheet(header + "\n" + line)))
    }

    @Test(arguments: [
        ("UNN", ""), ("UNN, medisinsk avdeling", "medisinsk avdeling"), ("UNN – Barneavdelingen", "Barneavdelingen"),
        ("UNN HF avd. kirurgi", "kirurgi"),
        ("Nordlandssykehuset HF (akuttmottak)", "akuttmottak"), ("UNN/kirurgi", "kirurgi"),
    ])
    func `a trust and its department are taken in`(cell: String, department: String) throws {
        let wish = try #require(ImportFixture.after(plan(cell)).wishes.values.first?.stretches.first?.value, "\(cell)")
        #expect(wish.choices.map(\.department) == [department])
    }

    @Test(arguments: [
        "UNN / NLSH", "UNN, Nordlandssykehuset", "UNN eller NLSH", "UNN nei takk", "UNN, ikke", "Nordlandssykehuset HF, høst 2027",
        "UNN 2027",
        "UNN medisin",
    ])
    func `what says more than that is asked about, and no wish is made of it`(cell: String) throws {
        let made = plan(cell)
        #expect(made.rows.map(\.outcome) == [.question] && made.operations.isEmpty)
        let problem = try #require(made.rows[0].problems.first { $0.kind == .trustAndMore })
        #expect(
            problem.choices.contains(.value("Universitetssykehuset Nord-Norge HF"))
                || problem.choices.contains(.value("Nordlandssykehuset HF")))
    }

    @Test func `a second trust in the cell is offered beside the first`() throws {
        let problem = try #require(plan("UNN / NLSH").rows[0].problems.first { $0.kind == .trustAndMore })
        #expect(problem.choices == [.value("Universitetssykehuset Nord-Norge HF"), .value("Nordlandssykehuset HF")])
    }
}
