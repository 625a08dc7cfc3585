import AlisDomain

/// Every requirement of the scheme: what it asks, what she has, what is planned, what is missing, when it is met, and where it stands.
struct RequirementTable {
    let opened: PlanDesk.Opened
    let frame: Frame

    static let heads = [
        PlanTexts.requirement, PlanTexts.required, PlanTexts.counted, PlanTexts.planned, PlanTexts.missing, PlanTexts.verdict,
        PlanTexts.metOn,
    ]

    func html() -> Html {
        let (binding, others) = (
            opened.evaluation.outcomes.filter { opened.evaluation.requirement($0).isRequired },
            opened.evaluation.outcomes.filter { !opened.evaluation.requirement($0).isRequired }
        )
        let recommended: Html =
            others.isEmpty
            ? .empty
            : """
            <details class="recommended"><summary>\(frame[PlanTexts.alsoRecommended(others.count)])</summary>\(table(others, PlanTexts.recommendedTitle))</details>
            """
        return "<section><h2>\(frame[PlanTexts.requirements])</h2>\(table(binding, PlanTexts.requirements))\(recommended)</section>"
    }

    /// The requirements that are asked for, or those that are recommended, in the order of `heads`.
    func rows(areRequired: Bool) -> [[String]] {
        opened.evaluation.outcomes.filter { opened.evaluation.requirement($0).isRequired == areRequired }.map { outcome in
            let requirement = opened.evaluation.requirement(outcome)
            let asks = requirement.isRequired && requirement.certainty == .unverified ? " (\(frame[PlanTexts.unverifiedRule]))" : ""
            let name = frame[requirement.name] + asks
            let amounts = [outcome.required, outcome.counted].map { PlanAmounts.text($0, frame) }
            return [name] + amounts + [figures.planned(outcome), hasEnded ? "–" : figures.missing(outcome)] + [
                frame[verdict(outcome)], day(outcome),
            ]
        }
    }

    /// What is to be minded at a requirement, each with its name: for paper, where there is nothing to fold out.
    var notes: [String] {
        if hasEnded { return [] }
        return opened.evaluation.outcomes.flatMap { outcome in
            figures.notes(outcome).map { "\(frame[opened.evaluation.requirement(outcome).name]): \(frame[$0])" }
        }
    }

    private var figures: SupervisionFigures { SupervisionFigures(opened: opened, frame: frame) }

    /// Of a training that has ended, what is not recorded here says nothing of what she has.
    private var hasEnded: Bool { opened.end != nil }

    private func verdict(_ outcome: RequirementOutcome) -> Text {
        switch outcome.verdict {
        case .lacking where hasEnded, .metByPlan where hasEnded: PlanTexts.notRecorded
        default: PlanTexts.name(outcome.verdict)
        }
    }

    /// When it is met, or the earliest it can be.
    private func day(_ outcome: RequirementOutcome) -> String {
        if hasEnded, outcome.verdict != .met { return "" }
        if let day = outcome.metOn { return day.norwegian }
        return outcome.verdict == .lacking ? outcome.earliest.map { frame[PlanTexts.earliest($0)] } ?? "" : ""
    }

    private func table(_ outcomes: [RequirementOutcome], _ title: Text) -> Html {
        let heads = Self.heads.map { frame[$0] }
        return """
            <div class="scroll" tabindex="0" role="region" aria-label="\(frame[title])"><table class="texts cards requirements">\
            <thead><tr>\(heads.map { "<th scope=\"col\">\($0)</th>" as Html })</tr></thead><tbody>\(outcomes.map { row($0, heads) })</tbody></table></div>
            """
    }

    private func row(_ outcome: RequirementOutcome, _ heads: [String]) -> Html {
        let requirement = opened.evaluation.requirement(outcome)
        let mark =
            switch outcome.verdict {
            case .met: "ok"
            case .metByPlan: "plan"
            case .lacking: requirement.isRequired && !hasEnded ? "warn" : "soft"
            case .unverified: "soft"
            }
        let note: Html = requirement.isRequired ? .empty : " <span class=\"note\">(\(frame[PlanTexts.recommended]))</span>"
        var example = ""
        if case .objectives(let set) = requirement.kind,
            opened.file.trainingCase.objectives.contains(where: { $0.set == set && $0.isSample })
        {
            example = " (\(frame[ObjectiveTexts.example]))"
        }
        let remedy: Html =
            outcome.verdict == .met || hasEnded ? .empty : "<p>\(frame[requirement.remedy])</p>"
        let asks = requirement.isRequired && requirement.certainty == .unverified ? " (\(frame[PlanTexts.unverifiedRule]))" : ""
        let rule: Html = figures.rule(requirement).map { "<p class=\"note\">\(frame[$0])</p>" } ?? .empty
        let mind = (hasEnded ? [] : figures.notes(outcome)).map { "<p class=\"note\">\(frame[$0])</p>" as Html }
        return """
            <tr><th scope="row"><details><summary>\(frame[requirement.name])\(example)\(asks)\(note)</summary>\(remedy)\(rule)\
            <p class="note">\(frame[PlanTexts.ruleSource]): \(RuleTexts.source(requirement, opened.rules, frame)) · \
            <a href="\(RuleTexts.link(opened.rules, requirement: requirement))">\(frame[RuleTexts.seeRule])</a></p>\(supervisionLink(requirement))</details>\(mind)</th>\
            <td data-label="\(heads[1])">\(PlanAmounts.text(outcome.required, frame))</td>\
            <td data-label="\(heads[2])">\(PlanAmounts.text(outcome.counted, frame))</td>\
            <td data-label="\(heads[3])">\(quiet(outcome.planned))</td>\
            <td data-label="\(heads[4])">\(missing(outcome))</td>\
            <td data-label="\(heads[5])"><span class="verdict \(mark)">\(frame[verdict(outcome)])</span></td>\
            <td data-label="\(heads[6])">\(day(outcome))</td></tr>
            """
    }

