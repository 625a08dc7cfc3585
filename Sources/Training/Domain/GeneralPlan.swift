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
    /// The sections that are written, in order: what the public reads.
    package var written: [Section] { Section.allCases.filter { !text($0).isEmpty } }
    /// The sections in which something in the template's brackets is still to be written: they are not ready for the public.
    package var unfinished: [Section] {
        Section.allCases.filter { section in
            let text = text(section)
            return text.firstIndex(of: "[").map { text[$0...].contains("]") } ?? false
        }
    }
}

/// A general plan that is being written (*utkast til generell utdanningsplan*): read by those who write it, until the municipality publishes
/// it.
package struct GeneralPlanDraft: Hashable, Sendable {
    package var plan: GeneralPlan

    package init(_ plan: GeneralPlan) { self.plan = plan }
}
