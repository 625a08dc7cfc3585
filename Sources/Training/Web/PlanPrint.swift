import AlisDomain

/// The plan on paper: what a signature is put under, without anything to click.
struct PlanPrint {
    let opened: PlanDesk.Opened
    let frame: Frame

    func html() -> Html {
        let evaluation = opened.evaluation
        let decision: Html =
            opened.file.decision.map {
                "<p>\(frame[PlanTexts.name($0.value.kind)]) \($0.period.from.norwegian), \($0.value.personName)</p>"
            } ?? .empty
        let facts: [(Text, String)] = [
            (TraineeTexts.hpr, opened.record.trainee.hpr?.digits ?? "–"),
            (OverviewTexts.scheme, frame[opened.rules.name]),
            (PlanTexts.done, evaluation.completion?.norwegian ?? frame[PlanTexts.notReached]),
            (Self.madeOn, frame.today.norwegian),
        ]
        let rows = facts.map { "<dt>\(frame[$0.0])</dt><dd>\($0.1)</dd>" as Html }
        return """
            <article class="paper"><p class="crumb no-print"><a href="\(opened.path)">\(frame[PlanTexts.title])</a></p>
            <h1>\(frame[PlanTexts.title]): \(opened.record.trainee.fullName)</h1><dl class="facts">\(rows)</dl>\(decision)
            \(PlanTimeline(opened: opened, frame: frame).html())
            \(ServiceTable(opened: opened, frame: frame, isForPrint: true).html())
            \(RequirementTable(opened: opened, frame: frame).html())
            <div class="signatures"><p>\(frame[Self.municipality])</p><p>\(frame[Self.doctor])</p><p>\(frame[Self.supervisor])</p></div>
            <p class="note no-print">\(frame[Self.hint])</p></article>
            """
    }

    private static let madeOn = Text("Skrevet ut", nn: "Skriven ut")
    private static let municipality = Text("For kommunen", nn: "For kommunen")
    private static let doctor = Text("Lege i spesialisering", nn: "Lege i spesialisering")
    private static let supervisor = Text("Veileder", nn: "Rettleiar")
    private static let hint = Text(
        "Skriv ut siden fra nettleseren, eller velg «Lagre som PDF» som skriver.",
        nn: "Skriv ut sida frå nettlesaren, eller vel «Lagre som PDF» som skrivar.")
}
