import AlisDomain

/// Who is left in the old scheme: how many, where, and, for those who may know, who.
enum OldSchemePage {
    private static let workList = "/arbeidslister/gammel-ordning-rekker-ikke"

    /// - Parameter followsUp: whether the viewer may open the page that follows all municipalities up.
    static func html(_ model: OldSchemeModel, followsUp: Bool, _ frame: Frame) -> Html {
        let outlook = model.outlook
        let deadline: Text =
            if let last = outlook.deadline, let left = outlook.daysLeft { FollowUpTexts.daysLeft(left, day: last) } else {
                FollowUpTexts.noDeadline
            }
        let standings = outlook.standings
        return """
            <p class="crumb">\(followsUp ? "<a href=\"/oppfolging\">\(frame[FollowUpTexts.title])</a>" as Html : "<a href=\"/oversikt\">\(frame[OverviewTexts.title])</a>")</p>
            <div class="head"><div><h1>\(frame[FollowUpTexts.oldScheme])</h1>
            <p class="lede"><strong>\(frame[deadline])</strong> \(frame[FollowUpTexts.oldSchemeLede(hasPassed: outlook.hasPassed)])</p></div>
            <p class="acts"><a class="btn quiet" href="/oppfolging/gammel-ordning.xlsx">\(frame[CommonTexts.downloadXLSX])</a>\
            <a class="btn quiet" href="/oppfolging/gammel-ordning.csv">\(frame[CommonTexts.downloadCSV])</a></p></div>
            <div class="keys">\(KeyFigure.html(Format.number(outlook.people.count), frame[FollowUpTexts.affected], definition: "\(frame[FollowUpTexts.affectedDefinition]) \(frame[FollowUpTexts.standings(active: standings.active, paused: standings.paused)])", link: nil, isWarning: false, frame))\
            \(outlook.prospects.map { figure($0, model, frame) })\(byPlan(model, frame))</div>
            \(model.ends.isEmpty ? .empty : "<p class=\"note\">\(frame[FollowUpTexts.twoDates(reassuring: model.reassuring, hasPassed: outlook.hasPassed)])</p>" as Html)
            \(model.isNamed ? .empty : "<p class=\"note\">\(frame[FollowUpTexts.countsOnly])</p>" as Html)
            \(model.isNamed ? outlook.prospects.map { doctors($0, model, frame) } : [])
            \(outlook.people.isEmpty ? "<p class=\"empty\">\(frame[FollowUpTexts.nobody])</p>" : counts(model, frame))
            """
    }

    /// A group's number leads to its doctors where they are listed, else to the numbers by municipality.
    private static func figure(_ prospect: OldSchemeOutlook.Prospect, _ model: OldSchemeModel, _ frame: Frame) -> Html {
        let count = model.outlook.count(prospect)
        return KeyFigure.html(
            Format.number(count), frame[FollowUpTexts.name(prospect)],
            definition: frame[FollowUpTexts.definition(prospect, hasPassed: model.outlook.hasPassed)],
            link: count == 0 ? nil : model.isNamed ? "#\(FollowUpTexts.anchor(prospect))" : "#kommuner",
            isWarning: count > 0 && (prospect == .overdue || prospect == .after), frame)
    }

    private static func byPlan(_ model: OldSchemeModel, _ frame: Frame) -> Html {
        guard !model.ends.isEmpty else { return .empty }
        return KeyFigure.html(
            Format.number(model.tooLateByPlan), frame[FollowUpTexts.tooLateByPlan],
            definition: frame[FollowUpTexts.tooLateByPlanDefinition],
            link: workList, isWarning: model.tooLateByPlan > 0, frame)
    }

