import AlisDomain
import Foundation
import Testing

/// Runs the real program, as an operator would at the terminal, on the tests' clock.
enum TestProgram {
    /// Where a program that a test starts has its clock from. It is taken for practice data alone (`TestApplication.makeForProgram`).
    static let environment = ProcessInfo.processInfo.environment.merging(["ALIS_CLOCK": TestApplication.now.iso]) { $1 }

    /// The program beside the test bundle; nil when only the tests were built.
    static let path: String? = {
        let places = CommandLine.arguments + [(try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""]
        return places.map { URL(fileURLWithPath: $0).deletingLastPathComponent().appending(path: "alis").path }
            .first { FileManager.default.isExecutableFile(atPath: $0) }
    }()

    /// What one run printed and how it ended.
    struct Ending {
        let code: Int32
        let output: String
        let said: String

        /// The output read as JSON.
        func json() throws -> [String: Any] {
            try #require(JSONSerialization.jsonObject(with: Data(output.utf8)) as? [String: Any], "no JSON: \(output.prefix(300))")
        }
    }

    /// Runs the program to its end. What it prints goes to files, so that much of it cannot stop it.
    static func run(_ arguments: String..., environment: [String: String] = [:]) async throws -> Ending {
        try await run(arguments, environment: environment)
    }

    /// - Parameter largestFile: how large a file the program may write, in blocks of 512 bytes, as on a disk that is nearly full.
    static func run(_ arguments: [String], environment: [String: String] = [:], largestFile: Int? = nil) async throws -> Ending {
        let program = try #require(path, "the program alis is not beside the tests")
        let (output, said) = (TestFolder.newPath(), TestFolder.newPath())
        let process = Process()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = arguments
        if let largestFile {
            process.executableURL = URL(fileURLWithPath: "/bin/sh")
            process.arguments = ["-c", "trap '' XFSZ; ulimit -f \(largestFile); exec \"$0\" \"$@\"", program] + arguments
        }
        process.environment = Self.environment.merging(environment) { $1 }
        for file in [output, said] { _ = FileManager.default.createFile(atPath: file, contents: nil) }
        process.standardOutput = try FileHandle(forWritingTo: URL(fileURLWithPath: output))
        process.standardError = try FileHandle(forWritingTo: URL(fileURLWithPath: said))
        process.standardInput = FileHandle.nullDevice
        try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Void, any Error>) in
            process.terminationHandler = { _ in continuation.resume() }
            do { try process.run() } catch { continuation.resume(throwing: error) }
        }
        return Ending(
            code: process.terminationStatus, output: try String(contentsOfFile: output, encoding: .utf8),
            said: try String(contentsOfFile: said, encoding: .utf8))
    }
}
