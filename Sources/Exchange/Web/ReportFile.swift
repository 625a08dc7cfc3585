import AlisDomain

/// A report of statuses from Kompetanseportalen. Only doctors whose record the sender may keep are found in it: writers', and a doctor for
/// herself.
struct ReportFile: TableKind {
    typealias Column = ReportColumn

    let desk: FileDesk
    let shelf: ObjectiveShelf

    let name = "report"
    let addresses = FileAddresses.report
    let senders = Set<Role>.writers.union([.alis])
    let title = ReportTexts.title
    let dayName = ReportTexts.day
    let act = ChangeAct.objectivesImported

    /// The doctors a file names, as far as the sender may keep their records.
    struct Work: Sendable {
        let reading: ColumnReading<ReportColumn>
        /// The one it is about, when it names none.
        let single: ReportDoctor?
        let doctors: [String: ReportDoctor]
    }

    struct Opened: Sendable {
        let file: SentFile
        let work: Work
        let plan: ObjectiveReportPlan
        let catalogue: ObjectiveCatalogue
    }

    func reason(of file: SentFile) -> String { "\(file.fileName), \(file.day.norwegian)" }

    func problem(with day: CalendarDay, on today: CalendarDay) -> Text? { day > today ? ReportTexts.dayAhead : nil }

    // MARK: Whom it is about

    /// The doctor in an address or a file, if the viewer may keep her record.
    private func doctor(_ id: RecordID, _ visit: Visit, _ viewer: Viewer) async throws -> ReportDoctor? {
        let records = RecordDesk(database: desk.database, register: desk.register, surroundings: desk.surroundings)
        do {
            let opened = try await records.open(id, visit, viewer)
            guard opened.mayEdit || opened.isOwn, let training = opened.record.trainings.last else { return nil }
            return ReportDoctor(
                trainee: opened.record.id, training: training.id, trainings: opened.record.trainings.map(\.id),
                name: opened.trainee.fullName, isSender: opened.isOwn)
        } catch PageRefusal.notFound { return nil }
    }

    /// The one doctor a file is about: she herself, or the one whose page it was begun on.
    private func single(_ values: FormData, _ visit: Visit, _ viewer: Viewer) async throws -> ReportDoctor? {
        if !values["lege"].isEmpty {
            guard let id = RecordID(values["lege"]), let doctor = try await doctor(id, visit, viewer) else { throw PageRefusal.notFound }
            return doctor
        }
        guard viewer.roles.isDisjoint(with: Set<Role>.writers) else { return nil }
        for case .trainee(let id) in viewer.grants.map(\.organisation) { return try await doctor(id, visit, viewer) }
        return nil
    }

    // MARK: In

    func start(_ shown: ShownForm, _ visit: Visit, _ viewer: Viewer) async throws -> Html {
        let frame = visit.frame
        let single = try await single(shown.values, visit, viewer)
        let who = single.map { doctor -> Html in
            """
            <p class="next-plain">\(frame[ReportTexts.about(doctor.name)])</p><input type="hidden" name="lege" value="\(doctor.trainee.text)">
            """
        }
        let day = Form.text(
            "dag", frame[dayName], value: shown.values["dag"], hint: frame[ReportTexts.dayHint], problems: shown.problems, width: 12, frame)
        return try await FileForms.start(
            self, crumb: crumb(single, frame) ?? "<a href=\"\(Addresses.catalogue())\">\(frame[ObjectiveTexts.title])</a>",
            lede: ReportTexts.lede, fields: (who ?? .empty) + day,
            below: "<p class=\"note\">\(frame[ReportTexts.assumption])</p><p class=\"note\">\(frame[ReportTexts.privacy])</p>", shown,
            visit, viewer)
    }

    private func crumb(_ single: ReportDoctor?, _ frame: Frame) -> Html? {
        single.map { "<a href=\"\(Addresses.objectives($0.trainee))\">\(frame[ObjectiveTexts.title]): \($0.name)</a>" }
    }

    func receive(_ workbook: Workbook, in file: inout SentFile, hasDay: Bool, _ visit: Visit, _ viewer: Viewer) async throws -> String {
        file.trainee = try await single(visit.form, visit, viewer)?.trainee
        if hasDay { return "" }
        guard let found = ObjectiveReportReader.reportDay(reading(file), fileName: file.fileName, today: visit.today) else {
            return "?utendag=1"
        }
        file.day = found
        return ""
    }

    // MARK: What it would do

