import AlisDomain

/// What happens to a training: conversion, pause, end, going on again, or setting its start or scheme right.
struct TrainingForm: RecordForm {
    let thing: TraineeRecord.Thing<Training>
    let today: CalendarDay
    let newSchemeFrom: CalendarDay?
    let record: TraineeRecord
    let attachments: TrainingAttachments

    static let allowsOwn = false
    var title: Text { EditTexts.changeTraining }

    init(_ opened: RecordDesk.Opened, thing id: RecordID?, visit: Visit, newID: RecordID) throws {
        guard let found = opened.record.trainings.first(where: { $0.id == id }) else { throw PageRefusal.notFound }
        thing = found
        today = visit.today
        record = opened.record
        attachments = opened.attachments
        newSchemeFrom = opened.view.reference.newSchemeFrom
    }

    static func removal(of thing: RecordID?, from opened: Subject, on connection: Connection) throws -> ChangeNumber? {
        try FactStore.removal(of: thing, Training.self, on: connection) { fact in
            fact.trainee == opened.record.id || opened.record.duplicates.contains(fact.trainee)
        }
    }

    /// A training is removed where it is there twice: what was filled in is about the one that is left.
    static func substitute(in opened: Subject) -> (thing: RecordID, says: @Sendable (Change) -> Text)? {
        opened.record.trainings.last.map { ($0.id, FieldTexts.otherRemovedMeanwhile) }
    }

    private var current: Version<Training>? {
        thing.timeline.stretches.first { $0.period.contains(today) } ?? thing.timeline.stretches.last
    }

    var initial: FormData {
        FormData([
            ("hva", ""), ("dag", ""), ("til", ""), ("grunn", ""), ("ventet", current?.value.expectedEnd?.norwegian ?? ""),
            ("ordning", thing.first.map { QuestionAddress.code($0.value.scheme) } ?? ""),
        ])
    }

    func fields(_ values: FormData, _ problems: [FieldProblem], _ frame: Frame) -> Html {
        let isOld = current?.value.scheme == .old
        var options: [(value: String, text: String)] = []
        if isOld { options.append(("konverterer", frame[EditTexts.converted])) }
        options += [
            ("pause", frame[EditTexts.paused]), ("slutt", frame[EditTexts.ended]), ("igjen", frame[EditTexts.reopened]),
            ("rett", frame[EditTexts.correctedStart]), ("ventet", frame[EditTexts.expectedEndOnly]),
        ]
        // Only where the same training is there twice, as after a merge: her only one is ended, not removed.
        let isOneOfSeveral = record.trainingBesides(thing.id, on: today) != nil
        if isOneOfSeveral { options.append(("slett", frame[FieldTexts.remove])) }
        let reasons =
            [(value: "", text: "–")] + Training.EndReason.allCases.map { (value: $0.rawValue, text: frame[TraineeTexts.name(.ended($0))]) }
        let schemes = Training.Scheme.allCases.map { (value: QuestionAddress.code($0), text: frame[OverviewTexts.name($0)]) }
        let now = thing.timeline.stretches.map { stretch -> Html in
            let name = "\(frame[OverviewTexts.name(stretch.value.scheme)]), \(frame[TraineeTexts.name(stretch.value.standing)])"
            return "<li>\(name), \(Format.period(stretch.period, frame.language))</li>"
        }
        return """
            <ul class="note">\(now)</ul>
            \(Form.radios("hva", frame[EditTexts.whatHappened], value: values["hva"], options: options, hint: isOneOfSeveral ? frame[EditTexts.removeTrainingHint] : nil, problems: problems, frame))
            \(Form.text("dag", frame[EditTexts.day], value: values["dag"], hint: frame[FieldTexts.dayHint], problems: problems, frame))
            \(Form.text("til", frame[EditTexts.pauseThrough], value: values["til"], hint: frame[FieldTexts.throughHint], problems: problems, frame))
            \(Form.select("grunn", frame[EditTexts.endReason], value: values["grunn"], options: reasons, hint: frame[EditTexts.onlyWhenEnded], problems: problems, frame))
            \(Form.select("ordning", frame[EditTexts.schemeAtStart], value: values["ordning"], options: schemes, problems: problems, frame))
            \(Form.text("ventet", frame[TraineeTexts.expectedEnd], value: values["ventet"], hint: frame[CommonTexts.optional], problems: problems, frame))
            """
    }

    /// A conversion, a pause or an end is news, and says itself what it is. That it did not end after all is a correction.
    func needsReason(_ form: FormData) -> Bool {
        if ["rett", "slett"].contains(form["hva"]) { return true }
        guard form["hva"] == "igjen" else { return false }
        // That it goes on from a day within a pause is news; that there was no pause, or no end, takes back what was recorded.
        return thing.timeline.stretches.contains { stretch in
            stretch.value.standing.isEnded || (stretch.value.standing == .paused && stretch.period.from.norwegian == form["dag"])
        }
    }

