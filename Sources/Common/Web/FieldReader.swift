import AlisDomain

/// Reads a form's fields into values, gathering every problem at its field.
struct FieldReader {
    let form: FormData
    var problems: [FieldProblem] = []

    init(_ form: FormData) { self.form = form }

    mutating func required(_ name: String, _ what: Text, longest: Int = 100) -> String {
        let text = form[name]
        if text.isEmpty { problems.append(FieldProblem(name, FieldTexts.missing(what))) }
        return limited(name, text, longest)
    }

    mutating func optional(_ name: String, longest: Int = 100) -> String { limited(name, form[name], longest) }

    private mutating func limited(_ name: String, _ text: String, _ longest: Int) -> String {
        if text.count > longest { problems.append(FieldProblem(name, FieldTexts.tooLong(text.count, longest))) }
        if text.unicodeScalars.contains(where: { $0.value < 32 && $0 != "\n" && $0 != "\r" && $0 != "\t" }) {
            problems.append(FieldProblem(name, FieldTexts.strangeLetters))
        }
        return text
    }

    /// A day as `1.9.2026` or `2026-09-01`; nil, with a problem, when it is missing or no day.
    mutating func day(_ name: String, _ what: Text) -> CalendarDay? {
        if form[name].isEmpty {
            problems.append(FieldProblem(name, FieldTexts.missing(what)))
            return nil
        }
        return optionalDay(name)
    }

    /// Nil when left empty; nil with a problem when it is no day, or one that no training can have.
    mutating func optionalDay(_ name: String) -> CalendarDay? {
        let text = form[name]
        if text.isEmpty { return nil }
        guard let day = CalendarDay(typed: text) else {
            problems.append(FieldProblem(name, FieldTexts.noDay(text)))
            return nil
        }
        guard day.year >= 1980, day.year <= 2100 else {
            problems.append(FieldProblem(name, FieldTexts.unlikelyDay(day)))
            return nil
        }
        return day
    }

    /// From `from` up to and including `through`, which may be left empty.
    mutating func period(from: String = "fra", through: String = "til") -> Period? {
        let first = day(from, FieldTexts.from)
        let last = optionalDay(through)
        guard let first else { return nil }
        guard let period = Period(from: first, to: last?.adding(days: 1)) else {
            problems.append(FieldProblem(through, FieldTexts.endBeforeStart))
            return nil
        }
        return period
    }

    mutating func percent(_ name: String) -> PositionPercent? {
        guard let percent = PositionPercent(typed: form[name]) else {
            problems.append(FieldProblem(name, FieldTexts.noPercent(form[name])))
            return nil
        }
        return percent
    }

    /// A whole number in a range; nil, with the problem that says which, when it is none.
    mutating func number(_ name: String, in range: ClosedRange<Int>, _ problem: Text) -> Int? {
        if let number = Int(form[name]), range.contains(number) { return number }
        problems.append(FieldProblem(name, problem))
        return nil
    }

    mutating func choice<Value>(_ name: String, _ what: Text, _ value: Value?) -> Value? {
        if value == nil { problems.append(FieldProblem(name, FieldTexts.choose(what))) }
        return value
    }

    mutating func hpr(_ name: String) -> HPRNumber? {
        if form[name].isEmpty { return nil }
        let number = HPRNumber(form[name])
        if number == nil { problems.append(FieldProblem(name, FieldTexts.noHPR(form[name]))) }
        return number
    }

    mutating func email(_ name: String) -> EmailAddress? {
        if form[name].isEmpty { return nil }
        let email = EmailAddress(form[name])
        if email == nil { problems.append(FieldProblem(name, FieldTexts.noEmail(form[name]))) }
        return email
    }

    mutating func birthYear(_ name: String, today: CalendarDay) -> Int? {
        if form[name].isEmpty { return nil }
        guard let year = Int(form[name]), year > today.year - 100, year < today.year - 18 else {
            problems.append(FieldProblem(name, FieldTexts.noBirthYear(form[name])))
            return nil
        }
        return year
    }
}
