import AlisDomain

/// The page of a one-time link that cannot be answered: what happened to it, and what to do. Whoever holds it has no account, and nothing
/// is said of whom it was about.
package enum AnswerLinkPage {
    /// - Parameter guesses: where links that never were are counted, like those that nobody signs in with.
    package static func reply(_ visit: Visit, _ why: AnswerLinks.Dead, guesses: SignInLimit) throws -> Reply {
        if why == .unknown { try guesses.fail(visit.origin, at: visit.now) }
        let frame = visit.frame
        let title = frame[AnswerLinkTexts.title(why)]
        return visit.page(
            title, status: 404,
            """
            <div class="narrow"><h1>\(title)</h1><p class="lede">\(frame[AnswerLinkTexts.text(why)])</p>
            <p><a href="/">\(frame[ErrorTexts.toStart])</a></p></div>
            """)
    }

    /// For whoever made the link, or is judged by it, and opens it herself: signed in, she cannot answer for the one who was asked.
    package static func own(_ visit: Visit, _ viewer: Viewer, for answerer: String) -> Reply {
        let frame = visit.frame
        let title = frame[AnswerLinkTexts.ownTitle]
        return visit.page(
            title, status: 403,
            """
            <div class="narrow"><h1>\(title)</h1><p class="lede">\(frame[AnswerLinkTexts.own(viewer.name, for: answerer)])</p>
            <p><a href="/">\(frame[ErrorTexts.toStart])</a></p></div>
            """)
    }
}

/// Texts of one-time links.
enum AnswerLinkTexts {
    static func title(_ why: AnswerLinks.Dead) -> Text {
        switch why {
        case .unknown: Text("Lenken er ikke riktig", nn: "Lenkja er ikkje rett")
        case .used: Text("Svaret er alt sendt", nn: "Svaret er alt sendt")
        case .replaced: Text("Det er laget en nyere lenke", nn: "Det er laga ei nyare lenkje")
        case .ranOut: Text("Lenken er gått ut", nn: "Lenkja er gått ut")
        case .settled: Text("Du trenger ikke svare", nn: "Du treng ikkje svare")
        }
    }

    static func text(_ why: AnswerLinks.Dead) -> Text {
        switch why {
        case .unknown:
            Text(
                "Adressen mangler noe eller er skrevet feil. Kopier hele lenken fra meldingen du fikk, eller be den som sendte den, om en ny.",
                nn:
                    "Adressa manglar noko eller er skriven feil. Kopier heile lenkja frå meldinga du fekk, eller be den som sende ho, om ei ny."
            )
        case .used(let instant):
            Text(
                "Lenken ble brukt \(Format.time(instant)), og svaret er lagret. Den virker én gang. Vil du endre svaret, må du be den som sendte lenken, om en ny.",
                nn:
                    "Lenkja blei brukt \(Format.time(instant)), og svaret er lagra. Ho verkar éin gong. Vil du endre svaret, må du be den som sende lenkja, om ei ny."
            )
        case .replaced:
            Text(
                "Bruk den nyeste lenken du har fått. Har du ikke fått en ny, be den som sendte denne, om den.",
                nn: "Bruk den nyaste lenkja du har fått. Har du ikkje fått ei ny, be den som sende denne, om ho.")
        case .ranOut(let instant):
            Text(
                "Den virket til og med \(AnswerLinks.lastDay(instant).norwegian). Be den som sendte den, om en ny.",
                nn: "Ho verka til og med \(AnswerLinks.lastDay(instant).norwegian). Be den som sende ho, om ei ny.")
        case .settled:
            Text(
                "Spørsmålet er trukket tilbake, besvart på en annen måte eller avgjort. Lenken virker ikke lenger.",
                nn: "Spørsmålet er trekt tilbake, svart på ein annan måte eller avgjort. Lenkja verkar ikkje lenger.")
        }
    }

    // MARK: Whoever made the link

    static let ownTitle = Text("Lenken er til en annen", nn: "Lenkja er til ein annan")
    /// Shown to whoever made the link, and to the doctor it is about.
    static func own(_ viewer: String, for answerer: String) -> Text {
        Text(
            "Lenken er til \(answerer), og du er logget inn som \(viewer). Send den videre. Deler dere maskin, logger du ut før \(answerer) bruker den.",
            nn:
                "Lenkja er til \(answerer), og du er logga inn som \(viewer). Send ho vidare. Deler de maskin, loggar du ut før \(answerer) brukar ho."
        )
    }
}
