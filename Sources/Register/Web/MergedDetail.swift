import AlisDomain

/// What a record merged into a doctor's says of her that the record kept does not (*fra den andre registreringen*): shown beside what is
/// kept, so that a merge takes nothing out of sight, and taken over when somebody says so.
struct MergedDetail: Sendable {
    /// The parts of a person, by their names in addresses.
    enum Part: String, CaseIterable, Sendable {
        case name = "navn"
        case hpr
        case birthYear = "fodt"
        case email = "epost"
        case phone = "telefon"

        /// Whether the doctor may change it herself.
        var isContact: Bool { self == .email || self == .phone }

        var title: Text {
            switch self {
            case .name: TraineeTexts.name
            case .hpr: TraineeTexts.hpr
            case .birthYear: TraineeTexts.birthYear
            case .email: TraineeTexts.email
            case .phone: TraineeTexts.phone
            }
        }

        func text(_ trainee: Trainee) -> String {
            switch self {
            case .name: trainee.fullName
            case .hpr: trainee.hpr?.digits ?? ""
            case .birthYear: trainee.birthYear.map(String.init) ?? ""
            case .email: trainee.email?.text ?? ""
            case .phone: trainee.phone ?? ""
            }
        }

        /// The fields of the person form that say it.
        func fields(_ trainee: Trainee) -> [(name: String, value: String)] {
            if self == .name { return [("fornavn", trainee.givenName), ("etternavn", trainee.familyName)] }
            return [(rawValue, text(trainee))]
        }

        /// What two texts are compared by: neither case nor the spaces of a number make another of it.
        fileprivate func key(_ text: String) -> String {
            self == .name || self == .email ? text.lowercased() : text.filter { !$0.isWhitespace }
        }
    }

    let part: Part
    let text: String
    /// The record that says it.
    let source: RecordID

    /// All that differs from what is kept or fills what is empty there, each said once.
    static func all(of record: TraineeRecord, on day: CalendarDay) -> [MergedDetail] {
        guard let kept = record.trainee(on: day) else { return [] }
        var said = Set(Part.allCases.map { "\($0.rawValue) \($0.key($0.text(kept)))" })
        var found: [MergedDetail] = []
        for part in Part.allCases {
            for thing in record.merged {
                guard let other = trainee(of: thing, on: day) else { continue }
                let text = part.text(other)
                guard !text.isEmpty, said.insert("\(part.rawValue) \(part.key(text))").inserted else { continue }
                found.append(MergedDetail(part: part, text: text, source: thing.id))
            }
        }
        return found
    }

    /// What the person form is filled with to take over what an address asks for: `fra` the record, `felt` the part. Empty when it asks
    /// for nothing that is there.
    static func asked(_ query: FormData, of record: TraineeRecord, on day: CalendarDay) -> [(name: String, value: String)] {
        guard let part = Part(rawValue: query["felt"]), let thing = record.merged.first(where: { $0.id.text == query["fra"] }),
            let other = trainee(of: thing, on: day), !part.text(other).isEmpty
        else { return [] }
        return part.fields(other)
    }

    private static func trainee(of thing: TraineeRecord.Thing<Trainee>, on day: CalendarDay) -> Trainee? {
        thing.timeline.value(on: day) ?? thing.last?.value
    }

    /// Under what is kept: what the others say, each with the way to take it over for those who may.
    static func html(_ opened: RecordDesk.Opened, _ frame: Frame) -> Html {
        let details = all(of: opened.record, on: frame.today)
        if details.isEmpty { return .empty }
        let items = details.map { detail -> Html in
            let address = "\(Addresses.person(opened.record.id))?fra=\(detail.source.text)&felt=\(detail.part.rawValue)"
            let link: Html =
                opened.mayEdit || opened.isOwn && detail.part.isContact
                ? """
                 <a href="\(address)">\(frame[DuplicateTexts.takeOver])<span class="hidden-visually">: \(frame[detail.part.title])</span></a>
                """ : .empty
            return "<dt>\(frame[detail.part.title])</dt><dd>\(detail.text)\(link)</dd>"
        }
        return "<h3>\(frame[DuplicateTexts.fromTheOther])</h3><dl class=\"facts\">\(items)</dl>"
    }
}
