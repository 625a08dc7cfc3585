import AlisDomain
import Testing

@Suite struct FileSignatureTests {
    private func compoundFile(stream: String) -> [UInt8] {
        let head: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
        var bytes = head + [UInt8](repeating: 0, count: 2_048)
        for (place, byte) in stream.utf8.enumerated() { bytes[1_024 + 128 + place * 2] = byte }
        return bytes
    }

    @Test func `files are known by their content`() {
        #expect(FileSignature(of: []) == .empty)
        #expect(FileSignature(of: [0x50, 0x4B, 0x03, 0x04]) == .zip)
        #expect(FileSignature(of: compoundFile(stream: "EncryptedPackage")) == .encryptedCompoundFile)
        #expect(FileSignature(of: compoundFile(stream: "Workbook")) == .compoundFile)
        #expect(FileSignature(of: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) == .compoundFile)
        #expect(FileSignature(of: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0]) == .other)
        #expect(FileSignature(of: Array("Navn;HPR-nr".utf8)) == .text)
        #expect(FileSignature(of: Array("\u{FEFF}  <!DOCTYPE html><table>".utf8)) == .other)
        #expect(FileSignature(of: Array("%PDF-1.7".utf8)) == .other)
    }
}
