// For any machine: vectors of four floats, and integer arithmetic that the compiler knows everywhere.

#include "InstructionSets.h"

#define TABLE sayso_portable
#define LANES 4
#define VECTORS 4
#define CODE_ROWS 2
#define FLOAT_ROWS 2
#define OFFSET 0

#include "Generic/Vector.h"

typedef int16_t shorts __attribute__((ext_vector_type(2 * LANES)));

/// Each 16-bit lane holds two bytes; these are the lower ones and the upper ones with their signs.
INLINE shorts lower(shorts x) { return (x << 8) >> 8; }
INLINE shorts upper(shorts x) { return x >> 8; }

/// Two products of bytes are at most 2 × 128 × 127, which 16 bits hold; 32 bits take the rest.
INLINE void code_sums(const int height, const uint8_t *codes, int64_t stride, const int8_t *panel,
                      int64_t groups, ints sums[][VECTORS]) {
    UNROLL for (int r = 0; r < height; r++) {
        UNROLL for (int v = 0; v < VECTORS; v++) sums[r][v] = (ints){0};
    }
    for (int64_t group = 0; group < groups; group++, codes += 4, panel += 4 * VECTORS * LANES) {
        shorts x[CODE_ROWS];
        UNROLL for (int r = 0; r < height; r++) {
            int32_t four;
            memcpy(&four, codes + r * stride, sizeof four);
            x[r] = (shorts)(ints)four;
        }
        UNROLL for (int v = 0; v < VECTORS; v++) {
            shorts weights;
            memcpy(&weights, panel + 4 * v * LANES, sizeof weights);
            UNROLL for (int r = 0; r < height; r++) {
                ints pairs = (ints)(lower(weights) * lower(x[r]) + upper(weights) * upper(x[r]));
                sums[r][v] += ((pairs << 16) >> 16) + (pairs >> 16);
            }
        }
    }
}

#include "Generic/Products.h"
#include "Generic/Kernels.h"
