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
                <li><form method="post" action="/logg-inn"><input type="hidden" name="konto" value="\(person.account)">\
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

    static func link(account: Account?, token: String, _ frame: Frame) -> Html {
        guard let account else {
            return
                "<div class=\"narrow\"><h1>\(frame[AccessTexts.signInTitle])</h1><p class=\"lede\">\(frame[AccessTexts.linkUsed])</p></div>"
        }
        return """
            <div class="narrow"><h1>\(frame[AccessTexts.signInTitle])</h1>
            <form method="post" action="/logg-inn/lenke/\(token)"><button class="btn">\(frame[AccessTexts.continueAs(account.name)])</button></form></div>
            """
    }

    /// Asks to sign in again, or, once signed in, shows what was typed with a button that sends it.
    static func held(_ form: HeldForm?, fields: FormData, files: [UploadedFile], token: String, isFromOldPage: Bool = false, _ frame: Frame)
        -> Html
    {
        guard let form else {
            return """
                <div class="narrow"><h1>\(frame[AccessTexts.heldTitle])</h1><p class="lede">\(frame[AccessTexts.heldSignIn])</p>
                <p><a class="btn" href="/logg-inn?videre=/fortsett/\(token)">\(frame[AccessTexts.signInTitle])</a></p></div>
                """
        }
        let fileRows = files.map { "<tr><th scope=\"row\">\(frame[AccessTexts.heldFile])</th><td>\($0.fileName)</td></tr>" as Html }
        return """
            <div class="narrow"><h1>\(frame[AccessTexts.heldTitle])</h1><p class="lede">\(frame[isFromOldPage ? AccessTexts.heldOldPage : AccessTexts.heldReady])</p>
            <table class="plain"><tbody>\(typed(fields))\(fileRows)</tbody></table>
            <form method="post" action="/fortsett/\(token)">\(Form.mark(frame))
            <p class="acts"><button class="btn">\(frame[AccessTexts.heldSend])</button><a class="btn quiet" href="\(form.path)">\(frame[CommonTexts.cancel])</a></p></form></div>
            """
    }

    /// What was filled in, as rows of a table; what a list chose by its identity says nothing to people and is left out.
    package static func typed(_ fields: FormData) -> [Html] {
        fields.pairs.filter { !$0.name.hasPrefix("_") && !$0.value.isEmpty && RecordID($0.value) == nil }
            .map { "<tr><th scope=\"row\">\($0.name)</th><td>\($0.value)</td></tr>" }
    }
}
