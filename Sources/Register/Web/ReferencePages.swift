import AlisDomain

/// Reference data to read: offices, turns, deadlines, trusts and counties, each with its source.
enum ReferencePages {
    static func front(_ view: RegisterView, canEdit: Bool, notice: Text?, _ frame: Frame) -> Html {
        """
        <h1>\(frame[ReferenceTexts.title])</h1><p class="lede">\(frame[ReferenceTexts.lede])</p>
        \(notice.map { "<p class=\"done\" role=\"status\">\(frame[$0])</p>" as Html })
        <ul class="chips"><li><a class="chip" href="\(Addresses.municipalityHistory())">\(frame[ReferenceTexts.municipalitiesTitle])</a></li>\
        <li><a class="chip" href="\(Addresses.trusts())">\(frame[ReferenceTexts.trusts])</a></li>\
        <li><a class="chip" href="\(Addresses.counties())">\(frame[ReferenceTexts.counties])</a></li>\
        <li><a class="chip" href="\(Addresses.catalogue())">\(frame[ReferenceTexts.objectives])</a></li></ul>
        \(turns(view, canEdit: canEdit, frame))
        \(offices(view, frame))
        \(deadlines(view, frame))
        """
    }

    private static func turns(_ view: RegisterView, canEdit: Bool, _ frame: Frame) -> Html {
        let names = officeNames(view)
        let rows = TurnHistory(view.reference.turns).stretches.reversed().map { stretch -> [Html] in
            guard let turn = stretch.turn else {
                return [
                    "\(Format.period(stretch.period, frame.language))", "<span class=\"v-no\">\(frame[ReferenceTexts.notKnown])</span>",
                    .empty, .empty,
                ]
            }
            return ["\(Format.period(stretch.period, frame.language))", "\(names[turn.value.office] ?? turn.value.office.code)"]
                + provenance(turn.certainty, turn.source, frame)
        }
        let edit: Html =
            canEdit ? "<p><a class=\"btn quiet small\" href=\"\(Addresses.turn())\">\(frame[ReferenceTexts.setTurn])</a></p>" : .empty
        let list: Html =
            rows.isEmpty
            ? "<p class=\"empty\">\(frame[ReferenceTexts.noTurns])</p>"
            : table(
                ReferenceTexts.turns, [ReferenceTexts.time, ReferenceTexts.office, ReferenceTexts.certainty, ReferenceTexts.source], rows,
                frame)
        return
            "<section id=\"koordinering\"><h2>\(frame[ReferenceTexts.turns])</h2><p class=\"note\">\(frame[ReferenceTexts.turnsLede])</p>\(list)\(edit)</section>"
    }

    private static func offices(_ view: RegisterView, _ frame: Frame) -> Html {
        let rows = view.reference.offices.sorted { ($0.value.code, $0.period.from) < ($1.value.code, $1.period.from) }.map {
            row -> [Html] in
            let count = view.reference.municipalities(of: row.value.code, on: frame.today).count
            let host = row.value.host.flatMap { view.directory.nearestFacts(of: $0, on: row.period.from)?.name } ?? "–"
            let covers: Html =
                row.period.contains(frame.today)
                ? "<a href=\"\(Addresses.officeCoverage(row.value.code.code))\">\(frame[ReferenceTexts.municipalities(count)])</a>" : "–"
            return ["\(row.value.name)", "\(Format.period(row.period, frame.language))", "\(host)", covers]
                + provenance(row.fact.certainty, row.fact.source, frame)
        }
        return section(
            ReferenceTexts.offices,
            [
                ReferenceTexts.office, ReferenceTexts.time, ReferenceTexts.host, ReferenceTexts.coverage, ReferenceTexts.certainty,
                ReferenceTexts.source,
            ], rows, frame)
    }

    private static func deadlines(_ view: RegisterView, _ frame: Frame) -> Html {
        let rows = view.reference.deadlines.sorted { $0.value.day < $1.value.day }.map { row -> [Html] in
            ["\(frame[row.value.text])", "\(row.value.day.norwegian)"] + provenance(row.fact.certainty, row.fact.source, frame)
        }
        return section(
            ReferenceTexts.deadlines, [ReferenceTexts.deadline, ReferenceTexts.day, ReferenceTexts.certainty, ReferenceTexts.source], rows,
            frame)
    }

