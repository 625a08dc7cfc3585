import AlisDomain

/// The pages about municipalities.
enum MunicipalityPages {
    struct Row: Sendable {
        let id: RecordID
        let trainee: Trainee
        let member: OverviewAnswer.Member
    }

    struct Model: Sendable {
        let id: MunicipalityID
        let address: QuestionAddress
        let view: RegisterView
        let rows: [Row]
        /// The end each one's plan comes to; nil when the page is not about today.
        let ends: [RecordID: ComputedEnd]?
        let count: Int
        let confirmations: [Version<Confirmation>]
        let mayConfirm: Bool
        let mayEdit: Bool
        /// May open the table of plans.
        let seesPlans: Bool
        let viewerName: String
        let once: String
        let hasJustConfirmed: Bool
        let hasJustSaved: Bool
        /// Whose row is being corrected, and the form that stands in its place.
        let correcting: (person: RecordID, form: Html)?

        var asOf: CalendarDay { address.question.asOf }
        var facts: MunicipalityFacts? { view.directory.nearestFacts(of: id, on: asOf) }
        var name: String { facts?.name ?? id.key }
    }

    // MARK: One municipality

    static func one(_ model: Model, _ frame: Frame) -> Html {
        let last = model.confirmations.first
        let county = model.facts.map { $0.countyNumber }.flatMap { model.view.directory.county($0, on: model.asOf)?.name } ?? ""
        let add: Html =
            model.mayEdit
            ? "<a class=\"btn quiet\" href=\"/alis/ny?kommune=\(model.id.key)\">\(frame[TraineeTexts.addTrainee])</a>" : .empty
        return """
            <p class="crumb"><a href="/kommuner">\(frame[MunicipalityTexts.listTitle])</a> › \(county)</p>
            \(model.hasJustConfirmed ? "<p class=\"done\" role=\"status\">\(frame[MunicipalityTexts.confirmedNow])</p>" as Html : .empty)
            \(model.hasJustSaved ? "<p class=\"done\" role=\"status\">\(frame[TraineeTexts.saved])</p>" as Html : .empty)
            <div class="head"><div><h1>\(model.name)</h1><p class="lede">\(frame[OverviewTexts.heading(model.count)])</p></div>
            <p class="acts">\(add)</p></div>
            \(successor(model, frame))\(ask(model, last, frame))
            <h2>\(frame[MunicipalityTexts.alisHere])</h2>\(people(model, frame))
            <div class="grid2"><div>\(facts(model, county, frame))</div><div>\(confirmations(model, frame))</div></div>
            """
    }

    private static func successor(_ model: Model, _ frame: Frame) -> Html {
        guard let next = model.view.directory.currentSuccessor(of: model.id, on: model.asOf), next != model.id,
            let name = model.view.directory.nearestFacts(of: next, on: model.asOf)?.name,
            let slug = model.view.directory.slug(of: next, on: model.asOf)
        else { return .empty }
        return "<p class=\"next-plain\">\(frame[MunicipalityTexts.endedMunicipality(name)]) <a href=\"/kommuner/\(slug)\">\(name)</a></p>"
    }

    private static func ask(_ model: Model, _ last: Version<Confirmation>?, _ frame: Frame) -> Html {
        if model.asOf != frame.today || model.address.knownAt != nil {
            return
                "<p class=\"next-plain\">\(frame[MunicipalityTexts.asOfNote]) \(Format.period(Period(startingOn: model.asOf), frame.language)). <a href=\"/kommuner/\(model.view.directory.slug(of: model.id, on: frame.today) ?? model.id.key)\">\(frame[MunicipalityTexts.toToday])</a></p>"
        }
        let state: Text
        if let last {
            let months = max(0, frame.today.days(since: last.value.day) / 30)
            state =
                months < 1
                ? MunicipalityTexts.confirmedBy(last.value.day, last.value.personName)
                : MunicipalityTexts.confirmedLongAgo(last.value.day, months)
        } else {
            state = MunicipalityTexts.neverConfirmed
        }
        guard model.mayConfirm else { return "<p class=\"note\">\(frame[state]). \(frame[MunicipalityTexts.officeCannotConfirm])</p>" }
        return """
            <div class="next"><p><b>\(frame[MunicipalityTexts.isThisRight])</b> \(frame[MunicipalityTexts.isThisRightLede(model.count)]) \
            <span class="note">\(frame[state]).</span></p>
            <form method="post" action="/kommuner/\(model.view.directory.slug(of: model.id, on: frame.today) ?? model.id.key)/bekreftelse">\
            \(Form.mark(frame))\(Form.once(model.once))<button class="btn">\(frame[MunicipalityTexts.confirm(model.viewerName)])</button>\
            <p class="note">\(frame[MunicipalityTexts.inName(model.viewerName)])</p></form></div>
            """
    }

