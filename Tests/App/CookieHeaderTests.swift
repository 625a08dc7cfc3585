import Testing

@testable import Alis

@Suite struct CookieHeaderTests {
    @Test(arguments: [
        ("", nil), ("alis=abc", "abc"), ("maal=nn; alis=abc", "abc"), ("maal=nn;alis=abc;x=y", "abc"), ("alis=a=b", "a=b"),
        ("alis=", ""), ("alis=first; alis=second", "first"), ("xalis=no", nil), ("alisx=no; alis=yes", "yes"), ("alis", nil),
        ("x=\"alis=no\"", nil), (" ; ;; alis=abc ", "abc "), ("maal=alis=no", nil),
    ])
    func `a cookie is found by its whole name, the first of several`(header: String, value: String?) {
        #expect(CookieHeader(header)["alis"] == value)
    }
}
