import AlisDomain

/// The pages about municipalities.
enum MunicipalityPages {
    struct Model: Sendable {
        let address: QuestionAddress
        let view: RegisterView
        let roll: MunicipalityRoll
        /// The end each one's plan comes to; nil when the page is not about today.
        let ends: [RecordID: ComputedEnd]?
        let confirmations: [Version<Confirmation>]
        let names: ConfirmerNames
        /// Whom to write to; nil for those who may not know, an empty list when nobody is registered.
        let contacts: [MunicipalityContact]?
        let mayConfirm: Bool
        let mayEdit: Bool
        /// May open the table of plans.
        let seesPlans: Bool
        let viewerName: String
        let hasJustConfirmed: Bool
        let hasJustSaved: Bool
        /// Of whom something was changed after the page that was to be confirmed was drawn.
        let changedMeanwhile: [String]
        /// Whose row is being corrected, and the form that stands in its place.
        let correcting: (person: RecordID, form: Html)?

        var id: MunicipalityID { roll.id }
        var asOf: CalendarDay { address.question.asOf }
        var facts: MunicipalityFacts? { view.directory.nearestFacts(of: id, on: asOf) }
        var name: String { facts?.name ?? id.key }
        /// It has been merged away or split.
        var isEnded: Bool { view.directory.facts(of: id, on: asOf) == nil && successors != [id] }
        var successors: [MunicipalityID] { view.directory.successors(of: id, on: asOf) }

        /// What it is called in the addresses of its pages.
        func slug(on day: CalendarDay) -> String { view.directory.slug(of: id, on: day) }
    }

    // MARK: One municipality

    static func one(_ model: Model, _ frame: Frame) -> Html {
        let last = model.confirmations.first
        let county = model.facts.map { $0.countyNumber }.flatMap { model.view.directory.county($0, on: model.asOf)?.name } ?? ""
        let add: Html =
            model.mayEdit && !model.isEnded
            ? "<a class=\"btn quiet\" href=\"\(Addresses.newTrainee())?kommune=\(model.id.key)\">\(frame[TraineeTexts.addTrainee])</a>"
            : .empty
        return """
            <p class="crumb"><a href="\(Addresses.municipalities())">\(frame[MunicipalityTexts.listTitle])</a> › \(county)</p>
            \(model.hasJustConfirmed ? "<p class=\"done\" role=\"status\">\(frame[MunicipalityTexts.confirmedNow])</p>" as Html : .empty)
            \(changedMeanwhile(model, frame))
            \(model.hasJustSaved ? "<p class=\"done\" role=\"status\">\(frame[TraineeTexts.saved])</p>" as Html : .empty)
            <div class="head"><div><h1>\(model.name)</h1>\(model.isEnded && model.roll.count == 0 ? .empty : "<p class=\"lede\">\(frame[OverviewTexts.heading(model.roll.count)])\(model.roll.coming.isEmpty ? "" : frame[MunicipalityTexts.comingToo(model.roll.coming.count)])</p>" as Html)</div>
            <p class="acts">\(add)\(downloads(model, frame))</p></div>
            \(successor(model, frame))\(model.isEnded ? .empty : ask(model, last, frame))
            \(model.isEnded && model.roll.count == 0 ? .empty : "<h2>\(frame[MunicipalityTexts.alisHere])</h2>\(people(model, frame))" as Html)
            <div class="grid2"><div>\(MunicipalityFactsPart.html(model, county, frame))</div>\
            <div>\(contact(model, frame))\(model.isEnded && model.confirmations.isEmpty ? .empty : confirmations(model, frame))</div></div>
            """
    }

    /// Nobody confirms what she has not seen.
    private static func changedMeanwhile(_ model: Model, _ frame: Frame) -> Html {
        if model.changedMeanwhile.isEmpty { return .empty }
        let names = model.changedMeanwhile.joined(separator: ", ")
        return
            "<div class=\"errors\" role=\"alert\"><h2>\(frame[MunicipalityTexts.notConfirmed])</h2><p>\(frame[MunicipalityTexts.changedMeanwhile]) \(names).</p></div>"
    }

    private static func downloads(_ model: Model, _ frame: Frame) -> Html {
        // The question goes with it; the municipality is in the path.
        func link(_ ending: String) -> String {
            model.address.link(
                Addresses.municipalityTrainees.file(ending)(model.slug(on: frame.today)), setting: [("vis", nil), ("kommune", nil)])
        }
        return """
            <a class="btn quiet" href="\(link("xlsx"))">\(frame[CommonTexts.downloadXLSX])</a>\
            <a class="btn quiet" href="\(link("csv"))">\(frame[CommonTexts.downloadCSV])</a>
            """
    }

