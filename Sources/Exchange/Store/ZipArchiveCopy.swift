import CZip
import Foundation

extension ZipArchive {
    /// The archive with some parts' contents replaced, all others as they lie. Nil when it cannot be written.
    func copy(of original: [UInt8], replacing parts: [String: [UInt8]]) -> [UInt8]? {
        guard let source = Self.source(original) else { return nil }
        zip_source_keep(source)
        defer { zip_source_free(source) }
        guard let handle = zip_open_from_source(source, 0, nil) else {
            zip_source_free(source)
            return nil
        }
        for (name, content) in parts {
            guard let place = place(of: name), let part = Self.part(content, of: handle) else {
                zip_discard(handle)
                return nil
            }
            guard zip_file_replace(handle, place, part, zip_flags_t(ZIP_FL_OVERWRITE)) == 0 else {
                zip_source_free(part)
                zip_discard(handle)
                return nil
            }
        }
        guard zip_close(handle) == 0 else {
            zip_discard(handle)
            return nil
        }
        return Self.content(of: source)
    }

    private static func source(_ bytes: [UInt8]) -> OpaquePointer? {
        guard let copy = malloc(max(1, bytes.count)) else { return nil }
        bytes.withUnsafeBytes { if let base = $0.baseAddress { memcpy(copy, base, bytes.count) } }
        guard let source = zip_source_buffer_create(copy, zip_uint64_t(bytes.count), 1, nil) else {
            free(copy)
            return nil
        }
        return source
    }

    private static func part(_ bytes: [UInt8], of handle: OpaquePointer) -> OpaquePointer? {
        guard let copy = malloc(max(1, bytes.count)) else { return nil }
        bytes.withUnsafeBytes { if let base = $0.baseAddress { memcpy(copy, base, bytes.count) } }
        guard let source = zip_source_buffer(handle, copy, zip_uint64_t(bytes.count), 1) else {
            free(copy)
            return nil
        }
        return source
    }

    private static func content(of source: OpaquePointer) -> [UInt8]? {
        guard zip_source_open(source) == 0 else { return nil }
        defer { zip_source_close(source) }
        var result: [UInt8] = []
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 65_536, alignment: 16)
        defer { buffer.deallocate() }
        while true {
            let count = zip_source_read(source, buffer.baseAddress, zip_uint64_t(buffer.count))
            guard count >= 0 else { return nil }
            if count == 0 { return result }
            result += buffer[..<Int(count)]
        }
    }
}
