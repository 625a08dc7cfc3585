import AlisDomain

/// How columns and sheets were understood, in words.
extension ImportTexts {
    package static func meaning(_ column: ColumnMapping) -> Text {
        switch column.meaning {
        case .field(.started) where column.sureness != .chosen:
            return Text(
                "kan være starten i jobben eller i utdanningen: velg, eller svar rad for rad",
                nn: "kan vere starten i jobben eller i utdanninga: vel, eller svar rad for rad")
        case .field(let field):
            switch column.sureness {
            case .chosen: return Text("\(field.title.nb), valgt av deg", nn: "\(field.title.nn), valt av deg")
            case .certain: return field.title
            case .likely: return Text("\(field.title.nb), trolig", nn: "\(field.title.nn), truleg")
            case .guessed: return Text("\(field.title.nb), gjettet: se etter", nn: "\(field.title.nn), gjetta: sjå etter")
            }
        case .ignored(.notUnderstood):
            return Text("leses ikke: vi forstår ikke kolonnen", nn: "blir ikkje lesen: vi forstår ikkje kolonnen")
        case .ignored(.identityNumbers):
            return Text(
                "leses aldri: ser ut som fødselsnummer. Ta kolonnen bort før du sender filen igjen",
                nn: "blir aldri lesen: ser ut som fødselsnummer. Ta bort kolonnen før du sender fila igjen")
        case .ignored(.health): return Text("leses aldri: helseopplysninger", nn: "blir aldri lesen: helseopplysningar")
        case .ignored(.ours): return Text("leses aldri: laget av Alis", nn: "blir aldri lesen: laga av Alis")
        case .ignored(.sameAs(let other, let field)):
            let letters = CellReference.letters(ofColumn: other)
            return Text(
                "leses ikke: \(field.title.nb) hentes fra kolonne \(letters)",
                nn: "blir ikkje lesen: \(field.title.nn) blir henta frå kolonne \(letters)")
        case .ignored(.chosen): return Text("leses ikke, valgt av deg", nn: "blir ikkje lesen, valt av deg")
        }
    }

    /// Why a sheet is not read.
    package static func reason(_ reason: SheetMapping.Reason) -> Text {
        switch reason {
        case .empty: Text("arket er tomt", nn: "arket er tomt")
        case .noTable: Text("vi finner ingen liste over leger i arket", nn: "vi finn inga liste over legar i arket")
        case .hidden: Text("arket er skjult", nn: "arket er skjult")
        case .chosen: Text("valgt bort av deg", nn: "valt bort av deg")
        }
    }
}
