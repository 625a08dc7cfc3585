import AlisDomain

/// Something that keeps rows waiting, as it is shown: one problem of one row, or the same cell text in several rows.
struct ImportQuestion {
    let problem: RowProblem
    /// The person's name as the file has it.
    let name: String
    /// All rows with it, the problem's own among them.
    private(set) var rows: [RowReference]

    var isShared: Bool { rows.count > 1 }

    var subject: ImportAnswerLog.Subject {
        if isShared, let field = problem.field { return .everywhere(sheet: problem.place.sheet, field: field, found: problem.found) }
        return .row(problem.place, field: problem.field, code: problem.kind.code)
    }

    private struct Key: Hashable {
        let sheet: Int
        let field: ImportField
        let found: String
        let kind: RowProblem.Kind
    }

    /// In the file's order; problems of the same text in the same column are one.
    static func all(in plan: ImportPlan) -> [ImportQuestion] {
        var questions: [ImportQuestion] = []
        var places: [Key: Int] = [:]
        for row in plan.rows where row.outcome == .blocked || row.outcome == .question {
            for problem in row.problems where problem.severity != .notice {
                if isOfText(problem), let field = problem.field {
                    let key = Key(sheet: row.place.sheet, field: field, found: problem.found, kind: problem.kind)
                    if let place = places[key] {
                        questions[place].rows.append(row.place)
                        continue
                    }
                    places[key] = questions.count
                }
                questions.append(ImportQuestion(problem: problem, name: row.name, rows: [row.place]))
            }
        }
        return questions
    }

    /// About what stands in a cell, so that one answer does for all cells alike.
    private static func isOfText(_ problem: RowProblem) -> Bool {
        guard !problem.found.isEmpty, problem.field != nil else { return false }
        switch problem.kind {
        case .unknownWord, .unknownMunicipality, .ambiguousMunicipality, .unknownTrust, .ambiguousTrust, .percentOrFraction, .dayIncomplete,
            .dayOrMonthFirst, .unreadableHalfYear, .unreadablePercent, .dayDoesNotExist, .unreadableDay, .dayWithoutYear:
            return true
        default: return false
        }
    }

    /// Whether another text can be given for the cell here and now.
    var takesText: Bool {
        guard problem.field != nil, problem.severity == .stops else { return false }
        switch problem.kind {
        case .nationalIdentityNumber, .outsideScope, .sameEngagement, .rowsDisagree, .startAfterHistory, .leftOut, .endBeforeStart,
            .schemeAndConversionDisagree, .municipalitiesDisagree:
            return false
        default: return true
        }
    }
}
