/// How much of a spreadsheet file is accepted before it is refused. They bound memory and time, whatever the file claims.
package struct SpreadsheetLimits: Hashable, Sendable {
    /// Bytes of the file as it was sent; 200,000 rows of 15 columns are about 25 million as CSV.
    package var fileBytes = 32_000_000
    /// Bytes of all parts that are read, unpacked. 200,000 rows of 15 columns are about 110 million.
    package var unpackedBytes = 160_000_000
    /// Unpacked bytes for each packed byte of the parts that are read; looked at only above `unpackedBytesAlwaysAllowed`.
    /// Honest sheets lie between 5 and 60; deflate can reach 1,032.
    package var expansion = 60
    /// Unpacked bytes that are accepted at any expansion.
    package var unpackedBytesAlwaysAllowed = 20_000_000
    /// Parts in the package. Pictures and drawings count although they are never read.
    package var parts = 5_000
    /// Sheets in the workbook.
    package var sheets = 50
    /// Rows with something in them, in each sheet.
    package var rows = 300_000
    /// Columns: the last one with something in it must be among these.
    package var columns = 1_000
    /// Cells with something in them in all sheets, those covered by merged ranges included; also different shared texts.
    package var cells = 3_200_000
    /// Bytes (UTF-8) in one cell. Excel allows 32,767 characters.
    package var cellTextBytes = 131_072
    /// Bytes (UTF-8) of text in all cells, as they are shown: a text that cells share counts in each of them.
    /// 200,000 rows of 15 columns have about 30 million.
    package var textBytes = 64_000_000
    /// Merged ranges in each sheet.
    package var mergedRanges = 100_000
    /// Number formats, styles and relations between parts, of each kind. Excel allows 65,490 styles.
    package var definitions = 70_000
    /// Elements inside one another in an XML part.
    package var elementDepth = 100
    /// Bytes of one XML tag with its attributes.
    package var tagBytes = 256_000

    /// The limits described at each property.
    package init() {}
}
