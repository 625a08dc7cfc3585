import AlisDomain

// What of asking and answering waits, for the start page.

extension TransferDesk {
    /// How many wait for this viewer's answer.
    static func waiting(_ view: RegisterView, _ viewer: Viewer, on day: CalendarDay) -> Int {
        view.index.transfers.count {
            $0.supersededIn == nil && $0.value.state == .asked && isAnswerer($0.value, view, viewer, on: day)
        }
    }

    /// How many of what this viewer has asked for were answered otherwise than with a yes in the last seven days.
    static func answered(_ view: RegisterView, _ viewer: Viewer, on day: CalendarDay) -> Int {
        questions(
            view.index.transfers.filter {
                $0.value.account == viewer.account && [.another, .declined].contains($0.value.state)
                    && $0.period.from > day.adding(days: -7)
            })
    }

    /// What this viewer has asked for and got a yes to, where the work that lets the doctor stay is not registered yet.
    static func granted(_ view: RegisterView, _ viewer: Viewer, on day: CalendarDay) -> [RecordID] {
        view.index.transfers.filter {
            $0.supersededIn == nil && $0.value.account == viewer.account && $0.value.state == .granted
                && !restsOnWork($0.value, view, on: day)
        }.compactMap { RecordID($0.id) }
    }

    /// Whether the asking municipality has registered work of the doctor's.
    static func restsOnWork(_ request: TransferRequest, _ view: RegisterView, on day: CalendarDay) -> Bool {
        request.trainee.flatMap { view.index.ordinal(of: $0) }.map {
            view.index.hasWorked($0, in: [request.municipality], directory: view.directory, on: day)
        } ?? false
    }

    /// How many of what this viewer has asked for wait for somebody's answer.
    static func asked(_ view: RegisterView, _ viewer: Viewer) -> Int {
        questions(view.index.transfers.filter { $0.value.account == viewer.account && $0.value.state == .asked })
    }

    /// How many questions these are to whoever asked: what met several of the register's doctors is one, and tells nothing of how many.
    private static func questions(_ requests: [Version<TransferRequest>]) -> Int {
        Set(
            requests.filter { $0.supersededIn == nil }.map(\.value).map {
                "\($0.municipality.key) \(Folding.fold($0.described.name)) \($0.described.hpr?.digits ?? "") \($0.described.birthYear ?? 0)"
            }
        ).count
    }
}
