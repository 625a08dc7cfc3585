/// Reading of where a doctor works, which may depend on what else the row says.
extension ImportRowReader {
    /// An answer for every cell with the same text is for those that are asked about; what the row's own dates have decided stands.
    mutating func takePlace(
        _ field: ImportField, _ cell: CellValue, _ column: ColumnMapping?, _ row: inout ImportRow, _ byNumber: inout MunicipalityID?
    ) {
        let time = row.engagedFrom ?? row.started ?? row.trainingStart ?? row.validFrom
        var (cell, reading) = (cell, places.read(cell, at: time))
        if !settings.answers.isEmpty, reading.value == nil || settings.answers.isOwn(row: row.place, field: field),
            let text = settings.answers.text(row: row.place, field: field, found: ImportText.clean(cell.shownText))
        {
            row.answers.append(answer(field, column, found: cell, text))
            cell = .text(text)
            reading = places.read(cell, at: time)
        }
        switch reading {
        case .nothing: return
        case .value(let id), .noted(let id, _):
            if case .noted(_, let kind) = reading {
                insert(problem(kind, field, column, found: ImportText.clean(cell.shownText), row.place), into: &row.problems)
            }
            if field == .municipality { row.municipality = id } else { byNumber = id }
        case .refused(let kind, let choices):
            if kind == .ambiguousMunicipality { row.placeCandidates = places.candidates(cell) }
            insert(problem(kind, field, column, found: ImportText.clean(cell.shownText), row.place, choices), into: &row.problems)
        }
    }

    /// Problems are said in the order of the columns, whenever they were found.
    private func insert(_ problem: RowProblem, into problems: inout [RowProblem]) {
        func column(_ problem: RowProblem) -> Int { mapping.columns.firstIndex { $0.letters == problem.columnLetters } ?? .max }
        problems.insert(problem, at: problems.firstIndex { column($0) > column(problem) } ?? problems.endIndex)
    }

    func settlePlace(_ row: inout ImportRow, _ byNumber: MunicipalityID?) {
        if let byNumber {
            let isOther =
                row.municipality.map { $0 != byNumber } ?? !(row.placeCandidates.isEmpty || row.placeCandidates.contains(byNumber))
            if isOther {
                row.problems.append(
                    problem(.municipalitiesDisagree, .municipality, mapping.column(of: .municipality), found: "", row.place))
            }
            row.municipality = byNumber
            // The number decides where the name alone would be two places.
            row.problems.removeAll { $0.kind == .ambiguousMunicipality && $0.field == .municipality }
        }
        if row.municipality == nil, !row.problems.contains(where: { $0.field?.nature == .place }) {
            row.municipality = mapping.municipality
        }
    }
}
