/// Lays a document's blocks out on pages, from top to bottom.
struct PdfLayout {
    static let margin = 46.0
    private static let top = 48.0
    private static let bottom = PdfCanvas.size.height - 52
    private static let width = PdfCanvas.size.width - 2 * margin
    /// Between the text of a cell and its edges.
    private static let padding = (across: 4.0, down: 3.0)

    private let canvas: PdfCanvas
    private var pages: [[PdfMark]] = [[]]
    /// Where the next thing begins.
    private var y = top
    /// A heading that waits for what it is the heading of, so that it never stands alone at the foot of a page.
    private var waiting: String?

    init(_ canvas: PdfCanvas) { self.canvas = canvas }

    var finished: [[PdfMark]] {
        var whole = self
        whole.putHeading(before: 0)
        return whole.pages
    }

    private mutating func put(_ mark: PdfMark) { pages[pages.count - 1].append(mark) }

    private mutating func turn() {
        pages.append([])
        y = Self.top
    }

    /// Goes to the next page when less than `height` is left on this one, and there is something on it.
    private mutating func need(_ height: Double) { if y + height > Self.bottom, y > Self.top { turn() } }

    private func wrapped(_ text: String, _ style: PdfStyle, _ most: Double) -> [String] {
        PdfText.wrap(text, most: most) { canvas.width($0, style) }
    }

    mutating func add(_ block: PdfDocument.Block) {
        putHeading(before: start(of: block))
        switch block {
        case .title(let text):
            lines(wrapped(text, .title, Self.width), .title)
            y += 6
        case .heading(let text): waiting = text
        case .paragraph(let text, let style):
            lines(wrapped(text, style, Self.width), style)
            y += 4
        case .facts(let facts): self.facts(facts)
        case .list(let items): list(items)
        case .table(let table): self.table(table)
        case .drawing(let drawing): draw(drawing)
        case .signatures(let names): signatures(names)
        }
    }

    /// The heading that waits, on the page that has room for it and for what comes first under it.
    private mutating func putHeading(before following: Double) {
        guard let text = waiting else { return }
        waiting = nil
        let wrapped = wrapped(text, .heading, Self.width)
        y += 12
        need(Double(wrapped.count) * PdfStyle.heading.lead + 4 + max(following, 3 * PdfStyle.body.lead))
        lines(wrapped, .heading)
        y += 4
    }

    /// How much of a block must stand together where it begins; 0 where that is not asked.
    private func start(of block: PdfDocument.Block) -> Double {
        switch block {
        case .table(let table): start(of: table)
        case .drawing(let drawing): drawing.height
        default: 0
        }
    }

    /// The head and the first row, or two lines of one that no page holds whole.
    private func start(of table: PdfTable) -> Double {
        let widths = widths(table)
        let heads = height(cells(table.heads, widths, .head))
        let first = table.rows.first.map { height(cells($0, widths, .cell)) } ?? 0
        return heads + (first <= Self.bottom - Self.top - heads - 60 ? first : 2 * PdfStyle.cell.lead)
    }

    private func widths(_ table: PdfTable) -> [Double] {
        let sum = max(0.001, table.shares.reduce(0, +))
        return table.heads.indices.map { Self.width * (table.shares.indices.contains($0) ? table.shares[$0] : 0) / sum }
    }

    /// Lines of text from the left, over as many pages as they take.
    private mutating func lines(
        _ lines: [String], _ style: PdfStyle, x: Double = margin, color: PdfColor? = nil, tag: String? = nil
    ) {
        let tag = tag ?? style.tag
        var isOpen = false
        for line in lines {
            if y + style.lead > Self.bottom {
                if isOpen { put(.end(tag)) }
                isOpen = false
                turn()
            }
            if !isOpen { put(.begin(tag)) }
            isOpen = true
            if !line.isEmpty {
                put(.text(line, x: x, baseline: y + style.size, style, color ?? (style == .small ? .soft : .ink)))
            }
            y += style.lead
        }
        if isOpen { put(.end(tag)) }
    }

    private mutating func facts(_ facts: [(name: String, value: String)]) {
        let widest = facts.map { canvas.width(PdfText.clean($0.name), .strong) }.max() ?? 0
        let indent = min(Self.width * 0.4, widest + 14)
        for fact in facts {
            // A name that is too long for its side stands above what it is.
            if canvas.width(PdfText.clean(fact.name), .strong) > indent - 8 {
                lines(wrapped(fact.name, .strong, Self.width), .strong)
            } else {
                need(PdfStyle.body.lead)
                put(.begin("P"))
                put(.text(PdfText.clean(fact.name), x: Self.margin, baseline: y + PdfStyle.strong.size, .strong, .ink))
                put(.end("P"))
            }
            lines(wrapped(fact.value, .body, Self.width - indent), .body, x: Self.margin + indent)
        }
        y += 6
    }

