import AlisDomain

/// The rows of a plan as lists: a page of each at a time, so that a large file is a small page.
struct ImportRowLists {
    let opened: RegisterFile.Opened
    let query: FormData
    let frame: Frame

    static let pageSize = 50

    private var hasSeveralSheets: Bool { opened.work.mapping.sheets.count(where: \.isRead) > 1 }

    var changes: Html {
        let rows = opened.plan.rows.filter { if case .change = $0.outcome { true } else { false } }
        return table(rows, id: "endringer", title: ImportPageTexts.changesTitle(rows.count)) { row in
            guard case .change(let changes) = row.outcome else { return .empty }
            return lines(
                changes.map { change in
                    """
                    <b>\(frame[change.field.title]):</b> <del>\(frame[opened.texts.value(change.old)])</del> → \
                    <ins>\(frame[opened.texts.value(change.new)])</ins>
                    """
                })
        }
    }

    var additions: Html {
        let rows = opened.plan.rows.filter { if case .add = $0.outcome { true } else { false } }
        return table(rows, id: "nye", title: ImportPageTexts.additionsTitle(rows.count)) { row in
            guard case .add(let changes) = row.outcome else { return .empty }
            let told = changes.filter { ![.fullName, .familyName, .givenName, .municipality].contains($0.field) }
            let parts = told.map { change -> Html in
                let old: Html = change.old == .nothing ? .empty : "<del>\(frame[opened.texts.value(change.old)])</del> → "
                return "<span class=\"said\">\(frame[change.field.title]): \(old)<b>\(frame[opened.texts.value(change.new)])</b></span>"
            }
            return .join(parts, separator: " ")
        }
    }

    /// The rows that have been taken in, each with its doctor.
    var taken: Html {
        let rows = opened.plan.rows.filter { opened.results[$0.place] != nil }
        return table(rows, id: "tatt-inn", title: ImportPageTexts.takenTitle(rows.count)) { row in
            guard let entry = opened.results[row.place] else { return .empty }
            let result = opened.texts.result(entry.isNew ? .add([]) : .change([]))
            let why = frame[entry.explanation]
            return why.isEmpty ? "\(frame[result])" : "\(frame[result]): \(why)"
        }
    }

    /// The doctor's own page, for rows that are in the register; before that there is none.
    private func name(_ row: PlannedRow) -> Html {
        let isThere = row.outcome == .unchanged ? row.trainee : nil
        let trainee = opened.results[row.place]?.trainee ?? isThere
        guard let trainee, !row.name.isEmpty else { return "\(row.name)" }
        return "<a href=\"\(Addresses.record(trainee))\">\(row.name)</a>"
    }

    /// What is to be known of the rows that will be taken in.
    var notices: Html {
        let rows = opened.plan.rows.filter { row in
            switch row.outcome {
            case .add, .change, .unchanged: row.problems.contains { $0.severity == .notice }
            case .passedOver: row.problems.contains { if case .sameAsRow = $0.kind { true } else { false } }
            case .blocked, .question: false
            }
        }
        // A column that is not there is said once, not in every row.
        let shared = Set([ImportField.engagedFrom, .wishPercent].filter { field in rows.count { Self.assumes(field, $0) } > Self.fewRows })
        let own = rows.filter { row in row.problems.contains { $0.severity == .notice && !Self.isAssumed($0, among: shared) } }
        let said = ImportField.allCases.filter(shared.contains).map { field -> Html in
            "<p class=\"next-plain\">\(frame[ImportPageTexts.assumed(field, rows: rows.count { Self.assumes(field, $0) })])</p>"
        }
        return Html.join(said)
            + table(own, id: "merknader", title: ImportPageTexts.noticesTitle(own.count), isFolded: true) { row in
                lines(
                    row.problems.filter { $0.severity == .notice && !Self.isAssumed($0, among: shared) }
                        .map { "\(frame[opened.texts.line($0)])" })
            }
    }

    private static let fewRows = 3

    private static func assumes(_ field: ImportField, _ row: PlannedRow) -> Bool { row.problems.contains { isAssumed($0, among: [field]) } }

