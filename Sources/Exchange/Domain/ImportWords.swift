/// The words that closed columns know, in bokmål and nynorsk, in the form `ImportText.key` gives them.
extension ImportWordReading {
    static let schemes: [String: Training.Scheme] = table([
        (
            .new,
            """
            ny nyordning nyordn nye nyeordningen nyordningen denye dennye nyttregelverk nyalis nyspesialistutdanning \
            nyordning2019 2019ordningen nylisordning nytt new
            """
        ),
        (
            .old,
            """
            gammel gml gl gmlordning gmlordn glordning glordn gammelordn gamalordn gammelordning gamal gamalordning gamle gamleordningen gamleordning \
            gamalordningen gammelordningen dengamle tidligereordning gammeltregelverk gamaltregelverk \
            gammelspesialistutdanning old gammal gammalordning gammalordn gammalordninga gamalordninga
            """
        ),
    ])

    static let forms: [String: Engagement.Form] = table([
        (
            .salaried,
            """
            fastlonn fastlon fastlonnet fastlont fastlonnstilling fastlonnsstilling fastlonna ansatt tilsett \
            ansattikommunen kommunaltansatt kommunaltilsett kommunaltansattfastlonn fastlonnkommunal \
            fastansattkommune lonnet fast fastansatt fasttilsett faststilling kommunalfastlonn kommunalfastlon kommunalfastlonna \
            fastansattikommunen fasttilsettikommunen fastlonnetstilling kommunalstilling kommunalfaststilling fastlonnikommunen
            """
        ),
        (
            .selfEmployed,
            """
            naeringsdrift naering naeringsdrivende naeringsdrivande selvstendignaeringsdrivende \
            sjolvstendignaeringsdrivande selvstendig sjolvstendig privat privatpraksis privatpraktiserende \
            naeringsdriftfastlege naeringsdriftavtale egenpraksis
            """
        ),
        (
            .introduction,
            """
            introduksjonsstilling introduksjonslege introduksjon intro introstilling introduksjonsavtale \
            introlege introduksjonsordning
            """
        ),
        (.locum, "vikar vikariat vikarlege fastlegevikar vikarstilling legevikar vikarierende vikarierande"),
    ])

    static let reasons: [String: Training.EndReason] = table([
        (
            .specialist,
            """
            spesialist ferdigspesialist ferdig godkjentspesialist godkjentsomspesialist spesialistgodkjent \
            fullfort spesialistgodkjenning blespesialist godkjent
            """
        ),
        (
            .withdrew,
            """
            avbrutt avbrote avbrot avbrudd frafall trakkseg trektseg trukketseg falltfra byttetspesialitet \
            byttaspesialitet annenspesialitet
            """
        ),
        (
            .movedAbroad,
            """
            flyttettilutlandet flyttatilutlandet flyttautanlands utlandet utlandflytting flyttetutland \
            flyttetutenlands utland
            """
        ),
        (.otherReason, "annet anna annenarsak annanarsak andrearsaker andrearsakar annengrunn annet1 dod pensjon pensjonert"),
    ])

    static let specialties: [String: Training.Specialty] = table([
        (.generalPractice, "allmennmedisin alm allmenmedisin alis allmenn allmennmedisinalis fastlege"),
        (.communityMedicine, "samfunnsmedisin sam lissam samfunn samfmed"),
    ])

    static let standings: [String: Training.Standing] = {
        var result: [String: Training.Standing] = table([
            (.active, "aktiv aktive pagaende pagaande iarbeid underutdanning iutdanning igang alis"),
            (.paused, "pause ipause pauset pausa midlertidigstanset stanset midlertidigstoppet midlertidigpause"),
        ])
        for (word, reason) in reasons { result[word] = .ended(reason) }
        return result
    }()

    private static func table<Value>(_ rows: [(Value, String)]) -> [String: Value] {
        var result: [String: Value] = [:]
        for (value, words) in rows {
            for word in words.split(separator: " ") { result[String(word)] = value }
        }
        return result
    }
}
