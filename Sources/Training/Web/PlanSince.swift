import AlisDomain

/// A plan as it was known at a review, beside the plan as it is now.
struct PlanSince: Sendable {
    let review: Version<PlanReview>
    let before: PlanFile
    let comparison: PlanComparison
    let difference: PlanDifference
    /// How the training runs now, to be held beside how it ran.
    let course: [CourseStretch]

    /// Whether scheme, pauses or end are others than they were.
    var isCourseChanged: Bool { Set(before.trainingCase.course) != Set(course) }

    /// Whether it is the same plan: what has only been served or approved in the meantime makes no other.
    private var isSamePlan: Bool {
        difference.isEmpty && !isCourseChanged && comparison.before.completion == comparison.after.completion
    }
    var isEmpty: Bool { isSamePlan && comparison.judgedOtherwise.isEmpty }

    /// That the plan is another than the one that was approved, and how; nil when it is the same.
    func afterApproval(_ language: LanguageForm) -> String? {
        isSamePlan ? nil : PlanSinceTexts.changedAfterApproval(changes(language, ofRequirements: false))[language] + moved(language)
    }

    /// How many things differ, in words, and where the completion went: a sentence for the plan's page and for letters.
    func summary(_ language: LanguageForm) -> String {
        let day = review.period.from.norwegian
        if isEmpty { return PlanSinceTexts.unchanged(day)[language] }
        return PlanSinceTexts.changed(day, changes(language))[language] + moved(language)
    }

    private func changes(_ language: LanguageForm, ofRequirements: Bool = true) -> String {
        let (old, new) = (comparison.before.rules, comparison.after.rules)
        let requirements = ofRequirements ? comparison.judgedOtherwise.count : 0
        let counts = [
            (
                isCourseChanged ? 1 : 0,
                old.code == new.code ? PlanSinceTexts.courseChanged : PlanSinceTexts.converts(OverviewTexts.name(new.scheme))
            ),
            (difference.services.count, PlanSinceTexts.periods(difference.services.count)),
            (difference.absences.count, PlanSinceTexts.absences(difference.absences.count)),
            (difference.activities.count, PlanSinceTexts.activities(difference.activities.count)),
            (requirements, PlanSinceTexts.requirementsChanged(requirements)),
        ].filter { $0.0 > 0 }.map { $0.1[language] }
        return counts.isEmpty ? PlanSinceTexts.nothingInPlan[language] : counts.joined(separator: ", ")
    }

    /// Where the completion went; empty when it stands.
    private func moved(_ language: LanguageForm) -> String {
        let (old, new) = (comparison.before.completion, comparison.after.completion)
        let unjudged = PlanTexts.unjudged(comparison.after).map { " (\($0[language]))" } ?? ""
        return old == new
            ? ""
            : " "
                + PlanSinceTexts.moved(
                    old?.norwegian ?? PlanSinceTexts.unreached[language],
                    new.map { $0.norwegian + unjudged } ?? PlanSinceTexts.unreached[language])[language]
    }
}

/// What has changed in a plan since a review: what was planned then and is now, thing by thing, and what it does.
struct PlanSincePage {
    let opened: PlanDesk.Opened
    let since: PlanSince?
    let frame: Frame

    /// The reviews that can be chosen: those that looked the whole plan through, and returns.
    static func choices(_ opened: PlanDesk.Opened) -> [Version<PlanReview>] { opened.file.reviews.filter { $0.value.kind != .comment } }

    func html() -> Html {
        return """
            <p class="crumb">\(opened.crumb(frame)) › <a href="\(opened.path)">\(frame[PlanTexts.title])</a></p>
            <h1>\(frame[PlanSinceTexts.title])</h1>\(since.map(body) ?? "<p class=\"empty\">\(frame[PlanSinceTexts.never])</p>")
            <p class="note"><a href="\(opened.path)#gjennomgang">\(frame[PlanTexts.reviews])</a></p>
            """
    }

    private func body(_ since: PlanSince) -> Html {
        let review = since.review
        let note: Html = review.value.note.isEmpty ? .empty : "<blockquote><p>\(review.value.note)</p></blockquote>"
        return """
            <p class="lede">\(frame[PlanTexts.name(review.value.kind)]) \(review.period.from.norwegian), \(review.value.personName).</p>\(note)
            \(choice(since))\(outcome(since))\(things(since))\(requirements(since))
            <p class="note">\(frame[PlanSinceTexts.definition])</p>
            """
    }

    private func choice(_ since: PlanSince) -> Html {
        let choices = Self.choices(opened)
        if choices.count < 2 { return .empty }
        let options = choices.map { version in
            (value: version.id, text: "\(version.period.from.norwegian): \(frame[PlanTexts.name(version.value.kind)])")
        }
        return """
            <form class="filters" method="get" action="\(Addresses.planChanges(opened.id))">\
            \(Form.select("siden", frame[PlanSinceTexts.compareWith], value: since.review.id, options: options, frame))\
            <button class="btn quiet">\(frame[PlanSinceTexts.show])</button></form>
            """
    }