    /// What became of a municipality that is no more: the one it is part of, or all that it was split between.
    private static func successor(_ model: Model, _ frame: Frame) -> Html {
        guard model.isEnded else { return .empty }
        let links = model.successors.compactMap { next -> Html? in
            model.view.directory.nearestFacts(of: next, on: model.asOf).map {
                "<a href=\"\(model.view.directory.address(of: next, on: model.asOf))\">\($0.name)</a>"
            }
        }
        guard !links.isEmpty else { return .empty }
        let text = links.count == 1 ? MunicipalityTexts.endedMunicipality : MunicipalityTexts.splitMunicipality
        return "<p class=\"next-plain\">\(frame[text]) \(Html.join(links, separator: ", ")).</p>"
    }

    private static func ask(_ model: Model, _ last: Version<Confirmation>?, _ frame: Frame) -> Html {
        if model.asOf != frame.today || model.address.knownAt != nil {
            return
                "<p class=\"next-plain\">\(frame[model.asOf > frame.today ? MunicipalityTexts.asOfNoteToCome : MunicipalityTexts.asOfNote]) \(Format.period(Period(startingOn: model.asOf), frame.language)). <a href=\"\(Addresses.municipality(model.slug(on: frame.today)))\">\(frame[MunicipalityTexts.toToday])</a></p>"
        }
        let state: Text
        var since: Html = ""
        if let last {
            let months = frame.today.months(since: last.value.day)
            state =
                months < 1
                ? MunicipalityTexts.confirmedBy(last.value.day, model.names.text(last.value.personName, in: model.id))
                : MunicipalityTexts.confirmedLongAgo(last.value.day, months)
            if !model.roll.unconfirmed.isEmpty {
                since = since + ". \(frame[MunicipalityTexts.changedSince(model.roll.unconfirmed.count)])"
            }
            if !model.roll.departed.isEmpty { since = since + ". \(departed(model, frame))" }
        } else {
            state = MunicipalityTexts.neverConfirmed
        }
        guard model.mayConfirm else {
            return "<p class=\"note\">\(frame[state])\(since). \(frame[MunicipalityTexts.officeCannotConfirm])</p>"
        }
        return """
            <div class="next"><p><b>\(frame[MunicipalityTexts.isThisRight])</b> \(frame[MunicipalityTexts.isThisRightLede(model.roll.count)]) \
            <span class="note">\(frame[state])\(since).</span></p>
            <form method="post" action="\(Addresses.confirmation(model.slug(on: frame.today)))">\
            \(Form.marks(frame, newest: model.view.change))<button class="btn">\(frame[MunicipalityTexts.confirm(model.viewerName)])</button>\
            <p class="note">\(frame[MunicipalityTexts.inName(model.viewerName)])</p></form></div>
            """
    }

    /// Who was confirmed and is not in the list any more.
    private static func departed(_ model: Model, _ frame: Frame) -> Html {
        let names = model.roll.departed.compactMap { $0 }.map { "<a href=\"\(Addresses.record($0.id))\">\($0.name)</a>" as Html }
        let list: Html = names.isEmpty ? .empty : ": \(Html.join(names, separator: ", "))"
        return "\(frame[MunicipalityTexts.leftSince(model.roll.departed.count)])\(list)"
    }

