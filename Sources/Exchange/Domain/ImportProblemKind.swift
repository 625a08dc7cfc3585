extension RowProblem {
    /// Everything that can be the matter with a row. `ImportTexts` puts each in words.
    package enum Kind: Hashable, Sendable {
        // Cells that cannot be read
        case nationalIdentityNumber
        case formulaFailed
        case tooLong(limit: Int)
        case unreadableDay
        /// Such as 31 February.
        case dayDoesNotExist
        case dayWithoutYear
        /// Outside the years that a training can touch.
        case dayFarAway
        case unreadablePercent
        case percentOutOfRange
        /// A word that is none of those the column knows.
        case unknownWord
        case notAnHPRNumber
        case notABirthYear
        case notAnEmailAddress
        case notAPhoneNumber
        case notAName
        /// Only one word where a full name is wanted.
        case nameIncomplete
        case unknownMunicipality
        case unknownTrust
        /// None of the kinds of absence there are; what stands there is not repeated.
        case unknownAbsence
        case unreadableHalfYear
        case notMonths

        // Cells that can be read in several ways
        /// A year alone, or a half-year, where a day is wanted.
        case dayIncomplete
        /// `04/13/2021`, or `03/04/2021` in a column that has such days.
        case dayOrMonthFirst
        /// `1`: 1 % or 100 %.
        case percentOrFraction
        case ambiguousMunicipality
        case ambiguousTrust
        /// A trust, and after it something that is no department: another trust, a half-year, a no.
        case trustAndMore

        /// Whether a start is the training's or the job's; the training's start that the register has, if it has one.
        case startOfWhat(registered: CalendarDay?)

        // Cells that do not go together
        case municipalitiesDisagree
        case endBeforeStart(ImportField, ImportField)
        case schemeAndConversionDisagree
        case missing(ImportField)
        /// Absent from the sheet and needed for something new; can be answered.
        case notSaid(ImportField)
        case conversionDayNotSaid
        case endInFuture

        // The row and the register
        case outsideScope(MunicipalityID)
        /// The row may be about a doctor whose record the importer may not change: those who answer for her are asked. How it stands
        /// with that; nil when it has not been asked.
        case needsLeave(TransferRequest.State?)
        case severalPeople
        /// One person in the register may be this one, but name alone is too little to tell.
        case perhaps
        /// The same HPR number on a person with quite another name.
        case nameDiffers(registered: String)
        /// The same name and birth year, e-mail or municipality, or nearly the same number, on a person with another HPR number.
        case hprDiffers(registered: String)
        /// The person has been found under another row too, with the same place of work.
        case sameEngagement(rows: [RowReference])
        /// Rows about one person say different things of her, her training or her wish.
        case rowsDisagree(ImportField, rows: [RowReference])
        /// The register has the other scheme: converted on a day, or wrong all along?
        case schemeChanged(from: Training.Scheme, to: Training.Scheme)
        case trainingHasEnded(CalendarDay)
        case engagementHasEnded(CalendarDay)
        /// Before the training began or after it ended: the day it did.
        case absenceOutsideTraining(CalendarDay)
        /// With other absence at the same time, more than the whole position.
        case absenceTooMuch
        /// The start of the training or engagement is later in the file than in the register, which would lose what lies between.
        case startMovesLater(ImportField, said: CalendarDay, registered: CalendarDay)
        /// With the doctor's other work, more than a whole position from a day on; the others, as the register or earlier rows have them.
        case tooMuchWork(from: CalendarDay, others: [WorkThen])
        /// The new scheme, with this start before it came into force: converted on a day, or the old scheme all along?
        case newSchemeTooEarly(CalendarDay, first: CalendarDay)
        /// A conversion before the new scheme came into force.
        case convertedTooEarly(first: CalendarDay)
        /// The start in the file is later than something the register holds about the training or engagement.
        /// What the register has instead.
        case startAfterHistory(ImportField, registered: CalendarDay)
        /// The old scheme, with this start after the new one came into force.
        case oldSchemeStartedLate(CalendarDay)
        /// A training that begins on this day, more than a year ahead.
        case startsFarAhead(CalendarDay)

        // Notices
        case readAsSerial(CalendarDay)
        case monthReadAsDay(CalendarDay)
        case assumedDay(ImportField, CalendarDay)
        case assumedPercent(ImportField, PositionPercent)
        case noteNotKept
        /// The row's wish for hospital service is not taken in, as answered.
        case wishLeftOut
        case municipalityHasMerged(MunicipalityID, into: MunicipalityID)
        case notAboutAPerson
        /// Everything that is read stands in an earlier row of the sheet too.
        case sameAsRow(RowReference)
        case leftOut

        var isTooMuchWork: Bool { if case .tooMuchWork = self { true } else { false } }

        /// Other work at the same time (*annet arbeid da*).
        package struct WorkThen: Hashable, Sendable {
            package let municipality: MunicipalityID
            package let percent: PositionPercent
            package let period: Period

            package init(municipality: MunicipalityID, percent: PositionPercent, period: Period) {
                self.municipality = municipality
                self.percent = percent
                self.period = period
            }
        }

        /// What it means for the row.
        package var severity: Severity {
            switch self {
            case .readAsSerial, .monthReadAsDay, .assumedDay, .assumedPercent, .noteNotKept, .wishLeftOut,
                .municipalityHasMerged,
                .notAboutAPerson, .sameAsRow:
                .notice
            case .unknownAbsence, .dayIncomplete, .dayOrMonthFirst, .percentOrFraction, .ambiguousMunicipality, .ambiguousTrust,
                .trustAndMore, .notSaid,
                .conversionDayNotSaid, .endInFuture, .startOfWhat, .startMovesLater, .newSchemeTooEarly, .severalPeople, .perhaps,
                .nameDiffers, .hprDiffers, .schemeChanged,
                .trainingHasEnded, .engagementHasEnded, .oldSchemeStartedLate, .startsFarAhead:
                .question
            case .nationalIdentityNumber, .formulaFailed, .tooLong, .unreadableDay, .dayDoesNotExist, .dayWithoutYear, .dayFarAway,
                .unreadablePercent, .percentOutOfRange, .unknownWord, .notAnHPRNumber, .notABirthYear, .notAnEmailAddress, .notAPhoneNumber,
                .notAName, .nameIncomplete, .unknownMunicipality, .unknownTrust, .unreadableHalfYear, .notMonths,
                .municipalitiesDisagree, .endBeforeStart, .schemeAndConversionDisagree, .missing, .outsideScope, .needsLeave,
                .sameEngagement,
                .rowsDisagree,
                .absenceOutsideTraining, .absenceTooMuch, .tooMuchWork, .convertedTooEarly, .startAfterHistory, .leftOut:
                .stops
            }
        }

        /// The short name by which answers to questions about whole rows are kept.
        package var code: String {
            switch self {
            case .severalPeople, .perhaps, .nameDiffers, .hprDiffers: "person"
            case .schemeChanged: "schemeChanged"
            case .trainingHasEnded: "trainingHasEnded"
            case .engagementHasEnded: "engagementHasEnded"
            case .conversionDayNotSaid: "conversionDay"
            case .endInFuture: "endInFuture"
            // With the day: a yes to one day is none to another, and does not take back the other day that was given for it.
            case .oldSchemeStartedLate(let start): "oldSchemeStartedLate-\(start.iso)"
            case .startsFarAhead(let start): "startsFarAhead-\(start.iso)"
            case .newSchemeTooEarly(let start, first: _): "newSchemeTooEarly-\(start.iso)"
            case .startMovesLater(let field, let said, registered: _): "\(field.rawValue)MovesLater-\(said.iso)"
            case .startOfWhat: "startOfWhat"
            case .dayOrMonthFirst: "monthFirst"
            case .notSaid(let field) where field.isOfWish: "wish"
            default: "row"
            }
        }
    }
}
