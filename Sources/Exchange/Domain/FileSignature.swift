/// What a file is, judged by its first bytes; its name is never trusted.
package enum FileSignature: Hashable, Sendable {
    case empty
    /// A zip archive: `.xlsx`, `.xlsm`, `.ods` and many things that are no spreadsheets.
    case zip
    /// An OLE compound file without an encrypted package: `.xls`, `.doc`.
    case compoundFile
    /// An OLE compound file that holds a package protected by a password.
    case encryptedCompoundFile
    /// Can be read as text, so it may be CSV.
    case text
    case other

    /// Looks at the beginning of the file, and for text and compound files at all of it.
    package init(of bytes: [UInt8]) {
        if bytes.isEmpty {
            self = .empty
        } else if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) || bytes.starts(with: [0x50, 0x4B, 0x05, 0x06]) {
            self = .zip
        } else if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) {
            self = Self.holdsEncryptedPackage(bytes) ? .encryptedCompoundFile : .compoundFile
        } else {
            self = Self.looksLikeText(bytes) ? .text : .other
        }
    }

    /// Directory entries are 128 bytes long, in sectors that begin at multiples of 512, and begin with the name in UTF-16.
    private static func holdsEncryptedPackage(_ bytes: [UInt8]) -> Bool {
        var name: [UInt8] = []
        for byte in "EncryptedPackage".utf8 { name += [byte, 0] }
        var start = 512
        while start + name.count <= bytes.count {
            if bytes[start] == name[0], bytes[start..<(start + name.count)].elementsEqual(name) { return true }
            start += 128
        }
        return false
    }

    private static func looksLikeText(_ bytes: [UInt8]) -> Bool {
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { return true }
        let isFiller = { (byte: UInt8) in byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D || byte >= 0x80 }
        let start = bytes.prefix(1_024).drop(while: isFiller)
        let opening = String(decoding: start.prefix(64), as: UTF8.self).lowercased()
        // Web pages and XML saved with a spreadsheet's ending; PDF and RTF begin as text but are none.
        let foreign = ["<?xml", "<!doctype", "<html", "<table", "<head", "<meta", "%pdf", "{\\rtf"]
        if foreign.contains(where: opening.hasPrefix) { return false }
        let allowed: Set<UInt8> = [0x09, 0x0A, 0x0C, 0x0D, 0x1A]
        return !bytes.contains { $0 < 0x20 && !allowed.contains($0) }
    }
}
