import AlisDomain

/// The pages about possible duplicates.
enum DuplicatePages {
    struct Pair: Sendable {
        let pair: DuplicatePair
        let first: Trainee?
        let second: Trainee?
    }

    struct Merged: Sendable {
        let merge: TraineeMerge
        let keptName: String
        let duplicateName: String

        /// Where the two are split again.
        var splitting: String { Addresses.splitting(merge.kept, merge.duplicate) }
    }

    /// Two that somebody has said are two doctors.
    struct Apart: Sendable {
        let pair: DuplicateDismissal
        let names: [String]
        let change: Change?
    }

    /// One of the viewer's doctors who is like somebody registered elsewhere.
    struct OneSided: Sendable {
        let id: RecordID
        let name: String
        let isAsked: Bool
    }

    static func list(
        _ pairs: [Pair], others: [OneSided], merged: [Merged], apart: [Apart], done notice: Text?, _ frame: Frame
    ) -> Html {
        let rows = pairs.map { pair -> [Html] in
            let reasons = DuplicatePair.Reason.allCases.filter { pair.pair.reasons.contains($0) }.map { frame[DuplicateTexts.name($0)] }
            return [
                "\(pair.first?.fullName)", "\(pair.second?.fullName)", "\(reasons.joined(separator: ", "))",
                """
                <a href="\(Addresses.duplicatePair(pair.pair.first, pair.pair.second))">\(frame[DuplicateTexts.compare])\
                <span class="hidden-visually">: \(pair.first?.fullName)</span></a>
                """,
            ]
        }
        let heads = [DuplicateTexts.one, DuplicateTexts.other, DuplicateTexts.why]
        let table: Html =
            rows.isEmpty
            ? "<p class=\"empty\">\(frame[DuplicateTexts.none])</p>"
            : ListTable(DuplicateTexts.title, heads, act: DuplicateTexts.compare, frame).html(rows)
        let done = merged.map { item -> Html in
            """
            <li><a href="\(Addresses.record(item.merge.kept))">\(item.keptName)</a> ← \(item.duplicateName) \
            <a class="btn quiet small" href="\(item.splitting)">\(frame[DuplicateTexts.split])\
            <span class="hidden-visually">: \(item.keptName)</span></a></li>
            """
        }
        return """
            <h1>\(frame[DuplicateTexts.title])</h1><p class="lede">\(frame[DuplicateTexts.lede])</p>
            \(notice.map { "<p class=\"done\" role=\"status\">\(frame[$0])</p>" as Html })
            \(table)\(elsewhere(others, frame))
            \(done.isEmpty ? .empty : "<h2>\(frame[DuplicateTexts.mergedBefore])</h2><ul>\(done)</ul>" as Html)
            \(toldApart(apart, frame))
            """
    }

    /// Those who are like somebody elsewhere: nothing is said of the other, and the office is asked.
    private static func elsewhere(_ others: [OneSided], _ frame: Frame) -> Html {
        if others.isEmpty { return .empty }
        let items = others.map { other -> Html in
            let act: Html =
                other.isAsked
                ? "<a href=\"\(Addresses.transfers())\">\(frame[TransferTexts.name(.asked)])</a>"
                : """
                <form class="inline" method="post" action="\(Addresses.transfers())">\(Form.marks(frame))\
                <input type="hidden" name="lege" value="\(other.id.text)"><button class="btn quiet small">\(frame[TransferTexts.ask])\
                <span class="hidden-visually">: \(other.name)</span></button></form>
                """
            return "<li><a href=\"\(Addresses.record(other.id))\">\(other.name)</a> \(act)</li>"
        }
        return "<h2>\(frame[DuplicateTexts.elsewhereTitle])</h2><p>\(frame[DuplicateTexts.elsewhere])</p><ul>\(items)</ul>"
    }

    /// Who has been told apart, by whom, each with the way to take it back.
    private static func toldApart(_ apart: [Apart], _ frame: Frame) -> Html {
        let items = apart.map { item -> Html in
            let who = item.change.map { frame[DuplicateTexts.toldApartBy($0.byName, $0.recordedAt.dayInNorway)] } ?? ""
            let names = item.names.joined(separator: " / ")
            return """
                <li>\(names) <span class="note">\(who)</span> <form class="inline" method="post" action="\(Addresses.tellingApartUndone(item.pair.first, item.pair.second))">\
                \(Form.mark(frame))<button class="btn quiet small">\(frame[DuplicateTexts.undo])<span class="hidden-visually">: \(names)</span></button></form></li>
                """
        }
        return items.isEmpty ? .empty : "<h2>\(frame[DuplicateTexts.apartBefore])</h2><ul>\(items)</ul>"
    }

