import AlisDomain

/// The log of changes: one row for each, numbered in the order they were recorded.
package enum ChangeLog {
    /// Records a change and gives its number. Writers are serialised first, so numbers and times rise together: the recorded time
    /// is the clock's, or a microsecond after the last change when the clock stands still or goes backwards.
    ///
    /// - Parameter formToken: the one-time mark of the form that asked for it (`OnceMark.stored`); a form sent twice is refused by the schema.
    @discardableResult
    package static func record(
        _ act: ChangeAct, by recorder: Recorder, reason: String = "", at now: Instant, formToken: String? = nil, on connection: Connection
    ) throws -> ChangeNumber {
        try connection.serialiseWriters()
        let last = try last(on: connection)
        let time = last.map { max(now, Instant(microseconds: $0.recordedAt.microseconds + 1)) } ?? now
        let number = (last?.number ?? 0) + 1
        try connection.execute(
            """
            INSERT INTO change (number, recordedAt, act, account, byName, organisation, reason, formToken)
            VALUES (\(number), \(time), \(act.code), \(recorder.account), \(recorder.name), \(recorder.organisation), \(reason), \(formToken))
            """)
        return number
    }

    /// The newest change; nil in an empty register.
    package static func last(on connection: Connection) throws -> (number: ChangeNumber, recordedAt: Instant)? {
        try connection.first("SELECT number, recordedAt FROM change ORDER BY number DESC LIMIT 1") { row in
            (row.int(0), try row.instant(1))
        }
    }

    /// The number of the newest change recorded at or before `instant`; 0 when there was none.
    package static func number(knownAt instant: Instant, on connection: Connection) throws -> ChangeNumber {
        try connection.count("SELECT number FROM change WHERE recordedAt <= \(instant) ORDER BY recordedAt DESC LIMIT 1")
    }

    /// The changes with these numbers.
    package static func changes(_ numbers: some Sequence<ChangeNumber>, on connection: Connection) throws -> [ChangeNumber: Change] {
        var found: [ChangeNumber: Change] = [:]
        try connection.forEach("SELECT \(columns) FROM change WHERE number IN (\(list: numbers))") { row in
            let change = try read(row)
            found[change.number] = change
        }
        return found
    }

    private static let columns: SQL = "number, recordedAt, act, account, byName, organisation, reason"

    private static func read(_ row: borrowing Row) throws -> Change {
        return Change(
            number: row.int(0), recordedAt: try row.instant(1), act: ChangeAct(row.text(2), Text(same: row.text(2))), account: row.text(3),
            byName: row.text(4),
            organisation: row.text(5), reason: row.text(6))
    }
}
