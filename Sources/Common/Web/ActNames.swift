import AlisDomain

/// What the kinds of change are called on screen, all areas' together.
package struct ActNames: Sendable {
    var names: [ChangeAct: Text] = [:]
    /// Those of which whoever makes one must say why.
    var explained: Set<ChangeAct> = []

    package func name(_ act: ChangeAct) -> Text { names[act] ?? Text(same: act.code) }
    package func asksWhy(_ act: ChangeAct) -> Bool { explained.contains(act) }
}
