import AlisDomain

/// Made-up supervision for the made-up doctors: about one supervisor to two or three of them, with flaws dealt out so that every list
/// of things to put right has something in it. The same from the same seed.
package struct SyntheticSupervision: Sendable {
    /// A doctor in service under the new scheme today.
    package struct Doctor: Sendable {
        package let person: RecordID
        package let training: RecordID
        package let name: String
        package let municipality: MunicipalityID
        package let position: PositionPercent
        package let begins: CalendarDay

        package init(
            person: RecordID, training: RecordID, name: String, municipality: MunicipalityID, position: PositionPercent, begins: CalendarDay
        ) {
            self.person = person
            self.training = training
            self.name = name
            self.municipality = municipality
            self.position = position
            self.begins = begins
        }
    }

    /// A supervisor with her capacity from the day she began.
    package struct Made: Sendable {
        package let id: RecordID
        package let supervisor: Supervisor
        package let hours: MonthlyHours
        package let since: CalendarDay
    }

    package struct Assignment: Sendable {
        package let id: RecordID
        package let value: SupervisionAssignment
        package let period: Period
    }

    package private(set) var supervisors: [Made] = []
    package private(set) var assignments: [Assignment] = []
    package private(set) var sessions: [(id: RecordID, value: SupervisionSession)] = []
    package private(set) var requests: [(id: RecordID, value: SupervisionRequest)] = []
    package private(set) var gatherings: [(id: RecordID, value: Gathering)] = []
    package private(set) var signUps: [(id: RecordID, value: GatheringSignUp)] = []

    private let today: CalendarDay
    private let places: [MunicipalityID: SyntheticPlaces.Municipality]
    private let rates: SupervisionRates
    private var random: SyntheticRandom
    /// How many have been given an HPR number of their own.
    private var numbered = 0
    private let names = SyntheticNames()

    /// The one of the cast who supervises, and the session notes are written about.
    package static let knut = RecordID(high: 0xCA57_0000_0000_0101, low: 1)
    package static let knutsAccount = "demo.knut"

    package init(seed: UInt64, today: CalendarDay, places: SyntheticPlaces, rates: SupervisionRates, doctors: [Doctor]) {
        self.today = today
        self.rates = rates
        self.places = Dictionary(places.municipalities.map { ($0.id, $0) }) { first, _ in first }
        random = SyntheticRandom(seed: seed, stream: 12)
        let byPlace = Dictionary(
            grouping: doctors.sorted { ($0.municipality, $0.person) < ($1.municipality, $1.person) }, by: \.municipality)
        for municipality in byPlace.keys.sorted() { makeMunicipality(municipality, byPlace[municipality] ?? []) }
        makeRequests(doctors, byPlace)
        for office in places.offices { makeGatherings(office, doctors) }
    }

    // MARK: Who supervises whom

    private struct Post {
        let id: RecordID
        var supervisor: Supervisor
        var needed = 0
        let since: CalendarDay
    }

    private mutating func makeMunicipality(_ municipality: MunicipalityID, _ doctors: [Doctor]) {
        // Every ninth small place has nobody: its doctors have theirs from elsewhere, or none.
        let isBare = doctors.count <= 3 && random.chance(120) && municipality.key != "fauske"
        var posts: [Post] = []
        if municipality.key == "fauske" { posts.append(knutsPost(municipality)) }
        let wanted = isBare ? 0 : max(1, (doctors.count * 2 + 2) / 5)
        while posts.count < wanted { posts.append(makePost(municipality)) }
        for (index, doctor) in doctors.enumerated() {
            let isIda = doctor.person == Cast.ida?.id
            let draw = random.below(1000)
            if posts.isEmpty || (draw < 85 && !isIda) {
                if !posts.isEmpty, draw < 45 { assignEarlier(doctor, &posts[index % posts.count]) }
                continue
            }
            let main = isIda ? 0 : index % posts.count
            if draw < 140, posts.count > 1, !isIda {
                let half = PositionPercent(percent: 50) ?? .full
                assign(doctor, &posts[main], share: half, isDiligent: true)
                assign(doctor, &posts[(main + 1) % posts.count], share: half, isDiligent: true)
            } else {
                assign(doctor, &posts[main], share: .full, isDiligent: draw > 250 || isIda)
            }
        }
        for post in posts { finish(post) }
    }

    private func monthly(_ position: PositionPercent, _ share: PositionPercent) -> Int {
        rates.monthlyMinutes(on: today) * position.hundredths / 10_000 * share.hundredths / 10_000
    }

    private func knutsPost(_ municipality: MunicipalityID) -> Post {
        Post(
            id: Self.knut,
            supervisor: Supervisor(
                name: "Knut Rønning", hpr: HPRNumber("990000301"), specialist: .generalPractice, specialistSource: "HPR",
                specialistSeenOn: today.adding(days: -120), courses: "Veilederkurs del 1, 2022\nVeilederkurs del 2, 2023",
                municipality: municipality,
                interests: "Distriktsmedisin, rus og psykisk helse", languages: [.english, .luleSami], meetsInPerson: true,
                meetsDigitally: true,
                travelKilometres: 90, email: EmailAddress("knut@alis.example"), phone: "000 11 222", account: Self.knutsAccount,
                isSynthetic: true),
            since: today.adding(days: -1300))
    }

    private mutating func makePost(_ municipality: MunicipalityID) -> Post {
        let person = names.person(&random)
        let status = random.below(1000)
        defer { numbered += 1 }
        var supervisor = Supervisor(
            name: person.fullName, hpr: SyntheticNames.hpr(Self.firstNumber + numbered), specialist: .generalPractice,
            specialistSource: "HPR", specialistSeenOn: today.adding(days: -random.between(20, 600)), municipality: municipality,
            meetsInPerson: !random.chance(60), travelKilometres: [10, 30, 50, 50, 80, 120][random.below(6)], email: person.email,
            phone: person.phone ?? "", isSynthetic: true)
        if status < 90 {
            supervisor.specialist = status < 30 ? .otherSpecialty : .none
            // A few have run out, some do so within half a year, the rest later.
            supervisor.exemptThrough = today.adding(
                days: status < 12 ? -random.between(5, 60) : status < 50 ? random.between(10, 170) : random.between(200, 700))
        } else if status < 130 {
            (supervisor.specialist, supervisor.specialistSource, supervisor.specialistSeenOn) = (.unknown, "", nil)
        }
        supervisor.meetsDigitally = !supervisor.meetsInPerson || random.chance(420)
        if let county = places[municipality]?.countyNumber, county == "56" || county == "55", random.chance(280) {
            supervisor.languages.append(.northernSami)
        }
        if random.chance(450) { supervisor.languages.append(.english) }
        if random.chance(70) { supervisor.languages.append(random.chance(500) ? .german : .polish) }
        if random.chance(600) { supervisor.courses = "Veilederkurs, \(today.year - random.between(1, 8))" }
        if random.chance(400) { supervisor.interests = Self.interests[random.below(Self.interests.count)] }
        return Post(id: random.nextRecordID(), supervisor: supervisor, since: today.adding(days: -random.between(400, 1600)))
    }

    /// The doctors' numbers begin at none; a hundred Norways of them have not reached this one.
    private static let firstNumber = 6_000_000

    private static let interests = [
        "Distriktsmedisin", "Eldremedisin", "Svangerskap og barn", "Akuttmedisin", "Psykisk helse", "Samhandling",
    ]

    private mutating func assign(_ doctor: Doctor, _ post: inout Post, share: PositionPercent, isDiligent: Bool) {
        let value = SupervisionAssignment(training: doctor.training, supervisor: post.id, share: share)
        assignments.append(Assignment(id: random.nextRecordID(), value: value, period: Period(startingOn: doctor.begins)))
        post.needed += monthly(doctor.position, share)
        makeSessions(doctor, value, isDigitalOnly: !post.supervisor.meetsInPerson, isDiligent: isDiligent)
    }

    /// Somebody supervised her until lately: whoever looks for a new one sees who knows her.
    private mutating func assignEarlier(_ doctor: Doctor, _ post: inout Post) {
        guard let period = Period(from: doctor.begins, to: today.adding(days: -random.between(10, 110))) else { return }
        let value = SupervisionAssignment(training: doctor.training, supervisor: post.id)
        assignments.append(Assignment(id: random.nextRecordID(), value: value, period: period))
    }

    /// Two hours every second week but for July, in proportion to the position; those who are behind had one in two to four.
    private mutating func makeSessions(_ doctor: Doctor, _ value: SupervisionAssignment, isDigitalOnly: Bool, isDiligent: Bool) {
        var day = max(doctor.begins, today.adding(days: -365)).adding(days: random.between(1, 13))
        let full = max(20, 125 * doctor.position.hundredths / 10_000 * value.share.hundredths / 10_000 / 5 * 5)
        var count = random.below(3)
        let every = isDiligent ? 1 : random.between(2, 4)
        while day < today {
            if day.month != 7, count % every == 0 {
                let isDigital = isDigitalOnly || random.chance(250)
                sessions.append(
                    (
                        random.nextRecordID(),
                        SupervisionSession(
                            training: value.training, supervisor: value.supervisor, day: day, minutes: full, isDigital: isDigital,
                            preparationMinutes: random.chance(600) ? 30 : 0)
                    ))
            }
            count += 1
            day = day.adding(days: 14 + random.below(4))
        }
    }

    private mutating func finish(_ post: Post) {
        let spare = [0, 0, 0, 0, 30, 120, 210, 420][random.below(8)]
        var minutes = post.needed + spare
        // Some have promised more than they can give, and some give nothing for the time being.
        if random.chance(55), post.needed > 150 { minutes = post.needed - 120 }
        if post.needed == 0 { minutes = random.chance(300) ? 0 : 420 }
        if post.id == Self.knut { minutes = max(post.needed + 210, 420) }
        guard let hours = MonthlyHours(hundredths: min(8000, (minutes * 100 / 60 + 49) / 50 * 50)) else { return }
        supervisors.append(Made(id: post.id, supervisor: post.supervisor, hours: hours, since: post.since))
    }

    // MARK: Requests and gatherings

    /// Some doctors without a supervisor have asked: one waits for Knut, some for others, some were answered no.
    private mutating func makeRequests(_ doctors: [Doctor], _ byPlace: [MunicipalityID: [Doctor]]) {
        let covered = Set(assignments.filter { $0.period.isOpen }.map(\.value.training))
        let without = doctors.filter { !covered.contains($0.training) }.sorted { $0.person < $1.person }
        for (index, doctor) in without.prefix(30).enumerated() {
            let office = places[doctor.municipality]?.office
            let candidates = supervisors.filter { places[$0.supervisor.municipality]?.office == office && $0.hours.hundredths > 0 }
            guard let asked = random.pick(candidates) else { continue }
            let isOld = index % 3 == 1
            let answerBy = today.adding(days: isOld ? -random.between(2, 40) : random.between(2, 13))
            requests.append(
                (
                    random.nextRecordID(),
                    SupervisionRequest(
                        training: doctor.training, supervisor: asked.id, share: .full, wantedFrom: today.adding(days: 21),
                        answerBy: answerBy,
                        askedBy: names.name(&random), state: index % 3 == 2 ? .declined : .pending,
                        answer: index % 3 == 2 ? "Har dessverre ikke tid før neste år." : "")
                ))
        }
        let nord = without.filter { places[$0.municipality]?.office?.code == "NORD" }
        if let doctor = nord.first(where: { doctor in !requests.contains { $0.value.training == doctor.training } }) ?? nord.first {
            requests.append(
                (
                    random.nextRecordID(),
                    SupervisionRequest(
                        training: doctor.training, supervisor: Self.knut, share: .full, wantedFrom: today.adding(days: 14),
                        answerBy: today.adding(days: 12), message: "Hei Knut! Kan du ta en lege til, helst digitalt?",
                        askedBy: "Ravna Isaksen")
                ))
        }
    }

    private mutating func makeGatherings(_ office: SyntheticPlaces.Office, _ doctors: [Doctor]) {
        let mine = doctors.filter { places[$0.municipality]?.office == office.code }.sorted { $0.person < $1.person }
        let supervisors = supervisors.filter { places[$0.supervisor.municipality]?.office == office.code }
        let plans: [(Gathering.Kind, String, Int, Int, Int, Int)] = [
            (.supervisorCourse, "Veilederkurs for nye veiledere", 45, 1, 12, 12), (.meeting, "Samling for ALIS", -40, 1, 30, 12),
            (.group, "Veiledningsgruppe", -200, 730, 9, 120),
        ]
        for (kind, title, start, length, places, hours) in plans {
            let id = random.nextRecordID()
            let gathering = Gathering(
                kind: kind, title: title, place: kind == .group ? "Annenhver torsdag" : "Kurslokalene ved \(office.name)",
                isDigital: kind == .group,
                first: today.adding(days: start), last: today.adding(days: start + length), places: places, hours: hours,
                office: office.code)
            gatherings.append((id, gathering))
            let wanted = kind == .supervisorCourse ? 15 : kind == .group ? 11 : 18
            if kind == .supervisorCourse {
                for made in supervisors.prefix(wanted) {
                    add(id, .supervisor(made.id), made.supervisor.name, minutes: nil)
                }
            } else {
                for (index, doctor) in mine.prefix(wanted).enumerated() {
                    let minutes = index < places ? (kind == .group ? 1440 + random.below(5) * 180 : random.chance(850) ? 720 : 0) : nil
                    add(id, .trainee(doctor.person), doctor.name, minutes: minutes)
                }
            }
        }
    }

    private mutating func add(_ gathering: RecordID, _ participant: GatheringSignUp.Participant, _ name: String, minutes: Int?) {
        // Rising identities: those who came in one change stand in this order.
        signUps.append(
            (
                RecordID(high: gathering.high, low: UInt64(signUps.count + 1)),
                GatheringSignUp(gathering: gathering, participant: participant, name: name, attendedMinutes: minutes)
            ))
    }
}
