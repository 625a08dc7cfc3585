import AlisDomain

/// Five years on one line: scheme, work, absence and wishes, each as bars on its own row. Drawn from two years before the day, or the
/// start, to what is planned.
struct TimelineDrawing {
    struct Bar {
        let period: Period
        let style: String
        let label: String
        let title: String
        /// What can be moved by pointer or keys, where there is a script; nil for what stays where it is.
        var handle: Handle?
    }

    /// What the script must know of a period that can be tried somewhere else.
    struct Handle {
        let id: String
        let name: String
        /// Only its end can be moved when it has begun.
        let hasBegun: Bool
    }

    struct Lane {
        let name: String
        let bars: [Bar]
    }

    let lanes: [Lane]
    /// The page that tries a period somewhere else; nil when none can be moved.
    let trying: String?
    let today: CalendarDay
    let start: CalendarDay
    let end: CalendarDay

    /// From the first day in any lane, at least five years, at most ten.
    init(lanes: [Lane], today: CalendarDay, trying: String? = nil) {
        self.trying = trying
        self.lanes = lanes.filter { !$0.bars.isEmpty }
        self.today = today
        let first = lanes.flatMap(\.bars).map(\.period.from).min() ?? today
        let last = lanes.flatMap(\.bars).compactMap(\.period.to).max() ?? today
        let from = max(first, today.adding(months: -96))
        start = CalendarDay(year: from.year, month: 1, day: 1) ?? from
        end = min(max(start.adding(months: 60), last, today.adding(months: 12)), start.adding(months: 144))
    }

    private func x(_ day: CalendarDay) -> Int {
        let clamped = min(max(day, start), end)
        return 10 + clamped.days(since: start) * 1160 / max(1, end.days(since: start))
    }

    /// - Parameter isListed: whether the same stands in words below, where the screen is narrow.
    func html(_ frame: Frame, isListed: Bool = true) -> Html {
        let height = 34 + lanes.count * Self.pitch
        var years: [Html] = []
        for year in start.year...end.year {
            guard let day = CalendarDay(year: year, month: 1, day: 1), day < end else { continue }
            years.append(
                """
                <line class="axis" x1="\(x(day))" x2="\(x(day))" y1="32" y2="\(height - 4)"/><text x="\(x(day) + 4)" y="26">\(year)</text>
                """)
        }
        let rows = lanes.enumerated().map { index, lane -> Html in
            let y = 70 + index * Self.pitch
            return "<text class=\"lane\" x=\"10\" y=\"\(y - 8)\">\(lane.name)</text>\(Html.join(lane.bars.map { draw($0, y: y) }))"
        }
        let script: Html =
            trying.map { "data-try=\"\($0)\" data-start=\"\(start.iso)\" data-end=\"\(end.iso)\"" } ?? .empty
        return """
            <div class="tl" \(script) tabindex="0" role="region" aria-label="\(frame[TraineeTexts.fiveYears])">
            <svg viewBox="0 0 1180 \(height + 26)" role="img" aria-label="\(frame[TraineeTexts.fiveYears])">\(years)\(rows)
            <line class="today" x1="\(x(today))" x2="\(x(today))" y1="32" y2="\(height - 2)"/>
            <text class="now" x="\(x(today) - 5)" y="\(height + 18)" text-anchor="end">\(frame[TraineeTexts.today])</text></svg></div>
            \(isListed ? list : .empty)
            """
    }

    /// The same in words, for a screen too narrow for the drawing.
    private var list: Html {
        let items = lanes.map { lane -> Html in
            "<li><b>\(lane.name)</b><ul>\(lane.bars.map { "<li>\($0.title)</li>" as Html })</ul></li>"
        }
        return lanes.isEmpty ? .empty : "<ul class=\"tl-list\">\(items)</ul>"
    }

    /// From one row to the next: its name, then its bars. Wide enough for the larger letters of a narrow screen.
    private static let pitch = 70

    private func draw(_ bar: Bar, y: Int) -> Html {
        guard bar.period.from < end, bar.period.end > start else { return .empty }
        let (left, right) = (x(bar.period.from), x(bar.period.to ?? end))
        // What lies after today is not yet so: a weaker colour.
        let split = min(max(x(today), left), right)
        var parts: [Html] = []
        if split > left {
            parts.append("<rect class=\"\(bar.style)\" x=\"\(left)\" y=\"\(y)\" width=\"\(split - left)\" height=\"30\" rx=\"3\"/>")
        }
        if right > split {
            parts.append(
                "<rect class=\"\(bar.style) t-future\" x=\"\(split)\" y=\"\(y)\" width=\"\(right - split)\" height=\"30\" rx=\"3\"/>")
        }
        // Roughly seven units a letter, in the part that has been, else in the part to come; a label that fits in neither is left to the
        // title and the list below.
        let width = bar.label.count * 7 + 14
        let label: Html =
            width < split - left
            ? "<text class=\"in\" x=\"\(left + 8)\" y=\"\(y + 20)\">\(bar.label)</text>"
            : width < right - split ? "<text class=\"in ahead\" x=\"\(split + 8)\" y=\"\(y + 20)\">\(bar.label)</text>" : .empty
        return "<g\(attributes(bar))><title>\(bar.title)</title>\(parts)\(label)</g>"
    }

    private func attributes(_ bar: Bar) -> Html {
        guard trying != nil, let handle = bar.handle else { return .empty }
        let to: Html = bar.period.to.map { " data-to=\"\($0.iso)\"" } ?? .empty
        return """
             data-period="\(handle.id)" data-from="\(bar.period.from.iso)"\(to) data-name="\(handle.name)" data-label="\(bar.title)"\
            \(handle.hasBegun ? .empty : " data-movable" as Html)
            """
    }
}
