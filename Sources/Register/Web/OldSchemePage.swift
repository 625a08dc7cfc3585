import AlisDomain

/// Who is left in the old scheme, for one viewer.
struct OldSchemeModel: Sendable {
    struct Place: Sendable {
        let municipality: MunicipalityID?
        let name: String
        let slug: String?
        let people: [OldSchemeOutlook.Person]
        /// Whether the viewer may see their names.
        let isNamed: Bool

        func count(_ prospect: OldSchemeOutlook.Prospect) -> Int { people.count { $0.prospect == prospect } }
    }

    let outlook: OldSchemeOutlook
    /// Most of those who are not expected to make it first.
    let places: [Place]
    let names: @Sendable (RegisterIndex.Ordinal) -> (name: String, id: RecordID)?
    let isNamed: Bool

    init(_ view: RegisterView, viewer: Viewer, on day: CalendarDay) {
        let scope = view.scope(viewer, on: day)
        let question = OverviewQuestion(asOf: day, scheme: .old)
        let seesAll = scope.seesEveryone || scope.seesPseudonyms
        let visible = view.index.visiblePersons(scope, directory: view.directory, on: day)
        let members = view.members(question, counting: nil).filter { member in
            seesAll || (member.municipality.map { scope.municipalities.contains($0) } ?? visible[Int(member.person)])
        }
        let outlook = OldSchemeOutlook(
            view.index, members: members, on: day, deadline: view.reference.deadline("oldSchemeLastApplication")?.day)
        self.outlook = outlook
        let people = view.people(on: day, knownAfter: .max)
        let ids = view.index.personIDs
        names = { ordinal in people[ordinal].map { ($0.fullName, ids[Int(ordinal)]) } }
        places = outlook.byMunicipality.map { id, people in
            let facts = id.flatMap { view.directory.nearestFacts(of: $0, on: day) }
            let isNamed = scope.seesEveryone || id.map { scope.municipalities.contains($0) } ?? !scope.seesPseudonyms
            return Place(
                municipality: id, name: facts?.name ?? "", slug: id.flatMap { view.directory.slug(of: $0, on: day) }, people: people,
                isNamed: isNamed)
        }.sorted { left, right in
            // Those who need help first; those without a place last.
            if (left.municipality == nil) != (right.municipality == nil) { return right.municipality == nil }
            return (-left.count(.after), -left.people.count, left.name) < (-right.count(.after), -right.people.count, right.name)
        }
        isNamed = places.contains(where: \.isNamed) || !scope.seesPseudonyms
    }
}

enum OldSchemePage {
    static func html(_ model: OldSchemeModel, _ frame: Frame) -> Html {
        let outlook = model.outlook
        let deadline: Text =
            if let last = outlook.deadline, let left = outlook.daysLeft { FollowUpTexts.daysLeft(left, day: last) } else {
                FollowUpTexts.noDeadline
            }
        return """
            <p class="crumb"><a href="/oppfolging">\(frame[FollowUpTexts.title])</a></p>
            <div class="head"><div><h1>\(frame[FollowUpTexts.oldScheme])</h1>
            <p class="lede"><strong>\(frame[deadline])</strong> \(frame[FollowUpTexts.oldSchemeLede])</p></div>
            <p class="acts"><a class="btn quiet" href="/oppfolging/gammel-ordning.xlsx">\(frame[CommonTexts.downloadXLSX])</a>\
            <a class="btn quiet" href="/oppfolging/gammel-ordning.csv">\(frame[CommonTexts.downloadCSV])</a></p></div>
            <div class="keys">\(KeyFigure.html(Format.number(outlook.people.count), frame[FollowUpTexts.affected], definition: frame[FollowUpTexts.affectedDefinition], link: nil, isWarning: false, frame))\
            \(OldSchemeOutlook.Prospect.allCases.map { KeyFigure.html(Format.number(outlook.count($0)), frame[FollowUpTexts.name($0)], definition: frame[FollowUpTexts.definition($0)], link: nil, isWarning: $0 == .after, frame) })</div>
            \(model.isNamed ? .empty : "<p class=\"note\">\(frame[FollowUpTexts.countsOnly])</p>" as Html)
            \(outlook.people.isEmpty ? "<p class=\"empty\">\(frame[FollowUpTexts.nobody])</p>" : counts(model, frame))
            \(model.isNamed && !outlook.people.isEmpty ? doctors(model, frame) : .empty)
            """
    }

