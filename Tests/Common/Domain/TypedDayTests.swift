import AlisDomain
import Testing

@Suite struct TypedDayTests {
    @Test(arguments: [
        "1.9.2026", "01.09.2026", "1.9.26", "1/9-2026", "1/9/2026", "1-9-26", "1. september 2026", "1 sept. 2026", "1. Sep 26", "01092026",
        "2026-09-01", "1.9. 2026",
    ])
    func `a day is read however it is written, the day before the month`(text: String) {
        #expect(CalendarDay(typed: text)?.iso == "2026-09-01")
    }

    @Test(arguments: [
        "", "1.9", "31.9.2026", "9.13.2026", "1.9.202", "1.9.20266", "010926", "20260901", "1. smarch 2026", "1.9.2026 og senere", "a.b.c",
        "1.9.2026.1", "+1.9.2026", "1.9.2026-31.8.2027",
    ])
    func `what is no day, or may be two, is not one`(text: String) {
        #expect(CalendarDay(typed: text) == nil)
    }

    @Test func `two digits of a year are 1980 to 2079`() {
        #expect(CalendarDay(typed: "1.1.79")?.year == 2079 && CalendarDay(typed: "1.1.80")?.year == 1980)
    }
}
