import AlisDomain

/// The start page of the signed-in: what waits for me, by role. Every figure leads to where something can be done about it.
struct StartPage: SignedInFront {
    /// Where each area says what waits in it.
    let sources: [any WaitingSource]

    func show(_ visit: Visit, _ viewer: Viewer) async throws -> Reply {
        if let own = viewer.grants.compactMap({ grant -> RecordID? in
            if case .trainee(let id) = grant.organisation, grant.role == .alis { id } else { nil }
        }).first, viewer.grants.count == 1 {
            return .seeOther(Addresses.plan(own))
        }
        var waiting: [Waiting] = []
        for source in sources { waiting += try await source.waiting(for: viewer, on: visit.today) }
        let items = waiting.map { $0.html(visit.frame) }
        let list: Html =
            items.isEmpty
            ? "<p class=\"empty\">\(visit.frame[StartTexts.nothing])</p>"
            : "<p class=\"lede\">\(visit.frame[StartTexts.lede])</p><ul class=\"waiting\">\(items)</ul>"
        return visit.page(
            visit.frame[StartTexts.title],
            """
            <div class="narrow"><h1>\(visit.frame[StartTexts.greeting(viewer.name)])</h1>\(list)
            \(links(viewer, visit.frame))</div>
            """)
    }

    private func links(_ viewer: Viewer, _ frame: Frame) -> Html {
        var links: [Html] = []
        if !viewer.roles.isDisjoint(with: Set<Role>.staff) {
            links.append("<a class=\"btn\" href=\"\(Addresses.overview())\">\(frame[OverviewTexts.title])</a>")
        }
        if !viewer.roles.isDisjoint(with: Set<Role>.writers) {
            links.append("<a class=\"btn quiet\" href=\"\(Addresses.plans())\">\(frame[TraineeTexts.allPlans])</a>")
            links.append("<a class=\"btn quiet\" href=\"\(Addresses.transfers())\">\(frame[TransferTexts.title])</a>")
            links.append("<a class=\"btn quiet\" href=\"\(Addresses.imports())\">\(frame[OverviewTexts.importSpreadsheet])</a>")
        }
        links.append("<a class=\"btn quiet\" href=\"\(Addresses.figures())\">\(frame[CommonTexts.publicFigures])</a>")
        return "<p class=\"acts\">\(links)</p>"
    }
}

/// Texts of the start page.
enum StartTexts {
    static let title = Text("Hva som venter", nn: "Kva som ventar")
    static func greeting(_ name: String) -> Text { Text("Hei, \(name)", nn: "Hei, \(name)") }
    static let lede = Text("Dette venter på deg i dag.", nn: "Dette ventar på deg i dag.")
    static let nothing = Text("Ingenting venter på deg.", nn: "Ingenting ventar på deg.")
}
