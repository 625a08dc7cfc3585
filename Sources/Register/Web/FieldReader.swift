import AlisDomain

/// Reads a form's fields into values, gathering every problem at its field.
struct FieldReader {
    let form: FormData
    var problems: [FieldProblem] = []

    init(_ form: FormData) { self.form = form }

    mutating func required(_ name: String, _ what: Text, longest: Int = 100) -> String {
        let text = form[name]
        if text.isEmpty { problems.append(FieldProblem(name, FieldTexts.missing(what))) }
        return limited(name, text, longest)
    }

    mutating func optional(_ name: String, longest: Int = 100) -> String { limited(name, form[name], longest) }

    private mutating func limited(_ name: String, _ text: String, _ longest: Int) -> String {
        if text.count > longest { problems.append(FieldProblem(name, FieldTexts.tooLong(text.count, longest))) }
        if text.unicodeScalars.contains(where: { $0.value < 32 && $0 != "\n" && $0 != "\r" && $0 != "\t" }) {
            problems.append(FieldProblem(name, FieldTexts.strangeLetters))
        }
        return text
    }

    /// A part of a person's name, read before: what is no name in a list that is read in is none here either.
    mutating func name(_ name: String, _ text: String) -> String {
        if !text.isEmpty, !Trainee.isName(text) { problems.append(FieldProblem(name, FieldTexts.noName(text))) }
        return text
    }

    /// A day as `1.9.2026` or `2026-09-01`; nil, with a problem, when it is missing or no day.
    mutating func day(_ name: String, _ what: Text) -> CalendarDay? {
        if form[name].isEmpty {
            problems.append(FieldProblem(name, FieldTexts.missing(what)))
            return nil
        }
        return optionalDay(name)
    }

    /// Nil when left empty; nil with a problem when it is no day, or one that no training can have.
    mutating func optionalDay(_ name: String) -> CalendarDay? {
        let text = form[name]
        if text.isEmpty { return nil }
        guard let day = QuestionAddress.day(text) else {
            problems.append(FieldProblem(name, FieldTexts.noDay(text)))
            return nil
        }
        guard day.year >= 1980, day.year <= 2100 else {
            problems.append(FieldProblem(name, FieldTexts.unlikelyDay(day)))
            return nil
        }
        return day
    }

    /// From `from` up to and including `through`, which may be left empty.
    mutating func period(from: String = "fra", through: String = "til") -> Period? {
        let first = day(from, TraineeTexts.from)
        let last = optionalDay(through)
        guard let first else { return nil }
        guard let period = Period(from: first, to: last?.adding(days: 1)) else {
            problems.append(FieldProblem(through, FieldTexts.endBeforeStart))
            return nil
        }
        return period
    }

    mutating func percent(_ name: String) -> PositionPercent? {
        guard let percent = PositionPercent(typed: form[name]) else {
            problems.append(FieldProblem(name, FieldTexts.noPercent(form[name])))
            return nil
        }
        return percent
    }

    mutating func choice<Value>(_ name: String, _ what: Text, _ value: Value?) -> Value? {
        if value == nil { problems.append(FieldProblem(name, FieldTexts.choose(what))) }
        return value
    }

    mutating func hpr(_ name: String) -> HPRNumber? {
        if form[name].isEmpty { return nil }
        let number = HPRNumber(form[name])
        if number == nil { problems.append(FieldProblem(name, FieldTexts.noHPR(form[name]))) }
        return number
    }

    mutating func email(_ name: String) -> EmailAddress? {
        if form[name].isEmpty { return nil }
        let email = EmailAddress(form[name])
        if email == nil { problems.append(FieldProblem(name, FieldTexts.noEmail(form[name]))) }
        return email
    }

    mutating func birthYear(_ name: String, today: CalendarDay) -> Int? {
        if form[name].isEmpty { return nil }
        guard let year = Int(form[name]), year > today.year - 100, year < today.year - 18 else {
            problems.append(FieldProblem(name, FieldTexts.noBirthYear(form[name])))
            return nil
        }
        return year
    }

