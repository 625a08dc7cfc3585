import AlisDomain
import Testing

@Suite struct ReminderTemplateTests {
    private func fill(_ text: String) throws -> String { try ReminderTemplate(text).filled { "<\($0.rawValue)>" } }

    @Test func `places are filled in, however they are spaced`() throws {
        #expect(try fill("Hei, {{kommune}}! {{ Lenke }}") == "Hei, <kommune>! <lenke>")
        #expect(try fill("{{antall}}{{bekreftet}}") == "<antall><bekreftet>")
        #expect(try fill("  uten steder }} { \r\nto linjer ") == "uten steder }} { \nto linjer")
    }

    @Test func `a text that cannot be filled in is told about`() {
        #expect(throws: ReminderTemplate.Refusal.empty) { try ReminderTemplate(" \n ") }
        #expect(throws: ReminderTemplate.Refusal.unknownPlace("komune")) { try ReminderTemplate("Hei {{komune}}") }
        #expect(throws: ReminderTemplate.Refusal.unclosed) { try ReminderTemplate("Hei {{kommune") }
        #expect(throws: ReminderTemplate.Refusal.unknownPlace("")) { try ReminderTemplate("{{}}") }
    }

    @Test func `what is filled in is not filled in again`() throws {
        #expect(try ReminderTemplate("{{kommune}}").filled { _ in "{{lenke}}" } == "{{lenke}}")
    }
}
