#include "CPeak.h"

enum { SUMS = 24 };

#if defined(__x86_64__)

#include <immintrin.h>

__attribute__((target("avx512f,avx512vnni"))) static int64_t peak512(int64_t rounds) {
    __m512i sums[SUMS];
    __m512i x = _mm512_set1_epi8((char)rounds), y = _mm512_set1_epi8(1);
    for (int i = 0; i < SUMS; i++) sums[i] = _mm512_set1_epi32(i);
    for (int64_t round = 0; round < rounds; round++) {
        // what the compiler can't see through, it can't take out of the loop
        __asm__ volatile("" : "+v"(x));
#pragma clang loop unroll(full)
        for (int i = 0; i < SUMS; i++) sums[i] = _mm512_dpbusd_epi32(sums[i], x, y);
    }
    for (int i = 0; i < SUMS; i++) __asm__ volatile("" : : "v"(sums[i]));
    return rounds * SUMS * 64;
}

__attribute__((target("avx2"))) static int64_t peak256(int64_t rounds) {
    enum { FEWER = 10 };
    __m256i sums[FEWER];
    __m256i x = _mm256_set1_epi8((char)rounds), y = _mm256_set1_epi8(1), ones = _mm256_set1_epi16(1);
    for (int i = 0; i < FEWER; i++) sums[i] = _mm256_set1_epi32(i);
    for (int64_t round = 0; round < rounds; round++) {
#pragma clang loop unroll(full)
        for (int i = 0; i < FEWER; i++) {
            __asm__ volatile("" : "+x"(x));
            __m256i pairs = _mm256_maddubs_epi16(x, y);
            sums[i] = _mm256_add_epi32(sums[i], _mm256_madd_epi16(pairs, ones));
        }
    }
    for (int i = 0; i < FEWER; i++) __asm__ volatile("" : : "x"(sums[i]));
    return rounds * FEWER * 32;
}

int64_t peak_multiplications(int64_t rounds) {
    __builtin_cpu_init();
    if (__builtin_cpu_supports("avx512vnni")) return peak512(rounds);
    if (__builtin_cpu_supports("avx2")) return peak256(rounds);
    return 0;
}

#elif defined(__aarch64__)

#include <arm_neon.h>

__attribute__((target("dotprod"))) int64_t peak_multiplications(int64_t rounds) {
    int32x4_t sums[SUMS];
    int8x16_t x = vdupq_n_s8((int8_t)rounds), y = vdupq_n_s8(1);
    for (int i = 0; i < SUMS; i++) sums[i] = vdupq_n_s32(i);
    for (int64_t round = 0; round < rounds; round++) {
        __asm__ volatile("" : "+w"(x));
#pragma clang loop unroll(full)
        for (int i = 0; i < SUMS; i++) sums[i] = vdotq_s32(sums[i], x, y);
    }
    for (int i = 0; i < SUMS; i++) __asm__ volatile("" : : "w"(sums[i]));
    return rounds * SUMS * 16;
}

#else

int64_t peak_multiplications(int64_t rounds) { return 0; }

#endif
