import AlisDomain
import Testing

@Suite struct ImportTemplateTests {
    @Test(arguments: LanguageForm.allCases)
    func `the template is understood without a guess in both language forms`(form: LanguageForm) throws {
        let header = ImportTemplate.columns.map { $0.heading[form] }.joined(separator: "|")
        let example = ImportTemplate.columns.map { $0.example[form] }.joined(separator: "|")
        let mapping = try #require(ImportFixture.mapping(ImportFixture.workbook(ImportFixture.sheet("\(header)\n\(example)"))).sheets.first)
        #expect(mapping.columns.map(\.meaning) == ImportTemplate.columns.map { .field($0.field) })
        #expect(mapping.columns.allSatisfy { $0.sureness == .certain })
    }

    @Test(arguments: LanguageForm.allCases)
    func `every word in a drop-down can be read`(form: LanguageForm) {
        for column in ImportTemplate.columns {
            for word in column.values.map({ $0[form] }) {
                switch column.field {
                case .scheme: #expect(ImportWordReading.scheme(.text(word)).value != nil, "\(word)")
                case .form: #expect(ImportWordReading.form(.text(word)).value != nil, "\(word)")
                case .endReason: #expect(ImportWordReading.endReason(.text(word)).value != nil, "\(word)")
                case .status: #expect(ImportWordReading.standing(.text(word)).value != nil, "\(word)")
                case .specialty: #expect(ImportWordReading.specialty(.text(word)).value != nil, "\(word)")
                case .absence: #expect(ImportAbsenceReading.read(.text(word)).value != nil, "\(word)")
                default: Issue.record("\(column.field) has a drop-down that is not tested")
                }
            }
        }
    }

    @Test(arguments: LanguageForm.allCases)
    func `the template's example is taken in as it stands`(form: LanguageForm) {
        let header = ImportTemplate.columns.map { $0.heading[form] }.joined(separator: "|")
        let example = ImportTemplate.columns.filter { $0.field != .converted }
        let columns = ImportTemplate.columns.map { column in example.contains(column) ? column.example[form] : "" }.joined(separator: "|")
        let plan = ImportFixture.plan(ImportFixture.workbook(ImportFixture.sheet("\(header)\n\(columns)")))
        #expect(plan.counts.added == 1, "\(plan.rows.first?.problems.map(\.kind) ?? [])")
    }
}
