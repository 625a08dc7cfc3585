import AlisDomain
import Foundation

/// Finds and reads the reference files in a folder.
package enum ReferenceFiles {
    /// Larger files than this are not read; the largest of ours is a hundredth of it.
    private static let largest = 20_000_000

    /// Reads and checks the files in `folder`. Only data without problems may be loaded.
    package static func read(folder: String) -> (data: ReferenceData, problems: [ReferenceProblem]) {
        var files: [String: String] = [:]
        var unreadable: Set<String> = []
        for name in ReferenceParser.fileNames {
            let url = URL(fileURLWithPath: folder).appendingPathComponent(name)
            guard FileManager.default.fileExists(atPath: url.path) else { continue }
            guard let size = try? url.resourceValues(forKeys: [.fileSizeKey]).fileSize, size <= largest,
                let bytes = try? Data(contentsOf: url), let text = String(validating: bytes, as: UTF8.self)
            else {
                unreadable.insert(name)
                continue
            }
            files[name] = text
        }
        var (data, problems) = ReferenceParser.parse(files)
        for index in problems.indices where problems[index].kind == .missingFile && unreadable.contains(problems[index].file) {
            problems[index].kind = .unreadable
        }
        return (data, problems)
    }
}
