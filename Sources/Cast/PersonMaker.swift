import AlisDomain

/// Makes one synthetic doctor at a time, with all that was ever reported of her, and hands it to the sink.
struct PersonMaker {
    let seed: UInt64
    let today: CalendarDay
    let places: SyntheticPlaces
    let names = SyntheticNames()
    let people: ReportingPeople
    let neighbours: Neighbours
    var desk: ChangeDesk
    var random: SyntheticRandom
    /// How many people have been made, and how many of them are in training today: the flaws are dealt out by these.
    var made = 0
    var active = 0
    var ended = 0
    /// How much of a salaried post each size of municipality is owed, in thousandths.
    private var salariedOwed = [Int](repeating: 500, count: SizeBand.allCases.count)

    init(seed: UInt64, today: CalendarDay, places: SyntheticPlaces) {
        self.seed = seed
        self.today = today
        self.places = places
        people = ReportingPeople(places: places, seed: seed, names: names)
        neighbours = Neighbours(places)
        desk = ChangeDesk(start: SyntheticParameters.registerStart, today: today, people: people)
        random = SyntheticRandom(seed: seed)
    }

    /// What is wrong with the record on purpose, so that the lists of things to put right have something in them.
    enum Flaw {
        case none, sameNumber, sameNameAndYear, noEngagement, noNumber, tooMuchWork, leftOpen, schemeImpossible
    }

    mutating func makePerson(startingIn year: Int, municipality home: Int, into sink: inout some SyntheticSink) {
        guard var course = Course(startingIn: year, today: today, random: &random) else { return }
        // Some are reported before they begin, none long before.
        if course.start >= today, course.start > today.adding(days: 75) || random.chance(500) { return }
        var person = names.person(&random)
        person.birthYear = random.chance(985) ? year - random.between(27, 38) : nil
        person.hpr = SyntheticNames.hpr(made)
        made += 1
        let flaw = drawFlaw(course)
        switch flaw {
        case .noNumber: person.hpr = nil
        case .sameNameAndYear: person.birthYear = person.birthYear ?? year - 30
        case .schemeImpossible: course.conversion = nil
        default: break
        }
        let posts = Posts(
            course: course, home: home, form: mainForm(in: home), flaw: flaw, today: today, places: places, neighbours: neighbours,
            random: &random)
        write(person, course, posts, flaw: flaw, into: &sink)
        if flaw == .sameNumber || flaw == .sameNameAndYear { writeDuplicate(of: person, course, posts, flaw: flaw, into: &sink) }
    }

    /// Employed or self-employed: dealt out rather than drawn, so that the shares come out right in small numbers too.
    private mutating func mainForm(in municipality: Int) -> Engagement.Form {
        let place = places.municipalities[municipality]
        let band = SizeBand(population: place.population).rawValue
        salariedOwed[band] += SyntheticParameters.salaried(population: place.population, centrality: place.centrality)
        guard salariedOwed[band] >= 1000 else { return .selfEmployed }
        salariedOwed[band] -= 1000
        return .salaried
    }

    private mutating func drawFlaw(_ course: Course) -> Flaw {
        guard course.start < today else { return .none }
        guard course.end > today else {
            ended += 1
            return ended % 700 == 50 ? .leftOpen : .none
        }
        active += 1
        return switch active % 900 {
        case 15, 265, 515, 765: .sameNumber
        case 115, 365, 615: .sameNameAndYear
        case 40, 400: .noEngagement
        case 70, 170, 290, 470, 710: .noNumber
        case 220, 650: .tooMuchWork
        case 333: !course.startsOld ? .schemeImpossible : .none
        default: .none
        }
    }

    /// The same doctor, entered again by somebody who did not find her.
    private mutating func writeDuplicate(
        of person: Trainee, _ course: Course, _ posts: Posts, flaw: Flaw, into sink: inout some SyntheticSink
    ) {
        var copy = person
        var copied = posts
        copied.keepLast()
        if flaw == .sameNumber {
            if random.chance(500) {
                copy.givenName = SyntheticNames.misspelt(copy.givenName, &random)
            } else {
                copy.familyName = SyntheticNames.misspelt(copy.familyName, &random)
            }
            copy.email = nil
        } else {
            copy.hpr = nil
        }
        write(copy, course, copied, flaw: .none, into: &sink)
    }

    /// The week something that happened on `day` was reported.
    mutating func reportingWeek(_ day: CalendarDay) -> Int {
        guard day >= desk.start else {
            // What was there before the register was read in during its first months.
            return random.between(0, 14)
        }
        let range = random.pick(weighted: SyntheticParameters.delays) ?? 0...3
        return desk.week(of: day) + random.between(range.lowerBound, range.upperBound)
    }
}
