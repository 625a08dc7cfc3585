import AlisDomain

/// Who has looked through the plan, what they said, and the form for doing it oneself.
struct PlanReviews {
    let opened: PlanDesk.Opened
    let frame: Frame
    let once: String
    var values = FormData()
    var problems: [FieldProblem] = []

    /// What the viewer may say: the doctor and the office revise and comment; only the municipality decides.
    static func choices(_ opened: PlanDesk.Opened) -> [PlanReview.Kind] {
        guard opened.mayEdit else { return [] }
        return opened.mayApprove ? [.revised, .approved, .returned, .comment] : [.revised, .comment]
    }

    func html() -> Html {
        let items = opened.file.reviews.map { version -> Html in
            let note: Html = version.value.note.isEmpty ? .empty : "<p>\(version.value.note)</p>"
            return """
                <li><b>\(frame[PlanTexts.name(version.value.kind)])</b> \(version.period.from.norwegian), \(version.value.personName)\(note)</li>
                """
        }
        let list: Html = items.isEmpty ? "<p class=\"empty\">\(frame[PlanTexts.noReviews])</p>" : "<ul class=\"history\">\(items)</ul>"
        return "<section id=\"gjennomgang\"><h2>\(frame[PlanTexts.reviews])</h2>\(list)\(form)</section>"
    }

    private var form: Html {
        let choices = Self.choices(opened)
        if choices.isEmpty { return .empty }
        let note: Html = opened.mayApprove ? .empty : "<p class=\"note\">\(frame[PlanTexts.onlyMunicipality])</p>"
        let options = choices.map { (value: $0.rawValue, text: frame[PlanTexts.name($0)]) }
        let value = values["slag"].isEmpty ? PlanReview.Kind.revised.rawValue : values["slag"]
        return """
            <details\(flag: " open", !problems.isEmpty)><summary>\(frame[PlanTexts.reviewKind])</summary>\(Form.errorSummary(problems, frame))
            <form method="post" action="\(opened.path)/gjennomgang" novalidate>\(Form.mark(frame))\(Form.once(once))\(Form.basedOn(max(opened.file.lastChange, opened.record.record.lastChange)))
            \(Form.radios("slag", frame[PlanTexts.reviewKind], value: value, options: options, problems: problems, frame))
            \(Form.area("merknad", frame[PlanTexts.reviewNote], value: values["merknad"], hint: frame[PlanTexts.reviewNoteHint], problems: problems, frame))
            <p class="acts"><button class="btn">\(frame[CommonTexts.save])</button></p></form>\(note)</details>
            """
    }
}
