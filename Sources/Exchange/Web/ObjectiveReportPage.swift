import AlisDomain

/// The dry run of a report: what would be new and changed, what is asked about, what is left alone, and what waits.
struct ObjectiveReportPage {
    let opened: ObjectiveReportDesk.Opened
    let query: FormData
    /// What was typed in the form of the columns, when something in it is wrong.
    let typed: FormData?
    let problems: [FieldProblem]
    let shelf: ObjectiveShelf
    let frame: Frame

    private typealias Texts = ObjectiveImportTexts
    private var path: String { "/laeringsmal/rapport/\(opened.file.id.text)" }
    private var lines: [ObjectiveReportPlan.Line] { opened.plan.lines }

    private enum Group: CaseIterable { case added, changed, confirmed, unchanged, lower, older, waits }

    private func group(_ line: ObjectiveReportPlan.Line) -> Group {
        switch line.outcome {
        case .added: .added
        case .changed: .changed
        case .confirmed: .confirmed
        case .unchanged: .unchanged
        case .lower: .lower
        case .older: .older
        case .waits: .waits
        }
    }

    func html() -> Html {
        let groups = Dictionary(grouping: lines, by: group)
        let crumb: Html =
            opened.single.map { "<a href=\"/alis/\($0.trainee.text)/laeringsmal\">\(frame[ObjectiveTexts.title]): \($0.name)</a>" }
            ?? "<a href=\"/laeringsmal/rapport\">\(frame[Texts.reportTitle])</a>"
        let who: Html = opened.single.map { "\(frame[Texts.reportFor($0.name)]) " } ?? .empty
        return """
            <p class="crumb">\(crumb)</p><h1>\(opened.file.fileName)</h1>
            <p class="lede">\(frame[opened.file.taken > 0 ? Texts.takenLede : Texts.dryRunLede]) \(who)\(frame[Texts.reportDay]): \(opened.file.reportDay.norwegian).</p>
            \(sample)\(notices)\(Form.errorSummary(problems, frame))
            \(lines.isEmpty ? .empty : figures(groups))\(acceptance(groups))
            \(ObjectiveFileForms.columns(opened.reading, action: "\(path)/kolonner", more: dayField, typed: typed, problems: problems, isOpen: query.contains("utendag"), frame))
            \(section(.waits, groups, "venter", Texts.waiting, groups.keys.contains { [.added, .changed, .confirmed, .lower].contains($0) } ? Texts.waitingMeaning : Texts.waitingAlone))
            \(section(.changed, groups, "endres", Texts.changed, Texts.changedMeaning))
            \(section(.added, groups, "nye", Texts.added(groups[.added]?.count ?? 0), Texts.addedMeaning))
            \(section(.confirmed, groups, "bekreftes", Texts.confirmed, Texts.confirmedMeaning))
            \(section(.older, groups, "eldre", Texts.older, Texts.olderMeaning))
            \(ObjectiveFileForms.drop(opened.file, action: "\(path)/forkast", frame))
            """
    }

    private var dayField: Html {
        Form.text(
            "dag", frame[Texts.reportDay], value: typed?.raw("dag") ?? opened.file.reportDay.norwegian,
            hint: frame[Texts.reportDayAsked], problems: problems, width: 12, frame)
    }

    private var notices: Html {
        var notices: [Html] = []
        if let taken = ImportText.digits(query["tatt"], atMost: 6) {
            notices.append("<p class=\"done\" role=\"status\">\(frame[Texts.takenIn(taken)])\(doctors)</p>")
        }
        if query.contains("nytt") { notices.append("<p class=\"next-plain\" role=\"alert\">\(frame[Texts.stale])</p>") }
        if query.contains("utendag") { notices.append("<p class=\"next-plain\" role=\"alert\">\(frame[Texts.dayAssumed])</p>") }
        if opened.reading.table.leftOut > 0 {
            notices.append("<p class=\"next-plain\">\(frame[Texts.leftOut(opened.reading.table.leftOut)])</p>")
        }
        if opened.reading.isUnderstood, lines.isEmpty {
            notices.append("<p class=\"next-plain\" role=\"alert\">\(frame[Texts.nothing])</p>")
        }
        return .join(notices)
    }

    /// Some of the titles are our own examples, and are said to be.
    private var sample: Html {
        let codes = Set(lines.compactMap(\.row.code))
        let isSample = codes.contains { shelf.objective($0, in: opened.catalogue, on: frame.today)?.isSample ?? false }
        return isSample ? "<p class=\"note sample\">\(frame[ObjectiveTexts.sample])</p>" : .empty
    }

    /// The way on from what was taken in: to those it was about.
    private var doctors: Html {
        var found: [ReportDoctor] = []
        for case let doctor? in lines.map(\.doctor) where found.count < 12 && !found.contains(doctor) { found.append(doctor) }
        if found.isEmpty { return .empty }
        let links = found.map { "<a href=\"/alis/\($0.trainee.text)/laeringsmal\">\($0.name)</a>" as Html }
        return " \(frame[Texts.seeDoctors]) \(Html.join(links, separator: ", "))"
    }

