import AlisDomain

/// One session: correcting it, withdrawing it, correcting one's own notes, and what has been changed.
struct SessionHistoryPage {
    let opened: SessionCorrectionRoutes.Opened
    let once: String
    let frame: Frame

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
            ?? "\(correction(values, problems))\(withdrawal(problems))"
        return """
            <div class="narrow"><p class="crumb"><a href="\(opened.path)">\(frame[SessionTexts.title(scope.view.name(opened.person))])</a></p>
            <h1>\(frame[SessionTexts.correctTitle])</h1><p class="lede">\(DoctorSupervisionPage.line(value, who: name, frame))</p>
            \(Form.errorSummary(problems, frame))\(forms)\(ownNotes)\(history)</div>
            """
    }

    private func correction(_ values: FormData, _ problems: [FieldProblem]) -> Html {
        """
        <form method="post" action="\(opened.path)/okt/\(opened.id.text)" novalidate>\(Form.mark(frame))\(Form.once(once))\(Form.basedOn(opened.lastChange))
        \(Self.counterparts(opened).fields(values, problems, hasNote: false, frame))
        \(Form.text("hvorfor", frame[SessionTexts.why], value: values["hvorfor"], hint: frame[SessionTexts.whyHint], problems: problems, isRequired: true, frame))
        \(Form.buttons(frame[CommonTexts.save], cancel: opened.path, frame))</form>
        """
    }

    private func withdrawal(_ problems: [FieldProblem]) -> Html {
        """
        <section><h2>\(frame[SessionTexts.withdrawTitle])</h2><p>\(frame[SessionTexts.withdrawLede])</p>
        <form method="post" action="\(opened.path)/okt/\(opened.id.text)/fjern" novalidate>\(Form.mark(frame))\(Form.once(once + "-"))
        \(Form.text("grunn", frame[SessionTexts.why], value: "", hint: frame[SessionTexts.whyHint], problems: problems, isRequired: true, frame))
        \(opened.notes.contains(where: \.isOwn) ? "<label class=\"radio\"><input type=\"checkbox\" name=\"slettnotat\" value=\"ja\"> \(frame[SessionTexts.alsoDelete])</label>" as Html : .empty)
        <p class="acts"><button class="btn danger">\(frame[SessionTexts.withdrawTitle])</button></p></form></section>
        """
    }

    private var ownNotes: Html {
        let own = opened.notes.filter(\.isOwn)
        if own.isEmpty { return .empty }
        let forms = own.map { note -> Html in
            """
            <form method="post" action="\(opened.path)/okt/\(opened.id.text)/notat">\(Form.mark(frame))<input type="hidden" name="erstatter" value="\(note.id)">
            <div class="field"><label for="notat-\(note.id)">\(frame[SessionTexts.note]), \(Format.time(note.writtenAt))</label>\
            <p class="hint">\(frame[SessionTexts.noteHint])</p>\
            <textarea id="notat-\(note.id)" name="notat" rows="4" maxlength="4000">\(note.body)</textarea></div>
            <div class="field"><label for="hvorfor-\(note.id)">\(frame[SessionTexts.why])</label>\
            <input id="hvorfor-\(note.id)" name="hvorfor" type="text" maxlength="300" autocomplete="off"></div>
            <p class="acts"><button class="btn quiet">\(frame[SessionTexts.saveNote])</button></p></form>
            """
        }
        return "<section><h2>\(frame[SessionTexts.ownNotes])</h2>\(forms)</section>"
    }

    private var history: Html {
        let items = opened.steps.enumerated().map { index, step -> Html in
            Self.step(
                index == 0 ? SessionTexts.logged : SessionTexts.corrected, step.recorded, step.version.value,
                scope.view.book.supervisors[step.version.value.supervisor]?.name ?? "", frame)
        }
        return "<section><h2>\(frame[SessionTexts.historyTitle])</h2><ul class=\"history\">\(items)</ul></section>"
    }

    private static func step(_ what: Text, _ change: Change?, _ value: SupervisionSession, _ who: String, _ frame: Frame) -> Html {
        let reason = change.map { $0.reason.isEmpty ? "" : ": «\($0.reason)»" } ?? ""
        let by = change.map { "\($0.byName), \(Format.time($0.recordedAt))" } ?? ""
        return "<li><b>\(frame[what])</b> \(by)\(reason)<br>\(DoctorSupervisionPage.line(value, who: who, frame))</li>"
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
            return "\(step(SessionTexts.withdrawn, last.closed, last.version.value, who, frame))\(said)"
        }
        let path = "/alis/\(scope.view.personID(person).text)/veiledning"
        return """
            <div class="narrow"><p class="crumb"><a href="\(path)">\(frame[SessionTexts.title(scope.view.name(person))])</a></p>
            <h1>\(frame[SessionTexts.withdrawnTitle])</h1>
            \(items.isEmpty ? "<p class=\"empty\">\(frame[SessionTexts.noneWithdrawn])</p>" as Html : "<ul class=\"sessions\">\(items)</ul>")</div>
            """
    }
}
