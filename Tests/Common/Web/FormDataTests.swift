import Testing

@testable import Alis

@Suite struct FormDataTests {
    /// Bytes that forms are made of, in every order.
    private struct ByteDice {
        var state: UInt64 = 0xA11_5000
        mutating func below(_ limit: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % limit
        }
    }

    @Test func `what was typed comes through as it was`() {
        let form = FormData([("navn", "Åse & Bjørn = 100 % «sant» + <b>"), ("tom", ""), ("linjer", "a\r\nb"), ("navn", "to")])
        #expect(FormData(urlEncoded: form.urlEncoded) == form)
        #expect(form.all("navn").count == 2)
        #expect(FormData(urlEncoded: "a=+%C3%A6+&b&=c&&d=%zz%4")["a"] == "æ")
        #expect(FormData(urlEncoded: "d=%zz%4")["d"] == "%zz%4")
        #expect(FormData([("a", "\u{00A0} x \n")])["a"] == "x")
    }

    @Test func `a form of random bytes never ends the program, and is bounded`() {
        var dice = ByteDice()
        let alphabet = Array("a=&%+;0fF\u{FF}æ\r\n-\"\u{0}".utf8) + [0xFF, 0xC3, 0x80]
        for _ in 0..<5000 {
            let bytes = (0..<dice.below(60)).map { _ in alphabet[dice.below(alphabet.count)] }
            let form = FormData(urlEncoded: String(decoding: bytes, as: UTF8.self))
            #expect(FormData(urlEncoded: form.urlEncoded) == form)
        }
        #expect(FormData(urlEncoded: String(repeating: "a=1&", count: 50_000)).pairs.count <= 10_000)
    }

    @Test func `a form with files is read, cut short anywhere or changed anywhere it is refused or read, never a crash`() throws {
        let boundary = "----grense"
        let whole = Array(
            """
            ------grense\r
            Content-Disposition: form-data; name="navn"\r
            \r
            Åse\r
            ------grense\r
            Content-Disposition: form-data; name="fil"; filename="alis.csv"\r
            Content-Type: text/csv\r
            \r
            a;b\r
            --nesten\r
            ------grense--\r

            """.utf8)
        let (fields, files) = try #require(Multipart.read(whole, boundary: boundary))
        #expect(fields["navn"] == "Åse")
        #expect(files.count == 1)
        #expect(files.first?.fileName == "alis.csv")
        #expect(files.first.map { String(decoding: $0.bytes, as: UTF8.self) } == "a;b\r\n--nesten")
        for length in 0..<whole.count { _ = Multipart.read(Array(whole.prefix(length)), boundary: boundary) }
        var dice = ByteDice()
        for _ in 0..<5000 {
            var bytes = whole
            for _ in 0..<(1 + dice.below(4)) {
                let at = dice.below(bytes.count)
                switch dice.below(3) {
                case 0: bytes[at] = UInt8(dice.below(256))
                case 1: bytes.remove(at: at)
                default: bytes.insert(UInt8(dice.below(256)), at: at)
                }
            }
            _ = Multipart.read(bytes, boundary: boundary)
        }
        for type in [
            "", "multipart/form-data", "multipart/form-data; boundary=", "multipart/form-data; boundary=\"", "text/plain; boundary=x",
        ] {
            _ = Multipart.boundary(contentType: type)
        }
    }

    @Test func `a part of an address is decoded as one: there a plus is a plus`() {
        #expect(FormData.decodePart("a+b%20%C3%A6%2B&c=d") == "a+b æ+&c=d")
        #expect(FormData(urlEncoded: "v=a+b")["v"] == "a b")
    }

    private func multipart(_ disposition: String, _ content: String = "x", boundary: String = "g") -> [UInt8] {
        Array("--\(boundary)\r\nContent-Disposition: form-data; \(disposition)\r\n\r\n\(content)\r\n--\(boundary)--\r\n".utf8)
    }

    @Test func `a file's name may hold what separates elsewhere`() throws {
        for (written, name) in [
            ("\"leger; vår 2027.csv\"", "leger; vår 2027.csv"), ("\"a\\\"b\\\".csv\"", "a\"b\".csv"),
            ("\"C:\\lister\\alis.csv\"", "C:\\lister\\alis.csv"), ("alis.csv", "alis.csv"),
            ("\"name=x; filename=y\"", "name=x; filename=y"),
            ("\"\"", ""),
        ] {
            let read = try #require(Multipart.read(multipart("name=\"fil\"; filename=\(written)"), boundary: "g"))
            #expect(read.files.first?.fileName == name && read.files.first?.field == "fil")
        }
        let odd = try #require(Multipart.read(multipart("filename=\"a; name=b\"; name=\"fil\""), boundary: "g"))
        #expect(odd.files.first?.field == "fil")
    }

    @Test func `a boundary is read as it is written, and none is longer than may be`() throws {
        func boundary(_ text: String) -> String? { Multipart.boundary(contentType: "multipart/form-data; \(text)") }
        #expect(boundary("charset=utf-8; boundary=\"a;b c\"") == "a;b c")
        #expect(boundary("BOUNDARY=abc ; x=y") == "abc")
        #expect(boundary("boundary=" + String(repeating: "-", count: 70)) != nil)
        #expect(boundary("boundary=" + String(repeating: "-", count: 71)) == nil)
        #expect(boundary("boundary=\"\"") == nil && boundary("x=y") == nil && boundary("boundary=\"a\r\nb\"") == nil)
        let boundary = String(repeating: "-", count: 70)
        let body = multipart("name=\"a\"", "x" + String(repeating: "-", count: 300), boundary: boundary)
        #expect(try #require(Multipart.read(body, boundary: boundary)).fields["a"].count == 301)
    }

    @Test func `text in a page is escaped whatever it holds`() {
        let evil = "<script>alert('x')</script>&\"\u{0}"
        let html: Html = "<p title=\"\(evil)\">\(evil)</p>"
        #expect(!html.text.contains("<script"))
        #expect(!html.text.dropFirst(10).contains("'x'"))
        #expect(html.text.contains("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&amp;&quot;"))
    }
}
