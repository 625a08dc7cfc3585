import AlisDomain

/// Asks, before somebody is registered, whether she is one of those who are like her: "this is her" leads to her page, "this is another"
/// saves. Only doctors whom the viewer may see are shown; of others nothing is revealed.
struct AlikeNotice: Sendable {
    private struct Other: Sendable {
        let id: RecordID
        let trainee: Trainee
        let place: String
        let reasons: [DuplicatePair.Reason]
    }

    private static let field = "annen"
    private let others: [Other]

    init(_ trainee: Trainee, _ view: RegisterView, _ scope: Scope, on day: CalendarDay) {
        var found = view.index.alike(trainee)
        if !found.isEmpty {
            let visible = view.visible(scope, on: day)
            found = found.filter { visible[Int($0.person)] }
        }
        guard !found.isEmpty else {
            others = []
            return
        }
        let people = view.people(on: day, knownAfter: .max)
        let places = Dictionary(
            view.members(OverviewQuestion(asOf: day), counting: nil).map { ($0.person, $0.municipality) },
            uniquingKeysWith: { first, _ in first })
        others = found.compactMap { alike in
            guard let other = people[alike.person] else { return nil }
            let place = (places[alike.person] ?? nil).flatMap { view.directory.nearestFacts(of: $0, on: day)?.name }
            return Other(
                id: view.index.personIDs[Int(alike.person)], trainee: other, place: place ?? "",
                reasons: DuplicatePair.Reason.allCases.filter { alike.reasons.contains($0) })
        }
    }

    /// Whether somebody has said of each of them that it is another, or there is none to say it of.
    func isAnswered(by form: FormData) -> Bool {
        let answered = Set(form[Self.field].split(separator: " ").map(String.init))
        return others.allSatisfy { answered.contains($0.id.text) }
    }

    /// What the change says about it; empty when nobody was asked.
    func reason(_ frame: Frame) -> String {
        others.isEmpty ? "" : frame[EditTexts.isAnother(others.map(\.trainee.fullName).joined(separator: ", "))]
    }

    /// The question above the form, which keeps all that was typed. It is a form of its own: the first button of a form is what Enter
    /// in a field means, and that must not be "this is another".
    func html(_ typed: FormData, _ frame: Frame) -> Html {
        let rows = others.map { other -> Html in
            let facts = [
                other.trainee.birthYear.map { "\(frame[MunicipalityTexts.born]) \($0)" }, other.trainee.hpr.map { "HPR \($0.digits)" },
                other.trainee.email?.text, other.place.isEmpty ? nil : other.place,
            ].compactMap { $0 }.joined(separator: ", ")
            let why = other.reasons.map { frame[DuplicateTexts.name($0)] }.joined(separator: ", ")
            return """
                <li><p><b>\(other.trainee.fullName)</b>\(facts.isEmpty ? "" : ", \(facts)") <span class="note">(\(why))</span></p>\
                <p><a class="btn small" href="\(Addresses.record(other.id))">\(frame[EditTexts.isTheSame])<span class="hidden-visually">: \(other.trainee.fullName)</span></a></p></li>
                """
        }
        let kept = Form.hidden(typed.without(["_mark", Self.field]))
        return """
            <section class="next-plain" role="alert" id="ligner"><h2>\(frame[EditTexts.alikeTitle])</h2><p>\(frame[EditTexts.alikeLede])</p>\
            <ul class="alike">\(rows)</ul><form method="post" action="\(Addresses.newTrainee())">\(Form.mark(frame))\(kept)\
            <button class="btn quiet" name="\(Self.field)" value="\(others.map(\.id.text).joined(separator: " "))">\(frame[EditTexts.saveAsAnother])</button></form></section>
            """
    }
}
