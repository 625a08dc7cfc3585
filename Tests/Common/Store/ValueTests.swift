import AlisDomain
import Foundation
import Testing

@testable import Alis

@Suite struct ValueTests {
    static let texts = [
        "", " ", "it's \"quoted\" -- ; DROP TABLE sample", "Kárášjohka, Unjárga, Guovdageaidnu: čđŋšŧž ČĐŊŠŦŽ", "blåbærsyltetøy",
        "\\ \\N \\. \t tab \r\n lines", "👩‍⚕️ e\u{301} é", "$1 ?1 :a {text}", "\u{FEFF}\u{200B}", "\\x00ff",
        String(repeating: "ø", count: 500_000),
    ]

    @Test(arguments: TestEngine.all)
    func `every text comes back as it was, bound or inserted in bulk`(engine: TestEngine) async throws {
        let database = try await StoreFixture.database(engine)
        let read = try await database.write { connection in
            for (number, text) in Self.texts.enumerated() {
                try connection.execute("INSERT INTO sample (number, word) VALUES (\(number), \(text))")
            }
            try connection.insert(
                into: "sample", columns: ["number", "word"],
                rows: Self.texts.enumerated().map { [.integer(Int64($0.offset + 100)), .text($0.element)] })
            return try connection.rows("SELECT word FROM sample ORDER BY number") { $0.text(0) }
        }
        #expect(read.map { Array($0.utf8) } == (Self.texts + Self.texts).map { Array($0.utf8) })
        let found = try await database.read { connection in
            try Self.texts.map { try connection.count("SELECT COUNT(*) FROM sample WHERE word = \($0)") }
        }
        #expect(found.allSatisfy { $0 == 2 })
    }

    @Test(arguments: TestEngine.all)
    func `a text with the character NUL is refused in words`(engine: TestEngine) async throws {
        let database = try await StoreFixture.database(engine)
        let refusal = StoreFailure.other("a text with the character NUL cannot be stored")
        await #expect(throws: refusal) {
            try await database.write { try $0.execute("INSERT INTO sample (number, word) VALUES (1, \("a\0b"))") }
        }
        await #expect(throws: refusal) {
            try await database.write { try $0.insert(into: "sample", columns: ["number", "word"], rows: [[.integer(1), .text("a\0b")]]) }
        }
        #expect(try await StoreFixture.count(database) == 0)
        try await StoreFixture.add(1, to: database)
    }

    @Test(arguments: TestEngine.all)
    func `every kind of value comes back as it was`(engine: TestEngine) async throws {
        let database = try await StoreFixture.database(engine)
        let bytes = [UInt8](0...255)
        try await database.read { connection in
            let row: SQL =
                "SELECT \(Int64.max), \(Int64.min), \(0.1), \(-1e300), \(SQLValue.blob(bytes)), \(SQLValue.blob([])), \(true), \(false), \(String?.none), \(7)"
            try connection.forEach(row) { row in
                let integers = [row.int64(0), row.int64(1)]
                #expect(integers == [.max, .min])
                let reals = [row.real(2), row.real(3)]
                #expect(reals == [0.1, -1e300])
                let blobs = [row.blob(4), row.blob(5), row.optionalBlob(5)]
                #expect(blobs == [bytes, [], []])
                let truths = [row.bool(6), row.bool(7)]
                #expect(truths == [true, false])
                let (text, integer, emptyText, zero) = (row.optionalText(8), row.optionalInt(8), row.text(8), row.int(8))
                #expect(text == nil && integer == nil && emptyText.isEmpty && zero == 0)
                let seven = row.optionalInt(9)
                #expect(seven == 7)
            }
        }
    }

    @Test(arguments: TestEngine.all)
    func `days, instants and identities come back, and nonsense in their place is damage`(engine: TestEngine) async throws {
        let database = try await StoreFixture.database(engine)
        let day = try #require(CalendarDay(year: 2024, month: 2, day: 29))
        let instant = Instant(microseconds: 1_700_000_000_123_456)
        let id = RecordID(high: 1, low: 2)
        try await database.read { connection in
            try connection.forEach("SELECT \(day), \(instant), \(id), \(CalendarDay?.none)") { row in
                let read = (try row.day(0), try row.instant(1), try row.recordID(2), try row.optionalDay(3))
                #expect(read.0 == day && read.1 == instant && read.2 == id && read.3 == nil)
            }
            let nonsense: SQL = "SELECT 'nonsense'"
            #expect(throws: StoreFailure.damaged("column 0 holds no day")) {
                try connection.forEach(nonsense) { _ = try $0.optionalDay(0) }
            }
            #expect(throws: StoreFailure.damaged("column 0 holds no instant")) {
                try connection.forEach(nonsense) { _ = try $0.instant(0) }
            }
            #expect(throws: StoreFailure.damaged("column 0 holds no identity")) {
                try connection.forEach(nonsense) { _ = try $0.recordID(0) }
            }
        }
    }

    @Test(arguments: TestEngine.all)
    func `values work where their type cannot be told from a column`(engine: TestEngine) async throws {
        let database = try await StoreFixture.database(engine)
        let none: Int? = nil
        try await database.write { connection in
            #expect(try connection.count("SELECT \(5_000_000_000) + 1") == 5_000_000_001)
            #expect(try connection.count("SELECT COUNT(*) FROM place WHERE \(none) IS NULL OR \("x") IS NULL") == 0)
            #expect(try connection.count("SELECT CASE WHEN \("a") < \("b") THEN \(1) ELSE \(2) END") == 1)
            try connection.execute("INSERT INTO sample (number, word, share) VALUES (\(1), \(String?.none), \(2.5))")
            try connection.execute("INSERT INTO sample (number, word, share) VALUES (\(2), \("ord"), \(Double?.none))")
            #expect(try connection.count("SELECT COUNT(*) FROM sample WHERE number IN (\(list: [1, 2, 3])) LIMIT \(10)") == 2)
            #expect(try connection.count("SELECT COUNT(*) FROM sample WHERE number IN (\(list: 0..<1000))") == 2)
            #expect(try connection.count("SELECT COUNT(*) FROM sample WHERE word IN (\(list: [String]()))") == 0)
            #expect(try connection.first("SELECT SUM(number), AVG(share) FROM sample") { "\($0.int(0)) \($0.real(1))" } == "3 2.5")
            let larger = connection.larger("\(1)", "number")
            #expect(try connection.rows("SELECT \(larger) FROM sample ORDER BY number") { $0.int(0) } == [1, 2])
            #expect(try connection.first("SELECT \(connection.joined("word", separator: "+")) FROM sample") { $0.text(0) } == "ord")
            #expect(try connection.count("SELECT COUNT(*) FROM sample WHERE word LIKE 'O%'") == 0)
            #expect(try connection.size() > 0)
        }
    }
}
