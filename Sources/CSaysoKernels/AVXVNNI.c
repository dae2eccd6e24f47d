// x86-64 with the neural network instructions but without AVX-512: Intel's desktops and laptops since Alder
// Lake.

#if defined(__x86_64__)

#include "InstructionSets.h"

#include <immintrin.h>

#define TABLE sayso_avx_vnni
#define LANES 8
#define VECTORS 2
#define CODE_ROWS 6
#define FLOAT_ROWS 6
// the dot product takes unsigned codes; the sums are corrected for it
#define OFFSET 128

#pragma clang attribute push(__attribute__((target("avx2,fma,avxvnni"))), apply_to = function)

#include "Generic/Vector.h"

/// Six rows by two vectors leave four of the 16 registers for weights and codes.
INLINE void code_sums(const int height, const uint8_t *codes, int64_t stride, const int8_t *panel,
                      int64_t groups, ints sums[][VECTORS]) {
    UNROLL for (int r = 0; r < height; r++) {
        UNROLL for (int v = 0; v < VECTORS; v++) sums[r][v] = (ints){0};
    }
    for (int64_t group = 0; group < groups; group++, codes += 4, panel += 4 * VECTORS * LANES) {
        __m256i weights[VECTORS];
        UNROLL for (int v = 0; v < VECTORS; v++) {
            weights[v] = _mm256_loadu_si256((const __m256i *)(panel + 4 * v * LANES));
        }
        UNROLL for (int r = 0; r < height; r++) {
            int32_t four;
            memcpy(&four, codes + r * stride, sizeof four);
            __m256i x = _mm256_set1_epi32(four);
            UNROLL for (int v = 0; v < VECTORS; v++) {
                sums[r][v] = (ints)_mm256_dpbusd_avx_epi32((__m256i)sums[r][v], x, weights[v]);
            }
        }
    }
}

#include "Generic/Products.h"
#include "Generic/Kernels.h"

#pragma clang attribute pop

#else

typedef int sayso_no_avx_vnni_here;

#endif
