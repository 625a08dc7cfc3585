import Crypto
import Foundation

/// Style sheet, scripts and pictures, read into memory at start. CSS lies one file per component and is sent as one.
package struct Assets: Sendable {
    package struct File: Sendable {
        package let bytes: [UInt8]
        package let type: String
    }

    /// By address.
    package let files: [String: File]
    /// Changes when any of them does.
    package let version: String

    /// The order of the style sheet's layers is the order of these names.
    private static let styleOrder = ["base", "layout", "components", "areas", "print"]

    /// Reads the folder `Public` under `root`; what is missing there is simply not served.
    package init(root: String) {
        let folder = URL(fileURLWithPath: root).appendingPathComponent("Public")
        var files: [String: File] = [:]
        var style = "@layer \(Self.styleOrder.joined(separator: ", "));\n"
        for layer in Self.styleOrder {
            for url in Self.list(folder.appendingPathComponent("css/\(layer)")) where url.pathExtension == "css" {
                guard let text = try? String(contentsOf: url, encoding: .utf8) else { continue }
                style += "@layer \(layer) {\n\(text)\n}\n"
            }
        }
        files["/css/alis.css"] = File(bytes: Array(style.utf8), type: "text/css; charset=utf-8")
        let types = [
            "js": "text/javascript; charset=utf-8", "svg": "image/svg+xml", "png": "image/png", "txt": "text/plain; charset=utf-8",
        ]
        for (part, address) in [("js", "/js/"), ("images", "/bilder/"), ("files", "/")] {
            for url in Self.list(folder.appendingPathComponent(part)) {
                guard let type = types[url.pathExtension], let data = try? Data(contentsOf: url) else { continue }
                files[address + url.lastPathComponent] = File(bytes: Array(data), type: type)
            }
        }
        self.files = files
        var hash = SHA256()
        for (address, file) in files.sorted(by: { $0.key < $1.key }) {
            hash.update(data: Array(address.utf8))
            hash.update(data: file.bytes)
        }
        version = hash.finalize().prefix(6).map { String($0, radix: 36) }.joined()
    }

    private static func list(_ folder: URL) -> [URL] {
        let found = try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
        return (found ?? []).sorted { $0.lastPathComponent < $1.lastPathComponent }
    }
}
