import AlisDomain

/// What an adviser has chosen and written in the reminder form.
struct ReminderDraft: Sendable {
    /// Those chosen that the viewer may write to; others in the form are passed over.
    let chosen: Set<MunicipalityID>
    let subject: Text
    let letter: Text
    private(set) var problems: [FieldProblem] = []
    private var templates: [LanguageForm: (subject: ReminderTemplate, letter: ReminderTemplate)] = [:]

    /// The usual texts, with these municipalities ticked.
    init(ticking rows: [Freshness.Row]) {
        chosen = Set(rows.map(\.municipality))
        subject = ReminderTexts.usualSubject
        letter = ReminderTexts.usualLetter
    }

    init(_ form: FormData, among rows: [Freshness.Row]) {
        let sent = Set(form.all("kommune"))
        chosen = Set(rows.map(\.municipality).filter { sent.contains($0.key) })
        subject = Text(form["emne-nb"], nn: form["emne-nn"])
        letter = Text(form["tekst-nb"], nn: form["tekst-nn"])
        if chosen.isEmpty { problems.append(FieldProblem("kommune", ReminderTexts.noneChosen)) }
        for language in LanguageForm.allCases {
            let read = (template("emne-\(language.rawValue)", subject[language]), template("tekst-\(language.rawValue)", letter[language]))
            if let subject = read.0, let letter = read.1 { templates[language] = (subject, letter) }
        }
    }

    private mutating func template(_ field: String, _ text: String) -> ReminderTemplate? {
        do throws(ReminderTemplate.Refusal) {
            return try ReminderTemplate(text)
        } catch {
            problems.append(FieldProblem(field, ReminderTexts.problem(error)))
            return nil
        }
    }

    func template(_ language: LanguageForm) -> (subject: ReminderTemplate, letter: ReminderTemplate)? { templates[language] }

    /// The draft as hidden fields, for the downloads.
    func hidden(_ question: FreshnessQuestion) -> Html {
        func field(_ name: String, _ value: String) -> Html { "<input type=\"hidden\" name=\"\(name)\" value=\"\(value)\">" }
        return Html.join(
            chosen.sorted().map { field("kommune", $0.key) } + [
                field("emne-nb", subject.nb), field("emne-nn", subject.nn), field("tekst-nb", letter.nb), field("tekst-nn", letter.nn),
                field("maneder", String(question.months)), field("kontor", question.office?.code ?? ""),
            ])
    }
}

/// One municipality's reminder, filled in.
struct ReminderLetter: Sendable {
    let municipality: MunicipalityID
    let number: String
    let name: String
    let language: LanguageForm
    let contacts: [MunicipalityContact]
    let subject: String
    let body: String

    init(_ row: Freshness.Row, draft: ReminderDraft, contacts: [MunicipalityContact], publicAddress: String) {
        let language: LanguageForm = row.facts.language == .nynorsk ? .nynorsk : .bokmal
        func value(_ place: ReminderTemplate.Place) -> String {
            switch place {
            case .municipality: row.facts.name
            case .confirmed: row.confirmedOn?.norwegian ?? FollowUpTexts.never[language]
            case .count: Format.number(row.active)
            case .link: publicAddress + Addresses.municipality("\(row.facts.number.digits)-\(row.municipality.key)")
            }
        }
        municipality = row.municipality
        number = row.facts.number.digits
        name = row.facts.name
        self.language = language
        self.contacts = contacts
        let template = draft.template(language)
        // A subject is one line, whatever was typed.
        subject = (template?.subject.filled(value) ?? "").split(whereSeparator: \.isNewline).joined(separator: " ")
        body = template?.letter.filled(value) ?? ""
    }
}
