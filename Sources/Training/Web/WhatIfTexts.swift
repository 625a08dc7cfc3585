import AlisDomain

/// Texts about trying a change before it is made.
enum WhatIfTexts {
    static let title = Text("Hva om …", nn: "Kva om …")
    static let lede = Text(
        "Prøv en endring og se hva den gjør med resten. Ingenting blir lagret før du legger den inn.",
        nn: "Prøv ei endring og sjå kva ho gjer med resten. Ingenting blir lagra før du legg ho inn.")
    static let which = Text("Hva vil du prøve?", nn: "Kva vil du prøve?")
    static let moveHospital = Text("Flytte sykehustjenesten", nn: "Flytte sjukehustenesta")
    static let noHospital = Text(
        "Planen har ingen sykehustjeneste framover som kan flyttes.", nn: "Planen har inga sjukehusteneste framover som kan flyttast.")
    static let changePercent = Text("Endre stillingsprosent", nn: "Endre stillingsprosent")
    static let takeLeave = Text("Permisjon eller annet fravær", nn: "Permisjon eller anna fråvær")
    static let changeMunicipality = Text("Bytte kommune", nn: "Byte kommune")
    static let convert = Text("Konvertere til ny ordning", nn: "Konvertere til ny ordning")
    static let from = Text("Fra og med", nn: "Frå og med")
    static let through = Text("Til og med", nn: "Til og med")
    static let throughHint = Text("For permisjon, og for en periode.", nn: "For permisjon, og for ein periode.")
    static let placePeriod = Text("Flytte eller strekke en periode", nn: "Flytte eller strekkje ein periode")
    static let period = Text("Periode", nn: "Periode")
    static let periodHint = Text("Bare når du flytter eller strekker en periode.", nn: "Berre når du flyttar eller strekkjer ein periode.")
    static let percentHint = Text(
        "Ny stilling, eller hvor mye av stillingen fraværet gjelder.", nn: "Ny stilling, eller kor mykje av stillinga fråværet gjeld.")
    static let kindHint = Text("Bare for permisjon.", nn: "Berre for permisjon.")
    static let municipalityHint = Text("Bare når du bytter kommune.", nn: "Berre når du byter kommune.")
    static let tryIt = Text("Prøv", nn: "Prøv")
    static let before = Text("Nå", nn: "No")
    static let after = Text("Etter endringen", nn: "Etter endringa")
    static let result = Text("Dette skjer", nn: "Dette skjer")
    static let days = Text("Når legen er ferdig", nn: "Når legen er ferdig")
    static let day = Text("Dag", nn: "Dag")
    static let notAsked = Text("ikke et krav", nn: "ikkje eit krav")
    static let noPeriods = Text("Ingen perioder framover.", nn: "Ingen periodar framover.")
    static let requirement = Text("Krav", nn: "Krav")
    static let nothingChanges = Text("Ingen krav endrer seg.", nn: "Ingen krav endrar seg.")
    static let periods = Text("Slik blir periodene", nn: "Slik blir periodane")
    static let supervision = Text("Timer veiledning hvert halvår", nn: "Timar rettleiing kvart halvår")
    static func moreHours(_ minutes: Int) -> Text {
        let hours = HoursText.hours(minutes)
        return Text(
            "Timene gjelder all tjeneste som står i planen. Kravet er \(hours) t: det regner bare tjenesten som teller, til tjenestetiden er nådd.",
            nn:
                "Timane gjeld all teneste som står i planen. Kravet er \(hours) t: det reknar berre tenesta som tel, til tenestetida er nådd."
        )
    }
    static let halfYear = Text("Halvår", nn: "Halvår")
    static let affected = Text("Hvem andre det gjelder", nn: "Kven andre det gjeld")
    static let problems = Text("Dette må rettes i planen", nn: "Dette må rettast i planen")
    static let supervisors = Text("Veiledere det gjelder", nn: "Rettleiarar det gjeld")
    static let supervisor = Text("Veileder", nn: "Rettleiar")
    static let herHours = Text("Timer til legen", nn: "Timar til legen")
    static let freeHours = Text("Ledige timer", nn: "Ledige timar")
    static let overCapacity = Text("over kapasiteten", nn: "over kapasiteten")
    static let leaves = Text("Forlater", nn: "Forlèt")
    static let reaches = Text("Kommer til", nn: "Kjem til")
    static let registered = Text("registrert utdanningsvirksomhet", nn: "registrert utdanningsverksemd")
    static let notRegistered = Text(
        "ikke registrert utdanningsvirksomhet, så tjenesten teller ikke", nn: "ikkje registrert utdanningsverksemd, så tenesta tel ikkje")
    static func supply(_ supply: SupervisorSupply) -> Text {
        let (capacity, needed) = (HoursText.hours(supply.capacity), HoursText.hours(supply.needed))
        return Text(
            "\(supply.supervisors) veiledere med kapasitet til \(capacity) timer i måneden; legene der trenger \(needed).",
            nn: "\(supply.supervisors) rettleiarar med kapasitet til \(capacity) timar i månaden; legane der treng \(needed).")
    }
    static let wishes = Text("Ønsker om sykehusperiode", nn: "Ønske om sjukehusperiode")
    static let wishesBefore = Text("Ønsker nå", nn: "Ønske no")
    static let wishesAfter = Text("Ønsker etter endringen", nn: "Ønske etter endringa")
    static let wishesDefinition = Text(
        "Leger som ønsker seg dit i halvåret, med denne legen regnet med der planen har henne eller ham.",
        nn: "Legar som ønskjer seg dit i halvåret, med denne legen rekna med der planen har henne eller han.")
    static func wishLeft(_ first: String, _ last: String) -> Text {
        Text(
            "Legens registrerte ønske gjelder \(first) til \(last). Rett ønsket også hvis du flytter perioden.",
            nn: "Det registrerte ønsket til legen gjeld \(first) til \(last). Rett ønsket òg om du flyttar perioden.")
    }
    static let apply = Text("Legg dette inn i planen", nn: "Legg dette inn i planen")
    static let changedMeanwhile = Text(
        "Planen er endret siden du så dette, eller det er blitt en ny dag. Under ser du hva endringen gjør nå.",
        nn: "Planen er endra sidan du såg dette, eller det er blitt ein ny dag. Under ser du kva endringa gjer no.")
    static let isNew = Text("nytt", nn: "nytt")
    static let isChanged = Text("endret", nn: "endra")
    static let neverReached = Text(
        "Planen når ikke fram, verken nå eller etter endringen.", nn: "Planen når ikkje fram, verken no eller etter endringa.")
    static let noLongerReached = Text("Etter endringen når planen ikke fram.", nn: "Etter endringa når planen ikkje fram.")
    static func nowReached(_ day: CalendarDay) -> Text {
        Text("Med endringen når planen fram: ferdig \(day.norwegian).", nn: "Med endringa når planen fram: ferdig \(day.norwegian).")
    }
    static func serviceShift(_ days: Int) -> Text {
        let count = abs(days)
        return days == 0
            ? Text("Tjenestetiden nås samme dag.", nn: "Tenestetida blir nådd same dag.")
            : days > 0
                ? Text("Tjenestetiden nås \(count) dager senere.", nn: "Tenestetida blir nådd \(count) dagar seinare.")
                : Text("Tjenestetiden nås \(count) dager tidligere.", nn: "Tenestetida blir nådd \(count) dagar tidlegare.")
    }

