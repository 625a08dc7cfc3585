import AlisDomain

/// The form in which someone says whose turn it is to coordinate.
struct TurnForm: Sendable {
    static let unknown = "ukjent"

    let typed: FormData
    private(set) var problems: [FieldProblem] = []
    /// What was meant, when nothing is wrong; the office is nil when it is not known.
    private(set) var turn: (office: OfficeCode?, period: Period)?

    /// As it is to be shown.
    init(_ shown: ShownForm = ShownForm()) { (typed, problems) = (shown.values, shown.problems) }

    init(_ form: FormData, reference: ReferenceData) {
        typed = form
        let office = OfficeCode(form["kontor"])
        let opened = reference.offices.filter { $0.value.code == office }
        if form["kontor"] != Self.unknown {
            if office == nil {
                problems.append(FieldProblem("kontor", ReferenceTexts.chooseOffice))
            } else if opened.isEmpty {
                problems.append(FieldProblem("kontor", ReferenceTexts.unknownOffice))
            }
        }
        let from = day("fra", isRequired: true)
        let last = day("til", isRequired: false)
        if form["grunn"].isEmpty { problems.append(FieldProblem("grunn", ReferenceTexts.missingReason)) }
        guard let from else { return }
        guard let period = Period(from: from, to: last.map { $0.adding(days: 1) }) else {
            problems.append(FieldProblem("til", ReferenceTexts.turnedRound))
            return
        }
        if let first = opened.map(\.period.from).min(), first > from, let name = opened.last?.value.name {
            problems.append(FieldProblem("fra", ReferenceTexts.officeNotOpen(name)))
        }
        if problems.isEmpty { turn = (office, period) }
    }

    private mutating func day(_ field: String, isRequired: Bool) -> CalendarDay? {
        let text = typed[field]
        if text.isEmpty {
            if isRequired { problems.append(FieldProblem(field, ReferenceTexts.missingDay)) }
            return nil
        }
        let day = CalendarDay(typed: text)
        if day == nil { problems.append(FieldProblem(field, OverviewTexts.noSuchDay(text))) }
        return day
    }

    mutating func add(_ problem: FieldProblem) { problems.append(problem) }

    func html(_ view: RegisterView, newest: ChangeNumber, _ frame: Frame) -> Html {
        let offices = view.reference.offices(on: frame.today).map { ($0.code.code, $0.name) }
        return """
            \(ReferencePages.crumb(frame))<div class="narrow"><h1>\(frame[ReferenceTexts.setTurn])</h1>
            <p class="lede">\(frame[ReferenceTexts.setTurnLede])</p>\(Form.errorSummary(problems, frame))
            <form method="post" action="\(Addresses.turn())">\(Form.marks(frame, typed, newest: newest))
            \(Form.select("kontor", frame[ReferenceTexts.turns], value: typed["kontor"], options: [("", frame[ReferenceTexts.choose])] + offices + [(Self.unknown, frame[ReferenceTexts.notKnown])], problems: problems, frame))
            <div class="pair">\(Form.text("fra", frame[ReferenceTexts.from], value: typed["fra"], problems: problems, type: "date", frame))\
            \(Form.text("til", frame[ReferenceTexts.to], value: typed["til"], hint: frame[ReferenceTexts.openHint], problems: problems, type: "date", frame))</div>
            \(Form.text("grunn", frame[ReferenceTexts.reason], value: typed["grunn"], hint: frame[ReferenceTexts.reasonHint], problems: problems, frame))
            \(Form.buttons(frame[CommonTexts.save], cancel: Addresses.reference(), frame))</form></div>
            """
    }
}
