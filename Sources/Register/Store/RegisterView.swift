import AlisDomain
import Synchronization

/// The register as it is after one change: the index of persons and the reference data, together and consistent.
///
/// A class and not a value, since it is handed about by every request and holds some fifty tables: a copy would count each of them.
package final class RegisterView: Sendable {
    package let index: RegisterIndex
    package let reference: ReferenceData
    package let directory: MunicipalityDirectory
    /// When the register's first change was recorded; nil when it is empty.
    package let beganAt: Instant?
    let answers = AnswerCache()

    package init(index: RegisterIndex, reference: ReferenceData, directory: MunicipalityDirectory, beganAt: Instant?) {
        self.index = index
        self.beganAt = beganAt
        self.reference = reference
        self.directory = directory
    }

    package var change: ChangeNumber { index.upTo }

    /// The reference data alone, for work that asks about places and not about persons: it knows none.
    package static func places(on connection: Connection) throws -> RegisterView {
        let reference = try ReferenceStore.data(on: connection, knownAfter: .max)
        return RegisterView(index: RegisterIndex(), reference: reference, directory: reference.directory(), beganAt: nil)
    }

    /// The offices at work on a day, in order of code.
    package func offices(on day: CalendarDay) -> [Office] { answers.offices(on: day) { reference.offices(on: day) } }

    /// What a viewer may see, by the offices' coverage on a day.
    package func scope(_ viewer: Viewer, on day: CalendarDay) -> Scope {
        answers.scope(viewer, day) { Scope(viewer) { office in Set(reference.municipalities(of: office, on: day)) } }
    }

    /// The answer to a question, worked out once for each state of the register.
    package func answer(_ question: OverviewQuestion) -> OverviewAnswer {
        answers.answer(question) { index.answer(question, places: places(on: question.asOf)) }
    }

    /// Who each person is on a day, as known after a change.
    package func people(on day: CalendarDay, knownAfter change: ChangeNumber) -> PeopleOnDay {
        answers.people(on: day, change: change) { PeopleOnDay(index, day: day, change: change) }
    }

    /// Those of an answer that a measure counts, in order of name.
    package func members(_ question: OverviewQuestion, counting measure: Measure?) -> [OverviewAnswer.Member] {
        answers.members(question, measure) {
            let people = people(on: question.asOf, knownAfter: question.knownAfter)
            return answer(question).members.filter { measure.map($0.has) ?? true }
                .sorted { (people.rank[Int($0.person)], $0.person) < (people.rank[Int($1.person)], $1.person) }
        }
    }

    /// Those of `members(_:counting:)` that a viewer may see: all for the Directorate, who gets no names, else those in her scope.
    package func seen(_ question: OverviewQuestion, counting measure: Measure?, by viewer: Viewer, on day: CalendarDay) -> [OverviewAnswer
        .Member]
    {
        answers.seen(question, measure, by: viewer, on: day) {
            let scope = scope(viewer, on: day)
            let all = members(question, counting: measure)
            if scope.seesEveryone || scope.seesPseudonyms { return all }
            let visible = visible(scope, on: day)
            return all.filter { visible[Int($0.person)] }
        }
    }

    /// Whom a scope lets its viewer see by name, by the persons' places in the index.
    package func visible(_ scope: Scope, on day: CalendarDay) -> [Bool] {
        answers.visible(scope, day) { index.visiblePersons(scope, directory: directory, on: day) }
    }

    /// Records that may be one doctor; the same for everybody who asks, so worked out once.
    package var possibleDuplicates: [DuplicatePair] { answers.duplicates(change) { index.possibleDuplicates() } }

    /// Whose records a scope lets its viewer change, by the persons' places in the index.
    package func editable(_ scope: Scope, on day: CalendarDay) -> [Bool] {
        answers.editable(scope, day) { index.editablePersons(scope, directory: directory, on: day) }
    }

    /// Those whom a description may be about and whose records its giver may not change: she is to ask, and is told nothing of them.
    package func strangers(met described: Trainee, by scope: Scope, on day: CalendarDay) -> [RegisterIndex.Ordinal] {
        let met = index.met(by: described)
        if met.isEmpty { return [] }
        let editable = editable(scope, on: day)
        return met.filter { !editable[Int($0)] }
    }

    package func places(on day: CalendarDay) -> Places { Places(directory: directory, day: day) }
}

