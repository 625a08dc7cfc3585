import AlisCast
import AlisDomain

/// The public side: the front page, the public figures, and what they mean.
///
/// | method | address | who |
/// |---|---|---|
/// | GET | / | everyone; the signed-in get their start page |
/// | GET | /tall, /tall.csv, /tall.xlsx | everyone |
/// | GET | /om-tallene, /ovingsdata, /tilgjengelighet, /personvern | everyone |
package struct StatisticsRoutes {
    let register: RegisterCache
    let database: Database
    let isDemo: Bool
    let signedIn: any SignedInFront
    private let cache = OpenFiguresCache()

    package var routes: [Route] {
        [
            .open(.get, "/", front),
            .open(.get, Addresses.figures, figures),
            .open(.get, Addresses.figures.file("csv"), figuresAsCSV),
            .open(.get, Addresses.figures.file("xlsx"), figuresAsSpreadsheet),
            .open(.get, Addresses.aboutFigures, aboutFigures),
            .open(.get, Addresses.practiceData, practiceData),
            .open(.get, Addresses.accessibility, accessibility),
            .open(.get, Addresses.privacy, privacy),
        ]
    }

    private func front(_ visit: Visit) async throws -> Reply {
        if let viewer = visit.session?.viewer { return try await signedIn.show(visit, viewer) }
        let view = try await register.current()
        let model = FrontModel(
            figures: try await cache.published(for: nil, today: visit.today, view, database).stocks,
            map: FrontModel.places(view, on: visit.today),
            deadline: view.reference.deadline("oldSchemeLastApplication"), isDemo: isDemo)
        return visit.page(
            visit.frame[FrontTexts.title], description: visit.frame[FrontTexts.description], FrontPage.html(model, visit.frame))
    }

    /// The figures an address asks for; nil when it does not name a published day, so that every address of figures does.
    private func asked(_ visit: Visit) async throws -> (figures: PublishedFigures?, address: FiguresAddress) {
        let address = FiguresAddress(visit.query, today: visit.today)
        guard let day = address.day else { return (nil, address) }
        return (try await cache.published(for: day, today: visit.today, try await register.current(), database), address)
    }

    private func figures(_ visit: Visit) async throws -> Reply {
        let (figures, address) = try await asked(visit)
        guard let figures else { return .seeOther(address.nearest()) }
        return visit.page(
            visit.frame[FiguresTexts.title], status: address.problems.isEmpty ? 200 : 400,
            description: visit.frame[FiguresTexts.description], FiguresPage.html(figures, address, visit.frame))
    }

    private func figuresAsCSV(_ visit: Visit) async throws -> Reply {
        let (figures, address) = try await asked(visit)
        guard let figures else { return .seeOther(address.nearest(Addresses.figures.file("csv")())) }
        let table = FiguresExport.table(figures, visit.language)
        return .file(CSVWriter.bytes(of: table), name: "alis-tall-\(figures.day.iso).csv", type: MediaType.csv)
    }

    private func figuresAsSpreadsheet(_ visit: Visit) async throws -> Reply {
        let (figures, address) = try await asked(visit)
        guard let figures else { return .seeOther(address.nearest(Addresses.figures.file("xlsx")())) }
        let (language, now) = (visit.language, visit.now)
        let bytes = try FiguresExport.spreadsheet(figures, language, at: now)
        return .file(bytes, name: "alis-tall-\(figures.day.iso).xlsx", type: MediaType.xlsx)
    }

    private func aboutFigures(_ visit: Visit) async throws -> Reply {
        visit.page(visit.frame[AboutTexts.title], description: visit.frame[AboutTexts.lede], AboutFiguresPage.html(visit.frame))
    }

    private func practiceData(_ visit: Visit) async throws -> Reply {
        let data = try await database.read { try PracticeDataStore.find(on: $0) }
        return visit.page(
            visit.frame[PracticeTexts.title], description: visit.frame[PracticeTexts.lede],
            PracticeDataPage.html(data, isDemo: isDemo, visit.frame))
    }

    private func accessibility(_ visit: Visit) async throws -> Reply {
        visit.page(
            visit.frame[AccessibilityTexts.title], description: visit.frame[AccessibilityTexts.lede], AccessibilityPage.html(visit.frame))
    }

    private func privacy(_ visit: Visit) async throws -> Reply {
        visit.page(visit.frame[PrivacyTexts.title], description: visit.frame[PrivacyTexts.lede], PrivacyPage.html(visit.frame))
    }
}

/// What `/` is for the signed-in.
package protocol SignedInFront: Sendable {
    func show(_ visit: Visit, _ viewer: Viewer) async throws -> Reply
}
