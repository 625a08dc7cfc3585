import AlisDomain

/// Writing reminders, and seeing them before anything leaves the house.
enum ReminderPage {
    static func form(_ draft: ReminderDraft, _ model: FreshnessModel, _ frame: Frame) -> Html {
        let mine = draft.problems.filter { $0.field == "kommune" }
        let boxes = model.freshness.rows.enumerated().map { index, row -> Html in
            let age = frame[FollowUpTexts.age(of: row.confirmedOn, on: model.day)]
            return """
                <li><label class="radio"><input type="checkbox" id="\(index == 0 ? "kommune" : "kommune-\(index)")" name="kommune" \
                value="\(row.municipality.key)" \(flag: "checked", draft.chosen.contains(row.municipality))>\
                \(row.facts.name) <span class="note">\(age)</span></label></li>
                """
        }
        return """
            <p class="crumb"><a href="\(Addresses.followUp())\(model.question.query)">\(frame[FollowUpTexts.title])</a></p>
            <h1>\(frame[ReminderTexts.title])</h1><p class="lede">\(frame[ReminderTexts.lede])</p>
            \(Form.errorSummary(draft.problems, frame))
            <form method="post" action="\(Addresses.reminders())">\(Form.mark(frame))
            <input type="hidden" name="maneder" value="\(model.question.months)"><input type="hidden" name="kontor" value="\(model.question.office?.code)">
            <fieldset class="field\(mine.isEmpty ? "" : " wrong")"><legend>\(frame[ReminderTexts.chooseTitle])</legend>\
            \(mine.map { "<p class=\"error\" id=\"kommune-feil\">\(frame[$0.text])</p>" as Html })\
            <ul class="ticks">\(boxes)</ul></fieldset>
            <h2>\(frame[ReminderTexts.writeTitle])</h2><p class="hint">\(frame[ReminderTexts.placesHint])</p>\
            <p class="hint">\(frame[ReminderTexts.languageHint])</p>
            <div class="pair wide">\(LanguageForm.allCases.map { language($0, draft, frame) })</div>
            <p class="acts"><button class="btn">\(frame[ReminderTexts.preview])</button>\
            <a class="btn quiet" href="\(Addresses.followUp())\(model.question.query)">\(frame[CommonTexts.cancel])</a></p></form>
            """
    }

    private static func language(_ language: LanguageForm, _ draft: ReminderDraft, _ frame: Frame) -> Html {
        let code = language.rawValue
        return """
            <fieldset class="field" lang="\(code)"><legend lang="\(frame.language.rawValue)">\
            \(frame[language == .bokmal ? ReminderTexts.bokmal : ReminderTexts.nynorsk])</legend>\
            \(Form.text("emne-\(code)", frame[ReminderTexts.subject], value: draft.subject[language], problems: draft.problems, frame))\
            \(Form.area("tekst-\(code)", frame[ReminderTexts.letter], value: draft.letter[language], problems: draft.problems, rows: 14, frame))</fieldset>
            """
    }

    static func preview(_ letters: [ReminderLetter], _ draft: ReminderDraft, _ model: FreshnessModel, _ frame: Frame) -> Html {
        let recipients = letters.reduce(0) { $0 + $1.contacts.count }
        let without = letters.count { $0.contacts.isEmpty }
        func download(_ ending: String, _ text: Text, isMain: Bool) -> Html {
            """
            <form method="post" action="\(Addresses.reminders.file(ending)())">\(Form.mark(frame))\(draft.hidden(model.question))\
            <button class="btn\(isMain ? "" : " quiet")">\(frame[text])</button></form>
            """
        }
        return """
            <p class="crumb"><a href="\(Addresses.followUp())\(model.question.query)">\(frame[FollowUpTexts.title])</a></p>
            <h1>\(frame[ReminderTexts.previewTitle])</h1>
            <p class="lede">\(frame[ReminderTexts.count(letters.count, recipients: recipients, without: without)])</p>
            <p class="next-plain">\(frame[ReminderTexts.nothingSent])</p>
            <div class="acts">\(download("csv", ReminderTexts.downloadMerge, isMain: true))\(download("txt", ReminderTexts.downloadText, isMain: false))</div>
            \(letters.map { letter($0, frame) })
            <details><summary>\(frame[ReminderTexts.back])</summary>\(again(draft, model, frame))</details>
            """
    }

    private static func letter(_ letter: ReminderLetter, _ frame: Frame) -> Html {
        let people: Html =
            letter.contacts.isEmpty
            ? "<p class=\"v-no\">\(frame[ReminderTexts.noContact])</p>"
            : "<p>\(Html.join(letter.contacts.map { "\($0.name) &lt;<a href=\"mailto:\($0.email.text)\">\($0.email.text)</a>&gt;" as Html }, separator: ", "))</p>"
        return """
            <section class="letter"><h2>\(letter.name)</h2>\(people)\
            <p class="strong" lang="\(letter.language.rawValue)">\(letter.subject)</p>\
            <pre lang="\(letter.language.rawValue)" tabindex="0" role="region" aria-label="\(frame[ReminderTexts.letter(to: letter.name)])">\(letter.body)</pre></section>
            """
    }

    /// The form once more, folded away; everything chosen and written is in it.
    private static func again(_ draft: ReminderDraft, _ model: FreshnessModel, _ frame: Frame) -> Html {
        """
        <form method="post" action="\(Addresses.reminders())">\(Form.mark(frame))
        <input type="hidden" name="maneder" value="\(model.question.months)"><input type="hidden" name="kontor" value="\(model.question.office?.code)">
        <ul class="ticks">\(model.freshness.rows.map { row -> Html in
            """
            <li><label class="radio"><input type="checkbox" name="kommune" value="\(row.municipality.key)" \
            \(flag: "checked", draft.chosen.contains(row.municipality))>\(row.facts.name)</label></li>
            """
        })</ul><div class="pair wide">\(LanguageForm.allCases.map { language($0, draft, frame) })</div>
        <p class="acts"><button class="btn">\(frame[ReminderTexts.preview])</button></p></form>
        """
    }
}
