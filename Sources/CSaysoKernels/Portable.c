// For any machine: vectors of four floats, and sums of codes that the compiler does what it can with.

#include "InstructionSets.h"

#define TABLE sayso_portable
#define LANES 4
#define VECTORS 4
#define CODE_ROWS 4
#define FLOAT_ROWS 2
#define OFFSET 0

#include "Generic/Vector.h"

INLINE void code_sums(const int height, const uint8_t *codes, int64_t stride, const int8_t *panel,
                      int64_t groups, ints sums[][VECTORS]) {
    for (int r = 0; r < height; r++) {
        int32_t row[VECTORS * LANES] = {0};
        const int8_t *x = (const int8_t *)codes + r * stride;
        const int8_t *weights = panel;
        for (int64_t group = 0; group < groups; group++, x += 4, weights += 4 * VECTORS * LANES) {
            for (int c = 0; c < VECTORS * LANES; c++) {
                const int8_t *w = weights + 4 * c;
                row[c] += x[0] * w[0] + x[1] * w[1] + x[2] * w[2] + x[3] * w[3];
            }
        }
        memcpy(sums[r], row, sizeof row);
    }
}

#include "Generic/Products.h"
#include "Generic/Kernels.h"
