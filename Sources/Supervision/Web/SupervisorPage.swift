import AlisDomain

/// One supervisor: what she can and has promised, half-year by half-year, whom she follows, what she is asked, and what is registered.
struct SupervisorPage {
    let id: RecordID
    let supervisor: Supervisor
    let scope: SupervisionScope
    let changes: [Change]
    let frame: Frame

    private var view: SupervisionView { scope.view }
    private var today: CalendarDay { frame.today }
    private var standing: SupervisorStanding { supervisor.standing(on: today) }
    private var mayEdit: Bool { scope.mayEdit(supervisor: id) }

    func html() -> Html {
        """
        \(crumb)<div class="head"><div><h1>\(supervisor.name)</h1><p class="lede">\(view.placeName(supervisor.municipality)). \(frame[SupervisionTexts.meets]) \(frame[SupervisionTexts.meets(supervisor)]).</p></div>
        <p class="acts">\(acts)</p></div>
        \(chips)\(warnings)\(load)\(doctors)\(requests)\(facts)\(history)
        """
    }

    private var crumb: Html {
        if scope.isWriter {
            return "<p class=\"crumb\"><a href=\"\(Addresses.supervisors())\">\(frame[SupervisionTexts.supervisors])</a></p>"
        }
        guard let person = scope.ownPerson else { return .empty }
        return
            "<p class=\"crumb\"><a href=\"\(Addresses.supervision(view.personID(person)))\">\(frame[SupervisionTexts.supervision])</a></p>"
    }

    private var acts: Html {
        var acts: [Html] = []
        if !scope.ownSupervisors.isDisjoint(with: [id]) {
            acts.append("<a class=\"btn\" href=\"\(Addresses.newSupervisorSession(id))\">\(frame[SessionTexts.log])</a>")
        }
        if scope.ownSupervisors.contains(id) || mayEdit {
            acts.append("<a class=\"btn quiet\" href=\"\(Addresses.supervisorSessions(id))\">\(frame[SupervisorTexts.sessions])</a>")
        }
        if scope.ownSupervisors.contains(id) {
            acts.append("<a class=\"btn quiet\" href=\"\(Addresses.gatherings())\">\(frame[GatheringTexts.title])</a>")
        }
        if mayEdit { acts.append("<a class=\"btn quiet\" href=\"\(Addresses.supervisorFacts(id))\">\(frame[CommonTexts.change])</a>") }
        return Html.join(acts)
    }

    private var chips: Html {
        var chips: [Html] = []
        if supervisor.isSynthetic { chips.append("<li class=\"chip warn\">\(frame[SupervisionTexts.synthetic])</li>") }
        let isGood = standing == .specialist
        let source =
            supervisor.specialistSource.isEmpty ? "" : " (\(supervisor.specialistSource) \(supervisor.specialistSeenOn?.norwegian ?? ""))"
        chips.append("<li class=\"chip\(isGood ? " ok" : " warn")\">\(frame[SupervisionTexts.name(standing)])\(source)</li>")
        return "<ul class=\"chips\">\(chips)</ul>"
    }

    private var warnings: Html {
        var texts: [Text] = []
        switch standing {
        case .exemptionRunOut(let day): texts.append(SupervisionProblem.exemptionRunOut(day).text)
        case .notSpecialist: texts.append(SupervisionProblem.notSpecialist.text)
        case .notChecked: texts.append(SupervisorTexts.notChecked)
        case .exempt(let last):
            if last < today.adding(months: view.book.rates.whole(.exemptionNotice, on: today)) {
                texts.append(SupervisorTexts.exemptionEnds(last))
            }
        case .specialist: break
        }
        let now = view.book.load(of: id, on: today)
        if now.isOver { texts.append(SupervisorTexts.overNow(now.needed.minutes, now.capacity.minutes)) }
        return Html.join(texts.map { "<p class=\"next-plain\">\(frame[$0])</p>" as Html })
    }

    // MARK: Load

