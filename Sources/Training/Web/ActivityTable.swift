import AlisDomain

/// Courses, groups, duty shifts and confirmations: what is done and what is planned.
struct ActivityTable {
    let opened: PlanDesk.Opened
    let frame: Frame
    var isForPrint = false

    static let heads = [PlanTexts.activity, PlanTexts.topic, PlanTexts.amount, MunicipalityTexts.period, PlanTexts.verdict]

    /// One row for each, in the order of `heads`.
    var rows: [[String]] {
        opened.file.activities.map { thing in
            [
                name(thing.value), thing.value.topic, amount(thing.value), Format.period(thing.period, frame.language),
                frame[thing.value.isDone ? PlanTexts.isDone : PlanTexts.isPlanned],
            ]
        }
    }

    private func name(_ record: ActivityRecord) -> String {
        opened.rules.activity(record.activity).map { frame[$0.name] } ?? record.activity.text
    }

    private func amount(_ record: ActivityRecord) -> String {
        switch opened.rules.activity(record.activity)?.measure {
        case .hours: HoursText.hours(record.minutes) + "\u{00A0}t"
        case .count: Format.number(record.count)
        default: record.minutes > 0 ? HoursText.hours(record.minutes) + "\u{00A0}t" : "–"
        }
    }

    func html() -> Html {
        let heads = Self.heads.map { frame[$0] }
        let mayEdit = opened.mayEdit && !isForPrint
        let rows = zip(opened.file.activities, rows).map { thing, cells -> Html in
            let edit: Html =
                mayEdit
                ? "<a href=\"\(opened.path)/aktivitet/\(thing.id.text)\">\(frame[CommonTexts.change])<span class=\"hidden-visually\">: \(cells[0])</span></a>"
                : .empty
            let rest = zip(heads, cells).dropFirst().map { "<td data-label=\"\($0)\">\($1)</td>" as Html }
            return "<tr><th scope=\"row\">\(cells[0])</th>\(rest)\(isForPrint ? .empty : "<td>\(edit)</td>" as Html)</tr>"
        }
        let last: Html = isForPrint ? .empty : "<th scope=\"col\"><span class=\"hidden-visually\">\(frame[CommonTexts.change])</span></th>"
        let add: Html =
            mayEdit && opened.end == nil
            ? "<p class=\"acts\"><a class=\"btn quiet\" href=\"\(opened.path)/aktivitet/ny\">\(frame[PlanTexts.addActivity])</a></p>"
            : .empty
        let body: Html =
            rows.isEmpty
            ? "<p class=\"empty\">\(frame[PlanTexts.noActivities])</p>"
            : """
            <div class="scroll" tabindex="0" role="region" aria-label="\(frame[PlanTexts.activities])"><table class="texts cards"><thead><tr>\
            \(heads.map { "<th scope=\"col\">\($0)</th>" as Html })\(last)</tr></thead><tbody>\(rows)</tbody></table></div>
            """
        let folded: Html =
            rows.count > 6 && !isForPrint
            ? "<details><summary>\(frame[PlanTexts.activityCount(rows.count)])</summary>\(body)</details>" : body
        return "<section><h2>\(frame[PlanTexts.activities])</h2>\(folded)\(add)</section>"
    }
}

/// What a plan leans on: how the rules are read, what is to be enclosed with the application, and where it all stands.
struct PlanSources {
    let opened: PlanDesk.Opened
    let frame: Frame

    var proofs: [String] {
        opened.rules.proofs(isConverted: opened.file.trainingCase.convertedOn != nil).map { frame[$0.name] }
    }
    var readings: [(name: String, value: String)] {
        opened.rules.interpretations.map { (frame[$0.name], "\(frame[$0.reason]) \(frame[RuleTexts.readingFrom($0.from)])") }
    }
    /// Each source of a requirement once, in the order of the requirements.
    var sources: [String] {
        var seen: Set<String> = []
        return opened.evaluation.outcomes.map { opened.evaluation.requirement($0) }
            .map { requirement in
                opened.rules.paragraphs[requirement.code.text].map { "\($0), \(requirement.source)" } ?? requirement.source
            }.filter { seen.insert($0).inserted }
    }

    var proofList: Html {
        proofs.isEmpty ? "<p class=\"empty\">\(frame[PlanTexts.noProofs])</p>" : "<ul>\(proofs.map { "<li>\($0)</li>" as Html })</ul>"
    }
    var readingList: Html {
        "<dl class=\"readings\">\(readings.map { "<dt>\($0.name)</dt><dd>\($0.value)</dd>" as Html })</dl>"
    }
}
