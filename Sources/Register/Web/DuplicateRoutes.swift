import AlisDomain

/// Records that may be one doctor: seen side by side, merged, and split again.
///
/// | method | address | who |
/// |---|---|---|
/// | GET | /oppfolging/dubletter | offices, municipalities |
/// | GET | /oppfolging/dubletter/:id/:fact | those who may change both |
/// | POST | /oppfolging/dubletter/:id/:fact | those who may change both: merge |
/// | POST | /oppfolging/dubletter/:id/:fact/ulike, /ulike/angre | those who may change both: they are two; take that back |
/// | GET, POST | /oppfolging/dubletter/:id/:fact/skill | those who may change both: why, and split again |
///
/// Whoever may change one of two is told that somebody like her is registered elsewhere, and asks (`TransferRoutes`).
package struct DuplicateRoutes {
    let desk: RecordDesk

    package var routes: [Route] {
        [
            .restricted(.get, Addresses.duplicates, to: .writers, list),
            .restricted(.get, Addresses.duplicatePair, to: .writers, compare),
            .restricted(.post, Addresses.duplicatePair, to: .writers, merge),
            .restricted(.post, Addresses.tellingApart, to: .writers) { try await tellApart($0, $1, isUndone: false) },
            .restricted(.post, Addresses.tellingApartUndone, to: .writers) { try await tellApart($0, $1, isUndone: true) },
            .restricted(.get, Addresses.splitting, to: .writers, askSplit),
            .restricted(.post, Addresses.splitting, to: .writers, split),
        ]
    }

    /// Pairs of which the viewer may change both.
    static func pairs(_ view: RegisterView, _ viewer: Viewer, on day: CalendarDay) -> [DuplicatePair] {
        let editable = view.editable(view.scope(viewer, on: day), on: day)
        return view.possibleDuplicates.filter { pair in
            [pair.first, pair.second].allSatisfy { view.index.ordinal(of: $0).map { editable[Int($0)] } ?? false }
        }
    }

    /// The viewer's own doctors who are like somebody whose record she may not change, each once. Of the other nothing is said.
    static func oneSided(_ view: RegisterView, _ viewer: Viewer, on day: CalendarDay) -> [RecordID] {
        let editable = view.editable(view.scope(viewer, on: day), on: day)
        func isMine(_ id: RecordID) -> Bool { view.index.ordinal(of: id).map { editable[Int($0)] } ?? false }
        let mine = view.possibleDuplicates.flatMap { pair -> [RecordID] in
            switch (isMine(pair.first), isMine(pair.second)) {
            case (true, false): [pair.first]
            case (false, true): [pair.second]
            default: []
            }
        }
        return Set(mine).sorted()
    }

    /// Whether it is asked already whether one of the viewer's doctors is the same as somebody elsewhere.
    static func isAsked(_ id: RecordID, _ view: RegisterView) -> Bool {
        view.index.transfers.contains { $0.supersededIn == nil && $0.value.state == .asked && $0.value.own == id }
    }

    private func list(_ visit: Visit, _ viewer: Viewer) async throws -> Reply {
        let view = try await desk.register.current()
        let people = view.people(on: visit.today, knownAfter: .max)
        func trainee(_ id: RecordID) -> Trainee? { view.index.ordinal(of: id).flatMap { people[$0] } }
        let rows = Self.pairs(view, viewer, on: visit.today).map { pair in
            DuplicatePages.Pair(pair: pair, first: trainee(pair.first), second: trainee(pair.second))
        }
        let others = Self.oneSided(view, viewer, on: visit.today).compactMap { id -> DuplicatePages.OneSided? in
            trainee(id).map { DuplicatePages.OneSided(id: id, name: $0.fullName, isAsked: Self.isAsked(id, view)) }
        }
        let (merges, dismissals, changes) = try await desk.database.read { connection in
            let dismissals = try DuplicateDismissals.all(on: connection)
            return (
                try FactStore.versions(TraineeMerge.self, where: "supersededIn IS NULL", on: connection), dismissals,
                try ChangeLog.changes(Set(dismissals.map(\.recordedIn)), on: connection)
            )
        }
        let apartly = Self.editableApart(view, view.scope(viewer, on: visit.today), on: visit.today)
        func isMine(_ ids: RecordID...) -> Bool { ids.allSatisfy { view.index.ordinal(of: $0).map { apartly[Int($0)] } ?? false } }
        let mine = merges.compactMap { version -> DuplicatePages.Merged? in
            guard isMine(version.value.kept, version.value.duplicate), let name = trainee(version.value.kept)?.fullName else { return nil }
            return DuplicatePages.Merged(
                merge: version.value, keptName: name, duplicateName: trainee(version.value.duplicate)?.fullName ?? "")
        }
        let apart = dismissals.compactMap { version -> DuplicatePages.Apart? in
            guard isMine(version.value.first, version.value.second) else { return nil }
            let names = [version.value.first, version.value.second].map { trainee($0)?.fullName ?? "" }
            return DuplicatePages.Apart(pair: version.value, names: names, change: changes[version.recordedIn])
        }
        let done: Text? =
            switch visit.query["gjort"] {
            case "skilt": DuplicateTexts.wasSplit
            case "ulike": DuplicateTexts.wasToldApart
            case "angret": DuplicateTexts.wasUndone
            default: nil
            }
        return visit.page(
            visit.frame[DuplicateTexts.title],
            DuplicatePages.list(
                rows, others: others, merged: mine, apart: apart, done: done, visit.frame))
    }

    /// Whose records, each judged by what it holds itself, the viewer may change.
    static func editableApart(_ view: RegisterView, _ scope: Scope, on day: CalendarDay) -> [Bool] {
        view.index.editablePersons(scope, directory: view.directory, on: day, apart: true)
    }

    /// Lets through whoever may change both records; for everybody else the two are not there.
    private static func checkBoth(_ one: RecordID, _ other: RecordID, _ view: RegisterView, _ viewer: Viewer, on day: CalendarDay) throws {
        let scope = view.scope(viewer, on: day)
        let (editable, own) = (editableApart(view, scope, on: day), scope.trainees)
        for id in [one, other] {
            // Nobody merges her own record: what another of hers was given leave for would become her own.
            guard let person = view.index.ordinal(of: id), editable[Int(person)], !own.contains(id) else { throw PageRefusal.notFound }
        }
    }

    /// The two records, when the viewer may change both of them.
    private func records(_ visit: Visit, _ viewer: Viewer, on connection: Connection, view: RegisterView) throws -> (
        TraineeRecord, TraineeRecord
    ) {
        let (first, second) = (try visit.recordID("id"), try visit.recordID("fact"))
        try Self.checkBoth(first, second, view, viewer, on: visit.today)
        guard first != second, let left = try TraineeStore.find(first, on: connection),
            let right = try TraineeStore.find(second, on: connection), left.id != right.id
        else { throw PageRefusal.notFound }
        return (left, right)
    }

    private func compare(_ visit: Visit, _ viewer: Viewer) async throws -> Reply {
        let view = try await desk.register.current()
        let (left, right) = try await desk.database.read { try self.records(visit, viewer, on: $0, view: view) }
        return comparison(visit, left, right, view, ShownForm())
    }

    private func comparison(
        _ visit: Visit, _ left: TraineeRecord, _ right: TraineeRecord, _ view: RegisterView, _ shown: ShownForm
    ) -> Reply {
        visit.page(
            visit.frame[DuplicateTexts.title], status: shown.status, DuplicatePages.compare(left, right, view: view, shown, visit.frame))
    }

    private func merge(_ visit: Visit, _ viewer: Viewer) async throws -> Reply {
        let view = try await desk.register.current()
        let recorder = view.recorder(for: viewer)
        let (newID, form) = (desk.surroundings.newID(), visit.form)
        func done(_ kept: RecordID) -> Reply {
            // To the record itself: what two records said of the same work and training is now said twice there.
            .seeOther("\(Addresses.record(kept))?slatt-sammen=1")
        }
        if let kept = RecordID(form["behold"]), try visit.carriedOut != nil { return done(kept) }
        let (left, right) = try await desk.database.read { try self.records(visit, viewer, on: $0, view: view) }
        var reader = FieldReader(form)
        // Which of them is shown from now on is somebody's choice, never ours.
        let kept = reader.choice("behold", DuplicateTexts.keep, [left, right].first { $0.id.text == form["behold"] })
        let reason = ReasonField.read(ReasonTexts.merging, &reader, isRequired: true, visit.frame)
        if let one = left.trainee(on: visit.today), let other = right.trainee(on: visit.today),
            let refusal = TraineeMerge.refusal(one, other)
        {
            reader.problems.append(FieldProblem("behold", DuplicateTexts.refusal(refusal)))
        }
        guard let kept, reader.problems.isEmpty else {
            return comparison(visit, left, right, view, ShownForm(form, reader.problems))
        }
        let merge = TraineeMerge(duplicate: kept.id == left.id ? right.id : left.id, kept: kept.id)
        let outcome = try await desk.database.carryOut(visit.act(.merged, by: recorder, reason: reason)) { connection in
            try self.records(visit, viewer, on: connection, view: view)
        } newest: { records, _ in
            max(records.0.lastChange, records.1.lastChange)
        } writing: { writer, _ in
            try writer.add(id: newID.text, merge, in: .always)
            return true
        }
        guard let again = outcome.again(form, at: "behold") else { return done(kept.id) }
        guard case .conflict(let fresh, _) = outcome else { return comparison(visit, left, right, view, again) }
        return comparison(visit, fresh.0, fresh.1, try await desk.register.current(), again)
    }

    /// Says that the two in the address are two doctors, or takes that back.
    private func tellApart(_ visit: Visit, _ viewer: Viewer, isUndone: Bool) async throws -> Reply {
        let view = try await desk.register.current()
        let pair = DuplicateDismissal(try visit.recordID("id"), try visit.recordID("fact"))
        guard pair.first != pair.second else { throw PageRefusal.notFound }
        try Self.checkBoth(pair.first, pair.second, view, viewer, on: visit.today)
        let recorder = view.recorder(for: viewer)
        let newID = desk.surroundings.newID()
        _ = try await desk.database.carryOut(visit.act(isUndone ? .toldApartUndone : .toldApart, by: recorder)) { writer in
            let known = try DuplicateDismissals.find(pair, on: writer.connection)
            // Asked for twice, or done by somebody else meanwhile: it is as it was wanted.
            guard (known != nil) == isUndone else { return false }
            if let known { return try writer.replace(DuplicateDismissal.self, id: known.id, with: []) }
            _ = try self.records(visit, viewer, on: writer.connection, view: view)
            try writer.add(id: newID.text, pair, in: .always)
            return true
        }
        return .seeOther("\(Addresses.duplicates())?gjort=\(isUndone ? "angret" : "ulike")")
    }

    /// The merge in the address, when the viewer may change both records.
    private func merged(_ visit: Visit, _ viewer: Viewer) async throws -> (DuplicatePages.Merged, RegisterView) {
        let view = try await desk.register.current()
        let (kept, duplicate) = (try visit.recordID("id"), try visit.recordID("fact"))
        try Self.checkBoth(kept, duplicate, view, viewer, on: visit.today)
        let found = try await desk.database.read { connection in
            try FactStore.versions(
                TraineeMerge.self, where: "kept = \(kept) AND duplicate = \(duplicate) AND supersededIn IS NULL", on: connection)
        }
        guard let merge = found.first?.value else { throw PageRefusal.notFound }
        let people = view.people(on: visit.today, knownAfter: .max)
        func name(_ id: RecordID) -> String { view.index.ordinal(of: id).flatMap { people[$0]?.fullName } ?? "" }
        return (DuplicatePages.Merged(merge: merge, keptName: name(kept), duplicateName: name(duplicate)), view)
    }

    private func askSplit(_ visit: Visit, _ viewer: Viewer) async throws -> Reply {
        let (merged, _) = try await merged(visit, viewer)
        return visit.page(
            visit.frame[DuplicateTexts.split],
            DuplicatePages.split(merged, FormData(), [], visit.frame))
    }

    private func split(_ visit: Visit, _ viewer: Viewer) async throws -> Reply {
        let done = Reply.seeOther("\(Addresses.duplicates())?gjort=skilt")
        if try visit.carriedOut != nil { return done }
        let (merged, view) = try await merged(visit, viewer)
        var reader = FieldReader(visit.form)
        let reason = ReasonField.read(ReasonTexts.splitting, &reader, isRequired: true, visit.frame)
        guard reader.problems.isEmpty else {
            return visit.page(
                visit.frame[DuplicateTexts.split], status: 422, DuplicatePages.split(merged, visit.form, reader.problems, visit.frame))
        }
        let recorder = view.recorder(for: viewer)
        let (kept, duplicate, newID) = (merged.merge.kept, merged.merge.duplicate, desk.surroundings.newID())
        _ = try await desk.database.carryOut(visit.act(.unmerged, by: recorder, reason: reason)) { writer in
            let found = try FactStore.versions(
                TraineeMerge.self, where: "kept = \(kept) AND duplicate = \(duplicate) AND supersededIn IS NULL", on: writer.connection)
            guard let version = found.first else { return false }
            try writer.replace(TraineeMerge.self, id: version.id, with: [])
            // Whoever splits them says that they are two: they are not to come back as possible duplicates.
            let pair = DuplicateDismissal(kept, duplicate)
            if try DuplicateDismissals.find(pair, on: writer.connection) == nil { try writer.add(id: newID.text, pair, in: .always) }
            return true
        }
        return done
    }
}
