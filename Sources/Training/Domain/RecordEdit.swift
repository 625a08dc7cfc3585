/// One change to what is recorded of a training (*endring i registeret*): what a what-if shows, and what the store does when it is applied.
package enum RecordEdit: Hashable, Sendable {
    case addService(ServicePeriod)
    /// The service with this identity becomes as given.
    case changeService(ServicePeriod)
    case removeService(RecordID)
    case addAbsence(AbsencePeriod)
    /// The whole course becomes these stretches.
    case setCourse([CourseStretch])
}

extension TrainingCase {
    /// The case after some edits, in order. An edit of a service that is not there changes nothing.
    package func applying(_ edits: [RecordEdit]) -> TrainingCase {
        var changed = self
        for edit in edits {
            switch edit {
            case .addService(let service): changed.services.append(service)
            case .changeService(let service):
                if let index = changed.services.firstIndex(where: { $0.id == service.id }) { changed.services[index] = service }
            case .removeService(let id): changed.services.removeAll { $0.id == id }
            case .addAbsence(let absence): changed.absences.append(absence)
            case .setCourse(let course): changed.course = course
            }
        }
        return changed
    }

    /// The edits that make this case's services, absences and course those of another case of the same training.
    func edits(to other: TrainingCase) -> [RecordEdit] {
        var edits: [RecordEdit] = []
        if other.course != course { edits.append(.setCourse(other.course)) }
        for service in services where !other.services.contains(where: { $0.id == service.id }) { edits.append(.removeService(service.id)) }
        for service in other.services {
            if let own = self.service(service.id) {
                if own != service { edits.append(.changeService(service)) }
            } else {
                edits.append(.addService(service))
            }
        }
        for absence in other.absences where !absences.contains(absence) { edits.append(.addAbsence(absence)) }
        return edits
    }
}