    /// An amount that is left out of a phone's cards when it is nothing.
    private func quiet(_ amount: RequirementOutcome.Quantity) -> Html {
        let text = PlanAmounts.text(amount, frame)
        return amount.size == 0 ? "<span class=\"nil\">\(text)</span>" : "\(text)"
    }

    /// The same for what is missing, with what may have been before the register began.
    private func missing(_ outcome: RequirementOutcome) -> Html {
        if hasEnded { return "<span class=\"nil\">–</span>" }
        let text = figures.missing(outcome)
        return text == PlanAmounts.text(outcome.missing, frame) ? quiet(outcome.missing) : "\(text)"
    }

    /// Sessions and attendance are logged on the page of supervision.
    private func supervisionLink(_ requirement: Requirement) -> Html {
        figures.rule(requirement) == nil
            ? .empty
            : "<p><a href=\"/alis/\(opened.record.record.id.text)/veiledning\">\(frame[PlanTexts.seeSupervision])</a></p>"
    }
}

/// The service periods: how much of each counts, and why the rest does not.
struct ServiceTable {
    let opened: PlanDesk.Opened
    let frame: Frame
    var isForPrint = false

    static let heads = [
        MunicipalityTexts.period, PlanTexts.category, PlanTexts.place, TraineeTexts.percent, PlanTexts.countedMonths, PlanTexts.why,
    ]

    /// One row for each period, in the order of `heads`.
    var rows: [[String]] {
        let services = opened.file.trainingCase.services
        return services.indices.map { index in
            let service = services[index]
            let parts = opened.evaluation.parts(ofService: index)
            let arena = opened.file.arenas[service.id].map { ", \($0)" } ?? ""
            let status = frame[PlanTexts.name(service.status(asOf: frame.today))]
            return [
                "\(Format.period(service.period, frame.language)) (\(status))", opened.name(service.category, frame),
                opened.place(service, frame) + arena, Format.percent(service.percent),
                "\(Self.counted(parts).decimalText)\u{00A0}\(frame[PlanTexts.months])",
                ServiceNotes(opened: opened, frame: frame).lines(service, parts).joined(separator: "\n"),
            ]
        }
    }

    private static func counted(_ parts: [ServicePart]) -> ServiceAmount {
        parts.reduce(.zero) { $1.outcome == .counted ? $0 + $1.amount : $0 }
    }

    /// Where an absence is corrected: on her own page by those who may, and by them for her.
    private var absences: Html {
        let record = "/alis/\(opened.record.record.id.text)"
        if opened.record.mayEdit {
            return "\(frame[PlanTexts.absencesInRegister]) <a href=\"\(record)/fravaer/ny\">\(frame[TraineeTexts.addAbsence])</a>"
        }
        return "\(frame[PlanTexts.absencesByOthers]) <a href=\"\(record)\">\(frame[PlanTexts.seeRecord])</a>"
    }

    func html() -> Html {
        let heads = Self.heads.map { frame[$0] }
        let services = opened.file.trainingCase.services
        let rows = services.indices.map { index -> Html in
            let service = services[index]
            let parts = opened.evaluation.parts(ofService: index)
            let counted = Self.counted(parts)
            let arena = opened.file.arenas[service.id].map { ", \($0)" } ?? ""
            let edit: Html =
                opened.mayEdit && !opened.file.isAssumed && !isForPrint
                ? "<a href=\"\(opened.path)/periode/\(service.id.text)\">\(frame[CommonTexts.change])<span class=\"hidden-visually\">: \(Format.period(service.period, frame.language))</span></a>"
                : .empty
            return """
                <tr><th scope="row">\(Format.period(service.period, frame.language))<br><span class="note">\(frame[PlanTexts.name(service.status(asOf: frame.today))])</span></th>\
                <td data-label="\(heads[1])">\(opened.name(service.category, frame))</td>\
                <td data-label="\(heads[2])">\(opened.place(service, frame))\(arena)</td>\
                <td data-label="\(heads[3])">\(Format.percent(service.percent))</td>\
                <td data-label="\(heads[4])">\(counted.decimalText)\u{00A0}\(frame[PlanTexts.months])</td>\
                <td data-label="\(heads[5])">\(ServiceNotes(opened: opened, frame: frame).html(service, parts))</td>\(isForPrint ? .empty : "<td>\(edit)</td>" as Html)</tr>
                """
        }
        let last: Html =
            isForPrint ? .empty : "<th scope=\"col\"><span class=\"hidden-visually\">\(frame[CommonTexts.change])</span></th>"
        let body: Html =
            rows.isEmpty
            ? "<p class=\"empty\">\(frame[PlanTexts.noServices])</p>"
            : """
            <div class="scroll" tabindex="0" role="region" aria-label="\(frame[PlanTexts.services])"><table class="texts cards"><thead><tr>\
            \(heads.map { "<th scope=\"col\">\($0)</th>" as Html })\(last)</tr></thead><tbody>\(rows)</tbody></table></div>
            """
        let add: Html =
            opened.mayEdit && !isForPrint && opened.end == nil
            ? """
            <p class="acts"><a class="btn quiet" href="\(opened.path)/periode/ny">\(frame[PlanTexts.addService])</a></p>
            <p class="note">\(absences)</p>
            """ : .empty
        return "<section><h2>\(frame[PlanTexts.services])</h2>\(body)\(add)</section>"
    }
}
