import AlisDomain

/// A fact that says its history in words.
package protocol ToldFact: StoredFact {
    /// One stretch of it.
    func words(in period: Period, _ names: HistoryNames) -> String
}

/// What things are called in a history.
package struct HistoryNames {
    let frame: Frame
    var place: (MunicipalityID) -> String = { $0.key }
    var trust: (TrustCode) -> String = { $0.code }
    /// Another doctor, in what is said of two.
    var person: (RecordID) -> String = { _ in "" }
    /// The record whose history it is.
    var record: RecordID?

    func period(_ period: Period) -> String { Format.period(period, frame.language) }
}

/// A history in plain words: what was done, when, by whom and why, and what was different.
enum History {
    static func html(_ steps: some Sequence<HistoryStep>, _ names: HistoryNames) -> Html {
        "<ol class=\"history\">\(steps.map { item($0, names) })</ol>"
    }

    private static func item(_ step: HistoryStep, _ names: HistoryNames) -> Html {
        let lines = step.entries.flatMap { differences($0, names) }
        return "<li>\(heading(step.change, names.frame))\(lines.isEmpty ? .empty : "<ul>\(lines)</ul>" as Html)</li>"
    }

    /// Where nobody wrote why, it says whether something new was told; corrections from before a reason was required have none.
    private static func heading(_ change: Change, _ frame: Frame) -> Html {
        let unsaid = known(change.act, frame).asksWhy ? HistoryTexts.notGiven : HistoryTexts.newInformation
        let why: Html = change.reason.isEmpty ? "\(frame[unsaid])" : "«\(change.reason)»"
        return "\(line(change, frame))<p class=\"why\">\(why)</p>"
    }

    /// The same where it is not said that there is no reason.
    static func brief(_ change: Change, _ frame: Frame) -> Html {
        "\(line(change, frame))\(change.reason.isEmpty ? .empty : "<p class=\"why\">«\(change.reason)»</p>" as Html)"
    }

    /// What was done, when and by whom.
    private static func line(_ change: Change, _ frame: Frame) -> Html {
        let who = change.organisation.isEmpty ? change.byName : "\(change.byName), \(change.organisation)"
        return "<p><b>\(frame[known(change.act, frame).name])</b> · \(Format.time(change.recordedAt)) · \(who)</p>"
    }

    private static func known(_ act: ChangeAct, _ frame: Frame) -> ChangeAct {
        frame.acts.firstIndex(of: act).map { frame.acts[$0] } ?? act
    }

    /// What was taken away and what came, leaving out what is the same on both sides.
    private static func differences(_ entry: HistoryEntry, _ names: HistoryNames) -> [Html] {
        func words(_ versions: [Version<any StoredFact>]) -> [String] {
            versions.compactMap { ($0.value as? any ToldFact)?.words(in: $0.period, names) }
        }
        let (before, after) = (words(entry.before), words(entry.after))
        let gone = before.filter { !after.contains($0) }
        let new = after.filter { !before.contains($0) }
        if gone.count == 1, new.count == 1 { return ["<li><del>\(gone[0])</del> → <ins>\(new[0])</ins></li>"] }
        return gone.map { "<li><del>\($0)</del></li>" } + new.map { "<li><ins>\($0)</ins></li>" }
    }
}

enum HistoryTexts {
    static let newInformation = Text("Ny opplysning", nn: "Ny opplysning")
    static let notGiven = Text("Grunn ikke oppgitt", nn: "Grunn ikkje oppgitt")
}
