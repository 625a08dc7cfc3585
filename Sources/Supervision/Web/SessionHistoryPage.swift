import AlisDomain

/// One session: correcting it, withdrawing it, correcting one's own notes, and what has been changed.
struct SessionHistoryPage {
    let opened: SessionCorrectionRoutes.Opened
    let frame: Frame
    /// A note that could not be written as it was.
    var typed: TypedNote?

    struct TypedNote {
        /// The note it was to take the place of; empty for a new one.
        let replaced: String
        let body: String
        let reason: String
        let once: String
        /// What its fields are called after.
        var place: String { replaced.isEmpty ? "ny" : replaced }
    }

    private var scope: SupervisionScope { opened.scope }

    /// The parties of this session: she who corrects cannot give it to another.
    static func counterparts(_ opened: SessionCorrectionRoutes.Opened) -> Counterparts {
        Counterparts(opened.scope, person: opened.person, only: opened.session.value.supervisor)
    }

    func html(_ values: FormData, _ problems: [FieldProblem]) -> Html {
        let value = opened.session.value
        let name = scope.view.book.supervisors[value.supervisor]?.name ?? ""
        let forms: Html =
            opened.otherAuthor.map { "<p class=\"next-plain\">\(frame[SessionTexts.writtenByOther($0)])</p>" }
            ?? "\(correction(values, problems))\(withdrawal(values, problems))"
        return """
            <div class="narrow"><p class="crumb"><a href="\(opened.path)">\(frame[SessionTexts.title(scope.view.name(opened.person))])</a></p>
            <h1>\(frame[SessionTexts.correctTitle])</h1><p class="lede">\(DoctorSupervisionPage.line(value, who: name, frame))</p>
            \(Form.errorSummary(problems, frame))\(forms)\(ownNotes(problems))\(history)</div>
            """
    }

    private func correction(_ values: FormData, _ problems: [FieldProblem]) -> Html {
        """
        <form method="post" action="\(Addresses.session(opened.doctor, opened.id.text))" novalidate>\(Form.marks(frame, values, newest: opened.lastChange))
        \(Self.counterparts(opened).fields(values, problems, hasNote: false, frame))
        \(Form.text("hvorfor", frame[SessionTexts.why], value: values["hvorfor"], hint: frame[SessionTexts.whyHint], problems: problems, isRequired: true, frame))
        \(Form.buttons(frame[CommonTexts.save], cancel: opened.path, frame))</form>
        """
    }

    private func withdrawal(_ values: FormData, _ problems: [FieldProblem]) -> Html {
        """
        <section><h2>\(frame[SessionTexts.withdrawTitle])</h2><p>\(frame[SessionTexts.withdrawLede])</p>
        <form method="post" action="\(Addresses.sessionRemoval(opened.doctor, opened.id.text))" novalidate>\(Form.marks(frame))
        \(Form.text("grunn", frame[SessionTexts.why], value: values["grunn"], hint: frame[SessionTexts.whyHint], problems: problems, isRequired: true, frame))
        \(opened.notes.contains(where: \.isOwn) ? "<label class=\"radio\"><input type=\"checkbox\" name=\"slettnotat\" value=\"ja\" \(flag: "checked", values["slettnotat"] == "ja")> \(frame[SessionTexts.alsoDelete])</label>" as Html : .empty)
        <p class="acts"><button class="btn danger">\(frame[SessionTexts.withdrawTitle])</button></p></form></section>
        """
    }

    private func ownNotes(_ problems: [FieldProblem]) -> Html {
        var forms = opened.notes.filter(\.isOwn).map { note -> Html in
            let again = typed?.replaced == note.id ? typed : nil
            return noteForm(
                note.id, "\(frame[SessionTexts.note]), \(Format.time(note.writtenAt))", again?.body ?? note.body, again?.reason ?? "",
                problems)
        }
        // What could not be written is kept, also when it is new, or the wording it was to take the place of has been replaced.
        if let typed, !opened.notes.contains(where: { $0.isOwn && $0.id == typed.replaced }) {
            forms.insert(noteForm(typed.replaced, frame[SessionTexts.note], typed.body, typed.reason, problems), at: 0)
        }
        return forms.isEmpty ? .empty : "<section><h2>\(frame[SessionTexts.ownNotes])</h2>\(forms)</section>"
    }

