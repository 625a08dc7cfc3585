import AlisDomain

/// The start page of the signed-in: what waits for me, by role. Every figure leads to where something can be done about it.
struct StartPage: Sendable {
    let register: RegisterCache
    let lists: CourseWorkRoutes
    let supervision: SupervisionCache
    let database: Database

    struct Waiting {
        let count: String
        let what: Text
        let link: String
        let isUrgent: Bool
    }

    func show(_ visit: Visit, _ viewer: Viewer) async throws -> Reply {
        let view = try await register.current()
        if let own = viewer.grants.compactMap({ grant -> RecordID? in
            if case .trainee(let id) = grant.organisation, grant.role == .alis { id } else { nil }
        }).first, viewer.grants.count == 1 {
            return .seeOther("/alis/\(own.text)/plan")
        }
        var waiting = waiting(view, viewer, visit)
        if !viewer.roles.isDisjoint(with: Set<Role>.writers) {
            waiting += try await lists.countsToActOn(viewer, on: visit.today).filter { $0.count > 0 }.map { work, count in
                Waiting(
                    count: "\(count)", what: CourseWorkTexts.name(work, count), link: "/arbeidslister/\(CourseWorkTexts.code(work))",
                    isUrgent: CourseWorkTexts.isUrgent(work))
            }
        }
        if !viewer.roles.isDisjoint(with: Set<Role>.writers.union([.supervisor])) {
            waiting += SupervisionWaiting.all(for: viewer, try await supervision.current(on: visit.today)).map {
                Waiting(count: "\($0.count)", what: $0.title, link: $0.link, isUrgent: $0.isUrgent)
            }
        }
        if viewer.has(.supervisor) { waiting += try await objectives(viewer, on: visit.today) }
        let items = waiting.map { item -> Html in
            "<li\(flag: " class=\"urgent\"", item.isUrgent)><b>\(item.count)</b><p><a href=\"\(item.link)\">\(visit.frame[item.what])</a></p></li>"
        }
        let list: Html =
            items.isEmpty
            ? "<p class=\"empty\">\(visit.frame[StartTexts.nothing])</p>"
            : "<p class=\"lede\">\(visit.frame[StartTexts.lede])</p><ul class=\"waiting\">\(items)</ul>"
        return visit.page(
            visit.frame[StartTexts.title],
            """
            <div class="narrow"><h1>\(visit.frame[StartTexts.greeting(viewer.name)])</h1>\(list)
            \(links(viewer, visit.frame))</div>
            """)
    }

    /// The objectives that wait for this supervisor's recommendation, one line for each doctor.
    private func objectives(_ viewer: Viewer, on today: CalendarDay) async throws -> [Waiting] {
        let view = try await supervision.current(on: today)
        let scope = SupervisionScope(viewer, view)
        var doctors: [RecordID: RegisterIndex.Ordinal] = [:]
        for supervisor in scope.ownSupervisors {
            for assignment in view.book.assignments(of: supervisor) where assignment.period.contains(today) {
                doctors[assignment.value.training] = assignment.person
            }
        }
        let trainings = doctors.keys.sorted()
        let counts = try await database.read { try ObjectiveStore.waitingForSupervisor(trainings: trainings, on: $0) }
        return trainings.compactMap { training in
            guard let count = counts[training], let person = doctors[training] else { return nil }
            return Waiting(
                count: "\(count)", what: StartTexts.objectives(view.name(person)),
                link: "/alis/\(view.personID(person).text)/laeringsmal?vis=under-vurdering", isUrgent: false)
        }
    }

    private func waiting(_ view: RegisterView, _ viewer: Viewer, _ visit: Visit) -> [Waiting] {
        let today = visit.today
        let fresh = today.adding(months: -6)
        let confirmations = view.index.lastConfirmations(on: today, knownAfter: .max)
        var waiting: [Waiting] = []
        for grant in viewer.grants {
            switch (grant.role, grant.organisation) {
            case (.municipality, .municipality(let id)):
                waiting += municipality(id, view, confirmations[id]?.day, fresh, today)
            case (.adviser, .office(let office)), (.coordinator, .office(let office)):
                let mine = view.reference.municipalities(of: office, on: today)
                waiting.append(unconfirmed(mine.count { (confirmations[$0]?.day ?? .earliest) < fresh }))
                var question = OverviewQuestion(asOf: today)
                question.office = office
                waiting += figures(view.answer(question).total, "&kontor=\(office.code)", view, today)
            case (.administrator, _), (.directorate, _):
                let all = view.directory.municipalities(on: today)
                waiting.append(unconfirmed(all.count { (confirmations[$0.municipality]?.day ?? .earliest) < fresh }))
                waiting += figures(view.answer(OverviewQuestion(asOf: today)).total, "", view, today)
            case (.trust, .trust(let trust)):
                let answer = view.answer(OverviewQuestion(asOf: today))
                let wishes = view.index.standingWishes(on: today, knownAfter: .max, of: answer.members)
                    .filter { $0.wish.choices.contains { $0.trust == trust } }
                waiting.append(
                    Waiting(count: "\(Set(wishes.map(\.person)).count)", what: StartTexts.wishForYou, link: "/alis", isUrgent: false))
            default: break
            }
        }
        if !viewer.roles.isDisjoint(with: Set<Role>.writers) {
            let transfers = TransferDesk.waiting(view, viewer, on: today)
            if transfers > 0 {
                waiting.insert(
                    Waiting(count: "\(transfers)", what: StartTexts.transfers(transfers), link: "/overforinger", isUrgent: true), at: 0)
            }
            let asked = TransferDesk.asked(view, viewer)
            if asked > 0 {
                waiting.append(Waiting(count: "\(asked)", what: StartTexts.asked(asked), link: "/overforinger", isUrgent: false))
            }
            let answered = TransferDesk.answered(view, viewer, on: today)
            if answered > 0 {
                waiting.append(
                    Waiting(count: "\(answered)", what: StartTexts.answered(answered), link: "/overforinger", isUrgent: false))
            }
            let pairs =
                DuplicateRoutes.pairs(view, viewer, on: today).count
                + DuplicateRoutes.oneSided(view, viewer, on: today).count { !DuplicateRoutes.isAsked($0, view) }
            if pairs > 0 {
                waiting.append(
                    Waiting(count: "\(pairs)", what: StartTexts.duplicates(pairs), link: "/oppfolging/dubletter", isUrgent: true))
            }
        }
        return waiting
    }

    private func unconfirmed(_ count: Int) -> Waiting {
        Waiting(
            count: "\(count)", what: count == 1 ? StartTexts.staleMunicipality : StartTexts.staleMunicipalities, link: "/oppfolging",
            isUrgent: count > 0)
    }

    private func municipality(
        _ id: MunicipalityID, _ view: RegisterView, _ last: CalendarDay?, _ fresh: CalendarDay, _ today: CalendarDay
    ) -> [Waiting] {
        let link = "/kommuner/\(view.directory.slug(of: id, on: today) ?? id.key)"
        var question = OverviewQuestion(asOf: today)
        question.municipality = id
        let total = view.answer(question).total
        let isStale = (last ?? .earliest) < fresh
        let changed = view.unconfirmedCounts(on: today)[id] ?? 0
        return [
            Waiting(
                count: "\(total[.active] + total[.paused])",
                what: isStale ? StartTexts.confirmNow : StartTexts.confirmedAt(last ?? today, changed: changed), link: link,
                isUrgent: isStale || changed > 0)
        ] + figures(total, "&kommune=\(id.key)", view, today)
    }

    private func figures(_ total: Counts, _ filter: String, _ view: RegisterView, _ today: CalendarDay) -> [Waiting] {
        let hasPassed = view.reference.deadline("oldSchemeLastApplication").map { $0.day < today } ?? false
        var waiting: [Waiting] = []
        if total[.oldScheme] > 0 {
            waiting.append(
                Waiting(
                    count: "\(total[.oldScheme])", what: StartTexts.oldScheme(hasPassed: hasPassed), link: "/oppfolging/gammel-ordning",
                    isUrgent: true))
        }
        if total[.wishing] > 0 {
            waiting.append(
                Waiting(count: "\(total[.wishing])", what: StartTexts.wishing, link: "/alis?maal=onsker-sykehus\(filter)", isUrgent: false))
        }
        if total[.unplaced] > 0 {
            waiting.append(
                Waiting(count: "\(total[.unplaced])", what: StartTexts.unplaced, link: "/alis?maal=uten-arbeidssted", isUrgent: true))
        }
        if total[.expected] > 0 {
            waiting.append(
                Waiting(
                    count: "\(total[.expected])", what: StartTexts.expected(total[.expected]), link: "/alis?maal=ventes-ferdige\(filter)",
                    isUrgent: false))
        }
        return waiting
    }

    private func links(_ viewer: Viewer, _ frame: Frame) -> Html {
        var links: [Html] = []
        if !viewer.roles.isDisjoint(with: Set<Role>.staff) {
            links.append("<a class=\"btn\" href=\"/oversikt\">\(frame[OverviewTexts.title])</a>")
        }
        if !viewer.roles.isDisjoint(with: Set<Role>.writers) {
            links.append("<a class=\"btn quiet\" href=\"/planer\">\(frame[TraineeTexts.allPlans])</a>")
            links.append("<a class=\"btn quiet\" href=\"/overforinger\">\(frame[TransferTexts.title])</a>")
            links.append("<a class=\"btn quiet\" href=\"/innlesing\">\(frame[OverviewTexts.importSpreadsheet])</a>")
        }
        links.append("<a class=\"btn quiet\" href=\"/tall\">\(frame[CommonTexts.publicFigures])</a>")
        return "<p class=\"acts\">\(links)</p>"
    }
}

