import HTTPTypes
import Hummingbird
import SaysoLedger

/// Style sheets, scripts and pictures.
enum AssetFiles {
    private static let types = [
        "css": "text/css; charset=utf-8", "js": "text/javascript; charset=utf-8", "svg": "image/svg+xml",
    ]

    /// What tells a file from earlier ones of its name.
    static func version(of name: String) -> String {
        "\(Digest(of: EmbeddedFiles.all[name] ?? []).description.dropFirst(7).prefix(12))"
    }

    /// Adds `/assets/{name}`.
    static func addRoutes(to table: inout RouteTable) {
        table.get("/assets/{name}") { request, context in
            let name = context.parameters.get("name") ?? ""
            guard let type = types[String(name.split(separator: ".").last ?? "")],
                let file = EmbeddedFiles.all[name]
            else { throw Problem(.notFound, "not-found", "there is no such file") }
            var answer = Representation(file, type: type)
            // Another version has another address.
            if request.uri.query == "v=\(version(of: name))" {
                answer.headers[.cacheControl] = "public, max-age=31536000, immutable"
            }
            return answer.response(to: request)
        }
    }
}
