import AlisDomain

/// The register as it is after one change: the index of persons and the reference data, together and consistent.
///
/// A class and not a value, since it is handed about by every request and holds some fifty tables: a copy would count each of them.
package final class RegisterView: UpToChange {
    package let index: RegisterIndex
    package let reference: ReferenceData
    package let directory: MunicipalityDirectory
    /// When the register's first change was recorded; nil when it is empty.
    package let beganAt: Instant?

    /// Two things that are asked about together.
    struct Pair<First: Hashable & Sendable, Second: Hashable & Sendable>: Hashable, Sendable {
        let first: First
        let second: Second

        init(_ first: First, _ second: Second) { (self.first, self.second) = (first, second) }
    }

    typealias Kept<Key: Hashable & Sendable, Value: Sendable> = Answers<Unchanging, Key, Value>
    private typealias Members = [OverviewAnswer.Member]
    private typealias Counted = Pair<OverviewQuestion, Measure?>

    private let answered = Kept<OverviewQuestion, OverviewAnswer>(atMost: 12)
    private let counted = Kept<Counted, Members>(atMost: 12)
    private let seenBy = Kept<Pair<Counted, Pair<[Grant], CalendarDay>>, Members>(atMost: 12)
    /// By what a viewer may be: two with the same roles in the same places see the same.
    private let scopes = Kept<Pair<[Grant], CalendarDay>, Scope>(atMost: 200)
    private let visibleTo = Kept<Pair<Scope, CalendarDay>, [Bool]>(atMost: 40)
    private let editableBy = Kept<Pair<Scope, CalendarDay>, [Bool]>(atMost: 40)
    private let peopleOn = Kept<Pair<CalendarDay, ChangeNumber>, PeopleOnDay>(atMost: 4)
    private let officesOn = Kept<CalendarDay, [Office]>(atMost: 12)
    private let duplicatesIn = Kept<ChangeNumber, [DuplicatePair]>(atMost: 1)
    let figuresOf = Kept<OverviewQuestion, OverviewFigures>(atMost: 6)
    let placeNamesOn = Kept<CalendarDay, [MunicipalityID: PlaceName]>(atMost: 4)

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
    package func offices(on day: CalendarDay) -> [Office] { officesOn.answer(day) { reference.offices(on: day) } }

    /// What a viewer may see, by the offices' coverage on a day.
    package func scope(_ viewer: Viewer, on day: CalendarDay) -> Scope {
        scopes.answer(Pair(viewer.grants, day)) { Scope(viewer) { office in Set(reference.municipalities(of: office, on: day)) } }
    }

    /// Whether a scope writes for a municipality, or for what has become of it.
    func mayWrite(_ id: MunicipalityID, _ scope: Scope, on day: CalendarDay) -> Bool {
        scope.mayWrite(id) || directory.successors(of: id, on: day).contains { scope.mayWrite($0) }
    }

    /// The answer to a question, worked out once for each state of the register.
    package func answer(_ question: OverviewQuestion) -> OverviewAnswer {
        answered.answer(question) { index.answer(question, places: places(on: question.asOf)) }
    }

    /// Who each person is on a day, as known after a change.
    package func people(on day: CalendarDay, knownAfter change: ChangeNumber) -> PeopleOnDay {
        peopleOn.answer(Pair(day, change)) { PeopleOnDay(index, day: day, change: change) }
    }

    /// Those of an answer that a measure counts, in order of name.
    package func members(_ question: OverviewQuestion, counting measure: Measure?) -> [OverviewAnswer.Member] {
        counted.answer(Pair(question, measure)) {
            let people = people(on: question.asOf, knownAfter: question.knownAfter)
            return answer(question).members.filter { measure.map($0.has) ?? true }
                .sorted { (people.rank[Int($0.person)], $0.person) < (people.rank[Int($1.person)], $1.person) }
        }
    }

    /// Those of `members(_:counting:)` that a viewer may see: all for the Directorate, who gets no names, else those in her scope.
    package func seen(_ question: OverviewQuestion, counting measure: Measure?, by viewer: Viewer, on day: CalendarDay) -> [OverviewAnswer
        .Member]
    {
        seenBy.answer(Pair(Pair(question, measure), Pair(viewer.grants, day))) {
            let scope = scope(viewer, on: day)
            let all = members(question, counting: measure)
            if scope.seesEveryone || scope.seesPseudonyms { return all }
            let visible = visible(scope, on: day)
            return all.filter { visible[Int($0.person)] }
        }
    }

    /// Whom a scope lets its viewer see by name, by the persons' places in the index.
    package func visible(_ scope: Scope, on day: CalendarDay) -> [Bool] {
        visibleTo.answer(Pair(scope, day)) { index.visiblePersons(scope, directory: directory, on: day) }
    }

    /// Records that may be one doctor; the same for everybody who asks, so worked out once.
    package var possibleDuplicates: [DuplicatePair] { duplicatesIn.answer(change) { index.possibleDuplicates() } }

    /// Whose records a scope lets its viewer change, by the persons' places in the index.
    package func editable(_ scope: Scope, on day: CalendarDay) -> [Bool] {
        editableBy.answer(Pair(scope, day)) { index.editablePersons(scope, directory: directory, on: day) }
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

/// Keeps one `RegisterView` up to date with the store: when there is a newer change, its versions are read. So several servers on one
/// database never answer from different registers for longer than a request.
package final class RegisterCache: Sendable {
    private struct Everything: Hashable {}

    private let database: Database
    private let views: Derived<Everything, RegisterView>
    /// Reference data as known at earlier times: few, and asked for again and again.
    private let earlier = Answers<Unchanging, ChangeNumber, (ReferenceData, MunicipalityDirectory)>(atMost: 20)

    package init(database: Database) {
        self.database = database
        views = Derived(of: database) { before, _ in
            let view = try await database.read { try Self.load(after: before?.value, on: $0) }
            // Reading everything leaves as much behind as it keeps; what is only brought up to date leaves little.
            if before == nil { SpareMemory.giveBack() }
            return view
        }
    }

    /// The register as it is now, or as it was in a state of the database that the request has asked for already.
    package func current(in generation: Generation? = nil) async throws -> RegisterView {
        try await views.current(for: Everything(), in: generation)
    }

    /// The same index with the reference data as it was known after an earlier change.
    package func known(after change: ChangeNumber) async throws -> RegisterView {
        let now = try await current()
        guard change < now.change else { return now }
        let (reference, directory) = try await database.read { connection in
            let last = try ReferenceStore.lastChange(upTo: change, on: connection)
            return try self.earlier.answer(last) {
                let reference = try ReferenceStore.data(on: connection, knownAfter: last)
                return (reference, reference.directory())
            }
        }
        return RegisterView(index: now.index, reference: reference, directory: directory, beganAt: now.beganAt)
    }

    private static func load(after known: RegisterView?, on connection: Connection) throws -> RegisterView {
        if let known, try ChangeLog.last(on: connection)?.number ?? 0 <= known.change { return known }
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
