import AlisDomain
import CZip
import Foundation

/// A zip archive in memory, read through libzip with a budget for what it unpacks to.
///
/// Sizes that the archive claims are not trusted: bytes are counted as they come.
final class ZipArchive {
    private let handle: OpaquePointer
    /// Where each part stands, by its name in lower case with forward slashes.
    private let places: [String: zip_uint64_t]
    private let limits: SpreadsheetLimits
    /// Of all parts that have been read: what they took in the archive, and what came out. What is never read, as pictures are, gives
    /// the others no room.
    private var packedBytes = 0
    private var unpackedBytes = 0

    /// Names of all parts, in lower case.
    var names: Dictionary<String, zip_uint64_t>.Keys { places.keys }

    /// - Throws: `truncated` when the directory at the end is missing, `expandsTooMuch` for too many parts, `damaged`.
    init(_ bytes: [UInt8], limits: SpreadsheetLimits) throws(SpreadsheetRefusal) {
        // libzip reads lazily, so it gets a copy that it owns and frees.
        guard let copy = malloc(max(1, bytes.count)) else { throw .damaged(part: "zip") }
        bytes.withUnsafeBytes { if let base = $0.baseAddress { memcpy(copy, base, bytes.count) } }
        guard let source = zip_source_buffer_create(copy, zip_uint64_t(bytes.count), 1, nil) else {
            free(copy)
            throw .damaged(part: "zip")
        }
        var error = zip_error_t()
        zip_error_init(&error)
        defer { zip_error_fini(&error) }
        guard let handle = zip_open_from_source(source, ZIP_RDONLY, &error) else {
            zip_source_free(source)
            throw .truncated
        }
        let count = zip_get_num_entries(handle, 0)
        guard count <= limits.parts else {
            zip_discard(handle)
            throw .expandsTooMuch
        }
        var places: [String: zip_uint64_t] = [:]
        for place in 0..<zip_uint64_t(max(0, count)) {
            guard let name = zip_get_name(handle, place, zip_flags_t(ZIP_FL_ENC_GUESS)) else { continue }
            places[Self.normalised(String(cString: name))] = place
        }
        self.handle = handle
        self.places = places
        self.limits = limits
    }

    deinit { zip_discard(handle) }

    func contains(_ name: String) -> Bool { place(of: name) != nil }

    /// A part's place in the archive, by its name in any case.
    func place(of name: String) -> zip_uint64_t? { places[Self.normalised(name)] }

    /// Unpacks a part and hands it on in pieces; `consume` may refuse, which ends the reading.
    /// - Throws: `damaged` when the part is missing, cannot be unpacked or fails its checksum; `encrypted`; `expandsTooMuch`.
    func read(_ name: String, consume: (UnsafeRawBufferPointer, _ isLast: Bool) throws(SpreadsheetRefusal) -> Void)
        throws(SpreadsheetRefusal)
    {
        guard let place = places[Self.normalised(name)] else { throw .damaged(part: name) }
        var status = zip_stat_t()
        guard zip_stat_index(handle, place, 0, &status) == 0 else { throw .damaged(part: name) }
        if status.encryption_method != ZIP_EM_NONE { throw .encrypted }
        guard let file = zip_fopen_index(handle, place, 0) else { throw .damaged(part: name) }
        defer { zip_fclose(file) }
        packedBytes += Int(clamping: status.comp_size)

        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 65_536, alignment: 16)
        defer { buffer.deallocate() }
        while true {
            let count = Int(zip_fread(file, buffer.baseAddress, zip_uint64_t(buffer.count)))
            guard count >= 0 else { throw .damaged(part: name) }
            unpackedBytes += count
            guard unpackedBytes <= limits.unpackedBytes else { throw .expandsTooMuch }
            if unpackedBytes > limits.unpackedBytesAlwaysAllowed, unpackedBytes / limits.expansion > packedBytes {
                throw .expandsTooMuch
            }
            try consume(UnsafeRawBufferPointer(rebasing: buffer[..<count]), count == 0)
            if count == 0 { return }
        }
    }

    /// Some programs write backslashes, a leading slash or another case than the references to the part.
    private static func normalised(_ name: String) -> String {
        let slashed = name.lowercased().replacing("\\", with: "/")
        return String(slashed.drop { $0 == "/" })
    }
}
