/// A municipality's general training plan (*generell utdanningsplan*; spesialistforskriften § 23): public, one for each specialty.
///
/// What it must hold is from alis.no, generell utdanningsplan: the municipality and where responsibility lies, how training is organised,
/// how competence is assessed, how supervision is done, the learning arenas, and which objectives are met where.
package struct GeneralPlan: Hashable, Sendable {
    package var municipality: MunicipalityID
    package var specialty: Training.Specialty
    /// A text for each section, in the order of `Section.allCases`; empty when nothing is written yet.
    package var texts: [String]

    package init(municipality: MunicipalityID, specialty: Training.Specialty = .generalPractice, texts: [String]) {
        self.municipality = municipality
        self.specialty = specialty
        self.texts = texts
    }

    /// What a general plan must tell of.
    package enum Section: String, CaseIterable, Sendable {
        case responsibility
        case organisation
        case assessment
        case supervision
        case arenas
        case objectives
    }

    package func text(_ section: Section) -> String {
        let index = Section.allCases.firstIndex(of: section) ?? 0
        return texts.indices.contains(index) ? texts[index] : ""
    }

    /// The sections nobody has written yet: the plan must have them all.
    package var missing: [Section] { Section.allCases.filter { text($0).isEmpty } }
}
