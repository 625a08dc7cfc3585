import AlisDomain
import Foundation

/// Reminders as files, for whoever sends them by other means.
enum ReminderFiles {
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
