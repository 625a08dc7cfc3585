import AlisCast
import AlisDomain
import Testing

@Suite struct CalibrationTests {
    @Test(arguments: [2026, 7] as [UInt64])
    func `each public figure is met within its tolerance`(seed: UInt64) {
        let norway = SyntheticNorway(seed: seed, scale: 1, today: SyntheticFixtures.today, places: SyntheticFixtures.places)
        for comparison in Calibration.of(norway).comparisons {
            #expect(
                comparison.isWithin,
                "\(comparison.figure.key): \(comparison.own) against \(comparison.figure.value), \(comparison.deviation) off")
        }
    }

    @Test func `every figure has its own key, a source and both language forms`() {
        let all = PublicFigure.all
        #expect(Set(all.map(\.key)).count == all.count)
        #expect(all.count > 20)
        for figure in all {
            #expect(figure.source.hasPrefix("https://"))
            #expect(!figure.definition.nb.isEmpty && !figure.counterpart.nn.isEmpty)
        }
        #expect(PublicFigure.withoutCounterpart.allSatisfy { !$0.why.nn.isEmpty })
    }

    @Test func `a figure far off is not called close`() throws {
        let figure = try #require(PublicFigure.all.first { $0.unit == .count })
        #expect(!Calibration.Comparison(figure: figure, own: figure.value * 1.2).isWithin)
        #expect(Calibration.Comparison(figure: figure, own: figure.value * 0.95).isWithin)
    }
}
