import Foundation

/// One of the program's source files, as the architecture tests read it.
struct SourceFile: Sendable {
    /// Under `Sources`, such as `Register/Domain/Training.swift`.
    let path: String
    let text: String

    var name: String { String(path.split(separator: "/").last ?? "") }
    /// `Register`, `Common`, `App` …
    var area: String { String(path.split(separator: "/").first ?? "") }
    /// `Domain`, `Store`, `Web`, or nil in `App`, `CLI` and `Cast`.
    var drawer: String? {
        let parts = path.split(separator: "/")
        return parts.count > 2 && ["Domain", "Store", "Web"].contains(parts[1]) ? String(parts[1]) : nil
    }
    var target: String { drawer == "Domain" ? "AlisDomain" : area == "CLI" ? "AlisCLI" : area == "Cast" ? "AlisCast" : "Alis" }
    var lines: [Substring] { text.split(separator: "\n", omittingEmptySubsequences: false) }
    /// The modules it imports.
    var imports: [String] {
        lines.filter { $0.contains("import ") && !$0.hasPrefix(" ") && !$0.hasPrefix("/") }
            .compactMap { $0.split(separator: " ").last.map(String.init) }
    }
    /// The text without comments and without what stands in string literals.
    let code: String
    /// The words of `code`.
    let words: Set<String>

    static let all: [SourceFile] = read("Sources")

    /// The Swift files of a folder of the package.
    static func read(_ folder: String) -> [SourceFile] {
        let root = URL(fileURLWithPath: TestApplication.root).appendingPathComponent(folder)
        guard let found = FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil) else { return [] }
        return found.compactMap { $0 as? URL }.filter { $0.pathExtension == "swift" }.compactMap { url in
            guard let text = try? String(contentsOf: url, encoding: .utf8) else { return nil }
            return SourceFile(path: String(url.path.dropFirst(root.path.count + 1)), text: text)
        }.sorted { $0.path < $1.path }
    }

    init(path: String, text: String) {
        self.path = path
        self.text = text
        code = SwiftScanner.code(of: text)
        words = Set(code.split { !($0.isLetter || $0.isNumber || $0 == "_") }.map(String.init))
    }

    /// The names of the types it declares outside any other type.
    var declaredTypes: [(name: String, isPackage: Bool)] {
        lines.compactMap { line in
            guard let first = line.first, first.isLetter else { return nil }
            let parts = line.split { !($0.isLetter || $0.isNumber || $0 == "_") }
            guard let kind = parts.firstIndex(where: { ["struct", "enum", "class", "actor", "protocol", "typealias"].contains($0) }),
                parts.indices.contains(kind + 1), !parts[..<kind].contains("private"), !parts[..<kind].contains("extension"),
                !parts[..<kind].contains("func")
            else { return nil }
            return (String(parts[kind + 1]), parts[..<kind].contains("package"))
        }
    }
}
