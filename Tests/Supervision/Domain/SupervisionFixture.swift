import AlisDomain
import Foundation

/// The real files the rules read, and small things to build examples from.
enum SupervisionFixture {
    static func file(_ name: String) throws -> String {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        return try String(contentsOf: root.appendingPathComponent("Reference/\(name)"), encoding: .utf8)
    }

    static let rates = Result { SupervisionRates.parse(try file("rules/supervision_rates.csv")) }
    static let distances = Result { MunicipalityDistances.parse(try file("municipality_places.csv")) }

    static func day(_ text: String) -> CalendarDay { CalendarDay(iso: text) ?? .earliest }
    static func period(_ from: String, _ to: String? = nil) -> Period {
        Period(from: day(from), to: to.map(day)) ?? Period(startingOn: day(from))
    }
    static func id(_ number: UInt64) -> RecordID { RecordID(high: 7, low: number) }
    static func percent(_ value: Int) -> PositionPercent { PositionPercent(percent: value) ?? .full }
    /// Keys in tests are written by us; one that is none would show at once.
    static func place(_ key: String) -> MunicipalityID { MunicipalityID(key) ?? places[0] }
    private static let places = ["oslo"].compactMap { MunicipalityID($0) }
    static func hours(_ hundredths: Int) -> MonthlyHours { MonthlyHours(hundredths: hundredths) ?? none[0] }
    private static let none = [0].compactMap { MonthlyHours(hundredths: $0) }

    /// A book with one doctor (person 1, full time unless told otherwise) and supervisors 1… with assignments to her.
    static func book(
        pieces: [(String, String?, Int)] = [("2024-01-01", nil, 100)], capacities: [UInt64: Int] = [1: 700],
        supervisors: [UInt64: Supervisor] = [:], assignments: [(UInt64, String, String?, Int)] = [],
        given: [(String, Int, Bool)] = []
    ) throws -> SupervisionBook {
        var people = supervisors
        for number in capacities.keys where people[number] == nil {
            people[number] = Supervisor(name: "Veileder \(number)", specialist: .generalPractice, municipality: place("fauske"))
        }
        return SupervisionBook(
            rates: try rates.get().rates, supervisors: Dictionary(uniqueKeysWithValues: people.map { (id($0.key), $0.value) }),
            capacities: Dictionary(
                uniqueKeysWithValues: capacities.map { number, hundredths in
                    let value = SupervisorCapacity(supervisor: id(number), hours: hours(hundredths))
                    return (id(number), Timeline([Version(id: "\(number)", value: value, period: period("2020-01-01"), recordedIn: 1)]))
                }),
            assignments: assignments.enumerated().map { index, entry in
                SupervisionBook.Assignment(
                    id: id(UInt64(100 + index)),
                    value: SupervisionAssignment(training: id(50), supervisor: id(entry.0), share: percent(entry.3)),
                    period: period(entry.1, entry.2), person: 1)
            },
            given: given.map {
                .init(person: 1, supervisor: id(1), day: day($0.0), minutes: $0.1, preparation: 30, isGroup: $0.2)
            },
            services: [1: SupervisedService(pieces: pieces.map { .init(period: period($0.0, $0.1), position: percent($0.2)) })])
    }
}
