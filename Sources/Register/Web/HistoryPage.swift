import AlisDomain

/// A record's history in plain words: who, when, why, and what was different.
enum HistoryPage {
    /// One change as a list item.
    ///
    /// - Parameter persons: the other doctor's name in what is said of two records.
    static func step(
        _ step: HistoryStep, places: (MunicipalityID) -> String, trusts: (TrustCode) -> String, persons: (RecordID) -> String,
        of record: RecordID, _ frame: Frame
    ) -> Html {
        var lines: [Html] = []
        for entry in step.person { lines += compare(entry, frame) { person($0, frame) } }
        for entry in step.trainings { lines += compare(entry, frame) { training($0, frame) } }
        for entry in step.engagements { lines += compare(entry, frame) { engagement($0, places, frame) } }
        for entry in step.absences { lines += compare(entry, frame) { absence($0, frame) } }
        for entry in step.wishes { lines += compare(entry, frame) { wish($0, trusts, frame) } }
        for entry in step.merges {
            lines += compare(entry, frame) { version in
                frame[DuplicateTexts.mergedWith(persons(version.value.kept == record ? version.value.duplicate : version.value.kept))]
            }
        }
        for entry in step.dismissals {
            lines += compare(entry, frame) { version in
                frame[DuplicateTexts.apartFrom(persons(version.value.first == record ? version.value.second : version.value.first))]
            }
        }
        for entry in step.transfers {
            lines += compare(entry, frame) { frame[TransferTexts.history($0.value, places($0.value.municipality))] }
        }
        return "<li>\(heading(step.change, frame))\(lines.isEmpty ? .empty : "<ul>\(lines)</ul>" as Html)</li>"
    }

    /// What was done, when, by whom and why. Where nobody wrote why, it says whether something new was told; corrections from before a
    /// reason was required have none.
    static func heading(_ change: Change, _ frame: Frame) -> Html {
        let who = change.organisation.isEmpty ? change.byName : "\(change.byName), \(change.organisation)"
        let why: Html =
            change.reason.isEmpty
            ? "\(frame[frame.acts.asksWhy(change.act) ? ReasonTexts.notGiven : ReasonTexts.newInformation])" : "«\(change.reason)»"
        return """
            <p><b>\(frame[frame.acts.name(change.act)])</b> · \(Format.time(change.recordedAt)) · \(who)</p><p class="why">\(why)</p>
            """
    }

    static func html(
        name: String, steps: [HistoryStep], places: (MunicipalityID) -> String, trusts: (TrustCode) -> String,
        persons: (RecordID) -> String, of record: RecordID, _ frame: Frame
    ) -> Html {
        """
        <p class="crumb"><a href="/alis/\(record.text)">\(name)</a></p><h1>\(frame[TraineeTexts.history])</h1>
        <p class="lede">\(frame[MunicipalityTexts.historyLede])</p>
        <ol class="history">\(steps.map { step($0, places: places, trusts: trusts, persons: persons, of: record, frame) })</ol>
        """
    }

    /// What was taken away and what came, leaving out what is the same on both sides.
    private static func compare<Value>(
        _ entry: HistoryEntry<Value>, _ frame: Frame, _ describe: (Version<Value>) -> String
    ) -> [Html] {
        let before = entry.before.map(describe)
        let after = entry.after.map(describe)
        let gone = before.filter { !after.contains($0) }
        let new = after.filter { !before.contains($0) }
        if gone.count == 1, new.count == 1 { return ["<li><del>\(gone[0])</del> → <ins>\(new[0])</ins></li>"] }
        return gone.map { "<li><del>\($0)</del></li>" } + new.map { "<li><ins>\($0)</ins></li>" }
    }

    private static func person(_ version: Version<Trainee>, _ frame: Frame) -> String {
        let value = version.value
        return [
            value.fullName, value.hpr.map { "HPR \($0.digits)" }, value.birthYear.map { "\(frame[MunicipalityTexts.born]) \($0)" },
            value.email?.text,
            value.phone,
        ].compactMap { $0 }.joined(separator: ", ")
    }

    private static func training(_ version: Version<Training>, _ frame: Frame) -> String {
        var parts = [
            frame[OverviewTexts.name(version.value.scheme)], frame[TraineeTexts.name(version.value.standing)],
            Format.period(version.period, frame.language),
        ]
        if let end = version.value.expectedEnd { parts.append("\(frame[TraineeTexts.expectedEnd].lowercased()) \(end.norwegian)") }
        return parts.joined(separator: ", ")
    }

    private static func engagement(_ version: Version<Engagement>, _ places: (MunicipalityID) -> String, _ frame: Frame) -> String {
        let value = version.value
        return [
            places(value.municipality), value.workplace, frame[OverviewTexts.name(value.form)], Format.percent(value.percent),
            Format.period(version.period, frame.language),
        ].filter { !$0.isEmpty }.joined(separator: ", ")
    }

    private static func absence(_ version: Version<Absence>, _ frame: Frame) -> String {
        "\(frame[TraineeTexts.name(version.value.kind)]) \(Format.percent(version.value.share)), \(Format.period(version.period, frame.language))"
    }

    private static func wish(_ version: Version<HospitalWish>, _ trusts: (TrustCode) -> String, _ frame: Frame) -> String {
        let value = version.value
        let choices = value.choices.map { $0.department.isEmpty ? trusts($0.trust) : "\(trusts($0.trust)) (\($0.department))" }
        let window = "\(Format.halfYear(value.earliest, frame.language))–\(Format.halfYear(value.latest, frame.language))"
        let parts = [
            choices.joined(separator: ", "), window, frame[MunicipalityTexts.months(value.months)], Format.percent(value.percent),
            value.note,
            Format.period(version.period, frame.language),
        ]
        return parts.filter { !$0.isEmpty }.joined(separator: ", ")
    }
}
