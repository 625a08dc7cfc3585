import AlisDomain
import Testing

/// Rows drawn at random from what people write, right and wrong.
private struct RandomList {
    var random: SeededNumbers

    mutating func pick<Value>(_ values: [Value]) -> Value { values[Int(random.next() % UInt64(values.count))] }

    static let headings = [
        "Navn", "HPR-nr", "Fødselsår", "E-post", "Mobil", "Kommune", "Ordning", "Oppstart", "Konvertert", "Forventet ferdig", "Status",
        "Sluttdato", "Sluttårsak", "Tilknytning", "Stilling %", "Legekontor", "Ansatt fra", "Ansatt til", "Ønsker sykehus fra",
        "Fravær", "Fravær fra", "Fravær til", "Fraværsprosent", "Ønsker sykehus til", "Ønsket sykehus 1", "Ønsket sykehus 2", "Måneder",
        "Ønsket stillingsprosent", "Merknad", "Gjelder fra",
    ]

    mutating func text(_ heading: String) -> String {
        switch heading {
        case "Navn": pick(["Nilsen, Ida", "Ida Nilsen", "Ola Berg", "Berg, Ola", "Máret Utsi", "Per", "", "Sum"])
        case "HPR-nr": pick(["9876543", "9 876 544", "9876545", "12", "", ""])
        case "Fødselsår": pick(["1988", "88", "1971", ""])
        case "E-post": pick(["ida@example.no", "ola@example.no", "feil", "", ""])
        case "Mobil": pick(["900 12 345", "40012345", "12", ""])
        case "Kommune": pick(["Bodø", "1841", "Tromsø", "1902", "Bodø", "Bodø", ""])
        case "Ordning": pick(["ny", "gammel", "gml.", "ny", "ny", ""])
        case "Oppstart": pick(["1.9.2018", "01.03.2017", "sept 2021", "2019", "1.2.2028", "31.02.2021", "1.9.2021", ""])
        case "Konvertert": pick(["", "", "", "ja", "nei", "1.1.2022", "1.1.2027"])
        case "Forventet ferdig": pick(["", "1.9.2027", "juni 2028"])
        case "Status": pick(["", "", "aktiv", "pause", "spesialist"])
        case "Sluttdato": pick(["", "", "", "30.06.2026", "30.06.2027", "1.1.2015"])
        case "Sluttårsak": pick(["", "", "", "spesialist", "avbrutt"])
        case "Tilknytning": pick(["fastlønn", "vikar", "næringsdrift", "fastlønn", ""])
        case "Stilling %", "Ønsket stillingsprosent": pick(["80 %", "0,5", "100", "1", "80", ""])
        case "Legekontor": pick(["Sentrum", "Legevakta", "", "Sentrum"])
        case "Ansatt fra", "Gjelder fra": pick(["", "", "1.10.2021", "1.1.2024", "1.1.2028"])
        case "Ansatt til": pick(["", "", "", "31.12.2023", "31.12.2029"])
        case "Ønsker sykehus fra", "Ønsker sykehus til": pick(["", "", "vår 27", "H2 2027", "høst 2028"])
        case "Ønsket sykehus 1", "Ønsket sykehus 2": pick(["", "UNN", "Nordlandssykehuset", "UNN", "Sykehuset på månen"])
        case "Fravær": pick(["", "", "", "foreldrepermisjon", "sykefravær", "permisjon 1.2.2026-1.9.2026", "noe"])
        case "Fravær fra", "Fravær til": pick(["", "", "1.2.2026", "30.9.2026", "1.1.2015"])
        case "Fraværsprosent": pick(["", "", "100", "50 %"])
        case "Måneder": pick(["", "6", "12 mnd"])
        default: pick(["", "tekst"])
        }
    }

    mutating func workbook(rows: Int) -> Workbook {
        let headings = Self.headings.filter { $0 == "Navn" || $0 == "HPR-nr" || random.next() % 4 != 0 }
        var lines = [headings.joined(separator: "|")]
        for _ in 0..<rows { lines.append(headings.map { text($0) }.joined(separator: "|")) }
        return ImportFixture.workbook(ImportFixture.sheet(lines.joined(separator: "\n")))
    }
}

@Suite struct ImportPropertyTests {
    /// Accepts and chooses the first answer to everything that is asked.
    private func answers(to plan: ImportPlan, _ answers: ImportAnswers) -> ImportAnswers {
        var answers = answers
        for row in plan.rows where row.outcome == .question {
            for problem in row.problems {
                if let first = problem.choices.first { answers.answer(problem, with: first) }
            }
        }
        return answers
    }

