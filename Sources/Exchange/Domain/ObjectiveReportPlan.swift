/// A doctor a report can be about (*lege i rapporten*): one whose record the sender may keep.
package struct ReportDoctor: Hashable, Sendable {
    package let trainee: RecordID
    package let training: RecordID
    package let trainings: [RecordID]
    package let name: String
    /// It is the sender herself: nobody else has seen what she reads in.
    package let isSender: Bool

    package init(trainee: RecordID, training: RecordID, trainings: [RecordID], name: String, isSender: Bool = false) {
        self.trainee = trainee
        self.training = training
        self.trainings = trainings
        self.name = name
        self.isSender = isSender
    }
}

/// What a report would change (*prøveinnlesing av rapport*): one line for each row that says something.
package struct ObjectiveReportPlan: Sendable {
    package struct Line: Hashable, Sendable {
        package let row: ObjectiveReportRow
        package let doctor: ReportDoctor?
        package let outcome: Outcome
    }

    /// What becomes of a row (*utfall*).
    package enum Outcome: Hashable, Sendable {
        case added(ObjectiveRecord)
        case changed(from: ObjectiveRecord, to: ObjectiveRecord)
        /// The same status in a newer report, or confirmed by the portal for the first time.
        case confirmed(ObjectiveRecord)
        case unchanged
        /// Less far than what is known: taken in only when somebody says so.
        case lower(from: ObjectiveRecord, to: ObjectiveRecord)
        /// What is known was reported later than this report: left alone.
        case older(known: ObjectiveRecord)
        case waits(ObjectiveReportRow.Problem)

        /// What is to be recorded; nil when nothing is.
        package var record: ObjectiveRecord? {
            switch self {
            case .added(let record), .changed(_, let record), .confirmed(let record): record
            case .unchanged, .lower, .older, .waits: nil
            }
        }
    }

    package let lines: [Line]

    /// - Parameters:
    ///   - doctors: by HPR number.
    ///   - single: whom the rows are about when the file has no HPR numbers.
    ///   - known: what is recorded of each training's objectives.
    ///   - withLeader: the objectives that are under assessment here, by training.
    ///   - accepted: the rows that are taken in although they are less far than what is known.
    package init(
        _ rows: [ObjectiveReportRow], reportDay: CalendarDay, doctors: [String: ReportDoctor], single: ReportDoctor?,
        known: [RecordID: [ObjectiveRecord]], withLeader: [RecordID: Set<Objective.Code>] = [:], accepted: Set<Int> = []
    ) {
        var seen: [RecordID: [Objective.Code: (line: Int, status: ObjectiveStatus)]] = [:]
        var current: [RecordID: [Objective.Code: ObjectiveRecord]] = [:]
        for (training, records) in known {
            for record in records {
                if let other = current[training]?[record.objective], other.status.rank >= record.status.rank { continue }
                current[training, default: [:]][record.objective] = record
            }
        }
        lines = rows.map { row in
            if let problem = row.problem { return Line(row: row, doctor: nil, outcome: .waits(problem)) }
            let doctor: ReportDoctor
            switch Self.doctor(row, doctors, single) {
            case .success(let found): doctor = found
            case .failure(let refused): return Line(row: row, doctor: nil, outcome: .waits(refused.problem))
            }
            guard let code = row.code, let status = row.status else { return Line(row: row, doctor: doctor, outcome: .waits(.noStatus)) }
            if let other = seen[doctor.training]?[code] {
                return Line(row: row, doctor: doctor, outcome: other.status == status ? .unchanged : .waits(.twice(line: other.line)))
            }
            seen[doctor.training, default: [:]][code] = (row.line, status)
            if doctor.isSender, status.rank == 3, withLeader[doctor.training]?.contains(code) ?? false {
                return Line(row: row, doctor: doctor, outcome: .waits(.withLeader))
            }
            let known = doctor.trainings.compactMap { current[$0]?[code] }.max { $0.status.rank < $1.status.rank }
            return Line(
                row: row, doctor: doctor,
                outcome: Self.outcome(
                    row, code, status, known, origin: doctor.isSender ? .ownReport : .portal, reportDay: reportDay,
                    isAccepted: accepted.contains(row.line)))
        }
    }

    private struct Refused: Error { let problem: ObjectiveReportRow.Problem }

    private static func doctor(
        _ row: ObjectiveReportRow, _ doctors: [String: ReportDoctor], _ single: ReportDoctor?
    ) -> Result<ReportDoctor, Refused> {
        guard let text = row.hpr, !text.isEmpty else { return single.map { .success($0) } ?? .failure(Refused(problem: .noDoctor)) }
        guard let number = HPRNumber(text) else { return .failure(Refused(problem: .noHPR(text))) }
        guard let doctor = doctors[number.digits], single == nil || single == doctor else {
            return .failure(Refused(problem: .unknownDoctor(number.digits)))
        }
        return .success(doctor)
    }

    private static func outcome(
        _ row: ObjectiveReportRow, _ code: Objective.Code, _ status: ObjectiveStatus, _ known: ObjectiveRecord?,
        origin: ObjectiveRecord.Origin, reportDay: CalendarDay, isAccepted: Bool
    ) -> Outcome {
        let new = ObjectiveRecord(objective: code, status: status, origin: origin, reportedOn: reportDay)
        guard let known else { return .added(new) }
        let isSame = known.status == status || (known.status.rank == status.rank && row.isDayAssumed)
        if isSame {
            // Kept as it is known, with the day that was known, and the newer report as its source.
            // What others vouch for does not become her own word.
            if known.origin.isConfirmed, !origin.isConfirmed { return .unchanged }
            let confirmed = ObjectiveRecord(objective: code, status: known.status, origin: origin, reportedOn: reportDay)
            let isNews = known.origin == origin ? known.reportedOn < reportDay : known.reportedOn <= reportDay
            return isNews ? .confirmed(confirmed) : .unchanged
        }
        if known.reportedOn > reportDay { return .older(known: known) }
        if status.rank < known.status.rank, !isAccepted { return .lower(from: known, to: new) }
        return .changed(from: known, to: new)
    }

    /// What is to be recorded, by doctor.
    package var records: [(doctor: ReportDoctor, records: [ObjectiveRecord])] {
        var found: [ReportDoctor: [ObjectiveRecord]] = [:]
        for line in lines { if let doctor = line.doctor, let record = line.outcome.record { found[doctor, default: []].append(record) } }
        return found.map { (doctor: $0.key, records: $0.value) }.sorted { $0.doctor.training < $1.doctor.training }
    }

    /// A mark of what the plan would do, so that what is taken in is what was shown.
    package var mark: String { planMark(lines.map { "\($0.row.line) \($0.doctor?.training.text ?? "-") \($0.outcome)" }) }
}

/// A short mark of what is written out.
func planMark(_ parts: [String]) -> String {
    var hash: UInt64 = 14_695_981_039_346_656_037
    for part in parts { for byte in part.utf8 { hash = (hash ^ UInt64(byte)) &* 1_099_511_628_211 } }
    return String(hash, radix: 36)
}
