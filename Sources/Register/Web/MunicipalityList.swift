import AlisDomain

/// Which municipalities the list shows, besides what the question asks: those of one health region, those confirmed or not.
struct MunicipalityListFilter: Sendable, Equatable {
    /// A health region's code.
    let region: String?
    /// Whether they were confirmed in the last six months; nil is both.
    let isConfirmed: Bool?
    /// What is searched for: a part of a name, or a number; empty is all.
    let text: String

    init(_ query: FormData) {
        region = query["region"].isEmpty ? nil : query["region"]
        text = String(query["q"].prefix(100))
        isConfirmed = query["bekreftet"] == "ja" ? true : query["bekreftet"] == "nei" ? false : nil
    }

    /// As an address has it.
    var pairs: [(String, String?)] {
        [("q", text.isEmpty ? nil : text), ("region", region), ("bekreftet", isConfirmed.map { $0 ? "ja" : "nei" })]
    }

    func rows(of table: OverviewTable, in directory: MunicipalityDirectory, on day: CalendarDay) -> [OverviewTable.Row] {
        let inRegion = region.map { table.municipalities(inRegion: $0) }
        return table.rows.filter { row in
            row.level == .municipality && fits(row, directory, on: day) && (inRegion?.contains(row.key) ?? true)
                && (isConfirmed.map { $0 == (row.confirmed > 0) } ?? true)
        }
    }
}

extension MunicipalityListFilter {
    /// Whether one of its names has the text in it, or its number begins with it.
    private func fits(_ row: OverviewTable.Row, _ directory: MunicipalityDirectory, on day: CalendarDay) -> Bool {
        let asked = Folding.fold(text)
        if asked.isEmpty { return text.isEmpty }
        let facts = MunicipalityID(row.key).flatMap { directory.nearestFacts(of: $0, on: day) }
        let names = [row.name] + (facts?.otherNames.map(\.name) ?? [])
        return names.contains { Folding.fold($0).contains(asked) } || facts?.number.digits.hasPrefix(asked) ?? false
    }
}

/// The list of municipalities.
struct MunicipalityList {
    let address: QuestionAddress
    let filter: MunicipalityListFilter
    let table: OverviewTable
    let view: RegisterView
    let names: ConfirmerNames
    /// The whole country on one page: people look for one municipality with their browser's own search.
    static let length = 400

    init(_ address: QuestionAddress, _ view: RegisterView, _ viewer: Viewer, _ visit: Visit) {
        (self.address, self.view) = (address, view)
        filter = MunicipalityListFilter(visit.query)
        table = view.table(address.question)
        names = ConfirmerNames(viewer, view, on: visit.today)
    }

    /// The list with its page.
    func page(_ visit: Visit) -> ListPage<OverviewTable.Row> {
        let frame = visit.frame
        let rows = filter.rows(of: table, in: view.directory, on: address.question.asOf)
        let file = ListFile(
            ExportFront.fileName("kommuner", address, more: filter.pairs),
            notes: ExportFront.notes(visit, address, view, MunicipalityTexts.listTitle),
            front: {
                ExportFront(
                    MunicipalityTexts.listTitle, path: Addresses.municipalities(), visit, address, view, coverage: table.nation,
                    measures: [.active, .oldScheme, .wishing])
            })
        var page = ListPage(
            frame[MunicipalityTexts.listTitle], columns(frame), rows, empty: MunicipalityTexts.noneFits, query: visit.query,
            understood: FormData(urlEncoded: address.query(setting: filter.pairs)), file: file)
        page.heading = frame[MunicipalityTexts.listHeading(rows.count, isConfirmed: filter.isConfirmed)]
        page.lede = "\(frame[OverviewTexts.coverage(table.nation.confirmed, of: table.nation.municipalities)])"
        page.above = OverviewPage.toCome(address.question.asOf, frame)
        page.problems = address.problems
        page.filters = filters(frame)
        page.length = Self.length
        return page
    }

    private func columns(_ frame: Frame) -> [ListColumn<OverviewTable.Row>] {
        let day = address.question.asOf
        func number(_ row: OverviewTable.Row) -> ExportValue {
            .text(MunicipalityID(row.key).flatMap { view.directory.nearestFacts(of: $0, on: day)?.number.digits } ?? "")
        }
        func count(_ title: Text, _ sort: String, _ measure: Measure) -> ListColumn<OverviewTable.Row> {
            ListColumn(frame[title], sort: sort, value: { .integer($0.counts[measure]) })
        }
        func confirmer(_ row: OverviewTable.Row) -> String {
            row.lastConfirmedBy.map { frame[names.text($0, in: MunicipalityID(row.key))] } ?? ""
        }
        return [
            ListColumn(frame[MunicipalityTexts.number], in: .file, value: number),
            ListColumn(frame[TraineeTexts.municipality], sort: "navn", value: { .text($0.name) }) { row in
                let slug = MunicipalityID(row.key).map { view.directory.slug(of: $0, on: day) } ?? row.key
                let narrowed = ["kontor", "fylke", "sentralitet", "form", "ordning"].map { ($0, String?.none) }
                return "<a href=\"\(address.link(Addresses.municipality(slug), setting: narrowed))\">\(row.name)</a>"
            },
            ListColumn(frame[MunicipalityTexts.number], sort: "nummer", in: .page, value: number),
            ListColumn(frame[MunicipalityTexts.inhabitants], in: .file, value: { $0.wholePopulation.map { .integer($0) } ?? .empty }),
            count(OverviewTexts.active, "aktive", .active), count(OverviewTexts.old, "gammel", .oldScheme),
            count(OverviewTexts.wantsHospital, "onsker", .wishing),
            ListColumn(frame[OverviewTexts.confirmed], sort: "bekreftet", value: { ExportValue($0.lastConfirmed) }) { row in
                "\(row.lastConfirmed.map { "\($0.norwegian), \(confirmer(row))" } ?? frame[MunicipalityTexts.neverConfirmed])"
            },
            ListColumn(frame[ExportTexts.confirmedBy], in: .file, value: { .text(confirmer($0)) }),
        ]
    }

    private func filters(_ frame: Frame) -> Html {
        let any = frame[CommonTexts.all]
        let region = filter.region.map { code in
            Form.select(
                "region", frame[ReferenceTexts.region], value: code, any: any, options: [(code, table.regionName(code) ?? code)], frame)
        }
        let choices = [("ja", frame[CommonTexts.yes]), ("nei", frame[CommonTexts.no])]
        return """
            \(Form.text("q", frame[MunicipalityTexts.searchLabel], value: filter.text, type: "search", frame))\
            \(QuestionFilters.fields(address, offices: view.offices(on: address.question.asOf), frame))\
            \(region)\(Form.select("bekreftet", frame[OverviewTexts.confirmedHalfYear], value: filter.isConfirmed.map { $0 ? "ja" : "nei" } ?? "", any: any, options: choices, frame))
            """
    }
}
