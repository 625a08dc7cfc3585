import AlisDomain

extension Addresses {
    package static let imports = FixedAddress("/innlesing")
    package static let catalogueFile = FixedAddress("/laeringsmal/katalog")
    package static let reportFile = FixedAddress("/laeringsmal/rapport")
}

/// The addresses of one kind of file: where it is sent, and what is done with one that was.
struct FileAddresses: Sendable {
    static let register = FileAddresses(Addresses.imports)
    static let report = FileAddresses(Addresses.reportFile)
    static let catalogue = FileAddresses(Addresses.catalogueFile)
    /// Of each kind, by its name in the store.
    static let kinds = [("register", register), ("report", report), ("catalogue", catalogue)]

    let start, template: FixedAddress
    let file, columns, answers, questions, acceptance, withdrawal: Address<RecordID>
    private let back: Address<RecordID>

    private init(_ start: FixedAddress) {
        self.start = start
        template = FixedAddress("\(start.pattern)/mal.xlsx")
        func address(_ ending: String) -> Address<RecordID> { Address("\(start.pattern)/:id\(ending)") }
        (file, columns, answers, questions) = (address(""), address("/kolonner"), address("/svar"), address("/spor"))
        (acceptance, withdrawal, back) = (address("/godta"), address("/forkast"), address("/resultat"))
    }

    /// The file given back.
    func result(isText: Bool) -> Address<RecordID> { back.file(isText ? "csv" : "xlsx") }
}
