/// Reads the column for absence: its kind, and its days where they stand in the same cell (`foreldrepermisjon 1.2.2026–1.9.2026`).
///
/// Why somebody is away is never read: a text that is none of the known words is not repeated anywhere.
package enum ImportAbsenceReading {
    /// What a cell says.
    package struct Absent: Hashable, Sendable {
        package var kind: Absence.Kind
        package var from: CalendarDay?
        /// The last day.
        package var through: CalendarDay?
    }

    /// The words offered where one is not understood; the last one says that there is no absence.
    package static let choices = ["foreldrepermisjon", "sykefravær", "militærtjeneste", "annen permisjon", "ingen"]

    package static func read(_ cell: CellValue) -> ImportReading<Absent> {
        switch cell {
        case .empty: return .nothing
        case .error: return .refused(.formulaFailed)
        case .boolean(false): return .nothing
        case .number(let number): return number.value == 0 ? .nothing : unknown
        case .text(let text): return read(text: ImportText.clean(text))
        case .day, .time, .boolean: return unknown
        }
    }

    private static var unknown: ImportReading<Absent> { .refused(.unknownAbsence, choices.map(ImportChoice.value)) }

    private static func read(text: String) -> ImportReading<Absent> {
        if ImportText.isPlaceholder(text) { return .nothing }
        guard text.utf8.count <= 120 else { return unknown }
        // The days begin with the first digit.
        let words = text.prefix { !($0.isASCII && $0.isNumber) }
        let key = ImportText.key(String(words))
        if none.contains(key), words.endIndex == text.endIndex { return .nothing }
        guard let kind = kinds[key] ?? kinds[trimmed(key)] else { return unknown }
        var absent = Absent(kind: kind)
        let rest = text[words.endIndex...]
        if rest.isEmpty { return .value(absent) }
        guard let stretch = days(rest) else { return unknown }
        absent.from = stretch.from
        absent.through = stretch.through
        return .value(absent)
    }

    /// Without `fra` and the like between the word and the day.
    private static func trimmed(_ key: String) -> String {
        for filler in ["fraogmed", "fom", "fra"] where key.hasSuffix(filler) { return String(key.dropLast(filler.count)) }
        return key
    }

    /// `1.2.2026–1.9.2026`, `1.2.2026 til og med 1.9.2026)`, or the first day alone.
    private static func days(_ text: Substring) -> (from: CalendarDay, through: CalendarDay?)? {
        let pieces = text.split { !($0.isASCII && $0.isNumber) && $0 != "." && $0 != "/" }.map { $0.trimmingDots }.filter { !$0.isEmpty }
        let first = ImportDateReading()
        let last = ImportDateReading(isEnd: true)
        switch pieces.count {
        case 1: return first.read(.text(pieces[0])).value.map { ($0, nil) }
        case 2:
            guard let from = first.read(.text(pieces[0])).value, let through = last.read(.text(pieces[1])).value else { return nil }
            return (from, through)
        default: return nil
        }
    }

    private static let none: Set<String> = ["ingen", "nei", "ikke", "ikkje", "inga", "no", "ikkefravaer", "ikkjefravaer", "ingenfravaer"]

    private static let kinds: [String: Absence.Kind] = {
        let words: [(Absence.Kind, String)] = [
            (
                .parentalLeave,
                """
                foreldrepermisjon foreldreperm fodselspermisjon barselpermisjon barselperm mammapermisjon mammaperm pappapermisjon \
                pappaperm omsorgspermisjon svangerskapspermisjon adopsjonspermisjon permisjonforeldre
                """
            ),
            (.sickLeave, "sykefravaer sjukefravaer sykmeldt sykemeldt sjukmeld sjukemeld sykmelding sykemelding sjukmelding syk sjuk"),
            (.militaryService, "militaertjeneste militaerteneste forstegangstjeneste forstegongsteneste militaeret militaer verneplikt"),
            (
                .otherLeave,
                """
                annenpermisjon annanpermisjon permisjon perm permisjonutenlonn permisjonutanlonn ulonnetpermisjon ulontpermisjon \
                velferdspermisjon studiepermisjon utdanningspermisjon annet anna
                """
            ),
        ]
        var result: [String: Absence.Kind] = [:]
        for (kind, list) in words { for word in list.split(separator: " ") { result[String(word)] = kind } }
        return result
    }()
}

extension Substring {
    /// Without full stops and slashes at its ends.
    fileprivate var trimmingDots: String {
        String(drop { $0 == "." || $0 == "/" }.reversed().drop { $0 == "." || $0 == "/" }.reversed())
    }
}