    private var load: Html {
        let halves = SupervisionBook.halfYears(from: today, count: 6)
        let loads = halves.map { view.book.load(of: id, in: $0, from: today) }
        let now = view.book.load(of: id, on: today)
        func hours(_ title: Text, _ minutes: @escaping (SupervisorLoad) -> Int) -> ListColumn<(String, SupervisorLoad)> {
            ListColumn(frame[title], value: { .integer(minutes($0.1)) }) { row in "\(frame[SupervisionTexts.hours(minutes(row.1))])" }
        }
        let columns = [
            ListColumn<(String, SupervisorLoad)>(frame[SupervisorTexts.halfYear]) { "\($0.0)" },
            hours(SupervisionTexts.capacity) { $0.capacity.minutes }, hours(SupervisionTexts.needed) { $0.needed.minutes },
            ListColumn(frame[SupervisionTexts.free], value: { .integer($0.1.free.minutes) }) { row in
                "<span\(flag: " class=\"v-stop\"", row.1.isOver)>\(frame[SupervisionTexts.hours(row.1.free.minutes)])</span>"
            },
        ]
        let rows = [(frame[SupervisorTexts.now], now)] + zip(halves.map { Format.halfYear($0, frame.language) }, loads)
        let bars = zip(halves, loads).map { half, load in
            CapacityChart.Bar(label: Format.halfYear(half, frame.language), capacity: load.capacity.minutes, needed: load.needed.minutes)
        }
        let edit: Html =
            mayEdit
            ? "<p class=\"acts\"><a class=\"btn quiet small\" href=\"\(Addresses.capacity(id))\">\(frame[SupervisorTexts.changeCapacity])</a></p>"
            : .empty
        let stretches = view.book.capacities[id]?.stretches ?? []
        let timeline = stretches.map { stretch -> Html in
            "<li>\(frame[SupervisionTexts.hoursAMonth(stretch.value.hours.hundredths * 60 / 100)]), \(Format.period(stretch.period, frame.language))</li>"
        }
        return """
            <section><h2>\(frame[SupervisorTexts.load])</h2>\(edit)
            \(stretches.isEmpty ? "<p class=\"empty\">\(frame[SupervisorTexts.noCapacity])</p>" as Html : .empty)
            <div class="beside">\(CapacityChart.html(bars, frame))
            \(ListTable(frame[SupervisorTexts.load], columns).html(rows))</div>
            <p class="note">\(frame[SupervisorTexts.loadNote(SupervisionTexts.rule(view.book.rates, on: today))])</p>
            \(timeline.isEmpty ? .empty : "<h3>\(frame[SupervisorTexts.capacityTimeline])</h3><ul>\(timeline)</ul>" as Html)</section>
            """
    }

    // MARK: Doctors

    private var doctors: Html {
        let assignments = view.book.assignments(of: id).filter { $0.period.end > today.adding(days: -90) }
        let seen = assignments.filter { scope.sees($0.person) }
        let columns = [
            ListColumn<SupervisionBook.Assignment>(frame[SupervisionTexts.doctor]) {
                "<a href=\"\(Addresses.supervision(view.personID($0.person)))\">\(view.name($0.person))</a>"
            },
            ListColumn(frame[SupervisionTexts.municipality]) { "\(view.homes[$0.person].map { view.placeName($0) } ?? "–")" },
            ListColumn(frame[SupervisionTexts.share]) { "\(Format.percent($0.value.share))" },
            ListColumn(frame[SupervisionTexts.period]) { "\(Format.period($0.period, frame.language))" },
            ListColumn(frame[SupervisionTexts.status]) { DoctorSupervisionPage.verdict(view.account(of: $0.person).verdict, frame) },
        ]
        let hidden = Set(assignments.filter { !scope.sees($0.person) }.map(\.person)).count
        return """
            <section><h2>\(frame[SupervisorTexts.doctorsTitle])</h2>
            \(seen.isEmpty ? "<p class=\"empty\">\(frame[SupervisorTexts.noDoctors])</p>" as Html : ListTable(frame[SupervisorTexts.doctorsTitle], columns).html(seen))
            \(hidden > 0 ? "<p class=\"note\">\(frame[SupervisorTexts.others(hidden)])</p>" as Html : .empty)</section>
            """
    }

    private var requests: Html {
        guard mayEdit else { return .empty }
        let own = view.requests.filter { $0.value.supervisor == id }.prefix(10)
        if own.isEmpty { return .empty }
        let persons = view.register.index.personsByTraining()
        let items = own.map { version -> Html in
            let standing = version.value.standing(on: today)
            let person = persons[version.value.training]
            let canAnswer = standing == .pending && scope.ownSupervisors.contains(id)
            let who =
                person.map { canAnswer || scope.sees($0) ? view.name($0) : frame[SupervisionTexts.doctor] }
                ?? frame[SupervisionTexts.doctor]
            let link: Html =
                canAnswer
                ? " <a class=\"btn small\" href=\"\(Addresses.supervisorRequest(id, version.id))\">\(frame[SupervisorTexts.answer])</a>"
                : .empty
            return "<li>\(who), \(version.value.askedBy): \(frame[SupervisionTexts.name(standing)])\(link)</li>"
        }
        return "<section><h2>\(frame[SupervisorTexts.requests])</h2><ul>\(items)</ul></section>"
    }

    // MARK: What is registered

    private var facts: Html {
        var facts: [(Text, String)] = [
            (SupervisorTexts.specialty, frame[SupervisionTexts.name(supervisor.specialist)]),
            (SupervisionTexts.languages, supervisor.languages.map { frame[SupervisionTexts.name($0)] }.joined(separator: ", ")),
            (SupervisorTexts.courses, supervisor.courses.split(separator: "\n").joined(separator: "; ")),
            (SupervisorTexts.interests, supervisor.interests),
        ]
        if let trust = view.trust(of: supervisor.municipality) { facts.append((PoolTexts.trustArea, view.trustName(trust))) }
        facts += [
            (TraineeTexts.hpr, supervisor.hpr?.digits ?? ""), (TraineeTexts.email, supervisor.email?.text ?? ""),
            (TraineeTexts.phone, supervisor.phone),
        ]
        let rows = facts.map { "<dt>\(frame[$0.0])</dt><dd>\($0.1.isEmpty ? "–" : $0.1)</dd>" as Html }
        return "<section><h2>\(frame[SupervisorTexts.contact])</h2><dl class=\"facts\">\(rows)</dl></section>"
    }

    private var history: Html {
        guard mayEdit else { return .empty }
        let items = changes.prefix(8).map { "<li>\(History.brief($0, frame))</li>" as Html }
        return "<section><h2>\(frame[SupervisorTexts.history])</h2><ol class=\"history\">\(items)</ol></section>"
    }
}

