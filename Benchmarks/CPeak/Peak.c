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

#if defined(__linux__)

#include <cpuid.h>
#include <sys/syscall.h>
#include <unistd.h>

/// Four independent sums of tiles keep the unit busy.
__attribute__((target("amx-tile,amx-int8"))) static int64_t peak_amx(int64_t rounds) {
    struct {
        uint8_t palette, start_row, reserved[14];
        uint16_t bytes[16];
        uint8_t rows[16];
    } config = {.palette = 1};
    for (int i = 0; i < 8; i++) {
        config.bytes[i] = 64;
        config.rows[i] = 16;
    }
    _tile_loadconfig(&config);
    _tile_zero(0);
    _tile_zero(1);
    _tile_zero(2);
    _tile_zero(3);
    _tile_zero(4);
    _tile_zero(5);
    for (int64_t round = 0; round < rounds; round++) {
        _tile_dpbusd(0, 4, 5);
        _tile_dpbusd(1, 4, 5);
        _tile_dpbusd(2, 4, 5);
        _tile_dpbusd(3, 4, 5);
    }
    _tile_release();
    return rounds * 4 * 16 * 16 * 64;
}

static int has_amx(void) {
    unsigned int a, b, c, d;
    return __get_cpuid_count(7, 0, &a, &b, &c, &d) && (d >> 24 & 3) == 3 &&
           syscall(SYS_arch_prctl, 0x1023, 18) == 0;
}

#endif

int64_t peak_multiplications(int64_t rounds) {
#if defined(__linux__)
    if (has_amx()) return peak_amx(rounds);
#endif
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