    private static func people(_ model: Model, _ frame: Frame) -> Html {
        let coming = coming(model, frame)
        let roll = model.roll
        if roll.count > 0, roll.rows.isEmpty { return "<p class=\"empty\">\(frame[MunicipalityTexts.hidden])</p>" }
        if roll.rows.isEmpty { return "<p class=\"empty\">\(frame[TraineeTexts.noEngagements])</p>\(coming)" }
        let some: Html =
            roll.rows.count < roll.count
            ? "<p class=\"note\">\(frame[MunicipalityTexts.seesSome(roll.rows.count, of: roll.count)])</p>" : .empty
        let heads = [
            TraineeTexts.name, TraineeTexts.hpr, OverviewTexts.scheme, OverviewTexts.form, TraineeTexts.percent, TraineeTexts.workplace,
            TraineeTexts.standing, TraineeTexts.registeredEnd,
        ].map { frame[$0] }
        let here = Addresses.municipality(model.slug(on: frame.today))
        // A column of its own only where there is something in it: of today, for those whose names are seen.
        let computed = model.ends == nil ? nil : frame[TraineeTexts.computedEnd]
        let rows = roll.rows.map { row -> Html in
            let member = row.member
            if let correcting = model.correcting, correcting.person == row.id {
                return """
                    <tr id="rett" class="correcting"><td colspan="\(heads.count + (computed == nil ? 1 : 2))"><h3>\(frame[MunicipalityTexts.correct]): \(row.trainee.fullName)</h3>\
                    \(correcting.form)<p class="note"><a href="\(Addresses.record(row.id))">\(frame[MunicipalityTexts.wholeRecord])</a></p></td></tr>
                    """
            }
            let correct: Html =
                model.mayEdit
                ? "<td><a href=\"\(here)?rett=\(row.id.text)#rett\">\(frame[MunicipalityTexts.correct])<span class=\"hidden-visually\">: \(row.trainee.fullName)</span></a></td>"
                : "<td></td>"
            let mark: Html =
                roll.unconfirmed[row.id].map {
                    "<br><span class=\"note v-no\">\(frame[MunicipalityTexts.notConfirmedSince($0.day, isNew: $0.isNew)])</span>"
                } ?? .empty
            let leaves: Html =
                roll.leaving[row.id].map { "<br><span class=\"note\">\(frame[MunicipalityTexts.leaves($0)])</span>" } ?? .empty
            return """
                <tr><th scope="row"><a href="\(Addresses.record(row.id))">\(row.trainee.fullName)</a>\(mark)\(leaves)</th>\
                <td data-label="\(heads[1])">\(row.trainee.hpr?.digits)</td><td data-label="\(heads[2])">\(frame[OverviewTexts.name(member.scheme)])</td>\
                <td data-label="\(heads[3])">\(member.form.map { frame[OverviewTexts.name($0)] })</td>\
                <td data-label="\(heads[4])">\(PositionPercent(hundredths: member.percent).map { Format.percent($0) })</td>\
                <td data-label="\(heads[5])">\(member.workplace)</td><td data-label="\(heads[6])">\(frame[TraineeTexts.name(member.standing)])</td>\
                <td data-label="\(heads[7])">\(member.expectedEnd.map(\.norwegian))</td>\
                \(computed.map { "<td data-label=\"\($0)\">\(end(of: row.id, model, frame))</td>" as Html })\(correct)</tr>
                """
        }
        return """
            \(some)<div class="scroll" tabindex="0" role="region" aria-label="\(frame[MunicipalityTexts.alisHere])"><table class="cards texts"><thead><tr>\
            \((heads + [computed].compactMap { $0 }).map { "<th scope=\"col\">\($0)</th>" as Html })<th scope="col"><span class="hidden-visually">\(frame[MunicipalityTexts.correct])</span></th></tr></thead>\
            <tbody>\(rows)</tbody></table></div>\(coming)\(computed == nil ? .empty : "<p class=\"note\">\(frame[TraineeTexts.computedEndNote])</p>" as Html)\(plans(model, frame))
            """
    }

    /// Those who are registered and begin later: nobody registers them again because they are missing.
    private static func coming(_ model: Model, _ frame: Frame) -> Html {
        let rows = model.roll.coming.map { coming -> Html in
            "<li><a href=\"\(Addresses.record(coming.id))\">\(coming.name)</a>, \(frame[MunicipalityTexts.from(coming.from)])</li>"
        }
        return rows.isEmpty ? .empty : "<h3 id=\"senere\">\(frame[MunicipalityTexts.beginsLater])</h3><ul>\(rows)</ul>"
    }

    /// The day a doctor's plan comes to, leading to the plan.
    private static func end(of person: RecordID, _ model: Model, _ frame: Frame) -> Html {
        guard let end = model.ends?[person] else { return "–" }
        return "<a href=\"\(Addresses.plan(person))\">\(TraineeTexts.endOrShort(end, frame.language))</a>"
    }

    private static func plans(_ model: Model, _ frame: Frame) -> Html {
        model.seesPlans
            ? "<p class=\"acts\"><a class=\"btn quiet\" href=\"\(Addresses.plans())?kommune=\(model.id.key)\">\(frame[TraineeTexts.allPlans])</a></p>"
            : .empty
    }

    private static func contact(_ model: Model, _ frame: Frame) -> Html {
        guard let contacts = model.contacts, !model.isEnded else { return .empty }
        let list: Html =
            contacts.isEmpty
            ? "<p class=\"empty\">\(frame[ContactTexts.none])</p>"
            : "<ul>\(contacts.map { "<li>\($0.name), <a href=\"mailto:\($0.email.text)\">\($0.email.text)</a></li>" as Html })</ul>"
        let change = frame[model.mayEdit ? ContactTexts.change : ContactTexts.see]
        return """
            <section><h2>\(frame[ContactTexts.heading])</h2>\(list)\
            <p><a href="\(Addresses.contact(model.slug(on: frame.today)))">\(change)</a></p></section>
            """
    }

    private static func confirmations(_ model: Model, _ frame: Frame) -> Html {
        let items = model.confirmations.prefix(10).map {
            "<li>\($0.value.day.norwegian), \(frame[model.names.text($0.value.personName, in: model.id)])</li>" as Html
        }
        let list: Html = items.isEmpty ? "<p class=\"empty\">\(frame[MunicipalityTexts.noConfirmations])</p>" : "<ul>\(Array(items))</ul>"
        return "<section><h2>\(frame[MunicipalityTexts.confirmations])</h2>\(list)</section>"
    }
}
