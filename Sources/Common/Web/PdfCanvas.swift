import AlisDomain
import CCairo
import Foundation

/// One thing on a page, in points from its upper left corner.
enum PdfMark: Sendable {
    case text(String, x: Double, baseline: Double, PdfStyle, PdfColor)
    case box(x: Double, y: Double, width: Double, height: Double, PdfColor)
    case line(x1: Double, y1: Double, x2: Double, y2: Double, PdfColor)
    /// What the marks up to the matching `end` are, for screen readers.
    case begin(String)
    case end(String)
}

/// Measures and draws text with Cairo (docs/decisions/0012). The library never ends the program: whatever goes wrong is a status that is
/// asked for at the end.
final class PdfCanvas {
    /// A4.
    static let size = (width: 595.28, height: 841.89)
    /// Found by the system's own means; another one takes its place when it is not there.
    private static let family = "DejaVu Sans"
    /// What a font must have to be used at all.
    static let letters = "ABCÆØÅabcæøåáčđŋšŧžÁČĐŊŠŦŽ0123456789–«»,.%"

    private final class Sink { var bytes: [UInt8] = [] }

    private let sink = Sink()
    private let surface: OpaquePointer
    private let context: OpaquePointer
    private var widths: [PdfStyle: [String: Double]] = [:]

    init() throws(PdfRefusal) {
        let made = cairo_pdf_surface_create_for_stream(
            { closure, data, length in
                guard let closure, let data else { return CAIRO_STATUS_WRITE_ERROR }
                Unmanaged<Sink>.fromOpaque(closure).takeUnretainedValue().bytes
                    .append(contentsOf: UnsafeBufferPointer(start: data, count: Int(length)))
                return CAIRO_STATUS_SUCCESS
            }, Unmanaged.passUnretained(sink).toOpaque(), Self.size.width, Self.size.height)
        guard let made else { throw .failed("cairo_pdf_surface_create_for_stream") }
        guard let drawn = cairo_create(made) else {
            cairo_surface_destroy(made)
            throw .failed("cairo_create")
        }
        surface = made
        context = drawn
        try check()
        for style in [PdfStyle.body, .strong] where !hasLetters(style) { throw .noFont }
    }

    deinit {
        cairo_destroy(context)
        // Finishing writes to the sink, which is still there.
        cairo_surface_finish(surface)
        cairo_surface_destroy(surface)
    }

    private func check() throws(PdfRefusal) {
        for status in [cairo_status(context), cairo_surface_status(surface)] where status != CAIRO_STATUS_SUCCESS {
            throw .failed(cairo_status_to_string(status).map { String(cString: $0) } ?? "\(status.rawValue)")
        }
    }

    private func choose(_ style: PdfStyle) {
        cairo_select_font_face(
            context, Self.family, CAIRO_FONT_SLANT_NORMAL, style.isBold ? CAIRO_FONT_WEIGHT_BOLD : CAIRO_FONT_WEIGHT_NORMAL)
        cairo_set_font_size(context, style.size)
    }

    /// Whether the font found is a real one with a shape for each letter: the library's built-in one has ASCII alone.
    private func hasLetters(_ style: PdfStyle) -> Bool {
        choose(style)
        guard let font = cairo_get_scaled_font(context), cairo_scaled_font_get_type(font) != CAIRO_FONT_TYPE_USER else { return false }
        var glyphs: UnsafeMutablePointer<cairo_glyph_t>?
        var count: Int32 = 0
        let status = cairo_scaled_font_text_to_glyphs(font, 0, 0, Self.letters, -1, &glyphs, &count, nil, nil, nil)
        defer { cairo_glyph_free(glyphs) }
        guard status == CAIRO_STATUS_SUCCESS, let glyphs, count > 0 else { return false }
        return UnsafeBufferPointer(start: glyphs, count: Int(count)).allSatisfy { $0.index != 0 }
    }

    /// How wide a piece of text is, in points.
    func width(_ text: String, _ style: PdfStyle) -> Double {
        if let known = widths[style]?[text] { return known }
        choose(style)
        var extents = cairo_text_extents_t()
        cairo_text_extents(context, text, &extents)
        // Words come again and again; what was typed once is not kept for ever.
        if (widths[style]?.count ?? 0) < 5000 { widths[style, default: [:]][text] = extents.x_advance }
        return extents.x_advance
    }

