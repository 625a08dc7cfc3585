/// The register's versions as packed rows in memory: what every overview, list and search is answered from.
///
/// It is no copy that can go stale: it is filled from the store's versions, knows the change it is filled up to, and takes in later
/// changes as they come, since versions are only ever added or closed. Rows lie in chunks, so that taking in a change copies
/// one chunk and not the register.
package struct RegisterIndex: Sendable {
    /// A person's place in the rows below.
    package typealias Ordinal = Int32

    package struct PersonRow: Sendable {
        package let person: Ordinal
        package let value: Trainee
        package let sortName: String
        package let span: Span
        package var superseded: Int32
    }

    /// When a version was true (day numbers, half-open) and from which change.
    package struct Span: Sendable {
        package let from: Int32
        package let to: Int32
        package let recorded: Int32
    }

    package struct TrainingRow: Sendable {
        package let person: Ordinal
        package let training: Int32
        package let span: Span
        package var superseded: Int32
        package let expectedEnd: Int32
        package let specialty: Training.Specialty
        package let scheme: Training.Scheme
        package let standing: Training.Standing
    }

    package struct EngagementRow: Sendable {
        package let person: Ordinal
        package let engagement: Int32
        package let municipality: Int32
        package let span: Span
        package var superseded: Int32
        package let percent: Int16
        package let form: Engagement.Form
        package let workplace: String
    }

    package struct AbsenceRow: Sendable {
        package let person: Ordinal
        package let span: Span
        package var superseded: Int32
        package let share: Int16
    }

    package struct WishRow: Sendable {
        package let person: Ordinal
        package let span: Span
        package var superseded: Int32
        package let wish: HospitalWish
    }

    package struct MergeRow: Sendable {
        package let duplicate: Ordinal
        package let kept: Ordinal
        package let recorded: Int32
        package var superseded: Int32
    }

    package struct ConfirmationRow: Sendable {
        package let municipality: Int32
        package let day: Int32
        package let personName: String
        package let recorded: Int32
        package var superseded: Int32
    }

    package static let never = Int32.max

    /// A change number as the rows compare it: always below `never`, so that an open row is open for everyone.
    static func knownLimit(_ change: ChangeNumber) -> Int32 { min(Int32(clamping: change), never - 1) }

    /// The newest change taken in.
    package internal(set) var upTo: ChangeNumber = 0

    package internal(set) var personIDs: [RecordID] = []
    package internal(set) var municipalityIDs: [MunicipalityID] = []
    package internal(set) var engagementIDs: [RecordID] = []
    package internal(set) var trainingIDs: [RecordID] = []
    var personOrdinals: [RecordID: Ordinal] = [:]
    var municipalityOrdinals: [MunicipalityID: Int32] = [:]
    var engagementOrdinals: [RecordID: Int32] = [:]
    var trainingOrdinals: [RecordID: Int32] = [:]
    /// Whose each training is; a training never changes person.
    var trainingPerson: [Ordinal] = []

    package internal(set) var people = Chunked<PersonRow>()
    package internal(set) var trainings = Chunked<TrainingRow>()
    package internal(set) var engagements = Chunked<EngagementRow>()
    package internal(set) var absences = Chunked<AbsenceRow>()
    package internal(set) var wishes = Chunked<WishRow>()
    package internal(set) var merges: [MergeRow] = []
    /// Pairs that are two doctors; they are few.
    package internal(set) var dismissals: [Version<DuplicateDismissal>] = []
    /// What municipalities have asked for of doctors registered elsewhere; they are few too.
    package internal(set) var transfers: [Version<TransferRequest>] = []
    package internal(set) var confirmations = Chunked<ConfirmationRow>()

    /// Where the open row of a thing lies, to be closed when it is superseded: key is identity and first day.
    var openRows: [RowKey: Int32] = [:]

    struct RowKey: Hashable, Sendable {
        let id: RecordID
        let from: Int32
        let recorded: Int32
    }

    package init() {}

    package func ordinal(of person: RecordID) -> Ordinal? { personOrdinals[person] }
    package func ordinal(of municipality: MunicipalityID) -> Int32? { municipalityOrdinals[municipality] }
}

/// An array in chunks of 4,096: a copy shares all chunks, and a change copies one.
package struct Chunked<Element: Sendable>: Sendable {
    package private(set) var chunks: [[Element]] = []
    package private(set) var count = 0
    private static var size: Int { 4096 }

    package init() {}

    package mutating func append(_ element: Element) -> Int32 {
        if count % Self.size == 0 {
            chunks.append([])
            chunks[chunks.count - 1].reserveCapacity(Self.size)
        }
        chunks[chunks.count - 1].append(element)
        count += 1
        return Int32(clamping: count - 1)
    }

    package subscript(index: Int32) -> Element {
        // Lent, not copied: a row holds several texts, and mostly one of them is asked for.
        _read { yield chunks[Int(index) / Self.size][Int(index) % Self.size] }
        set { chunks[Int(index) / Self.size][Int(index) % Self.size] = newValue }
    }

    /// Calls `body` with each element.
    @inline(__always)
    package func forEach(_ body: (borrowing Element) -> Void) {
        for chunk in chunks {
            chunk.withUnsafeBufferPointer { buffer in
                for index in buffer.indices { body(buffer[index]) }
            }
        }
    }
}
