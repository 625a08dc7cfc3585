import AlisDomain

/// Every requirement of the scheme: what it asks, what she has, what is planned, what is missing, when it is met, and where it stands.
struct RequirementTable {
    let opened: PlanDesk.Opened
    let frame: Frame

    func html() -> Html {
        let (binding, others) = (outcomes(areRequired: true), outcomes(areRequired: false))
        let recommended: Html =
            others.isEmpty
            ? .empty
            : """
            <details class="recommended"><summary>\(frame[PlanTexts.alsoRecommended(others.count)])</summary>\(table(others, PlanTexts.recommendedTitle))</details>
            """
        return "<section><h2>\(frame[PlanTexts.requirements])</h2>\(table(binding, PlanTexts.requirements))\(recommended)</section>"
    }

    /// The requirements that are asked for, or those that are recommended.
    private func outcomes(areRequired: Bool) -> [RequirementOutcome] {
        opened.evaluation.outcomes.filter { opened.evaluation.requirement($0).isRequired == areRequired }
    }

    /// The same as texts, for paper.
    func texts(areRequired: Bool) -> (heads: [String], rows: [[String]]) {
        ListTable(frame[PlanTexts.requirements], columns).texts(outcomes(areRequired: areRequired))
    }

    private var columns: [ListColumn<RequirementOutcome>] {
        func column(
            _ title: Text, _ text: @escaping (RequirementOutcome) -> String, cell: ((RequirementOutcome) -> Html)? = nil
        ) -> ListColumn<RequirementOutcome> {
            ListColumn(frame[title], value: { .text(text($0)) }, cell: cell ?? { "\(text($0))" })
        }
        return [
            column(PlanTexts.requirement, name, cell: folded), column(PlanTexts.required) { PlanAmounts.text($0.required, frame) },
            column(PlanTexts.counted) { PlanAmounts.text($0.counted, frame) },
            column(PlanTexts.planned, figures.planned) { quiet($0.planned) },
            column(PlanTexts.missing, { hasEnded ? "–" : figures.missing($0) }, cell: missing),
            column(PlanTexts.verdict, { frame[verdict($0)] }, cell: marked), column(PlanTexts.metOn, day),
        ]
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
        "<div class=\"requirements\">\(ListTable(frame[title], columns).html(outcomes))</div>"
    }

    private func name(_ outcome: RequirementOutcome) -> String {
        let requirement = opened.evaluation.requirement(outcome)
        let asks = requirement.isRequired && requirement.certainty == .unverified ? " (\(frame[PlanTexts.unverifiedRule]))" : ""
        return frame[requirement.name] + asks
    }

    /// What it is called, with what can be done about it and where it stands folded in under it.
    private func folded(_ outcome: RequirementOutcome) -> Html {
        let requirement = opened.evaluation.requirement(outcome)
        let note: Html = requirement.isRequired ? .empty : " <span class=\"note\">(\(frame[PlanTexts.recommended]))</span>"
        var example = ""
        if case .objectives(let set) = requirement.kind,
            opened.file.trainingCase.objectives.contains(where: { $0.set == set && $0.isSample })
        {
            example = " (\(frame[ObjectiveTexts.example]))"
        }
        let remedy: Html = outcome.verdict == .met || hasEnded ? .empty : "<p>\(frame[requirement.remedy])</p>"
        let rule: Html = figures.rule(requirement).map { "<p class=\"note\">\(frame[$0])</p>" } ?? .empty
        let mind = (hasEnded ? [] : figures.notes(outcome)).map { "<p class=\"note\">\(frame[$0])</p>" as Html }
        return """
            <details><summary>\(name(outcome))\(example)\(note)</summary>\(remedy)\(rule)\
            <p class="note">\(frame[PlanTexts.ruleSource]): \(RuleTexts.source(requirement, opened.rules, frame)) · \
            <a href="\(RuleTexts.link(opened.rules, requirement: requirement))">\(frame[RuleTexts.seeRule])</a></p>\(supervisionLink(requirement))</details>\(mind)
            """
    }

