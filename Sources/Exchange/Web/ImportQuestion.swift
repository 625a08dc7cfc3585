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
        if isShared, !problem.found.isEmpty, let field = problem.field {
            return .everywhere(sheet: problem.place.sheet, field: field, found: problem.found)
        }
        return .row(problem.place, field: problem.field, code: problem.kind.code)
    }

    /// The rows that are answered one by one, though they are asked about together.
    var otherRows: [RowReference] {
        if case .row = subject, isShared { rows.filter { $0 != problem.place } } else { [] }
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
            for problem in row.problems where problem.severity != .notice && !isEcho(problem, in: row) {
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
        return joined(questions)
    }

    /// "Missing" said of a cell that is there and is already asked about.
    private static func isEcho(_ problem: RowProblem, in row: PlannedRow) -> Bool {
        guard case .notSaid(let field) = problem.kind else { return false }
        return row.problems.contains { $0.field == field && $0.kind != problem.kind && $0.severity != .notice }
    }

    /// What a whole column leaves unsaid is asked once when there are many rows: the answer is given to each of them.
    private static func joined(_ questions: [ImportQuestion]) -> [ImportQuestion] {
        func key(_ question: ImportQuestion) -> Key? {
            switch question.problem.kind {
            case .notSaid(let field):
                Key(sheet: question.problem.place.sheet, field: field, found: "", kind: question.problem.kind)
            case .startOfWhat:
                Key(sheet: question.problem.place.sheet, field: .started, found: "", kind: .startOfWhat(registered: nil))
            default: nil
            }
        }
        let groups = Dictionary(grouping: questions.filter { key($0) != nil }, by: key).filter { $0.value.count > fewRows }
        var met: Set<Key> = []
        return questions.compactMap { question in
            guard let key = key(question), let group = groups[key] else { return question }
            guard met.insert(key).inserted else { return nil }
            // What can be answered for all is what is offered in each of them.
            let shared = group.map { Set($0.problem.choices) }.reduce(Set(question.problem.choices)) { $0.intersection($1) }
            let problem = RowProblem(
                place: question.problem.place, sheetName: question.problem.sheetName, field: key.field, kind: key.kind,
                choices: question.problem.choices.filter(shared.contains))
            return ImportQuestion(problem: problem, name: "", rows: group.flatMap(\.rows))
        }
    }

    private static let fewRows = 6

    /// About what stands in a cell, so that one answer does for all cells alike.
    private static func isOfText(_ problem: RowProblem) -> Bool {
        guard !problem.found.isEmpty, problem.field != nil else { return false }
        switch problem.kind {
        case .unknownWord, .unknownMunicipality, .ambiguousMunicipality, .unknownTrust, .ambiguousTrust, .trustAndMore, .percentOrFraction,
            .dayIncomplete,
            .dayOrMonthFirst, .unreadableHalfYear, .unreadablePercent, .dayDoesNotExist, .unreadableDay, .dayWithoutYear:
            return true
        default: return false
        }
    }

    /// Whether another text can be given for the cell here and now.
    var takesText: Bool {
        guard problem.field != nil else { return false }
        switch problem.kind {
        // Words of absence are chosen and never written: they could say why.
        case .notSaid(.absence): return false
        // Of the readings none may be what was meant, and what is not said may be anything.
        case .percentOrFraction, .dayIncomplete, .dayOrMonthFirst, .ambiguousMunicipality, .ambiguousTrust, .trustAndMore, .notSaid,
            .conversionDayNotSaid,
            .startsFarAhead:
            return true
        // The scheme is one of two and is chosen; a start is written.
        case .oldSchemeStartedLate: return problem.field == .trainingStart
        // The day of the conversion.
        case .newSchemeTooEarly: return true
        // The day of a conversion; the other way there is none.
        case .schemeChanged(_, let to): return to == .new
        default: break
        }
        guard problem.severity == .stops else { return false }
        switch problem.kind {
        case .outsideScope, .needsLeave, .sameEngagement, .rowsDisagree, .startAfterHistory, .leftOut, .endBeforeStart,
            .schemeAndConversionDisagree, .municipalitiesDisagree:
            return false
        default: return true
        }
    }
}
