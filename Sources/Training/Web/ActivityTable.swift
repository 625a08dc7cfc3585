import AlisDomain

/// Courses, groups, duty shifts and confirmations: what is done and what is planned.
struct ActivityTable {
    let opened: PlanDesk.Opened
    let frame: Frame
    var isForPrint = false

    /// As texts, for paper.
    var texts: (heads: [String], rows: [[String]]) { ListTable(frame[PlanTexts.activities], columns).texts(opened.file.activities) }

    private var mayEdit: Bool { opened.mayEdit && !isForPrint }

    private var columns: [ListColumn<PlanFile.RecordThing<ActivityRecord>>] {
        typealias Column = ListColumn<PlanFile.RecordThing<ActivityRecord>>
        let told = [
            Column(frame[PlanTexts.activity], value: { .text(name($0.value)) }),
            Column(frame[PlanTexts.topic], value: { .text($0.value.topic) }) { "\($0.value.topic)" },
            Column(frame[PlanTexts.amount], value: { .text(amount($0.value)) }),
            Column(frame[MunicipalityTexts.period], value: { .text(Format.period($0.period, frame.language)) }),
            Column(frame[PlanTexts.verdict], value: { .text(frame[$0.value.isDone ? PlanTexts.isDone : PlanTexts.isPlanned]) }),
        ]
        let edit = Column(frame[CommonTexts.change], in: .act) { thing in
            """
            <a href="\(Addresses.activity(opened.id, thing.id))">\(frame[CommonTexts.change])\
            <span class="hidden-visually">: \(name(thing.value))</span></a>
            """
        }
        return told + (mayEdit ? [edit] : [])
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
        let rows = opened.file.activities
        let add: Html =
            mayEdit && opened.end == nil
            ? "<p class=\"acts\"><a class=\"btn quiet\" href=\"\(Addresses.newActivity(opened.id))\">\(frame[PlanTexts.addActivity])</a></p>"
            : .empty
        let body: Html =
            rows.isEmpty
            ? "<p class=\"empty\">\(frame[PlanTexts.noActivities])</p>" : ListTable(frame[PlanTexts.activities], columns).html(rows)
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
