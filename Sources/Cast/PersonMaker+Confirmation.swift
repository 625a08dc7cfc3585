import AlisDomain

extension PersonMaker {
    private static let notes: [Text] = [
        Text("Stemmer", nn: "Stemmer"), Text("Ny lege begynner etter nyttår", nn: "Ny lege tek til etter nyttår"),
        Text("Vi har en ledig stilling", nn: "Vi har ei ledig stilling"),
    ]

    /// Confirmations of each municipality's data: 3 % never came, 15 % are older than half a year, the rest are fresh.
    /// They belong to the municipality, so there are as many at every scale.
    mutating func makeConfirmations(into sink: inout some SyntheticSink) {
        random = SyntheticRandom(seed: seed, stream: 3)
        let count = places.municipalities.count
        var order = Array(0..<count)
        for index in order.indices.dropLast() { order.swapAt(index, random.between(index, count - 1)) }
        // The cast's own municipality is always up to date: it is the one shown first.
        let fresh = Set(Cast.members.compactMap { if case .municipality(let id) = $0.organisation { id } else { nil } })
        order =
            order.filter { !fresh.contains(places.municipalities[$0].id) } + order.filter { fresh.contains(places.municipalities[$0].id) }
        for (rank, municipality) in order.enumerated() {
            let share = rank * 1000 / max(1, count)
            if share < 30 { continue }
            let newest = share < 180 ? random.between(190, 900) : random.between(5, 170)
            var day = today.adding(days: -newest)
            // Twice a year or so, less often in the beginning; some joined late.
            let joined = desk.start.adding(days: random.between(20, 1400))
            while day > joined {
                confirm(municipality, on: day, into: &sink)
                day = day.adding(days: -(random.between(110, 210) + (day.year < 2021 ? 140 : 0)))
            }
        }
    }

    private mutating func confirm(_ municipality: Int, on day: CalendarDay, into sink: inout some SyntheticSink) {
        guard let number = desk.number(week: desk.week(of: day), municipality: municipality, act: .confirmed) else { return }
        let recorded = desk.day(of: number)
        let place = places.municipalities[municipality]
        if let exists = place.existsFrom, recorded < exists { return }
        let reporter = people.reporter(municipality: municipality, act: .confirmed, on: recorded)
        let form: LanguageForm = place.language == .nynorsk ? .nynorsk : .bokmal
        let confirmation = Confirmation(
            municipality: place.id, personName: reporter.name, account: reporter.account, day: recorded,
            note: random.chance(90) ? random.pick(Self.notes)?[form] ?? "" : "")
        let version = Version(
            id: random.nextRecordID().text, value: confirmation, period: Period(startingOn: recorded), recordedIn: number)
        desk.open(version, into: &sink)
        sink.confirmation(version)
    }
}
