import AlisDomain

/// All plans evaluated on a day (*arbeidslistene*), worked out once for each state of the database.
package struct PlanBoard: UpToChange {
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
    package fileprivate(set) var change: ChangeNumber = 0
    /// The count of everybody's objectives that it rests on, to count on from.
    fileprivate var tallies: ObjectiveTallies?

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
        let all = lines.filter { !persons.contains($0.file.trainee) } + others.lines
        var board = PlanBoard(lines: all.sorted { $0.file.trainee < $1.file.trainee })
        board.tallies = tallies
        return board
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

/// Keeps the board up to date with the database: only those doctors are read anew whose facts have changed.
package final class PlanBoardCache: Sendable {
    private struct Basis: Hashable {
        let day: CalendarDay
        let deadline: CalendarDay?
    }

    private let database: Database
    private let loader: PlanLoader
    private let book: RuleBook
    private let boards: Derived<Basis, PlanBoard>

    /// When more doctors than this have changed, all are read anew.
    private static let mostAnew = 400

    package init(database: Database, loader: PlanLoader, book: RuleBook) {
        self.database = database
        self.loader = loader
        self.book = book
        boards = Derived(of: database) { before, basis in
            try await database.read { try Self.renewed(before, on: basis, loader, book, $0) }
        }
    }

    /// The board of these doctors on a day, as the register is now. When the board of all is kept, it is that; otherwise a few are
    /// worked out anew.
    package func current(of persons: [RecordID], on day: CalendarDay, deadline: CalendarDay?) async throws -> PlanBoard {
        let basis = Basis(day: day, deadline: deadline)
        let generation = await database.generation()
        if let known = boards.known(for: basis, in: generation) { return known }
        if persons.count > Self.mostAnew { return try await boards.current(for: basis, in: generation) }
        let (loader, book) = (loader, book)
        return try await database.read { connection in
            PlanBoard(try loader.loadAll(of: persons, asOf: day, on: connection), book: book, deadline: deadline)
        }
    }

    /// The board of all on a day, as the register is now.
    package func current(on day: CalendarDay, deadline: CalendarDay?) async throws -> PlanBoard {
        try await boards.current(for: Basis(day: day, deadline: deadline))
    }

    private static func renewed(
        _ before: Derived<Basis, PlanBoard>.Kept?, on basis: Basis, _ loader: PlanLoader, _ book: RuleBook, _ connection: Connection
    ) throws -> PlanBoard {
        let change = try ChangeLog.last(on: connection)?.number ?? 0
        var board: PlanBoard
        if let kept = before?.value, before?.basis == basis,
            let changed = try loader.persons(changedAfter: kept.change, on: connection), changed.count <= mostAnew
        {
            board = kept
            if !changed.isEmpty {
                let keeper = try PlanLoader.keepers(on: connection).keeper
                let persons = Set(changed.map(keeper))
                let files = try loader.loadAll(of: persons.sorted(), asOf: basis.day, on: connection)
                board = kept.replacing(persons, with: PlanBoard(files, book: book, deadline: basis.deadline))
            }
        } else {
            let all = try loader.loadAll(of: nil, asOf: basis.day, reusing: before?.value.tallies, on: connection)
            board = PlanBoard(all.files, book: book, deadline: basis.deadline)
            board.tallies = all.tallies
        }
        board.change = change
        return board
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
