import AlisDomain

/// Texts of the pages that show reference data.
enum ReferenceTexts {
    static let title = Text("Grunndata", nn: "Grunndata")
    static let lede = Text(
        "Kontor, foretak, fylker, kommuner og frister som Alis bygger på, med kilde og hvor sikre de er.",
        nn: "Kontor, føretak, fylke, kommunar og fristar som Alis byggjer på, med kjelde og kor sikre dei er.")
    static let offices = Text("ALIS-kontor", nn: "ALIS-kontor")
    static let office = Text("Kontor", nn: "Kontor")
    static let host = Text("Vertskommune", nn: "Vertskommune")
    static let coverage = Text("Dekker i dag", nn: "Dekkjer i dag")
    static func municipalities(_ count: Int) -> Text {
        count == 1 ? Text("1 kommune", nn: "1 kommune") : Text("\(count) kommuner", nn: "\(count) kommunar")
    }
    static let time = Text("Tid", nn: "Tid")
    static let source = Text("Kilde", nn: "Kjelde")
    static let certainty = Text("Hvor sikkert", nn: "Kor sikkert")
    /// The files' short names of sources (`Reference/README.md`) as a reader knows them; what has no such name is shown as it stands.
    static func source(_ code: String, _ frame: Frame) -> String {
        switch code {
        case "SSB-kostra", "SSB list of trusts", "number: SSB-131 by GK": frame[statistics]
        case "K-robhop": frame[mapping]
        case "Brønnøysund": frame[enterprises]
        case "name and region: general knowledge": frame[known]
        case "QM": "github.com/mong/qmongrdata"
        default: code
        }
    }
    private static let statistics = Text("Statistisk sentralbyrå", nn: "Statistisk sentralbyrå")
    private static let mapping = Text("Kartverket", nn: "Kartverket")
    private static let enterprises = Text("Brønnøysundregistrene", nn: "Brønnøysundregistra")
    private static let known = Text("navn og region: allment kjent", nn: "namn og region: allment kjent")

