import AlisDomain
import Testing

@Suite struct CellMeaningTests {
    @Test func `both epochs give the day that the user sees`() {
        #expect(ExcelSerial.day(43_709, epoch: .year1900)?.iso == "2019-09-01")
        #expect(ExcelSerial.day(42_247, epoch: .year1904)?.iso == "2019-09-01")
        #expect(ExcelSerial.day(1, epoch: .year1900)?.iso == "1900-01-01")
        #expect(ExcelSerial.day(59, epoch: .year1900)?.iso == "1900-02-28")
        #expect(ExcelSerial.day(61, epoch: .year1900)?.iso == "1900-03-01")
        #expect(ExcelSerial.day(0, epoch: .year1904)?.iso == "1904-01-01")
        #expect(ExcelSerial.day(2_958_465.9, epoch: .year1900)?.iso == "9999-12-31")
    }

    @Test(arguments: [60, 0, -1, 2_958_466, 1e300, Double.infinity, Double.nan])
    func `a number that is no day is not made one`(serial: Double) {
        #expect(ExcelSerial.day(serial, epoch: .year1900) == nil)
    }

    @Test func `a time of day is dropped from a date, and midnight is not lost to rounding`() {
        #expect(ExcelSerial.day(43_709.75, epoch: .year1900)?.iso == "2019-09-01")
        #expect(ExcelSerial.day(43_708.999_999_9, epoch: .year1900)?.iso == "2019-09-01")
    }

    @Test func `what is written is read back as the same day`() {
        for number in stride(from: -25_508, through: Int(CalendarDay.latest.number), by: 97) {
            guard let day = CalendarDay(number: number) else { continue }
            #expect(ExcelSerial.day(Double(ExcelSerial.serial(of: day)), epoch: .year1900) == day)
        }
    }

    @Test(arguments: [
        "dd.mm.yyyy", "d/m/yy", "[$-414]d. mmmm yyyy;@", "mmm yy", "yyyy\\-mm\\-dd", "mmmm", "d.m.yyyy hh:mm", "[Red]DD.MM.YYYY",
    ])
    func `date formats are recognised`(code: String) { #expect(NumberFormat(code: code) == .day) }

    @Test(arguments: ["hh:mm", "mm:ss", "[h]:mm", "[mm]", "h:mm AM/PM"])
    func `time formats are recognised`(code: String) { #expect(NumberFormat(code: code) == .time) }

    @Test(arguments: ["0%", "0.00 %", "0\\ %;[Red]-0\\ %"])
    func `percent formats are recognised`(code: String) { #expect(NumberFormat(code: code) == .percent) }

    @Test(arguments: [
        "General", "Standard", "0.00", "#,##0", "@", "0.00E+00", "\"dag\" 0", "_-* #,##0.00\\ \"kr\"_-", "[Red]0;d", "", "[", "\"", "\\",
    ])
    func `other formats leave the number a number`(code: String) { #expect(NumberFormat(code: code) == .general) }

    @Test func `leading zeros that the cell shows are kept`() throws {
        #expect(NumberFormat(code: "0000") == .zeroPadded(digits: 4))
        #expect(NumberFormat(code: "0000").value(of: 301, epoch: .year1900).shownText == "0301")
    }

    @Test func `numbers are shown as the user sees them`() throws {
        #expect(NumberFormat.general.value(of: 9_123_456, epoch: .year1900).shownText == "9123456")
        #expect(NumberFormat.general.value(of: 0.8, epoch: .year1900).shownText == "0,8")
        #expect(NumberFormat.percent.value(of: 0.29, epoch: .year1900).shownText == "29 %")
        #expect(NumberFormat.percent.value(of: 0.125, epoch: .year1900).shownText == "12,5 %")
        #expect(NumberFormat.day.value(of: 43_709, epoch: .year1900).shownText == "1.9.2019")
        #expect(NumberFormat.time.value(of: 0.3125, epoch: .year1900).shownText == "07:30")
        #expect(NumberFormat.day.value(of: 60, epoch: .year1900).shownText == "60")
        #expect(NumberFormat.percent.value(of: .greatestFiniteMagnitude, epoch: .year1900).shownText.isEmpty == false)
        #expect(SheetNumber(.infinity) == nil)
        #expect(SheetNumber(1e15)?.whole == nil)
    }

    @Test func `white space of any kind is blank`() {
        #expect(CellValue.text(" \u{A0}\t\u{200B}\n").isBlank)
        #expect(!CellValue.text(" x ").isBlank)
    }

    @Test func `cells are found by their names`() {
        #expect(CellReference.parse("C7".utf8).map { [$0.row, $0.column] } == [7, 2])
        #expect(CellReference.parse("$xfd$1048576".utf8).map { [$0.row, $0.column] } == [1_048_576, 16_383])
        for wrong in ["", "7", "C", "C0", "XFE1", "A1048577", "C7C", "C-7", "ÅÅ1", "AAAAAAAAAAAAAAAAAAAAA1", "A99999999999999999999"] {
            #expect(CellReference.parse(wrong.utf8) == nil, "\(wrong)")
        }
        #expect(["A", "Z", "AA", "XFD"] == [0, 25, 26, 16_383].map { CellReference.letters(ofColumn: $0) })
        #expect(CellRange("C3:A1") == CellRange(rows: 1...3, columns: 0...2))
        #expect(CellRange("A1:B2:C3") == nil)
    }
}
