import AlisDomain

/// A list of the product: its rows under columns that are said once. From it come the page's table, sorting by heading, paging, filters that
/// stay in the address, print of all rows, and the same rows as files.
package struct ListPage<Row> {
    package let title: String
    let table: ListTable<Row>
    /// As they stand when nothing is sorted by.
    let rows: [Row]
    /// What is said when there are none.
    let empty: Text
    /// The page's heading, when it is not its title.
    package var heading: String?
    package var lede: Html = .empty
    /// The way up, above the heading.
    package var crumb: Html = .empty
    /// What can be done besides taking the list out.
    package var acts: Html = .empty
    /// What stands between the heading and the filters: tabs, notices, key figures.
    package var above: Html = .empty
    /// Over the rows, when they are some of many.
    package var caption: String?
    package var below: Html = .empty
    /// The fields that narrow the list, when it can be narrowed.
    package var filters: Html?
    /// What of the address was not understood; a file is not given then, since it could not say so.
    package var problems: [FieldProblem] = []
    /// What narrows the list, as its addresses keep it.
    let query: FormData
    private let ask: ListAsk
    /// How many rows a page has.
    package var length = 50
    /// Whether the page may be given again while nothing has changed.
    package var isReusable = false
    /// Writes the rows of a table that is too long to be written column by column.
    package var tunedRows: ((ArraySlice<Row>) -> Html)?
    let file: ListFile

    /// - Parameters:
    ///   - query: the address's own, or what of it was understood.
    ///   - file: what a file of the list is called; without its ending.
    package init(
        _ title: String, _ columns: [ListColumn<Row>], _ rows: [Row], empty: Text, query: FormData, understood: FormData? = nil,
        file: ListFile,
        sheet name: String? = nil
    ) {
        (self.title, self.rows, self.empty, self.file) = (title, rows, empty, file)
        table = ListTable(name ?? title, columns)
        ask = ListAsk(query)
        self.query = FormData((understood ?? query).without(["sorter", "side"]).pairs.filter { !$0.value.isEmpty })
    }

    /// In the order that is asked for. Rows that are equal in it stay as they stood.
    private var sorted: (rows: [Row], by: (code: String, isDescending: Bool)?) {
        guard let column = table.columns.first(where: { $0.sort != nil && $0.sort == ask.sort }), let code = column.sort else {
            return (rows, nil)
        }
        let keyed = rows.enumerated().map { (key: column.key($0.element), place: $0.offset) }
        let ordered = keyed.sorted { left, right in
            if left.key == right.key { return left.place < right.place }
            if left.key == .unknown || right.key == .unknown { return right.key == .unknown }
            return ask.isDescending ? right.key < left.key : left.key < right.key
        }
        return (ordered.map { rows[$0.place] }, (code, ask.isDescending))
    }

    /// An address with the same filters.
    private func link(_ path: String, sort: String?, page: String? = nil) -> String {
        var kept = query
        if let sort { kept.append("sorter", sort) }
        if let page { kept.append("side", page) }
        return kept.pairs.isEmpty ? path : "\(path)?\(kept.urlEncoded)"
    }

    /// The body of the page.
    ///
    /// - Parameters:
    ///   - path: where the page is.
    ///   - files: where its files are, without their ending.
    package func html(at path: String, files: String, _ frame: Frame) -> Html {
        let (ordered, by) = sorted
        let sort = by.map { $0.code + ($0.isDescending ? ListAsk.descending : "") }
        let pages = max(1, (ordered.count + length - 1) / length)
        let page = min(ask.page, pages)
        let first = ask.isWhole ? 0 : (page - 1) * length
        let shown = ordered[first..<(ask.isWhole ? ordered.count : min(first + length, ordered.count))]
        let body: Html =
            ordered.isEmpty
            ? "<p class=\"empty\">\(frame[empty])</p>"
            : (caption.map { "<h2>\($0)</h2>" } ?? .empty)
                + table.html(shown, heading: { heading($0, by, path) }, sorted: by, body: tunedRows?(shown))
                + paging(shown.indices, of: ordered.count, page, sort, path, frame)
        return """
            \(crumb)<div class="head"><div><h1>\(heading ?? title)</h1><p class="lede">\(lede)</p></div>
            <p class="acts">\(acts)\(TakenOut.links(files, query: link("", sort: sort), frame))</p></div>
            \(above)\(Form.errorSummary(problems, frame))
            \(filters.map { form($0, sort, path, frame) })
            \(body)\(below)
            """
    }

    /// A heading sorts by its column; again, the other way; once more, not at all.
    private func heading(_ column: ListColumn<Row>, _ by: (code: String, isDescending: Bool)?, _ path: String) -> Html {
        guard let code = column.sort else { return "\(column.title)" }
        let next = by?.code != code ? code : by?.isDescending == true ? nil : code + ListAsk.descending
        return "<a href=\"\(link(path, sort: next))\">\(column.title)</a>"
    }

    private func form(_ fields: Html, _ sort: String?, _ path: String, _ frame: Frame) -> Html {
        """
        <form class="filters" action="\(path)" aria-label="\(frame[CommonTexts.filters])">\(fields)\
        \(sort.map { Form.hidden(FormData([("sorter", $0)])) } ?? [])
        <button class="btn">\(frame[CommonTexts.show])</button><a class="reset" href="\(path)">\(frame[CommonTexts.resetFilters])</a></form>
        """
    }

    private func paging(_ shown: Range<Int>, of total: Int, _ page: Int, _ sort: String?, _ path: String, _ frame: Frame) -> Html {
        func to(_ page: String?, _ text: Text) -> Html { "<a href=\"\(link(path, sort: sort, page: page))\">\(frame[text])</a>" }
        let all: Html =
            total <= length ? .empty : ask.isWhole ? to(nil, CommonTexts.inPages) : to(ListAsk.whole, CommonTexts.allToPrint(total))
        return """
            <nav class="pages" aria-label="\(frame[CommonTexts.pages])"><span>\(frame[CommonTexts.rows(shown.lowerBound + 1, shown.upperBound, of: total)])</span>\
            \(shown.lowerBound > 0 ? to(page > 2 ? String(page - 1) : nil, CommonTexts.previous) : .empty)\
            \(shown.upperBound < total ? to(String(page + 1), CommonTexts.next) : .empty)\(all)</nav>
            """
    }

    /// All rows, in the order that is asked for, to be taken out.
    package var sheet: ExportTable { table.file(sorted.rows, notes: file.notes()) }
    package var takenOut: TakenOut { TakenOut([sheet], name: file.name, front: file.front?(), hasComments: file.hasComments) }
}

