/// What came of reading one cell.
package enum ImportReading<Value: Sendable & Hashable>: Sendable, Hashable {
    /// The cell says nothing.
    case nothing
    case value(Value)
    /// Read, with something the user should know.
    case noted(Value, RowProblem.Kind)
    /// Not taken in. With one choice: "did you mean"; with several: to be chosen.
    case refused(RowProblem.Kind, [ImportChoice])

    /// The value, noted or not.
    package var value: Value? {
        switch self {
        case .value(let value), .noted(let value, _): value
        case .nothing, .refused: nil
        }
    }

    static func refused(_ kind: RowProblem.Kind) -> Self { .refused(kind, []) }
}
