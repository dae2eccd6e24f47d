#include "CSaysoPages.h"

#include <pthread.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>

enum { check_size = 8, least_page = 512, header_size = 100 };

/// A database's file. The operating system's own file follows it in memory.
typedef struct {
    sqlite3_file base;
    sqlite3_file *real;
    /// Where pages that are written get their checks.
    unsigned char *page;
    int page_size;
    int is_ledger;
    /// The header says that there is no room for checks, or has an impossible size of pages.
    int is_broken;
    /// Which damaged pages are handed out: 0 none, 1 those that only lead to others, 2 all.
    int trusts;
    /// It is read where nothing can be written, and so by nobody who writes.
    int is_fixed;
} checked_file;

// Each step can be undone, so two pages that differ in one word never have the same hash.
static uint64_t mixed(uint64_t hash, uint64_t word) {
    hash = (hash ^ word) * UINT64_C(0xD6E8FEB86659FD93);
    return hash ^ hash >> 32;
}

static uint64_t check_of(const unsigned char *page, int size, int64_t number) {
    uint64_t hash = UINT64_C(0x9E3779B97F4A7C15) * (uint64_t)number;
    // Words go in turn to four hashes, none of which waits for the others.
    uint64_t lanes[4] = {1, 2, 3, 4};
    int words = (size - check_size) / 8;
    for (int at = 0; at + 4 <= words; at += 4) {
        uint64_t four[4];
        memcpy(four, page + at * 8, sizeof four);
        for (int lane = 0; lane < 4; lane++) lanes[lane] = mixed(lanes[lane], four[lane]);
    }
    for (int at = words / 4 * 4; at < words; at++) {
        uint64_t word;
        memcpy(&word, page + at * 8, 8);
        lanes[0] = mixed(lanes[0], word);
    }
    for (int lane = 0; lane < 4; lane++) hash = mixed(hash, lanes[lane]);
    return hash;
}

static int fits(const unsigned char *page, int size, int64_t number) {
    uint64_t check = check_of(page, size, number);
    return memcmp(&check, page + size - check_size, check_size) == 0;
}

/// SQLite never writes some pages that are given up at once; if the file has grown past them, they are zeros.
static int is_blank(const unsigned char *page, int size) {
    return page[0] == 0 && memcmp(page, page + 1, (size_t)size - 1) == 0;
}

/// Learns from the header (https://sqlite.org/fileformat2.html#the_database_header).
static void look(checked_file *file, const unsigned char *header) {
    int size = header[16] << 8 | header[17];
    file->page_size = size == 1 ? 65536 : size;
    file->is_ledger = memcmp(header + 68, "Says", 4) == 0;
    file->is_broken = header[20] != check_size || file->page_size < least_page
        || (file->page_size & (file->page_size - 1)) != 0;
}

static int is_page(const checked_file *file, int amount, sqlite3_int64 offset) {
    return file->is_ledger && !file->is_broken && amount == file->page_size && offset % amount == 0;
}

/// Whether a page is handed out unseen.
static int trusts(const checked_file *file, const unsigned char *page, sqlite3_int64 offset) {
    // https://sqlite.org/fileformat2.html#b_tree_pages
    int kind = page[offset == 0 ? header_size : 0];
    return file->trusts == 2 || (file->trusts == 1 && (kind == 2 || kind == 5));
}

// MARK: The file's methods

static checked_file *own(sqlite3_file *file) { return (checked_file *)file; }

static const sqlite3_io_methods *under(sqlite3_file *file) { return own(file)->real->pMethods; }

static int checked_close(sqlite3_file *file) {
    free(own(file)->page);
    own(file)->page = NULL;
    return under(file)->xClose(own(file)->real);
}

static int checked_read(sqlite3_file *file, void *bytes, int amount, sqlite3_int64 offset) {
    checked_file *checked = own(file);
    int code = under(file)->xRead(checked->real, bytes, amount, offset);
    if (code != SQLITE_OK) return code;
    if (offset == 0 && amount >= header_size) look(checked, bytes);
    if (checked->is_ledger && checked->is_broken && amount >= least_page) return SQLITE_CORRUPT;
    if (!is_page(checked, amount, offset) || trusts(checked, bytes, offset)) return SQLITE_OK;
    if (fits(bytes, amount, offset / amount + 1)) return SQLITE_OK;
    return is_blank(bytes, amount) ? SQLITE_OK : SQLITE_CORRUPT;
}

static int checked_write(sqlite3_file *file, const void *bytes, int amount, sqlite3_int64 offset) {
    checked_file *checked = own(file);
    if (offset == 0 && amount >= least_page) look(checked, bytes);
    if (!is_page(checked, amount, offset)) return under(file)->xWrite(checked->real, bytes, amount, offset);
    if (checked->page == NULL && (checked->page = malloc(65536)) == NULL) return SQLITE_IOERR_NOMEM;
    memcpy(checked->page, bytes, (size_t)amount);
    uint64_t check = check_of(checked->page, amount, offset / amount + 1);
    memcpy(checked->page + amount - check_size, &check, check_size);
    return under(file)->xWrite(checked->real, checked->page, amount, offset);
}

