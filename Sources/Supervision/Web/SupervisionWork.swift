import AlisDomain

/// The lists that drive work in supervision (*arbeidslister*): each with a page, a count on the start page, and files.
enum SupervisionWork: String, CaseIterable, Sendable {
    case withoutSupervisor = "uten-veileder"
    case hoursBehind = "timer-mangler"
    case exemptionEnds = "unntak-gar-ut"
    case overCapacity = "over-kapasitet"

    var title: Text {
        switch self {
        case .withoutSupervisor: Text("Uten veileder", nn: "Utan rettleiar")
        case .hoursBehind: Text("Timer mangler", nn: "Timar manglar")
        case .exemptionEnds: Text("Unntak går ut", nn: "Unntak går ut")
        case .overCapacity: Text("Over kapasitet", nn: "Over kapasitet")
        }
    }

    /// After the number on the start page.
    func waiting(_ count: Int) -> Text {
        switch self {
        case .exemptionEnds where count == 1:
            Text("veileder med unntak som er eller snart er ute", nn: "rettleiar med unntak som er eller snart er ute")
        case .overCapacity where count == 1:
            Text("veileder har lovet bort mer tid enn hun eller han har", nn: "rettleiar har lova bort meir tid enn ho eller han har")
        case .withoutSupervisor: Text("ALIS mangler veileder", nn: "ALIS manglar rettleiar")
        case .hoursBehind: Text("ALIS har fått for lite veiledning", nn: "ALIS har fått for lite rettleiing")
        case .exemptionEnds: Text("veiledere med unntak som er eller snart er ute", nn: "rettleiarar med unntak som er eller snart er ute")
        case .overCapacity: Text("veiledere har lovet bort mer tid enn de har", nn: "rettleiarar har lova bort meir tid enn dei har")
        }
    }

    /// What the list holds, with the limits of the day (SupervisionRates).
    func lede(_ rates: SupervisionRates, on day: CalendarDay) -> Text {
        let limit = HoursText.hours(rates.minutes(.behindHours, on: day))
        let months = rates.whole(.exemptionNotice, on: day)
        return switch self {
        case .withoutSupervisor:
            Text(
                "Leger i ny ordning som arbeider nå, uten at noen er registrert som veileder. Tjenesten deres teller ikke før det gis veiledning.",
                nn:
                    "Legar i ny ordning som arbeider no, utan at nokon er registrert som rettleiar. Tenesta deira tel ikkje før det blir gitt rettleiing."
            )
        case .hoursBehind:
            Text(
                "Mer enn \(limit) timer mindre enn legen skulle hatt til nå. Tid før øktene ble ført her, er ikke regnet med. Spør først om øktene er gitt, men ikke ført.",
                nn:
                    "Meir enn \(limit) timar mindre enn legen skulle hatt til no. Tid før øktene blei førte her, er ikkje rekna med. Spør først om øktene er gitt, men ikkje førte."
            )
        case .exemptionEnds:
            Text(
                "Unntak fra kravet om spesialist (§ 25 fjerde ledd) som er gått ut eller går ut innen \(months) måneder, hos veiledere som har leger. Søk nytt, eller finn en spesialist.",
                nn:
                    "Unntak frå kravet om spesialist (§ 25 fjerde ledd) som er gått ut eller går ut innan \(months) månader, hos rettleiarar som har legar. Søk nytt, eller finn ein spesialist."
            )
        case .overCapacity:
            Text(
                "Har lovet bort mer enn kapasiteten nå, i dette halvåret eller i det neste. Øk kapasiteten, del en lege på to, eller finn en annen.",
                nn:
                    "Har lova bort meir enn kapasiteten no, i dette halvåret eller i det neste. Auk kapasiteten, del ein lege på to, eller finn ein annan."
            )
        }
    }

