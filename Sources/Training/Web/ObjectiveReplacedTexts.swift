import AlisDomain

/// Texts about what is under way in objectives that were replaced.
enum ObjectiveReplacedTexts {
    static let heading = Text("Om målet som ble byttet ut", nn: "Om målet som blei bytt ut")

    /// What can be done with it, and what that does not do.
    static func note(_ one: ReplacedObjective) -> Text {
        guard let day = one.replacedOn?.norwegian else {
            return Text(
                "Kreves ikke lenger. Det som er under vei, kan gjøres ferdig.",
                nn: "Blir ikkje kravt lenger. Det som er i gang, kan gjerast ferdig.")
        }
        let instead = one.successors.map(\.text).joined(separator: " eller ")
        return Text(
            "Byttet ut \(day). Det som er under vei, kan gjøres ferdig, men godkjenner ikke \(instead).",
            nn: "Blei bytt ut \(day). Det som er i gang, kan gjerast ferdig, men godkjenner ikkje \(instead).")
    }

    /// Said of an objective: what there is in the one it came instead of.
    static func before(_ code: Objective.Code, _ what: Text) -> Text {
        Text("I det gamle målet \(code.text): \(what.nb)", nn: "I det gamle målet \(code.text): \(what.nn)")
    }

    /// How far she came in the old one, and whom it waits for.
    static func far(_ one: ReplacedObjective, _ standing: ObjectiveChain.Standing) -> Text {
        let status = one.status == .inProgress ? Text("begynt", nn: "byrja") : ObjectiveTexts.full(one.status)
        let text = Text(
            status.nb.prefix(1).lowercased() + status.nb.dropFirst(), nn: status.nn.prefix(1).lowercased() + status.nn.dropFirst())
        if case .notAsked = standing { return text }
        let waits = ObjectiveTexts.standing(standing)
        return Text("\(text.nb), \(waits.nb)", nn: "\(text.nn), \(waits.nn)")
    }

    /// Under the figure of a set: how many of those not begun were begun in the old.
    static func begunBefore(_ count: Int) -> Text {
        Text(
            "\(count) av dem som ikke er begynt, har noe under vei i det gamle målet.",
            nn: "\(count) av dei som ikkje er byrja, har noko i gang i det gamle målet.")
    }

    /// In what is said of a replacement: what is under way in the old ones.
    static func underWay(_ count: Int) -> Text {
        count == 1
            ? Text(
                "1 mål som var begynt, står i listen under det som kom i stedet, og kan gjøres ferdig.",
                nn: "1 mål som var byrja, står i lista under det som kom i staden, og kan gjerast ferdig.")
            : Text(
                "\(count) mål som var begynt, står i listen under dem som kom i stedet, og kan gjøres ferdig.",
                nn: "\(count) mål som var byrja, står i lista under dei som kom i staden, og kan gjerast ferdig.")
    }
}