static int checked_truncate(sqlite3_file *file, sqlite3_int64 size) {
    return under(file)->xTruncate(own(file)->real, size);
}

static int checked_sync(sqlite3_file *file, int flags) { return under(file)->xSync(own(file)->real, flags); }

static int checked_size(sqlite3_file *file, sqlite3_int64 *size) {
    return under(file)->xFileSize(own(file)->real, size);
}

static int checked_lock(sqlite3_file *file, int level) { return under(file)->xLock(own(file)->real, level); }

static int checked_unlock(sqlite3_file *file, int level) { return under(file)->xUnlock(own(file)->real, level); }

static int checked_reserved_lock(sqlite3_file *file, int *result) {
    return under(file)->xCheckReservedLock(own(file)->real, result);
}

static int checked_control(sqlite3_file *file, int operation, void *argument) {
    return under(file)->xFileControl(own(file)->real, operation, argument);
}

static int checked_sector(sqlite3_file *file) { return under(file)->xSectorSize(own(file)->real); }

static int checked_device(sqlite3_file *file) {
    int traits = under(file)->xDeviceCharacteristics(own(file)->real);
    return own(file)->is_fixed ? traits | SQLITE_IOCAP_IMMUTABLE : traits;
}

static int checked_map(sqlite3_file *file, int region, int size, int extend, void volatile **memory) {
    return under(file)->xShmMap(own(file)->real, region, size, extend, memory);
}

static int checked_shared_lock(sqlite3_file *file, int offset, int count, int flags) {
    return under(file)->xShmLock(own(file)->real, offset, count, flags);
}

static void checked_barrier(sqlite3_file *file) { under(file)->xShmBarrier(own(file)->real); }

static int checked_unmap(sqlite3_file *file, int deletes) {
    return under(file)->xShmUnmap(own(file)->real, deletes);
}

/// Pages that are looked at in mapped memory could not be checked: there are none.
static int checked_fetch(sqlite3_file *file, sqlite3_int64 offset, int amount, void **memory) {
    (void)file, (void)offset, (void)amount;
    *memory = NULL;
    return SQLITE_OK;
}

static int checked_unfetch(sqlite3_file *file, sqlite3_int64 offset, void *memory) {
    (void)file, (void)offset, (void)memory;
    return SQLITE_OK;
}

static const sqlite3_io_methods methods = {
    3, checked_close, checked_read, checked_write, checked_truncate, checked_sync, checked_size, checked_lock,
    checked_unlock, checked_reserved_lock, checked_control, checked_sector, checked_device, checked_map,
    checked_shared_lock, checked_barrier, checked_unmap, checked_fetch, checked_unfetch,
};

// MARK: The file system

static sqlite3_vfs *base;
static sqlite3_vfs checking;

static int is_there(const char *path, int flags) {
    int result = 0;
    return base->xAccess(base, path, flags, &result) == SQLITE_OK && result;
}

/// Whether a file lies where nobody can make the files that go with a write-ahead log, and has none. SQLite would not
/// read it otherwise.
static int is_fixed(const char *name) {
    size_t length = strlen(name);
    char *path = malloc(length + 5);
    if (path == NULL) return 0;
    memcpy(path, name, length + 1);
    char *slash = strrchr(path, '/');
    if (slash != NULL) slash[slash == path] = 0;
    int result = slash != NULL && !is_there(path, SQLITE_ACCESS_READWRITE);
    memcpy(path, name, length);
    for (int index = 0; index < 2; index++) {
        memcpy(path + length, index == 0 ? "-wal" : "-shm", 5);
        result = result && !is_there(path, SQLITE_ACCESS_EXISTS);
    }
    free(path);
    return result;
}

static int open_file(sqlite3_vfs *vfs, const char *name, sqlite3_file *file, int flags, int *opened) {
    (void)vfs;
    if ((flags & SQLITE_OPEN_MAIN_DB) == 0) return base->xOpen(base, name, file, flags, opened);
    checked_file *checked = own(file);
    memset(checked, 0, sizeof *checked);
    checked->real = (sqlite3_file *)(checked + 1);
    checked->real->pMethods = NULL;
    int code = base->xOpen(base, name, checked->real, flags, opened);
    if (checked->real->pMethods == NULL) return code;
    file->pMethods = &methods;
    checked->is_fixed = (flags & SQLITE_OPEN_READONLY) != 0 && is_fixed(name);
    // Without shared memory there is no write-ahead log.
    if (code == SQLITE_OK && checked->real->pMethods->iVersion < 3) return SQLITE_CANTOPEN;
    return code;
}

static int delete_file(sqlite3_vfs *vfs, const char *name, int syncs) {
    (void)vfs;
    return base->xDelete(base, name, syncs);
}

static int access_file(sqlite3_vfs *vfs, const char *name, int flags, int *result) {
    (void)vfs;
    return base->xAccess(base, name, flags, result);
}

