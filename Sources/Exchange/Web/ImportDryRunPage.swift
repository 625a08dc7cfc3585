import AlisDomain

/// The page of one import: what was taken in, what would be done, what waits, and what was understood.
enum ImportDryRunPage {
    private static let addresses = FileAddresses.register

    static func html(_ opened: RegisterFile.Opened, _ shown: ShownForm, query: FormData, _ frame: Frame) -> Html {
        let file = opened.file
        let questions = ImportQuestion.all(in: opened.plan)
        let rows = ImportRowLists(opened: opened, query: query, frame: frame)
        return """
            <p class="crumb"><a href="\(addresses.start())">\(frame[ImportPageTexts.title])</a></p>
            <h1>\(file.fileName)</h1>
            <p class="lede">\(frame[lede(file)]) \(frame[ImportPageTexts.sent(Format.time(file.uploadedAt), day: file.day.norwegian)])</p>
            \(Form.errorSummary(shown.problems, frame))\(notices(opened, query, frame))\(taken(opened, frame))\(file.state == .dropped ? .empty : counts(opened, frame))\(acceptance(opened, frame))
            \(leave(opened, query, frame))
            \(file.state == .dropped ? .empty : ImportColumnsForm.html(opened, shown, frame) + ImportQuestionForm.html(questions, opened, query: query, frame))
            \(rows.taken)\(rows.changes)\(rows.additions)\(rows.notices)\(rows.unchanged)\(file.state == .dropped ? .empty : rows.notInFile)
            \(ending(opened, frame))
            """
    }

    private static func lede(_ file: SentFile) -> Text {
        switch file.state {
        case .waiting: ImportPageTexts.dryRun
        case .accepted: FileTexts.takenLede
        case .dropped: ImportPageTexts.droppedLede
        }
    }

    private static func notices(_ opened: RegisterFile.Opened, _ query: FormData, _ frame: Frame) -> Html {
        var lines: [Html] = []
        if query.contains("nytt") { lines.append("<p class=\"next-plain\" role=\"alert\">\(frame[ImportPageTexts.stale])</p>") }
        if query.contains("forrige") {
            lines.append("<p class=\"done\" role=\"status\">\(frame[ImportPageTexts.answeredBefore])</p>")
        }
        if query.contains("svart") { lines.append("<p class=\"done\" role=\"status\">\(frame[ImportPageTexts.answered])</p>") }
        if !opened.work.mapping.readsAnything {
            lines.append("<p class=\"next-plain\" role=\"alert\">\(frame[ImportPageTexts.nothingRead])</p>")
        }
        for warning in opened.work.workbook.warnings {
            lines.append("<p class=\"next-plain\">\(frame[SpreadsheetTexts.sentence(warning)])</p>")
        }
        return .join(lines)
    }

    /// What has been taken in so far.
    private static func taken(_ opened: RegisterFile.Opened, _ frame: Frame) -> Html {
        let file = opened.file
        guard file.state == .accepted else { return .empty }
        return """
            <p class="done" role="status">\
            <b>\(frame[ImportPageTexts.wasTakenIn(added: opened.results.added, changed: opened.results.changed)])</b> \
            <a href="\(opened.resultAddress)">\(frame[ImportPageTexts.fileBack])</a></p>
            """
    }

    private static func counts(_ opened: RegisterFile.Opened, _ frame: Frame) -> Html {
        let counts = opened.plan.counts
        let figures: [(Int, Text, Text, String, Bool)] = [
            (counts.added, ImportPageTexts.added, ImportPageTexts.addedMeaning, "#nye", false),
            (counts.changed, ImportPageTexts.changed, ImportPageTexts.changedMeaning, "#endringer", false),
            (counts.unchanged, ImportPageTexts.unchanged, ImportPageTexts.unchangedMeaning, "#uendret", false),
            (counts.questions, ImportPageTexts.questions, ImportPageTexts.questionsMeaning, "#venter", counts.questions > 0),
            (counts.blocked, ImportPageTexts.blocked, ImportPageTexts.blockedMeaning, "#venter", counts.blocked > 0),
        ]
        let html = figures.map { number, name, meaning, link, isWarning in
            KeyFigure.html(
                Format.number(number), frame[name], definition: frame[meaning], link: number > 0 ? link : nil, isWarning: isWarning, frame)
        }
        return "<div class=\"keys\">\(html)</div>"
    }

