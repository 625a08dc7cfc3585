import AlisDomain

/// Public figures already worked out for the newest state of the register; thrown away with it, so never stale.
package struct OpenFiguresCache: Sendable {
    private struct Key: Hashable {
        let day: CalendarDay
        let knownAfter: ChangeNumber
    }

    private let kept = Answers<ChangeNumber, Key, OpenFigures>(atMost: 200)

    /// The figures of a day, as they were known after a change, with small counts hidden. Which days are published is
    /// `PublicationPlan`'s matter.
    package func figures(on day: CalendarDay, knownAfter: ChangeNumber = .max, _ view: RegisterView) -> OpenFigures {
        kept.answer(Key(day: day, knownAfter: knownAfter), in: view.change) {
            let question = OverviewQuestion(asOf: day, knownAfter: knownAfter)
            let table = OverviewTable(
                view.answer(question), reference: view.reference, directory: view.directory,
                confirmations: view.index.lastConfirmations(on: day, knownAfter: question.knownAfter))
            return OpenFigures(table, day: day)
        }
    }
}

/// What is published for one day (*offentliggjorte tall*): how many there are on it, and what happened in the calendar year before it.
package struct PublishedFigures: Sendable {
    package let plan: PublicationPlan
    /// How many there are on the day.
    package let stocks: OpenFigures
    /// What happened in the year that ended before the day; its day is the year's last, and its places those of that day.
    package let flows: OpenFigures
    /// Nil when all that is known now counts: the register is younger than its first publication.
    package let knownAt: Instant?

    package var day: CalendarDay { stocks.day }
    package var year: Int { flows.day.year }
    package var isSomethingHidden: Bool { stocks.hides(OpenFigures.stocks) || flows.hides(OpenFigures.flows) }
}

extension OpenFiguresCache {
    /// The figures that answer for a day.
    package func published(for wanted: CalendarDay?, today: CalendarDay, _ view: RegisterView, _ database: Database) async throws
        -> PublishedFigures
    {
        let plan = PublicationPlan(today: today)
        let day = plan.day(for: wanted ?? plan.newest)
        let made = Instant(norwegianDay: plan.madeOn, hour: 0, minute: 0)
        // A register that began after that has nothing to tell yet as it was known then.
        let knownAt = view.beganAt.map { $0 <= made } == true ? made : nil
        var change = ChangeNumber.max
        if let knownAt { change = try await database.read { try ChangeLog.number(knownAt: knownAt, on: $0) } }
        return PublishedFigures(
            plan: plan, stocks: figures(on: day, knownAfter: change, view),
            flows: figures(on: PublicationPlan.yearEnd(before: day), knownAfter: change, view), knownAt: knownAt)
    }
}
