import AlisDomain

/// The links with which a clinical supervisor answers without an account.
package enum ObjectiveLinks {
    /// How long a link works: our own choice, as for requests to supervisors.
    package static let daysOpen = 21
    package static let all = AnswerLinks(table: "objectiveLink")
}