    /// Draws all pages and gives the file. The canvas cannot be drawn on again.
    func draw(
        _ pages: [[PdfMark]], title: String, madeAt: Instant, footer: (Int, Int) -> String
    ) throws(PdfRefusal) -> [UInt8] {
        cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, PdfText.clean(title))
        cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATOR, "Alis")
        cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, String(madeAt.iso.prefix(19)) + "Z")
        // One root makes it a tagged document (ISO 32000-1 § 14.8).
        draw(.begin("Document"))
        for (index, marks) in pages.enumerated() {
            for mark in marks { draw(mark) }
            let foot = PdfText.clean(footer(index + 1, pages.count))
            draw(
                .text(
                    foot, x: Self.size.width - PdfLayout.margin - width(foot, .small), baseline: Self.size.height - 28, .small, .soft))
            cairo_show_page(context)
        }
        draw(.end("Document"))
        try check()
        cairo_surface_finish(surface)
        try check()
        return sink.bytes
    }

    private func draw(_ mark: PdfMark) {
        switch mark {
        case .text(let text, let x, let baseline, let style, let color):
            choose(style)
            use(color)
            cairo_move_to(context, x, baseline)
            cairo_show_text(context, text)
        case .box(let x, let y, let width, let height, let color):
            use(color)
            cairo_rectangle(context, x, y, width, height)
            cairo_fill(context)
        case .line(let x1, let y1, let x2, let y2, let color):
            use(color)
            cairo_set_line_width(context, 0.6)
            cairo_move_to(context, x1, y1)
            cairo_line_to(context, x2, y2)
            cairo_stroke(context)
        case .begin(let tag): cairo_tag_begin(context, tag, nil)
        case .end(let tag): cairo_tag_end(context, tag)
        }
    }

    private func use(_ color: PdfColor) {
        let (red, green, blue) = color.parts
        cairo_set_source_rgb(context, red, green, blue)
    }
}

/// Makes text fit for paper, whatever somebody has typed.
enum PdfText {
    /// In composed letters, without what cannot be seen or turns the direction of writing; new lines are kept.
    static func clean(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.precomposedStringWithCanonicalMapping.unicodeScalars {
            if scalar == "\n" || scalar == "\u{2028}" || scalar == "\u{2029}" {
                result.append("\n")
                continue
            }
            switch scalar.properties.generalCategory {
            case .control: if scalar == "\t" { result.append(" ") }
            case .format, .surrogate, .privateUse, .unassigned: continue
            default: result.append(scalar)
            }
        }
        return String(result)
    }

    /// Lines no wider than `most`: broken between words, and inside a word that is wider than a line.
    static func wrap(_ text: String, most: Double, _ width: (String) -> Double) -> [String] {
        var lines: [String] = []
        let space = width(" ")
        for paragraph in clean(text).split(separator: "\n", omittingEmptySubsequences: false) {
            var line = ""
            var length = 0.0
            for word in paragraph.split(separator: " ") {
                for (index, piece) in pieces(String(word), most: most, width).enumerated() {
                    // Spaces that hold together what they stand between are plain ones on paper, so that it can be searched for.
                    let shown = String(piece.text.map { $0 == "\u{00A0}" || $0 == "\u{202F}" ? " " : $0 })
                    if line.isEmpty {
                        (line, length) = (shown, piece.width)
                    } else if index == 0, length + space + piece.width <= most {
                        line += " " + shown
                        length += space + piece.width
                    } else {
                        lines.append(line)
                        (line, length) = (shown, piece.width)
                    }
                }
            }
            lines.append(line)
        }
        return lines
    }

    private static func pieces(_ word: String, most: Double, _ width: (String) -> Double) -> [(text: String, width: Double)] {
        let whole = width(word)
        if whole <= most { return [(word, whole)] }
        var pieces: [(text: String, width: Double)] = []
        var (piece, length) = ("", 0.0)
        // After a dash or a slash, where a reader would break it, if the parts then fit: a period of days, an address.
        for part in parts(word) {
            let size = width(part)
            if length + size <= most {
                piece += part
                length += size
                continue
            }
            if !piece.isEmpty { pieces.append((piece, length)) }
            (piece, length) = (size <= most ? part : "", size <= most ? size : 0)
            if size <= most { continue }
            for character in part {
                let size = width(String(character))
                if !piece.isEmpty, length + size > most {
                    pieces.append((piece, length))
                    (piece, length) = ("", 0)
                }
                piece.append(character)
                length += size
            }
        }
        if !piece.isEmpty { pieces.append((piece, length)) }
        return pieces
    }

    /// A word cut after each dash and slash.
    private static func parts(_ word: String) -> [String] {
        var parts: [String] = []
        var part = ""
        for character in word {
            part.append(character)
            if "–-/".contains(character) {
                parts.append(part)
                part = ""
            }
        }
        if !part.isEmpty { parts.append(part) }
        return parts
    }
}
