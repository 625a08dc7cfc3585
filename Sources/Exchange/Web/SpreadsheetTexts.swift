import AlisDomain

/// Why a file is refused, and what was noticed while it was read: one sentence each.
package enum SpreadsheetTexts {
    package static func sentence(_ refusal: SpreadsheetRefusal) -> Text {
        switch refusal {
        case .empty: Text("Filen er tom.", nn: "Fila er tom.")
        case .notASpreadsheet:
            Text(
                "Filen er ikke et regneark. Lagre listen som Excel (.xlsx) eller CSV, og prøv igjen.",
                nn: "Fila er ikkje eit rekneark. Lagre lista som Excel (.xlsx) eller CSV, og prøv igjen.")
        case .encrypted:
            Text(
                "Filen er beskyttet med passord. Ta bort passordet i Excel, og prøv igjen.",
                nn: "Fila er verna med passord. Ta bort passordet i Excel, og prøv igjen.")
        case .oldXlsFormat:
            Text(
                "Filen er i det gamle Excel-formatet (.xls). Lagre den som .xlsx, og prøv igjen.",
                nn: "Fila er i det gamle Excel-formatet (.xls). Lagre ho som .xlsx, og prøv igjen.")
        case .binaryWorkbook:
            Text(
                "Filen er en binær arbeidsbok (.xlsb). Lagre den som .xlsx, og prøv igjen.",
                nn: "Fila er ei binær arbeidsbok (.xlsb). Lagre ho som .xlsx, og prøv igjen.")
        case .openDocument:
            Text(
                "Filen er i OpenDocument-format (.ods). Lagre den som .xlsx, og prøv igjen.",
                nn: "Fila er i OpenDocument-format (.ods). Lagre ho som .xlsx, og prøv igjen.")
        case .truncated:
            Text(
                "Slutten av filen mangler. Kanskje ble den ikke lastet helt opp; prøv igjen.",
                nn: "Slutten av fila manglar. Kanskje blei ho ikkje lasta heilt opp; prøv igjen.")
        case .tooLarge(let limit):
            Text(
                "Filen er for stor: grensen er \(limit / 1_000_000) MB.", nn: "Fila er for stor: grensa er \(limit / 1_000_000) MB.")
        case .expandsTooMuch:
            Text(
                "Filen pakker ut til mye mer enn noe vanlig regneark, og leses derfor ikke.",
                nn: "Fila pakkar ut til mykje meir enn noko vanleg rekneark, og blir derfor ikkje lesen.")
        case .tooManySheets(let limit):
            Text("Filen har flere enn \(Format.number(limit)) ark.", nn: "Fila har fleire enn \(Format.number(limit)) ark.")
        case .tooManyRows(let limit):
            Text("Et ark har flere enn \(Format.number(limit)) rader.", nn: "Eit ark har fleire enn \(Format.number(limit)) rader.")
        case .tooManyColumns(let limit):
            Text("Et ark har flere enn \(Format.number(limit)) kolonner.", nn: "Eit ark har fleire enn \(Format.number(limit)) kolonnar.")
        case .tooManyCells(let limit):
            Text("Filen har flere enn \(Format.number(limit)) celler.", nn: "Fila har fleire enn \(Format.number(limit)) celler.")
        case .tooMuchText:
            Text(
                "Filen har mer tekst enn vi leser. Kanskje mangler et anførselstegn et sted.",
                nn: "Fila har meir tekst enn vi les. Kanskje manglar eit hermeteikn ein stad.")
        case .entityDeclarations:
            Text(
                "Filen inneholder koder som ikke hører hjemme i et regneark, og leses derfor ikke.",
                nn: "Fila inneheld kodar som ikkje høyrer heime i eit rekneark, og blir derfor ikkje lesen.")
        case .damaged:
            Text(
                "Filen er skadet. Åpne den i Excel, lagre den på nytt, og prøv igjen.",
                nn: "Fila er skadd. Opne ho i Excel, lagre ho på nytt, og prøv igjen.")
        }
    }

    package static func sentence(_ warning: WorkbookWarning) -> Text {
        switch warning {
        case .macrosIgnored: Text("Filen har makroer. De ble ikke kjørt.", nn: "Fila har makroar. Dei blei ikkje køyrde.")
        case .linksToOtherFiles:
            Text(
                "Filen henter tall fra andre filer. Vi har lest de verdiene som sist ble regnet ut.",
                nn: "Fila hentar tal frå andre filer. Vi har lese dei verdiane som sist blei rekna ut.")
        case .formulasWithoutResult(let sheet, let count, let row, let column):
            count == 1
                ? Text(
                    "1 formel i arket «\(sheet)», i \(CellReference.letters(ofColumn: column))\(row), har ikke noe svar og er lest som tom.",
                    nn:
                        "1 formel i arket «\(sheet)», i \(CellReference.letters(ofColumn: column))\(row), har ikkje noko svar og er lesen som tom."
                )
                : Text(
                    "\(Format.number(count)) formler i arket «\(sheet)» har ikke noe svar og er lest som tomme; den første står i "
                        + "\(CellReference.letters(ofColumn: column))\(row).",
                    nn:
                        "\(Format.number(count)) formlar i arket «\(sheet)» har ikkje noko svar og er lesne som tomme; den første står i "
                        + "\(CellReference.letters(ofColumn: column))\(row).")
        case .sheetWithoutCells(let name):
            Text("«\(name)» har ingen celler og er ikke lest.", nn: "«\(name)» har ingen celler og er ikkje lesen.")
        case .unreadableCharacters:
            Text(
                "Noen tegn i filen kan ikke leses, og vises som �.", nn: "Nokre teikn i fila kan ikkje lesast, og blir viste som �.")
        case .quoteNeverClosed(let row):
            Text(
                "Et anførselstegn i rad \(row) blir aldri lukket; resten av filen er lest som én celle.",
                nn: "Eit hermeteikn i rad \(row) blir aldri lukka; resten av fila er lesen som éi celle.")
        }
    }
}
