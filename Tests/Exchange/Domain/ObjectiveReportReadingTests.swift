import AlisDomain
import Testing

/// Reading reports and catalogues of learning objectives as people send them.
@Suite struct ObjectiveReportReadingTests {
    private func day(_ iso: String) throws -> CalendarDay { try #require(CalendarDay(iso: iso)) }
    private func code(_ text: String) throws -> Objective.Code { try #require(Objective.Code(text)) }
    private var codes: Set<Objective.Code> {
        Set(["ALM-055", "ALM-063", "ALM-068", "FKM-TEMA-01", "FKM-PROVE-02"].compactMap { Objective.Code($0) })
    }

    private func table(_ rows: [[String]]) -> TextTable {
        TextTable(
            Sheet(
                name: "Rapport",
                rows: rows.enumerated().map { index, cells in
                    SheetRow(
                        number: index + 1,
                        cells: cells.enumerated().filter { !$0.element.isEmpty }.map {
                            SheetCell(column: $0.offset, value: .text($0.element))
                        })
                }))
    }

    private func rows(_ rows: [[String]], on reportDay: String = "2026-10-12") throws -> [ObjectiveReportRow] {
        ObjectiveReportReader(codes: codes, reportDay: try day(reportDay)).rows(ColumnReading(table(rows)))
    }

    @Test func `codes are found however they are written`() throws {
        let reader = ObjectiveReportReader(codes: codes, reportDay: try day("2026-10-12"))
        for text in ["ALM-055", "alm 55", "ALM055", "ALM-055 Samarbeid med andre", "ALM-055: Samarbeid", "alm-55"] {
            #expect(reader.code(text)?.text == "ALM-055", "\(text)")
        }
        #expect(reader.code("FKM-TEMA-1")?.text == "FKM-TEMA-01")
        for text in ["", "055", "ALM", "XYZ-055", "ALM-0555", "samarbeid"] { #expect(reader.code(text) == nil, "\(text)") }
    }

    @Test func `headings are recognised by their words, in any order and below lines of other text`() throws {
        let read = try rows([
            ["Rapport fra Kompetanseportalen", "", ""], ["Tatt ut 12.10.2026", "", ""],
            ["Status", "Læringsmål", "Godkjent dato", "HPR-nr."],
            ["Godkjent", "ALM-055 Samarbeid", "3.5.2026", "9123456"], ["I gang", "ALM-063 Prosedyrer", "", "9123456"],
            ["Ikke påbegynt", "ALM-068", "", "9123456"], ["Anbefalt", "FKM-PROVE-02", "1.9.2026", "9123456"], ["", "", "", ""],
        ])
        #expect(read.map(\.line) == [4, 5, 6, 7] && read.allSatisfy { $0.problem == nil && $0.hpr == "9123456" })
        let (approved, recommended) = (try day("2026-05-03"), try day("2026-09-01"))
        #expect(read.map(\.status) == [.approved(on: approved), .inProgress, .notStarted, .recommended(on: recommended)])
        let reading = ColumnReading<ReportColumn>(table([["Tatt ut 12.10.2026"], ["Kode", "Status"], ["ALM-055", "Godkjent"]]))
        let today = try day("2026-11-18")
        #expect(try ObjectiveReportReader.reportDay(reading, fileName: "x.csv", today: today) == day("2026-10-12"))
        let bare = ColumnReading<ReportColumn>(table([["Kode", "Status"], ["ALM-055", "Godkjent"]]))
        #expect(try ObjectiveReportReader.reportDay(bare, fileName: "rapport-2026-09-30.xlsx", today: today) == day("2026-09-30"))
        #expect(ObjectiveReportReader.reportDay(bare, fileName: "rapport.xlsx", today: today) == nil)
    }

    @Test func `what cannot be read is said of its row, and the rest is read`() throws {
        let read = try rows([
            ["Kode", "Status", "Dato"], ["", "Godkjent", "1.5.2026"], ["ALM-999", "Godkjent", "1.5.2026"], ["ALM-055", "", ""],
            ["ALM-055", "kanskje", ""], ["ALM-055", "Godkjent", "31.2.2026"], ["ALM-055", "Godkjent", "1.11.2026"],
            ["ALM-063", "Godkjent", ""],
        ])
        let (ahead, reported) = (try day("2026-11-01"), try day("2026-10-12"))
        #expect(
            read.map(\.problem) == [
                .noCode, .unknownCode("ALM-999"), .noStatus, .unknownStatus("kanskje"), .unreadableDay("31.2.2026"),
                .dayAhead(ahead), nil,
            ])
        // No day of its own: the report's.
        #expect(read.last?.status == .approved(on: reported) && read.last?.isDayAssumed == true)
    }

    @Test func `columns that are not recognised can be chosen`() throws {
        let strange = table([["A", "B", "C"], ["ALM-055", "ok", "Godkjent"]])
        let reading = ColumnReading<ReportColumn>(strange)
        #expect(!reading.isUnderstood)
        let chosen = ColumnReading<ReportColumn>(
            strange, choices: ColumnChoices(text: ColumnChoices(headerRow: 1, columns: ["kode": 0, "status": 2]).text))
        let line = try #require(chosen.lines.first)
        #expect(chosen.isUnderstood && chosen.cell(.status, line) == "Godkjent")
        #expect(ColumnChoices(text: "rad=x kode=-1 status= =5 kode=99999999 rad=2").headerRow == 2)
    }

    @Test func `national identity numbers are left out when the file is read`() {
        let read = table([["Navn", "Fødselsnummer", "Kode"], ["Kari", "01019012345", "ALM-055"]])
        #expect(read.leftOut == 1 && !read.lines.contains { $0.cells.contains { $0.contains("01019012345") } })
    }

    // MARK: Against what is known

    private let ida = ReportDoctor(
        trainee: RecordID(high: 1, low: 1), training: RecordID(high: 2, low: 1), trainings: [RecordID(high: 2, low: 1)], name: "Ida")

    private func plan(
        _ rows: [ObjectiveReportRow], _ known: [ObjectiveRecord], on reportDay: String, accepted: Set<Int> = []
    ) throws -> ObjectiveReportPlan {
        ObjectiveReportPlan(
            rows, reportDay: try day(reportDay), doctors: ["9123456": ida], single: nil, known: [ida.training: known], accepted: accepted)
    }

    @Test func `new, changed, the same, less far, and older are told apart`() throws {
        let read = try rows([
            ["HPR", "Kode", "Status", "Dato"], ["9123456", "ALM-055", "Godkjent", "3.5.2026"],
            ["9123456", "ALM-063", "Godkjent", "1.6.2026"],
            ["9123456", "ALM-068", "I gang", ""], ["9123456", "FKM-TEMA-01", "Godkjent", "5.5.2025"],
            ["9999999", "ALM-055", "Godkjent", ""],
            ["tull", "ALM-055", "Godkjent", ""], ["", "ALM-055", "Godkjent", ""], ["9123456", "ALM-055", "I gang", ""],
        ])
        func record(_ code: String, _ status: ObjectiveStatus, _ reported: String, _ origin: ObjectiveRecord.Origin = .portal) throws
            -> ObjectiveRecord
        {
            ObjectiveRecord(objective: try self.code(code), status: status, origin: origin, reportedOn: try day(reported))
        }
        let known = try [
            record("ALM-063", .inProgress, "2026-01-01"), record("ALM-068", .approved(on: day("2026-02-02")), "2026-03-01"),
            record("FKM-TEMA-01", .approved(on: day("2025-05-05")), "2025-06-01"),
        ]
        let made = try plan(read, known, on: "2026-10-12")
        let new = try record("ALM-055", .approved(on: day("2026-05-03")), "2026-10-12")
        let changed = try record("ALM-063", .approved(on: day("2026-06-01")), "2026-10-12")
        let begun = try record("ALM-068", .inProgress, "2026-10-12")
        let same = try record("FKM-TEMA-01", .approved(on: day("2025-05-05")), "2026-10-12")
        #expect(
            made.lines.map(\.outcome) == [
                .added(new), .changed(from: known[0], to: changed), .lower(from: known[1], to: begun),
                .confirmed(same), .waits(.unknownDoctor("9999999")),
                .waits(.noHPR("tull")), .waits(.noDoctor), .waits(.twice(line: 2)),
            ])
        #expect(made.records.flatMap(\.records).count == 3)
        // Said yes to: taken in.
        let accepted = try plan(read, known, on: "2026-10-12", accepted: [4])
        #expect(accepted.lines[2].outcome == .changed(from: known[1], to: begun))
        // Taken in once, the same report says nothing new.
        let after = try plan(read, made.records.flatMap(\.records) + [known[1]], on: "2026-10-12")
        #expect(after.records.isEmpty && after.lines[0].outcome == .unchanged && after.mark != made.mark)
        // An older report leaves what is newer alone.
        let newer = try record("ALM-055", .inProgress, "2026-11-01", .entered)
        let older = try plan(read, [newer], on: "2026-10-12")
        #expect(older.lines[0].outcome == .older(known: newer))
    }

    @Test func `what a doctor reads in of herself is her own word until others vouch for it`() throws {
        let read = try rows([["Kode", "Status", "Dato"], ["ALM-055", "Godkjent", "3.5.2026"], ["ALM-063", "Godkjent", "1.6.2026"]])
        let herself = ReportDoctor(
            trainee: ida.trainee, training: ida.training, trainings: ida.trainings, name: ida.name, isSender: true)
        func plan(_ known: [ObjectiveRecord], by doctor: ReportDoctor, withLeader: Set<Objective.Code> = []) throws -> ObjectiveReportPlan {
            ObjectiveReportPlan(
                read, reportDay: try day("2026-10-12"), doctors: [:], single: doctor, known: [doctor.training: known],
                withLeader: [doctor.training: withLeader])
        }
        let own = try plan([], by: herself).records.flatMap(\.records)
        #expect(own.map(\.origin) == [.ownReport, .ownReport] && own.allSatisfy(\.awaitsConfirmation))
        // The municipality reads in the same: then it is confirmed, and her own file does not take that back.
        let seen = try plan(own, by: ida)
        #expect(seen.records.flatMap(\.records).map(\.origin) == [.portal, .portal])
        #expect(try plan(seen.records.flatMap(\.records), by: herself).records.isEmpty)
        // What lies with the leader is not approved past her.
        let code = try self.code("ALM-063")
        #expect(try plan([], by: herself, withLeader: [code]).lines.map(\.outcome).last == .waits(.withLeader))
        #expect(try plan([], by: ida, withLeader: [code]).records.flatMap(\.records).count == 2)
    }

    // MARK: The catalogue

    private func catalogue(_ rows: [[String]], _ known: [String: Timeline<CatalogueEntry>] = [:]) -> CataloguePlan {
        CataloguePlan(ColumnReading(table(rows)), fileName: "katalog.csv", known: known, codes: codes)
    }

    @Test func `a catalogue is read with its periods and what it replaces, and what is wrong waits`() throws {
        let heads = ["Kode", "Sett", "Gjelder fra", "Gjelder til og med", "Erstatter", "Tittel bokmål", "Kilde"]
        let plan = catalogue([
            heads, ["FKM-01", "FKM", "1.3.2019", "28.2.2026", "", "Etikk", "forskriften"],
            ["FKM-N1", "", "1.3.2026", "", "FKM-01, FKM-02", "Etikk og lov", ""], ["fkm-n2", "xyz", "1.3.2026", "", "", "Feil sett", ""],
            ["FKM-N3", "FKM", "i vår", "", "", "Feil dag", ""], ["FKM-N4", "FKM", "1.3.2026", "1.1.2026", "", "Feil rekkefølge", ""],
            ["FKM-N5", "FKM", "1.3.2026", "", "", "", ""], ["FKM-N6", "FKM", "1.3.2026", "", "", "Én", ""],
            ["FKM-N6", "FKM", "1.4.2026", "", "", "To", ""], ["Æ", "FKM", "1.3.2026", "", "", "Feil kode", ""],
        ])
        #expect(plan.changes.map(\.code) == ["FKM-01", "FKM-N1"] && plan.changes.allSatisfy { $0.outcome == .added })
        #expect(try plan.changes.first?.stretches.first?.0.to == day("2026-03-01"))
        #expect(plan.changes.last?.stretches.first?.1.replaces.map(\.text) == ["FKM-01", "FKM-02"] && plan.unknownReplaced == ["FKM-02"])
        #expect(
            plan.waiting.map(\.problem) == [
                .noSet("xyz"), .unreadableDay("i vår"), .endBeforeStart, .noTitle, .sibling(line: 9), .overlap(line: 8), .badCode("Æ"),
            ])
    }

