import AlisDomain

/// What somebody reads who opens an answer link again: that it has been used, and that nothing more is to be done.
package enum UsedLinkPage {
    package static func reply(_ visit: Visit) -> Reply {
        visit.page(
            visit.frame[title], status: 410,
            "<div class=\"narrow\"><h1>\(visit.frame[title])</h1><p class=\"lede\">\(visit.frame[text])</p></div>")
    }

    private static let title = Text("Du har alt svart", nn: "Du har alt svart")
    private static let text = Text(
        "Lenken er brukt, eller du har fått en nyere. Svaret er registrert. Vil du endre det, ta kontakt med den som spurte deg.",
        nn: "Lenkja er brukt, eller du har fått ei nyare. Svaret er registrert. Vil du endre det, ta kontakt med den som spurde deg.")
}
