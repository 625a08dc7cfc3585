import AlisDomain

/// Going on with a form that was sent after the session had run out.
///
/// | method | address | who |
/// |---|---|---|
/// | GET | /fortsett/:token | everyone; asks to sign in, then shows what was typed |
/// | POST | /fortsett/:token | the signed-in it belongs to |
package struct HeldFormRoutes {
    let database: Database
    /// Reads a held body into fields and files.
    let parse: @Sendable (HeldForm) throws -> (FormData, [UploadedFile])
    /// Carries a held form out as if it had just been sent.
    let replay: @Sendable (HeldForm, Visit) async throws -> Reply

    package init(
        database: Database, parse: @escaping @Sendable (HeldForm) throws -> (FormData, [UploadedFile]),
        replay: @escaping @Sendable (HeldForm, Visit) async throws -> Reply
    ) {
        self.database = database
        self.parse = parse
        self.replay = replay
    }

    package var routes: [Route] {
        [.open(.get, "/fortsett/:token", show), .restricted(.post, "/fortsett/:token", to: .everybody, send)]
    }

    private func show(_ visit: Visit) async throws -> Reply {
        let token = visit.parameter("token")
        guard let viewer = visit.session?.viewer else {
            return visit.page(
                visit.frame[AccessTexts.heldTitle], SignInPages.held(nil, fields: FormData(), files: [], token: token, visit.frame))
        }
        guard let form = try await find(token, viewer, visit) else { return gone(visit) }
        let (fields, files) = try parse(form)
        return visit.page(
            visit.frame[AccessTexts.heldTitle],
            SignInPages.held(
                form, fields: fields, files: files, token: token, isFromOldPage: visit.query.contains("side"), visit.frame))
    }

    private func send(_ visit: Visit, _ viewer: Viewer) async throws -> Reply {
        let token = visit.parameter("token")
        guard let form = try await find(token, viewer, visit) else { return gone(visit) }
        let reply = try await replay(form, visit)
        try await database.write { try HeldForm.drop(token: token, on: $0) }
        return reply
    }

    private func find(_ token: String, _ viewer: Viewer, _ visit: Visit) async throws -> HeldForm? {
        let now = visit.now
        return try await database.read { try HeldForm.find(token: token, account: viewer.account, at: now, on: $0) }
    }

    /// Not there, and most often because it was sent: whoever presses twice is to know that nothing is lost.
    private func gone(_ visit: Visit) -> Reply {
        let frame = visit.frame
        return visit.page(
            frame[AccessTexts.heldGoneTitle], status: 404,
            """
            <div class="narrow"><h1>\(frame[AccessTexts.heldGoneTitle])</h1><p class="lede">\(frame[AccessTexts.heldGone])</p>\
            <p><a href="/">\(frame[AccessTexts.heldGoneHome])</a></p></div>
            """)
    }
}
