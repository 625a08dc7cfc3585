import AlisDomain

/// One doctor's supervision: where the account stands and what to do, who supervises her, and the sessions.
struct DoctorSupervisionPage {
    let person: RegisterIndex.Ordinal
    let scope: SupervisionScope
    let sessions: [Version<SupervisionSession>]
    /// Only those the viewer may read; others are not even fetched.
    let notes: [String: [SupervisionNote]]
    let frame: Frame

    private var view: SupervisionView { scope.view }
    private var id: RecordID { view.personID(person) }
    private var isOwn: Bool { scope.ownPersons.contains(person) }
    private var isParty: Bool { isOwn || scope.supervises(person) }
    private var mayAssign: Bool { scope.mayAssign(person) }

    func html() -> Html {
        let account = view.account(of: person)
        let crumb: Html =
            isOwn || scope.isWriter
            ? "<a href=\"\(Addresses.record(id))\">\(view.name(person))</a>"
            : "<a href=\"\(Addresses.supervisors())\">\(frame[SupervisionTexts.supervision])</a>"
        return """
            <p class="crumb">\(crumb)</p>
            <div class="head"><div><h1>\(frame[SessionTexts.title(view.name(person))])</h1><p class="lede">\(Self.verdict(account.verdict, frame))\(countedFrom(account))</p></div>
            <p class="acts">\(isParty ? "<a class=\"btn\" href=\"\(Addresses.newSession(id))\">\(frame[SessionTexts.log])</a><a class=\"btn quiet\" href=\"\(Addresses.gatherings())\">\(frame[GatheringTexts.title])</a>" as Html : .empty)\
            <a class="btn quiet" href="\(Addresses.objectives(id))">\(frame[ObjectiveTexts.title])</a>\
            <a class="btn quiet" href="\(Addresses.plan(id))">\(frame[TraineeTexts.plan])</a></p></div>
            \(next(account))\(figures(account))\(supervisors)\(list)
            """
    }

    /// From when hours are asked for, and of which of them nobody knows whether they were given.
    private func countedFrom(_ account: SupervisionBalance) -> Html {
        guard let due = account.due, let begins = due.begins, begins <= frame.today else { return .empty }
        let unknown = due.unknown > 0 ? due.knownFrom.map { " \(frame[SessionTexts.unknownBefore($0)])" as Html } : nil
        return ". \(frame[SessionTexts.countedFrom(begins)])\(unknown)"
    }

    private func next(_ account: SupervisionBalance) -> Html {
        guard let advice = SessionTexts.advice(account.verdict, from: account.due?.countsFrom) else { return .empty }
        let find: Html
        switch account.verdict {
        case .noSupervisor, .partly:
            find =
                mayAssign ? "<a class=\"btn\" href=\"\(Addresses.findSupervisor())?lege=\(id.text)\">\(frame[PoolTexts.find])</a>" : .empty
        case .behind, .notNow, .onTrack: find = .empty
        }
        return "<div class=\"next\"><p>\(frame[advice])</p>\(find)</div>"
    }

    static func verdict(_ verdict: SupervisionBalance.Verdict, _ frame: Frame) -> Html {
        let style =
            switch verdict {
            case .onTrack: "v-ok"
            case .partly, .behind: "v-no"
            case .noSupervisor: "v-stop"
            case .notNow: ""
            }
        return "<span class=\"\(style)\">\(frame[SessionTexts.verdict(verdict)])</span>"
    }

    private func figures(_ account: SupervisionBalance) -> Html {
        let rates = view.book.rates
        let source = rates.rate(.individualHours, on: frame.today)?.source ?? ""
        let isShort =
            switch account.verdict {
            case .behind: true
            default: false
            }
        func key(_ text: String, _ name: Text, _ why: Text, isWarning: Bool = false) -> Html {
            KeyFigure.html(text, frame[name], definition: frame[why], link: nil, isWarning: isWarning, frame)
        }
        func hours(_ minutes: Int) -> String { frame[SupervisionTexts.hours(minutes)] }
        var keys: [Html] = []
        if let due = account.due {
            let rule = SupervisionTexts.rule(rates, on: frame.today)
            keys.append(key(hours(due.expected), SessionTexts.expected, SessionTexts.expectedWhy(due.begins, rule: rule, source: source)))
            keys.append(key(hours(due.given), SessionTexts.given, SessionTexts.givenWhy, isWarning: isShort))
            if due.unknown > 0, let day = due.knownFrom {
                keys.append(key(hours(due.unknown), SessionTexts.unknown, SupervisionFigureTexts.unknown(due.unknown, before: day)))
            }
            keys.append(key(hours(due.behind), SessionTexts.missing, SessionTexts.missingWhy, isWarning: isShort))
        }
        keys.append(key(hours(account.preparation), SessionTexts.prepared, SessionTexts.preparedWhy))
        if let group = account.account?.group {
            keys.append(
                key("\(HoursText.hours(group.given)) / \(hours(group.required))", SessionTexts.groupHours, SessionTexts.groupWhy(group)))
        }
        return """
            <div class="keys">\(keys)</div><p class="note">\(frame[SessionTexts.samePlan])</p>
            """
    }

