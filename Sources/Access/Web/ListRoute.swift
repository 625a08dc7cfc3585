import AlisDomain

extension Route {
    /// A list's addresses: its page and its files, for the same people, from the same reading.
    ///
    /// - Parameters:
    ///   - files: where the files are, when not beside the page; it begins with the page's own address.
    ///   - others: who may come to the page besides, and is led elsewhere.
    ///   - led: the way elsewhere; nil for those whose page it is.
    package static func list<Row, each Part: AddressPart>(
        _ address: Address<repeat each Part>, files: Address<repeat each Part>? = nil, to roles: Set<Role>, others: Set<Role> = [],
        led: (@Sendable (Visit, Viewer) async throws -> Reply?)? = nil,
        _ read: @escaping @Sendable (Visit, Viewer) async throws -> ListPage<Row>
    ) -> [Route] {
        let addition = String((files ?? address).pattern.dropFirst(address.pattern.count))
        let page = Route.restricted(.get, address, to: roles.union(others)) { visit, viewer in
            if let reply = try await led?(visit, viewer) { return reply }
            let list = try await read(visit, viewer)
            let body = list.html(at: visit.path, files: visit.path + addition, visit.frame)
            return visit.page(list.title, status: list.problems.isEmpty ? 200 : 400, body).reusable(list.isReusable)
        }
        return [page.asList()]
            + Self.files(address, adding: addition, to: roles) { visit, viewer in
                let list = try await read(visit, viewer)
                return list.problems.isEmpty ? list.takenOut : nil
            }
    }

    /// The files beside a page.
    ///
    /// - Parameters:
    ///   - addition: what their addresses add to the page's before their ending.
    ///   - read: nil when not all that is asked was understood: a file cannot say so, and leads to the page, which can.
    package static func files<each Part: AddressPart>(
        _ address: Address<repeat each Part>, adding addition: String = "", to roles: Set<Role>,
        _ read: @escaping @Sendable (Visit, Viewer) async throws -> TakenOut?
    ) -> [Route] {
        ExportFormat.allCases.map { format in
            let ending = "\(addition).\(format.rawValue)"
            return .restricted(.get, address.pattern + ending, to: roles) { visit, viewer in
                guard let taken = try await read(visit, viewer) else {
                    return .seeOther("\(visit.path.dropLast(ending.count))?\(visit.query.urlEncoded)")
                }
                return try taken.reply(as: format, at: visit.now)
            }
        }
    }
}
