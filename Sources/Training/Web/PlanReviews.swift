import AlisDomain

/// Who has looked through the plan, what they said, and the form for doing it oneself.
struct PlanReviews {
    let opened: PlanDesk.Opened
    let frame: Frame
    let since: PlanSince?
    var values = FormData()
    var problems: [FieldProblem] = []

    /// What the viewer may say: the doctor and the office revise and comment; only the municipality decides.
    static func choices(_ opened: PlanDesk.Opened) -> [PlanReview.Kind] {
        if opened.isSupervisor { return [.comment] }
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
        return
            "<section id=\"gjennomgang\"><h2>\(frame[PlanTexts.reviews])</h2>\(opened.end == nil ? changes : .empty)\(list)\(opened.end == nil ? form : .empty)</section>"
    }

    /// What has changed since the last time, and by when it is to be done again.
    private var changes: Html {
        guard let since else { return .empty }
        let next: Html =
            opened.file.record.map { record in
                record.isOverdue(on: frame.today) ? .empty : "<p class=\"note\">\(frame[PlanSinceTexts.due(record.dueOn)])</p>"
            } ?? .empty
        return """
            <p class="since">\(since.summary(frame.language)) <a href="\(Addresses.planChanges(opened.id))">\(frame[PlanSinceTexts.see])</a></p>\(next)
            """
    }

    /// That the yearly revision is due or overdue, with the day, and what to do about it; nothing when it is neither.
    static func due(_ opened: PlanDesk.Opened, _ frame: Frame) -> Html {
        guard let record = opened.file.record, record.isOverdue(on: frame.today) || record.isDueSoon(on: frame.today) else { return .empty }
        let text = record.isOverdue(on: frame.today) ? PlanSinceTexts.overdue(record.dueOn) : PlanSinceTexts.due(record.dueOn)
        let acts: Html =
            opened.mayEdit
            ? """
            <a href="#gjennomgang">\(frame[PlanSinceTexts.lookThrough])</a> · \
            <a href="\(Addresses.planReminder(opened.id))">\(frame[PlanSinceTexts.reminder])</a>
            """ : .empty
        return "<p class=\"next-plain\">\(frame[text]) \(acts)</p>"
    }

    /// That the plan waits for the municipality, and why; told to those who may change it or decide.
    static func waiting(_ wait: ApprovalWait?, _ opened: PlanDesk.Opened, _ frame: Frame) -> Html {
        guard let wait, opened.mayEdit else { return .empty }
        let act: Html = opened.mayApprove ? " <a href=\"#gjennomgang\">\(frame[PlanSinceTexts.decide])</a>" : .empty
        return "<p class=\"next-plain\">\(frame[PlanSinceTexts.waiting]) \(PlanSinceTexts.waits(wait)[frame.language]).\(act)</p>"
    }

    private var form: Html {
        let choices = Self.choices(opened)
        if choices.isEmpty { return .empty }
        let note: Html = opened.mayApprove ? .empty : "<p class=\"note\">\(frame[PlanTexts.onlyMunicipality])</p>"
        let what =
            opened.isSupervisor
            ? PlanSinceTexts.writeComment : opened.mayApprove ? PlanTexts.reviewAsMunicipality : PlanTexts.reviewAsEditor
        let options = choices.map { (value: $0.rawValue, text: frame[PlanTexts.name($0)]) }
        let value = values["slag"].isEmpty ? choices[0].rawValue : values["slag"]
        let kind: Html =
            choices.count == 1
            ? "<input type=\"hidden\" name=\"slag\" value=\"\(value)\">"
            : Form.radios("slag", frame[PlanTexts.reviewKind], value: value, options: options, problems: problems, frame)
        return """
            <details\(flag: " open", !problems.isEmpty)><summary>\(frame[what])</summary>\(Form.errorSummary(problems, frame))
            <form method="post" action="\(Addresses.planReview(opened.id))" novalidate>\(Form.marks(frame, values, newest: opened.lastChange))
            \(kind)
            \(Form.area("merknad", frame[PlanTexts.reviewNote], value: values["merknad"], hint: frame[PlanTexts.reviewNoteHint], problems: problems, frame))
            <p class="acts"><button class="btn">\(frame[CommonTexts.save])</button></p></form>\(note)</details>
            """
    }
}
