import AlisDomain

/// Where an import begins: what to do, the template, the upload, and what was sent before.
enum ImportStartPage {
    static func html(_ kind: RegisterFile, _ earlier: [SentFile], _ shown: ShownForm, _ visit: Visit) -> Html {
        let (frame, addresses) = (visit.frame, kind.addresses)
        return """
            <h1>\(frame[kind.title])</h1>
            <p class="lede">\(frame[ImportPageTexts.lede])</p>
            \(FileForms.laidAway(visit.query, frame))\
            \(Form.errorSummary(shown.problems, frame))
            <ol class="steps"><li><h2>\(frame[ImportPageTexts.stepList])</h2><p>\(frame[ImportPageTexts.stepListText])</p>
            <p><a class="btn quiet" href="\(addresses.template())">\(frame[ImportPageTexts.downloadTemplate])</a></p></li>
            <li><h2>\(frame[ImportPageTexts.stepSend])</h2>
            <form method="post" action="\(addresses.start())" enctype="multipart/form-data">\(Form.mark(frame))
            \(FileForms.fileField(shown.problems, hint: ImportPageTexts.fileHint, frame))
            \(Form.text(
                "dag", frame[kind.dayName], value: shown.values.raw("dag") ?? visit.today.iso, hint: frame[ImportPageTexts.dayHint],
                problems: shown.problems, width: 12, type: "date", frame))
            <p class="acts"><button class="btn">\(frame[ImportPageTexts.send])</button></p></form></li>
            <li><h2>\(frame[ImportPageTexts.stepAccept])</h2><p>\(frame[ImportPageTexts.stepAcceptText])</p></li></ol>
            <p><a href="\(FileAddresses.report.start())">\(frame[ReportTexts.title])</a></p>
            \(history(kind, earlier, frame))
            """
    }

    private static func history(_ kind: RegisterFile, _ earlier: [SentFile], _ frame: Frame) -> Html {
        if earlier.isEmpty { return .empty }
        let rows = earlier.map { file -> [Html] in
            [
                "<a href=\"\(kind.addresses.file(file.id))\">\(file.fileName)</a>", "\(Format.time(file.uploadedAt))",
                "\(frame[ImportPageTexts.name(file.state)])", "\(file.taken)",
            ]
        }
        let heads = [FileTexts.file, ImportPageTexts.sentAt, ImportPageTexts.state, ImportPageTexts.takenIn]
        return """
            <h2>\(frame[ImportPageTexts.earlier])</h2><p class="note">\(frame[ImportPageTexts.kept(days: SentFileStore.daysKept)])</p>
            \(FileForms.table(ImportPageTexts.earlier, heads, rows, frame))
            """
    }
}
