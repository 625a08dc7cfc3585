import AlisDomain

extension FieldReader {
    /// A part of a person's name, read before: what is no name in a list that is read in is none here either.
    mutating func name(_ name: String, _ text: String) -> String {
        if !text.isEmpty, !Trainee.isName(text) { problems.append(FieldProblem(name, FieldTexts.noName(text))) }
        return text
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

/// What is said at fields about doctors and their places.
extension FieldTexts {
    static func noName(_ text: String) -> Text {
        Text(
            "«\(text)» kan ikke være et navn: det har bokstaver, og ikke sifre eller tegn som @, < og =.",
            nn: "«\(text)» kan ikkje vere eit namn: det har bokstavar, og ikkje siffer eller teikn som @, < og =.")
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
    static let fewMonths = Text(
        "Skriv antall måneder, fra 1 til \(HospitalWish.possibleMonths.upperBound).",
        nn: "Skriv talet på månader, frå 1 til \(HospitalWish.possibleMonths.upperBound).")
    static let sameWish = Text(
        "Dette ønsket er registrert fra før: samme sted, halvår og prosent. Endre det som står der.",
        nn: "Dette ønsket er registrert frå før: same stad, halvår og prosent. Endre det som står der.")
    static let sameChoice = Text("Samme ønske er valgt to ganger.", nn: "Same ønske er valt to gonger.")
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
    /// What a training cannot be.
    static func text(_ refusal: TrainingCourse.Refusal) -> Text {
        switch refusal {
        case .newSchemeTooEarly(_, let first), .convertedTooEarly(let first):
            Text("Ny ordning gjelder fra \(first.norwegian).", nn: "Ny ordning gjeld frå \(first.norwegian).")
        case .expectedEndBeforeStart: UnlikelyTexts.endBeforeStart
        case .endBeforeStart: endBeforeStart
        }
    }
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