/// Texts of the start page.
enum StartTexts {
    static let title = Text("Hva som venter", nn: "Kva som ventar")
    static func greeting(_ name: String) -> Text { Text("Hei, \(name)", nn: "Hei, \(name)") }
    static let lede = Text("Dette venter på deg i dag.", nn: "Dette ventar på deg i dag.")
    static let nothing = Text("Ingenting venter på deg.", nn: "Ingenting ventar på deg.")
    static let staleMunicipality = Text(
        "kommune har ikke bekreftet det siste halve året", nn: "kommune har ikkje stadfesta det siste halve året")
    static let staleMunicipalities = Text(
        "kommuner har ikke bekreftet det siste halve året", nn: "kommunar har ikkje stadfesta det siste halve året")
    static let confirmNow = Text(
        "ALIS i kommunen: se over og bekreft at det stemmer", nn: "ALIS i kommunen: sjå over og stadfest at det stemmer")
    static func confirmedAt(_ day: CalendarDay, changed: Int) -> Text {
        changed == 0
            ? Text("ALIS i kommunen, bekreftet \(day.norwegian)", nn: "ALIS i kommunen, stadfesta \(day.norwegian)")
            : Text(
                "ALIS i kommunen, bekreftet \(day.norwegian). \(changed) registrert eller endret etter det: se over og bekreft",
                nn: "ALIS i kommunen, stadfesta \(day.norwegian). \(changed) registrert eller endra etter det: sjå over og stadfest")
    }
    static func oldScheme(hasPassed: Bool) -> Text {
        hasPassed
            ? Text(
                "ALIS står fortsatt i gammel ordning, og siste frist er passert",
                nn: "ALIS står framleis i gammal ordning, og siste frist er passert")
            : Text(
                "ALIS i gammel ordning må søke innen fristen eller konvertere",
                nn: "ALIS i gammal ordning må søkje innan fristen eller konvertere")
    }
    static let wishing = Text("ALIS ønsker sykehustjeneste neste tolv måneder", nn: "ALIS ønskjer sjukehusteneste neste tolv månader")
    static let wishForYou = Text("ALIS ønsker sykehustjeneste hos dere", nn: "ALIS ønskjer sjukehusteneste hos dykk")
    static let unplaced = Text("ALIS mangler arbeidssted i registeret", nn: "ALIS manglar arbeidsstad i registeret")
    static func expected(_ count: Int) -> Text {
        count == 1
            ? Text("ALIS ventes ferdig i år", nn: "ALIS er venta ferdig i år")
            : Text("ALIS ventes ferdige i år", nn: "ALIS er venta ferdige i år")
    }
    static func objectives(_ name: String) -> Text {
        Text("læringsmål venter på anbefaling fra deg: \(name)", nn: "læringsmål ventar på tilråding frå deg: \(name)")
    }
    static func transfers(_ count: Int) -> Text {
        count == 1
            ? Text("overføring av en lege venter på svar fra deg", nn: "overføring av ein lege ventar på svar frå deg")
            : Text("overføringer av leger venter på svar fra deg", nn: "overføringar av legar ventar på svar frå deg")
    }
    static func asked(_ count: Int) -> Text {
        count == 1
            ? Text("overføring du venter på svar på", nn: "overføring du ventar på svar på")
            : Text("overføringer du venter på svar på", nn: "overføringar du ventar på svar på")
    }
    static func answered(_ count: Int) -> Text {
        count == 1
            ? Text("svar på overføring siste uke", nn: "svar på overføring siste veke")
            : Text("svar på overføringer siste uke", nn: "svar på overføringar siste veke")
    }
    static func duplicates(_ count: Int) -> Text {
        count == 1
            ? Text("mulig dublett bør avklares", nn: "mogleg dublett bør avklarast")
            : Text("mulige dubletter bør avklares", nn: "moglege dublettar bør avklarast")
    }
}
