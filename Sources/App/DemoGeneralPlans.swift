import AlisDomain

/// General training plans for the demonstration: some that are published, and a draft.
enum DemoGeneralPlans {
    static func fill(_ directory: MunicipalityDirectory, today: CalendarDay, _ writer: FactWriter) throws {
        for (index, key) in ["bergen", "bodo", "tromso", "voss"].enumerated() {
            guard let id = MunicipalityID(key), let facts = directory.nearestFacts(of: id, on: today) else { continue }
            let texts = texts(facts.name)[facts.language == .nynorsk ? .nynorsk : .bokmal].split(separator: "|").map(String.init)
            let plan = GeneralPlan(municipality: id, texts: texts)
            let period = Period(startingOn: today.adding(months: -3 - index))
            try writer.add(id: RecordID(high: 18, low: UInt64(index)).text, plan, in: period)
            try writer.add(id: RecordID(high: 19, low: UInt64(index)).text, GeneralPlanDraft(plan), in: period)
        }
        guard let fauske = MunicipalityID("fauske"), let facts = directory.nearestFacts(of: fauske, on: today) else { return }
        let draft = GeneralPlan(
            municipality: fauske,
            texts: [
                "\(facts.name) er registrert utdanningsvirksomhet i allmennmedisin. Kommuneoverlegen svarer for utdanningen.",
                "[Skriv hvilke stillinger kommunen har for ALIS, og hvor de arbeider.]", "", "", "", "",
            ])
        try writer.add(
            id: RecordID(high: 19, low: 99).text, GeneralPlanDraft(draft), in: Period(startingOn: today.adding(days: -12)))
    }

    /// The six sections, with a bar between them.
    private static func texts(_ name: String) -> Text {
        Text(
            """
            \(name) er registrert utdanningsvirksomhet i allmennmedisin. Kommuneoverlegen svarer for utdanningen. Øvingstekst.|\
            ALIS arbeider ved legekontorene i kommunen og går i legevakt. Det er satt av tid til kurs og veiledningsgruppe.|\
            Veileder og supervisør anbefaler læringsmålene. Kommuneoverlegen godkjenner i Kompetanseportalen.|\
            Hver ALIS har en fast veileder, og en erfaren lege å spørre hver dag.|\
            Legekontorene, legevakten og sykehjemmet. Institusjonstjenesten tas på sykehus etter avtale med helseforetaket.|\
            De fleste læringsmålene nås på legekontoret. Resten nås på legevakt, sykehjem og sykehus.
            """,
            nn: """
                \(name) er registrert utdanningsverksemd i allmennmedisin. Kommuneoverlegen svarer for utdanninga. Øvingstekst.|\
                ALIS arbeider ved legekontora i kommunen og går i legevakt. Det er sett av tid til kurs og rettleiingsgruppe.|\
                Rettleiar og supervisør tilrår læringsmåla. Kommuneoverlegen godkjenner i Kompetanseportalen.|\
                Kvar ALIS har ein fast rettleiar, og ein røynd lege å spørje kvar dag.|\
                Legekontora, legevakta og sjukeheimen. Institusjonstenesta blir teken på sjukehus etter avtale med helseføretaket.|\
                Dei fleste læringsmåla blir nådde på legekontoret. Resten blir nådde på legevakt, sjukeheim og sjukehus.
                """)
    }
}
