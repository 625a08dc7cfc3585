import AlisDomain

/// Where an import begins: what to do, the template, the upload, and what was sent before.
enum ImportStartPage {
    static func html(_ earlier: [ImportFile], day: String, isDropped: Bool, problems: [FieldProblem], _ frame: Frame) -> Html {
        let mine = problems.filter { $0.field == "fil" }
        let wrong: Html = mine.isEmpty ? "field" : "field wrong"
        let described: Html =
            mine.isEmpty ? "aria-describedby=\"fil-hint\"" : "aria-describedby=\"fil-hint fil-feil\" aria-invalid=\"true\""
        return """
            <h1>\(frame[ImportPageTexts.title])</h1>
            <p class="lede">\(frame[ImportPageTexts.lede])</p>
            \(isDropped ? "<p class=\"done\" role=\"status\">\(frame[ImportPageTexts.dropped])</p>" as Html : .empty)\
            \(Form.errorSummary(problems, frame))
            <ol class="steps"><li><h2>\(frame[ImportPageTexts.stepList])</h2><p>\(frame[ImportPageTexts.stepListText])</p>
            <p><a class="btn quiet" href="/innlesing/mal.xlsx">\(frame[ImportPageTexts.downloadTemplate])</a></p></li>
            <li><h2>\(frame[ImportPageTexts.stepSend])</h2>
            <form method="post" action="/innlesing" enctype="multipart/form-data">\(Form.mark(frame))
            <div class="\(wrong)"><label for="fil">\(frame[ImportPageTexts.file])</label>\
            <p class="hint" id="fil-hint">\(frame[ImportPageTexts.fileHint])</p>\
            \(mine.map { "<p class=\"error\" id=\"fil-feil\">\(frame[$0.text])</p>" as Html })\
            <input type="file" id="fil" name="fil" accept=".xlsx,.xlsm,.csv,.txt" required \(described)></div>
            \(Form.text(
                "dag", frame[ImportPageTexts.day], value: day, hint: frame[ImportPageTexts.dayHint], problems: problems, width: 12,
                type: "date", frame))
            <p class="acts"><button class="btn">\(frame[ImportPageTexts.send])</button></p></form></li>
            <li><h2>\(frame[ImportPageTexts.stepAccept])</h2><p>\(frame[ImportPageTexts.stepAcceptText])</p></li></ol>
            <p><a href="/laeringsmal/rapport">\(frame[ObjectiveImportTexts.reportTitle])</a></p>
            \(history(earlier, frame))
            """
    }

    private static func history(_ earlier: [ImportFile], _ frame: Frame) -> Html {
        let rows = earlier.map { file -> Html in
            """
            <tr><th scope="row"><a href="/innlesing/\(file.id.text)">\(file.fileName)</a></th>\
            <td data-label="\(frame[ImportPageTexts.sentAt])">\(Format.time(file.uploadedAt))</td>\
            <td data-label="\(frame[ImportPageTexts.state])">\(frame[ImportPageTexts.name(file.state)])</td>\
            <td data-label="\(frame[ImportPageTexts.takenIn])">\(file.results.entries.count)</td></tr>
            """
        }
        if rows.isEmpty { return .empty }
        return """
            <h2>\(frame[ImportPageTexts.earlier])</h2><p class="note">\(frame[ImportPageTexts.kept(days: ImportFileStore.daysKept)])</p>
            <table class="texts cards"><thead><tr><th scope="col">\(frame[ImportPageTexts.file])</th>\
            <th scope="col">\(frame[ImportPageTexts.sentAt])</th><th scope="col">\(frame[ImportPageTexts.state])</th>\
            <th scope="col">\(frame[ImportPageTexts.takenIn])</th></tr></thead><tbody>\(rows)</tbody></table>
            """
    }
}
