import AlisCast
import AlisDomain

/// Fills an empty database with the synthetic Norway (*øvingsdata*): reference data, ten years of register, and people to sign in as.
package struct DemoRegister: Sendable {
    package let database: Database
    package let surroundings: Surroundings
    package let referenceFolder: String

    package init(database: Database, surroundings: Surroundings, referenceFolder: String) {
        self.database = database
        self.surroundings = surroundings
        self.referenceFolder = referenceFolder
    }

    package enum Refusal: Error, Equatable {
        /// There is a register already; synthetic people are never mixed into it.
        case notEmpty
        /// The reference files have problems.
        case reference(count: Int, first: String)
    }

    /// What the demonstration's own changes are recorded as done by.
    package static let recorder = Recorder(account: "alis", name: "Alis", organisation: "Øvingsdata")

    /// Whether the database holds no register yet.
    package func isEmpty() async throws -> Bool {
        try await database.read { try ChangeLog.last(on: $0) == nil }
    }

    /// Makes everything in one transaction: all of it, or nothing.
    ///
    /// - Parameter progress: told how many persons have been written, now and then.
    package func fill(
        seed: UInt64, scale: Int, today: CalendarDay, progress: @escaping @Sendable (Int) -> Void = { _ in }
    ) async throws {
        let (reference, problems) = ReferenceFiles.read(folder: referenceFolder)
        if let first = problems.first { throw Refusal.reference(count: problems.count, first: "\(first)") }
        let (book, ruleProblems) = RuleBookFiles.read(folder: referenceFolder)
        if let first = ruleProblems.first { throw Refusal.reference(count: ruleProblems.count, first: "\(first)") }
        let (shelf, shelfProblems) = ObjectiveShelf.read(folder: referenceFolder)
        if let first = shelfProblems.first { throw Refusal.reference(count: shelfProblems.count, first: "\(first)") }
        let places = SyntheticPlaces(reference, on: today)
        let rates = SupervisionRules(referenceFolder: referenceFolder).rates
        let now = surroundings.now()
        try await database.write { connection in
            guard try ChangeLog.last(on: connection) == nil else { throw Refusal.notEmpty }
            // Reference data comes first, in the past: the register began when it was loaded.
            let began = Instant(startOf: SyntheticNorwayClock.referenceDay)
            _ = try ReferenceUpdate.run(
                to: reference, by: Self.recorder, reason: "Reference/", at: began, on: connection)
            var sink = PairedSink(
                first: DemoSink(connection: connection, progress: progress),
                second: PairedSink(first: CalibrationCounter(places: places), second: SupervisedCollector(today: today)))
            let norway = SyntheticNorway(seed: seed, scale: scale, today: today, places: places)
            norway.generate(into: &sink)
            try sink.first.finish()
            let comparisons = sink.second.first.finish(scale: norway.scale).comparisons
            try PracticeDataStore.add(
                PracticeData(seed: seed, scale: norway.scale, historyEnds: today, madeAt: now, comparisons: comparisons), on: connection)
            try Self.addAccounts(at: now, on: connection)
            try Self.addContacts(reference.directory(), today: today, at: now, on: connection)
            let supervision = SyntheticSupervision(
                seed: seed, today: today, places: places, rates: rates, doctors: sink.second.second.doctors)
            try DemoSupervision.write(supervision, today: today, at: now, on: connection)
            try DemoObjectives.fill(shelf, book: book, today: today, at: now, on: connection)
            // Last, so that what a plan was known to be when it was looked through has its supervisors.
            try DemoPlans.fill(reference, book: book, today: today, at: now, on: connection)
        }
    }

    /// Where most municipalities are written to; a few have told nobody yet. Every address ends in `.example`, which no mail reaches.
    static func addContacts(_ directory: MunicipalityDirectory, today: CalendarDay, at now: Instant, on connection: Connection) throws {
        let change = try ChangeLog.record(.contactChanged, by: recorder, reason: "Øvingsdata", at: now, on: connection)
        let writer = FactWriter(connection: connection, change: change)
        for stretch in directory.municipalities(on: today) {
            let id = stretch.municipality
            guard id.key.utf8.reduce(0, { $0 + Int($1) }) % 7 != 0, let email = EmailAddress("kommuneoverlegen@\(id.key).kommune.example")
            else { continue }
            try writer.add(
                id: id.key, ContactPoint(municipality: id, role: "Kommuneoverlegen", email: email),
                in: Period(startingOn: today.adding(months: -14)))
        }
    }

    /// An account for each of the cast.
    package static func addAccounts(at now: Instant, on connection: Connection) throws {
        for member in Cast.members {
            guard let role = Role(rawValue: member.role) else { continue }
            let organisation: Organisation =
                switch member.organisation {
                case .municipality(let id): .municipality(id)
                case .office(let code): .office(code)
                case .trust(let code): .trust(code)
                case .trainee(let id): .trainee(id)
                case .national: .nation
                }
            try AccountStore.add(
                Account(id: member.account, name: member.name, email: member.email, isDemo: true), at: now, on: connection)
            try AccountStore.grant(
                Grant(role: role, organisation: organisation), to: member.account, id: "\(member.account).\(role.rawValue)",
                by: "alis", at: now, on: connection)
        }
    }
}

/// When the demonstration says that its reference data was loaded: before the first synthetic change.
enum SyntheticNorwayClock {
    static let referenceDay = CalendarDay(year: 2016, month: 1, day: 1) ?? .earliest
}

extension SyntheticPlaces {
    /// What the generator needs, taken from the reference data of a day.
    package init(_ reference: ReferenceData, on day: CalendarDay) {
        let directory = reference.directory()
        let population = reference.population(on: day)
        let began = CalendarDay(year: 2017, month: 1, day: 2) ?? day
        let municipalities = directory.municipalities(on: day).map { stretch -> Municipality in
            let first = directory.stretches(of: stretch.municipality).first?.period.from
            let predecessors = directory.changes(of: stretch.municipality)
                .filter { $0.new == stretch.municipality && $0.old != stretch.municipality && $0.kind == .merged }
            return Municipality(
                id: stretch.municipality, number: stretch.facts.number, name: stretch.facts.name,
                population: population[stretch.municipality] ?? 0, centrality: stretch.facts.centrality ?? 6,
                countyNumber: stretch.facts.countyNumber, language: stretch.facts.language, trust: stretch.facts.trust,
                office: stretch.facts.office, existsFrom: first.flatMap { $0 > began ? $0 : nil },
                predecessors: predecessors.compactMap { change in
                    directory.nearestFacts(of: change.old, on: change.from.adding(days: -1)).map {
                        Predecessor(id: change.old, name: $0.name)
                    }
                })
        }
        self.init(
            municipalities: municipalities,
            trusts: reference.trusts(on: day).filter { !$0.isRegion }.map { Trust(code: $0.code, name: $0.name, region: $0.region) },
            offices: reference.offices(on: day).map { Office(code: $0.code, name: $0.name) })
    }
}
