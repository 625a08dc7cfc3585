import AlisDomain

/// Before and after, side by side: when she is done, each requirement that changes, the periods, and the supervision it takes.
struct WhatIfResult {
    let whatIf: WhatIf
    let affected: WhatIfAffected
    let opened: PlanDesk.Opened
    let conversionRules: [ConversionRule]
    let frame: Frame

    func html() -> Html {
        let comparison = whatIf.comparison
        let headline = WhatIfTexts.headline(comparison).map { "<p class=\"strong-line\">\(frame[$0])</p>" as Html }
        return """
            <section class="tried" id="resultat"><h2>\(frame[WhatIfTexts.result])</h2>\(headline)\(conversion)\(days(comparison))\(requirements(comparison))
            \(problems(comparison))\(periods)\(supervision(comparison))\(affected.html(frame))</section>
            """
    }

    /// What would be wrong with the plan after the change, and was not before. What is refused stands where it cannot be made.
    private func problems(_ comparison: PlanComparison) -> Html {
        let refused = comparison.refusedProblems
        let items = comparison.newProblems.filter { !refused.contains($0) }.map { problem in
            "<li>\(frame[CaseProblemTexts.text(problem, opened, frame)])</li>" as Html
        }
        return items.isEmpty ? .empty : "<div class=\"errors\"><h3>\(frame[WhatIfTexts.problems])</h3><ul>\(items)</ul></div>"
    }

    private func days(_ comparison: PlanComparison) -> Html {
        func text(_ day: CalendarDay?) -> String { day?.norwegian ?? frame[PlanTexts.notReached] }
        return table(
            WhatIfTexts.days, [WhatIfTexts.day, WhatIfTexts.before, WhatIfTexts.after],
            [
                [frame[PlanTexts.done], CourseWorkTexts.done(comparison.before, frame), CourseWorkTexts.done(comparison.after, frame)],
                [frame[PlanTexts.serviceDone], text(comparison.before.serviceDone), text(comparison.after.serviceDone)],
            ])
    }

    private func requirements(_ comparison: PlanComparison) -> Html {
        let rows = comparison.rows.filter { $0.isChanged || $0.before?.required != $0.after?.required }.map { row -> [String] in
            func text(_ outcome: RequirementOutcome?) -> String {
                guard let outcome else { return frame[WhatIfTexts.notAsked] }
                let day = outcome.metOn.map { ", \($0.norwegian)" } ?? ""
                // The hours of supervision follow the service, so that how many are asked for is a difference by itself.
                let amount = if case .supervision = row.requirement.kind { "\(PlanAmounts.text(outcome.required, frame)): " } else { "" }
                return "\(amount)\(frame[PlanTexts.name(outcome.verdict)])\(day)"
            }
            return [frame[row.requirement.name], text(row.before), text(row.after)]
        }.filter { $0[1] != $0[2] }
        if rows.isEmpty { return "<p>\(frame[WhatIfTexts.nothingChanges])</p>" }
        return table(PlanTexts.requirements, [WhatIfTexts.requirement, WhatIfTexts.before, WhatIfTexts.after], rows)
    }

    /// What lies ahead, service and leave together, before and after; what is new or other than before says so.
    private var periods: Html {
        func lines(_ training: TrainingCase, than other: TrainingCase?) -> [Html] {
            let services = training.services.filter { $0.period.end > training.asOf }.map { service -> (CalendarDay, Html) in
                let old = other?.service(service.id)
                let mark = other == nil || old == service ? nil : old == nil ? WhatIfTexts.isNew : WhatIfTexts.isChanged
                return (
                    service.period.from,
                    """
                    <li>\(Format.period(service.period, frame.language)): \(opened.name(service.category, frame)), \
                    \(opened.place(service, frame)), \(Format.percent(service.percent))\(mark.map { " <b>(\(frame[$0]))</b>" as Html })</li>
                    """
                )
            }
            let leave = training.absences.filter { $0.period.end > training.asOf }.map { absence -> (CalendarDay, Html) in
                let isNew = other.map { !$0.absences.contains(absence) } ?? false
                return (
                    absence.period.from,
                    """
                    <li>\(Format.period(absence.period, frame.language)): \(opened.name(absence, frame)), \(Format.percent(absence.share))\
                    \(isNew ? " <b>(\(frame[WhatIfTexts.isNew]))</b>" as Html : .empty)</li>
                    """
                )
            }
            let all = (services + leave).sorted { $0.0 < $1.0 }.map(\.1)
            return all.isEmpty ? ["<li>\(frame[WhatIfTexts.noPeriods])</li>"] : all
        }
        return """
            <h3>\(frame[WhatIfTexts.periods])</h3><div class="grid2"><div><h4>\(frame[WhatIfTexts.before])</h4><ul>\(lines(whatIf.before, than: nil))</ul></div>\
            <div><h4>\(frame[WhatIfTexts.after])</h4><ul>\(lines(whatIf.after, than: whatIf.before))</ul></div></div>
            """
    }

    /// Whether the doctor can convert, as far as the register knows, and what is then to be enclosed.
    private var conversion: Html {
        guard case .convertScheme(let day) = whatIf.change else { return .empty }
        return ConversionTable(
            check: ConversionCheck(
                whatIf.before, rules: conversionRules, categories: opened.rules.categories, on: day, isAssumed: opened.file.isAssumed),
            proofs: whatIf.comparison.after.rules.proofs(isConverted: true), opened: opened, frame: frame
        ).html()
    }

    private func supervision(_ comparison: PlanComparison) -> Html {
        let rows = comparison.supervision.filter { $0.before != $0.after }.map { row in
            [Format.halfYear(row.halfYear, frame.language), HoursText.hours(row.before), HoursText.hours(row.after)]
        }
        if rows.isEmpty { return .empty }
        // The requirement counts the service until it is enough, and no more: a plan with more in it has more hours.
        let more = comparison.after.supervision.map { due in
            comparison.supervision.reduce(0) { $0 + $1.after } > due.expected + due.toFinish + 60
                ? "<p class=\"note\">\(frame[WhatIfTexts.moreHours(due.expected + due.toFinish)])</p>" as Html : .empty
        }
        return "\(table(WhatIfTexts.supervision, [WhatIfTexts.halfYear, WhatIfTexts.before, WhatIfTexts.after], rows))\(more)"
    }

    private func table(_ title: Text, _ heads: [Text], _ rows: [[String]]) -> Html {
        "<h3>\(frame[title])</h3>\(ListTable(title, heads, frame).html(rows.map { $0.map { "\($0)" as Html } }))"
    }
}
