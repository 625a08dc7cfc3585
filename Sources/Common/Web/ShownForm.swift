import AlisDomain

/// A form as it is to be shown: what stands in its fields, what is wrong with them, and the status of the answer.
package struct ShownForm: Sendable {
    package var values: FormData
    package var problems: [FieldProblem]
    package var status: Int
    /// Somebody else was first: what is saved now has to be seen before it is sent again.
    package var isConflict: Bool { status == 409 }

    /// A form that is opened: its marks are its own, whatever the address says.
    package init(_ values: FormData = FormData()) {
        self.init(values.without(["_once", "_based"]), [], status: 200)
    }

    /// A form that comes back with what was typed.
    package init(_ values: FormData, _ problems: [FieldProblem], status: Int = 422) {
        self.values = values
        // A form that said nothing of what it was based on is not based on what is now: another's change is told before it is written over.
        if status == 422, !values.contains("_based") || values["_based"].isEmpty { self.values = values.setting("_based", to: "0") }
        self.problems = problems
        self.status = status
    }

    /// The same, for another's change: it is based on what is now, once that has been told.
    package static func conflict(_ typed: FormData, at field: String, with change: Change?) -> ShownForm {
        ShownForm(typed.without(["_based"]), [FieldProblem(field, CommonTexts.changedMeanwhile(change))], status: 409)
    }
}

extension WriteOutcome {
    /// The form to show again, with what was typed; nil when it is as was asked, now or since before.
    /// - Parameter field: where it is said that somebody else was first.
    package func again(_ typed: FormData, at field: String) -> ShownForm? {
        switch self {
        case .done, .nothingDifferent, .sentBefore: nil
        case .refused(let problems): ShownForm(typed, problems)
        case .conflict(_, let change): .conflict(typed, at: field, with: change)
        }
    }
}
