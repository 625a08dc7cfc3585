import AlisDomain

/// The plan on paper: what a signature is put under, without anything to click.
struct PlanPrint {
    let opened: PlanDesk.Opened
    let frame: Frame
    /// What has changed since the municipality decided; nil when nobody has.
    let sinceDecision: PlanSince?

    /// What stands on top: who, which rules, when done, who has decided, and when it was printed.
    var facts: [(name: String, value: String)] {
        var facts: [(Text, String)] = [
            (TraineeTexts.hpr, opened.record.trainee.hpr?.digits ?? "–"), (OverviewTexts.scheme, frame[opened.rules.name]),
            opened.end.map { (PlanTexts.courseLabel, frame[PlanTexts.ended($0)]) }
                ?? (PlanTexts.done, CourseWorkTexts.done(opened.evaluation, frame)),
        ]
        if opened.end == nil, opened.rules.scheme == .old, let deadline = opened.deadline {
            facts.append((Self.deadline, deadline.norwegian))
        }
        if let decision = opened.file.decision {
            let isApproved = decision.value.kind == .approved
            let changed = isApproved ? sinceDecision?.afterApproval(frame.language).map { ". \($0)" } ?? "" : ""
            facts.append((PlanTexts.name(decision.value.kind), "\(decision.period.from.norwegian), \(decision.value.personName)\(changed)"))
        }
        facts.append((Self.madeOn, frame.today.norwegian))
        return facts.map { (frame[$0.0], $0.1) }
    }

    func html() -> Html {
        let rows = facts.map { "<dt>\($0.name)</dt><dd>\($0.value)</dd>" as Html }
        let next = NextActionTexts(opened: opened, frame: frame).lines(limit: 5).map { "<li>\($0)</li>" as Html }
        let sources = PlanSources(opened: opened, frame: frame)
        return """
            <article class="paper"><p class="crumb no-print"><a href="\(opened.path)">\(frame[PlanTexts.title])</a></p>
            <h1>\(frame[PlanTexts.title]): \(opened.record.trainee.fullName)</h1>
            <p class="acts no-print"><a class="btn quiet" href="\(Addresses.plan.file("pdf")(opened.id))">\(frame[Self.asPDF])</a></p>
            \(opened.file.isAssumed ? "<p>\(frame[opened.end == nil ? PlanTexts.assumed : PlanTexts.assumedThroughout])</p>" as Html : .empty)<dl class="facts">\(rows)</dl>
            \(PlanTimeline(opened: opened, frame: frame, isListed: false).html())
            \(SupervisionFigures(opened: opened, frame: frame).warnings.map { "<p>\(frame[$0.text])</p>" as Html })
            \(next.isEmpty ? .empty : "<h2>\(frame[PlanTexts.next])</h2><ol class=\"steps\">\(next)</ol>" as Html)
            \(ServiceTable(opened: opened, frame: frame, isForPrint: true).html())
            \(RequirementTable(opened: opened, frame: frame).html())
            \(ActivityTable(opened: opened, frame: frame, isForPrint: true).html())
            <div class="signatures">\(Self.signers.map { "<p>\(frame[$0])</p>" as Html })</div>
            <section><h2>\(frame[PlanTexts.proofs])</h2>\(sources.proofList)</section>
            <section><h2>\(frame[PlanTexts.readings])</h2>\(sources.readingList)</section>
            <p class="note no-print">\(frame[Self.hint])</p></article>
            """
    }

    static let asPDF = Text("Last ned som PDF", nn: "Last ned som PDF")
    private static let madeOn = Text("Skrevet ut", nn: "Skriven ut")
    static let deadlineDefinition = Text(
        "Fristen står i grunndata med kilde. Rekkes den ikke, se hva konvertering gir under «Hva om …».",
        nn: "Fristen står i grunndata med kjelde. Blir han ikkje nådd, sjå kva konvertering gir under «Kva om …».")
    static let deadline = Text("Siste dag for å søke etter gammel ordning", nn: "Siste dag for å søkje etter gammal ordning")
    /// Those who sign.
    static let signers = [
        Text("For kommunen", nn: "For kommunen"), Text("Lege i spesialisering", nn: "Lege i spesialisering"),
        Text("Veileder", nn: "Rettleiar"),
    ]
    private static let hint = Text(
        "Skriv ut siden fra nettleseren, eller last den ned som PDF.", nn: "Skriv ut sida frå nettlesaren, eller last ho ned som PDF.")
}
