import AlisDomain

/// The pool for one doctor: ranked suggestions with their reasons, and who has been asked.
struct PoolPage {
    let scope: SupervisionScope
    let person: RegisterIndex.Ordinal
    /// The whole pool, not only the best of it.
    let showsAll: Bool
    let language: SupervisorLanguage?
    let frame: Frame

    static let most = 20

    private var view: SupervisionView { scope.view }
    private var id: RecordID { view.personID(person) }

    /// Choosing a doctor: those without a supervisor first.
    static func choose(_ scope: SupervisionScope, _ frame: Frame) -> Html {
        let view = scope.view
        let doctors = scope.doctors.filter { scope.mayAssign($0) }
        let without = doctors.filter { person in !view.book.assignments(ofPerson: person).contains { $0.period.contains(view.today) } }
        let items = without.prefix(100).map { person -> Html in
            let place = view.homes[person].map { view.placeName($0) } ?? "–"
            return
                "<li><p><a href=\"\(Addresses.findSupervisor())?lege=\(view.personID(person).text)\">\(view.name(person))</a>, \(place)</p></li>"
        }
        let labels = scope.labels(doctors)
        let others = doctors.filter { !without.contains($0) }.map { person in
            (value: view.personID(person).text, text: labels[person] ?? "")
        }
        let more: Html =
            others.isEmpty
            ? .empty
            : """
            <h2>\(frame[PoolTexts.others])</h2><form class="filters" action="\(Addresses.findSupervisor())">\
            \(Form.select("lege", frame[PoolTexts.chooseDoctor], value: "", options: others, frame))<button class="btn">\(frame[CommonTexts.show])</button></form>
            """
        let list: Html =
            doctors.isEmpty
            ? "<p class=\"empty\">\(frame[PoolTexts.noDoctors])</p>"
            : "<h2>\(frame[PoolTexts.without]) (\(without.count))</h2><ul class=\"waiting\">\(items)</ul>"
        return """
            <p class="crumb"><a href="\(Addresses.supervisors())">\(frame[SupervisionTexts.supervisors])</a></p>
            <h1>\(frame[PoolTexts.title])</h1><p class="lede">\(frame[PoolTexts.lede])</p>\(list)\(more)
            """
    }

    /// How much of her supervision somebody has today, in hundredths of a percent.
    private var coveredShare: Int {
        view.book.assignments(ofPerson: person).filter { $0.period.contains(view.today) }.reduce(0) { $0 + $1.value.share.hundredths }
    }

    /// The whole pool, ranked for this doctor.
    private var suggestions: [SupervisorPool.Suggestion] {
        guard let home = view.homes[person] else { return [] }
        let day = view.today
        let mine = view.book.assignments(ofPerson: person)
        let covered = mine.filter { $0.period.contains(day) }
        // Somebody who has all of her already is looked for as one who takes over.
        let left = PositionPercent(hundredths: 10_000 - coveredShare) ?? .full
        let position = view.book.service(of: person).position(on: day) ?? .full
        let need = SupervisorPool.Need(
            municipality: home, trust: view.trust(of: home),
            monthly: SupervisionTime(aMonthOf: view.book.rates.monthlyMinutes(on: day), position: position, share: left),
            language: language,
            before: Set(mine.map(\.value.supervisor)), now: Set(covered.map(\.value.supervisor)), day: day)
        let directory = view.register.directory
        let candidates = view.book.supervisors.map { id, supervisor -> SupervisorPool.Candidate in
            var here = supervisor
            here.municipality = directory.currentSuccessor(of: supervisor.municipality, on: day) ?? supervisor.municipality
            return SupervisorPool.Candidate(
                id: id, supervisor: here, trust: view.trust(of: here.municipality), free: view.book.load(of: id, on: day).free,
                ahead: SupervisionBook.halfYears(from: day, count: SupervisorPool.halvesAhead).map { half in
                    .init(half: half, free: view.book.monthlyLoad(of: id, in: half, from: day).free)
                })
        }
        return SupervisorPool.suggestions(for: need, among: candidates, distances: view.distances)
    }

