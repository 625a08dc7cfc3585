import AlisDomain

/// What is wrong with one field of a form (*feltfeil*): shown in the summary on top and at the field.
package struct FieldProblem: Sendable, Equatable {
    package let field: String
    package let text: Text

    package init(_ field: String, _ text: Text) {
        self.field = field
        self.text = text
    }
}

/// The components of forms. A form shows what was typed again, with every problem at once. No field has a `maxlength`: a browser
/// cuts what is pasted without a word, while the reader says that it is too long and keeps it.
package enum Form {
    /// The hidden marks every form that changes something carries: where it came from, and that it is sent once.
    package static func mark(_ frame: Frame) -> Html {
        "<input type=\"hidden\" name=\"_mark\" value=\"\(frame.formMark)\">"
    }

    /// The same for a form that is carried out once, and only upon what whoever sends it has seen. A form that comes back with what was
    /// typed keeps the marks it was sent with: what somebody else has saved meanwhile is still told before it is written over.
    ///
    /// - Parameters:
    ///   - values: what stands in the form; empty for one that is only pressed.
    ///   - newest: the newest change of what the form is about; nil where it does not matter who was first.
    package static func marks(_ frame: Frame, _ values: FormData = FormData(), newest: ChangeNumber? = nil) -> Html {
        let once = values["_once"].isEmpty ? frame.newMark().text : values["_once"]
        let based = newest.map { values["_based"].isEmpty ? String($0) : values["_based"] }
        return """
            \(mark(frame))<input type="hidden" name="_once" value="\(once)">\
            \(based.map { "<input type=\"hidden\" name=\"_based\" value=\"\($0)\">" as Html } ?? .empty)
            """
    }

    /// The summary of problems; takes focus and links to each field.
    package static func errorSummary(_ problems: [FieldProblem], _ frame: Frame) -> Html {
        if problems.isEmpty { return .empty }
        let items = problems.map { "<li><a href=\"#\($0.field)\">\(frame[$0.text])</a></li>" as Html }
        return """
            <div class="errors" role="alert" tabindex="-1" id="feil"><h2>\(frame[CommonTexts.errorSummaryTitle])</h2><ul>\(items)</ul></div>
            """
    }

    private static func wrap(
        _ name: String, _ label: String, hint: String?, problems: [FieldProblem], _ frame: Frame, _ control: Html
    ) -> Html {
        let mine = problems.filter { $0.field == name }
        let error = mine.map { "<p class=\"error\" id=\"\(name)-feil\">\(frame[$0.text])</p>" as Html }
        return """
            <div class="field\(mine.isEmpty ? "" : " wrong")"><label for="\(name)">\(label)</label>\
            \(hint.map { "<p class=\"hint\" id=\"\(name)-hint\">\($0)</p>" as Html })\(error)\(control)</div>
            """
    }

    private static func described(_ name: String, hint: String?, problems: [FieldProblem]) -> Html {
        var ids: [String] = []
        if hint != nil { ids.append("\(name)-hint") }
        if problems.contains(where: { $0.field == name }) { ids.append("\(name)-feil") }
        if ids.isEmpty { return .empty }
        return "aria-describedby=\"\(ids.joined(separator: " "))\"\(flag: " aria-invalid=\"true\"", ids.last == "\(name)-feil")"
    }

    /// A one-line text field.
    package static func text(
        _ name: String, _ label: String, value: String, hint: String? = nil, problems: [FieldProblem] = [], width: Int? = nil,
        type: String = "text", autocomplete: String = "off", isRequired: Bool = false, _ frame: Frame
    ) -> Html {
        let size = width.map { "size=\"\($0)\" class=\"sized\"" as Html } ?? .empty
        return wrap(
            name, label, hint: hint, problems: problems, frame,
            """
            <input id="\(name)" name="\(name)" type="\(type)" value="\(value)" autocomplete="\(autocomplete)" \(size) \
            \(flag: "required", isRequired) \(described(name, hint: hint, problems: problems))>
            """)
    }

    /// A field of several lines.
    package static func area(
        _ name: String, _ label: String, value: String, hint: String? = nil, problems: [FieldProblem] = [], rows: Int = 4, _ frame: Frame
    ) -> Html {
        wrap(
            name, label, hint: hint, problems: problems, frame,
            """
            <textarea id="\(name)" name="\(name)" rows="\(rows)" \(described(name, hint: hint, problems: problems))>\
            \(value)</textarea>
            """)
    }

    /// What has been filled in, as fields nobody sees: a form that asks something sends on what another one holds.
    package static func hidden(_ fields: FormData) -> [Html] {
        fields.pairs.map { "<input type=\"hidden\" name=\"\($0.name)\" value=\"\($0.value)\">" }
    }

    /// A choice from a list; what no choice means comes first, and is called `any` where it is none of the options.
    package static func select(
        _ name: String, _ label: String, value: String, any: String? = nil, options: [(value: String, text: String)], hint: String? = nil,
        problems: [FieldProblem] = [], _ frame: Frame
    ) -> Html {
        let choices = Html.each(any == nil ? 0..<options.count : -1..<options.count) { index, html in
            let option = index < 0 ? (value: "", text: any ?? "") : options[index]
            html.appendLiteral("<option value=\"")
            html.appendInterpolation(option.value)
            html.appendLiteral("\" ")
            html.appendInterpolation(flag: "selected", option.value == value)
            html.appendLiteral(">")
            html.appendInterpolation(option.text)
            html.appendLiteral("</option>")
        }
        return wrap(
            name, label, hint: hint, problems: problems, frame,
            """
            <select id="\(name)" name="\(name)" \(described(name, hint: hint, problems: problems))>\(choices)</select>
            """)
    }

    /// Radio buttons for a few choices that should be seen at once.
    package static func radios(
        _ name: String, _ legend: String, value: String, options: [(value: String, text: String)], hint: String? = nil,
        problems: [FieldProblem] = [], _ frame: Frame
    ) -> Html {
        let mine = problems.filter { $0.field == name }
        let buttons = options.enumerated().map { index, option -> Html in
            let id = index == 0 ? name : "\(name)-\(index)"
            return """
                <label class="radio"><input type="radio" id="\(id)" name="\(name)" value="\(option.value)" \
                \(flag: "checked", option.value == value)> \(option.text)</label>
                """
        }
        return """
            <fieldset class="field\(mine.isEmpty ? "" : " wrong")"><legend>\(legend)</legend>\
            \(hint.map { "<p class=\"hint\">\($0)</p>" as Html })\
            \(mine.map { "<p class=\"error\" id=\"\(name)-feil\">\(frame[$0.text])</p>" as Html })\(buttons)</fieldset>
            """
    }

    /// The save button and the way back.
    package static func buttons(_ save: String, cancel: String, _ frame: Frame) -> Html {
        "<p class=\"acts\"><button class=\"btn\">\(save)</button><a class=\"btn quiet\" href=\"\(cancel)\">\(frame[CommonTexts.cancel])</a></p>"
    }
}
