import AlisDomain

/// Texts about what has changed since a plan was looked through, and about the next time.
enum PlanSinceTexts {
    static let title = Text("Endringer i planen", nn: "Endringar i planen")
    static let see = Text("Se endringene", nn: "Sjå endringane")
    static let never = Text(
        "Planen er ikke gått gjennom ennå, så det er ingenting å sammenligne med.",
        nn: "Planen er ikkje gått gjennom enno, så det er ingenting å samanlikne med.")
    static let compareWith = Text("Sammenlign med", nn: "Samanlikn med")
    static let show = Text("Vis", nn: "Vis")
    static let what = Text("Hva", nn: "Kva")
    static let then = Text("Da", nn: "Då")
    static let inPlan = Text("I planen", nn: "I planen")
    static let sameThings = Text(
        "Ingen perioder, fravær eller aktiviteter er lagt til, fjernet eller endret.",
        nn: "Ingen periodar, fråvær eller aktivitetar er lagde til, fjerna eller endra.")
    static let requirements = Text("Krav som vurderes annerledes", nn: "Krav som blir vurderte annleis")
    static let sameRequirements = Text("Ingen krav vurderes annerledes.", nn: "Ingen krav blir vurderte annleis.")
    static let definition = Text(
        "«Da» er planen slik den var kjent da den ble gått gjennom, sett fra den dagen, regnet etter reglene som ligger inne nå.",
        nn: "«Då» er planen slik han var kjend då han blei gått gjennom, sett frå den dagen, rekna etter reglane som ligg inne no.")
    static let added = Text("Lagt til", nn: "Lagt til")
    static let removed = Text("Fjernet", nn: "Fjerna")
    static let changedThing = Text("Endret", nn: "Endra")

    static func changed(_ day: String, _ what: String) -> Text {
        Text("Endret siden sist gjennomgang \(day): \(what).", nn: "Endra sidan sist gjennomgang \(day): \(what).")
    }
    static func changedAfterApproval(_ what: String) -> Text {
        Text("Planen er endret etter godkjenningen: \(what).", nn: "Planen er endra etter godkjenninga: \(what).")
    }
    static func unchanged(_ day: String) -> Text {
        Text("Ingenting er endret siden sist gjennomgang \(day).", nn: "Ingenting er endra sidan sist gjennomgang \(day).")
    }
    static let nothingInPlan = Text("ingenting i selve planen", nn: "ingenting i sjølve planen")
    static func moved(_ old: String, _ new: String) -> Text {
        Text("Beregnet ferdig \(old) → \(new).", nn: "Rekna ferdig \(old) → \(new).")
    }
    static let unreached = Text("planen når ikke fram", nn: "planen når ikkje fram")
    static func periods(_ count: Int) -> Text {
        count == 1 ? Text("1 periode", nn: "1 periode") : Text("\(count) perioder", nn: "\(count) periodar")
    }
    static func absences(_ count: Int) -> Text { Text("\(count) fravær", nn: "\(count) fråvær") }
    static func activities(_ count: Int) -> Text {
        count == 1 ? Text("1 aktivitet", nn: "1 aktivitet") : Text("\(count) aktiviteter", nn: "\(count) aktivitetar")
    }

    static func requirementsChanged(_ count: Int) -> Text {
        count == 1
            ? Text("1 krav vurderes annerledes", nn: "1 krav blir vurdert annleis")
            : Text("\(count) krav vurderes annerledes", nn: "\(count) krav blir vurderte annleis")
    }
    static let courseChanged = Text("ordning eller forløp", nn: "ordning eller forløp")
    static func converts(_ scheme: Text) -> Text { Text("følger nå \(scheme.nb.lowercased())", nn: "følgjer no \(scheme.nn.lowercased())") }
    static let course = Text("Ordning og forløp", nn: "Ordning og forløp")
    static let from = Text("fra", nn: "frå")

    // MARK: Waiting for the municipality

    static let waiting = Text("Planen venter på at kommunen godkjenner den:", nn: "Planen ventar på at kommunen godkjenner han:")
    static let decide = Text("Godkjenn eller send tilbake", nn: "Godkjenn eller send tilbake")