    private func marked(_ outcome: RequirementOutcome) -> Html {
        let mark =
            switch outcome.verdict {
            case .met: "ok"
            case .metByPlan: "plan"
            case .lacking: opened.evaluation.requirement(outcome).isRequired && !hasEnded ? "warn" : "soft"
            case .unverified: "soft"
            }
        return "<span class=\"verdict \(mark)\">\(frame[verdict(outcome)])</span>"
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
        guard figures.rule(requirement) != nil, let supervision = opened.supervision else { return .empty }
        return "<p><a href=\"\(supervision)\">\(frame[PlanTexts.seeSupervision])</a></p>"
    }
}

/// The service periods: how much of each counts, and why the rest does not.
struct ServiceTable {
    let opened: PlanDesk.Opened
    let frame: Frame
    var isForPrint = false

    /// A period with what its parts come to.
    private typealias Row = (service: ServicePeriod, parts: [ServicePart])

    private var rows: [Row] {
        let services = opened.file.trainingCase.services
        return services.indices.map { (services[$0], opened.evaluation.parts(ofService: $0)) }
    }

    /// The same as texts, for paper.
    var texts: (heads: [String], rows: [[String]]) { ListTable(frame[PlanTexts.services], columns).texts(rows) }

    private var columns: [ListColumn<Row>] {
        func column(_ title: Text, _ text: @escaping (Row) -> String, cell: ((Row) -> Html)? = nil) -> ListColumn<Row> {
            ListColumn(frame[title], value: { .text(text($0)) }, cell: cell ?? { "\(text($0))" })
        }
        func status(_ row: Row) -> String { frame[PlanTexts.name(row.service.status(asOf: frame.today))] }
        func period(_ row: Row) -> String { Format.period(row.service.period, frame.language) }
        let notes = ServiceNotes(opened: opened, frame: frame)
        let told = [
            column(MunicipalityTexts.period, { "\(period($0)) (\(status($0)))" }) {
                "\(period($0))<br><span class=\"note\">\(status($0))</span>"
            },
            column(PlanTexts.category) { opened.name($0.service.category, frame) },
            column(PlanTexts.place) { row in
                opened.place(row.service, frame) + (opened.file.arenas[row.service.id].map { ", \($0)" } ?? "")
            },
            column(TraineeTexts.percent) { Format.percent($0.service.percent) },
            column(PlanTexts.countedMonths) { "\(Self.counted($0.parts).decimalText)\u{00A0}\(frame[PlanTexts.months])" },
            column(PlanTexts.why, { notes.lines($0.service, $0.parts).joined(separator: "\n") }) { notes.html($0.service, $0.parts) },
        ]
        let mayEdit = opened.mayEdit && !opened.file.isAssumed && !isForPrint
        return told
            + (mayEdit
                ? [
                    ListColumn(frame[CommonTexts.change], in: .act) { row in
                        """
                        <a href="\(Addresses.service(opened.id, row.service.id))">\(frame[CommonTexts.change])\
                        <span class="hidden-visually">: \(period(row))</span></a>
                        """
                    }
                ] : [])
    }

    private static func counted(_ parts: [ServicePart]) -> ServiceAmount {
        parts.reduce(.zero) { $1.outcome == .counted ? $0 + $1.amount : $0 }
    }

    /// Where an absence is corrected: on her own page by those who may, and by them for her.
    private var absences: Html {
        if opened.record.mayEdit {
            return
                "\(frame[PlanTexts.absencesInRegister]) <a href=\"\(Addresses.newAbsence(opened.id))\">\(frame[TraineeTexts.addAbsence])</a>"
        }
        return "\(frame[PlanTexts.absencesByOthers]) <a href=\"\(Addresses.record(opened.id))\">\(frame[PlanTexts.seeRecord])</a>"
    }

    func html() -> Html {
        let rows = rows
        let body: Html =
            rows.isEmpty
            ? "<p class=\"empty\">\(frame[PlanTexts.noServices])</p>" : ListTable(frame[PlanTexts.services], columns).html(rows)
        let add: Html =
            opened.mayEdit && !isForPrint && opened.end == nil
            ? """
            <p class="acts"><a class="btn quiet" href="\(Addresses.newService(opened.id))">\(frame[PlanTexts.addService])</a></p>
            <p class="note">\(absences)</p>
            """ : .empty
        return "<section><h2>\(frame[PlanTexts.services])</h2>\(body)\(add)</section>"
    }
}
