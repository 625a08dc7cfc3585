// Taking versions in. Each method is given one stored version, in the order it was recorded; giving the same one again with a
// `supersededIn` closes it.

extension RegisterIndex {
    package mutating func take(_ version: Version<Trainee>) {
        guard let id = RecordID(version.id) else { return }
        let person = personOrdinal(id)
        if close(id, version, in: \.people, setting: \.superseded) { return }
        remember(
            id, version,
            people.append(
                PersonRow(
                    person: person, value: version.value, sortName: version.value.sortName, span: span(version),
                    superseded: closing(version))))
    }

    package mutating func take(_ version: Version<Training>) {
        guard let id = RecordID(version.id) else { return }
        let person = personOrdinal(version.value.trainee)
        let training = trainingOrdinal(id, person: person)
        if close(id, version, in: \.trainings, setting: \.superseded) { return }
        remember(
            id, version,
            trainings.append(
                TrainingRow(
                    person: person, training: training, span: span(version), superseded: closing(version),
                    expectedEnd: version.value.expectedEnd?.number ?? Self.never, specialty: version.value.specialty,
                    scheme: version.value.scheme, standing: version.value.standing)))
    }

    /// Engagements, absences and wishes belong to a training that must have been taken in before them.
    package mutating func take(_ version: Version<Engagement>) {
        guard let id = RecordID(version.id), let person = person(ofTraining: version.value.training) else { return }
        if close(id, version, in: \.engagements, setting: \.superseded) { return }
        let engagement: Int32
        if let known = engagementOrdinals[id] {
            engagement = known
        } else {
            engagement = Int32(clamping: engagementIDs.count)
            engagementIDs.append(id)
            engagementOrdinals[id] = engagement
        }
        remember(
            id, version,
            engagements.append(
                EngagementRow(
                    person: person, engagement: engagement, municipality: municipalityOrdinal(version.value.municipality),
                    span: span(version), superseded: closing(version), percent: Int16(clamping: version.value.percent.hundredths),
                    form: version.value.form, workplace: version.value.workplace)))
    }

    package mutating func take(_ version: Version<Absence>) {
        guard let id = RecordID(version.id), let person = person(ofTraining: version.value.training) else { return }
        if close(id, version, in: \.absences, setting: \.superseded) { return }
        remember(
            id, version,
            absences.append(
                AbsenceRow(
                    person: person, span: span(version), superseded: closing(version),
                    share: Int16(clamping: version.value.share.hundredths))))
    }

    package mutating func take(_ version: Version<HospitalWish>) {
        guard let id = RecordID(version.id), let person = person(ofTraining: version.value.training) else { return }
        if close(id, version, in: \.wishes, setting: \.superseded) { return }
        remember(
            id, version,
            wishes.append(WishRow(person: person, span: span(version), superseded: closing(version), wish: version.value)))
    }

    package mutating func take(_ version: Version<TraineeMerge>) {
        let duplicate = personOrdinal(version.value.duplicate)
        let kept = personOrdinal(version.value.kept)
        let recorded = Int32(clamping: version.recordedIn)
        if let index = merges.firstIndex(where: { $0.duplicate == duplicate && $0.kept == kept && $0.recorded == recorded }) {
            merges[index].superseded = closing(version)
        } else {
            merges.append(MergeRow(duplicate: duplicate, kept: kept, recorded: recorded, superseded: closing(version)))
        }
    }

    package mutating func take(_ version: Version<DuplicateDismissal>) {
        dismissals.removeAll { $0.id == version.id && $0.recordedIn == version.recordedIn }
        dismissals.append(version)
    }

    package mutating func take(_ version: Version<TransferRequest>) {
        transfers.removeAll { $0.id == version.id && $0.recordedIn == version.recordedIn && $0.period.from == version.period.from }
        transfers.append(version)
    }

    package mutating func take(_ version: Version<Confirmation>) {
        guard let id = RecordID(version.id) else { return }
        if close(id, version, in: \.confirmations, setting: \.superseded) { return }
        remember(
            id, version,
            confirmations.append(
                ConfirmationRow(
                    municipality: municipalityOrdinal(version.value.municipality), day: version.value.day.number,
                    personName: version.value.personName, recorded: Int32(clamping: version.recordedIn), superseded: closing(version))))
    }

    /// Says that all changes up to and including `number` are in.
    package mutating func finish(upTo number: ChangeNumber) { upTo = max(upTo, number) }

    private func span<Value>(_ version: Version<Value>) -> Span {
        Span(from: version.period.from.number, to: version.period.end.number, recorded: Int32(clamping: version.recordedIn))
    }

    private func closing<Value>(_ version: Version<Value>) -> Int32 { version.supersededIn.map { Int32(clamping: $0) } ?? Self.never }

    /// Closes the row of a version taken in before; says whether there was one.
    private mutating func close<Value, Row>(
        _ id: RecordID, _ version: Version<Value>, in rows: WritableKeyPath<Self, Chunked<Row>>,
        setting superseded: WritableKeyPath<Row, Int32>
    ) -> Bool {
        let key = RowKey(id: id, from: version.period.from.number, recorded: Int32(clamping: version.recordedIn))
        guard let row = openRows[key] else { return false }
        if version.supersededIn != nil {
            self[keyPath: rows][row][keyPath: superseded] = closing(version)
            openRows[key] = nil
        }
        return true
    }

    private mutating func remember<Value>(_ id: RecordID, _ version: Version<Value>, _ row: Int32) {
        guard version.supersededIn == nil else { return }
        openRows[RowKey(id: id, from: version.period.from.number, recorded: Int32(clamping: version.recordedIn))] = row
    }

    private func person(ofTraining id: RecordID) -> Ordinal? { trainingOrdinals[id].map { trainingPerson[Int($0)] } }

    private mutating func personOrdinal(_ id: RecordID) -> Ordinal {
        if let known = personOrdinals[id] { return known }
        let new = Ordinal(clamping: personIDs.count)
        personIDs.append(id)
        personOrdinals[id] = new
        return new
    }

    private mutating func municipalityOrdinal(_ id: MunicipalityID) -> Int32 {
        if let known = municipalityOrdinals[id] { return known }
        let new = Int32(clamping: municipalityIDs.count)
        municipalityIDs.append(id)
        municipalityOrdinals[id] = new
        return new
    }

    private mutating func trainingOrdinal(_ id: RecordID, person: Ordinal) -> Int32 {
        if let known = trainingOrdinals[id] { return known }
        let new = Int32(clamping: trainingIDs.count)
        trainingIDs.append(id)
        trainingOrdinals[id] = new
        trainingPerson.append(person)
        return new
    }
}