    var empty: Text {
        switch self {
        case .withoutSupervisor: Text("Alle legene dine har veileder.", nn: "Alle legane dine har rettleiar.")
        case .hoursBehind: Text("Ingen leger er på etterskudd.", nn: "Ingen legar er på etterskot.")
        case .exemptionEnds: Text("Ingen unntak går ut det neste halvåret.", nn: "Ingen unntak går ut det neste halvåret.")
        case .overCapacity: Text("Ingen har lovet bort for mye.", nn: "Ingen har lova bort for mykje.")
        }
    }

    /// A line of a list, the same on the page and in the files.
    struct Row: Sendable {
        let name: String
        let link: String
        let place: String
        /// What is wrong, in words.
        let what: Text
        /// Those who supervise her now, for whoever wants to call.
        var supervisors = ""
        /// Where something can be done, and what, when that is elsewhere than behind the name.
        var act: (link: String, text: Text)?
    }

    func rows(_ scope: SupervisionScope) -> [Row] {
        switch self {
        case .withoutSupervisor, .hoursBehind: doctorRows(scope)
        case .exemptionEnds, .overCapacity: supervisorRows(scope)
        }
    }

    private func doctorRows(_ scope: SupervisionScope) -> [Row] {
        let view = scope.view
        var found: [(sort: Int, row: Row)] = []
        for person in scope.doctors where scope.mayAssign(person) {
            let account = view.account(of: person)
            let id = view.personID(person)
            let place = view.homes[person].map { view.placeName($0) } ?? "–"
            switch (self, account.verdict) {
            case (.withoutSupervisor, .noSupervisor):
                let begins = view.book.service(of: person).begins ?? view.today
                let last = view.book.assignments(ofPerson: person).compactMap(\.period.to).max()
                let since = max(begins, last ?? begins)
                let what = Text("siden \(since.norwegian)", nn: "sidan \(since.norwegian)")
                let row = Row(
                    name: view.name(person), link: Addresses.supervision(id), place: place, what: what,
                    act: ("\(Addresses.findSupervisor())?lege=\(id)", PoolTexts.find))
                found.append((Int(since.number), row))
            case (.hoursBehind, .behind(let minutes)):
                let due = account.due
                let given = HoursText.hours(due?.given ?? 0)
                let wanted = HoursText.hours((due?.expected ?? 0) - (due?.unknown ?? 0))
                let since = due?.countsFrom?.norwegian ?? "–"
                let what = Text(
                    "mangler \(HoursText.hours(minutes)) timer (\(given) av \(wanted) siden \(since))",
                    nn: "manglar \(HoursText.hours(minutes)) timar (\(given) av \(wanted) sidan \(since))")
                let now = view.book.assignments(ofPerson: person).filter { $0.period.contains(view.today) }
                let names = now.compactMap { view.book.supervisors[$0.value.supervisor]?.name }.joined(separator: ", ")
                let row = Row(name: view.name(person), link: Addresses.supervision(id), place: place, what: what, supervisors: names)
                found.append((-minutes, row))
            default: break
            }
        }
        return found.enumerated().sorted { ($0.element.sort, $0.offset) < ($1.element.sort, $1.offset) }.map(\.element.row)
    }

    private func supervisorRows(_ scope: SupervisionScope) -> [Row] {
        let view = scope.view
        let limit = view.today.adding(months: view.book.rates.whole(.exemptionNotice, on: view.today))
        return scope.supervisors.compactMap { id, supervisor in
            let place = view.placeName(supervisor.municipality)
            let link = Addresses.supervisor(id)
            switch self {
            case .exemptionEnds:
                guard supervisor.specialist != .generalPractice, let last = supervisor.exemptThrough, last < limit,
                    view.book.assignments(of: id).contains(where: { $0.period.end > view.today })
                else { return nil }
                let what = SupervisionTexts.name(supervisor.standing(on: view.today))
                return Row(name: supervisor.name, link: link, place: place, what: what)
            case .overCapacity:
                guard view.book.isOverCapacity(id, on: view.today) else { return nil }
                return Row(name: supervisor.name, link: link, place: place, what: Self.over(id, supervisor, view))
            case .withoutSupervisor, .hoursBehind: return nil
            }
        }
    }
}

