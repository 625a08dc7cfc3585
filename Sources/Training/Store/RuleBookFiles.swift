import AlisDomain
import Foundation

/// Finds and reads the rule files in the reference folder.
package enum RuleBookFiles {
    /// Larger files than this are not read; the largest of ours is a hundredth of it.
    private static let largest = 4_000_000

    /// Reads and checks the files of `Reference/rules`. Only a book without problems may be used.
    package static func read(folder: String) -> (book: RuleBook, problems: [ReferenceProblem]) {
        var files: [String: String] = [:]
        for name in RuleParser.fileNames { files[name] = text(folder + "/" + name) }
        return RuleParser.parse(files)
    }

    /// The text of one file; nil when it is not there, too large, or not UTF-8.
    package static func text(_ path: String) -> String? {
        guard let size = try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int, size <= largest,
            let bytes = FileManager.default.contents(atPath: path)
        else { return nil }
        return String(validating: bytes, as: UTF8.self)
    }
}
