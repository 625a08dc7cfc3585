/// One municipality becoming, or becoming part of, another on a day (*kommuneendring*: *sammenslåing, deling, nytt nummer, nytt navn*).
///
/// A merger has one row for each municipality that went in, the receiver too; a split has one row for each that came out.
package struct MunicipalityChange: Hashable, Sendable {
    /// The first day the new state held.
    package var from: CalendarDay
    package var kind: Kind
    package var old: MunicipalityID
    package var new: MunicipalityID
    /// The share of the old municipality's inhabitants that went to `new`, in thousandths; nil when it is all, or not known.
    package var shareThousandths: Int?
    /// A remark in Norwegian as the source's reader wrote it; mostly empty.
    package var note: String

    package init(
        from: CalendarDay, kind: Kind, old: MunicipalityID, new: MunicipalityID, shareThousandths: Int? = nil, note: String = ""
    ) {
        self.from = from
        self.kind = kind
        self.old = old
        self.new = new
        self.shareThousandths = shareThousandths
        self.note = note
    }

    /// What happened.
    package enum Kind: String, CaseIterable, Sendable {
        case merged, split, renumbered, renamed
    }
}

/// What one municipality was in one stretch of time.
package struct MunicipalityStretch: Hashable, Sendable {
    package var municipality: MunicipalityID
    package var period: Period
    package var facts: MunicipalityFacts

    package init(municipality: MunicipalityID, period: Period, facts: MunicipalityFacts) {
        self.municipality = municipality
        self.period = period
        self.facts = facts
    }
}

/// A county (*fylke*) in the time it existed.
package struct County: Hashable, Sendable {
    /// Two digits, as text.
    package var number: String
    package var name: String
    package var period: Period
    /// The health region's code (`HN`, `HMN`, `HV`, `HSO`).
    package var region: String

    package init(number: String, name: String, period: Period, region: String) {
        self.number = number
        self.name = name
        self.period = period
        self.region = region
    }
}
