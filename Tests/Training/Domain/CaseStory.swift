import AlisDomain
import Foundation

/// One golden case as someone who knows the regulation writes it: what happened line by line, and what the rules make of it.
///
/// `supervised DAYS [silent|before] [lapsed]` says what is known of the sessions, and of the supervisor's exemption. What is given in a
/// group stands as `session` (a day), `attended` or `place` (a group's days), or `done` and `planned` in the plan itself.
///
/// `usual` stands for: authorised in June 2018, in the new scheme from March 2019, the municipalities bodo and fauske registered and a
/// supervisor assigned from then on. `usual old` is the same in the old scheme from 2010, without registration and supervisor.
struct CaseStory: Sendable, CustomStringConvertible {
    let name: String
    let rules: String
    let facts: TrainingCase
    /// What is given, as it was written.
    let lines: [String]
    let expected: [String]
    var description: String { name }

    struct Unreadable: Error, CustomStringConvertible {
        let description: String
    }

    /// Cases begin with `#`; their facts follow, one a line, and what is expected after `=>`.
    static func read(_ text: String, rules: String) throws -> [CaseStory] {
        try text.split(separator: "\n# ").map { block in
            let lines = block.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
            var reader = Reader()
            var expected: [String] = []
            var given: [String] = []
            for line in lines.dropFirst() {
                if line.hasPrefix("=>") {
                    expected += line.dropFirst(2).split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
                } else {
                    try reader.take(line)
                    given.append(line)
                }
            }
            let name = lines[0].hasPrefix("# ") ? String(lines[0].dropFirst(2)) : lines[0]
            return CaseStory(name: name, rules: rules, facts: try reader.facts(rules), lines: given, expected: expected)
        }
    }

    private struct Reader {
        var facts: TrainingCase?
        var value = TrainingCase(training: RecordID(high: 1, low: 1), course: [], asOf: .earliest)
        var asOf: CalendarDay?
        var without: [String] = []

        func facts(_ rules: String) throws -> TrainingCase {
            guard let asOf else { throw Unreadable(description: "no as-of day") }
            var facts = value
            facts.asOf = asOf
            facts.specialty = rules.hasPrefix("cm") ? .communityMedicine : .generalPractice
            facts.activities.removeAll { without.contains($0.activity.text) }
            facts.objectives.removeAll { without.contains($0.set.rawValue) }
            return facts
        }

        mutating func take(_ line: String) throws {
            let words = line.split(separator: " ").map(String.init)
            func word(_ index: Int) throws -> String {
                guard words.indices.contains(index) else { throw Unreadable(description: line) }
                return words[index]
            }
            switch words[0] {
            case "asof": asOf = try day(word(1))
            case "usual":
                let isOld = words.count > 1
                value.authorisedOn = try day(isOld ? "2009-06-01" : "2018-06-01")
                let from = try period(isOld ? "2010-01-01.." : "2019-03-01..")
                value.course = [CourseStretch(period: from, scheme: isOld ? .old : .new)]
                if !isOld {
                    value.registrations = try ["bodo", "fauske"].map { EnterpriseStretch(place: try place($0), period: from) }
                    value.supervision = [SupervisionStretch(period: from)]
                }
            case "authorised": value.authorisedOn = words.count > 1 && words[1] != "unknown" ? try day(word(1)) : nil
            case "old", "new":
                let scheme: Training.Scheme = words[0] == "old" ? .old : .new
                value.course.append(CourseStretch(period: try period(word(1)), scheme: scheme, standing: try standing(words)))
            case "nothing": clear(try word(1))
            case "registered": value.registrations.append(EnterpriseStretch(place: try place(word(1)), period: try period(word(2))))
            case "supervised":
                var stretch = SupervisionStretch(period: try period(word(1)))
                for word in words.dropFirst(2) {
                    if word == "lapsed" {
                        stretch.isLapsed = true
                    } else if let log = SupervisionStretch.Log(rawValue: word) {
                        stretch.log = log
                    } else {
                        throw Unreadable(description: line)
                    }
                }
                value.supervision.append(stretch)
            case "leave":
                guard let kind = Absence.Kind(rawValue: try word(1)) else { throw Unreadable(description: line) }
                value.absences.append(
                    AbsencePeriod(id: next(), period: try period(word(2)), kind: kind, share: try percent(word(3))))
            case "done", "planned", "session", "attended", "place": try activity(words)
            case "objectives":
                guard let set = ObjectiveSet(rawValue: try word(1)) else { throw Unreadable(description: line) }
                let numbers = try word(2).split(separator: "/").compactMap { Int($0) }
                guard numbers.count == 2 else { throw Unreadable(description: line) }
                var tally = ObjectiveTally(set: set, asked: numbers[1], approved: numbers[0])
                if words.count > 4, words[3] == "by" { tally.plannedBy = try day(words[4]) }
                if words.count > 4, words[3] == "on" { tally.lastApprovedOn = try day(words[4]) }
                value.objectives.append(tally)
            case "without": without.append(try word(1))
            default:
                guard let category = CategoryCode(words[0]) else { throw Unreadable(description: line) }
                value.services.append(
                    ServicePeriod(
                        id: next(), category: category, period: try period(word(1)), percent: try percent(word(2)),
                        place: try place(word(3))))
            }
        }

        private mutating func clear(_ what: String) {
            switch what {
            case "supervised": value.supervision = []
            case "registered": value.registrations = []
            default: value.course = []
            }
        }

        private mutating func activity(_ words: [String]) throws {
            guard words.count >= 3, let code = ActivityCode(words[1]) else { throw Unreadable(description: words.joined(separator: " ")) }
            let when = words[2].contains("..") ? try period(words[2]) : try period("\(words[2])..\(day(words[2]).adding(days: 1).iso)")
            let origins: [String: ActivityEntry.Origin] = ["session": .session, "attended": .attendance, "place": .attendance]
            var entry = ActivityEntry(
                activity: code, period: when, isDone: !["planned", "place"].contains(words[0]), origin: origins[words[0]] ?? .plan)
            for word in words.dropFirst(3) {
                if word.hasSuffix("h"), let hours = Int(word.dropLast()) {
                    entry.minutes = hours * 60
                } else if word.hasPrefix("x"), let count = Int(word.dropFirst()) {
                    entry.count = count
                } else {
                    entry.topic = word
                }
            }
            value.activities.append(entry)
        }

        private func next() -> RecordID { RecordID(high: 0, low: UInt64(value.services.count + value.absences.count + 1)) }

        private func standing(_ words: [String]) throws -> Training.Standing {
            guard words.count > 2 else { return .active }
            guard let standing = Training.Standing(code: words[2]) else { throw Unreadable(description: words[2]) }
            return standing
        }

        private func day(_ text: String) throws -> CalendarDay {
            guard let day = CalendarDay(iso: text) else { throw Unreadable(description: text) }
            return day
        }

        private func period(_ text: String) throws -> Period {
            let parts = text.split(separator: ".", omittingEmptySubsequences: true).map(String.init)
            guard let first = parts.first, let period = Period(from: try day(first), to: try parts.dropFirst().first.map(day)) else {
                throw Unreadable(description: text)
            }
            return period
        }

        private func percent(_ text: String) throws -> PositionPercent {
            guard let percent = PositionPercent(typed: text) else { throw Unreadable(description: text) }
            return percent
        }

        private func place(_ text: String) throws -> ServicePlace {
            if text == "elsewhere" { return .other }
            if let trust = TrustCode(text) { return .trust(trust) }
            guard let municipality = MunicipalityID(text) else { throw Unreadable(description: text) }
            return .municipality(municipality)
        }
    }
}
