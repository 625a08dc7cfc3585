import Foundation
import Testing

@testable import Alis

/// Everything on screen exists in both forms of Norwegian, says the same in both, and keeps them apart.
@Suite struct TextTests {
    private let texts = WrittenText.all

    @Test func `the texts are found`() { #expect(texts.count > 250) }

    @Test func `no form is empty`() {
        for text in texts {
            for (form, literals) in [("bokmål", text.nb), ("nynorsk", text.nn)] {
                let isEmpty = literals.allSatisfy { $0.expressions.isEmpty && $0.text.allSatisfy(\.isWhitespace) }
                if isEmpty { Issue.record("\(text.place): the \(form) is empty") }
            }
        }
    }

    @Test func `both forms take in the same values`() {
        for text in texts {
            let (nb, nn) = (Self.values(text.nb), Self.values(text.nn))
            if nb != nn { Issue.record("\(text.place): bokmål takes in \(nb), nynorsk \(nn)") }
        }
    }

    @Test func `bokmål is bokmål and nynorsk is nynorsk`() {
        for text in texts {
            let nn = Self.words(text.nn).filter { Self.isBokmal($0) }
            if !nn.isEmpty { Issue.record("\(text.place): bokmål in the nynorsk: \(nn.sorted())") }
            let nb = Self.words(text.nb).filter { Self.nynorskOnly.contains($0) }
            if !nb.isEmpty { Issue.record("\(text.place): nynorsk in the bokmål: \(nb.sorted())") }
        }
    }

    @Test func `a text ends like its other form`() {
        for text in texts {
            let ends = [text.nb, text.nn].map { $0.last?.text.last }
            let marks = ends.map { $0.map { ".:?!…".contains($0) } ?? false }
            if marks[0] != marks[1] || (marks[0] && ends[0] != ends[1]) { Issue.record("\(text.place): one form ends otherwise") }
        }
    }

    // MARK: Reading

    /// The interpolated expressions, without what differs between the forms: literals in them, and which form they ask for.
    private static func values(_ literals: [SwiftScanner.Literal]) -> [String] {
        literals.flatMap(\.expressions).map { expression in
            SwiftScanner.code(of: expression).split { !($0.isLetter || $0.isNumber) }.map(String.init)
                .filter { !["nb", "nn", "bokmal", "nynorsk"].contains($0) }
                .map { $0.hasSuffix("Nb") || $0.hasSuffix("NN") || $0.hasSuffix("Nn") ? String($0.dropLast(2)) : $0 }
                .joined(separator: " ")
        }.filter { !$0.isEmpty }.sorted()
    }

    /// The words of a form, those of literals in its interpolations too, but not what is quoted as an example.
    private static func words(_ literals: [SwiftScanner.Literal]) -> Set<String> {
        var words: Set<String> = []
        for literal in literals {
            words.formUnion(split(unquoted(literal.text)))
            for expression in literal.expressions {
                let bytes = Array(expression.utf8)
                var index = 0
                while index < bytes.count {
                    if bytes[index] == SwiftScanner.quote {
                        words.formUnion(split(SwiftScanner.readLiteral(bytes, &index).text))
                    } else {
                        index += 1
                    }
                }
            }
        }
        return words
    }

    private static func unquoted(_ text: String) -> String {
        text.replacing(/\{\{[^}]*\}\}/, with: " ").replacing(/«[^»]*»/, with: " ").replacing(/“[^”]*”/, with: " ")
    }

    private static func split(_ text: String) -> [String] {
        text.lowercased().split { !($0.isLetter || $0 == "-" || $0 == "." || $0 == "@" || $0 == "/") }
            .filter { !$0.contains("@") && !$0.contains("/") && !$0.dropLast().contains(".") }
            .flatMap { $0.split { $0 == "-" || $0 == "." } }.map(String.init)
    }

    // MARK: Words

    private static func isBokmal(_ word: String) -> Bool {
        if bokmalOnly.contains(word) { return true }
        // The definite form: `ordningen` is `ordninga`; but `ingen` and names are left alone.
        return word.hasSuffix("ningen") && word.count > 7 || word.hasSuffix("heten") || word.hasSuffix("heter") && word.count > 6
    }

    private static let bokmalOnly = list(
        """
        en ikke jeg hva hvem hvor hvordan hvorfor hvilken hvilke hvilket hver hvert hverandre noen noe fra være vært mye bare nå ble
        gjør gjøre uten mer flere hun dem dere deres annen annet samme selv vet kommer sier ligger skriver velger finnes finner trenger
        brukere leser endrer endres lagrer kommuner kommunene leger legene kolonner dager dagene måned måneder måneden navn
        navnet veileder veiledere veiledning sykehus sykehuset syk fremdeles frem allerede dessuten hvis opplysninger
        opplysningene endringer endringene ordninger ordningene meldinger meldingen antall antallet tall tallet tallene åpne åpen åpnes
        nettleser sted steder stedet arbeidssted arbeidssteder hjem forrige mangler gjelder heter inneholder virksomhet virksomheten
        virksomheter rådgiver rådgivere spesialister avtaler avtalene personer personene
        tilganger tilgangene permisjoner bekreftelser bekreftelsen avslutter påbegynt
        tilhører tilhøre arkene nyeste eget
        egen hvert forsto håndtere
        """)

    private static let nynorskOnly = list(
        """
        ein eit ikkje eg kva kven kvar kvart korleis kvifor noko nokon nokre frå vere vera vore mykje berre vart gjer utan meir
        fleire ho dykk dykkar annan anna sjølv veit kjem seier ligg finst brukar brukarar endrar lagrar
        kommunar kommunane legar legane kolonnar dagar dagane månad månader månaden namn namnet rettleiar rettleiarar rettleiing sjukehus
        sjukehuset sjuk framleis allereie dessutan opplysningar opplysningane endringar endringane ordningar ordningane
        opnar nettlesar stader arbeidsstad arbeidsstader heim førre manglar heiter inneheld verksemd verksemda verksemder
        rådgjevar rådgjevarar spesialistar avtalar avtalane personar personane eigne eige eigen frå dei då nokon
        høyrer tilhøyrer ynskjer ynske ønskjer ønskje spørje hugs vert
        """)

    private static func list(_ text: String) -> Set<String> {
        Set(text.split { $0 == " " || $0 == "\n" }.map(String.init))
    }
}
