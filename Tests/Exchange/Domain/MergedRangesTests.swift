import AlisDomain
import Testing

@Suite struct MergedRangesTests {
    private let rows = [
        SheetRow(number: 1, cells: [SheetCell(column: 0, value: .text("Tittel"))]),
        SheetRow(number: 2, cells: [SheetCell(column: 0, value: .text("Bodø")), SheetCell(column: 1, value: .text("Kari"))]),
        SheetRow(number: 4, cells: [SheetCell(column: 1, value: .text("Ola"))]),
    ]

    private func applied(_ ranges: String..., cellsLeft: Int = 100) throws -> [SheetRow] {
        try MergedRanges.apply(ranges.compactMap { CellRange($0) }, to: rows, cellsLeft: cellsLeft, limits: SpreadsheetLimits())
    }

    @Test func `the value is seen in every covered cell, also in rows that were blank`() throws {
        let filled = try applied("A2:A4")
        #expect(filled.map(\.number) == [1, 2, 3, 4])
        #expect(filled.map { $0[column: 0] } == [.text("Tittel"), .text("Bodø"), .text("Bodø"), .text("Bodø")])
        #expect(filled[3].cell(at: 0)?.origin == .merged)
        #expect(filled[1].cell(at: 0)?.origin == .typed)
    }

    @Test func `a range across the whole sheet is cut to what is in use`() throws {
        #expect(try applied("A1:XFD1").first?.cells.count == 2)
        #expect(try applied("A1:A1048576").count == 4)
    }

    @Test func `a covered cell that has its own value keeps it`() throws {
        #expect(try applied("A2:B2")[1][column: 1] == .text("Kari"))
    }

    @Test func `ranges that cover too much are refused`() {
        #expect(throws: SpreadsheetRefusal.tooManyCells(limit: SpreadsheetLimits().cells)) {
            try applied("A1:B4", "A1:B4", "A1:B4", cellsLeft: 20)
        }
    }

    @Test func `a range that begins outside is left alone`() throws {
        #expect(try applied("Z90:Z99", "C1:D1") == rows)
    }
}
