// x86-64 with AVX-512 and its neural network instructions: Intel since Ice Lake's servers, AMD since Zen 4.

#if defined(__x86_64__)

#include "InstructionSets.h"

#include <immintrin.h>

#define TABLE sayso_avx512_vnni
#define LANES 16
#define VECTORS 2
#define CODE_ROWS 12
#define FLOAT_ROWS 12
// the dot product takes unsigned codes; the sums are corrected for it
#define OFFSET 128

#define FEATURES "avx512f,avx512bw,avx512dq,avx512vl,avx512vnni,avx2,fma"
#pragma clang attribute push(__attribute__((target(FEATURES))), apply_to = function)

#include "Generic/Vector.h"

/// Twelve rows by two vectors leave eight of the 32 registers for weights and codes.
INLINE void code_sums(const int height, const uint8_t *codes, int64_t stride, const int8_t *panel,
                      int64_t groups, ints sums[][VECTORS]) {
    UNROLL for (int r = 0; r < height; r++) {
        UNROLL for (int v = 0; v < VECTORS; v++) sums[r][v] = (ints){0};
    }
    for (int64_t group = 0; group < groups; group++, codes += 4, panel += 4 * VECTORS * LANES) {
        __m512i weights[VECTORS];
        UNROLL for (int v = 0; v < VECTORS; v++) weights[v] = _mm512_loadu_si512(panel + 4 * v * LANES);
        UNROLL for (int r = 0; r < height; r++) {
            int32_t four;
            memcpy(&four, codes + r * stride, sizeof four);
            __m512i x = _mm512_set1_epi32(four);
            UNROLL for (int v = 0; v < VECTORS; v++) {
                sums[r][v] = (ints)_mm512_dpbusd_epi32((__m512i)sums[r][v], x, weights[v]);
            }
        }
    }
}

#include "Generic/Products.h"
#include "Generic/Kernels.h"

#pragma clang attribute pop

#else

typedef int sayso_no_avx512_here;

#endif