/// The places on one day, looked up once each.
package struct Places: PlaceLookup {
    package let directory: MunicipalityDirectory
    package let day: CalendarDay

    package func current(_ id: MunicipalityID) -> MunicipalityID { directory.currentSuccessor(of: id, on: day) ?? id }
    package func facts(_ id: MunicipalityID) -> MunicipalityFacts? { directory.nearestFacts(of: id, on: day) }
}

/// Keeps one `RegisterView` up to date with the store. Each request asks for the current one: a query for the newest change, and
/// when there is a newer one, its versions. So several servers on one database never answer from different registers for longer
/// than a request.
package actor RegisterCache {
    private struct Latest {
        var view: RegisterView?
        /// The database's state in which `view` was found to be current.
        var generation: Generation?
    }

    private let database: Database
    /// Behind a lock and not the actor's own: nearly every request finds it current, and need not stand in line.
    private nonisolated let latest = Mutex(Latest())
    private var refresh: Task<RegisterView, any Error>?
    /// Reference data as known at earlier times: few, and asked for again and again.
    private var earlier: [ChangeNumber: (ReferenceData, MunicipalityDirectory)] = [:]

    package init(database: Database) { self.database = database }

    /// The register as it is now, or as it was in a state of the database that the request has asked for already.
    package nonisolated func current(in generation: Generation? = nil) async throws -> RegisterView {
        // Asked before reading, so that what is committed meanwhile is read next time.
        let now = generation ?? database.generationAtOnce()
        if let now, let view = latest.withLock({ $0.generation == now ? $0.view : nil }) { return view }
        return try await read(in: now)
    }

    private func read(in now: Generation?) async throws -> RegisterView {
        let newest = try await database.read { try ChangeLog.last(on: $0)?.number ?? 0 }
        let known = latest.withLock { latest -> RegisterView? in
            if let view = latest.view, view.change >= newest { latest.generation = now }
            return latest.view
        }
        if let known, known.change >= newest { return known }
        if let refresh {
            let refreshed = try await refresh.value
            if refreshed.change >= newest { return refreshed }
        }
        let task = Task { [database] in try await Self.load(from: database, after: known) }
        refresh = task
        defer { if refresh == task { refresh = nil } }
        let loaded = try await task.value
        // Reading everything leaves as much behind as it keeps; what is only brought up to date leaves little.
        if known == nil { SpareMemory.giveBack() }
        latest.withLock { if loaded.change >= ($0.view?.change ?? 0) { $0.view = loaded } }
        return loaded
    }

    /// The same index with the reference data as it was known after an earlier change.
    package func known(after change: ChangeNumber) async throws -> RegisterView {
        let now = try await current()
        guard change < now.change else { return now }
        let referenceChange = try await database.read { try ReferenceStore.lastChange(upTo: change, on: $0) }
        if let (reference, directory) = earlier[referenceChange] {
            return RegisterView(index: now.index, reference: reference, directory: directory, beganAt: now.beganAt)
        }
        let reference = try await database.read { try ReferenceStore.data(on: $0, knownAfter: referenceChange) }
        let directory = reference.directory()
        if earlier.count > 20 { earlier.removeAll() }
        earlier[referenceChange] = (reference, directory)
        return RegisterView(index: now.index, reference: reference, directory: directory, beganAt: now.beganAt)
    }

    private static func load(from database: Database, after known: RegisterView?) async throws -> RegisterView {
        try await database.read { connection in
            var index = known?.index ?? RegisterIndex()
            let before = index.upTo
            try RegisterIndexStore.update(&index, on: connection)
            if let known, try ReferenceStore.lastChange(upTo: .max, on: connection) <= before {
                return RegisterView(index: index, reference: known.reference, directory: known.directory, beganAt: known.beganAt)
            }
            let reference = try ReferenceStore.data(on: connection, knownAfter: .max)
            let began = try connection.first("SELECT recordedAt FROM change ORDER BY number LIMIT 1") { try $0.instant(0) }
            return RegisterView(index: index, reference: reference, directory: reference.directory(), beganAt: began)
        }
    }
}
