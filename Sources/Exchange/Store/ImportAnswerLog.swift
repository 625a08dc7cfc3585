import AlisDomain

/// The answers that have been given to a file's questions, as they are kept: the newest for each question.
package struct ImportAnswerLog: Sendable, Equatable {
    /// What an answer is about.
    package enum Subject: Hashable, Sendable {
        case row(RowReference, field: ImportField?, code: String)
        /// Every cell of a column with the same text.
        case everywhere(sheet: Int, field: ImportField, found: String)

        /// As it stands in a form and in the store.
        package var name: String {
            switch self {
            case .row(let place, let field, let code): "q.\(place.sheet).\(place.row).\(field?.rawValue ?? "-").\(code)"
            case .everywhere(let sheet, let field, let found): "e.\(sheet).\(field.rawValue).\(found)"
            }
        }

        package init?(name: String) {
            let parts = name.split(separator: ".", maxSplits: name.hasPrefix("q.") ? 4 : 3, omittingEmptySubsequences: false).map(
                String.init)
            switch (parts.first, parts.count) {
            case ("q", 5):
                guard let sheet = Int(parts[1]), let row = Int(parts[2]) else { return nil }
                self = .row(RowReference(sheet: sheet, row: row), field: ImportField(rawValue: parts[3]), code: parts[4])
            case ("e", 4):
                guard let sheet = Int(parts[1]), let field = ImportField(rawValue: parts[2]) else { return nil }
                self = .everywhere(sheet: sheet, field: field, found: parts[3])
            default: return nil
            }
        }
    }

    private var given: [Subject: ImportChoice] = [:]

    package init() {}

    package var isEmpty: Bool { given.isEmpty }
    package var count: Int { given.count }

    package mutating func give(_ choice: ImportChoice, to subject: Subject) { given[subject] = choice }

    /// Takes back all that has been said of one row.
    package mutating func forget(_ row: RowReference) {
        given = given.filter { if case .row(row, _, _) = $0.key { false } else { true } }
    }

    /// As the plan takes them.
    package var answers: ImportAnswers {
        var answers = ImportAnswers()
        for (subject, choice) in given {
            switch (subject, choice) {
            case (.row(let row, let field, let code), _): answers.answer(row: row, field: field, code: code, with: choice)
            case (.everywhere(let sheet, let field, let found), .value(let text)):
                answers.answerEverywhere(sheet: sheet, field: field, found: found, with: text)
            case (.everywhere, .accept): answers.isMonthFirst = true
            case (.everywhere, _): continue
            }
        }
        return answers
    }

    // MARK: As text

    package init(text: String) {
        for line in text.split(separator: "\n") {
            guard let pair = FormData(urlEncoded: line).pairs.first, let subject = Subject(name: pair.name),
                let choice = ImportChoice(code: pair.value)
            else { continue }
            given[subject] = choice
        }
    }

    package var text: String {
        given.map { FormData([(name: $0.key.name, value: $0.value.code)]).urlEncoded }.sorted().joined(separator: "\n")
    }
}

extension ImportChoice {
    /// As it stands in a form and in the store.
    package var code: String {
        switch self {
        case .value(let text): "v:\(text)"
        case .meaning(let field): "f:\(field.rawValue)"
        case .person(let id, label: _): "p:\(id.text)"
        case .newPerson: "ny"
        case .accept: "ja"
        case .leaveOut: "utelat"
        }
    }

    package init?(code: String) {
        switch code {
        case "ny": self = .newPerson
        case "ja": self = .accept
        case "utelat": self = .leaveOut
        default:
            if code.hasPrefix("v:") {
                self = .value(String(code.dropFirst(2).prefix(500)))
            } else if code.hasPrefix("f:"), let field = ImportField(rawValue: String(code.dropFirst(2))) {
                self = .meaning(field)
            } else if code.hasPrefix("p:"), let id = RecordID(code.dropFirst(2)) {
                self = .person(id, label: "")
            } else {
                return nil
            }
        }
    }
}
