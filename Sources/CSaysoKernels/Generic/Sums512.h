// Sums of int8 products with AVX-512 and its neural network instructions.

#include <immintrin.h>

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
