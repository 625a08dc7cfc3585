import AlisDomain

/// One doctor's plan: what counts, what remains, when she is likely done, and what to do next.
struct PlanPage {
    let opened: PlanDesk.Opened
    let frame: Frame
    /// A sentence about what was just done.
    let notice: Text?
    /// What has changed since the plan was last looked through; nil when it never was.
    let since: PlanSince?
    /// What the plan waits for the municipality with; nil when it waits for nothing.
    let wait: ApprovalWait?
    /// A trust sees a doctor's plan, but not how far she has come with each objective.
    var seesObjectives = false

    private var file: PlanFile { opened.file }
    private var evaluation: Evaluation { opened.evaluation }

    func html() -> Html {
        if let end = opened.end { return history(end) }
        return """
            <p class="crumb">\(opened.crumb(frame))</p>
            \(notice.map { "<p class=\"done\" role=\"status\">\(frame[$0])</p>" as Html })
            <div class="head"><div><h1>\(frame[PlanTexts.title])</h1><p class="lede">\(frame[PlanTexts.rules(frame[opened.rules.name])])</p></div>
            <p class="acts">\(actions)</p></div>
            \(file.isAssumed ? "<p class=\"next-plain\">\(frame[PlanTexts.assumed])</p>" as Html : .empty)
            \(PlanReviews.due(opened, frame))\(PlanReviews.waiting(wait, opened, frame))\(figures)\(SupervisionFigures(opened: opened, frame: frame).warningList)
            <h2>\(frame[PlanTexts.next])</h2>\(next)
            <h2>\(frame[TraineeTexts.fiveYears])</h2>\(PlanTimeline(opened: opened, frame: frame, isMovable: true).html())
            \(RequirementTable(opened: opened, frame: frame).html())
            \(seesObjectives ? objectives : .empty)
            \(ServiceTable(opened: opened, frame: frame).html())
            \(ActivityTable(opened: opened, frame: frame).html())
            \(PlanReviews(opened: opened, frame: frame, since: since).html())
            \(readings)
            """
    }

    /// Of a training that has ended: that it has, and then the account as history, with nothing left to do.
    private func history(_ end: (reason: Training.EndReason?, from: CalendarDay)) -> Html {
        """
        <p class="crumb">\(opened.crumb(frame))</p>
        \(notice.map { "<p class=\"done\" role=\"status\">\(frame[$0])</p>" as Html })
        <div class="head"><div><h1>\(frame[PlanTexts.title])</h1><p class="strong-line">\(frame[PlanTexts.ended(end)])</p>\
        <p class="lede">\(frame[PlanTexts.history]) \(frame[PlanTexts.rules(frame[opened.rules.name])])</p></div>
        <p class="acts">\(actions)</p></div>
        \(file.isAssumed ? "<p class=\"note\">\(frame[PlanTexts.assumedThroughout])</p>" as Html : .empty)
        <h2>\(frame[TraineeTexts.fiveYears])</h2>\(PlanTimeline(opened: opened, frame: frame).html())
        \(RequirementTable(opened: opened, frame: frame).html())
        \(seesObjectives ? objectives : .empty)
        \(ServiceTable(opened: opened, frame: frame).html())
        \(ActivityTable(opened: opened, frame: frame).html())
        \(PlanReviews(opened: opened, frame: frame, since: since).html())
        """
    }

    private func link(_ address: Address<RecordID>, _ text: Text, isMain: Bool = false) -> Html {
        "<a class=\"btn\(isMain ? "" : " quiet")\" href=\"\(address(opened.id))\">\(frame[text])</a>"
    }

    private var actions: Html {
        var links: [Html] = []
        let isUnderWay = opened.end == nil
        if isUnderWay, opened.mayEdit, file.isAssumed { links.append(link(Addresses.planDraft, PlanTexts.makeDraft, isMain: true)) }
        if isUnderWay, opened.mayEdit { links.append(link(Addresses.whatIf, PlanTexts.whatIf)) }
        if let supervision = opened.supervision {
            links.append("<a class=\"btn quiet\" href=\"\(supervision)\">\(frame[TraineeTexts.supervision])</a>")
        }
        links.append(link(Addresses.planPrint, PlanTexts.print))
        links.append("<a class=\"btn quiet\" href=\"\(Addresses.plan.file("pdf")(opened.id))\">PDF</a>")
        if !isUnderWay { return .join(links) }
        if opened.record.isOwn {
            links.append(link(Addresses.calendarLink, CalendarLinkTexts.title))
        } else {
            links.append("<a class=\"btn quiet\" href=\"\(Addresses.plan.file("ics")(opened.id))\">\(frame[PlanTexts.calendar])</a>")
        }
        return .join(links)
    }

