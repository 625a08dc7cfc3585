import AlisDomain

/// What stands in a part of an address that varies.
package protocol AddressPart: Sendable {
    /// Letters, figures and hyphens only.
    var addressText: String { get }
}

extension RecordID: AddressPart {
    package var addressText: String { text }
}

extension String: AddressPart {
    package var addressText: String { self }
}

/// An address, declared once: routes match it by its pattern, and links are made by calling it with the parts that vary.
package struct Address<each Part: AddressPart>: Sendable {
    /// With `:name` for each part that varies.
    package let pattern: String
    /// What stands before, between and after those.
    private let words: [String]

    package init(_ pattern: String) {
        self.pattern = pattern
        var words = [""]
        for piece in pattern.split(separator: "/") {
            words[words.count - 1] += "/"
            if piece.first == ":" { words.append("") } else { words[words.count - 1] += piece }
        }
        self.words = words
    }

    package func callAsFunction(_ part: repeat each Part) -> String {
        var (text, next) = (words[0], 1)
        for part in repeat each part {
            text += part.addressText
            if next < words.count { text += words[next] }
            next += 1
        }
        return text
    }

    /// What stands before the first part that varies, for a list that writes thousands of links piece by piece.
    package var start: String { words[0] }

    /// The same as a file.
    package func file(_ ending: String) -> Address<repeat each Part> { Address(pattern + "." + ending) }
}

/// An address of which no part varies.
package typealias FixedAddress = Address<>

/// The addresses of all areas, each declared where its routes are; those that stand around every page, here. A link may lead up: an
/// address is a name, and uses nothing.
package enum Addresses {
    package static let search = FixedAddress("/sok")
    package static let language = FixedAddress("/sprak")
    package static let signOut = FixedAddress("/logg-ut")
    package static let signIn = FixedAddress("/logg-inn")
    package static let figures = FixedAddress("/tall")
    package static let accessibility = FixedAddress("/tilgjengelighet")
    package static let privacy = FixedAddress("/personvern")
    package static let aboutFigures = FixedAddress("/om-tallene")
    package static let practiceData = FixedAddress("/ovingsdata")
}
