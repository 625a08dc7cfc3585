/// The columns of a report of learning objectives (*rapportkolonner*). The headings of Kompetanseportalen's own report are not in our
/// sources: these are the words that people and the portal's pages use, and others can be chosen by hand.
package enum ReportColumn: String, TableColumn {
    case code = "kode"
    case status = "status"
    case day = "dag"
    case hpr = "hpr"

    package var headings: [String] {
        switch self {
        case .code:
            [
                "kode", "laeringsmalkode", "laeringsmalskode", "laeringsmalid", "laeringsmalsid", "malkode", "laeringsmalnr",
                "laeringsmalnummer", "malid", "id", "code", "laeringsmal", "kompetansemal", "mal",
            ]
        case .status: ["status", "laeringsmalstatus", "godkjenningsstatus", "statuslaeringsmal", "tilstand", "godkjenning"]
        case .day:
            [
                "godkjentdato", "datogodkjent", "godkjentden", "godkjentdag", "godkjenddato", "statusdato", "datoforstatus", "dato", "dag",
                "oppnadddato", "oppnadd", "godkjent", "godkjend",
            ]
        case .hpr: ["hpr", "hprnr", "hprnummer", "hprnummerlege", "legenshprnummer", "hprnummeret"]
        }
    }

    package var title: Text {
        switch self {
        case .code: Text("Kode for læringsmålet", nn: "Kode for læringsmålet")
        case .status: Text("Status", nn: "Status")
        case .day: Text("Dag det ble anbefalt eller godkjent", nn: "Dag det blei tilrådd eller godkjent")
        case .hpr: Text("HPR-nummer", nn: "HPR-nummer")
        }
    }

    package var isNeeded: Bool { self == .code }
}

/// One row of a report as it was read (*rad i rapporten*).
package struct ObjectiveReportRow: Hashable, Sendable {
    /// The row's number in the file.
    package let line: Int
    /// Nil when the file has no such column.
    package let hpr: String?
    package let code: Objective.Code?
    package let status: ObjectiveStatus?
    /// The row names no day of its own: the report's day stands for it.
    package let isDayAssumed: Bool
    package let problem: Problem?

    /// Why a row waits (*feil i rad*).
    package enum Problem: Hashable, Sendable {
        case noCode
        case unknownCode(String)
        case noStatus
        case unknownStatus(String)
        case unreadableDay(String)
        /// The day comes after the report's own.
        case dayAhead(CalendarDay)
        case noDoctor
        case noHPR(String)
        /// No doctor the sender may keep has this HPR number.
        case unknownDoctor(String)
        /// The objective lies with the leader here, and the doctor's own report does not approve it past her.
        case withLeader
        /// The same doctor and objective stand in another row with another status.
        case twice(line: Int)
    }
}

