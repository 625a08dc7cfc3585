import AlisDomain

/// A column of a list (*liste*), said once: its heading, what a row has in it on the page and in a file, and what rows are sorted by.
package struct ListColumn<Row> {
    /// Where a column stands. Acts stand on the page, each as a link or a button that says what it does: their heading is only heard.
    package enum Place: Sendable { case pageAndFile, page, file, act }

    let title: String
    let place: Place
    /// What the column is called in an address when rows can be sorted by it.
    let sort: String?
    let explanation: String?
    let value: (Row) -> ExportValue
    let cell: (Row) -> Html
    let key: (Row) -> SortKey

    var isInFile: Bool { place == .pageAndFile || place == .file }

    /// - Parameters:
    ///   - sort: the column's name in an address; without one its heading is no link.
    ///   - key: what rows are sorted by, when that is not the value.
    ///   - value: what a file has; a page shows the same unless `cell` says otherwise.
    ///   - explanation: shown as a comment on the heading in a workbook.
    package init(
        _ title: String, sort: String? = nil, by key: ((Row) -> SortKey)? = nil, in place: Place = .pageAndFile, explanation: String? = nil,
        value: @escaping (Row) -> ExportValue, cell: ((Row) -> Html)? = nil
    ) {
        (self.title, self.place, self.sort, self.explanation, self.value) = (title, place, sort, explanation, value)
        self.key = key ?? { SortKey(value($0)) }
        self.cell = cell ?? { Self.plain(value($0)) }
    }

    /// A column that only a page has: a link to act on, a field to fill in.
    package init(_ title: String, in place: Place = .page, onPage cell: @escaping (Row) -> Html) {
        self.init(title, in: place, value: { _ in .empty }, cell: cell)
    }

    private static func plain(_ value: ExportValue) -> Html {
        switch value {
        case .empty, .text(""): "–"
        case .text(let text): "\(text)"
        case .integer(let number): "\(Format.number(number))"
        case .decimal(let number): "\(SheetNumber(number)?.shownText)"
        case .percent(let fraction): "\(SheetNumber(fraction, form: .percent)?.shownText)"
        case .day(let day): "\(day)"
        }
    }
}

/// What rows are sorted by: numbers, then texts as in a dictionary, and what is not known last, whichever way they are sorted.
package enum SortKey: Comparable, Sendable {
    case number(Double)
    case text(DictionaryKey)
    case unknown

    init(_ value: ExportValue) {
        self =
            switch value {
            case .empty, .text(""): .unknown
            case .text(let text): .text(DictionaryKey(text))
            case .integer(let number): .number(Double(number))
            case .decimal(let number), .percent(let number): .number(number)
            case .day(let day): .day(day)
            }
    }

    package static func day(_ day: CalendarDay) -> SortKey { .number(Double(day.number)) }

    /// Among persons, by family name.
    package static func person(_ name: String) -> SortKey { .text(DictionaryKey(person: name)) }
}

/// A table whose columns are said once: cards on a phone, where a row's first cell is its heading, and a sheet or a CSV file.
package struct ListTable<Row> {
    /// What it is called, to those who do not see it and on the sheet's tab.
    let name: String
    let columns: [ListColumn<Row>]

    package init(_ name: String, _ columns: [ListColumn<Row>]) { (self.name, self.columns) = (name, columns) }

    /// The table of some rows.
    package func html(_ rows: some Collection<Row>) -> Html { html(rows, heading: { "\($0.title)" }) }

    /// - Parameters:
    ///   - heading: what stands in a column's heading.
    ///   - sorted: the column the rows are sorted by, and whether the last come first.
    ///   - body: the rows, when somebody else has written them.
    func html(
        _ rows: some Collection<Row>, heading: (ListColumn<Row>) -> Html, sorted: (code: String, isDescending: Bool)? = nil,
        body: Html? = nil
    ) -> Html {
        let shown = columns.filter { $0.place != .file }
        let numeric = shown.map { column in rows.contains { column.value($0).isNumber } }
        let heads = zip(shown, numeric).map { column, isNumber -> Html in
            let order: Html =
                sorted.flatMap { $0.code == column.sort ? " aria-sort=\"\($0.isDescending ? "descending" : "ascending")\"" as Html : nil }
                ?? .empty
            return
                "<th scope=\"col\"\(flag: " class=\"num\"", isNumber)\(order)>\(column.place == .act ? "<span class=\"hidden-visually\">\(column.title)</span>" : heading(column))</th>"
        }
        // What stands between two cells is the same in every row.
        let cells = zip(shown, numeric).map { column, isNumber -> Html in
            column.place == .act ? "<td>" : "<td\(flag: " class=\"num\"", isNumber) data-label=\"\(column.title)\">"
        }
        let written =
            body
            ?? Html.each(rows, length: 400) { row, html in
                html.appendLiteral("<tr><th scope=\"row\">")
                for (index, column) in shown.enumerated() {
                    if index > 0 { html.appendInterpolation(cells[index]) }
                    html.appendInterpolation(column.cell(row))
                    if index == 0 { html.appendLiteral("</th>") } else { html.appendLiteral("</td>") }
                }
                html.appendLiteral("</tr>")
            }
        return """
            <div class="scroll" tabindex="0" role="region" aria-label="\(name)"><table class="cards texts"><thead><tr>\(heads)</tr></thead>\
            <tbody>\(written)</tbody></table></div>
            """
    }

    /// The table of some rows, to be taken out.
    ///
    /// - Parameter notes: lines above the heading.
    package func file(_ rows: some Sequence<Row>, notes: [String] = []) -> ExportTable {
        let filed = columns.filter(\.isInFile)
        return ExportTable(
            name: name, notes: notes, columns: filed.map { ExportColumn($0.title, explanation: $0.explanation) },
            rows: rows.map { row in filed.map { $0.value(row) } })
    }
}

extension ListTable {
    /// What a file has as texts, for paper: the headings, and some rows under them.
    package func texts(_ rows: some Sequence<Row>) -> (heads: [String], rows: [[String]]) {
        let filed = columns.filter(\.isInFile)
        let texts = rows.map { row in
            filed.map { column in if case .text(let text) = column.value(row) { text } else { "" } }
        }
        return (filed.map(\.title), texts)
    }
}

extension ListTable<[Html]> {
    /// A small table of a page: each row's cells stand under the headings in order.
    ///
    /// - Parameter act: the heading of a last column of acts.
    package init(_ title: Text, _ heads: [Text], act: Text? = nil, _ frame: Frame) {
        let all = heads.map { ($0, ListColumn<[Html]>.Place.page) } + (act.map { [($0, .act)] } ?? [])
        self.init(
            frame[title],
            all.enumerated().map { index, head in ListColumn(frame[head.0], in: head.1, onPage: { $0[index] }) })
    }
}

extension ExportValue {
    fileprivate var isNumber: Bool {
        switch self {
        case .integer, .decimal, .percent: true
        case .empty, .text, .day: false
        }
    }
}
