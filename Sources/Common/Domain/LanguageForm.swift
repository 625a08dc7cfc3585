/// The two forms of written Norwegian (*målform*): everything on screen exists in both.
package enum LanguageForm: String, CaseIterable, Sendable {
    case bokmal = "nb"
    case nynorsk = "nn"
}

/// A text in both forms. Neither can be left out, so a missing translation does not compile (docs/decisions/0003).
package struct Text: Hashable, Sendable {
    package let nb: String
    package let nn: String

    package init(_ nb: String, nn: String) {
        self.nb = nb
        self.nn = nn
    }

    /// The same in both forms: names, numbers, codes.
    package init(same text: String) {
        nb = text
        nn = text
    }

    package subscript(form: LanguageForm) -> String { form == .nynorsk ? nn : nb }
}
