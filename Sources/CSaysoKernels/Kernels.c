#include "CSaysoKernels.h"

#include <stddef.h>

#if defined(__aarch64__) && defined(__linux__)
#include <sys/auxv.h>
#endif

#include "InstructionSets.h"

#if defined(__x86_64__)

#include <cpuid.h>

#if defined(__linux__)
#include <sys/syscall.h>
#include <unistd.h>
#endif

/// Whether the processor has tiles for int8, and the system lets this process use them.
static bool has_amx(void) {
    unsigned int a, b, c, d;
    if (!__get_cpuid_count(7, 0, &a, &b, &c, &d)) return false;
    const unsigned int tile = 1u << 24, int8 = 1u << 25;
    if ((d & (tile | int8)) != (tile | int8)) return false;
#if defined(__linux__)
    // arch_prctl(ARCH_REQ_XCOMP_PERM, XFEATURE_XTILEDATA): tiles are large, so Linux wants to be asked
    return syscall(SYS_arch_prctl, 0x1023, 18) == 0;
#else
    return false;
#endif
}

#endif

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
    case SAYSO_AMX:
        return sayso_kernels_for(SAYSO_AVX512_VNNI) != NULL && has_amx() ? &sayso_amx : NULL;
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
