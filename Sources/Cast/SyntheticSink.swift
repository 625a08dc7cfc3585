import AlisDomain

/// Takes what the generator makes, piece by piece, so that nobody has to hold all of it.
///
/// A change always comes before the first version that names it, each once; changes do not come in the order of their numbers.
/// A person's versions come together: trainee, training, engagements, absences, wishes. All versions have `RecordID` texts as ids.
package protocol SyntheticSink {
    mutating func change(_ change: Change)
    mutating func trainee(_ version: Version<Trainee>)
    mutating func training(_ version: Version<Training>)
    mutating func engagement(_ version: Version<Engagement>)
    mutating func absence(_ version: Version<Absence>)
    mutating func wish(_ version: Version<HospitalWish>)
    mutating func confirmation(_ version: Version<Confirmation>)
}
