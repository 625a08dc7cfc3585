import CPQ
import Foundation

/// One connection to a PostgreSQL server. Used by one thread at a time: the lane that lends it out sees to that.
final class PostgresSession: @unchecked Sendable {
    private let handle: OpaquePointer
    /// The names of prepared statements by their texts.
    private var statements: [String: String] = [:]
    private var preparedCount = 0
    /// Whether a read's COMMIT has been sent and its answer not fetched: nobody needs to wait for it.
    private var hasUnfetchedAnswer = false
    /// Until when the transaction may wait for locks, and when the server was told how long that is.
    private var patience: (isReading: Bool, until: ContinuousClock.Instant, told: ContinuousClock.Instant)?

    /// Settings that hold unless the connection string says otherwise: a dead server is noticed within half a minute.
    private static let defaults = [
        ("connect_timeout", "5"), ("keepalives_idle", "30"), ("keepalives_interval", "5"), ("tcp_user_timeout", "30000"),
        ("application_name", "alis"), ("client_encoding", "UTF8"),
    ]

    init(_ connectionString: String) throws {
        let settings = Self.defaults + [("dbname", connectionString)]
        let opened = try PostgresText.withParameters(settings.map { .text($0.0) }) { keywords in
            try PostgresText.withParameters(settings.map { .text($0.1) }) { values in
                PQconnectdbParams(keywords + [nil], values + [nil], 1)
            }
        }
        guard let opened else { throw PostgresFailure(.unreachable("out of memory")) }
        handle = opened
        guard PQstatus(handle) == CONNECTION_OK else {
            throw PostgresFailure(.unreachable(PostgresFailure.connectionMessage(handle)))
        }
        guard PQparameterStatus(handle, "server_encoding").map({ String(cString: $0) }) == "UTF8" else {
            throw PostgresFailure(.damaged("the database's encoding is not UTF8"))
        }
        // Notices would otherwise go to standard error.
        PQsetNoticeProcessor(handle, { _, _ in }, nil)
        // Whoever forgets a transaction, or waits for a lock, does not hold up the register for long.
        try run("SET lock_timeout = '10s'; SET idle_in_transaction_session_timeout = '60s'; SET bytea_output = 'hex'")
    }

    deinit { PQfinish(handle) }

    /// Starts a transaction. It fails before anything has happened, so it may be tried again on another session.
    ///
    /// - Parameter deadline: until when it may wait for a lock; nil for the session's own limit.
    func begin(isReading: Bool, until deadline: ContinuousClock.Instant?) throws {
        try fetchAnswer()
        patience = deadline.map { (isReading, $0, .now) }
        let limit = lockLimit().map { "; " + $0 } ?? ""
        try run((isReading ? "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY" : "BEGIN ISOLATION LEVEL READ COMMITTED") + limit)
    }

    /// How long a reader waits for one lock before she begins anew: the server counts each lock by itself, and one statement may wait for
    /// several, one after the other.
    private static let longestForOneLock = Duration.milliseconds(250)

    /// Says how long each lock may be waited for from now on.
    private func lockLimit() -> String? {
        guard let patience else { return nil }
        let now = ContinuousClock.now
        self.patience?.told = now
        let left = patience.isReading ? min(now.duration(to: patience.until), Self.longestForOneLock) : now.duration(to: patience.until)
        // Nothing at all would be no limit.
        return "SET LOCAL lock_timeout = \(max(1, Int((left / .milliseconds(1)).rounded())))"
    }

    /// Tells the server anew how long locks may be waited for, when time has gone since it was told.
    private func tellPatience() throws {
        guard let patience, patience.told.duration(to: .now) > .milliseconds(50), let limit = lockLimit() else { return }
        try run(limit)
    }

