/// What a column holds, judged by the look of what stands in it.
enum ImportContents {
    /// Whether a column is one of national identity numbers, and refused whole: where the heading says nothing, one number among the
    /// first cells of a short column or in a tenth of a long one. Under a heading that is known it takes most of at least three cells;
    /// fewer are mistakes in their rows, which are stopped one by one, and the rest of the column is read.
    static func areIdentityNumbers(_ cells: [CellValue], isHeadingKnown: Bool) -> Bool {
        let count = cells.count { ImportIdentityNumber.isOne($0) && isBare($0) }
        return isHeadingKnown ? count >= 3 && count * 2 > cells.count : count > 0 && count * 10 >= cells.count
    }

    /// The number alone in its cell; in running text it stops the row and not the column.
    private static func isBare(_ cell: CellValue) -> Bool {
        guard case .text(let text) = cell else { return true }
        return text.count <= 24
    }

    /// A heading that may mean two things, decided by what stands under it.
    static func settle(_ field: ImportField, by cells: [CellValue]) -> ImportField {
        guard !cells.isEmpty else { return field }
        switch field {
        case .percent where share(cells, { ImportWordReading.form($0).value != nil }) >= 0.6: return .form
        case .municipality where share(cells, isMunicipalityNumber) >= 0.9: return .municipalityNumber
        case .municipalityNumber where share(cells, isMunicipalityNumber) < 0.2: return .municipality
        case .firstWish where share(cells, isHalfYear) >= 0.6: return .wishFrom
        case .wishFrom where share(cells, { if case .text = $0 { !isHalfYear($0) && !isDigits($0) } else { false } }) >= 0.8:
            return .firstWish
        default: return field
        }
    }

    /// What the contents alone say, when they say it clearly; days and free text do not.
    static func guess(_ cells: [CellValue], municipalities: MunicipalityDirectory, on day: CalendarDay) -> ImportField? {
        guard cells.count >= 2 else { return nil }
        if share(cells, { ImportPersonReading.email($0).value != nil }) >= 0.8 { return .email }
        if share(cells, { ImportWordReading.scheme($0).value != nil }) >= 0.8 { return .scheme }
        if share(cells, { ImportWordReading.form($0).value != nil }) >= 0.8 { return .form }
        if share(cells, isShownAsPercent) >= 0.8 { return .percent }
        if share(cells, { isMunicipalityNumber($0) && municipalities.find($0.shownText, on: day).municipality != nil }) >= 0.9 {
            return .municipalityNumber
        }
        if share(cells, { isDigits($0) && digitCount($0) == 7 && ImportPersonReading.hpr($0).value != nil }) >= 0.8 { return .hpr }
        if share(cells, isMobile) >= 0.8 { return .phone }
        if share(cells, { isWords($0) && municipalities.find($0.shownText, on: day).municipality != nil }) >= 0.8 { return .municipality }
        // Days alone say nothing of what they are days of.
        if share(cells, { isHalfYear($0) && !isDigits($0) && !isDay($0) }) >= 0.8 { return .wishFrom }
        if share(cells, isNameWithComma) >= 0.8 { return .fullName }
        return nil
    }

    private static func share(_ cells: [CellValue], _ isSo: (CellValue) -> Bool) -> Double {
        cells.isEmpty ? 0 : Double(cells.count(where: isSo)) / Double(cells.count)
    }

    private static func text(_ cell: CellValue) -> String? {
        if case .text(let text) = cell { ImportText.clean(text) } else { nil }
    }

    private static func isWords(_ cell: CellValue) -> Bool { text(cell).map { $0.utf8.count <= 60 } ?? false }
    private static func isDigits(_ cell: CellValue) -> Bool { digitCount(cell) > 0 }

    private static func digitCount(_ cell: CellValue) -> Int {
        switch cell {
        case .number(let number): number.whole.map { $0 >= 0 ? String($0).utf8.count : 0 } ?? 0
        case .text(let text):
            text.utf8.count <= 20 && text.utf8.allSatisfy { (48...57).contains($0) || $0 == 32 } ? text.utf8.count { $0 != 32 } : 0
        default: 0
        }
    }

    private static func isMunicipalityNumber(_ cell: CellValue) -> Bool { (3...4).contains(digitCount(cell)) }

    private static func isShownAsPercent(_ cell: CellValue) -> Bool {
        switch cell {
        case .number(let number): number.isPercent
        case .text(let text): text.utf8.contains(0x25) && ImportPercentReading.read(cell).value != nil
        default: false
        }
    }

    private static func isMobile(_ cell: CellValue) -> Bool {
        guard let phone = ImportPersonReading.phone(cell).value, phone.utf8.count == 8 else { return false }
        return phone.hasPrefix("4") || phone.hasPrefix("9")
    }

    private static func isHalfYear(_ cell: CellValue) -> Bool {
        guard let text = text(cell), text.utf8.count <= 20, ImportHalfYearReading.read(cell).value != nil else { return false }
        return !text.contains(".") && !text.contains("/")
    }

    private static func isDay(_ cell: CellValue) -> Bool {
        if case .value = ImportDateReading().read(cell) { true } else { false }
    }

    private static func isNameWithComma(_ cell: CellValue) -> Bool {
        guard let text = text(cell), text.utf8.contains(0x2C) else { return false }
        return ImportPersonReading.fullName(cell).value != nil
    }
}
