import AlisDomain
import Crypto
import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import Synchronization

/// Whole answers, given again while the database is in the state they were made from, to the same browser session only.
///
/// A hit runs no query: who may see the page was settled when it was made, and whatever could unsettle it (signing out, taking
/// access away, a change to the register) is a write, after which the state is another. What the clock changes is settled too: the
/// day is in the key, and a page is kept no longer than its session may go unseen.
final class PageCache: Sendable {
    /// Everything an answer depends on but the database's state. The cookies stand here as they came, so two sessions never share.
    struct Key: Hashable, Sendable {
        let address: String
        let cookies: String
        let languages: String
        let day: CalendarDay
    }

    struct Page: Sendable {
        let headers: HTTPFields
        let body: ByteBuffer
        let tag: String
        let validUntil: Instant
    }

    private struct Entry {
        let page: Page
        var used: UInt64
    }

    private struct Contents {
        var generation: Generation?
        var entries: [Key: Entry] = [:]
        /// Of pages asked for once, by their keys' hash. Most are not asked for again before something is written, and keeping those
        /// would push out the ones that are.
        var askedOnce: Set<Int> = []
        var bytes = 0
        var uses: UInt64 = 0

        /// Lets the quarter go that was used longest ago: looking for the oldest at each new page would cost more than making one.
        mutating func makeRoom(for size: Int, _ mostBytes: Int) {
            let order = entries.sorted { $0.value.used < $1.value.used }
            for (index, entry) in order.enumerated() {
                if index >= (order.count + 3) / 4, bytes + size <= mostBytes { break }
                entries[entry.key] = nil
                bytes -= entry.value.page.body.readableBytes
            }
        }
    }

    private let contents = Mutex(Contents())
    private let mostBytes: Int
    private let mostPages: Int

    init(mostBytes: Int = 3 << 20, mostPages: Int = 250) {
        self.mostBytes = mostBytes
        self.mostPages = mostPages
    }

    /// The key of a request whose answer may be kept; nil for those that may not, the oversized among them.
    static func key(_ request: Request, on day: CalendarDay) -> Key? {
        guard request.method == .get || request.method == .head else { return nil }
        let cookies = request.headers[.cookie] ?? ""
        let languages = request.headers[.acceptLanguage] ?? ""
        let address = request.uri.string
        guard cookies.utf8.count < 400, languages.utf8.count < 200, address.utf8.count < 800 else { return nil }
        return Key(address: address, cookies: cookies, languages: languages, day: day)
    }

    /// The page kept under `key`, if the database is still in the state it was made from.
    func find(_ key: Key, in generation: Generation, at now: Instant) -> Page? {
        contents.withLock { contents in
            guard contents.generation == generation, let entry = contents.entries[key], now < entry.page.validUntil else { return nil }
            contents.uses &+= 1
            contents.entries[key]?.used = contents.uses
            return entry.page
        }
    }

    /// Keeps a page made from what was read after the database was seen in `generation`, if it is asked for the second time.
    func keep(_ page: Page, under key: Key, in generation: Generation) {
        let size = page.body.readableBytes
        guard size <= mostBytes / 4 else { return }
        contents.withLock { contents in
            if contents.generation != generation {
                contents.entries.removeAll(keepingCapacity: true)
                contents.askedOnce.removeAll(keepingCapacity: true)
                contents.bytes = 0
                contents.generation = generation
            }
            if contents.askedOnce.insert(key.hashValue).inserted {
                if contents.askedOnce.count > 2000 { contents.askedOnce.removeAll(keepingCapacity: true) }
                return
            }
            if let old = contents.entries.removeValue(forKey: key) { contents.bytes -= old.page.body.readableBytes }
            if contents.entries.count >= mostPages || contents.bytes + size > mostBytes { contents.makeRoom(for: size, mostBytes) }
            contents.uses &+= 1
            contents.entries[key] = Entry(page: page, used: contents.uses)
            contents.bytes += size
        }
    }

    /// A strong entity tag: the same for the same bytes, whenever and by whichever server they were made.
    ///
    /// It is the tag with which AES-GCM vouches for bytes sent in the clear, under a key that is no secret: 128 bits that tell pages
    /// apart, and prove nothing.
    static func tag(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
        let fingerprint =
            (try? AES.GCM.seal([UInt8](), using: tagKey, nonce: tagNonce, authenticating: bytes).tag) ?? Data(SHA256.hash(data: bytes))
        let digits = Array("0123456789abcdef".utf8)
        return "\"" + String(decoding: fingerprint.prefix(16).flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
            + "\""
    }

    private static let tagKey = SymmetricKey(data: Array("the pages' tags".utf8) + [0])
    private static let tagNonce: AES.GCM.Nonce? = try? AES.GCM.Nonce(data: [UInt8](repeating: 0, count: 12))

    /// Whether `If-None-Match` names the tag.
    static func names(_ header: String?, _ tag: String) -> Bool {
        guard let header else { return false }
        if header == tag || header == "*" { return true }
        return header.split(separator: ",").contains { part in
            let bare = part.drop { $0 == " " }
            return (bare.hasPrefix("W/") ? bare.dropFirst(2) : bare).filter { $0 != " " } == tag
        }
    }
}