    /// A municipality by any of its names or numbers; when several fit, all are named, and one near miss is suggested.
    mutating func municipality(_ name: String, directory: MunicipalityDirectory, on day: CalendarDay) -> MunicipalityID? {
        let text = form[name]
        if text.isEmpty {
            problems.append(FieldProblem(name, FieldTexts.missing(TraineeTexts.municipality)))
            return nil
        }
        func named(_ id: MunicipalityID) -> String { directory.nearestFacts(of: id, on: day)?.name ?? id.key }
        switch directory.find(text, on: day) {
        case .one(let id), .successor(let id, of: _): return id
        case .ambiguous(let several):
            problems.append(FieldProblem(name, FieldTexts.severalMunicipalities(text, several.map(named))))
        case .unknown(let suggestions):
            problems.append(FieldProblem(name, FieldTexts.noMunicipality(text, suggestions.map(named))))
        }
        return nil
    }
}

/// What is said at a field.
enum FieldTexts {
    static func missing(_ what: Text) -> Text { Text("Fyll ut: \(what.nb)", nn: "Fyll ut: \(what.nn)") }
    static func choose(_ what: Text) -> Text { Text("Velg: \(what.nb)", nn: "Vel: \(what.nn)") }
    static func tooLong(_ count: Int, _ limit: Int) -> Text {
        Text(
            "Teksten er for lang: \(Format.number(count)) tegn, høyst \(Format.number(limit)). Kort den ned.",
            nn: "Teksten er for lang: \(Format.number(count)) teikn, høgst \(Format.number(limit)). Kort han ned.")
    }
    static let strangeLetters = Text("Teksten har usynlige tegn. Skriv den på nytt.", nn: "Teksten har usynlege teikn. Skriv han på nytt.")
    static func noName(_ text: String) -> Text {
        Text(
            "«\(text)» kan ikke være et navn: det har bokstaver, og ikke sifre eller tegn som @, < og =.",
            nn: "«\(text)» kan ikkje vere eit namn: det har bokstavar, og ikkje siffer eller teikn som @, < og =.")
    }
    static func noDay(_ text: String) -> Text {
        Text(
            "«\(text)» finnes ikke som dato. Skriv for eksempel 1.9.2026.", nn: "«\(text)» finst ikkje som dato. Skriv til dømes 1.9.2026.")
    }
    static func unlikelyDay(_ day: CalendarDay) -> Text {
        Text("Året \(day.year) kan ikke være riktig.", nn: "Året \(day.year) kan ikkje vere rett.")
    }
    static let endBeforeStart = Text("Siste dag er før første dag.", nn: "Siste dag er før første dag.")
    static func noPercent(_ text: String) -> Text {
        text.isEmpty
            ? Text("Skriv hvor mange prosent, fra 1 til 100.", nn: "Skriv kor mange prosent, frå 1 til 100.")
            : Text("«\(text)» er ikke en prosent fra 1 til 100.", nn: "«\(text)» er ikkje ein prosent frå 1 til 100.")
    }
    static func noHPR(_ text: String) -> Text {
        Text("«\(text)» er ikke et HPR-nummer. Det har 7–9 siffer.", nn: "«\(text)» er ikkje eit HPR-nummer. Det har 7–9 siffer.")
    }
    static func noEmail(_ text: String) -> Text { Text("«\(text)» er ikke en e-postadresse.", nn: "«\(text)» er ikkje ei e-postadresse.") }
    static func noBirthYear(_ text: String) -> Text {
        Text("«\(text)» er ikke et fødselsår. Skriv fire siffer.", nn: "«\(text)» er ikkje eit fødselsår. Skriv fire siffer.")
    }
    static func severalMunicipalities(_ text: String, _ names: [String]) -> Text {
        let list = names.joined(separator: ", ")
        return Text(
            "«\(text)» kan være flere kommuner: \(list). Skriv hvilken.",
            nn: "«\(text)» kan vere fleire kommunar: \(list). Skriv kva for ein.")
    }
    static func noMunicipality(_ text: String, _ near: [String]) -> Text {
        !near.isEmpty
            ? Text(
                "«\(text)» er ikke en kommune. Mener du \(near.joined(separator: " eller "))?",
                nn: "«\(text)» er ikkje ein kommune. Meiner du \(near.joined(separator: " eller "))?")
            : Text("«\(text)» er ikke en kommune.", nn: "«\(text)» er ikkje ein kommune.")
    }
    static let notYourMunicipality = Text(
        "Du kan bare registrere i dine egne kommuner.", nn: "Du kan berre registrere i dine eigne kommunar.")
    static func hprTaken(_ name: String) -> Text {
        Text(
            "HPR-nummeret er alt registrert på \(name). Er det samme person, retter du der.",
            nn: "HPR-nummeret er alt registrert på \(name). Er det same person, rettar du der.")
    }
    /// As `hprTaken`, where somebody else who is registered is given the number.
    static func hprTakenByAnother(_ name: String) -> Text {
        Text(
            "HPR-nummeret er alt registrert på \(name). Sjekk nummeret. Er de to samme person, slår du dem sammen.",
            nn: "HPR-nummeret er alt registrert på \(name). Sjekk nummeret. Er dei to same person, slår du dei saman.")
    }
    static let latestBeforeEarliest = Text("Seneste halvår er før det tidligste.", nn: "Seinaste halvår er før det tidlegaste.")
    static let fewMonths = Text("Skriv antall måneder, fra 1 til 24.", nn: "Skriv talet på månader, frå 1 til 24.")
    static let sameWish = Text(
        "Dette ønsket er registrert fra før: samme sted, halvår og prosent. Endre det som står der.",
        nn: "Dette ønsket er registrert frå før: same stad, halvår og prosent. Endre det som står der.")
    static let sameChoice = Text("Samme ønske er valgt to ganger.", nn: "Same ønske er valt to gonger.")
    static let seeWhatIsSaved = Text("Se det som er lagret nå (åpnes i ny fane)", nn: "Sjå det som er lagra no (blir opna i ny fane)")

