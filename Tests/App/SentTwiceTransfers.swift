import AlisDomain
import Testing

@testable import Alis

// Doctors who are registered elsewhere: what has been asked before it is answered, withdrawn or taken back.

extension SentTwiceWalk {
    private static let described = [
        "fornavn": "Peder", "etternavn": "Sandvik", "hpr": TestRegister.person("peder")?.trainee.hpr?.digits ?? "",
    ]

    private static func asked(_ test: TestApplication) async throws -> String {
        try await send(try await test.client(as: "hilde"), "/overforinger/ny", to: "/overforinger", described)
        return "/overforinger/\(try await newest("transferRequest", test))"
    }

    static func transfers() -> [Form] {
        [
            Form(route: "/overforinger", person: "hilde", wanted: described) { _, _ in Place("/overforinger/ny", sentTo: "/overforinger") },
            Form(route: "/overforinger/:id/trekk", person: "hilde") { test, _ in
                let page = try await asked(test)
                return Place(page, sentTo: "\(page)/trekk")
            },
            Form(route: "/overforinger/:id/svar", person: "oddvar") { test, _ in
                let page = try await asked(test)
                return Place(page, sentTo: "\(page)/svar")
            },
            Form(route: "/overforinger/:id/tilbake", person: "oddvar") { test, client in
                let page = try await asked(test)
                try await send(client, page, to: "\(page)/svar")
                return Place(page, sentTo: "\(page)/tilbake")
            },
        ]
    }
}
