/// What a viewer may see and change. Only a viewer can be turned into one, and every query about persons takes one,
/// so a query that forgets it does not compile.
package struct Scope: Sendable, Hashable {
    /// Sees every person by name.
    package let seesEveryone: Bool
    /// Sees every training, without the names.
    package let seesPseudonyms: Bool
    /// Sees anybody by name: the Directorate nobody, whatever else she is who works for it, unless she sees everybody.
    package var seesNames: Bool { seesEveryone || !seesPseudonyms }
    /// Sees by name the doctors who work, or have worked, in these municipalities.
    package let municipalities: Set<MunicipalityID>
    /// Changes the doctors who work there now, and confirms the municipality's data.
    package let writableMunicipalities: Set<MunicipalityID>
    /// Sees the doctors who wish for service in these trusts.
    package let trusts: Set<TrustCode>
    /// Her own record.
    package let trainees: Set<RecordID>
    package let writesEverything: Bool

    /// - Parameter coverage: the municipalities of an office on the day that is asked about.
    package init(_ viewer: Viewer, coverage: (OfficeCode) -> Set<MunicipalityID>) {
        var municipalities: Set<MunicipalityID> = []
        var writable: Set<MunicipalityID> = []
        var trusts: Set<TrustCode> = []
        var trainees: Set<RecordID> = []
        for grant in viewer.grants {
            switch (grant.role, grant.organisation) {
            case (.adviser, .office(let office)), (.coordinator, .office(let office)):
                municipalities.formUnion(coverage(office))
                writable.formUnion(coverage(office))
            case (.municipality, .municipality(let id)):
                municipalities.insert(id)
                writable.insert(id)
            case (.trust, .trust(let trust)): trusts.insert(trust)
            case (.alis, .trainee(let id)): trainees.insert(id)
            default: break
            }
        }
        self.municipalities = municipalities
        writableMunicipalities = writable
        self.trusts = trusts
        self.trainees = trainees
        seesEveryone = viewer.has(.administrator)
        writesEverything = viewer.has(.administrator)
        seesPseudonyms = viewer.has(.directorate)
    }

    /// Whether there is anybody at all that this viewer may see.
    package var seesNobody: Bool {
        !seesEveryone && !seesPseudonyms && municipalities.isEmpty && trusts.isEmpty && trainees.isEmpty
    }

    package func mayWrite(_ municipality: MunicipalityID) -> Bool { writesEverything || writableMunicipalities.contains(municipality) }
}
