import AlisDomain

/// A reminder to look a plan through, ready to copy; Alis sends nothing.
struct PlanReminder {
    let opened: PlanDesk.Opened
    let since: PlanSince?
    let contacts: [MunicipalityContact]
    let publicAddress: String
    let frame: Frame

    /// The municipality that answers for the plan: where she serves today, or will, or did last.
    static func municipality(_ opened: PlanDesk.Opened) -> MunicipalityID? {
        let (services, day) = (opened.file.trainingCase.services.filter { $0.place.municipality != nil }, opened.file.trainingCase.asOf)
        return (services.last { $0.period.from <= day } ?? services.first)?.place.municipality
    }

    func html() -> Html {
        let name = opened.record.trainee.fullName
        let facts = Self.municipality(opened).flatMap { opened.record.view.directory.nearestFacts(of: $0, on: frame.today) }
        let language: LanguageForm = facts?.language == .nynorsk ? .nynorsk : .bokmal
        let subject = PlanSinceTexts.subject(name)[language]
        let changes = since.map { Text($0.summary(.bokmal), nn: $0.summary(.nynorsk)) }
        let letter = PlanSinceTexts.letter(
            name: name, last: opened.file.record?.revisedOn, due: opened.file.record?.dueOn, changes: changes,
            link: publicAddress + opened.path, from: frame.viewerName ?? "")[language]
        let doctor: Html =
            opened.record.trainee.email.map { "\(name) &lt;<a href=\"mailto:\($0.text)\">\($0.text)</a>&gt;" }
            ?? "\(name) (\(frame[PlanSinceTexts.noEmail]))"
        let people = contacts.map { "<li>\($0.name) &lt;<a href=\"mailto:\($0.email.text)\">\($0.email.text)</a>&gt;</li>" as Html }
        let none: Html = contacts.isEmpty ? "<li class=\"v-no\">\(facts?.name ?? ""): \(frame[ReminderTexts.noContact])</li>" : .empty
        return """
            <p class="crumb">\(opened.crumb(frame)) › <a href="\(opened.path)">\(frame[PlanTexts.title])</a></p>
            <h1>\(frame[PlanSinceTexts.reminderTitle])</h1><p class="next-plain">\(frame[PlanSinceTexts.nothingSent])</p>
            <section class="letter"><h2>\(frame[ReminderTexts.recipients])</h2><ul><li>\(doctor)</li>\(people)\(none)</ul>
            <h2>\(frame[ReminderTexts.letter])</h2><p class="strong" lang="\(language.rawValue)">\(subject)</p>\
            <pre lang="\(language.rawValue)" tabindex="0" role="region" aria-label="\(frame[ReminderTexts.letter(to: name)])">\(letter)</pre></section>
            """
    }
}