    private func noteForm(_ replaced: String, _ label: String, _ body: String, _ reason: String, _ problems: [FieldProblem]) -> Html {
        let place = replaced.isEmpty ? "ny" : replaced
        // The same mark while the same note is being filled in.
        let once = typed.flatMap { $0.replaced == replaced && !$0.once.isEmpty ? $0.once : nil } ?? ""
        func field(_ name: String, _ label: String, hint: Html, _ control: (Html) -> Html) -> Html {
            let (id, mine) = ("\(name)-\(place)", problems.filter { $0.field == "\(name)-\(place)" })
            let errors = mine.map { "<p class=\"error\" id=\"\(id)-feil\">\(frame[$0.text])</p>" as Html }
            let said: Html = mine.isEmpty ? .empty : "aria-invalid=\"true\" aria-describedby=\"\(id)-feil\""
            return """
                <div class="field\(mine.isEmpty ? "" : " wrong")"><label for="\(id)">\(label)</label>\(hint)\(errors)\(control(said))</div>
                """
        }
        let text = field("notat", label, hint: "<p class=\"hint\">\(frame[SessionTexts.noteHint])</p>") {
            "<textarea id=\"notat-\(place)\" name=\"notat\" rows=\"4\" \($0)>\(body)</textarea>"
        }
        let why: Html =
            replaced.isEmpty
            ? .empty
            : field("hvorfor", frame[SessionTexts.why], hint: .empty) {
                "<input id=\"hvorfor-\(place)\" name=\"hvorfor\" type=\"text\" value=\"\(reason)\" autocomplete=\"off\" \($0)>"
            }
        return """
            <form method="post" action="\(Addresses.sessionNote(opened.doctor, opened.id.text))" novalidate>\(Form.marks(frame, FormData([("_once", once)])))<input type="hidden" name="erstatter" value="\(replaced)">
            \(text)\(why)<p class="acts"><button class="btn quiet">\(frame[SessionTexts.saveNote])</button></p></form>
            """
    }

    private var history: Html {
        let items = opened.steps.enumerated().map { index, step -> Html in
            Self.step(
                index == 0 && !opened.hasEarlier ? SessionTexts.logged : SessionTexts.corrected, step.recorded, step.version.value,
                scope.view.book.supervisors[step.version.value.supervisor]?.name ?? "", frame)
        }
        let earlier: Html = opened.hasEarlier ? "<p class=\"note\">\(frame[SessionTexts.beforeYou])</p>" : .empty
        return "<section><h2>\(frame[SessionTexts.historyTitle])</h2>\(earlier)<ul class=\"history\">\(items)</ul></section>"
    }

    private static func step(
        _ what: Text, _ change: Change?, _ value: SupervisionSession, _ who: String, notes: [Html] = [], _ frame: Frame
    ) -> Html {
        let reason = change.map { $0.reason.isEmpty ? "" : ": «\($0.reason)»" } ?? ""
        let by = change.map { "\($0.byName), \(Format.time($0.recordedAt))" } ?? ""
        return "<li><b>\(frame[what])</b> \(by)\(reason)<br>\(DoctorSupervisionPage.line(value, who: who, frame))\(notes)</li>"
    }

    /// A note with the wordings it has had before, for those who may read it.
    static func note(_ note: SupervisionNote, _ frame: Frame) -> Html {
        let earlier = note.earlier.map { wording -> Html in
            let why = wording.reason.isEmpty ? "" : " («\(wording.reason)»)"
            return "<div class=\"note-text\">\(wording.body)<br><small>\(Format.time(wording.writtenAt))\(why)</small></div>"
        }
        let folded: Html =
            earlier.isEmpty ? .empty : "<details><summary>\(frame[SessionTexts.earlierNote])</summary>\(earlier)</details>"
        return "<div class=\"note-text\">\(note.body)<br><small>\(note.byName), \(Format.time(note.writtenAt))</small></div>\(folded)"
    }

    /// The sessions that have been withdrawn, with who and why.
    static func withdrawn(
        _ gone: [SessionCorrectionRoutes.SessionStep], notes: [String: [SupervisionNote]], of person: RegisterIndex.Ordinal,
        _ scope: SupervisionScope, _ frame: Frame
    ) -> Html {
        let items = gone.map { last -> Html in
            let who = scope.view.book.supervisors[last.version.value.supervisor]?.name ?? ""
            let said = (notes[last.version.id] ?? []).map { note($0, frame) }
            return step(SessionTexts.withdrawn, last.closed, last.version.value, who, notes: said, frame)
        }
        let path = Addresses.supervision(scope.view.personID(person))
        return """
            <div class="narrow"><p class="crumb"><a href="\(path)">\(frame[SessionTexts.title(scope.view.name(person))])</a></p>
            <h1>\(frame[SessionTexts.withdrawnTitle])</h1>
            \(items.isEmpty ? "<p class=\"empty\">\(frame[SessionTexts.noneWithdrawn])</p>" as Html : "<ul class=\"sessions\">\(items)</ul>")</div>
            """
    }
}
