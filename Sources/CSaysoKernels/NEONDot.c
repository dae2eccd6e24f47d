// 64-bit Arm with the dot product instructions: Apple's M1 and A13 on, most servers and phones since 2018.

#if defined(__aarch64__)

#include "InstructionSets.h"

#include <arm_neon.h>

#define TABLE sayso_neon_dot
#define LANES 4
#define VECTORS 4
#define CODE_ROWS 6
#define FLOAT_ROWS 6
#define OFFSET 0

#pragma clang attribute push(__attribute__((target("dotprod"))), apply_to = function)

#include "Generic/Vector.h"

/// Six rows by four vectors leave eight of the 32 registers for weights and codes.
INLINE void code_sums(const int height, const uint8_t *codes, int64_t stride, const int8_t *panel,
                      int64_t groups, ints sums[][VECTORS]) {
    UNROLL for (int r = 0; r < height; r++) {
        UNROLL for (int v = 0; v < VECTORS; v++) sums[r][v] = (ints){0};
    }
    for (int64_t group = 0; group < groups; group++, codes += 4, panel += 4 * VECTORS * LANES) {
        int8x16_t weights[VECTORS];
        UNROLL for (int v = 0; v < VECTORS; v++) weights[v] = vld1q_s8(panel + 4 * v * LANES);
        UNROLL for (int r = 0; r < height; r++) {
            int32_t four;
            memcpy(&four, codes + r * stride, sizeof four);
            int8x16_t x = vreinterpretq_s8_s32(vdupq_n_s32(four));
            UNROLL for (int v = 0; v < VECTORS; v++) {
                sums[r][v] = (ints)vdotq_s32((int32x4_t)sums[r][v], weights[v], x);
            }
        }
    }
}

#include "Generic/Products.h"
#include "Generic/Kernels.h"

#pragma clang attribute pop

#else

typedef int sayso_no_neon_here;

#endif
