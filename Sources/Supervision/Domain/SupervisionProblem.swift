/// What is wrong with who supervises whom, or how much (*feil i veiledningen*): each has a sentence that says what to do.
package enum SupervisionProblem: Hashable, Sendable {
    /// The supervisor has promised more than her capacity on the day.
    case overCapacity(needed: Int, capacity: Int)
    case exemptionRunOut(CalendarDay)
    case notSpecialist
    case endBeforeStart
    /// The doctor's supervisors together take more than all of her.
    case sharesAboveWhole(hundredths: Int)
    /// The supervisor follows the doctor already in the period.
    case alreadyAssigned
    /// The day is before the doctor's service in the new scheme, or after it.
    case outsideService
    case sessionAhead
    case noAssignmentThatDay
    case badMinutes
    /// One of the two has logged the day already.
    case alreadyLogged(minutes: Int)

    /// The problem and the way out, in words.
    package var text: Text {
        switch self {
        case .overCapacity(let needed, let capacity):
            Text(
                "Veilederen får \(HoursText.hours(needed)) timer i måneden, men har kapasitet til \(HoursText.hours(capacity)). Velg en annen, del på to, eller be om mer kapasitet.",
                nn:
                    "Rettleiaren får \(HoursText.hours(needed)) timar i månaden, men har kapasitet til \(HoursText.hours(capacity)). Vel ein annan, del på to, eller be om meir kapasitet."
            )
        case .exemptionRunOut(let day):
            Text(
                "Unntaket gikk ut \(day.norwegian). Søk om nytt unntak, eller velg en spesialist.",
                nn: "Unntaket gjekk ut \(day.norwegian). Søk om nytt unntak, eller vel ein spesialist.")
        case .notSpecialist:
            Text(
                "Veilederen er ikke spesialist i allmennmedisin. Velg en spesialist, eller søk Helsedirektoratet om unntak og før inn siste dag.",
                nn:
                    "Rettleiaren er ikkje spesialist i allmennmedisin. Vel ein spesialist, eller søk Helsedirektoratet om unntak og før inn siste dag."
            )
        case .endBeforeStart: Text("Siste dag er før første dag.", nn: "Siste dag er før første dag.")
        case .sharesAboveWhole(let hundredths):
            Text(
                "Veilederne får til sammen \(hundredths / 100) prosent av legen. Rett andelen, eller avslutt det andre veilederforholdet først.",
                nn:
                    "Rettleiarane får til saman \(hundredths / 100) prosent av legen. Rett delen, eller avslutt det andre rettleiarforholdet først."
            )
        case .alreadyAssigned:
            Text("Veilederen følger alt legen i denne tiden.", nn: "Rettleiaren følgjer alt legen i denne tida.")
        case .outsideService:
            Text(
                "Legen har ingen tjeneste i ny ordning i denne tiden. Rett dagene, eller registrer arbeidsforholdet først.",
                nn: "Legen har inga teneste i ny ordning i denne tida. Rett dagane, eller registrer arbeidsforholdet først.")
        case .sessionAhead:
            Text(
                "Dagen er ikke kommet ennå. Før økten når den er holdt, eller rett dagen.",
                nn: "Dagen er ikkje komen enno. Før økta når ho er halden, eller rett dagen.")
        case .noAssignmentThatDay:
            Text(
                "De to var ikke knyttet sammen denne dagen. Velg en annen dag, eller be kommunen rette veilederforholdet.",
                nn: "Dei to var ikkje knytte saman denne dagen. Vel ein annan dag, eller be kommunen rette rettleiarforholdet.")
        case .alreadyLogged(let minutes):
            Text(
                "En økt på \(minutes) minutter er alt ført denne dagen. Rett den, eller trekk den tilbake, hvis den er feil.",
                nn: "Ei økt på \(minutes) minutt er alt ført denne dagen. Rett henne, eller trekk henne tilbake, om ho er feil.")
        case .badMinutes: Text("Skriv hvor mange minutter, fra 1 til 720.", nn: "Skriv kor mange minutt, frå 1 til 720.")
        }
    }
}

/// Whether somebody may begin to supervise a doctor, given what else both have (*kontroll av veilederforhold*).
package enum AssignmentCheck {
    /// Every problem at once, in a fixed order. Capacity is a warning that can be overridden by whoever decides; the rest is refused.
    ///
    /// - Parameters:
    ///   - others: the doctor's other assignments, with who has them.
    ///   - load: what the supervisor has promised besides, in the month that begins `period`.
    package static func problems(
        _ assignment: SupervisionAssignment, in period: Period, supervisor: Supervisor,
        others: [(assignment: SupervisionAssignment, period: Period)], service: SupervisedService
    ) -> [SupervisionProblem] {
        var problems: [SupervisionProblem] = []
        switch supervisor.standing(on: period.from) {
        case .exemptionRunOut(let day): problems.append(.exemptionRunOut(day))
        case .notSpecialist: problems.append(.notSpecialist)
        case .specialist, .exempt, .notChecked: break
        }
        if !service.pieces.contains(where: { $0.period.overlaps(period) }) { problems.append(.outsideService) }
        let overlapping = others.filter { $0.period.overlaps(period) }
        if overlapping.contains(where: { $0.assignment.supervisor == assignment.supervisor }) { problems.append(.alreadyAssigned) }
        let shares = others.map { PositionSum.Part($0.period, $0.assignment.share) } + [PositionSum.Part(period, assignment.share)]
        let sum = PositionSum(shares)
        if sum.firstAboveWhole(in: period) != nil { problems.append(.sharesAboveWhole(hundredths: sum.most(in: period))) }
        return problems
    }
}
