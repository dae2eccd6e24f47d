import Hummingbird

/// What the API itself is: its document.
enum DocumentRoutes {
    static func addRoutes(to table: inout RouteTable) {
        table.get("/api/v1/openapi.json") { request, _ in
            Representation(EmbeddedFiles.all["openapi.json"] ?? [], type: "application/json").response(
                to: request
            )
        }
    }
}
