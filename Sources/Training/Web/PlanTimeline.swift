import AlisDomain

/// The plan on one line for each kind of service: solid where it counts, lighter where it is planned, marked where it does not count.
struct PlanTimeline {
    let opened: PlanDesk.Opened
    let frame: Frame

    func html() -> Html {
        let timeline = CourseTimeline(opened.file.trainingCase, opened.evaluation)
        let lanes = timeline.rows.map { row -> TimelineDrawing.Lane in
            switch row {
            case .service(let category, let segments):
                TimelineDrawing.Lane(name: opened.name(category, frame), bars: segments.map { bar($0, category, timeline) })
            case .leave(let absences):
                TimelineDrawing.Lane(name: frame[TraineeTexts.absences], bars: absences.map(bar))
            }
        }
        let marks: [(CalendarDay, Text)] = [(timeline.completion, PlanTexts.done)].compactMap { day, text in day.map { ($0, text) } }
        let legend: [Html] = [
            "<li><i class=\"s s-full\"></i>\(frame[Self.counts])</li>", "<li><i class=\"s s-part\"></i>\(frame[Self.partly])</li>",
            "<li><i class=\"s s-none\"></i>\(frame[Self.not])</li>",
        ]
        let done = marks.map { "<li>\(frame[$0.1]): \($0.0.norwegian)</li>" as Html }
        return """
            \(TimelineDrawing(lanes: lanes, today: frame.today).html(frame))<ul class="plan-legend">\(legend)\(done)</ul>
            """
    }

    private func bar(_ segment: CourseTimeline.Segment, _ category: CategoryCode, _ timeline: CourseTimeline) -> TimelineDrawing.Bar {
        let style =
            switch segment.counting {
            case .fully: "t-counts"
            case .partly: "t-partly"
            case .notAtAll: "t-not"
            }
        let name = opened.name(category, frame)
        let label = "\(opened.name(segment.place, frame)) \(Format.percent(segment.percent))"
        let why = segment.hindrances.map { frame[PlanTexts.why($0)] }.joined(separator: ", ")
        let title =
            "\(name), \(label), \(Format.period(segment.period, frame.language)), \(segment.counted.decimalText) \(frame[PlanTexts.months])"
        return TimelineDrawing.Bar(
            period: segment.period, style: style + (segment.status == .planned ? " t-future" : ""), label: label,
            title: why.isEmpty ? title : "\(title). \(why)")
    }

    private func bar(_ absence: AbsencePeriod) -> TimelineDrawing.Bar {
        let name = opened.name(absence, frame)
        return TimelineDrawing.Bar(
            period: absence.period, style: "t-absence", label: name, title: "\(name), \(Format.period(absence.period, frame.language))")
    }

    private static let counts = Text("teller", nn: "tel")
    private static let partly = Text("teller delvis", nn: "tel delvis")
    private static let not = Text("teller ikke", nn: "tel ikkje")
}
