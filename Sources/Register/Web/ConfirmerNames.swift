import AlisDomain

/// By whom municipalities have confirmed their doctors, as a viewer may be told: by name to those who work with the municipality (its own
/// people, its office, administrators), and to all others that it was the municipality.
package struct ConfirmerNames: Sendable {
    private let scope: Scope
    private let directory: MunicipalityDirectory
    private let today: CalendarDay

    package init(_ viewer: Viewer, _ view: RegisterView, on today: CalendarDay) {
        self.init(view.scope(viewer, on: today), view, on: today)
    }

    package init(_ scope: Scope, _ view: RegisterView, on today: CalendarDay) {
        self.scope = scope
        directory = view.directory
        self.today = today
    }

    /// Whether she works with a municipality, or with one that it has become part of.
    package func areKnown(in municipality: MunicipalityID) -> Bool {
        scope.seesEveryone || scope.municipalities.contains(municipality)
            || directory.successors(of: municipality, on: today).contains { scope.municipalities.contains($0) }
    }

    /// What stands in the place of a name.
    package func text(_ name: String, in municipality: MunicipalityID?) -> Text {
        if let municipality, areKnown(in: municipality) { return Text(name, nn: name) }
        return Self.role
    }

    /// Only a municipality confirms, so that the role says all but the name.
    private static let role = Text("kommunen", nn: "kommunen")
}
