import AlisDomain

/// The pages about doctors who are registered elsewhere.
enum TransferPages {
    static func list(_ all: [TransferDesk.Seen], isSent: Bool, _ frame: Frame) -> Html {
        let waiting = all.filter(\.waitsForReader)
        let sent = all.filter { $0.isAsker && !$0.waitsForReader && $0.request.state == .asked }
        let granted = all.filter(\.waitsForWork)
        let settled = all.filter { $0.request.state != .asked && !$0.waitsForWork }.prefix(50)
        let notice: Html = isSent ? "<p class=\"done\" role=\"status\">\(frame[TransferTexts.sent])</p>" : .empty
        func section(_ title: Text, _ rows: [TransferDesk.Seen], empty: Text? = nil) -> Html {
            if rows.isEmpty { return empty.map { "<p class=\"empty\">\(frame[$0])</p>" } ?? .empty }
            let heads = [TraineeTexts.name, TransferTexts.asks, TransferTexts.since, TransferTexts.standing]
            return "<h2>\(frame[title])</h2>\(ListTable(title, heads, frame).html(rows.map { row($0, frame) }))"
        }
        return """
            <div class="head"><div><h1>\(frame[TransferTexts.heading(waiting.count)])</h1><p class="lede">\(frame[TransferTexts.lede])</p></div>
            <p class="acts"><a class="btn quiet" href="\(Addresses.newTransfer())">\(frame[TransferTexts.askTitle])</a></p></div>\(notice)
            \(section(TransferTexts.waitsForYou, waiting))
            \(section(TransferTexts.registerWork, granted))
            \(section(TransferTexts.youWaitFor, sent, empty: waiting.isEmpty && granted.isEmpty && settled.isEmpty ? TransferTexts.none : nil))
            \(section(TransferTexts.settled, Array(settled)))
            """
    }

    private static func row(_ seen: TransferDesk.Seen, _ frame: Frame) -> [Html] {
        [
            "<a href=\"\(Addresses.transfer(seen.id))\">\(seen.request.described.name)</a>", "\(seen.municipality)",
            "\(seen.asked.recordedAt.dayInNorway)", "\(frame[TransferTexts.name(seen.request.state)])",
        ]
    }

    static func show(
        _ seen: TransferDesk.Seen, _ work: [TransferDesk.OwnWork], _ values: FormData, _ problems: [FieldProblem], isSaved: Bool,
        ended: CalendarDay? = nil, _ frame: Frame
    ) -> Html {
        let request = seen.request
        let end = ended.map { frame[TransferTexts.workEnds($0)] } ?? ""
        let saved: Html =
            isSaved
            ? "<p class=\"done\" role=\"status\">\(frame[TransferTexts.saved(request.state, seen.municipality)]) \(end)</p>" : .empty
        let title =
            seen.waitsForReader
            ? TransferTexts.isItHers(seen.municipality, request.described.name)
            : TransferTexts.outcome(request.state, request.described.name, seen.municipality)
        return """
            <div class="narrow"><p class="crumb"><a href="\(Addresses.transfers())">\(frame[TransferTexts.title])</a></p><h1>\(frame[title])</h1>
            \(saved)\(Form.errorSummary(problems, frame))\(described(seen, frame))\(standing(seen, frame))
            \(seen.waitsForReader ? answer(seen, work, values, problems, frame) : .empty)\(acts(seen, frame))</div>
            """
    }

