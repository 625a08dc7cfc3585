import Testing

@testable import AlisDomain

@Suite struct OverviewAnswerTests {
    private struct SamePlaces: PlaceLookup {
        func current(_ id: MunicipalityID) -> MunicipalityID { id }
        func facts(_ id: MunicipalityID) -> MunicipalityFacts? { nil }
    }

    private static let places = ["fauske", "bergen", "voss", "utsira"].compactMap { MunicipalityID($0) }
    private static let first = CalendarDay(year: 2020, month: 1, day: 1) ?? .earliest
    private static func day(_ offset: Int) -> CalendarDay { first.adding(days: offset) }
    private static func id(_ kind: UInt64, _ number: Int) -> RecordID { RecordID(high: kind, low: UInt64(number)) }

    /// A register of some persons with a training each, revised a few times, and what else belongs to them.
    private static func register(_ dice: inout DomainDice) -> NaiveOverview {
        var register = NaiveOverview()
        var change = 1
        func stretches<Value: Sendable & Equatable>(_ id: RecordID, _ make: (inout DomainDice) -> Value, _ dice: inout DomainDice)
            -> [Version<Value>]
        {
            var versions: [Version<Value>] = []
            for _ in 0..<(1 + dice.below(4)) {
                change += 1
                let from = day(dice.below(1400))
                let period = Period(from: from, to: dice.below(2) == 0 ? day(dice.below(1400)) : nil) ?? Period(startingOn: from)
                let revision = Timeline(versions.filter { $0.supersededIn == nil }).revising(period, to: make(&dice))
                versions = versions.map { version in
                    revision.superseded.contains(version)
                        ? Version(
                            id: version.id, value: version.value, period: version.period, recordedIn: version.recordedIn,
                            supersededIn: change)
                        : version
                }
                versions += revision.inserted.map { Version(id: id.text, value: $0.1, period: $0.0, recordedIn: change) }
            }
            return versions
        }
        for number in 0..<12 {
            let (person, training) = (id(1, number), id(2, number))
            let standings: [Training.Standing] = [.active, .active, .active, .paused, .ended(.specialist), .ended(.withdrew)]
            register.trainings += stretches(
                training,
                {
                    Training(
                        trainee: person, scheme: $0.below(2) == 0 ? .new : .old, standing: standings[$0.below(standings.count)],
                        expectedEnd: $0.below(2) == 0 ? day($0.below(1800)) : nil)
                }, &dice)
            if dice.below(10) > 0 {
                register.engagements += stretches(
                    id(3, number),
                    {
                        Engagement(
                            training: training, municipality: places[$0.below(places.count)], workplace: "", form: .salaried,
                            percent: PositionPercent(percent: 1 + $0.below(100)) ?? .full)
                    }, &dice)
            }
            if dice.below(3) == 0 {
                register.absences += stretches(
                    id(4, number),
                    {
                        Absence(
                            training: training, kind: .otherLeave, share: $0.below(3) > 0 ? .full : PositionPercent(percent: 40) ?? .full)
                    },
                    &dice)
            }
            if dice.below(3) == 0 {
                register.wishes += stretches(
                    id(5, number),
                    {
                        let start = HalfYear(year: 2020 + $0.below(4), isAutumn: $0.below(2) == 0)
                        return HospitalWish(
                            training: training, choices: [], earliest: start, latest: $0.below(2) == 0 ? start : start.next.next, months: 6,
                            percent: .full, note: "")
                    }, &dice)
            }
        }
        return register
    }

    @Test func `the index counts what the definitions say, on random registers, days and times`() {
        var dice = DomainDice(seed: 7)
        for _ in 0..<60 {
            let register = Self.register(&dice)
            var index = RegisterIndex()
            for version in register.trainings { index.take(version) }
            for version in register.engagements { index.take(version) }
            for version in register.absences { index.take(version) }
            for version in register.wishes { index.take(version) }
            for _ in 0..<20 {
                let question = OverviewQuestion(
                    asOf: Self.day(dice.below(1600) - 50), knownAfter: dice.below(3) == 0 ? .max : dice.below(150))
                let answer = index.answer(question, places: SamePlaces())
                let expected = register.counts(asOf: question.asOf, knownAfter: question.knownAfter)
                for measure in Measure.allCases {
                    #expect(
                        answer.total[measure] == expected[measure] ?? 0, "\(measure) on \(question.asOf.iso) after \(question.knownAfter)")
                }
                for measure in Measure.allCases {
                    #expect(answer.members.count { $0.has(measure) } == answer.total[measure], "the list is as long as its figure")
                    let sum = answer.byMunicipality.values.reduce(0) { $0 + $1[measure] }
                    #expect(sum == answer.total[measure], "municipalities add up to the nation")
                }
            }
        }
    }

    @Test func `the overview's table adds up at every level`() throws {
        let (reference, problems) = try ReferenceFolder.parsed.get()
        #expect(problems.isEmpty)
        let directory = reference.directory()
        let today = CalendarDay(year: 2026, month: 11, day: 18) ?? .latest
        var index = RegisterIndex()
        for (number, stretch) in directory.municipalities(on: today).enumerated() {
            for person in 0..<(number % 4) {
                let (trainee, training) = (Self.id(1, number * 10 + person), Self.id(2, number * 10 + person))
                let period = Period(startingOn: Self.first)
                index.take(
                    Version(
                        id: training.text, value: Training(trainee: trainee, scheme: person == 1 ? .old : .new), period: period,
                        recordedIn: 1))
                let engagement = Engagement(
                    training: training, municipality: stretch.municipality, workplace: "", form: .salaried, percent: .full)
                index.take(Version(id: Self.id(3, number * 10 + person).text, value: engagement, period: period, recordedIn: 1))
            }
        }
        index.take(
            Version(id: Self.id(2, 99_999).text, value: Training(trainee: Self.id(1, 99_999), scheme: .new), period: .always, recordedIn: 1)
        )
        let answer = index.answer(OverviewQuestion(asOf: today), places: ReferencePlaces(directory: directory, day: today))
        let table = OverviewTable(answer, reference: reference, directory: directory, confirmations: [:])
        #expect(table.nation.counts == answer.total)
        #expect(table.nation.municipalities == 357)
        for level in [OverviewTable.Level.region, .office, .county, .municipality] {
            let rows = table.rows.filter { $0.level == level }
            let unplaced = table.rows.first { $0.level == .unplaced }?.counts ?? Counts()
            #expect(rows.reduce(0) { $0 + $1.municipalities } == 357)
            #expect(rows.reduce(0) { $0 + $1.population } == table.nation.population)
            for measure in Measure.allCases {
                #expect(rows.reduce(unplaced[measure]) { $0 + $1.counts[measure] } == answer.total[measure], "\(level) \(measure)")
            }
        }
    }

    private struct ReferencePlaces: PlaceLookup {
        let directory: MunicipalityDirectory
        let day: CalendarDay
        func current(_ id: MunicipalityID) -> MunicipalityID { directory.currentSuccessor(of: id, on: day) ?? id }
        func facts(_ id: MunicipalityID) -> MunicipalityFacts? { directory.nearestFacts(of: id, on: day) }
    }
}
