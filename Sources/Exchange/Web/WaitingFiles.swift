import AlisDomain

/// Files that somebody has sent in and done nothing with yet (*filer som venter*): on her start page, and where each kind is sent.
struct WaitingFiles: WaitingSource {
    let database: Database

    func waiting(for viewer: Viewer, on today: CalendarDay) async throws -> [Waiting] {
        let files = try await database.read { try SentFileStore.waiting(for: viewer.account, on: $0) }
        return FileAddresses.kinds.compactMap { kind, addresses in
            let mine = files.filter { $0.kind == kind }
            guard let first = mine.first else { return nil }
            return Waiting(
                count: mine.count, what: FileTexts.waiting(mine.count, first.fileName),
                link: mine.count == 1 ? addresses.file(first.id) : addresses.start(), isUrgent: false)
        }
    }

    /// Those of one kind, as links.
    static func html(_ kind: some FileKind, _ viewer: Viewer, _ frame: Frame) async throws -> Html {
        let files = try await kind.desk.database.read { try SentFileStore.waiting(for: viewer.account, on: $0) }
        let links = files.filter { $0.kind == kind.name }.map { file -> Html in
            "<li><a href=\"\(kind.addresses.file(file.id))\">\(file.fileName)</a> <span class=\"note\">\(Format.time(file.uploadedAt))</span></li>"
        }
        return links.isEmpty ? .empty : "<section class=\"next-plain\"><h2>\(frame[FileTexts.waitingTitle])</h2><ul>\(links)</ul></section>"
    }
}
