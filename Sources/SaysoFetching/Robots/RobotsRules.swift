import SaysoArchives

/// What a site's robots.txt lets one robot fetch (RFC 9309), and how fast.
package struct RobotsRules: Sendable {
    /// Bytes of a file that are read; RFC 9309 asks for at least 500 KiB.
    package static let longest = 500 * 1024

    /// Rules that make one search through a path; see ``Group/add(_:_:)``.
    static let mostSearches = 1000

    private struct Rule {
        let pattern: RobotsPattern
        let isAllowed: Bool
    }

    private var rules: [Rule] = []
    /// Seconds that the site asks to wait between pages; nil where it asks for nothing.
    package private(set) var crawlDelay: Double?

    /// Everything may be fetched.
    package static let allowAll = RobotsRules()

    private init() {}

    /// Reads the rules for a robot.
    ///
    /// All groups that name the robot count together; where none does, those for `*`.
    ///
    /// - Parameters:
    ///   - bytes: the file.
    ///   - robot: the robot's product token; upper and lower case are the same.
    package init(_ bytes: [UInt8], for robot: String) {
        let robot = robot.lowercased()
        var (own, general) = (Group(), Group())
        var (isOwn, isGeneral, isNaming, namesOwn) = (false, false, false, false)
        for (key, value) in Self.lines(bytes) {
            if key == "user-agent" {
                if !isNaming { (isOwn, isGeneral) = (false, false) }
                isNaming = true
                let name = String(decoding: value.prefix(while: Self.isToken), as: UTF8.self).lowercased()
                if name == robot { (isOwn, namesOwn) = (true, true) }
                if value.first == UInt8(ascii: "*") { isGeneral = true }
            } else if ["allow", "disallow", "crawl-delay"].contains(key) {
                isNaming = false
                if isOwn { own.add(key, value) }
                if isGeneral { general.add(key, value) }
            }
        }
        let group = namesOwn ? own : general
        (rules, crawlDelay) = (group.rules, group.crawlDelay)
    }

    /// Whether a page may be fetched: what the longest rule says that matches, and "allow" of two alike.
    ///
    /// The target is path and query, as a request line has them.
    ///
    /// - Complexity: linear in the length of the file, and in that of the path for at most ``mostSearches`` rules.
    package func allows(_ target: String) -> Bool {
        if target == "/robots.txt" { return true }
        let path = RobotsPattern.normalised(Array(target.utf8), isPattern: false)
        var (longest, isAllowed) = (-1, true)
        for rule in rules where rule.pattern.length >= longest && rule.pattern.matches(path) {
            isAllowed = rule.isAllowed || (rule.pattern.length == longest && isAllowed)
            longest = rule.pattern.length
        }
        return isAllowed
    }

    private struct Group {
        var rules: [Rule] = []
        var crawlDelay: Double?
        private var searches = 0

        /// Adds a line. Of rules that search, so many are read as they are meant, which are more than honest files
        /// have; further ones forbid more than they say, so that none takes time and none is passed over.
        mutating func add(_ key: String, _ value: ArraySlice<UInt8>) {
            if key == "crawl-delay" {
                let seconds = Double(String(decoding: value, as: UTF8.self))
                if let seconds, seconds.isFinite, seconds >= 0 { crawlDelay = max(crawlDelay ?? 0, seconds) }
            } else if !value.isEmpty {
                var pattern = RobotsPattern(value)
                if pattern.searches { searches += 1 }
                if pattern.searches, searches > mostSearches {
                    if key == "allow" { return }
                    pattern = pattern.widened
                }
                rules.append(Rule(pattern: pattern, isAllowed: key == "allow"))
            }
        }
    }

    private static func isToken(_ byte: UInt8) -> Bool { byte.isLetter || byte == 0x2D || byte == 0x5F }

    /// The lines that say something: a key in lower case, and a value without comment and blanks.
    private static func lines(_ bytes: [UInt8]) -> [(key: String, value: ArraySlice<UInt8>)] {
        var whole = bytes[...]
        if whole.starts(with: [0xEF, 0xBB, 0xBF]) { whole = whole.dropFirst(3) }
        if whole.count > longest {
            // The line in which the limit falls is not whole.
            whole = whole.prefix(longest)
            whole = whole.prefix(through: whole.lastIndex { $0 == 0x0A || $0 == 0x0D } ?? whole.startIndex)
        }
        return whole.split { $0 == 0x0A || $0 == 0x0D }.compactMap { line in
            let line = line.prefix { $0 != UInt8(ascii: "#") }
            guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { return nil }
            let key = String(decoding: line[..<colon].trimmed, as: UTF8.self).lowercased()
            return (key, line[(colon + 1)...].trimmed)
        }
    }
}