    func read(_ reader: inout FieldReader, _ visit: Visit) -> Writing? {
        let expected = reader.optionalDay("ventet")
        let what = reader.form["hva"]
        guard let first = thing.first, let current else { return nil }
        if let expected, what != "rett", what != "slett", isRefused(changed { $0.with(expectedEnd: expected) }, &reader) { return nil }
        if what == "ventet" { return rewriting(.corrected) { $0.with(expectedEnd: expected) } }
        if what == "slett", let other = record.trainingBesides(thing.id, on: today) { return removing(movingTo: other) }
        guard ["konverterer", "pause", "slutt", "igjen", "rett"].contains(what) else {
            reader.problems.append(FieldProblem("hva", FieldTexts.choose(EditTexts.whatHappened)))
            return nil
        }
        guard let day = reader.day("dag", EditTexts.day) else { return nil }
        if what == "rett" { return correcting(first: first, day: day, &reader, expected: expected) }
        guard day >= first.period.from else {
            reader.problems.append(FieldProblem("dag", FieldTexts.outsideTraining))
            return nil
        }
        var value = (thing.timeline.value(on: day) ?? current.value).with(expectedEnd: expected ?? current.value.expectedEnd)
        var period = Period(startingOn: day)
        let act: ChangeAct
        switch what {
        case "konverterer":
            guard value.scheme == .old else { return refuse(&reader, FieldTexts.alreadyNew) }
            if isRefused(changed(from: day) { $0.with(scheme: .new) }, &reader) { return nil }
            // What was planned later, a pause or an end, stays; only the scheme is another from the day on.
            return rewriting(.converted, from: day) { $0.with(scheme: .new) }
        case "pause":
            let last = reader.optionalDay("til")
            guard let pause = Period(from: day, to: last?.adding(days: 1)) else {
                reader.problems.append(FieldProblem("til", FieldTexts.endBeforeStart))
                return nil
            }
            (period, value.standing, act) = (pause, .paused, .paused)
        case "slutt":
            guard let reason = reader.choice("grunn", EditTexts.endReason, Training.EndReason(rawValue: reader.form["grunn"])) else {
                return nil
            }
            (value.standing, act) = (.ended(reason), .ended)
        default:
            guard let stretch = thing.timeline.stretches.first(where: { $0.period.contains(day) }), stretch.value.standing != .active else {
                return refuse(&reader, FieldTexts.notPausedThen)
            }
            // What comes after the pause, an end or a pause to come, stays.
            guard let rest = Period(from: day, to: stretch.period.to) else { return nil }
            (period, value.standing, act) = (rest, .active, stretch.value.standing == .paused ? .resumed : .reopened)
        }
        let (id, final, when) = (thing.id, value, period)
        return reader.problems.isEmpty ? Writing(act: act) { try $0.revise(Training.self, id: id.text, in: when, to: final) } : nil
    }

    /// Out of the register, with what was told of it moved to her other training; refused while other areas keep something on it.
    private func removing(movingTo other: RecordID) -> Writing {
        let (record, id, attachments) = (record, thing.id, attachments)
        return Writing(act: .corrected) { writer in
            let (kept, keptByOther) = (
                try attachments.count(on: id, writer.connection), try attachments.count(on: other, writer.connection)
            )
            if kept > 0 { throw WriteRefused(FieldProblem("hva", EditTexts.trainingInUse(kept, otherIsFree: keptByOther == 0))) }
            try record.remove(training: id, movingTo: other, writer)
            return true
        }
    }

    private func refuse(_ reader: inout FieldReader, _ text: Text) -> Writing? {
        reader.problems.append(FieldProblem("dag", text))
        return nil
    }

    /// The same stretches, each from `day` on with another value.
    private func rewriting(
        _ act: ChangeAct, from day: CalendarDay = .earliest, _ change: (Training) -> Training
    ) -> Writing {
        let (id, wanted) = (thing.id, changed(from: day, change))
        return Writing(act: act) { try $0.replace(Training.self, id: id.text, with: wanted) }
    }

    private func changed(from day: CalendarDay = .earliest, _ change: (Training) -> Training) -> [(Period, Training)] {
        thing.timeline.stretches.flatMap { stretch -> [(Period, Training)] in
            let later = Period(startingOn: day)
            let before = stretch.period.subtracting(later).map { ($0, stretch.value) }
            let after = stretch.period.intersection(later).map { ($0, change(stretch.value)) }
            return before + [after].compactMap { $0 }
        }
    }

    /// Tells at its field what the training cannot be, and was not before.
    private func isRefused(_ wanted: [(Period, Training)], _ reader: inout FieldReader) -> Bool {
        let after = TrainingCourse(wanted.map { (period: $0.0, value: $0.1) })
        let refusals = after.refusals(besides: TrainingCourse(thing.timeline), newSchemeFrom: newSchemeFrom)
        reader.problems += refusals.map { refusal in
            let field =
                switch refusal {
                case .newSchemeTooEarly: "ordning"
                case .convertedTooEarly, .endBeforeStart: "dag"
                case .expectedEndBeforeStart: "ventet"
                }
            return FieldProblem(field, FieldTexts.text(refusal))
        }
        return !refusals.isEmpty
    }

    /// Another first day, or another scheme at the start.
    private func correcting(
        first: Version<Training>, day: CalendarDay, _ reader: inout FieldReader, expected: CalendarDay?
    ) -> Writing? {
        guard let scheme = reader.choice("ordning", EditTexts.schemeAtStart, QuestionAddress.scheme(reader.form["ordning"])) else {
            return nil
        }
        guard let corrected = Period(from: day, to: first.period.to) else {
            reader.problems.append(FieldProblem("dag", FieldTexts.endBeforeStart))
            return nil
        }
        let rest = thing.timeline.stretches.dropFirst().map { ($0.period, $0.value.with(expectedEnd: expected ?? $0.value.expectedEnd)) }
        let (id, wanted) = (thing.id, [(corrected, first.value.with(scheme: scheme).with(expectedEnd: expected))] + rest)
        if isRefused(wanted, &reader) { return nil }
        return Writing(act: .corrected) { try $0.replace(Training.self, id: id.text, with: wanted) }
    }
}

extension Training {
    /// The same with another scheme.
    func with(scheme: Scheme) -> Training {
        var copy = self
        copy.scheme = scheme
        return copy
    }

    /// The same with another expected end.
    func with(expectedEnd: CalendarDay?) -> Training {
        var copy = self
        copy.expectedEnd = expectedEnd
        return copy
    }
}
