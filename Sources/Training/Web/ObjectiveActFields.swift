import AlisDomain

/// The fields of each act's form, and what they start with.
struct ObjectiveActFields {
    let opened: ObjectiveDesk.Opened
    let act: ObjectiveAct
    let codes: [Objective.Code]
    /// The names behind the accounts that made links and answered them.
    let makers: [String: String]
    let frame: Frame

    /// The statuses to choose among, as the form sends them.
    static let statuses: [(code: String, rank: Int)] = [("notStarted", 0), ("inProgress", 1), ("recommended", 2), ("approved", 3)]

    var initial: FormData {
        let single = codes.count == 1 ? codes.first : nil
        switch act {
        case .status:
            let known = single.flatMap { opened.file.record(of: $0, on: opened.today) }
            return FormData([
                ("status", known?.record.status.code ?? ""), ("dag", known?.record.status.day?.norwegian ?? ""),
                ("merknad", known?.note ?? ""),
            ])
        case .arena:
            let plan = single.flatMap { opened.file.arenas[$0]?.value }
            let isHalf = plan?.isHalfYear ?? false
            return FormData([
                ("periode", plan?.service?.text ?? ""), ("arena", plan?.arena ?? ""),
                ("halvaar", isHalf ? plan?.due.map { HalfYear(containing: $0).code } ?? "" : ""),
                ("dag", isHalf ? "" : plan?.due?.norwegian ?? ""),
            ])
        case .decide: return FormData([("avgjorelse", "godkjent"), ("dag", opened.today.norwegian)])
        case .ask, .invite, .recommend, .confirm, .withdraw: return FormData()
        }
    }

    func html(_ values: FormData, _ problems: [FieldProblem]) -> Html {
        switch act {
        case .status: status(values, problems)
        case .arena: arena(values, problems)
        case .invite:
            """
            <div class="pair">\(Form.text("navn", frame[ObjectiveActTexts.name], value: values["navn"], problems: problems, isRequired: true, frame))
            \(Form.text("sted", frame[ObjectiveActTexts.workplace], value: values["sted"], hint: frame[CommonTexts.optional], problems: problems, frame))</div>
            """
        case .ask, .recommend, .confirm, .withdraw:
            Form.area(
                "merknad", frame[ObjectiveActTexts.comment], value: values["merknad"], hint: frame[ObjectiveActTexts.noteHint],
                problems: problems, rows: 3, frame)
        case .decide:
            """
            \(Form.radios("avgjorelse", frame[ObjectiveActTexts.decision], value: values["avgjorelse"], options: [("godkjent", frame[ObjectiveActTexts.approve]), ("tilbake", frame[ObjectiveActTexts.sendBack])], problems: problems, frame))
            \(Form.text("dag", frame[ObjectiveActTexts.approvedOn], value: values["dag"], hint: frame[ObjectiveActTexts.approvedOnHint], problems: problems, width: 12, frame))
            \(Form.area("grunn", frame[ObjectiveActTexts.reason], value: values["grunn"], hint: frame[ObjectiveActTexts.reasonHint], problems: problems, rows: 3, frame))
            """
        }
    }

    private func options(_ first: String) -> [(value: String, text: String)] {
        [(value: "", text: first)] + Self.statuses.map { (value: $0.code, text: frame[ObjectiveTexts.name(rank: $0.rank)]) }
            + [(value: "slett", text: frame[ObjectiveActTexts.remove])]
    }

    /// One status and day for all, and, when there are several, one for each where it differs.
    private func status(_ values: FormData, _ problems: [FieldProblem]) -> Html {
        let isSingle = codes.count == 1
        let rows = isSingle ? [] : codes.map { row($0, values, problems) }
        let isDifferent = codes.contains { !values["status.\($0.text)"].isEmpty || !values["dag.\($0.text)"].isEmpty }
        let each: Html =
            rows.isEmpty
            ? .empty : "<details\(flag: " open", isDifferent)><summary>\(frame[ObjectiveActTexts.different])</summary>\(rows)</details>"
        return """
            <div class="pair">\(Form.select("status", frame[isSingle ? ObjectiveTexts.status : ObjectiveActTexts.statusForAll], value: values["status"], options: options("–"), problems: problems, frame))
            \(Form.text("dag", frame[isSingle ? ObjectiveTexts.day : ObjectiveActTexts.dayForAll], value: values["dag"], hint: frame[ObjectiveActTexts.dayHint], problems: problems, frame))</div>
            \(each)\(Form.text("merknad", frame[ObjectiveActTexts.note], value: values["merknad"], hint: frame[ObjectiveActTexts.noteHint], problems: problems, frame))
            """
    }

    private func row(_ code: Objective.Code, _ values: FormData, _ problems: [FieldProblem]) -> Html {
        let known = opened.file.record(of: code, on: opened.today)?.record.status ?? .notStarted
        return """
            <fieldset class="field"><legend>\(opened.title(code, frame))</legend><p class="hint">\(frame[ObjectiveTexts.full(known)])</p>
            <div class="pair">\(Form.select("status.\(code.text)", frame[ObjectiveTexts.status], value: values["status.\(code.text)"], options: options(frame[ObjectiveActTexts.asAbove]), problems: problems, frame))
            \(Form.text("dag.\(code.text)", frame[ObjectiveTexts.day], value: values["dag.\(code.text)"], problems: problems, frame))</div></fieldset>
            """
    }

    /// The half-years that can be planned for: this one and the nine after it.
    var halfYears: [HalfYear] { HalfYear.starting(opened.today, count: 10) }

    private func arena(_ values: FormData, _ problems: [FieldProblem]) -> Html {
        let services =
            [(value: "", text: frame[ObjectiveActTexts.noService])]
            + opened.services.map { (value: $0.id.text, text: opened.name($0, frame)) }
        let halves = [(value: "", text: "–")] + halfYears.map { (value: $0.code, text: Format.halfYear($0, frame.language)) }
        return """
            \(Form.select("periode", frame[ObjectiveActTexts.service], value: values["periode"], options: services, problems: problems, frame))
            \(Form.text("arena", frame[ObjectiveTexts.arenaName], value: values["arena"], hint: frame[ObjectiveActTexts.arenaHint], problems: problems, frame))
            <div class="pair">\(Form.select("halvaar", frame[ObjectiveActTexts.half], value: values["halvaar"], options: halves, problems: problems, frame))
            \(Form.text("dag", frame[ObjectiveActTexts.exactDay], value: values["dag"], hint: frame[FieldTexts.dayHint], problems: problems, frame))</div>
            """
    }
}
