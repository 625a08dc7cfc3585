import AlisDomain

/// A doctor's learning objectives under the columns of her page and of its file.
struct ObjectiveTable {
    let opened: ObjectiveDesk.Opened
    let frame: Frame

    var columns: [ListColumn<ObjectiveLine>] {
        typealias Column = ListColumn<ObjectiveLine>
        return [
            Column(frame[ObjectiveTexts.code], in: .file, value: { .text($0.code.text) }),
            Column(
                frame[ObjectiveTexts.objective], value: { .text(opened.objective($0.code).map { frame[$0.title] } ?? "") }, cell: name),
            Column(frame[ObjectiveTexts.set], in: .file, value: { .text($0.set.map { frame[ObjectiveTexts.name($0)] } ?? "") }),
            Column(frame[ObjectiveTexts.status], value: { .text(frame[ObjectiveTexts.name($0.status)]) }, cell: status),
            Column(frame[ObjectiveTexts.day], in: .file, value: { ExportValue($0.status.day) }),
            Column(frame[ObjectiveTexts.origin], value: { .text(origin($0)) }) { "\(origin($0))" },
            Column(frame[ObjectiveTexts.arena], value: { .text(opened.arena($0.code, frame)) }) { line in
                let arena = opened.arena(line.code, isShort: true, frame)
                return "\(arena.isEmpty ? opened.arenaBefore(line.code, frame) : arena)"
            },
            Column(frame[ObjectiveTexts.chain], value: { .text(step($0)) }) { line in
                let standing: Html = step(line).isEmpty ? .empty : "\(step(line))<br>"
                return """
                    <span>\(standing)<a href="\(Addresses.objective(opened.id, line.code.text))">\(frame[ObjectiveTexts.open])\
                    <span class="hidden-visually">: \(opened.title(line.code, frame))</span></a></span>
                    """
            },
            Column(
                frame[ObjectiveReplacedTexts.heading], in: .file,
                value: { line in
                    .text((before(line) + [replaced(line) ?? ""]).filter { !$0.isEmpty }.joined(separator: ". "))
                }),
        ]
    }

    private func origin(_ line: ObjectiveLine) -> String { line.record.map { frame[ObjectiveTexts.origin($0)] } ?? "" }

    private func step(_ line: ObjectiveLine) -> String {
        let chain = opened.chain(line.code)
        return chain.steps.isEmpty ? "" : frame[ObjectiveTexts.standing(chain.standing)]
    }

    private func before(_ line: ObjectiveLine) -> [String] {
        line.before.map { old in
            frame[ObjectiveReplacedTexts.before(old.code, ObjectiveReplacedTexts.far(old, opened.chain(old.code).standing))]
        }
    }

    private func replaced(_ line: ObjectiveLine) -> String? { line.replaced.map { frame[ObjectiveReplacedTexts.note($0)] } }

    /// With the box that chooses it, for those who can do something with the chosen ones.
    private func name(_ line: ObjectiveLine) -> Html {
        let title = opened.title(line.code, frame)
        let name: Html =
            ObjectiveAct.offered(opened).isEmpty
            ? "\(title)"
            : "<label class=\"pick\"><input type=\"checkbox\" name=\"mal\" value=\"\(line.code.text)\"> <span>\(title)</span></label>"
        return "\(name)\(replaced(line).map { "<br><span class=\"note\">\($0)</span>" as Html })"
    }

    private func status(_ line: ObjectiveLine) -> Html {
        let isOld = line.isApprovedBefore && line.status.rank < 3
        let notes = (isOld ? [frame[ObjectiveTexts.oldApproved]] : []) + before(line)
        return """
            <span><span class="verdict \(ObjectiveBar.mark(line.status))">\(frame[ObjectiveTexts.full(line.status)])</span>\
            \(notes.map { "<br><span class=\"note\">\($0)</span>" as Html })</span>
            """
    }
}

extension ObjectiveDesk.Opened {
    /// The objectives that a filter takes.
    func lines(_ filter: ObjectiveFilter) -> [ObjectiveLine] { lines(sets).filter { filter.takes($0, chain($0.code)) } }

    /// The same rows as on her page, as a file.
    func takenOut(_ visit: Visit) -> TakenOut {
        let frame = visit.frame
        var notes = ["\(frame[ObjectiveTexts.pageTitle(trainee.fullName)]), \(visit.today.norwegian)", frame[ObjectiveTexts.formal]]
        if lines(sets).contains(where: { objective($0.code)?.isSample ?? false }) { notes.append(frame[ObjectiveTexts.sampleLong]) }
        let table = ListTable(frame[ObjectiveTexts.title], ObjectiveTable(opened: self, frame: frame).columns)
        return TakenOut([table.file(lines(ObjectiveFilter(visit.query)), notes: notes)], name: "laeringsmal-\(visit.today.iso)")
    }
}
