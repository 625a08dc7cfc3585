/// Why a workbook could not be made. Both are faults of the server or of the question, never of a value.
package enum SpreadsheetWriteFailure: Error, Hashable, Sendable {
    /// The temporary file could not be written, for example because the disk is full; the code is libxlsxwriter's.
    case cannotWrite(code: Int)
    /// A sheet holds no more than 1,048,576 rows.
    case tooManyRows
}
