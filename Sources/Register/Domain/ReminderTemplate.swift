import Foundation

/// A text with places to fill in (*påminnelsestekst*), such as `Hei, {{kommune}}`. What it makes is shown and copied, never sent.
package struct ReminderTemplate: Hashable, Sendable {
    /// What can be filled in, by the name that stands between the braces.
    package enum Place: String, CaseIterable, Sendable {
        case municipality = "kommune"
        case confirmed = "bekreftet"
        case count = "antall"
        case link = "lenke"
    }

    /// What is wrong with a text.
    package enum Refusal: Error, Hashable, Sendable {
        case empty
        /// Braces with something else between them than a place's name.
        case unknownPlace(String)
        /// `{{` without `}}`.
        case unclosed
    }

    private enum Part: Hashable, Sendable {
        case text(String)
        case place(Place)
    }
    private let parts: [Part]

    package init(_ text: String) throws(Refusal) {
        let text = text.replacingOccurrences(of: "\r\n", with: "\n").trimmingCharacters(in: .whitespacesAndNewlines)
        guard !text.isEmpty else { throw .empty }
        var parts: [Part] = []
        var rest = text[...]
        while let opening = rest.range(of: "{{") {
            parts.append(.text(String(rest[..<opening.lowerBound])))
            guard let closing = rest.range(of: "}}", range: opening.upperBound..<rest.endIndex) else { throw .unclosed }
            let name = rest[opening.upperBound..<closing.lowerBound].trimmingCharacters(in: .whitespaces).lowercased()
            guard let place = Place(rawValue: name) else { throw .unknownPlace(String(name.prefix(40))) }
            parts.append(.place(place))
            rest = rest[closing.upperBound...]
        }
        parts.append(.text(String(rest)))
        self.parts = parts
    }

    /// The text with its places filled in.
    package func filled(_ value: (Place) -> String) -> String {
        parts.map { part in
            switch part {
            case .text(let text): text
            case .place(let place): value(place)
            }
        }.joined()
    }
}
