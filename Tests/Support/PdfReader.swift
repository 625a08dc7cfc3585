import Foundation
import Testing

/// Reads a PDF with poppler's tools, as another program does.
enum PdfReader {
    static let isInstalled = FileManager.default.isExecutableFile(atPath: "/usr/bin/pdftotext")

    /// The text with all white space as single spaces.
    static func text(_ bytes: [UInt8]) async throws -> String {
        try await run("/usr/bin/pdftotext", ["-raw"], bytes).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// Each word with where its right edge and its foot are, in points, and the number of pages.
    static func words(_ bytes: [UInt8]) async throws -> (words: [(text: String, right: Double, foot: Double)], pages: Int) {
        let page = try await run("/usr/bin/pdftotext", ["-bbox"], bytes)
        let words = page.matches(of: /<word xMin="[\d.]+" yMin="[\d.]+" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)<\/word>/).map {
            (text: String($0.3), right: Double($0.1) ?? .infinity, foot: Double($0.2) ?? .infinity)
        }
        return (words, page.matches(of: #/<page /#).count)
    }

    private static func run(_ tool: String, _ options: [String], _ bytes: [UInt8]) async throws -> String {
        let (file, result) = (TestFolder.newPath(), TestFolder.newPath())
        try Data(bytes).write(to: URL(fileURLWithPath: file))
        let process = Process()
        process.executableURL = URL(fileURLWithPath: tool)
        process.arguments = options + ["-enc", "UTF-8", file, result]
        process.standardError = FileHandle.nullDevice
        try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Void, any Error>) in
            process.terminationHandler = { _ in continuation.resume() }
            do { try process.run() } catch { continuation.resume(throwing: error) }
        }
        #expect(process.terminationStatus == 0, "\(tool) could not read it")
        return try String(contentsOfFile: result, encoding: .utf8)
    }
}