/// What a file of a list is, besides its rows. What it says is worked out when it is taken out.
package struct ListFile {
    /// Without the ending.
    let name: String
    let notes: () -> [String]
    let front: (() -> ExportFront)?
    let hasComments: Bool

    /// - Parameters:
    ///   - notes: lines above the heading of a workbook's sheet.
    ///   - front: what the file is an answer to.
    ///   - hasComments: whether a CSV file says that above its heading; not one that may be sent in again.
    package init(
        _ name: String, notes: @autoclosure @escaping () -> [String] = [], front: (() -> ExportFront)? = nil, hasComments: Bool = true
    ) {
        (self.name, self.notes, self.front, self.hasComments) = (name, notes, front, hasComments)
    }
}

/// How an address asks for a list: sorted by which column, and which page of it.
struct ListAsk: Sendable {
    static let descending = "-ned"
    /// For all rows on one page, to be printed.
    static let whole = "alle"

    let sort: String
    let isDescending: Bool
    let page: Int
    let isWhole: Bool

    init(_ query: FormData) {
        isDescending = query["sorter"].hasSuffix(Self.descending)
        sort = String(query["sorter"].dropLast(isDescending ? Self.descending.count : 0))
        page = max(1, Int(query["side"]) ?? 1)
        isWhole = query["side"] == Self.whole
    }
}
