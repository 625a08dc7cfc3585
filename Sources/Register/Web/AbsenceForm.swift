import AlisDomain

/// Recording or correcting absence: kind and length, never why.
struct AbsenceForm: RecordForm {
    let thing: TraineeRecord.Thing<Absence>?
    let training: RecordID
    let newID: RecordID

    static let allowsOwn = false
    var title: Text { thing == nil ? TraineeTexts.addAbsence : EditTexts.changeAbsence }

    init(_ opened: RecordDesk.Opened, thing id: RecordID?, visit: Visit, newID: RecordID) throws {
        self.newID = newID
        thing = try id.map { id in
            guard let found = opened.record.absences.first(where: { $0.id == id }) else { throw PageRefusal.notFound }
            return found
        }
        guard let training = thing?.last?.value.training ?? opened.record.trainings.last?.id else { throw PageRefusal.notFound }
        self.training = training
    }

    var initial: FormData {
        let last = thing?.last
        return FormData([
            ("slag", last?.value.kind.rawValue ?? ""), ("prosent", last?.value.share.text() ?? "100"),
            ("fra", last?.period.from.norwegian ?? ""), ("til", last?.period.lastDay?.norwegian ?? ""),
        ])
    }

    func fields(_ values: FormData, _ problems: [FieldProblem], _ frame: Frame) -> Html {
        let kinds = [(value: "", text: "–")] + Absence.Kind.allCases.map { (value: $0.rawValue, text: frame[TraineeTexts.name($0)]) }
        return """
            \(Form.select("slag", frame[TraineeTexts.absenceKind], value: values["slag"], options: kinds, hint: frame[TraineeTexts.absenceKindHint], problems: problems, frame))
            \(Form.text("prosent", frame[TraineeTexts.share], value: values["prosent"], hint: frame[TraineeTexts.percentHint], problems: problems, frame))
            \(PeriodFields.html(values, problems, frame))\(RemoveBox.html(isShown: thing != nil, values, frame))
            """
    }

    func read(_ reader: inout FieldReader, _ visit: Visit) -> Writing? {
        if let thing, reader.form["slett"] == "ja" {
            return Writing(act: .corrected) { try $0.replace(Absence.self, id: thing.id.text, with: []) }
        }
        let kind = reader.choice("slag", TraineeTexts.absenceKind, Absence.Kind(rawValue: reader.form["slag"]))
        let share = reader.percent("prosent")
        let period = reader.period()
        guard let kind, let share, let period else { return nil }
        let value = Absence(training: training, kind: kind, share: share)
        let id = thing?.id ?? newID
        return Writing(act: thing == nil ? .absenceRecorded : .corrected) {
            try $0.replace(Absence.self, id: id.text, with: [(period, value)])
        }
    }
}

/// The box that takes away something that should never have been registered.
enum RemoveBox {
    static func html(isShown: Bool, _ values: FormData, _ frame: Frame) -> Html {
        guard isShown else { return .empty }
        return """
            <div class="field"><label class="radio"><input type="checkbox" name="slett" value="ja" \(flag: "checked", values["slett"] == "ja")> \
            \(frame[TraineeTexts.remove])</label><p class="hint">\(frame[TraineeTexts.removeHint])</p></div>
            """
    }
}
