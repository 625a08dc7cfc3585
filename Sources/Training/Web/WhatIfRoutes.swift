import AlisDomain

/// Trying a change to a plan, and making exactly the change that was shown.
struct WhatIfRoutes: Sendable {
    let plans: PlanDesk

    private static let roles = Set<Role>.writers.union([.alis])

    var routes: [Route] {
        [
            .restricted(.get, Addresses.whatIf, to: Self.roles, show),
            .restricted(.post, Addresses.whatIf, to: Self.roles, apply).kept(
                as: Text("Tar endringen du prøvde, inn i planen", nn: "Tek endringa du prøvde, inn i planen")),
        ]
    }

    private func open(_ visit: Visit, _ viewer: Viewer) async throws -> PlanDesk.Opened {
        let opened = try await plans.open(visit, viewer)
        // There is nothing to try in a training that has ended.
        guard opened.mayEdit, opened.end == nil else { throw PageRefusal.notFound }
        return opened
    }

    private func show(_ visit: Visit, _ viewer: Viewer) async throws -> Reply {
        let opened = try await open(visit, viewer)
        guard visit.query.contains("prov") else {
            return page(visit, opened, visit.query, problems: [], tried: nil, status: 200)
        }
        return try await tried(visit, viewer, opened, visit.query, problems: [])
    }

    /// What the change comes to, or why it cannot be tried.
    private func tried(
        _ visit: Visit, _ viewer: Viewer, _ opened: PlanDesk.Opened, _ values: FormData, problems: [FieldProblem], status: Int = 409
    ) async throws -> Reply {
        var reader = FieldReader(values)
        let change = WhatIfForm.read(&reader, opened, visit.today)
        guard let change, reader.problems.isEmpty else {
            return page(visit, opened, values, problems: reader.problems, tried: nil, status: 422)
        }
        var ids = PlanIdentities(plans.desk.surroundings.newID())
        let whatIf: WhatIf
        do throws(PlanRefusal) {
            whatIf = try WhatIf(change, in: Self.training(change, opened), book: plans.book, using: &ids)
        } catch {
            return page(
                visit, opened, values, problems: [FieldProblem(Self.field(error), WhatIfTexts.refusal(error))], tried: nil, status: 422)
        }
        let affected = try await WhatIfAffected.find(whatIf, opened, plans, viewer: viewer, on: visit.today)
        return page(
            visit, opened, values, problems: problems, tried: (whatIf, affected), status: problems.isEmpty ? 200 : status)
    }

    /// Where what is refused is put right.
    private static func field(_ refusal: PlanRefusal) -> String {
        switch refusal {
        case .inThePast, .outsideCalendar, .afterService: "fra"
        case .noHospitalPeriod, .unknownService, .alreadyServed, .nothingPlanned, .notInOldScheme, .noRuleSet, .cannotBeReached: "hva"
        }
    }

    /// The case with what is known of the place a change leads to: a plan is given the registrations of its own places only.
    private static func training(_ change: PlanChange, _ opened: PlanDesk.Opened) -> TrainingCase {
        var training = opened.file.trainingCase
        if case .changeMunicipality(_, let id) = change, !training.services.contains(where: { $0.place.municipality == id }) {
            training.registrations += opened.file.registrations[.municipality(id)] ?? []
        }
        return training
    }

