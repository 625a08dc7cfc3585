import AlisDomain

/// Asking for a doctor who is registered elsewhere, and answering.
///
/// | method | address | who |
/// |---|---|---|
/// | GET | /overforinger | writers: what waits for their answer, and what they have asked for |
/// | POST | /overforinger | writers: asks, for a municipality of theirs |
/// | GET | /overforinger/ny | writers: the form that asks |
/// | GET | /overforinger/:id | those who answer, and those who asked |
/// | POST | /overforinger/:id/svar | those who may change the doctor's record |
/// | POST | /overforinger/:id/trekk | those who asked, while it waits |
/// | POST | /overforinger/:id/tilbake | those who may answer: takes a yes back |
package struct TransferRoutes {
    let transfers: TransferDesk

    package var routes: [Route] {
        [
            .restricted(.get, Addresses.transfers, to: .writers, list),
            .restricted(.post, Addresses.transfers, to: .writers, ask),
            .restricted(.get, Addresses.newTransfer, to: .writers) { visit, viewer in
                try await askPage(visit, viewer, ShownForm(visit.query))
            },
            .restricted(.get, Addresses.transfer, to: .writers, show),
            .restricted(.post, Addresses.transferAnswer, to: .writers, answer),
            .restricted(.post, Addresses.transferWithdrawal, to: .writers, withdraw),
            .restricted(.post, Addresses.transferRevocation, to: .writers, revoke),
        ]
    }

    private func list(_ visit: Visit, _ viewer: Viewer) async throws -> Reply {
        let all = try await transfers.all(visit, viewer)
        return visit.page(
            visit.frame[TransferTexts.title], TransferPages.list(all, isSent: visit.query.contains("sendt"), visit.frame))
    }

    private func ask(_ visit: Visit, _ viewer: Viewer) async throws -> Reply {
        if try visit.carriedOut != nil { return .seeOther("\(Addresses.transfers())?sendt=1") }
        var reader = FieldReader(visit.form)
        guard let question = try await transfers.question(visit, viewer, &reader) else {
            return try await askPage(visit, viewer, ShownForm(visit.form, reader.problems))
        }
        switch try await transfers.ask([question], visit, viewer) {
        case .asked: return .seeOther("\(Addresses.transfers())?sendt=1")
        case .tooMany: return try await askPage(visit, viewer, ShownForm(visit.form, [FieldProblem("melding", TransferTexts.tooMany)]))
        }
    }

    private func askPage(_ visit: Visit, _ viewer: Viewer, _ shown: ShownForm) async throws -> Reply {
        let scope = try await transfers.desk.register.current().scope(viewer, on: visit.today)
        return visit.page(
            visit.frame[TransferTexts.askTitle], status: shown.status,
            TransferPages.ask(
                shown.values, shown.problems, hasOnePlace: !scope.writesEverything && scope.writableMunicipalities.count == 1,
                visit.frame))
    }

    private func show(_ visit: Visit, _ viewer: Viewer) async throws -> Reply {
        try await page(try await transfers.find(visit, viewer), ShownForm(), visit, viewer)
    }

    private func page(_ seen: TransferDesk.Seen, _ shown: ShownForm, _ visit: Visit, _ viewer: Viewer) async throws -> Reply {
        let work = try await transfers.ownWork(seen, visit, viewer)
        return visit.page(
            visit.frame[TransferTexts.one], status: shown.status,
            TransferPages.show(
                seen, work, shown.values, shown.problems, isSaved: visit.query.contains("lagret"),
                ended: CalendarDay(iso: visit.query["siste"]), visit.frame))
    }

    private func answer(_ visit: Visit, _ viewer: Viewer) async throws -> Reply {
        let seen = try await transfers.find(visit, viewer)
        guard seen.isAnswerer else { throw PageRefusal.notFound }
        if try visit.carriedOut != nil { return .seeOther("\(Addresses.transfer(seen.id))?lagret=1") }
        var reader = FieldReader(visit.form)
        let choices: [String: TransferRequest.State] =
            seen.mayBeAnother ? ["ja": .granted, "annen": .another, "nei": .declined] : ["ja": .granted, "nei": .declined]
        let state = reader.choice("svar", TransferTexts.answer, choices[reader.form["svar"]])
        let reason = reader.optional("hvorfor", longest: 500)
        if state == .declined, reason.isEmpty { reader.problems.append(FieldProblem("hvorfor", TransferTexts.reasonNeeded)) }
        if state == .granted, seen.request.trainee == nil {
            reader.problems.append(FieldProblem("svar", FieldTexts.choose(TransferTexts.answer)))
        }
        let last = state == .granted ? reader.optionalDay("siste") : nil
        let work = last == nil ? [] : try await transfers.ownWork(seen, visit, viewer)
        if last != nil, work.isEmpty { reader.problems.append(FieldProblem("svar", TransferTexts.workChanged)) }
        if let last, let later = work.first(where: { $0.begins > last }) {
            reader.problems.append(FieldProblem("siste", TransferTexts.beforeWork(later.begins)))
        }
        guard let state, reader.problems.isEmpty else { return try await page(seen, ShownForm(visit.form, reader.problems), visit, viewer) }
        guard try await transfers.set(seen, from: [.asked], to: state, reason: reason, ending: last.map { (work, $0) }, visit, viewer)
        else {
            let fresh = try await transfers.find(visit, viewer)
            let problem = FieldProblem("svar", TransferTexts.settledBy(fresh.change, typed: reason))
            return try await page(fresh, ShownForm(visit.form.without(["_once"]), [problem], status: 409), visit, viewer)
        }
        return .seeOther("\(Addresses.transfer(seen.id))?lagret=1\(work.isEmpty ? "" : last.map { "&siste=\($0.iso)" } ?? "")")
    }

    private func withdraw(_ visit: Visit, _ viewer: Viewer) async throws -> Reply {
        let seen = try await transfers.find(visit, viewer)
        guard seen.isAsker else { throw PageRefusal.notFound }
        _ = try await transfers.set(seen, from: [.asked], to: .withdrawn, reason: "", visit, viewer)
        return .seeOther("\(Addresses.transfer(seen.id))?lagret=1")
    }

    private func revoke(_ visit: Visit, _ viewer: Viewer) async throws -> Reply {
        let seen = try await transfers.find(visit, viewer)
        guard seen.isAnswerer, !seen.isAsker || viewer.has(.administrator) else { throw PageRefusal.notFound }
        // What rests on work is not taken back by taking back a yes.
        guard !seen.restsOnWork else { return try await page(seen, ShownForm(visit.form, [], status: 409), visit, viewer) }
        _ = try await transfers.set(seen, from: [.granted], to: .revoked, reason: "", visit, viewer)
        return .seeOther("\(Addresses.transfer(seen.id))?lagret=1")
    }
}

extension TransferDesk.Seen {
    /// One HPR number is one doctor: what was asked for by it is not somebody else.
    var mayBeAnother: Bool {
        guard let hpr = request.described.hpr, let doctor else { return true }
        return doctor.trainee.hpr != hpr
    }
}