    private static func people(_ model: Model, _ frame: Frame) -> Html {
        if model.count > 0, model.rows.isEmpty { return "<p class=\"empty\">\(frame[MunicipalityTexts.hidden])</p>" }
        if model.rows.isEmpty { return "<p class=\"empty\">\(frame[TraineeTexts.noEngagements])</p>" }
        let heads = [
            TraineeTexts.name, TraineeTexts.hpr, OverviewTexts.scheme, OverviewTexts.form, TraineeTexts.percent, TraineeTexts.workplace,
            TraineeTexts.standing, TraineeTexts.registeredEnd,
        ].map { frame[$0] }
        let here = "/kommuner/\(model.view.directory.slug(of: model.id, on: frame.today) ?? model.id.key)"
        // A column of its own only where there is something in it: of today, for those whose names are seen.
        let computed = model.ends == nil ? nil : frame[TraineeTexts.computedEnd]
        let rows = model.rows.map { row -> Html in
            let member = row.member
            if let correcting = model.correcting, correcting.person == row.id {
                return """
                    <tr id="rett" class="correcting"><td colspan="\(heads.count + (computed == nil ? 1 : 2))"><h3>\(frame[MunicipalityTexts.correct]): \(row.trainee.fullName)</h3>\
                    \(correcting.form)<p class="note"><a href="/alis/\(row.id.text)">\(frame[MunicipalityTexts.wholeRecord])</a></p></td></tr>
                    """
            }
            let correct: Html =
                model.mayEdit
                ? "<td><a href=\"\(here)?rett=\(row.id.text)#rett\">\(frame[MunicipalityTexts.correct])<span class=\"hidden-visually\">: \(row.trainee.fullName)</span></a></td>"
                : "<td></td>"
            return """
                <tr><th scope="row"><a href="/alis/\(row.id.text)">\(row.trainee.fullName)</a></th>\
                <td data-label="\(heads[1])">\(row.trainee.hpr?.digits)</td><td data-label="\(heads[2])">\(frame[OverviewTexts.name(member.scheme)])</td>\
                <td data-label="\(heads[3])">\(member.form.map { frame[OverviewTexts.name($0)] })</td>\
                <td data-label="\(heads[4])">\(PositionPercent(hundredths: member.percent).map { Format.percent($0) })</td>\
                <td data-label="\(heads[5])">\(member.workplace)</td><td data-label="\(heads[6])">\(frame[TraineeTexts.name(member.standing)])</td>\
                <td data-label="\(heads[7])">\(member.expectedEnd.map(\.norwegian))</td>\
                \(computed.map { "<td data-label=\"\($0)\">\(end(of: row.id, model, frame))</td>" as Html })\(correct)</tr>
                """
        }
        return """
            <div class="scroll" tabindex="0" role="region" aria-label="\(frame[MunicipalityTexts.alisHere])"><table class="cards texts"><thead><tr>\
            \((heads + [computed].compactMap { $0 }).map { "<th scope=\"col\">\($0)</th>" as Html })<th scope="col"><span class="hidden-visually">\(frame[MunicipalityTexts.correct])</span></th></tr></thead>\
            <tbody>\(rows)</tbody></table></div>\(plans(model, frame))
            """
    }

    /// The day a doctor's plan comes to, leading to the plan.
    private static func end(of person: RecordID, _ model: Model, _ frame: Frame) -> Html {
        guard let end = model.ends?[person] else { return "–" }
        return "<a href=\"/alis/\(person.text)/plan\">\(end.day?.norwegian ?? frame[TraineeTexts.planNotReached])</a>"
    }

    private static func plans(_ model: Model, _ frame: Frame) -> Html {
        model.seesPlans
            ? "<p class=\"acts\"><a class=\"btn quiet\" href=\"/planer?kommune=\(model.id.key)\">\(frame[TraineeTexts.allPlans])</a></p>"
            : .empty
    }

