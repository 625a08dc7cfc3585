import AlisDomain
import Foundation

/// The rules' own data from `Reference/`: figures with their sources, and where the municipalities lie.
package struct SupervisionRules: Sendable {
    package let rates: SupervisionRates
    package let distances: MunicipalityDistances

    package init(rates: SupervisionRates, distances: MunicipalityDistances) {
        self.rates = rates
        self.distances = distances
    }

    /// Reads the files in the folder of reference data. A file that is missing or has problems gives what of it could be read; the tests
    /// read them whole.
    package init(referenceFolder: String) {
        func text(_ name: String) -> String {
            (try? String(contentsOf: URL(fileURLWithPath: referenceFolder).appendingPathComponent(name), encoding: .utf8)) ?? ""
        }
        rates = SupervisionRates.parse(text("rules/supervision_rates.csv")).rates
        distances = MunicipalityDistances.parse(text("municipality_places.csv")).distances
    }
}

/// Supervision and the register it belongs to, after one change and as seen on one day.
package struct SupervisionView: UpToChange {
    package let register: RegisterView
    package let book: SupervisionBook
    package let distances: MunicipalityDistances
    package let today: CalendarDay
    package let requests: [Version<SupervisionRequest>]
    /// Where each doctor is counted, and in which training, today.
    package let homes: [RegisterIndex.Ordinal: MunicipalityID]
    package let trainings: [RegisterIndex.Ordinal: RecordID]
    /// Each doctor's hours by her training plan.
    package var accounts: [RegisterIndex.Ordinal: SupervisionAccount] = [:]

    package var change: ChangeNumber { register.change }

    package func personID(_ person: RegisterIndex.Ordinal) -> RecordID { register.index.personIDs[Int(person)] }
    package func placeName(_ id: MunicipalityID) -> String { register.directory.nearestFacts(of: id, on: today)?.name ?? id.key }

    /// The doctor's name today.
    package func name(_ person: RegisterIndex.Ordinal) -> String { register.people(on: today, knownAfter: .max)[person]?.fullName ?? "" }

    /// The trust area a municipality lies in.
    package func trust(of id: MunicipalityID) -> TrustCode? { register.directory.nearestFacts(of: id, on: today)?.trust }
    package func trustName(_ code: TrustCode) -> String {
        register.reference.trusts.first { $0.value.code == code }?.value.shortName ?? code.code
    }

    package func account(of person: RegisterIndex.Ordinal) -> SupervisionBalance {
        SupervisionBalance(of: person, account: accounts[person], in: book, on: today)
    }
}

/// Keeps one `SupervisionView` up to date: made anew when anything has been recorded, or a new day has come.
package final class SupervisionCache: Sendable {
    private let views: Derived<CalendarDay, SupervisionView>

    /// - Parameter board: where the plans of all are worked out: the hours of an account are the plan's.
    package init(database: Database, register: RegisterCache, rules: SupervisionRules, board: PlanBoardCache) {
        views = Derived(of: database) { before, today in
            let register = try await register.current()
            if let before, before.basis == today, before.value.change >= register.change { return before.value }
            var made = try await database.read { try SupervisionStore.view(register, rules: rules, today: today, on: $0) }
            let deadline = register.reference.deadline("oldSchemeLastApplication")?.day
            for line in try await board.current(on: today, deadline: deadline).lines {
                guard let person = register.index.ordinal(of: line.file.trainee) else { continue }
                made.accounts[person] = SupervisionAccount(line.evaluation)
            }
            return made
        }
    }

    package func current(on today: CalendarDay) async throws -> SupervisionView { try await views.current(for: today) }
}
