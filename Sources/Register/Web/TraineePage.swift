import AlisDomain

/// One doctor in training: five years on one line, and all that is registered, each part with its way to correct it.
struct TraineePage {
    let opened: RecordDesk.Opened
    let lastSteps: [HistoryStep]
    /// The end her plan comes to; nil when she has no training under way.
    let computedEnd: ComputedEnd?
    /// When something was recorded of her after her municipality's last confirmation; nil when nothing was.
    let unconfirmed: (day: CalendarDay, isNew: Bool)?
    let confirmers: ConfirmerNames
    let frame: Frame

    private var record: TraineeRecord { opened.record }
    private var today: CalendarDay { frame.today }

    func html() -> Html {
        """
        <p class="crumb">\(crumb)</p>
        <div class="head"><div><h1>\(opened.trainee.fullName)</h1><p class="lede">\(summary)</p></div>
        <p class="acts"><a class="btn" href="\(Addresses.plan(record.id))">\(frame[TraineeTexts.plan])</a>\
        \(opened.mayWish ? "<a class=\"btn quiet\" href=\"\(Addresses.supervision(record.id))\">\(frame[TraineeTexts.supervision])</a>" as Html : .empty)\
        \(editLink(Addresses.person(record.id), TraineeTexts.contact, isHers: true, size: ""))</p></div>
        \(chips)\(merged)\(IssuePart(opened: opened, frame: frame).html())
        <h2>\(frame[TraineeTexts.fiveYears])</h2>
        \(TimelineDrawing(lanes: lanes, today: today).html(frame))
        \(trainings)\(engagements)\(absences)\(wishes)
        \(contact)
        \(history)
        """
    }

    // MARK: Heading
    private var mainEngagement: Version<Engagement>? { record.mainEngagement(on: today) }

    private var crumb: Html {
        // The doctor herself opens neither her municipality's page nor a list of doctors.
        if opened.isOwn { return mainEngagement.map { "\(placeName($0.value.municipality)) › ALIS" } ?? "ALIS" }
        guard let place = (mainEngagement ?? record.nextEngagement(after: today))?.value.municipality else {
            return "<a href=\"\(Addresses.trainees())\">\(frame[TraineeTexts.listTitle])</a>"
        }
        return "<a href=\"\(opened.view.directory.address(of: place, on: today))\">\(placeName(place))</a> › ALIS"
    }

    private var currentTraining: Version<Training>? {
        let stretches = record.trainings.flatMap(\.timeline.stretches).filter { $0.period.contains(today) }
        return stretches.first { !$0.value.standing.isEnded } ?? stretches.first
    }

    private var summary: String {
        var parts: [String] = []
        if let work = mainEngagement {
            parts.append(
                "\(frame[OverviewTexts.name(work.value.form)]) \(Format.percent(work.value.percent)), \(placeName(work.value.municipality))."
            )
        }
        if mainEngagement == nil, let next = record.nextEngagement(after: today) {
            parts.append(frame[TraineeTexts.begins(next.period.from, in: placeName(next.value.municipality))])
            parts.append("\(frame[OverviewTexts.name(next.value.form)]) \(Format.percent(next.value.percent)).")
        } else if let leaving {
            parts.append(leaving)
        }
        if let training = currentTraining {
            parts.append("\(frame[OverviewTexts.name(training.value.scheme)]), \(frame[TraineeTexts.name(training.value.standing)]).")
        }
        if let hpr = opened.trainee.hpr { parts.append("HPR \(hpr.digits).") }
        return parts.joined(separator: " ")
    }

    /// When her work in the municipality ends, and where she goes on to.
    private var leaving: String? {
        guard let now = mainEngagement, let last = now.period.lastDay else { return nil }
        let after = record.mainEngagement(on: now.period.end)
        if after?.value.municipality == now.value.municipality { return nil }
        let begins = after.map { frame[TraineeTexts.begins($0.period.from, in: placeName($0.value.municipality))] } ?? ""
        return "\(frame[TraineeTexts.worksUntil(last)]) \(begins)"
    }

