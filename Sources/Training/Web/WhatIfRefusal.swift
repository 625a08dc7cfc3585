import AlisDomain

/// Why a change that was tried cannot be made by the viewer, and what to do instead.
///
/// What the forms of the plan refuse is refused here too, in the words that say what is wrong with the plan. Leave is recorded by the
/// municipality or its office: a doctor may try it, and is told what to tell them.
struct WhatIfRefusal {
    private let whatIf: WhatIf
    private let opened: PlanDesk.Opened
    private let frame: Frame

    init(_ whatIf: WhatIf, _ opened: PlanDesk.Opened, _ frame: Frame) {
        self.whatIf = whatIf
        self.opened = opened
        self.frame = frame
    }

    private var wrong: [CaseProblem] { whatIf.comparison.refusedProblems }

    private var leave: AbsencePeriod? {
        guard case .takeLeave(let kind, let period, let share) = whatIf.change, !opened.record.mayEdit else { return nil }
        return AbsencePeriod(id: opened.file.training, period: period, kind: kind, share: share)
    }

    /// None when the change can be made.
    var problems: [FieldProblem] {
        let field =
            switch whatIf.change {
            case .changePercent: "prosent"
            case .changeMunicipality: "kommune"
            default: "fra"
            }
        return wrong.map { FieldProblem(field, CaseProblemTexts.text($0, opened, frame)) }
            + (leave.map { [FieldProblem("hva", byOthers($0))] } ?? [])
    }

    /// What stands where the change would have been made.
    func html() -> Html {
        let leave = leave.map { "<p class=\"next-plain\">\(frame[byOthers($0)])</p>" as Html }
        return
            "\(wrong.isEmpty ? .empty : mending)\(leave)<p class=\"acts\"><a class=\"btn quiet\" href=\"\(opened.path)\">\(frame[CommonTexts.cancel])</a></p>"
    }

    /// The same sentences as at the fields, and the periods in the way, each where it is changed.
    private var mending: Html {
        let sentences = wrong.map { "<li>\(frame[CaseProblemTexts.text($0, opened, frame)])</li>" as Html }
        let periods = wrong.compactMap { problem -> Period? in
            if case .aboveFullPosition(_, let period) = problem { period } else { nil }
        }
        // Only those that are in the plan today can be changed there.
        let others = whatIf.before.services.filter { service in
            whatIf.after.service(service.id) == service && periods.contains { $0.overlaps(service.period) }
        }.map { service -> Html in
            let text =
                "\(Format.period(service.period, frame.language)): \(opened.name(service.category, frame)), \(opened.place(service, frame))"
            return opened.file.isAssumed
                ? "<li>\(text)</li>" : "<li><a href=\"\(Addresses.service(opened.id, service.id))\">\(text)</a></li>"
        }
        let inTheWay: Html = others.isEmpty ? .empty : "<p>\(frame[Self.orFirst])</p><ul>\(others)</ul>"
        return "<div class=\"errors\"><h3>\(frame[Self.cannot])</h3><ul>\(sentences)</ul><p>\(frame[Self.tryOther])</p>\(inTheWay)</div>"
    }

    private func byOthers(_ leave: AbsencePeriod) -> Text {
        let place = PlanReminder.municipality(opened).map(opened.placeName)
        // Recording leave moves nothing else: the rest of what is shown is proposed by the plan afterwards.
        let isProlonged = whatIf.before.services != whatIf.after.services
        let after =
            isProlonged
            ? Text(
                "Når det er ført, foreslår planen å forlenge den siste perioden, som vist over.",
                nn: "Når det er ført, føreslår planen å forlengje den siste perioden, som vist over.")
            : Text("Når det er ført, blir planen som vist over.", nn: "Når det er ført, blir planen som vist over.")
        let (kind, share) = (TraineeTexts.name(leave.kind), Format.percent(leave.share))
        return Text(
            "Fravær føres av kommunen eller ALIS-kontoret, så du kan prøve det her, men ikke legge det inn. Si fra til \(place.map { "\($0) kommune" } ?? "kommunen"): \(kind.nb.lowercased()), \(Format.period(leave.period, .bokmal)), \(share) av stillingen. \(after.nb)",
            nn:
                "Fråvær blir ført av kommunen eller ALIS-kontoret, så du kan prøve det her, men ikkje leggje det inn. Sei frå til \(place.map { "\($0) kommune" } ?? "kommunen"): \(kind.nn.lowercased()), \(Format.period(leave.period, .nynorsk)), \(share) av stillinga. \(after.nn)"
        )
    }

    private static let cannot = Text("Dette kan ikke legges inn i planen", nn: "Dette kan ikkje leggjast inn i planen")
    private static let tryOther = Text(
        "Prøv andre datoer eller en annen prosent over.", nn: "Prøv andre datoar eller ein annan prosent over.")
    private static let orFirst = Text("Eller rett det som står i veien, først:", nn: "Eller rett det som står i vegen, først:")
}
