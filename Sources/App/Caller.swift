import AlisDomain

/// Who asks, with what stands around her pages.
struct Caller: Sendable {
    let session: Session
    let title: Text?
    /// What she reads when she has not said otherwise.
    let language: LanguageForm?
    let navigation: [NavigationItem]
    let canSearch: Bool

    /// Whether what is known of her session holds yet, and need not be written down anew.
    func isFresh(at now: Instant) -> Bool {
        now < min(session.endsAt, session.lastSeenAt.adding(seconds: SessionStore.touchSeconds))
    }
}