    private var chips: Html {
        var chips: [Html] = []
        if opened.trainee.isSynthetic { chips.append("<li class=\"chip warn\">\(frame[TraineeTexts.synthetic])</li>") }
        if let training = currentTraining {
            // Who will convert does not apply under the old scheme.
            if training.value.scheme == .old, !training.value.standing.isEnded, conversion == nil,
                let deadline = opened.view.reference.deadline("oldSchemeLastApplication")
            {
                chips.append("<li class=\"chip warn\">\(frame[TraineeTexts.oldSchemeChip(deadline.day.days(since: today))])</li>")
            }
            if let end = training.value.expectedEnd {
                chips.append("<li class=\"chip\">\(frame[TraineeTexts.registeredEnd]) \(end.norwegian)</li>")
            }
            if training.value.scheme == .old, let converts = conversion {
                chips.append("<li class=\"chip\">\(frame[TraineeTexts.converts(converts)])</li>")
            }
        }
        if let computed = computedEnd {
            let day = TraineeTexts.endOrShort(computed, frame.language)
            let how = TraineeTexts.endNotes(computed, frame.language)
            chips.append(
                "<li class=\"chip\(computed.day == nil ? " warn" : "")\"><a href=\"\(Addresses.plan(record.id))\">\(frame[TraineeTexts.computedEnd])</a> \(day)\(how)</li>"
            )
        }
        if let unconfirmed {
            let text = MunicipalityTexts.notConfirmedSince(unconfirmed.day, isNew: unconfirmed.isNew)
            chips.append("<li class=\"chip warn\">\(frame[text])</li>")
        } else if let place = mainEngagement?.value.municipality,
            let confirmed = opened.view.index.lastConfirmations(on: today, knownAfter: .max)[place]
        {
            // She works there herself.
            let who =
                opened.isOwn
                ? Text(confirmed.personName, nn: confirmed.personName) : confirmers.text(confirmed.personName, in: place)
            chips.append("<li class=\"chip ok\">\(frame[MunicipalityTexts.confirmedBy(confirmed.day, who)])</li>")
        }
        return chips.isEmpty ? .empty : "<ul class=\"chips\">\(chips)</ul>"
    }

    /// The day she goes over to the new scheme, when that is to come.
    private var conversion: CalendarDay? {
        record.trainings.flatMap(\.timeline.stretches).filter { $0.value.scheme == .new && $0.period.from > today }.map(\.period.from).min()
    }

    private func placeName(_ id: MunicipalityID) -> String { opened.view.directory.nearestFacts(of: id, on: today)?.name ?? id.key }

    private func trustName(_ code: TrustCode) -> String {
        opened.view.reference.trusts.first { $0.value.code == code }?.value.name ?? code.code
    }

    /// - Parameter isHers: it is the doctor's own to change as well.
    private func editLink(_ address: String, _ text: Text, isHers: Bool = false, size: String = " small") -> Html {
        guard isHers ? opened.mayWish : opened.mayEdit else { return .empty }
        return "<a class=\"btn quiet\(size)\" href=\"\(address)\">\(frame[text])</a>"
    }

    /// What has been merged into the record, each with the way to split it again.
    private var merged: Html {
        guard opened.mayEdit, !record.mergedHere.isEmpty else { return .empty }
        let name = opened.name(frame)
        let mine = opened.scope.map { DuplicateRoutes.editableApart(opened.view, $0, on: today) } ?? []
        func isMine(_ id: RecordID) -> Bool {
            opened.view.index.ordinal(of: id).map { mine.indices.contains(Int($0)) && mine[Int($0)] } ?? false
        }
        let links = record.mergedHere.map { id -> Html in
            guard isMine(record.id), isMine(id) else { return "\(name(id))" }
            return """
                \(name(id)) <a href="\(Addresses.splitting(record.id, id))">\(frame[DuplicateTexts.split])\
                <span class="hidden-visually">: \(name(id))</span></a>
                """
        }
        return "<p class=\"note\">\(frame[DuplicateTexts.mergedInto]) \(Html.join(links, separator: " · "))</p>"
    }

