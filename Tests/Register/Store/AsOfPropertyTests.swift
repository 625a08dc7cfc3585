import AlisDomain
import Foundation
import Testing

@testable import Alis

/// What the register answers for a day, as known at a time, never changes, whatever is written later: the promise that everything
/// else rests on. Random sequences of revisions, asked by the index and by plain SQL.
@Suite struct AsOfPropertyTests {
    /// The same numbers from the same seed.
    private struct Dice: RandomNumberGenerator {
        var state: UInt64
        mutating func next() -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            let mixed = (state ^ (state >> 33)) &* 0xFF51_AFD7_ED55_8CCD
            return mixed ^ (mixed >> 29)
        }
        mutating func below(_ limit: Int) -> Int { Int(next() >> 33) % limit }
        mutating func chance(_ percent: Int) -> Bool { below(100) < percent }
    }

    private struct SamePlaces: PlaceLookup {
        func current(_ id: MunicipalityID) -> MunicipalityID { id }
        func facts(_ id: MunicipalityID) -> MunicipalityFacts? { nil }
    }

    private struct Question: Hashable, Sendable {
        let day: CalendarDay
        let known: ChangeNumber
    }

    private static let places = ["fauske", "bergen", "voss"].compactMap { MunicipalityID($0) }
    private static let trusts = ["NLSH", "UNN"].compactMap { TrustCode($0) }
    private static let first = CalendarDay(year: 2020, month: 1, day: 1) ?? .earliest

    private static func id(_ kind: UInt64, _ number: Int) -> RecordID { RecordID(high: kind, low: UInt64(number)) }

    private static func period(_ dice: inout Dice) -> Period {
        let from = first.adding(days: dice.below(1200))
        return Period(from: from, to: dice.chance(60) ? from.adding(days: 1 + dice.below(600)) : nil) ?? Period(startingOn: from)
    }

    /// One random change to one of eight persons.
    private static func write(_ dice: inout Dice, _ writer: FactWriter) throws {
        let number = dice.below(8)
        let (person, training) = (id(1, number), id(2, number))
        let period = period(&dice)
        switch dice.below(9) {
        case 0, 1, 2:
            let standings: [Training.Standing] = [.active, .active, .paused, .ended(.specialist), .ended(.withdrew)]
            let value = Training(
                trainee: person, scheme: dice.chance(50) ? .new : .old, standing: standings[dice.below(standings.count)],
                expectedEnd: dice.chance(50) ? first.adding(days: dice.below(2000)) : nil)
            try writer.revise(Training.self, id: training.text, in: period, to: dice.chance(10) ? nil : value)
        case 3, 4, 5:
            let value = Engagement(
                training: training, municipality: places[dice.below(places.count)], workplace: "Kontor \(dice.below(3))",
                form: Engagement.Form.allCases[dice.below(4)], percent: PositionPercent(percent: 20 + dice.below(81)) ?? .full)
            let engagement = id(3, number * 2 + dice.below(2)).text
            if dice.chance(20) {
                try writer.replace(Engagement.self, id: engagement, with: [(period, value)])
            } else {
                try writer.revise(Engagement.self, id: engagement, in: period, to: dice.chance(15) ? nil : value)
            }
        case 6:
            let value = Absence(
                training: training, kind: Absence.Kind.allCases[dice.below(4)],
                share: dice.chance(70) ? .full : PositionPercent(percent: 50) ?? .full)
            try writer.revise(Absence.self, id: id(4, number).text, in: period, to: dice.chance(20) ? nil : value)
        case 7:
            let year = 2020 + dice.below(5)
            let value = HospitalWish(
                training: training, choices: [.init(trust: trusts[dice.below(2)])],
                earliest: HalfYear(year: year, isAutumn: dice.chance(50)),
                latest: HalfYear(year: year + 1, isAutumn: true), months: 6, percent: .full, note: "")
            try writer.revise(HospitalWish.self, id: id(5, number).text, in: period, to: dice.chance(20) ? nil : value)
        default:
            let other = (number + 1 + dice.below(7)) % 8
            // A record is merged into one with a lower number, so there are no circles, and the merge may be undone.
            let (duplicate, kept) = (max(number, other), min(number, other))
            try writer.revise(
                TraineeMerge.self, id: id(6, duplicate).text, in: .always,
                to: dice.chance(50) ? nil : TraineeMerge(duplicate: id(1, duplicate), kept: id(1, kept)))
        }
    }

    /// What the index says, in words that can be compared. Persons by identity, since an index built otherwise may order them otherwise.
    private static func answer(_ question: Question, _ index: RegisterIndex) -> String {
        let answer = index.answer(OverviewQuestion(asOf: question.day, knownAfter: question.known), places: SamePlaces())
        let members = answer.members.map { member in
            "\(index.personIDs[Int(member.person)]) \(member.municipality?.key ?? "-") \(member.bits) \(member.scheme) "
                + "\(member.standing.code) \(member.form?.rawValue ?? "-") \(member.percent) \(member.workplace) \(member.expectedEnd?.iso ?? "-")"
        }
        return members.sorted().joined(separator: "\n") + Measure.allCases.map { " \(answer.total[$0])" }.joined()
    }

    /// What plain SQL says: every version that holds.
    private static func answer(_ question: Question, on connection: Connection) throws -> String {
        var lines: [String] = []
        for table in ["trainee", "training", "engagement", "absence", "wish", "traineeMerge"] {
            let columns = try connection.columns(of: table).filter { !["recordedin", "supersededin"].contains($0.lowercased()) }.sorted()
            var sql: SQL = "SELECT "
            for (index, column) in columns.enumerated() {
                if index > 0 { sql += " || '|' || " }
                sql += "COALESCE(CAST(\(name: column) AS TEXT), '')"
            }
            sql += """
                 FROM \(name: table) WHERE validFrom <= \(question.day) AND validTo > \(question.day)
                 AND recordedIn <= \(question.known) AND (supersededIn IS NULL OR supersededIn > \(question.known))
                """
            lines += try connection.rows(sql) { "\(table) \($0.text(0))" }
        }
        return lines.sorted().joined(separator: "\n")
    }

    @Test(arguments: TestEngine.all, [1, 2, 3] as [UInt64])
    func `as-of answers never change after later writes`(engine: TestEngine, seed: UInt64) async throws {
        let database = try await engine.makeDatabase(migrations: AlisApplication.migrations)
        let recorder = Recorder(account: "alis", name: "Alis", organisation: "Test")
        try await database.write { connection in
            let number = try ChangeLog.record(.registered, by: recorder, at: Instant(startOf: Self.first), on: connection)
            let writer = FactWriter(connection: connection, change: number)
            for person in 0..<8 {
                let period = Period(startingOn: Self.first)
                try writer.add(id: Self.id(1, person).text, Trainee(givenName: "Nr.", familyName: "\(person)"), in: period)
                try writer.add(id: Self.id(2, person).text, Training(trainee: Self.id(1, person), scheme: .new), in: period)
            }
        }
        var dice = Dice(state: seed)
        var grown = RegisterIndex()
        var remembered: [Question: (index: String, rows: String)] = [:]
        for _ in 0..<12 {
            let state = dice
            dice = try await database.write { connection in
                var dice = state
                for _ in 0..<12 {
                    let number = try ChangeLog.record(.corrected, by: recorder, at: Instant(startOf: Self.first), on: connection)
                    try Self.write(&dice, FactWriter(connection: connection, change: number))
                }
                return dice
            }
            let before = grown
            let (updated, fresh, last) = try await database.read { connection in
                var (updated, fresh) = (before, RegisterIndex())
                try RegisterIndexStore.update(&updated, on: connection)
                try RegisterIndexStore.update(&fresh, on: connection)
                return (updated, fresh, try ChangeLog.last(on: connection)?.number ?? 0)
            }
            grown = updated
            #expect(grown.upTo == last)
            for (question, said) in remembered {
                #expect(Self.answer(question, grown) == said.index)
                #expect(try await database.read { try Self.answer(question, on: $0) } == said.rows)
            }
            for _ in 0..<8 {
                // Also of days and changes that are asked about for the first time long after.
                let question = Question(day: Self.first.adding(days: dice.below(2200) - 100), known: 1 + dice.below(last))
                let said = Self.answer(question, grown)
                #expect(said == Self.answer(question, fresh), "an index that grew answers like one made from nothing")
                remembered[question] = (said, try await database.read { try Self.answer(question, on: $0) })
            }
        }
        #expect(Set(remembered.values.map(\.index)).count > 40, "the questions had different answers")
    }
}
