import AlisDomain
import Foundation

/// The real files in `Reference/`, found from this file's own place.
enum ReferenceFolder {
    static var files: [String: String] {
        get throws {
            let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
                .deletingLastPathComponent().deletingLastPathComponent()
            var files: [String: String] = [:]
            for name in ReferenceParser.fileNames {
                files[name] = try String(contentsOf: root.appendingPathComponent("Reference/\(name)"), encoding: .utf8)
            }
            return files
        }
    }

    /// Parsed once for all tests.
    static let parsed = Result { ReferenceParser.parse(try files) }
    static let directory = Result { try parsed.get().data.directory() }
}
