import AlisDomain

/// Norway as hexagons, one for each municipality, coloured by a measure. A picture for those who would rather look than read: the
/// same figures stand in the table below it, so without a script the map is its name alone to a screen reader, and its hexagons are no
/// tab stops. With the script the map is one tab stop, and the arrow keys go from hexagon to hexagon (`Public/js/alis.js`).
struct HexagonMap {
    struct Cell {
        let tile: Tile
        /// 0 is none, 1–5 rising.
        let shade: Int
        let title: String
        /// Where the hexagon leads; nil when the viewer may not go there.
        let link: String?
    }

    let cells: [Cell]
    let title: String
    /// Towns that help the eye, with their tiles.
    let labels: [(tile: Tile, name: String)]

    /// Height and width of a column, in the picture's units; odd rows are half a column to the east.
    private static let width = 180
    private static let rowHeight = 156

    func html(_ frame: Frame) -> Html {
        let columns = cells.map(\.tile.column)
        let rows = cells.map(\.tile.row)
        guard let left = columns.min(), let right = columns.max(), let top = rows.min(), let bottom = rows.max() else { return .empty }
        let box = (
            x: left * Self.width - 1150, y: top * Self.rowHeight - 160,
            width: (right - left) * Self.width + 1500, height: (bottom - top) * Self.rowHeight + 420
        )
        let hexagons = cells.map { cell -> Html in
            let shape: Html = "<path class=\"h\(cell.shade)\" d=\"\(Self.outline(cell.tile))\"><title>\(cell.title)</title></path>"
            guard let link = cell.link else { return shape }
            return "<a href=\"\(link)\" tabindex=\"-1\">\(shape)</a>"
        }
        let names = labels.map { label -> Html in
            let y = Self.centre(label.tile).1
            // Beside the westernmost hexagon of the row, so that no name lies on top of one.
            let x = cells.filter { abs($0.tile.row - label.tile.row) <= 1 }.map { Self.centre($0.tile).0 }.min() ?? 0
            return "<text x=\"\(x - 150)\" y=\"\(y + 45)\" text-anchor=\"end\">\(label.name)</text>"
        }
        let keys: Html =
            cells.contains { $0.link != nil }
            ? "<p class=\"note\" id=\"kart-hjelp\" hidden>\(frame[CommonTexts.mapKeys])</p><p class=\"strong\" id=\"kart-valgt\" aria-hidden=\"true\" hidden></p>"
            : .empty
        return """
            <svg class="hexagons" viewBox="\(box.x) \(box.y) \(box.width) \(box.height)" role="group" aria-label="\(title)">\
            <g aria-hidden="true">\(hexagons)<g class="map-names">\(names)</g></g></svg>\(keys)
            """
    }

    private static func centre(_ tile: Tile) -> (Int, Int) {
        (tile.column * width + (tile.row.isMultiple(of: 2) ? 0 : width / 2), tile.row * rowHeight)
    }

    private static func outline(_ tile: Tile) -> String {
        let (x, y) = centre(tile)
        return "M\(x) \(y - 100)l87 50v100l-87 50l-87-50v-100z"
    }
}