    private static func counts(_ model: OldSchemeModel, _ frame: Frame) -> Html {
        let prospects = model.outlook.prospects
        let rows = model.places.map { place -> Html in
            let name: Html =
                place.slug.map { "<a href=\"/kommuner/\($0)\">\(place.name)</a>" } ?? "\(frame[FollowUpTexts.withoutPlace])"
            return """
                <tr><th scope="row">\(name)</th><td data-label="\(frame[FollowUpTexts.total])">\(place.people.count)</td>\
                \(prospects.map { "<td data-label=\"\(frame[FollowUpTexts.name($0)])\">\(place.count($0))</td>" as Html })</tr>
                """
        }
        return """
            <section id="kommuner"><h2>\(frame[FollowUpTexts.byMunicipality])</h2><div class="scroll" tabindex="0" role="region" aria-label="\(frame[FollowUpTexts.byMunicipality])">
            <table class="cards"><thead><tr><th scope="col">\(frame[FollowUpTexts.municipality])</th><th scope="col">\(frame[FollowUpTexts.total])</th>\
            \(prospects.map { "<th scope=\"col\">\(frame[FollowUpTexts.name($0)])</th>" as Html })</tr></thead><tbody>\(rows)</tbody></table></div></section>
            """
    }

    /// One group's doctors, under the group's name.
    private static func doctors(_ prospect: OldSchemeOutlook.Prospect, _ model: OldSchemeModel, _ frame: Frame) -> Html {
        let people = model.places.filter(\.isNamed).flatMap { place in
            place.people.filter { $0.prospect == prospect }.map { (person: $0, place: place) }
        }
        if people.isEmpty { return .empty }
        let title = "\(frame[FollowUpTexts.name(prospect)]) (\(Format.number(people.count)))"
        let showsPlan = !model.ends.isEmpty
        var heads = [FollowUpTexts.name, FollowUpTexts.municipality, FollowUpTexts.expectedEnd]
        if showsPlan { heads.append(FollowUpTexts.byThePlan) }
        if prospect == .converting { heads.append(FollowUpTexts.conversion) }
        let rows = people.map { person, place -> Html in
            let known = model.names(person.ordinal)
            let name: Html = known.map { "<a href=\"/alis/\($0.id.text)\">\($0.name)</a>" } ?? "\(frame[CommonTexts.unknown])"
            return """
                <tr><th scope="row">\(name)\(person.isPaused ? " <span class=\"note\">\(frame[FollowUpTexts.paused])</span>" as Html : .empty)</th>\
                <td data-label="\(frame[FollowUpTexts.municipality])">\(place.municipality == nil ? frame[FollowUpTexts.withoutPlace] : place.name)</td>\
                <td data-label="\(frame[FollowUpTexts.expectedEnd])">\(person.expectedEnd?.norwegian ?? "–")</td>\
                \(showsPlan ? planned(known.flatMap { model.ends[$0.id] }, frame) : .empty)\
                \(prospect == .converting ? "<td data-label=\"\(frame[FollowUpTexts.conversion])\">\(person.conversion?.norwegian ?? "–")</td>" as Html : .empty)</tr>
                """
        }
        return """
            <section id="\(FollowUpTexts.anchor(prospect))"><h2>\(title)</h2><p class="note">\(frame[FollowUpTexts.definition(prospect, hasPassed: model.outlook.hasPassed)])</p>\
            <div class="scroll" tabindex="0" role="region" aria-label="\(title)">
            <table class="cards texts"><thead><tr>\(heads.map { "<th scope=\"col\">\(frame[$0])</th>" as Html })</tr></thead><tbody>\(rows)</tbody></table></div></section>
            """
    }

    private static func planned(_ end: PlannedEnd?, _ frame: Frame) -> Html {
        let label = frame[FollowUpTexts.byThePlan]
        guard let end else { return "<td data-label=\"\(label)\">–</td>" }
        let day = end.completion?.norwegian ?? frame[FollowUpTexts.planReachesNoEnd]
        let late: Html = end.isTooLate ? " <span class=\"v-no\">\(frame[FollowUpTexts.notByThePlan])</span>" : .empty
        return "<td data-label=\"\(label)\"><span>\(day)\(late)</span></td>"
    }
}
