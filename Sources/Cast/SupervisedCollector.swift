import AlisDomain

/// Gathers, while the synthetic register is made, the doctors who are in service under the new scheme on the last day.
package struct SupervisedCollector: SyntheticSink {
    private let today: CalendarDay
    private var names: [RecordID: String] = [:]
    private var trainings: [(person: RecordID, training: RecordID, begins: CalendarDay)] = []
    private var work: [RecordID: (municipality: MunicipalityID, position: PositionPercent)] = [:]

    package init(today: CalendarDay) { self.today = today }

    package mutating func change(_ change: Change) {}
    package mutating func absence(_ version: Version<Absence>) {}
    package mutating func wish(_ version: Version<HospitalWish>) {}
    package mutating func confirmation(_ version: Version<Confirmation>) {}

    package mutating func trainee(_ version: Version<Trainee>) {
        guard version.supersededIn == nil, let id = RecordID(version.id) else { return }
        names[id] = version.value.fullName
    }

    package mutating func training(_ version: Version<Training>) {
        guard version.supersededIn == nil, version.period.contains(today), version.value.scheme == .new, version.value.standing == .active,
            version.value.specialty == .generalPractice, let id = RecordID(version.id)
        else { return }
        trainings.append((version.value.trainee, id, version.period.from))
    }

    package mutating func engagement(_ version: Version<Engagement>) {
        guard version.supersededIn == nil, version.period.contains(today) else { return }
        let known = work[version.value.training]
        if let known, known.position >= version.value.percent { return }
        work[version.value.training] = (version.value.municipality, version.value.percent)
    }

    /// Those who have somewhere to work.
    package var doctors: [SyntheticSupervision.Doctor] {
        trainings.compactMap { entry in
            guard let work = work[entry.training], let name = names[entry.person] else { return nil }
            return .init(
                person: entry.person, training: entry.training, name: name, municipality: work.municipality, position: work.position,
                begins: entry.begins)
        }
    }
}
