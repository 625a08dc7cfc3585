/// A municipality as one and the same through changes of number and name (*kommune*): a short key such as `tromso`.
package struct MunicipalityID: Hashable, Sendable, Comparable, CustomStringConvertible {
    package let key: String
    package var description: String { key }

    /// Nil unless 1–40 lower-case letters, digits and hyphens.
    package init?(_ key: some StringProtocol) {
        guard (1...40).contains(key.utf8.count),
            key.utf8.allSatisfy({ (97...122).contains($0) || (48...57).contains($0) || $0 == 45 })
        else { return nil }
        self.key = String(key)
    }

    package static func < (left: MunicipalityID, right: MunicipalityID) -> Bool { left.key < right.key }
}

/// A hospital trust's short code (*helseforetak*), such as `NLSH`, as in `Reference/`.
package struct TrustCode: Hashable, Sendable, Comparable, CustomStringConvertible {
    package let code: String
    package var description: String { code }

    package init?(_ code: some StringProtocol) {
        guard (1...12).contains(code.utf8.count), code.utf8.allSatisfy({ (48...57).contains($0) || (65...90).contains($0) || $0 == 95 })
        else { return nil }
        self.code = String(code)
    }

    package static func < (left: TrustCode, right: TrustCode) -> Bool { left.code < right.code }
}

/// An ALIS office's short code (*ALIS-kontor*), such as `NORD`.
package struct OfficeCode: Hashable, Sendable, Comparable, CustomStringConvertible {
    package let code: String
    package var description: String { code }

    package init?(_ code: some StringProtocol) {
        guard (1...12).contains(code.utf8.count), code.utf8.allSatisfy({ (48...57).contains($0) || (65...90).contains($0) || $0 == 95 })
        else { return nil }
        self.code = String(code)
    }

    package static func < (left: OfficeCode, right: OfficeCode) -> Bool { left.code < right.code }
}
