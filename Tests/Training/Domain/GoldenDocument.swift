import AlisDomain

/// The golden cases as a document for those who know the regulation and not Swift: what is given and what is expected, in Norwegian.
/// Made of the same cases that the tests run.
enum GoldenDocument {
    /// A case in words: its name, what is given and what is expected.
    struct Row {
        let name: String
        let given: [String]
        let expected: [String]
    }

    struct Unwritten: Error, CustomStringConvertible {
        let description: String
    }

    static func text(_ stories: [CaseStory], _ book: RuleBook) throws -> String {
        var page = """
            # Gyldne tilfeller: reglene som eksempler

            Hvert tilfelle er en oppdiktet lege: det som er gitt, og det reglene skal komme til. Testene regner ut de samme tilfellene, og denne
            filen er laget av dem. Den skrives på nytt med `Scripts/golden-cases.sh`; en test sier fra når den er utdatert.

            - En periode er fra og med første dag til og med siste dag. «Per» en dag betyr det som er tjent før den dagen.
            - Måneder er hele måneder i full stilling; `1/31` er én dag i en måned på 31.
            - «Som vanlig» (ny ordning): autorisert 1.6.2018, i løpet fra 1.3.2019, kommunene Bodø og Fauske registrert og veileder tildelt fra
              samme dag. «Som vanlig, gammel ordning»: autorisert 1.6.2009 og i løpet fra 1.1.2010.
            - Reglene med kilder står i `Reference/rules`, og på siden «Reglene Alis regner etter».

            """
        for set in book.sets {
            let own = stories.filter { $0.rules == set.code.text }
            if own.isEmpty { continue }
            page += "\n## \(set.name.nb)\n\n"
            // What many cases begin with stands once above them.
            let common = common(own)
            if !common.isEmpty {
                let words = GoldenWords(set: set)
                page += "«Alt» i tabellen under er dette:\n\n" + (try common.map { "- \(try words.given($0))\n" }.joined()) + "\n"
            }
            page += "| tilfelle | gitt | ventet |\n|---|---|---|\n"
            for story in own {
                let row = try row(story, set)
                let rest = story.lines.starts(with: common) && !common.isEmpty ? ["alt"] + row.given.dropFirst(common.count) : row.given
                page += "| \(row.name) | \(rest.joined(separator: "<br>")) | \(row.expected.joined(separator: "<br>")) |\n"
            }
        }
        return page
    }

    /// The lines of the first case that five others or more begin with, when they are many; none when no case is so used.
    private static func common(_ stories: [CaseStory]) -> [String] {
        stories.first { one in
            one.lines.count > 8 && stories.count { $0.lines.count > one.lines.count && $0.lines.starts(with: one.lines) } >= 5
        }?.lines ?? []
    }

    static func row(_ story: CaseStory, _ set: RuleSet) throws -> Row {
        guard let name = GoldenTitles.norwegian(story.name, set) else {
            throw Unwritten(description: "«\(story.name)» has no Norwegian name in GoldenTitles")
        }
        return Row(
            name: name, given: try story.lines.map { try GoldenWords(set: set).given($0) },
            expected: try story.expected.map { try GoldenWords(set: set).expected($0) })
    }
}

/// The lines of golden cases in Norwegian.
struct GoldenWords {
    let set: RuleSet

    // MARK: What is given

