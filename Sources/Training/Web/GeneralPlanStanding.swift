import AlisDomain

// What stands above the form of a general plan: how the draft lies to what is published, and the template.

extension GeneralPlanRoutes {
    /// The way to the template's text for what is empty in what is saved.
    func fetching(_ opened: Opened, _ visit: Visit) -> Html {
        guard let known = opened.draft?.value.plan ?? opened.plan?.value, !known.missing.isEmpty, !visit.query.contains("mal") else {
            return .empty
        }
        return """
            <p class="note"><a href="\(Addresses.generalPlanDraft(opened.slug))?mal=1">\(visit.frame[GeneralPlanTexts.fetch])</a>. \(visit.frame[GeneralPlanTexts.fetchNote])</p>
            """
    }

    /// Whether what is written is what the public reads, and the act that makes it so.
    func standing(_ opened: Opened, _ viewer: Viewer, _ frame: Frame) -> Html {
        guard let draft = opened.draft?.value.plan, draft != opened.plan?.value else {
            return opened.plan.map {
                "<p class=\"note\">\(frame[GeneralPlanTexts.isPublished($0.period.from)]) <a href=\"\(Addresses.generalPlan(opened.slug))\">\(frame[GeneralPlanTexts.readPublic])</a></p>"
            } ?? .empty
        }
        let missing = draft.missing.map { frame[GeneralPlanTexts.name($0)] }.joined(separator: ", ")
        let what: Html =
            "<b>\(frame[opened.plan == nil ? GeneralPlanTexts.isDraft : GeneralPlanTexts.isChanged])</b>\(missing.isEmpty ? .empty : " \(frame[GeneralPlanTexts.missing]) \(missing)." as Html)"
        guard Self.mayPublish(opened, viewer) else {
            return "<p class=\"next-plain\">\(what) \(frame[GeneralPlanTexts.onlyMunicipality])</p>"
        }
        return """
            <div class="next"><p>\(what)</p><form method="post" action="\(Addresses.generalPlanPublication(opened.slug))">\(Form.marks(frame, newest: opened.lastChange))<button class="btn">\(frame[GeneralPlanTexts.publish])</button>\
            <p class="note">\(frame[GeneralPlanTexts.publishNote])</p></form></div>
            """
    }
}
