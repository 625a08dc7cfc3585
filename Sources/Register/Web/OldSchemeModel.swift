import AlisDomain

/// When a doctor in the old scheme meets its requirements by her plan, and whether that is too late to apply. Worked out by the area
/// that knows plans and handed in, since the register does not know them.
package struct PlannedEnd: Sendable, Equatable {
    /// Nil when the plan does not reach it.
    package let completion: CalendarDay?
    package let isTooLate: Bool
}

/// Where the register learns the planned ends of those in the old scheme. Training plans stand above and answer.
package protocol PlannedEndSource: Sendable {
    /// Of those that a viewer keeps the plans of, by record.
    func oldSchemeEnds(_ viewer: Viewer, on day: CalendarDay) async throws -> [RecordID: PlannedEnd]
}

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
    /// Empty for those who keep nobody's plan.
    let ends: [RecordID: PlannedEnd]
    /// How many the registered date calls in time and the plan does not.
    let reassuring: Int

    /// How many do not make it by their plans: as many as stand in the work list.
    var tooLateByPlan: Int { ends.values.count(where: \.isTooLate) }

    init(_ view: RegisterView, viewer: Viewer, on day: CalendarDay, ends: [RecordID: PlannedEnd]) {
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
        self.ends = ends
        let people = view.people(on: day, knownAfter: .max)
        let ids = view.index.personIDs
        names = { ordinal in people[ordinal].map { ($0.fullName, ids[Int(ordinal)]) } }
        reassuring = outlook.people.count { $0.prospect == .before && ends[ids[Int($0.ordinal)]]?.isTooLate ?? false }
        places = outlook.byMunicipality.map { id, people in
            let facts = id.flatMap { view.directory.nearestFacts(of: $0, on: day) }
            let isNamed = scope.seesEveryone || id.map { scope.municipalities.contains($0) } ?? !scope.seesPseudonyms
            return Place(
                municipality: id, name: facts?.name ?? "", slug: id.map { view.directory.slug(of: $0, on: day) }, people: people,
                isNamed: isNamed)
        }.sorted { left, right in
            // Those who need help first; those without a place last.
            if (left.municipality == nil) != (right.municipality == nil) { return right.municipality == nil }
            func urgent(_ place: Place) -> Int { place.count(.overdue) + place.count(.after) + place.count(.unknown) }
            return (-urgent(left), -left.people.count, left.name) < (-urgent(right), -right.people.count, right.name)
        }
        isNamed = places.contains(where: \.isNamed) || !scope.seesPseudonyms
    }
}