    private mutating func list(_ items: [String]) {
        for item in items {
            need(PdfStyle.body.lead)
            put(.text("–", x: Self.margin, baseline: y + PdfStyle.body.size, .body, .soft))
            lines(wrapped(item, .body, Self.width - 12), .body, x: Self.margin + 12)
            y += 1.5
        }
        y += 4
    }

    // MARK: Tables

    private mutating func table(_ table: PdfTable) {
        let widths = widths(table)
        let heads = cells(table.heads, widths, .head)
        need(start(of: table))
        head(heads, widths)
        for row in table.rows { add(cells(row, widths, .cell), widths, heads) }
        y += 6
    }

    private func cells(_ texts: [String], _ widths: [Double], _ style: PdfStyle) -> [[String]] {
        zip(texts, widths).map { wrapped($0, style, $1 - 2 * Self.padding.across) }
    }

    private func height(_ cells: [[String]]) -> Double {
        Double(cells.map(\.count).max() ?? 0) * PdfStyle.cell.lead + 2 * Self.padding.down
    }

    private mutating func head(_ heads: [[String]], _ widths: [Double]) {
        put(.box(x: Self.margin, y: y, width: Self.width, height: height(heads), .wash))
        put(.begin("Table"))
        row(heads, widths, .head, tag: "TH")
        put(.end("Table"))
    }

    /// A row stays on one page when it can; one that is taller than a page goes on over the next.
    private mutating func add(_ cells: [[String]], _ widths: [Double], _ heads: [[String]]) {
        let fresh = Self.bottom - Self.top - height(heads)
        if y + height(cells) > Self.bottom, height(cells) <= fresh {
            turn()
            head(heads, widths)
        }
        var rest = cells
        repeat {
            var room = Int((Self.bottom - y - 2 * Self.padding.down) / PdfStyle.cell.lead)
            if room < 1 {
                turn()
                head(heads, widths)
                room = max(1, Int((Self.bottom - y - 2 * Self.padding.down) / PdfStyle.cell.lead))
            }
            put(.begin("Table"))
            row(rest.map { Array($0.prefix(room)) }, widths, .cell, tag: "TD")
            put(.end("Table"))
            rest = rest.map { Array($0.dropFirst(room)) }
        } while rest.contains { !$0.isEmpty }
    }

    private mutating func row(_ cells: [[String]], _ widths: [Double], _ style: PdfStyle, tag: String) {
        let height = height(cells)
        put(.begin("TR"))
        var x = Self.margin
        for (index, (lines, width)) in zip(cells, widths).enumerated() {
            let tag = index == 0 ? "TH" : tag
            put(.begin(tag))
            for (index, line) in lines.enumerated() where !line.isEmpty {
                let baseline = y + Self.padding.down + Double(index) * PdfStyle.cell.lead + style.size
                put(.text(line, x: x + Self.padding.across, baseline: baseline, style, .ink))
            }
            put(.end(tag))
            x += width
        }
        put(.end("TR"))
        y += height
        put(.line(x1: Self.margin, y1: y, x2: Self.margin + Self.width, y2: y, .line))
    }

    // MARK: Pictures and lines to sign on

    private mutating func draw(_ drawing: PdfDrawing) {
        need(drawing.height)
        func x(_ share: Double) -> Double { Self.margin + min(max(share, 0), 1) * Self.width }
        for shape in drawing.shapes {
            switch shape {
            case .bar(let from, let to, let top, let height, let color):
                put(.box(x: x(from), y: y + top, width: max(0.5, x(to) - x(from)), height: height, color))
            case .line(let at, let from, let to, let color): put(.line(x1: x(at), y1: y + from, x2: x(at), y2: y + to, color))
            case .text(let at, let baseline, let text, let style, let color):
                put(.text(PdfText.clean(text), x: x(at), baseline: y + baseline, style, color))
            }
        }
        y += drawing.height
        lines(wrapped(drawing.description, .small, Self.width), .small)
        y += 4
    }

    private mutating func signatures(_ names: [String]) {
        need(90)
        y += 46
        let gap = 18.0
        let width = (Self.width - gap * Double(max(0, names.count - 1))) / Double(max(1, names.count))
        for (index, name) in names.enumerated() {
            let x = Self.margin + Double(index) * (width + gap)
            put(.line(x1: x, y1: y, x2: x + width, y2: y, .ink))
            for (row, line) in wrapped(name, .small, width).prefix(3).enumerated() where !line.isEmpty {
                put(.text(line, x: x, baseline: y + 12 + Double(row) * PdfStyle.small.lead, .small, .ink))
            }
        }
        y += 40
    }
}
