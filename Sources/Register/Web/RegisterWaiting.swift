import AlisDomain

/// What waits in the register: confirmations, deadlines, transfers and possible duplicates.
struct RegisterWaiting: WaitingSource {
    let register: RegisterCache

    package func waiting(for viewer: Viewer, on today: CalendarDay) async throws -> [Waiting] {
        let view = try await register.current()
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
                    Waiting(
                        count: Set(wishes.map(\.person)).count, what: WaitingTexts.wishForYou, link: Addresses.trainees(), isUrgent: false))
            default: break
            }
        }
        if !viewer.roles.isDisjoint(with: Set<Role>.writers) {
            let transfers = TransferDesk.waiting(view, viewer, on: today)
            if transfers > 0 {
                waiting.insert(
                    Waiting(count: transfers, what: WaitingTexts.transfers(transfers), link: Addresses.transfers(), isUrgent: true), at: 0)
            }
            let granted = TransferDesk.granted(view, viewer, on: today)
            if let first = granted.first {
                waiting.insert(
                    Waiting(
                        count: granted.count, what: WaitingTexts.granted(granted.count),
                        link: granted.count == 1 ? Addresses.transfer(first) : Addresses.transfers(), isUrgent: true), at: 0)
            }
            let asked = TransferDesk.asked(view, viewer)
            if asked > 0 {
                waiting.append(Waiting(count: asked, what: WaitingTexts.asked(asked), link: Addresses.transfers(), isUrgent: false))
            }
            let answered = TransferDesk.answered(view, viewer, on: today)
            if answered > 0 {
                waiting.append(
                    Waiting(count: answered, what: WaitingTexts.answered(answered), link: Addresses.transfers(), isUrgent: false))
            }
            let pairs =
                DuplicateRoutes.pairs(view, viewer, on: today).count
                + DuplicateRoutes.oneSided(view, viewer, on: today).count { !DuplicateRoutes.isAsked($0, view) }
            if pairs > 0 {
                waiting.append(
                    Waiting(count: pairs, what: WaitingTexts.duplicates(pairs), link: Addresses.duplicates(), isUrgent: true))
            }
        }
        return waiting
    }

    private func unconfirmed(_ count: Int) -> Waiting {
        Waiting(
            count: count, what: count == 1 ? WaitingTexts.staleMunicipality : WaitingTexts.staleMunicipalities, link: Addresses.followUp(),
            isUrgent: count > 0)
    }

    private func municipality(
        _ id: MunicipalityID, _ view: RegisterView, _ last: CalendarDay?, _ fresh: CalendarDay, _ today: CalendarDay
    ) -> [Waiting] {
        let link = view.directory.address(of: id, on: today)
        var question = OverviewQuestion(asOf: today)
        question.municipality = id
        let total = view.answer(question).total
        let isStale = (last ?? .earliest) < fresh
        let changed = view.unconfirmedCounts(on: today)[id] ?? 0
        return [
            Waiting(
                count: total[.active] + total[.paused],
                what: isStale ? WaitingTexts.confirmNow : WaitingTexts.confirmedAt(last ?? today, changed: changed), link: link,
                isUrgent: isStale || changed > 0)
        ] + figures(total, "&kommune=\(id.key)", view, today)
    }

    private func figures(_ total: Counts, _ filter: String, _ view: RegisterView, _ today: CalendarDay) -> [Waiting] {
        let hasPassed = view.reference.deadline("oldSchemeLastApplication").map { $0.day < today } ?? false
        var waiting: [Waiting] = []
        if total[.oldScheme] > 0 {
            waiting.append(
                Waiting(
                    count: total[.oldScheme], what: WaitingTexts.oldScheme(hasPassed: hasPassed), link: Addresses.oldScheme(),
                    isUrgent: true))
        }
        if total[.wishing] > 0 {
            waiting.append(
                Waiting(
                    count: total[.wishing], what: WaitingTexts.wishing, link: "\(Addresses.trainees())?maal=onsker-sykehus\(filter)",
                    isUrgent: false))
        }
        if total[.unplaced] > 0 {
            waiting.append(
                Waiting(
                    count: total[.unplaced], what: WaitingTexts.unplaced, link: "\(Addresses.trainees())?maal=uten-arbeidssted",
                    isUrgent: true))
        }
        if total[.expected] > 0 {
            waiting.append(
                Waiting(
                    count: total[.expected], what: WaitingTexts.expected(total[.expected]),
                    link: "\(Addresses.trainees())?maal=ventes-ferdige\(filter)",
                    isUrgent: false))
        }
        return waiting
    }
}

/// After the numbers of what waits.
private enum WaitingTexts {
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
    static func transfers(_ count: Int) -> Text {
        count == 1
            ? Text("overføring av en lege venter på svar fra deg", nn: "overføring av ein lege ventar på svar frå deg")
            : Text("overføringer av leger venter på svar fra deg", nn: "overføringar av legar ventar på svar frå deg")
    }
    static func granted(_ count: Int) -> Text {
        count == 1
            ? Text("ja til overføring: registrer arbeidet hos dere", nn: "ja til overføring: registrer arbeidet hos dykk")
            : Text("ja til overføringer: registrer arbeidet hos dere", nn: "ja til overføringar: registrer arbeidet hos dykk")
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
