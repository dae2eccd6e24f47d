import GRDB
import SaysoStatements

/// One way in which articles name somebody.
struct SpeakerFace {
    let id: Int64
    let name: SpeakerName
    let role: SpeakerRole
    /// The capitals that an article prints for the name.
    var acronym: String?
    /// Who it is; nil while nobody knows.
    var speaker: Int64?
    /// Whether a person said so.
    var isDecided = false

    /// Makes a face from its row.
    init?(row: Row) throws {
        guard let kind = try Speaker.Kind(rawValue: row["kind"]) else { return nil }
        id = try row["id"]
        name = try SpeakerName(row["name"], kind: kind)
        role = try SpeakerRole(row["role"], affiliation: row["affiliation"])
        acronym = try row["acronym"]
        speaker = try row["speaker_id"]
        isDecided = try row["is_decided"]
    }

    /// Makes a face for itself.
    init(id: Int64, name: SpeakerName, role: SpeakerRole) {
        (self.id, self.name, self.role) = (id, name, role)
    }
}
