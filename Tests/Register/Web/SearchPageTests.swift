import AlisDomain
import Foundation
import Testing

@testable import Alis

/// Searching: what is named in full is gone to, what is only alike is shown, and all of it can be reached.
@Suite struct SearchPageTests {
    @Test func `only what is named in full is gone to; a likeness is shown as a question`() async throws {
        let test = try await TestApplication.make()
        let jon = try await test.client(as: "jon")
        let like = try await jon.get("/sok?q=Lofoten")
        #expect(like.status == 200 && like.text.contains("Mente du en av disse kommunene?") && like.text.contains(">Løten</a>"))
        #expect(try await jon.get("/sok?q=loten").location == "/kommuner/3412-loten")
        #expect(try await jon.get("/sok?q=3412").location == "/kommuner/3412-loten")
    }

    @Test func `an HPR number is found with spaces and with what it is in front`() async throws {
        let test = try await TestApplication.make()
        let hilde = try await test.client(as: "hilde")
        let ida = try #require(TestRegister.person("ida"))
        let digits = try #require(ida.trainee.hpr?.digits)
        let spaced = "\(digits.prefix(3)) \(digits.dropFirst(3).prefix(3)) \(digits.dropFirst(6))"
        for text in [digits, spaced, "HPR \(spaced)"] {
            let address = "/sok?q=\(text.replacing(" ", with: "+"))"
            #expect(try await hilde.get(address).location == "/alis/\(ida.id)", "\(text)")
        }
        // Of somebody else's doctor nothing is found.
        let amina = try #require(TestRegister.person("amina")?.trainee.hpr?.digits)
        #expect(try await hilde.get("/sok?q=\(amina)").text.contains("Ingen treff"))
    }

    @Test func `the municipality that is named comes first, and all who are found can be turned to`() async throws {
        let test = try await TestApplication.make()
        try await test.database.write { connection in
            let change = try ChangeLog.record(.imported, by: TestRegister.recorder, at: TestApplication.now, on: connection)
            let writer = FactWriter(connection: connection, change: change)
            var random = SystemRandomNumberGenerator()
            for number in 1...60 {
                let trainee = Trainee(givenName: "Nr\(number < 10 ? "0" : "")\(number)", familyName: "Osmund", isSynthetic: true)
                let id = random.nextRecordID()
                try writer.add(id: id.text, trainee, in: .always)
                try TraineeWords.add(trainee, id: id, on: connection)
            }
        }
        let jon = try await test.client(as: "jon")
        let page = try await jon.get("/sok?q=Os").text
        let (place, person) = (try #require(page.range(of: ">Os</a>")), try #require(page.range(of: "Osmund</a>")))
        #expect(place.lowerBound < person.lowerBound)
        #expect(page.contains("<h2>60 leger</h2>") && page.contains("1–50") && page.contains("href=\"/sok?q=Os&amp;side=2\""))
        let next = try await jon.get("/sok?q=Os&side=2").text
        #expect(next.contains("51–60") && next.components(separatedBy: "Osmund</a>").count == 11)
    }

    @Test func `the list of municipalities is searched by any of their names and by number`() async throws {
        let test = try await TestApplication.make()
        let hilde = try await test.client(as: "hilde")
        let found = try await hilde.get("/kommuner?q=fausk").text
        #expect(found.contains(">Fauske</a>") && !found.contains(">Bodø</a>") && found.contains("value=\"fausk\""))
        #expect(try await hilde.get("/kommuner?q=Fuossko").text.contains(">Fauske</a>"))
        #expect(try await hilde.get("/kommuner?q=1841").text.contains(">Fauske</a>"))
        #expect(try await hilde.get("/kommuner.csv?q=fausk").text.contains("Fauske"))
        #expect(try await hilde.get("/kommuner?q=%3F%3F").text.contains("Ingen kommuner passer"))
    }
}
