import AlisDomain

/// Where one doctor works during her training, in truth.
struct Posts {
    /// One engagement, with what changes in it.
    struct Post {
        let municipality: Int
        var from: CalendarDay
        /// The first day after it.
        var to: CalendarDay
        /// The end was agreed from the beginning, as for a locum.
        let endIsAgreed: Bool
        /// It lasts as long as the training does.
        var endsWithCourse: Bool
        var steps: [Step]
    }

    struct Step {
        let day: CalendarDay
        let workplace: String
        let form: Engagement.Form
        let percent: Int
    }

    private(set) var all: [Post] = []
    /// Who reports when nothing is known of any work.
    private let home: Int

    /// `form` is that of the main engagement; shorter ones may come before it.
    init(
        course: Course, home: Int, form: Engagement.Form, flaw: PersonMaker.Flaw, today: CalendarDay, places: SyntheticPlaces,
        neighbours: Neighbours,
        random: inout SyntheticRandom
    ) {
        self.home = home
        let place = places.municipalities[home]
        var cursor = course.start
        if let first = Self.firstForm(course.start, centrality: place.centrality, &random) {
            let to = cursor.adding(days: first == .introduction ? random.between(240, 720) : random.between(120, 800))
            if to.adding(days: 90) < course.end {
                all.append(Self.post(home, cursor, to, first, 100, agreed: true, place, &random))
                cursor = to
            }
        }
        var percent = random.pick(weighted: SyntheticParameters.percents) ?? 100
        let hasTwo = flaw == .tooMuchWork || random.chance(30)
        if hasTwo { percent = flaw == .tooMuchWork ? 100 : min(percent, 60) }
        var main = Self.post(home, cursor, course.end, form, percent, agreed: false, place, &random)
        if hasTwo, let other = random.pick(Array(neighbours.municipalities(near: home).prefix(4))) {
            let share = flaw == .tooMuchWork ? 50 : random.between(1, 2) * 20
            all.append(
                Self.post(other, cursor, course.end, .salaried, share, agreed: false, places.municipalities[other], &random))
        }
        let moveDay = cursor.adding(days: random.between(300, 1300))
        if !hasTwo, random.chance(125), moveDay.adding(days: 200) < course.end,
            let other = Self.newPlace(home, places, neighbours, &random)
        {
            let next = places.municipalities[other]
            let nextSalaried = SyntheticParameters.salaried(population: next.population, centrality: next.centrality)
            main.to = moveDay
            main.endsWithCourse = false
            all.append(
                Self.post(
                    other, moveDay, course.end, random.chance(nextSalaried) ? .salaried : .selfEmployed, percent, agreed: false, next,
                    &random))
        } else if !hasTwo {
            Self.addSteps(to: &main, &random)
        }
        all.append(main)
        if flaw == .noEngagement { endEarly(before: today) }
        all.sort { $0.from < $1.from }
    }

    /// Only the newest engagement, as somebody who enters the doctor anew knows it.
    mutating func keepLast() { all = Array(all.suffix(1)) }

    /// Who reports what happens on a day.
    func municipality(on day: CalendarDay) -> Int {
        (all.last { $0.from <= day && day < $0.to } ?? all.last { $0.from <= day } ?? all.first)?.municipality ?? home
    }

    /// The work has ended and nothing new is known, though the training goes on.
    private mutating func endEarly(before today: CalendarDay) {
        let end = today.adding(days: -200)
        all = all.filter { $0.from < end }.map { post in
            var post = post
            if end < post.to { (post.to, post.endsWithCourse) = (end, false) }
            post.steps.removeAll { $0.day >= end }
            return post
        }
    }

    private static func firstForm(_ start: CalendarDay, centrality: Int, _ random: inout SyntheticRandom) -> Engagement.Form? {
        // Introduction posts came in 2020; the farther out, the more locums.
        if start.year >= 2020, random.chance(200) { return .introduction }
        return random.chance(190 + 20 * max(0, centrality - 2)) ? .locum : nil
    }

    private static func newPlace(
        _ home: Int, _ places: SyntheticPlaces, _ neighbours: Neighbours, _ random: inout SyntheticRandom
    ) -> Int? {
        if random.chance(700) { return random.pick(neighbours.municipalities(near: home)) }
        let candidates = (0..<3).map { _ in random.below(places.municipalities.count) }.filter { $0 != home }
        return candidates.max { places.municipalities[$0].population < places.municipalities[$1].population }
    }

    private static func post(
        _ municipality: Int, _ from: CalendarDay, _ to: CalendarDay, _ form: Engagement.Form, _ percent: Int, agreed: Bool,
        _ place: SyntheticPlaces.Municipality, _ random: inout SyntheticRandom
    ) -> Post {
        let workplace: String
        if place.population < 4000 || random.chance(40) {
            workplace = "Kommunelegekontoret"
        } else {
            workplace = "\(random.pick(NameLists.surgeryPlaces) ?? "") \(random.pick(NameLists.surgeryKinds) ?? "")"
        }
        // A municipality that did not exist has nobody before it did.
        var start = from
        if let exists = place.existsFrom, place.predecessors.isEmpty, start < exists, exists < to { start = exists }
        let step = Step(day: start, workplace: workplace, form: form, percent: percent)
        return Post(municipality: municipality, from: start, to: to, endIsAgreed: agreed, endsWithCourse: !agreed, steps: [step])
    }

    private static func addSteps(to post: inout Post, _ random: inout SyntheticRandom) {
        guard let first = post.steps.first else { return }
        let day = post.from.adding(days: random.between(200, 1500))
        guard day.adding(days: 60) < post.to else { return }
        if random.chance(140) {
            let percent = random.pick(weighted: SyntheticParameters.percents) ?? 100
            post.steps.append(Step(day: day, workplace: first.workplace, form: first.form, percent: percent))
        } else if random.chance(60) {
            let form: Engagement.Form = first.form == .salaried ? .selfEmployed : .salaried
            post.steps.append(Step(day: day, workplace: first.workplace, form: form, percent: first.percent))
        }
    }
}
