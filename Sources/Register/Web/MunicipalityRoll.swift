import AlisDomain

/// A municipality's doctors as a viewer sees them: on its page, and in the file that is taken out.
struct MunicipalityRoll: Sendable {
    struct Row: Sendable {
        let id: RecordID
        let trainee: Trainee
        let member: OverviewAnswer.Member
    }

    let id: MunicipalityID
    /// What it answers: the municipality's own question, without the filters that lead to others.
    let question: OverviewQuestion
    /// Those the viewer may see by name.
    let rows: [Row]
    /// How many there are, seen or not.
    let count: Int
    /// Those of whom something was recorded after the last confirmation: which day, and whether they were not there before it.
    let unconfirmed: [RecordID: (day: CalendarDay, isNew: Bool)]
    /// Those who stood in the list when it was last confirmed and do not any more, by what was recorded later; the name and identity of
    /// those the viewer may see.
    let departed: [(id: RecordID, name: String)?]
    /// Those the viewer may see who begin later, and the last day of those who leave; empty where the list is of what was known earlier.
    let coming: [(id: RecordID, name: String, from: CalendarDay)]
    let leaving: [RecordID: CalendarDay]

    init(
        _ id: MunicipalityID, _ asked: OverviewQuestion, _ view: RegisterView, _ scope: Scope, on today: CalendarDay,
        _ connection: Connection
    ) throws {
        self.id = id
        var question = asked
        question.municipality = id
        (question.office, question.county, question.centrality, question.form, question.scheme) = (nil, nil, nil, nil, nil)
        self.question = question
        let visible = view.visible(scope, on: today)
        let people = view.people(on: question.asOf, knownAfter: question.knownAfter)
        let members = view.members(question, counting: nil).filter { $0.has(.active) || $0.has(.paused) }
        count = members.count
        rows = members.compactMap { member in
            guard visible[Int(member.person)], let trainee = people[member.person] else { return nil }
            return Row(id: view.index.personIDs[Int(member.person)], trainee: trainee, member: member)
        }
        let isNow = question.knownAfter == .max
        let movements = isNow ? view.index.movements(in: id, directory: view.directory, on: question.asOf) : Movements()
        let there = Set(members.map(\.person))
        coming = movements.coming.compactMap { person, from in
            guard visible[Int(person)], !there.contains(person) else { return nil }
            let trainee = view.people(on: from, knownAfter: .max)[person]
            return trainee.map { (view.index.personIDs[Int(person)], $0.fullName, from) }
        }
        leaving = Dictionary(uniqueKeysWithValues: movements.leaving.map { (view.index.personIDs[Int($0)], $1) })
        let found = view.index.unconfirmed(members, on: question.asOf, knownAfter: question.knownAfter)
        let changes = try ChangeLog.changes(Set(found.values.map(\.change)).sorted(), on: connection)
        var unconfirmed: [RecordID: (day: CalendarDay, isNew: Bool)] = [:]
        for (person, row) in found {
            guard let day = changes[row.change]?.recordedAt.dayInNorway else { continue }
            unconfirmed[view.index.personIDs[Int(person)]] = (day, row.isNew)
        }
        self.unconfirmed = unconfirmed
        let everyone = view.members(
            OverviewQuestion(asOf: question.asOf, knownAfter: question.knownAfter, specialty: question.specialty), counting: nil
        )
        .filter { $0.has(.active) || $0.has(.paused) }
        departed = view.index.departed(
            everyone, on: question.asOf, knownAfter: question.knownAfter, specialty: question.specialty
        ).filter { $0.municipality == id }.map {
            guard visible[Int($0.person)], let trainee = people[$0.person] else { return nil }
            return (view.index.personIDs[Int($0.person)], trainee.fullName)
        }
    }
}

extension MunicipalityRoll {
    /// The names of those of whom a municipality's list says something else now than it did after a change, or who have come or gone.
    static func changed(in id: MunicipalityID, _ view: RegisterView, after change: ChangeNumber, on day: CalendarDay) -> [String] {
        struct Line: Equatable {
            let name: String
            let said: [String?]
        }
        func lines(_ known: ChangeNumber) -> [RegisterIndex.Ordinal: Line] {
            var question = OverviewQuestion(asOf: day)
            (question.municipality, question.knownAfter) = (id, known)
            let people = view.people(on: day, knownAfter: known)
            let members = view.members(question, counting: nil).filter { $0.has(.active) || $0.has(.paused) }
            let pairs = members.compactMap { member -> (RegisterIndex.Ordinal, Line)? in
                guard let trainee = people[member.person] else { return nil }
                let said = [
                    trainee.hpr?.digits, "\(member.scheme)", "\(member.standing)", member.form.map { "\($0)" }, String(member.percent),
                    member.workplace, member.expectedEnd?.iso,
                ]
                return (member.person, Line(name: trainee.fullName, said: said))
            }
            return Dictionary(pairs, uniquingKeysWith: { first, _ in first })
        }
        let (before, now) = (lines(change), lines(.max))
        return Set(before.keys).union(now.keys).filter { before[$0] != now[$0] }.compactMap { (now[$0] ?? before[$0])?.name }.sorted()
    }
}
