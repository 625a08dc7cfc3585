import AlisCast
import AlisDomain

/// Hands everything the generator makes to two sinks, so that writing and counting take one run.
struct PairedSink<First: SyntheticSink, Second: SyntheticSink>: SyntheticSink {
    var first: First
    var second: Second

    mutating func change(_ change: Change) { first.change(change); second.change(change) }
    mutating func trainee(_ version: Version<Trainee>) { first.trainee(version); second.trainee(version) }
    mutating func training(_ version: Version<Training>) { first.training(version); second.training(version) }
    mutating func engagement(_ version: Version<Engagement>) { first.engagement(version); second.engagement(version) }
    mutating func absence(_ version: Version<Absence>) { first.absence(version); second.absence(version) }
    mutating func wish(_ version: Version<HospitalWish>) { first.wish(version); second.wish(version) }
    mutating func confirmation(_ version: Version<Confirmation>) { first.confirmation(version); second.confirmation(version) }
}
