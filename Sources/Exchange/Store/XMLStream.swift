import AlisDomain
import CExpat
import Foundation

/// Reads one part of a package with expat while it is unpacked. Document types and entities are refused at once,
/// and nothing outside the part is ever fetched.
final class XMLStream {
    // The caller of `read` keeps it; counting references would cost a fifth of the time.
    private unowned(unsafe) let handler: any XMLPartHandler
    private let limits: SpreadsheetLimits
    private let part: String
    private let parser: XML_Parser
    private var depth = 0
    private var refusal: SpreadsheetRefusal?
    private var isStopped = false

    /// - Throws: what `handler` or `archive` refuses; `entityDeclarations`; `damaged` when the part is not well-formed.
    static func read(
        _ part: String, of archive: ZipArchive, into handler: some XMLPartHandler, limits: SpreadsheetLimits
    ) throws(SpreadsheetRefusal) {
        guard let parser = XML_ParserCreate(nil) else { throw .damaged(part: part) }
        defer { XML_ParserFree(parser) }
        let stream = XMLStream(parser, part: part, handler: handler, limits: limits)
        stream.install()
        (handler as? any XMLPlacedHandler)?.parser = parser
        defer { (handler as? any XMLPlacedHandler)?.parser = nil }
        var fed = 0
        // The parser holds the stream unowned, through a bare pointer.
        try withExtended(stream) { () throws(SpreadsheetRefusal) in
            try archive.read(part) { (bytes, isLast) throws(SpreadsheetRefusal) in
                try stream.feed(bytes, isLast: isLast, fed: &fed)
            }
        }
    }

    private init(_ parser: XML_Parser, part: String, handler: some XMLPartHandler, limits: SpreadsheetLimits) {
        self.parser = parser
        self.part = part
        self.handler = handler
        self.limits = limits
    }

    private static func withExtended(_ stream: XMLStream, _ body: () throws(SpreadsheetRefusal) -> Void) throws(SpreadsheetRefusal) {
        defer { withExtendedLifetime(stream) {} }
        try body()
    }

    private func feed(_ bytes: UnsafeRawBufferPointer, isLast: Bool, fed: inout Int) throws(SpreadsheetRefusal) {
        let start = bytes.assumingMemoryBound(to: CChar.self).baseAddress
        let status = XML_Parse(parser, start, Int32(bytes.count), isLast ? 1 : 0)
        if let refusal = refusal ?? handler.refusal { throw refusal }
        guard status == XML_STATUS_OK else { throw .damaged(part: part) }
        fed += bytes.count
        // A tag that never ends would be kept whole, and be read again with every piece.
        guard fed - Int(XML_GetCurrentByteIndex(parser)) <= limits.tagBytes + bytes.count else { throw .damaged(part: part) }
    }

    private func stop(_ reason: SpreadsheetRefusal) {
        if refusal == nil { refusal = reason }
        isStopped = true
        XML_StopParser(parser, 0)
    }

    private static func stream(_ pointer: UnsafeMutableRawPointer?) -> XMLStream? {
        pointer.map { Unmanaged<XMLStream>.fromOpaque($0).takeUnretainedValue() }
    }

    private func install() {
        XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
        XML_SetElementHandler(
            parser,
            { pointer, name, attributes in
                guard let stream = XMLStream.stream(pointer), let name, !stream.isStopped else { return }
                stream.depth += 1
                guard stream.depth <= stream.limits.elementDepth else { return stream.stop(.damaged(part: stream.part)) }
                stream.handler.start(XMLName(name), XMLAttributes(pointer: attributes))
            },
            { pointer, name in
                guard let stream = XMLStream.stream(pointer), let name, !stream.isStopped else { return }
                stream.depth -= 1
                stream.handler.end(XMLName(name))
            }
        )
        XML_SetCharacterDataHandler(parser) { pointer, text, count in
            guard let stream = XMLStream.stream(pointer), let text, count > 0, !stream.isStopped else { return }
            text.withMemoryRebound(to: UInt8.self, capacity: Int(count)) {
                stream.handler.text(UnsafeBufferPointer(start: $0, count: Int(count)))
            }
        }
        XML_SetStartDoctypeDeclHandler(parser) { pointer, _, _, _, _ in
            XMLStream.stream(pointer)?.stop(.entityDeclarations)
        }
        XML_SetEntityDeclHandler(parser) { pointer, _, _, _, _, _, _, _, _ in
            XMLStream.stream(pointer)?.stop(.entityDeclarations)
        }
    }
}
