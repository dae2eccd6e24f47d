/// Why a page was not fetched.
public struct FetchError: Error, Hashable, CustomStringConvertible {
    /// What went wrong, for programs; more codes may come.
    public struct Code: RawRepresentable, Hashable, Sendable {
        /// The code as logs print it.
        public let rawValue: String

        /// Makes a code from its printed form.
        public init(rawValue: String) {
            self.rawValue = rawValue
        }

        /// The address is no address of the web that can be fetched.
        public static let invalidAddress = Code(rawValue: "invalid-address")
        /// The address leads into a private network, or to another place that is not for the public.
        public static let refusedAddress = Code(rawValue: "refused-address")
        /// The host's name leads nowhere.
        public static let unresolvable = Code(rawValue: "unresolvable")
        /// The site's robots.txt does not want the page to be fetched.
        public static let disallowed = Code(rawValue: "disallowed")
        /// No connection could be made.
        public static let unreachable = Code(rawValue: "unreachable")
        /// The connection broke, or what came was not HTTP.
        public static let broken = Code(rawValue: "broken")
        /// The response took longer than it may.
        public static let timeout = Code(rawValue: "timeout")
        /// The response came slower than it may.
        public static let tooSlow = Code(rawValue: "too-slow")
        /// The response is longer than it may be.
        public static let tooLarge = Code(rawValue: "too-large")
        /// The page is only reached by more redirects than are followed, or by none that end.
        public static let redirects = Code(rawValue: "redirects")
        /// The server asks to come back much later.
        public static let busy = Code(rawValue: "busy")
        /// The work was given up.
        public static let cancelled = Code(rawValue: "cancelled")
    }

    /// What went wrong.
    public let code: Code
    /// What went wrong and what to do, for people.
    public let message: String
    /// The address whose fetching failed, as it was given or as a redirect named it.
    public let address: String

    package init(_ code: Code, _ message: String, address: String) {
        self.code = code
        self.message = message
        self.address = address
    }

    /// One line with the address and the message.
    public var description: String { "\(address): \(message)" }
}
