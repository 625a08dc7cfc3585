import AlisDomain

/// Whether an HPR number stands on another doctor already (*HPR-nummeret er tatt*): one rule for registering and for correcting. Who
/// has it is told only to those who may see her.
struct HPRCheck: Sendable {
    /// The other doctor, where the viewer may see her.
    let holder: RecordID?
    let problem: FieldProblem

    /// Nil when nobody else has the number; `person` is the record being corrected, with what is merged into it.
    init?(_ hpr: HPRNumber?, besides person: RecordID? = nil, _ view: RegisterView, _ scope: Scope, on day: CalendarDay) {
        let own = person.flatMap { view.index.ordinal(of: $0) }
        guard let hpr, let other = view.index.holders(of: hpr).first(where: { $0 != own }) else { return nil }
        guard view.visible(scope, on: day)[Int(other)], !scope.seesPseudonyms || scope.seesEveryone else {
            holder = nil
            problem = FieldProblem("hpr", FieldTexts.hprTakenElsewhere)
            return
        }
        let name = view.people(on: day, knownAfter: .max)[other]?.fullName ?? ""
        holder = view.index.personIDs[Int(other)]
        problem = FieldProblem("hpr", person == nil ? FieldTexts.hprTaken(name) : FieldTexts.hprTakenByAnother(name))
    }
}