    static func name(_ certainty: Certainty) -> Text {
        switch certainty {
        case .stated: Text("Står i kilden", nn: "Står i kjelda")
        case .derived: Text("Utledet", nn: "Utleidd")
        case .generalKnowledge: Text("Allment kjent", nn: "Allment kjent")
        }
    }
    static let setByPerson = Text("ført i Alis", nn: "ført i Alis")
    static let turns = Text("Koordinerende kontor", nn: "Koordinerande kontor")
    static let turnsLede = Text(
        "Kontorene bytter på å koordinere. Der ingen har sagt hvem, står det «ikke kjent».",
        nn: "Kontora byter på å koordinere. Der ingen har sagt kven, står det «ikkje kjent».")
    static let noTurns = Text("Ingen perioder er ført.", nn: "Ingen periodar er førte.")
    static let notKnown = Text("ikke kjent", nn: "ikkje kjent")
    static let setTurn = Text("Før en periode", nn: "Før ein periode")
    static let setTurnLede = Text(
        "Perioden du fører, gjelder i stedet for det som sto der. Det som sto før, blir ikke borte, men ligger i historikken.",
        nn: "Perioden du fører, gjeld i staden for det som stod der. Det som stod før, blir ikkje borte, men ligg i historikken.")
    static let from = Text("Fra og med", nn: "Frå og med")
    static let to = Text("Til og med", nn: "Til og med")
    static let openHint = Text("La stå tomt når slutten ikke er bestemt.", nn: "Lat stå tomt når slutten ikkje er bestemt.")
    static let reason = Text("Hvorfor", nn: "Kvifor")
    static let reasonHint = Text("For eksempel hvem som vedtok det, og når.", nn: "Til dømes kven som vedtok det, og når.")
    static let chooseOffice = Text("Velg kontor, eller «ikke kjent».", nn: "Vel kontor, eller «ikkje kjent».")
    static let choose = Text("Velg …", nn: "Vel …")
    static let missingDay = Text("Skriv en dato.", nn: "Skriv ein dato.")
    static let turnedRound = Text("Siste dag kan ikke være før første dag.", nn: "Siste dag kan ikkje vere før første dag.")
    static let missingReason = Text("Skriv hvorfor, med noen ord.", nn: "Skriv kvifor, med nokre ord.")
    static let unknownOffice = Text("Kontoret finnes ikke lenger. Velg et annet.", nn: "Kontoret finst ikkje lenger. Vel eit anna.")
    static func officeNotOpen(_ name: String) -> Text {
        Text("\(name) var ikke opprettet da perioden begynner.", nn: "\(name) var ikkje oppretta då perioden tek til.")
    }
    static let turnSaved = Text("Perioden er lagret.", nn: "Perioden er lagra.")
    static let turnUnchanged = Text("Det sto slik fra før. Ingenting er endret.", nn: "Det stod slik frå før. Ingenting er endra.")
    static let deadlines = Text("Frister og merkedager", nn: "Fristar og merkedagar")
    static let deadline = Text("Frist", nn: "Frist")
    static let day = Text("Dag", nn: "Dag")
    static let trusts = Text("Helseforetak", nn: "Helseføretak")
    static let trust = Text("Foretak", nn: "Føretak")
    static let code = Text("Kode", nn: "Kode")
    static let region = Text("Helseregion", nn: "Helseregion")
    static let counties = Text("Fylker", nn: "Fylke")
    static let objectives = Text("Læringsmålkatalogen", nn: "Læringsmålkatalogen")
    static let county = Text("Fylke", nn: "Fylke")
    static let number = Text("Nummer", nn: "Nummer")
    static let name = Text("Navn", nn: "Namn")
    static let more = Text("Se også", nn: "Sjå også")
    static let municipalitiesTitle = Text("Kommuner gjennom tidene", nn: "Kommunar gjennom tidene")
    static let municipalitiesLede = Text(
        "Alle numre og navn kommunene har hatt siden 2017, også samiske og kvenske. Søk på nummer eller navn.",
        nn: "Alle nummer og namn kommunane har hatt sidan 2017, også samiske og kvenske. Søk på nummer eller namn.")
    static let searchLabel = Text("Nummer eller navn", nn: "Nummer eller namn")
    static func noneFound(_ text: String) -> Text {
        Text("Ingen kommune har hatt nummeret eller navnet «\(text)».", nn: "Ingen kommune har hatt nummeret eller namnet «\(text)».")
    }
    static let didYouMean = Text("Mente du", nn: "Meinte du")
    static let otherNames = Text("Andre navn", nn: "Andre namn")
    static let numbersAndNames = Text("Numre og navn", nn: "Nummer og namn")
    static let whatHappened = Text("Endringer", nn: "Endringar")
    static let mergersAndSplits = Text("Sammenslåinger og delinger siden 2017", nn: "Samanslåingar og delingar sidan 2017")
    static let kind = Text("Hva", nn: "Kva")
    static let was = Text("Fra", nn: "Frå")
    static let became = Text("Til", nn: "Til")
    static func name(_ kind: MunicipalityChange.Kind) -> Text {
        switch kind {
        case .merged: Text("Slått sammen", nn: "Slått saman")
        case .split: Text("Delt", nn: "Delt")
        case .renumbered: Text("Nytt nummer", nn: "Nytt nummer")
        case .renamed: Text("Nytt navn", nn: "Nytt namn")
        }
    }
    static func name(_ language: MunicipalityFacts.LocalName.Language) -> Text {
        switch language {
        case .northernSami: Text("nordsamisk", nn: "nordsamisk")
        case .luleSami: Text("lulesamisk", nn: "lulesamisk")
        case .southernSami: Text("sørsamisk", nn: "sørsamisk")
        case .kven: Text("kvensk", nn: "kvensk")
        case .official: Text("offisielt navn", nn: "offisielt namn")
        }
    }
}
