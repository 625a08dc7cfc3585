import AlisDomain

/// One area of the product as a value. The program is put together from these, the verifier walks their tables, and the tests ask
/// them what each may use: an area that is not in the list of the application does not exist.
package struct Area: Sendable {
    /// As its folder is called.
    package let name: String
    /// The areas it may use, besides itself and `Common`.
    package let uses: Set<String>
    package var migrations: [Migration] = []
    /// Its tables of versions.
    package var tables: [FactTable] = []
    package var navigation: [NavigationEntry] = []
    /// Its kinds of change.
    package var acts: [ChangeAct] = []
    /// Says how it makes what its routes and other areas are built from.
    var parts: @Sendable (Wiring) -> Void = { _ in }
    /// Its addresses, those of one kind of page together.
    var routes: @Sendable (Wiring) throws -> [[Route]]
    /// What waits in it for somebody; nil where nothing does.
    var waiting: (@Sendable (Wiring) throws -> any WaitingSource)?
}

/// An entry of the main menu, with its place in it and those who have it.
package struct NavigationEntry: Sendable {
    let place: Int
    let path: String
    let text: Text
    let roles: Set<Role>
    /// Whether those who are not signed in have it.
    var isPublic = false
}

extension [Area] {
    /// The main menu of a viewer; nil is nobody signed in.
    func menu(of viewer: Viewer?) -> [NavigationItem] {
        flatMap(\.navigation).sorted { $0.place < $1.place }
            .filter { entry in viewer.map { !$0.roles.isDisjoint(with: entry.roles) } ?? entry.isPublic }
            .map { NavigationItem(path: $0.path, text: $0.text) }
    }
}
