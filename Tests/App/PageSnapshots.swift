import AlisDomain
import Foundation
import Testing

@testable import Alis

/// Where `PageSnapshots` writes; nil when nobody asks for it.
private let snapshotFolder = ProcessInfo.processInfo.environment["ALIS_PAGES"]

/// Writes every page as every role sees it, to compare what a change of the code did to them: set `ALIS_PAGES` to a folder, run it before
/// and after, and `diff -r` the two. What differs from run to run (marks, identities, versions of assets) is evened out.
@Suite(.enabled(if: snapshotFolder != nil)) struct PageSnapshots {
    @Test(arguments: AccessPerson.all)
    func `every page is written to the folder`(person: AccessPerson) async throws {
        let folder = "\(try #require(snapshotFolder))/\(person.key)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let test = try await TestApplication.make()
        let view = try await test.application.register.current()
        var slugs: [String: String] = [:]
        for key in TestConfirmers.municipalities {
            if let id = MunicipalityID(key) { slugs[key] = view.directory.slug(of: id, on: TestApplication.today) }
        }
        let addresses = AccessAddresses(slugs: slugs, tokens: [], strangersImport: "00000000000000000000000000")
        let client = try await test.client(as: person.key)
        for route in test.routes where route.method == .get && person.isAllowed(route) {
            for address in addresses.fill(route) {
                let reply = try await client.get(address.path)
                guard reply.status != 404 else { continue }
                let name = address.path.replacingOccurrences(of: "/", with: "_")
                let text = reply.contentType.hasPrefix("text/") ? Self.even(reply.text) : reply.readableText
                try "\(reply.status) \(reply.location ?? "")\n\(text)\n".write(
                    toFile: "\(folder)/\(name).txt", atomically: false, encoding: .utf8)
            }
        }
    }

    private static func even(_ page: String) -> String {
        page.replacing(#/name="(_mark|_once)" value="[^"]*"/#) { "name=\"\($0.output.1)\"" }
            .replacing(#/\?v=[0-9a-f]+/#, with: "").replacing("><", with: ">\n<")
    }
}
