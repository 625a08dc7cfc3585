import AlisDomain

/// Before and after, side by side: when she is done, each requirement that changes, the periods, and the supervision it takes.
struct WhatIfResult {
    let whatIf: WhatIf
    let affected: WhatIfAffected
    let opened: PlanDesk.Opened
    let frame: Frame

    func html() -> Html {
        let comparison = whatIf.comparison
        let shift = comparison.completionShift ?? comparison.serviceShift
        let headline: Html = shift.map { "<p class=\"strong-line\">\(frame[WhatIfTexts.shift($0)])</p>" } ?? .empty
        return """
            <section class="tried" id="resultat"><h2>\(frame[WhatIfTexts.result])</h2>\(headline)\(days(comparison))\(requirements(comparison))
            \(problems(comparison))\(periods)\(supervision(comparison))\(affected.html(frame))</section>
            """
    }

    /// What would be wrong with the plan after the change, and was not before.
    private func problems(_ comparison: PlanComparison) -> Html {
        let new = comparison.after.problems.filter { !comparison.before.problems.contains($0) }
        let items = new.map { "<li>\(frame[CaseProblemTexts.text($0, opened, frame)])</li>" as Html }
        return items.isEmpty ? .empty : "<div class=\"errors\"><h3>\(frame[WhatIfTexts.problems])</h3><ul>\(items)</ul></div>"
    }

    private func days(_ comparison: PlanComparison) -> Html {
        func text(_ day: CalendarDay?) -> String { day?.norwegian ?? frame[PlanTexts.notReached] }
        let rows: [(Text, CalendarDay?, CalendarDay?)] = [
            (PlanTexts.done, comparison.before.completion, comparison.after.completion),
            (PlanTexts.serviceDone, comparison.before.serviceDone, comparison.after.serviceDone),
        ]
        return table(
            WhatIfTexts.days, [WhatIfTexts.day, WhatIfTexts.before, WhatIfTexts.after],
            rows.map { [frame[$0.0], text($0.1), text($0.2)] })
    }

    private func requirements(_ comparison: PlanComparison) -> Html {
        let rows = comparison.rows.filter { $0.isChanged && !Self.isSupervision($0.requirement) }.map { row -> [String] in
            func text(_ outcome: RequirementOutcome?) -> String {
                guard let outcome else { return frame[WhatIfTexts.notAsked] }
                let day = outcome.metOn.map { ", \($0.norwegian)" } ?? ""
                return "\(frame[PlanTexts.name(outcome.verdict)])\(day)"
            }
            return [frame[row.requirement.name], text(row.before), text(row.after)]
        }
        if rows.isEmpty { return "<p>\(frame[WhatIfTexts.nothingChanges])</p>" }
        return table(PlanTexts.requirements, [WhatIfTexts.requirement, WhatIfTexts.before, WhatIfTexts.after], rows)
    }

    /// The hours have an account of their own, and are told by the half-year further down.
    private static func isSupervision(_ requirement: Requirement) -> Bool {
        if case .supervision = requirement.kind { true } else { false }
    }

    private var periods: Html {
        func lines(_ training: TrainingCase) -> Html {
            let services = training.services.map { service in
                (
                    service.period,
                    "\(opened.name(service.category, frame)), \(opened.name(service.place, frame)), \(Format.percent(service.percent))"
                )
            }
            let absences = training.absences.map { ($0.period, "\(opened.name($0, frame)), \(Format.percent($0.share))") }
            let ahead = (services + absences).filter { $0.0.end > training.asOf }.sorted { $0.0.from < $1.0.from }
            if ahead.isEmpty { return "<p>\(frame[WhatIfTexts.noPeriods])</p>" }
            return "<ul>\(ahead.map { "<li>\(Format.period($0.0, frame.language)): \($0.1)</li>" as Html })</ul>"
        }
        return """
            <h3>\(frame[WhatIfTexts.periods])</h3><div class="grid2"><div><h4>\(frame[WhatIfTexts.before])</h4>\(lines(whatIf.before))</div>\
            <div><h4>\(frame[WhatIfTexts.after])</h4>\(lines(whatIf.after))</div></div>
            """
    }

    private func supervision(_ comparison: PlanComparison) -> Html {
        let rows = comparison.supervision.filter { $0.before != $0.after }.map { row in
            [Format.halfYear(row.halfYear, frame.language), HoursText.hours(row.before), HoursText.hours(row.after)]
        }
        return rows.isEmpty
            ? .empty : table(WhatIfTexts.supervision, [WhatIfTexts.halfYear, WhatIfTexts.before, WhatIfTexts.after], rows)
    }

    private func table(_ title: Text, _ heads: [Text], _ rows: [[String]]) -> Html {
        let body = rows.map { cells -> Html in
            let rest = zip(heads, cells).dropFirst().map { "<td data-label=\"\(frame[$0.0])\">\($0.1)</td>" as Html }
            return "<tr><th scope=\"row\">\(cells.first ?? "")</th>\(rest)</tr>"
        }
        return """
            <h3>\(frame[title])</h3><div class="scroll" tabindex="0" role="region" aria-label="\(frame[title])"><table class="texts cards"><thead><tr>\
            \(heads.map { "<th scope=\"col\">\(frame[$0])</th>" as Html })</tr></thead><tbody>\(body)</tbody></table></div>
            """
    }
}
