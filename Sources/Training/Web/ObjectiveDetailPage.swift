import AlisDomain

/// One objective of one doctor: where it stands, what it replaced, where it is to be reached, the way to approval, and its history.
struct ObjectiveDetailPage {
    let opened: ObjectiveDesk.Opened
    let code: Objective.Code
    let history: [HistoryStep]
    /// The names of those who made links, by account.
    let makers: [String: String]
    let supervisors: [String]
    let notice: (text: Text, isDone: Bool)?
    let frame: Frame

    private var objective: Objective? { opened.objective(code) }
    private var record: TrainingObjective? { opened.file.record(of: code, on: opened.today) }

    func html() -> Html {
        """
        <div class="narrow"><p class="crumb"><a href="\(opened.path)">\(frame[ObjectiveTexts.pageTitle(opened.trainee.fullName)])</a></p>
        \(notice.map { ObjectiveBar.notice($0, frame) })
        <h1>\(opened.title(code, frame))</h1>\(facts)\(acts)\(replaced)\(chain)\(past)</div>
        """
    }

    private func link(_ act: ObjectiveAct) -> Html {
        "<a class=\"btn\(act == .decide ? "" : " quiet") small\" href=\"\(Addresses.objectiveAct(opened.id))?gjor=\(act.rawValue)&amp;mal=\(code.text)\">\(frame[act.title])</a>"
    }

    /// The newest change that said how it stands.
    private var lastChange: Change? {
        history.filter { !$0.facts(TrainingObjective.self).after.isEmpty }.map(\.change).max { $0.number < $1.number }
    }

    private var facts: Html {
        let status = record?.record.status ?? .notStarted
        var lines: [(Text, Html)] = [
            (
                ObjectiveTexts.status,
                "<span class=\"verdict \(ObjectiveBar.mark(status))\">\(frame[ObjectiveTexts.full(status)])</span>"
            )
        ]
        if let record {
            let by = [.entered, .confirmed].contains(record.record.origin) ? lastChange.map { " (\($0.byName))" } ?? "" : ""
            lines.append((ObjectiveTexts.origin, "\(frame[ObjectiveTexts.origin(record.record)])\(by)"))
            if !record.note.isEmpty { lines.append((TraineeTexts.note, "\(record.note)")) }
        }
        let arena = opened.arena(code, frame)
        if !arena.isEmpty { lines.append((ObjectiveTexts.arena, "\(arena)")) }
        if let objective {
            lines.append((ObjectiveTexts.set, "\(frame[ObjectiveTexts.name(objective.set)])"))
            // Of one that an import left out nobody has said when it ended.
            if opened.catalogue.objective(code, on: opened.today) != nil {
                lines.append((ObjectiveTexts.validity, "\(Format.period(objective.period, frame.language))"))
            }
            lines.append((ObjectiveTexts.textFrom, RuleTexts.source(objective.source, frame)))
        }
        let sample: Html = objective?.isSample ?? false ? "<p class=\"note sample\">\(frame[ObjectiveTexts.sample])</p>" : .empty
        let replaced: Html = opened.replacedNote(code).map { "<p class=\"next-plain\">\(frame[$0])</p>" } ?? .empty
        return "\(replaced)\(sample)<dl class=\"facts\">\(lines.map { "<dt>\(frame[$0.0])</dt><dd>\($0.1)</dd>" as Html })</dl>"
    }

    private var acts: Html {
        let standing = opened.chain(code).standing
        let offered = ObjectiveAct.offered(opened).filter { act in
            switch act {
            case .status, .arena: true
            case .withdraw: opened.chain(code).isOpen
            case .ask: (record?.record.status.rank ?? 0) < 3 && !opened.chain(code).isOpen
            case .invite, .recommend: (record?.record.status.rank ?? 0) < 3
            case .decide: standing == .waitsForLeader
            case .confirm: record?.record.awaitsConfirmation ?? false
            }
        }
        return offered.isEmpty ? .empty : "<p class=\"acts\">\(offered.map(link))</p>"
    }

    private var replaced: Html {
        var parts: [Html] = []
        if let objective, !objective.replaces.isEmpty {
            let known = objective.replaces.compactMap { opened.file.record(of: $0, on: opened.today)?.record }
            let items = objective.replaces.map { code -> Html in
                let record = known.first { $0.objective == code }
                let chain = opened.chain(code)
                let waits = chain.isOpen ? ", \(frame[ObjectiveTexts.standing(chain.standing)])" : ""
                return """
                    <li><a href="\(Addresses.objective(opened.id, code.text))">\(opened.title(code, frame))</a>: \
                    \(frame[ObjectiveTexts.full(record?.status ?? .notStarted)])\(waits)</li>
                    """
            }
            let before = known.filter { $0.status.rank == 3 }.count == objective.replaces.count
            parts.append(
                "<h2>\(frame[ObjectiveTexts.replaces])</h2><ul>\(items)</ul>\(before ? "<p>\(frame[ObjectiveTexts.allBefore])</p>" as Html : .empty)"
            )
        }
        let successors = opened.catalogue.successors(of: code).map { next -> Html in
            "<li><a href=\"\(Addresses.objective(opened.id, next.code.text))\">\(next.code.text) \(frame[next.title])</a>, \(Format.period(next.period, frame.language))</li>"
        }
        if !successors.isEmpty { parts.append("<h2>\(frame[ObjectiveTexts.replacedBy])</h2><ul>\(successors)</ul>") }
        return .join(parts)
    }

