import AlisDomain

/// How the columns were understood, sheet by sheet, and the form that changes it.
enum ImportColumnsForm {
    static func html(_ opened: RegisterFile.Opened, _ shown: ShownForm, _ frame: Frame) -> Html {
        let mapping = opened.work.mapping
        // Once rows are taken in, what was guessed has been seen: what waits comes first.
        let isNew = opened.file.state != .accepted
        let isOpen = mapping.needsALook && isNew || !mapping.readsAnything || !shown.problems.isEmpty
        let columns = mapping.sheets.filter(\.isRead).flatMap(\.columns)
        let read = columns.count { if case .field = $0.meaning { true } else { false } }
        return """
            <details class="understood" \(flag: "open", isOpen)><summary><h2>\(frame[ImportPageTexts.understood])</h2>
            <span>\(frame[ImportPageTexts.columnCount(read: read, unread: columns.count - read)])</span></summary>
            <p class="note">\(frame[ImportPageTexts.understoodHint])</p>
            <form method="post" action="\(FileAddresses.register.columns(opened.file.id))">\(Form.mark(frame))
            \(Form.text("dag", frame[ImportPageTexts.day], value: shown.values.raw("dag") ?? opened.file.day.iso, hint: frame[ImportPageTexts.dayHint],
                problems: shown.problems, width: 12, type: "date", frame))
            \(mapping.sheets.map { sheet($0, opened, isSingle: mapping.sheets.count == 1, frame) })
            <p class="acts"><button class="btn quiet">\(frame[ImportPageTexts.saveColumns])</button></p></form></details>
            """
    }

    private static func sheet(_ sheet: SheetMapping, _ opened: RegisterFile.Opened, isSingle: Bool, _ frame: Frame) -> Html {
        let place = sheet.sheet
        let why = sheet.whyNot.map { frame[ImportTexts.reason($0)] }
        let rows = sheet.columns.map { row($0, sheet: place, frame) }
        let header = sheet.headerRow.map(String.init) ?? ""
        let table: Html =
            rows.isEmpty
            ? .empty
            : """
            <table class="texts cards"><thead><tr><th scope="col">\(frame[FileTexts.column])</th>\
            <th scope="col">\(frame[FileTexts.examples])</th><th scope="col">\(frame[ImportPageTexts.meaning])</th>\
            <th scope="col">\(frame[ImportPageTexts.readAs])</th></tr></thead><tbody>\(rows)</tbody></table>
            """
        let needsPlace =
            sheet.isRead && sheet.column(of: .municipality) == nil && sheet.column(of: .municipalityNumber) == nil
            && opened.work.settings.writable?.count != 1
        let name = sheet.municipality.flatMap { opened.work.settings.municipalities.nearestFacts(of: $0, on: opened.file.day)?.name } ?? ""
        return """
            <fieldset class="sheet"><legend>\(frame[ImportPageTexts.sheet(sheet.name)])\(why.map { " – \($0)" as Html })</legend>
            <div class="pair">\(Form.select(
                "les.\(place)", frame[ImportPageTexts.readSheet], value: sheet.isRead ? "1" : "0",
                options: [("1", frame[CommonTexts.yes]), ("0", frame[CommonTexts.no])], frame))\
            \(Form.text("rad.\(place)", frame[FileTexts.headerRow], value: header, hint: frame[ImportPageTexts.headerRowHint],
                width: 6, frame))\
            \(needsPlace ? placeField(place, name, frame) : .empty)</div>
            \(table)</fieldset>
            """
    }

    private static func placeField(_ place: Int, _ name: String, _ frame: Frame) -> Html {
        Form.text(
            "kommune.\(place)", frame[ImportPageTexts.sheetPlace], value: name, hint: frame[ImportPageTexts.sheetPlaceHint], frame)
    }

    /// What stands in the column; of absence only words that are known, since the others may be why somebody is away.
    private static func examples(_ column: ColumnMapping) -> [String] {
        guard case .field(.absence) = column.meaning else { return column.examples }
        return column.examples.filter { ImportAbsenceReading.read(.text($0)).value != nil }
    }

    private static func row(_ column: ColumnMapping, sheet: Int, _ frame: Frame) -> Html {
        let shown = column.heading.isEmpty ? column.letters : "\(column.letters): \(column.heading)"
        let mark: Html =
            switch column.meaning {
            case .field: column.sureness == .guessed ? "v-no" : "v-ok"
            case .ignored(.identityNumbers), .ignored(.health): "v-stop"
            case .ignored: column.isUnused ? "v-no" : "v-ok"
            }
        var chosen = "-"
        var control: Html = .empty
        switch column.meaning {
        case .ignored(.identityNumbers), .ignored(.health), .ignored(.ours): break
        case .field(let field):
            chosen = field.rawValue
            fallthrough
        default:
            let options = ImportField.allCases.map { field -> Html in
                "<option value=\"\(field.rawValue)\" \(flag: "selected", field.rawValue == chosen)>\(frame[field.title])</option>"
            }
            control = """
                <select name="kol.\(sheet).\(column.column)" aria-label="\(frame[ImportPageTexts.readAs]): \(shown)">\
                <option value="-" \(flag: "selected", chosen == "-")>\(frame[ImportPageTexts.notRead])</option>\(options)</select>
                """
        }
        return """
            <tr><th scope="row">\(shown)</th><td data-label="\(frame[FileTexts.examples])">\
            \(examples(column).joined(separator: " · "))</td>\
            <td data-label="\(frame[ImportPageTexts.meaning])"><span class="\(mark)">\(frame[ImportTexts.meaning(column)])</span></td>\
            <td>\(control)</td></tr>
            """
    }

    /// Takes in what the form says that differs from what was shown.
    static func read(
        _ form: FormData, into choices: inout ImportMappingChoices, shown: ImportMapping, directory: MunicipalityDirectory,
        on day: CalendarDay
    ) {
        for sheet in shown.sheets {
            let place = sheet.sheet
            var said = choices.sheets[place] ?? ImportMappingChoices.SheetChoices()
            if form.contains("les.\(place)"), (form["les.\(place)"] == "1") != sheet.isRead { said.isRead = form["les.\(place)"] == "1" }
            if let municipality = directory.find(form["kommune.\(place)"], on: day).municipality { said.municipality = municipality }
            let row = Int(form["rad.\(place)"]).flatMap { (1...CellReference.lastRow).contains($0) ? $0 : nil }
            if form.contains("rad.\(place)"), row != sheet.headerRow {
                // Other headings: what was said of the columns before does not hold any more.
                said.headerRow = row.map { .row($0) } ?? ImportMappingChoices.HeaderRow.none
                said.columns = [:]
            } else {
                for column in sheet.columns {
                    guard let value = form.raw("kol.\(place).\(column.column)") else { continue }
                    let wanted = ImportField(rawValue: value)
                    let now: ImportField? = if case .field(let field) = column.meaning { field } else { nil }
                    if wanted != now { said.columns[column.column] = wanted.map { .field($0) } ?? .ignored(.chosen) }
                }
            }
            if said != ImportMappingChoices.SheetChoices() { choices.sheets[place] = said }
        }
    }
}
