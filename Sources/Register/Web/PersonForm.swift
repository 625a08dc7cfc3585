import AlisDomain

/// Correcting who the doctor is and how to reach her. She may change her own contact details, not her name or HPR number.
struct PersonForm: RecordForm {
    let record: TraineeRecord
    let trainee: Trainee
    let mayEditIdentity: Bool
    let today: CalendarDay
    let view: RegisterView
    let scope: Scope
    /// What is to be taken over from a record merged into this one, as the address asks.
    let takenOver: [(name: String, value: String)]

    static let allowsOwn = true
    var title: Text { TraineeTexts.contact }

    init(_ opened: RecordDesk.Opened, thing: RecordID?, visit: Visit, newID: RecordID) throws {
        record = opened.record
        trainee = opened.trainee
        mayEditIdentity = opened.mayEdit
        takenOver = MergedDetail.asked(visit.query, of: opened.record, on: visit.today)
        today = visit.today
        guard let viewer = visit.session?.viewer else { throw PageRefusal.notFound }
        view = opened.view
        scope = view.scope(viewer, on: today)
    }

    /// Another doctor who has the number that is typed. What is registered already stands: it may have been read in so.
    private func taken(_ hpr: HPRNumber?) -> HPRCheck? {
        hpr == trainee.hpr ? nil : HPRCheck(hpr, besides: record.id, view, scope, on: today)
    }

    /// Whether the number that is typed is one that those who answer for another record must look at first.
    private func needsLeave(_ hpr: HPRNumber?) -> Bool {
        guard let hpr, hpr != trainee.hpr else { return false }
        let editable = view.editable(scope, on: today)
        return view.index.holders(of: hpr).contains { view.index.personIDs[Int($0)] != record.id && !editable[Int($0)] }
    }

    static let meetsStrangers = true

    func told(_ form: FormData, _ problems: [FieldProblem]) -> String? {
        problems.contains(FieldProblem("hpr", TransferTexts.hprNeedsLeave)) ? "hpr \(form["hpr"])" : nil
    }

    /// The way to compare the two, when the number is another doctor's.
    private func comparison(_ values: FormData, _ problems: [FieldProblem], _ frame: Frame) -> Html {
        if problems.contains(FieldProblem("hpr", TransferTexts.hprNeedsLeave)) {
            let asked = FormData(["fornavn", "etternavn", "hpr", "fodt"].map { ($0, values[$0]) } + [("egen", record.id.text)])
            return "<p><a href=\"\(Addresses.newTransfer())?\(asked.urlEncoded)\">\(frame[TransferTexts.ask])</a></p>"
        }
        guard problems.contains(where: { $0.field == "hpr" }), let other = taken(HPRNumber(values["hpr"]))?.holder else { return .empty }
        return
            "<p><a href=\"\(Addresses.duplicatePair(record.id, other))\">\(frame[DuplicateTexts.isItOne]) \(frame[DuplicateTexts.compare])</a></p>"
    }

    var initial: FormData {
        FormData(registered.pairs.map { pair in takenOver.first { $0.name == pair.name } ?? pair })
    }

    /// What the register has, which the form starts from unless something else is to be taken over.
    private var registered: FormData {
        FormData([
            ("fornavn", trainee.givenName), ("etternavn", trainee.familyName), ("hpr", trainee.hpr?.digits ?? ""),
            ("fodt", trainee.birthYear.map(String.init) ?? ""), ("epost", trainee.email?.text ?? ""), ("telefon", trainee.phone ?? ""),
        ])
    }

    func fields(_ values: FormData, _ problems: [FieldProblem], _ frame: Frame) -> Html {
        (mayEditIdentity ? comparison(values, problems, frame) + PersonFields.identity(values, problems, frame) : .empty)
            + PersonFields.contact(values, problems, frame)
    }

    /// To fill in what was empty is news; what stands there already is corrected. What the doctor says of herself needs no reason.
    var reasons: [Text]? { mayEditIdentity ? ReasonTexts.corrections : [] }
    func needsReason(_ form: FormData) -> Bool {
        let before = registered
        return mayEditIdentity && before.pairs.contains { !$0.value.isEmpty && form[$0.name] != $0.value }
    }
    func unsaid(_ form: FormData) -> Text { mayEditIdentity ? HistoryTexts.newInformation : ReasonTexts.byHerself }

    func read(_ reader: inout FieldReader, _ visit: Visit) -> Writing? {
        var changed = trainee
        if mayEditIdentity { PersonFields.readIdentity(&reader, into: &changed, today: today) }
        PersonFields.readContact(&reader, into: &changed)
        if mayEditIdentity {
            if let taken = taken(changed.hpr) { reader.problems.append(taken.problem) }
        }
        guard reader.problems.isEmpty else { return nil }
        let (id, person, value) = (record.id, record.person, changed)
        let needsLeave = mayEditIdentity && needsLeave(changed.hpr)
        return Writing(act: .corrected) { writer in
            // Said last of all, also after a colleague's change: a number that is nobody's is saved, and stands in the history.
            if needsLeave { throw WriteRefused(FieldProblem("hpr", TransferTexts.hprNeedsLeave)) }
            // A correction of who somebody is holds for all time; the history shows what was believed before.
            let from = person.stretches.first?.period.from ?? .earliest
            try TraineeWords.add(value, id: id, on: writer.connection)
            return try writer.replace(Trainee.self, id: id.text, with: [(Period(startingOn: from), value)])
        }
    }
}

/// The fields about a person, shared by correcting and registering.
enum PersonFields {
    static func identity(_ values: FormData, _ problems: [FieldProblem], _ frame: Frame) -> Html {
        """
        <div class="pair">\(Form.text("fornavn", frame[TraineeTexts.givenName], value: values["fornavn"], problems: problems, frame))
        \(Form.text("etternavn", frame[TraineeTexts.familyName], value: values["etternavn"], problems: problems, isRequired: true, frame))</div>
        <div class="pair">\(Form.text("hpr", frame[TraineeTexts.hpr], value: values["hpr"], hint: frame[TraineeTexts.hprHint], problems: problems, frame))
        \(Form.text("fodt", frame[TraineeTexts.birthYear], value: values["fodt"], hint: frame[CommonTexts.optional], problems: problems, frame))</div>
        """
    }

    static func contact(_ values: FormData, _ problems: [FieldProblem], _ frame: Frame) -> Html {
        """
        <div class="pair">\(Form.text("epost", frame[TraineeTexts.email], value: values["epost"], hint: frame[CommonTexts.optional], problems: problems, type: "email", frame))
        \(Form.text("telefon", frame[TraineeTexts.phone], value: values["telefon"], hint: frame[CommonTexts.optional], problems: problems, type: "tel", frame))</div>
        """
    }

    static func readIdentity(_ reader: inout FieldReader, into trainee: inout Trainee, today: CalendarDay) {
        trainee.givenName = reader.name("fornavn", reader.optional("fornavn"))
        trainee.familyName = reader.name("etternavn", reader.required("etternavn", TraineeTexts.familyName))
        trainee.hpr = reader.hpr("hpr")
        trainee.birthYear = reader.birthYear("fodt", today: today)
    }

    static func readContact(_ reader: inout FieldReader, into trainee: inout Trainee) {
        trainee.email = reader.email("epost")
        let phone = reader.optional("telefon", longest: 30)
        trainee.phone = phone.isEmpty ? nil : phone
    }
}
