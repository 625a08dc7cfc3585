import AlisDomain

/// Whom a change touches besides the doctor, as far as the reader may see it.
struct WhatIfAffected: Sendable {
    /// A municipality she leaves or comes to.
    struct Place: Sendable {
        let name: String
        let isReached: Bool
        let isRegistered: Bool
        let supply: SupervisorSupply?
    }

    /// How many wish for a trust in a half-year, she herself counted where her plan has her.
    struct Wishes: Sendable {
        let trust: String
        let halfYear: HalfYear
        let before: Int
        let after: Int
    }

    var supervisors: [AffectedSupervisor] = []
    var places: [Place] = []
    var wishes: [Wishes] = []
    /// Her own wish, when the change takes the hospital period out of what she has wished for.
    var wishLeft: (earliest: HalfYear, latest: HalfYear)?

    var isEmpty: Bool { supervisors.isEmpty && places.isEmpty && wishes.isEmpty }

    static func find(
        _ whatIf: WhatIf, _ opened: PlanDesk.Opened, _ plans: PlanDesk, viewer: Viewer, on today: CalendarDay
    ) async throws -> WhatIfAffected {
        var found = WhatIfAffected()
        let comparison = whatIf.comparison
        let halves = comparison.supervision.filter { $0.before != $0.after }.map(\.halfYear)
        let trainee = opened.record.record.id
        if let source = plans.affected, !halves.isEmpty {
            found.supervisors = AffectedSupervisor.all(
                try await source.supervisors(of: trainee, in: halves, for: viewer, on: today), comparison)
        }
        let (old, new) = (municipalities(whatIf.before), municipalities(whatIf.after))
        let reached = new.keys.filter { old[$0] == nil }
        // A municipality is left when she is there no more, or for a shorter time because she comes to another.
        let left = old.filter { id, end in new[id].map { !reached.isEmpty && $0 < end } ?? true }.keys
        for id in (reached + left).sorted() {
            let stretches = opened.file.registrations[.municipality(id)] ?? []
            let first = whatIf.after.services.filter { $0.place.municipality == id && $0.period.end > today }.map(\.period.from).min()
            let day = max(first ?? today, today)
            found.places.append(
                Place(
                    name: opened.placeName(id), isReached: old[id] == nil, isRegistered: stretches.contains { $0.period.contains(day) },
                    supply: try await plans.affected?.supply(in: id, for: viewer, on: today)))
        }
        try await found.wish(whatIf, opened, plans, on: today)
        return found
    }

    /// Where she serves from the as-of day on, and until when.
    private static func municipalities(_ training: TrainingCase) -> [MunicipalityID: CalendarDay] {
        var ends: [MunicipalityID: CalendarDay] = [:]
        for service in training.services where service.period.end > training.asOf {
            if let id = service.place.municipality { ends[id] = max(ends[id] ?? .earliest, service.period.end) }
        }
        return ends
    }

    private mutating func wish(_ whatIf: WhatIf, _ opened: PlanDesk.Opened, _ plans: PlanDesk, on today: CalendarDay) async throws {
        let own = opened.record.record.wishes.flatMap(\.timeline.stretches).filter { $0.period.contains(today) }.map(\.value)
        let wished = own.first?.choices.first?.trust
        let before = HospitalSlot.all(whatIf.before, whatIf.comparison.before.rules, wished: wished)
        let after = HospitalSlot.all(whatIf.after, whatIf.comparison.after.rules, wished: wished)
        let touched = before.symmetricDifference(after)
        let trainings = opened.record.record.trainings.map(\.id)
        let others = try await plans.desk.database.read { try WishCounts.others(than: trainings, in: touched, on: today, $0) }
        wishes = touched.sorted { ($0.halfYear, $0.trust.code) < ($1.halfYear, $1.trust.code) }.map { slot in
            let count = others[slot] ?? 0
            return Wishes(
                trust: opened.trustName(slot.trust), halfYear: slot.halfYear, before: count + (before.contains(slot) ? 1 : 0),
                after: count + (after.contains(slot) ? 1 : 0))
        }
        if let wish = own.first, after.subtracting(before).contains(where: { !wish.covers($0) }) {
            wishLeft = (wish.earliest, wish.latest)
        }
    }

    // MARK: On screen

    func html(_ frame: Frame) -> Html {
        if isEmpty { return .empty }
        return "<h3>\(frame[WhatIfTexts.affected])</h3>\(supervisorTable(frame))\(placeList(frame))\(wishTable(frame))"
    }

    private func supervisorTable(_ frame: Frame) -> Html {
        if supervisors.isEmpty { return .empty }
        // Who may not see how much time a supervisor has, is not shown an empty column.
        let seesFree = supervisors.contains { $0.halves.contains { $0.freeBefore != nil } }
        let heads =
            [WhatIfTexts.supervisor, WhatIfTexts.halfYear, WhatIfTexts.herHours] + (seesFree ? [WhatIfTexts.freeHours] : [])
        let rows = supervisors.flatMap { supervisor in
            supervisor.halves.map { half -> [Html] in
                let free: Html =
                    half.freeBefore.flatMap { before in
                        half.freeAfter.map { after in
                            let over: Html =
                                half.isOver ? " <span class=\"verdict warn\">\(frame[WhatIfTexts.overCapacity])</span>" : .empty
                            return "\(HoursText.hours(before)) → \(HoursText.hours(after))\(over)"
                        }
                    } ?? "–"
                return [
                    "\(supervisor.name)", "\(Format.halfYear(half.halfYear, frame.language))",
                    "\(HoursText.hours(half.before)) → \(HoursText.hours(half.after))",
                ] + (seesFree ? [free] : [])
            }
        }
        return ListTable(WhatIfTexts.supervisors, heads, frame).html(rows)
    }

    private func placeList(_ frame: Frame) -> Html {
        let items = places.map { place -> Html in
            let registered: Html =
                place.isRegistered
                ? "\(frame[WhatIfTexts.registered])" : "<span class=\"verdict warn\">\(frame[WhatIfTexts.notRegistered])</span>"
            let supply = place.supply.map { " \(frame[WhatIfTexts.supply($0)])" } ?? ""
            return
                "<li><b>\(frame[place.isReached ? WhatIfTexts.reaches : WhatIfTexts.leaves]) \(place.name)</b>: \(registered).\(supply)</li>"
        }
        return items.isEmpty ? .empty : "<ul>\(items)</ul>"
    }

    private func wishTable(_ frame: Frame) -> Html {
        if wishes.isEmpty { return .empty }
        let heads = [MunicipalityTexts.trust, WhatIfTexts.halfYear, WhatIfTexts.wishesBefore, WhatIfTexts.wishesAfter]
        let rows = wishes.map { row -> [Html] in
            ["\(row.trust)", "\(Format.halfYear(row.halfYear, frame.language))", "\(row.before)", "\(row.after)"]
        }
        let left: Html =
            wishLeft.map { wish in
                let (first, last) = (Format.halfYear(wish.earliest, frame.language), Format.halfYear(wish.latest, frame.language))
                return "<p class=\"next-plain\">\(frame[WhatIfTexts.wishLeft(first, last)])</p>"
            } ?? .empty
        return
            "\(ListTable(WhatIfTexts.wishes, heads, frame).html(rows))<p class=\"note\">\(frame[WhatIfTexts.wishesDefinition])</p>\(left)"
    }
}
