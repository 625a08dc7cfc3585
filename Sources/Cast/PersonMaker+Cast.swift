import AlisDomain

extension PersonMaker {
    /// The cast's own doctors, with their fixed identities, where their municipality is among the places.
    mutating func makeCast(into sink: inout some SyntheticSink) {
        for member in Cast.trainees {
            guard member.start < today,
                let municipality = places.municipalities.firstIndex(where: { $0.id == member.municipality }),
                let first = desk.number(week: desk.week(of: member.start), municipality: municipality, act: .registered)
            else { continue }
            var trainee = FactLedger<Trainee>(id: member.id)
            trainee.state([(.always, member.trainee)], in: first)
            for version in trainee.versions {
                desk.open(version, into: &sink)
                sink.trainee(version)
            }
            for version in versions(member.training, member.trainingID, municipality, first, act: Self.act) {
                desk.open(version, into: &sink)
                sink.training(version)
            }
            for version in versions(member.engagement, member.engagementID, municipality, first, act: { _ in .engagementChanged }) {
                desk.open(version, into: &sink)
                sink.engagement(version)
            }
            for version in versions(member.absence, member.absenceID, municipality, first, act: { _ in .absenceRecorded }) {
                desk.open(version, into: &sink)
                sink.absence(version)
            }
            for version in versions(member.wish, member.wishID, municipality, first, act: { _ in .wished }) {
                desk.open(version, into: &sink)
                sink.wish(version)
            }
        }
    }

    /// Each stretch reported the week it began; the first with the training when it begins with it.
    private func versions<Value: Equatable>(
        _ stretches: [CastTrainee.Stretch<Value>], _ id: RecordID, _ municipality: Int, _ first: ChangeNumber, act: (Value) -> ChangeAct
    ) -> [Version<Value>] {
        var ledger = FactLedger<Value>(id: id)
        let begun = desk.day(of: first)
        for stretch in stretches {
            if ledger.versions.isEmpty, stretch.period.from <= begun {
                ledger.state([(ongoing(stretch), stretch.value)], in: first)
                continue
            }
            let known = ledger.versions.filter { $0.supersededIn == nil }
            let number = desk.number(
                week: desk.week(of: stretch.period.from), municipality: municipality, act: act(stretch.value),
                after: max(first, ledger.last))
            guard let number, stretch.period.from < today else { break }
            let earlier = known.compactMap { version in
                Period(from: version.period.from, to: min(version.period.end, stretch.period.from)).map { ($0, version.value) }
            }
            ledger.state(earlier + [(ongoing(stretch), stretch.value)], in: number)
        }
        return ledger.versions
    }

    /// What was known when a stretch began: that it goes on, unless it is an absence with an end from the beginning.
    private func ongoing<Value>(_ stretch: CastTrainee.Stretch<Value>) -> Period {
        stretch.value is Absence ? stretch.period : Period(startingOn: stretch.period.from)
    }

    private static func act(_ training: Training) -> ChangeAct {
        switch training.standing {
        case .paused: .paused
        case .active: .converted
        case .ended: .ended
        }
    }
}