    /// What was decided last, and what has happened since, in a few words.
    static func waits(_ wait: ApprovalWait) -> Text {
        var first = Text("aldri godkjent", nn: "aldri godkjend")
        if let decision = wait.decision {
            let day = decision.day.norwegian
            first =
                decision.isApproval
                ? Text("godkjent \(day)", nn: "godkjend \(day)") : Text("sendt tilbake \(day)", nn: "send tilbake \(day)")
        }
        var parts = [first]
        if let day = wait.revisedOn {
            parts.append(
                wait.decision == nil
                    ? Text("gått gjennom \(day.norwegian)", nn: "gått gjennom \(day.norwegian)")
                    : Text("gått gjennom på nytt \(day.norwegian)", nn: "gått gjennom på nytt \(day.norwegian)"))
        }
        let change = wait.change
        let counts = [
            (change.services, periods(change.services)), (change.absences, absences(change.absences)),
            (change.activities, activities(change.activities)), (change.isCourseChanged ? 1 : 0, courseChanged),
        ].filter { $0.0 > 0 }.map(\.1)
        if !counts.isEmpty {
            let (nb, nn) = (counts.map(\.nb).joined(separator: ", "), counts.map(\.nn).joined(separator: ", "))
            parts.append(Text("endret etterpå: \(nb)", nn: "endra etterpå: \(nn)"))
        }
        return Text(parts.map(\.nb).joined(separator: "; "), nn: parts.map(\.nn).joined(separator: "; "))
    }

    // MARK: The next time

    static func overdue(_ day: CalendarDay) -> Text {
        Text("Planen skulle vært gått gjennom innen \(day.norwegian).", nn: "Planen skulle vore gått gjennom innan \(day.norwegian).")
    }
    static func due(_ day: CalendarDay) -> Text {
        Text("Planen skal gås gjennom innen \(day.norwegian).", nn: "Planen skal gåast gjennom innan \(day.norwegian).")
    }
    static let lookThrough = Text("Gå gjennom planen", nn: "Gå gjennom planen")
    static let soonTitle = Text("Snart: innen to måneder", nn: "Snart: innan to månader")
    static let reminder = Text("Tekst til påminnelse", nn: "Tekst til påminning")
    static let reminderTitle = Text("Påminnelse om å gå gjennom planen", nn: "Påminning om å gå gjennom planen")
    static let nothingSent = Text(
        "Ingenting er sendt, og Alis sender ikke noe. Kopier teksten herfra.",
        nn: "Ingenting er sendt, og Alis sender ikkje noko. Kopier teksten herifrå.")
    static let noEmail = Text("ingen registrert e-post", nn: "ingen registrert e-post")
    static let writeComment = Text("Skriv en kommentar", nn: "Skriv ein kommentar")

    /// The letter's subject, in the municipality's form of Norwegian and not the reader's.
    static func subject(_ name: String) -> Text {
        Text("Årlig gjennomgang av utdanningsplanen til \(name)", nn: "Årleg gjennomgang av utdanningsplanen til \(name)")
    }

    /// The letter, in the same form: when it was last done, by when it is to be done, what has changed, and where.
    static func letter(name: String, last: CalendarDay?, due: CalendarDay?, changes: Text?, link: String, from: String) -> Text {
        let nb =
            last.map { "Utdanningsplanen til \(name) ble sist gått gjennom \($0.norwegian)." }
            ?? "Det er ikke laget noen utdanningsplan for \(name) i Alis ennå."
        let nn =
            last.map { "Utdanningsplanen til \(name) blei sist gått gjennom \($0.norwegian)." }
            ?? "Det er ikkje laga nokon utdanningsplan for \(name) i Alis enno."
        let by = due.map(\.norwegian)
        return Text(
            """
            Hei!

            \(nb) Planen skal gås gjennom minst en gang i året\(by.map { ", altså innen \($0)" } ?? "").\
            \(changes.map { "\n\n\($0.nb)" } ?? "")

            Se over den sammen, rett det som ikke stemmer, og registrer gjennomgangen her:
            \(link)

            Vennlig hilsen
            \(from)
            """,
            nn: """
                Hei!

                \(nn) Planen skal gåast gjennom minst ein gong i året\(by.map { ", altså innan \($0)" } ?? "").\
                \(changes.map { "\n\n\($0.nn)" } ?? "")

                Sjå over han saman, rett det som ikkje stemmer, og registrer gjennomgangen her:
                \(link)

                Venleg helsing
                \(from)
                """)
    }
}