    private var supervisors: Html {
        let assignments = view.book.assignments(ofPerson: person).reversed()
        func name(_ assignment: SupervisionBook.Assignment) -> String { view.book.supervisors[assignment.value.supervisor]?.name ?? "–" }
        var columns = [
            ListColumn<SupervisionBook.Assignment>(frame[SupervisionTexts.supervisor]) { row in
                scope.sees(supervisor: row.value.supervisor)
                    ? "<a href=\"\(Addresses.supervisor(row.value.supervisor))\">\(name(row))</a>" : "\(name(row))"
            },
            ListColumn(frame[SupervisionTexts.share]) { "\(Format.percent($0.value.share))" },
            ListColumn(frame[SupervisionTexts.period]) { "\(Format.period($0.period, frame.language))" },
            ListColumn(frame[SupervisionTexts.status]) { row in
                view.book.supervisors[row.value.supervisor].map { SupervisorList.standing($0.standing(on: frame.today), frame) } ?? .empty
            },
        ]
        if mayAssign {
            let edit = frame[SessionTexts.editAssignment]
            columns.append(
                ListColumn(frame[CommonTexts.change]) { row in
                    "<a href=\"\(Addresses.assignment(id, row.id))\" aria-label=\"\(edit): \(name(row))\">\(edit)</a>"
                })
        }
        let acts: Html =
            mayAssign
            ? """
            <p class="acts"><a class="btn quiet small" href="\(Addresses.newAssignment(id))">\(frame[SessionTexts.assign])</a>\
            <a class="btn quiet small" href="\(Addresses.findSupervisor())?lege=\(id.text)">\(frame[PoolTexts.find])</a></p>
            """ : .empty
        return """
            <section><h2>\(frame[SessionTexts.supervisorsTitle])</h2>\(acts)
            \(assignments.isEmpty ? "<p class=\"empty\">\(frame[SessionTexts.noSupervisors])</p>" as Html : ListTable(frame[SessionTexts.supervisorsTitle], columns).html(assignments))</section>
            """
    }

    private var list: Html {
        let items = sessions.prefix(80).map { session -> Html in
            let value = session.value
            let mine = (notes[session.id] ?? []).map { SessionHistoryPage.note($0, frame) }
            let line = Self.line(value, who: view.book.supervisors[value.supervisor]?.name ?? "", frame)
            return "<li>\(line)\(mine)\(isParty ? tools(session.id, on: value.day) : .empty)</li>"
        }
        let older = Array(items.dropFirst(8))
        let rest: Html =
            older.isEmpty
            ? .empty
            : "<details><summary>\(frame[SessionTexts.older(older.count)])</summary><ul class=\"sessions\">\(older)</ul></details>"
        return """
            <section><h2>\(frame[SessionTexts.sessions])</h2>
            \(items.isEmpty ? "<p class=\"empty\">\(frame[SessionTexts.noSessions])</p>" as Html : "<ul class=\"sessions\">\(Array(items.prefix(8)))</ul>")\(rest)
            \(isParty ? "<p class=\"note\"><a href=\"\(Addresses.withdrawnSessions(id))\">\(frame[SessionTexts.withdrawnTitle])</a></p>" as Html : .empty)</section>
            """
    }

    static func line(_ session: SupervisionSession, who: String, _ frame: Frame) -> Html {
        let how = frame[session.isDigital ? SupervisionTexts.digital : SupervisionTexts.inPerson]
        let kind = session.isGroup ? ", \(frame[SessionTexts.group].lowercased())" : ""
        let prepared =
            session.preparationMinutes > 0 ? " (+ \(session.preparationMinutes) min \(frame[SessionTexts.prepared].lowercased()))" : ""
        return "<b>\(session.day.norwegian)</b> \(session.minutes) min, \(how)\(kind)\(prepared). \(who)"
    }

    private func tools(_ session: String, on day: CalendarDay) -> Html {
        """
        <details><summary>\(frame[SessionTexts.addNote])<span class="hidden-visually">, \(day.norwegian)</span></summary>
        <form method="post" action="\(Addresses.sessionNote(id, session))">\(Form.marks(frame))
        <div class="field"><label for="notat-\(session)">\(frame[SessionTexts.note])</label><p class="hint">\(frame[SessionTexts.noteHint])</p>\
        <textarea id="notat-\(session)" name="notat" rows="3"></textarea></div>
        <button class="btn quiet small">\(frame[SessionTexts.addNote])</button></form></details>
        <a class="note" href="\(Addresses.session(id, session))">\(frame[SessionTexts.correctOrWithdraw])<span class="hidden-visually">, \(day.norwegian)</span></a>
        """
    }
}
