import AlisDomain

/// The same tables as the pages take out, for whoever runs the machine and may see everything.
package enum TerminalExport {
    package enum Table: String, CaseIterable, Sendable { case trainees, overview }

    package static func table(
        _ table: Table, view: RegisterView, known: (time: Instant, change: ChangeNumber)? = nil, asOf day: CalendarDay, at now: Instant
    ) -> ExportTable {
        let viewer = Viewer(account: "alis", name: "Alis", grants: [Grant(role: .administrator, organisation: .nation)])
        let query = FormData([(name: "per", value: day.iso)] + (known.map { [(name: "kjent", value: $0.time.iso)] } ?? []))
        let visit = Visit(
            method: .get, path: "/", parameters: [:], query: query, form: FormData(), files: [], now: now, session: nil,
            frame: Frame(language: .bokmal, path: "/", today: now.dayInNorway), origin: "", knownTag: nil)
        var address = QuestionAddress(query, today: now.dayInNorway, now: now)
        if let known { address.question.knownAfter = known.change }
        switch table {
        case .trainees: return TraineeList(address, view, viewer, visit).page(visit).sheet
        case .overview: return OverviewExport.overview(visit, address, view)
        }
    }
}
