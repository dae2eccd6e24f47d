// The files that pages are made of, built into the binary.

#ifndef CSAYSO_ASSETS_H
#define CSAYSO_ASSETS_H

#include <stddef.h>

/// A file: its name, and its bytes.
struct sayso_asset {
    const char *_Nonnull name;
    const unsigned char *_Nonnull bytes;
    size_t size;
};

/// The file with a number, from 0 on; NULL after the last.
const struct sayso_asset *_Nullable sayso_asset_at(size_t number);

#endif
