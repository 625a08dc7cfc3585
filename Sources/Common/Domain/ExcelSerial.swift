/// Days as spreadsheet programs store them: a number of days since an epoch, the time of day as a fraction.
package enum ExcelSerial {
    /// Where the count begins.
    package enum Epoch: Hashable, Sendable {
        /// Day 1 is 1 January 1900, and 29 February 1900, which never was, is day 60 (a mistake of Lotus 1-2-3, kept ever since).
        case year1900
        /// Day 0 is 1 January 1904, as in old Excel for Mac.
        case year1904
    }

    /// The day of a serial number. Nil for negative numbers, for the day that never was, and beyond the year 9999.
    package static func day(_ serial: Double, epoch: Epoch) -> CalendarDay? {
        guard serial.isFinite, serial >= 0, serial < 3_000_000 else { return nil }
        // A time half a second before midnight or later is shown as the next day.
        let whole = Int((serial + 0.5 / 86_400).rounded(.down))
        switch epoch {
        case .year1904: return CalendarDay(number: whole - 24_107)
        case .year1900:
            guard whole >= 1, whole != 60 else { return nil }
            return CalendarDay(number: whole - (whole < 60 ? 25_568 : 25_569))
        }
    }

    /// Whole seconds of a cell that shows a time or a duration, up to 9,999 hours. Nil beyond that and for negative numbers.
    package static func seconds(_ serial: Double) -> Int? {
        guard serial.isFinite, serial >= 0, serial <= 9_999.0 / 24 else { return nil }
        return Int((serial * 86_400).rounded())
    }

    /// The serial number of a day in the 1900 epoch, for writing. Right from 1 March 1900 on.
    package static func serial(of day: CalendarDay) -> Int { Int(day.number) + 25_569 }
}
