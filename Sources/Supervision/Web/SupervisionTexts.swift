import AlisDomain

/// Texts that the pages of supervision share.
enum SupervisionTexts {
    static let supervisors = Text("Veiledere", nn: "Rettleiarar")
    static let supervisor = Text("Veileder", nn: "Rettleiar")
    static let supervision = Text("Veiledning", nn: "Rettleiing")
    static let doctor = Text("Lege", nn: "Lege")
    static let municipality = Text("Kommune", nn: "Kommune")
    static let office = Text("Kontor", nn: "Kontor")
    static let capacity = Text("Kapasitet", nn: "Kapasitet")
    static let needed = Text("Lovet bort", nn: "Lova bort")
    static let free = Text("Ledig", nn: "Ledig")
    static let doctors = Text("ALIS", nn: "ALIS")
    static let status = Text("Status", nn: "Status")
    static let languages = Text("Språk", nn: "Språk")
    static let meets = Text("Møtes", nn: "Møtest")
    static let share = Text("Andel", nn: "Del")
    static let period = Text("Periode", nn: "Periode")
    static let day = Text("Dag", nn: "Dag")
    static let hours = Text("Timer", nn: "Timar")
    static let saved = Text("Lagret.", nn: "Lagra.")
    static let synthetic = Text("Oppdiktet person", nn: "Oppdikta person")
    static let digital = Text("digitalt", nn: "digitalt")
    static let inPerson = Text("fysisk", nn: "fysisk")

    static func hoursAMonth(_ minutes: Int) -> Text {
        Text("\(HoursText.hours(minutes)) t/md.", nn: "\(HoursText.hours(minutes)) t/md.")
    }
    static func hours(_ minutes: Int) -> Text { Text("\(HoursText.hours(minutes)) t", nn: "\(HoursText.hours(minutes)) t") }

    /// The rule as it stands on a day: `4 timer i 10,5 måneder i året ved full stilling, altså 3,5 timer i måneden`.
    static func rule(_ rates: SupervisionRates, on day: CalendarDay) -> Text {
        func text(_ code: SupervisionRates.Code) -> String {
            rates.rate(code, on: day).flatMap { MonthlyHours(hundredths: $0.hundredths) }?.text ?? "0"
        }
        let (hours, months, monthly) = (text(.individualHours), text(.individualMonths), HoursText.hours(rates.monthlyMinutes(on: day)))
        return Text(
            "\(hours) timer i \(months) måneder i året ved full stilling, altså \(monthly) timer i måneden",
            nn: "\(hours) timar i \(months) månader i året ved full stilling, altså \(monthly) timar i månaden")
    }

    static func meets(_ supervisor: Supervisor) -> Text {
        switch (supervisor.meetsInPerson, supervisor.meetsDigitally) {
        case (true, true):
            Text(
                "fysisk inntil \(supervisor.travelKilometres) km, og digitalt",
                nn: "fysisk inntil \(supervisor.travelKilometres) km, og digitalt")
        case (true, false): Text("fysisk inntil \(supervisor.travelKilometres) km", nn: "fysisk inntil \(supervisor.travelKilometres) km")
        case (false, true): digital
        case (false, false): Text("ikke oppgitt", nn: "ikkje oppgitt")
        }
    }

    static func name(_ status: SpecialistStatus) -> Text {
        switch status {
        case .generalPractice: Text("Spesialist i allmennmedisin", nn: "Spesialist i allmennmedisin")
        case .otherSpecialty: Text("Spesialist i annet fag", nn: "Spesialist i anna fag")
        case .none: Text("Ikke spesialist", nn: "Ikkje spesialist")
        case .unknown: Text("Ikke undersøkt", nn: "Ikkje undersøkt")
        }
    }

    static func name(_ standing: SupervisorStanding) -> Text {
        switch standing {
        case .specialist: Text("spesialist", nn: "spesialist")
        case .exempt(let last): Text("unntak til \(last.norwegian)", nn: "unntak til \(last.norwegian)")
        case .exemptionRunOut(let last): Text("unntaket gikk ut \(last.norwegian)", nn: "unntaket gjekk ut \(last.norwegian)")
        case .notSpecialist: Text("ikke spesialist", nn: "ikkje spesialist")
        case .notChecked: Text("ikke undersøkt", nn: "ikkje undersøkt")
        }
    }

    static func name(_ language: SupervisorLanguage) -> Text {
        switch language {
        case .northernSami: Text("nordsamisk", nn: "nordsamisk")
        case .luleSami: Text("lulesamisk", nn: "lulesamisk")
        case .southernSami: Text("sørsamisk", nn: "sørsamisk")
        case .english: Text("engelsk", nn: "engelsk")
        case .german: Text("tysk", nn: "tysk")
        case .french: Text("fransk", nn: "fransk")
        case .spanish: Text("spansk", nn: "spansk")
        case .polish: Text("polsk", nn: "polsk")
        case .russian: Text("russisk", nn: "russisk")
        case .arabic: Text("arabisk", nn: "arabisk")
        }
    }

    static func name(_ standing: SupervisionRequest.Standing) -> Text {
        switch standing {
        case .pending: Text("venter på svar", nn: "ventar på svar")
        case .accepted: Text("sagt ja", nn: "sagt ja")
        case .declined: Text("sagt nei", nn: "sagt nei")
        case .withdrawn: Text("trukket", nn: "trekt")
        case .expired: Text("fristen gikk ut", nn: "fristen gjekk ut")
        }
    }

}
