import AlisDomain

/// The two columns added to the file that comes back, and what a change looks like.
extension ImportTexts {
    package static let resultHeading = Text("Alis: resultat", nn: "Alis: resultat")
    package static let explanationHeading = Text("Alis: forklaring", nn: "Alis: forklaring")

    /// What became of a row: `ok – lagt til`, `venter`.
    package func result(_ outcome: PlannedRow.Outcome) -> Text {
        switch outcome {
        case .add: Text("ok – lagt til", nn: "ok – lagt til")
        case .change: Text("ok – endret", nn: "ok – endra")
        case .unchanged: Text("ok – uendret", nn: "ok – uendra")
        case .blocked, .question: Text("venter", nn: "ventar")
        case .passedOver: Text("ikke lest", nn: "ikkje lesen")
        }
    }

    /// Why, in one text: the problems first, then what is changed.
    package func explanation(_ row: PlannedRow) -> Text {
        var parts = row.problems.map { problem -> Text in
            let said = text(problem)
            let column = problem.heading.flatMap { $0.isEmpty ? nil : Text(same: $0) } ?? problem.field?.title
            guard let column else { return Text(capitalised(said.nb), nn: capitalised(said.nn)) }
            return Text("\(column.nb): \(said.nb)", nn: "\(column.nn): \(said.nn)")
        }
        parts += row.answers.map(answer)
        if case .change(let changes) = row.outcome { parts += changes.map(change) }
        return Text(parts.map(\.nb).joined(separator: "; "), nn: parts.map(\.nn).joined(separator: "; "))
    }

    /// `Oppstart: du svarte 28.02.2021, her står 31.02.2021`: the cell is the sender's own and stays as it is.
    private func answer(_ answer: CellAnswer) -> Text {
        let title = answer.heading.isEmpty ? answer.field.title : Text(same: answer.heading)
        let said = Text("\(title.nb): du svarte \(answer.text)", nn: "\(title.nn): du svarte \(answer.text)")
        if answer.found.isEmpty { return said }
        return Text("\(said.nb), her står \(answer.found)", nn: "\(said.nn), her står \(answer.found)")
    }

    private func capitalised(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }

    /// `Stillingsprosent: 80 % → 100 %`.
    package func change(_ change: FieldChange) -> Text {
        let (title, old, new) = (change.field.title, value(change.old), value(change.new))
        return Text("\(title.nb): \(old.nb) → \(new.nb)", nn: "\(title.nn): \(old.nn) → \(new.nn)")
    }

    /// A value as people read it.
    package func value(_ value: ImportValue) -> Text {
        switch value {
        case .nothing: Text("(tomt)", nn: "(tomt)")
        case .text(let text): Text(same: text)
        case .day(let day): Text(same: day.norwegian)
        case .percent(let percent): Text(same: "\(percent.text()) %")
        case .scheme(let scheme): Text("\(self.scheme(scheme).nb) ordning", nn: "\(self.scheme(scheme).nn) ordning")
        case .specialty(.generalPractice): Text(same: "allmennmedisin")
        case .specialty(.communityMedicine): Text(same: "samfunnsmedisin")
        case .standing(let standing): self.standing(standing)
        case .form(.salaried): Text("fastlønn", nn: "fastløn")
        case .form(.selfEmployed): Text(same: "næringsdrift")
        case .form(.introduction): Text(same: "introduksjonsstilling")
        case .form(.locum): Text(same: "vikar")
        case .absence(let kind): TraineeTexts.name(kind)
        case .municipality(let id): Text(same: name(id))
        case .halfYear(let half): half.isAutumn ? Text("høst \(half.year)", nn: "haust \(half.year)") : Text(same: "vår \(half.year)")
        case .months(let months):
            months == 1 ? Text("1 måned", nn: "1 månad") : Text("\(months) måneder", nn: "\(months) månader")
        case .trust(let code, let department):
            Text(same: department.isEmpty ? trusts[code] ?? code.code : "\(trusts[code] ?? code.code), \(department)")
        }
    }

