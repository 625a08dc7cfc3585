import AlisDomain
import Testing

@Suite struct PublicationPlanTests {
    private func day(_ iso: String) throws -> CalendarDay { try #require(CalendarDay(iso: iso)) }

    @Test(arguments: [
        ("2026-11-22", "2026-07-01"), ("2026-07-31", "2026-01-01"), ("2026-08-01", "2026-07-01"), ("2027-01-31", "2026-07-01"),
        ("2027-02-01", "2027-01-01"), ("2010-01-01", "2018-01-01"),
    ])
    func `a half-year's figures come a month after it began`(today: String, newest: String) throws {
        #expect(PublicationPlan(today: try day(today)).newest == (try day(newest)))
    }

    @Test(arguments: [
        ("2026-11-22", "2026-07-01"), ("2026-06-30", "2026-01-01"), ("2025-03-01", "2025-01-01"), ("2040-01-01", "2026-07-01"),
        ("1990-01-01", "2018-01-01"),
    ])
    func `every day has a published one that answers for it`(wanted: String, published: String) throws {
        #expect(PublicationPlan(today: try day("2026-11-22")).day(for: try day(wanted)) == (try day(published)))
    }

    @Test func `the published days are half-years, and the years of events have ended and never overlap`() throws {
        let plan = PublicationPlan(today: try day("2026-11-22"))
        let newest = try day("2026-07-01")
        #expect(plan.days.count == 18 && plan.days.first == newest && plan.days.last == PublicationPlan.firstDay)
        for published in plan.days {
            #expect(published.components.day == 1 && [1, 7].contains(published.month))
            let end = PublicationPlan.yearEnd(before: published)
            #expect(end.month == 12 && end.components.day == 31 && end < published)
            #expect(plan.day(for: published) == published)
        }
    }

    /// The whole of a year's events is told at once: no table holds a part of what another holds.
    @Test func `no two tables of events share a part of a year`() throws {
        let days = PublicationPlan(today: try day("2026-11-22")).days
        for one in days {
            for other in days {
                let (left, right) = (PublicationPlan.yearEnd(before: one), PublicationPlan.yearEnd(before: other))
                #expect(left == right || left.year != right.year)
            }
        }
    }
}