extension SupervisionWork {
    /// When she has promised too much, and how much: on the day, and in each half-year that is over.
    private static func over(_ id: RecordID, _ supervisor: Supervisor, _ view: SupervisionView) -> Text {
        func line(_ nb: String, _ nn: String, _ load: SupervisorLoad) -> Text {
            let (needed, capacity) = (HoursText.hours(load.needed.minutes), HoursText.hours(load.capacity.minutes))
            return Text(
                "\(nb): \(needed) lovet av \(capacity) timer i måneden", nn: "\(nn): \(needed) lova av \(capacity) timar i månaden")
        }
        var lines: [Text] = []
        let now = view.book.load(of: id, on: view.today)
        if now.isOver { lines.append(line("nå", "no", now)) }
        for half in SupervisionBook.halfYears(from: view.today, count: 2) {
            let load = view.book.monthlyLoad(of: id, in: half, from: view.today)
            // The rest of this half-year is not told apart from today when nothing changes in it.
            if load.isOver, !now.isOver || load.needed.minutes != now.needed.minutes || load.capacity.minutes != now.capacity.minutes {
                lines.append(line(Format.halfYear(half, .bokmal), Format.halfYear(half, .nynorsk), load))
            }
        }
        if let last = supervisor.lastDayAllowed, last >= view.today, last < view.today.adding(months: 12) {
            lines.append(Text("unntaket går ut \(last.norwegian)", nn: "unntaket går ut \(last.norwegian)"))
        }
        return Text(lines.map(\.nb).joined(separator: "; "), nn: lines.map(\.nn).joined(separator: "; "))
    }
}

enum SupervisionWorkTexts {
    static let who = Text("Hvem", nn: "Kven")
    static let what = Text("Hva", nn: "Kva")
    static let act = Text("Gjør", nn: "Gjer")
}

/// The work lists' pages and files.
///
/// | method | address | who |
/// |---|---|---|
/// | GET | /veiledere/uten-veileder, /timer-mangler, /unntak-gar-ut, /over-kapasitet, .csv, .xlsx | writers, their own |
struct SupervisionWorkRoutes {
    let desk: SupervisionDesk

    var routes: [Route] {
        SupervisionWork.allCases.flatMap { list in
            Route.list(list.address, to: .writers) { visit, viewer in page(list, try await desk.scope(visit, viewer), visit) }
        }
    }

    private func page(_ list: SupervisionWork, _ scope: SupervisionScope, _ visit: Visit) -> ListPage<SupervisionWork.Row> {
        let frame = visit.frame
        let rows = list.rows(scope)
        var columns: [ListColumn<SupervisionWork.Row>] = [
            ListColumn(frame[SupervisionWorkTexts.who], sort: "navn", by: { .person($0.name) }, value: { .text($0.name) }) {
                "<a href=\"\($0.link)\">\($0.name)</a>"
            },
            ListColumn(frame[SupervisionTexts.municipality], sort: "kommune", value: { .text($0.place) }),
            ListColumn(frame[SupervisionWorkTexts.what], value: { .text(frame[$0.what]) }),
            ListColumn(
                frame[SupervisionTexts.supervisor], in: list == .hoursBehind ? .pageAndFile : .file, value: { .text($0.supervisors) }),
        ]
        if list == .withoutSupervisor {
            columns.append(
                ListColumn(frame[SupervisionWorkTexts.act]) { row -> Html in
                    row.act.map { "<a href=\"\($0.link)\" aria-label=\"\(frame[$0.text]): \(row.name)\">\(frame[$0.text])</a>" } ?? .empty
                })
        }
        let lede = frame[list.lede(scope.view.book.rates, on: frame.today)]
        var page = ListPage(
            frame[list.title], columns, rows, empty: list.empty, query: visit.query,
            file: ListFile("\(list.rawValue)-\(visit.today.iso)", notes: [lede, frame.today.norwegian]))
        page.heading = "\(frame[list.title]): \(rows.count)"
        page.lede = "\(lede)"
        page.above = SupervisionTabs.html(list.address(), scope, frame)
        page.isReusable = true
        return page
    }
}
