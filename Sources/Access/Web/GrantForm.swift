import AlisDomain

/// The form in which someone is given a role, alone or together with a new person's name and e-mail address.
struct GrantForm: Sendable {
    let role: Role
    let typed: FormData
    /// Whether name and e-mail address are asked for too.
    let isNewPerson: Bool
    private(set) var problems: [FieldProblem] = []
    private(set) var grant: Grant?
    private(set) var email: EmailAddress?
    var name: String { typed["navn"] }
    var isComplete: Bool { problems.isEmpty && grant != nil }

    init(empty role: Role, isNewPerson: Bool) {
        self.role = role
        self.isNewPerson = isNewPerson
        typed = FormData()
    }

    init(_ form: FormData, role: Role, isNewPerson: Bool, desk: any OrganisationDirectory) async throws {
        self.role = role
        self.isNewPerson = isNewPerson
        typed = form
        if isNewPerson {
            if form["navn"].isEmpty { problems.append(FieldProblem("navn", AccountTexts.missingName)) }
            email = EmailAddress(form["epost"])
            if email == nil { problems.append(FieldProblem("epost", AccountTexts.badEmail)) }
        }
        let text = String(form["sted"].prefix(200))
        // An office and a trust are chosen, not written: what is not in the list came from elsewhere.
        switch try await role.place == .nation ? .found(.nation) : desk.find(role, text) {
        case .found(let organisation): grant = Grant(role: role, organisation: organisation)
        case .unknown(let suggestions): problems.append(FieldProblem("sted", Self.unknown(role, text, suggestions)))
        case .ambiguous(let names):
            problems.append(
                FieldProblem(
                    "sted", role.place == .trainee ? AccountTexts.ambiguousDoctor : AccountTexts.ambiguousMunicipality(text, names)))
        }
    }

    mutating func refuse(_ refusal: AccountRefusal) {
        problems.append(FieldProblem(refusal == .emailTaken ? "epost" : "sted", AccountTexts.refusal(refusal)))
    }

    private static func unknown(_ role: Role, _ text: String, _ suggestions: [String]) -> Text {
        switch role.place {
        case .office: AccountTexts.missingOffice
        case .trust: AccountTexts.missingTrust
        case .trainee: AccountTexts.unknownDoctor
        case .municipality, .nation: AccountTexts.unknownMunicipality(text, suggestions: suggestions)
        }
    }

    func html(action: String, cancel: String, desk: any OrganisationDirectory, _ frame: Frame) async throws -> Html {
        let place = try await placeField(desk, frame)
        let person: Html =
            isNewPerson
            ? """
            \(Form.text("navn", frame[AccountTexts.name], value: typed["navn"], problems: problems, frame))\
            \(Form.text("epost", frame[AccountTexts.email], value: typed["epost"], hint: frame[AccountTexts.emailHint], problems: problems, type: "email", frame))
            """ : .empty
        return """
            \(Form.errorSummary(problems, frame))
            <form method="post" action="\(action)" novalidate>\(Form.marks(frame))<input type="hidden" name="rolle" value="\(role.addressCode)">
            <p><strong>\(frame[AccessTexts.role(role)])</strong>. \(frame[AccountTexts.explanation(role)]) <a href="\(action)">\(frame[AccountTexts.changeRole])</a></p>
            \(person)\(place)\(Form.buttons(frame[AccountTexts.giveAccess], cancel: cancel, frame))</form>
            """
    }

    private func placeField(_ desk: any OrganisationDirectory, _ frame: Frame) async throws -> Html {
        func select(_ label: Text, _ options: [(code: String, name: String)]) -> Html {
            Form.select(
                "sted", frame[label], value: typed["sted"],
                options: [("", frame[AccountTexts.choose])] + options.map { ($0.code, $0.name) }, problems: problems, frame)
        }
        switch role.place {
        case .office: return select(AccountTexts.office, try await desk.offices())
        case .trust: return select(AccountTexts.trust, try await desk.trusts())
        case .municipality:
            return Form.text(
                "sted", frame[AccountTexts.municipality], value: typed["sted"], hint: frame[AccountTexts.municipalityHint],
                problems: problems, frame)
        case .trainee:
            return Form.text(
                "sted", frame[AccountTexts.hpr], value: typed["sted"], hint: frame[AccountTexts.hprHint], problems: problems, frame)
        case .nation:
            // Nothing to choose; a place for what may be wrong all the same.
            return Html.join(
                problems.filter { $0.field == "sted" }.map { "<p class=\"error\" id=\"sted\">\(frame[$0.text])</p>" as Html })
        }
    }

    /// The choice of role, which decides what is asked for next.
    static func roles(action: String, _ frame: Frame) -> Html {
        let items = Role.allCases.map { role -> Html in
            """
            <li><p><a href="\(action)?rolle=\(role.addressCode)">\(frame[AccessTexts.role(role)])</a>. \(frame[AccountTexts.explanation(role)])</p></li>
            """
        }
        return "<h2>\(frame[AccountTexts.chooseRole])</h2><ul class=\"waiting\">\(items)</ul>"
    }
}
