import AlisDomain

/// What ought to be looked at in a record, each with the way to change it.
struct IssuePart {
    let opened: RecordDesk.Opened
    let frame: Frame

    func html() -> Html {
        let issues = opened.record.issues(on: frame.today, newSchemeFrom: opened.view.reference.newSchemeFrom)
        if issues.isEmpty { return .empty }
        return "<div class=\"next-plain issues\"><h2>\(frame[IssueTexts.title])</h2><ul>\(issues.map(item))</ul></div>"
    }

    private func item(_ issue: RecordIssue) -> Html {
        let links: [Html]
        switch issue {
        case .parallelTrainings(let ids): links = ids.map(training)
        case .newSchemeTooEarly(_, let ids), .expectedEndBeforeStart(let ids): links = ids.map(training)
        case .tooMuchWork(_, _, let ids): links = ids.map(engagement)
        case .openAfterEnd(_, let engagements, let wishes): links = engagements.map(engagement) + wishes.map(wish)
        case .tooMuchAbsence(let ids), .absenceOutside(let ids): links = ids.map(absence)
        }
        return "<li>\(frame[IssueTexts.text(issue)]) \(Html.join(links, separator: " · "))</li>"
    }

    /// What it is, as a link to change it for those who may.
    private func link(_ address: String, _ what: String, isHers: Bool = false) -> Html {
        guard isHers ? opened.mayWish : opened.mayEdit else { return "\(what)" }
        return "<a href=\"\(address)\">\(frame[CommonTexts.change]): \(what)</a>"
    }

    private func training(_ id: RecordID) -> Html {
        guard let stretch = opened.record.trainings.first(where: { $0.id == id })?.first else { return .empty }
        return link(
            Addresses.training(opened.record.id, id),
            "\(frame[OverviewTexts.name(stretch.value.scheme)]), \(Format.period(stretch.period, frame.language))")
    }

    private func engagement(_ id: RecordID) -> Html {
        let stretches = opened.record.engagements.first { $0.id == id }?.timeline.stretches ?? []
        guard let stretch = stretches.first(where: { $0.period.contains(frame.today) }) ?? stretches.last else { return .empty }
        let place = opened.view.directory.nearestFacts(of: stretch.value.municipality, on: frame.today)?.name ?? ""
        guard opened.mayChangeWork(in: stretch.value.municipality, on: frame.today) else {
            return "\(place) \(Format.percent(stretch.value.percent)), \(Format.period(stretch.period, frame.language))"
        }
        return link(
            "\(Addresses.engagement(opened.record.id, id))?fra=\(stretch.period.from.iso)",
            "\(place) \(Format.percent(stretch.value.percent)), \(Format.period(stretch.period, frame.language))")
    }

    private func wish(_ id: RecordID) -> Html {
        guard let stretch = opened.record.wishes.first(where: { $0.id == id })?.last else { return .empty }
        let trust = stretch.value.choices.first.flatMap { choice in
            opened.view.reference.trusts.first { $0.value.code == choice.trust }?.value.name
        }
        return link(Addresses.wish(opened.record.id, id), "\(frame[IssueTexts.wish]) \(trust ?? "")", isHers: true)
    }

    private func absence(_ id: RecordID) -> Html {
        guard let stretch = opened.record.absences.first(where: { $0.id == id })?.last else { return .empty }
        return link(
            Addresses.absence(opened.record.id, id),
            "\(frame[TraineeTexts.name(stretch.value.kind)]) \(Format.percent(stretch.value.share)), \(Format.period(stretch.period, frame.language))"
        )
    }
}

/// Texts about what ought to be looked at.
enum IssueTexts {
    static let title = Text("Se over dette", nn: "Sjå over dette")
    static let wish = Text("ønske om", nn: "ønske om")

    static func text(_ issue: RecordIssue) -> Text {
        switch issue {
        case .parallelTrainings(let ids):
            Text(
                "\(ids.count) utdanningsløp går samtidig. Er samme løp ført to ganger, sletter du det ene.",
                nn: "\(ids.count) utdanningsløp går samstundes. Er same løp ført to gonger, slettar du det eine.")
        case .tooMuchWork(let day, let sum, _):
            Text(
                "Samlet stilling er \(Self.percent(sum)) prosent \(day.norwegian). Er noe ført dobbelt, sletter eller avslutter du det ene.",
                nn:
                    "Samla stilling er \(Self.percent(sum)) prosent \(day.norwegian). Er noko ført dobbelt, slettar eller avsluttar du det eine."
            )
        case .openAfterEnd(let day, let engagements, let wishes):
            Text(
                "Utdanningsløpet er slutt fra \(day.norwegian), men \(Self.open(engagements, wishes).nb) står åpent. Sett en siste dag, eller trekk ønsket.",
                nn:
                    "Utdanningsløpet er slutt frå \(day.norwegian), men \(Self.open(engagements, wishes).nn) står ope. Set ein siste dag, eller trekk ønsket."
            )
        case .tooMuchAbsence:
            Text(
                "Fravær i samme tid er til sammen over 100 prosent. Rett prosenten eller dagene.",
                nn: "Fråvær i same tid er til saman over 100 prosent. Rett prosenten eller dagane.")
        case .newSchemeTooEarly(let first, _):
            Text(
                "Ny ordning gjelder fra \(first.norwegian), og utdanningsløpet er ført i den fra før. Rett oppstarten eller ordningen, eller før konverteringen.",
                nn:
                    "Ny ordning gjeld frå \(first.norwegian), og utdanningsløpet er ført i henne frå før. Rett oppstarten eller ordninga, eller før konverteringa."
            )
        case .expectedEndBeforeStart:
            Text(
                "Utdanningsløpet er ventet ferdig før det begynner. Rett den ene dagen.",
                nn: "Utdanningsløpet er venta ferdig før det tek til. Rett den eine dagen.")
        case .absenceOutside:
            Text(
                "Fravær er ført utenfor utdanningsløpet. Rett dagene, eller løpets egne datoer.",
                nn: "Fråvær er ført utanfor utdanningsløpet. Rett dagane, eller datoane til løpet.")
        }
    }

    /// `113,5` or `120`: a sum of positions, which may be above a full one.
    static func percent(_ hundredths: Int) -> String {
        hundredths.isMultiple(of: 100) ? Format.number(hundredths / 100) : Format.oneDecimal(hundredths, per: 100)
    }

    private static func open(_ engagements: [RecordID], _ wishes: [RecordID]) -> Text {
        switch (engagements.isEmpty, wishes.isEmpty) {
        case (false, false): Text("arbeid og ønske om sykehustjeneste", nn: "arbeid og ønske om sjukehusteneste")
        case (true, _): Text("ønske om sykehustjeneste", nn: "ønske om sjukehusteneste")
        case (false, true): Text("arbeid", nn: "arbeid")
        }
    }
}