    // MARK: Parts

    private var lanes: [TimelineDrawing.Lane] {
        let schemes = record.trainings.flatMap(\.timeline.stretches).filter { !$0.value.standing.isEnded }.map { stretch in
            let name = frame[
                stretch.value.standing == .paused ? TraineeTexts.name(Training.Standing.paused) : OverviewTexts.name(stretch.value.scheme)]
            return TimelineDrawing.Bar(
                period: stretch.period, style: stretch.value.standing == .paused ? "t-paused" : "t-scheme-\(stretch.value.scheme.rawValue)",
                label: name, title: "\(name), \(Format.period(stretch.period, frame.language))")
        }
        let work = record.engagements.flatMap(\.timeline.stretches).map { stretch in
            let label = "\(placeName(stretch.value.municipality)) \(Format.percent(stretch.value.percent))"
            return TimelineDrawing.Bar(
                period: stretch.period, style: "t-\(stretch.value.form.rawValue)", label: label,
                title: "\(label), \(frame[OverviewTexts.name(stretch.value.form)]), \(Format.period(stretch.period, frame.language))")
        }
        let away = record.absences.flatMap(\.timeline.stretches).map { stretch in
            let name = frame[TraineeTexts.name(stretch.value.kind)]
            return TimelineDrawing.Bar(
                period: stretch.period, style: "t-absence", label: name, title: "\(name), \(Format.period(stretch.period, frame.language))")
        }
        let wished = record.wishes.compactMap(\.last).filter { $0.period.contains(today) }.compactMap { stretch -> TimelineDrawing.Bar? in
            guard let first = stretch.value.choices.first,
                let period = Period(from: stretch.value.earliest.start, to: stretch.value.latest.next.start)
            else { return nil }
            let name = trustName(first.trust)
            return TimelineDrawing.Bar(
                period: period, style: "t-wish", label: name, title: "\(name), \(Format.period(period, frame.language))")
        }
        return [
            TimelineDrawing.Lane(name: frame[TraineeTexts.training], bars: schemes),
            TimelineDrawing.Lane(name: frame[TraineeTexts.engagements], bars: work),
            TimelineDrawing.Lane(name: frame[TraineeTexts.absences], bars: away),
            TimelineDrawing.Lane(name: frame[TraineeTexts.wishes], bars: wished),
        ]
    }

    private func section(_ title: Text, _ heads: [Text], _ rows: [[Html]], empty: Text, add: Html) -> Html {
        let body: Html =
            rows.isEmpty
            ? "<p class=\"empty\">\(frame[empty])</p>" : ListTable(title, heads, act: CommonTexts.change, frame).html(rows)
        return "<section><h2>\(frame[title])</h2>\(body)<p class=\"acts\">\(add)</p></section>"
    }

    private func row(_ cells: [String], edit: Html) -> [Html] { cells.map { "\($0)" as Html } + [edit] }

    private func edit(_ address: String, about what: String, isHers: Bool = false) -> Html {
        guard isHers ? opened.mayWish : opened.mayEdit else { return .empty }
        return """
            <a href="\(address)">\(frame[CommonTexts.change])<span class="hidden-visually">: \(what)</span></a>
            """
    }

    private var trainings: Html {
        let heads = [OverviewTexts.scheme, TraineeTexts.standing, MunicipalityTexts.period]
        let rows = record.trainings.flatMap { thing in
            thing.timeline.stretches.map { stretch in
                let name = frame[OverviewTexts.name(stretch.value.scheme)]
                return row(
                    [name, frame[TraineeTexts.name(stretch.value.standing)], Format.period(stretch.period, frame.language)],
                    edit: edit(Addresses.training(record.id, thing.id), about: name))
            }
        }
        return section(TraineeTexts.training, heads, rows, empty: TraineeTexts.noEngagements, add: .empty)
    }

