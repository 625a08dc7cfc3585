import AlisDomain

/// What a list is narrowed to beyond the question, for the figures that are counted by something else than the question's own parts:
/// a health region, no place of work, and wishes by half-year and first choice of trust.
struct TraineeListFilter: Sendable {
    /// A health region's code.
    let region: String?
    /// Only those without a registered place of work.
    let isUnplaced: Bool
    /// The earliest half-year of a standing wish.
    let halfYear: HalfYear?
    /// The first choice of a standing wish.
    let trust: TrustCode?
    /// Only those with a standing wish, whatever it says.
    let isWishing: Bool
    /// What was asked for and is nothing that there is: left out, and said.
    let problems: [FieldProblem]

    /// Reads an address.
    init(_ query: FormData, _ view: RegisterView) {
        region = view.reference.regions.contains { $0.value.code == query["region"] } ? query["region"] : nil
        isUnplaced = query["sted"] == "uten"
        halfYear = HalfYear(code: query["halvar"])
        trust = TrustCode(query["foretak"]).flatMap { code in view.reference.trusts.contains { $0.value.code == code } ? code : nil }
        isWishing = halfYear != nil || trust != nil || query["onske"] == "ja"
        let isRead = [
            ("maal", QuestionAddress.measure(query["maal"]) != nil), ("region", region != nil), ("sted", isUnplaced),
            ("halvar", halfYear != nil), ("foretak", trust != nil), ("onske", query["onske"] == "ja"),
        ]
        // They have no field of their own but the first: the sentence leads to that one.
        problems = isRead.filter { !$0.1 && !query[$0.0].isEmpty }
            .map { FieldProblem("maal", OverviewTexts.noSuchChoice(query[$0.0])) }
    }

    /// As an address has it.
    var pairs: [(String, String?)] {
        [
            ("region", region), ("sted", isUnplaced ? "uten" : nil), ("halvar", halfYear?.code), ("foretak", trust?.code),
            ("onske", isWishing && halfYear == nil && trust == nil ? "ja" : nil),
        ]
    }

    /// Whether nothing is asked for: then a list is as long as it is without it, and nothing is worked out.
    var isEmpty: Bool { region == nil && !isUnplaced && !isWishing }

    func members(_ all: [OverviewAnswer.Member], of question: OverviewQuestion, _ view: RegisterView) -> [OverviewAnswer.Member] {
        if isEmpty { return all }
        let places = region.map { view.table(question).municipalities(inRegion: $0) }
        let wishing = isWishing ? wishers(question, view) : nil
        return all.filter { member in
            (places.map { there in member.municipality.map { there.contains($0.key) } ?? false } ?? true)
                && (!isUnplaced || member.municipality == nil) && (wishing?.contains(member.person) ?? true)
        }
    }

    /// Whose standing wishes fit. The same rows as the overview's figures are counted from.
    private func wishers(_ question: OverviewQuestion, _ view: RegisterView) -> Set<RegisterIndex.Ordinal> {
        let standing = view.index.standingWishes(
            on: question.asOf, knownAfter: question.knownAfter, of: view.answer(question).members)
        return Set(
            standing.filter { entry in
                (halfYear.map { $0 == entry.wish.earliest } ?? true) && (trust.map { $0 == entry.wish.choices.first?.trust } ?? true)
            }.map(\.person))
    }

    /// In words, for the head of the list.
    func narrowings(_ view: RegisterView, _ question: OverviewQuestion, _ frame: Frame) -> [Narrowing] {
        var found: [Narrowing] = []
        if let region {
            let name = view.reference.regions.first { $0.value.code == region }?.value.shortName ?? region
            found.append(Narrowing(field: "region", label: ReferenceTexts.region, value: region, name: name))
        }
        if isUnplaced {
            found.append(
                Narrowing(field: "sted", label: OverviewTexts.place, value: "uten", name: frame[OverviewTexts.noMunicipality]))
        }
        if let halfYear {
            found.append(
                Narrowing(
                    field: "halvar", label: OverviewTexts.wishedFrom, value: halfYear.code, name: Format.halfYear(halfYear, frame.language))
            )
        }
        if let trust {
            let name = view.reference.trusts.first { $0.value.code == trust }?.value.name ?? trust.code
            found.append(Narrowing(field: "foretak", label: TraineeTexts.choice1, value: trust.code, name: name))
        }
        return found
    }
}