    /// What a change does to the end, in a sentence that says no more than the two dates do, and what they leave out.
    static func headline(_ comparison: PlanComparison) -> Text? {
        guard let first = bareHeadline(comparison), comparison.after.completion != nil, let open = PlanTexts.unjudged(comparison.after)
        else { return bareHeadline(comparison) }
        func joined(_ text: String, _ rest: String) -> String { text.hasSuffix(".") ? "\(text.dropLast()), \(rest)." : "\(text), \(rest)" }
        return Text(joined(first.nb, open.nb), nn: joined(first.nn, open.nn))
    }

    private static func bareHeadline(_ comparison: PlanComparison) -> Text? {
        if let shift = comparison.completionShift { return Self.shift(shift) }
        if let day = comparison.after.completion { return nowReached(day) }
        let first = comparison.before.completion == nil ? neverReached : noLongerReached
        guard let shift = comparison.serviceShift else { return first }
        let second = serviceShift(shift)
        return Text("\(first.nb) \(second.nb)", nn: "\(first.nn) \(second.nn)")
    }

    static let sameDay = Text("Ferdig samme dag som før", nn: "Ferdig same dag som før")

    /// Days later or earlier, in words.
    static func shift(_ days: Int) -> Text {
        if days == 0 { return sameDay }
        let count = abs(days)
        // Days are exact; months, 30.4 days long, are what people think in.
        let months = (count * 10 + 152) / 304
        switch (days > 0, count < 60) {
        case (true, true): return Text("Ferdig \(count) dager senere", nn: "Ferdig \(count) dagar seinare")
        case (false, true): return Text("Ferdig \(count) dager tidligere", nn: "Ferdig \(count) dagar tidlegare")
        case (true, false):
            return Text(
                "Ferdig \(count) dager senere (omtrent \(months) måneder)", nn: "Ferdig \(count) dagar seinare (omtrent \(months) månader)")
        case (false, false):
            return Text(
                "Ferdig \(count) dager tidligere (omtrent \(months) måneder)",
                nn: "Ferdig \(count) dagar tidlegare (omtrent \(months) månader)")
        }
    }

