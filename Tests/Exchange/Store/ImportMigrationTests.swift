import AlisDomain
import Testing

@testable import Alis

@Suite struct ImportMigrationTests {
    @Test(arguments: TestEngine.all)
    func `files that were sent before every kind had one table are there as they were`(engine: TestEngine) async throws {
        let number = ImportMigration.everyKind.number
        let database = try await engine.makeDatabase(migrations: AlisApplication.migrations.filter { $0.number < number })
        let ids = (1...4).map { RecordID(high: 0x7E57, low: $0) }
        let (now, day) = (TestApplication.now, TestApplication.today)
        try await database.write { connection in
            try connection.execute(
                """
                INSERT INTO importFile (id, account, fileName, bytes, uploadedAt, asOfDay, choices, answers, state, changeNumber, results)
                VALUES (\(ids[0]), 'demo.hilde', 'liste.csv', \(SQLValue.blob([1, 2, 3])), \(now), \(day), 'valg', 'svar', 'accepted', 7,
                    \("s=0&r=2\ns=0&r=3"))
                """)
            for (id, kind, cells, taken) in [(ids[1], "report", "{}", 0), (ids[2], "catalogue", "{}", 4), (ids[3], "report", "", 0)] {
                try connection.execute(
                    """
                    INSERT INTO objectiveFile (id, account, kind, fileName, cells, choices, reportDay, trainee, uploadedAt, taken)
                    VALUES (\(id), 'demo.hilde', \(kind), 'fil.csv', \(cells), 'rad=1', \(day), \(ids[0]), \(now), \(taken))
                    """)
            }
        }
        #expect(try await Migrator(AlisApplication.migrations).run(on: database, at: now).contains(number))
        let files = try await database.read { connection in
            try zip(ids, ["register", "report", "catalogue", "report"]).compactMap { id, kind in
                try SentFileStore.find(id, kind, of: "demo.hilde", on: connection)
            }
        }
        #expect(files.map(\.state) == [.accepted, .waiting, .accepted, .dropped])
        #expect(files.map(\.taken) == [2, 0, 4, 0] && files.map(\.choices) == ["valg", "rad=1", "rad=1", "rad=1"])
        #expect(files.map(\.cells) == ["", "{}", "{}", ""] && files.map(\.trainee) == [nil, ids[0], ids[0], ids[0]])
        #expect(files.allSatisfy { $0.day == day && $0.uploadedAt == now } && files[0].answers == "svar" && files[0].change == 7)
        #expect(try await database.read { try SentFileStore.bytes(of: ids[0], on: $0) } == [1, 2, 3])
        #expect(try await database.read { [try $0.hasTable("importFile"), try $0.hasTable("objectiveFile")] } == [false, false])
    }
}
