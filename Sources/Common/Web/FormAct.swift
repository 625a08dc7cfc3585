import AlisDomain

/// A form that asks for a change (*lagring*): what it does, by whom and why, and the marks it carries.
struct FormAct: Sendable {
    let act: ChangeAct
    let recorder: Recorder
    let reason: String
    let time: Instant
    let once: OnceMark?
    /// The newest change when the form was shown; nil when it says nothing of that.
    let based: ChangeNumber?

    /// Up to which change its sender has seen what it is about, of which `newest` is the newest. A number that no change has yet tells nothing.
    fileprivate func seen(_ newest: ChangeNumber, on connection: Connection) throws -> ChangeNumber {
        guard let based else { return 0 }
        if based <= newest { return based }
        return try based <= ChangeLog.last(on: connection)?.number ?? 0 ? based : 0
    }
}

/// What came of a form that writes: the same in every area.
package enum WriteOutcome<State: Sendable>: Sendable {
    /// It was carried out, in this change.
    case done(ChangeNumber)
    /// It asked for what is so already; nothing was recorded.
    case nothingDifferent
    /// Somebody else has changed what the form is about since it was shown: what it is now, and the newest change. Nothing was done.
    case conflict(State, Change?)
    /// This very form was carried out before, in this change.
    case sentBefore(ChangeNumber)
    /// What was right when the form was read is not so any more: what is wrong, at which field. Nothing was done.
    case refused([FieldProblem])
}

/// Thrown while a form is carried out, when it cannot be as things are: nothing is written, and the form says why.
package struct WriteRefused: Error, Sendable {
    package let problems: [FieldProblem]

    package init(_ problems: [FieldProblem]) { self.problems = problems }

    package init(_ problem: FieldProblem) { self.init([problem]) }
}

extension Database {
    /// Carries a form out: the one way in which pages change what is recorded. In one transaction, writers one after the other: whether it
    /// was carried out before, what it is about as that is now, whether somebody else has been there since it was shown, the change, and the
    /// facts. A form with the mark of one that said something else throws `SentBefore`.
    ///
    /// - Parameters:
    ///   - read: what the form is about, as this transaction sees it. Throws when whoever sent it may not change that.
    ///   - newest: the newest change of it; nil where it does not matter who was first.
    ///   - body: writes the facts and gives whether anything was different; when not, nothing is recorded. Throws `WriteRefused`.
    func carryOut<State: Sendable>(
        _ form: FormAct, reading read: @escaping @Sendable (Connection) throws -> State,
        newest: @escaping @Sendable (State, Connection) throws -> ChangeNumber? = { _, _ in nil },
        writing body: @escaping @Sendable (FactWriter, State) throws -> Bool
    ) async throws -> WriteOutcome<State> {
        do {
            return try await write { connection in
                try connection.serialiseWriters()
                let earlier = try form.once?.earlier(on: connection) ?? .unsent
                if case .same(let change) = earlier { return .sentBefore(change) }
                let state = try read(connection)
                if case .other(let change) = earlier { throw SentBefore(change: try ChangeLog.changes([change], on: connection)[change]) }
                if let newest = try newest(state, connection), try newest > form.seen(newest, on: connection) {
                    return .conflict(state, try ChangeLog.changes([newest], on: connection)[newest])
                }
                let number = try ChangeLog.record(
                    form.act, by: form.recorder, reason: form.reason, at: form.time, formToken: form.once?.stored, on: connection)
                guard try body(FactWriter(connection: connection, change: number), state) else { throw NothingDifferent() }
                return .done(number)
            }
        } catch is NothingDifferent {
            return .nothingDifferent
        } catch let refused as WriteRefused {
            return .refused(refused.problems)
        }
    }

    /// The same, of what is known without asking.
    func carryOut(
        _ form: FormAct, newest: @escaping @Sendable (Connection) throws -> ChangeNumber? = { _ in nil },
        writing body: @escaping @Sendable (FactWriter) throws -> Bool
    ) async throws -> WriteOutcome<Void> {
        try await carryOut(form, reading: { _ in () }, newest: { try newest($1) }, writing: { writer, _ in try body(writer) })
    }
}

/// Thrown inside a write to undo the transaction, so that a change that changes nothing leaves no trace.
private struct NothingDifferent: Error {}