    func html() -> Html {
        let all = suggestions
        let position = view.book.service(of: person).position(on: view.today) ?? .full
        let needed = SupervisionTime(aMonthOf: view.book.rates.monthlyMinutes(on: view.today), position: position).minutes
        let place = view.homes[person].map { view.placeName($0) } ?? "–"
        let languages: [(value: String, text: String)] =
            [("", frame[PoolTexts.any])] + SupervisorLanguage.allCases.map { (value: $0.rawValue, text: frame[SupervisionTexts.name($0)]) }
        let rest = showsAll ? 0 : all.count - Self.most
        return """
            <p class="crumb"><a href="\(Addresses.supervision(id))">\(view.name(person))</a></p>
            <h1>\(frame[PoolTexts.title])</h1><p class="lede">\(frame[PoolTexts.need(view.name(person), place, needed)])</p>
            \(coveredShare >= 10_000 ? "<p class=\"next-plain\">\(frame[PoolTexts.covered])</p>" as Html : .empty)\(asked)
            <form class="filters" action="\(Addresses.findSupervisor())"><input type="hidden" name="lege" value="\(id)">\
            \(Form.select("spraak", frame[PoolTexts.language], value: language?.rawValue ?? "", options: languages, frame))\
            <button class="btn quiet">\(frame[CommonTexts.show])</button></form>
            \(all.isEmpty ? "<p class=\"empty\">\(frame[PoolTexts.nobody])</p>" as Html : "<ol class=\"suggestions\">\(all.prefix(showsAll ? all.count : Self.most).map(suggestion))</ol>")
            \(rest > 0 ? "<p class=\"note\"><a href=\"\(Addresses.findSupervisor())?lege=\(id)&amp;spraak=\(language?.rawValue ?? "")&amp;vis=alle\">\(frame[PoolTexts.more(rest)])</a></p>" as Html : .empty)
            <p class="note">\(frame[PoolTexts.lede]) \(frame[PoolTexts.aheadNote]) \(frame[PoolTexts.distanceNote])</p>
            """
    }

    private func suggestion(_ suggestion: SupervisorPool.Suggestion) -> Html {
        guard let supervisor = view.book.supervisors[suggestion.id] else { return .empty }
        let chips = suggestion.reasons.map { reason -> Html in
            "<li class=\"chip\(style(reason))\">\(frame[PoolTexts.reason(reason, trust: view.trustName)])</li>"
        }
        let name: Html =
            scope.sees(supervisor: suggestion.id)
            ? "<a href=\"\(Addresses.supervisor(suggestion.id))\">\(supervisor.name)</a>" : "\(supervisor.name)"
        let place = view.register.directory.currentSuccessor(of: supervisor.municipality, on: view.today) ?? supervisor.municipality
        return """
            <li><div><h2>\(name), \(view.placeName(place))</h2><ul class="chips">\(chips)</ul></div>\
            <a class="btn quiet small" href="\(Addresses.newRequest())?lege=\(id)&amp;veileder=\(suggestion.id.text)" \
            aria-label="\(frame[PoolTexts.ask]): \(supervisor.name)">\(frame[PoolTexts.ask])</a></li>
            """
    }

    private func style(_ reason: SupervisorPool.Reason) -> String {
        switch reason {
        case .enoughTime, .enoughThrough, .supervisedBefore, .sameMunicipality: " ok"
        case .someTime, .lessAhead, .mayUntil, .exemptThrough, .statusNotChecked: " warn"
        case .withinTravel, .digital, .language, .sameTrustArea: ""
        }
    }

    private var asked: Html {
        let training = view.trainings[person]
        let requests = view.requests.filter { $0.value.training == training }.prefix(5)
        if requests.isEmpty { return .empty }
        let items = requests.map { version -> Html in
            let value = version.value
            let standing = value.standing(on: view.today)
            let name = view.book.supervisors[value.supervisor]?.name ?? "–"
            let withdraw: Html =
                standing == .pending
                ? """
                <form method="post" action="\(Addresses.requestWithdrawal(version.id))">\(Form.marks(frame))\
                <button class="link">\(frame[PoolTexts.withdraw])</button></form>
                """ : .empty
            let answer: Html = value.answer.isEmpty ? .empty : " «\(value.answer)»"
            return
                "<li>\(frame[PoolTexts.askedWhom(name, value.askedBy, value.answerBy)]): <b>\(frame[SupervisionTexts.name(standing)])</b>\(answer) \(withdraw)</li>"
        }
        return "<section><h2>\(frame[PoolTexts.asked])</h2><ul>\(items)</ul></section>"
    }
}
