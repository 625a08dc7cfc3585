import AlisDomain
import NIOCore
import Testing

@testable import Alis

/// How much of what is sent is read, and of whom.
@Suite struct BodyTests {
    private static let list = TestClient.File(
        field: "fil", name: "liste.csv", type: "text/csv", bytes: Array("Navn;Kommune\nKari Prøve;Fauske\n".utf8))

    private func file(_ bytes: Int) -> TestClient.File {
        TestClient.File(field: "fil", name: "stor.csv", type: "text/csv", bytes: [UInt8](repeating: 97, count: bytes))
    }

    @Test(arguments: TestEngine.all)
    func `more than a form's length is read only where files are sent`(engine: TestEngine) async throws {
        let test = try await TestApplication.make(engine: engine)
        let jon = try await test.client(as: "jon")
        for route in test.routes where route.method == .post {
            guard case .form = route.takes else { continue }
            let path = route.path.replacing(/:[a-z]+/, with: "00000000000000000000000001")
            let isHis = if case .roles(let roles) = route.audience { roles.contains(.administrator) } else { true }
            let long = try await jon.post(path, [("tekst", String(repeating: "a", count: Dispatcher.largestForm))])
            #expect(long.status == (isHis ? 413 : 404), "\(path): \(long.status)")
        }
        let files = test.routes.filter { if case .files = $0.takes { true } else { false } }
        #expect(Set(files.map(\.path)) == ["/innlesing", "/laeringsmal/rapport", "/laeringsmal/katalog"])
        #expect(try await jon.upload("/innlesing", files: [file(Dispatcher.largestForm * 2)]).status == 422)
        #expect(try await jon.upload("/innlesing", files: [file(Dispatcher.largestFile)]).status == 413)
        #expect(try await jon.post("/innlesing", [("tekst", String(repeating: "a", count: Dispatcher.largestForm))]).status == 413)
    }

    @Test func `of a stranger's form no more is read than she needs to sign in or to answer`() async throws {
        let test = try await TestApplication.make()
        let stranger = test.client()
        for route in test.routes where route.method == .post && route.audience == .everyone {
            let path = route.path.replacing(/:[a-z]+/, with: "00000000000000000000000001")
            let pieces = Pieces(piece: ByteBuffer(repeating: 97, count: 1000), count: 1000)
            #expect(try await stranger.send(path, pieces, type: "application/x-www-form-urlencoded").status == 413, "\(path)")
            #expect(pieces.taken.value <= Dispatcher.largestOfStranger / 1000 + 2, "\(path)")
        }
    }

    @Test func `what comes in pieces is measured as it comes, and read no further than it may be`() async throws {
        let test = try await TestApplication.make()
        let jon = try await test.client(as: "jon")
        let pieces = Pieces(piece: ByteBuffer(repeating: 97, count: 1000), count: 1_000_000)
        #expect(try await jon.send("/alis/ny", pieces, type: "application/x-www-form-urlencoded").status == 413)
        #expect(pieces.taken.value <= Dispatcher.largestForm / 1000 + 2)
    }

    @Test func `nothing is read of what whoever sends it may not send`() async throws {
        let test = try await TestApplication.make()
        let (stranger, priya) = (test.client(), try await test.client(as: "priya"))
        for route in test.routes where route.method == .post && route.audience != .everyone {
            let path = route.path.replacing(/:[a-z]+/, with: "00000000000000000000000001")
            var senders = [(stranger, 403)]
            if case .roles(let roles) = route.audience, !roles.contains(.directorate) { senders.append((priya, 404)) }
            for (sender, status) in senders {
                let pieces = Pieces(piece: ByteBuffer(repeating: 97, count: 1000), count: 10)
                #expect(try await sender.send(path, pieces, type: "multipart/form-data; boundary=g").status == status, "\(path)")
                #expect(pieces.taken.value == 0, "\(path)")
            }
        }
    }

    @Test func `a body that is shorter than it was said to be, or breaks off, is refused and nothing is done`() async throws {
        let test = try await TestApplication.make()
        let jon = try await test.client(as: "jon")
        let mark = try await jon.mark()
        let before = try await test.fingerprint()
        let form = ByteBuffer(string: "_mark=\(mark)&navn=Kari")
        for (pieces, length) in [
            (Pieces(piece: form, count: 1), form.readableBytes + 1), (Pieces(piece: form, count: 1, breaksOff: true), nil),
        ] {
            let reply = try await jon.send(
                "/tilgang/demo.hilde", pieces, type: "application/x-www-form-urlencoded", length: length)
            #expect(reply.status == 400 && reply.text.contains("kom ikke helt fram"))
        }
        #expect(try await test.fingerprint() == before)
    }

    @Test func `nobody takes all the room for files, and what is left is for others`() throws {
        let room = UploadRoom()
        for _ in 0..<UploadRoom.mostOfOne { try room.enter("hilde") }
        #expect(throws: PageRefusal.self) { try room.enter("hilde") }
        for number in 0..<(UploadRoom.mostFiles - UploadRoom.mostOfOne) { try room.enter("sender \(number)") }
        #expect(throws: PageRefusal.self) { try room.enter("jon") }
        room.leave("hilde")
        try room.enter("jon")
    }

    @Test(arguments: TestEngine.all)
    func `a large file waits for room in words, and has it when another is through`(engine: TestEngine) async throws {
        let test = try await TestApplication.make(engine: engine)
        let jon = try await test.client(as: "jon")
        let gate = Pieces.Gate()
        var under = [Task<Int, any Error>]()
        for _ in 0..<UploadRoom.mostOfOne {
            let pieces = Pieces(piece: ByteBuffer(string: "x"), count: 3, gate: gate)
            under.append(Task { try await jon.send("/innlesing", pieces, type: "multipart/form-data; boundary=g").status })
            await gate.isReached()
        }
        let refused = try await jon.upload("/innlesing", files: [file(Dispatcher.largestForm * 2)])
        #expect(refused.status == 503 && refused.text.contains("For mange filer samtidig"))
        #expect(try await jon.upload("/innlesing", files: [Self.list]).status != 503, "a small one takes no room")
        await gate.open()
        for task in under { #expect(try await task.value == 400) }
        #expect(try await jon.upload("/innlesing", files: [file(Dispatcher.largestForm * 2)]).status == 422)
    }
}
