/// Reads days as Norwegians write them (docs/decisions on ambiguous readings): the day comes before the month; two-digit years are
/// 1980–2079; a month alone is its first day, or its last where the column is about an end; a year alone is asked about.
package struct ImportDateReading: Sendable {
    /// The column is about an end: `juni 2021` is 30 June.
    var isEnd = false
    /// The file has days that make sense only with the month first, so that those readable both ways must be asked about.
    var hasMonthFirst = false
    /// Somebody has said that the month comes first in all of the file.
    var isMonthFirst = false

    package init(isEnd: Bool = false, hasMonthFirst: Bool = false, isMonthFirst: Bool = false) {
        self.isEnd = isEnd
        self.hasMonthFirst = hasMonthFirst
        self.isMonthFirst = isMonthFirst
    }

    /// Days outside these years are typing mistakes.
    static let years = 1950...2100

    package func read(_ cell: CellValue) -> ImportReading<CalendarDay> {
        switch cell {
        case .empty: .nothing
        case .day(let day): Self.years.contains(day.year) ? .value(day) : .refused(.dayFarAway)
        case .number(let number): read(number)
        case .text(let text): read(text: ImportText.clean(text))
        case .error: .refused(.formulaFailed)
        case .time, .boolean: .refused(.unreadableDay)
        }
    }

    private func read(_ number: SheetNumber) -> ImportReading<CalendarDay> {
        guard let whole = number.whole else { return read(text: number.plainText) }
        return whole >= 0 ? read(digits: String(whole)) : .refused(.unreadableDay)
    }

    private func read(text: String) -> ImportReading<CalendarDay> {
        if ImportText.isPlaceholder(text) { return .nothing }
        // A time as programs write it is a day in Norway: midnight there is the evening before in the world's time.
        if let time = Instant(iso: text) { return read(.day(time.dayInNorway)) }
        guard text.utf8.count <= 40, let parts = ImportDateParts(text) else { return .refused(.unreadableDay) }
        switch parts.pieces.count {
        case 1:
            guard case .number(let digits) = parts.pieces[0] else { return .refused(.unreadableDay) }
            return read(digits: digits)
        case 2: return readTwo(parts.pieces[0], parts.pieces[1])
        case 3: return readThree(parts)
        default: return .refused(.unreadableDay)
        }
    }

    /// Digits alone: a year, a spreadsheet's serial number, or a day without separators.
    private func read(digits: String) -> ImportReading<CalendarDay> {
        guard let number = ImportText.digits(digits, atMost: 8) else { return .refused(.unreadableDay) }
        switch digits.utf8.count {
        case 4:
            return Self.years.contains(number) ? incomplete(year: number) : .refused(.unreadableDay)
        case 5:
            guard (20_000...80_000).contains(number), let day = ExcelSerial.day(Double(number), epoch: .year1900)
            else { return .refused(.unreadableDay) }
            return .noted(day, .readAsSerial(day))
        case 6:
            return only(
                CalendarDay(year: CalendarDay.fullYear(number % 100), month: number / 100 % 100, day: number / 10_000),
                CalendarDay(year: CalendarDay.fullYear(number / 10_000), month: number / 100 % 100, day: number % 100))
        case 8:
            return only(
                CalendarDay(year: number / 10_000, month: number / 100 % 100, day: number % 100),
                CalendarDay(year: number % 10_000, month: number / 100 % 100, day: number / 1_000_000))
        default: return .refused(.unreadableDay)
        }
    }

    /// The one of two readings that is possible; both: asked about.
    private func only(_ one: CalendarDay?, _ other: CalendarDay?) -> ImportReading<CalendarDay> {
        let possible = [one, other].compactMap { $0 }.filter { Self.years.contains($0.year) }
        guard let first = possible.first else { return .refused(.unreadableDay) }
        if possible.allSatisfy({ $0 == first }) { return .value(first) }
        return .refused(.dayIncomplete, possible.map { .value($0.norwegian) })
    }

    private func incomplete(year: Int) -> ImportReading<CalendarDay> {
        let days = isEnd ? ["30.6.\(year)", "31.12.\(year)"] : ["1.1.\(year)", "1.7.\(year)"]
        return .refused(.dayIncomplete, days.map(ImportChoice.value))
    }

    private func readTwo(_ first: ImportDateParts.Piece, _ second: ImportDateParts.Piece) -> ImportReading<CalendarDay> {
        switch (first, second) {
        case (.word(let word), .number(let digits)):
            guard let year = Self.year(digits) else { return .refused(.unreadableDay) }
            if let month = CalendarDay.months[word] { return monthAlone(month, year: year) }
            guard let half = ImportHalfYearReading.season(word) else { return .refused(.unreadableDay) }
            return .refused(.dayIncomplete, [.value(day(of: HalfYear(year: year, isAutumn: half)).norwegian)])
        case (.number(let digits), .word(let word)):
            guard let month = CalendarDay.months[word] else { return .refused(.unreadableDay) }
            if digits.utf8.count == 4, let year = Self.year(digits) { return monthAlone(month, year: year) }
            return .refused(.dayWithoutYear)
        case (.number(let left), .number(let right)):
            if right.utf8.count == 4, let month = ImportText.digits(left, atMost: 2), let year = Self.year(right) {
                return monthAlone(month, year: year)
            }
            if left.utf8.count == 4, let month = ImportText.digits(right, atMost: 2), let year = Self.year(left) {
                return monthAlone(month, year: year)
            }
            return left.utf8.count <= 2 && right.utf8.count <= 2 ? .refused(.dayWithoutYear) : .refused(.unreadableDay)
        default: return .refused(.unreadableDay)
        }
    }

    private func day(of half: HalfYear) -> CalendarDay { isEnd ? half.period.lastDay ?? half.start : half.start }

    private func monthAlone(_ month: Int, year: Int) -> ImportReading<CalendarDay> {
        guard Self.years.contains(year) else { return .refused(.dayFarAway) }
        guard let first = CalendarDay(year: year, month: month, day: 1) else { return .refused(.dayDoesNotExist) }
        let day = isEnd ? first.adding(months: 1).adding(days: -1) : first
        return .noted(day, .monthReadAsDay(day))
    }

    private func readThree(_ parts: ImportDateParts) -> ImportReading<CalendarDay> {
        switch (parts.pieces[0], parts.pieces[1], parts.pieces[2]) {
        case (.number(let day), .word(let word), .number(let year)):
            guard let month = CalendarDay.months[word], let day = ImportText.digits(day, atMost: 2), let year = Self.year(year)
            else { return .refused(.unreadableDay) }
            return whole(year: year, month: month, day: day)
        case (.number(let first), .number(let second), .number(let third)):
            if first.utf8.count == 4 {
                guard let year = Self.year(first), let month = ImportText.digits(second, atMost: 2),
                    let day = ImportText.digits(third, atMost: 2)
                else { return .refused(.unreadableDay) }
                return whole(year: year, month: month, day: day)
            }
            guard let day = ImportText.digits(first, atMost: 2), let month = ImportText.digits(second, atMost: 2),
                let year = Self.year(third)
            else { return .refused(.unreadableDay) }
            if isMonthFirst, parts.hasSlash { return whole(year: year, month: day, day: month) }
            if month > 12, (1...12).contains(day), let swapped = CalendarDay(year: year, month: day, day: month) {
                return .refused(.dayOrMonthFirst, [.value(swapped.norwegian), .accept])
            }
            if hasMonthFirst, parts.hasSlash, day <= 12, day != month, let one = CalendarDay(year: year, month: month, day: day),
                let other = CalendarDay(year: year, month: day, day: month)
            {
                return .refused(.dayOrMonthFirst, [.value(one.norwegian), .value(other.norwegian), .accept])
            }
            return whole(year: year, month: month, day: day)
        default: return .refused(.unreadableDay)
        }
    }

    private func whole(year: Int, month: Int, day: Int) -> ImportReading<CalendarDay> {
        guard Self.years.contains(year) else { return .refused(.dayFarAway) }
        return CalendarDay(year: year, month: month, day: day).map { .value($0) } ?? .refused(.dayDoesNotExist)
    }

    /// Four digits as they are, two by the window; nil for anything else.
    static func year(_ digits: String) -> Int? {
        guard let number = ImportText.digits(digits, atMost: 4) else { return nil }
        switch digits.utf8.count {
        case 4: return number
        case 2: return CalendarDay.fullYear(number)
        default: return nil
        }
    }

    /// Whether a text is a day only when read with the month first: `04/13/2021`.
    static func isMonthFirst(_ cell: CellValue) -> Bool {
        guard case .text(let text) = cell, text.utf8.contains(0x2F), text.utf8.count <= 40,
            let parts = ImportDateParts(ImportText.clean(text)),
            parts.pieces.count == 3, case .number(let first) = parts.pieces[0], case .number(let second) = parts.pieces[1],
            let month = ImportText.digits(first, atMost: 2), let day = ImportText.digits(second, atMost: 2)
        else { return false }
        return (1...12).contains(month) && (13...31).contains(day)
    }
}
