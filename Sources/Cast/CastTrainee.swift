import AlisDomain

/// A doctor in training in the cast, with all the register says of her, under identities that never change.
package struct CastTrainee: Hashable, Sendable {
    package let key: String
    package let id: RecordID
    package let trainee: Trainee
    package let trainingID: RecordID
    /// Stretch by stretch, in order.
    package let training: [Stretch<Training>]
    package let engagementID: RecordID
    package let engagement: [Stretch<Engagement>]
    package let absenceID: RecordID
    package let absence: [Stretch<Absence>]
    package let wishID: RecordID
    package let wish: [Stretch<HospitalWish>]

    /// What was true in a period.
    package struct Stretch<Value: Hashable & Sendable>: Hashable, Sendable {
        package let period: Period
        package let value: Value
    }

    package var municipality: MunicipalityID? { engagement.last?.value.municipality }
    /// The first day of the training.
    package var start: CalendarDay { training.first?.period.from ?? .earliest }

    /// The doctor as somebody to sign in as.
    package var member: CastMember {
        CastMember(
            key: key, name: trainee.fullName, role: "alis", organisation: .trainee(id),
            title: Text("Lege i spesialisering", nn: "Lege i spesialisering"))
    }
}

extension Cast {
    /// Doctors in training: the new scheme, the old, one converted, one on a pause.
    package static let trainees: [CastTrainee] = [ida, torbjorn, amina, maret].compactMap { $0 }

    /// Ida Nilsen works 80 % for Fauske, in the new scheme since 1 March 2023, and wishes for Nordlandssykehuset in 2027.
    package static let ida: CastTrainee? = {
        guard let fauske = MunicipalityID("fauske"), let nlsh = TrustCode("NLSH"), let unn = TrustCode("UNN"),
            let eighty = PositionPercent(percent: 80)
        else { return nil }
        let ids = Identities(1)
        let start = day(2023, 3, 1)
        let wish = HospitalWish(
            training: ids.training, choices: [.init(trust: nlsh), .init(trust: unn)], earliest: HalfYear(year: 2027, isAutumn: false),
            latest: HalfYear(year: 2027, isAutumn: true), months: 6, percent: .full, note: "Har barn i barnehage i Fauske")
        return CastTrainee(
            key: "ida", id: ids.trainee, trainee: person("Ida", "Nilsen", 1, born: 1993), trainingID: ids.training,
            training: stretches((start, Training(trainee: ids.trainee, scheme: .new, expectedEnd: day(2028, 9, 1)))),
            engagementID: ids.engagement,
            engagement: stretches(
                (
                    start,
                    Engagement(
                        training: ids.training, municipality: fauske, workplace: "Solbakken legesenter", form: .salaried, percent: eighty)
                )),
            absenceID: ids.absence, absence: [], wishID: ids.wish, wish: stretches((day(2026, 9, 15), wish)))
    }()

    /// Torbjørn Haugen is self-employed in Voss and still in the old scheme.
    package static let torbjorn: CastTrainee? = {
        guard let voss = MunicipalityID("voss") else { return nil }
        let ids = Identities(2)
        let start = day(2017, 9, 1)
        return CastTrainee(
            key: "torbjorn", id: ids.trainee, trainee: person("Torbjørn", "Haugen", 2, born: 1985), trainingID: ids.training,
            training: stretches((start, Training(trainee: ids.trainee, scheme: .old, expectedEnd: day(2026, 12, 15)))),
            engagementID: ids.engagement,
            engagement: stretches(
                (
                    start,
                    Engagement(
                        training: ids.training, municipality: voss, workplace: "Elvebredden legekontor", form: .selfEmployed,
                        percent: .full)
                )),
            absenceID: ids.absence, absence: [], wishID: ids.wish, wish: [])
    }()

    /// Amina Hassan began in Bergen under the old scheme and went over to the new on 1 January 2022.
    package static let amina: CastTrainee? = {
        guard let bergen = MunicipalityID("bergen") else { return nil }
        let ids = Identities(3)
        let start = day(2018, 8, 1)
        let old = Training(trainee: ids.trainee, scheme: .old, expectedEnd: day(2024, 8, 1))
        let converted = Training(trainee: ids.trainee, scheme: .new, expectedEnd: day(2027, 6, 1))
        let leave = Period(from: day(2024, 2, 1), to: day(2024, 12, 15))
        return CastTrainee(
            key: "amina", id: ids.trainee, trainee: person("Amina", "Hassan", 3, born: 1990), trainingID: ids.training,
            training: stretches((start, old), (day(2022, 1, 1), converted)), engagementID: ids.engagement,
            engagement: stretches(
                (
                    start,
                    Engagement(
                        training: ids.training, municipality: bergen, workplace: "Torget legegruppe", form: .selfEmployed, percent: .full)
                )),
            absenceID: ids.absence,
            absence: leave.map {
                [.init(period: $0, value: Absence(training: ids.training, kind: .parentalLeave, share: .full))]
            } ?? [],
            wishID: ids.wish, wish: [])
    }()

    /// Máret Gaup works 60 % for Kautokeino; her training has stood still since the summer of 2026.
    package static let maret: CastTrainee? = {
        guard let kautokeino = MunicipalityID("kautokeino"), let sixty = PositionPercent(percent: 60) else { return nil }
        let ids = Identities(4)
        let start = day(2021, 9, 1)
        let active = Training(trainee: ids.trainee, scheme: .new, expectedEnd: day(2028, 3, 1))
        let paused = Training(trainee: ids.trainee, scheme: .new, standing: .paused, expectedEnd: day(2029, 3, 1))
        return CastTrainee(
            key: "maret", id: ids.trainee, trainee: person("Máret", "Gaup", 4, born: 1991), trainingID: ids.training,
            training: stretches((start, active), (day(2026, 7, 1), paused)), engagementID: ids.engagement,
            engagement: stretches(
                (
                    start,
                    Engagement(
                        training: ids.training, municipality: kautokeino, workplace: "Kommunelegekontoret", form: .salaried, percent: sixty)
                )),
            absenceID: ids.absence, absence: [], wishID: ids.wish, wish: [])
    }()

    /// The fixed identities of one doctor's records.
    private struct Identities {
        let trainee, training, engagement, absence, wish: RecordID

        init(_ number: UInt64) {
            func id(_ kind: UInt64) -> RecordID {
                var random = SyntheticRandom(seed: 0xA115_CA57, stream: number, kind)
                return random.nextRecordID()
            }
            (trainee, training, engagement, absence, wish) = (id(1), id(2), id(3), id(4), id(5))
        }
    }

    private static func person(_ given: String, _ family: String, _ number: Int, born: Int) -> Trainee {
        let address = Folding.fold("\(given).\(family)")
        return Trainee(
            givenName: given, familyName: family, hpr: HPRNumber(String(990_000_100 + number)), birthYear: born,
            email: EmailAddress("\(address)@alis.example"), phone: "000 00 10\(number)", isSynthetic: true)
    }

    private static func day(_ year: Int, _ month: Int, _ day: Int) -> CalendarDay {
        CalendarDay(year: year, month: month, day: day) ?? .earliest
    }

    private static func stretches<Value>(_ points: (CalendarDay, Value)...) -> [CastTrainee.Stretch<Value>] {
        points.indices.compactMap { index in
            Period(from: points[index].0, to: index + 1 < points.count ? points[index + 1].0 : nil)
                .map { CastTrainee.Stretch(period: $0, value: points[index].1) }
        }
    }
}