    /// Commits what was written and waits until it is on the server's disk.
    func commit() throws {
        do {
            let answer = try run("COMMIT")
            // The server answers the commit of a failed transaction with a rollback, and no error.
            if PQcmdStatus(answer.pointer).map({ String(cString: $0) }) == "ROLLBACK" {
                throw PostgresFailure(.other("the server rolled the transaction back"))
            }
        } catch let error as PostgresFailure {
            guard case .unreachable(let message) = error.failure else { throw error }
            throw PostgresFailure(.uncertain(message), state: error.state)
        }
    }

    /// Ends a transaction that has only read.
    func commitWithoutWaiting() { hasUnfetchedAnswer = PQsendQuery(handle, "COMMIT") == 1 }

    /// Whether the transaction could be undone, so that the session is fit for another.
    func rollBack() -> Bool { PQstatus(handle) == CONNECTION_OK && (try? run("ROLLBACK")) != nil }

    /// Runs statements without values.
    @discardableResult
    func run(_ script: String) throws -> PostgresResult { try checked(PQexec(handle, script), statement: script) }

    /// Runs one statement with its values.
    func perform(_ sql: SQL) throws -> PostgresResult {
        try tellPatience()
        let (text, values) = PostgresText.statement(sql)
        return try PostgresText.withParameters(values) { parameters in
            guard sql.isWorthKeeping else {
                return try checked(PQexecParams(handle, text, Int32(values.count), nil, parameters, nil, nil, 0), statement: text)
            }
            let name = try prepared(text)
            return try checked(PQexecPrepared(handle, name, Int32(values.count), parameters, nil, nil, 0), statement: text)
        }
    }

    /// Sends lines to a `COPY … FROM STDIN` statement: `next` appends to the buffer and returns false when there is no more.
    func copy(_ statement: String, _ next: (inout [UInt8]) throws -> Bool) throws {
        try run(statement)
        var buffer: [UInt8] = []
        buffer.reserveCapacity(1 << 17)
        do {
            var hasMore = true
            while hasMore {
                hasMore = try next(&buffer)
                if buffer.count >= 1 << 16 || !hasMore {
                    let sent = buffer.withUnsafeBytes { bytes in
                        PQputCopyData(handle, bytes.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(bytes.count))
                    }
                    guard sent == 1 else { throw PostgresFailure(result: nil, on: handle, statement: statement) }
                    buffer.removeAll(keepingCapacity: true)
                }
            }
        } catch {
            _ = PQputCopyEnd(handle, "refused by the program")
            while let answer = PQgetResult(handle) { PQclear(answer) }
            throw error
        }
        let isEnded = PQputCopyEnd(handle, nil) == 1
        let answer = PQgetResult(handle)
        while let more = PQgetResult(handle) { PQclear(more) }
        guard isEnded else { throw PostgresFailure(result: answer, on: handle, statement: statement) }
        _ = try checked(answer, statement: statement)
    }

    /// The name under which the server knows a statement.
    private func prepared(_ text: String) throws -> String {
        if let name = statements[text] { return name }
        if statements.count >= 300 {
            try run("DEALLOCATE ALL")
            statements = [:]
        }
        preparedCount += 1
        let name = "s\(preparedCount)"
        _ = try checked(PQprepare(handle, name, text, 0, nil), statement: text)
        statements[text] = name
        return name
    }

    private func fetchAnswer() throws {
        guard hasUnfetchedAnswer else { return }
        hasUnfetchedAnswer = false
        while let answer = PQgetResult(handle) { _ = try checked(answer, statement: "COMMIT") }
    }

    private func checked(_ pointer: OpaquePointer?, statement: String) throws -> PostgresResult {
        let result = PostgresResult(pointer: pointer)
        switch PQresultStatus(pointer) {
        case PGRES_COMMAND_OK, PGRES_TUPLES_OK, PGRES_COPY_IN, PGRES_EMPTY_QUERY: return result
        default: throw PostgresFailure(result: pointer, on: handle, statement: statement)
        }
    }
}

/// A server's answer, freed with the value.
final class PostgresResult {
    let pointer: OpaquePointer?

    init(pointer: OpaquePointer?) { self.pointer = pointer }

    deinit { PQclear(pointer) }
}
