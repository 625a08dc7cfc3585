import Alis
import AlisDomain
import Foundation
import Testing

/// What we write opens in another program with the same values. Skipped where LibreOffice is not installed.
@Suite(.enabled(if: LibreOffice.isInstalled), .serialized)
struct LibreOfficeTests {
    private func table() throws -> ExportTable {
        let day = try #require(CalendarDay(year: 2026, month: 2, day: 1))
        return ExportTable(
            name: "ALIS", notes: ["Oversikt", "Per 1. mars 2026"],
            columns: [
                ExportColumn("Navn", explanation: "Fullt navn"), ExportColumn("HPR-nr"), ExportColumn("Oppstart", entry: .day),
                ExportColumn("Stilling"), ExportColumn("Ordning", choices: ["Ny", "Gammel"]),
                ExportColumn("Kommune", choices: (1...357).map { "Kommune \($0)" }),
            ],
            rows: [
                [
                    .text("=HYPERLINK(\"http://x.example\";\"Åse\")"), .integer(9_123_456), .day(day), .percent(0.8), .text("Ny"),
                    .text("0301"),
                ],
                [.text("Ola; \"Ole\""), .integer(-1), .day(day), .percent(0.125), .text("+47"), .text("@x")],
            ])
    }

    private let expected = [
        ["Navn", "HPR-nr", "Oppstart", "Stilling", "Ordning", "Kommune"],
        ["=HYPERLINK(\"http://x.example\";\"Åse\")", "9123456", "01.02.2026", "80 %", "Ny", "0301"],
        ["Ola; \"Ole\"", "-1", "01.02.2026", "12.5 %", "+47", "@x"],
    ]

    private func shown(_ bytes: [UInt8]) throws -> [[String]] {
        let sheet = try #require(try CSVReader.read(bytes, fileName: "x.csv").sheets.first)
        return sheet.rows.map { row in (0..<sheet.columnCount).map { row[column: $0].shownText } }
    }

    @Test(arguments: [true, false])
    func `LibreOffice shows the values of our workbook`(keepsRowsInMemory: Bool) throws {
        var writer = try SpreadsheetWriter(keepsRowsInMemory: keepsRowsInMemory)
        writer.begin(try table())
        let filter = "csv:Text - txt - csv (StarCalc):59,34,76,1,,1033,false,true"
        let csv = try LibreOffice.convert(try writer.finish(), name: "ut.xlsx", to: "csv", filter: filter)
        #expect(try shown(csv).suffix(3) == expected[...])
    }

    @Test(arguments: [true, false])
    func `LibreOffice sees the drop-downs and the explanations`(keepsRowsInMemory: Bool) throws {
        var writer = try SpreadsheetWriter(keepsRowsInMemory: keepsRowsInMemory)
        writer.begin(try table())
        let flat = try LibreOffice.convert(
            try writer.finish(), name: "ut.xlsx", to: "fods", filter: "fods:OpenDocument Spreadsheet Flat XML")
        let document = String(decoding: flat, as: UTF8.self)
        #expect(document.contains("Fullt navn"))
        #expect(document.contains("cell-content-is-in-list(&quot;Ny&quot;;&quot;Gammel&quot;)"))
        #expect(document.contains("cell-content-is-in-list([$Lister.$A$1:.$A$357])"))
    }

    @Test func `LibreOffice saves our workbook again with nothing lost`() throws {
        let ours = try SpreadsheetWriter.bytes(of: [try table()])
        let theirs = try LibreOffice.convert(ours, name: "ut.xlsx", to: "xlsx", filter: "xlsx:Calc MS Excel 2007 XML")
        let (before, after) = (try SpreadsheetReader.read(ours, fileName: "x"), try SpreadsheetReader.read(theirs, fileName: "x"))
        #expect(before.sheets == after.sheets)
        #expect(after.warnings.isEmpty)
    }

    @Test func `LibreOffice runs no formula from our CSV`() throws {
        let csv = CSVWriter.bytes(of: try table())
        let back = try LibreOffice.convert(
            csv, name: "ut.csv", to: "xlsx", filter: "xlsx:Calc MS Excel 2007 XML",
            reading: "Text - txt - csv (StarCalc):59,34,76,1,,1044,false,true")
        let sheet = try #require(try SpreadsheetReader.read(back, fileName: "x").sheets.first)
        #expect(sheet.rows.flatMap(\.cells).allSatisfy { $0.origin == .typed })
        #expect(sheet.rows[1][column: 1].shownText == "9123456")
        #expect(sheet.rows[1][column: 2].shownText == "1.2.2026")
        #expect(sheet.rows[1][column: 3].shownText == "80 %")
    }
}

/// LibreOffice without a window, with a profile of its own so that it meets no other.
enum LibreOffice {
    private static let program = ["/usr/bin/soffice", "/usr/local/bin/soffice", "/Applications/LibreOffice.app/Contents/MacOS/soffice"]
        .first { FileManager.default.isExecutableFile(atPath: $0) }

    static var isInstalled: Bool { program != nil }

    static func convert(_ bytes: [UInt8], name: String, to ending: String, filter: String, reading: String? = nil) throws -> [UInt8] {
        let folder = FileManager.default.temporaryDirectory.appending(path: "alis-libreoffice-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try Data(bytes).write(to: folder.appending(path: name))
        let process = Process()
        process.executableURL = URL(filePath: try #require(program))
        process.arguments =
            ["-env:UserInstallation=file://\(folder.path)/profile", "--headless"] + (reading.map { ["--infilter=\($0)"] } ?? [])
            + ["--convert-to", filter, "--outdir", "\(folder.path)/out", "\(folder.path)/\(name)"]
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
        let made = folder.appending(path: "out/\(URL(filePath: name).deletingPathExtension().lastPathComponent).\(ending)")
        return [UInt8](try Data(contentsOf: made))
    }
}
