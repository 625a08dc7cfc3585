import AlisDomain
import Foundation

/// Puts two columns into a workbook as it was sent, and leaves everything else in it as it is: looks, widths, merged cells, drop-downs,
/// formulas and what they came to. Only the sheets' own parts, and those of tables that the columns become part of, are written anew.
enum AnnotatedWorkbook {
    /// Nil when the file cannot be kept as it is: it has macros or is signed, or its sheets are written in a way we do not add to.
    /// - Parameter notes: by the sheets' places, as `SpreadsheetReader` gives them.
    static func bytes(
        of original: [UInt8], notes: [Int: SheetNotes], limits: SpreadsheetLimits = SpreadsheetLimits()
    ) throws(SpreadsheetRefusal) -> [UInt8]? {
        var limits = limits
        // Its sheets are unpacked twice here, to be kept and to be found one's way in.
        limits.unpackedBytes *= 2
        let archive = try ZipArchive(original, limits: limits)
        guard try mayBeKept(archive) else { return nil }
        let parts = try WorkbookPackage.worksheetParts(of: archive, limits: limits)
        var replaced: [String: [UInt8]] = [:]
        for (place, notes) in notes {
            guard parts.indices.contains(place), replaced[parts[place]] == nil else { return nil }
            var source: [UInt8] = []
            try archive.read(parts[place]) { (bytes, _) throws(SpreadsheetRefusal) in source += bytes }
            guard isUTF8(source) else { return nil }
            let edit = WorksheetNoteEdit(notes, source: source)
            try XMLStream.read(parts[place], of: archive, into: edit, limits: limits)
            guard let result = edit.result() else { return nil }
            replaced[parts[place]] = result
            for table in try AnnotatedTable.parts(of: parts[place], in: archive, limits: limits) {
                var part: [UInt8] = []
                try archive.read(table) { (bytes, _) throws(SpreadsheetRefusal) in part += bytes }
                if isUTF8(part), let wider = AnnotatedTable.bytes(of: part, notes: notes) { replaced[table] = wider }
            }
        }
        return archive.copy(of: original, replacing: replaced)
    }

    /// Macros go back to nobody, and a signature would no longer hold.
    private static func mayBeKept(_ archive: ZipArchive) throws(SpreadsheetRefusal) -> Bool {
        if archive.names.contains(where: { $0.hasSuffix("vbaproject.bin") || $0.hasPrefix("_xmlsignatures/") }) { return false }
        guard archive.contains("[Content_Types].xml") else { return false }
        var types: [UInt8] = []
        try archive.read("[Content_Types].xml") { (bytes, _) throws(SpreadsheetRefusal) in
            if types.count < 1_000_000 { types += bytes }
        }
        let text = String(decoding: types, as: UTF8.self).lowercased()
        return !text.contains("macroenabled") && !text.contains("template.main")
    }

    /// Places are counted in bytes of the file, so it must be written in the encoding we write.
    private static func isUTF8(_ source: [UInt8]) -> Bool {
        guard !source.starts(with: [0xFF, 0xFE]), !source.starts(with: [0xFE, 0xFF]) else { return false }
        let head = String(decoding: source.prefix(200), as: UTF8.self).lowercased()
        guard let start = head.range(of: "encoding=") else { return true }
        return head[start.upperBound...].dropFirst().hasPrefix("utf-8")
    }
}
