import AlisDomain

/// One doctor's objectives: how far she has come in each set, what the replacement of a set means for her, and the table with what can be
/// done about it.
struct ObjectivePage {
    let opened: ObjectiveDesk.Opened
    let filter: ObjectiveFilter
    let notice: (text: Text, isDone: Bool)?
    let frame: Frame
    private let lines: [ObjectiveLine]

    init(opened: ObjectiveDesk.Opened, filter: ObjectiveFilter, notice: (text: Text, isDone: Bool)?, frame: Frame) {
        self.opened = opened
        self.filter = filter
        self.notice = notice
        self.frame = frame
        lines = opened.lines(opened.sets)
    }

    func html() -> Html {
        let sets = opened.sets
        let crumb: Html =
            opened.seesRecord
            ? """
            <a href="\(Addresses.record(opened.id))">\(opened.trainee.fullName)</a> › <a href="\(Addresses.plan(opened.id))">\(frame[PlanTexts.title])</a>
            """
            : "<a href=\"\(Addresses.supervision(opened.id))\">\(opened.trainee.fullName)</a>"
        return """
            <p class="crumb">\(crumb)</p>
            \(notice.map { ObjectiveBar.notice($0, frame) })
            <div class="head"><div><h1>\(frame[ObjectiveTexts.pageTitle(opened.trainee.fullName)])</h1><p class="lede">\(frame[ObjectiveTexts.lede])</p></div>
            <p class="acts">\(acts)</p></div>
            \(opened.records.isEmpty ? "<p class=\"next-plain\">\(frame[ObjectiveTexts.noneKnown])</p>" as Html : .empty)\
            \(sets.isEmpty ? "<p class=\"empty\">\(frame[ObjectiveTexts.notAsked])</p>" as Html : .empty)\
            <div class="set-figures">\(sets.map(figure))</div>
            \(sets.map(transition))\(table(sets))\(others(sets))
            """
    }

    private var acts: Html {
        var links: [Html] = []
        if opened.mayEdit {
            links.append(
                "<a class=\"btn\" href=\"\(Addresses.reportFile())?lege=\(opened.id.text)\">\(frame[ObjectiveTexts.importReport])</a>")
        }
        links.append(
            "<a class=\"btn quiet\" href=\"\(Addresses.objectives.file("xlsx")(opened.id))\">\(frame[CommonTexts.downloadXLSX])</a>")
        links.append("<a class=\"btn quiet\" href=\"\(Addresses.catalogue())\">\(frame[ObjectiveTexts.toCatalogue])</a>")
        return .join(links)
    }

    // MARK: Figures

    private func figure(_ set: ObjectiveSet) -> Html {
        let progress = ObjectiveProgress(opened.catalogue.standing(opened.records, in: set, on: opened.today))
        let begun = lines.filter { $0.set == set && $0.replaced == nil && $0.status.rank == 0 && !$0.before.isEmpty }.count
        let before: Html = begun > 0 ? "<p class=\"note\">\(frame[ObjectiveReplacedTexts.begunBefore(begun)])</p>" : .empty
        let sample: Html =
            opened.catalogue.isSample(set) ? "<p class=\"note sample\">\(frame[ObjectiveTexts.sampleLong])</p>" : .empty
        return """
            <section><h2>\(frame[ObjectiveTexts.name(set)])</h2>\(ObjectiveBar.html(progress, frame))\(before)\(sample)</section>
            """
    }

    private func transition(_ set: ObjectiveSet) -> Html {
        guard let change = opened.catalogue.transition(opened.records, in: set, on: opened.today) else { return .empty }
        let name = frame[ObjectiveTexts.name(set)]
        let kept = change.kept.map { record -> Html in
            "<li>\(opened.title(record.objective, frame)): \(frame[ObjectiveTexts.full(record.status)]). \(frame[ObjectiveTexts.origin(record)])</li>"
        }
        let underWay = lines.filter { $0.set == set && $0.replaced?.successors.isEmpty == false }.count
        let list: Html =
            kept.isEmpty
            ? .empty : "<details><summary>\(frame[ObjectiveTexts.keptTitle]) (\(kept.count))</summary><ul>\(kept)</ul></details>"
        return """
            <div class="next-plain"><p>\(frame[ObjectiveTexts.replaced(change, name, underWay: underWay)])</p>\(list)</div>
            """
    }

    // MARK: The table

    private func table(_ sets: [ObjectiveSet]) -> Html {
        if sets.isEmpty { return .empty }
        let rows = lines.filter { filter.takes($0, opened.chain($0.code)) }
        let body: Html =
            rows.isEmpty
            ? "<p class=\"empty\">\(frame[ObjectiveTexts.none])</p>"
            : ListTable(frame[ObjectiveTexts.title], ObjectiveTable(opened: opened, frame: frame).columns).html(rows)
        let buttons = ObjectiveAct.offered(opened).map { act -> Html in
            "<button class=\"btn quiet small\" name=\"gjor\" value=\"\(act.rawValue)\">\(frame[act.title])</button>"
        }
        let chosen: Html =
            rows.isEmpty || buttons.isEmpty
            ? .empty
            : "<fieldset class=\"chosen\"><legend>\(frame[ObjectiveTexts.choose])</legend><p class=\"acts\">\(buttons)</p></fieldset>"
        return """
            <section id="liste">\(filter.html(path: opened.path, sets: sets, frame))
            <form method="get" action="\(Addresses.objectiveAct(opened.id))">\(body)\(chosen)</form>
            <p class="note">\(frame[ObjectiveTexts.formal])</p></section>
            """
    }

