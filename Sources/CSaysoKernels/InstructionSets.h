// The tables that the instruction sets' files define.

#ifndef CSAYSO_INSTRUCTION_SETS_H
#define CSAYSO_INSTRUCTION_SETS_H

#include "CSaysoKernels.h"

extern const sayso_kernels sayso_portable;

#if defined(__x86_64__)
extern const sayso_kernels sayso_avx2;
extern const sayso_kernels sayso_avx_vnni;
extern const sayso_kernels sayso_avx512_vnni;
extern const sayso_kernels sayso_amx;
#elif defined(__aarch64__)
extern const sayso_kernels sayso_neon_dot;
#endif

#endif
