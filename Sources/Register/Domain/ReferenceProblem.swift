/// What is wrong in the reference files (*feil i grunndata*), by file and line.
package struct ReferenceProblem: Hashable, Sendable {
    package var file: String
    /// The line in the file, the header being 1; nil when it concerns the file as a whole.
    package var line: Int?
    package var kind: Kind

    package init(file: String, line: Int? = nil, kind: Kind) {
        self.file = file
        self.line = line
        self.kind = kind
    }

    /// What is wrong. An identity (`id`) is a municipality key or a code.
    package enum Kind: Hashable, Sendable {
        case missingFile
        case unreadable
        case missingColumn(String)
        case wrongCellCount(expected: Int, found: Int)
        case badValue(column: String, value: String)
        case unknownMunicipality(String)
        case overlap(id: String, day: CalendarDay)
        case sharedNumber(String, first: String, second: String, day: CalendarDay)
        case lacks(municipality: String, what: String)
        case unknownCode(column: String, value: String)
    }

    /// The problem in words, without the place.
    package var explanation: Text {
        switch kind {
        case .missingFile: Text("Filen mangler.", nn: "Fila manglar.")
        case .unreadable: Text("Filen er ikke lesbar som CSV.", nn: "Fila kan ikkje lesast som CSV.")
        case .missingColumn(let name): Text("Kolonnen «\(name)» mangler.", nn: "Kolonnen «\(name)» manglar.")
        case .wrongCellCount(let expected, let found):
            Text("Raden har \(found) felt, ikke \(expected).", nn: "Rada har \(found) felt, ikkje \(expected).")
        case .badValue(let column, let value):
            Text("«\(value)» er ikke gyldig i kolonnen «\(column)».", nn: "«\(value)» er ikkje gyldig i kolonnen «\(column)».")
        case .unknownMunicipality(let key): Text("Kommunen «\(key)» finnes ikke.", nn: "Kommunen «\(key)» finst ikkje.")
        case .overlap(let id, let day):
            Text("«\(id)» har to rader som gjelder \(day.norwegian).", nn: "«\(id)» har to rader som gjeld \(day.norwegian).")
        case .sharedNumber(let number, let first, let second, let day):
            Text(
                "Både «\(first)» og «\(second)» har nummeret \(number) den \(day.norwegian).",
                nn: "Både «\(first)» og «\(second)» har nummeret \(number) den \(day.norwegian).")
        case .lacks(let municipality, let what):
            Text("Kommunen «\(municipality)» mangler \(what).", nn: "Kommunen «\(municipality)» manglar \(what).")
        case .unknownCode(let column, let value):
            Text("«\(value)» i kolonnen «\(column)» er ikke kjent.", nn: "«\(value)» i kolonnen «\(column)» er ikkje kjend.")
        }
    }

    /// The place and the problem: `municipalities.csv, linje 14: …`.
    package var text: Text {
        let place = line.map { "\(file), linje \($0): " } ?? "\(file): "
        return Text(place + explanation.nb, nn: place + explanation.nn)
    }
}
