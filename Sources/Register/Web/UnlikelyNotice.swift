import AlisDomain

/// Asks, before somebody is registered, about what is seldom so: one tap says that it is right.
struct UnlikelyNotice: Sendable {
    private static let field = "stemmer"
    private let doubts: [UnlikelyRegistration]
    private let start: CalendarDay
    private let newSchemeFrom: CalendarDay?

    init(start: CalendarDay, scheme: Training.Scheme, work: Period, today: CalendarDay, newSchemeFrom: CalendarDay?) {
        self.start = start
        self.newSchemeFrom = newSchemeFrom
        doubts = UnlikelyRegistration.all(start: start, scheme: scheme, work: work, today: today, newSchemeFrom: newSchemeFrom)
    }

    /// Whether somebody has said of each of them that it is right, or there is none to say it of.
    func isAnswered(by form: FormData) -> Bool {
        let answered = Set(form[Self.field].split(separator: " ").map(String.init))
        return doubts.allSatisfy { answered.contains($0.rawValue) }
    }

    /// What the change says about it; empty when nothing was asked.
    func reason(_ frame: Frame) -> String {
        doubts.isEmpty ? "" : "\(frame[UnlikelyTexts.said]) \(doubts.map { frame[text($0)] }.joined(separator: " "))"
    }

    /// The question above the form, which keeps all that was typed; a form of its own, as with those who are alike.
    func html(_ typed: FormData, _ frame: Frame) -> Html {
        let kept = Form.hidden(typed.without(["_mark", Self.field]))
        return """
            <section class="next-plain" role="alert" id="uvanlig"><h2>\(frame[UnlikelyTexts.title])</h2><p>\(frame[UnlikelyTexts.lede])</p>\
            <ul>\(doubts.map { "<li>\(frame[text($0)])</li>" as Html })</ul><form method="post" action="\(Addresses.newTrainee())">\(Form.mark(frame))\(kept)\
            <button class="btn quiet" name="\(Self.field)" value="\(doubts.map(\.rawValue).joined(separator: " "))">\(frame[UnlikelyTexts.save])</button></form></section>
            """
    }

    private func text(_ doubt: UnlikelyRegistration) -> Text {
        switch doubt {
        case .oldSchemeStartedLate: UnlikelyTexts.oldSchemeStartedLate(start, newSchemeFrom ?? start)
        case .startsFarAhead: UnlikelyTexts.startsFarAhead(start)
        case .workBeforeTraining: UnlikelyTexts.workBeforeTraining(start)
        }
    }
}

/// Texts about what is seldom so.
enum UnlikelyTexts {
    static let title = Text("Stemmer dette?", nn: "Stemmer dette?")
    static let lede = Text(
        "Ingenting er lagret ennå. Rett det i skjemaet under, eller lagre det som det står.",
        nn: "Ingenting er lagra enno. Rett det i skjemaet under, eller lagre det som det står.")
    static let save = Text("Det stemmer. Lagre", nn: "Det stemmer. Lagre")
    static let said = Text("Bekreftet ved registrering:", nn: "Stadfesta ved registrering:")
    static func oldSchemeStartedLate(_ start: CalendarDay, _ from: CalendarDay) -> Text {
        Text(
            "Gammel ordning med oppstart \(start.norwegian). Ny ordning gjelder fra \(from.norwegian).",
            nn: "Gammal ordning med oppstart \(start.norwegian). Ny ordning gjeld frå \(from.norwegian).")
    }
    static func startsFarAhead(_ start: CalendarDay) -> Text {
        Text(
            "Utdanningsløpet begynner \(start.norwegian), mer enn et år fram i tid.",
            nn: "Utdanningsløpet tek til \(start.norwegian), meir enn eit år fram i tid.")
    }
    static func workBeforeTraining(_ start: CalendarDay) -> Text {
        Text(
            "Arbeidet er ført i tid fra lenge før utdanningsløpet begynte \(start.norwegian), eller er slutt før det.",
            nn: "Arbeidet er ført i tid frå lenge før utdanningsløpet tok til \(start.norwegian), eller er slutt før det.")
    }
    static let endBeforeStart = Text(
        "Ventet sluttdato må være etter at utdanningsløpet begynner.", nn: "Venta sluttdato må vere etter at utdanningsløpet tek til.")
}
