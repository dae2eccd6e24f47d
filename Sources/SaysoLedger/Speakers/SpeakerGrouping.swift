import SaysoStatements

/// Says which faces of one block are one speaker's: the same answer in whatever order they came.
///
/// Faces with one name are one's as far as their roles agree. Roles that name a place or a body are compared with
/// one another first; a role that names none, and a face without a role, belong to somebody only where there is
/// but one to whom they can. A shorter form of a name, and an organisation's capitals, follow the fuller name
/// under the same condition. What a person decided is never undone.
struct SpeakerGrouping {
    /// Faces of one speaker.
    struct Group {
        /// Indices of the faces.
        var faces: [Int]
        /// Who a person said it is.
        var decided: Int64?
    }

    /// Two groups that may be one.
    struct Doubt: Hashable {
        let one: Int
        let other: Int
        let reason: String
    }

    private let faces: [SpeakerFace]
    private(set) var groups: [Group] = []
    private(set) var doubts: [Doubt] = []

    init(_ faces: [SpeakerFace]) {
        self.faces = faces
        let names = Dictionary(grouping: faces.indices, by: { faces[$0].name.key })
        for key in names.keys.sorted() { readName(names[key]!) }
        let order = groups.indices.sorted {
            let (one, other) = (faces[groups[$0].faces[0]].name, faces[groups[$1].faces[0]].name)
            return (-one.fullness, one.key, $0) < (-other.fullness, other.key, $1)
        }
        attach(order)
    }

    // MARK: One name

    private mutating func readName(_ indices: [Int]) {
        var found: [Group] = []
        for (speaker, members) in Dictionary(
            grouping: indices.filter { faces[$0].isDecided },
            by: { faces[$0].speaker }
        )
        .sorted(by: { ($0.key ?? 0) < ($1.key ?? 0) }) {
            found.append(Group(faces: members, decided: speaker))
        }
        let free = indices.filter { !faces[$0].isDecided }
        let decided = found
        for part in components(free.filter { faces[$0].role.kind == .specific }) {
            let fitting = decided.indices.filter { agree(part, decided[$0].faces) }
            if fitting.count == 1 {
                found[fitting[0]].faces += part
            } else {
                found.append(Group(faces: part))
            }
        }
        let specific = found
        var rest: [Int] = []
        for face in free where faces[face].role.kind == .general {
            let fitting = specific.indices.filter { agree([face], specific[$0].faces) }
            if fitting.count == 1 { found[fitting[0]].faces.append(face) } else { rest.append(face) }
        }
        found += components(rest).map { Group(faces: $0) }
        let bare = free.filter { faces[$0].role.kind == .none }
        if !bare.isEmpty {
            if found.count == 1 { found[0].faces += bare } else { found.append(Group(faces: bare)) }
        }
        // Somebody without a role of whom a person decided something, and the only one with one.
        if found.count == 2, let one = found.firstIndex(where: { $0.decided != nil && isBare($0) }),
            found[1 - one].decided == nil
        {
            found = [Group(faces: found[one].faces + found[1 - one].faces, decided: found[one].decided)]
        }
        found.sort { roleKey($0) < roleKey($1) }
        for other in found.indices.dropFirst() where found[0].decided == nil || found[other].decided == nil {
            let reason =
                isBare(found[0]) || isBare(found[other])
                ? "the same name, once without a role" : "the same name, other roles"
            doubts.append(Doubt(one: groups.count, other: groups.count + other, reason: reason))
        }
        groups += found
    }

    /// Sorts the groups of a name, in whatever order their faces came.
    private func roleKey(_ group: Group) -> String { group.faces.map { faces[$0].role.key }.max() ?? "" }

    private func isBare(_ group: Group) -> Bool { group.faces.allSatisfy { faces[$0].role.kind == .none } }

    private func agree(_ some: [Int], _ others: [Int]) -> Bool {
        some.contains { one in others.contains { faces[one].role.agrees(with: faces[$0].role) } }
    }

    /// Parts in which each face agrees with another one.
    private func components(_ indices: [Int]) -> [[Int]] {
        var parts: [[Int]] = []
        for index in indices {
            let fitting = parts.indices.filter { agree([index], parts[$0]) }
            let part = fitting.flatMap { parts[$0] } + [index]
            for old in fitting.reversed() { parts.remove(at: old) }
            parts.append(part)
        }
        return parts
    }

    // MARK: Forms of a name

    /// Lets shorter forms of names follow fuller ones.
    private mutating func attach(_ order: [Int]) {
        var parent = Array(groups.indices)
        func root(_ group: Int) -> Int {
            var group = group
            while parent[group] != group { group = parent[group] }
            return group
        }
        var byDecision: [Int64: Int] = [:]
        for group in order {
            guard let speaker = groups[group].decided else { continue }
            if let other = byDecision[speaker] { parent[group] = other } else { byDecision[speaker] = group }
        }
        for (place, group) in order.enumerated() {
            let form = faces[groups[group].faces[0]].name
            let near = order[..<place].filter { other in
                let full = faces[groups[other].faces[0]].name
                return form.key != full.key
                    && (form.kind == .person ? form.fits(full) : isCapitals(group, of: other))
            }
            guard !near.isEmpty else { continue }
            let same = Set(
                near.filter { other in
                    form.kind == .person
                        ? agree(groups[group].faces, groups[other].faces) : isPrinted(form.last, of: other)
                }.map(root)
            )
            if same.count == 1, groups[group].decided == nil {
                parent[group] = same.first!
            } else {
                for other in same.isEmpty ? near.prefix(1) : same.sorted().prefix(3) {
                    guard groups[group].decided == nil || groups[root(other)].decided == nil else { continue }
                    let reason =
                        same.count > 1
                        ? "a form of the names of several" : "a form of the name, and nothing else says so"
                    doubts.append(Doubt(one: other, other: group, reason: reason))
                }
            }
        }
        unite { root($0) }
    }

    private func isCapitals(_ group: Int, of other: Int) -> Bool {
        let (short, full) = (faces[groups[group].faces[0]].name, faces[groups[other].faces[0]].name)
        return !short.last.isEmpty && full.last.isEmpty && full.initials == short.last
    }

    private func isPrinted(_ capitals: String, of group: Int) -> Bool {
        groups[group].faces.contains { faces[$0].acronym == capitals }
    }

    private mutating func unite(_ root: (Int) -> Int) {
        var places: [Int: Int] = [:]
        var united: [Group] = []
        for group in groups.indices where root(group) == group {
            places[group] = united.count
            united.append(groups[group])
        }
        for group in groups.indices where root(group) != group {
            united[places[root(group)]!].faces += groups[group].faces
        }
        var seen: Set<Set<Int>> = []
        doubts = doubts.compactMap { doubt in
            let (one, other) = (places[root(doubt.one)]!, places[root(doubt.other)]!)
            guard one != other, seen.insert([one, other]).inserted else { return nil }
            return Doubt(one: one, other: other, reason: doubt.reason)
        }
        groups = united
    }
}
