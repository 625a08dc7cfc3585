import AlisDomain

/// All plans evaluated on a day (*arbeidslistene*), worked out once for each state of the database.
package struct PlanBoard: Sendable {
    /// One doctor's plan and what it comes to.
    package struct Line: Sendable {
        package let file: PlanFile
        package let evaluation: Evaluation
        /// What it comes to in the old scheme, while a conversion is still to come; nil otherwise.
        package let untilConversion: Evaluation?
        /// The lists she stands in.
        package let work: [CourseWork]
    }

    /// Those whose training is under way, in order of record.
    package let lines: [Line]

    /// The line of one doctor; nil when hers is not here.
    package subscript(trainee: RecordID) -> Line? {
        var (low, high) = (0, lines.count)
        while low < high {
            let middle = (low + high) / 2
            if lines[middle].file.trainee < trainee { low = middle + 1 } else { high = middle }
        }
        return low < lines.count && lines[low].file.trainee == trainee ? lines[low] : nil
    }

    package init(_ files: [PlanFile], book: RuleBook, deadline: CalendarDay?) {
        lines = Self.lines(files, book: book, deadline: deadline)
    }

    /// The same board with the lines of some doctors in the place of what it says of them.
    func replacing(_ persons: Set<RecordID>, with others: PlanBoard) -> PlanBoard {
        if persons.isEmpty { return self }
        return PlanBoard(
            lines: (lines.filter { !persons.contains($0.file.trainee) } + others.lines).sorted { $0.file.trainee < $1.file.trainee })
    }

    private init(lines: [Line]) { self.lines = lines }

    private static func lines(_ files: [PlanFile], book: RuleBook, deadline: CalendarDay?) -> [Line] {
        files.compactMap { file in
            guard file.trainingCase.isUnderWay, let evaluation = book.evaluate(file.trainingCase) else { return nil }
            let old = book.evaluateUntilConversion(file.trainingCase)
            return Line(
                file: file, evaluation: evaluation, untilConversion: old,
                work: CourseWork.all(
                    file.trainingCase, evaluation, plan: file.record, deadline: deadline, untilConversion: old))
        }
    }
}

/// Keeps the board up to date with the database.
package actor PlanBoardCache {
    private let database: Database
    private let loader: PlanLoader
    private let book: RuleBook
    private var kept: Kept?
    /// The last count of everybody's objectives, kept on while other things change.
    private var tallies: ObjectiveTallies?

    /// A board, and what it holds for.
    private struct Kept {
        var generation: Generation
        let day: CalendarDay
        let deadline: CalendarDay?
        /// The newest change that is in it.
        var change: ChangeNumber
        var board: PlanBoard
    }

    /// When more doctors than this have changed, all are read anew.
    private static let mostAnew = 400

    package init(database: Database, loader: PlanLoader, book: RuleBook) {
        self.database = database
        self.loader = loader
        self.book = book
    }

    /// The board of these doctors on a day, as the register is now. When the board of all is kept, it is that; otherwise a few are
    /// worked out anew.
    package func current(of persons: [RecordID], on day: CalendarDay, deadline: CalendarDay?) async throws -> PlanBoard {
        let generation = await database.generation()
        if let kept, let generation, kept.generation == generation, kept.day == day { return kept.board }
        if persons.count > Self.mostAnew { return try await current(on: day, deadline: deadline) }
        let (loader, book) = (loader, book)
        return try await database.read { connection in
            PlanBoard(try loader.loadAll(of: persons, asOf: day, on: connection), book: book, deadline: deadline)
        }
    }

    /// The board of all on a day, as the register is now.
    package func current(on day: CalendarDay, deadline: CalendarDay?) async throws -> PlanBoard {
        // Asked before reading, so that what is committed meanwhile is read next time.
        let generation = await database.generation()
        if let kept, let generation, kept.generation == generation, kept.day == day { return kept.board }
        let (loader, book, earlier) = (loader, book, tallies)
        let before = kept.flatMap { $0.day == day && $0.deadline == deadline ? $0 : nil }
        let (board, change, tallies) = try await database.read { connection in
            let change = try ChangeLog.last(on: connection)?.number ?? 0
            if let before, let board = try Self.renewed(before, loader, book, on: connection) { return (board, change, earlier) }
            let all = try loader.loadAll(of: nil, asOf: day, reusing: earlier, on: connection)
            return (PlanBoard(all.files, book: book, deadline: deadline), change, all.tallies)
        }
        // Another reading may have ended meanwhile, of a later state.
        if let kept, kept.day == day, kept.change > change { return board }
        self.tallies = tallies
        if let generation { kept = Kept(generation: generation, day: day, deadline: deadline, change: change, board: board) }
        return board
    }

    /// The board with only those doctors read anew whose facts have changed; nil when that may be everybody.
    private static func renewed(
        _ kept: Kept, _ loader: PlanLoader, _ book: RuleBook, on connection: Connection
    ) throws -> PlanBoard? {
        guard let changed = try loader.persons(changedAfter: kept.change, on: connection), changed.count <= mostAnew else { return nil }
        if changed.isEmpty { return kept.board }
        let keeper = try PlanLoader.keepers(on: connection).keeper
        let persons = Set(changed.map(keeper))
        let files = try loader.loadAll(of: persons.sorted(), asOf: kept.day, on: connection)
        return kept.board.replacing(persons, with: PlanBoard(files, book: book, deadline: kept.deadline))
    }
}

extension PlanBoardCache: ComputedEndSource {
    package func ends(of persons: [RecordID], on day: CalendarDay, deadline: CalendarDay?) async throws -> [RecordID: ComputedEnd] {
        if persons.isEmpty { return [:] }
        let board = try await current(of: persons, on: day, deadline: deadline)
        var ends: [RecordID: ComputedEnd] = [:]
        for person in persons {
            guard let line = board[person] else { continue }
            ends[person] = ComputedEnd(
                day: line.evaluation.completion, isAssumed: line.file.isAssumed, isPartlyJudged: !line.evaluation.unjudged.isEmpty)
        }
        return ends
    }
}
