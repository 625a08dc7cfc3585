import AlisDomain
import Logging

/// Turns whatever went wrong into a page that says what happened and what to do. Details go to the log, under a reference that the
/// page shows.
enum ErrorPages {
    static func reply(for error: any Error, _ visit: Visit, _ surroundings: Surroundings) -> Reply {
        let logger = surroundings.logger
        return switch error {
        case let refusal as PageRefusal: refused(refusal, visit)
        case let sent as SentBefore: sentBefore(sent, visit, token: surroundings.newID().text)
        case let failure as StoreFailure: failed(failure, visit, logger: logger)
        default: unexpected(error, visit, logger: logger)
        }
    }

    private static func refused(_ refusal: PageRefusal, _ visit: Visit) -> Reply {
        switch refusal {
        case .notFound: page(visit, 404, ErrorTexts.notFoundTitle, ErrorTexts.notFound)
        case .forbidden: page(visit, 403, ErrorTexts.forbiddenTitle, ErrorTexts.forbidden)
        case .untrustedForm: page(visit, 403, ErrorTexts.untrustedTitle, ErrorTexts.untrusted)
        case .badRequest(let text): page(visit, 400, ErrorTexts.badRequestTitle, text)
        case .tooLarge(let isFile):
            isFile
                ? page(visit, 413, ErrorTexts.tooLargeTitle, ErrorTexts.tooLarge)
                : page(visit, 413, ErrorTexts.formTooLargeTitle, ErrorTexts.formTooLarge)
        case .tooManyFiles: page(visit, 503, ErrorTexts.tooManyFilesTitle, ErrorTexts.tooManyFiles)
        case .tooManyAttempts(let minutes): page(visit, 429, ErrorTexts.tooManyTitle, ErrorTexts.tooMany(minutes: minutes))
        }
    }

    private static func failed(_ failure: StoreFailure, _ visit: Visit, logger: Logger) -> Reply {
        switch failure {
        case .busy:
            logger.warning("database busy: \(failure)")
            return retry(visit, 503, ErrorTexts.busyTitle, ErrorTexts.busy)
        case .full:
            logger.error("database full: \(failure)")
            return retry(visit, 507, ErrorTexts.fullTitle, ErrorTexts.full)
        case .readOnly:
            logger.error("database readOnly: \(failure)")
            return retry(visit, 503, ErrorTexts.readOnlyTitle, ErrorTexts.readOnly)
        case .unreachable(let why):
            logger.error("database unreachable: \(why)")
            return retry(visit, 503, ErrorTexts.unreachableTitle, ErrorTexts.unreachable)
        default: return unexpected(failure, visit, logger: logger)
        }
    }

    private static func unexpected(_ error: any Error, _ visit: Visit, logger: Logger) -> Reply {
        let reference = String(UInt64.random(in: 0..<UInt64(36 * 36) * 36 * 36 * 36 * 36), radix: 36)
        // Whoever reads the log is not handed a link that works.
        let token = visit.parameter("token")
        let path = token.isEmpty ? visit.path : visit.path.replacing(token, with: ":token")
        logger.error("request failed", metadata: ["reference": "\(reference)", "path": "\(path)", "error": "\(error)"])
        return retry(visit, 500, ErrorTexts.unexpectedTitle, ErrorTexts.unexpected(reference: reference))
    }

    private static func page(_ visit: Visit, _ status: Int, _ title: Text, _ text: Text, extra: Html = .empty) -> Reply {
        let frame = visit.frame
        return visit.page(
            frame[title], status: status,
            """
            <div class="narrow"><h1>\(frame[title])</h1><p class="lede">\(frame[text])</p>\(extra)
            <p><a href="/">\(frame[ErrorTexts.toStart])</a></p></div>
            """)
    }

    /// The same form with something else in it (the browser's Back does that): it is saved under a new mark, if she wants it to be.
    private static func sentBefore(_ sent: SentBefore, _ visit: Visit, token: String) -> Reply {
        let frame = visit.frame
        var fields = visit.form.without(["_mark", "_once"])
        // Her own first sending is no other's change.
        if let first = sent.change?.number, let based = ChangeNumber(fields["_based"]), based < first {
            fields = fields.setting("_based", to: String(first))
        }
        let time = sent.change.map { Format.time($0.recordedAt) }
        let typed: Html = "<table class=\"plain\"><tbody>\(SignInPages.typed(fields))</tbody></table>"
        if sent.isFinal { return page(visit, 409, ErrorTexts.sentBeforeTitle, ErrorTexts.sentForGood(time), extra: typed) }
        return page(
            visit, 409, ErrorTexts.sentBeforeTitle, ErrorTexts.sentBefore(time),
            extra: """
                \(typed)<form method="post" action="\(visit.path)">\(Form.marks(frame))\(Form.hidden(fields))\
                <p class="acts"><button class="btn">\(frame[ErrorTexts.saveThisToo])</button></p></form>
                """)
    }

    /// Nothing was written; what was typed is put into a form that sends it again.
    private static func retry(_ visit: Visit, _ status: Int, _ title: Text, _ text: Text) -> Reply {
        guard visit.method == .post, visit.files.isEmpty, !visit.form.pairs.isEmpty else {
            return page(visit, status, title, text)
        }
        let fields = Form.hidden(visit.form)
        return page(
            visit, status, title, text,
            extra: """
                <p>\(visit.frame[ErrorTexts.keptTyped])</p>
                <form method="post" action="\(visit.path)">\(fields)<button class="btn">\(visit.frame[ErrorTexts.tryAgain])</button></form>
                """)
    }
}
