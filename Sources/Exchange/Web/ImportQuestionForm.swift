import AlisDomain

/// Problems and questions, with the answers that can be given on the spot.
enum ImportQuestionForm {
    static func html(_ questions: [ImportQuestion], _ opened: RegisterFile.Opened, query: FormData, _ frame: Frame) -> Html {
        let heading: Html = "<h2>\(frame[ImportPageTexts.waitingTitle(questions.count)])</h2>"
        let answers = ImportAnswerLog(text: opened.file.answers)
        let action = FileAddresses.register.answers(opened.file.id)
        let forget: Html =
            answers.isEmpty
            ? .empty
            : """
            <form class="inline" method="post" action="\(action)">\(Form.mark(frame))\
            <input type="hidden" name="glem" value="alt"><span>\(frame[ImportPageTexts.answerCount(answers.count)])</span> \
            <button class="link">\(frame[ImportPageTexts.forgetAll])</button></form>
            """
        if questions.isEmpty { return forget.isEmpty ? .empty : "<section id=\"venter\">\(forget)</section>" }
        let page = ImportPager(total: questions.count, name: "venter", query: query)
        let items = questions[page.range].enumerated().map { item($1, id: "s\(page.range.lowerBound + $0)", opened, frame) }
        let save: Html = "<p class=\"acts\"><button class=\"btn quiet\">\(frame[ImportPageTexts.saveAnswers])</button></p>"
        return """
            <section id="venter">\(heading)<p class="note">\(frame[ImportPageTexts.waitingText])</p>\(forget)
            <form method="post" action="\(action)">\(Form.mark(frame))\
            \(page.range.count > 10 ? save : .empty)<ol class="questions" start="\(page.range.lowerBound + 1)">\(items)</ol>\(save)</form>\
            \(page.links(frame))</section>
            """
    }

    private static func item(_ question: ImportQuestion, id: String, _ opened: RegisterFile.Opened, _ frame: Frame) -> Html {
        let problem = question.problem
        let line = frame[opened.texts.line(problem)]
        let several = opened.work.mapping.sheets.count(where: \.isRead) > 1
        let sheet = several ? "\(problem.sheetName) · " : ""
        let who = question.isShared ? "" : question.name.isEmpty ? "" : " (\(question.name))"
        let also: Html = question.isShared ? "<p class=\"note\">\(frame[ImportPageTexts.alsoIn(question.rows.map(\.row))])</p>" : .empty
        let mark: Html = problem.severity == .stops ? "stops" : "asks"
        let said: Html = "\(sheet)<b>\(line)</b>\(who)"
        if problem.kind == .leftOut {
            return """
                <li class="\(mark)"><p>\(said)</p>\
                <button class="btn quiet small" name="glem" value="\(problem.place.sheet).\(problem.place.row)">\
                \(frame[ImportPageTexts.takeAlong])\
                <span class="hidden-visually"> \(frame[FileTexts.row]) \(problem.place.row)</span></button></li>
                """
        }
        let name = question.subject.name
        if problem.choices.count == 1, case .value(let text) = problem.choices[0], problem.severity == .stops {
            let click = FormData([(name: name, value: problem.choices[0].code)]).urlEncoded
            return """
                <li class="\(mark)"><p>\(said)</p>\(also)<p class="acts"><button class="btn quiet small" name="klikk" value="\(click)">\
                \(frame[ImportPageTexts.yes(text)])</button></p>\(other(question, id, name, frame))</li>
                """
        }
        let radios = problem.choices.filter { !question.isShared || isForMany($0, problem.kind) }.map { choice -> Html in
            """
            <label class="radio"><input type="radio" name="\(name)" value="\(code(choice, problem, opened.known))"> \
            \(frame[opened.texts.choice(choice, for: problem.kind)])</label>
            """
        }
        let others: Html =
            question.otherRows.isEmpty
            ? .empty
            : "<input type=\"hidden\" name=\"ogsa.\(name)\" value=\"\(question.otherRows.map { String($0.row) }.joined(separator: ","))\">"
        if radios.isEmpty { return "<li class=\"\(mark)\"><p>\(said)</p>\(others)\(also)\(other(question, id, name, frame))</li>" }
        return """
            <li class="\(mark)"><fieldset class="field"><legend>\(said)</legend>\(others)\(also)\(radios)</fieldset>\
            \(other(question, id, name, frame))</li>
            """
    }

