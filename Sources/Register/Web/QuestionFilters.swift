import AlisDomain

/// One part of a question that narrows it to a place, by the name people know: what the address says in a code.
struct Narrowing: Sendable, Equatable {
    /// The address's name for it, such as `fylke`.
    let field: String
    let label: Text
    let value: String
    let name: String
}

/// The filter fields that the overview and the lists share.
enum QuestionFilters {
    static func fields(_ address: QuestionAddress, offices: [Office], _ frame: Frame) -> Html {
        let question = address.question
        let all = frame[CommonTexts.all]
        let knownValue = address.knownAt.map { instant -> String in
            let (day, hour, minute) = instant.norwegianClock
            return "\(day.iso)T\(hour < 10 ? "0" : "")\(hour):\(minute < 10 ? "0" : "")\(minute)"
        }
        return """
            \(Form.text("per", frame[OverviewTexts.asOf], value: question.asOf.iso, problems: address.problems, type: "date", frame))
            \(Form.text("kjent", frame[OverviewTexts.knownAt], value: knownValue ?? "", problems: address.problems, type: "datetime-local", frame))
            \(Form.select("ordning", frame[OverviewTexts.scheme], value: question.scheme.map(QuestionAddress.code) ?? "", any: frame[OverviewTexts.both], options: Training.Scheme.allCases.map { (QuestionAddress.code($0), frame[OverviewTexts.name($0)]) }, problems: address.problems, frame))
            \(Form.select("kontor", frame[OverviewTexts.office], value: question.office?.code ?? "", any: all, options: offices.map { ($0.code.code, $0.name) }, problems: address.problems, frame))
            \(Form.select("form", frame[OverviewTexts.form], value: question.form.map(QuestionAddress.code) ?? "", any: all, options: Engagement.Form.allCases.map { (QuestionAddress.code($0), frame[OverviewTexts.name($0)]) }, problems: address.problems, frame))
            \(Form.select("sentralitet", frame[OverviewTexts.centrality], value: question.centrality.map(String.init) ?? "", any: all, options: (1...6).map { (String($0), String($0)) }, problems: address.problems, frame))
            \(address.narrowings.map { Form.select($0.field, frame[$0.label], value: $0.value, any: all, options: [($0.value, $0.name)], frame) })
            """
    }
}

/// What a page is narrowed to, in words, each with the way to take it away: nothing is left out of sight.
enum SelectionChips {
    /// - Parameter items: what it is narrowed to, and the address without it.
    static func html(_ items: [(narrowing: Narrowing, without: String)], _ frame: Frame) -> Html {
        if items.isEmpty { return .empty }
        let chips = items.map { item -> Html in
            """
            <li class="chip">\(frame[item.narrowing.label]): \(item.narrowing.name) <a href="\(item.without)">\(frame[OverviewTexts.remove])\
            <span class="hidden-visually">: \(item.narrowing.name)</span></a></li>
            """
        }
        return "<ul class=\"chips\" aria-label=\"\(frame[CommonTexts.filters])\">\(chips)</ul>"
    }
}

extension QuestionAddress {
    /// The county and the municipality asked about, by name. The office, scheme and the rest stand in their own fields.
    func places(_ view: RegisterView) -> [Narrowing] {
        var found: [Narrowing] = []
        if let county = question.county {
            let name = view.directory.county(county, on: question.asOf)?.name ?? county
            found.append(Narrowing(field: "fylke", label: ReferenceTexts.county, value: county, name: name))
        }
        if let id = question.municipality {
            let name = view.directory.nearestFacts(of: id, on: question.asOf)?.name ?? id.key
            found.append(Narrowing(field: "kommune", label: TraineeTexts.municipality, value: id.key, name: name))
        }
        return found
    }

    /// All that the question is narrowed to, by name, for what is taken out and for the head of a page.
    func selection(_ view: RegisterView, _ frame: Frame) -> [Narrowing] {
        var found = places(view)
        if let office = question.office {
            let name = view.reference.offices.first { $0.value.code == office }?.value.name ?? office.code
            found.append(Narrowing(field: "kontor", label: OverviewTexts.office, value: office.code, name: name))
        }
        if let scheme = question.scheme {
            found.append(
                Narrowing(field: "ordning", label: OverviewTexts.scheme, value: Self.code(scheme), name: frame[OverviewTexts.name(scheme)]))
        }
        if let form = question.form {
            found.append(Narrowing(field: "form", label: OverviewTexts.form, value: Self.code(form), name: frame[OverviewTexts.name(form)]))
        }
        if let level = question.centrality {
            found.append(Narrowing(field: "sentralitet", label: OverviewTexts.centrality, value: String(level), name: String(level)))
        }
        return found
    }
}
