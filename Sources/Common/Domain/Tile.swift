/// A place in the map of hexagons (*flis*): odd rows are shifted half a tile east.
package struct Tile: Hashable, Sendable {
    package var column: Int
    package var row: Int

    package init(column: Int, row: Int) {
        self.column = column
        self.row = row
    }
}
