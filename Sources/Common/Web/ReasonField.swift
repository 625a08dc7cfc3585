import AlisDomain

/// Why a record is changed (*grunn*). What corrects, withdraws, merges or splits what is recorded as fact needs a reason; ready-made ones
/// cost one tap. What tells something new may be without: the history then says that it was new information.
enum ReasonField {
    private static let picked = "grunnlag"
    private static let own = "hvorfor"

    /// - Parameter reasons: ready-made reasons to choose from; none where a reason is never required.
    static func html(_ reasons: [Text], _ values: FormData, _ problems: [FieldProblem], isAlwaysRequired: Bool = false, _ frame: Frame)
        -> Html
    {
        if reasons.isEmpty {
            return Form.text(
                own, frame[FieldTexts.remark], value: values[own],
                hint: "\(frame[ReasonTexts.optional]) \(frame[FieldTexts.reasonHint])",
                problems: problems, frame)
        }
        let options = reasons.enumerated().map { (value: String($0.offset), text: frame[$0.element]) }
        let hint = frame[isAlwaysRequired ? ReasonTexts.required : ReasonTexts.requiredForCorrections]
        return Form.radios(
            picked, frame[FieldTexts.reason], value: values[picked], options: options, hint: hint, problems: problems, frame)
            + Form.text(
                own, frame[ReasonTexts.inOwnWords], value: values[own], hint: frame[FieldTexts.reasonHint], problems: problems, frame)
    }

    /// What was chosen and written, as the history is to show it; a problem at the field when a reason is required and there is none.
    static func read(_ reasons: [Text], _ reader: inout FieldReader, isRequired: Bool, _ frame: Frame) -> String {
        let choice = Int(reader.form[picked]).flatMap { reasons.indices.contains($0) ? frame[reasons[$0]] : nil }
        let written = reader.optional(own, longest: 500)
        if isRequired, choice == nil, written.isEmpty { reader.problems.append(FieldProblem(picked, ReasonTexts.missing)) }
        return [choice, written.isEmpty ? nil : written].compactMap { $0 }.joined(separator: ". ")
    }
}

/// Texts about reasons.
enum ReasonTexts {
    static let optional = Text("Valgfritt.", nn: "Valfritt.")
    static let required = Text("Velg en grunn, eller skriv med egne ord.", nn: "Vel ein grunn, eller skriv med eigne ord.")
    static let requiredForCorrections = Text(
        "Må fylles ut når du retter eller sletter noe som er registrert. Nye opplysninger trenger ingen grunn.",
        nn: "Må fyllast ut når du rettar eller slettar noko som er registrert. Nye opplysningar treng ingen grunn.")
    static let inOwnWords = Text("Med egne ord", nn: "Med eigne ord")
    static let missing = Text(
        "Velg hvorfor du endrer, eller skriv det med egne ord. Det vises i historikken.",
        nn: "Vel kvifor du endrar, eller skriv det med eigne ord. Det blir vist i historikken.")
    static let byHerself = Text("Endret av legen selv", nn: "Endra av legen sjølv")

    static let corrections = [
        Text("Skrivefeil", nn: "Skrivefeil"), Text("Legen sa fra om feilen", nn: "Legen sa frå om feilen"),
        Text("Rettet mot avtale eller vedtak", nn: "Retta mot avtale eller vedtak"),
        Text("Registrert ved en feil", nn: "Registrert ved ein feil"),
    ]
    static let withdrawals = [
        Text("Legen vil vente", nn: "Legen vil vente"), Text("Tjenesten er dekket på annen måte", nn: "Tenesta er dekt på annan måte"),
        Text("Ønsket var registrert ved en feil", nn: "Ønsket var registrert ved ein feil"),
    ]
    static let merging = [
        Text("Samme person, registrert to ganger", nn: "Same person, registrert to gonger"),
        Text("Samme person, lest inn på nytt fra regneark", nn: "Same person, lesen inn på nytt frå rekneark"),
    ]
    static let splitting = [
        Text("To ulike personer", nn: "To ulike personar"), Text("Slått sammen ved en feil", nn: "Slått saman ved ein feil"),
    ]
}