    private var figures: Html {
        var figures: [Html] = []
        let bounds = evaluation.boundingRequirements.prefix(2).map { frame[$0.name] }.joined(separator: ", ")
        let definition = frame[PlanTexts.doneDefinition] + (bounds.isEmpty ? "" : " \(frame[PlanTexts.bounds]) \(bounds).")
        figures.append(
            KeyFigure.html(
                evaluation.completion?.norwegian ?? "–",
                evaluation.completion == nil ? frame[PlanTexts.notReached] : PlanTexts.doneWithout(evaluation, frame),
                definition: definition, link: nil, isWarning: evaluation.completion == nil, frame))
        if evaluation.serviceDone != evaluation.completion, let day = evaluation.serviceDone {
            figures.append(
                KeyFigure.html(
                    day.norwegian, frame[PlanTexts.serviceDone], definition: frame[PlanTexts.serviceDoneDefinition], link: nil,
                    isWarning: false, frame))
        }
        if let total = evaluation.serviceTotal {
            figures.append(
                KeyFigure.html(
                    "\(total.counted.decimalText) / \(total.required.decimalText)", frame[PlanTexts.serviceSoFar],
                    definition: frame[PlanTexts.serviceDefinition], link: nil, isWarning: false, frame))
        }
        if opened.rules.scheme == .old, let deadline = opened.deadline {
            figures.append(
                KeyFigure.html(
                    deadline.norwegian, frame[PlanPrint.deadline], definition: frame[PlanPrint.deadlineDefinition], link: nil,
                    isWarning: evaluation.completion.map { $0 > deadline } ?? true, frame))
        }
        return "<div class=\"keys\">\(figures)</div>"
    }

    private var next: Html {
        let items = NextActionTexts(opened: opened, frame: frame).items(limit: 5)
        return items.isEmpty ? "<p class=\"empty\">\(frame[PlanTexts.nothingNext])</p>" : "<ol class=\"steps\">\(items)</ol>"
    }

    /// The numbers of each set, and the way to the list.
    private var objectives: Html {
        let tallies = file.trainingCase.objectives.map { tally -> Html in
            let last = tally.lastApprovedOn.map { ", \(frame[ObjectiveTexts.lastOn($0)])" } ?? ""
            let waiting = tally.waiting > 0 ? ". \(frame[ObjectiveTexts.waitingForLeader(tally.waiting)])" : ""
            let entered = tally.entered > 0 ? ". \(frame[ObjectiveTexts.enteredByHand(tally.entered)])" : ""
            // What waits may be of a set of which nothing is asked today.
            if tally.asked == 0 { return "<li>\(frame[ObjectiveTexts.name(tally.set)])\(waiting)</li>" }
            return """
                <li>\(frame[ObjectiveTexts.onPlan(frame[ObjectiveTexts.name(tally.set)], tally.approved, tally.asked)])\(last)\(entered)\(waiting)</li>
                """
        }
        let sample: Html =
            file.trainingCase.objectives.contains(where: \.isSample)
            ? "<p class=\"note sample\">\(frame[ObjectiveTexts.sampleLong])</p>" : .empty
        let numbers: Html =
            tallies.isEmpty ? "<p class=\"empty\">\(frame[ObjectiveTexts.onPlanUnknown])</p>" : "<ul>\(tallies)</ul>"
        return """
            <section id="laeringsmal"><h2>\(frame[ObjectiveTexts.title])</h2>\(numbers)\(sample)
            <p class="acts"><a class="btn quiet" href="\(Addresses.objectives(opened.id))">\(frame[ObjectiveTexts.seeAll])</a></p></section>
            """
    }

    private var readings: Html {
        let sources = PlanSources(opened: opened, frame: frame)
        return """
            <section class="more"><details><summary>\(frame[PlanTexts.proofs])</summary>\(sources.proofList)</details>
            <details><summary>\(frame[PlanTexts.readings])</summary>\(sources.readingList)
            <p><a href="\(Addresses.ruleSet(opened.rules.code.text))">\(frame[RuleTexts.seeRules])</a></p></details></section>
            """
    }
}