    func given(_ line: String) throws -> String {
        let words = line.split(separator: " ").map(String.init)
        let rest = Array(words.dropFirst())
        switch words[0] {
        case "asof": return "per \(try day(rest[0]))"
        case "usual": return rest.isEmpty ? "som vanlig" : "som vanlig, gammel ordning"
        case "authorised": return rest.first == "unknown" ? "autorisasjonsdagen er ikke kjent" : "autorisert \(try day(rest[0]))"
        case "old", "new":
            let standing = rest.count > 1 ? ", \(try Self.standing(rest[1]))" : ""
            return "\(words[0] == "old" ? "gammel" : "ny") ordning \(try period(rest[0]))\(standing)"
        case "nothing":
            return try Self.word(
                rest[0], ["supervised": "ingen veileder", "registered": "ingen kommune er registrert", "course": "bare dette løpet:"])
        case "registered": return "\(place(rest[0])) registrert \(try period(rest[1]))"
        case "supervised":
            let how = try rest.count > 1 ? Self.word(rest[1], Self.assignments) : ""
            return "veileder tildelt \(try period(rest[0]))\(how)"
        case "leave":
            let kind = try Self.word(
                rest[0], ["sickLeave": "sykefravær", "parentalLeave": "foreldrepermisjon", "otherLeave": "annet fravær"])
            return "\(kind) \(rest[2]) % \(try period(rest[1]))"
        case "done", "planned", "attended", "session", "place":
            let name = set.activities.first { $0.code.text == rest[0] }?.name.nb ?? rest[0]
            let when = rest[1].contains("..") ? try period(rest[1]) : try day(rest[1])
            let amounts = rest.dropFirst(2).map { word in
                word.hasSuffix("h") && Int(word.dropLast()) != nil
                    ? "\(word.dropLast()) timer"
                    : word.hasPrefix("x") && Int(word.dropFirst()) != nil ? "\(word.dropFirst()) stykker" : "emne \(word)"
            }
            return ([try Self.word(words[0], Self.acts), name, when] + amounts).joined(separator: " ")
        case "objectives":
            let numbers = rest[1].split(separator: "/")
            let when = rest.count > 3 ? (rest[2] == "by" ? ", resten innen \(try day(rest[3]))" : ", siste \(try day(rest[3]))") : ""
            return "\(numbers[0]) av \(numbers[1]) læringsmål \(rest[0]) godkjent\(when)"
        case "without": return "men uten \(set.activities.first { $0.code.text == rest[0] }?.name.nb ?? rest[0])"
        default:
            // A kind that no set knows has no name there.
            let category =
                try set.categories.first { $0.code.text == words[0] }?.name.nb
                ?? Self.word(words[0], ["shipDoctor": "skipslege (et slag tjeneste ordningen ikke kjenner)"])
            return "\(category) \(rest[1]) % \(try period(rest[0])), \(place(rest[2]))"
        }
    }

    // MARK: What is expected

    func expected(_ line: String) throws -> String {
        let words = line.split(separator: " ").map(String.init)
        let value = words.count > 1 ? words[1] : ""
        switch words[0] {
        case "completion": return value == "none" ? "planen når ikke fram" : "ferdig \(try day(value))"
        case "serviceDone": return value == "none" ? "tjenestetiden nås ikke" : "tjenestetiden nådd \(try day(value))"
        case "bounds": return "det som avgjør: " + value.split(separator: ",").map { requirement(String($0)) }.joined(separator: ", ")
        case "why": return "\(months(words[2])) teller ikke: \(try hindrance(value))"
        case "over": return "\(months(words[2])) over det som kan telle av \(requirement(value))"
        case "assumed": return "\(months(value)) teller bare hvis en veileder blir tildelt"
        case "alone": return "\(months(value)) teller på tildelingen alene"
        case "unconfirmed": return "\(months(value)) på et sted som kommunen må ha bekreftet og meldt"
        case "lapsed": return "\(months(value)) med en veileder som har et unntak som har gått ut"
        case "unknown": return "veiledning som ingen vet om ble gitt: \(hours(value))"
        case "knownFrom": return value == "none" ? "ingen økter er ført" : "økter er ført fra \(try day(value))"
        case "countsFrom": return "timene regnes fra \(try day(value))"
        case "due": return "veiledning ventet til nå: \(hours(value))"
        case "behind": return "veiledning på etterskudd: \(hours(value))"
        case "problem":
            return try Self.word(
                value,
                [
                    "unknownCategory": "feil i registeret: ukjent slag tjeneste",
                    "beforeAuthorisation": "feil i registeret: periode før autorisasjonen",
                    "aboveFullPosition": "feil i registeret: over 100 % til sammen",
                    "overdueActivity": "feil i registeret: planlagt dag er passert",
                ])
        case "problems": return value == "0" ? "ingen feil i registeret" : "\(value) feil i registeret"
        default: return try outcome(words)
        }
    }

