import CPQ

/// What the PostgreSQL server or the way to it refused, with the SQLSTATE that says how to go on.
struct PostgresFailure: Error {
    let failure: StoreFailure
    /// The SQLSTATE; empty when the failure did not come from the server.
    let state: String

    init(_ failure: StoreFailure, state: String = "") {
        self.failure = failure
        self.state = state
    }

    /// Reads a failed result. Details, which repeat stored values, stay out of the text.
    init(result: OpaquePointer?, on handle: OpaquePointer, statement: String) {
        let field = { (code: Unicode.Scalar) in PQresultErrorField(result, Int32(code.value)).map { String(cString: $0) } }
        state = field("C") ?? ""
        let message = field("M") ?? PostgresFailure.connectionMessage(handle)
        let isLost = PQstatus(handle) == CONNECTION_BAD
        switch state {
        case _ where isLost || state.hasPrefix("08"), "57P01", "57P02", "57P03", "53300": failure = .unreachable(message)
        case "53100": failure = .full
        case "25006": failure = .readOnly
        case "55P03", "57014", "40001", "40P01": failure = .busy
        case "23502": failure = .constraint(name: "\(field("t") ?? "").\(field("c") ?? "")")
        case "23503": failure = .constraint(name: "foreign key")
        case "23505":
            // SQLite names the columns, so they are read out of `Key (a, b)=(…) already exists.`, in whatever language.
            let detail = field("D") ?? ""
            let columns = detail.split(separator: "(", maxSplits: 1).last?.prefix { $0 != ")" } ?? ""
            let names = columns.split(separator: ", ").map { "\(field("t") ?? "").\($0)" }
            failure = .constraint(name: names.isEmpty ? field("n") ?? message : names.joined(separator: ", "))
        case _ where state.hasPrefix("23"): failure = .constraint(name: field("n") ?? message)
        case "XX001", "XX002": failure = .damaged(message)
        default: failure = .other("\(message) (\(state)) in: \(statement)")
        }
    }

    /// Whether the same transaction, run again from the start, may succeed: another transaction was in the way, or the prepared
    /// statement no longer fits the schema.
    var isWorthRepeating: Bool { ["40001", "40P01", "26000"].contains(state) || isStaleStatement }

    /// Whether somebody held a lock for as long as this waited.
    var isLock: Bool { state == "55P03" }

    /// Whether the connection should not be used again: it is lost, its statements are stale, or its server has become a standby.
    var spoilsSession: Bool {
        if case .unreachable = failure { return true }
        return isStaleStatement || failure == .readOnly
    }

    private var isStaleStatement: Bool { state == "0A000" || state == "26000" }

    /// The connection's last message on one line.
    static func connectionMessage(_ handle: OpaquePointer?) -> String {
        let text = PQerrorMessage(handle).map { String(cString: $0) } ?? ""
        return text.split(separator: "\n").joined(separator: " ")
    }
}
