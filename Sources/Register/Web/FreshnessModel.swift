import AlisDomain

/// What the follow-up page is asked: which office, and not confirmed for how long. All of it stands in the address.
struct FreshnessQuestion: Sendable, Equatable {
    static let usualMonths = 6
    static let choices = [1, 3, 6, 9, 12, 18, 24]

    var office: OfficeCode?
    /// 0 shows all, however fresh.
    var months: Int

    /// What makes no sense means what is usual.
    init(_ query: FormData) {
        office = OfficeCode(query["kontor"])
        months =
            query["maneder"].isEmpty
            ? Self.usualMonths : Int(query["maneder"]).flatMap { (0...120).contains($0) ? $0 : nil } ?? Self.usualMonths
    }

    /// The question as an address's query, with the question mark.
    var query: String {
        var pairs: [(name: String, value: String)] = []
        if let office { pairs.append(("kontor", office.code)) }
        if months != Self.usualMonths { pairs.append(("maneder", String(months))) }
        return pairs.isEmpty ? "" : "?" + FormData(pairs).urlEncoded
    }
}

/// How fresh the viewer's municipalities are.
struct FreshnessModel: Sendable {
    let question: FreshnessQuestion
    /// All the viewer's municipalities of the office asked about.
    let freshness: Freshness
    /// Those of them the question asks for.
    let rows: [Freshness.Row]
    let offices: [Office]
    /// More offices than one, so that there is something to choose.
    let canChooseOffice: Bool
    /// Whether the viewer may see by name who confirmed, and whom reminders go to.
    let namesIn: @Sendable (MunicipalityID) -> Bool
    let mayRemind: Bool

    var day: CalendarDay { freshness.day }

    init(_ question: FreshnessQuestion, _ view: RegisterView, viewer: Viewer, on day: CalendarDay) {
        let scope = view.scope(viewer, on: day)
        let seesAll = scope.seesEveryone || scope.seesPseudonyms
        let counts = view.answer(OverviewQuestion(asOf: day)).byMunicipality
        let changed = view.unconfirmedCounts(on: day)
        freshness = Freshness(
            on: day, directory: view.directory, active: { counts[$0]?[.active] ?? 0 },
            confirmations: view.index.lastConfirmations(on: day, knownAfter: .max), changedSince: { changed[$0] ?? 0 }
        ) { stretch in
            (seesAll || scope.municipalities.contains(stretch.municipality))
                && (question.office.map { $0 == stretch.facts.office } ?? true)
        }
        self.question = question
        rows = freshness.stale(months: question.months)
        let all = view.reference.offices(on: day)
        let mine = Set(
            view.directory.municipalities(on: day).filter { scope.municipalities.contains($0.municipality) }.compactMap(\.facts.office))
        offices = seesAll ? all : all.filter { mine.contains($0.code) }
        canChooseOffice = offices.count > 1
        let names = ConfirmerNames(scope, view, on: day)
        namesIn = { names.areKnown(in: $0) }
        mayRemind = !viewer.roles.isDisjoint(with: Set<Role>.offices)
    }

    func officeName(_ code: OfficeCode?) -> String { offices.first { $0.code == code }?.name ?? code?.code ?? "" }

    /// Who confirmed, for those who may know.
    func confirmer(of row: Freshness.Row) -> String? { namesIn(row.municipality) ? row.confirmedBy : nil }
}