/// Capacity as an outline and what is promised as a filled bar, half-year by half-year. The same figures stand in the table beside it.
enum CapacityChart {
    struct Bar {
        let label: String
        let capacity: Int
        let needed: Int
    }

    static func html(_ bars: [Bar], _ frame: Frame) -> Html {
        guard let top = bars.flatMap({ [$0.capacity, $0.needed] }).max(), top > 0 else { return .empty }
        let step = 520 / max(bars.count, 1)
        let width = min(48, step * 2 / 3)
        let drawn = bars.enumerated().map { index, bar -> Html in
            let x = 30 + index * step + (step - width) / 2
            let (full, used) = (bar.capacity * 110 / top, bar.needed * 110 / top)
            return """
                <rect class="\(bar.needed > bar.capacity ? "bar-over" : "bar-mark")" x="\(x + 5)" y="\(140 - used)" width="\(width - 10)" height="\(used)"/>\
                <rect class="bar-frame" x="\(x)" y="\(140 - full)" width="\(width)" height="\(full)"/>\
                <text x="\(x + width / 2)" y="158" text-anchor="middle">\(bar.label)</text>
                """
        }
        return """
            <div><svg class="chart bars" viewBox="0 0 560 166" role="img" aria-label="\(frame[SupervisorTexts.load])">\
            <line class="axis" x1="30" x2="550" y1="140" y2="140"/>\(drawn)</svg>\
            <p class="note">\(frame[SupervisorTexts.loadLegend])</p></div>
            """
    }
}
