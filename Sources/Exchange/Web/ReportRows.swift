import AlisDomain

/// The rows of a report: what would be new and changed, what is asked about, what is left alone, and what waits.
struct ReportRows {
    let opened: ReportFile.Opened
    let shelf: ObjectiveShelf
    let frame: Frame

    private typealias Line = ObjectiveReportPlan.Line
    private var lines: [Line] { opened.plan.lines }

    /// Where on the page a row stands.
    private func place(_ line: Line) -> String {
        switch line.outcome {
        case .added: "nye"
        case .changed: "endres"
        case .confirmed: "bekreftes"
        case .unchanged: "uendret"
        case .lower: "lavere"
        case .older: "eldre"
        case .waits: "venter"
        }
    }

    var groups: [TablePage<ReportFile>.Group] {
        let found = Dictionary(grouping: lines, by: place)
        func group(_ id: String, _ name: Text, _ meaning: Text) -> TablePage<ReportFile>.Group {
            let (lines, waits) = (found[id] ?? [], id == "venter")
            return .init(
                count: lines.count, name: name, meaning: meaning, id: id, isWarning: waits || id == "lavere",
                isOpen: waits || id == "endres", said: waits && button == nil ? FileTexts.waitingAlone : meaning,
                heads: waits ? [FileTexts.row, ReportTexts.objective, FileTexts.why] : heads,
                rows: id == "uendret" ? [] : lines.map(waits ? waiting : cells))
        }
        return [
            group("nye", FileTexts.added(found["nye"]?.count ?? 0), ReportTexts.addedMeaning),
            group("endres", FileTexts.changed, ReportTexts.changedMeaning),
            group("bekreftes", ReportTexts.confirmed, ReportTexts.confirmedMeaning),
            group("uendret", FileTexts.same, FileTexts.sameMeaning),
            group("lavere", ReportTexts.lower, ReportTexts.lowerMeaning), group("eldre", ReportTexts.older, ReportTexts.olderMeaning),
            group("venter", FileTexts.waiting, FileTexts.waitingMeaning),
        ]
    }

    private var good: Int { lines.count { $0.outcome.record != nil } }
    private var lower: [Line] { lines.filter { place($0) == "lavere" } }

    var button: Text? {
        if good == 0 { return lower.isEmpty ? nil : ReportTexts.takeChosen }
        return lower.isEmpty ? FileTexts.take(good) : ReportTexts.takeAndChosen(good)
    }

    /// Rows that say less than what is known: they are taken in when somebody ticks them.
    var asked: Html {
        if lower.isEmpty { return .empty }
        let rows = lower.map { line -> [Html] in
            let label = "\(line.row.code?.text ?? "") \(line.doctor?.name ?? "")"
            var cells = cells(line)
            cells[0] = """
                <label class="pick"><input type="checkbox" name="lavere" value="\(line.row.line)"> <span>\(cells[0])<span class="hidden-visually"> \(label)</span></span></label>
                """
            return cells
        }
        return """
            <h3 id="lavere">\(rows.count) \(frame[ReportTexts.lower])</h3><p>\(frame[ReportTexts.lowerMeaning])</p>\
            \(FileForms.table(ReportTexts.lower, heads, rows, frame))
            """
    }

    /// Some of the titles are our own examples, and are said to be.
    var sample: [Html] {
        let codes = Set(lines.compactMap(\.row.code))
        let isSample = codes.contains { shelf.objective($0, in: opened.catalogue, on: frame.today)?.isSample ?? false }
        return isSample ? ["<p class=\"note sample\">\(frame[ObjectiveTexts.sample])</p>"] : []
    }

    /// The way on from what was taken in: to those it was about.
    var doctors: Html {
        var found: [ReportDoctor] = []
        for case let doctor? in lines.map(\.doctor) where found.count < 12 && !found.contains(doctor) { found.append(doctor) }
        if found.isEmpty { return .empty }
        let links = found.map { "<a href=\"\(Addresses.objectives($0.trainee))\">\($0.name)</a>" as Html }
        return " \(frame[ReportTexts.seeDoctors]) \(Html.join(links, separator: ", "))"
    }

    private var heads: [Text] { [FileTexts.row, ReportTexts.doctor, ReportTexts.objective, FileTexts.before, FileTexts.after] }

    private func title(_ code: Objective.Code?) -> String {
        guard let code else { return "" }
        let objective = shelf.objective(code, in: opened.catalogue, on: frame.today)
        return objective.map { "\(code.text) \(frame[$0.title])" } ?? code.text
    }

    private func text(_ record: ObjectiveRecord?) -> String { record.map { "\(frame[ObjectiveTexts.full($0.status)])" } ?? "–" }

    private func waiting(_ line: Line) -> [Html] {
        guard case .waits(let problem) = line.outcome else { return [] }
        return [FileForms.row(line.row.line, frame), "\(title(line.row.code))", "\(frame[ReportTexts.sentence(problem)])"]
    }

    private func cells(_ line: Line) -> [Html] {
        var (before, after): (ObjectiveRecord?, ObjectiveRecord?) = (nil, nil)
        switch line.outcome {
        case .added(let record): after = record
        case .changed(let from, let to), .lower(let from, let to): (before, after) = (from, to)
        case .confirmed(let record): (before, after) = (record, record)
        case .older(let known): (before, after) = (known, known)
        case .unchanged, .waits: break
        }
        let isAssumed = line.row.isDayAssumed && line.outcome.record != nil
        let note: Html = isAssumed ? " <span class=\"note\">(\(frame[ReportTexts.assumedDay]))</span>" : .empty
        return [
            FileForms.row(line.row.line, frame), "\(line.doctor?.name)", "\(title(line.row.code))", "\(text(before))",
            "<span>\(text(after))\(note)</span>",
        ]
    }
}
