import AlisDomain

/// The words a person is found by: an index beside the register, made from names, HPR number and e-mail address.
package enum TraineeWords {
    /// Folded words, each once.
    package static func words(of trainee: Trainee) -> [String] {
        var words = Set(Folding.fold(trainee.fullName).split(separator: " ").map(String.init))
        if let hpr = trainee.hpr { words.insert(hpr.digits) }
        if let email = trainee.email { words.insert(Folding.fold(email.text)) }
        return words.sorted()
    }

    /// Adds the words of a new or changed trainee. Words of earlier names stay, so that a former name still finds her.
    package static func add(_ trainee: Trainee, id: RecordID, on connection: Connection) throws {
        for word in words(of: trainee) {
            try connection.execute("INSERT INTO traineeWord (word, trainee) VALUES (\(word), \(id)) ON CONFLICT DO NOTHING")
        }
    }

    /// The persons who have, for each word asked for, a word that begins with it. At most `limit`.
    package static func find(_ text: String, limit: Int, on connection: Connection) throws -> [RecordID] {
        let asked = Folding.fold(text).split(separator: " ").prefix(5).map(String.init)
        guard let first = asked.first else { return [] }
        var sql: SQL = "SELECT DISTINCT w0.trainee FROM traineeWord AS w0"
        for index in asked.indices.dropFirst() {
            sql += " JOIN traineeWord AS \(name: "w\(index)") ON \(name: "w\(index)").trainee = w0.trainee AND "
            sql += "\(name: "w\(index)").word >= \(asked[index]) AND \(name: "w\(index)").word < \(upper(asked[index]))"
        }
        sql += " WHERE w0.word >= \(first) AND w0.word < \(upper(first)) ORDER BY w0.trainee LIMIT \(limit)"
        return try connection.rows(sql) { try $0.recordID(0) }
    }

    /// The first text after all that begin with `prefix`.
    private static func upper(_ prefix: String) -> String { prefix + "\u{10FFFF}" }
}