    static func split(_ merged: Merged, _ values: FormData, _ problems: [FieldProblem], _ frame: Frame) -> Html {
        """
        <div class="narrow"><p class="crumb"><a href="\(Addresses.duplicates())">\(frame[DuplicateTexts.title])</a></p>
        <h1>\(frame[DuplicateTexts.splitTitle(merged.keptName)])</h1><p class="lede">\(frame[DuplicateTexts.splitLede(merged.keptName, merged.duplicateName)])</p>
        \(Form.errorSummary(problems, frame))
        <form method="post" action="\(merged.splitting)">\(Form.marks(frame, values))
        \(ReasonField.html(ReasonTexts.splitting, values, problems, isAlwaysRequired: true, frame))
        \(Form.buttons(frame[DuplicateTexts.split], cancel: Addresses.duplicates(), frame))</form></div>
        """
    }

    static func compare(
        _ left: TraineeRecord, _ right: TraineeRecord, view: RegisterView, _ shown: ShownForm, _ frame: Frame
    ) -> Html {
        let (values, problems) = (shown.values, shown.problems)
        func name(_ id: MunicipalityID) -> String { view.directory.nearestFacts(of: id, on: frame.today)?.name ?? id.key }
        func trainee(_ record: TraineeRecord) -> Trainee? { record.trainee(on: frame.today) }
        func work(_ record: TraineeRecord) -> String {
            record.engagements.flatMap(\.timeline.stretches).map {
                "\(name($0.value.municipality)) \(Format.percent($0.value.percent)), \(Format.period($0.period, frame.language))"
            }.joined(separator: "; ")
        }
        func course(_ record: TraineeRecord) -> String {
            record.trainings.flatMap(\.timeline.stretches).map {
                "\(frame[OverviewTexts.name($0.value.scheme)]), \(frame[TraineeTexts.name($0.value.standing)]), \(Format.period($0.period, frame.language))"
            }.joined(separator: "; ")
        }
        let lines: [(Text, String, String)] = [
            (TraineeTexts.name, trainee(left)?.fullName ?? "", trainee(right)?.fullName ?? ""),
            (TraineeTexts.hpr, trainee(left)?.hpr?.digits ?? "–", trainee(right)?.hpr?.digits ?? "–"),
            (TraineeTexts.birthYear, trainee(left)?.birthYear.map(String.init) ?? "–", trainee(right)?.birthYear.map(String.init) ?? "–"),
            (TraineeTexts.email, trainee(left)?.email?.text ?? "–", trainee(right)?.email?.text ?? "–"),
            (TraineeTexts.training, course(left), course(right)), (TraineeTexts.engagements, work(left), work(right)),
        ]
        let rows = lines.map { line -> Html in
            "<tr><th scope=\"row\">\(frame[line.0])</th><td>\(line.1)</td><td>\(line.2)</td></tr>"
        }
        // Two records of one doctor look alike: which column it is, and what tells it apart, is in the label.
        let options = [(DuplicateTexts.one, left), (DuplicateTexts.other, right)].map { which, record in
            let facts = [
                trainee(record)?.fullName, trainee(record)?.hpr.map { "HPR \($0.digits)" },
                trainee(record)?.birthYear.map { "\(frame[MunicipalityTexts.born]) \($0)" }, work(record).isEmpty ? nil : work(record),
            ].compactMap { $0 }.joined(separator: ", ")
            return (value: record.id.text, text: "\(frame[which]): \(facts)")
        }
        let keeps = values["behold"].isEmpty ? left.id.text : values["behold"]
        return """
            <p class="crumb"><a href="\(Addresses.duplicates())">\(frame[DuplicateTexts.title])</a></p><h1>\(frame[DuplicateTexts.isItOne])</h1>
            <table class="plain"><thead><tr><td></td><th scope="col">\(frame[DuplicateTexts.one])</th><th scope="col">\(frame[DuplicateTexts.other])</th></tr></thead>
            <tbody>\(rows)</tbody></table>
            \(Form.errorSummary(problems, frame))\(doubled(left, right, frame))
            <form method="post" action="\(Addresses.duplicatePair(left.id, right.id))">\(Form.marks(frame, values, newest: max(left.lastChange, right.lastChange)))
            \(Form.radios("behold", frame[DuplicateTexts.keep], value: keeps, options: options, hint: frame[DuplicateTexts.keepHint], problems: problems, frame))
            \(ReasonField.html(ReasonTexts.merging, values, problems, isAlwaysRequired: true, frame))
            \(Form.buttons(frame[DuplicateTexts.merge], cancel: Addresses.duplicates(), frame))</form>
            <section><h2>\(frame[DuplicateTexts.areTwo])</h2><p class="note">\(frame[DuplicateTexts.areTwoHint])</p>
            <form method="post" action="\(Addresses.tellingApart(left.id, right.id))">\(Form.mark(frame))<p class="acts">\
            <button class="btn quiet">\(frame[DuplicateTexts.tellApart])</button></p></form></section>
            """
    }

