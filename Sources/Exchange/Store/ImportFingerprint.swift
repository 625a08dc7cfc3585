import AlisDomain
import Crypto

extension ImportPlan {
    /// A short mark of what the plan would do, so that what is accepted is what was shown: it is another when the register, or the
    /// file's reading, has become another meanwhile.
    package var fingerprint: String {
        var hash = SHA256()
        func add(_ text: String) { hash.update(data: Array(text.utf8) + [0]) }
        for row in rows {
            add("\(row.place.sheet) \(row.place.row)")
            switch row.outcome {
            case .add(let changes), .change(let changes):
                if case .change = row.outcome { add(row.trainee?.text ?? "") }
                add("\(row.operations.count)")
                for change in changes {
                    add(change.field.rawValue)
                    add(change.old.mark)
                    add(change.new.mark)
                }
            case .unchanged: add("unchanged")
            case .blocked: add("blocked")
            case .question: add("question")
            case .passedOver: add("passed")
            }
        }
        return hash.finalize().prefix(16).map { String($0, radix: 36) }.joined(separator: ".")
    }
}

extension ImportValue {
    fileprivate var mark: String {
        switch self {
        case .nothing: "-"
        case .text(let text): "t\(text)"
        case .day(let day): "d\(day.number)"
        case .percent(let percent): "p\(percent.hundredths)"
        case .scheme(let scheme): "s\(scheme.rawValue)"
        case .specialty(let specialty): "y\(specialty.rawValue)"
        case .standing(let standing): "g\(standing.code)"
        case .form(let form): "f\(form.rawValue)"
        case .absence(let kind): "a\(kind.rawValue)"
        case .municipality(let id): "m\(id.key)"
        case .halfYear(let half): "h\(half.code)"
        case .months(let months): "n\(months)"
        case .trust(let code, let department): "r\(code.code) \(department)"
        }
    }
}