static int full_path(sqlite3_vfs *vfs, const char *name, int size, char *path) {
    (void)vfs;
    return base->xFullPathname(base, name, size, path);
}

static int randomness(sqlite3_vfs *vfs, int count, char *bytes) {
    (void)vfs;
    return base->xRandomness(base, count, bytes);
}

static int pause_for(sqlite3_vfs *vfs, int microseconds) {
    (void)vfs;
    return base->xSleep(base, microseconds);
}

static int current_time(sqlite3_vfs *vfs, double *days) {
    (void)vfs;
    return base->xCurrentTime(base, days);
}

static int current_milliseconds(sqlite3_vfs *vfs, sqlite3_int64 *time) {
    (void)vfs;
    return base->xCurrentTimeInt64(base, time);
}

static int last_error(sqlite3_vfs *vfs, int size, char *text) {
    (void)vfs;
    return base->xGetLastError(base, size, text);
}

static int registered = SQLITE_ERROR;

static void register_once(void) {
    base = sqlite3_vfs_find(NULL);
    if (base == NULL || base->iVersion < 2) return;
    checking.iVersion = 2;
    checking.szOsFile = (int)sizeof(checked_file) + base->szOsFile;
    checking.mxPathname = base->mxPathname;
    checking.zName = "sayso";
    checking.xOpen = open_file;
    checking.xDelete = delete_file;
    checking.xAccess = access_file;
    checking.xFullPathname = full_path;
    checking.xRandomness = randomness;
    checking.xSleep = pause_for;
    checking.xCurrentTime = current_time;
    checking.xCurrentTimeInt64 = current_milliseconds;
    checking.xGetLastError = last_error;
    registered = sqlite3_vfs_register(&checking, 1);
}

int sayso_pages_register(void) {
    static pthread_once_t once = PTHREAD_ONCE_INIT;
    pthread_once(&once, register_once);
    return registered;
}

// MARK: Databases

/// A database's file; NULL when it does not go through here.
static checked_file *file_of(sqlite3 *database) {
    sqlite3_file *file = NULL;
    int code = sqlite3_file_control(database, "main", SQLITE_FCNTL_FILE_POINTER, &file);
    return code == SQLITE_OK && file != NULL && file->pMethods == &methods ? own(file) : NULL;
}

/// A file whose header was looked at; NULL when it has no checks.
static checked_file *pages_of(sqlite3 *database) {
    checked_file *file = file_of(database);
    unsigned char header[header_size];
    if (file == NULL || file->real->pMethods->xRead(file->real, header, header_size, 0) != SQLITE_OK) return NULL;
    look(file, header);
    return file->is_ledger && !file->is_broken ? file : NULL;
}

int sayso_pages_reserve(sqlite3 *database) {
    int size = check_size;
    return sqlite3_file_control(database, "main", SQLITE_FCNTL_RESERVE_BYTES, &size);
}

int sayso_pages_are_checked(sqlite3 *database) { return pages_of(database) != NULL; }

int sayso_pages_trust(sqlite3 *database, int trusts) {
    checked_file *file = pages_of(database);
    if (file != NULL) file->trusts = trusts;
    return file != NULL;
}

void sayso_pages_seal(uint8_t *page, int size, int64_t number) {
    uint64_t check = check_of(page, size, number);
    memcpy(page + size - check_size, &check, check_size);
}

int64_t sayso_pages_count(sqlite3 *database) {
    checked_file *file = pages_of(database);
    sqlite3_int64 size;
    if (file == NULL || file->real->pMethods->xFileSize(file->real, &size) != SQLITE_OK) return -1;
    return size / file->page_size;
}

int64_t sayso_pages_find_damaged(
    sqlite3 *database, int64_t first, int64_t count, int64_t *damaged, int64_t room) {
    checked_file *file = pages_of(database);
    unsigned char *page = file == NULL ? NULL : malloc((size_t)file->page_size);
    if (page == NULL) return -1;
    int size = file->page_size;
    // SQLite locks bytes of this page, and never writes it.
    int64_t unused = INT64_C(0x40000000) / size + 1;
    int64_t found = 0;
    for (int64_t number = first; number < first + count && found < room; number++) {
        if (number == unused) continue;
        int is_good = 0;
        // Another program may just be writing the page.
        for (int attempt = 0; attempt < 10 && !is_good; attempt++) {
            if (attempt > 0) sqlite3_sleep(2);
            int code = file->real->pMethods->xRead(file->real, page, size, (number - 1) * size);
            is_good = code == SQLITE_OK && fits(page, size, number);
        }
        if (!is_good) damaged[found++] = number;
    }
    free(page);
    return found;
}

int sayso_pages_read(sqlite3 *database, int64_t page, uint8_t *bytes, int count) {
    checked_file *file = pages_of(database);
    if (file == NULL) return SQLITE_IOERR;
    return file->real->pMethods->xRead(file->real, bytes, count, (page - 1) * file->page_size);
}