    private func standing(_ standing: Training.Standing) -> Text {
        switch standing {
        case .active: Text(same: "aktiv")
        case .paused: Text(same: "pause")
        case .ended(.specialist): Text(same: "spesialist")
        case .ended(.withdrew): Text("avbrutt", nn: "avbroten")
        case .ended(.movedAbroad): Text("flyttet til utlandet", nn: "flytta til utlandet")
        case .ended(.otherReason): Text("annet", nn: "anna")
        }
    }

    /// An answer that can be chosen.
    package func choice(_ choice: ImportChoice, for kind: RowProblem.Kind) -> Text {
        switch choice {
        case .value(let text):
            if case .startMovesLater = kind { return Text("Nei, behold \(text)", nn: "Nei, behald \(text)") }
            guard case .hprDiffers = kind else { return Text(same: text) }
            return Text("Ja, og \(text) er rett: nummeret i filen er feil", nn: "Ja, og \(text) er rett: nummeret i fila er feil")
        case .person(_, label: let label):
            if case .hprDiffers = kind {
                return Text("Ja, det er \(label), og nummeret i filen er rett", nn: "Ja, det er \(label), og nummeret i fila er rett")
            }
            return Text("Ja, det er \(label)", nn: "Ja, det er \(label)")
        case .meaning(let field): return meaning(field, of: kind)
        case .newPerson: return Text("Nei, en annen som ikke er i registeret", nn: "Nei, ein annan som ikkje er i registeret")
        case .leaveOut: return Text("La raden ligge", nn: "La rada liggje")
        case .accept: return acceptance(of: kind)
        }
    }

    /// What a start may be the start of.
    private func meaning(_ field: ImportField, of kind: RowProblem.Kind) -> Text {
        switch (field, kind) {
        case (.engagedFrom, .startOfWhat(registered: nil)):
            Text(
                "Jobben begynte da; utdanningen begynte en annen dag", nn: "Jobben tok til då; utdanninga tok til ein annan dag")
        case (.engagedFrom, _): Text("Det er jobben som begynte da", nn: "Det er jobben som tok til då")
        case (_, .startOfWhat(registered: nil)):
            Text("Utdanningen begynte da, og jobben med den", nn: "Utdanninga tok til då, og jobben med henne")
        default: Text("Utdanningen begynte da: rett registeret", nn: "Utdanninga tok til då: rett registeret")
        }
    }

    private func acceptance(of kind: RowProblem.Kind) -> Text {
        switch kind {
        case .schemeChanged(_, let to):
            Text("Rett: hele utdanningen er i \(scheme(to).nb) ordning", nn: "Rett: heile utdanninga er i \(scheme(to).nn) ordning")
        case .conversionDayNotSaid: Text("Ukjent: regn alt som ny ordning", nn: "Ukjend: rekn alt som ny ordning")
        case .notSaid: Text("Ta inn raden uten ønsket", nn: "Ta inn rada utan ønsket")
        case .oldSchemeStartedLate, .startsFarAhead: Text("Ja, det stemmer", nn: "Ja, det stemmer")
        case .startMovesLater(_, let said, registered: _):
            Text("Ja, rett registeret til \(said.norwegian)", nn: "Ja, rett registeret til \(said.norwegian)")
        case .newSchemeTooEarly:
            Text("Ikke konvertert: det er gammel ordning", nn: "Ikkje konvertert: det er gammal ordning")
        case .dayOrMonthFirst: Text("Måneden står først i hele filen", nn: "Månaden står først i heile fila")
        case .endInFuture: Text("Det er forventet ferdig", nn: "Det er forventa ferdig")
        case .trainingHasEnded: Text("Ja, i gang igjen", nn: "Ja, i gang igjen")
        case .engagementHasEnded: Text("Ja, en ny tilknytning", nn: "Ja, ei ny tilknyting")
        default: Text("Ja", nn: "Ja")
        }
    }
}
