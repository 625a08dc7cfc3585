import AlisDomain
import Synchronization

/// Public figures already worked out for the newest state of the register; thrown away with it, so never stale.
package final class OpenFiguresCache: Sendable {
    private struct Contents {
        var change: ChangeNumber = -1
        var byDay: [CalendarDay: OpenFigures] = [:]
    }

    private let contents = Mutex(Contents())

    package init() {}

    /// The public figures of the day that a wanted day is published under.
    package func figures(on wanted: CalendarDay, today: CalendarDay, _ view: RegisterView) -> OpenFigures {
        let day = OpenFigures.publicationDay(for: wanted, today: today)
        let known = contents.withLock { $0.change == view.change ? $0.byDay[day] : nil }
        if let known { return known }
        let question = OverviewQuestion(asOf: day)
        let table = OverviewTable(
            view.answer(question), reference: view.reference, directory: view.directory,
            confirmations: view.index.lastConfirmations(on: day, knownAfter: question.knownAfter))
        let made = OpenFigures(table, day: day)
        contents.withLock { contents in
            if contents.change != view.change || contents.byDay.count >= 200 { contents = Contents(change: view.change) }
            contents.byDay[day] = made
        }
        return made
    }
}