    private static func acceptance(_ opened: RegisterFile.Opened, _ frame: Frame) -> Html {
        let (file, counts) = (opened.file, opened.plan.counts)
        if file.state == .dropped { return .empty }
        let good = counts.added + counts.changed
        let waiting = counts.questions + counts.blocked
        guard good > 0 else {
            let isWithoutRows = opened.plan.rows.allSatisfy { $0.outcome == .passedOver }
            let said =
                waiting > 0
                ? ImportPageTexts.onlyWaiting(waiting, of: waiting + counts.unchanged)
                : isWithoutRows ? ImportPageTexts.noRows : ImportPageTexts.nothingNew
            return opened.work.mapping.readsAnything ? "<p class=\"next-plain\">\(frame[said])</p>" : .empty
        }
        return """
            <section class="next" aria-labelledby="godta"><div><h2 id="godta">\(frame[ImportPageTexts.ready(good)])</h2>\
            <p>\(frame[ImportPageTexts.readyText(added: counts.added, changed: counts.changed, waiting: waiting)])</p></div>
            <form method="post" action="\(addresses.acceptance(file.id))">\(Form.marks(frame))\
            <input type="hidden" name="sett" value="\(opened.plan.fingerprint)">\
            <button class="btn">\(frame[FileTexts.take(good)])</button></form></section>
            """
    }

    /// Rows about doctors who may be registered elsewhere: one press asks about all of them.
    private static func leave(_ opened: RegisterFile.Opened, _ query: FormData, _ frame: Frame) -> Html {
        let said: Html =
            query.contains("formange")
            ? "<p class=\"next-plain\" role=\"alert\">\(frame[TransferTexts.tooMany])</p>"
            : query.contains("spurt") ? "<p class=\"done\" role=\"status\">\(frame[TransferTexts.sent])</p>" : .empty
        let count = opened.plan.rows.count { $0.problems.contains { $0.kind == .needsLeave(nil) } }
        guard count > 0, opened.file.state != .dropped else { return said }
        return """
            \(said)<section class="next-plain" aria-labelledby="spor"><h2 id="spor">\(frame[ImportPageTexts.leaveTitle(count)])</h2>\
            <p>\(frame[ImportPageTexts.leaveText])</p><form method="post" action="\(addresses.questions(opened.file.id))">\(Form.marks(frame))<p class="acts"><button class="btn quiet">\(frame[ImportPageTexts.leaveAsk(count)])</button></p></form></section>
            """
    }

    private static func ending(_ opened: RegisterFile.Opened, _ frame: Frame) -> Html {
        let isWhole: Bool = if case .asSent = ImportResultFile.likeness(of: opened.work.workbook) { true } else { false }
        let isSheet = opened.work.workbook.format == .xlsx
        let back = !isWhole ? ImportPageTexts.valuesBackText : isSheet ? ImportPageTexts.fileBackText : ImportPageTexts.textBackText
        let drop: Html =
            opened.file.state == .waiting
            ? """
            <form method="post" action="\(addresses.withdrawal(opened.file.id))">\(Form.mark(frame))\
            <button class="btn quiet">\(frame[ImportPageTexts.drop])</button></form>
            """ : .empty
        return """
            <h2>\(frame[ImportPageTexts.fileBackTitle])</h2><p>\(frame[back])</p>
            <div class="acts"><a class="btn quiet" href="\(opened.resultAddress)">\(frame[ImportPageTexts.fileBack])</a>\(drop)</div>
            """
    }
}
