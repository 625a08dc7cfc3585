import AlisDomain
import Foundation
import Testing

@testable import Alis

/// One program writes to a SQLite file at a time: SQLite before 3.51.3 can lose a write when two do.
@Suite struct WritingLockTests {
    @Test func `while the server writes, other programs read or are refused, and nothing that was answered is lost`() async throws {
        let test = try await TestApplication.makeForProgram()
        let (database, rounds) = (test.application.settings.database, 200)
        let (now, surroundings) = (test.clock.now, test.surroundings)
        var links: [String] = []
        for number in 0..<rounds {
            // One for each of many accounts: a newer link ends an older one. Good for longer than the server, whose clock is the real one, lives.
            links.append(
                try await test.database.write { connection in
                    try AccountStore.add(
                        Account(id: "prove\(number)", name: "Prøve \(number)", email: nil, isDemo: true), at: now, on: connection)
                    return try AccountDesk.makeLink(
                        for: "prove\(number)", by: "demo.jon", days: 36_500, at: now, surroundings: surroundings, on: connection)
                })
        }
        await test.database.close()
        let list = TestFolder.newPath() + ".csv"
        try "Fornavn;Etternavn;Kommune\nPrøve;Lista;Fauske\n".write(toFile: list, atomically: true, encoding: .utf8)
        let commands = [
            ["import", list], ["user", "end", "prove1"], ["reference", "update"], ["serve", "--port", "0"],
            ["user", "list"], ["overview", "--json"], ["verify"], ["import", list, "--dry-run"], ["backup", TestFolder.newPath()],
        ]
        let server = try TestServer(database: database)
        for (number, link) in links.enumerated() {
            let socket = try TestSocket(port: server.port)
            socket.send("POST /logg-inn/lenke/\(link) HTTP/1.1\r\nHost: alis.test\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
            #expect(socket.status() == 303, "\(number)")
            // A program now and then, so that the test does not take all day: each of them comes round several times.
            guard number % 5 == 0 else { continue }
            let command = commands[(number / 5) % commands.count]
            let ending = try await TestProgram.run(command + ["--database", database, "--root", TestApplication.root])
            if commands.firstIndex(of: command).map({ $0 < 4 }) == true {
                #expect(ending.code == 3 && ending.said.contains("is being written to by the server"), "\(command): \(ending.said)")
            } else {
                #expect(
                    ![3, 70].contains(ending.code) || command[0] == "backup" && number > 40, "\(command): \(ending.code) \(ending.said)")
            }
        }
        #expect(server.stop() == 0)
        let verified = try await TestProgram.run("verify", "--database", database, "--root", TestApplication.root)
        #expect(verified.code == 0, "\(verified.output)\(verified.said)")
        let opened = try Database.sqlite(path: database)
        let signedIn = try await opened.read { try $0.count("SELECT COUNT(*) FROM signInLink WHERE usedAt IS NOT NULL") }
        let sessions = try await opened.read { try $0.count("SELECT COUNT(*) FROM session WHERE account LIKE 'prove%'") }
        #expect(signedIn == rounds && sessions == rounds)
        await opened.close()
        // And when it has stopped, they write again.
        let after = try await TestProgram.run("user", "end", "prove1", "--database", database, "--root", TestApplication.root)
        #expect(after.code == 0, "\(after.said)")
    }

    @Test func `the lock is one for every name of the file, is let go with its holder, and says who has it`() throws {
        let path = TestFolder.newPath()
        try "".write(toFile: path, atomically: true, encoding: .utf8)
        let other = TestFolder.newPath()
        try FileManager.default.createSymbolicLink(atPath: other, withDestinationPath: path)
        var lock: WritingLock? = try WritingLock(beside: path, as: "a test")
        let taken = #expect(throws: WritingLock.Taken.self) { try WritingLock(beside: other, as: "another") }
        #expect(taken?.by?.hasPrefix("a test, process ") == true)
        withExtendedLifetime(lock) {}
        lock = nil
        _ = try WritingLock(beside: other, as: "another")
    }

    @Test(arguments: [
        ("3.40.1", false), ("3.44.5", false), ("3.44.6", true), ("3.50.6", false), ("3.50.7", true), ("3.51.2", false), ("3.51.3", true),
        ("3.52.0", true), ("4.0.0", true), ("", false),
    ])
    func `it is known which SQLite can lose a write`(version: String, isPatched: Bool) {
        #expect(SQLiteEngine.isPatched(version) == isPatched)
    }
}