    /// What is recorded of objectives that nobody asks for now and nothing replaced: nothing is lost.
    private func others(_ sets: [ObjectiveSet]) -> Html {
        let shown = Set(lines.map(\.code))
        let kept = opened.catalogue.kept(opened.records, on: opened.today).filter { !shown.contains($0.objective) }
        if kept.isEmpty { return .empty }
        let items = kept.sorted { $0.objective.text < $1.objective.text }.map { record -> Html in
            """
            <li><a href="\(Addresses.objective(opened.id, record.objective.text))">\(opened.title(record.objective, frame))</a>: \
            \(frame[ObjectiveTexts.full(record.status)]). \(frame[ObjectiveTexts.origin(record)])</li>
            """
        }
        return "<section><h2>\(frame[ObjectiveTexts.keptOthers])</h2><ul>\(items)</ul></section>"
    }
}

/// How far in a set, as one bar with its numbers beside it.
enum ObjectiveBar {
    /// What has been done, or what must be done first.
    static func notice(_ notice: (text: Text, isDone: Bool), _ frame: Frame) -> Html {
        notice.isDone
            ? "<p class=\"done\" role=\"status\">\(frame[notice.text])</p>"
            : "<p class=\"next-plain\" role=\"alert\">\(frame[notice.text])</p>"
    }

    static func mark(_ status: ObjectiveStatus) -> Html {
        switch status {
        case .approved: "ok"
        case .recommended: "plan"
        case .inProgress: "warn"
        case .notStarted: "soft"
        }
    }

    static func html(_ progress: ObjectiveProgress, _ frame: Frame) -> Html {
        let parts: [(rank: Int, count: Int)] = [
            (3, progress.approved), (2, progress.recommended), (1, progress.inProgress), (0, progress.notStarted),
        ]
        var x = 0
        let total = max(1, progress.asked)
        let bars = parts.filter { $0.count > 0 }.map { part -> Html in
            let start = x * 600 / total
            x += part.count
            return "<rect class=\"obj-\(part.rank)\" x=\"\(start)\" y=\"0\" width=\"\(x * 600 / total - start)\" height=\"16\"/>"
        }
        let legend = parts.map { part -> Html in
            "<li><i class=\"obj-\(part.rank)\"></i>\(frame[ObjectiveTexts.name(rank: part.rank)]): <b>\(part.count)</b></li>"
        }
        return """
            <p class="of"><b>\(progress.approved)</b> / \(progress.asked) \(frame[ObjectiveTexts.name(rank: 3)].lowercased())</p>
            <svg class="objective-bar" viewBox="0 0 600 16" preserveAspectRatio="none" aria-hidden="true">\(bars)</svg>
            <ul class="legend">\(legend)</ul>
            """
    }
}

/// What of the list is shown: one set, or those that stand in one place.
struct ObjectiveFilter: Sendable {
    let shown: Shown
    let set: ObjectiveSet?

    enum Shown: String, CaseIterable, Sendable {
        case all = "alle"
        case missing = "mangler"
        case inProgress = "i-gang"
        case recommended = "anbefalt"
        case approved = "godkjent"
        case open = "under-vurdering"
        case waiting = "venter"

        var text: Text {
            switch self {
            case .all: ObjectiveTexts.all
            case .missing: Text("Ikke godkjent", nn: "Ikkje godkjent")
            case .inProgress: ObjectiveTexts.name(rank: 1)
            case .recommended: ObjectiveTexts.name(rank: 2)
            case .approved: ObjectiveTexts.name(rank: 3)
            case .open: Text("Under vurdering her", nn: "Under vurdering her")
            case .waiting: Text("Venter på kommunens leder", nn: "Ventar på leiaren i kommunen")
            }
        }
    }

    init(_ query: FormData) {
        shown = Shown(rawValue: query["vis"]) ?? .all
        set = ObjectiveSet(rawValue: query["sett"])
    }

    func takes(_ line: ObjectiveLine, _ chain: ObjectiveChain) -> Bool {
        if let set, line.set != set { return false }
        return switch shown {
        case .all: true
        case .missing: line.status.rank < 3
        case .inProgress: line.status.rank == 1
        case .recommended: line.status.rank == 2
        case .approved: line.status.rank == 3
        case .open: chain.isOpen
        // As the work list counts it: by the status that came of the recommendations here.
        case .waiting: chain.standing == .waitsForLeader || (line.status.rank == 2 && line.record?.origin == .approvedHere)
        }
    }

    func html(path: String, sets: [ObjectiveSet], _ frame: Frame) -> Html {
        let shownOptions = Shown.allCases.map { (value: $0.rawValue, text: frame[$0.text]) }
        let setOptions =
            [(value: "", text: frame[ObjectiveTexts.all])] + sets.map { (value: $0.rawValue, text: frame[ObjectiveTexts.name($0)]) }
        return """
            <form class="filters" method="get" action="\(path)#liste">\(Form.select("vis", frame[ObjectiveTexts.status], value: shown.rawValue, options: shownOptions, frame))\
            \(Form.select("sett", frame[ObjectiveTexts.set], value: set?.rawValue ?? "", options: setOptions, frame))\
            <button class="btn quiet">\(frame[ObjectiveTexts.show])</button></form>
            """
    }
}
