import AlisDomain

/// The plan on one line for each kind of service: solid where it counts, lighter where it is planned, marked where it does not count.
struct PlanTimeline {
    let opened: PlanDesk.Opened
    let frame: Frame
    /// Whether periods ahead can be moved: on the plan's own page, by those who may change it.
    var isMovable = false
    /// Whether what is drawn is told in words too, where the screen is narrow; on paper the periods have a table of their own.
    var isListed = true

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
        let legend: [Html] = [
            "<li><i class=\"s s-full\"></i>\(frame[Self.counts])</li>", "<li><i class=\"s s-part\"></i>\(frame[Self.partly])</li>",
            "<li><i class=\"s s-none\"></i>\(frame[Self.not])</li>",
        ]
        let done = timeline.completion.map { "<li>\(PlanTexts.doneWithout(opened.evaluation, frame)): \($0.norwegian)</li>" as Html }
        return """
            \(TimelineDrawing(lanes: lanes, today: frame.today, trying: trying).html(frame, isListed: isListed))<ul class="plan-legend">\(legend)\(done)</ul>\(help)
            """
    }

    private var trying: String? { isMovable && opened.mayEdit ? Addresses.whatIf(opened.id) : nil }

    /// Shown by the script, which makes the periods movable; the form for it is always there.
    private var help: Html {
        trying == nil
            ? .empty
            : "<p id=\"flytt-hjelp\" class=\"note\" hidden>\(frame[Self.moveHelp])</p><p id=\"flytt-status\" class=\"move-status\" role=\"status\"></p>"
    }

    private func bar(_ segment: CourseTimeline.Segment, _ category: CategoryCode, _ timeline: CourseTimeline) -> TimelineDrawing.Bar {
        let style =
            switch segment.counting {
            case .fully: "t-counts"
            case .partly: "t-partly"
            case .notAtAll: "t-not"
            }
        let name = opened.name(category, frame)
        let service = opened.file.trainingCase.service(segment.service)
        let place = service.map { opened.place($0, frame) } ?? opened.name(segment.place, frame)
        let label = "\(place) \(Format.percent(segment.percent))"
        // The segment may be cut at the drawing's edge: what is moved is the period as it is planned.
        let handle =
            service.flatMap { service in
                segment.status == .served || service.period != segment.period
                    ? nil : TimelineDrawing.Handle(id: service.id.text, name: name, hasBegun: segment.status == .underWay)
            }
        let why = segment.hindrances.map { frame[PlanTexts.why($0)] }.joined(separator: ", ")
        let months = "\(segment.counted.decimalText)\u{00A0}\(frame[PlanTexts.months])"
        // A position without an end counts further than the line goes.
        let isOpen = service?.period.isOpen ?? false
        let counted = isOpen ? segment.period.lastDay.map { frame[Self.until(months, $0)] } ?? months : months
        let days = Format.period(isOpen ? service?.period ?? segment.period : segment.period, frame.language)
        let title = "\(name), \(label), \(days), \(counted)"
        return TimelineDrawing.Bar(
            period: segment.period, style: style + (segment.status == .planned ? " t-future" : ""), label: label,
            title: why.isEmpty ? title : "\(title); \(frame[Self.not]): \(why)", handle: handle)
    }

    private func bar(_ absence: AbsencePeriod) -> TimelineDrawing.Bar {
        let name = opened.name(absence, frame)
        return TimelineDrawing.Bar(
            period: absence.period, style: "t-absence", label: name, title: "\(name), \(Format.period(absence.period, frame.language))")
    }

    private static let moveHelp = Text(
        "Dra en planlagt periode, eller endene av den, for å prøve andre måneder. Med tastatur: piltaster flytter, Shift og piltaster strekker, Enter prøver, Escape angrer. Ingenting blir lagret før du ser hva det gjør.",
        nn:
            "Dra ein planlagd periode, eller endane av han, for å prøve andre månader. Med tastatur: piltastar flyttar, Shift og piltastar strekkjer, Enter prøver, Escape angrar. Ingenting blir lagra før du ser kva det gjer."
    )
    private static func until(_ months: String, _ day: CalendarDay) -> Text {
        Text("\(months) til og med \(day.norwegian)", nn: "\(months) til og med \(day.norwegian)")
    }
    private static let counts = Text("teller", nn: "tel")
    private static let partly = Text("teller delvis", nn: "tel delvis")
    private static let not = Text("teller ikke", nn: "tel ikkje")
}