    private var engagements: Html {
        let heads = [TraineeTexts.municipality, TraineeTexts.workplace, TraineeTexts.form, TraineeTexts.percent, MunicipalityTexts.period]
        let rows = record.engagements.flatMap { thing in
            thing.timeline.stretches.reversed().map { stretch in
                let value = stretch.value
                return row(
                    [
                        placeName(value.municipality), value.workplace, frame[OverviewTexts.name(value.form)],
                        Format.percent(value.percent),
                        Format.period(stretch.period, frame.language),
                    ],
                    edit: opened.mayChangeWork(in: value.municipality, on: today)
                        ? edit(
                            "\(Addresses.engagement(record.id, thing.id))?fra=\(stretch.period.from.iso)",
                            about: placeName(value.municipality))
                        : .empty)
            }
        }
        return section(
            TraineeTexts.engagements, heads, rows, empty: TraineeTexts.noEngagements,
            add: editLink(Addresses.newEngagement(record.id), TraineeTexts.addEngagement))
    }

    private var absences: Html {
        let heads = [TraineeTexts.absenceKind, TraineeTexts.share, MunicipalityTexts.period]
        let rows = record.absences.flatMap { thing in
            thing.timeline.stretches.map { stretch in
                let name = frame[TraineeTexts.name(stretch.value.kind)]
                return row(
                    [name, Format.percent(stretch.value.share), Format.period(stretch.period, frame.language)],
                    edit: edit(Addresses.absence(record.id, thing.id), about: name))
            }
        }
        return section(
            TraineeTexts.absences, heads, rows, empty: TraineeTexts.noAbsences,
            add: editLink(Addresses.newAbsence(record.id), TraineeTexts.addAbsence))
    }

    private var wishes: Html {
        let heads = [
            TraineeTexts.choice1, MunicipalityTexts.when, TraineeTexts.months, TraineeTexts.percent, MunicipalityTexts.standingSince,
        ]
        let rows = record.wishes.compactMap { thing -> [Html]? in
            guard let stretch = thing.last else { return nil }
            let value = stretch.value
            let names = value.choices.map { choice in
                choice.department.isEmpty ? trustName(choice.trust) : "\(trustName(choice.trust)), \(choice.department)"
            }
            let window = "\(Format.halfYear(value.earliest, frame.language))–\(Format.halfYear(value.latest, frame.language))"
            return row(
                [
                    names.joined(separator: " · "), window, String(value.months), Format.percent(value.percent),
                    Format.period(stretch.period, frame.language),
                ],
                edit: stretch.period.isOpen
                    ? edit(Addresses.wish(record.id, thing.id), about: names.first ?? "", isHers: true) : .empty)
        }
        return section(
            TraineeTexts.wishes, heads, rows, empty: TraineeTexts.noWishes,
            add: editLink(Addresses.newWish(record.id), TraineeTexts.addWish, isHers: true))
    }

    private var contact: Html {
        let trainee = opened.trainee
        let facts: [(Text, String?)] = [
            (TraineeTexts.hpr, trainee.hpr?.digits), (TraineeTexts.birthYear, trainee.birthYear.map(String.init)),
            (TraineeTexts.email, trainee.email?.text), (TraineeTexts.phone, trainee.phone),
        ]
        let rows = facts.map { "<dt>\(frame[$0.0])</dt><dd>\($0.1 ?? "–")</dd>" as Html }
        return """
            <section><h2>\(frame[TraineeTexts.contact])</h2><dl class="facts">\(rows)</dl>\(MergedDetail.html(opened, frame))
            \(opened.mayEdit ? .empty : "<p class=\"note\">\(frame[TraineeTexts.owner])</p>" as Html)</section>
            """
    }

    private var history: Html {
        """
        <section><h2>\(frame[TraineeTexts.history])</h2>\(History.html(lastSteps.prefix(5), opened.names(frame)))
        <p><a href="\(Addresses.recordHistory(record.id))">\(frame[TraineeTexts.seeHistory])</a></p></section>
        """
    }
}
