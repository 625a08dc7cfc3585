import AlisDomain

/// What became of a form before it came this time (*sendt før*).
package enum FormSending: Sendable {
    /// It has not been carried out, or carries no one-time mark.
    case first
    /// It said the same, and was carried out in this change.
    case again(ChangeNumber)
    /// It said something else, and that was carried out in this change.
    case changed(Change?)

    package init(_ once: OnceMark?, on connection: Connection) throws {
        self =
            switch try once?.earlier(on: connection) ?? .unsent {
            case .unsent: .first
            case .same(let change): .again(change)
            case .other(let change): .changed(try ChangeLog.changes([change], on: connection)[change])
            }
    }

    var isFirst: Bool { if case .first = self { true } else { false } }
}

extension Visit {
    /// The change in which this very form was carried out before: then its handler gives the answer it gave then, before it judges any
    /// field, since what it asked for is done and would be refused as done. Nil when it has not been. Throws `SentBefore` when it said
    /// something else then.
    package var carriedOut: ChangeNumber? { get throws { try carriedOut(isFinal: false) } }

    /// - Parameter isFinal: whether what the form does can be done once only.
    package func carriedOut(isFinal: Bool) throws -> ChangeNumber? {
        switch sending {
        case .first: nil
        case .again(let change): change
        case .changed(let change): throw SentBefore(change: change, isFinal: isFinal)
        }
    }

    /// What the form asks for, with the marks it carries, for `Database.carryOut`.
    func act(_ act: ChangeAct, by recorder: Recorder, reason: String = "") -> FormAct {
        FormAct(act: act, recorder: recorder, reason: reason, time: now, once: form.once, based: ChangeNumber(form["_based"]))
    }

    /// A secret for a link that this form makes and that is shown once: the same when the form is sent twice, so that whoever pressed
    /// twice sees the link that was made. Nobody can work it out who has not both the session's mark and the form.
    package func linkSecret(_ surroundings: Surroundings) -> String {
        guard let session, !form["_once"].isEmpty else { return surroundings.newSecret() }
        return Secret.hash([session.formMark, form["_once"], path].joined(separator: "\n"))
    }
}

extension Route {
    /// The same address, where it is asked of each form whether it was sent before, and told to the handler in `Visit.sending`.
    package func askingWhetherSent(in database: Database) -> Route {
        guard method == .post else { return self }
        let handle = handle
        return handling { visit in
            guard let once = visit.form.once else { return try await handle(visit) }
            var visit = visit
            visit.sending = try await database.read { try FormSending(once, on: $0) }
            guard visit.sending.isFirst else { return try await handle(visit) }
            // Sent twice at once: the first may have been carried out while this one was judged.
            let asking = visit
            func again() async throws -> Reply? {
                var late = asking
                late.sending = try await database.read { try FormSending(once, on: $0) }
                return late.sending.isFirst ? nil : try await handle(late)
            }
            do {
                let reply = try await handle(visit)
                return reply.status < 400 ? reply : try await again() ?? reply
            } catch let refusal as PageRefusal {
                guard let reply = try await again() else { throw refusal }
                return reply
            }
        }
    }
}
