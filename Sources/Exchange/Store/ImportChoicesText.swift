import AlisDomain

/// How what a person has said of a file's columns lies in the store: one line for each thing said, its parts with tabs between.
extension ImportMappingChoices {
    package init(text: String) {
        self.init()
        for line in text.split(separator: "\n") {
            let parts = line.split(separator: "\t").map(String.init)
            guard parts.count >= 3, let sheet = Int(parts[0]) else { continue }
            var said = sheets[sheet] ?? SheetChoices()
            switch parts[1] {
            case "read": said.isRead = parts[2] == "1"
            case "header": said.headerRow = Int(parts[2]).map { .row($0) } ?? HeaderRow.none
            case "place": said.municipality = MunicipalityID(parts[2])
            case "column":
                guard parts.count == 4, let column = Int(parts[2]) else { continue }
                said.columns[column] = ImportField(rawValue: parts[3]).map { .field($0) } ?? .ignored(.chosen)
            default: continue
            }
            sheets[sheet] = said
        }
    }

    package var text: String {
        var lines: [String] = []
        for (sheet, said) in sheets.sorted(by: { $0.key < $1.key }) {
            if let isRead = said.isRead { lines.append("\(sheet)\tread\t\(isRead ? 1 : 0)") }
            switch said.headerRow {
            case .row(let row): lines.append("\(sheet)\theader\t\(row)")
            case .some(HeaderRow.none): lines.append("\(sheet)\theader\t-")
            case nil: break
            }
            if let municipality = said.municipality { lines.append("\(sheet)\tplace\t\(municipality.key)") }
            for (column, meaning) in said.columns.sorted(by: { $0.key < $1.key }) {
                if case .field(let field) = meaning {
                    lines.append("\(sheet)\tcolumn\t\(column)\t\(field.rawValue)")
                } else {
                    lines.append("\(sheet)\tcolumn\t\(column)\t-")
                }
            }
        }
        return lines.joined(separator: "\n")
    }
}
