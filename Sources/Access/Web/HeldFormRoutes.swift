import AlisDomain

/// Where a kept form came from, and what it does.
package struct HeldFormPlace: Sendable {
    /// A page as its reader finds it.
    package struct Page: Sendable {
        package let address: String
        package let title: String
    }

    package let act: Text
    /// The pages it stands on, from the outermost in.
    package let pages: [Page]
}

/// Going on with a form that was sent after the session had run out.
///
/// | method | address | who |
/// |---|---|---|
/// | GET | /fortsett/:token | everyone; asks to sign in, then shows what was typed, to its sender in her own browser |
/// | POST | /fortsett/:token | its sender in her own browser |
package struct HeldFormRoutes {
    let database: Database
    let isSecure: Bool
    /// Reads a kept body into fields and files.
    let parse: @Sendable (HeldForm) throws -> (FormData, [UploadedFile])
    /// What a kept form is; nil when such forms are kept no longer.
    let place: @Sendable (HeldForm, Visit) async -> HeldFormPlace?
    /// Carries a kept form out as if it had just been sent.
    let replay: @Sendable (HeldForm, Visit) async throws -> Reply

    package var routes: [Route] {
        [
            .open(.get, Self.path(":token"), show).actingOnAccess(),
            .restricted(.post, Self.path(":token"), to: .everybody, send).actingOnAccess(),
        ]
    }

    /// The cookie that binds a kept form to the browser it was sent from. It goes to the form's own address only.
    package static let cookie = "skjema"
    package static func path(_ token: String) -> String { Addresses.heldForm(token) }

    private func show(_ visit: Visit) async throws -> Reply {
        let token = visit.parameter("token")
        guard let viewer = visit.session?.viewer else {
            return visit.page(visit.frame[AccessTexts.heldTitle], HeldFormPages.askingToSignIn(token: token, visit.frame))
        }
        guard let (form, _) = try await find(viewer, visit), let place = await place(form, visit) else { return gone(visit) }
        let (fields, files) = try parse(form)
        let model = HeldFormPages.Model(
            place: place, writer: viewer.name, form: form, fields: fields, files: files, token: token,
            isFromOldPage: visit.query.contains("side"))
        return visit.page(visit.frame[AccessTexts.heldTitle], HeldFormPages.asking(model, visit.frame))
    }

    private func send(_ visit: Visit, _ viewer: Viewer) async throws -> Reply {
        guard let (form, key) = try await find(viewer, visit) else { return gone(visit) }
        var reply = try await replay(form, visit)
        // What could not be saved for no fault of hers can be sent again.
        guard reply.status < 500 else { return reply }
        try await database.write { try HeldForm.drop(key, on: $0) }
        reply.setCookie(Self.cookie, "", path: Self.path(key.token), seconds: 0, isSecure: isSecure)
        return reply
    }

    private func find(_ viewer: Viewer, _ visit: Visit) async throws -> (HeldForm, HeldForm.Key)? {
        guard let secret = visit.heldSecret else { return nil }
        let (key, now) = (HeldForm.Key(token: visit.parameter("token"), secret: secret), visit.now)
        return try await database.read { try HeldForm.find(key, account: viewer.account, at: now, on: $0) }.map { ($0, key) }
    }

    private func gone(_ visit: Visit) -> Reply {
        visit.page(visit.frame[AccessTexts.heldGoneTitle], status: 404, HeldFormPages.gone(visit.frame))
    }
}
