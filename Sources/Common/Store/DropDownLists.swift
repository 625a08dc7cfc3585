import AlisDomain
import CXlsxWriter
import Foundation

/// Drop-downs in a workbook that is being written. Short lists stand in the cells' rule itself, which holds 255 characters;
/// longer ones, and those with commas, stand in a column of a hidden sheet.
struct DropDownLists {
    private var hiddenLists: [[String]] = []
    private var hiddenSheetName: String?

    /// Offers `choices` in the rows of a column. Another value is questioned, not forbidden: the import understands synonyms.
    mutating func offer(
        _ choices: [String], to sheet: UnsafeMutablePointer<lxw_worksheet>, rows: ClosedRange<UInt32>, column: UInt16,
        naming: inout SheetNaming
    ) {
        let choices = choices.map(WrittenText.prepared)
        var validation = lxw_data_validation()
        validation.ignore_blank = UInt8(LXW_VALIDATION_ON.rawValue)
        validation.dropdown = UInt8(LXW_VALIDATION_ON.rawValue)
        validation.show_error = UInt8(LXW_VALIDATION_ON.rawValue)
        validation.error_type = UInt8(LXW_VALIDATION_ERROR_TYPE_WARNING.rawValue)

        let length = choices.reduce(-1) { $0 + $1.utf16.count + 1 }
        if length <= 255, !choices.contains(where: { $0.contains(",") || $0.contains("\"") || $0.isEmpty }) {
            validation.validate = UInt8(LXW_VALIDATION_TYPE_LIST.rawValue)
            var strings: [UnsafeMutablePointer<CChar>?] = choices.map { strdup($0) }
            defer { for string in strings { free(string) } }
            strings.append(nil)
            strings.withUnsafeMutableBufferPointer { list in
                validation.value_list = list.baseAddress
                _ = worksheet_data_validation_range(sheet, rows.lowerBound, column, rows.upperBound, column, &validation)
            }
        } else {
            validation.validate = UInt8(LXW_VALIDATION_TYPE_LIST_FORMULA.rawValue)
            let formula = strdup(range(of: choices, naming: &naming))
            defer { free(formula) }
            validation.value_formula = formula
            _ = worksheet_data_validation_range(sheet, rows.lowerBound, column, rows.upperBound, column, &validation)
        }
    }

    /// Writes the hidden sheet, after all others; nothing when no list is long.
    func writeSheet(to workbook: UnsafeMutablePointer<lxw_workbook>) {
        guard let hiddenSheetName, let sheet = workbook_add_worksheet(workbook, hiddenSheetName) else { return }
        // Row by row, since rows may be written away at once.
        let height = hiddenLists.reduce(0) { max($0, $1.count) }
        for row in 0..<height {
            for (column, list) in hiddenLists.enumerated() where row < list.count {
                _ = worksheet_write_string(sheet, UInt32(clamping: row), UInt16(clamping: column), list[row], nil)
            }
        }
        worksheet_hide(sheet)
    }

    private mutating func range(of choices: [String], naming: inout SheetNaming) -> String {
        let name = hiddenSheetName ?? naming.name(for: "Lister")
        hiddenSheetName = name
        let column = hiddenLists.firstIndex(of: choices) ?? hiddenLists.count
        if column == hiddenLists.count { hiddenLists.append(choices) }
        return "='\(name.replacing("'", with: "''"))'!\(Self.reference(column, 1)):\(Self.reference(column, choices.count))"
    }

    private static func reference(_ column: Int, _ row: Int) -> String {
        "$\(CellReference.letters(ofColumn: column))$\(row)"
    }
}
