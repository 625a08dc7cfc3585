import AlisDomain
import Testing

@testable import Alis

@Suite struct ImportTextsTests {
    private let today = CalendarDay(year: 2026, month: 11, day: 22) ?? .earliest
    private var texts: ImportTexts { ImportTexts(municipalities: .empty, trusts: [], on: today) }

    private func problem(_ kind: RowProblem.Kind, found: String = "", choices: [ImportChoice] = []) -> RowProblem {
        RowProblem(
            place: RowReference(sheet: 0, row: 14), sheetName: "Ark1", field: .trainingStart, columnLetters: "F", heading: "Oppstart",
            found: found,
            kind: kind, choices: choices)
    }

    @Test func `a day that does not exist is named with its row and column`() {
        let line = texts.line(problem(.dayDoesNotExist, found: "31.02.2021"))
        #expect(line.nb == "Rad 14, Oppstart: 31.02.2021 finnes ikke")
        #expect(line.nn == "Rad 14, Oppstart: 31.02.2021 finst ikkje")
    }

    @Test func `numbers have spaces between thousands, and one is one`() {
        #expect(SpreadsheetTexts.sentence(.tooManyCells(limit: 3_200_000)).nb == "Filen har flere enn \(Format.number(3_200_000)) celler.")
        #expect(SpreadsheetTexts.sentence(.tooManyRows(limit: 300_000)).nn == "Eit ark har fleire enn \(Format.number(300_000)) rader.")
        #expect(ImportPageTexts.readyText(added: 1, changed: 0, waiting: 0).nb == "1 ny, 0 endres.")
        #expect(ImportPageTexts.wasTakenIn(added: 1, changed: 2).nn == "Teke inn: 1 ny og 2 endra.")
        #expect(OverviewTexts.lede(municipalities: 1, day: today, knownAt: nil).nb.hasPrefix("i 1 kommune per "))
    }

    @Test func `did you mean is said of one candidate and not of several`() {
        let one = problem(.unknownMunicipality, found: "Fauskee", choices: [.value("1841 Fauske")])
        #expect(texts.text(one).nb == "vi finner ingen kommune «Fauskee». Mente du «1841 Fauske»?")
        let two = problem(.unknownWord, found: "blå", choices: [.value("ny"), .value("gammel")])
        #expect(!texts.text(two).nb.contains("Mente du"))
    }

    @Test func `every kind of problem has its words in both language forms`() throws {
        let municipality = try #require(MunicipalityID("bodo"))
        let rows = [RowReference(sheet: 0, row: 3)]
        let kinds: [RowProblem.Kind] = [
            .nationalIdentityNumber, .formulaFailed, .tooLong(limit: 5), .unreadableDay, .dayDoesNotExist, .dayWithoutYear, .dayFarAway,
            .unreadablePercent, .percentOutOfRange, .unknownWord, .notAnHPRNumber, .notABirthYear, .notAnEmailAddress, .notAPhoneNumber,
            .notAName, .nameIncomplete, .unknownMunicipality, .unknownTrust, .unknownAbsence, .absenceOutsideTraining(today),
            .absenceTooMuch, .unreadableHalfYear, .notMonths, .dayIncomplete,
            .dayOrMonthFirst,
            .percentOrFraction, .ambiguousMunicipality, .ambiguousTrust, .trustAndMore, .municipalitiesDisagree,
            .endBeforeStart(.engagedFrom, .engagedTo),
            .schemeAndConversionDisagree, .missing(.fullName), .notSaid(.scheme), .conversionDayNotSaid, .endInFuture,
            .outsideScope(municipality), .severalPeople, .perhaps, .needsLeave(nil), .needsLeave(.asked), .needsLeave(.declined),
            .nameDiffers(registered: "Ida Nilsen"),
            .hprDiffers(registered: "9876543"), .sameEngagement(rows: rows), .rowsDisagree(.scheme, rows: rows),
            .schemeChanged(from: .old, to: .new), .trainingHasEnded(today), .engagementHasEnded(today),
            .startAfterHistory(.engagedFrom, registered: today), .startAfterHistory(.engagedTo, registered: today),
            .readAsSerial(today), .monthReadAsDay(today), .assumedDay(.engagedFrom, today), .assumedPercent(.wishPercent, .full),
            .startOfWhat(registered: nil), .startOfWhat(registered: today),
            .startMovesLater(.trainingStart, said: today, registered: today),
            .startMovesLater(.engagedFrom, said: today, registered: today),
            .tooMuchWork(from: today, others: [.init(municipality: municipality, percent: .full, period: .always)]),
            .newSchemeTooEarly(today, first: today), .convertedTooEarly(first: today),
            .oldSchemeStartedLate(today), .startsFarAhead(today), .noteNotKept, .wishLeftOut,
            .municipalityHasMerged(municipality, into: municipality), .notAboutAPerson,
            .sameAsRow(rows[0]), .leftOut,
        ]
        for kind in kinds {
            let text = texts.text(problem(kind, found: "x"))
            #expect(!text.nb.isEmpty && !text.nn.isEmpty, "\(kind)")
        }
    }

    @Test func `the returned file says what became of each row and why`() throws {
        let eighty = try #require(PositionPercent(percent: 80))
        let row = PlannedRow(
            place: RowReference(sheet: 0, row: 2), sheetName: "Ark1", name: "Ida Nilsen", trainee: nil, municipality: nil,
            outcome: .change([FieldChange(.percent, old: .percent(eighty), new: .percent(.full))]), problems: [], operations: [])
        #expect(texts.result(row.outcome).nb == "ok – endret")
        #expect(texts.result(row.outcome).nn == "ok – endra")
        #expect(texts.explanation(row).nb == "Stillingsprosent: 80 % → 100 %")
        #expect(texts.result(.add([])).nb == "ok – lagt til")
        #expect(texts.result(.unchanged).nb == "ok – uendret")
        #expect(texts.result(.question).nb == "venter")
    }
}
