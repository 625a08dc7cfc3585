import AlisDomain

/// The one way in for spreadsheet files that people send.
package enum SpreadsheetReader {
    /// Reads `.xlsx`, `.xlsm` (without running its macros) or CSV, told apart by content.
    ///
    /// Memory and time are bounded by `limits` whatever the file claims; call it outside the server's event loop,
    /// since a large file takes some seconds.
    /// - Parameter fileName: names the sheet of a CSV file and decides nothing.
    /// - Throws: why the whole file is refused.
    package static func read(
        _ bytes: [UInt8], fileName: String, limits: SpreadsheetLimits = SpreadsheetLimits()
    ) throws(SpreadsheetRefusal) -> Workbook {
        guard bytes.count <= limits.fileBytes else { throw .tooLarge(limit: limits.fileBytes) }
        switch FileSignature(of: bytes) {
        case .empty: throw .empty
        case .zip: return try WorkbookPackage.read(bytes, limits: limits)
        case .encryptedCompoundFile: throw .encrypted
        case .compoundFile: throw .oldXlsFormat
        case .text: return try CSVReader.read(bytes, fileName: fileName, limits: limits)
        case .other: throw .notASpreadsheet
        }
    }
}