    private var chain: Html {
        let chain = opened.chain(code)
        let items = chain.steps.reversed().map { step -> Html in
            let words: Html = step.words.isEmpty ? .empty : "<p class=\"why\">«\(step.words)»</p>"
            let made: Html = step.role == .clinicalSupervisor && step.kind != .invited ? Self.byLink(step, chain, makers, frame) : .empty
            return """
                <li><b>\(frame[ObjectiveTexts.name(step.kind, step.role)])</b> \(step.day.norwegian), \(step.personName)\(made)\(words)</li>
                """
        }
        var hints: [Html] = []
        if case .waits(let supervisor, let clinical) = chain.standing {
            if supervisor {
                hints.append(
                    supervisors.isEmpty
                        ? "<li>\(frame[Self.noSupervisor])</li>"
                        : "<li>\(frame[Self.supervisorNext(supervisors.joined(separator: ", "))])</li>")
            }
            if clinical {
                hints.append(
                    chain.invitations.isEmpty
                        ? "<li>\(frame[Self.inviteNext])</li>"
                        : "<li>\(frame[Self.clinicalNext(Set(chain.invitations.map(\.personName)).sorted().joined(separator: ", "))])</li>")
            }
        }
        return """
            <section id="godkjenning"><h2>\(frame[ObjectiveTexts.chain])</h2>
            <p><b>\(Self.sentence(frame[standing(chain)]))</b></p>\(hints.isEmpty ? .empty : "<ul>\(hints)</ul>" as Html)
            \(items.isEmpty ? .empty : "<ol class=\"history\">\(items)</ol>" as Html)
            <p class="note">\(frame[ObjectiveTexts.formal])</p></section>
            """
    }

    private func standing(_ chain: ObjectiveChain) -> Text {
        if case .notAsked = chain.standing, let record, record.record.status.rank == 3 {
            return ObjectiveTexts.approvedElsewhere(record.record)
        }
        return ObjectiveTexts.standing(chain.standing)
    }

    /// How an answer came: by whose link, and by whom when somebody was signed in.
    static func byLink(_ step: ObjectiveStep, _ chain: ObjectiveChain, _ makers: [String: String], _ frame: Frame) -> Html {
        guard step.role == .clinicalSupervisor, step.kind != .invited else { return .empty }
        let invitation = chain.steps.first { $0.kind == .invited && $0.request == step.request }
        let maker = invitation.flatMap { makers[$0.account] }
        let signedIn = makers[step.account].map { ", \(frame[answeredAs($0)])" } ?? ""
        return " <span class=\"note\">(\(frame[maker.map(byLinkFrom) ?? byLink])\(signedIn))</span>"
    }

    private static func sentence(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() + "." }

    private static let byLink = Text("med engangslenke, uten innlogging", nn: "med eingongslenkje, utan innlogging")
    private static func byLinkFrom(_ name: String) -> Text {
        Text("med engangslenke som \(name) laget", nn: "med eingongslenkje som \(name) laga")
    }
    private static func answeredAs(_ name: String) -> Text { Text("svart innlogget som \(name)", nn: "svart innlogga som \(name)") }
    private static let noSupervisor = Text(
        "Ingen veileder er tildelt. Finn en veileder først.", nn: "Ingen rettleiar er tildelt. Finn ein rettleiar først.")
    private static let inviteNext = Text(
        "Be en supervisør om anbefaling: du får en lenke du sender.", nn: "Be ein supervisør om tilråding: du får ei lenkje du sender.")
    private static func supervisorNext(_ names: String) -> Text {
        Text("Veileder \(names) anbefaler når hun eller han er logget inn.", nn: "Rettleiar \(names) tilrår når ho eller han er logga inn.")
    }
    private static func clinicalNext(_ names: String) -> Text { Text("Supervisør \(names) er spurt.", nn: "Supervisør \(names) er spurd.") }

    // MARK: History

    private var past: Html {
        let items = history.map { step -> Html in
            let facts = step.facts(TrainingObjective.self)
            let gone = facts.before.max { $0.record.reportedOn < $1.record.reportedOn }
            let new = facts.after.max { $0.record.reportedOn < $1.record.reportedOn }
            let line: Html =
                switch (gone, new) {
                case (let gone?, let new?) where gone.record.status == new.record.status:
                    "\(frame[ObjectiveTexts.confirmed(new.record.status)]), \(frame[ObjectiveTexts.origin(new.record)])"
                case (let gone?, let new?):
                    "<del>\(frame[ObjectiveTexts.full(gone.record.status)])</del> → <ins>\(frame[ObjectiveTexts.full(new.record.status)])</ins>, \(frame[ObjectiveTexts.origin(new.record)])"
                case (nil, let new?):
                    "<ins>\(frame[ObjectiveTexts.full(new.record.status)])</ins>, \(frame[ObjectiveTexts.origin(new.record)])"
                case (let gone?, nil): "<del>\(frame[ObjectiveTexts.full(gone.record.status)])</del>"
                case (nil, nil): .empty
                }
            return "<li>\(History.brief(step.change, frame))<p>\(line)</p></li>"
        }
        return items.isEmpty
            ? .empty : "<section><h2>\(frame[TraineeTexts.history])</h2><ol class=\"history\">\(items)</ol></section>"
    }
}
