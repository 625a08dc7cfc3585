/// Half a calendar year (*halvår*): spring is January–June, autumn is July–December.
///
/// Wishes for hospital service are given by half-year, since departments plan that way.
package struct HalfYear: Hashable, Comparable, Sendable {
    package let year: Int
    package let isAutumn: Bool

    package init(year: Int, isAutumn: Bool) {
        self.year = year
        self.isAutumn = isAutumn
    }

    package init(containing day: CalendarDay) {
        let (year, month, _) = day.components
        self.init(year: year, isAutumn: month > 6)
    }

    /// Reads `2027-1` (spring) or `2027-2` (autumn).
    package init?(code: some StringProtocol) { self.init(code: String(code)) }

    /// The same for the kind of text the store gives.
    package init?(code: String) {
        var (year, season, place) = (0, 0, 0)
        for byte in code.utf8 {
            switch (place, byte) {
            case (0...3, 48...57): year = year * 10 + Int(byte - 48)
            case (4, 45): break
            case (5, 49...50): season = Int(byte - 48)
            default: return nil
            }
            place += 1
        }
        guard place == 6, (1900...2200).contains(year) else { return nil }
        self.init(year: year, isAutumn: season == 2)
    }

    /// `2027-1` for spring, `2027-2` for autumn; text order is time order.
    package var code: String { "\(year)-\(isAutumn ? 2 : 1)" }

    /// Its first day.
    package var start: CalendarDay { CalendarDay(year: year, month: isAutumn ? 7 : 1, day: 1) ?? .earliest }
    package var next: HalfYear { isAutumn ? HalfYear(year: year + 1, isAutumn: false) : HalfYear(year: year, isAutumn: true) }
    package var period: Period { Period(from: start, to: next.start) ?? Period(startingOn: start) }

    /// So many on end, the first with a day in it.
    package static func starting(_ day: CalendarDay, count: Int) -> [HalfYear] {
        Array(sequence(first: HalfYear(containing: day)) { $0.next }.prefix(count))
    }

    package static func < (left: HalfYear, right: HalfYear) -> Bool {
        (left.year, left.isAutumn ? 1 : 0) < (right.year, right.isAutumn ? 1 : 0)
    }
}
