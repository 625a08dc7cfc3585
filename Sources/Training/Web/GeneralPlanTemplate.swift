import AlisDomain

/// What a municipality's general plan begins with (*mal*): what is known of it filled in, and in brackets what somebody must write. The
/// headings and what belongs under them are from alis.no, generell utdanningsplan.
struct GeneralPlanTemplate {
    let name: String
    let doctors: Int
    /// How many supervisors live there; nil when that is not for the writer to know.
    let supervisors: Int?
    let office: String?
    let trust: String?
    let registeredFrom: CalendarDay?
    let today: CalendarDay

    func text(_ section: GeneralPlan.Section) -> Text {
        switch section {
        case .responsibility: responsibility
        case .organisation:
            Text(
                "[Skriv hvilke stillinger kommunen har for ALIS, hvilke legekontor og legevakter de arbeider ved, og hvordan tid til kurs, veiledningsgruppe og fellesmøter er satt av.]",
                nn:
                    "[Skriv kva stillingar kommunen har for ALIS, kva legekontor og legevakter dei arbeider ved, og korleis tid til kurs, rettleiingsgruppe og fellesmøte er sett av.]"
            )
        case .assessment:
            Text(
                """
                Veilederen og minst én supervisør anbefaler læringsmålene. Lederen i Kompetanseportalen godkjenner dem for kommunen.
                [Skriv hvem som er leder i Kompetanseportalen, og når og hvordan kompetansen blir vurdert.]
                """,
                nn: """
                    Rettleiaren og minst éin supervisør tilrår læringsmåla. Leiaren i Kompetanseportalen godkjenner dei for kommunen.
                    [Skriv kven som er leiar i Kompetanseportalen, og når og korleis kompetansen blir vurdert.]
                    """)
        case .supervision: supervision
        case .arenas: arenas
        case .objectives:
            Text(
                "[Skriv for hver arena hvilke læringsmål som nås der, helt eller delvis. Hvert mål skal kunne nås i kommunen, eller på en ekstern arena dere har samarbeidsavtale med.]",
                nn:
                    "[Skriv for kvar arena kva læringsmål som blir nådde der, heilt eller delvis. Kvart mål skal kunne nåast i kommunen, eller på ein ekstern arena de har samarbeidsavtale med.]"
            )
        }
    }

    private var day: String { today.norwegian }

    private var responsibility: Text {
        let registered =
            registeredFrom.map {
                Text(
                    "\(name) er registrert utdanningsvirksomhet i allmennmedisin fra \($0.norwegian).",
                    nn: "\(name) er registrert utdanningsverksemd i allmennmedisin frå \($0.norwegian).")
            }
            ?? Text(
                "[Skriv når \(name) ble registrert utdanningsvirksomhet, eller at kommunen har søkt.]",
                nn: "[Skriv når \(name) blei registrert utdanningsverksemd, eller at kommunen har søkt.]")
        let follows = office.map { Text(" Kommunen følges opp av \($0).", nn: " Kommunen blir følgd opp av \($0).") }
        return Text(
            """
            \(registered.nb) Kommunen hadde \(doctors) ALIS \(day).\(follows?.nb ?? "")
            [Skriv hvem som svarer for utdanningen: kommunalsjef, kommuneoverlege, leder i Kompetanseportalen.]
            """,
            nn: """
                \(registered.nn) Kommunen hadde \(doctors) ALIS \(day).\(follows?.nn ?? "")
                [Skriv kven som svarer for utdanninga: kommunalsjef, kommuneoverlege, leiar i Kompetanseportalen.]
                """)
    }

    private var supervision: Text {
        let known = supervisors.map {
            Text("\($0) veiledere bodde i kommunen \(day).\n", nn: "\($0) rettleiarar budde i kommunen \(day).\n")
        }
        return Text(
            """
            \(known?.nb ?? "")Hver ALIS har individuell veiledning gjennom hele utdanningen.
            [Skriv hvem som gir supervisjon i det daglige, hvordan veileder tildeles, og hva dere gjør når veilederen er borte.]
            """,
            nn: """
                \(known?.nn ?? "")Kvar ALIS har individuell rettleiing gjennom heile utdanninga.
                [Skriv kven som gir supervisjon i det daglege, korleis rettleiar blir tildelt, og kva de gjer når rettleiaren er borte.]
                """)
    }

    private var arenas: Text {
        let hospital = trust.map {
            Text("Helseforetaket for kommunen er \($0).\n", nn: "Helseføretaket for kommunen er \($0).\n")
        }
        return Text(
            """
            \(hospital?.nb ?? "")[Skriv hvilke arenaer kommunen har: legekontor, legevakt, sykehjem, helsestasjon.]
            [Skriv hvilke arenaer utenfor kommunen dere bruker, og samarbeidsavtalen om institusjonstjeneste.]
            """,
            nn: """
                \(hospital?.nn ?? "")[Skriv kva arenaer kommunen har: legekontor, legevakt, sjukeheim, helsestasjon.]
                [Skriv kva arenaer utanfor kommunen de bruker, og samarbeidsavtalen om institusjonsteneste.]
                """)
    }
}
