import AlisDomain

/// All plans evaluated on a day (*arbeidslistene*), worked out once for each state of the database.
package struct PlanBoard: Sendable {
    /// One doctor's plan and what it comes to.
    package struct Line: Sendable {
        package let file: PlanFile
        package let evaluation: Evaluation
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
        lines = files.compactMap { file in
            guard file.trainingCase.isUnderWay, let evaluation = book.evaluate(file.trainingCase) else { return nil }
            return Line(
                file: file, evaluation: evaluation,
                work: CourseWork.all(file.trainingCase, evaluation, plan: file.record, deadline: deadline))
        }
    }
}

/// Keeps the board up to date with the database.
package actor PlanBoardCache {
    private let database: Database
    private let loader: PlanLoader
    private let book: RuleBook
    private var kept: (generation: Generation, day: CalendarDay, board: PlanBoard)?
    /// The last count of everybody's objectives, kept on while other things change.
    private var tallies: ObjectiveTallies?

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
        if persons.count > 400 { return try await current(on: day, deadline: deadline) }
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
        let (board, tallies) = try await database.read { connection in
            let all = try loader.loadAll(of: nil, asOf: day, reusing: earlier, on: connection)
            return (PlanBoard(all.files, book: book, deadline: deadline), all.tallies)
        }
        self.tallies = tallies
        if let generation { kept = (generation, day, board) }
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
            ends[person] = ComputedEnd(day: line.evaluation.completion, isAssumed: line.file.isAssumed)
        }
        return ends
    }
}
