import AlisDomain

/// The dry run of a catalogue.
struct CatalogueImportPage {
    let file: ObjectiveFile
    let reading: ColumnReading<CatalogueColumn>
    let plan: CataloguePlan
    /// What the country's doctors have under way in what is replaced.
    let underWay: ObjectivesUnderWay
    let query: FormData
    /// What was typed in the form of the columns, when something in it is wrong.
    let typed: FormData?
    let problems: [FieldProblem]
    let frame: Frame

    private typealias Texts = ObjectiveImportTexts
    private var path: String { "/laeringsmal/katalog/\(file.id.text)" }

    func html() -> Html {
        """
        <p class="crumb"><a href="/laeringsmal">\(frame[ObjectiveTexts.title])</a> › <a href="/laeringsmal/katalog">\(frame[Texts.catalogueTitle])</a></p>
        <h1>\(file.fileName)</h1><p class="lede">\(frame[file.taken > 0 ? Texts.takenLede : Texts.dryRunLede])</p>
        \(notices)\(Form.errorSummary(problems, frame))\(figures)\(acceptance)
        \(ObjectiveFileForms.columns(reading, action: "\(path)/kolonner", more: .empty, typed: typed, problems: problems, frame))
        \(waiting)\(section(.changed, "endres", Texts.catalogueChanged))\(section(.added, "nye", Texts.added(count(.added))))
        \(ObjectiveFileForms.drop(file, action: "\(path)/forkast", frame))
        """
    }

    private var notices: Html {
        var notices: [Html] = []
        if let taken = ImportText.digits(query["tatt"], atMost: 6) {
            notices.append(
                "<p class=\"done\" role=\"status\">\(frame[Texts.takenIn(taken)]) <a href=\"/laeringsmal\">\(frame[Texts.seeCatalogue])</a></p>"
            )
        }
        if query.contains("nytt") { notices.append("<p class=\"next-plain\" role=\"alert\">\(frame[Texts.stale])</p>") }
        if !plan.unknownReplaced.isEmpty {
            notices.append("<p class=\"next-plain\">\(frame[Texts.unknownReplaced(plan.unknownReplaced.joined(separator: ", "))])</p>")
        }
        if underWay.doctors > 0 { notices.append("<p class=\"next-plain\">\(frame[Texts.underWay(underWay)])</p>") }
        if reading.isUnderstood, plan.changes.isEmpty, plan.waiting.isEmpty {
            notices.append("<p class=\"next-plain\" role=\"alert\">\(frame[Texts.nothing])</p>")
        }
        return .join(notices)
    }

    private func count(_ outcome: CataloguePlan.Outcome) -> Int { plan.changes.filter { $0.outcome == outcome }.count }

    private var figures: Html {
        if !reading.isUnderstood { return .empty }
        let figures: [(Int, Text, Text, String?)] = [
            (count(.added), Texts.added(count(.added)), Texts.catalogueAddedMeaning, "#nye"),
            (count(.changed), Texts.catalogueChanged, Texts.catalogueChangedMeaning, "#endres"),
            (count(.unchanged), Texts.same, Texts.sameMeaning, nil), (plan.waiting.count, Texts.waiting, Texts.waitingMeaning, "#venter"),
        ]
        let html = figures.filter { $0.0 > 0 }.map { number, name, meaning, link in
            KeyFigure.html(
                Format.number(number), frame[name], definition: frame[meaning], link: number > 0 ? link : nil,
                isWarning: number > 0 && name == Texts.waiting, frame)
        }
        return "<div class=\"keys\">\(html)</div>"
    }

    private var acceptance: Html {
        if !problems.isEmpty { return .empty }
        let good = plan.good.count
        if good == 0 {
            return plan.changes.isEmpty || query.contains("tatt") ? .empty : "<p class=\"next-plain\">\(frame[Texts.nothingNew])</p>"
        }
        return """
            <form class="take" method="post" action="\(path)/godta">\(Form.marks(frame))<input type="hidden" name="sett" value="\(plan.mark)">\
            <p class="acts"><button class="btn">\(frame[Texts.take(good)])</button></p></form>
            """
    }

    private func entry(_ entry: CatalogueEntry, _ period: Period) -> String {
        let replaced =
            entry.replaces.isEmpty
            ? "" : ". \(frame[CatalogueColumn.replaces.title]): \(entry.replaces.map(\.text).joined(separator: ", "))"
        let sample = entry.isSample ? " (\(frame[ObjectiveTexts.sample].lowercased()))" : ""
        return "\(frame[entry.title])\(sample), \(Format.period(period, frame.language))\(replaced)"
    }

    private func section(_ outcome: CataloguePlan.Outcome, _ id: String, _ name: Text) -> Html {
        let changes = plan.changes.filter { $0.outcome == outcome }
        if changes.isEmpty { return .empty }
        // Of what is new there is nothing before.
        let hasBefore = outcome != .added
        let rows = changes.map { change -> [Html] in
            let before = change.before.map { "<span>\(entry($0.value, $0.period))</span><br>" as Html }
            let after = change.stretches.map { "<span>\(entry($0.1, $0.0))</span><br>" as Html }
            let lines = change.rows.map { String($0.line) }.joined(separator: ", ")
            return ["\(change.code)", "\(lines)"] + (hasBefore ? ["<span>\(before)</span>"] : []) + ["<span>\(after)</span>"]
        }
        let heads = [ObjectiveTexts.code, Texts.row] + (hasBefore ? [Texts.before] : []) + [Texts.after]
        return """
            <details class="rows" id="\(id)" open><summary><h2>\(changes.count) \(frame[name])</h2></summary>\
            \(ObjectiveFileForms.table(frame[name], heads, rows, frame))</details>
            """
    }

    private var waiting: Html {
        if plan.waiting.isEmpty { return .empty }
        let rows = plan.waiting.map { row -> [Html] in
            [ObjectiveFileForms.row(row.line, frame), "\(row.code?.text ?? "")", "\(row.problem.map { frame[Texts.sentence($0)] })"]
        }
        return """
            <details class="rows" id="venter" open><summary><h2>\(plan.waiting.count) \(frame[Texts.waiting])</h2></summary><p>\(frame[plan.good.isEmpty ? Texts.waitingAlone : Texts.waitingMeaning])</p>\
            \(ObjectiveFileForms.table(frame[Texts.waiting], [Texts.row, ObjectiveTexts.code, Texts.why], rows, frame))</details>
            """
    }
}
