/// The figures supervision is counted by (*satser for veiledning*): dated data with a source, from `Reference/rules/supervision_rates.csv`.
package struct SupervisionRates: Hashable, Sendable {
    /// A figure's name in the file.
    package enum Code: String, CaseIterable, Sendable {
        /// Hours of individual supervision in each month that has supervision, at 100 %.
        case individualHours
        /// How many months of a year have supervision.
        case individualMonths
        case preparationHours
        case groupHours
        case groupYears
        /// How many hours short a doctor may be before we say so.
        case behindHours
        /// How many months before an exemption ends we say so.
        case exemptionNotice
        /// How many days a request can be answered.
        case requestDays
    }

    package struct Rate: Hashable, Sendable {
        package let code: Code
        package let hundredths: Int
        package let unit: String
        package let period: Period
        package let source: String
    }

    package let rates: [Rate]

    package init(_ rates: [Rate]) { self.rates = rates.sorted { ($0.code.rawValue, $0.period.from) < ($1.code.rawValue, $1.period.from) } }

    package func rate(_ code: Code, on day: CalendarDay) -> Rate? { rates.first { $0.code == code && $0.period.contains(day) } }

    /// A whole number, such as days or months; 0 when the file has none for the day.
    package func whole(_ code: Code, on day: CalendarDay) -> Int { (rate(code, on: day)?.hundredths ?? 0) / 100 }

    /// Minutes of a number of hours; 0 when the file has none for the day.
    package func minutes(_ code: Code, on day: CalendarDay) -> Int { (rate(code, on: day)?.hundredths ?? 0) * 60 / 100 }

    /// Minutes of individual supervision to a calendar month at 100 % on a day: 4 h × 10.5 months / 12 = 210. The nearest whole minute.
    package func monthlyMinutes(on day: CalendarDay) -> Int {
        guard let hours = rate(.individualHours, on: day)?.hundredths, let months = rate(.individualMonths, on: day)?.hundredths else {
            return 0
        }
        return (hours * months * 60 + 60_000) / 120_000
    }

    /// What a doctor is to have in a period, for a position and a share of it, by the figures of each day.
    package func expected(in period: Period, position: PositionPercent, share: PositionPercent = .full) -> SupervisionTime {
        // Only two figures bear on it; the days on which either changes cut the period.
        let cuts = rates.filter { $0.code == .individualHours || $0.code == .individualMonths }.map(\.period)
        return period.cut(by: cuts).reduce(.zero) { sum, piece in
            sum + SupervisionTime(minutesAMonth: monthlyMinutes(on: piece.from), in: piece, position: position, share: share)
        }
    }

    /// Reads the file; every problem with its line.
    package static func parse(_ text: String) -> (rates: SupervisionRates, problems: [ReferenceProblem]) {
        let file = "rules/supervision_rates.csv"
        guard let csv = ReferenceCSV(text) else { return (SupervisionRates([]), [ReferenceProblem(file: file, kind: .unreadable)]) }
        var problems = ["code", "value", "unit", "from", "to", "source"].filter { !csv.header.contains($0) }
            .map { ReferenceProblem(file: file, line: 1, kind: .missingColumn($0)) }
        if !problems.isEmpty { return (SupervisionRates([]), problems) }
        var rates: [Rate] = []
        for line in csv.lines {
            guard line.cells.count == csv.header.count else {
                let kind = ReferenceProblem.Kind.wrongCellCount(expected: csv.header.count, found: line.cells.count)
                problems.append(ReferenceProblem(file: file, line: line.number, kind: kind))
                continue
            }
            var reading = ReferenceLine(
                file: file, number: line.number, cells: Dictionary(zip(csv.header, line.cells)) { first, _ in first })
            if let code = reading.required("code", { Code(rawValue: $0) }),
                let value = reading.required("value", { ReferenceNumber.hundredths($0) }), let period = reading.period(),
                let source = reading.required("source", { $0.isEmpty ? nil : $0 })
            {
                if let other = rates.first(where: { $0.code == code && $0.period.overlaps(period) }) {
                    let day = max(other.period.from, period.from)
                    problems.append(ReferenceProblem(file: file, line: line.number, kind: .overlap(id: code.rawValue, day: day)))
                }
                rates.append(Rate(code: code, hundredths: value, unit: reading.text("unit"), period: period, source: source))
            }
            problems += reading.problems
        }
        return (SupervisionRates(rates), problems)
    }
}
