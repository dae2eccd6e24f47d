import SaysoArchives

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// A file, whatever path leads to it.
struct FileIdentity: Hashable, Sendable {
    private let device: UInt64
    private let number: UInt64

    init(_ file: OpenFile) { (device, number) = file.identity }

    init(_ status: stat) {
        (device, number) = (UInt64(truncatingIfNeeded: status.st_dev), UInt64(status.st_ino))
    }

    /// The file at a path; nil when there is none.
    init?(path: String) {
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        self.init(status)
    }
}

/// What the file system says of a path.
struct FileStatus {
    let isFolder: Bool
    /// In bytes; zero for what is no regular file.
    let size: Int

    /// Nil when there is nothing at the path.
    init?(_ path: String) {
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        isFolder = status.st_mode & S_IFMT == S_IFDIR
        size = status.st_mode & S_IFMT == S_IFREG ? Int(status.st_size) : 0
    }
}

/// The files of a folder and of the folders in it, in the order of their names' bytes.
///
/// Hidden ones are left out, and what is neither a file nor a folder. Symbolic links are followed, but no folder is
/// entered twice. In memory are the names of the folders that are open, and nothing of their contents.
struct FolderWalker {
    /// What was found next.
    enum Item {
        case file(path: String, size: Int)
        /// A folder or file that cannot be looked at, and why.
        case failure(path: String, reason: String)
    }

    /// The folders that are open: names still to come, the next one last.
    private var open: [(folder: String, names: [String])] = []
    private var entered: Set<FileIdentity> = []
    private let excluded: Set<FileIdentity>
    private var failure: Item?

    /// - Parameters:
    ///   - path: the folder.
    ///   - excluded: files and folders to pass over: what the tool itself writes.
    init(_ path: String, excluding excluded: Set<FileIdentity> = []) {
        self.excluded = excluded
        if let identity = FileIdentity(path: path) { entered.insert(identity) }
        enter(path)
    }

    /// The next file; nil when there are no more.
    mutating func next() -> Item? {
        while true {
            if let failure {
                self.failure = nil
                return failure
            }
            guard case (let folder, var names)? = open.popLast() else { return nil }
            guard let name = names.popLast() else { continue }
            open.append((folder, names))
            let path = folder.hasSuffix("/") ? folder + name : folder + "/" + name
            var status = stat()
            guard stat(path, &status) == 0 else {
                // A link that leads nowhere is no article.
                if errno == ENOENT || errno == ELOOP { continue }
                return .failure(path: path, reason: String(cString: strerror(errno)))
            }
            let identity = FileIdentity(status)
            if excluded.contains(identity) { continue }
            switch status.st_mode & S_IFMT {
            case S_IFREG: return .file(path: path, size: Int(status.st_size))
            case S_IFDIR: if entered.insert(identity).inserted { enter(path) }
            default: break
            }
        }
    }

    private mutating func enter(_ path: String) {
        guard let stream = opendir(path) else {
            failure = .failure(path: path, reason: String(cString: strerror(errno)))
            return
        }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if !name.hasPrefix(".") { names.append(name) }
        }
        names.sort { $1.utf8.lexicographicallyPrecedes($0.utf8) }
        open.append((path, names))
    }
}
