/// Reads which municipality a cell names. A name that several have, or had in the past, is decided by the row's own dates or by where the
/// importer may write, and else asked about.
struct ImportPlaceReading {
    private let settings: ImportSettings
    /// What has been looked up once.
    private var known: [String: Known] = [:]

    private struct Known {
        let reading: ImportReading<MunicipalityID>
        /// Empty when the name has only ever been one municipality's.
        let namesakes: [MunicipalityDirectory.Namesake]
        let today: MunicipalityID?
    }

    init(_ settings: ImportSettings) { self.settings = settings }

    /// - Parameter time: when the row says that the doctor worked there; nil when it does not say.
    mutating func read(_ cell: CellValue, at time: CalendarDay?) -> ImportReading<MunicipalityID> {
        if case .error = cell { return .refused(.formulaFailed) }
        let text = ImportText.clean(cell.shownText)
        if ImportText.isPlaceholder(text) { return .nothing }
        let found = known[text] ?? look(up: text)
        known[text] = found
        guard !found.namesakes.isEmpty else { return found.reading }
        return settled(text, found, at: time)
    }

    /// The municipalities that a name may mean; empty when it is not shared.
    func candidates(_ cell: CellValue) -> [MunicipalityID] {
        Set((known[ImportText.clean(cell.shownText)]?.namesakes ?? []).map(\.now)).sorted()
    }

    private func look(up text: String) -> Known {
        let directory = settings.municipalities
        let lookup = directory.find(text, on: settings.day)
        let all = directory.namesakes(text, on: settings.day)
        let isShared = Set(all.map(\.now)).count > 1
        let reading: ImportReading<MunicipalityID> =
            switch lookup {
            case .one(let id): .value(id)
            case .successor(let id, of: let old): .noted(id, .municipalityHasMerged(old, into: id))
            case .ambiguous(let all): .refused(.ambiguousMunicipality, choices(all))
            case .unknown(suggestions: let near): .refused(.unknownMunicipality, choices(near))
            }
        return Known(reading: reading, namesakes: isShared ? all : [], today: lookup.municipality)
    }

    private func settled(_ text: String, _ found: Known, at time: CalendarDay?) -> ImportReading<MunicipalityID> {
        if let time {
            let then = settings.municipalities.namesakes(text, on: settings.day, borneOn: time)
            if then.count == 1 {
                let (old, now) = (then[0].bearer, then[0].now)
                return old == now ? .value(now) : .noted(now, .municipalityHasMerged(old, into: now))
            }
        }
        let all = Set(found.namesakes.map(\.now)).sorted()
        // Whoever may only change the one that has the name today can hardly mean another.
        if let today = found.today, all.filter(settings.mayWrite) == [today] { return .value(today) }
        return .refused(.ambiguousMunicipality, choices(all))
    }

    /// Only where the importer may write: another answer would lead nowhere.
    private func choices(_ all: [MunicipalityID]) -> [ImportChoice] {
        all.filter(settings.mayWrite).map { .value(settings.title(of: $0)) }
    }
}
