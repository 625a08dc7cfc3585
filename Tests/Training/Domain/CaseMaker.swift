import AlisDomain

/// Random trainings, the same on every run, with all that can go wrong in them.
struct CaseMaker {
    var dice: DomainDice

    init(seed: UInt64) { dice = DomainDice(seed: seed) }

    mutating func day(_ first: Int = 17_500, _ span: Int = 2500) -> CalendarDay {
        CalendarDay(number: first + dice.below(span)) ?? .earliest
    }

    mutating func period(_ first: Int = 17_000, _ span: Int = 3000, most: Int = 1200) -> Period {
        let from = day(first, span)
        return Period(from: from, to: from.adding(days: 1 + dice.below(most))) ?? .always
    }

    mutating func training(overlapping: Bool) -> TrainingCase {
        let categories = ["openPractice", "otherGeneralPractice", "institutionHospital", "institutionPrimary", "research"].compactMap {
            CategoryCode($0)
        }
        let places = ["bodo", "fauske"].compactMap { MunicipalityID($0) }.map { ServicePlace.municipality($0) }
        let percents = [10_000, 10_000, 8000, 5000, 4000, 3333].compactMap { PositionPercent(hundredths: $0) }
        let asOf = day()
        var services: [ServicePeriod] = []
        var next = day(16_500, 400)
        for index in 0..<(1 + dice.below(7)) {
            let days = overlapping ? period(16_500, 3000) : Period(from: next, to: next.adding(days: 1 + dice.below(700))) ?? .always
            next = days.end.adding(days: dice.below(90))
            let category = categories[dice.below(categories.count)]
            let isHospital = category.text == "institutionHospital"
            services.append(
                ServicePeriod(
                    id: RecordID(high: 1, low: UInt64(index)), category: category, period: days,
                    percent: percents[dice.below(percents.count)],
                    place: isHospital ? TrustCode("NLSH").map(ServicePlace.trust) ?? .other : places[dice.below(2)]))
        }
        let conversion = day()
        let course: [CourseStretch] =
            switch dice.below(4) {
            case 0: [CourseStretch(period: Period(startingOn: day(16_000, 1500)), scheme: .new)]
            case 1: [CourseStretch(period: Period(startingOn: day(16_000, 500)), scheme: .old)]
            case 2:
                [
                    CourseStretch(period: Period(from: day(16_000, 300), to: conversion) ?? .always, scheme: .old),
                    CourseStretch(period: Period(startingOn: conversion), scheme: .new),
                ]
            default:
                [
                    CourseStretch(period: Period(from: day(16_000, 300), to: conversion) ?? .always, scheme: .new),
                    CourseStretch(
                        period: Period(from: conversion, to: conversion.adding(days: 200)) ?? .always, scheme: .new, standing: .paused),
                    CourseStretch(period: Period(startingOn: conversion.adding(days: 200)), scheme: .new),
                ]
            }
        let shares = [10_000, 5000, 2500].compactMap { PositionPercent(hundredths: $0) }
        let absences = (0..<dice.below(3)).map { index in
            AbsencePeriod(
                id: RecordID(high: 2, low: UInt64(index)), period: period(most: 300), kind: .parentalLeave,
                share: shares[dice.below(shares.count)])
        }
        return TrainingCase(
            training: RecordID(high: 0, low: 0), course: course, authorisedOn: dice.below(3) == 0 ? day(16_500, 600) : nil,
            services: services,
            absences: absences, registrations: places.map { EnterpriseStretch(place: $0, period: period(16_500, 800, most: 4000)) },
            supervision: (0..<(1 + dice.below(2))).map { _ in SupervisionStretch(period: period(16_500, 1500, most: 3000)) }, asOf: asOf)
    }
}