    /// The way to what somebody else has saved, beside a form that is kept open.
    static func saved(_ address: String, _ frame: Frame) -> Html {
        "<p><a href=\"\(address)\" target=\"_blank\" rel=\"noopener\">\(frame[seeWhatIsSaved])</a></p>"
    }
    static func removedMeanwhile(_ change: Change?) -> Text {
        let who = change?.byName ?? "Alis"
        let time = change.map { Format.time($0.recordedAt) } ?? ""
        return Text(
            "\(who) fjernet dette \(time), mens du fylte ut skjemaet. Det du skrev, står her. Lagre for å legge det inn på nytt, eller avbryt.",
            nn:
                "\(who) fjerna dette \(time), medan du fylte ut skjemaet. Det du skreiv, står her. Lagre for å leggje det inn på nytt, eller avbryt."
        )
    }
    @Sendable static func otherRemovedMeanwhile(_ change: Change) -> Text {
        let time = Format.time(change.recordedAt)
        return Text(
            "\(change.byName) slettet dette utdanningsløpet \(time), mens du fylte ut skjemaet. Det du skrev, står her, og gjelder nå løpet som er igjen. Se over det før du lagrer, eller avbryt.",
            nn:
                "\(change.byName) sletta dette utdanningsløpet \(time), medan du fylte ut skjemaet. Det du skreiv, står her, og gjeld no løpet som er igjen. Sjå over det før du lagrar, eller avbryt."
        )
    }
    static let notPausedThen = Text(
        "Løpet er i gang den dagen. Skriv en dag i pausen, eller etter at løpet sluttet: den første dagen i pausen tar hele pausen bort.",
        nn:
            "Løpet er i gang den dagen. Skriv ein dag i pausen, eller etter at løpet slutta: den første dagen i pausen tek heile pausen bort."
    )
    static let outsideTraining = Text("Dagen er før utdanningsløpet begynte.", nn: "Dagen er før utdanningsløpet tok til.")
    static let alreadyNew = Text(
        "Utdanningsløpet følger alt ny ordning den dagen.", nn: "Utdanningsløpet følgjer alt ny ordning den dagen.")
    static let beforeNewScheme = Text("Ny ordning gjelder fra 1. mars 2019.", nn: "Ny ordning gjeld frå 1. mars 2019.")
    /// - Parameter others: the work there is beside it on the day.
    static func tooMuchWork(_ others: [Text], from day: CalendarDay) -> Text {
        let (nb, nn) = (others.map(\.nb).joined(separator: ", "), others.map(\.nn).joined(separator: ", "))
        let list = Text(nb, nn: nn)
        return Text(
            "Samlet stilling blir over 100 prosent fra \(day.norwegian): legen har \(list.nb). Rett prosenten eller datoene, eller sett en siste dag på det som slutter.",
            nn:
                "Samla stilling blir over 100 prosent frå \(day.norwegian): legen har \(list.nn). Rett prosenten eller datoane, eller set ein siste dag på det som sluttar."
        )
    }
    static func work(_ percent: String, _ place: String, _ period: Period) -> Text {
        let last = period.lastDay.map { " til \($0.norwegian)" } ?? ""
        return Text(
            "\(percent) % i \(place) fra \(period.from.norwegian)\(last)", nn: "\(percent) % i \(place) frå \(period.from.norwegian)\(last)"
        )
    }
}
