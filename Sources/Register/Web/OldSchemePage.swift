import AlisDomain

/// Who is left in the old scheme: how many, where, and, for those who may know, who.
enum OldSchemePage {
    private static let workList = Addresses.workList("gammel-ordning-rekker-ikke")

    /// - Parameter followsUp: whether the viewer may open the page that follows all municipalities up.
    static func html(_ model: OldSchemeModel, followsUp: Bool, _ frame: Frame) -> Html {
        let outlook = model.outlook
        let standings = outlook.standings
        return """
            <p class="crumb">\(followsUp ? "<a href=\"\(Addresses.followUp())\">\(frame[FollowUpTexts.title])</a>" as Html : "<a href=\"\(Addresses.overview())\">\(frame[OverviewTexts.title])</a>")</p>
            <div class="head"><div><h1>\(frame[FollowUpTexts.oldScheme])</h1>
            <p class="lede"><strong>\(frame[deadline(outlook)])</strong> \(frame[FollowUpTexts.oldSchemeLede(hasPassed: outlook.hasPassed)])</p></div>
            <p class="acts">\(TakenOut.links(Addresses.oldScheme(), frame))</p></div>
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

    private static func deadline(_ outlook: OldSchemeOutlook) -> Text {
        outlook.deadline.map { FollowUpTexts.daysLeft(outlook.daysLeft ?? 0, day: $0) } ?? FollowUpTexts.noDeadline
    }

    // MARK: Tables

    /// The numbers by municipality, for all.
    private static func numbers(_ model: OldSchemeModel, _ title: Text, _ frame: Frame) -> ListTable<OldSchemeModel.Place> {
        let place = ListColumn<OldSchemeModel.Place>(frame[FollowUpTexts.municipality], value: { .text(name($0, frame)) }) { place in
            place.slug.map { "<a href=\"\(Addresses.municipality($0))\">\(place.name)</a>" } ?? "\(name(place, frame))"
        }
        let counts = model.outlook.prospects.map { prospect in
            ListColumn<OldSchemeModel.Place>(frame[FollowUpTexts.name(prospect)], value: { .integer($0.count(prospect)) })
        }
        return ListTable(
            frame[title], [place, ListColumn(frame[FollowUpTexts.total], value: { .integer($0.people.count) })] + counts)
    }

    private static func name(_ place: OldSchemeModel.Place, _ frame: Frame) -> String {
        place.municipality == nil ? frame[FollowUpTexts.withoutPlace] : place.name
    }

    private typealias Line = (place: OldSchemeModel.Place, person: OldSchemeOutlook.Person)

    /// The doctors, for those who may know who they are.
    ///
    /// - Parameter shown: the group that the page shows; nil for the file, which has them all.
    private static func doctors(
        _ model: OldSchemeModel, _ title: String, _ shown: OldSchemeOutlook.Prospect?, _ frame: Frame
    ) -> ListTable<Line> {
        func known(_ line: Line) -> (name: String, id: RecordID)? { model.names(line.person.ordinal) }
        func end(_ line: Line) -> PlannedEnd? { known(line).flatMap { model.ends[$0.id] } }
        func column(
            _ title: Text, in place: ListColumn<Line>.Place = .file, value: @escaping (Line) -> ExportValue, cell: ((Line) -> Html)? = nil
        ) -> ListColumn<Line> {
            ListColumn(frame[title], in: place, value: value, cell: cell)
        }
        let municipality: (Line) -> ExportValue = { .text(name($0.place, frame)) }
        return ListTable(
            title,
            [
                column(FollowUpTexts.municipality, value: municipality),
                column(FollowUpTexts.name, in: .pageAndFile, value: { .text(known($0)?.name ?? "") }) { line in
                    let name: Html =
                        known(line).map { "<a href=\"\(Addresses.record($0.id))\">\($0.name)</a>" } ?? "\(frame[CommonTexts.unknown])"
                    return "\(name)\(line.person.isPaused ? " <span class=\"note\">\(frame[FollowUpTexts.paused])</span>" as Html : .empty)"
                },
                column(FollowUpTexts.municipality, in: .page, value: municipality),
                column(FollowUpTexts.standing) { .text(frame[$0.person.isPaused ? FollowUpTexts.paused : FollowUpTexts.inProgress]) },
                column(FollowUpTexts.prospect) { .text(frame[FollowUpTexts.name($0.person.prospect)]) },
                column(FollowUpTexts.expectedEnd, in: .pageAndFile) { ExportValue($0.person.expectedEnd) },
                column(FollowUpTexts.conversion, in: shown == .converting ? .pageAndFile : .file) { ExportValue($0.person.conversion) },
                column(
                    FollowUpTexts.byThePlan, in: model.ends.isEmpty ? .file : .pageAndFile, value: { ExportValue(end($0)?.completion) }
                ) { planned(end($0), frame) },
                column(FollowUpTexts.tooLateByPlan) { line in
                    end(line).map { .text(frame[$0.isTooLate ? CommonTexts.yes : CommonTexts.no]) } ?? .empty
                },
            ])
    }

    private static func lines(_ model: OldSchemeModel, _ prospect: OldSchemeOutlook.Prospect) -> [Line] {
        model.places.filter(\.isNamed).flatMap { place in place.people.filter { $0.prospect == prospect }.map { (place, $0) } }
    }

    /// One row for each doctor for those who may know who it is, in the order of the page; one for each municipality for the others.
    static func file(_ model: OldSchemeModel, _ frame: Frame) -> ExportTable {
        let notes = [frame[deadline(model.outlook)]]
        guard model.isNamed else { return numbers(model, FollowUpTexts.oldScheme, frame).file(model.places, notes: notes) }
        let ends = FollowUpTexts.twoDates(reassuring: model.reassuring, hasPassed: model.outlook.hasPassed)
        return doctors(model, frame[FollowUpTexts.oldScheme], nil, frame).file(
            model.outlook.prospects.flatMap { lines(model, $0) }, notes: notes + (model.ends.isEmpty ? [] : [frame[ends]]))
    }

    private static func counts(_ model: OldSchemeModel, _ frame: Frame) -> Html {
        """
        <section id="kommuner"><h2>\(frame[FollowUpTexts.byMunicipality])</h2>\
        \(numbers(model, FollowUpTexts.byMunicipality, frame).html(model.places))</section>
        """
    }

    /// One group's doctors, under the group's name.
    private static func doctors(_ prospect: OldSchemeOutlook.Prospect, _ model: OldSchemeModel, _ frame: Frame) -> Html {
        let people = lines(model, prospect)
        if people.isEmpty { return .empty }
        let title = "\(frame[FollowUpTexts.name(prospect)]) (\(Format.number(people.count)))"
        return """
            <section id="\(FollowUpTexts.anchor(prospect))"><h2>\(title)</h2><p class="note">\(frame[FollowUpTexts.definition(prospect, hasPassed: model.outlook.hasPassed)])</p>\
            \(doctors(model, title, prospect, frame).html(people))</section>
            """
    }

    private static func planned(_ end: PlannedEnd?, _ frame: Frame) -> Html {
        guard let end else { return "–" }
        let day = end.completion?.norwegian ?? frame[FollowUpTexts.planReachesNoEnd]
        let late: Html = end.isTooLate ? " <span class=\"v-no\">\(frame[FollowUpTexts.notByThePlan])</span>" : .empty
        return "<span>\(day)\(late)</span>"
    }
}