    private static func facts(_ model: Model, _ county: String, _ frame: Frame) -> Html {
        guard let facts = model.facts else { return .empty }
        let reference = model.view.reference
        let office = facts.office.flatMap { code in reference.offices.first { $0.value.code == code }?.value.name }
        let trust = facts.trust.flatMap { code in reference.trusts.first { $0.value.code == code }?.value.name }
        let population = reference.population(on: model.asOf)[model.id]
        var pairs: [(Text, String)] = [
            (MunicipalityTexts.number, facts.number.digits), (MunicipalityTexts.county, county), (MunicipalityTexts.office, office ?? "–"),
            (MunicipalityTexts.trust, trust ?? "–"), (MunicipalityTexts.inhabitants, population.map { Format.number($0) } ?? "–"),
            (MunicipalityTexts.centrality, facts.centrality.map(String.init) ?? "–"),
            (MunicipalityTexts.language, frame[MunicipalityTexts.decision(facts.language)]),
        ]
        if !facts.otherNames.isEmpty {
            let names = facts.otherNames.map { "\($0.name) (\(frame[MunicipalityTexts.decision($0.language)]))" }
            pairs.append((MunicipalityTexts.otherNames, names.joined(separator: ", ")))
        }
        let rows = pairs.map { "<dt>\(frame[$0.0])</dt><dd>\($0.1)</dd>" as Html }
        var seen: [String] = []
        for stretch in model.view.directory.stretches(of: model.id).reversed() {
            let line = "\(stretch.facts.number.digits) \(stretch.facts.name)"
            if seen.last?.hasPrefix(line + ",") != true { seen.append("\(line), \(Format.period(stretch.period, frame.language))") }
        }
        for change in model.view.directory.changes(of: model.id) where change.new == model.id && change.old != model.id {
            if let old = model.view.directory.nearestFacts(of: change.old, on: change.from.adding(days: -1)) {
                seen.append("\(old.number.digits) \(old.name) → \(model.name), \(change.from.norwegian)")
            }
        }
        return """
            <section><h2>\(frame[MunicipalityTexts.facts])</h2><dl class="facts">\(rows)</dl>
            <p><a href="/kommuner/\(model.view.directory.slug(of: model.id, on: frame.today) ?? model.id.key)/registrering">\(frame[MunicipalityTexts.enterprise])</a> · \
            <a href="/utdanningsplaner/\(model.view.directory.slug(of: model.id, on: frame.today) ?? model.id.key)">\(frame[MunicipalityTexts.generalPlan])</a></p>
            <details><summary>\(frame[MunicipalityTexts.numbersOverTime])</summary><ul>\(seen.map { "<li>\($0)</li>" as Html })</ul></details></section>
            """
    }

    private static func confirmations(_ model: Model, _ frame: Frame) -> Html {
        let items = model.confirmations.prefix(10).map { "<li>\($0.value.day.norwegian), \($0.value.personName)</li>" as Html }
        let list: Html = items.isEmpty ? "<p class=\"empty\">\(frame[MunicipalityTexts.noConfirmations])</p>" : "<ul>\(Array(items))</ul>"
        return "<section><h2>\(frame[MunicipalityTexts.confirmations])</h2>\(list)</section>"
    }

    // MARK: The list

    static func list(_ table: OverviewTable, address: QuestionAddress, offices: [Office], view: RegisterView, _ frame: Frame) -> Html {
        let heads = [
            TraineeTexts.municipality, MunicipalityTexts.number, OverviewTexts.active, OverviewTexts.old, OverviewTexts.wantsHospital,
            OverviewTexts.confirmed,
        ]
        .map { frame[$0] }
        let rows = table.rows.filter { $0.level == .municipality }.map { row -> Html in
            let slug = MunicipalityID(row.key).flatMap { view.directory.slug(of: $0, on: address.question.asOf) } ?? row.key
            let confirmed =
                row.lastConfirmed.map { "\($0.norwegian), \(row.lastConfirmedBy ?? "")" } ?? frame[MunicipalityTexts.neverConfirmed]
            return """
                <tr><th scope="row"><a href="\(address.link("/kommuner/\(slug)", setting: [("kontor", nil), ("sentralitet", nil), ("form", nil), ("ordning", nil)]))">\(row.name)</a></th>\
                <td data-label="\(heads[1])">\(String(slug.prefix(4)))</td><td class="strong" data-label="\(heads[2])">\(Format.number(row.counts[.active]))</td>\
                <td data-label="\(heads[3])">\(Format.number(row.counts[.oldScheme]))</td><td data-label="\(heads[4])">\(Format.number(row.counts[.wishing]))</td>\
                <td data-label="\(heads[5])">\(confirmed)</td></tr>
                """
        }
        return """
            <h1>\(Format.number(rows.count)) \(frame[MunicipalityTexts.listTitle].lowercased())</h1>
            <p class="lede">\(frame[OverviewTexts.coverage(table.nation.confirmed, of: table.nation.municipalities)])</p>
            \(Form.errorSummary(address.problems, frame))
            <form class="filters" action="/kommuner" aria-label="\(frame[OverviewTexts.filters])">\(QuestionFilters.fields(address, offices: offices, frame))
            <button class="btn">\(frame[CommonTexts.show])</button><a class="reset" href="/kommuner">\(frame[OverviewTexts.resetFilters])</a></form>
            <div class="scroll" tabindex="0" role="region" aria-label="\(frame[MunicipalityTexts.listTitle])"><table class="cards">
            <thead><tr>\(heads.map { "<th scope=\"col\">\($0)</th>" as Html })</tr></thead><tbody>\(rows)</tbody></table></div>
            """
    }
}
