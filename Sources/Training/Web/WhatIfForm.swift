import AlisDomain

/// The fields of a change that is tried: one choice, and what it needs.
enum WhatIfForm {
    /// All the names, for carrying them on to the form that makes the change.
    static let names = ["hva", "periode", "fra", "til", "prosent", "fravaer", "kommune"]

    static func fields(_ values: FormData, _ problems: [FieldProblem], _ opened: PlanDesk.Opened, _ frame: Frame) -> Html {
        // Only what the plan has can be moved; without a hospital period there is a way to add one instead.
        let hasHospital = hasHospitalAhead(opened)
        var options = hasHospital ? [(value: "sykehus", text: frame[WhatIfTexts.moveHospital])] : []
        options += [
            (value: "prosent", text: frame[WhatIfTexts.changePercent]),
            (value: "permisjon", text: frame[WhatIfTexts.takeLeave]), (value: "kommune", text: frame[WhatIfTexts.changeMunicipality]),
        ]
        let periods = movable(opened).map { service in
            (
                value: service.id.text,
                text:
                    "\(Format.period(service.period, frame.language)), \(opened.name(service.category, frame)), \(opened.place(service, frame))"
            )
        }
        if !periods.isEmpty { options.insert((value: "periode", text: frame[WhatIfTexts.placePeriod]), at: hasHospital ? 1 : 0) }
        if opened.rules.scheme == .old { options.append((value: "konvertering", text: frame[WhatIfTexts.convert])) }
        let kinds = Absence.Kind.allCases.map { (value: $0.rawValue, text: frame[TraineeTexts.name($0)]) }
        let addHospital: Html =
            hasHospital || opened.file.isAssumed
            ? .empty
            : """
            <p class="note">\(frame[WhatIfTexts.noHospital]) <a href="\(Addresses.newService(opened.id))">\(frame[PlanTexts.addService])</a></p>
            """
        let first = options.first?.value ?? ""
        return """
            \(addHospital)\(Form.radios("hva", frame[WhatIfTexts.which], value: values["hva"].isEmpty ? first : values["hva"], options: options, problems: problems, frame))
            \(periods.isEmpty ? .empty : Form.select("periode", frame[WhatIfTexts.period], value: values["periode"], options: [(value: "", text: "–")] + periods, hint: frame[WhatIfTexts.periodHint], problems: problems, frame))
            <div class="pair">\(Form.text("fra", frame[WhatIfTexts.from], value: values["fra"], hint: frame[FieldTexts.dayHint], problems: problems, frame))
            \(Form.text("til", frame[WhatIfTexts.through], value: values["til"], hint: frame[WhatIfTexts.throughHint], problems: problems, frame))</div>
            <div class="pair">\(Form.text("prosent", frame[TraineeTexts.percent], value: values["prosent"], hint: frame[WhatIfTexts.percentHint], problems: problems, frame))
            \(Form.select("fravaer", frame[TraineeTexts.absenceKind], value: values["fravaer"], options: kinds, hint: frame[WhatIfTexts.kindHint], problems: problems, frame))</div>
            \(Form.text("kommune", frame[TraineeTexts.municipality], value: values["kommune"], hint: frame[WhatIfTexts.municipalityHint], problems: problems, frame))
            """
    }

    /// Whether hospital or other institution service is planned and has not begun.
    private static func hasHospitalAhead(_ opened: PlanDesk.Opened) -> Bool {
        let training = opened.file.trainingCase
        return training.services.contains { service in
            service.period.from >= training.asOf && opened.rules.category(service.category)?.arena == .institution
        }
    }

    /// The periods that have not ended: they can begin or end on other days.
    static func movable(_ opened: PlanDesk.Opened) -> [ServicePeriod] {
        let training = opened.file.trainingCase
        return training.services.filter { $0.period.end > training.asOf }.sorted { ($0.period.from, $0.id) < ($1.period.from, $1.id) }
    }

    /// What the choice has no use for is left out, but not when it cannot be read: whoever wrote it meant something.
    private static func checkUnused(_ reader: inout FieldReader, _ opened: PlanDesk.Opened, _ today: CalendarDay) {
        let choice = reader.form["hva"]
        if !["periode", "permisjon"].contains(choice) { _ = reader.optionalDay("til") }
        if !["prosent", "permisjon"].contains(choice), !reader.form["prosent"].isEmpty { _ = reader.percent("prosent") }
        if choice != "kommune", !reader.form["kommune"].isEmpty {
            _ = reader.municipality("kommune", directory: opened.record.view.directory, on: today)
        }
    }

    static func read(_ reader: inout FieldReader, _ opened: PlanDesk.Opened, _ today: CalendarDay) -> PlanChange? {
        let from = reader.day("fra", WhatIfTexts.from)
        checkUnused(&reader, opened, today)
        switch reader.form["hva"] {
        case "sykehus": return from.map { .moveHospital(to: $0) }
        case "periode":
            let service = movable(opened).first { $0.id.text == reader.form["periode"] }
            let chosen = reader.choice("periode", WhatIfTexts.period, service)
            let last = reader.optionalDay("til")
            guard let from, let chosen else { return nil }
            guard let period = Period(from: from, to: last?.adding(days: 1)) else {
                reader.problems.append(FieldProblem("til", FieldTexts.endBeforeStart))
                return nil
            }
            return .placeService(chosen.id, period)
        case "prosent":
            let percent = reader.percent("prosent")
            return from.flatMap { from in percent.map { .changePercent(from: from, $0) } }
        case "permisjon":
            let share = reader.form["prosent"].isEmpty ? PositionPercent.full : reader.percent("prosent")
            let kind = reader.choice("fravaer", TraineeTexts.absenceKind, Absence.Kind(rawValue: reader.form["fravaer"]))
            let last = reader.day("til", WhatIfTexts.through)
            guard let from, let last, let kind, let share else { return nil }
            guard let period = Period(from: from, to: last.adding(days: 1)) else {
                reader.problems.append(FieldProblem("til", FieldTexts.endBeforeStart))
                return nil
            }
            return .takeLeave(kind, period, share: share)
        case "kommune":
            let municipality = reader.municipality("kommune", directory: opened.record.view.directory, on: today)
            return from.flatMap { from in municipality.map { .changeMunicipality(from: from, $0) } }
        case "konvertering":
            // The scheme's first day has passed, so that no day ahead is before it: what is told is which of the two is wrong.
            if let from, let first = opened.record.view.reference.newSchemeFrom, from < first {
                reader.problems.append(FieldProblem("fra", WhatIfTexts.beforeNewScheme(first)))
                return nil
            }
            if let from, from < today {
                reader.problems.append(FieldProblem("fra", WhatIfTexts.conversionPassed))
                return nil
            }
            return from.map { .convertScheme(on: $0) }
        default:
            reader.problems.append(FieldProblem("hva", FieldTexts.choose(WhatIfTexts.which)))
            return nil
        }
    }
}
