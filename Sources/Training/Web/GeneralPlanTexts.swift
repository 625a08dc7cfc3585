import AlisDomain

/// Texts about general training plans.
enum GeneralPlanTexts {
    static let title = Text("Generell utdanningsplan", nn: "Generell utdanningsplan")
    static let listTitle = Text("Generelle utdanningsplaner", nn: "Generelle utdanningsplanar")
    static let lede = Text(
        "Kommunene skal ha en offentlig plan for hvordan spesialistutdanningen i allmennmedisin foregår hos dem (§ 23).",
        nn: "Kommunane skal ha ein offentleg plan for korleis spesialistutdanninga i allmennmedisin går føre seg hos dei (§ 23).")
    static let formLede = Text(
        "Skriv utkastet her. Det blir offentlig når kommunen publiserer det. Skriv aldri om enkeltpersoner.",
        nn: "Skriv utkastet her. Det blir offentleg når kommunen publiserer det. Skriv aldri om enkeltpersonar.")
    static let fromTemplate = Text(
        "Malen er fylt ut med det Alis vet om kommunen. Skriv det som står i hakeparentes.",
        nn: "Malen er fylt ut med det Alis veit om kommunen. Skriv det som står i hakeparentes.")
    static let saveDraft = Text("Lagre utkastet", nn: "Lagre utkastet")
    static let draftSaved = Text("Utkastet er lagret. Det er ikke offentlig ennå.", nn: "Utkastet er lagra. Det er ikkje offentleg enno.")
    static let published = Text("Planen er publisert.", nn: "Planen er publisert.")
    static let publish = Text("Publiser planen", nn: "Publiser planen")
    static let publishNote = Text(
        "Det lagrede utkastet blir offentlig fra i dag. Alle delene må være skrevet.",
        nn: "Det lagra utkastet blir offentleg frå i dag. Alle delane må vere skrivne.")
    static func unwritten(_ section: GeneralPlan.Section) -> Text {
        let name = name(section)
        return Text(
            "«\(name.nb)» er ikke skrevet. En generell plan skal ha alle delene: skriv den, eller hent malen, og lagre.",
            nn: "«\(name.nn)» er ikkje skriven. Ein generell plan skal ha alle delane: skriv han, eller hent malen, og lagre.")
    }
    static let fetch = Text("Hent malen til de tomme delene", nn: "Hent malen til dei tomme delane")
    static let fetchNote = Text("Det som alt er skrevet, blir stående.", nn: "Det som alt er skrive, blir ståande.")
    static let fetched = Text(
        "Malen er hentet til de tomme delene. Skriv det som står i hakeparentes, og lagre.",
        nn: "Malen er henta til dei tomme delane. Skriv det som står i hakeparentes, og lagre.")
    static let onlyMunicipality = Text("Bare kommunen kan publisere.", nn: "Berre kommunen kan publisere.")
    static let isDraft = Text("Utkast, ikke publisert.", nn: "Utkast, ikkje publisert.")
    static let isChanged = Text("Utkastet er endret siden planen ble publisert.", nn: "Utkastet er endra sidan planen blei publisert.")
    static let missing = Text("Ikke skrevet:", nn: "Ikkje skrive:")
    static func isPublished(_ day: CalendarDay) -> Text {
        Text("Publisert \(day.norwegian), uten endringer siden.", nn: "Publisert \(day.norwegian), utan endringar sidan.")
    }
    static let readPublic = Text("Les den offentlige planen", nn: "Les den offentlege planen")
    static let nothingToPublish = Text("Lagre et utkast før du publiserer.", nn: "Lagre eit utkast før du publiserer.")
    static let unfinished = Text(
        "Noe står igjen i hakeparentes. Skriv det, eller ta det bort, før du publiserer.",
        nn: "Noko står att i hakeparentes. Skriv det, eller ta det bort, før du publiserer.")
    static let noneYet = Text("Ingen kommuner har lagt ut planen sin ennå.", nn: "Ingen kommunar har lagt ut planen sin enno.")
    static func notPublished(_ name: String) -> Text {
        Text("\(name) har ikke lagt ut planen sin her ennå.", nn: "\(name) har ikkje lagt ut planen sin her enno.")
    }
    static let nothingWritten = Text("Skriv minst én del før du lagrer.", nn: "Skriv minst éin del før du lagrar.")
    static let write = Text("Skriv eller endre planen", nn: "Skriv eller endre planen")
    static func updated(_ day: CalendarDay) -> Text { Text("Gjelder fra \(day.norwegian).", nn: "Gjeld frå \(day.norwegian).") }
    static func lastBy(_ name: String, _ time: Instant) -> Text {
        Text("Sist endret av \(name) \(Format.time(time)).", nn: "Sist endra av \(name) \(Format.time(time)).")
    }

    static func name(_ section: GeneralPlan.Section) -> Text {
        switch section {
        case .responsibility: Text("Kommunen og ansvaret", nn: "Kommunen og ansvaret")
        case .organisation: Text("Slik er utdanningen organisert", nn: "Slik er utdanninga organisert")
        case .assessment: Text("Slik vurderes kompetansen", nn: "Slik blir kompetansen vurdert")
        case .supervision: Text("Supervisjon og individuell veiledning", nn: "Supervisjon og individuell rettleiing")
        case .arenas: Text("Læringsarenaer", nn: "Læringsarenaer")
        case .objectives: Text("Læringsmål på hver arena", nn: "Læringsmål på kvar arena")
        }
    }

    static func hint(_ section: GeneralPlan.Section) -> Text {
        switch section {
        case .responsibility: Text("Fakta om kommunen, og hvem som svarer for hva.", nn: "Fakta om kommunen, og kven som svarer for kva.")
        case .organisation:
            Text("Stillinger, legekontor, legevakt, kurs og fellesmøter.", nn: "Stillingar, legekontor, legevakt, kurs og fellesmøte.")
        case .assessment: Text("Hvem som anbefaler, hvem som godkjenner, og når.", nn: "Kven som tilrår, kven som godkjenner, og når.")
        case .supervision:
            Text(
                "Hvordan legen får hjelp i hverdagen og veiledning hver måned.",
                nn: "Korleis legen får hjelp i kvardagen og rettleiing kvar månad.")
        case .arenas:
            Text("Steder i og utenfor kommunen, og avtalene med dem.", nn: "Stader i og utanfor kommunen, og avtalane med dei.")
        case .objectives:
            Text("Hvilke mål som nås helt eller delvis på hver arena.", nn: "Kva mål som blir nådde heilt eller delvis på kvar arena.")
        }
    }
}
