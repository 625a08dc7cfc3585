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
        (.noPlan, "uten-plan"), (.stalePlan, "gammel-plan"), (.planToApprove, "til-godkjenning"), (.noSupervisor, "uten-veileder"),
        (.supervisionBehind, "veiledning-paa-etterskudd"),
        (.registrationMissing, "mangler-registrering"), (.periodNotCounting, "teller-ikke"), (.objectivesWaiting, "laeringsmaal-venter"),
        (.doneSoon, "snart-ferdig"), (.restMissing, "tjenestetid-naadd"),
        (.oldSchemeTooLate, "gammel-ordning-rekker-ikke"),
    ]

    /// The list's name in addresses.
    static func code(_ work: CourseWork) -> String { codes.first { $0.0 == work }?.1 ?? work.rawValue }
    static func work(_ code: String) -> CourseWork? { codes.first { $0.1 == code }?.0 }

    static func isUrgent(_ work: CourseWork) -> Bool {
        switch work {
        case .noSupervisor, .registrationMissing, .oldSchemeTooLate, .periodNotCounting: true
        case .noPlan, .stalePlan, .planToApprove, .supervisionBehind, .objectivesWaiting, .doneSoon, .restMissing: false
        }
    }

    /// After a number.
    static func name(_ work: CourseWork, _ count: Int) -> Text {
        work == .doneSoon && count == 1 ? Text("ALIS er snart ferdig", nn: "ALIS er snart ferdig") : name(work)
    }

    static func name(_ work: CourseWork) -> Text {
        switch work {
        case .noPlan: Text("ALIS uten plan", nn: "ALIS utan plan")
        case .stalePlan: Text("ALIS har en plan som er over et år gammel", nn: "ALIS har ein plan som er over eit år gammal")
        case .planToApprove:
            Text("ALIS har en plan som venter på godkjenning", nn: "ALIS har ein plan som ventar på godkjenning")
        case .noSupervisor: Text("ALIS mangler veileder", nn: "ALIS manglar rettleiar")
        case .supervisionBehind: Text("ALIS er på etterskudd med veiledning", nn: "ALIS er på etterskot med rettleiing")
        case .registrationMissing:
            Text("ALIS i en kommune uten registrering", nn: "ALIS i ein kommune utan registrering")
        case .periodNotCounting: Text("ALIS har tid som ikke teller", nn: "ALIS har tid som ikkje tel")
        case .objectivesWaiting:
            Text("ALIS har læringsmål som venter på lederen", nn: "ALIS har læringsmål som ventar på leiaren")
        case .doneSoon: Text("ALIS er snart ferdige", nn: "ALIS er snart ferdige")
        case .restMissing:
            Text("ALIS har tjenestetiden, men mangler annet", nn: "ALIS har tenestetida, men manglar anna")
        case .oldSchemeTooLate:
            Text("ALIS er ikke i mål i gammel ordning innen fristen", nn: "ALIS er ikkje i mål i gammal ordning innan fristen")
        }
    }

    static func what(_ work: CourseWork) -> Text {
        switch work {
        case .noPlan:
            Text(
                "Kommunen skal lage en individuell plan tidlig. Åpne legen og lag et utkast.",
                nn: "Kommunen skal lage ein individuell plan tidleg. Opne legen og lag eit utkast.")
        case .stalePlan: Text("Planen skal gås gjennom minst en gang i året.", nn: "Planen skal gåast gjennom minst ein gong i året.")
        case .planToApprove:
            Text(
                "Planen er ny, gått gjennom eller endret siden kommunen godkjente den eller sendte den tilbake. Det kommunen godkjenner, er perioder, fravær, ordning og det som er planlagt: at et kurs er gjennomført, er ingen endring.",
                nn:
                    "Planen er ny, gått gjennom eller endra sidan kommunen godkjende han eller sende han tilbake. Det kommunen godkjenner, er periodar, fråvær, ordning og det som er planlagt: at eit kurs er gjennomført, er inga endring."
            )
        case .noSupervisor:
            Text(
                "Tjeneste teller bare når individuell veiledning blir gitt. Finn en veileder.",
                nn: "Teneste tel berre når individuell rettleiing blir gitt. Finn ein rettleiar.")
        case .supervisionBehind:
            Text(
                "Mer enn to måneders timer mangler. Avtal flere økter, eller før de som er holdt.",
                nn: "Meir enn timane for to månader manglar. Avtal fleire økter, eller før dei som er haldne.")
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
                "Alle bindende krav er oppfylt innen seks måneder, slik planen står. Gjør klar søknaden.",
                nn: "Alle bindande krav er oppfylte innan seks månader, slik planen står. Gjer klar søknaden.")
        case .restMissing:
            Text(
                "Tjenestetiden er nådd, eller nås innen seks måneder, men noe annet er ikke planlagt til da. Se hva som mangler.",
                nn: "Tenestetida er nådd, eller blir nådd innan seks månader, men noko anna er ikkje planlagt til då. Sjå kva som manglar.")
        case .oldSchemeTooLate:
            Text(
                "Slik planen er, er kravene i gammel ordning ikke oppfylt innen siste søknadsdag. Se hva konvertering gir.",
                nn: "Slik planen er, er krava i gammal ordning ikkje oppfylte innan siste søknadsdag. Sjå kva konvertering gir.")
        }
    }

    /// The same as a few words on the doctor herself, for a list where each has a row of her own.
    static func mark(_ work: CourseWork) -> Text {
        switch work {
        case .noPlan: Text("ingen plan", nn: "ingen plan")
        case .stalePlan: Text("planen er over et år gammel", nn: "planen er over eit år gammal")
        case .planToApprove: Text("planen venter på godkjenning", nn: "planen ventar på godkjenning")
        case .noSupervisor: Text("mangler veileder", nn: "manglar rettleiar")
        case .supervisionBehind: Text("på etterskudd med veiledning", nn: "på etterskot med rettleiing")
        case .registrationMissing: Text("kommunen er ikke registrert", nn: "kommunen er ikkje registrert")
        case .periodNotCounting: Text("har tid som ikke teller", nn: "har tid som ikkje tel")
        case .objectivesWaiting: Text("læringsmål venter på lederen", nn: "læringsmål ventar på leiaren")
        case .doneSoon: Text("snart ferdig", nn: "snart ferdig")
        case .restMissing: Text("har tjenestetiden, mangler annet", nn: "har tenestetida, manglar anna")
        case .oldSchemeTooLate: Text("ikke i mål i gammel ordning", nn: "ikkje i mål i gammal ordning")
        }
    }

    /// The day a plan comes to, or that it does not reach it: never another day in its place.
    static func done(_ evaluation: Evaluation, _ frame: Frame) -> String {
        guard let day = evaluation.completion else { return frame[PlanTexts.notReached] }
        return day.norwegian + (PlanTexts.unjudged(evaluation).map { ", \(frame[$0])" } ?? "")
    }

    /// The same in a cell of a table, the day first and by itself.
    static func doneCell(_ evaluation: Evaluation, isAssumed: Bool, _ frame: Frame) -> Html {
        guard let day = evaluation.completion else { return "\(frame[PlanTexts.notReached(isAssumed: isAssumed)])" }
        guard let open = PlanTexts.unjudged(evaluation) else { return "\(day.norwegian)" }
        return "<span>\(day.norwegian)<br><span class=\"note\">\(frame[open])</span></span>"
    }

    /// Why this doctor stands in the list, in a few words.
    static func reason(_ work: CourseWork, _ member: CourseWorkRoutes.Line, _ frame: Frame) -> String {
        let line = member.board
        switch work {
        case .planToApprove: return member.approval.map { PlanSinceTexts.waits($0)[frame.language] } ?? ""
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
            return CourseWork.notCounting(line.file.trainingCase, line.evaluation).map { stretch in
                "\(Format.period(stretch.period, frame.language)): \(stretch.amount.decimalText)\u{00A0}\(frame[PlanTexts.months]), "
                    + frame[PlanTexts.why(stretch.hindrance)]
            }.joined(separator: "; ")
        case .objectivesWaiting:
            let tallies = line.file.trainingCase.objectives.filter { $0.waiting > 0 }
            return tallies.map { frame[waiting($0.waiting, $0.set)] }.joined(separator: ", ")
        case .doneSoon:
            return frame[line.evaluation.isComplete ? allMet : allPlanned]
        case .restMissing:
            let open = CourseWork.openRequirements(line.evaluation, by: line.evaluation.asOf.adding(months: 6)).map { frame[$0.name] }
            let more = open.count > 3 ? " " + frame[andMore(open.count - 3)] : ""
            return "\(frame[missing]) \(open.prefix(3).joined(separator: "; "))\(more)"
        case .oldSchemeTooLate: return tooLate(line, frame)
        }
    }

    static let byRegisteredEnd = Text(
        "Listen følger planen. Se de samme legene etter sluttdatoen kommunen har registrert.",
        nn: "Lista følgjer planen. Sjå dei same legane etter sluttdatoen kommunen har registrert.")

    private static func waiting(_ count: Int, _ set: ObjectiveSet) -> Text {
        guard count == 1 else {
            let name = ObjectiveTexts.name(set)
            return Text("\(count) \(name.nb.lowercased())", nn: "\(count) \(name.nn.lowercased())")
        }
        return switch set {
        case .generalPractice: Text("1 allmennmedisinsk læringsmål", nn: "1 allmennmedisinsk læringsmål")
        case .common: Text("1 felles kompetansemål", nn: "1 felles kompetansemål")
        case .communityMedicine: Text("1 samfunnsmedisinsk læringsmål", nn: "1 samfunnsmedisinsk læringsmål")
        }
    }

    /// What bounds the plan: what it does not reach, or the day it does.
    private static func tooLate(_ line: PlanBoard.Line, _ frame: Frame) -> String {
        let evaluation = line.untilConversion ?? line.evaluation
        let bounds = evaluation.boundingRequirements.map { frame[$0.name] }
        let more = bounds.count > 3 ? " " + frame[andMore(bounds.count - 3)] : ""
        let what = bounds.prefix(3).joined(separator: "; ") + more
        let converts = line.untilConversion == nil ? nil : line.file.trainingCase.convertedOn.map { "\(frame[toConvert($0)]) " }
        let first = converts ?? ""
        guard let day = evaluation.completion else {
            return first + (what.isEmpty ? frame[PlanTexts.notReached] : "\(frame[missing]) \(what)")
        }
        return "\(first)\(day.norwegian). \(frame[PlanTexts.bounds]) \(what)"
    }

    private static func toConvert(_ day: CalendarDay) -> Text {
        Text(
            "Konverterer \(day.norwegian), og følger gammel ordning til da.",
            nn: "Konverterer \(day.norwegian), og følgjer gammal ordning til då.")
    }
    private static let begun = Text("begynte", nn: "tok til")
    private static let allMet = Text("Alle bindende krav er oppfylt", nn: "Alle bindande krav er oppfylte")
    private static let allPlanned = Text("Resten er planlagt", nn: "Resten er planlagt")
    private static let missing = Text("Mangler:", nn: "Manglar:")
    private static func andMore(_ count: Int) -> Text { Text("og \(count) til", nn: "og \(count) til") }
    private static let last = Text("Sist:", nn: "Sist:")
    private static let hoursBehind = Text("timer mangler", nn: "timar manglar")
}