    private static func isAssumed(_ problem: RowProblem, among fields: Set<ImportField>) -> Bool {
        switch problem.kind {
        case .assumedDay(let field, _), .assumedPercent(let field, _): fields.contains(field)
        default: false
        }
    }

    var unchanged: Html {
        let rows = opened.plan.rows.filter { $0.outcome == .unchanged }
        return table(rows, id: "uendret", title: ImportPageTexts.unchangedTitle(rows.count), isFolded: true) { _ in
            "\(frame[ImportPageTexts.asInRegister])"
        }
    }

    var notInFile: Html {
        let absent = opened.plan.notInFile
        if absent.isEmpty { return .empty }
        let items = absent.prefix(200).map { person -> Html in
            let place = opened.work.settings.municipalities.nearestFacts(of: person.municipality, on: opened.file.day)?.name ?? ""
            return "<li><a href=\"\(Addresses.record(person.trainee))\">\(person.name)</a>, \(place)</li>"
        }
        return """
            <section id="mangler"><h2>\(frame[ImportPageTexts.notInFileTitle(absent.count)])</h2>\
            <p class="note">\(frame[ImportPageTexts.notInFileText])</p><ul>\(Array(items))</ul></section>
            """
    }

    private func lines(_ parts: [Html]) -> Html {
        parts.count == 1 ? parts[0] : "<ul class=\"plain-list\">\(parts.map { "<li>\($0)</li>" as Html })</ul>"
    }

    private func table(
        _ rows: [PlannedRow], id: String, title: Text, isFolded: Bool = false, _ said: (PlannedRow) -> Html
    ) -> Html {
        if rows.isEmpty { return .empty }
        let page = ImportPager(total: rows.count, name: id, query: query)
        let body = rows[page.range].map { row -> Html in
            let municipality = row.municipality.map { opened.texts.name($0) } ?? ""
            let place = hasSeveralSheets ? "\(row.sheetName), \(row.place.row)" : "\(row.place.row)"
            return """
                <tr><th scope="row">\(name(row))</th><td data-label="\(frame[FileTexts.row])">\(place)</td>\
                <td data-label="\(frame[TraineeTexts.municipality])">\(municipality)</td><td class="wide">\(said(row))</td></tr>
                """
        }
        let heading: Html = "<h2>\(frame[title])</h2>"
        let table: Html = """
            <table class="texts cards import"><thead><tr><th scope="col">\(frame[TraineeTexts.name])</th>\
            <th scope="col">\(frame[FileTexts.row])</th><th scope="col">\(frame[TraineeTexts.municipality])</th>\
            <th scope="col">\(frame[ImportPageTexts.what])</th></tr></thead><tbody>\(body)</tbody></table>\(page.links(frame))
            """
        if !isFolded { return "<section id=\"\(id)\">\(heading)\(table)</section>" }
        return """
            <details id="\(id)" class="understood" \(flag: "open", query.contains(id))><summary>\(heading)</summary>\(table)</details>
            """
    }
}

/// Which part of a list is shown, and the way to the other parts.
struct ImportPager {
    let range: Range<Int>
    private let page: Int
    private let pages: Int
    private let total: Int
    private let name: String

    init(total: Int, name: String, query: FormData) {
        let size = ImportRowLists.pageSize
        pages = max(1, (total + size - 1) / size)
        page = min(max(Int(query[name]) ?? 1, 1), pages)
        range = (page - 1) * size..<min(page * size, total)
        self.total = total
        self.name = name
    }

    func links(_ frame: Frame) -> Html {
        if pages == 1 { return .empty }
        let before: Html = page > 1 ? "<a href=\"?\(name)=\(page - 1)#\(name)\">\(frame[CommonTexts.previous])</a>" : .empty
        let after: Html = page < pages ? "<a href=\"?\(name)=\(page + 1)#\(name)\">\(frame[CommonTexts.next])</a>" : .empty
        let shown = frame[CommonTexts.rows(range.lowerBound + 1, range.upperBound, of: total)]
        return "<p class=\"pages\">\(before)<span>\(shown)</span>\(after)</p>"
    }
}
