import AlisDomain

/// The pages for signing in.
package enum SignInPages {
    struct Person {
        let account: String
        let name: String
        let role: Role
        let title: Text
    }

    static func signIn(people: [Person], isDemo: Bool, onward: String?, hasExpired: Bool, _ frame: Frame) -> Html {
        let groups = Role.allCases.compactMap { role -> Html? in
            let mine = people.filter { $0.role == role }
            if mine.isEmpty { return nil }
            let buttons = mine.map { person -> Html in
                """
                <li><form method="post" action="\(Addresses.signIn())"><input type="hidden" name="konto" value="\(person.account)">\
                <input type="hidden" name="videre" value="\(onward ?? "")">\
                <button class="person"><b>\(person.name)</b><span>\(frame[person.title])</span></button></form></li>
                """
            }
            return "<section><h2>\(frame[AccessTexts.role(role)])</h2><ul class=\"people\">\(buttons)</ul></section>"
        }
        return """
            <h1>\(frame[AccessTexts.signInTitle])</h1>
            \(hasExpired ? "<p class=\"next-plain\">\(frame[AccessTexts.mustSignIn])</p>" as Html : .empty)
            <p class="lede">\(frame[isDemo ? AccessTexts.demoLede : AccessTexts.linkLede])</p>
            <div class="cast">\(groups)</div>
            """
    }

    static func link(_ standing: AccountStore.LinkStanding, token: String, _ frame: Frame) -> Html {
        let body: Html =
            switch standing {
            case .good(let account, _):
                """
                <form method="post" action="\(Addresses.signInLink(token))">\(Form.marks(frame))<button class="btn">\(frame[AccessTexts.continueAs(account.name)])</button></form>
                """
            case .replaced: "<p class=\"lede\">\(frame[AccessTexts.linkReplaced])</p>"
            case .spent, .unknown: "<p class=\"lede\">\(frame[AccessTexts.linkUsed])</p>"
            }
        return "<div class=\"narrow\"><h1>\(frame[AccessTexts.signInTitle])</h1>\(body)</div>"
    }

    /// What was filled in, as rows of a table; what a list chose by its identity says nothing to people and is left out.
    package static func typed(_ fields: FormData) -> [Html] {
        fields.pairs.filter { !$0.name.hasPrefix("_") && !$0.value.isEmpty && RecordID($0.value) == nil }
            .map { "<tr><th scope=\"row\">\($0.name)</th><td>\($0.value)</td></tr>" }
    }
}
