// Vectors of LANES floats, with the compiler's vector extensions. The file that includes this says how many
// lanes its instruction set has, and the same source becomes code for each.

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#define INLINE static inline __attribute__((always_inline))
#define UNROLL _Pragma("clang loop unroll(full)")

typedef float floats __attribute__((ext_vector_type(LANES)));
typedef int32_t ints __attribute__((ext_vector_type(LANES)));
typedef uint32_t bits __attribute__((ext_vector_type(LANES)));
typedef int8_t bytes __attribute__((ext_vector_type(LANES)));

typedef float floats4 __attribute__((ext_vector_type(4)));
typedef float floats8 __attribute__((ext_vector_type(8)));

INLINE floats load(const float *from) {
    floats x;
    memcpy(&x, from, sizeof x);
    return x;
}

INLINE void store(float *to, floats x) { memcpy(to, &x, sizeof x); }

INLINE ints load_ints(const int32_t *from) {
    ints x;
    memcpy(&x, from, sizeof x);
    return x;
}

INLINE floats splat(float x) { return x - (floats){0}; }

INLINE floats larger(floats a, floats b) { return a > b ? a : b; }

INLINE floats smaller(floats a, floats b) { return a < b ? a : b; }

INLINE floats magnitude(floats x) { return (floats)((bits)x & 0x7FFFFFFF); }

/// Adding 1.5 × 2^23 leaves the nearest whole number, ties to even, in the low bits.
#define ROUNDER 12582912.0f

INLINE float sum4(floats4 x) { return (x[0] + x[2]) + (x[1] + x[3]); }

INLINE float max4(floats4 x) {
    float a = x[0] > x[2] ? x[0] : x[2], b = x[1] > x[3] ? x[1] : x[3];
    return a > b ? a : b;
}

INLINE floats4 max_halves(floats8 x) {
    floats4 a = __builtin_shufflevector(x, x, 0, 1, 2, 3), b = __builtin_shufflevector(x, x, 4, 5, 6, 7);
    return a > b ? a : b;
}

INLINE floats4 sum_halves(floats8 x) {
    return __builtin_shufflevector(x, x, 0, 1, 2, 3) + __builtin_shufflevector(x, x, 4, 5, 6, 7);
}

#if LANES == 4
INLINE float sum_of(floats x) { return sum4(x); }
INLINE float max_of(floats x) { return max4(x); }
#elif LANES == 8
INLINE float sum_of(floats x) { return sum4(sum_halves(x)); }
INLINE float max_of(floats x) { return max4(max_halves(x)); }
#elif LANES == 16
INLINE float sum_of(floats x) {
    return sum4(sum_halves(__builtin_shufflevector(x, x, 0, 1, 2, 3, 4, 5, 6, 7) +
                           __builtin_shufflevector(x, x, 8, 9, 10, 11, 12, 13, 14, 15)));
}
INLINE float max_of(floats x) {
    floats8 a = __builtin_shufflevector(x, x, 0, 1, 2, 3, 4, 5, 6, 7);
    floats8 b = __builtin_shufflevector(x, x, 8, 9, 10, 11, 12, 13, 14, 15);
    return max4(max_halves(a > b ? a : b));
}
#endif

/// 2^x for x ≤ 0, to a relative 2e-7; zero below -127.
///
/// The polynomial is a minimax fit of 2^f on [-0.5, 0.5].
INLINE floats power_of_two(floats x) {
    x = larger(x, splat(-127.0f));
    floats shifted = x + ROUNDER;
    floats f = x - (shifted - ROUNDER);
    floats p = splat(0.001327647129073739f);
    p = p * f + 0.009675540961325169f;
    p = p * f + 0.05550713092088699f;
    p = p * f + 0.24022120237350464f;
    p = p * f + 0.6931469440460205f;
    p = p * f + 1.0f;
    // the low bits of the shifted value are the whole part; 127 more make it an exponent
    return p * (floats)(((bits)shifted + 127) << 23);
}

/// GELU with the exact normal distribution, to 5e-6.
///
/// erf(x / √2) is x times a minimax polynomial in x² up to |x| = 4.8, and ±1 beyond.
INLINE floats gelu(floats x) {
    floats c = smaller(larger(x, splat(-4.8f)), splat(4.8f));
    floats t = c * c * 0.0868055556f - 1.0f;
    floats p = splat(0.002887097653001547f);
    p = p * t + -0.008389110676944256f;
    p = p * t + 0.010785478167235851f;
    p = p * t + -0.014886978082358837f;
    p = p * t + 0.02772763930261135f;
    p = p * t + -0.044374946504831314f;
    p = p * t + 0.061441801488399506f;
    p = p * t + -0.08113188296556473f;
    p = p * t + 0.10580818355083466f;
    p = p * t + -0.1459595113992691f;
    p = p * t + 0.2944255769252777f;
    floats half = x * 0.5f;
    return half + half * (c * p);
}