    @Test func `a newer version ends the older one, and the same file again changes nothing`() throws {
        let heads = ["Kode", "Gjelder fra", "Tittel"]
        let first = catalogue([heads, ["ALM-055", "1.3.2019", "Gammel tittel"]])
        func known(_ plan: CataloguePlan) -> [String: Timeline<CatalogueEntry>] {
            Dictionary(
                uniqueKeysWithValues: plan.changes.map { change in
                    (change.code, Timeline(change.stretches.map { Version(id: change.code, value: $0.1, period: $0.0, recordedIn: 1) }))
                })
        }
        let next = catalogue([heads, ["ALM-055", "1.3.2026", "Ny tittel"]], known(first))
        #expect(next.changes.first?.outcome == .changed)
        #expect(next.changes.first?.stretches.map(\.1.title.nb) == ["Gammel tittel", "Ny tittel"])
        #expect(catalogue([heads, ["ALM-055", "1.3.2026", "Ny tittel"]], known(next)).good.isEmpty)
    }

    @Test func `our own sample file can be read in, with half-open periods`() throws {
        let workbook = try CSVReader.read(Array(try RuleFiles.read("rules/objectives_sample.csv").utf8), fileName: "objectives_sample.csv")
        let reading = ColumnReading<CatalogueColumn>(try #require(ColumnReading<CatalogueColumn>.best(of: workbook)))
        let plan = CataloguePlan(reading, fileName: "x", known: [:], codes: [])
        let sample = try RuleFiles.sample.get().catalogue
        #expect(plan.waiting.isEmpty && plan.unknownReplaced.isEmpty)
        let read = plan.changes.flatMap { change in change.stretches.map { $0.1.objective(in: $0.0) } }
        #expect(Set(read) == Set(sample.objectives))
    }

    @Test func `nothing in a file makes the reading stop`() throws {
        var dice = DomainDice(seed: 11)
        let words = [
            "ALM-055", "Godkjent", "1.5.2026", "Kode", "Status", "9123456", "HPR", "\u{0}", "=1+1", "æøå", "🙂", "2026-02-31", "fra", "",
        ]
        for _ in 0..<400 {
            let rows = (0..<dice.below(8)).map { _ in
                (0..<dice.below(6)).map { _ in
                    dice.below(3) == 0
                        ? String(decoding: (0..<dice.below(12)).map { _ in UInt8(dice.below(256)) }, as: UTF8.self)
                        : words[dice.below(words.count)]
                }
            }
            let read = try self.rows(rows)
            let made = try plan(read, [], on: "2026-10-12")
            #expect(made.lines.count == read.count)
            let catalogue = catalogue(rows)
            #expect(catalogue.changes.count + catalogue.waiting.count <= rows.count)
            _ = ColumnChoices(text: rows.flatMap { $0 }.joined(separator: " "))
        }
    }
}
