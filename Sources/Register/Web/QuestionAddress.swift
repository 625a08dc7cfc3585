import AlisDomain

/// How an overview's question stands in an address, so that it can be shared and asked again: `per` the day, `kjent` the time it was
/// known, and the filters. What is not said is left out.
struct QuestionAddress: Sendable {
    var question: OverviewQuestion
    /// The time of `kjent`; nil is now.
    var knownAt: Instant?
    var problems: [FieldProblem] = []
    /// The places asked about that have no field of their own, by name.
    var narrowings: [Narrowing] = []
    /// What was typed, to be shown again.
    let typed: FormData

    /// Reads an address. What makes no sense becomes a problem, and the rest is still answered.
    init(_ query: FormData, today: CalendarDay, now: Instant) {
        typed = query
        question = OverviewQuestion(asOf: today)
        if !query["per"].isEmpty {
            if let day = CalendarDay(typed: query["per"]) {
                question.asOf = day
            } else {
                problems.append(FieldProblem("per", OverviewTexts.noSuchDay(query["per"])))
            }
        }
        if !query["kjent"].isEmpty {
            if let time = Self.time(query["kjent"]) {
                if time < now { knownAt = time }
            } else {
                problems.append(FieldProblem("kjent", OverviewTexts.noSuchTime(query["kjent"])))
            }
        }
        question.scheme = Self.scheme(query["ordning"])
        question.form = Self.form(query["form"])
        if let centrality = Int(query["sentralitet"]), (1...6).contains(centrality) { question.centrality = centrality }
        // A filter that cannot be read is left out, and that is said: else the whole country would stand there as the answer.
        for (name, isRead) in [
            ("ordning", question.scheme != nil), ("form", question.form != nil), ("sentralitet", question.centrality != nil),
        ] where !isRead && !query[name].isEmpty {
            problems.append(FieldProblem(name, OverviewTexts.noSuchChoice(query[name])))
        }
        question.office = OfficeCode(query["kontor"])
        let county = query["fylke"]
        if county.utf8.count == 2, county.utf8.allSatisfy({ (48...57).contains($0) }) { question.county = county }
        question.municipality = MunicipalityID(query["kommune"])
    }

    /// A whole instant (`…Z`), a local time as browsers send it (`2026-04-01T12:00`), or a day, meaning its end.
    static func time(_ text: String) -> Instant? {
        if let instant = Instant(iso: text) { return instant }
        if let day = CalendarDay(typed: text) { return .last(of: day) }
        let parts = text.split(separator: "T")
        guard parts.count == 2, let day = CalendarDay(iso: parts[0]) else { return nil }
        let clock = parts[1].split(separator: ":")
        guard clock.count >= 2, let hour = Int(clock[0]), (0..<24).contains(hour), let minute = Int(clock[1]), (0..<60).contains(minute)
        else { return nil }
        return Instant(norwegianDay: day, hour: hour, minute: minute)
    }

    static func scheme(_ text: String) -> Training.Scheme? { text == "ny" ? .new : text == "gammel" ? .old : nil }
    static func code(_ scheme: Training.Scheme) -> String { scheme == .new ? "ny" : "gammel" }
    static func form(_ text: String) -> Engagement.Form? { Engagement.Form.allCases.first { code($0) == text } }
    static func code(_ form: Engagement.Form) -> String {
        switch form {
        case .salaried: "fastlonn"
        case .selfEmployed: "naring"
        case .introduction: "introduksjon"
        case .locum: "vikar"
        }
    }

    static func code(_ measure: Measure) -> String {
        switch measure {
        case .active: "aktive"
        case .newScheme: "ny-ordning"
        case .oldScheme: "gammel-ordning"
        case .converting: "konverterer"
        case .converted: "konvertert"
        case .paused: "pause"
        case .onLeave: "permisjon"
        case .started: "startet"
        case .finished: "ferdige"
        case .expected: "ventes-ferdige"
        case .wishing: "onsker-sykehus"
        case .unplaced: "uten-arbeidssted"
        }
    }
    static func measure(_ text: String) -> Measure? { Measure.allCases.first { code($0) == text } }

    /// Whether the answer does not depend on the time of day: a time to come, which is not used yet, will be once it has passed.
    var isTimeless: Bool { typed["kjent"].isEmpty || knownAt != nil }

    /// The question as an address's query, with some parts set or, when nil, taken out.
    func query(setting changes: [(String, String?)] = []) -> String {
        var pairs: [(name: String, value: String)] = []
        func add(_ name: String, _ value: String?) { if let value, !value.isEmpty { pairs.append((name, value)) } }
        add("per", typed["per"].isEmpty ? nil : question.asOf.iso)
        add("kjent", knownAt?.iso)
        add("ordning", question.scheme.map(Self.code))
        add("form", question.form.map(Self.code))
        add("sentralitet", question.centrality.map(String.init))
        add("kontor", question.office?.code)
        add("fylke", question.county)
        add("kommune", question.municipality?.key)
        add("vis", typed["vis"])
        for (name, value) in changes {
            pairs.removeAll { $0.name == name }
            add(name, value)
        }
        return FormData(pairs).urlEncoded
    }

    /// An address under `path` that asks this question, changed as said.
    func link(_ path: String, setting changes: [(String, String?)] = []) -> String {
        let query = query(setting: changes)
        return query.isEmpty ? path : "\(path)?\(query)"
    }
}

extension QuestionAddress {
    /// Leaves out an office, county or municipality that has never been, and says so; one that is not there on the day is a question
    /// with an answer.
    mutating func checkPlaces(_ view: RegisterView, today: CalendarDay) {
        if typed["kontor"].isEmpty, typed["fylke"].isEmpty, typed["kommune"].isEmpty { return }
        func refuse(_ name: String) { problems.append(FieldProblem("kontor", OverviewTexts.noSuchChoice(typed[name]))) }
        let offices = view.reference.offices(on: today) + view.reference.offices(on: question.asOf)
        if !typed["kontor"].isEmpty, question.office.map({ office in !offices.contains { $0.code == office } }) ?? true {
            question.office = nil
            refuse("kontor")
        }
        if !typed["fylke"].isEmpty, question.county.map({ county in !view.directory.counties.contains { $0.number == county } }) ?? true {
            question.county = nil
            refuse("fylke")
        }
        if !typed["kommune"].isEmpty, question.municipality.map({ !view.directory.knows($0) }) ?? true {
            question.municipality = nil
            refuse("kommune")
        }
    }

    /// The view and the question with the known-at time looked up.
    static func resolve(_ visit: Visit, register: RegisterCache, database: Database) async throws -> (QuestionAddress, RegisterView) {
        var address = QuestionAddress(visit.query, today: visit.today, now: visit.now)
        let view = try await register.current(in: visit.generation)
        address.checkPlaces(view, today: visit.today)
        guard let knownAt = address.knownAt else {
            address.narrowings = address.places(view)
            return (address, view)
        }
        let change = try await database.read { try ChangeLog.number(knownAt: knownAt, on: $0) }
        address.question.knownAfter = change
        let then = try await register.known(after: change)
        address.narrowings = address.places(then)
        return (address, then)
    }
}
