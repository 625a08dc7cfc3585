import AlisDomain

/// The dry run of a kind with one table: what the kind says of its rows, as a page.
struct TablePage<Kind: TableKind> {
    /// Rows of which the same becomes.
    struct Group {
        let count: Int
        let name: Text
        let meaning: Text
        /// Its place on the page.
        let id: String
        var isWarning = false
        var isOpen = true
        /// What is said above the rows.
        var said: Text?
        var heads: [Text] = []
        /// None when they are only counted.
        var rows: [[Html]] = []
    }

    let kind: Kind
    let file: SentFile
    let reading: ColumnReading<Kind.Column>
    let shown: ShownForm
    let query: FormData
    let frame: Frame
    /// The way back, and what is said of the file beside that it is a dry run.
    let crumb: Html
    var about = Html.empty
    /// The way on from what has been taken in.
    var onwards = Html.empty
    var notices: [Html] = []
    /// In the order of their figures; those without rows are left out.
    let groups: [Group]
    /// The places of the groups whose rows are shown, in that order.
    let sections: [String]
    /// What the button says; nil when there is nothing to take in.
    let button: Text?
    /// What is chosen in the form that takes rows in.
    var asked = Html.empty
    let mark: String
    var columns = (more: Html.empty, isOpen: false)

    var html: Html {
        let addresses = kind.addresses
        let form = ColumnsForm(
            reading: reading, action: addresses.columns(file.id), more: columns.more, isOpen: columns.isOpen, shown: shown, frame: frame)
        let rows = sections.compactMap { id in groups.first { $0.id == id && $0.count > 0 } }.map(section)
        return """
            <p class="crumb">\(crumb)</p><h1>\(file.fileName)</h1>
            <p class="lede">\(frame[file.taken > 0 ? FileTexts.takenLede : FileTexts.dryRunLede])\(about)</p>
            \(notes)\(Form.errorSummary(shown.problems, frame))\(figures)\(acceptance)
            \(form.html)
            \(rows)
            \(FileForms.layAway(file, action: addresses.withdrawal(file.id), frame))
            """
    }

    private var notes: Html {
        var notes: [Html] = []
        if let taken = ImportText.digits(query["tatt"], atMost: 6) {
            notes.append("<p class=\"done\" role=\"status\">\(frame[FileTexts.takenIn(taken)])\(onwards)</p>")
        }
        if query.contains("nytt") { notes.append("<p class=\"next-plain\" role=\"alert\">\(frame[FileTexts.stale])</p>") }
        if reading.table.leftOut > 0 { notes.append("<p class=\"next-plain\">\(frame[FileTexts.leftOut(reading.table.leftOut)])</p>") }
        if reading.isUnderstood, groups.allSatisfy({ $0.count == 0 }) {
            notes.append("<p class=\"next-plain\" role=\"alert\">\(frame[FileTexts.nothing])</p>")
        }
        return .join(notes + notices)
    }

    private var figures: Html {
        let figures = groups.filter { $0.count > 0 }.map { group in
            KeyFigure.html(
                Format.number(group.count), frame[group.name], definition: frame[group.meaning],
                link: group.rows.isEmpty ? nil : "#\(group.id)",
                isWarning: group.isWarning, frame)
        }
        return figures.isEmpty ? .empty : "<div class=\"keys\">\(figures)</div>"
    }

    private var acceptance: Html {
        if !shown.problems.isEmpty { return .empty }
        guard let button else {
            let isEmpty = groups.allSatisfy { $0.count == 0 } || query.contains("tatt")
            return isEmpty ? .empty : "<p class=\"next-plain\">\(frame[FileTexts.nothingNew])</p>"
        }
        return """
            <form class="take" method="post" action="\(kind.addresses.acceptance(file.id))">\(Form.marks(frame))<input type="hidden" name="sett" value="\(mark)">
            \(asked)<p class="acts"><button class="btn">\(frame[button])</button></p></form>
            """
    }

