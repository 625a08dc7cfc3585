import AlisDomain

/// A document for paper as what it consists of, without where anything lies: `bytes(at:)` lays it out on A4 and draws it.
///
/// Text can be searched and copied, letters are embedded, and headings, paragraphs and tables are marked for screen readers.
package struct PdfDocument: Sendable {
    package enum Block: Sendable {
        case title(String)
        case heading(String)
        case paragraph(String, PdfStyle = .body)
        /// A name and what it is, side by side.
        case facts([(name: String, value: String)])
        case list([String])
        case table(PdfTable)
        case drawing(PdfDrawing)
        /// Lines to sign on, with what each is for.
        case signatures([String])
    }

    package let title: String
    /// The language form, for the document's own properties.
    package let language: LanguageForm
    package var blocks: [Block]
    /// What stands at the foot of each page, given its number and how many there are.
    package let footer: @Sendable (_ page: Int, _ of: Int) -> String

    /// The document as a file.
    ///
    /// - Parameter madeAt: when it says it was made.
    /// - Throws: `PdfRefusal.noFont` when the machine has no font with the letters of Norwegian and Sámi; `failed` with the library's
    ///   words when it could not draw.
    package func bytes(at madeAt: Instant) throws(PdfRefusal) -> [UInt8] {
        let canvas = try PdfCanvas()
        var layout = PdfLayout(canvas)
        for block in blocks { layout.add(block) }
        return try canvas.draw(layout.finished, title: title, madeAt: madeAt, footer: footer)
    }
}

/// Why a document for paper could not be made.
package enum PdfRefusal: Error, Sendable, Equatable {
    case noFont
    case failed(String)
}

/// How a piece of text looks on paper.
package enum PdfStyle: Sendable, Hashable, CaseIterable {
    case title, heading, body, strong, small
    /// In a table, and over its columns.
    case cell, head

    /// In points.
    var size: Double {
        switch self {
        case .title: 18
        case .heading: 12.5
        case .body, .strong: 9.5
        case .cell, .head: 8.5
        case .small: 8
        }
    }

    /// From one line to the next, in points.
    var lead: Double { (size * 1.38).rounded(.up) }
    var isBold: Bool { self == .title || self == .heading || self == .strong || self == .head }
    /// What the text is, for screen readers (ISO 32000-1 § 14.8.4).
    var tag: String {
        switch self {
        case .title: "H1"
        case .heading: "H2"
        case .body, .strong, .small, .cell, .head: "P"
        }
    }
}

/// The few colours used on paper; each is told from the others in grey too.
package enum PdfColor: Sendable, Hashable {
    case ink, soft, line, wash, moss, mossSoft, amber, grey, white

    var parts: (red: Double, green: Double, blue: Double) {
        switch self {
        case .ink: (0.09, 0.15, 0.2)
        case .soft: (0.36, 0.42, 0.47)
        case .line: (0.78, 0.81, 0.84)
        case .wash: (0.94, 0.95, 0.96)
        case .moss: (0.2, 0.42, 0.3)
        case .mossSoft: (0.58, 0.72, 0.64)
        case .amber: (0.8, 0.57, 0.15)
        case .grey: (0.7, 0.73, 0.76)
        case .white: (1, 1, 1)
        }
    }
}

/// A table: its heads come again on each page, and what does not fit in a cell is wrapped.
package struct PdfTable: Sendable {
    package let heads: [String]
    /// How wide each column is, beside the others.
    package let shares: [Double]
    package let rows: [[String]]
}

/// A simple picture: across it is measured from 0 to 1, down in points.
package struct PdfDrawing: Sendable {
    package enum Shape: Sendable {
        case bar(from: Double, to: Double, top: Double, height: Double, PdfColor)
        case line(at: Double, from: Double, to: Double, PdfColor)
        case text(at: Double, baseline: Double, String, PdfStyle, PdfColor)
    }

    package let height: Double
    package let shapes: [Shape]
    /// What it shows, for those who do not see it.
    package let description: String
}
