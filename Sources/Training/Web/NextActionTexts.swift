import AlisDomain

/// What to do next, as sentences, each with where it is done.
struct NextActionTexts {
    let opened: PlanDesk.Opened
    let frame: Frame

    /// At most `limit` actions as list items; the whole list is as long as the requirements.
    func items(limit: Int) -> [Html] {
        actions(limit: limit).map { action in
            let due: Html = action.due.map { "<span class=\"note\"> \(frame[by($0)])</span>" } ?? .empty
            let body: Html =
                (opened.mayEdit ? action.link : nil).map { "<a href=\"\($0)\">\(frame[action.text])</a>" } ?? "\(frame[action.text])"
            return "<li>\(body)\(due)</li>"
        }
    }

    /// The same as plain sentences.
    func lines(limit: Int) -> [String] {
        actions(limit: limit).map { action in frame[action.text] + (action.due.map { " (\(frame[by($0)]))" } ?? "") }
    }

    private func actions(limit: Int) -> [(text: Text, link: String?, due: CalendarDay?)] {
        // Of one who is done, or has left, nobody is to do anything.
        if opened.end != nil { return [] }
        return NextAction.list(
            opened.file.trainingCase, opened.evaluation, plan: opened.file.isAssumed ? nil : opened.file.record, deadline: opened.deadline
        ).filter { action in
            switch action.act {
            // Service that the plan reaches needs nobody to do anything.
            case .doRequirement(let index):
                if case .serviceTime = requirement(index).kind { return false }
                return true
            default: return true
            }
        }.prefix(limit).map { action in
            let (text, link) = sentence(action.act)
            return (text, link, action.due)
        }
    }

    /// Nothing is done by a day that has passed.
    private func by(_ due: CalendarDay) -> Text {
        due < frame.today
            ? Text("fristen var \(due.norwegian)", nn: "fristen var \(due.norwegian)")
            : Text("innen \(due.norwegian)", nn: "innan \(due.norwegian)")
    }

    private func requirement(_ index: Int) -> Requirement { opened.rules.requirements[index] }

    private func sentence(_ act: NextAction.Act) -> (Text, String?) {
        let record = Addresses.record(opened.id)
        switch act {
        case .correctRecord(let problem): return (CaseProblemTexts.text(problem, opened, frame), record)
        case .cure(.enterpriseNotRegistered, let service):
            let place = opened.file.trainingCase.service(service)?.place.municipality
            // The page is for those who keep the register; a doctor can only be told.
            return (
                Self.register,
                opened.record.mayEdit
                    ? place.map { Addresses.registration(opened.record.view.directory.slug(of: $0, on: frame.today)) } : nil
            )
        case .cure(let hindrance, let service):
            let why = PlanTexts.why(hindrance)
            return (
                Text("Se på en periode som ikke teller: \(why.nb)", nn: "Sjå på ein periode som ikkje tel: \(why.nn)"),
                opened.file.isAssumed ? record : Addresses.service(opened.id, service)
            )
        case .assignSupervisor: return (Self.assign, Addresses.supervision(opened.id))
        case .registerEarlierSupervisor(let amount, let period):
            return (Self.registerEarlier(amount.decimalText, period), Addresses.supervision(opened.id))
        case .catchUpSupervision(let minutes): return (Self.catchUp(HoursText.hours(minutes)), Addresses.supervision(opened.id))
        case .makePlan: return (Self.makePlan, Addresses.planDraft(opened.id))
        case .revisePlan: return (Self.revisePlan, "\(opened.path)#gjennomgang")
        case .planInstitution: return (Self.planInstitution, Addresses.newService(opened.id))
        case .useOtherService(let index, let lost, let day):
            let link =
                day.map { "\(Addresses.whatIf(opened.id))?prov=1&hva=sykehus&fra=\($0.norwegian)#resultat" }
                ?? Addresses.newService(opened.id)
            return (Self.exhausted(requirement(index), lost.decimalText, day), link)
        case .convertOrApply: return (Self.convertOrApply, Addresses.whatIf(opened.id))
        case .prolongService(let service, let period):
            let days = "fra=\(period.from.norwegian)&til=\(period.lastDay?.norwegian ?? "")"
            return (
                Self.prolong(period.lastDay), "\(Addresses.whatIf(opened.id))?prov=1&hva=periode&periode=\(service.text)&\(days)#resultat"
            )
        case .planRequirement(let index), .doRequirement(let index):
            let requirement = requirement(index)
            if case .objectives(let set) = requirement.kind {
                let list = opened.mayEdit ? "\(Addresses.objectives(opened.id))?vis=mangler&sett=\(set.rawValue)#liste" : nil
                return (
                    Text("\(requirement.name.nb): \(requirement.remedy.nb)", nn: "\(requirement.name.nn): \(requirement.remedy.nn)"), list
                )
            }
            // What lacks service gets a period, or a first plan that has them all.
            let addService = opened.file.isAssumed ? Addresses.planDraft(opened.id) : Addresses.newService(opened.id)
            let link = requirement.activities.first.map { "\(Addresses.newActivity(opened.id))?slag=\($0.text)" } ?? addService
            return (Text("\(requirement.name.nb): \(requirement.remedy.nb)", nn: "\(requirement.name.nn): \(requirement.remedy.nn)"), link)
        case .applyForApproval: return (Self.apply, nil)
        case .convertUnlessApplied: return (Self.convertUnlessApplied, Addresses.whatIf(opened.id))
        }
    }