    private func section(_ group: Group) -> Html {
        """
        <details class="rows" id="\(group.id)" \(flag: "open", group.isOpen)><summary><h2>\(group.count) \(frame[group.name])</h2></summary>\
        \(group.said.map { "<p>\(frame[$0])</p>" as Html })\(FileForms.table(group.name, group.heads, group.rows, frame))</details>
        """
    }
}

/// Parts of pages that every kind of file has.
enum FileForms {
    static func fileField(_ problems: [FieldProblem], hint: Text, _ frame: Frame) -> Html {
        let mine = problems.filter { $0.field == "fil" }
        let described: Html =
            mine.isEmpty ? "aria-describedby=\"fil-hint\"" : "aria-describedby=\"fil-hint fil-feil\" aria-invalid=\"true\""
        return """
            <div class="field\(mine.isEmpty ? "" : " wrong")"><label for="fil">\(frame[FileTexts.file])</label>\
            <p class="hint" id="fil-hint">\(frame[hint])</p>\
            \(mine.map { "<p class=\"error\" id=\"fil-feil\">\(frame[$0.text])</p>" as Html })\
            <input type="file" id="fil" name="fil" accept=".xlsx,.xlsm,.csv,.txt" required \(described)></div>
            """
    }

    /// Where a file of a kind with one table begins.
    static func start(
        _ kind: some TableKind, crumb: Html, lede: Text, above: Html = .empty, fields: Html = .empty, below: Html = .empty,
        _ shown: ShownForm, _ visit: Visit, _ viewer: Viewer
    ) async throws -> Html {
        let frame = visit.frame
        let waiting = try await WaitingFiles.html(kind, viewer, frame)
        let template: Html =
            kind.template == nil
            ? .empty : "<p><a class=\"btn quiet\" href=\"\(kind.addresses.template())\">\(frame[FileTexts.template])</a></p>"
        return """
            <div class="narrow"><p class="crumb">\(crumb)</p><h1>\(frame[kind.title])</h1><p class="lede">\(frame[lede])</p>
            \(laidAway(visit.query, frame))\(Form.errorSummary(shown.problems, frame))\(waiting)\(above)\(template)
            <form method="post" action="\(kind.addresses.start())" enctype="multipart/form-data" novalidate>\(Form.mark(frame))
            \(fileField(shown.problems, hint: FileTexts.fileHint, frame))\(fields)
            <p class="acts"><button class="btn">\(frame[FileTexts.read])</button></p></form>\(below)</div>
            """
    }

    /// Laying the file aside; what has been taken in from it stays.
    static func layAway(_ file: SentFile, action: String, _ frame: Frame) -> Html {
        let text = file.taken > 0 ? FileTexts.layAside : FileTexts.drop
        let note: Html = file.taken > 0 ? "<p class=\"note\">\(frame[FileTexts.takenStays])</p>" : .empty
        return
            "<form method=\"post\" action=\"\(action)\">\(Form.mark(frame))<button class=\"btn quiet\">\(frame[text])</button>\(note)</form>"
    }

    /// What is said on the page one comes to when a file has been laid aside.
    static func laidAway(_ query: FormData, _ frame: Frame) -> Html {
        guard query.contains("forkastet") else { return .empty }
        let wasTaken = (ImportText.digits(query["forkastet"], atMost: 6) ?? 0) > 0
        return "<p class=\"done\" role=\"status\">\(frame[wasTaken ? FileTexts.laidAside : FileTexts.dropped])</p>"
    }

    /// The number of a row; on a phone, where the heading is not seen, with the word before it.
    static func row(_ line: Int, _ frame: Frame) -> Html { "<span class=\"card-word\">\(frame[FileTexts.row]) </span>\(line)" }

    /// A table of rows, no longer than a page can show.
    static func table(_ name: Text, _ heads: [Text], _ rows: [[Html]], _ frame: Frame) -> Html {
        let most = 200
        let rest: Html = rows.count > most ? "<p class=\"note\">\(frame[FileTexts.more(rows.count - most)])</p>" : .empty
        return ListTable(Text(same: frame[name]), heads, frame).html(rows.prefix(most)) + rest
    }
}
