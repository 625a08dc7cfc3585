import AlisDomain

extension TransferRequest: StoredFact {
    package static let table = "transferRequest"
    package static let columns = [
        "trainee", "municipality", "own", "name", "hpr", "birthYear", "message", "work", "state", "askedBy", "account",
    ]

    package var columnValues: [SQLValue] {
        [
            trainee.sqlValue, .text(municipality.key), own.sqlValue, .text(described.name), (described.hpr?.digits).sqlValue,
            described.birthYear.sqlValue, .text(message), .text(work), .text(state.rawValue), .text(askedBy), .text(account),
        ]
    }

    package init(row: borrowing Row, at start: Int) throws {
        self.init(
            trainee: try row.optionalRecordID(start),
            municipality: try decode(MunicipalityID(row.text(start + 1)), "transferRequest.municipality"),
            own: try row.optionalRecordID(start + 2),
            described: Described(
                name: row.text(start + 3), hpr: row.optionalText(start + 4).flatMap { HPRNumber($0) }, birthYear: row.optionalInt(start + 5)
            ),
            message: row.text(start + 6), work: row.text(start + 7),
            state: try decode(State(rawValue: row.text(start + 8)), "transferRequest.state"),
            askedBy: row.text(start + 9), account: row.text(start + 10))
    }
}

/// What municipalities ask for of doctors registered elsewhere.
package enum TransferStore {
    static let factTables = [
        FactTable(
            "transferRequest",
            """
            trainee {text}, municipality {text} NOT NULL, own {text}, name {text} NOT NULL, hpr {text}, birthYear {integer},
            message {text} NOT NULL, work {text} NOT NULL, state {text} NOT NULL, askedBy {text} NOT NULL, account {text} NOT NULL
            """,
            indexes: ["trainee"])
    ]

    package static let migration = Migration(number: 20, name: "transferRequests", script: FactTable.script(factTables))

    /// How many questions an account has waiting, each about one or about several, or has asked and withdrawn in the last days: withdrawing makes no room for trying others.
    static func waiting(of account: String, on day: CalendarDay, on connection: Connection) throws -> Int {
        let (asked, withdrawn) = (TransferRequest.State.asked.rawValue, TransferRequest.State.withdrawn.rawValue)
        return try connection.count(
            """
            SELECT COUNT(*) FROM (
                SELECT DISTINCT municipality, name, hpr, birthYear, recordedIn FROM transferRequest
                WHERE account = \(account) AND supersededIn IS NULL
                    AND (state = \(asked) OR state = \(withdrawn) AND validFrom > \(day.adding(days: -TransferRequest.daysWithdrawn)))
            ) AS question
            """)
    }

    /// Asks about each of some doctors, or about nobody known when there is none; what is asked already is not asked again. Gives whether
    /// anything was.
    static func ask(
        _ request: TransferRequest, about doctors: [RecordID], on day: CalendarDay, newID: () -> RecordID, _ writer: FactWriter
    ) throws -> Bool {
        let known = try FactStore.versions(
            TransferRequest.self, where: "municipality = \(request.municipality.key) AND supersededIn IS NULL", on: writer.connection
        ).map(\.value).filter { $0.state == .asked && $0.described.isSame(as: request.described) }
        var isAsked = false
        for doctor in doctors.isEmpty ? [nil] : doctors.map(Optional.some) where !known.contains(where: { $0.trainee == doctor }) {
            var one = request
            one.trainee = doctor
            try writer.add(id: newID().text, one, in: Period(startingOn: day))
            isAsked = true
        }
        return isAsked
    }

    /// Takes back what the same account still asks about the same description: to whoever asked, it is one question about nobody she sees.
    static func withdraw(all request: TransferRequest, on day: CalendarDay, _ writer: FactWriter) throws {
        let others = try FactStore.versions(
            TransferRequest.self, where: "municipality = \(request.municipality.key) AND supersededIn IS NULL", on: writer.connection
        ).filter { $0.value.account == request.account && $0.value.described.isSame(as: request.described) }
        for id in others.compactMap({ RecordID($0.id) }) { _ = try set(id, from: [.asked], to: .withdrawn, on: day, writer) }
    }

    /// Answers one on a day, or takes it back: gives whether it stood as it was thought to. What it became holds from that day.
    static func set(
        _ id: RecordID, from states: Set<TransferRequest.State>, to state: TransferRequest.State, on day: CalendarDay, _ writer: FactWriter
    ) throws -> Bool {
        guard let now = try FactStore.timeline(TransferRequest.self, id: id.text, on: writer.connection).stretches.last,
            states.contains(now.value.state)
        else { return false }
        var value = now.value
        value.state = state
        return try writer.replace(TransferRequest.self, id: id.text, with: [(Period(startingOn: max(day, now.period.from)), value)])
    }
}