    private static let register = Text(
        "Registrer kommunen som utdanningsvirksomhet, ellers teller ikke tjenesten der",
        nn: "Registrer kommunen som utdanningsverksemd, elles tel ikkje tenesta der")
    private static func registerEarlier(_ months: String, _ period: Period) -> Text {
        Text(
            "\(months) md. teller ikke fordi ingen veileder er registrert (\(Format.period(period, .bokmal))). Ble det gitt veiledning, få veilederen registrert",
            nn:
                "\(months) md. tel ikkje fordi ingen rettleiar er registrert (\(Format.period(period, .nynorsk))). Blei det gitt rettleiing, få rettleiaren registrert"
        )
    }
    private static func exhausted(_ requirement: Requirement, _ lost: String, _ day: CalendarDay?) -> Text {
        var maximum = ""
        if case .serviceTime(_, _, let most?) = requirement.kind { maximum = " (\(most.decimalText) md.)" }
        let what = Text(
            "\(lost) planlagte md. teller ikke: det meste som kan telle av «\(requirement.name.nb)»\(maximum), er nådd, og annen tjeneste gjenstår.",
            nn:
                "\(lost) planlagde md. tel ikkje: det meste som kan telje av «\(requirement.name.nn)»\(maximum), er nådd, og anna teneste står att."
        )
        return day.map {
            Text(
                "\(what.nb) Se hva det gjør å begynne på sykehus \($0.norwegian)",
                nn: "\(what.nn) Sjå kva det gjer å ta til på sjukehus \($0.norwegian)")
        } ?? Text("\(what.nb) Legg inn det som mangler", nn: "\(what.nn) Legg inn det som manglar")
    }
    private static func prolong(_ last: CalendarDay?) -> Text {
        let day = last?.norwegian ?? ""
        return Text(
            "Tjenesten i planen er for kort. Se hva det gjør å forlenge den siste praksisperioden til \(day)",
            nn: "Tenesta i planen er for kort. Sjå kva det gjer å forlengje den siste praksisperioden til \(day)")
    }
    private static func catchUp(_ hours: String) -> Text {
        Text(
            "Individuell veiledning: \(hours) timer mangler. Avtal flere økter, eller før dem som er holdt",
            nn: "Individuell rettleiing: \(hours) timar manglar. Avtal fleire økter, eller før dei som er haldne")
    }
    private static let assign = Text("Få tildelt en veileder", nn: "Få tildelt ein rettleiar")
    private static let makePlan = Text("Lag en plan", nn: "Lag ein plan")
    private static let revisePlan = Text(
        "Gå gjennom planen: det er over et år siden sist", nn: "Gå gjennom planen: det er over eit år sidan sist")
    private static let planInstitution = Text("Legg inn institusjonstjenesten", nn: "Legg inn institusjonstenesta")
    private static let convertOrApply = Text(
        "Kravene i gammel ordning er ikke oppfylt innen fristen: se hva konvertering gir",
        nn: "Krava i gammal ordning er ikkje oppfylte innan fristen: sjå kva konvertering gir")
    private static let convertUnlessApplied = Text(
        "Alle krav er oppfylt, men det kan ikke lenger søkes etter gammel ordning. Ble det ikke søkt i tide, se hva konvertering gir",
        nn:
            "Alle krav er oppfylte, men det kan ikkje lenger søkjast etter gammal ordning. Blei det ikkje søkt i tide, sjå kva konvertering gir"
    )
    private static let apply = Text(
        "Alle krav er oppfylt: søk Helsedirektoratet om spesialistgodkjenning",
        nn: "Alle krav er oppfylte: søk Helsedirektoratet om spesialistgodkjenning")
}