    static func beforeNewScheme(_ first: CalendarDay) -> Text {
        Text(
            "Ny ordning tok til å gjelde \(first.norwegian). Velg i dag eller senere.",
            nn: "Ny ordning tok til å gjelde \(first.norwegian). Vel i dag eller seinare.")
    }
    static let conversionPassed = Text(
        "Dagen er gått. Velg i dag eller senere. En konvertering som alt er avtalt og gjort, føres av kommunen eller ALIS-kontoret på legens side.",
        nn:
            "Dagen er gått. Vel i dag eller seinare. Ei konvertering som alt er avtalt og gjord, blir ført av kommunen eller ALIS-kontoret på sida til legen."
    )

    /// Why a change cannot be tried, and what to do instead.
    static func refusal(_ refusal: PlanRefusal) -> Text {
        switch refusal {
        case .noHospitalPeriod:
            Text(
                "Planen har ingen sykehustjeneste framover. Legg inn en periode først.",
                nn: "Planen har inga sjukehusteneste framover. Legg inn ein periode først.")
        case .unknownService: Text("Perioden finnes ikke lenger.", nn: "Perioden finst ikkje lenger.")
        case .alreadyServed: Text("Perioden er alt gjennomført.", nn: "Perioden er alt gjennomført.")
        case .nothingPlanned:
            Text(
                "Ingen perioder endrer seg fra den dagen. Velg en annen dag eller verdi.",
                nn: "Ingen periodar endrar seg frå den dagen. Vel ein annan dag eller verdi.")
        case .notInOldScheme:
            Text("Legen følger alt ny ordning den dagen.", nn: "Legen følgjer alt ny ordning den dagen.")
        case .inThePast:
            Text("Dagen er gått. Velg i dag eller senere.", nn: "Dagen er gått. Vel i dag eller seinare.")
        case .outsideCalendar:
            Text("Datoen er for langt unna. Velg en dag de neste ti årene.", nn: "Datoen er for langt unna. Vel ein dag dei neste ti åra.")
        case .afterService:
            Text(
                "Den dagen er all tjeneste i planen over. Velg en dag mens tjenesten varer, eller legg inn mer tjeneste først.",
                nn: "Den dagen er all teneste i planen over. Vel ein dag medan tenesta varer, eller legg inn meir teneste først.")
        case .noRuleSet: Text("Det finnes ikke regler for denne ordningen.", nn: "Det finst ikkje reglar for denne ordninga.")
        case .cannotBeReached:
            Text(
                "Med dette nås ikke tjenestetiden. Se hvilke perioder som ikke teller.",
                nn: "Med dette blir tenestetida ikkje nådd. Sjå kva periodar som ikkje tel.")
        }
    }
}
