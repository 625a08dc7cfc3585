/// A sheet as lines of text (*tabell som tekst*): what is kept of a report or catalogue that somebody sends in. Whatever looks like a
/// national identity number is left out when it is read.
package struct TextTable: Hashable, Sendable, Codable {
    /// One row of the sheet.
    package struct Line: Hashable, Sendable, Codable {
        /// From 1, as the spreadsheet program shows it.
        package let number: Int
        package let cells: [String]

        package subscript(column: Int) -> String { cells.indices.contains(column) ? cells[column] : "" }
        var isBlank: Bool { cells.allSatisfy(\.isEmpty) }
    }

    package let sheet: String
    package let lines: [Line]
    /// How many cells were left out because they look like national identity numbers.
    package let leftOut: Int

    /// Columns beyond this are not read, and longer cells are cut: no report or catalogue needs more.
    private static let columns = 60
    private static let characters = 1_000

    package init(_ sheet: Sheet) {
        self.sheet = ImportIdentityNumber.isIn(sheet.name) ? "" : sheet.name
        var leftOut = 0
        var columns = IdentityColumns()
        lines = sheet.rows.compactMap { row in
            let width = min(Self.columns, (row.cells.last?.column ?? -1) + 1)
            guard width > 0 else { return nil }
            var cells = [String](repeating: "", count: width)
            for cell in row.cells where cell.column < width {
                if columns.isNumber(cell) {
                    leftOut += 1
                } else {
                    cells[cell.column] = String(ImportText.clean(cell.value.shownText).prefix(Self.characters))
                }
            }
            return Line(number: row.number, cells: cells)
        }
        self.leftOut = leftOut
    }

    package init(sheet: String = "", lines: [Line], leftOut: Int = 0) {
        self.sheet = sheet
        self.lines = lines
        self.leftOut = leftOut
    }

    package var width: Int { lines.map(\.cells.count).max() ?? 0 }
}

/// What a column of such a table can be about (*kolonneslag*).
package protocol TableColumn: RawRepresentable, CaseIterable, Hashable, Sendable where RawValue == String {
    /// What people call it, folded to letters and digits (`ImportText.key`); the surest words first.
    var headings: [String] { get }
    var title: Text { get }
    /// The table cannot be read without it.
    var isNeeded: Bool { get }
}

/// What somebody has said about where the columns are (*valg av kolonner*): kept as text beside the file.
package struct ColumnChoices: Hashable, Sendable {
    /// The row the headings stand in.
    package var headerRow: Int?
    /// Column by name; nil for "not read".
    package var columns: [String: Int]
    package var isEmpty: Bool { headerRow == nil && columns.isEmpty }

    package init(headerRow: Int? = nil, columns: [String: Int] = [:]) {
        self.headerRow = headerRow
        self.columns = columns
    }

    /// Reads what `text` wrote; what cannot be read is left out.
    package init(text: String) {
        self.init()
        for part in text.split(separator: " ").prefix(100) {
            let sides = part.split(separator: "=", maxSplits: 1)
            guard sides.count == 2, let number = ImportText.digits(sides[1], atMost: 6) else { continue }
            if sides[0] == "rad" { headerRow = number } else { columns[String(sides[0])] = number }
        }
    }

    package var text: String {
        ((headerRow.map { ["rad=\($0)"] } ?? []) + columns.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" })
            .joined(separator: " ")
    }
}

/// How a table's columns were understood (*tolkning av kolonner*): by their headings, or as somebody has said.
package struct ColumnReading<Column: TableColumn>: Sendable {
    package let table: TextTable
    /// The number of the row with the headings; nil when none was found.
    package let headerRow: Int?
    package private(set) var columns: [Column: Int] = [:]

    /// Headings are looked for among so many of the first rows.
    private static var rowsLookedAt: Int { 20 }

    package init(_ table: TextTable, choices: ColumnChoices = ColumnChoices()) {
        self.table = table
        let chosen = choices.headerRow.flatMap { number in table.lines.first { $0.number == number } }
        let candidates = table.lines.prefix(Self.rowsLookedAt).map { (line: $0, columns: Self.recognise($0)) }
        let best = candidates.max { ($0.columns.count, -$0.line.number) < ($1.columns.count, -$1.line.number) }
        if let chosen {
            headerRow = chosen.number
            columns = Self.recognise(chosen)
        } else if let best, best.columns.count > 1 || Column.allCases.allSatisfy({ !$0.isNeeded || best.columns[$0] != nil }) {
            // One word alone may be a status in a row of its own, and no heading.
            headerRow = best.line.number
            columns = best.columns
        } else {
            headerRow = nil
        }
        guard !choices.columns.isEmpty else { return }
        columns = [:]
        for column in Column.allCases {
            if let place = choices.columns[column.rawValue], place < table.width { columns[column] = place }
        }
    }

    /// The sheet whose headings say most; of several alike, the one with most rows.
    package static func best(of workbook: Workbook) -> TextTable? {
        let tables = workbook.sheets.filter { !$0.isHidden }.map(TextTable.init).filter { !$0.lines.isEmpty }
        return tables.max { left, right in
            (ColumnReading(left).columns.count, left.lines.count) < (ColumnReading(right).columns.count, right.lines.count)
        }
    }

    private static func recognise(_ line: TextTable.Line) -> [Column: Int] {
        var found: [Column: (place: Int, rank: Int)] = [:]
        for (place, cell) in line.cells.enumerated() where !cell.isEmpty && cell.utf8.count <= 80 {
            let key = ImportText.key(cell)
            for column in Column.allCases {
                guard let rank = column.headings.firstIndex(of: key) else { continue }
                if let other = found[column], other.rank <= rank { continue }
                found[column] = (place, rank)
            }
        }
        return found.mapValues(\.place)
    }

    package var isUnderstood: Bool { Column.allCases.allSatisfy { !$0.isNeeded || columns[$0] != nil } }

    /// The rows below the headings that say anything.
    package var lines: [TextTable.Line] { table.lines.filter { $0.number > (headerRow ?? 0) && !$0.isBlank } }

    package func cell(_ column: Column, _ line: TextTable.Line) -> String { columns[column].map { line[$0] } ?? "" }

    package func heading(_ place: Int) -> String {
        headerRow.flatMap { number in table.lines.first { $0.number == number } }.map { $0[place] } ?? ""
    }

    /// A few of a column's values, to recognise it by.
    package func examples(_ place: Int) -> [String] {
        var found: [String] = []
        for line in lines.prefix(200) where found.count < 3 {
            let text = line[place]
            if !text.isEmpty, !found.contains(text) { found.append(String(text.prefix(40))) }
        }
        return found
    }
}
