import AlisDomain

/// Texts about trying a change before it is made.
enum WhatIfTexts {
    static let title = Text("Hva om …", nn: "Kva om …")
    static let lede = Text(
        "Prøv en endring og se hva den gjør med resten. Ingenting blir lagret før du legger den inn.",
        nn: "Prøv ei endring og sjå kva ho gjer med resten. Ingenting blir lagra før du legg ho inn.")
    static let which = Text("Hva vil du prøve?", nn: "Kva vil du prøve?")
    static let moveHospital = Text("Flytte sykehustjenesten", nn: "Flytte sjukehustenesta")
    static let changePercent = Text("Endre stillingsprosent", nn: "Endre stillingsprosent")
    static let takeLeave = Text("Permisjon eller annet fravær", nn: "Permisjon eller anna fråvær")
    static let changeMunicipality = Text("Bytte kommune", nn: "Byte kommune")
    static let convert = Text("Konvertere til ny ordning", nn: "Konvertere til ny ordning")
    static let from = Text("Fra og med", nn: "Frå og med")
    static let through = Text("Til og med", nn: "Til og med")
    static let throughHint = Text("Bare for permisjon.", nn: "Berre for permisjon.")
    static let percentHint = Text(
        "Ny stilling, eller hvor mye av stillingen fraværet gjelder.", nn: "Ny stilling, eller kor mykje av stillinga fråværet gjeld.")
    static let kindHint = Text("Bare for permisjon.", nn: "Berre for permisjon.")
    static let municipalityHint = Text("Bare når du bytter kommune.", nn: "Berre når du byter kommune.")
    static let tryIt = Text("Prøv", nn: "Prøv")
    static let before = Text("Nå", nn: "No")
    static let after = Text("Etter endringen", nn: "Etter endringa")
    static let result = Text("Dette skjer", nn: "Dette skjer")
    static let requirement = Text("Krav", nn: "Krav")
    static let nothingChanges = Text("Ingen krav endrer seg.", nn: "Ingen krav endrar seg.")
    static let periods = Text("Slik blir periodene", nn: "Slik blir periodane")
    static let supervision = Text("Timer veiledning hvert halvår", nn: "Timar rettleiing kvart halvår")
    static let halfYear = Text("Halvår", nn: "Halvår")
    static let affected = Text("Hvem andre det gjelder", nn: "Kven andre det gjeld")
    static let apply = Text("Legg dette inn i planen", nn: "Legg dette inn i planen")
    static let changedMeanwhile = Text(
        "Planen er endret siden du så dette, eller det er blitt en ny dag. Under ser du hva endringen gjør nå.",
        nn: "Planen er endra sidan du såg dette, eller det er blitt ein ny dag. Under ser du kva endringa gjer no.")
    static let sameDay = Text("Ferdig samme dag som før", nn: "Ferdig same dag som før")

    /// Days later or earlier, in words.
    static func shift(_ days: Int) -> Text {
        if days == 0 { return sameDay }
        let count = abs(days)
        return days > 0
            ? Text("Ferdig \(count) dager senere", nn: "Ferdig \(count) dagar seinare")
            : Text("Ferdig \(count) dager tidligere", nn: "Ferdig \(count) dagar tidlegare")
    }

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
        case .outsideCalendar: Text("Datoen er for langt unna.", nn: "Datoen er for langt unna.")
        case .noRuleSet: Text("Det finnes ikke regler for denne ordningen.", nn: "Det finst ikkje reglar for denne ordninga.")
        case .cannotBeReached:
            Text(
                "Med dette nås ikke tjenestetiden. Se hvilke perioder som ikke teller.",
                nn: "Med dette blir tenestetida ikkje nådd. Sjå kva periodar som ikkje tel.")
        }
    }
}
