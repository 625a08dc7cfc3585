import AlisDomain

/// A form's one-time mark together with what it said: the same form sent twice is carried out once, and a form that was changed and
/// sent again with the old mark (the browser's Back does that) is told from it.
package struct OnceMark: Sendable, Equatable {
    /// What became of a form with this mark before.
    package enum Earlier: Sendable, Equatable {
        case unsent
        /// It said the same, and was carried out in this change.
        case same(ChangeNumber)
        /// It said something else, which was carried out in this change.
        case other(ChangeNumber)
    }

    private let token: String
    private let digest: String

    /// - Parameter content: all that was filled in. Nil when there is no mark: then nothing is known about earlier sendings.
    package init?(token: String, content: String) {
        guard !token.isEmpty else { return nil }
        self.token = token
        // Tells contents apart, and keeps nothing of them. It guards no secret: FNV-1a is enough.
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in content.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
        digest = String(hash, radix: 16)
    }

    /// What the change log keeps.
    package var stored: String { "\(token)~\(digest)" }

    /// Whether a form with this mark has been carried out. Ask after `serialiseWriters`, so that two at once are seen one after the other.
    package func earlier(on connection: Connection) throws -> Earlier {
        let found = try connection.rows(
            """
            SELECT number, formToken FROM change
            WHERE formToken = \(token) OR (formToken >= \(token + "~") AND formToken < \(token + "\u{7F}"))
            ORDER BY number
            """
        ) { (number: $0.int(0), mark: $0.text(1)) }
        if let same = found.first(where: { $0.mark == stored || $0.mark == token }) { return .same(same.number) }
        return found.first.map { .other($0.number) } ?? .unsent
    }
}

/// A form was sent before with other contents under the same mark: nothing is done, and whoever sent it decides whether this is to be
/// saved too. Said as done without being saved, it would be lost.
package struct SentBefore: Error, Sendable {
    /// The change that the first sending became.
    package let change: Change?
    /// Whether it can be done once only, so that there is nothing to save what it says now to.
    package var isFinal = false
}
