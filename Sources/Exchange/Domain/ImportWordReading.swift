/// Reads the columns that know only a few words: scheme, form of engagement, standing, reason for ending, specialty, yes and no.
package enum ImportWordReading {
    package static func scheme(_ cell: CellValue) -> ImportReading<Training.Scheme> {
        read(cell, among: schemes, choices: ["ny", "gammel"])
    }

    package static func form(_ cell: CellValue) -> ImportReading<Engagement.Form> {
        read(cell, among: forms, choices: ["fastlønn", "næringsdrift", "introduksjonsstilling", "vikar"])
    }

    package static func endReason(_ cell: CellValue) -> ImportReading<Training.EndReason> {
        read(cell, among: reasons, choices: endReasonChoices)
    }

    package static func specialty(_ cell: CellValue) -> ImportReading<Training.Specialty> {
        read(cell, among: specialties, choices: ["allmennmedisin", "samfunnsmedisin"])
    }

    package static func standing(_ cell: CellValue) -> ImportReading<Training.Standing> {
        read(cell, among: standings, choices: ["aktiv", "pause", "spesialist", "avbrutt"])
    }

    /// The reasons for ending, as they stand in the template's drop-down.
    package static let endReasonChoices = ["spesialist", "avbrutt", "flyttet til utlandet", "annet"]

    /// Converted to the new scheme: on a day, or only yes or no.
    package enum Conversion: Hashable, Sendable {
        case on(CalendarDay)
        case yes, no
    }

    package static func conversion(_ cell: CellValue, dates: ImportDateReading) -> ImportReading<Conversion> {
        switch yesOrNo(cell) {
        case true?: return .value(.yes)
        case false?: return .value(.no)
        case nil: break
        }
        switch dates.read(cell) {
        case .nothing: return .nothing
        case .value(let day): return .value(.on(day))
        case .noted(let day, let kind): return .noted(.on(day), kind)
        case .refused(let kind, let choices): return .refused(kind, choices)
        }
    }

    /// Nil for anything but a plain yes or no.
    package static func yesOrNo(_ cell: CellValue) -> Bool? {
        switch cell {
        case .boolean(let value): return value
        case .text(let text):
            guard text.utf8.count <= 12 else { return nil }
            switch ImportText.key(text) {
            case "ja", "j", "yes", "x", "sann", "true", "konvertert", "jepp": return true
            case "nei", "n", "no", "usann", "false", "ikkje", "ikke", "ikkekonvertert": return false
            default: return nil
            }
        default: return nil
        }
    }

    private static func read<Value>(_ cell: CellValue, among words: [String: Value], choices: [String]) -> ImportReading<Value> {
        switch cell {
        case .empty: return .nothing
        case .error: return .refused(.formulaFailed)
        case .text(let raw):
            let text = ImportText.clean(raw)
            if ImportText.isPlaceholder(text) { return .nothing }
            guard text.utf8.count <= 80 else { return .refused(.unknownWord, choices.map(ImportChoice.value)) }
            let key = ImportText.key(text)
            if let value = words[key] { return .value(value) }
            let near = nearest(key, in: words)
            return .refused(.unknownWord, near.map { [.value($0)] } ?? choices.map(ImportChoice.value))
        case .number, .day, .time, .boolean: return .refused(.unknownWord, choices.map(ImportChoice.value))
        }
    }

    /// The only value spelled nearly so, as the word that was meant.
    private static func nearest<Value: Hashable>(_ key: String, in words: [String: Value]) -> String? {
        let bytes = Array(key.utf8)
        guard bytes.count >= 4 else { return nil }
        var found: (word: String, value: Value)?
        for (word, value) in words where word.utf8.count >= 4 {
            guard SpellingDistance.between(bytes, Array(word.utf8), atMost: bytes.count >= 8 ? 2 : 1) != nil else { continue }
            if let found, found.value != value { return nil }
            if found.map({ word < $0.word }) ?? true { found = (word, value) }
        }
        return found?.word
    }
}
