import AlisDomain

/// The plan's milestones for a calendar program (iCalendar, RFC 5545): each a whole day, with an alarm some time before.
struct PlanCalendar {
    let opened: PlanDesk.Opened
    let frame: Frame
    let madeAt: Instant

    private struct Milestone {
        let key: String
        let day: CalendarDay
        let text: String
        /// Days before that the program should remind.
        let alarm: Int
    }

    func text() -> String {
        var lines = [
            "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Alis//Utdanningsplan//NO", "CALSCALE:GREGORIAN", "METHOD:PUBLISH",
            // For programs that follow the address: what to call it, and to ask once a day (RFC 7986).
            "NAME:\(Self.escape(frame[PlanTexts.title]))", "X-WR-CALNAME:\(Self.escape(frame[PlanTexts.title]))",
            "REFRESH-INTERVAL;VALUE=DURATION:P1D",
        ]
        for milestone in milestones {
            lines += [
                "BEGIN:VEVENT", "UID:\(milestone.key)-\(opened.file.training.text)@alis", "DTSTAMP:\(stamp)",
                "DTSTART;VALUE=DATE:\(Self.day(milestone.day))", "DTEND;VALUE=DATE:\(Self.day(milestone.day.adding(days: 1)))",
                "SUMMARY:\(Self.escape(milestone.text))", "TRANSP:TRANSPARENT",
            ]
            // What begins today is not reminded of: its alarm would go off for a day that has passed.
            if milestone.day > opened.file.trainingCase.asOf {
                lines += [
                    "BEGIN:VALARM", "ACTION:DISPLAY", "DESCRIPTION:\(Self.escape(milestone.text))", "TRIGGER:-P\(milestone.alarm)D",
                    "END:VALARM",
                ]
            }
            lines.append("END:VEVENT")
        }
        lines.append("END:VCALENDAR")
        return lines.map(Self.folded).joined(separator: "\r\n") + "\r\n"
    }

    private var milestones: [Milestone] {
        let training = opened.file.trainingCase
        var found: [Milestone] = []
        for service in training.services where service.period.from >= training.asOf {
            let name = "\(opened.name(service.category, frame)), \(opened.place(service, frame))"
            found.append(
                Milestone(key: service.id.text, day: service.period.from, text: "\(frame[Self.begins]): \(name)", alarm: 60))
        }
        for thing in opened.file.activities where !thing.value.isDone && thing.period.from >= training.asOf {
            let name = opened.rules.activity(thing.value.activity).map { frame[$0.name] } ?? thing.value.activity.text
            let topic = thing.value.topic.isEmpty ? "" : " (\(thing.value.topic))"
            found.append(Milestone(key: thing.id.text, day: thing.period.from, text: name + topic, alarm: 14))
        }
        for tally in training.objectives {
            guard let day = tally.plannedBy, day >= training.asOf, tally.approved < tally.asked else { continue }
            found.append(
                Milestone(
                    key: "objectives-\(tally.set.rawValue)", day: day,
                    text: "\(frame[ObjectiveTexts.name(tally.set)]): \(frame[Self.objectives(tally.asked - tally.approved)])", alarm: 60))
        }
        if let record = opened.file.record {
            found.append(
                Milestone(key: "revision", day: max(record.dueOn, training.asOf), text: frame[Self.revision], alarm: 30))
        }
        if opened.rules.scheme == .old, let deadline = opened.deadline, deadline >= training.asOf {
            found.append(Milestone(key: "deadline", day: deadline, text: frame[Self.deadline], alarm: 60))
        }
        if let day = opened.evaluation.completion, day >= training.asOf {
            found.append(Milestone(key: "completion", day: day, text: PlanTexts.doneWithout(opened.evaluation, frame), alarm: 90))
        }
        return found.sorted { ($0.day, $0.key) < ($1.day, $1.key) }
    }

    private var stamp: String {
        let text = madeAt.iso
        return text.prefix(19).filter { $0 != "-" && $0 != ":" } + "Z"
    }

    private static let begins = Text("Begynner", nn: "Tek til")
    private static func objectives(_ count: Int) -> Text {
        Text("\(count) gjenstår, planlagt godkjent innen denne dagen", nn: "\(count) står att, planlagt godkjende innan denne dagen")
    }
    private static let revision = Text("Gå gjennom utdanningsplanen", nn: "Gå gjennom utdanningsplanen")
    private static let deadline = Text("Siste dag for å søke etter gammel ordning", nn: "Siste dag for å søkje etter gammal ordning")

    private static func day(_ day: CalendarDay) -> String { day.iso.filter { $0 != "-" } }

    /// Commas, semicolons, backslashes and new lines have a meaning of their own (RFC 5545 § 3.3.11).
    static func escape(_ text: String) -> String {
        var result = ""
        for character in text {
            switch character {
            case "\\", ",", ";": result += "\\\(character)"
            case "\n", "\r", "\r\n": result += "\\n"
            default: result.append(character)
            }
        }
        return result
    }

    /// Lines longer than 75 bytes are folded, never in the middle of a character (RFC 5545 § 3.1).
    static func folded(_ line: String) -> String {
        var result = ""
        var length = 0
        for character in line {
            let size = character.utf8.count
            if length + size > 74 {
                result += "\r\n "
                length = 1
            }
            result.append(character)
            length += size
        }
        return result
    }
}
