import AlisDomain

/// The pages where an administrator sees and changes who has access.
enum AccountPages {
    struct Person: Sendable {
        let account: Account
        let grants: [(record: GrantRecord, title: Text)]
        var current: [(record: GrantRecord, title: Text)] { grants.filter { $0.record.endedAt == nil } }
    }

    static func list(_ people: [Person], active: Int, query: FormData, _ frame: Frame) -> Html {
        let rows = people.map { person -> [Html] in
            let roles: Html =
                person.current.isEmpty
                ? "<span class=\"note\">\(frame[person.account.endedAt.map { AccountTexts.ended($0.dayInNorway) } ?? AccountTexts.noRole])</span>"
                : Html.join(person.current.map { "\(frame[$0.title])" as Html }, separator: "<br>")
            return [
                "<a href=\"\(Addresses.account(person.account.id))\">\(person.account.name)</a>", "\(person.account.email?.text ?? "–")",
                "<span>\(roles)</span>",
            ]
        }
        let heads = [AccountTexts.name, AccountTexts.email, AccountTexts.roles]
        let table: Html =
            rows.isEmpty
            ? "<p class=\"empty\">\(frame[AccountTexts.none])</p>" : ListTable(AccountTexts.title, heads, frame).html(rows)
        return """
            <div class="head"><div><h1>\(frame[AccountTexts.title])</h1><p class="lede">\(frame[AccountTexts.lede(active)])</p></div>
            <p class="acts"><a class="btn" href="\(Addresses.newAccount())">\(frame[AccountTexts.add])</a></p></div>
            <form class="filters" action="\(Addresses.accounts())" role="search">\(Form.text("q", frame[AccountTexts.searchLabel], value: query["q"], type: "search", frame))\
            <label class="radio"><input type="checkbox" name="avsluttede" value="ja" \(flag: "checked", query["avsluttede"] == "ja")>\(frame[AccountTexts.includeEnded])</label>\
            <button class="btn quiet">\(frame[CommonTexts.search])</button></form>
            \(table)
            """
    }

    static func crumb(_ frame: Frame) -> Html {
        "<p class=\"crumb\"><a href=\"\(Addresses.accounts())\">\(frame[AccountTexts.title])</a></p>"
    }

    static func person(
        _ person: Person, names: [String: String], tries: Int, notice: Text?, problems: [FieldProblem], typed: FormData?,
        _ frame: Frame
    ) -> Html {
        let account = person.account
        let status: Html = account.endedAt.map { "<p class=\"next-plain\">\(frame[AccountTexts.ended($0.dayInNorway)])</p>" } ?? .empty
        return """
            \(crumb(frame))<h1>\(account.name)</h1><p class="lede">\(account.email?.text)</p>
            \(notice.map { "<p class=\"done\" role=\"status\">\(frame[$0])</p>" as Html })\(status)\(Form.errorSummary(problems, frame))
            \(tries > 0 ? "<p class=\"next-plain\">\(frame[AccountTexts.strangerTries(tries, days: StrangerTries.daysKept, most: StrangerTries.most)])</p>" as Html : .empty)
            \(account.endedAt == nil ? current(person, problems, frame) + change(account, problems, typed, frame) : .empty)
            \(history(person, names: names, frame))
            """
    }

    private static func current(_ person: Person, _ problems: [FieldProblem], _ frame: Frame) -> Html {
        let id = person.account.id
        let rows = person.current.map { record, title -> Html in
            """
            <li><p><b>\(frame[title])</b></p><p><a class="btn quiet small" href="\(Addresses.endRole(id, record.id))">\(frame[AccountTexts.endGrant])\
            <span class="hidden-visually">: \(frame[title])</span></a></p></li>
            """
        }
        let error = problems.filter { $0.field == "roller" }.map { "<p class=\"error\">\(frame[$0.text])</p>" as Html }
        return """
            <section id="roller"><h2>\(frame[AccountTexts.current])</h2>\(error)
            \(rows.isEmpty ? "<p class=\"empty\">\(frame[AccountTexts.noCurrent])</p>" : "<ul class=\"waiting roles\">\(rows)</ul>" as Html)
            <p class="acts"><a class="btn quiet" href="\(Addresses.accountRole(id))">\(frame[AccountTexts.addGrant])</a>\
            <a class="btn danger" href="\(Addresses.endAccount(id))">\(frame[AccountTexts.endAccount])</a></p></section>
            <section><h2>\(frame[AccountTexts.linkTitle])</h2><p>\(frame[AccountTexts.linkWhy]) \(frame[AccountTexts.notSent]) \(frame[AccountTexts.linkReplaces])</p>
            <form method="post" action="\(Addresses.accountLink(id))">\(Form.marks(frame))<p class="acts"><button class="btn quiet">\(frame[AccountTexts.makeLink])</button></p></form></section>
            """
    }