    /// What both records say at once, and one doctor cannot have: told before, so that nobody is surprised by it afterwards.
    private static func doubled(_ left: TraineeRecord, _ right: TraineeRecord, _ frame: Frame) -> Html {
        func running(_ record: TraineeRecord) -> Int {
            record.trainings.count { thing in thing.timeline.value(on: frame.today).map { !$0.standing.isEnded } ?? false }
        }
        let work = (left.work(besides: nil) + right.work(besides: nil)).map { PositionSum.Part($0.period, $0.value.percent) }
        let (trainings, together) = (running(left) + running(right), PositionSum(work))
        guard trainings > 1 || together.isAboveWhole(on: frame.today) else { return .empty }
        let sum = together.hundredths(on: frame.today)
        return "<p class=\"next-plain\">\(frame[DuplicateTexts.doubled(trainings: trainings, sum: sum)])</p>"
    }
}

/// Texts about possible duplicates.
enum DuplicateTexts {
    static func refusal(_ refusal: TraineeMerge.Refusal) -> Text {
        switch refusal {
        case .differentHPR:
            Text(
                "De to har hvert sitt HPR-nummer, og er to leger. Er det ene skrevet feil, retter du det først.",
                nn: "Dei to har kvart sitt HPR-nummer, og er to legar. Er det eine skrive feil, rettar du det først.")
        case .differentBirthYear:
            Text(
                "De to er født i hvert sitt år. Er det ene skrevet feil, retter du det først.",
                nn: "Dei to er fødde i kvart sitt år. Er det eine skrive feil, rettar du det først.")
        case .differentNames:
            Text(
                "De to har ikke noe av navnet felles, og ikke samme HPR-nummer. Er det samme lege, retter du det ene først.",
                nn: "Dei to har ikkje noko av namnet felles, og ikkje same HPR-nummer. Er det same lege, rettar du det eine først.")
        }
    }
    static let title = Text("Mulige dubletter", nn: "Moglege dublettar")
    static let lede = Text(
        "Personer som kan være registrert to ganger. Ingenting går tapt når to slås sammen, og det kan angres når som helst.",
        nn: "Personar som kan vere registrerte to gonger. Ingenting går tapt når to blir slått saman, og det kan angrast når som helst.")
    static let none = Text("Ingen mulige dubletter.", nn: "Ingen moglege dublettar.")
    static let elsewhereTitle = Text("Kan være registrert et annet sted", nn: "Kan vere registrert ein annan stad")
    static let elsewhere = Text(
        "En lege som ligner, er registrert et annet sted. Be om overføring, så svarer kommunen eller ALIS-kontoret der om det er samme person.",
        nn:
            "Ein lege som liknar, er registrert ein annan stad. Be om overføring, så svarer kommunen eller ALIS-kontoret der om det er same person."
    )
    static let one = Text("Den ene", nn: "Den eine")
    static let other = Text("Den andre", nn: "Den andre")
    static let why = Text("Likt", nn: "Likt")
    static let compare = Text("Sammenlign", nn: "Samanlikn")
    static let isItOne = Text("Er dette samme person?", nn: "Er dette same person?")
    static let keep = Text("Hvilken skal vises?", nn: "Kva for ein skal visast?")
    static let keepHint = Text("Alt fra den andre blir vist her.", nn: "Alt frå den andre blir vist her.")
    static let merge = Text("Ja, slå sammen", nn: "Ja, slå saman")
    static let mergedHere = Text(
        "De to er slått sammen. Alt fra begge står her.", nn: "Dei to er slått saman. Alt frå begge står her.")
    static func doubled(trainings: Int, sum: Int) -> Text {
        Text(
            "Til sammen blir det \(trainings) utdanningsløp samtidig og \(IssueTexts.percent(sum)) prosent stilling. Etterpå kommer du til legens side, der du retter det som er ført dobbelt.",
            nn:
                "Til saman blir det \(trainings) utdanningsløp samstundes og \(IssueTexts.percent(sum)) prosent stilling. Etterpå kjem du til sida til legen, der du rettar det som er ført dobbelt."
        )
    }
    static func splitTitle(_ name: String) -> Text { Text("Skill \(name) igjen", nn: "Skil \(name) igjen") }
    static func splitLede(_ kept: String, _ duplicate: String) -> Text {
        Text(
            "\(kept) og \(duplicate) blir to personer igjen, slik de var før de ble slått sammen. De står da ikke lenger som mulige dubletter.",
            nn:
                "\(kept) og \(duplicate) blir to personar igjen, slik dei var før dei blei slått saman. Dei står då ikkje lenger som moglege dublettar."
        )
    }
    static let split = Text("Skill igjen", nn: "Skil igjen")
    static let wasSplit = Text("De to er skilt igjen, slik de var.", nn: "Dei to er skilde igjen, slik dei var.")
    static let areTwo = Text("Er det to ulike personer?", nn: "Er det to ulike personar?")
    static let areTwoHint = Text(
        "Da står de ikke lenger som mulige dubletter. Det kan angres når som helst.",
        nn: "Då står dei ikkje lenger som moglege dublettar. Det kan angrast når som helst.")
    static let tellApart = Text("Nei, ikke samme person", nn: "Nei, ikkje same person")
    static let wasToldApart = Text(
        "Lagret: det er to ulike personer. De står ikke lenger som mulige dubletter.",
        nn: "Lagra: det er to ulike personar. Dei står ikkje lenger som moglege dublettar.")
    static let wasUndone = Text(
        "Angret. Ligner de, står de igjen som mulige dubletter.", nn: "Angra. Liknar dei, står dei igjen som moglege dublettar.")
    static let apartBefore = Text("Avklart: ikke samme person", nn: "Avklart: ikkje same person")
    static let undo = Text("Angre", nn: "Angre")
    static func toldApartBy(_ name: String, _ day: CalendarDay) -> Text {
        Text("avklart av \(name) \(day.norwegian)", nn: "avklart av \(name) \(day.norwegian)")
    }
    static let fromTheOther = Text("Fra den andre registreringen", nn: "Frå den andre registreringa")
    static let takeOver = Text("Bruk dette", nn: "Bruk dette")
    static let mergedInto = Text("Slått sammen med en annen registrering:", nn: "Slått saman med ei anna registrering:")
    static func mergedWith(_ name: String) -> Text { Text("Slått sammen med \(name)", nn: "Slått saman med \(name)") }
    static func apartFrom(_ name: String) -> Text { Text("Ikke samme person som \(name)", nn: "Ikkje same person som \(name)") }
    static let someoneElse = Text("en lege du ikke har tilgang til", nn: "ein lege du ikkje har tilgang til")
    static let mergedBefore = Text("Slått sammen før", nn: "Slått saman før")

    static func name(_ reason: DuplicatePair.Reason) -> Text {
        switch reason {
        case .sameHPR: Text("samme HPR-nummer", nn: "same HPR-nummer")
        case .sameNameAndBirthYear: Text("samme navn og fødselsår", nn: "same namn og fødselsår")
        case .sameNameAndEmail: Text("samme navn og e-post", nn: "same namn og e-post")
        case .sameEmail: Text("samme e-post", nn: "same e-post")
        case .sameName: Text("samme navn", nn: "same namn")
        }
    }
}