    private static func described(_ seen: TransferDesk.Seen, _ frame: Frame) -> Html {
        let request = seen.request
        func facts(_ name: String, _ hpr: HPRNumber?, _ year: Int?, _ place: String) -> String {
            [name, hpr.map { "HPR \($0.digits)" }, year.map { "\(frame[MunicipalityTexts.born]) \($0)" }, place.isEmpty ? nil : place]
                .compactMap { $0 }.joined(separator: ", ")
        }
        let theirs = facts(request.described.name, request.described.hpr, request.described.birthYear, "")
        let mine = seen.doctor.map { id, trainee, place -> Html in
            """
            <dt>\(frame[TransferTexts.inTheRegister])</dt><dd><a href="\(Addresses.record(id))">\
            \(facts(trainee.fullName, trainee.hpr, trainee.birthYear, place))</a></dd>
            """
        }
        let message: Html = request.message.isEmpty ? .empty : "<dt>\(frame[TransferTexts.message])</dt><dd>\(request.message)</dd>"
        let when = "\(request.askedBy), \(Format.time(seen.asked.recordedAt))"
        return """
            <dl class="facts"><dt>\(frame[TransferTexts.asksFor(seen.municipality)])</dt><dd>\(theirs)</dd>\(mine ?? .empty)
            <dt>\(frame[TransferTexts.askedBy])</dt><dd>\(when)</dd>\(message)</dl>
            """
    }

    /// How it stands, and what comes next.
    private static func standing(_ seen: TransferDesk.Seen, _ frame: Frame) -> Html {
        if seen.waitsForReader {
            return "<p>\(frame[seen.request.trainee == nil ? TransferTexts.unknownLede : TransferTexts.answerLede(seen.municipality)])</p>"
        }
        let reason: Html = seen.change.reason.isEmpty || seen.request.state == .asked ? .empty : " «\(seen.change.reason)»"
        let isGood = [.granted, .another].contains(seen.request.state)
        let who = seen.request.state == .asked ? "" : " \(seen.change.byName), \(Format.time(seen.change.recordedAt))."
        return """
            <p class="\(isGood ? "done" : "next-plain")"><b>\(frame[TransferTexts.name(seen.request.state)]).</b>\(who)\(reason)<br>\
            \(seen.isAsker ? frame[seen.restsOnWork ? TransferTexts.workIsThere(seen.municipality) : TransferTexts.next(seen.request.state)] : "")</p>
            """
    }

    private static func answer(
        _ seen: TransferDesk.Seen, _ work: [TransferDesk.OwnWork], _ values: FormData, _ problems: [FieldProblem], _ frame: Frame
    ) -> Html {
        let places = Set(work.map(\.place)).sorted().joined(separator: ", ")
        let last: Html =
            work.isEmpty
            ? .empty
            : Form.text(
                "siste", frame[TransferTexts.lastDay(places)], value: values["siste"], hint: frame[TransferTexts.lastDayHint],
                problems: problems, frame)
        let yes: Html =
            seen.request.trainee == nil
            ? .empty
            : """
            <form method="post" action="\(Addresses.transferAnswer(seen.id))" novalidate>\(Form.marks(frame))\
            <input type="hidden" name="svar" value="ja">\(last)<p class="acts"><button class="btn">\(frame[TransferTexts.yes(seen.municipality)])</button></p></form>
            """
        let choices = [("annen", TransferTexts.isAnother(seen.request.trainee == nil)), ("nei", TransferTexts.decline)]
            .map { (value: $0.0, text: frame[$0.1]) }
        let choice: Html =
            seen.mayBeAnother
            ? Form.radios("svar", frame[TransferTexts.answer], value: values["svar"], options: choices, problems: problems, frame)
            : "<input type=\"hidden\" name=\"svar\" value=\"nei\">"
        return """
            \(yes)<form method="post" action="\(Addresses.transferAnswer(seen.id))" novalidate>\(Form.marks(frame, values))
            <h2>\(frame[TransferTexts.no])</h2>\(choice)
            \(Form.text("hvorfor", frame[TransferTexts.reason], value: values["hvorfor"], hint: frame[TransferTexts.reasonHint], problems: problems, frame))
            <p class="acts"><button class="btn quiet">\(frame[seen.mayBeAnother ? TransferTexts.sendAnswer : TransferTexts.answerNo])</button></p></form>
            """
    }

