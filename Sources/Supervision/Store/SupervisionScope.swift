import AlisDomain

/// What a viewer may see and do in supervision (issue 3; design.md §5):
/// - administrators and offices: the supervisors and doctors of their municipalities;
/// - a municipality: the supervisors who live in it and those who supervise its doctors;
/// - a supervisor: herself and her doctors; a doctor: herself and her supervisors;
/// - the Directorate: counts, no names.
///
/// Those who look for a supervisor also see the pool: names and what is needed to choose, no way to reach them.
package struct SupervisionScope: Sendable {
    package let viewer: Viewer
    package let view: SupervisionView
    /// Whom her changes are recorded as made by.
    var recorder: Recorder { view.register.recorder(for: viewer) }
    private let scope: Scope
    private let visible: [Bool]
    /// The supervisors whose account is the viewer's.
    package let ownSupervisors: Set<RecordID>
    /// The persons the viewer herself is: also the one that her record was merged into.
    package let ownPersons: Set<RegisterIndex.Ordinal>
    /// The one of them by which she takes part in something; nil when she is no doctor.
    package let ownPerson: RegisterIndex.Ordinal?

    /// How long after an assignment's end its supervisor still sees the doctor: time to log what is left.
    static let daysAfter = 90

    package init(_ viewer: Viewer, _ view: SupervisionView) {
        self.viewer = viewer
        self.view = view
        scope = view.register.scope(viewer, on: view.today)
        visible = view.register.visible(scope, on: view.today)
        ownSupervisors =
            viewer.has(.supervisor)
            ? Set(view.book.supervisors.filter { !$0.value.account.isEmpty && $0.value.account == viewer.account }.keys) : []
        let own = viewer.grants.compactMap { grant -> RegisterIndex.Ordinal? in
            guard grant.role == .alis, case .trainee(let id) = grant.organisation else { return nil }
            return view.register.index.ordinal(of: id)
        }
        let kept = own.isEmpty ? nil : view.register.index.keptPersons
        ownPersons = Set(own).union(own.compactMap { kept?[Int($0)] })
        ownPerson = own.min()
    }

    /// Works with supervision for others: an office, a municipality, an administrator.
    package var isWriter: Bool { !viewer.roles.isDisjoint(with: Set<Role>.writers) }

    /// Sees a doctor by name as one who works with the register does.
    private func sees(asStaff person: RegisterIndex.Ordinal) -> Bool {
        isWriter && visible.indices.contains(Int(person)) && visible[Int(person)] && !ownPersons.contains(person)
    }

    package func sees(_ person: RegisterIndex.Ordinal) -> Bool {
        ownPersons.contains(person) || sees(asStaff: person) || supervises(person)
    }

    /// The viewer is her supervisor, or was until lately.
    package func supervises(_ person: RegisterIndex.Ordinal) -> Bool {
        let limit = view.today.adding(days: -Self.daysAfter)
        return view.book.assignments(ofPerson: person).contains { ownSupervisors.contains($0.value.supervisor) && $0.period.end > limit }
    }

    /// May decide who supervises her: those who may correct her record.
    package func mayAssign(_ person: RegisterIndex.Ordinal) -> Bool {
        guard sees(asStaff: person) else { return false }
        guard let home = view.homes[person] else { return scope.writesEverything }
        return scope.mayWrite(home)
    }

    /// Sees the supervisor's page, with how to reach her.
    package func sees(supervisor id: RecordID) -> Bool {
        guard let supervisor = view.book.supervisors[id] else { return false }
        if ownSupervisors.contains(id) { return true }
        if isWriter, scope.seesEveryone || scope.municipalities.contains(current(supervisor.municipality)) { return true }
        return view.book.assignments(of: id).contains {
            $0.period.end > view.today
                && (ownPersons.contains($0.person) || sees(asStaff: $0.person) && !isByLink($0.value.training, id))
        }
    }

    /// What is known of a supervisor's yes is that somebody held the link that the doctor's municipality made: it is not her own word, and
    /// the municipality that carried it does not come to see how to reach her by it.
    private func isByLink(_ training: RecordID, _ supervisor: RecordID) -> Bool {
        view.requests.contains { $0.value.training == training && $0.value.supervisor == supervisor && $0.value.state == .acceptedByLink }
    }

    /// May correct what is registered of her: her own municipality, its office, and she herself.
    package func mayEdit(supervisor id: RecordID) -> Bool {
        guard let supervisor = view.book.supervisors[id] else { return false }
        return ownSupervisors.contains(id) || mayRegister(in: supervisor.municipality)
    }

    /// May say whether she is a specialist or exempt: not she herself.
    package func mayJudge(supervisor id: RecordID) -> Bool {
        view.book.supervisors[id].map { mayRegister(in: $0.municipality) } ?? false
    }

    package func mayRegister(in municipality: MunicipalityID) -> Bool { isWriter && scope.mayWrite(current(municipality)) }

    /// The municipalities whose doctors and supervisors are the viewer's to follow up; nil for all.
    package var municipalities: Set<MunicipalityID>? { scope.seesEveryone ? nil : scope.writableMunicipalities }

    /// The supervisors on the viewer's list, in order of name.
    package var supervisors: [(id: RecordID, supervisor: Supervisor)] { view.book.ordered.filter { sees(supervisor: $0.id) } }

    /// Doctors whose service is to be supervised today and who are the viewer's to follow up, in order of name.
    package var doctors: [RegisterIndex.Ordinal] {
        let people = view.register.people(on: view.today, knownAfter: .max)
        return view.book.services.filter { person, service in
            service.position(on: view.today) != nil && (mayAssign(person) || supervises(person))
        }
        .keys.sorted { (people.rank[Int($0)], $0) < (people.rank[Int($1)], $1) }
    }

    /// Each doctor's name and place, for lists to choose from; two of one name in one place are told apart by what else is known.
    package func labels(_ persons: [RegisterIndex.Ordinal]) -> [RegisterIndex.Ordinal: String] {
        let people = view.register.people(on: view.today, knownAfter: .max)
        let plain = persons.map { person in
            [people[person]?.fullName ?? "", view.homes[person].map { view.placeName($0) } ?? ""].filter { !$0.isEmpty }
                .joined(separator: ", ")
        }
        let counts = Dictionary(plain.map { ($0, 1) }, uniquingKeysWith: +)
        return Dictionary(
            zip(persons, plain).map { person, label in
                guard counts[label] ?? 0 > 1, let trainee = people[person] else { return (person, label) }
                let more = trainee.hpr.map { "HPR \($0.digits)" } ?? trainee.birthYear.map { "f. \($0)" } ?? trainee.email?.text
                return (person, more.map { "\(label), \($0)" } ?? label)
            }, uniquingKeysWith: { first, _ in first })
    }

    private func current(_ id: MunicipalityID) -> MunicipalityID { view.register.directory.currentSuccessor(of: id, on: view.today) ?? id }
}