    func work(on file: SentFile, _ visit: Visit, _ viewer: Viewer) async throws -> Work {
        let reading = reading(file)
        let numbers = reading.columns[.hpr] == nil ? [] : Set(reading.lines.compactMap { HPRNumber(reading.cell(.hpr, $0)) })
        let found = try await desk.database.read { connection in
            try numbers.compactMap { number in try TraineeStore.find(hpr: number, on: connection).map { (number.digits, $0.id) } }
        }
        var doctors: [String: ReportDoctor] = [:]
        for (digits, id) in found { doctors[digits] = try await doctor(id, visit, viewer) }
        var single: ReportDoctor?
        if let id = file.trainee { single = try await doctor(id, visit, viewer) }
        return Work(reading: reading, single: single, doctors: doctors)
    }

    func open(_ file: SentFile, _ visit: Visit, _ viewer: Viewer) async throws -> Opened {
        let work = try await work(on: file, visit, viewer)
        return try await desk.database.read { connection in
            let plan = try plan(file, work, on: connection)
            return Opened(file: file, work: work, plan: plan, catalogue: try shelf.catalogue(on: connection))
        }
    }

    /// - Parameter accepted: the rows that are taken in although they are less far than what is known.
    private func plan(_ file: SentFile, _ work: Work, accepted: Set<Int> = [], on connection: Connection) throws -> ObjectiveReportPlan {
        guard work.reading.isUnderstood else {
            return ObjectiveReportPlan([], reportDay: file.day, doctors: [:], single: nil, known: [:])
        }
        let codes = shelf.codes(try shelf.catalogue(on: connection))
        let rows = ObjectiveReportReader(codes: codes, reportDay: file.day).rows(work.reading)
        let all = Set(work.doctors.values).union(work.single.map { [$0] } ?? [])
        var withLeader: [RecordID: Set<Objective.Code>] = [:]
        for own in all where own.isSender {
            let steps = try ObjectiveStore.load(trainings: own.trainings, on: connection).steps
            withLeader[own.training] = Set(
                steps.filter { ObjectiveChain($0.key, trainee: own.trainee, steps: $0.value).isOpen }.map(\.key))
        }
        return ObjectiveReportPlan(
            rows, reportDay: file.day, doctors: work.doctors, single: work.single,
            known: try ObjectiveStore.newest(trainings: Set(all.flatMap(\.trainings)), on: connection), withLeader: withLeader,
            accepted: accepted)
    }

    func take(_ file: inout SentFile, _ work: Work, _ form: FormData, in writer: FactWriter) throws -> Bool {
        let connection = writer.connection
        guard try plan(file, work, on: connection).mark == form["sett"] else { throw WriteRefused([]) }
        let accepted = Set(form.all("lavere").prefix(30_000).compactMap { Int($0) })
        let records = try plan(file, work, accepted: accepted, on: connection).records
        for (doctor, records) in records {
            let known = try ObjectiveStore.load(trainings: doctor.trainings, on: connection)
            file.taken += try ObjectiveStore.record(
                records.map { TrainingObjective(training: doctor.training, record: $0) }, known: known, newID: desk.surroundings.newID,
                writer)
        }
        return !records.isEmpty
    }

    func page(_ opened: Opened, _ shown: ShownForm, _ visit: Visit) -> Html {
        let frame = visit.frame
        let rows = ReportRows(opened: opened, shelf: shelf, frame: frame)
        let single = opened.work.single
        let who: Html = single.map { "\(frame[ReportTexts.about($0.name)]) " } ?? .empty
        let day = Form.text(
            "dag", frame[dayName], value: shown.values.raw("dag") ?? opened.file.day.norwegian, hint: frame[ReportTexts.dayAsked],
            problems: shown.problems, width: 12, frame)
        let isDayAssumed = visit.query.contains("utendag")
        let dayAssumed: [Html] = isDayAssumed ? ["<p class=\"next-plain\" role=\"alert\">\(frame[ReportTexts.dayAssumed])</p>"] : []
        return TablePage(
            kind: self, file: opened.file, reading: opened.work.reading, shown: shown, query: visit.query, frame: frame,
            crumb: crumb(single, frame) ?? "<a href=\"\(addresses.start())\">\(frame[title])</a>",
            about: " \(who)\(frame[dayName]): \(opened.file.day.norwegian).", onwards: rows.doctors, notices: dayAssumed + rows.sample,
            groups: rows.groups, sections: ["venter", "endres", "nye", "bekreftes", "eldre"], button: rows.button, asked: rows.asked,
            mark: opened.plan.mark, columns: (day, isDayAssumed)
        ).html
    }
}