    /// A requirement with its figures: `institution 5 of 6 missing 1 lacking`.
    private func outcome(_ words: [String]) throws -> String {
        var parts: [String] = []
        var index = 1
        while index < words.count {
            let value = index + 1 < words.count ? words[index + 1] : ""
            switch words[index] {
            case "awaiting": parts.append("av det er \(quantity(value, words[0])) passert uten å være ført")
            case "planned": parts.append("planlagt \(quantity(value, words[0]))")
            case "missing": parts.append("mangler \(quantity(value, words[0]))")
            case "of": parts.append("av \(quantity(value, words[0]))")
            case "on": parts.append(value == "none" ? "nås ikke" : "\(try day(value))")
            case "earliest": parts.append(value == "none" ? "tidligst: kan ikke regnes ut" : "tidligst \(try day(value))")
            case "met", "metByPlan", "lacking", "unverified":
                parts.append(
                    try Self.word(
                        words[index],
                        ["met": "oppfylt", "metByPlan": "nås med planen", "lacking": "ikke nådd", "unverified": "ikke vurdert"]))
                index -= 1
            default:
                parts.append("har \(quantity(words[index], words[0]))")
                index -= 1
            }
            index += 2
        }
        return "\(requirement(words[0])): \(parts.joined(separator: ", "))"
    }

    private static let acts = [
        "done": "gjennomført", "planned": "planlagt", "attended": "møtt på samling i", "session": "ført økt i", "place": "har plass i",
    ]
    private static let assignments = [
        "before": ", fra før økter ble ført her", "silent": ", uten at økter er ført", "lapsed": ", med et unntak som har gått ut",
    ]

    private func requirement(_ code: String) -> String { set.requirement(code)?.name.nb ?? code }

    private func quantity(_ text: String, _ code: String) -> String {
        if text.hasSuffix("h") || text.hasSuffix("min") { return hours(text) }
        switch set.requirement(code)?.kind {
        case .serviceTime, .activityMonths: return months(text)
        default: return text
        }
    }

    private func months(_ text: String) -> String { "\(text.replacing("+", with: " + ")) md." }
    private func hours(_ text: String) -> String {
        if text.hasSuffix("min"), let minutes = Int(text.dropLast(3)) {
            let (whole, rest) = (minutes / 60, minutes % 60)
            let words = [
                whole == 0 ? "" : hours("\(whole)h"), rest == 0 && whole > 0 ? "" : "\(rest) \(rest == 1 ? "minutt" : "minutter")",
            ]
            return words.filter { !$0.isEmpty }.joined(separator: " og ")
        }
        let count = text.dropLast(text.hasSuffix("h") ? 1 : 0)
        return "\(count) \(count == "1" ? "time" : "timer")"
    }

    private func place(_ text: String) -> String {
        let names = ["bodo": "Bodø", "fauske": "Fauske", "NLSH": "Nordlandssykehuset", "elsewhere": "annet sted"]
        return names[text] ?? text
    }

    private func day(_ iso: String) throws -> String {
        guard let day = CalendarDay(iso: iso) else { throw GoldenDocument.Unwritten(description: "no such day: \(iso)") }
        return day.norwegian
    }

    /// The first and the last day in it.
    private func period(_ text: String) throws -> String {
        let parts = text.split(separator: ".", omittingEmptySubsequences: true).map(String.init)
        guard let from = parts.first.flatMap({ CalendarDay(iso: $0) }) else { throw GoldenDocument.Unwritten(description: text) }
        guard parts.count > 1 else { return "fra \(from.norwegian)" }
        guard let to = CalendarDay(iso: parts[1]) else { throw GoldenDocument.Unwritten(description: text) }
        return "\(from.norwegian)–\(to.adding(days: -1).norwegian)"
    }

    private func hindrance(_ name: String) throws -> String {
        try Self.word(
            name,
            [
                "notAccepted": "ordningen har ikke plass til tjenesten", "beforeAuthorisation": "før autorisasjonen",
                "outsideTraining": "utenfor utdanningsløpet", "trainingEnded": "utdanningsløpet er avsluttet", "paused": "på pause",
                "belowMinimumFraction": "for liten stilling", "enterpriseNotRegistered": "kommunen er ikke registrert",
                "noSupervision": "ingen veileder", "above100Percent": "over 100 % til sammen", "absent": "fravær",
            ])
    }

    private static func standing(_ code: String) throws -> String {
        try word(code, ["paused": "på pause", "withdrew": "sluttet", "active": "i gang", "finished": "ferdig"])
    }

    /// A word in Norwegian; a word that is not here is a line nobody could read.
    private static func word(_ text: String, _ words: [String: String]) throws -> String {
        guard let word = words[text] else {
            throw GoldenDocument.Unwritten(description: "«\(text)» is not said in Norwegian in GoldenWords")
        }
        return word
    }
}
