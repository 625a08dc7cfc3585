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
            if case .supervision = requirement.kind { return [name, "", "", "", "", frame[PlanTexts.seeSupervision], ""] }
            let amounts = [outcome.required, outcome.counted, outcome.planned, outcome.missing].map { PlanAmounts.text($0, frame) }
            return [name] + amounts + [frame[PlanTexts.name(outcome.verdict)], day(outcome)?.norwegian ?? ""]
        }
    }

    /// When it is met, or the earliest it can be.
    private func day(_ outcome: RequirementOutcome) -> CalendarDay? {
        outcome.metOn ?? (outcome.verdict == .lacking ? outcome.earliest : nil)
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
        // The hours have an account of their own: what was given before they were logged here is not known.
        if case .supervision = requirement.kind { return supervision(requirement) }
        let mark =
            switch outcome.verdict {
            case .met: "ok"
            case .metByPlan: "plan"
            case .lacking: requirement.isRequired ? "warn" : "soft"
            case .unverified: "soft"
            }
        let day = day(outcome)
        let note: Html = requirement.isRequired ? .empty : " <span class=\"note\">(\(frame[PlanTexts.recommended]))</span>"
        var example = ""
        if case .objectives(let set) = requirement.kind,
            opened.file.trainingCase.objectives.contains(where: { $0.set == set && $0.isSample })
        {
            example = " (\(frame[ObjectiveTexts.example]))"
        }
        let remedy: Html =
            outcome.verdict == .met ? .empty : "<p>\(frame[requirement.remedy])</p>"
        let asks = requirement.isRequired && requirement.certainty == .unverified ? " (\(frame[PlanTexts.unverifiedRule]))" : ""
        return """
            <tr><th scope="row"><details><summary>\(frame[requirement.name])\(example)\(asks)\(note)</summary>\(remedy)\
            <p class="note">\(frame[PlanTexts.ruleSource]): \(RuleTexts.source(requirement, opened.rules)) · \
            <a href="\(RuleTexts.link(opened.rules, requirement: requirement))">\(frame[RuleTexts.seeRule])</a></p></details></th>\
            <td data-label="\(heads[1])">\(PlanAmounts.text(outcome.required, frame))</td>\
            <td data-label="\(heads[2])">\(PlanAmounts.text(outcome.counted, frame))</td>\
            <td data-label="\(heads[3])">\(PlanAmounts.text(outcome.planned, frame))</td>\
            <td data-label="\(heads[4])">\(PlanAmounts.text(outcome.missing, frame))</td>\
            <td data-label="\(heads[5])"><span class="verdict \(mark)">\(frame[PlanTexts.name(outcome.verdict)])</span></td>\
            <td data-label="\(heads[6])">\(day.map(\.norwegian))</td></tr>
            """
    }

    private func supervision(_ requirement: Requirement) -> Html {
        """
        <tr><th scope="row"><details><summary>\(frame[requirement.name])</summary><p>\(frame[requirement.remedy])</p>\
        <p class="note">\(frame[PlanTexts.ruleSource]): \(RuleTexts.source(requirement, opened.rules)) · \
        <a href="\(RuleTexts.link(opened.rules, requirement: requirement))">\(frame[RuleTexts.seeRule])</a></p></details></th>\
        <td colspan="6"><a href="/alis/\(opened.record.record.id.text)/veiledning">\(frame[PlanTexts.seeSupervision])</a></td></tr>
        """
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
                opened.name(service.place, frame) + arena, Format.percent(service.percent),
                "\(Self.counted(parts).decimalText) \(frame[PlanTexts.months])",
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
                <td data-label="\(heads[2])">\(opened.name(service.place, frame))\(arena)</td>\
                <td data-label="\(heads[3])">\(Format.percent(service.percent))</td>\
                <td data-label="\(heads[4])">\(counted.decimalText) \(frame[PlanTexts.months])</td>\
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
            opened.mayEdit && !isForPrint
            ? """
            <p class="acts"><a class="btn quiet" href="\(opened.path)/periode/ny">\(frame[PlanTexts.addService])</a></p>
            <p class="note">\(absences)</p>
            """ : .empty
        return "<section><h2>\(frame[PlanTexts.services])</h2>\(body)\(add)</section>"
    }
}
