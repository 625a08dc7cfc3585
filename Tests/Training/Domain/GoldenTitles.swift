import AlisDomain

/// The golden cases' names in Norwegian, for the document. A new case gets its line here.
enum GoldenTitles {
    static func norwegian(_ name: String, _ set: RuleSet) -> String? {
        if name.hasPrefix("all but ") {
            let code = name.dropFirst(8)
            let activity = set.activities.first { $0.code.text == code }?.name.nb ?? String(code)
            return "Alt unntatt \(activity.prefix(1).lowercased())\(activity.dropFirst())"
        }
        return names[name]
    }

    private static let names: [String: String] = [
        "a group of two years under way, planned: nothing is given, and all of it is plan while it runs":
            "To år i gruppe er planlagt og i gang: ingenting er gitt, og alt er plan så lenge den varer",
        "the same a day before it is over, and the day it is over":
            "Det samme dagen før den er over",
        "nobody registered it before it was over":
            "Ingen førte den før den var over",
        "what has been done is registered quarter by quarter, and the plan shrinks by as much":
            "Det som er gjort, føres etter hvert, og planen minker like mye",
        "attendance at a group, and the plan's own hours for the same days":
            "Frammøte i en gruppe, og planens egne timer for de samme dagene",
        "the plan has fewer hours than were attended: the attendance stands":
            "Planen har færre timer enn frammøtet: frammøtet gjelder",
        "a session with the supervisor in a group, in days the plan has and in days it has not":
            "Gruppeøkt med veileder, på dager planen har og på dager den ikke har",
        "two of the plan's entries do not both take out the same session":
            "To oppføringer i planen trekker ikke begge fra den samme økten",
        "a session, attendance and the plan on the same days: the longest account decides":
            "Økt, frammøte og plan på de samme dagene: det lengste regnskapet avgjør",
        "a place in a group that goes on is planned, less what she has attended":
            "En plass i en gruppe som pågår, er plan, minus det hun har møtt på",
        "sessions in a group once a month are months in a group, the last of them as far as it has come":
            "Gruppeøkter én gang i måneden er måneder i gruppe, den siste så langt den er kommet",
        "supervision of the whole training: due, given, ahead and missing add up to what is asked for":
            "Veiledning i hele utdanningen: det ventede, gitte, kommende og manglende blir det som kreves",
        "more than is due now lessens what is left":
            "Mer enn ventet til nå minker det som gjenstår",
        "hours are asked for until the service is enough, and no longer":
            "Timer kreves til tjenestetiden er nådd, og ikke lenger",
        "a session held today is given today":
            "En økt i dag er gitt i dag",
        "nobody supervised: hours are due all the same":
            "Ingen veileder: timene er ventet likevel",
        "before sessions were kept here the hours are unknown, and the time counts by the assignment alone":
            "Før økter ble ført her, er timene ukjent, og tiden teller på tildelingen alene",
        "enough since sessions were kept: whether it was enough before, nobody knows":
            "Nok siden økter ble ført: om det var nok før, vet ingen",
        "so much since that what was before does not matter":
            "Så mye siden at det som var før, ikke betyr noe",
        "nobody, then somebody whose sessions were not kept, then sessions: what nobody gave is known":
            "Ingen, så en uten førte økter, så økter: det ingen ga, er kjent",
        "an assignment known here, and no session: it counts by itself, and the hours are missing":
            "Tildelt her, og ingen økter: tiden teller, og timene mangler",
        "of two supervisors one logs her sessions":
            "Av to veiledere fører den ene øktene sine",
        "the supervisor's exemption ran out two months before the year was over":
            "Veilederens unntak løp ut to måneder før året var omme",
        "a position without an end does not promise what full-time service could not give":
            "En stilling uten sluttdag lover ikke det full tjeneste ikke kunne gitt",
        "four years of community medicine and one clinical": "Fire år samfunnsmedisin og ett klinisk",
        "objectives left": "Læringsmål gjenstår",
        "a month short of everything": "En måned for lite av alt",
        "clinical service of each kind": "Klinisk tjeneste av hvert slag",
        "what does not count": "Det som ikke teller",
        "the courses are confirmed": "Kursene er bekreftet",
        "earlier service counts without registration and supervisor, later does not":
            "Tidligere tjeneste teller uten registrering og veileder, senere gjør det ikke",
        "a nursing home from before the conversion is not asked about, one after it is":
            "Sykehjem før konverteringen spørres det ikke om, etter den gjør det",
        "without a supervisor after the conversion": "Uten veileder etter konverteringen",
        "supervision is due from the day of conversion": "Veiledning kreves fra konverteringsdagen",
        "less than half time under the old scheme counts in the new": "Mindre enn halv stilling i gammel ordning teller i ny",
        "a group from the old days, and all done": "Veiledningsgruppe fra gammel ordning, og alt gjort",
        "five full years with half a year in hospital": "Fem hele år med et halvt år på sykehus",
        "one day short of five years": "Én dag mindre enn fem år",
        "the same halfway, the rest planned": "Det samme halvveis, resten planlagt",
        "nobody has said when the objectives will be approved": "Ingen har sagt når læringsmålene blir godkjent",
        "no catalogue of objectives is loaded: nothing is concluded about them":
            "Ingen katalog over læringsmål er lest inn: ingenting sluttes om dem",
        "four years and seven months in open practice: the last of them is above the maximum":
            "Fire år og sju måneder i åpen praksis: den siste er over det som kan telle",
        "the maximum is reached within a month, and part of that day counts": "Taket nås midt i en måned, og en del av den dagen teller",
        "thirty-one months of other general practice, then two years in open practice":
            "31 måneder annen allmennmedisinsk tjeneste, så to år i åpen praksis",
        "two years less a day in open practice": "To år minus en dag i åpen praksis",
        "five months in hospital is not half a year": "Fem måneder på sykehus er ikke et halvt år",
        "half a year at a nursing home instead of hospital": "Et halvt år på sykehjem i stedet for sykehus",
        "ten years at half time": "Ti år i halv stilling",
        "forty per cent counts, since a minimum in the new scheme is not looked up":
            "40 % teller, siden et minstekrav i ny ordning ikke er slått opp",
        "31 August to and including 29 February in a leap year": "31. august til og med 29. februar i et skuddår",
        "31 August to 29 February, that day left out": "31. august til 29. februar, den dagen ikke medregnet",
        "1 September to and including 28 February in a leap year": "1. september til og med 28. februar i et skuddår",
        "1 September to and including 28 February in another year": "1. september til og med 28. februar i et annet år",
        "half of February and half of March": "Halve februar og halve mars",
        "a supervisor three months late": "Veileder tre måneder for sent",
        "planned service without a supervisor counts in the plan, and is marked":
            "Planlagt tjeneste uten veileder teller i planen, og merkes",
        "the municipality registered two months late": "Kommunen registrert to måneder for sent",
        "a place that ended its registration": "Et sted som avsluttet registreringen",
        "a place that neither a municipality nor a trust answers for": "Et sted verken kommune eller foretak svarer for",
        "service before authorisation": "Tjeneste før autorisasjonen",
        "nobody has said when she was authorised": "Ingen har sagt når legen ble autorisert",
        "service before the training began": "Tjeneste før utdanningsløpet begynte",
        "service after she withdrew": "Tjeneste etter at legen sluttet i løpet",
        "the training stood still for three months": "Utdanningsløpet sto stille i tre måneder",
        "parental leave in full for six months": "Full foreldrepermisjon i seks måneder",
        "two partial absences at once": "To delvise fravær på samme tid",
        "two engagements of 120 per cent in all: the first full position counts":
            "To stillinger på 120 % til sammen: den første fulle stillingen teller",
        "two half positions are one": "To halve stillinger er én",
        "a position that does not count takes no room from one that does":
            "En stilling som ikke teller, tar ikke plass fra en som gjør det",
        "two positions reach the maximum together, in order of time": "To stillinger når taket sammen, i tidsrekkefølge",
        "supervision an hour short of 42 hours a year": "Veiledning en time mindre enn 42 timer i året",
        "supervision in half time, and hours enough": "Veiledning i halv stilling, og timer nok",
        "hours behind are shown and do not move the day": "Etterslep i timer vises og flytter ikke dagen",
        "119 hours in a group": "119 timer i gruppe",
        "a group for a month less than two years": "Gruppe en måned mindre enn to år",
        "eleven months of the group while in open practice": "Elleve måneder av gruppen i åpen praksis",
        "a group half done, by the day": "En halvferdig gruppe, dag for dag",
        "courses and six topics are recommended and hold nobody back": "Kurs og seks emner er anbefalt og holder ingen tilbake",
        "each course taken": "Hvert kurs er tatt",
        "six topics, one of them in two courses": "Seks emner, ett av dem i to kurs",
        "six topics, one of 14 hours": "Seks emner, ett på 14 timer",
        "a course planned, and one whose day has passed without word": "Et planlagt kurs, og ett der dagen er passert uten beskjed",
        "a position without an end lasts ten years in the plan": "En stilling uten sluttdato varer ti år i planen",
        "an unknown kind of service": "Et ukjent slag tjeneste",
        "everything": "Alt er gjort",
        "39 duty shifts": "39 legevakter",
        "three years and eleven months of general practice": "Tre år og elleve måneder allmennmedisin",
        "a month short of general practice, and nothing else": "En måned for lite allmennmedisin, og ikke noe annet",
        "two years at a nursing home count, the month after them does not": "To år på sykehjem teller, måneden etter gjør det ikke",
        "a year of research counts, the month after it does not": "Ett år forskning teller, måneden etter gjør det ikke",
        "four years of general practice with too little of it in open practice": "Fire år allmennmedisin med for lite åpen praksis",
        "half time counts half": "Halv stilling teller halvt",
        "49 per cent does not count": "49 % teller ikke",
        "30 and 30 per cent at once are more than half time": "30 og 30 % samtidig er mer enn halv stilling",
        "half-time leave from half time leaves the position at half time":
            "Halvt fravær fra halv stilling endrer ikke stillingens størrelse",
        "a nursing home before 7 July 2016": "Sykehjem før 7. juli 2016",
        "half a position at a nursing home is not more than half": "Halv stilling på sykehjem er ikke mer enn halv",
        "neither registration nor supervisor is asked for": "Verken registrering eller veileder kreves",
        "before authorisation, and paused": "Før autorisasjonen, og på pause",
        "a full and a half position at once": "En hel og en halv stilling samtidig",
        "other practice counts as general practice, hospital does not": "Annen praksis teller som allmennmedisin, sykehus gjør det ikke",
    ]
}
