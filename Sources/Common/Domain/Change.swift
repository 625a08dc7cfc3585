/// One change to the register (*endring*): every version is recorded in one, with who, when and why.
package struct Change: Hashable, Sendable {
    package let number: ChangeNumber
    package let recordedAt: Instant
    package let act: ChangeAct
    /// The account that did it, or a program's name such as `alis`.
    package let account: String
    /// The person's name as shown in the history.
    package let byName: String
    /// The organisation the person acted for, as shown in the history.
    package let organisation: String
    /// Why, in the person's own words; may be empty where the act says it all.
    package let reason: String

    package init(
        number: ChangeNumber, recordedAt: Instant, act: ChangeAct, account: String, byName: String, organisation: String, reason: String
    ) {
        self.number = number
        self.recordedAt = recordedAt
        self.act = act
        self.account = account
        self.byName = byName
        self.organisation = organisation
        self.reason = reason
    }
}

/// What a change was, for the history a lay person reads. Every area has kinds of its own (`Area.acts`); they are told apart by their codes.
package struct ChangeAct: Hashable, Sendable, CustomStringConvertible {
    /// How it stands in the log, for ever.
    package let code: String
    /// What it is called on screen.
    package let name: Text
    /// Whether whoever does it must say why.
    package let asksWhy: Bool

    package var description: String { code }

    package init(_ code: String, _ name: Text, asksWhy: Bool = false) {
        self.code = code
        self.name = name
        self.asksWhy = asksWhy
    }

    package static func == (left: ChangeAct, right: ChangeAct) -> Bool { left.code == right.code }
    package func hash(into hasher: inout Hasher) { hasher.combine(code) }
}

/// Who records something: given by the signed-in viewer, or by the command line.
package struct Recorder: Hashable, Sendable {
    package let account: String
    package let name: String
    package let organisation: String

    package init(account: String, name: String, organisation: String) {
        self.account = account
        self.name = name
        self.organisation = organisation
    }
}
