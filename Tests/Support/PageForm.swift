import Foundation

/// A form as a browser finds it in a page: where it is sent, and what its fields hold before anybody has filled them in.
struct PageForm: Sendable {
    /// One field, or the buttons of one choice.
    struct Field: Sendable {
        enum Kind: Sendable { case hidden, text, choice, ticks, file, button }
        let name: String
        let kind: Kind
        /// What it holds: typed, chosen, or each that is ticked.
        var values: [String]
        /// What there is to choose between.
        var options: [String] = []
    }

    let action: String
    /// Whether files go with it.
    let isMultipart: Bool
    private(set) var fields: [Field] = []

    /// The same for the same form about other records: identities in the address do not count.
    var key: String {
        let path = action.split(separator: "/", omittingEmptySubsequences: false).map { $0.count == 26 ? ":id" : String($0) }
        return path.joined(separator: "/") + " " + fields.map(\.name).sorted().joined(separator: " ")
    }

    /// Every form of a page that is sent with POST, in order.
    static func all(in page: String) -> [PageForm] {
        PageText.pieces(of: page, from: "<form ", to: "</form>").compactMap { form in
            let attributes = String(form.prefix { $0 != ">" })
            guard attribute("method", in: attributes) == "post", let action = attribute("action", in: attributes) else { return nil }
            return PageForm(action: action, isMultipart: attributes.contains("multipart"), body: String(form.dropFirst(attributes.count)))
        }
    }

    private init(action: String, isMultipart: Bool, body: String) {
        self.action = action
        self.isMultipart = isMultipart
        for match in body.matches(
            of: /(?s)<input\b([^>]*)>|<textarea\b([^>]*)>(.*?)<\/textarea>|<select\b([^>]*)>(.*?)<\/select>|<button\b([^>]*)>/)
        {
            if let input = match.1 {
                add(input: String(input))
            } else if let area = match.2, let name = Self.attribute("name", in: String(area)) {
                fields.append(Field(name: name, kind: .text, values: [Self.decoded(String(match.3 ?? ""))]))
            } else if let select = match.4, let name = Self.attribute("name", in: String(select)) {
                let options = String(match.5 ?? "").matches(of: /<option\b([^>]*)>/).map { String($0.1) }
                let values = options.map { Self.attribute("value", in: $0) ?? "" }
                let chosen = options.firstIndex { $0.contains("selected") }.map { values[$0] } ?? values.first ?? ""
                fields.append(Field(name: name, kind: .choice, values: [chosen], options: values))
            } else if let button = match.6, let name = Self.attribute("name", in: String(button)) {
                fields.append(Field(name: name, kind: .button, values: [Self.attribute("value", in: String(button)) ?? ""]))
            }
        }
    }

    private mutating func add(input: String) {
        guard let name = Self.attribute("name", in: input) else { return }
        let (type, value) = (Self.attribute("type", in: input) ?? "text", Self.attribute("value", in: input) ?? "")
        switch type {
        case "radio", "checkbox":
            let kind: Field.Kind = type == "radio" ? .choice : .ticks
            if !fields.contains(where: { $0.name == name }) { fields.append(Field(name: name, kind: kind, values: [])) }
            guard let index = fields.firstIndex(where: { $0.name == name }) else { return }
            fields[index].options.append(value)
            if input.contains(/\schecked\b/) { fields[index].values.append(value) }
        case "submit", "button": fields.append(Field(name: name, kind: .button, values: [value]))
        case "file": fields.append(Field(name: name, kind: .file, values: []))
        case "hidden": fields.append(Field(name: name, kind: .hidden, values: [value]))
        default: fields.append(Field(name: name, kind: .text, values: [value]))
        }
    }

    /// What a browser sends: what stands in the fields, what is said for them in `wanted`, and for what is empty what is `usual`. A name
    /// with a thing's identity in it, such as `timer-…`, is known by what comes before it.
    func filled(_ wanted: [String: String], usual: [String: String]) -> [(String, String)] {
        fields.filter { ![.button, .file].contains($0.kind) }.flatMap { field -> [(String, String)] in
            if let value = wanted[field.name] { return [(field.name, value)] }
            let isEmpty = field.values.allSatisfy(\.isEmpty)
            let known = usual[field.name] ?? usual[String(field.name.prefix { $0 != "-" && $0 != "." })]
            switch field.kind {
            case .button, .file: return []
            case .hidden, .ticks: return field.values.map { (field.name, $0) }
            case .text: return [(field.name, isEmpty ? known ?? "" : field.values[0])]
            case .choice:
                guard isEmpty else { return field.values.map { (field.name, $0) } }
                if let known, field.options.contains(known) { return [(field.name, known)] }
                return field.options.isEmpty || field.values == [""]
                    ? field.values.map { (field.name, $0) } : [(field.name, field.options[0])]
            }
        }
    }

    private static func attribute(_ name: String, in tag: String) -> String? {
        guard let start = tag.range(of: "\(name)=\"") else { return nil }
        return decoded(String(tag[start.upperBound...].prefix { $0 != "\"" }))
    }

    private static func decoded(_ text: String) -> String {
        [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#34;", "\""), ("&#39;", "'"), ("&amp;", "&")]
            .reduce(text) { $0.replacingOccurrences(of: $1.0, with: $1.1) }
    }
}