    private func apply(_ visit: Visit, _ viewer: Viewer) async throws -> Reply {
        let opened = try await open(visit, viewer)
        if try visit.carriedOut != nil { return .seeOther("\(opened.path)?endret=1") }
        var reader = FieldReader(visit.form)
        guard let change = WhatIfForm.read(&reader, opened, visit.today), reader.problems.isEmpty else {
            return page(visit, opened, visit.form, problems: reader.problems, tried: nil, status: 422)
        }
        // What was shown is named in the form: another day, or another's change, may have made it something else.
        let shown = visit.form["_vist"]
        let newID = plans.desk.surroundings.newID()
        let book = plans.book
        guard let same = Self.work(change, opened, book, newID), Self.mark(same) == shown else {
            return try await tried(visit, viewer, opened, visit.form, problems: [FieldProblem("hva", WhatIfTexts.changedMeanwhile)])
        }
        let refusal = WhatIfRefusal(same, opened, visit.frame)
        if !refusal.problems.isEmpty {
            return try await tried(visit, viewer, opened, visit.form, problems: refusal.problems, status: 422)
        }
        let frame = visit.frame
        let outcome = try await plans.change(opened, visit, viewer, act: .planned, may: { $0.mayEdit }) { writer, opened in
            guard let whatIf = Self.work(change, opened, book, newID), WhatIfRefusal(whatIf, opened, frame).problems.isEmpty else {
                return false
            }
            return try PlanWriter.apply(whatIf.edits, to: opened.file, writer)
        }
        switch outcome {
        case .done, .nothingDifferent, .sentBefore: return .seeOther("\(opened.path)?endret=1")
        case .refused(let problems): return try await tried(visit, viewer, opened, visit.form, problems: problems, status: 422)
        case .conflict(let fresh, _):
            return try await tried(visit, viewer, fresh, visit.form, problems: [FieldProblem("hva", WhatIfTexts.changedMeanwhile)])
        }
    }

    private static func work(_ change: PlanChange, _ opened: PlanDesk.Opened, _ book: RuleBook, _ newID: RecordID) -> WhatIf? {
        var ids = PlanIdentities(newID)
        return try? WhatIf(change, in: training(change, opened), book: book, using: &ids)
    }

    /// What was shown, in short: when she was to be done before and after, and the periods that came of it.
    static func mark(_ whatIf: WhatIf) -> String {
        let comparison = whatIf.comparison
        let days = [
            comparison.before.completion, comparison.after.completion, comparison.before.serviceDone, comparison.after.serviceDone,
        ].map { $0?.iso ?? "-" }
        let services = whatIf.after.services.map { service in
            "\(service.category.text) \(service.period.from.iso) \(service.period.to?.iso ?? "-") \(service.percent.hundredths) \(service.place.code)"
        }.sorted()
        return ([whatIf.after.asOf.iso] + days + services).joined(separator: "|")
    }

    private func page(
        _ visit: Visit, _ opened: PlanDesk.Opened, _ values: FormData, problems: [FieldProblem],
        tried: (whatIf: WhatIf, affected: WhatIfAffected)?, status: Int
    ) -> Reply {
        let frame = visit.frame
        let result =
            tried.map {
                WhatIfResult(
                    whatIf: $0.whatIf, affected: $0.affected, opened: opened, conversionRules: plans.book.conversion, frame: frame
                ).html()
            } ?? .empty
        let apply: Html =
            tried.map { whatIf, _ in
                let refusal = WhatIfRefusal(whatIf, opened, frame)
                if !refusal.problems.isEmpty { return refusal.html() }
                let fields = WhatIfForm.names.map { "<input type=\"hidden\" name=\"\($0)\" value=\"\(values[$0])\">" as Html }
                return """
                    <form method="post" action="\(Addresses.whatIf(opened.id))">\(Form.marks(frame, newest: opened.lastChange))\(fields)\
                    <input type="hidden" name="_vist" value="\(Self.mark(whatIf))">
                    <p class="acts"><button class="btn">\(frame[WhatIfTexts.apply])</button><a class="btn quiet" href="\(opened.path)">\(frame[CommonTexts.cancel])</a></p></form>
                    """
            } ?? .empty
        return visit.page(
            frame[WhatIfTexts.title], status: status,
            """
            <p class="crumb"><a href="\(Addresses.record(opened.id))">\(opened.record.trainee.fullName)</a> › \
            <a href="\(opened.path)">\(frame[PlanTexts.title])</a></p><h1>\(frame[WhatIfTexts.title])</h1><p class="lede">\(frame[WhatIfTexts.lede])</p>
            \(Form.errorSummary(problems, frame))
            <form class="narrow what-if" method="get" action="\(Addresses.whatIf(opened.id))#resultat" novalidate><input type="hidden" name="prov" value="1">
            \(WhatIfForm.fields(values, problems, opened, frame))
            <p class="acts"><button class="btn quiet">\(frame[WhatIfTexts.tryIt])</button></p></form>
            \(result)\(apply)
            """)
    }
}
