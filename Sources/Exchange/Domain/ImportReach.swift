/// Whom the one who imports may see and change (*rekkevidde*), by the same rule as everywhere else: a list that is read in opens nobody's
/// record. A row about somebody outside it waits for those who answer for her.
package struct ImportReach: Sendable {
    /// Nil for everybody.
    private let seen: Set<RecordID>?
    private let editable: Set<RecordID>?
    /// What has been asked of such doctors, newest first.
    private let transfers: [TransferRequest]

    package init(seen: Set<RecordID>?, editable: Set<RecordID>?, transfers: [TransferRequest] = []) {
        self.seen = seen
        self.editable = editable
        self.transfers = transfers
    }

    /// The reach of somebody with a scope; nil for whoever runs the machine.
    package init(_ scope: Scope?, _ index: RegisterIndex, directory: MunicipalityDirectory, on day: CalendarDay) {
        guard let scope, !scope.writesEverything else {
            self.init(seen: nil, editable: nil)
            return
        }
        func persons(_ flags: [Bool]) -> Set<RecordID> {
            Set(flags.indices.filter { flags[$0] }.map { index.personIDs[$0] })
        }
        self.init(
            seen: persons(index.visiblePersons(scope, directory: directory, on: day)),
            editable: persons(index.editablePersons(scope, directory: directory, on: day)),
            transfers: index.transfers.filter { $0.supersededIn == nil && scope.mayWrite($0.value.municipality) }
                .sorted { $0.recordedIn > $1.recordedIn }.map(\.value))
    }

    package func sees(_ person: RecordID) -> Bool { seen?.contains(person) ?? true }
    func mayChange(_ person: RecordID) -> Bool { editable?.contains(person) ?? true }

    private func asked(_ row: ImportRow) -> [TransferRequest] {
        guard !transfers.isEmpty, let municipality = row.municipality, let described = row.described else { return [] }
        return transfers.filter { $0.municipality == municipality && $0.described.isSame(as: described) }
    }

    /// Those whom a row's description has been said not to be about.
    func toldApart(_ row: ImportRow) -> Set<RecordID> {
        Set(asked(row).filter { $0.state == .another }.compactMap(\.trainee))
    }

    /// How it stands with the question about a row's doctor; nil when it has not been asked, or was asked and withdrawn.
    func standing(_ row: ImportRow) -> TransferRequest.State? {
        asked(row).map(\.state).first { $0 == .asked || $0 == .declined }
    }
}
