import AlisDomain

/// A part's relations to other parts (`_rels/*.rels`): which file is which sheet.
final class RelationshipsPart: XMLPartHandler {
    struct Relationship {
        let identifier: String
        /// The last word of the relation's type, the same in the transitional and the strict form: `worksheet`.
        let kind: String
        /// Full name of the part in the package.
        let target: String
    }

    private(set) var relationships: [Relationship] = []
    private(set) var refusal: SpreadsheetRefusal?
    private let folder: String
    private let limits: SpreadsheetLimits

    /// - Parameter folder: the folder of the part whose relations these are, which targets are relative to.
    init(folder: String, limits: SpreadsheetLimits) {
        self.folder = folder
        self.limits = limits
    }

    func start(_ name: XMLName, _ attributes: XMLAttributes) {
        guard name == "Relationship", attributes.string("TargetMode") != "External" else { return }
        guard let identifier = attributes.string("Id"), let type = attributes.string("Type"), let target = attributes.string("Target")
        else { return }
        guard relationships.count < limits.definitions else { return refusal = .damaged(part: "relationships") }
        let kind = type.split(separator: "/").last.map(String.init) ?? type
        relationships.append(Relationship(identifier: identifier, kind: kind, target: resolved(target)))
    }

    func end(_ name: XMLName) {}
    func text(_ bytes: UnsafeBufferPointer<UInt8>) {}

    private func resolved(_ target: String) -> String {
        let target = target.replacing("\\", with: "/")
        var folders = target.hasPrefix("/") ? [] : folder.split(separator: "/").map(String.init)
        for step in target.split(separator: "/") {
            switch step {
            case ".": continue
            case "..": _ = folders.popLast()
            default: folders.append(String(step))
            }
        }
        return folders.joined(separator: "/")
    }
}
