import AlisDomain

/// Makes room in an Excel table for the two columns that come after it, so that they follow its rows when it is sorted and filtered.
enum AnnotatedTable {
    /// The part of a table with two columns more; nil when it is to stay as it is: it does not end where the two columns begin, has them
    /// already, has its headings elsewhere, adds its columns up, or is filled from another source.
    static func bytes(of part: [UInt8], notes: SheetNotes) -> [UInt8]? {
        guard part.count < 1_000_000, let heading = notes.headingRow.flatMap({ notes.lines[$0] }) else { return nil }
        let text = String(decoding: part, as: UTF8.self)
        guard let root = text.firstMatch(of: #/<(?:\w+:)?table\s[^>]*>/#)?.output, let reference = attribute("ref", of: root),
            let range = CellRange(reference), range.columns.upperBound + 1 == notes.column, range.rows.lowerBound == notes.headingRow,
            attribute("headerRowCount", of: root) ?? "1" == "1", attribute("totalsRowCount", of: root) ?? "0" == "0",
            attribute("tableType", of: root) ?? "worksheet" == "worksheet",
            let columns = text.firstMatch(of: #/<(\w+:)?tableColumns\s+count=["'](\d+)["']\s*>/#), let count = Int(columns.output.2),
            count == range.columns.count, text.contains("ref=\"\(reference)\""),
            let end = text.firstRange(of: "</\(columns.output.1 ?? "")tableColumns>")
        else { return nil }
        let known = text.matches(of: #/<(?:\w+:)?tableColumn\s[^>]*>/#).map(\.output)
        let names = known.compactMap { attribute("name", of: $0)?.lowercased() }
        guard known.count == count, !names.contains(heading.result.lowercased()), !names.contains(heading.explanation.lowercased()) else {
            return nil
        }
        let last = known.compactMap { attribute("id", of: $0).flatMap { Int($0) } }.max() ?? count
        let added = [heading.result, heading.explanation].enumerated().map { offset, name in
            "<\(columns.output.1 ?? "")tableColumn id=\"\(last + 1 + offset)\" name=\"\(escaped(name))\"/>"
        }
        var result = text
        result.replaceSubrange(end, with: added.joined() + text[end])
        result.replaceSubrange(
            columns.range, with: "<\(columns.output.1 ?? "")tableColumns count=\"\(count + 2)\">")
        // The table's own range, and its filter's, which is the same.
        let letters = CellReference.letters(ofColumn: range.columns.lowerBound)
        let wider = "\(letters)\(range.rows.lowerBound):\(CellReference.letters(ofColumn: notes.column + 1))\(range.rows.upperBound)"
        return Array(result.replacing("ref=\"\(reference)\"", with: "ref=\"\(wider)\"").utf8)
    }

    /// The parts of the tables that lie in a sheet's part.
    static func parts(of sheet: String, in archive: ZipArchive, limits: SpreadsheetLimits) throws(SpreadsheetRefusal) -> [String] {
        let folder = sheet.split(separator: "/").dropLast().joined(separator: "/")
        let relations = "\(folder)/_rels/\(sheet.split(separator: "/").last ?? "").rels"
        guard archive.contains(relations) else { return [] }
        let handler = RelationshipsPart(folder: folder, limits: limits)
        try XMLStream.read(relations, of: archive, into: handler, limits: limits)
        return handler.relationships.filter { $0.kind == "table" && archive.contains($0.target) }.map(\.target)
    }

    private static func attribute(_ name: String, of tag: Substring) -> String? {
        for match in tag.matches(of: #/\s([\w:]+)=(?:"([^"]*)"|'([^']*)')/#) where match.output.1 == name {
            return String(match.output.2 ?? match.output.3 ?? "")
        }
        return nil
    }

    private static func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing("\"", with: "&quot;")
    }
}
