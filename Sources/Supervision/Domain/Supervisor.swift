/// A doctor who supervises doctors in training one by one (*individuell veileder*; domain.md §7).
///
/// She must be a specialist in general practice; the Directorate of Health may exempt from that for a time (§ 25, fourth paragraph).
package struct Supervisor: Hashable, Sendable {
    package var name: String
    package var hpr: HPRNumber?
    package var specialist: SpecialistStatus
    /// Where the specialist status was seen, such as HPR, and on which day; empty and nil when nobody has looked.
    package var specialistSource: String
    package var specialistSeenOn: CalendarDay?
    /// The last day of an exemption; nil when there is none.
    package var exemptThrough: CalendarDay?
    /// Courses in supervision taken outside Alis, as written: one on each line.
    package var courses: String
    package var municipality: MunicipalityID
    /// Areas of interest, in her own words.
    package var interests: String
    package var languages: [SupervisorLanguage]
    package var meetsInPerson: Bool
    package var meetsDigitally: Bool
    /// How far she travels, or has others travel, for a meeting.
    package var travelKilometres: Int
    package var email: EmailAddress?
    package var phone: String
    /// The account she signs in with; empty when she has none.
    package var account: String
    /// Made up for demonstration and tests; marked as such on every page.
    package var isSynthetic: Bool

    package init(
        name: String, hpr: HPRNumber? = nil, specialist: SpecialistStatus = .unknown, specialistSource: String = "",
        specialistSeenOn: CalendarDay? = nil, exemptThrough: CalendarDay? = nil, courses: String = "", municipality: MunicipalityID,
        interests: String = "", languages: [SupervisorLanguage] = [], meetsInPerson: Bool = true, meetsDigitally: Bool = false,
        travelKilometres: Int = 50, email: EmailAddress? = nil, phone: String = "", account: String = "", isSynthetic: Bool = false
    ) {
        self.name = name
        self.hpr = hpr
        self.specialist = specialist
        self.specialistSource = specialistSource
        self.specialistSeenOn = specialistSeenOn
        self.exemptThrough = exemptThrough
        self.courses = courses
        self.municipality = municipality
        self.interests = interests
        self.languages = languages
        self.meetsInPerson = meetsInPerson
        self.meetsDigitally = meetsDigitally
        self.travelKilometres = travelKilometres
        self.email = email
        self.phone = phone
        self.account = account
        self.isSynthetic = isSynthetic
    }

    /// Folded: the order of lists.
    package var sortName: String { Folding.fold(name) }

    /// What lets her supervise on a day, or what stands in the way.
    package func standing(on day: CalendarDay) -> SupervisorStanding {
        if specialist == .generalPractice { return .specialist }
        if let last = exemptThrough { return day <= last ? .exempt(through: last) : .exemptionRunOut(last) }
        return specialist == .unknown ? .notChecked : .notSpecialist
    }

    /// The first day she may no longer supervise, as far as is known; nil when no such day is known.
    package var lastDayAllowed: CalendarDay? { specialist == .generalPractice ? nil : exemptThrough }

    /// The first day on which she is known not to be allowed to supervise: after an exemption, or always when she is no specialist and
    /// has none. Nil for a specialist, and for one whose status nobody has looked up.
    package var firstDayRefused: CalendarDay? {
        if specialist == .generalPractice { return nil }
        if let exemptThrough { return exemptThrough.adding(days: 1) }
        return specialist == .unknown ? nil : .earliest
    }
}

/// Whether the supervisor is a specialist in general practice (*spesialist i allmennmedisin*).
package enum SpecialistStatus: String, CaseIterable, Sendable {
    case generalPractice
    case otherSpecialty
    case none
    /// Nobody has looked it up.
    case unknown
}

/// Whether a supervisor may supervise on a day, and why or why not (*veilederens godkjenning*).
package enum SupervisorStanding: Hashable, Sendable {
    case specialist
    case exempt(through: CalendarDay)
    case exemptionRunOut(CalendarDay)
    case notSpecialist
    case notChecked

    /// One whose status nobody has looked up may be asked; one who is known not to be a specialist may not.
    package var allowsSupervision: Bool {
        switch self {
        case .specialist, .exempt, .notChecked: true
        case .exemptionRunOut, .notSpecialist: false
        }
    }
}

/// A language a supervisor can supervise in, besides Norwegian (*språk*).
package enum SupervisorLanguage: String, CaseIterable, Sendable {
    case northernSami, luleSami, southernSami, english, german, french, spanish, polish, russian, arabic
}
