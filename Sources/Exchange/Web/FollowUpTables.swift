import AlisDomain
import Foundation

/// What the follow-up files hold.
enum FollowUpTables {
    static func freshness(_ model: FreshnessModel, _ language: LanguageForm) -> ExportTable {
        let heads = [
            FollowUpTexts.number, FollowUpTexts.municipality, FollowUpTexts.office, FollowUpTexts.active, FollowUpTexts.lastConfirmed,
            FollowUpTexts.ageInDays, FollowUpTexts.by, FollowUpTexts.changedSinceHead,
        ]
        return ExportTable(
            name: FollowUpTexts.title[language],
            notes: [
                FollowUpTexts.count(model.rows.count, of: model.freshness.rows.count, months: model.question.months)[language]
                    + " (\(model.day.norwegian))"
            ],
            columns: heads.map { ExportColumn($0[language], width: $0 == FollowUpTexts.municipality || $0 == FollowUpTexts.by ? 24 : 16) },
            rows: model.rows.map { row in
                [
                    .text(row.facts.number.digits), .text(row.facts.name), .text(model.officeName(row.facts.office)), .integer(row.active),
                    row.confirmedOn.map { .day($0) } ?? .empty, row.age(on: model.day).map { .integer($0) } ?? .empty,
                    model.confirmer(of: row).map { .text($0) } ?? .empty, .integer(row.changedSince),
                ]
            })
    }

    /// One row for each doctor for those who may know who it is; one for each municipality for the others.
    static func oldScheme(_ model: OldSchemeModel, _ language: LanguageForm) -> ExportTable {
        let deadline =
            model.outlook.deadline.map { FollowUpTexts.daysLeft(model.outlook.daysLeft ?? 0, day: $0) } ?? FollowUpTexts.noDeadline
        func name(_ place: OldSchemeModel.Place) -> ExportValue {
            .text(place.municipality == nil ? FollowUpTexts.withoutPlace[language] : place.name)
        }
        guard model.isNamed else {
            let prospects = model.outlook.prospects
            return ExportTable(
                name: FollowUpTexts.oldScheme[language], notes: [deadline[language]],
                columns: [ExportColumn(FollowUpTexts.municipality[language], width: 24), ExportColumn(FollowUpTexts.total[language])]
                    + prospects.map { ExportColumn(FollowUpTexts.name($0)[language], width: 20) },
                rows: model.places.map { place in
                    [name(place), .integer(place.people.count)] + prospects.map { .integer(place.count($0)) }
                })
        }
        let heads = [
            FollowUpTexts.municipality, FollowUpTexts.name, FollowUpTexts.standing, FollowUpTexts.prospect, FollowUpTexts.expectedEnd,
            FollowUpTexts.conversion, FollowUpTexts.byThePlan, FollowUpTexts.tooLateByPlan,
        ]
        let named = model.places.filter(\.isNamed)
        return ExportTable(
            name: FollowUpTexts.oldScheme[language],
            notes: [deadline[language]]
                + (model.ends.isEmpty
                    ? [] : [FollowUpTexts.twoDates(reassuring: model.reassuring, hasPassed: model.outlook.hasPassed)[language]]),
            columns: heads.map { ExportColumn($0[language], width: 22) },
            // In the order of the page: those to be followed up first.
            rows: model.outlook.prospects.flatMap { prospect in
                named.flatMap { place in place.people.filter { $0.prospect == prospect }.map { (place, $0) } }
            }.map { place, person -> [ExportValue] in
                let end = model.names(person.ordinal).flatMap { model.ends[$0.id] }
                return [
                    name(place), .text(model.names(person.ordinal)?.name ?? ""),
                    .text((person.isPaused ? FollowUpTexts.paused : FollowUpTexts.inProgress)[language]),
                    .text(FollowUpTexts.name(person.prospect)[language]), person.expectedEnd.map { .day($0) } ?? .empty,
                    person.conversion.map { .day($0) } ?? .empty, end?.completion.map { .day($0) } ?? .empty,
                    end.map { .text(($0.isTooLate ? CommonTexts.yes : CommonTexts.no)[language]) } ?? .empty,
                ]
            })
    }

    /// One row for each recipient, so that a mail merge writes to each; a municipality without any has one row without an address.
    static func mailMerge(_ letters: [ReminderLetter], _ language: LanguageForm) -> ExportTable {
        let heads = [
            FollowUpTexts.number, FollowUpTexts.municipality, FollowUpTexts.name, ReminderTexts.email, ReminderTexts.subject,
            ReminderTexts.letter,
        ]
        return ExportTable(
            name: ReminderTexts.title[language], columns: heads.map { ExportColumn($0[language]) },
            rows: letters.flatMap { letter -> [[ExportValue]] in
                let recipients: [(String, String)] = letter.contacts.isEmpty ? [("", "")] : letter.contacts.map { ($0.name, $0.email.text) }
                return recipients.map { name, email in
                    [.text(letter.number), .text(letter.name), .text(name), .text(email), .text(letter.subject), .text(letter.body)]
                }
            })
    }

    /// All texts one after another, each under its municipality and recipients.
    static func text(_ letters: [ReminderLetter], _ language: LanguageForm) -> String {
        letters.map { letter in
            let to = letter.contacts.map { "\($0.name) <\($0.email.text)>" }.joined(separator: ", ")
            return """
                === \(letter.name) ===
                \(ReminderTexts.recipients[language]): \(to.isEmpty ? ReminderTexts.noContact[language] : to)
                \(ReminderTexts.subject[language]): \(letter.subject)

                \(letter.body)


                """
        }.joined().replacingOccurrences(of: "\n", with: "\r\n")
    }
}
