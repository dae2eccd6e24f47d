#include "CSaysoKernels.h"

#include <stddef.h>

#if defined(__aarch64__) && defined(__linux__)
#include <sys/auxv.h>
#endif

#include "InstructionSets.h"

const sayso_kernels *sayso_kernels_for(int32_t instruction_set) {
    switch (instruction_set) {
    case SAYSO_PORTABLE:
        return &sayso_portable;
#if defined(__x86_64__)
    case SAYSO_AVX2:
        __builtin_cpu_init();
        return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma") ? &sayso_avx2 : NULL;
    case SAYSO_AVX_VNNI:
        __builtin_cpu_init();
        return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma") &&
                       __builtin_cpu_supports("avxvnni")
                   ? &sayso_avx_vnni
                   : NULL;
    case SAYSO_AVX512_VNNI:
        __builtin_cpu_init();
        return __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") &&
                       __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512vl") &&
                       __builtin_cpu_supports("avx512vnni")
                   ? &sayso_avx512_vnni
                   : NULL;
#elif defined(__aarch64__)
    case SAYSO_NEON_DOT:
#if defined(__linux__)
        // HWCAP_ASIMDDP, which old headers don't name
        return getauxval(AT_HWCAP) & (1UL << 20) ? &sayso_neon_dot : NULL;
#elif defined(__APPLE__)
        return &sayso_neon_dot;
#else
        return NULL;
#endif
#endif
    default:
        return NULL;
    }
}
