import AlisDomain

/// Where a plan's pages learn whom a change touches besides the doctor. Supervision stands above training plans and answers.
package protocol AffectedSource: Sendable {
    /// The supervisors a doctor has on a day or later, as far as the viewer may see them, each with what she has free in some half-years;
    /// nothing of that is told to a viewer who may not know it.
    func supervisors(
        of trainee: RecordID, in halves: [HalfYear], for viewer: Viewer, on today: CalendarDay
    ) async throws -> [SupervisorTime]

    /// What the supervisors of a municipality can give on a day; nil for a viewer who may not know it.
    func supply(in municipality: MunicipalityID, for viewer: Viewer, on today: CalendarDay) async throws -> SupervisorSupply?
}

/// Counts wishes for hospital service (*ønsker*): numbers only, never whose.
package enum WishCounts {
    /// How many wish for each slot on a day, these trainings' own wishes left out. A wish counts for every trust it names, and for every
    /// half-year from its earliest to its latest.
    package static func others(
        than trainings: [RecordID], in slots: Set<HospitalSlot>, on day: CalendarDay, _ connection: Connection
    ) throws -> [HospitalSlot: Int] {
        if slots.isEmpty { return [:] }
        let own = Set(trainings)
        let wishes = try FactStore.versions(
            HospitalWish.self, where: "supersededIn IS NULL AND validFrom <= \(day) AND validTo > \(day)", on: connection
        ).filter { !own.contains($0.value.training) }
        var found: [HospitalSlot: Int] = [:]
        for slot in slots { found[slot] = wishes.count { $0.value.covers(slot) } }
        return found
    }
}

extension HospitalWish {
    /// Whether it names the slot's trust and reaches its half-year.
    package func covers(_ slot: HospitalSlot) -> Bool {
        choices.contains { $0.trust == slot.trust } && earliest <= slot.halfYear && slot.halfYear <= latest
    }
}
