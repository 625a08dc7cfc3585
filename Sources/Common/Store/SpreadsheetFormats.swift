import CXlsxWriter

/// The cell formats of one workbook that is being written.
struct SpreadsheetFormats {
    typealias Format = UnsafeMutablePointer<lxw_format>

    let title: Format?
    let heading: Format?
    let day: Format?
    let wholePercent: Format?
    let percent: Format?
    let longInteger: Format?
    let text: Format?
    let wrapped: Format?

    init(_ workbook: UnsafeMutablePointer<lxw_workbook>) {
        title = workbook_add_format(workbook)
        format_set_bold(title)
        format_set_font_size(title, 14)
        heading = workbook_add_format(workbook)
        format_set_bold(heading)
        format_set_text_wrap(heading)
        format_set_align(heading, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
        format_set_bottom(heading, UInt8(LXW_BORDER_THIN.rawValue))
        format_set_bg_color(heading, 0xE8EEF2)
        day = Self.numberFormat("dd.mm.yyyy", workbook)
        wholePercent = Self.numberFormat("0 %", workbook)
        percent = Self.numberFormat("0.0# %", workbook)
        longInteger = Self.numberFormat("0", workbook)
        text = Self.numberFormat("@", workbook)
        wrapped = workbook_add_format(workbook)
        format_set_text_wrap(wrapped)
        format_set_align(wrapped, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
    }

    private static func numberFormat(_ code: String, _ workbook: UnsafeMutablePointer<lxw_workbook>) -> Format? {
        let format = workbook_add_format(workbook)
        format_set_num_format(format, code)
        return format
    }
}
