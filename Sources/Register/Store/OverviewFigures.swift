import AlisDomain

/// What the overview shows of one question besides the bare answer: worked out once for each state of the register.
package struct OverviewFigures: Sendable {
    package let table: OverviewTable
    package let total: Counts
    package let wishes: WishSummary
    /// The same question on every 1 January the register reaches back to, and on the day itself.
    package let trend: [(day: CalendarDay, counts: Counts)]
    /// Whether days were left out of the trend because the office asked about was not at work then: it followed up nobody.
    package let isTrendCut: Bool
    /// Each municipality's address and place in the map, by key.
    package let slugs: [String: String]
    package let tiles: [String: Tile]

    init(_ question: OverviewQuestion, _ view: RegisterView) {
        let answer = view.answer(question)
        table = view.table(question)
        total = answer.total
        wishes = WishSummary(
            view.index.standingWishes(on: question.asOf, knownAfter: question.knownAfter, of: answer.members), reference: view.reference)
        let days = Self.trendDays(question, view)
        let atWork = days.filter { day in
            day == question.asOf || (question.office.map { office in view.offices(on: day).contains { $0.code == office } } ?? true)
        }
        isTrendCut = atWork.count < days.count
        trend = atWork.map { day in
            var past = question
            past.asOf = day
            // Not by way of what is kept: the totals are, here, and whom they count is not asked again.
            return (day, view.index.answer(past, places: view.places(on: day)).total)
        }
        let places = view.placeNames(on: question.asOf)
        slugs = Dictionary(places.map { ($0.key.key, $0.value.slug) }, uniquingKeysWith: { first, _ in first })
        tiles = Dictionary(view.reference.tilesByMunicipality.map { ($0.key.key, $0.value) }, uniquingKeysWith: { first, _ in first })
    }

    private static func trendDays(_ question: OverviewQuestion, _ view: RegisterView) -> [CalendarDay] {
        guard let first = view.beganAt?.dayInNorway, view.index.firstTrainingDay != nil else { return [] }
        var days: [CalendarDay] = []
        for year in max(first.year + 1, question.asOf.year - 30)...max(first.year + 1, question.asOf.year) {
            if let day = CalendarDay(year: year, month: 1, day: 1), day < question.asOf { days.append(day) }
        }
        return days + [question.asOf]
    }
}

/// What a municipality is called on a day, and its address.
package struct PlaceName: Hashable, Sendable {
    package let name: String
    /// `1804-bodo`.
    package let slug: String
}

extension RegisterView {
    /// The figures of a question.
    package func figures(_ question: OverviewQuestion) -> OverviewFigures {
        figuresOf.answer(question) { OverviewFigures(question, self) }
    }

    /// The table of a question.
    package func table(_ question: OverviewQuestion) -> OverviewTable {
        OverviewTable(
            answer(question), reference: reference, directory: directory,
            confirmations: index.lastConfirmations(on: question.asOf, knownAfter: question.knownAfter))
    }

    /// How many doctors of each municipality were registered, changed or taken off its list after its newest confirmation, as known now.
    package func unconfirmedCounts(on day: CalendarDay) -> [MunicipalityID: Int] {
        let members = members(OverviewQuestion(asOf: day), counting: nil).filter { $0.has(.active) || $0.has(.paused) }
        let unconfirmed = index.unconfirmed(members, on: day, knownAfter: .max)
        var counts: [MunicipalityID: Int] = [:]
        for member in members where unconfirmed[member.person] != nil {
            if let place = member.municipality { counts[place, default: 0] += 1 }
        }
        for left in index.departed(members, on: day, knownAfter: .max) { counts[left.municipality, default: 0] += 1 }
        return counts
    }

    /// Every municipality there has been, as it is called on a day or was called nearest to it.
    package func placeNames(on day: CalendarDay) -> [MunicipalityID: PlaceName] {
        placeNamesOn.answer(day) {
            var names: [MunicipalityID: PlaceName] = [:]
            for id in directory.identities {
                guard let facts = directory.nearestFacts(of: id, on: day) else { continue }
                names[id] = PlaceName(name: facts.name, slug: directory.slug(of: id, on: day))
            }
            return names
        }
    }
}
