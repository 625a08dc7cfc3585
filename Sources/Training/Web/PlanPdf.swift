import AlisDomain

/// The plan as a file for paper: what the printed page says, in the same words.
struct PlanPdf {
    let opened: PlanDesk.Opened
    let frame: Frame
    /// What has changed since the municipality decided; nil when nobody has.
    let sinceDecision: PlanSince?

    func document() -> PdfDocument {
        let name = "\(frame[PlanTexts.title]): \(opened.record.trainee.fullName)"
        let sources = PlanSources(opened: opened, frame: frame)
        var blocks: [PdfDocument.Block] = [.title(name)]
        if frame.isDemo || opened.record.trainee.isSynthetic { blocks.append(.paragraph(frame[CommonTexts.syntheticNotice], .strong)) }
        if opened.file.isAssumed { blocks.append(.paragraph(frame[opened.end == nil ? PlanTexts.assumed : PlanTexts.assumedThroughout])) }
        blocks += [
            .facts(PlanPrint(opened: opened, frame: frame, sinceDecision: sinceDecision).facts), .heading(frame[TraineeTexts.fiveYears]),
            .drawing(timeline),
        ]
        blocks += SupervisionFigures(opened: opened, frame: frame).warnings.map { .paragraph(frame[$0.text]) }
        let next = NextActionTexts(opened: opened, frame: frame).lines(limit: 5)
        if !next.isEmpty { blocks += [.heading(frame[PlanTexts.next]), .list(next)] }
        let services = ServiceTable(opened: opened, frame: frame, isForPrint: true)
        blocks.append(.heading(frame[PlanTexts.services]))
        blocks.append(table(services.texts, [16, 19, 20.5, 9.2, 10, 25.3], PlanTexts.noServices))
        let requirements = RequirementTable(opened: opened, frame: frame)
        blocks.append(.heading(frame[PlanTexts.requirements]))
        let shares = [3.5, 1.4, 1.4, 1.5, 1.5, 2, 1.9]
        blocks.append(table(requirements.texts(areRequired: true), shares, PlanTexts.nothingNext))
        blocks += requirements.notes.map { .paragraph($0) }
        let recommended = requirements.texts(areRequired: false)
        if !recommended.rows.isEmpty {
            blocks.append(.heading(frame[PlanTexts.recommendedTitle]))
            blocks.append(table(recommended, shares, PlanTexts.nothingNext))
        }
        let activities = ActivityTable(opened: opened, frame: frame, isForPrint: true)
        blocks.append(.heading(frame[PlanTexts.activities]))
        blocks.append(table(activities.texts, [3, 2.4, 1.2, 2.4, 1.6], PlanTexts.noActivities))
        blocks.append(.signatures(PlanPrint.signers.map { frame[$0] }))
        blocks += [
            .heading(frame[PlanTexts.proofs]), sources.proofs.isEmpty ? .paragraph(frame[PlanTexts.noProofs]) : .list(sources.proofs),
            .heading(frame[PlanTexts.readings]),
        ]
        for reading in sources.readings { blocks += [.paragraph(reading.name, .strong), .paragraph(reading.value)] }
        blocks += [.heading(frame[Self.sources]), .list(sources.sources)]
        let own = frame
        return PdfDocument(title: name, language: frame.language, blocks: blocks) { page, count in
            "\(name) · \(own.today.norwegian) · \(own[Self.page(page, count)])"
        }
    }

    private func table(_ texts: (heads: [String], rows: [[String]]), _ shares: [Double], _ none: Text) -> PdfDocument.Block {
        texts.rows.isEmpty ? .paragraph(frame[none]) : .table(PdfTable(heads: texts.heads, shares: shares, rows: texts.rows))
    }

    static let sources = Text("Kilder", nn: "Kjelder")
    static func page(_ number: Int, _ count: Int) -> Text {
        Text("Side \(number) av \(count)", nn: "Side \(number) av \(count)")
    }
    static let noFont = Text(
        "PDF kan ikke lages: serveren mangler en skrift med norske og samiske bokstaver. Den som drifter Alis, installerer pakken fonts-dejavu-core. Bruk Utskrift så lenge.",
        nn:
            "PDF kan ikkje lagast: serveren manglar ei skrift med norske og samiske bokstavar. Den som driftar Alis, installerer pakken fonts-dejavu-core. Bruk Utskrift så lenge."
    )
    static let failed = Text(
        "PDF kunne ikke lages nå. Bruk Utskrift, og si fra til den som drifter Alis.",
        nn: "PDF kunne ikkje lagast no. Bruk Utskrift, og sei frå til den som driftar Alis.")

    // MARK: The line of time

    /// The same rows as on screen, each under its name; what does not count is told by a shade, and in the table below.
    private var timeline: PdfDrawing {
        let timeline = CourseTimeline(opened.file.trainingCase, opened.evaluation)
        let (start, days) = (timeline.period.from, max(1, timeline.period.end.days(since: timeline.period.from)))
        func share(_ day: CalendarDay) -> Double { Double(day.days(since: start)) / Double(days) }
        var shapes: [PdfDrawing.Shape] = []
        let height = 18 + Double(timeline.rows.count) * 30
        for year in start.year...max(start.year, timeline.period.end.year) {
            guard let day = CalendarDay(year: year, month: 1, day: 1), day >= start, day < timeline.period.end else { continue }
            shapes.append(.line(at: share(day), from: 2, to: height, .line))
            shapes.append(.text(at: share(day) + 0.004, baseline: 9, String(year), .small, .soft))
        }
        for (index, row) in timeline.rows.enumerated() {
            let top = 16 + Double(index) * 30
            switch row {
            case .service(let category, let segments):
                shapes.append(.text(at: 0, baseline: top + 8, opened.name(category, frame), .small, .ink))
                for segment in segments {
                    let ahead = segment.period.intersection(Period(startingOn: timeline.asOf))
                    shapes.append(bar(segment.period, color(segment), top + 11, share))
                    if segment.counting == .fully, let ahead { shapes.append(bar(ahead, .mossSoft, top + 11, share)) }
                }
            case .leave(let absences):
                shapes.append(.text(at: 0, baseline: top + 8, frame[TraineeTexts.absences], .small, .ink))
                for absence in absences { shapes.append(bar(absence.period, .line, top + 11, share)) }
            }
        }
        shapes.append(.line(at: share(timeline.asOf), from: 2, to: height, .amber))
        let done = timeline.completion.map { " · \(PlanTexts.doneWithout(opened.evaluation, frame)): \($0.norwegian)" } ?? ""
        return PdfDrawing(
            height: height + 4, shapes: shapes,
            description: frame[Self.legend] + done)
    }

    private static let legend = Text(
        "Grønt teller (lyst: planlagt), gult teller delvis, grått teller ikke. Streken er i dag.",
        nn: "Grønt tel (lyst: planlagt), gult tel delvis, grått tel ikkje. Streken er i dag.")

    private func bar(_ period: Period, _ color: PdfColor, _ top: Double, _ share: (CalendarDay) -> Double) -> PdfDrawing.Shape {
        .bar(from: share(period.from), to: share(period.end), top: top, height: 12, color)
    }

    private func color(_ segment: CourseTimeline.Segment) -> PdfColor {
        switch segment.counting {
        case .fully: .moss
        case .partly: .amber
        case .notAtAll: .grey
        }
    }
}
