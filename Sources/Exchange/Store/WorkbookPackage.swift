import AlisDomain

/// An Office Open XML workbook (`.xlsx`, `.xlsm`): finds the parts by their relations, never by guessed names, and reads them.
struct WorkbookPackage {
    private let archive: ZipArchive
    private let limits: SpreadsheetLimits
    private let budget: ReadingBudget

    static func read(_ bytes: [UInt8], limits: SpreadsheetLimits) throws(SpreadsheetRefusal) -> Workbook {
        let archive = try ZipArchive(bytes, limits: limits)
        return try WorkbookPackage(archive: archive, limits: limits, budget: ReadingBudget(limits: limits)).workbook()
    }

    /// The parts of a workbook's sheets, in the order in which `read` gives the sheets.
    static func worksheetParts(of archive: ZipArchive, limits: SpreadsheetLimits) throws(SpreadsheetRefusal) -> [String] {
        let package = WorkbookPackage(archive: archive, limits: limits, budget: ReadingBudget(limits: limits))
        let main = try package.mainPart()
        let workbook = WorkbookPart(limits: limits)
        try XMLStream.read(main, of: archive, into: workbook, limits: limits)
        let relationships = try package.relationships(ofMain: main)
        return workbook.entries.compactMap { entry in
            relationships.first { $0.identifier == entry.relationship && $0.kind == "worksheet" }?.target
        }
    }

    private func relationships(ofMain main: String) throws(SpreadsheetRefusal) -> [RelationshipsPart.Relationship] {
        let folder = main.split(separator: "/").dropLast().joined(separator: "/")
        let name = main.split(separator: "/").last ?? ""
        return try relationships(part: "\(folder)/_rels/\(name).rels", folder: folder)
    }

    private func workbook() throws(SpreadsheetRefusal) -> Workbook {
        try refuseOtherFormats()
        let main = try mainPart()
        let workbook = WorkbookPart(limits: limits)
        try XMLStream.read(main, of: archive, into: workbook, limits: limits)
        guard workbook.isWorkbook else { throw .notASpreadsheet }

        let relationships = try relationships(ofMain: main)
        let sharedTexts = try sharedTexts(relationships)
        let values = CellValueReader(
            sharedTexts: sharedTexts.texts, formats: try formats(relationships), epoch: workbook.epoch)

        var sheets: [Sheet] = []
        var unread = sharedTexts.texts.contains(where: { ImportIdentityNumber.isOne(.text($0)) }) ? [sharedTexts.part] : []
        var warnings = packageWarnings()
        for entry in workbook.entries {
            guard let relationship = relationships.first(where: { $0.identifier == entry.relationship }) else {
                throw .damaged(part: main)
            }
            guard relationship.kind == "worksheet" else {
                warnings.append(.sheetWithoutCells(name: entry.name))
                continue
            }
            sheets.append(try sheet(entry, part: relationship.target, values: values, warnings: &warnings, unread: &unread))
        }
        guard sheets.contains(where: { !$0.rows.isEmpty }) else { throw .empty }
        let notes = ["xl/comments", "xl/threadedcomments/", "xl/drawings/", "docprops/"]
        // Looks hold numbers of their own; sheets and the texts they share are looked through as they are read.
        let looks = ["xl/styles", "xl/theme/", "xl/sharedstrings", "[content_types]", "xl/calcchain", "xl/metadata"]
        let read = Set(relationships.filter { $0.kind == "worksheet" }.map { $0.target.lowercased() })
        return Workbook(
            format: .xlsx, sheets: sheets, warnings: warnings,
            identityNotes: try identityNumbers { name in notes.contains(where: name.hasPrefix) },
            identityParts: try unread
                + identityNumbers { name in !(notes + looks).contains(where: name.hasPrefix) && !read.contains(name) })
    }

    private func identityNumbers(in parts: (String) -> Bool) throws(SpreadsheetRefusal) -> [String] {
        let handler = NotesPart(limits: limits)
        for name in archive.names.sorted() where name.hasSuffix(".xml") || name.hasSuffix(".rels") {
            guard parts(name) else { continue }
            handler.part = name
            try XMLStream.read(name, of: archive, into: handler, limits: limits)
        }
        return handler.places
    }

    private func sheet(
        _ entry: WorkbookPart.Entry, part: String, values: CellValueReader, warnings: inout [WorkbookWarning], unread: inout [String]
    ) throws(SpreadsheetRefusal) -> Sheet {
        let worksheet = WorksheetPart(part: part, values: values, limits: limits, budget: budget)
        try XMLStream.read(part, of: archive, into: worksheet, limits: limits)
        if worksheet.hasUnreadNumber { unread.append(entry.name) }
        let missing = worksheet.formulasWithoutResult
        if missing.count > 0 {
            warnings.append(
                .formulasWithoutResult(
                    sheet: entry.name, count: missing.count, firstRow: missing.row, firstColumn: missing.column))
        }
        return Sheet(
            name: entry.name, isHidden: entry.isHidden, rows: try worksheet.finishedRows(), mergedRanges: worksheet.mergedRanges)
    }

    /// Zip archives that are something else get their own answer.
    private func refuseOtherFormats() throws(SpreadsheetRefusal) {
        if archive.contains("xl/workbook.bin") { throw .binaryWorkbook }
        guard archive.contains("mimetype") else { return }
        var type: [UInt8] = []
        try archive.read("mimetype") { (bytes, _) throws(SpreadsheetRefusal) in
            if type.count < 200 { type += bytes.prefix(200) }
        }
        let name = String(decoding: type, as: UTF8.self)
        throw name.hasPrefix("application/vnd.oasis.opendocument.spreadsheet") ? .openDocument : .notASpreadsheet
    }

    /// The part that the package names as its document; every program in use writes that relation.
    private func mainPart() throws(SpreadsheetRefusal) -> String {
        guard archive.contains("_rels/.rels") else { throw .notASpreadsheet }
        let relationships = try relationships(part: "_rels/.rels", folder: "")
        guard let main = relationships.first(where: { $0.kind == "officeDocument" })?.target else { throw .notASpreadsheet }
        return main
    }

    private func relationships(part: String, folder: String) throws(SpreadsheetRefusal) -> [RelationshipsPart.Relationship] {
        let handler = RelationshipsPart(folder: folder, limits: limits)
        try XMLStream.read(part, of: archive, into: handler, limits: limits)
        return handler.relationships
    }

    private func sharedTexts(_ relationships: [RelationshipsPart.Relationship]) throws(SpreadsheetRefusal) -> (
        texts: [String], part: String
    ) {
        guard let part = relationships.first(where: { $0.kind == "sharedStrings" })?.target, archive.contains(part) else { return ([], "") }
        let handler = SharedStringsPart(limits: limits, budget: budget)
        try XMLStream.read(part, of: archive, into: handler, limits: limits)
        return (handler.texts, part)
    }

    private func formats(_ relationships: [RelationshipsPart.Relationship]) throws(SpreadsheetRefusal) -> [NumberFormat] {
        guard let part = relationships.first(where: { $0.kind == "styles" })?.target, archive.contains(part) else { return [] }
        let handler = StylesPart(limits: limits)
        try XMLStream.read(part, of: archive, into: handler, limits: limits)
        return handler.formats
    }

    private func packageWarnings() -> [WorkbookWarning] {
        var warnings: [WorkbookWarning] = []
        if archive.names.contains(where: { $0.hasSuffix("vbaproject.bin") }) { warnings.append(.macrosIgnored) }
        if archive.names.contains(where: { $0.hasPrefix("xl/externallinks/") }) { warnings.append(.linksToOtherFiles) }
        return warnings
    }
}
