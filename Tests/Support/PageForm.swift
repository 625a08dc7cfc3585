import Foundation

/// A form as it stands on a page, for walks that fill in every form there is without knowing any of them.
struct PageForm: Sendable {
    struct Field: Sendable {
        enum Kind: Sendable { case hidden, text, choice, file, button }
        let name: String
        let kind: Kind
        /// What it holds, or may be chosen to hold.
        var values: [String]
    }

    let action: String
    let isMultipart: Bool
    var fields: [Field]

    /// The same for the same form about other records: identities in the address do not count.
    var key: String {
        let path = action.split(separator: "/", omittingEmptySubsequences: false).map { $0.count == 26 ? ":id" : String($0) }
        return path.joined(separator: "/") + " " + fields.map(\.name).sorted().joined(separator: " ")
    }

    /// Every form on a page that is sent with POST.
    static func all(in html: String) -> [PageForm] {
        html.components(separatedBy: "<form").dropFirst().compactMap { part in
            guard let end = part.range(of: "</form>"), let head = part.range(of: ">") else { return nil }
            let opening = attributes(String(part[..<head.lowerBound]))
            guard opening["method"]?.lowercased() == "post", let action = opening["action"] else { return nil }
            return PageForm(
                action: action, isMultipart: opening["enctype"]?.contains("multipart") ?? false,
                fields: fields(in: String(part[head.upperBound..<end.lowerBound])))
        }
    }

    private static func fields(in html: String) -> [Field] {
        var fields: [Field] = []
        func add(_ name: String, _ kind: Field.Kind, _ value: String) {
            if kind == .choice, let index = fields.firstIndex(where: { $0.name == name && $0.kind == .choice }) {
                fields[index].values.append(value)
            } else {
                fields.append(Field(name: name, kind: kind, values: [value]))
            }
        }
        for (tag, rest) in tags(html) {
            let found = attributes(tag)
            guard let name = found["name"], !name.isEmpty else { continue }
            switch tag.prefix(while: { $0 != " " && $0 != ">" }).lowercased() {
            case "input":
                switch found["type"] ?? "text" {
                case "hidden": add(name, .hidden, found["value"] ?? "")
                case "radio", "checkbox": add(name, .choice, found["value"] ?? "on")
                case "file": add(name, .file, "")
                case "submit", "button": add(name, .button, found["value"] ?? "")
                default: add(name, .text, found["value"] ?? "")
                }
            case "textarea": add(name, .text, plain(String(rest.prefix { $0 != "<" })))
            case "button": add(name, .button, found["value"] ?? "")
            case "select":
                let body = rest.components(separatedBy: "</select>")[0]
                for (option, _) in tags(body) where option.lowercased().hasPrefix("option") {
                    add(name, .choice, attributes(option)["value"] ?? "")
                }
            default: continue
            }
        }
        return fields
    }

    /// Each tag without its brackets, with what follows it.
    private static func tags(_ html: String) -> [(tag: String, rest: Substring)] {
        var found: [(String, Substring)] = []
        var rest = html[...]
        while let start = rest.firstIndex(of: "<") {
            rest = rest[rest.index(after: start)...]
            guard let end = rest.firstIndex(of: ">") else { break }
            found.append((String(rest[..<end]), rest[rest.index(after: end)...]))
            rest = rest[rest.index(after: end)...]
        }
        return found
    }

    private static func attributes(_ tag: String) -> [String: String] {
        var found: [String: String] = [:]
        var parts = tag.components(separatedBy: "=\"")
        guard var name = parts.first?.split(separator: " ").last.map(String.init) else { return [:] }
        parts.removeFirst()
        for part in parts {
            let pieces = part.components(separatedBy: "\"")
            found[name] = plain(pieces[0])
            name = pieces.dropFirst().joined(separator: "\"").split(separator: " ").last.map(String.init) ?? ""
        }
        return found
    }

    private static func plain(_ text: String) -> String {
        text.replacingOccurrences(of: "&quot;", with: "\"").replacingOccurrences(of: "&#39;", with: "'")
            .replacingOccurrences(of: "&lt;", with: "<").replacingOccurrences(of: "&gt;", with: ">")
            .replacingOccurrences(of: "&amp;", with: "&")
    }
}
