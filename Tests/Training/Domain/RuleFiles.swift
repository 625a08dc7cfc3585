import AlisDomain
import Foundation

/// The real files in `Reference/rules/`, found from this file's own place.
enum RuleFiles {
    private static var root: URL {
        URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
    }

    static func read(_ name: String) throws -> String {
        try String(contentsOf: root.appendingPathComponent("Reference/\(name)"), encoding: .utf8)
    }

    static let texts = Result {
        try Dictionary(uniqueKeysWithValues: RuleParser.fileNames.map { ($0, try read($0)) })
    }
    /// Parsed once for all tests.
    static let parsed = Result { RuleParser.parse(try texts.get()) }
    static let book = Result { try parsed.get().book }
    static let sample = Result { RuleParser.catalogue("rules/objectives_sample.csv", try read("rules/objectives_sample.csv")) }
}