    private static func change(_ account: Account, _ problems: [FieldProblem], _ typed: FormData?, _ frame: Frame) -> Html {
        """
        <section><h2>\(frame[AccountTexts.personTitle])</h2><form method="post" action="\(Addresses.account(account.id))" novalidate>\(Form.mark(frame))<input type="hidden" name="_based" value="\(typed.map { $0["_based"] }.flatMap { $0.isEmpty ? nil : $0 } ?? account.mark)">
        \(Form.text("navn", frame[AccountTexts.name], value: typed?["navn"] ?? account.name, problems: problems, frame))\
        \(Form.text("epost", frame[AccountTexts.email], value: typed?["epost"] ?? account.email?.text ?? "", hint: frame[AccountTexts.emailHint], problems: problems, type: "email", frame))\
        <p class="acts"><button class="btn quiet">\(frame[CommonTexts.save])</button></p></form></section>
        """
    }

    private static func history(_ person: Person, names: [String: String], _ frame: Frame) -> Html {
        func when(_ time: Instant?, _ by: String?) -> String {
            guard let time else { return "–" }
            return frame[AccountTexts.by(Format.time(time), by.map { names[$0] ?? $0 } ?? "–")]
        }
        let rows = person.grants.map { record, title -> [Html] in
            ["\(frame[title])", "\(when(record.grantedAt, record.grantedBy))", "\(when(record.endedAt, record.endedBy))"]
        }
        let heads = [AccountTexts.role, AccountTexts.given, AccountTexts.endedHead]
        return """
            <section><h2>\(frame[AccountTexts.history])</h2>\(ListTable(AccountTexts.history, heads, frame).html(rows))</section>
            """
    }

    static func ending(_ account: Account, _ frame: Frame) -> Html {
        """
        \(crumb(frame))<div class="narrow"><h1>\(frame[AccountTexts.endQuestion(account.name)])</h1><p>\(frame[AccountTexts.endWhat])</p>
        <form method="post" action="\(Addresses.endAccount(account.id))">\(Form.mark(frame))<p class="acts"><button class="btn danger">\(frame[AccountTexts.endAccount])</button>\
        <a class="btn quiet" href="\(Addresses.account(account.id))">\(frame[CommonTexts.cancel])</a></p></form></div>
        """
    }

    static func endingRole(_ grant: String, _ title: Text, of account: Account, _ frame: Frame) -> Html {
        """
        \(crumb(frame))<div class="narrow"><h1>\(frame[AccountTexts.endGrantQuestion(account.name)])</h1><p><b>\(frame[title])</b></p><p>\(frame[AccountTexts.endGrantWhat])</p>
        <form method="post" action="\(Addresses.endRole(account.id, grant))">\(Form.mark(frame))<p class="acts"><button class="btn danger">\(frame[AccountTexts.endGrant])</button>\
        <a class="btn quiet" href="\(Addresses.account(account.id))">\(frame[CommonTexts.cancel])</a></p></form></div>
        """
    }

    static func link(_ address: String, for account: Account, until: Instant, _ frame: Frame) -> Html {
        """
        \(crumb(frame))<div class="narrow"><h1>\(frame[AccountTexts.linkMade])</h1>
        <p>\(frame[AccountTexts.linkOnce(account.name, until: until)]) \(frame[AccountTexts.notSent]) \(frame[AccountTexts.linkReplaces])</p>
        <div class="field"><label for="lenke">\(frame[AccountTexts.link])</label><textarea id="lenke" rows="3" readonly>\(address)</textarea></div>
        <p><a href="\(Addresses.account(account.id))">\(frame[AccountTexts.back])</a></p></div>
        """
    }
}