    private func figures(_ groups: [Group: [ObjectiveReportPlan.Line]]) -> Html {
        let figures: [(Group, Text, Text, String?)] = [
            (.added, Texts.added(groups[.added]?.count ?? 0), Texts.addedMeaning, "#nye"),
            (.changed, Texts.changed, Texts.changedMeaning, "#endres"),
            (.confirmed, Texts.confirmed, Texts.confirmedMeaning, "#bekreftes"), (.unchanged, Texts.same, Texts.sameMeaning, nil),
            (.lower, Texts.lower, Texts.lowerMeaning, "#lavere"), (.older, Texts.older, Texts.olderMeaning, "#eldre"),
            (.waits, Texts.waiting, Texts.waitingMeaning, "#venter"),
        ]
        let html = figures.compactMap { group, name, meaning, link -> Html? in
            let count = groups[group]?.count ?? 0
            if count == 0 { return nil }
            return KeyFigure.html(
                Format.number(count), frame[name], definition: frame[meaning], link: link, isWarning: group == .waits || group == .lower,
                frame)
        }
        return "<div class=\"keys\">\(html)</div>"
    }

    private func acceptance(_ groups: [Group: [ObjectiveReportPlan.Line]]) -> Html {
        if !problems.isEmpty { return .empty }
        let good = lines.filter { $0.outcome.record != nil }.count
        let lower = groups[.lower] ?? []
        guard good > 0 || !lower.isEmpty else {
            return lines.isEmpty || query.contains("tatt") ? .empty : "<p class=\"next-plain\">\(frame[Texts.nothingNew])</p>"
        }
        let rows = lower.map { line -> [Html] in
            let label = "\(line.row.code?.text ?? "") \(line.doctor?.name ?? "")"
            var cells = cells(line)
            cells[0] = """
                <label class="pick"><input type="checkbox" name="lavere" value="\(line.row.line)"> <span>\(ObjectiveFileForms.row(line.row.line, frame))<span class="hidden-visually"> \(label)</span></span></label>
                """
            return cells
        }
        let asked: Html =
            rows.isEmpty
            ? .empty
            : """
            <h3 id="lavere">\(rows.count) \(frame[Texts.lower])</h3><p>\(frame[Texts.lowerMeaning])</p>\
            \(ObjectiveFileForms.table(frame[Texts.lower], heads, rows, frame))
            """
        let button = good == 0 ? Texts.takeChosen : lower.isEmpty ? Texts.take(good) : Texts.takeAndChosen(good)
        return """
            <form class="take" method="post" action="\(path)/godta">\(Form.marks(frame))<input type="hidden" name="sett" value="\(opened.plan.mark)">
            \(asked)<p class="acts"><button class="btn">\(frame[button])</button></p></form>
            """
    }

    private var heads: [Text] { [Texts.row, Texts.doctor, Texts.objective, Texts.before, Texts.after] }

    private func title(_ code: Objective.Code?) -> String {
        guard let code else { return "" }
        let objective = shelf.objective(code, in: opened.catalogue, on: frame.today)
        return objective.map { "\(code.text) \(frame[$0.title])" } ?? code.text
    }

    private func text(_ record: ObjectiveRecord?) -> String {
        record.map { "\(frame[ObjectiveTexts.full($0.status)])" } ?? "–"
    }

    private func cells(_ line: ObjectiveReportPlan.Line) -> [Html] {
        var (before, after): (ObjectiveRecord?, ObjectiveRecord?) = (nil, nil)
        switch line.outcome {
        case .added(let record): after = record
        case .changed(let from, let to), .lower(let from, let to): (before, after) = (from, to)
        case .confirmed(let record): (before, after) = (record, record)
        case .older(let known): (before, after) = (known, known)
        case .unchanged, .waits: break
        }
        let note: Html =
            line.row.isDayAssumed && after != nil && line.outcome.record != nil
            ? " <span class=\"note\">(\(frame[Texts.assumedDay]))</span>" : .empty
        return [
            ObjectiveFileForms.row(line.row.line, frame), "\(line.doctor?.name)", "\(title(line.row.code))", "\(text(before))",
            "<span>\(text(after))\(note)</span>",
        ]
    }

    private func section(
        _ group: Group, _ groups: [Group: [ObjectiveReportPlan.Line]], _ id: String, _ name: Text, _ meaning: Text
    ) -> Html {
        guard let lines = groups[group], !lines.isEmpty else { return .empty }
        let table: Html
        if group == .waits {
            let rows = lines.map { line -> [Html] in
                guard case .waits(let problem) = line.outcome else { return [] }
                return [ObjectiveFileForms.row(line.row.line, frame), "\(title(line.row.code))", "\(frame[Texts.sentence(problem)])"]
            }
            table = ObjectiveFileForms.table(frame[name], [Texts.row, Texts.objective, Texts.why], rows, frame)
        } else {
            table = ObjectiveFileForms.table(frame[name], heads, lines.map(cells), frame)
        }
        return """
            <details class="rows" id="\(id)" \(flag: "open", group == .waits || group == .changed)><summary><h2>\(lines.count) \(frame[name])</h2></summary><p>\(frame[meaning])</p>\(table)</details>
            """
    }
}