    private static func acts(_ seen: TransferDesk.Seen, _ frame: Frame) -> Html {
        func button(_ address: Address<RecordID>, _ text: Text) -> Html {
            """
            <form method="post" action="\(address(seen.id))">\(Form.marks(frame))\
            <p class="acts"><button class="btn quiet">\(frame[text])</button></p></form>
            """
        }
        switch seen.request.state {
        case .asked: return seen.isAsker ? button(Addresses.transferWithdrawal, TransferTexts.withdraw) : .empty
        case .granted:
            guard seen.waitsForWork, let doctor = seen.doctor else {
                if let doctor = seen.doctor, seen.isAsker {
                    return "<p class=\"acts\"><a class=\"btn\" href=\"\(Addresses.record(doctor.id))\">\(doctor.trainee.fullName)</a></p>"
                }
                if seen.restsOnWork { return "<p>\(frame[TransferTexts.restsOnWork(seen.municipality)])</p>" }
                return seen.isAnswerer ? button(Addresses.transferRevocation, TransferTexts.revoke) : .empty
            }
            if let own = seen.own {
                return """
                    <p class="acts"><a class="btn" href="\(Addresses.duplicatePair(own, doctor.id))">\(frame[DuplicateTexts.compare])</a></p>
                    """
            }
            return """
                <p class="acts"><a class="btn" href="\(Addresses.newEngagement(doctor.id))\(seen.request.work.isEmpty ? "" : "?\(seen.request.work)")">\(frame[TraineeTexts.addEngagement])</a>\
                <a class="btn quiet" href="\(Addresses.record(doctor.id))">\(doctor.trainee.fullName)</a></p>
                """
        case .another, .declined, .withdrawn, .revoked: return .empty
        }
    }

    /// What was filled in to ask, with what is wrong with it.
    ///
    /// - Parameter hasOnePlace: the asker works for one municipality.
    static func ask(_ values: FormData, _ problems: [FieldProblem], hasOnePlace: Bool, _ frame: Frame) -> Html {
        let isKnown = !values["lege"].isEmpty
        // Whoever works for one municipality asks for that one.
        let place =
            hasOnePlace
            ? .empty
            : Form.text(
                "kommune", frame[TransferTexts.forWhom], value: values["kommune"], problems: problems, isRequired: true, frame)
        let kept = Form.hidden(FormData(["lege", "egen", "epost"].filter { !values[$0].isEmpty }.map { ($0, values[$0]) }))
        return """
            <div class="narrow"><p class="crumb"><a href="\(Addresses.transfers())">\(frame[TransferTexts.title])</a></p><h1>\(frame[TransferTexts.askTitle])</h1>
            <p class="lede">\(frame[TransferTexts.askLede])</p>
            \(Form.errorSummary(problems, frame))<form method="post" action="\(Addresses.transfers())" novalidate>\(Form.marks(frame, values))\(kept)
            \(isKnown ? .empty : PersonFields.identity(values, problems, frame))\(place)\(message(values, problems, frame))
            \(Form.buttons(frame[TransferTexts.ask], cancel: Addresses.transfers(), frame))</form></div>
            """
    }

    private static func message(_ values: FormData, _ problems: [FieldProblem], _ frame: Frame) -> Html {
        Form.area(
            "melding", frame[TransferTexts.message], value: values["melding"], hint: frame[TransferTexts.messageHint], problems: problems,
            rows: 2, frame)
    }

    /// The way to ask, where something could not be saved without leave: what was typed goes with it, and nothing is told of anybody.
    ///
    /// - Parameter fields: who is meant, by the names of the fields that `POST /overforinger` takes.
    static func notice(_ fields: FormData, title: Text, why: Text, isAlert: Bool = true, _ frame: Frame) -> Html {
        """
        <section class="next-plain"\(flag: " role=\"alert\"", isAlert) id="overforing"><h2>\(frame[title])</h2><p>\(frame[why])</p>
        <form method="post" action="\(Addresses.transfers())">\(Form.marks(frame))\(Form.hidden(fields))\(message(FormData(), [], frame))
        <p class="acts"><button class="btn">\(frame[TransferTexts.ask])</button></p></form></section>
        """
    }
}
