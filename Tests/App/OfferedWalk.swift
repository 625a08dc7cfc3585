import AlisDomain
import Foundation
import Testing

@testable import Alis

/// Somebody who walks the product by what its pages offer, as a reader does: from the start page, link by link.
struct OfferedWalk {
    /// Each page's offers, by the page's pattern: an address by its pattern, and for a form also what it says it does.
    private(set) var offers: [String: Set<String>] = [:]
    /// What leads nowhere, in words.
    private(set) var dead: Set<String> = []

    private let test: TestApplication
    private let client: TestClient
    private let roles: Set<Role>
    private var waiting: [(address: String, from: String)] = [("/", "")]
    private var seen: Set<String> = ["/"]
    /// How many have been opened of each kind of address.
    private var opened: [String: Int] = [:]
    private var known: [String: Route?] = [:]

    /// How many of a kind one walker opens: of a doctor's pages enough for every standing that the test register's doctors have.
    private static func most(_ link: String) -> Int {
        if link.contains("?") { return 1 }
        return link.hasPrefix("/alis/") ? 9 : 4
    }
    /// What the table calls what stands around every page.
    private static let everyPage = "(every page)"

    init(_ test: TestApplication, _ client: TestClient, _ roles: Set<Role>) {
        self.test = test
        self.client = client
        self.roles = roles
    }

    /// Opens all that is offered, and what that offers in turn.
    mutating func walk() async throws {
        var next = 0
        while next < waiting.count {
            let (address, from) = waiting[next]
            next += 1
            guard let route = route(.get, address) else { continue }
            let reply = try await client.get(address)
            if reply.status == 303, let location = reply.location { offer([location], on: route.path) }
            guard reply.status == 200 || reply.status == 303 else {
                dead.insert("\(from) leads to \(route.path), which answers \(reply.status)")
                continue
            }
            guard reply.status == 200, reply.contentType.hasPrefix("text/html") else { continue }
            let page = reply.text
            guard let own = PageText.pieces(of: page, from: "<main", to: "</main>").first else {
                dead.insert("\(route.path) has no main part")
                continue
            }
            take(own, on: route.path)
            for part in PageText.pieces(of: page, from: "<body", to: "<main") + PageText.pieces(of: page, from: "</main>", to: "</body>") {
                take(part, on: Self.everyPage)
            }
        }
    }

    private mutating func take(_ part: String, on place: String) {
        offer(Self.links(part), on: place)
        offer(PageForm.all(in: part), on: place)
        for action in Self.questions(part) {
            if let target = route(.get, action) { offers[place, default: []].insert(target.path) }
        }
    }

    private mutating func offer(_ links: [String], on place: String) {
        for link in links {
            guard let target = route(.get, link) else {
                dead.insert("\(place) leads to \(link), which is no page")
                continue
            }
            offers[place, default: []].insert(target.path)
            guard seen.insert(link).inserted else { continue }
            let kind = "\(target.path) \(Self.names(ofQuery: link))"
            opened[kind, default: 0] += 1
            if opened[kind, default: 0] <= Self.most(link) { waiting.append((link, place)) }
        }
    }

    private mutating func offer(_ forms: [PageForm], on place: String) {
        for form in forms {
            guard let target = route(.post, form.action) else {
                dead.insert("\(place) has a form for \(form.action), which takes none")
                continue
            }
            if !isFor(target) { dead.insert("\(place) has a form for \(target.path), which is not for her") }
            offers[place, default: []].formUnion(Self.acts(form).map { "POST \(target.path)\($0)" })
        }
    }

    private mutating func route(_ method: Visit.Method, _ address: String) -> Route? {
        let path = String(address.prefix { $0 != "?" })
        let key = "\(method.rawValue) \(path)"
        if let found = known[key] { return found }
        let found = RouteMatch.find(method, path: path, among: test.routes)?.route
        known[key] = .some(found)
        return found
    }

    private func isFor(_ route: Route) -> Bool {
        switch route.audience {
        case .everyone: true
        case .roles(let wanted): !wanted.isDisjoint(with: roles)
        }
    }

    /// Addresses of the product that a piece of a page links to, without the place in the page.
    private static func links(_ page: String) -> [String] {
        PageText.pieces(of: page, from: "<a ", to: ">").flatMap { PageText.pieces(of: $0, from: "href=\"", to: "\"") }
            .map { $0.replacing("&amp;", with: "&").prefix { $0 != "#" } }.filter { $0.hasPrefix("/") }.map { String($0) }
    }

    /// Where its forms ask for a page: what that shows hangs on what is filled in.
    private static func questions(_ page: String) -> [String] {
        PageText.pieces(of: page, from: "<form ", to: ">").filter { !$0.contains("method=\"post\"") }
            .flatMap { PageText.pieces(of: $0, from: "action=\"", to: "\"") }
    }

    private static func names(ofQuery link: String) -> String {
        link.drop { $0 != "?" }.dropFirst().split(separator: "&").map { $0.prefix { $0 != "=" } }.sorted().joined(separator: " ")
    }

    /// What a form's buttons and hidden fields say it does, where that is a word: ` slag=approved`.
    private static func acts(_ form: PageForm) -> [String] {
        let words = form.fields.filter { [.button, .hidden].contains($0.kind) && !$0.name.hasPrefix("_") }.flatMap { field in
            field.values.filter { !$0.isEmpty && $0.allSatisfy { $0.isLetter || $0 == "-" } }.map { " \(field.name)=\($0)" }
        }
        return words.isEmpty ? [""] : words
    }
}
