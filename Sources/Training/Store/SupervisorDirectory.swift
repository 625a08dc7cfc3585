import AlisDomain

/// Where learning objectives learn who supervises whom. Supervision stands above training plans and answers from its own tables.
package protocol SupervisorDirectory: Sendable {
    /// What the viewer is to a doctor as her supervisor; nil when she is none, and may not see her for that reason.
    func standing(of viewer: Viewer, toward person: RecordID, on day: CalendarDay) async throws -> SupervisingViewer?
    /// The names of those who are assigned to a doctor on a day.
    func names(of person: RecordID, on day: CalendarDay) async throws -> [String]
}

/// What a viewer is to a doctor as her supervisor (*tildelt veileder*).
package struct SupervisingViewer: Sendable {
    package let supervisor: RecordID
    package let name: String
    /// Assigned today: only then she recommends.
    package let isAssigned: Bool
}