/// Reads the rows of a report (*rapportleser*): codes and statuses as people write them. Knows no doctor.
package struct ObjectiveReportReader: Sendable {
    private let codes: [String: Objective.Code]
    private let reportDay: CalendarDay

    package init(codes: Set<Objective.Code>, reportDay: CalendarDay) {
        self.codes = Dictionary(codes.sorted { $0.text < $1.text }.map { (Self.key($0.text), $0) }) { first, _ in first }
        self.reportDay = reportDay
    }

    /// The rows that say something about an objective; rows with neither code nor status are headings, sums or empty.
    package func rows(_ reading: ColumnReading<ReportColumn>) -> [ObjectiveReportRow] {
        let hasStatus = reading.columns[.status] != nil
        return reading.lines.compactMap { line in
            let (codeText, statusText, dayText) = (reading.cell(.code, line), reading.cell(.status, line), reading.cell(.day, line))
            if codeText.isEmpty, statusText.isEmpty { return nil }
            let hpr = reading.columns[.hpr].map { line[$0] }
            func row(
                _ code: Objective.Code?, _ status: ObjectiveStatus?, assumed: Bool = false, _ problem: ObjectiveReportRow.Problem?
            ) -> ObjectiveReportRow {
                ObjectiveReportRow(line: line.number, hpr: hpr, code: code, status: status, isDayAssumed: assumed, problem: problem)
            }
            if codeText.isEmpty { return row(nil, nil, .noCode) }
            guard let code = code(codeText) else { return row(nil, nil, .unknownCode(codeText)) }
            let day = Self.day(dayText)
            let rank: Int
            if !statusText.isEmpty {
                guard let known = Self.rank(statusText) else { return row(code, nil, .unknownStatus(statusText)) }
                rank = known
            } else if day != nil || (!hasStatus && Self.rank(dayText) == 3) {
                rank = 3
            } else if hasStatus || dayText.isEmpty {
                return row(code, nil, .noStatus)
            } else {
                return row(code, nil, .unreadableDay(dayText))
            }
            if rank < 2 { return row(code, rank == 1 ? .inProgress : .notStarted, nil) }
            if day == nil, !dayText.isEmpty, Self.rank(dayText) == nil { return row(code, nil, .unreadableDay(dayText)) }
            if let day, day > reportDay { return row(code, nil, .dayAhead(day)) }
            let on = day ?? reportDay
            return row(code, rank == 3 ? .approved(on: on) : .recommended(on: on), assumed: day == nil, nil)
        }
    }

    /// The objective a cell names: `ALM-055`, `alm 55`, `ALM-055 Samarbeid …`.
    package func code(_ text: String) -> Objective.Code? {
        let words = text.split(whereSeparator: { $0 == " " || $0 == ":" || $0 == ";" }).prefix(4).map(String.init)
        if let code = codes[Self.key(text)] { return code }
        for count in stride(from: words.count, to: 0, by: -1) {
            if let code = codes[Self.key(words.prefix(count).joined(separator: " "))] { return code }
        }
        return nil
    }

    /// Letters and numbers apart, without leading zeros: `ALM-055` and `alm55` are `alm 55`.
    static func key(_ text: String) -> String {
        var parts: [String] = []
        var current = ""
        var isNumber = false
        func end() {
            if current.isEmpty { return }
            parts.append(isNumber ? String(current.drop { $0 == "0" }) : current)
            current = ""
        }
        for character in Folding.fold(text.prefix(120)) {
            let isDigit = character.isASCII && character.isNumber
            if !(character.isASCII && (character.isLetter || isDigit)) {
                end()
                continue
            }
            if !current.isEmpty, isDigit != isNumber { end() }
            isNumber = isDigit
            current.append(character)
        }
        end()
        return parts.joined(separator: " ")
    }

    /// How far a word says; nil for a word that is not known.
    package static func rank(_ text: String) -> Int? {
        let key = ImportText.key(text)
        for (rank, words) in words.enumerated() where words.contains(key) { return rank }
        return nil
    }

    /// What statuses are called, by rank.
    private static let words: [Set<String>] = [
        [
            "ikkebegynt", "ikkestartet", "ikkepabegynt", "ikkjebyrja", "ikkjestarta", "ikkjepabyrja", "ny", "nytt", "apen", "apent",
            "ingen",
            "ikkeoppnadd", "notstarted",
        ],
        [
            "igang", "pabegynt", "pabyrja", "pagar", "pagaende", "startet", "starta", "underarbeid", "underveis", "undervegs", "delvis",
            "delvisoppnadd", "returnert", "sendttilbake", "sendtilbake", "ikkegodkjent", "ikkjegodkjent", "avvist", "underkjent",
            "inprogress",
        ],
        [
            "anbefalt", "anbefaltgodkjent", "anbefaltavveileder", "tilradd", "tilradet", "tilgodkjenning", "sendttilgodkjenning",
            "sendttilleder", "venterpagodkjenning", "klarforgodkjenning", "klartilgodkjenning", "tilvurdering", "recommended",
        ],
        ["godkjent", "godkjend", "godkjentavleder", "godkjentleder", "oppnadd", "oppnatt", "ja", "x", "approved"],
    ]

    static func day(_ text: String) -> CalendarDay? {
        text.isEmpty ? nil : ImportDateReading().read(.text(text)).value
    }

    /// The report's own day, from the lines above its headings or from its file name; nil when none is found.
    package static func reportDay(_ reading: ColumnReading<ReportColumn>, fileName: String, today: CalendarDay) -> CalendarDay? {
        let above = reading.table.lines.prefix(20).filter { $0.number < (reading.headerRow ?? 0) }
        for text in above.flatMap(\.cells) + [fileName] {
            for word in text.split(whereSeparator: { !($0.isNumber || $0 == "." || $0 == "-") }) {
                let trimmed = word.drop { $0 == "." || $0 == "-" }
                let bare = trimmed.prefix(trimmed.count - trimmed.reversed().prefix { $0 == "." || $0 == "-" }.count)
                guard (8...10).contains(bare.utf8.count), bare.contains(where: { $0 == "." || $0 == "-" }),
                    let day = day(String(bare)), day <= today, day.year >= 2010
                else { continue }
                return day
            }
        }
        return nil
    }
}
