import AlisDomain

/// One gathering: what it is, the viewer's own place, and the list as far as she may see the names.
struct GatheringPage {
    let id: RecordID
    let gathering: Gathering
    let roster: GatheringRoster
    let scope: SupervisionScope
    let me: GatheringSignUp.Participant?
    let holds: Bool
    let based: ChangeNumber
    let frame: Frame
    /// Attendance that could not be saved as it was typed.
    var typed: FormData?
    var problems: [FieldProblem] = []

    func html() -> Html {
        let edit: Html = holds ? "<a class=\"btn quiet\" href=\"\(Addresses.gatheringFacts(id))\">\(frame[CommonTexts.change])</a>" : .empty
        let facts: [(Text, Html)] = [
            (GatheringTexts.kind, "\(frame[GatheringTexts.name(gathering.kind)])"),
            (GatheringTexts.when, "\(gathering.days)"),
            (GatheringTexts.place, "\(gathering.place)\(gathering.isDigital ? " (\(frame[SupervisionTexts.digital]))" : "")"),
            (GatheringTexts.hours, "\(gathering.hours)"), (GatheringTexts.places, "\(gathering.places)"),
            (GatheringTexts.free, "\(roster.free)"),
            (GatheringTexts.waiting, "\(roster.waiting.count)"),
        ]
        return """
            <p class="crumb"><a href="\(Addresses.gatherings())">\(frame[GatheringTexts.title])</a></p>
            <div class="head"><div><h1>\(gathering.title)</h1></div><p class="acts">\(edit)</p></div>
            \(Form.errorSummary(problems, frame))\(own)<dl class="facts">\(facts.map { "<dt>\(frame[$0.0])</dt><dd>\($0.1)</dd>" as Html })</dl>
            \(gathering.note.isEmpty ? .empty : "<p>\(gathering.note)</p>" as Html)
            \(scope.isWriter ? lists : .empty)\(holds ? people : .empty)
            """
    }

    /// The forms that put people on the list and take them off.
    private var people: Html {
        func form(
            _ address: Address<RecordID>, _ field: String, _ label: Text, _ options: [(value: String, text: String)], hint: String,
            _ button: Text
        ) -> Html {
            """
            <form method="post" action="\(address(id))" novalidate>\(Form.marks(frame))\
            \(Form.select(field, frame[label], value: typed?[field] ?? "", options: [("", "–")] + options, hint: hint, problems: problems, frame))\
            <button class="btn quiet">\(frame[button])</button></form>
            """
        }
        let listed = roster.attending + roster.waiting
        let taken = Set(listed.map(\.signUp.participant))
        let others = GatheringPeopleRoutes.choices(scope, gathering).filter { !taken.contains($0.participant) }
            .map { (value: $0.participant.code, text: $0.label) }
        let add = form(
            Addresses.gatheringPeople, "deltaker", GatheringTexts.putOn, others, hint: frame[GatheringTexts.putOnHint], GatheringTexts.putOn
        )
        let remove: Html =
            listed.isEmpty
            ? .empty
            : form(
                Addresses.gatheringPeopleRemoval, "fjern", GatheringTexts.takeOff, listed.map { ($0.id.text, name($0)) }, hint: "",
                GatheringTexts.takeOff)
        return "<section id=\"deltakere\"><h2>\(frame[GatheringTexts.people])</h2>\(add)\(remove)</section>"
    }

    private var own: Html {
        guard let me else { return .empty }
        if gathering.last < frame.today { return "<p class=\"note\">\(frame[GatheringTexts.over])</p>" }
        func form(_ address: Address<RecordID>, _ text: Text, isQuiet: Bool) -> Html {
            """
            <form method="post" action="\(address(id))">\(Form.marks(frame))\
            <button class="btn\(isQuiet ? " quiet" : "")">\(frame[text])</button></form>
            """
        }
        if let number = roster.waitingNumber(of: me) {
            return
                "<div class=\"next\"><p>\(frame[GatheringTexts.youWait(number)])</p>\(form(Addresses.signOff, GatheringTexts.signOff, isQuiet: true))</div>"
        }
        if let entry = roster.entry(of: me) {
            if let minutes = entry.signUp.attendedMinutes, minutes > 0 {
                return
                    "<div class=\"next\"><p>\(frame[GatheringTexts.youAreIn])</p><p class=\"note\">\(frame[GatheringTexts.youHaveAttended(minutes)])</p></div>"
            }
            return
                "<div class=\"next\"><p>\(frame[GatheringTexts.youAreIn])</p>\(form(Addresses.signOff, GatheringTexts.signOff, isQuiet: true))</div>"
        }
        return form(Addresses.signUp, roster.free > 0 ? GatheringTexts.signUp : GatheringTexts.signUpWaiting, isQuiet: false)
    }

    private func name(_ entry: GatheringRoster.Entry) -> String {
        let isSeen: Bool
        switch entry.signUp.participant {
        case .trainee(let id): isSeen = scope.view.register.index.ordinal(of: id).map { scope.sees($0) } ?? false
        case .supervisor(let id): isSeen = scope.sees(supervisor: id)
        }
        return isSeen ? entry.signUp.name : frame[GatheringTexts.somebody]
    }

    private var lists: Html {
        let waiting = roster.waiting.map { "<li>\(name($0))</li>" as Html }
        let queue: Html = waiting.isEmpty ? .empty : "<section><h2>\(frame[GatheringTexts.waiting])</h2><ol>\(waiting)</ol></section>"
        if roster.attending.isEmpty { return queue }
        guard holds else {
            return
                "<section><h2>\(frame[GatheringTexts.attending])</h2><ol>\(roster.attending.map { "<li>\(name($0))</li>" as Html })</ol></section>"
                + queue
        }
        func attended(_ entry: GatheringRoster.Entry) -> Html {
            let field = "timer-\(entry.id.text)"
            let value = typed?.raw(field) ?? entry.signUp.attendedMinutes.map { HoursText.hours($0) } ?? ""
            let mine = problems.filter { $0.field == field }
            let errors = mine.map { "<p class=\"error\" id=\"\(field)-feil\">\(frame[$0.text])</p>" as Html }
            let said: Html = mine.isEmpty ? .empty : "aria-invalid=\"true\" aria-describedby=\"\(field)-feil\""
            return "\(errors)<input id=\"\(field)\" name=\"\(field)\" value=\"\(value)\" size=\"6\" autocomplete=\"off\" \(said)>"
        }
        let columns = [
            ListColumn<GatheringRoster.Entry>(frame[GatheringTexts.participant]) { "<label for=\"timer-\($0.id)\">\(name($0))</label>" },
            ListColumn(frame[GatheringTexts.attendance], onPage: attended),
        ]
        return """
            <section><h2>\(frame[GatheringTexts.attending])</h2>\(gathering.kind == .group ? "<p class=\"hint\">\(frame[GatheringTexts.groupHint])</p>" as Html : .empty)
            <form id="frammote" method="post" action="\(Addresses.attendance(id))">\(Form.marks(frame, typed ?? FormData(), newest: based))
            \(ListTable(frame[GatheringTexts.attending], columns).html(roster.attending))
            <button class="btn quiet">\(frame[GatheringTexts.saveAttendance])</button></form></section>\(queue)
            """
    }
}
