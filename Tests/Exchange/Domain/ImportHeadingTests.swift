import AlisDomain
import Testing

@Suite struct ImportHeadingTests {
    @Test(arguments: [
        ("Kommunenr", ImportField.municipalityNumber), ("Knr.", .municipalityNumber), ("kommune", .municipality), ("HPR-nr", .hpr),
        ("HPR nr.", .hpr), ("Ordning", .scheme), ("Ny/gammel ordning", .scheme), ("Oppstart", .trainingStart),
        ("Oppstartsdato", .trainingStart),
        ("Stilling %", .percent), ("Stillingsprosent", .percent), ("St. %", .percent), ("Navn", .fullName), ("Namn", .fullName),
        ("Lege", .fullName),
        ("Fornavn", .givenName), ("Førenamn", .givenName), ("Etternavn", .familyName), ("Etternamn", .familyName),
        ("Fødselsår", .birthYear),
        ("Født", .birthYear), ("E-post", .email), ("Mail", .email), ("Mobil", .phone), ("Tlf.", .phone), ("Arbeidsform", .form),
        ("Tilknytning", .form), ("Arbeidsform/Tilknytning", .form), ("Legekontor", .workplace), ("Arbeidssted", .workplace),
        ("Arbeidsstad", .workplace), ("Legekontor/Arbeidssted", .workplace), ("Ansatt fra", .engagedFrom), ("Tilsett frå", .engagedFrom),
        ("Ansatt til", .engagedTo), ("Forventet ferdig", .expectedEnd), ("Forventa ferdig", .expectedEnd), ("Sluttdato", .endDay),
        ("Sluttårsak", .endReason), ("Konvertert", .converted), ("Konvertert (dato)", .converted),
        ("Ønsker sykehus fra (halvår)", .wishFrom),
        ("Ønsker sykehus til (halvår)", .wishTo), ("Ønskjer sjukehus frå", .wishFrom), ("Ønsket sykehus 1", .firstWish),
        ("2. ønske", .secondWish),
        ("Ønsket sykehus 3", .thirdWish), ("Måneder", .wishMonths), ("Ønsket stillingsprosent", .wishPercent), ("Merknad", .note),
        ("Kommentar", .note), ("Gjelder fra", .validFrom), ("Spesialitet", .specialty), ("Status", .status),
        ("  OPPSTART\u{A0}", .trainingStart),
    ])
    func `a heading is known`(heading: String, field: ImportField) {
        #expect(ImportHeading.meaning(of: heading) == .field(field, .certain))
    }

    @Test(arguments: ImportField.allCases)
    func `each field's own title and every synonym of it is known`(field: ImportField) {
        #expect(ImportHeading.meaning(of: field.title.nb) == .field(field, .certain))
        #expect(ImportHeading.meaning(of: field.title.nn) == .field(field, .certain))
        for heading in ImportSynonyms.headings(of: field) {
            #expect(ImportHeading.meaning(of: heading) == .field(field, .certain), "\(heading)")
        }
    }

    @Test func `no heading stands under two fields`() {
        var seen: [String: ImportField] = [:]
        for field in ImportField.allCases {
            for heading in ImportSynonyms.headings(of: field) {
                if let other = seen[heading], other != field { Issue.record("\(heading): \(other) and \(field)") }
                seen[heading] = field
            }
        }
    }

    @Test(arguments: [
        ("Opstart", ImportField.trainingStart), ("Stillingsprosnet", .percent), ("Komune", .municipality), ("Etternav", .familyName),
    ])
    func `a misspelled heading is likely`(heading: String, field: ImportField) {
        #expect(ImportHeading.meaning(of: heading) == .field(field, .likely))
    }

    @Test(arguments: [("Dato for oppstart her", ImportField.trainingStart), ("Legens e-post her", .email)])
    func `a heading that holds a known one is guessed`(heading: String, field: ImportField) {
        #expect(ImportHeading.meaning(of: heading) == .field(field, .guessed))
    }

    @Test(arguments: ["Fødselsnummer", "Personnr.", "Fnr", "D-nummer", "Fødselsnr (11 siffer)", "Fødselnummer"])
    func `a heading of national identity numbers is known as such`(heading: String) {
        #expect(ImportHeading.meaning(of: heading) == .identityNumbers)
    }

    @Test(arguments: ["Diagnose", "Sykdom", "Årsak til fravær", "Sykemeldingsgrunn"])
    func `a heading about health is known as such`(heading: String) {
        #expect(ImportHeading.meaning(of: heading) == .health)
    }

    @Test(arguments: [
        "", "   ", "Farge", "12345", "Ønsket sykehus 4",
        "Liste over alle leger som er ansatt i kommunen vår per november, sendt av kommuneoverlegen",
    ])
    func `other headings are not known`(heading: String) {
        switch ImportHeading.meaning(of: heading) {
        case .field(_, .certain), .field(_, .likely): Issue.record("\(heading) was taken for a field")
        default: break
        }
    }
}
