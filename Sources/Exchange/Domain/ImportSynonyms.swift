/// The headings municipalities use, in bokmål, nynorsk and abbreviations, in the form `ImportText.key` gives them.
package enum ImportSynonyms {
    /// Each field's headings. The same heading never stands under two fields (a test says so).
    package static func headings(of field: ImportField) -> [String] { spaced(field).split(separator: " ").map(String.init) }

    /// From a heading's key to its field.
    static let fields: [String: ImportField] = {
        var result: [String: ImportField] = [:]
        for field in ImportField.allCases {
            for heading in headings(of: field) { result[heading] = field }
        }
        return result
    }()

    /// Headings that name a national identity number: the column is never read.
    static let identityNumbers: Set<String> = Set(
        """
        persnr persnummer fodselsnummer fodselsnr fodselnummer fodselnr fnr fnummer personnummer personnr pnr dnummer dnr fodselsogpersonnummer
        fodseldnummer fodselsnummerdnummer fodselsnrdnr nasjonaltidentitetsnummer nationalid identitetsnummer
        """.split { $0 == " " || $0 == "\n" }.map(String.init))

    /// What a heading contains when its column is about health: such columns are passed over without being read.
    static let healthWords = [
        "diagnos", "sykdom", "sjukdom", "sykemeld", "sykmeld", "sjukmeld", "helseopplys", "icd10", "icpc", "pasient", "legemid",
        "medisiner",
        "arsaktilfravar", "fravarsarsak", "fraversarsak", "fravaersarsak", "permisjonsarsak", "arsaktilpermisjon", "arsaktilfravaer",
        "helsetilstand", "funksjonsned", "gravid",
    ]

    /// Headings of columns that Alis writes and that say nothing of a doctor: the two of a file that was given back, and what the
    /// lists tell of when a row was confirmed. They are never read; `ImportTexts` and `ExportTexts` have the same words (a test says so).
    static let ours: Set<String> = ["alisresultat", "alisforklaring", "ikkebekreftetsiden", "ikkjestadfestasidan"]

    private static func spaced(_ field: ImportField) -> String {
        switch field {
        case .fullName:
            """
            navn namn lege legensnavn navnpalege navnalis alis alislege alisnavn legenavn fulltnavn heltnavn kandidat \
            legeispesialisering lis lis3 navnlege alisensnavn etternavnfornavn fornavnetternavn fornavnogetternavn etternavnogfornavn \
            namnpalege legenamn fulltnamn etternamnforenamn forenamnetternamn lispesialisering
            """
        case .familyName: "etternavn etternamn slektsnavn slektsnamn etternavnlege enavn"
        case .givenName: "fornavn forenamn fornamn fornavnlege mellomnavnogfornavn fornavnogmellomnavn fnavn"
        case .hpr: "hprnr hprnummer hpr hprno hprid helsepersonellnummer helsepersonellnr hprnrlege legenshprnr hprnrlegen legenshpr"
        case .birthYear: "fodselsar fodselar far fodt fodd fodtar foddar fodselsdato fodselsdag fdato fodtdato arfodt fodear fodselsarlege"
        case .email:
            "epost epostadresse email mail epostalis mailadresse emailadresse jobbepost epostjobb epostprivat epostlege epostadr"
        case .phone:
            """
            mobil telefon tlf mobilnr mobilnummer mobiltelefon telefonnummer telefonnr tlfnr mob mobiltlf tlfmobil \
            mobilprivat kontakttelefon \
            tlfnummer telefonmobil
            """
        case .municipality:
            "kommune kommunenavn kommunenamn kom komm vertskommune arbeidskommune ansattkommune kommuneby utdanningskommune tilsettkommune"
        case .municipalityNumber: "kommunenr kommunenummer knr komnr kommnr knummer kommnummer"
        case .specialty: "spesialitet fagomrade spesialisering spesialitetsomrade fagfelt"
        case .scheme:
            """
            ordning utdanningsordning nygammelordning gammelnyordning nygammel gammelny spesialistutdanning utdanningslop ordningnygammel \
            spesialistordning regelverk nygmlordning gmlny nygml ordninggammelny alisordning nyellergammelordning nyellergammel gamalny \
            nygamal nygamalordning ordningnyellergammel regelsett
            """
        case .trainingStart:
            """
            oppstart oppstartsdato oppstartdato oppstartalis startalis alisstart startetalis datooppstart \
            startdatoalis oppstartspesialisering startspesialisering startdatospesialisering alisfra alisoppstart pabegynt startetsomalis \
            begyntesomalis byrjasomalis oppstartsdatoalis utdanningsstart oppstartutdanning startdatoutdanning oppstartstidspunkt
            """
        case .started:
            "startdato start startet starta startdag startdata begynte begynt begyntdato byrja byrjadato starttidspunkt startdatolege"
        case .converted:
            """
            konvertert konverterttilnyordning konvertering konvertertdato konverteringsdato konverterttilny datokonvertert \
            konvertertnyordning konverterer overgangtilnyordning overforttilnyordning byttetordning konvertertdatotilny
            """
        case .expectedEnd:
            """
            forventetferdig forventaferdig forventetslutt forventetferdigdato planlagtferdig antattferdig ferdigdato forventetsluttdato \
            forventetspesialist forventaslutt planlagtslutt estimertferdig beregnetferdig ferdig ferdigspesialist forventetfullfort \
            planlagtsluttdato forventetferdigspesialist forventetferdigstilt forventaferdigdato venterferdig nartenkerduduerferdig \
            forventetavslutning ventesferdig ventastferdig
            """
        case .status: "status alisstatus statusalis utdanningsstatus statusutdanning"
        case .endDay:
            """
            sluttdato slutt avsluttet avslutta sluttet slutta avsluttetdato avsluttadato avslutningsdato sluttdatoalis sluttalis \
            datoavsluttet datoslutt sluttetdato avsluttetalis avslutning
            """
        case .endReason:
            """
            sluttarsak arsaksluttet avslutningsarsak avslutningsgrunn arsak arsaktilslutt sluttetgrunn sluttgrunn grunn arsakslutt \
            avgangsarsak hvorforsluttet arsaktilavslutning avslutningsgrunnlag kvifor frafallsarsak arsakavslutning
            """
        case .workplace:
            """
            legekontor arbeidssted arbeidsstad legesenter arbeidsplass praksis praksissted praksisstad kontor tjenestested tenestestad \
            legekontorarbeidssted legesenterlegekontor enhet eining navnpalegekontor arbeidsstedlegekontor legekontorlegesenter \
            helsesenter legekontorpraksis legekontornavn
            """
        case .form:
            """
            tilknytning tilknyting arbeidsform ansettelsesform tilsettingsform driftsform avtaleform arbeidsformtilknytning avtaletype \
            stillingstype type fastlonnnaeringsdrift naeringsdriftfastlonn ansattnaering ansattselvstendig lonnsform typestilling \
            stillingsform driftsmodell fastlonnnaering tilknytningsform fastlonnellernaeringsdrift
            """
        case .percent:
            """
            stillingsprosent stillingprosent stilling prosent stillingspst stillingpst stillingsbrok stillingsstorrelse stillingsstorleik \
            stprosent pst stillingsandel prosentstilling stillingiprosent stillingsprosentiprosent arsverk pctstilling stillingspros \
            stillprosent stillingspct stillingsprosentprosent
            """
        case .engagedFrom:
            """
            ansattfra tilsettfra ansattdato ansattsiden ansettelsesdato tilsettdato ansettelsefra engasjertfra startistilling \
            fradato iarbeidfra ansattikommunenfra tiltradt tiltredelse tiltredelsesdato stillingfra arbeidsforholdfra avtalefra \
            startikommunen ansettelsesstart oppstartikommunen oppstartikommune startdatoikommunen startdatoikommune startetikommunen \
            begynteikommunen byrjaikommunen oppstartstilling oppstartistilling startstilling startdatostilling startdatoistilling \
            begynteistilling oppstartjobb oppstartijobb startjobb startijobb startdatojobb startdatoijobb begynteijobb begynteijobben \
            begyntijobb oppstartpalegekontor oppstartlegekontor startdatolegekontor begyntepalegekontoret oppstartarbeidsforhold \
            startdatoarbeidsforhold oppstartansettelse startdatoansettelse ansattstartdato
            """
        case .engagedTo:
            """
            ansatttil tilsetttil ansettelsetil tildato sluttetistilling stillingtil arbeidsforholdtil avtaletil fratradt fratredelse \
            sluttikommunen ansattikommunentil engasjerttil ansettelsesslutt fratredelsesdato
            """
        case .absence:
            """
            fravaer fravar fraver fravaerstype fravaertype typefravaer slagfravaer fravaersslag permisjon typepermisjon permisjonstype \
            permisjonfravaer fravaerpermisjon langtidsfravaer langvarigfravaer
            """
        case .absenceFrom: "fravaerfra fravaerfradato fravaersstart bortefra permisjonfra permisjonfradato permfra ipermisjonfra fravaerfom"
        case .absenceTo: "fravaertil fravaertildato fravaersslutt permisjontil permisjontildato permtil ipermisjontil fravaertom"
        case .absencePercent: "fravaersprosent fravaerprosent permisjonsprosent prosentfravaer prosentpermisjon fravaerpst fravaerspst"
        case .wishFrom:
            """
            onskersykehusfra onsketsykehusfra onskjersjukehusfra onsketjenestefra onskerhalvar onskethalvar sykehusfra \
            onskersykehusfrahalvar nar onskersykehusnar onsketperiode onsketperiodefra sykehusaronske onskersykehus onskersykehusar \
            onsketoppstartsykehus tidligsthalvar tidligst onsketstartsykehus onsketsykehustjenestefra narsykehus narsykehusar \
            onskjerhalvar onskersykehustjeneste onskersykehustjenestefra onskjersjukehus sjukehusfra onsketidspunktsykehus \
            sykehusarfra onskersykehustjenestenar tidspunktsykehusar
            """
        case .wishTo:
            """
            onskersykehustil onsketsykehustil onskjersjukehustil sykehustil onskersykehustilhalvar onsketperiodetil senesthalvar senest \
            seinasthalvar seinast onskersykehustjenestetil onsketsykehustjenestetil sjukehustil sykehusartil onsketjenestetil
            """
        case .firstWish:
            """
            onsketsykehus1 onsketsykehus sykehus1 forsteonske 1onske onske1 onsksykehus1 onsktsjukehus1 sjukehus1 onsktsjukehus sykehus \
            sjukehus onsketsted onsketforetak 1prioritet prioritet1 onskesykehus1 forsteprioritet onskethf hf1 forsteval 1valg 1val \
            helseforetak onskethelseforetak onsketsykehusforetak hvilketsykehus onske1sykehus pri1
            """
        case .secondWish:
            """
            onsketsykehus2 sykehus2 andreonske 2onske onske2 onsktsjukehus2 sjukehus2 2prioritet prioritet2 onskesykehus2 andreprioritet \
            hf2 andreval 2valg 2val annetonske onske2sykehus pri2
            """
        case .thirdWish:
            """
            onsketsykehus3 sykehus3 tredjeonske 3onske onske3 onsktsjukehus3 sjukehus3 3prioritet prioritet3 onskesykehus3 tredjeprioritet \
            hf3 tredjeval 3valg 3val onske3sykehus pri3
            """
        case .wishMonths:
            """
            maneder manader antallmaneder antalmanader mnd antallmnd lengde lengdemnd varighet onsketlengde manedersykehus \
            mndsykehus lengdemaneder
            """
        case .wishPercent:
            """
            onsketstillingsprosent onsketprosent onsktstillingsprosent onsketstillingprosent prosentsykehus stillingsprosentsykehus \
            onsktprosent onsketstillingsbrok
            """
        case .note: "merknad merknader kommentar kommentarer anmerkning notat annet anna merk kommentartilonske beskjed"
        case .validFrom:
            "gjelderfra gjeldfra virkningsdato fraogmed gyldigfra endretfra endretdato endringsdato fom gjelderfom endragjeldfra"
        }
    }
}
