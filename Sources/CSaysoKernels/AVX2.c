// x86-64 with AVX2 and FMA: nearly every machine since 2013.

#if defined(__x86_64__)

#include "InstructionSets.h"

#include <immintrin.h>

#define TABLE sayso_avx2
#define LANES 8
#define VECTORS 2
#define CODE_ROWS 4
#define FLOAT_ROWS 6
#define OFFSET 0

#pragma clang attribute push(__attribute__((target("avx2,fma"))), apply_to = function)

#include "Generic/Vector.h"

/// The byte product wants one unsigned side: the weights give their sign to the codes. A pair of products is
/// at most 2 × 128 × 127, which 16 bits hold, so nothing saturates.
INLINE void code_sums(const int height, const uint8_t *codes, int64_t stride, const int8_t *panel,
                      int64_t groups, ints sums[][VECTORS]) {
    const __m256i ones = _mm256_set1_epi16(1);
    UNROLL for (int r = 0; r < height; r++) {
        UNROLL for (int v = 0; v < VECTORS; v++) sums[r][v] = (ints){0};
    }
    for (int64_t group = 0; group < groups; group++, codes += 4, panel += 4 * VECTORS * LANES) {
        __m256i weights[VECTORS], magnitudes[VECTORS];
        UNROLL for (int v = 0; v < VECTORS; v++) {
            weights[v] = _mm256_loadu_si256((const __m256i *)(panel + 4 * v * LANES));
            magnitudes[v] = _mm256_abs_epi8(weights[v]);
        }
        UNROLL for (int r = 0; r < height; r++) {
            int32_t four;
            memcpy(&four, codes + r * stride, sizeof four);
            __m256i x = _mm256_set1_epi32(four);
            UNROLL for (int v = 0; v < VECTORS; v++) {
                __m256i pairs = _mm256_maddubs_epi16(magnitudes[v], _mm256_sign_epi8(x, weights[v]));
                sums[r][v] += (ints)_mm256_madd_epi16(pairs, ones);
            }
        }
    }
}

#include "Generic/Products.h"
#include "Generic/Kernels.h"

#pragma clang attribute pop

#else

typedef int sayso_no_avx2_here;

#endif
