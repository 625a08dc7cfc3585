import AlisDomain

/// Finds the route that an address belongs to, as the router does: a part that is written out goes before one that varies.
enum RouteMatch {
    struct Found {
        let route: Route
        let parameters: [String: String]
    }

    static func find(_ method: Visit.Method, path: String, among routes: [Route]) -> Found? {
        let parts = path.split(separator: "/", omittingEmptySubsequences: false)
        var best: (found: Found, order: [Int])?
        for route in routes where route.method == method {
            let pattern = route.path.split(separator: "/", omittingEmptySubsequences: false)
            guard pattern.count == parts.count, zip(pattern, parts).allSatisfy({ $0.first == ":" || $0 == $1 }) else { continue }
            let order = pattern.map { $0.first == ":" ? 1 : 0 }
            if let best, !order.lexicographicallyPrecedes(best.order) { continue }
            var parameters: [String: String] = [:]
            for (wanted, given) in zip(pattern, parts) where wanted.first == ":" {
                parameters[String(wanted.dropFirst())] = FormData.decodePart(given)
            }
            best = (Found(route: route, parameters: parameters), order)
        }
        return best?.found
    }

    /// The pages that a form's address lies under, from the innermost out: its own, and those with a record of their own on the way.
    static func pages(above path: String, among routes: [Route]) -> [(path: String, found: Found)] {
        var parts = path.split(separator: "/")
        var pages: [(String, Found)] = []
        while !parts.isEmpty {
            let path = "/" + parts.joined(separator: "/")
            if let found = find(.get, path: path, among: routes), pages.isEmpty || found.route.path.contains(":") {
                pages.append((path, found))
            }
            parts.removeLast()
        }
        return pages
    }
}