    private static func counts(_ model: OldSchemeModel, _ frame: Frame) -> Html {
        let prospects = OldSchemeOutlook.Prospect.allCases
        let rows = model.places.map { place -> Html in
            let name: Html =
                place.slug.map { "<a href=\"/kommuner/\($0)\">\(place.name)</a>" } ?? "\(frame[FollowUpTexts.withoutPlace])"
            return """
                <tr><th scope="row">\(name)</th><td data-label="\(frame[FollowUpTexts.total])">\(place.people.count)</td>\
                \(prospects.map { "<td data-label=\"\(frame[FollowUpTexts.name($0)])\">\(place.count($0))</td>" as Html })</tr>
                """
        }
        return """
            <section><h2>\(frame[FollowUpTexts.byMunicipality])</h2><div class="scroll" tabindex="0" role="region" aria-label="\(frame[FollowUpTexts.byMunicipality])">
            <table class="cards"><thead><tr><th scope="col">\(frame[FollowUpTexts.municipality])</th><th scope="col">\(frame[FollowUpTexts.total])</th>\
            \(prospects.map { "<th scope=\"col\">\(frame[FollowUpTexts.name($0)])</th>" as Html })</tr></thead><tbody>\(rows)</tbody></table></div></section>
            """
    }

    private static func doctors(_ model: OldSchemeModel, _ frame: Frame) -> Html {
        let rows = model.places.filter(\.isNamed).flatMap { place in place.people.map { row($0, place, model, frame) } }
        let heads = [
            FollowUpTexts.name, FollowUpTexts.municipality, FollowUpTexts.prospect, FollowUpTexts.expectedEnd, FollowUpTexts.conversion,
        ]
        return """
            <section><h2>\(frame[FollowUpTexts.doctors])</h2><div class="scroll" tabindex="0" role="region" aria-label="\(frame[FollowUpTexts.doctors])">
            <table class="cards texts"><thead><tr>\(heads.map { "<th scope=\"col\">\(frame[$0])</th>" as Html })</tr></thead><tbody>\(rows)</tbody></table></div></section>
            """
    }

    private static func row(
        _ person: OldSchemeOutlook.Person, _ place: OldSchemeModel.Place, _ model: OldSchemeModel, _ frame: Frame
    ) -> Html {
        let name: Html =
            model.names(person.ordinal).map { "<a href=\"/alis/\($0.id.text)\">\($0.name)</a>" } ?? "\(frame[CommonTexts.unknown])"
        return """
            <tr><th scope="row">\(name)\(person.isPaused ? " <span class=\"note\">\(frame[FollowUpTexts.paused])</span>" as Html : .empty)</th>\
            <td data-label="\(frame[FollowUpTexts.municipality])">\(place.municipality == nil ? frame[FollowUpTexts.withoutPlace] : place.name)</td>\
            <td data-label="\(frame[FollowUpTexts.prospect])"><span\(flag: " class=\"v-no\"", person.prospect == .after)>\(frame[FollowUpTexts.name(person.prospect)])</span></td>\
            <td data-label="\(frame[FollowUpTexts.expectedEnd])"><span>\(person.expectedEnd?.norwegian ?? "–")\
            \(person.expectedEnd.map { $0 < frame.today } ?? false ? " <span class=\"v-no\">\(frame[FollowUpTexts.overdue])</span>" as Html : .empty)</span></td>\
            <td data-label="\(frame[FollowUpTexts.conversion])">\(person.conversion?.norwegian ?? "–")</td></tr>
            """
    }
}
