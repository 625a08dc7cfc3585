/// What a column of a municipality's list can be about (*felt*).
package enum ImportField: String, CaseIterable, Sendable {
    case fullName, familyName, givenName
    case hpr, birthYear, email, phone
    case municipality, municipalityNumber
    case specialty, scheme, trainingStart, converted, expectedEnd, status, endDay, endReason
    /// A start that may be the training's or the job's: which, is found out or asked.
    case started
    case workplace, form, percent, engagedFrom, engagedTo
    case absence, absenceFrom, absenceTo, absencePercent
    case wishFrom, wishTo, firstWish, secondWish, thirdWish, wishMonths, wishPercent
    case note, validFrom

    /// How the cells of such a column are read.
    package enum Nature: Sendable {
        case name, number, text, place, day, percent, words, halfYear, trust
    }

    package var nature: Nature {
        switch self {
        case .fullName, .familyName, .givenName: .name
        case .hpr, .birthYear, .wishMonths: .number
        case .email, .phone, .workplace, .note: .text
        case .municipality, .municipalityNumber: .place
        case .trainingStart, .converted, .expectedEnd, .endDay, .started, .engagedFrom, .engagedTo, .absenceFrom, .absenceTo, .validFrom:
            .day
        case .percent, .absencePercent, .wishPercent: .percent
        case .specialty, .scheme, .status, .endReason, .form, .absence: .words
        case .wishFrom, .wishTo: .halfYear
        case .firstWish, .secondWish, .thirdWish: .trust
        }
    }

    /// Whether a row with this says something about a wish for hospital service.
    package var isOfWish: Bool {
        switch self {
        case .wishFrom, .wishTo, .firstWish, .secondWish, .thirdWish, .wishMonths, .wishPercent: true
        default: false
        }
    }

    /// The column's heading in the template, and what the field is called in messages.
    package var title: Text {
        switch self {
        case .fullName: Text("Navn", nn: "Namn")
        case .familyName: Text("Etternavn", nn: "Etternamn")
        case .givenName: Text("Fornavn", nn: "Førenamn")
        case .hpr: Text("HPR-nummer", nn: "HPR-nummer")
        case .birthYear: Text("Fødselsår", nn: "Fødselsår")
        case .email: Text("E-post", nn: "E-post")
        case .phone: Text("Mobil", nn: "Mobil")
        case .municipality: Text("Kommune", nn: "Kommune")
        case .municipalityNumber: Text("Kommunenummer", nn: "Kommunenummer")
        case .specialty: Text("Spesialitet", nn: "Spesialitet")
        case .scheme: Text("Ordning", nn: "Ordning")
        case .trainingStart: Text("Oppstart", nn: "Oppstart")
        case .converted: Text("Konvertert", nn: "Konvertert")
        case .expectedEnd: Text("Forventet ferdig", nn: "Forventa ferdig")
        case .status: Text("Status", nn: "Status")
        case .endDay: Text("Sluttdato", nn: "Sluttdato")
        case .endReason: Text("Sluttårsak", nn: "Sluttårsak")
        case .started: Text("Startdato (jobb eller utdanning)", nn: "Startdato (jobb eller utdanning)")
        case .workplace: Text("Legekontor", nn: "Legekontor")
        case .form: Text("Tilknytning", nn: "Tilknyting")
        case .percent: Text("Stillingsprosent", nn: "Stillingsprosent")
        case .engagedFrom: Text("Ansatt fra", nn: "Tilsett frå")
        case .engagedTo: Text("Ansatt til", nn: "Tilsett til")
        case .absence: Text("Fravær", nn: "Fråvær")
        case .absenceFrom: Text("Fravær fra", nn: "Fråvær frå")
        case .absenceTo: Text("Fravær til", nn: "Fråvær til")
        case .absencePercent: Text("Fraværsprosent", nn: "Fråværsprosent")
        case .wishFrom: Text("Ønsker sykehus fra", nn: "Ønskjer sjukehus frå")
        case .wishTo: Text("Ønsker sykehus til", nn: "Ønskjer sjukehus til")
        case .firstWish: Text("Ønsket sykehus 1", nn: "Ønskt sjukehus 1")
        case .secondWish: Text("Ønsket sykehus 2", nn: "Ønskt sjukehus 2")
        case .thirdWish: Text("Ønsket sykehus 3", nn: "Ønskt sjukehus 3")
        case .wishMonths: Text("Måneder", nn: "Månader")
        case .wishPercent: Text("Ønsket stillingsprosent", nn: "Ønskt stillingsprosent")
        case .note: Text("Merknad", nn: "Merknad")
        case .validFrom: Text("Gjelder fra", nn: "Gjeld frå")
        }
    }
}