    /// Which choices may be made for many rows at once: what is to be read, and to do without what is not said.
    private static func isForMany(_ choice: ImportChoice, _ kind: RowProblem.Kind) -> Bool {
        switch (choice, kind) {
        case (.value, _), (.meaning, _), (.accept, .notSaid), (.accept, .dayOrMonthFirst): true
        default: false
        }
    }

    /// A person whom only the file knows gets another identity each time; a yes to the only one does as well.
    private static func code(_ choice: ImportChoice, _ problem: RowProblem, _ known: Set<RecordID>) -> String {
        guard case .person(let id, label: _) = choice, !known.contains(id) else { return choice.code }
        let persons = problem.choices.count { if case .person = $0 { true } else { false } }
        return persons == 1 ? ImportChoice.accept.code : choice.code
    }

    /// The right text, written here instead of in the sheet.
    private static func other(_ question: ImportQuestion, _ id: String, _ name: String, _ frame: Frame) -> Html {
        guard question.takesText else { return .empty }
        let isOther = question.problem.choices.contains { if case .value = $0 { true } else { false } }
        let label = isOther ? ImportPageTexts.writeOther : ImportPageTexts.writeRight
        return """
            <p class="inline"><label for="\(id)">\(frame[label])\
            <span class="hidden-visually"> \(frame[FileTexts.row]) \(question.problem.place.row)</span></label>\
            <input id="\(id)" name="t.\(name)" maxlength="200" autocomplete="off" size="24" class="sized"></p>
            """
    }

    /// Takes in the answers of a form.
    static func read(_ form: FormData, into answers: inout ImportAnswerLog) {
        for (name, value) in form.pairs {
            if name == "glem" {
                if value == "alt" { answers = ImportAnswerLog() }
                let parts = value.split(separator: ".").compactMap { Int($0) }
                if parts.count == 2 { answers.forget(RowReference(sheet: parts[0], row: parts[1])) }
            } else if name == "klikk" {
                if let pair = FormData(urlEncoded: value).pairs.first { give(pair.name, pair.value, &answers) }
            } else if name.hasPrefix("t.") {
                let text = ImportText.clean(value)
                if !text.isEmpty {
                    giveAll(String(name.dropFirst(2)), ImportChoice.value(text).code, form, &answers)
                }
            } else {
                giveAll(name, value, form, &answers)
            }
        }
    }

    /// Gives an answer to its question, and to the other rows that were asked about together with it.
    private static func giveAll(_ name: String, _ value: String, _ form: FormData, _ answers: inout ImportAnswerLog) {
        give(name, value, &answers)
        guard let others = form.raw("ogsa.\(name)"), case .row(let place, let field, let code)? = ImportAnswerLog.Subject(name: name)
        else { return }
        for row in others.split(separator: ",").compactMap({ Int($0) }) {
            let subject = ImportAnswerLog.Subject.row(RowReference(sheet: place.sheet, row: row), field: field, code: code)
            give(subject.name, value, &answers)
        }
    }

    private static func give(_ name: String, _ value: String, _ answers: inout ImportAnswerLog) {
        guard answers.count < 20_000, let subject = ImportAnswerLog.Subject(name: name), let choice = ImportChoice(code: value) else {
            return
        }
        // What must not stand in the sheet must not come in by an answer either: the question stays.
        if case .value(let text) = choice, ImportIdentityNumber.isOne(.text(text)) { return }
        if case .everywhere(_, _, let found) = subject, ImportIdentityNumber.isOne(.text(found)) { return }
        answers.give(choice, to: subject)
    }
}
