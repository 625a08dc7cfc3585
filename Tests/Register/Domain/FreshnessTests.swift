import AlisDomain
import Testing

@Suite struct FreshnessTests {
    private func day(_ iso: String) throws -> CalendarDay { try #require(CalendarDay(iso: iso)) }

    private func freshness(on day: CalendarDay, _ confirmed: [String: CalendarDay]) throws -> Freshness {
        let places = try ["vega", "bodo", "fauske", "utsira"].enumerated().map { index, key in
            MunicipalityStretch(
                municipality: try #require(MunicipalityID(key)), period: .always,
                facts: MunicipalityFacts(number: try #require(MunicipalityNumber("180\(index)")), name: key, countyNumber: "18"))
        }
        let confirmations = try Dictionary(
            uniqueKeysWithValues: confirmed.map { (try #require(MunicipalityID($0.key)), (day: $0.value, personName: "Kari")) })
        return Freshness(
            on: day, directory: MunicipalityDirectory(stretches: places), active: { $0.key.count }, confirmations: confirmations,
            isIncluded: { $0.municipality.key != "utsira" })
    }

    @Test func `never confirmed comes first, then the oldest; others' municipalities not at all`() throws {
        let freshness = try freshness(on: day("2026-11-18"), ["vega": day("2026-11-17"), "bodo": day("2025-01-01")])
        #expect(freshness.rows.map(\.municipality.key) == ["fauske", "bodo", "vega"])
        #expect(freshness.rows.map { $0.age(on: freshness.day) } == [nil, 686, 1])
        #expect(freshness.stale(months: 6).map(\.municipality.key) == ["fauske", "bodo"])
        #expect(freshness.stale(months: 0).count == 3)
        #expect(freshness.rows[1].confirmedBy == "Kari")
        #expect(freshness.rows[1].active == 4)
    }

    @Test func `exactly six months ago is still fresh, a day more is not`() throws {
        let freshness = try freshness(on: day("2026-11-18"), ["vega": day("2026-05-18"), "bodo": day("2026-05-17")])
        #expect(freshness.stale(months: 6).map(\.municipality.key) == ["fauske", "bodo"])
    }

    @Test func `a hole between turns, and all that comes after the last, is unknown`() throws {
        let (nord, sor) = (try #require(OfficeCode("NORD")), try #require(OfficeCode("SOR")))
        func row(_ office: OfficeCode, _ from: String, _ to: String?) throws -> ReferenceRow<CoordinationTurn> {
            ReferenceRow(
                id: ReferenceData.turnID, period: try #require(Period(from: day(from), to: to.map { try day($0) })),
                fact: Sourced(CoordinationTurn(office: office), source: "x"))
        }
        let history = TurnHistory([try row(sor, "2023-01-01", "2024-01-01"), try row(nord, "2020-01-01", "2022-01-01")])
        #expect(history.stretches.map { $0.turn?.value.office } == [nord, nil, sor, nil])
        #expect(history.stretches.last?.period == Period(startingOn: try day("2024-01-01")))
        #expect(TurnHistory([try row(nord, "2020-01-01", nil)]).stretches.count == 1)
        #expect(TurnHistory([]).stretches.isEmpty)
    }
}