    private func outcome(_ since: PlanSince) -> Html {
        let comparison = since.comparison
        func text(_ day: CalendarDay?) -> String { day?.norwegian ?? frame[PlanTexts.notReached] }
        func done(_ evaluation: Evaluation) -> Html { CourseWorkTexts.doneCell(evaluation, isAssumed: false, frame) }
        let shift: Html =
            comparison.completionShift.map { "<p class=\"strong-line\">\(frame[WhatIfTexts.shift($0)])</p>" }
            ?? .empty
        let heads = [PlanSinceTexts.what, PlanSinceTexts.then, WhatIfTexts.before]
        let rows: [[Html]] = [
            ["\(frame[PlanTexts.done])", done(comparison.before), done(comparison.after)],
            ["\(frame[PlanTexts.serviceDone])", "\(text(comparison.before.serviceDone))", "\(text(comparison.after.serviceDone))"],
        ]
        return "\(shift)\(ListTable(PlanTexts.done, heads, frame).html(rows))"
    }

    // MARK: Thing by thing

    private func things(_ since: PlanSince) -> Html {
        let difference = since.difference
        if difference.isEmpty, !since.isCourseChanged {
            return "<h2>\(frame[PlanSinceTexts.inPlan])</h2><p class=\"empty\">\(frame[PlanSinceTexts.sameThings])</p>"
        }
        let heads = [PlanSinceTexts.what, PlanSinceTexts.then, WhatIfTexts.before]
        let courses = [since.before.trainingCase.course, since.course].map { "\(course($0))" as Html }
        let sections: [(Text, [[Html]])] = [
            (PlanSinceTexts.course, since.isCourseChanged ? [["\(frame[PlanSinceTexts.changedThing])"] + courses] : []),
            (PlanTexts.services, difference.services.map { row($0, service) }),
            (TraineeTexts.absences, difference.absences.map { row($0, absence) }),
            (PlanTexts.activities, difference.activities.map { row($0, activity) }),
        ]
        return .join(
            sections.filter { !$0.1.isEmpty }.map { title, rows in
                "<h2>\(frame[title])</h2>\(ListTable(title, heads, frame).html(rows))"
            })
    }

    /// Scheme and standing, stretch by stretch, as she went through them.
    private func course(_ stretches: [CourseStretch]) -> String {
        stretches.sorted { $0.period.from < $1.period.from }.map { stretch in
            let standing = stretch.standing == .active ? "" : " (\(frame[TraineeTexts.name(stretch.standing)]))"
            return "\(frame[OverviewTexts.name(stretch.scheme)])\(standing), \(Format.period(stretch.period, frame.language))"
        }.joined(separator: "; ")
    }

    private func row<Value>(_ step: PlanDifference.Step<Value>, _ text: (Value) -> String) -> [Html] {
        let what =
            step.before == nil ? PlanSinceTexts.added : step.after == nil ? PlanSinceTexts.removed : PlanSinceTexts.changedThing
        return ["\(frame[what])", "\(step.before.map(text) ?? "–")", "\(step.after.map(text) ?? "–")"]
    }

    private func service(_ planned: PlanContents.PlannedService) -> String {
        let service = planned.service
        let arena = planned.arena.isEmpty ? "" : ", \(planned.arena)"
        return "\(Format.period(service.period, frame.language)): \(opened.name(service.category, frame)), "
            + "\(opened.place(service, frame))\(arena), \(Format.percent(service.percent))"
    }

    private func absence(_ absence: AbsencePeriod) -> String {
        "\(Format.period(absence.period, frame.language)): \(opened.name(absence, frame)), \(Format.percent(absence.share))"
    }

    private func activity(_ planned: PlanContents.PlannedActivity) -> String {
        let activity = planned.activity
        let name = opened.rules.activity(activity.activity).map { frame[$0.name] } ?? activity.activity.text
        var parts = [activity.topic.isEmpty ? name : "\(name) (\(activity.topic))"]
        if activity.minutes > 0 { parts.append("\(HoursText.hours(activity.minutes))\u{00A0}t") }
        if activity.count > 1 { parts.append(Format.number(activity.count)) }
        parts.append(frame[activity.isDone ? PlanTexts.isDone : PlanTexts.isPlanned].lowercased())
        return "\(Format.period(planned.period, frame.language)): \(parts.joined(separator: ", "))"
    }

    private func requirements(_ since: PlanSince) -> Html {
        let rows = since.comparison.judgedOtherwise.map { row -> [Html] in
            func text(_ outcome: RequirementOutcome?) -> String {
                guard let outcome else { return "–" }
                return frame[PlanTexts.name(outcome.verdict)] + (outcome.metOn.map { ", \($0.norwegian)" } ?? "")
            }
            return ["\(frame[row.requirement.name])", "\(text(row.before))", "\(text(row.after))"]
        }
        let heads = [WhatIfTexts.requirement, PlanSinceTexts.then, WhatIfTexts.before]
        let body: Html =
            rows.isEmpty
            ? "<p class=\"empty\">\(frame[PlanSinceTexts.sameRequirements])</p>"
            : ListTable(PlanTexts.requirements, heads, frame).html(rows)
        return "<h2>\(frame[PlanSinceTexts.requirements])</h2>\(body)"
    }
}
