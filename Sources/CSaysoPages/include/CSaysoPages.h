/// Checks on every page of a ledger's file.
///
/// SQLite trusts what it reads. Here each page ends in eight bytes that are made from all others and from the
/// page's number; a page that does not fit to them is not handed out (SQLITE_CORRUPT). It is done between SQLite
/// and the operating system (https://sqlite.org/vfs.html), for databases with a ledger's application id alone; any
/// SQLite can read such a file. Pages in the write-ahead log have SQLite's own checks.
#ifndef CSAYSOPAGES_H
#define CSAYSOPAGES_H

#include <stdint.h>

struct sqlite3;

/// Has all databases that are opened from now on go through the checks. Safe to call again, from any thread.
/// Returns SQLite's result code.
int sayso_pages_register(void);

/// Has a database that is still empty leave room for the checks. Returns SQLite's result code.
int sayso_pages_reserve(struct sqlite3 *database);

/// Whether the pages of a database's file have checks.
int sayso_pages_are_checked(struct sqlite3 *database);

/// Which pages that do not fit to their checks are handed out to one connection nevertheless, for saving what can be
/// read: 0 none, 1 those that only lead to others, 2 all. Returns 0 when there are no checks.
int sayso_pages_trust(struct sqlite3 *database, int trusts);

/// Writes the check of a page into its last eight bytes.
void sayso_pages_seal(uint8_t *page, int size, int64_t number);

/// How many pages a database's file has; -1 when it cannot be read.
int64_t sayso_pages_count(struct sqlite3 *database);

/// Looks for pages of a database's file that do not fit to their checks.
///
/// \param first the first page to look at, counted from 1.
/// \param count how many to look at.
/// \param damaged takes the numbers of pages that do not fit.
/// \param room how many numbers it can take; when that many are found, the search ends.
/// \return how many were found; -1 when the file cannot be read.
int64_t sayso_pages_find_damaged(
    struct sqlite3 *database, int64_t first, int64_t count, int64_t *damaged, int64_t room);

/// Copies the beginning of a page of a database's file, whether it is damaged or not.
/// Returns SQLite's result code.
int sayso_pages_read(struct sqlite3 *database, int64_t page, uint8_t *bytes, int count);

#endif