/// What is wrong with the facts of a training, as sentences with a way out.
enum CaseProblemTexts {
    static func text(_ problem: CaseProblem, _ opened: PlanDesk.Opened, _ frame: Frame) -> Text {
        switch problem {
        case .endsBeforeStart(_, let from, let to):
            Text(
                "En periode slutter \(to.norwegian), før den begynner \(from.norwegian). Rett datoene.",
                nn: "Ein periode sluttar \(to.norwegian), før han tek til \(from.norwegian). Rett datoane.")
        case .beforeAuthorisation(_, let day):
            Text(
                "En periode begynner før autorisasjonen \(day.norwegian). Tiden før teller ikke. Rett datoen, eller autorisasjonsdagen.",
                nn: "Ein periode tek til før autorisasjonen \(day.norwegian). Tida før tel ikkje. Rett datoen, eller autorisasjonsdagen.")
        case .aboveFullPosition(_, let period):
            Text(
                "Perioder overlapper med over 100 % til sammen (\(Format.period(period, .bokmal))). Bare 100 % teller. Rett stillingsprosent eller datoer.",
                nn:
                    "Periodar overlappar med over 100 % til saman (\(Format.period(period, .nynorsk))). Berre 100 % tel. Rett stillingsprosent eller datoar."
            )
        case .unknownCategory(_, let category):
            Text(
                "Ordningen kjenner ikke slaget tjeneste «\(category.text)». Velg et annet.",
                nn: "Ordninga kjenner ikkje slaget teneste «\(category.text)». Vel eit anna.")
        case .unknownActivity(let code):
            Text(
                "Ordningen kjenner ikke aktiviteten «\(code.text)». Velg en annen.",
                nn: "Ordninga kjenner ikkje aktiviteten «\(code.text)». Vel ein annan.")
        case .overlappingCourse(let day):
            Text(
                "Utdanningsløpet har to tilstander \(day.norwegian). Rett forløpet på legens side.",
                nn: "Utdanningsløpet har to tilstandar \(day.norwegian). Rett forløpet på sida til legen.")
        case .outsideCalculation:
            Text(
                "En periode ligger mer enn seksti år unna og er ikke regnet med. Rett datoene.",
                nn: "Ein periode ligg meir enn seksti år unna og er ikkje rekna med. Rett datoane.")
        case .overdueActivity(let code, let day):
            Text(
                "\(name(code, opened).nb) var planlagt \(day.norwegian). Ble det gjennomført? Rett føringen.",
                nn: "\(name(code, opened).nn) var planlagt \(day.norwegian). Blei det gjennomført? Rett føringa.")
        case .impossibleNumber(let code):
            Text(
                "Tallet for \(name(code, opened).nb) kan ikke være riktig. Rett føringen.",
                nn: "Talet for \(name(code, opened).nn) kan ikkje vere rett. Rett føringa.")
        }
    }

    private static func name(_ code: ActivityCode, _ opened: PlanDesk.Opened) -> Text {
        opened.rules.activity(code)?.name ?? Text(same: code.text)
    }
}
