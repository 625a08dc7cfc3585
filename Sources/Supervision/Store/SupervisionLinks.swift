import AlisDomain

/// The links with which a supervisor answers a request without an account.
package enum SupervisionLinks {
    package static let all = AnswerLinks(table: "supervisionLink")

    /// Makes a link's secret; the new link takes the place of those before it.
    package static func make(
        for request: RecordID, by maker: String, through lastDay: CalendarDay, secret: String, on connection: Connection
    ) throws {
        try all.end(request, at: Instant(endOf: lastDay), on: connection)
        try all.make(for: request, by: maker, through: lastDay, secret: secret, on: connection)
    }
}
