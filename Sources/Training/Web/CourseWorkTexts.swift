import AlisDomain

/// Texts of the lists that drive work.
enum CourseWorkTexts {
    static let title = Text("Arbeidslister", nn: "Arbeidslister")
    static let lede = Text(
        "ALIS som noen må gjøre noe for. Alt er regnet ut av det som står i registeret i dag.",
        nn: "ALIS som nokon må gjere noko for. Alt er rekna ut av det som står i registeret i dag.")
    static let why = Text("Hvorfor", nn: "Kvifor")
    static let empty = Text("Ingen står på denne listen.", nn: "Ingen står på denne lista.")

    private static let codes: [(CourseWork, String)] = [
        (.noPlan, "uten-plan"), (.stalePlan, "gammel-plan"), (.noSupervisor, "uten-veileder"),
        (.supervisionBehind, "veiledning-paa-etterskudd"),
        (.registrationMissing, "mangler-registrering"), (.periodNotCounting, "teller-ikke"), (.objectivesWaiting, "laeringsmaal-venter"),
        (.doneSoon, "snart-ferdig"),
        (.oldSchemeTooLate, "gammel-ordning-rekker-ikke"),
    ]

    /// The list's name in addresses.
    static func code(_ work: CourseWork) -> String { codes.first { $0.0 == work }?.1 ?? work.rawValue }
    static func work(_ code: String) -> CourseWork? { codes.first { $0.1 == code }?.0 }

    static func isUrgent(_ work: CourseWork) -> Bool {
        switch work {
        case .noSupervisor, .registrationMissing, .oldSchemeTooLate, .periodNotCounting: true
        case .noPlan, .stalePlan, .supervisionBehind, .objectivesWaiting, .doneSoon: false
        }
    }

    static func name(_ work: CourseWork) -> Text {
        switch work {
        case .noPlan: Text("ALIS uten plan", nn: "ALIS utan plan")
        case .stalePlan: Text("ALIS har en plan som er over et år gammel", nn: "ALIS har ein plan som er over eit år gammal")
        case .noSupervisor: Text("ALIS mangler veileder", nn: "ALIS manglar rettleiar")
        case .supervisionBehind: Text("ALIS er på etterskudd med veiledning", nn: "ALIS er på etterskot med rettleiing")
        case .registrationMissing:
            Text("ALIS i en kommune uten registrering", nn: "ALIS i ein kommune utan registrering")
        case .periodNotCounting: Text("ALIS har tid som ikke teller", nn: "ALIS har tid som ikkje tel")
        case .objectivesWaiting:
            Text("ALIS har læringsmål som venter på lederen", nn: "ALIS har læringsmål som ventar på leiaren")
        case .doneSoon: Text("ALIS er snart ferdige", nn: "ALIS er snart ferdige")
        case .oldSchemeTooLate:
            Text("ALIS rekker ikke gammel ordning før fristen", nn: "ALIS rekk ikkje gammal ordning før fristen")
        }
    }

    static func what(_ work: CourseWork) -> Text {
        switch work {
        case .noPlan:
            Text(
                "Kommunen skal lage en individuell plan tidlig. Åpne legen og lag et utkast.",
                nn: "Kommunen skal lage ein individuell plan tidleg. Opne legen og lag eit utkast.")
        case .stalePlan: Text("Planen skal gås gjennom minst en gang i året.", nn: "Planen skal gåast gjennom minst ein gong i året.")
        case .noSupervisor:
            Text(
                "Tjeneste teller bare når individuell veiledning blir gitt. Finn en veileder.",
                nn: "Teneste tel berre når individuell rettleiing blir gitt. Finn ein rettleiar.")
        case .supervisionBehind:
            Text(
                "Mer enn en måneds timer mangler. Avtal flere økter, eller før de som er holdt.",
                nn: "Meir enn timane for ein månad manglar. Avtal fleire økter, eller før dei som er haldne.")
        case .registrationMissing:
            Text(
                "Tjenesten teller først når kommunen er registrert utdanningsvirksomhet.",
                nn: "Tenesta tel først når kommunen er registrert utdanningsverksemd.")
        case .periodNotCounting:
            Text("Perioder som helt eller delvis ikke teller, og hvorfor.", nn: "Periodar som heilt eller delvis ikkje tel, og kvifor.")
        case .objectivesWaiting:
            Text(
                "Veileder og supervisør har anbefalt. Kommunens leder godkjenner, eller sender tilbake med en grunn.",
                nn: "Rettleiar og supervisør har tilrådd. Leiaren i kommunen godkjenner, eller sender tilbake med ein grunn.")
        case .doneSoon:
            Text(
                "Tjenestetiden er nådd innen seks måneder. Gjør klar søknaden.",
                nn: "Tenestetida er nådd innan seks månader. Gjer klar søknaden.")
        case .oldSchemeTooLate:
            Text(
                "Slik planen er, er kravene i gammel ordning ikke oppfylt før siste søknadsdag. Se hva konvertering gir.",
                nn: "Slik planen er, er krava i gammal ordning ikkje oppfylte før siste søknadsdag. Sjå kva konvertering gir.")
        }
    }

    /// Why this doctor stands in the list, in a few words.
    static func reason(_ work: CourseWork, _ line: PlanBoard.Line, _ frame: Frame) -> String {
        switch work {
        case .noPlan, .noSupervisor:
            return line.file.trainingCase.course.map(\.period.from).min().map { "\(frame[begun]) \($0.norwegian)" } ?? ""
        case .stalePlan:
            guard let record = line.file.record else { return "" }
            let due =
                record.isOverdue(on: line.file.trainingCase.asOf) ? PlanSinceTexts.overdue(record.dueOn) : PlanSinceTexts.due(record.dueOn)
            return "\(frame[due]) \(frame[last]) \(record.revisedOn.norwegian)."
        case .supervisionBehind:
            return line.evaluation.supervision.map { "\(HoursText.hours($0.behind)) \(frame[hoursBehind])" } ?? ""
        case .registrationMissing: return frame[PlanTexts.why(.enterpriseNotRegistered)]
        case .periodNotCounting:
            let why = CourseWork.notCounting(line.file.trainingCase, line.evaluation)
            return why.prefix(2).map { service, hindrances in
                "\(Format.period(service.period, frame.language)): " + hindrances.map { frame[PlanTexts.why($0)] }.joined(separator: ", ")
            }.joined(separator: "; ")
        case .objectivesWaiting:
            let tallies = line.file.trainingCase.objectives.filter { $0.waiting > 0 }
            return tallies.map { "\($0.waiting) \(frame[ObjectiveTexts.name($0.set)].lowercased())" }.joined(separator: ", ")
        case .doneSoon: return line.evaluation.serviceDone.map { "\(frame[PlanTexts.serviceDone]) \($0.norwegian)" } ?? ""
        case .oldSchemeTooLate:
            return line.evaluation.completion?.norwegian ?? frame[PlanTexts.notReached]
        }
    }

    static let byRegisteredEnd = Text(
        "Listen følger planen. Se de samme legene etter sluttdatoen kommunen har registrert.",
        nn: "Lista følgjer planen. Sjå dei same legane etter sluttdatoen kommunen har registrert.")

    private static let begun = Text("begynte", nn: "tok til")
    private static let last = Text("Sist:", nn: "Sist:")
    private static let hoursBehind = Text("timer mangler", nn: "timar manglar")
}
