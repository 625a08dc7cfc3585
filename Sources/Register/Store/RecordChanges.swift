import AlisDomain

extension TraineeRecord {
    /// Every change that touched the record after change `since`, newest first.
    package func history(since: ChangeNumber = 0, on connection: Connection) throws -> [HistoryStep] {
        let persons = [id] + duplicates
        let trainings = try connection.rows("SELECT DISTINCT id FROM training WHERE trainee IN (\(list: persons))") { $0.text(0) }
        var history = FactHistory(since: since)
        try history.take(Trainee.self, where: "id IN (\(list: persons))", on: connection)
        try history.take(Training.self, where: "trainee IN (\(list: persons))", on: connection)
        try history.take(Engagement.self, where: "training IN (\(list: trainings))", on: connection)
        try history.take(Absence.self, where: "training IN (\(list: trainings))", on: connection)
        try history.take(HospitalWish.self, where: "training IN (\(list: trainings))", on: connection)
        try history.take(TraineeMerge.self, where: "kept IN (\(list: persons)) OR duplicate IN (\(list: persons))", on: connection)
        try history.take(DuplicateDismissal.self, where: "first IN (\(list: persons)) OR second IN (\(list: persons))", on: connection)
        try history.take(TransferRequest.self, where: "trainee IN (\(list: persons))", on: connection)
        return try history.steps(on: connection)
    }
}