    static func trusts(_ view: RegisterView, _ frame: Frame) -> Html {
        let regions = Dictionary(view.reference.regions.map { ($0.value.code, $0.value.name) }, uniquingKeysWith: { first, _ in first })
        let rows = view.reference.trusts.sorted {
            ($0.value.region, $0.value.code, $0.period.from) < ($1.value.region, $1.value.code, $1.period.from)
        }
        .map { row -> [Html] in
            [
                "\(row.value.name)", "\(row.value.code.code)", "\(regions[row.value.region] ?? row.value.region)",
                "\(Format.period(row.period, frame.language))",
            ] + provenance(row.fact.certainty, row.fact.source, frame)
        }
        return crumb(frame) + "<h1>\(frame[ReferenceTexts.trusts])</h1>"
            + table(
                ReferenceTexts.trusts,
                [
                    ReferenceTexts.trust, ReferenceTexts.code, ReferenceTexts.region, ReferenceTexts.time, ReferenceTexts.certainty,
                    ReferenceTexts.source,
                ], rows, frame)
    }

    static func counties(_ view: RegisterView, _ frame: Frame) -> Html {
        let rows = view.reference.counties.sorted { ($0.period.from, $0.value.number) > ($1.period.from, $1.value.number) }.map {
            row -> [Html] in
            ["\(row.value.name)", "\(row.value.number)", "\(Format.period(row.period, frame.language))"]
                + provenance(row.fact.certainty, row.fact.source, frame)
        }
        return crumb(frame) + "<h1>\(frame[ReferenceTexts.counties])</h1>"
            + table(
                ReferenceTexts.counties,
                [ReferenceTexts.county, ReferenceTexts.number, ReferenceTexts.time, ReferenceTexts.certainty, ReferenceTexts.source], rows,
                frame)
    }

    /// One office with every municipality it covers or has covered, and when.
    static func coverage(_ office: Office, _ view: RegisterView, _ frame: Frame) -> Html {
        let mine = view.reference.coverage.filter { $0.value.office == office.code }
        let rows = mine.map { row -> (String, [Html]) in
            let facts = view.directory.nearestFacts(of: row.value.municipality, on: row.period.lastDay ?? frame.today)
            let name = facts?.name ?? row.value.municipality.key
            let address = view.directory.address(of: row.value.municipality, on: frame.today)
            return (
                Folding.fold(name) + row.period.from.iso,
                ["<a href=\"\(address)\">\(name)</a>", "\(facts?.number.digits)", "\(Format.period(row.period, frame.language))"]
                    + provenance(row.fact.certainty, row.fact.source, frame)
            )
        }.sorted { $0.0 < $1.0 }.map(\.1)
        let count = view.reference.municipalities(of: office.code, on: frame.today).count
        return crumb(frame)
            + "<h1>\(office.name)</h1><p class=\"lede\">\(frame[ReferenceTexts.coverage]): \(frame[ReferenceTexts.municipalities(count)])</p>"
            + table(
                ReferenceTexts.coverage,
                [FollowUpTexts.municipality, ReferenceTexts.number, ReferenceTexts.time, ReferenceTexts.certainty, ReferenceTexts.source],
                rows, frame)
    }

    // MARK: Parts

    static func crumb(_ frame: Frame) -> Html {
        "<p class=\"crumb\"><a href=\"\(Addresses.reference())\">\(frame[ReferenceTexts.title])</a></p>"
    }

    static func officeNames(_ view: RegisterView) -> [OfficeCode: String] {
        Dictionary(view.reference.offices.map { ($0.value.code, $0.value.name) }, uniquingKeysWith: { _, last in last })
    }

    private static func section(_ title: Text, _ heads: [Text], _ rows: [[Html]], _ frame: Frame) -> Html {
        "<section><h2>\(frame[title])</h2>\(table(title, heads, rows, frame))</section>"
    }

    /// How sure and from where. Addresses become links by their host's name, for they are long.
    static func provenance(_ certainty: Certainty, _ source: String, _ frame: Frame) -> [Html] {
        if source.isEmpty { return ["\(frame[ReferenceTexts.setByPerson])", "–"] }
        let parts = source.split(separator: ";").map { part -> Html in
            let text = String(part.drop { $0 == " " })
            guard text.hasPrefix("https://"), !text.contains(" ") else { return "\(ReferenceTexts.source(text, frame))" }
            let host = text.dropFirst(8).prefix { $0 != "/" }
            return "<a href=\"\(text)\" rel=\"noreferrer\">\(String(host))</a>"
        }
        return ["\(frame[ReferenceTexts.name(certainty)])", "<span>\(Html.join(parts, separator: ", "))</span>"]
    }

    static func table(_ title: Text, _ heads: [Text], _ rows: [[Html]], _ frame: Frame) -> Html {
        "<div class=\"sourced\">\(ListTable(title, heads, frame).html(rows))</div>"
    }
}
