/// Why absence cannot be as it is said (*avslag på fravær*): form, list that is read in and what ought to be looked at ask the same.
package enum AbsenceRefusal: Hashable, Sendable {
    /// It begins before the training does.
    case beforeTraining(begins: CalendarDay)
    /// It begins or ends after the training's last day, or has no end though the training has.
    case afterTraining(last: CalendarDay)
    /// With other absence at the same time it is more than the whole position, from this day on.
    case aboveWhole(from: CalendarDay)

    /// Everything that is wrong at once.
    ///
    /// - Parameters:
    ///   - course: the training the absence is from.
    ///   - others: the doctor's other absences.
    package static func all(
        of period: Period, share: PositionPercent, from course: TrainingCourse, besides others: [PositionSum.Part]
    ) -> [AbsenceRefusal] {
        var refusals: [AbsenceRefusal] = []
        if let span = course.span {
            if period.from < span.from { refusals.append(.beforeTraining(begins: span.from)) }
            if let last = span.lastDay, period.end > span.end { refusals.append(.afterTraining(last: last)) }
        }
        let sum = PositionSum(others + [PositionSum.Part(period, share)])
        if let day = sum.firstAboveWhole(in: period) { refusals.append(.aboveWhole(from: day)) }
        return refusals
    }
}
