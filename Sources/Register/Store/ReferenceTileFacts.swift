import AlisDomain

extension Tile: ReferenceFact {
    package static let factTable = "referenceTile"
    package static let factColumns = ["tileColumn", "tileRow"]
    package var factValues: [SQLValue] { [column.sqlValue, row.sqlValue] }

    package init(factRow row: borrowing Row, at start: Int) throws { self.init(column: row.int(start), row: row.int(start + 1)) }
}

extension CountyTile: ReferenceFact {
    package static let factTable = "referenceCountyTile"
    package static let factColumns = Tile.factColumns
    package var factValues: [SQLValue] { tile.factValues }

    package init(factRow row: borrowing Row, at start: Int) throws { self.init(try Tile(factRow: row, at: start)) }
}
