import AlisDomain

/// Made-up people: common given and family names from Norway, Sápmi and the world, put together in all combinations.
///
/// HPR numbers are nine digits beginning with 99: the form is right, and numbers are issued in order with seven or eight digits, so no
/// doctor has one. E-mail goes to `.example`, which cannot exist (RFC 2606); phone numbers begin with 000, which no subscriber has.
struct SyntheticNames: Sendable {
    private struct Name: Sendable {
        let text: String
        let folded: String

        init(_ text: String) {
            self.text = text
            folded = Folding.fold(text).filter { $0 != " " }
        }
    }

    private let women = NameLists.women.map(Name.init)
    private let men = NameLists.men.map(Name.init)
    private let families = NameLists.families.map(Name.init)

    /// The `index`th synthetic HPR number; each of nearly ten million indices gives another, in no visible order.
    /// The first thousand numbers, 990000000–990000999, belong to the cast.
    static func hpr(_ index: Int) -> HPRNumber? {
        let spread = (max(0, index) % 9_999_000 * 7_368_787 + 1_234_567) % 9_999_000
        return HPRNumber(String(990_001_000 + spread))
    }

    /// A name, e-mail address and phone number, no HPR number or birth year.
    func person(_ random: inout SyntheticRandom) -> Trainee {
        // More than half of young doctors are women.
        let givenNames = random.chance(600) ? women : men
        let given = givenNames[random.below(givenNames.count)]
        let family = families[random.below(families.count)]
        var trainee = Trainee(givenName: given.text, familyName: family.text, isSynthetic: true)
        // Two given names or two family names are common, and keep people apart.
        if random.chance(180) { trainee.givenName += " " + givenNames[random.below(givenNames.count)].text }
        if random.chance(220) { trainee.familyName = families[random.below(families.count)].text + " " + family.text }
        if random.chance(930) {
            trainee.email = EmailAddress("\(given.folded).\(family.folded)\(random.between(10, 9999))@alis.example")
        }
        if random.chance(450) { trainee.phone = phone(&random) }
        return trainee
    }

    /// A name alone.
    func name(_ random: inout SyntheticRandom) -> String {
        let givenNames = random.chance(600) ? women : men
        return givenNames[random.below(givenNames.count)].text + " " + familyName(&random)
    }

    func familyName(_ random: inout SyntheticRandom) -> String { families[random.below(families.count)].text }

    private func phone(_ random: inout SyntheticRandom) -> String {
        let digits = String(100_000 + random.below(100_000)).dropFirst()
        return "000 \(digits.prefix(2)) \(digits.suffix(3))"
    }

    /// The name as somebody in a hurry writes it: two letters changed round, one left out, or one doubled.
    static func misspelt(_ name: String, _ random: inout SyntheticRandom) -> String {
        var letters = Array(name)
        guard letters.count > 3 else { return name + name.suffix(1) }
        let place = random.between(1, letters.count - 3)
        switch random.below(3) {
        case 0 where letters[place] != letters[place + 1]: letters.swapAt(place, place + 1)
        case 1: letters.remove(at: place)
        default: letters.insert(letters[place], at: place)
        }
        return String(letters)
    }
}
