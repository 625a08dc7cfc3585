/// The sheet municipalities can download and fill in (*mal*): its columns, what they mean, and what may stand in them.
/// The spreadsheet writer makes a file of it; `ImportRecognition` understands that file in either language form.
package enum ImportTemplate {
    /// One column.
    package struct Column: Hashable, Sendable {
        package let field: ImportField
        package let explanation: Text
        package let example: Text
        /// The drop-down's words; empty when anything may be written.
        package let values: [Text]
        /// Needed for a doctor who is not in the register.
        package let isNeeded: Bool

        package var heading: Text { field.title }
    }

    package static let sheetName = Text("ALIS i kommunen", nn: "ALIS i kommunen")
    package static let explanationSheetName = Text("Forklaring", nn: "Forklaring")

    package static let columns: [Column] = [
        column(.familyName, Text("Legens etternavn.", nn: "Etternamnet til legen."), "Nilsen", isNeeded: true),
        column(.givenName, Text("Legens fornavn.", nn: "Førenamnet til legen."), "Ida", isNeeded: true),
        column(
            .hpr,
            Text(
                "Nummeret i Helsepersonellregisteret, 7–9 sifre. Skriv aldri fødselsnummer.",
                nn: "Nummeret i Helsepersonellregisteret, 7–9 siffer. Skriv aldri fødselsnummer."), "9876543"),
        column(
            .birthYear,
            Text(
                "Bare året. Brukes til å skille personer med samme navn når HPR-nummeret mangler.",
                nn: "Berre året. Blir brukt til å skilje personar med same namn når HPR-nummeret manglar."), "1988"),
        column(.email, Text("E-postadresse i arbeidet.", nn: "E-postadresse i arbeidet."), "ida.nilsen@example.no"),
        column(.phone, Text("Mobilnummer.", nn: "Mobilnummer."), "900 12 345"),
        column(
            .municipality,
            Text("Kommunen legen arbeider i: navn eller nummer.", nn: "Kommunen legen arbeider i: namn eller nummer."), "Fauske",
            isNeeded: true),
        column(
            .specialty,
            Text("Står det ingenting, er det allmennmedisin.", nn: "Står det ingenting, er det allmennmedisin."), "allmennmedisin",
            values: [Text(same: "allmennmedisin"), Text(same: "samfunnsmedisin")]),
        column(
            .scheme, Text("Ny eller gammel ordning.", nn: "Ny eller gammal ordning."), "ny",
            values: [Text(same: "ny"), Text("gammel", nn: "gammal")], isNeeded: true),
        column(
            .trainingStart, Text("Dagen legen begynte som ALIS.", nn: "Dagen legen byrja som ALIS."), "01.09.2024", isNeeded: true),
        column(
            .converted,
            Text(
                "Dagen legen gikk over fra gammel til ny ordning.",
                nn: "Dagen legen gjekk over frå gammal til ny ordning."), "01.01.2024"),
        column(
            .expectedEnd, Text("Når legen regner med å være ferdig spesialist.", nn: "Når legen reknar med å vere ferdig spesialist."),
            "01.09.2029"),
        column(
            .status, Text("Aktiv eller pause.", nn: "Aktiv eller pause."), "aktiv", values: [Text(same: "aktiv"), Text(same: "pause")]),
        column(
            .endDay, Text("Siste dag som ALIS, når utdanningen er slutt.", nn: "Siste dag som ALIS, når utdanninga er slutt."), ""),
        column(
            .endReason, Text("Hvorfor utdanningen er slutt.", nn: "Kvifor utdanninga er slutt."), "",
            values: [
                Text(same: "spesialist"), Text("avbrutt", nn: "avbrote"), Text("flyttet til utlandet", nn: "flytta til utlandet"),
                Text("annet", nn: "anna"),
            ]),
        column(.workplace, Text("Legekontor eller enhet.", nn: "Legekontor eller eining."), "Sentrum legekontor"),
        column(
            .form, Text("Hvordan legen er knyttet til kommunen.", nn: "Korleis legen er knytt til kommunen."), "fastlønn",
            values: [
                Text("fastlønn", nn: "fastløn"), Text(same: "næringsdrift"), Text(same: "introduksjonsstilling"), Text(same: "vikar"),
            ],
            isNeeded: true),
        column(.percent, Text("Hvor stor stilling, i prosent.", nn: "Kor stor stilling, i prosent."), "80 %", isNeeded: true),
        column(
            .engagedFrom,
            Text(
                "Første dag på dette arbeidsstedet. Står det ingenting for en ny lege, brukes oppstarten.",
                nn: "Første dag på denne arbeidsstaden. Står det ingenting for ein ny lege, blir oppstarten brukt."), "01.09.2024"),
        column(.engagedTo, Text("Siste dag på dette arbeidsstedet.", nn: "Siste dag på denne arbeidsstaden."), ""),
        column(
            .absence,
            Text(
                "Slag fravær det er avtalt dager for. Skriv aldri hvorfor, og aldri en diagnose.",
                nn: "Slag fråvær det er avtalt dagar for. Skriv aldri kvifor, og aldri ein diagnose."), "foreldrepermisjon",
            values: [
                Text(same: "foreldrepermisjon"), Text("sykefravær", nn: "sjukefråvær"), Text("militærtjeneste", nn: "militærteneste"),
                Text("annen permisjon", nn: "annan permisjon"),
            ]),
        column(.absenceFrom, Text("Første dag borte.", nn: "Første dag borte."), "01.02.2026"),
        column(.absenceTo, Text("Siste dag borte, når den er kjent.", nn: "Siste dag borte, når han er kjend."), "30.09.2026"),
        column(
            .absencePercent,
            Text(
                "Hvor mye av stillingen legen er borte fra. Står det ingenting, er det hele.",
                nn: "Kor mykje av stillinga legen er borte frå. Står det ingenting, er det heile."), "100 %"),
        column(
            .wishFrom, Text("Tidligste halvår for sykehustjeneste.", nn: "Tidlegaste halvår for sjukehusteneste."),
            Text("høst 2027", nn: "haust 2027")),
        column(
            .wishTo, Text("Seneste halvår for sykehustjeneste.", nn: "Seinaste halvår for sjukehusteneste."),
            Text("vår 2028", nn: "vår 2028")),
        column(.firstWish, Text("Helseforetaket legen helst vil til.", nn: "Helseføretaket legen helst vil til."), "Nordlandssykehuset HF"),
        column(.secondWish, Text("Andre valg.", nn: "Andre val."), ""),
        column(.thirdWish, Text("Tredje valg.", nn: "Tredje val."), ""),
        column(.wishMonths, Text("Hvor mange måneder på sykehus.", nn: "Kor mange månader på sjukehus."), "12"),
        column(.wishPercent, Text("Stillingsprosenten legen ønsker der.", nn: "Stillingsprosenten legen ønskjer der."), "100 %"),
        column(
            .note,
            Text(
                "Praktisk merknad til ønsket. Skriv aldri noe om helse eller pasienter.",
                nn: "Praktisk merknad til ønsket. Skriv aldri noko om helse eller pasientar."), ""),
        column(
            .validFrom,
            Text(
                "Dagen endringene i raden gjelder fra. Står det ingenting, er det dagen dere velger når filen sendes inn.",
                nn: "Dagen endringane i rada gjeld frå. Står det ingenting, er det dagen de vel når fila blir send inn."), "01.11.2026"),
    ]

    private static func column(
        _ field: ImportField, _ explanation: Text, _ example: String, values: [Text] = [], isNeeded: Bool = false
    ) -> Column {
        column(field, explanation, Text(same: example), values: values, isNeeded: isNeeded)
    }

    private static func column(
        _ field: ImportField, _ explanation: Text, _ example: Text, values: [Text] = [], isNeeded: Bool = false
    ) -> Column {
        Column(field: field, explanation: explanation, example: example, values: values, isNeeded: isNeeded)
    }
}
