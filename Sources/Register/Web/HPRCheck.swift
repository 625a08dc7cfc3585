import AlisDomain

/// Whether an HPR number stands on another doctor already (*HPR-nummeret er tatt*): one rule for registering and for correcting. Who
/// has it is told only to those who may see her; to others nothing is said here, and `StrangerCheck` asks.
struct HPRCheck: Sendable {
    let holder: RecordID
    let problem: FieldProblem

    /// Nil when nobody else whom the viewer sees has the number; `person` is the record being corrected, with what is merged into it.
    init?(_ hpr: HPRNumber?, besides person: RecordID? = nil, _ view: RegisterView, _ scope: Scope, on day: CalendarDay) {
        let own = person.flatMap { view.index.ordinal(of: $0) }
        guard let hpr else { return nil }
        let visible = view.visible(scope, on: day)
        guard let other = view.index.holders(of: hpr).first(where: { $0 != own && visible[Int($0)] }) else { return nil }
        let name = view.people(on: day, knownAfter: .max)[other]?.fullName ?? ""
        holder = view.index.personIDs[Int(other)]
        problem = FieldProblem("hpr", person == nil ? FieldTexts.hprTaken(name) : FieldTexts.hprTakenByAnother(name))
    }
}

/// Whether what is about to be saved may be about a doctor whose record the viewer may not change (*registrert et annet sted*). Then it is
/// not saved: those who answer for the record are asked, and the viewer is told nothing of her, nor that there is anybody.
struct StrangerCheck: Sendable {
    private let described: Trainee
    private let answer: Version<TransferRequest>?
    private let municipality: String

    /// Nil when it meets nobody, or when each one it meets has been said to be another doctor.
    init?(_ described: Trainee, for municipality: MunicipalityID, _ view: RegisterView, _ scope: Scope, on day: CalendarDay) {
        let answers = view.index.transfers(of: municipality, about: TransferRequest.Described(described))
        let strangers = view.strangers(met: described, by: scope, on: day).filter { person in
            !answers.contains { $0.value.state == .another && $0.value.trainee == view.index.personIDs[Int(person)] }
        }
        if strangers.isEmpty { return nil }
        self.described = described
        self.municipality = view.directory.nearestFacts(of: municipality, on: day)?.name ?? ""
        answer = answers.first { [.asked, .declined].contains($0.value.state) }
    }

    /// Above the form, which keeps all that was typed: why it is not saved, and the way to ask; or that it is asked already.
    func notice(_ typed: FormData, _ frame: Frame) -> Html {
        if let answer, let id = RecordID(answer.id) {
            return """
                <section class="next-plain" role="alert" id="overforing"><h2>\(frame[TransferTexts.needsLeaveTitle])</h2>\
                <p><a href="\(Addresses.transfer(id))">\(frame[TransferTexts.one])</a>: \(frame[TransferTexts.name(answer.value.state)]).</p></section>
                """
        }
        let fields = FormData(
            ["fornavn", "etternavn", "hpr", "fodt", "epost"].map { ($0, typed[$0]) }
                + [("kommune", municipality), ("arbeid", FormData(EngagementForm.fieldNames.map { ($0, typed[$0]) }).urlEncoded)])
        return TransferPages.notice(
            fields, title: TransferTexts.needsLeaveTitle, why: TransferTexts.needsLeave, frame)
    }
}