    @Test(arguments: 1...30)
    func `what has been taken in is left alone when the same file comes again`(seed: Int) {
        var list = RandomList(random: SeededNumbers(seed: UInt64(seed)))
        // First a register made by other files, then a file that changes it, then the same again.
        var register = RegisterSnapshot()
        for round in 0..<3 {
            let before = list.workbook(rows: 6)
            register = ImportFixture.after(ImportFixture.plan(before, register: register, seed: UInt64(seed * 100 + round)), register)
        }
        let file = list.workbook(rows: 8)
        var answers = ImportAnswers()
        for round in 0..<4 {
            let plan = ImportFixture.plan(file, register: register, answers: answers, seed: UInt64(seed * 1000 + 10 + round))
            register = ImportFixture.after(plan, register)
            let again = ImportFixture.plan(file, register: register, answers: answers, seed: UInt64(seed * 1000 + 20 + round))
            for (first, second) in zip(plan.rows, again.rows) {
                switch first.outcome {
                case .add, .change, .unchanged:
                    if second.outcome != .unchanged {
                        Issue.record(
                            "row \(first.place.row) was \(first.outcome) and then \(second.outcome) \(second.problems.map(\.kind))")
                    }
                default: break
                }
            }
            answers = self.answers(to: plan, answers)
        }
    }

    @Test(arguments: 1...15)
    func `a plan keeps the register's rules`(seed: Int) {
        var list = RandomList(random: SeededNumbers(seed: UInt64(seed) &+ 5_000))
        let plan = ImportFixture.plan(list.workbook(rows: 12))
        let register = ImportFixture.after(plan)
        for training in register.trainings.values {
            for (one, next) in zip(training.stretches, training.stretches.dropFirst()) { #expect(one.period.end <= next.period.from) }
            #expect(training.stretches.allSatisfy { register.trainees[$0.value.trainee] != nil })
        }
        #expect(register.engagements.values.allSatisfy { $0.stretches.allSatisfy { register.trainings[$0.value.training] != nil } })
        #expect(
            register.wishes.values.allSatisfy {
                $0.stretches.allSatisfy { !$0.value.choices.isEmpty && $0.value.earliest <= $0.value.latest }
            })
        for row in plan.rows where row.outcome == .blocked || row.outcome == .question {
            #expect(row.operations.isEmpty)
            #expect(row.problems.contains { $0.severity != .notice })
        }
    }

    @Test(arguments: 1...60)
    func `whatever stands in the cells, nothing breaks`(seed: Int) {
        var random = SeededNumbers(seed: UInt64(seed) &+ 77)
        let scraps = [
            "", " ", "\u{0}", "\u{202E}", "1/", "//", "..", "1.1.1.1", "99.99.9999", "0", "-1", "1e308", "%", "%%", ",,", ",", "1,", ",1",
            "😀", "Ø", "é",
            "2027-", "H", "H3 2027", "vår", "=1+1", "#REF!", "00000000000", "9999999", "٣", "１２", "½", "a,b,c", "@", "a@b.c", "(", ")",
            "UNN(", "UNN)",
            String(repeating: "x", count: 5_000), String(repeating: "1 ", count: 3_000), "1804 Bodø Fauske", "\u{FEFF}ny", "1:", ":", "T:",
            "1.9.2019T", "+", "++47",
            "100,004", "0,00001", "4/", "/5", "99/98", "-0", "1 000", "feb 30 2020",
            "30 feb 2020", "2020 feb 30", "1900-02-29",
        ]
        func cell() -> CellValue {
            switch random.next() % 9 {
            case 0: return ImportFixture.number(Double(bitPattern: random.next()))
            case 1: return ImportFixture.number(Double(random.next() % 100_000_000_000), .zeroPadded(digits: 250))
            case 2: return CalendarDay(number: Int(random.next() % 3_000_000)).map { .day($0) } ?? .empty
            case 3: return .boolean(random.next() % 2 == 0)
            case 4: return .error("#N/A")
            case 5: return .time(seconds: Int(random.next() % 1_000_000))
            case 6: return .text(scraps[Int(random.next() % UInt64(scraps.count))] + scraps[Int(random.next() % UInt64(scraps.count))])
            default: return .text(scraps[Int(random.next() % UInt64(scraps.count))])
            }
        }
        var rows: [SheetRow] = []
        let width = RandomList.headings.count
        if seed % 3 != 0 {
            rows.append(SheetRow(number: 1, cells: RandomList.headings.enumerated().map { SheetCell(column: $0, value: .text($1)) }))
        }
        for number in 2..<30 {
            let cells = (0..<width).compactMap { random.next() % 5 == 0 ? nil : SheetCell(column: $0, value: cell()) }
            rows.append(SheetRow(number: number, cells: cells))
        }
        let book = ImportFixture.workbook(Sheet(name: "Ark1", rows: rows))
        let register = ImportFixture.after(ImportFixture.plan(book))
        let again = ImportFixture.plan(book, register: register, seed: 3)
        #expect(again.operations.isEmpty)
    }
}
