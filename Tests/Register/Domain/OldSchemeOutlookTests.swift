import Testing

@testable import AlisDomain

@Suite struct OldSchemeOutlookTests {
    private func day(_ iso: String) throws -> CalendarDay { try #require(CalendarDay(iso: iso)) }

    /// A doctor in the old scheme for each expected end; nil is unknown.
    private func outlook(_ ends: [String?], on today: String, converting: Set<Int> = []) throws -> OldSchemeOutlook {
        var index = RegisterIndex()
        let start = try day("2018-01-01")
        for (number, end) in ends.enumerated() {
            let (person, training) = (RecordID(high: 1, low: UInt64(number)), RecordID(high: 2, low: UInt64(number)))
            let conversion = try day("2026-12-01")
            let old = Training(trainee: person, scheme: .old, expectedEnd: try end.map { try day($0) })
            let until = converting.contains(number) ? conversion : nil
            index.take(
                Version(id: training.text, value: old, period: try #require(Period(from: start, to: until)), recordedIn: 1))
            if until != nil {
                let new = Training(trainee: person, scheme: .new)
                index.take(Version(id: training.text, value: new, period: Period(startingOn: conversion), recordedIn: 1))
            }
        }
        let question = OverviewQuestion(asOf: try day(today), scheme: .old)
        let members = index.answer(question, places: Nowhere()).members
        return OldSchemeOutlook(index, members: members, on: try day(today), deadline: try day("2026-12-31"))
    }

    private struct Nowhere: PlaceLookup {
        func current(_ id: MunicipalityID) -> MunicipalityID { id }
        func facts(_ id: MunicipalityID) -> MunicipalityFacts? { nil }
    }

    @Test func `an expected end that has passed is not in time, however long before the last day it was`() throws {
        let outlook = try outlook(["2024-08-01", "2026-11-21", "2026-11-22", "2026-12-31", "2027-01-01", nil], on: "2026-11-22")
        #expect(outlook.count(.overdue) == 2)
        #expect(outlook.count(.before) == 2)
        #expect(outlook.count(.after) == 1)
        #expect(outlook.count(.unknown) == 1)
    }

    @Test func `once the last day has passed nobody is to be done before it`() throws {
        let ends = ["2026-11-01", "2026-12-31", "2027-01-01", "2027-06-01", nil]
        for (today, left, overdue, before, after) in [
            ("2026-12-31", 0, 1, 1, 2), ("2027-01-01", -1, 2, 0, 2), ("2027-01-31", -31, 3, 0, 1),
        ] {
            let outlook = try outlook(ends, on: today)
            #expect(outlook.daysLeft == left && outlook.hasPassed == (left < 0))
            #expect([outlook.count(.overdue), outlook.count(.before), outlook.count(.after)] == [overdue, before, after], "\(today)")
            #expect(outlook.prospects.contains(.before) == (left >= 0))
            #expect(outlook.prospects.reduce(0) { $0 + outlook.count($1) } == ends.count)
        }
    }

    @Test func `the groups are in the order they are followed up, and everybody is in one`() throws {
        #expect(OldSchemeOutlook.Prospect.allCases == [.overdue, .after, .unknown, .before, .converting])
        let outlook = try outlook(["2024-08-01", "2028-01-01", nil], on: "2026-11-22", converting: [0])
        #expect(OldSchemeOutlook.Prospect.allCases.reduce(0) { $0 + outlook.count($1) } == outlook.people.count)
        #expect(outlook.count(.converting) == 1 && outlook.count(.overdue) == 0)
    }
}
