// x86-64 with Intel's matrix extensions: servers since Sapphire Rapids. All but the products of codes is as with
// AVX-512 and VNNI.

#if defined(__x86_64__)

#include "InstructionSets.h"

#define TABLE sayso_amx
#define LANES 16
#define VECTORS 2
#define CODE_ROWS 12
#define FLOAT_ROWS 12
// the tiles could take signed codes; the rows that are left to VNNI cannot
#define OFFSET 128

#define FEATURES "amx-tile,amx-int8,avx512f,avx512bw,avx512dq,avx512vl,avx512vnni,avx2,fma"
#pragma clang attribute push(__attribute__((target(FEATURES))), apply_to = function)

#include "Generic/Vector.h"

#include "Generic/Sums512.h"

#include "Generic/Products.h"

// A tile has sixteen rows of 64 bytes: of codes sixteen rows and 64 inputs; of weights, as they are packed, four
// inputs of sixteen outputs in each of its rows; of sums sixteen rows and sixteen outputs.
enum { TILE_ROWS = 16, TILE_BYTES = 64, BLOCK_ROWS = 2 * TILE_ROWS };

/// What `ldtilecfg` reads.
typedef struct {
    uint8_t palette, start_row, reserved[14];
    uint16_t bytes[16];
    uint8_t rows[16];
} tile_config;

/// Sets the tiles up for `count` rows of codes: sums in 0 to 3, codes in 4 and 5, weights in 6 and 7.
static void set_tiles(int64_t count) {
    uint8_t upper = (uint8_t)(count < TILE_ROWS ? count : TILE_ROWS);
    // a tile without rows may not be
    uint8_t lower = (uint8_t)(count > TILE_ROWS ? count - TILE_ROWS : 1);
    tile_config config = {.palette = 1, .rows = {upper, upper, lower, lower, upper, lower, TILE_ROWS, TILE_ROWS}};
    for (int i = 0; i < 8; i++) config.bytes[i] = TILE_BYTES;
    _tile_loadconfig(&config);
}

/// Sums of up to 32 rows of codes, in two tiles, and one panel of weights; `depth` counts 64 inputs.
INLINE void block_sums(const bool two, const uint8_t *codes, int64_t stride, const int8_t *panel, int64_t depth,
                       int32_t *sums) {
    _tile_zero(0);
    _tile_zero(1);
    if (two) {
        _tile_zero(2);
        _tile_zero(3);
    }
    for (int64_t k = 0; k < depth; k++, codes += TILE_BYTES, panel += 2 * TILE_ROWS * TILE_BYTES) {
        _tile_loadd(4, codes, stride);
        _tile_loadd(6, panel, 2 * TILE_BYTES);
        _tile_loadd(7, panel + TILE_BYTES, 2 * TILE_BYTES);
        _tile_dpbusd(0, 4, 6);
        _tile_dpbusd(1, 4, 7);
        if (two) {
            _tile_loadd(5, codes + TILE_ROWS * stride, stride);
            _tile_dpbusd(2, 5, 6);
            _tile_dpbusd(3, 5, 7);
        }
    }
    _tile_stored(0, sums, PANEL * sizeof *sums);
    _tile_stored(1, sums + TILE_ROWS, PANEL * sizeof *sums);
    if (two) {
        _tile_stored(2, sums + TILE_ROWS * PANEL, PANEL * sizeof *sums);
        _tile_stored(3, sums + TILE_ROWS * PANEL + TILE_ROWS, PANEL * sizeof *sums);
    }
}

/// Scales, bias and GELU for a block of sums.
INLINE void finish_block(const bool with_gelu, const int32_t *sums, const sayso_linear *linear, const float *scales,
                         int64_t panel, int64_t count, float *to, int64_t stride) {
    floats factors[VECTORS], bias[VECTORS];
    ints corrections[VECTORS];
    UNROLL for (int v = 0; v < VECTORS; v++) {
        factors[v] = load(linear->scales + panel * PANEL + v * LANES);
        bias[v] = load(linear->bias + panel * PANEL + v * LANES);
        corrections[v] = load_ints(linear->corrections + panel * PANEL + v * LANES);
    }
    for (int64_t r = 0; r < count; r++) {
        floats scale = splat(scales[r]);
        UNROLL for (int v = 0; v < VECTORS; v++) {
            ints sum = load_ints(sums + r * PANEL + v * LANES) - corrections[v];
            floats x = __builtin_convertvector(sum, floats) * (scale * factors[v]) + bias[v];
            store(to + r * stride + v * LANES, with_gelu ? gelu(x) : x);
        }
    }
}

/// One block of rows times one panel.
INLINE void block(const bool two, const sayso_linear *linear, const sayso_rows *rows, int64_t first, int64_t count,
                  int64_t panel, const sayso_target *target) {
    _Alignas(64) int32_t sums[BLOCK_ROWS * PANEL];
    block_sums(two, rows->codes + first * rows->code_stride, rows->code_stride,
               (const int8_t *)linear->panels + panel * PANEL * linear->inputs, linear->inputs / TILE_BYTES, sums);
    int64_t column = panel * PANEL;
    float *to = target->values + column / 32 * target->block_stride + column % 32 + first * target->row_stride;
    if (target->gelu) {
        finish_block(true, sums, linear, rows->scales + first, panel, count, to, target->row_stride);
    } else {
        finish_block(false, sums, linear, rows->scales + first, panel, count, to, target->row_stride);
    }
}

static void multiply_tiles(const sayso_linear *linear, const sayso_rows *rows, int64_t count,
                           const sayso_target *target) {
    if (linear->scales == NULL || linear->inputs % TILE_BYTES != 0) return multiply(linear, rows, count, target);
    int64_t panels = (linear->outputs + PANEL - 1) / PANEL;
    int64_t whole = count / BLOCK_ROWS * BLOCK_ROWS, rest = count - whole;
    if (whole > 0) {
        set_tiles(BLOCK_ROWS);
        for (int64_t panel = 0; panel < panels; panel++) {
            for (int64_t first = 0; first < whole; first += BLOCK_ROWS) {
                block(true, linear, rows, first, BLOCK_ROWS, panel, target);
            }
        }
    }
    if (rest > 0) {
        set_tiles(rest);
        for (int64_t panel = 0; panel < panels; panel++) {
            if (rest > TILE_ROWS) {
                block(true, linear, rows, whole, rest, panel, target);
            } else {
                block(false, linear, rows, whole, rest, panel, target);
            }
        }
    }
    _tile_release();
}

#define MULTIPLY multiply_tiles

#include "Generic/Kernels.h"

#pragma clang attribute pop

#else

typedef int sayso_no_amx_here;

#endif
