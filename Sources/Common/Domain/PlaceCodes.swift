/// A municipality as one and the same through changes of number and name (*kommune*): a short key such as `tromso`.
package struct MunicipalityID: Hashable, Sendable, Comparable, CustomStringConvertible {
    package let key: String
    package var description: String { key }

    /// Nil unless 1–40 lower-case letters, digits and hyphens.
    package init?(_ key: some StringProtocol) { self.init(String(key)) }

    /// The same for the kind of text the store gives: read so often that it has its own way in.
    package init?(_ key: String) {
        guard (1...40).contains(key.utf8.count),
            key.utf8.allSatisfy({ (97...122).contains($0) || (48...57).contains($0) || $0 == 45 })
        else { return nil }
        self.key = key
    }

    package static func < (left: MunicipalityID, right: MunicipalityID) -> Bool { left.key < right.key }
}

/// A hospital trust's short code (*helseforetak*), such as `NLSH`, as in `Reference/`.
package struct TrustCode: Hashable, Sendable, Comparable, CustomStringConvertible {
    package let code: String
    package var description: String { code }

    package init?(_ code: some StringProtocol) { self.init(String(code)) }

    /// The same for the kind of text the store gives.
    package init?(_ code: String) {
        guard isOrganisationCode(code) else { return nil }
        self.code = code
    }

    package static func < (left: TrustCode, right: TrustCode) -> Bool { left.code < right.code }
}

/// An ALIS office's short code (*ALIS-kontor*), such as `NORD`.
package struct OfficeCode: Hashable, Sendable, Comparable, CustomStringConvertible {
    package let code: String
    package var description: String { code }

    package init?(_ code: some StringProtocol) { self.init(String(code)) }

    /// The same for the kind of text the store gives.
    package init?(_ code: String) {
        guard isOrganisationCode(code) else { return nil }
        self.code = code
    }

    package static func < (left: OfficeCode, right: OfficeCode) -> Bool { left.code < right.code }
}

/// 1–12 capital letters, digits and underscores.
private func isOrganisationCode(_ code: String) -> Bool {
    (1...12).contains(code.utf8.count) && code.utf8.allSatisfy { (48...57).contains($0) || (65...90).contains($0) || $0 == 95 }
}
